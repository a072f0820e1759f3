//! `/terug`: somebody who lost every key gets a code, waits for two colleagues, and goes on.

use std::net::IpAddr;

use access::events::{Stopped, Way, came_in, stayed_out, stopped};
use access::{Address, Caller, Entry, Fields, Here, LinkToken, OpenForm, Permit, Who};
use axum::Extension;
use axum::extract::State;
use axum::http::header::{LOCATION, RETRY_AFTER, SET_COOKIE};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use ground::id::Municipality;
use ground::moment::Moment;
use ground::trouble::{Answer, Trouble};
use ui::Frame;

use super::code::Code;
use super::{Lost, Recovery, Standing, store, trail, view};
use crate::People;
use crate::account::store as accounts;
use crate::device::Device;
use crate::membership::store as memberships;
use crate::passkey::store as passkeys;
use crate::person::store as persons;
use crate::session::Proof;
use crate::session::store::{self as sessions, Beginning};

pub(crate) fn routes() -> Vec<Entry<People>> {
    use Who::Anyone;
    const OBJECT: &str = "recovery";
    vec![
        Entry::get("/terug", Anyone, "recovery.read", OBJECT, "Come back in without a key", look),
        Entry::post("/terug", Anyone, "recovery.ask", OBJECT, "Ask for a code in this browser", ask),
        Entry::post("/terug/verder", Anyone, "recovery.take", OBJECT, "Go on after two colleagues", take),
    ]
}

/// Codes that are taken already are rare: so often another one is drawn.
const DRAWS: usize = 5;

async fn look(
    State(people): State<People>,
    Here(here): Here,
    caller: Caller,
    frame: Frame,
    headers: HeaderMap,
) -> Answer<Response> {
    if caller.signed().is_some() {
        return Ok(access::on_to("/ik".to_owned()));
    }
    let Some((browser, found)) = asked(&people, here, &headers).await? else {
        return Ok(view::start(&frame).into_response());
    };
    let standing = found.standing(people.now());
    let code = Code::of(&browser, found.shown_at);
    Ok(view::waiting(&frame, &code, &found, standing).into_response())
}

/// What was asked for in this browser, if anything.
async fn asked(
    people: &People,
    here: Municipality,
    headers: &HeaderMap,
) -> Answer<Option<(LinkToken, Recovery)>> {
    let Some(browser) = people.cookies.asked_in(headers) else { return Ok(None) };
    let found = store::of_browser(&people.db, here, &browser).await?;
    Ok(found.map(|found| (browser, found)))
}

async fn ask(
    State(people): State<People>,
    Here(here): Here,
    caller: Caller,
    address: Option<Extension<Address>>,
    headers: HeaderMap,
    OpenForm(fields): OpenForm<Fields>,
) -> Answer<Response> {
    if caller.signed().is_some() {
        return Ok(access::on_to("/ik".to_owned()));
    }
    let now = people.now();
    if let Some((browser, found)) = asked(&people, here, &headers).await?
        && matches!(
            found.standing(now),
            Standing::Asked | Standing::Half | Standing::Lapsed | Standing::Ready
        )
    {
        // The form says which showing it wants another of. Pressed twice: the code is here already.
        if fields.get("van") != found.shown_at.micros().to_string() {
            return Ok(access::on_to("/terug".to_owned()));
        }
        return shows_anew(&people, here, &browser, found.shown_at).await;
    }
    let from: Option<IpAddr> = address.map(|Extension(Address(from))| from);
    if let Err(wait) = people.asking.may(from, now) {
        stopped(Stopped::TooOften);
        let retry = [(RETRY_AFTER, wait.seconds().to_string())];
        return Ok((StatusCode::TOO_MANY_REQUESTS, retry).into_response());
    }
    let mut tx = people.db.begin().await?;
    store::forget(&mut tx, here, now).await?;
    for _ in 0..DRAWS {
        let browser = LinkToken::new()?;
        if store::ask(&mut tx, here, &browser, now).await? {
            tx.commit().await?;
            return Ok(to_the_code(&people, &browser));
        }
    }
    tx.rollback().await?;
    Err(Trouble::fault("no code is free to come back in with"))
}

