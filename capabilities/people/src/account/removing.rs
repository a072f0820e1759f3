//! An account that is no way in any more, because its owner says so on the own page.

use access::{Caller, Entry, Fields, Here, Permit, SignedForm, Who, on_to};
use axum::extract::State;
use axum::response::Response;
use ground::id::Id;
use ground::trouble::{Answer, Trouble};

use super::store;
use crate::People;
use crate::invitation::hash_of;
use crate::person::store as persons;
use crate::session::anew;
use crate::session::store as sessions;
use crate::trail::{Told, leave};

pub(crate) fn routes() -> Vec<Entry<People>> {
    let about = "Take one of my accounts away";
    vec![Entry::post("/ik/account/weg", Who::Allowed, "account.remove", "person", about, remove)]
}

async fn remove(
    State(people): State<People>,
    Here(here): Here,
    permit: Permit,
    caller: Caller,
    SignedForm(fields): SignedForm<Fields>,
) -> Answer<Response> {
    let signed = caller.signed().ok_or(Trouble::NotThere)?;
    if !people.is_surely(here, signed).await? {
        return Ok(anew::first());
    }
    let account = hash_of(fields.get("account")).ok_or(Trouble::NotThere)?;
    let person = Id::from_uuid(signed.person);
    let clicks = people.comes_in_by_click(here, person).await?;
    let mut tx = people.db.begin().await?;
    // An account and the last key that are taken away at the same moment: the second one finds that it is the last.
    persons::hold(&mut tx, &permit, person).await?;
    if !store::remove(&mut tx, &permit, person, &account).await? {
        tx.rollback().await?;
        return Err(Trouble::NotThere);
    }
    if !clicks && !persons::has_way_in(&mut tx, &permit, person).await? {
        tx.rollback().await?;
        return Err(Trouble::not_yet("account-last"));
    }
    sessions::end_others(&mut tx, &permit, person, Id::from_uuid(signed.session)).await?;
    let told = Told { object: "person", object_id: None, about: Some(signed.person), party: None };
    leave(&mut tx, &permit, told, people.now()).await?;
    tx.commit().await?;
    Ok(on_to("/ik?gedaan=account-weg".to_owned()))
}
