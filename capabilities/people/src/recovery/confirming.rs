//! `/beheer/terug`: a colleague types the code that was said aloud, and says who it is, or that it is not right.

use access::{Acting, Caller, Entry, Fields, Here, Object, Permit, Role, Signed, SignedForm, Who, on_to};
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use directory::party::Party;
use ground::db::Tx;
use ground::id::{Id, Municipality};
use ground::trouble::{Answer, Trouble};
use serde::Deserialize;
use ui::Frame;
use uuid::Uuid;

use super::code::Code;
use super::fields::{No, code};
use super::rules::{Confirmer, Turn, weigh};
use super::view::{self, Sheet};
use super::{FEW, Lost, Recovery, Standing, store, trail};
use crate::membership::store::{self as memberships, Colleague};
use crate::person::{Person, store as persons};
use crate::trail::{Told, leave};
use crate::{People, tenant};

pub(crate) fn routes() -> Vec<Entry<People>> {
    use Who::{Allowed, Known};
    const OBJECT: &str = "recovery";
    const HELP: &str = "recovery.confirm";
    vec![
        Entry::get("/beheer/terug", Known, HELP, OBJECT, "Help somebody back in", look),
        Entry::post("/beheer/terug", Known, HELP, OBJECT, "Say who it is, or that it is not right", confirm),
        Entry::post("/ik/terug/niet", Allowed, "recovery.stop", "person", "Nobody comes in as me", stop),
    ]
}

#[derive(Deserialize)]
struct Said {
    #[serde(default)]
    gedaan: String,
}

/// Whoever acts as something; a newcomer and the operator help nobody in.
fn acts(caller: &Caller) -> Answer<(&Signed, Acting)> {
    let signed = caller.signed().ok_or(Trouble::NotThere)?;
    Ok((signed, signed.acting.ok_or(Trouble::NotThere)?))
}

async fn look(
    State(people): State<People>,
    Here(here): Here,
    caller: Caller,
    frame: Frame,
    Query(said): Query<Said>,
) -> Answer<Response> {
    let shown = colleagues(&people, here, &caller).await?;
    Ok(view::sheet(&frame, &Sheet { colleagues: &shown, typed: None, done: &said.gedaan }).into_response())
}

/// Whom one may know by name; that the list was looked at leaves a line, as elsewhere.
async fn colleagues(people: &People, here: Municipality, caller: &Caller) -> Answer<Vec<Colleague>> {
    let (signed, acting) = acts(caller)?;
    let party = acting.party.map(Id::from_uuid);
    let place = match acting.party {
        Some(party) => Object::Party {
            municipality: tenant(here),
            party,
            has_coordinator: memberships::has_coordinator(&people.db, here, party).await?,
        },
        None => Object::Municipality { municipality: tenant(here) },
    };
    if !caller.may("membership.list", &place) {
        return Ok(Vec::new());
    }
    let permit = caller.ask("membership.list", &place)?;
    let mut tx = people.db.begin().await?;
    let seen = Told { object: "party", object_id: acting.party, about: None, party: None };
    leave(&mut tx, &permit, seen, people.now()).await?;
    tx.commit().await?;
    let all = memberships::colleagues(&people.db, here, party).await?;
    Ok(all.into_iter().filter(|one| one.membership.person.uuid() != signed.person).collect())
}

async fn confirm(
    State(people): State<People>,
    Here(here): Here,
    caller: Caller,
    frame: Frame,
    SignedForm(fields): SignedForm<Fields>,
) -> Answer<Response> {
    acts(&caller)?;
    let right = fields.get("hoe") != "niet";
    match tried(&people, here, &caller, &fields, right).await? {
        Ok(done) => Ok(on_to(format!("/beheer/terug?gedaan={done}"))),
        Err(no) => {
            let shown = colleagues(&people, here, &caller).await?;
            let sheet = Sheet { colleagues: &shown, typed: Some((&fields, no)), done: "" };
            Ok((StatusCode::UNPROCESSABLE_ENTITY, view::sheet(&frame, &sheet)).into_response())
        }
    }
}

