//! The people of a party, and those of the municipality: who they are, another role, and goodbye.

use access::{Caller, Entry, Fields, Here, LinkToken, Object, Permit, Role, SignedForm, Who, on_to};
use axum::extract::{Path, Query, State};
use axum::response::Response;

use directory::party::{self, Party};
use directory::wording::Name;
use ground::id::{Id, Municipality};
use ground::trouble::{Answer, Trouble};
use maud::Markup;
use serde::Deserialize;
use ui::{Frame, Lang, fl};

use super::view::{self, Sheet};
use super::{Belongs, IN_A_PARTY, Membership, OF_THE_MUNICIPALITY, ending, store};
use crate::invitation::{self, store as invitations};
use crate::trail::{Told, leave};
use crate::{People, tenant, words};

pub(crate) fn routes() -> Vec<Entry<People>> {
    use Who::{Allowed, Known};
    const OBJECT: &str = "membership";
    vec![
        Entry::get(
            "/beheer/partij/{party}/mensen",
            Allowed,
            "membership.list",
            OBJECT,
            "The people of a party",
            of_party,
        ),
        Entry::post(
            "/beheer/partij/{party}/mensen/{membership}/rol",
            Known,
            "membership.role",
            OBJECT,
            "Give somebody another role",
            role,
        ),
        Entry::post(
            "/beheer/partij/{party}/mensen/{membership}/weg",
            Known,
            "membership.end",
            OBJECT,
            "End a membership",
            end,
        ),
        Entry::get(
            "/beheer/mensen",
            Known,
            "membership.list",
            OBJECT,
            "The people of the municipality",
            of_here,
        ),
        Entry::post(
            "/beheer/mensen/{membership}/weg",
            Known,
            "membership.end",
            OBJECT,
            "End a role for the municipality",
            end_here,
        ),
    ]
}

/// Where people belong: a party, or the municipality itself.
pub(crate) struct Place {
    party: Option<(Id<Party>, Name)>,
}

impl Place {
    pub(crate) fn name(&self, lang: Lang) -> String {
        match &self.party {
            Some((_, name)) => name.to_string(),
            None => fl!(words(lang), "the-municipality"),
        }
    }

    pub(crate) fn people_href(&self) -> String {
        match &self.party {
            Some((party, _)) => format!("/beheer/partij/{party}/mensen"),
            None => "/beheer/mensen".to_owned(),
        }
    }

    pub(crate) const fn party(&self) -> Option<&(Id<Party>, Name)> {
        self.party.as_ref()
    }
}

pub(crate) async fn place_of(people: &People, here: Municipality, party: Option<Id<Party>>) -> Answer<Place> {
    let Some(party) = party else { return Ok(Place { party: None }) };
    let found = party::store::find(&people.db, here, party).await?.ok_or(Trouble::NotThere)?;
    Ok(Place { party: Some((found.id, found.name)) })
}

#[derive(Deserialize)]
struct Said {
    #[serde(default)]
    gedaan: String,
}

async fn of_party(
    State(people): State<People>,
    Here(here): Here,
    caller: Caller,
    frame: Frame,
    Path(party): Path<String>,
    Query(said): Query<Said>,
) -> Answer<Markup> {
    let party = Id::parse(&party).ok_or(Trouble::NotThere)?;
    sheet(&people, here, &caller, &frame, Some(party), None, &said.gedaan).await
}

async fn of_here(
    State(people): State<People>,
    Here(here): Here,
    caller: Caller,
    frame: Frame,
    Query(said): Query<Said>,
) -> Answer<Markup> {
    // The operator sees no people, and may let the first manager in: then the page has a form and no list.
    if !caller.may("membership.list", &municipal(here))
        && inviting(&people, here, &caller, None).await?.is_empty()
    {
        return Err(Trouble::NotThere);
    }
    sheet(&people, here, &caller, &frame, None, None, &said.gedaan).await
}

/// The municipality as a place for roles.
fn municipal(here: Municipality) -> Object {
    Object::Municipality { municipality: tenant(here) }
}

/// A list of people is looked at: that leaves a line before the list leaves the house.
async fn looked(people: &People, permit: &Permit, party: Option<Id<Party>>) -> Answer<()> {
    let mut tx = people.db.begin().await?;
    let told = Told { object: "party", object_id: party.map(Id::uuid), about: None, party: None };
    leave(&mut tx, permit, told, people.now()).await?;
    tx.commit().await?;
    Ok(())
}

/// The roles this caller may invite for, in this place.
async fn inviting(
    people: &People,
    here: Municipality,
    caller: &Caller,
    party: Option<Id<Party>>,
) -> Answer<Vec<Role>> {
    let all: &[Role] = if party.is_some() { &IN_A_PARTY } else { &OF_THE_MUNICIPALITY };
    let mut may = Vec::new();
    for role in all {
        let belongs = Belongs::new(*role, party).ok_or(Trouble::NotThere)?;
        if caller.may("invitation.make", &invitation::pages::object(people, here, belongs).await?) {
            may.push(*role);
        }
    }
    // A coordinator mostly brings in volunteers; the first to come in is the coordinator.
    if caller.signed().and_then(|signed| signed.acting).is_some_and(|acting| acting.party.is_some()) {
        may.sort_by_key(|role| *role == Role::Coordinator);
    }
    Ok(may)
}

/// The page with a form that was not right.
pub(crate) async fn sheet_with(
    people: &People,
    here: Municipality,
    caller: &Caller,
    frame: &Frame,
    party: Option<Id<Party>>,
    typed: Option<&Fields>,
) -> Answer<Markup> {
    sheet(people, here, caller, frame, party, typed, "").await
}

