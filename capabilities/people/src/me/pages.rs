//! `/ik`: the own page, choosing as what one acts, and another name.

use access::{Caller, Entry, Fields, Here, Permit, SignedForm, Who, on_to};
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use directory::party;
use directory::wording::Name;
use ground::id::Id;
use ground::trouble::{Answer, Trouble};
use maud::Markup;
use serde::Deserialize;
use ui::Frame;

use super::view::{self, Home, Part};
use crate::membership::store as memberships;
use crate::passkey::{Mine, store as passkeys};
use crate::person::store as persons;
use crate::session::anew;
use crate::session::store as sessions;
use crate::trail::{Told, leave};
use crate::{People, account, membership, recovery};

pub(crate) fn routes() -> Vec<Entry<People>> {
    use Who::Allowed;
    const OBJECT: &str = "person";
    vec![
        Entry::get("/ik", Allowed, "me.read", OBJECT, "My own page", home),
        Entry::post("/ik/als", Allowed, "membership.choose", OBJECT, "Choose as what I act", act_as),
        Entry::post("/ik/naam", Allowed, "me.rename", OBJECT, "Change what I am called", rename),
    ]
}

#[derive(Deserialize)]
struct Said {
    #[serde(default)]
    gedaan: String,
}

async fn home(
    State(people): State<People>,
    Here(here): Here,
    caller: Caller,
    frame: Frame,
    Query(said): Query<Said>,
) -> Answer<Markup> {
    drawn(&people, here, &caller, &frame, None, &said.gedaan).await
}

async fn drawn(
    people: &People,
    here: ground::id::Municipality,
    caller: &Caller,
    frame: &Frame,
    wrong: Option<&str>,
    done: &str,
) -> Answer<Markup> {
    let signed = caller.signed().ok_or(Trouble::NotThere)?;
    let person = Id::from_uuid(signed.person);
    let mine = memberships::of_person(&people.db, here, person).await?;
    let mut parts = Vec::with_capacity(mine.len());
    for one in mine {
        let party = match one.belongs.party() {
            Some(party) => party::store::find(&people.db, here, party).await?.map(|party| party.name),
            None => None,
        };
        parts.push(Part {
            acting: signed.acting.is_some_and(|acting| acting.membership == one.id.uuid()),
            role: membership::role_name(frame.lang, one.belongs.role()),
            party: one.belongs.party().zip(party),
            of: one,
        });
    }
    let sessions = sessions::of_person(&people.db, here, person, people.now()).await?;
    let may = |action: &str| {
        caller.may(action, &access::Object::Municipality { municipality: crate::tenant(here) })
    };
    let name = people.providers.as_ref().and_then(|all| all.name(here)).map(|name| name.as_str());
    let accounts = account::store::of_person(&people.db, here, person).await?;
    let controls = caller.may("trail.read", &access::Object::Trail { municipality: crate::tenant(here) });
    let myself = access::Object::Person { municipality: crate::tenant(here), person: signed.person };
    let keys = passkeys::of_person(&people.db, here, person).await?;
    let clicks = people.comes_in_by_click(here, person).await?;
    let instead = caller.may("recovery.stop", &myself)
        && recovery::store::waits_for(&people.db, here, person, people.now()).await?;
    let first = view::by_link(signed, &sessions);
    let surely = people.is_surely(here, signed).await?;
    let accounts = account::Mine {
        accounts: &accounts,
        name,
        may_remove: caller.may("account.remove", &myself),
        another_way: clicks || !keys.is_empty(),
        surely,
    };
    let connected = !accounts.accounts.is_empty();
    let by = anew::By { key: !keys.is_empty(), account: name.filter(|_| connected) };
    let keys = Mine {
        keys: &keys,
        first,
        may_remove: caller.may("passkey.remove", &myself),
        another_way: clicks || connected,
        anew: (!surely).then_some(by),
    };
    let (desk, parts, sessions) = (may("desk.read"), &parts, &sessions);
    let looks = caller.may("trail.own", &myself);
    let home =
        Home { signed, parts, sessions, keys, wrong, done, desk, looks, controls, accounts, surely, instead };
    Ok(view::home(frame, &home))
}

async fn act_as(
    State(people): State<People>,
    permit: Permit,
    caller: Caller,
    SignedForm(fields): SignedForm<Fields>,
) -> Answer<Response> {
    let signed = caller.signed().ok_or(Trouble::NotThere)?;
    let membership = Id::parse(fields.get("membership")).ok_or(Trouble::NotThere)?;
    let mut tx = people.db.begin().await?;
    // Somebody else's, or one that ended: neither is there.
    if !sessions::act_as(&mut tx, &permit, signed.session, membership).await? {
        tx.rollback().await?;
        return Err(Trouble::NotThere);
    }
    let told = Told {
        object: "membership",
        object_id: Some(membership.uuid()),
        about: Some(signed.person),
        party: None,
    };
    leave(&mut tx, &permit, told, people.now()).await?;
    tx.commit().await?;
    Ok(on_to("/ik?gedaan=gekozen".to_owned()))
}

async fn rename(
    State(people): State<People>,
    Here(here): Here,
    permit: Permit,
    caller: Caller,
    frame: Frame,
    SignedForm(fields): SignedForm<Fields>,
) -> Answer<Response> {
    let signed = caller.signed().ok_or(Trouble::NotThere)?;
    let Ok(name) = Name::parse(fields.get("name")) else {
        let page = drawn(&people, here, &caller, &frame, Some(fields.get("name")), "").await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    };
    let mut tx = people.db.begin().await?;
    persons::rename(&mut tx, &permit, Id::from_uuid(signed.person), &name).await?;
    let told = Told { object: "person", object_id: None, about: Some(signed.person), party: None };
    leave(&mut tx, &permit, told, people.now()).await?;
    tx.commit().await?;
    Ok(on_to("/ik?gedaan=naam".to_owned()))
}