/// Who it is, as this colleague says: chosen from the list, or whom the first colleague named.
struct Meant {
    person: Id<Person>,
    party: Option<Id<Party>>,
    chosen: bool,
}

/// A code that can still be confirmed, or why it cannot.
fn open(found: &Recovery, people: &People) -> Result<(), No> {
    match found.standing(people.now()) {
        Standing::Asked | Standing::Half => Ok(()),
        Standing::Ready => Err(No::Twice),
        Standing::Over | Standing::Lapsed => Err(No::Over),
        Standing::ClockWrong => Err(No::ClockWrong),
        Standing::Taken => Err(No::Taken),
        Standing::Refused => Err(No::Refused),
    }
}

async fn tried(
    people: &People,
    here: Municipality,
    caller: &Caller,
    fields: &Fields,
    right: bool,
) -> Answer<Result<&'static str, No>> {
    let (signed, acting) = acts(caller)?;
    let code = match code(fields) {
        Ok(code) => code,
        Err(no) => return Ok(Err(no)),
    };
    let Some(found) = store::by_code(&people.db, here, code).await? else { return Ok(Err(No::Unknown)) };
    let Some(meant) = meant(people, here, acting, fields.get("wie"), &found).await? else {
        return Ok(Err(No::WhoMissing));
    };
    if meant.person.uuid() == signed.person {
        return Ok(Err(No::Oneself));
    }
    let object = Object::Recovery {
        municipality: tenant(here),
        party: meant.party.map(Id::uuid),
        person: meant.person.uuid(),
        small: match meant.party {
            Some(party) => memberships::count_in(&people.db, here, party).await? < FEW,
            None => false,
        },
    };
    let permit = match caller.ask(if right { "recovery.confirm" } else { "recovery.refuse" }, &object) {
        Ok(permit) => permit,
        // Whoever chose from the own list and may not has sent something else than our form.
        Err(no) if meant.chosen => return Err(no),
        Err(_) => return Ok(Err(No::NotYours)),
    };
    weighed(people, &permit, signed.person, code, &meant, right).await
}

async fn meant(
    people: &People,
    here: Municipality,
    acting: Acting,
    typed: &str,
    found: &Recovery,
) -> Answer<Option<Meant>> {
    if typed.is_empty() {
        let named = found.lost.as_ref();
        return Ok(named.map(|lost| Meant { person: lost.person, party: lost.party, chosen: false }));
    }
    let membership = Id::parse(typed).ok_or(Trouble::NotThere)?;
    let membership = memberships::find(&people.db, here, membership).await?.ok_or(Trouble::NotThere)?;
    let party = membership.belongs.party();
    if party.map(Id::uuid) != acting.party {
        return Err(Trouble::NotThere);
    }
    Ok(Some(Meant { person: membership.person, party, chosen: true }))
}

/// Does it, in one transaction in which the person and the code are held.
async fn weighed(
    people: &People,
    permit: &Permit,
    me: Uuid,
    code: Code,
    meant: &Meant,
    right: bool,
) -> Answer<Result<&'static str, No>> {
    let mut tx = people.db.begin().await?;
    persons::hold(&mut tx, permit, meant.person).await?;
    let (first_by, first_at) = (me, people.now());
    let lost = Lost { person: meant.person, party: meant.party, first_by, first_at, second_at: None };
    let done = if right {
        confirmed(&mut tx, people, permit, code, &lost).await?
    } else {
        refused(&mut tx, people, permit, code, &lost).await?
    };
    if done.is_err() {
        tx.rollback().await?;
        return Ok(done);
    }
    trail::tell(&mut tx, permit, lost.person, people.now()).await?;
    tx.commit().await?;
    Ok(done)
}

/// A colleague named somebody else with this code before.
fn is_another(found: &Recovery, lost: &Lost) -> bool {
    found.lost.as_ref().is_some_and(|named| (named.person, named.party) != (lost.person, lost.party))
}

