//! Taking an invitation: opening it in this browser, saying what one is called, and being in.

use access::events::{Way, came_in, stayed_out};
use access::{Caller, Entry, Fields, Here, LinkToken, OpenForm, Permit, Who};
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::header::{CACHE_CONTROL, LOCATION, SET_COOKIE};
use axum::http::{HeaderMap, HeaderName, StatusCode};
use axum::response::{IntoResponse, Response};
use directory::wording::Name;
use ground::db::Tx;
use ground::id::{Id, Municipality};
use ground::moment::Moment;
use ground::trouble::Answer;
use maud::Markup;
use ui::Frame;

use super::view::{self, Opened};
use super::{Invitation, Standing, store};
use crate::device::Device;
use crate::membership::pages::place_of;
use crate::membership::{Membership, ending, store as memberships};
use crate::person::{Person, store as persons};
use crate::session::store::Beginning;
use crate::session::{Proof, store as sessions};
use crate::trail::{Told, by_link, leave};
use crate::{People, words};

pub(crate) fn routes() -> Vec<Entry<People>> {
    use Who::Anyone;
    const OBJECT: &str = "invitation";
    vec![
        Entry::get("/uitnodiging/{token}", Anyone, "invitation.read", OBJECT, "Look at an invitation", look),
        Entry::post(
            "/uitnodiging/{token}",
            Anyone,
            "invitation.open",
            OBJECT,
            "Open an invitation in this browser",
            open,
        ),
        Entry::post("/uitnodiging/{token}/ja", Anyone, "invitation.take", OBJECT, "Come in", take),
    ]
}

type Token = Result<Path<String>, PathRejection>;

const NO_STORE: (HeaderName, &str) = (CACHE_CONTROL, "no-store");

async fn find(people: &People, here: Municipality, token: Token) -> Answer<Option<(LinkToken, Invitation)>> {
    let token = token.ok().and_then(|Path(text)| LinkToken::parse(&text));
    let found = match &token {
        Some(token) => store::find(&people.db, here, token).await?,
        None => None,
    };
    if found.is_none() {
        stayed_out(Way::Invitation, "unknown");
    }
    Ok(token.zip(found))
}

async fn look(
    State(people): State<People>,
    Here(here): Here,
    caller: Caller,
    frame: Frame,
    headers: HeaderMap,
    token: Token,
) -> Answer<Response> {
    let Some((token, invitation)) = find(&people, here, token).await? else {
        return Ok((StatusCode::NOT_FOUND, view::unknown(&frame)).into_response());
    };
    let standing = invitation.standing(people.cookies.browser(&headers).as_ref(), people.now());
    let page = shown(&people, here, &caller, &frame, &token, &invitation, standing, None).await?;
    Ok((status(standing), [NO_STORE], page).into_response())
}

const fn status(standing: Standing) -> StatusCode {
    match standing {
        Standing::Waiting | Standing::Yours => StatusCode::OK,
        // Once the clock is right it may count again.
        Standing::ClockWrong => StatusCode::CONFLICT,
        Standing::Elsewhere | Standing::Taken | Standing::Over => StatusCode::GONE,
    }
}

#[allow(clippy::too_many_arguments, reason = "who looks at what, and how it stands")]
async fn shown(
    people: &People,
    here: Municipality,
    caller: &Caller,
    frame: &Frame,
    token: &LinkToken,
    invitation: &Invitation,
    standing: Standing,
    wrong: Option<(&str, String)>,
) -> Answer<Markup> {
    let place = place_of(people, here, invitation.belongs.party()).await?;
    let (typed, fault) = wrong.map_or(("", None), |(typed, fault)| (typed, Some(fault)));
    let role = invitation.belongs.role();
    let known = caller.signed().map(|signed| signed.name.as_str());
    Ok(view::opened(frame, &Opened { token, place: &place, role, standing, known, typed, fault }))
}

