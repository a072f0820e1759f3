//! Making a key and taking one away, on the own page.

use access::{Caller, Entry, Fields, Here, LinkToken, Permit, SignedForm, Who};
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use directory::wording::Name;
use ground::id::{Id, Municipality};
use ground::trouble::{Answer, Trouble};
use serde_json::json;
use ui::{Frame, Lang};
use webauthn_rs::prelude::{PasskeyRegistration, RegisterPublicKeyCredential};

use super::told::{self, No};
use super::{Asked, Key, digest_of, store};
use crate::People;
use crate::device::Device;
use crate::invitation::hash_of;
use crate::person::{Person, store as persons};
use crate::session::store::{self as sessions, Beginning};
use crate::session::{Proof, anew};
use crate::trail::{Told, leave};

pub(crate) fn routes() -> Vec<Entry<People>> {
    use Who::Allowed;
    const OBJECT: &str = "person";
    const ADD: &str = "passkey.add";
    vec![
        Entry::post("/ik/sleutel/begin", Allowed, ADD, OBJECT, "Ask my device for a key", begin),
        Entry::post("/ik/sleutel/klaar", Allowed, ADD, OBJECT, "Keep the key my device made", done),
        Entry::post("/ik/sleutel/weg", Allowed, "passkey.remove", OBJECT, "Take one of my keys away", remove),
    ]
}

async fn begin(
    State(people): State<People>,
    Here(here): Here,
    caller: Caller,
    frame: Frame,
    headers: HeaderMap,
    SignedForm(fields): SignedForm<Fields>,
) -> Answer<Response> {
    let signed = caller.signed().ok_or(Trouble::NotThere)?;
    if !people.is_surely(here, signed).await? {
        return Ok(told::on_to(anew::FIRST, &[]));
    }
    if name(frame.lang, &headers, &fields).is_none() {
        return Ok(No::NameWrong.said(&frame));
    }
    let Some(asks) = people.keys.at(&headers, &frame.municipality_name) else {
        return Ok(No::NotHere.said(&frame));
    };
    let known = store::of_person(&people.db, here, Id::from_uuid(signed.person)).await?;
    let known = known.into_iter().map(|key| key.credential.cred_id().clone()).collect();
    // What the device shows when somebody chooses between keys.
    let shown = format!("{}, {}", signed.name, frame.municipality_name);
    let (options, state) = asks
        .start_passkey_registration(signed.person, &shown, &signed.name, Some(known))
        .map_err(Trouble::fault)?;
    let mut options = serde_json::to_value(options).map_err(Trouble::fault)?;
    // The library asks for a key that needs a name to be found; ours is found by itself.
    let chosen = &mut options["publicKey"]["authenticatorSelection"];
    chosen["residentKey"] = json!("required");
    chosen["requireResidentKey"] = json!(true);
    let token = LinkToken::new()?;
    let mut tx = people.db.begin().await?;
    let asked = Asked::Make(signed.person);
    store::ask(&mut tx, here, &token, &asked, told::written(&state)?, people.now()).await?;
    tx.commit().await?;
    Ok(told::ask(&options, &people.cookies.begin_ceremony(&token)))
}