async fn refused(
    tx: &mut Tx,
    people: &People,
    permit: &Permit,
    code: Code,
    lost: &Lost,
) -> Answer<Result<&'static str, No>> {
    let Some(found) = store::hold(tx, permit.municipality(), code).await? else {
        return Ok(Err(No::Unknown));
    };
    // Two said so already, or the first did and another code may follow: it can still be stopped.
    let goes_on = matches!(found.standing(people.now()), Standing::Ready | Standing::Lapsed);
    if !goes_on && let Err(no) = open(&found, people) {
        return Ok(Err(no));
    }
    if is_another(&found, lost) {
        return Ok(Err(No::Another));
    }
    store::end(tx, permit, code, people.now()).await?;
    Ok(Ok("niet"))
}

async fn confirmed(
    tx: &mut Tx,
    people: &People,
    permit: &Permit,
    code: Code,
    lost: &Lost,
) -> Answer<Result<&'static str, No>> {
    let (here, now, me) = (permit.municipality(), people.now(), lost.first_by);
    let Some(found) = store::hold(tx, here, code).await? else { return Ok(Err(No::Unknown)) };
    if let Err(no) = open(&found, people) {
        return Ok(Err(no));
    }
    if is_another(&found, lost) {
        return Ok(Err(No::Another));
    }
    // Two people of a party must not become, by way of a colleague, the municipality.
    let places = memberships::all_of(tx, here, lost.person).await?;
    if lost.party.is_some() && places.iter().any(|place| place.belongs.role().is_municipal()) {
        return Ok(Err(No::OfTheMunicipality));
    }
    let first = match &found.lost {
        Some(named) => confirmer(tx, here, named.first_by, lost).await?,
        None => None,
    };
    let mine = confirmer(tx, here, me, lost).await?.ok_or(Trouble::NotThere)?;
    let coordinated = match lost.party {
        Some(party) => memberships::coordinated_by_another(tx, here, party, lost.person).await?,
        None => false,
    };
    let turn = match weigh(first, mine, coordinated, now) {
        Ok(turn) => turn,
        Err(no) => return Ok(Err(No::Rule(no))),
    };
    match turn {
        Turn::First => store::first(tx, permit, code, (lost.person, lost.party), me, now).await?,
        Turn::Second => store::second(tx, permit, code, me, now).await?,
    }
    Ok(Ok(if turn == Turn::First { "eerste" } else { "tweede" }))
}

/// As what somebody confirms: of the same place, or as manager of the municipality. Nothing when neither any more.
async fn confirmer(tx: &mut Tx, here: Municipality, person: Uuid, lost: &Lost) -> Answer<Option<Confirmer>> {
    let all = memberships::all_of(tx, here, Id::from_uuid(person)).await?;
    let own = all.iter().find(|one| one.belongs.party() == lost.party);
    let found = own.or_else(|| all.iter().find(|one| one.belongs.role() == Role::Manager));
    Ok(found.map(|found| Confirmer {
        person,
        role: found.belongs.role(),
        own: own.is_some(),
        since: found.since,
    }))
}

/// The owner, who is in with a key: whoever waits to come in instead does not.
async fn stop(
    State(people): State<People>,
    permit: Permit,
    caller: Caller,
    SignedForm(_): SignedForm<Fields>,
) -> Answer<Response> {
    let signed = caller.signed().ok_or(Trouble::NotThere)?;
    let (person, now) = (Id::from_uuid(signed.person), people.now());
    let mut tx = people.db.begin().await?;
    persons::hold(&mut tx, &permit, person).await?;
    if store::end_of_person(&mut tx, &permit, person, now).await? > 0 {
        let stopped = Told { object: "person", object_id: None, about: Some(signed.person), party: None };
        leave(&mut tx, &permit, stopped, now).await?;
    }
    tx.commit().await?;
    Ok(on_to("/ik?gedaan=niet-terug".to_owned()))
}