/// Binds it to this browser. What looks at links by itself does not press buttons.
async fn open(
    State(people): State<People>,
    Here(here): Here,
    caller: Caller,
    frame: Frame,
    headers: HeaderMap,
    token: Token,
    OpenForm(_): OpenForm<Fields>,
) -> Answer<Response> {
    let Some((token, invitation)) = find(&people, here, token).await? else {
        return Ok((StatusCode::NOT_FOUND, view::unknown(&frame)).into_response());
    };
    let now = people.now();
    let at = format!("/uitnodiging/{}", token.as_str());
    let standing = invitation.standing(people.cookies.browser(&headers).as_ref(), now);
    match standing {
        // Pressed twice: it is open here already.
        Standing::Yours => Ok((StatusCode::SEE_OTHER, [(LOCATION, at)]).into_response()),
        Standing::Waiting => {
            let browser = LinkToken::new()?;
            let mut tx = people.db.begin().await?;
            let bound = store::bind(&mut tx, here, &token, &browser, now).await?;
            if bound {
                let party = invitation.belongs.party().map(Id::uuid);
                let told = Told { object: "party", object_id: party, about: None };
                by_link(&mut tx, here, "invitation.open", told, now).await?;
            }
            tx.commit().await?;
            if !bound {
                let page =
                    shown(&people, here, &caller, &frame, &token, &invitation, Standing::Elsewhere, None);
                return Ok((StatusCode::GONE, [NO_STORE], page.await?).into_response());
            }
            let bind = people.cookies.bind(&browser);
            Ok((StatusCode::SEE_OTHER, [(LOCATION, at), (SET_COOKIE, bind)]).into_response())
        }
        standing => {
            let page = shown(&people, here, &caller, &frame, &token, &invitation, standing, None).await?;
            Ok((status(standing), [NO_STORE], page).into_response())
        }
    }
}

async fn take(
    State(people): State<People>,
    Here(here): Here,
    caller: Caller,
    frame: Frame,
    headers: HeaderMap,
    token: Token,
    OpenForm(fields): OpenForm<Fields>,
) -> Answer<Response> {
    let Some((token, invitation)) = find(&people, here, token).await? else {
        return Ok((StatusCode::NOT_FOUND, view::unknown(&frame)).into_response());
    };
    let standing = invitation.standing(people.cookies.browser(&headers).as_ref(), people.now());
    if standing != Standing::Yours {
        stayed_out(Way::Invitation, standing.word());
        let page = shown(&people, here, &caller, &frame, &token, &invitation, standing, None).await?;
        // Not opened yet: there was no form to take it with.
        let status = if standing == Standing::Waiting { StatusCode::GONE } else { status(standing) };
        return Ok((status, [NO_STORE], page).into_response());
    }
    if caller.signed().is_some() {
        caller.proved(fields.get("csrf"))?;
        return joins(&people, here, &caller, &frame, &headers, &token, &invitation).await;
    }
    let typed = fields.get("name");
    match view::name(&frame, typed) {
        Ok(name) => comes_in(&people, here, &frame, &headers, &token, &invitation, name).await,
        Err(fault) => {
            let wrong = Some((typed, fault));
            let page = shown(&people, here, &caller, &frame, &token, &invitation, standing, wrong).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, [NO_STORE], page).into_response())
        }
    }
}

/// Somebody new: a person, a membership, and a session that opens the own page only, until there is a key.
async fn comes_in(
    people: &People,
    here: Municipality,
    frame: &Frame,
    headers: &HeaderMap,
    token: &LinkToken,
    invitation: &Invitation,
    name: Name,
) -> Answer<Response> {
    let now = people.now();
    let person = Person { id: Id::new(now), name, created_at: now };
    let permit = Permit::somebody_comes_in(here, "invitation.take", person.id.uuid());
    let mut tx = people.db.begin().await?;
    if !store::take(&mut tx, &permit, &token.digest(), now).await? {
        tx.rollback().await?;
        return Ok(taken_meanwhile(frame));
    }
    persons::add(&mut tx, &permit, &person).await?;
    belong(&mut tx, &permit, person.id, invitation, now).await?;
    let old = people.cookies.carried(headers);
    let beginning =
        Beginning { person: person.id, proof: Proof::Link, membership: None, device: Device::of(headers) };
    let session = sessions::open_instead(&mut tx, &permit, old.as_ref(), beginning, now).await?;
    tx.commit().await?;
    came_in(Way::Invitation);
    Ok(in_now("/ik?gedaan=welkom", &[people.cookies.set(&session), people.cookies.unbind()]))
}

