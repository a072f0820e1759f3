//! `/aanmelden/account`: away to the municipality's own sign-in, and back.

use access::operator::cookie;
use access::{Caller, Entry, Here, Object, Permit, Who};
use axum::extract::{RawQuery, State};
use axum::http::header::{CACHE_CONTROL, LOCATION, REFRESH, SET_COOKIE};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use ground::id::{Id, Municipality};
use ground::trouble::Answer;
use provider::{BACK, Providers, Query, Refused, ReturnTo, StateCookie};
use ui::Frame;

use super::{store, view};
use crate::device::Device;
use crate::person::Person;
use crate::session::Proof;
use crate::session::store::{self as sessions, Beginning};
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

async fn begin(State(people): State<People>, Here(here): Here, frame: Frame) -> Answer<Response> {
    let Some(providers) = of_town(&people, here) else {
        return Ok(no(&people, &frame, Refused::NoProvider));
    };
    let to = ReturnTo::parse("/ik").unwrap_or_else(ReturnTo::front);
    match providers.begin(here, to, people.now()).await? {
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
    let owner = store::owner(&people.db, here, &account).await?;
    match (owner, caller.signed()) {
        (Some(owner), Some(signed)) if owner.uuid() != signed.person => Ok(somebody_elses(&people, &frame)),
        (Some(owner), _) => {
            let permit = Permit::somebody_comes_in(here, "session.open", owner.uuid());
            comes_in(&people, &frame, &headers, &permit, owner, None).await
        }
        (None, Some(signed)) => {
            let object = Object::Person { municipality: tenant(here), person: signed.person };
            let permit = caller.ask("account.add", &object)?;
            comes_in(&people, &frame, &headers, &permit, Id::from_uuid(signed.person), Some(&account)).await
        }
        (None, None) => Ok(unknown(&people, &frame)),
    }
}

fn unknown(people: &People, frame: &Frame) -> Response {
    let forget = [(SET_COOKIE, StateCookie::forget(people.cookies.secure))];
    (StatusCode::FORBIDDEN, forget, view::unknown(frame)).into_response()
}

fn somebody_elses(people: &People, frame: &Frame) -> Response {
    let forget = [(SET_COOKIE, StateCookie::forget(people.cookies.secure))];
    (StatusCode::CONFLICT, forget, view::somebody_elses(frame)).into_response()
}

/// A new session, also for who was in by a link only: with another proof begins another session.
async fn comes_in(
    people: &People,
    frame: &Frame,
    headers: &HeaderMap,
    permit: &Permit,
    person: Id<Person>,
    new: Option<&[u8]>,
) -> Answer<Response> {
    let now = people.now();
    let membership = people.only_place(permit.municipality(), person).await?;
    let mut tx = people.db.begin().await?;
    if let Some(account) = new
        && !store::add(&mut tx, permit, account, person, now).await?
    {
        tx.rollback().await?;
        return Ok(somebody_elses(people, frame));
    }
    if let Some(old) = people.cookies.carried(headers) {
        sessions::close(&mut tx, permit, &old).await?;
    }
    let beginning = Beginning { person, proof: Proof::Account, membership, device: Device::of(headers) };
    let token = sessions::open(&mut tx, permit, beginning, now).await?;
    let told = Told { object: "session", object_id: None, about: Some(person.uuid()) };
    leave(&mut tx, permit, told, now).await?;
    tx.commit().await?;
    let mut response = (
        StatusCode::SEE_OTHER,
        [(LOCATION, people.landing(permit.municipality(), person, membership).await?)],
    )
        .into_response();
    for line in [people.cookies.set(&token), StateCookie::forget(people.cookies.secure)] {
        if let Ok(line) = line.parse() {
            response.headers_mut().append(SET_COOKIE, line);
        }
    }
    Ok(response)
}