async fn done(
    State(people): State<People>,
    Here(here): Here,
    permit: Permit,
    caller: Caller,
    frame: Frame,
    headers: HeaderMap,
    SignedForm(fields): SignedForm<Fields>,
) -> Answer<Response> {
    let signed = caller.signed().ok_or(Trouble::NotThere)?;
    let Some(state) = people.asked(here, &headers, &Asked::Make(signed.person)).await? else {
        return Ok(No::Over.said(&frame));
    };
    let (Some(state), Some(answer), Some(asks)) = (
        told::read::<PasskeyRegistration>(&state),
        told::read::<RegisterPublicKeyCredential>(fields.get("antwoord")),
        people.keys.at(&headers, &frame.municipality_name),
    ) else {
        return Ok(No::Refused.said(&frame));
    };
    let credential = match asks.finish_passkey_registration(&answer, &state) {
        Ok(credential) => credential,
        Err(error) => return Ok(No::of(&error).said(&frame)),
    };
    let Some(name) = name(frame.lang, &headers, &fields) else { return Ok(No::NameWrong.said(&frame)) };
    let (person, now) = (Id::from_uuid(signed.person), people.now());
    let hash = digest_of(credential.cred_id().as_ref());
    let key = Key { hash, person: signed.person, name, credential, created_at: now, used_at: None };
    let membership = match signed.acting {
        Some(acting) => Some(Id::from_uuid(acting.membership)),
        None => people.only_place(here, person).await?,
    };
    let mut tx = people.db.begin().await?;
    persons::hold(&mut tx, &permit, person).await?;
    if !store::add(&mut tx, &permit, &key).await? {
        tx.rollback().await?;
        return Ok(No::Refused.said(&frame));
    }
    // From here on it was shown who this is: another session, under another token.
    let old = people.cookies.carried(&headers);
    let beginning = Beginning { person, proof: Proof::Passkey, membership, device: Device::of(&headers) };
    let session = sessions::open_instead(&mut tx, &permit, old.as_ref(), beginning, now).await?;
    let told = Told { object: "person", object_id: None, about: Some(signed.person), party: None };
    leave(&mut tx, &permit, told, now).await?;
    tx.commit().await?;
    let cookies = [people.cookies.set(&session), people.cookies.end_ceremony()];
    Ok(told::on_to("/ik?gedaan=sleutel", &[&cookies[0], &cookies[1]]))
}

/// What it is to be called: as typed, or after the device when nothing was typed.
fn name(lang: Lang, headers: &HeaderMap, fields: &Fields) -> Option<Name> {
    let typed = fields.get("sleutelnaam").trim();
    let device = Device::of(headers).name(lang);
    Name::parse(if typed.is_empty() { &device } else { typed }).ok()
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
    let hash = hash_of(fields.get("key")).ok_or(Trouble::NotThere)?;
    let (person, now) = (Id::from_uuid(signed.person), people.now());
    let clicks = people.comes_in_by_click(here, person).await?;
    let mut tx = people.db.begin().await?;
    // Two keys that are taken away at the same moment: the second one finds that it is the last.
    persons::hold(&mut tx, &permit, person).await?;
    if !store::remove(&mut tx, &permit, person, &hash).await? {
        tx.rollback().await?;
        return Err(Trouble::NotThere);
    }
    if !clicks && !persons::has_way_in(&mut tx, &permit, person).await? {
        tx.rollback().await?;
        return Err(Trouble::not_yet("key-last"));
    }
    sessions::end_others(&mut tx, &permit, person, Id::from_uuid(signed.session)).await?;
    let told = Told { object: "person", object_id: None, about: Some(signed.person), party: None };
    leave(&mut tx, &permit, told, now).await?;
    tx.commit().await?;
    Ok(access::on_to("/ik?gedaan=sleutel-weg".to_owned()))
}

impl People {
    /// What was asked in this browser, for the only time, whatever becomes of the answer.
    pub(super) async fn asked(
        &self,
        here: Municipality,
        headers: &HeaderMap,
        asked: &Asked,
    ) -> Answer<Option<String>> {
        let Some(token) = self.cookies.in_ceremony(headers) else { return Ok(None) };
        let mut tx = self.db.begin().await?;
        let state = store::take_asked(&mut tx, here, &token, asked, self.now()).await?;
        tx.commit().await?;
        Ok(state)
    }

    /// Whether one click lets this person in, in the demo.
    pub(crate) async fn comes_in_by_click(&self, here: Municipality, person: Id<Person>) -> Answer<bool> {
        let Some(door) = &self.one_click else { return Ok(false) };
        Ok(door.at(&self.db, here).await?.iter().any(|someone| someone.person == person))
    }
}
