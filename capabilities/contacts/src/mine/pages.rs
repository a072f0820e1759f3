//! `/ik/contacten`: my contacts, and erasing one or all.

use std::collections::HashMap;

use access::{Caller, Entry, Fields, Permit, SignedForm, Who, on_to};
use audit::{Line, Outcome};
use axum::extract::{Query, State};
use axum::response::Response;
use directory::{Directory, party};
use ground::id::Id;
use ground::trouble::{Answer, Trouble};
use maud::Markup;
use serde::Deserialize;
use ui::Frame;

use super::view::{self, Sheet};
use crate::contact::store;

const PAGE: i64 = 50;

pub(crate) fn routes() -> Vec<Entry<Directory>> {
    use Who::Allowed;
    vec![
        Entry::get("/ik/contacten", Allowed, "contacts.read", "person", "With whom I had to do", mine),
        Entry::post(
            "/ik/contacten/weg",
            Allowed,
            "contacts.erase",
            "person",
            "Take myself out of one contact or of all",
            erase,
        ),
    ]
}

#[derive(Deserialize)]
struct Asked {
    #[serde(default)]
    pagina: Option<i64>,
    #[serde(default)]
    gedaan: String,
}

async fn mine(
    State(directory): State<Directory>,
    permit: Permit,
    caller: Caller,
    frame: Frame,
    Query(asked): Query<Asked>,
) -> Answer<Markup> {
    let signed = caller.signed().ok_or(Trouble::NotThere)?;
    let (here, page) = (permit.municipality(), asked.pagina.unwrap_or(1).clamp(1, 100_000));
    let (count, own) = store::own(&directory.db, here, Id::from_uuid(signed.person), (page, PAGE)).await?;
    let mut ids: Vec<_> = own.iter().flat_map(|own| [own.from, own.to]).collect();
    ids.sort_unstable();
    ids.dedup();
    let parties = party::store::find_many(&directory.db, here, &ids).await?;
    let sheet = Sheet {
        own: &own,
        parties: &parties.into_iter().map(|party| (party.id, party.name)).collect::<HashMap<_, _>>(),
        taxonomy: &directory.listing(here).await?.taxonomy,
        geography: &*directory.geography(here).await?,
        page,
        pages: (count + PAGE - 1) / PAGE,
        done: asked.gedaan == "weg",
    };
    Ok(view::mine(&frame, &sheet))
}

async fn erase(
    State(directory): State<Directory>,
    permit: Permit,
    caller: Caller,
    SignedForm(fields): SignedForm<Fields>,
) -> Answer<Response> {
    let signed = caller.signed().ok_or(Trouble::NotThere)?;
    let person = Id::from_uuid(signed.person);
    let mut tx = directory.db.begin().await?;
    // What is gone already is as it was wanted.
    if fields.get("contact") == "all" {
        store::erase_all(&mut tx, &permit, person).await?;
    } else if let Some(contact) = Id::parse(fields.get("contact")) {
        store::erase(&mut tx, &permit, person, contact).await?;
    }
    let (actor, membership) = permit.actor();
    let line = Line {
        actor,
        membership,
        action: permit.action(),
        object: "person",
        object_id: None,
        about: Some(signed.person),
        party: None,
        purpose: "contacts",
        outcome: Outcome::Done,
    };
    audit::record(&mut tx, permit.municipality(), directory.now(), &line).await?;
    tx.commit().await?;
    Ok(on_to("/ik/contacten?gedaan=weg".to_owned()))
}
