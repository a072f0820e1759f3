//! `/aanmelden/account`: away to the municipality's own sign-in, and back.

use access::events::{Way, came_in, stayed_out};
use access::operator::cookie;
use access::{Caller, Entry, Here, Object, Permit, Who};
use axum::extract::{RawQuery, State};
use axum::http::header::{CACHE_CONTROL, LOCATION, REFRESH, SET_COOKIE};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use ground::id::{Id, Municipality};
use ground::moment::Moment;
use ground::trouble::Answer;
use maud::Markup;
use provider::{BACK, Providers, Query, Refused, ReturnTo, StateCookie};
use ui::Frame;

use super::{store, view};
use crate::device::Device;
use crate::person::Person;
use crate::session::store::{self as sessions, Beginning};
use crate::session::{Proof, anew};
use crate::trail::{Told, leave};
use crate::{People, tenant};

pub(crate) fn routes() -> Vec<Entry<People>> {
    use Who::Anyone;
    const OBJECT: &str = "session";
    vec![
        Entry::get(
            "/aanmelden/account",
            Anyone,
            "session.begin",
            OBJECT,
            "Away to the municipality's own sign-in",
            begin,
        ),
        Entry::get(BACK, Anyone, "session.back", OBJECT, "Back from the municipality's own sign-in", back),
        Entry::get(
            "/aanmelden/account/klaar",
            Anyone,
            "session.open",
            OBJECT,
            "Come in with the account of the municipality",
            arrived,
        ),
    ]
}

/// The sign-in of this municipality, when it has one of its own.
fn of_town(people: &People, here: Municipality) -> Option<&Providers> {
    people.providers.as_deref().filter(|all| all.name(here).is_some())
}

/// `?opnieuw`: to show once more who one is.
async fn begin(
    State(people): State<People>,
    Here(here): Here,
    frame: Frame,
    RawQuery(query): RawQuery,
) -> Answer<Response> {
    let Some(providers) = of_town(&people, here) else {
        return Ok(no(&people, &frame, Refused::NoProvider));
    };
    let again = query.is_some_and(|query| query.split('&').any(|part| part == "opnieuw"));
    let to = ReturnTo::parse(if again { anew::ANEW } else { "/ik" }).unwrap_or_else(ReturnTo::front);
    let begun = if again {
        providers.begin_anew(here, to, people.now()).await?
    } else {
        providers.begin(here, to, people.now()).await?
    };
    match begun {
        Ok(begun) => {
            let heads = [(LOCATION, begun.to), (SET_COOKIE, begun.cookie.set(people.cookies.secure))];
            Ok((StatusCode::SEE_OTHER, heads).into_response())
        }
        Err(refused) => Ok(no(&people, &frame, refused)),
    }
}

/// Whoever comes from another site brings no session along: this page goes on by itself to one that gets it.
async fn back(frame: Frame, RawQuery(query): RawQuery) -> Response {
    let plain = |byte: &u8| byte.is_ascii_graphic() && !matches!(byte, b'"' | b'<' | b'>' | b'\\' | b'\'');
    let query = query.unwrap_or_default();
    let query = if query.bytes().all(|byte| plain(&byte)) { query } else { String::new() };
    let to = format!("/aanmelden/account/klaar?{query}");
    let page = view::going_on(&frame, &to);
    ([(REFRESH, format!("0; url={to}")), (CACHE_CONTROL, "no-store".to_owned())], page).into_response()
}

fn no(people: &People, frame: &Frame, refused: Refused) -> Response {
    stayed_out(Way::Account, refused.key());
    let heads =
        [(SET_COOKIE, StateCookie::forget(people.cookies.secure)), (CACHE_CONTROL, "no-store".to_owned())];
    (StatusCode::UNPROCESSABLE_ENTITY, heads, view::refused(frame, refused)).into_response()
}