fn in_now(to: &'static str, cookies: &[String]) -> Response {
    let mut response = (StatusCode::SEE_OTHER, [(LOCATION, to)]).into_response();
    for cookie in cookies {
        if let Ok(cookie) = cookie.parse() {
            response.headers_mut().append(SET_COOKIE, cookie);
        }
    }
    response
}

/// Somebody who is in already: one place more, or another role in the same place.
async fn joins(
    people: &People,
    here: Municipality,
    caller: &Caller,
    frame: &Frame,
    headers: &HeaderMap,
    token: &LinkToken,
    invitation: &Invitation,
) -> Answer<Response> {
    let Some(signed) = caller.signed() else { return Ok(taken_meanwhile(frame)) };
    let (person, now) = (Id::from_uuid(signed.person), people.now());
    let permit = Permit::somebody_comes_in(here, "invitation.take", signed.person);
    let mut tx = people.db.begin().await?;
    persons::hold(&mut tx, &permit, person).await?;
    if !store::take(&mut tx, &permit, &token.digest(), now).await? {
        tx.rollback().await?;
        return Ok(taken_meanwhile(frame));
    }
    let before = belong(&mut tx, &permit, person, invitation, now).await?;
    let Some(before) = before else {
        tx.commit().await?;
        return Ok(in_now("/ik?gedaan=erbij", &[people.cookies.unbind()]));
    };
    ending::take_back_unless_kept(&mut tx, &permit, &before, invitation.belongs.role()).await?;
    let session = goes_on(&mut tx, people, &permit, headers, person).await?;
    tx.commit().await?;
    Ok(in_now("/ik?gedaan=rol", &[session, people.cookies.unbind()]))
}

/// Another role ends every session, as when a coordinator gives it. Only this browser goes on, under a new token; its cookie.
async fn goes_on(
    tx: &mut Tx,
    people: &People,
    permit: &Permit,
    headers: &HeaderMap,
    person: Id<Person>,
) -> Answer<String> {
    let renewed = match people.cookies.carried(headers) {
        Some(old) => sessions::renew(tx, permit, &old, people.now()).await?,
        None => None,
    };
    if let Some((token, session)) = renewed {
        sessions::end_others(tx, permit, person, session).await?;
        return Ok(people.cookies.set(&token));
    }
    sessions::end_all(tx, permit, person).await?;
    Ok(people.cookies.gone())
}

/// The place as it was, of somebody who had it in another role.
async fn belong(
    tx: &mut Tx,
    permit: &Permit,
    person: Id<Person>,
    invitation: &Invitation,
    now: Moment,
) -> Answer<Option<Membership>> {
    let new = Membership { id: Id::new(now), person, belongs: invitation.belongs, since: now };
    let added = memberships::add(tx, permit, &new).await?;
    let told = Told { object: "membership", object_id: Some(added.id.uuid()), about: Some(person.uuid()) };
    leave(tx, permit, told, now).await?;
    Ok(added.before)
}

fn taken_meanwhile(frame: &Frame) -> Response {
    stayed_out(Way::Invitation, Standing::Taken.word());
    let w = words(frame.lang);
    let page = ui::page(
        frame,
        ui::Page::new(ui::fl!(w, "join-not")).lead(ui::fl!(w, "join-taken")),
        maud::html! { p { (ui::fl!(w, "join-forward")) } },
    );
    (StatusCode::GONE, [NO_STORE], page).into_response()
}
