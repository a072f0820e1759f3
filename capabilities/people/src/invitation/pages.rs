//! Inviting: who belongs to a party asks somebody in, with a code to scan or by mail.

use access::{Caller, Entry, Fields, Here, LinkToken, Object, Permit, Role, SignedForm, Who, on_to};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use directory::municipality;
use directory::party::{Email, Party};
use ground::db::Tx;
use ground::id::{Id, Municipality};
use ground::mail::Letter;
use ground::trouble::{Answer, Trouble};
use sha2::{Digest as _, Sha256};
use ui::Frame;

use super::view::{self, Made, Went};
use super::{BESIDE_YOU, BY_MAIL, Invitation, letter, store};
use crate::membership::pages::{place_of, sheet_with};
use crate::membership::{Belongs, ending, store as memberships};
use crate::person::store as persons;
use crate::trail::{Told, leave};
use crate::{People, tenant};

pub(crate) fn routes() -> Vec<Entry<People>> {
    use Who::Known;
    const MAKE: &str = "invitation.make";
    const TAKE_BACK: &str = "invitation.withdraw";
    vec![
        Entry::post(
            "/beheer/partij/{party}/mensen/uitnodigen",
            Known,
            MAKE,
            "invitation",
            "Invite somebody to a party",
            make,
        ),
        Entry::post(
            "/beheer/mensen/uitnodigen",
            Known,
            MAKE,
            "invitation",
            "Invite somebody for the municipality",
            make_municipal,
        ),
        Entry::post(
            "/beheer/partij/{party}/mensen/uitnodiging/{invitation}/weg",
            Known,
            TAKE_BACK,
            "invitation",
            "Take an invitation back",
            withdraw,
        ),
        Entry::post(
            "/beheer/mensen/uitnodiging/{invitation}/weg",
            Known,
            TAKE_BACK,
            "invitation",
            "Take an invitation for the municipality back",
            withdraw_municipal,
        ),
    ]
}

async fn make(
    State(people): State<People>,
    Here(here): Here,
    caller: Caller,
    frame: Frame,
    Path(party): Path<String>,
    SignedForm(fields): SignedForm<Fields>,
) -> Answer<Response> {
    let party = Id::parse(&party).ok_or(Trouble::NotThere)?;
    invite(&people, here, &caller, &frame, Some(party), &fields).await
}

async fn make_municipal(
    State(people): State<People>,
    Here(here): Here,
    caller: Caller,
    frame: Frame,
    SignedForm(fields): SignedForm<Fields>,
) -> Answer<Response> {
    invite(&people, here, &caller, &frame, None, &fields).await
}

/// What the policies know of an invitation to this place, as this.
pub(crate) async fn object(people: &People, here: Municipality, belongs: Belongs) -> Answer<Object> {
    let has_coordinator = match belongs.party() {
        Some(party) => memberships::has_coordinator(&people.db, here, party.uuid()).await?,
        None => false,
    };
    Ok(Object::Invitation {
        municipality: tenant(here),
        party: belongs.party().map(Id::uuid),
        role: belongs.role(),
        has_coordinator,
    })
}

async fn invite(
    people: &People,
    here: Municipality,
    caller: &Caller,
    frame: &Frame,
    party: Option<Id<Party>>,
    fields: &Fields,
) -> Answer<Response> {
    let role = Role::parse(fields.get("role")).and_then(|role| Belongs::new(role, party));
    let belongs = role.ok_or(Trouble::NotThere)?;
    let permit = caller.ask("invitation.make", &object(people, here, belongs).await?)?;
    let place = place_of(people, here, party).await?;
    let by_mail = fields.get("how") == "mail";
    let address = match (by_mail, Email::parse(fields.get("email"))) {
        (true, Ok(address)) if !address.is_empty() => Some(address),
        (true, _) => {
            let page = sheet_with(people, here, caller, frame, party, Some(fields)).await?;
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
        }
        (false, _) => None,
    };
    // The form carries the secret it was drawn with: sent twice, there is one invitation.
    let token = LinkToken::parse(fields.get("token")).ok_or(Trouble::not_yet("invitation-form-old"))?;
    let invitation = put(people, &permit, belongs, &token, by_mail).await?;
    let town = municipality::store::find(&people.db, here).await?.ok_or(Trouble::NotThere)?;
    let only = municipality::store::all(&people.db).await?.len() == 1;
    let link = format!("{}/uitnodiging/{}", people.office.home(&town, only), token.as_str());
    let went = match &address {
        None => Went::BesideYou,
        Some(address) => {
            let letter = letter::letter(
                frame.lang,
                Id::<Invitation>::new(people.now()).to_string(),
                address.as_str(),
                town.name.as_str(),
                &link,
                people.now(),
            );
            mail(people, &permit, &invitation, &token, &letter).await?
        }
    };
    let made = Made { place: &place, role: invitation.belongs.role(), link: &link, went };
    Ok(view::made(frame, &made).into_response())
}