/// Another code for ten minutes, in the browser that asked; what a colleague said of it stays.
async fn shows_anew(
    people: &People,
    here: Municipality,
    browser: &LinkToken,
    shown_at: Moment,
) -> Answer<Response> {
    let mut tx = people.db.begin().await?;
    store::show_anew(&mut tx, here, browser, shown_at, people.now()).await?;
    tx.commit().await?;
    Ok(to_the_code(people, browser))
}

fn to_the_code(people: &People, browser: &LinkToken) -> Response {
    let heads = [(LOCATION, "/terug".to_owned()), (SET_COOKIE, people.cookies.begin_coming_back(browser))];
    (StatusCode::SEE_OTHER, heads).into_response()
}

async fn take(
    State(people): State<People>,
    Here(here): Here,
    caller: Caller,
    frame: Frame,
    headers: HeaderMap,
    OpenForm(_): OpenForm<Fields>,
) -> Answer<Response> {
    if caller.signed().is_some() {
        return Ok(access::on_to("/ik".to_owned()));
    }
    let Some((browser, found)) = asked(&people, here, &headers).await? else {
        stayed_out(Way::Recovery, "elsewhere");
        return Ok((StatusCode::GONE, view::elsewhere(&frame)).into_response());
    };
    let standing = found.standing(people.now());
    let not = |standing: Standing| {
        stayed_out(Way::Recovery, standing.word());
        let status = match standing {
            Standing::Asked | Standing::Half | Standing::Lapsed | Standing::Ready | Standing::ClockWrong => {
                StatusCode::CONFLICT
            }
            Standing::Taken | Standing::Refused | Standing::Over => StatusCode::GONE,
        };
        let code = Code::of(&browser, found.shown_at);
        Ok((status, view::waiting(&frame, &code, &found, standing)).into_response())
    };
    match (&found.lost, standing) {
        (Some(lost), Standing::Ready) => match comes_back(&people, here, &headers, &browser, lost).await? {
            Some(response) => Ok(response),
            None => not(Standing::Over),
        },
        (_, standing) => not(standing),
    }
}

/// What opened the door before opens it no longer, and this browser opens the own page, to make a new key there.
/// Nothing when the code was used or ended meanwhile, or the person belongs there no more.
async fn comes_back(
    people: &People,
    here: Municipality,
    headers: &HeaderMap,
    browser: &LinkToken,
    lost: &Lost,
) -> Answer<Option<Response>> {
    let (now, person) = (people.now(), lost.person);
    let permit = Permit::somebody_comes_in(here, "recovery.take", person.uuid());
    let mut tx = people.db.begin().await?;
    persons::hold(&mut tx, &permit, person).await?;
    let belongs = memberships::all_of(&mut tx, here, person).await?;
    let belongs = belongs.iter().any(|one| one.belongs.party() == lost.party);
    if !belongs || !store::take(&mut tx, &permit, browser, now).await? {
        tx.rollback().await?;
        return Ok(None);
    }
    sessions::end_all(&mut tx, &permit, person).await?;
    passkeys::remove_all(&mut tx, &permit, person).await?;
    accounts::remove_all(&mut tx, &permit, person).await?;
    let beginning = Beginning { person, proof: Proof::Link, membership: None, device: Device::of(headers) };
    let session = sessions::open(&mut tx, &permit, beginning, now).await?;
    trail::tell(&mut tx, &permit, person, now).await?;
    tx.commit().await?;
    came_in(Way::Recovery);
    let mut response = (StatusCode::SEE_OTHER, [(LOCATION, "/ik?gedaan=terug")]).into_response();
    for cookie in [people.cookies.set(&session), people.cookies.end_coming_back()] {
        if let Ok(cookie) = cookie.parse() {
            response.headers_mut().append(SET_COOKIE, cookie);
        }
    }
    Ok(Some(response))
}