async fn sheet(
    people: &People,
    here: Municipality,
    caller: &Caller,
    frame: &Frame,
    party: Option<Id<Party>>,
    typed: Option<&Fields>,
    done: &str,
) -> Answer<Markup> {
    let place = place_of(people, here, party).await?;
    let roles = inviting(people, here, caller, party).await?;
    // Whoever may invite into a party does not by that see who is in it, also not when the form was not right.
    let (has_coordinator, seen) = match party {
        Some(party) => {
            let has_coordinator = store::has_coordinator(&people.db, here, party.uuid()).await?;
            let object = Object::Party { municipality: tenant(here), party: party.uuid(), has_coordinator };
            (has_coordinator, object)
        }
        None => (false, municipal(here)),
    };
    let colleagues = if caller.may("membership.list", &seen) {
        looked(people, &caller.ask("membership.list", &seen)?, party).await?;
        store::colleagues(&people.db, here, party).await?
    } else {
        Vec::new()
    };
    let waiting = if roles.is_empty() {
        Vec::new()
    } else {
        invitations::waiting(&people.db, here, party, people.now()).await?
    };
    let sheet = Sheet {
        place: &place,
        colleagues: &colleagues,
        waiting: &waiting,
        roles: &roles,
        token: LinkToken::new()?,
        mails: people.office.mails(),
        typed,
        done,
        may: &|action, membership| caller.may(action, &object(here, membership, has_coordinator)),
        me: caller.signed().map(|signed| signed.person),
    };
    Ok(view::sheet(frame, &sheet))
}

fn object(here: Municipality, membership: &Membership, has_coordinator: bool) -> Object {
    Object::Membership {
        municipality: tenant(here),
        membership: membership.id.uuid(),
        person: membership.person.uuid(),
        role: membership.belongs.role(),
        party: membership.belongs.party().map(Id::uuid),
        has_coordinator,
    }
}

/// The membership in an address. Elsewhere than the address says it is not there.
async fn there(
    people: &People,
    here: Municipality,
    party: Option<&str>,
    membership: &str,
) -> Answer<Membership> {
    let party: Option<Id<Party>> = match party {
        Some(typed) => Some(Id::parse(typed).ok_or(Trouble::NotThere)?),
        None => None,
    };
    let membership = Id::parse(membership).ok_or(Trouble::NotThere)?;
    let found = store::find(&people.db, here, membership).await?.ok_or(Trouble::NotThere)?;
    if found.belongs.party() == party { Ok(found) } else { Err(Trouble::NotThere) }
}

async fn coordinated(people: &People, here: Municipality, membership: &Membership) -> Answer<bool> {
    match membership.belongs.party() {
        Some(party) => store::has_coordinator(&people.db, here, party.uuid()).await,
        None => Ok(false),
    }
}

/// As [`there`], and permission to end it.
async fn to_end(
    people: &People,
    here: Municipality,
    caller: &Caller,
    party: Option<&str>,
    membership: &str,
) -> Answer<(Membership, Permit)> {
    let found = there(people, here, party, membership).await?;
    let has_coordinator = coordinated(people, here, &found).await?;
    let permit = caller.ask("membership.end", &object(here, &found, has_coordinator))?;
    Ok((found, permit))
}

async fn role(
    State(people): State<People>,
    Here(here): Here,
    caller: Caller,
    Path((party, membership)): Path<(String, String)>,
    SignedForm(fields): SignedForm<Fields>,
) -> Answer<Response> {
    let found = there(&people, here, Some(&party), &membership).await?;
    let wanted = Role::parse(fields.get("role")).and_then(|role| Belongs::new(role, found.belongs.party()));
    let wanted = Membership { belongs: wanted.ok_or(Trouble::NotThere)?, ..found.clone() };
    // The policies weigh the role somebody would get.
    let has_coordinator = coordinated(&people, here, &found).await?;
    let permit = caller.ask("membership.role", &object(here, &wanted, has_coordinator))?;
    let role = wanted.belongs.role();
    ending::change_role(&people.db, &permit, &found, role, people.now()).await?;
    Ok(on_to(format!("/beheer/partij/{party}/mensen?gedaan=rol")))
}

async fn end(
    State(people): State<People>,
    Here(here): Here,
    caller: Caller,
    Path((party, membership)): Path<(String, String)>,
    SignedForm(_): SignedForm<Fields>,
) -> Answer<Response> {
    let (found, permit) = to_end(&people, here, &caller, Some(&party), &membership).await?;
    ending::end(&people.db, &permit, &found, people.now()).await?;
    let own = caller.signed().is_some_and(|signed| signed.person == found.person.uuid());
    Ok(on_to(if own { "/".to_owned() } else { format!("/beheer/partij/{party}/mensen?gedaan=weg") }))
}

async fn end_here(
    State(people): State<People>,
    Here(here): Here,
    caller: Caller,
    Path(membership): Path<String>,
    SignedForm(_): SignedForm<Fields>,
) -> Answer<Response> {
    let (found, permit) = to_end(&people, here, &caller, None, &membership).await?;
    ending::end(&people.db, &permit, &found, people.now()).await?;
    let own = caller.signed().is_some_and(|signed| signed.person == found.person.uuid());
    Ok(on_to(if own { "/".to_owned() } else { "/beheer/mensen?gedaan=weg".to_owned() }))
}