/// One letter to one address, however often the form comes. One that could not go is tried again when it comes again, as long as
/// nobody opened the link; that a letter is on its way is said of none that did not go.
async fn mail(
    people: &People,
    permit: &Permit,
    invitation: &Invitation,
    token: &LinkToken,
    letter: &Letter,
) -> Answer<Went> {
    let to = address_mark(token, &letter.to);
    if invitation.mailed_to.as_ref() == Some(&to) {
        return Ok(Went::Mailed);
    }
    let open = invitation.opened.is_none() && invitation.taken_at.is_none();
    if !open || people.office.post().send(letter).await.is_err() {
        return Ok(Went::NotMailed);
    }
    let ends_at = invitation.ends_at.max(invitation.created_at.plus(BY_MAIL));
    let mut tx = people.db.begin().await?;
    store::mailed(&mut tx, permit, invitation, to, ends_at).await?;
    tx.commit().await?;
    Ok(Went::Mailed)
}

/// Knows an address again for who sends the same form, and for nobody else: the secret of the link is kept nowhere.
fn address_mark(token: &LinkToken, address: &str) -> Vec<u8> {
    Sha256::new_with_prefix("samenspel letter ")
        .chain_update(token.as_str())
        .chain_update(address)
        .finalize()
        .to_vec()
}

/// As it is kept: made now, or before by the same form.
async fn put(
    people: &People,
    permit: &Permit,
    belongs: Belongs,
    token: &LinkToken,
    by_mail: bool,
) -> Answer<Invitation> {
    let now = people.now();
    let invited_by = match permit.by() {
        access::By::Person { person, .. } => Some(person),
        _ => None,
    };
    let invitation = Invitation {
        token_hash: token.digest(),
        belongs,
        invited_by,
        created_at: now,
        ends_at: now.plus(if by_mail { BY_MAIL } else { BESIDE_YOU }),
        mailed_to: None,
        opened: None,
        taken_at: None,
    };
    let mut tx = people.db.begin().await?;
    still_may(&mut tx, permit).await?;
    if !store::add(&mut tx, permit, &invitation).await? {
        let known = store::find_in(&mut tx, permit.municipality(), &invitation.token_hash).await?;
        tx.rollback().await?;
        return known.ok_or(Trouble::NotThere);
    }
    let told = Told { object: "party", object_id: belongs.party().map(Id::uuid), about: None, party: None };
    leave(&mut tx, permit, told, now).await?;
    tx.commit().await?;
    Ok(invitation)
}

/// Who is sent away at this very moment gives out nothing after what was given out is taken back: the person is held, and the
/// place looked at once more.
async fn still_may(tx: &mut Tx, permit: &Permit) -> Answer<()> {
    let access::By::Person { person, membership: Some(membership) } = permit.by() else { return Ok(()) };
    persons::hold(tx, permit, Id::from_uuid(person)).await?;
    let place = memberships::find_in(tx, permit.municipality(), Id::from_uuid(membership)).await?;
    let may = place.is_some_and(|place| ending::brings_in(place.belongs.role()));
    if may { Ok(()) } else { Err(Trouble::NotThere) }
}

async fn withdraw(
    State(people): State<People>,
    Here(here): Here,
    caller: Caller,
    Path((party, invitation)): Path<(String, String)>,
    SignedForm(_): SignedForm<Fields>,
) -> Answer<Response> {
    let party: Id<Party> = Id::parse(&party).ok_or(Trouble::NotThere)?;
    take_back(&people, here, &caller, Some(party), &invitation).await?;
    Ok(on_to(format!("/beheer/partij/{party}/mensen?gedaan=ingetrokken")))
}

async fn withdraw_municipal(
    State(people): State<People>,
    Here(here): Here,
    caller: Caller,
    Path(invitation): Path<String>,
    SignedForm(_): SignedForm<Fields>,
) -> Answer<Response> {
    take_back(&people, here, &caller, None, &invitation).await?;
    Ok(on_to("/beheer/mensen?gedaan=ingetrokken".to_owned()))
}

async fn take_back(
    people: &People,
    here: Municipality,
    caller: &Caller,
    party: Option<Id<Party>>,
    typed: &str,
) -> Answer<()> {
    let hash = view::hash_of(typed).ok_or(Trouble::NotThere)?;
    let mut tx = people.db.begin().await?;
    let found = store::find_in(&mut tx, here, &hash).await?;
    tx.rollback().await?;
    let found = found.filter(|found| found.belongs.party() == party).ok_or(Trouble::NotThere)?;
    let permit = caller.ask("invitation.withdraw", &object(people, here, found.belongs).await?)?;
    let mut tx = people.db.begin().await?;
    // Taken or taken back a moment ago: there is nothing left to do, and the list says how it is.
    if store::withdraw(&mut tx, &permit, &hash).await? {
        let told = Told { object: "party", object_id: party.map(Id::uuid), about: None, party: None };
        leave(&mut tx, &permit, told, people.now()).await?;
    }
    tx.commit().await?;
    Ok(())
}