async fn arrived(
    State(people): State<People>,
    Here(here): Here,
    caller: Caller,
    frame: Frame,
    headers: HeaderMap,
    RawQuery(query): RawQuery,
) -> Answer<Response> {
    let Some(providers) = of_town(&people, here) else {
        return Ok(no(&people, &frame, Refused::NoProvider));
    };
    let query = match Query::parse(&query.unwrap_or_default()) {
        Ok(query) => query,
        Err(refused) => return Ok(no(&people, &frame, refused)),
    };
    let carried = cookie(&headers, StateCookie::name(people.cookies.secure)).and_then(StateCookie::parse);
    let arrived = match providers.arrive(here, &query, carried.as_ref(), people.now()).await? {
        Ok(arrived) => arrived,
        Err(refused) => return Ok(no(&people, &frame, refused)),
    };
    let account = store::digest(&arrived);
    // What the municipality does not say proves nothing, also when it was to ask: who holds the phone can take that out of
    // the address on the way.
    let proved = arrived.asked_at.map(|at| at.min(people.now()));
    let again = arrived.return_to.as_str() == anew::ANEW;
    let owner = store::owner(&people.db, here, &account).await?;
    match (owner, caller.signed()) {
        (Some(owner), Some(signed)) if owner.uuid() != signed.person => Ok(somebody_elses(&people, &frame)),
        (Some(owner), _) => {
            let permit = Permit::somebody_comes_in(here, "session.open", owner.uuid());
            let came = Came { person: owner, new: None, proved };
            comes_in(&people, &caller, &frame, &headers, &permit, came, again).await
        }
        // To show once more who one is adds nothing: an account that is not here yet is not theirs.
        (None, Some(_)) if again => Ok(not_yours(&people, &frame)),
        (None, Some(signed)) => {
            let object = Object::Person { municipality: tenant(here), person: signed.person };
            let permit = caller.ask("account.add", &object)?;
            if !people.is_surely(here, signed).await? {
                let forget = [(SET_COOKIE, StateCookie::forget(people.cookies.secure))];
                return Ok((forget, anew::first()).into_response());
            }
            let came = Came { person: Id::from_uuid(signed.person), new: Some(&account), proved };
            comes_in(&people, &caller, &frame, &headers, &permit, came, false).await
        }
        (None, None) => Ok(unknown(&people, &frame)),
    }
}

/// Who came, with an account that is new here or known.
struct Came<'c> {
    person: Id<Person>,
    new: Option<&'c [u8]>,
    proved: Option<Moment>,
}

fn unknown(people: &People, frame: &Frame) -> Response {
    stays_out(people, StatusCode::FORBIDDEN, "unknown", view::unknown(frame))
}

fn not_yours(people: &People, frame: &Frame) -> Response {
    stays_out(people, StatusCode::CONFLICT, "not-yours", view::not_yours(frame))
}

fn somebody_elses(people: &People, frame: &Frame) -> Response {
    stays_out(people, StatusCode::CONFLICT, "somebody-elses", view::somebody_elses(frame))
}

/// The municipality's word is good; that account opens nothing here, or not to who is in.
fn stays_out(people: &People, status: StatusCode, why: &'static str, page: Markup) -> Response {
    stayed_out(Way::Account, why);
    let forget = [(SET_COOKIE, StateCookie::forget(people.cookies.secure))];
    (status, forget, page).into_response()
}

/// A new session, also for who was in by a link only: with another proof begins another session.
/// `again`: to show once more who one is. What one acts as stays.
async fn comes_in(
    people: &People,
    caller: &Caller,
    frame: &Frame,
    headers: &HeaderMap,
    permit: &Permit,
    Came { person, new, proved }: Came<'_>,
    again: bool,
) -> Answer<Response> {
    let now = people.now();
    let acting = caller.signed().filter(|_| again).and_then(|signed| signed.acting);
    let membership = match acting {
        Some(acting) => Some(Id::from_uuid(acting.membership)),
        None => people.only_place(permit.municipality(), person).await?,
    };
    let mut tx = people.db.begin().await?;
    if let Some(account) = new
        && !store::add(&mut tx, permit, account, person, now).await?
    {
        tx.rollback().await?;
        return Ok(somebody_elses(people, frame));
    }
    let old = people.cookies.carried(headers);
    let beginning = Beginning { person, proof: Proof::Account, membership, device: Device::of(headers) };
    let token = sessions::open_instead(&mut tx, permit, old.as_ref(), beginning, now).await?;
    if let Some(at) = proved {
        sessions::proved(&mut tx, permit, &token, at).await?;
    }
    // A way in that is new is about who has it, as a new key is.
    let object = if new.is_some() { "person" } else { "session" };
    let told = Told { object, object_id: None, about: Some(person.uuid()), party: None };
    leave(&mut tx, permit, told, now).await?;
    tx.commit().await?;
    came_in(Way::Account);
    let to = if !again {
        people.landing(permit.municipality(), person, membership).await?
    } else if anew::is_fresh(proved, now) {
        anew::ANEW
    } else {
        anew::NOT_ASKED
    };
    let mut response = (StatusCode::SEE_OTHER, [(LOCATION, to)]).into_response();
    for line in [people.cookies.set(&token), StateCookie::forget(people.cookies.secure)] {
        if let Ok(line) = line.parse() {
            response.headers_mut().append(SET_COOKIE, line);
        }
    }
    Ok(response)
}
