//! Coming in with a key: no name is typed, the key says whose it is.

use access::events::{Way, came_in, stayed_out};
use access::{Caller, Entry, Fields, Here, LinkToken, OpenForm, Permit, Who};
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use ground::id::{Id, Municipality};
use ground::trouble::{Answer, Trouble};
use ui::Frame;
use webauthn_rs::prelude::{DiscoverableAuthentication, PublicKeyCredential, Webauthn};

use super::told::{self, No};
use super::{Asked, Key, digest_of, store};
use crate::People;
use crate::device::Device;
use crate::session::store::{self as sessions, Beginning};
use crate::session::{Proof, anew};
use crate::trail::{Told, leave, refused};

/// The field of a form in which somebody who is in shows it once more.
pub(super) const ONCE_MORE: &str = "opnieuw";

pub(crate) fn routes() -> Vec<Entry<People>> {
    use Who::Anyone;
    const OBJECT: &str = "session";
    const OPEN: &str = "session.open";
    vec![
        Entry::post("/aanmelden/sleutel/begin", Anyone, OPEN, OBJECT, "Ask for a key", begin),
        Entry::post("/aanmelden/sleutel/klaar", Anyone, OPEN, OBJECT, "Come in with a key", done),
    ]
}

async fn begin(
    State(people): State<People>,
    Here(here): Here,
    frame: Frame,
    headers: HeaderMap,
    OpenForm(_): OpenForm<Fields>,
) -> Answer<Response> {
    let Some(asks) = people.keys.at(&headers, &frame.municipality_name) else {
        return Ok(stays_out(No::NotHere, &frame));
    };
    let (mut options, state) = asks.start_discoverable_authentication().map_err(Trouble::fault)?;
    // A button was pressed: the browser may ask at once, and need not wait for a field to be touched.
    options.mediation = None;
    let options = serde_json::to_value(options).map_err(Trouble::fault)?;
    let token = LinkToken::new()?;
    let mut tx = people.db.begin().await?;
    store::ask(&mut tx, here, &token, &Asked::Enter, told::written(&state)?, people.now()).await?;
    tx.commit().await?;
    Ok(told::ask(&options, &people.cookies.begin_ceremony(&token)))
}

async fn done(
    State(people): State<People>,
    Here(here): Here,
    caller: Caller,
    frame: Frame,
    headers: HeaderMap,
    OpenForm(fields): OpenForm<Fields>,
) -> Answer<Response> {
    let Some(state) = people.asked(here, &headers, &Asked::Enter).await? else {
        return Ok(stays_out(No::Over, &frame));
    };
    let (Some(state), Some(answer), Some(asks)) = (
        told::read::<DiscoverableAuthentication>(&state),
        told::read::<PublicKeyCredential>(fields.get("antwoord")),
        people.keys.at(&headers, &frame.municipality_name),
    ) else {
        return Ok(stays_out(No::Refused, &frame));
    };
    match shown(&people, here, &asks, &answer, state).await? {
        Ok(key) => {
            let again = fields.has(ONCE_MORE);
            if again && caller.signed().is_some_and(|signed| signed.person != key.person) {
                return Ok(stays_out(No::SomebodyElses, &frame));
            }
            comes_in(&people, here, &caller, &frame, &headers, &key, again).await
        }
        Err((no, key)) => {
            if let (No::Copied, Some(key)) = (no, &key) {
                tell(&people, here, key).await?;
            }
            Ok(stays_out(no, &frame))
        }
    }
}

/// A sentence for who stays outside, and a line in the log of why.
fn stays_out(no: No, frame: &Frame) -> Response {
    stayed_out(Way::Passkey, no.word());
    no.said(frame)
}

/// The key that was shown, with its counter as it is now; or why not, and which key it was.
async fn shown(
    people: &People,
    here: Municipality,
    asks: &Webauthn,
    answer: &PublicKeyCredential,
    state: DiscoverableAuthentication,
) -> Answer<Result<Key, (No, Option<Key>)>> {
    let Ok((person, credential_id)) = asks.identify_discoverable_authentication(answer) else {
        return Ok(Err((No::Refused, None)));
    };
    let found = store::find(&people.db, here, &digest_of(credential_id)).await?;
    // Whose it is, the key says itself and we know ourselves: both say the same.
    let Some(mut key) = found.filter(|key| key.person == person) else {
        return Ok(Err((No::Unknown, None)));
    };
    Ok(match asks.finish_discoverable_authentication_v2(answer, state, &key.credential) {
        Ok(result) if result.user_verified() => {
            key.credential.update_credential(&result);
            Ok(key)
        }
        Ok(_) => Err((No::Refused, None)),
        Err(error) => Err((No::of(&error), Some(key))),
    })
}

/// `again`: somebody who is in, or was until a moment ago, shows it once more. What one acts as stays.
async fn comes_in(
    people: &People,
    here: Municipality,
    caller: &Caller,
    frame: &Frame,
    headers: &HeaderMap,
    key: &Key,
    again: bool,
) -> Answer<Response> {
    let (person, now) = (Id::from_uuid(key.person), people.now());
    let acting = caller.signed().filter(|_| again).and_then(|signed| signed.acting);
    let membership = match acting {
        Some(acting) => Some(Id::from_uuid(acting.membership)),
        None => people.only_place(here, person).await?,
    };
    let permit = Permit::somebody_comes_in(here, "session.open", key.person);
    let mut tx = people.db.begin().await?;
    if !store::used(&mut tx, &permit, key, now).await? {
        tx.rollback().await?;
        return Ok(stays_out(No::Unknown, frame));
    }
    let old = people.cookies.carried(headers);
    let beginning = Beginning { person, proof: Proof::Passkey, membership, device: Device::of(headers) };
    let session = sessions::open_instead(&mut tx, &permit, old.as_ref(), beginning, now).await?;
    let told = Told { object: "session", object_id: None, about: Some(key.person), party: None };
    leave(&mut tx, &permit, told, now).await?;
    tx.commit().await?;
    came_in(Way::Passkey);
    let cookies = [people.cookies.set(&session), people.cookies.end_ceremony()];
    let to = if again { anew::ANEW } else { people.landing(here, person, membership).await? };
    Ok(told::on_to(to, &[&cookies[0], &cookies[1]]))
}

/// A key of which there seem to be two: its owner reads so under *Wie keek?*.
async fn tell(people: &People, here: Municipality, key: &Key) -> Answer<()> {
    let permit = Permit::somebody_comes_in(here, "session.open", key.person);
    let mut tx = people.db.begin().await?;
    let told = Told { object: "session", object_id: None, about: Some(key.person), party: None };
    refused(&mut tx, &permit, told, people.now()).await?;
    Ok(tx.commit().await?)
}
