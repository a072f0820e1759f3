//! One visit: in which municipality, in which language, by whom; and a page of words for whatever goes wrong in it.

use std::panic::AssertUnwindSafe;
use std::sync::Arc;

use access::once::Unsent;
use access::{Caller, Here, Object, Relations};
use axum::extract::{Request, State};
use axum::http::header::{CACHE_CONTROL, HOST, SET_COOKIE};
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use directory::municipality::Municipality;
use futures_util::FutureExt as _;
use ground::id::{Id, Municipality as Code};
use ground::trouble::Trouble;
use maud::html;
use people::Known;
use ui::{Call, Frame, Lang, Page, Signed, fl};

use super::{House, body, language, limit, origin, trouble};
use crate::words;

/// What is known about a request before any route is chosen; cheap to keep until the answer is there.
#[derive(Clone)]
pub(super) struct Visit {
    house: House,
    town: Option<Arc<Municipality>>,
    pub(super) lang: Lang,
    caller: Caller,
    /// Whether the policies let this caller to the desk, and keep the map there.
    desk: bool,
    keeps: bool,
    signed: Option<Signed>,
    uri: Uri,
}

impl Visit {
    /// Who may be called, as the settings say.
    pub(super) fn call(&self) -> Option<Call> {
        let phone = self.house.0.settings.phone.as_ref()?;
        Some(Call { number: phone.as_str().to_owned(), dial: phone.dial() })
    }

    pub(super) fn frame(&self) -> Frame {
        let town = self.town.as_deref();
        let dress = self.house.0.themes.dress(town.map_or("", |town| town.theme.as_str()));
        let csrf = self.caller.csrf().map(|csrf| csrf.as_str().to_owned());
        Frame {
            lang: self.lang,
            municipality_name: town.map_or_else(String::new, |town| town.name.to_string()),
            municipality_slug: town.map_or_else(String::new, |town| town.slug.as_str().to_owned()),
            theme_href: dress.href.clone(),
            logo_href: dress.logo_href.clone(),
            demo: town.is_some_and(|town| town.fiction),
            path: self.uri.path_and_query().map_or("/", |path| path.as_str()).to_owned(),
            desk: self.desk,
            keeps: self.keeps,
            acts: self.caller.signed().and_then(|signed| signed.acting?.party).is_some(),
            signed: self.signed.clone(),
            csrf,
            once: None,
            here: None,
        }
    }
}

pub(super) async fn visit(State(house): State<House>, mut request: Request, next: Next) -> Response {
    if for_machines(request.uri().path()) {
        return next.run(request).await;
    }
    let (lang, chosen) = language::choose(request.uri(), request.headers());
    let mut visit = Visit {
        house: house.clone(),
        town: None,
        lang,
        caller: Caller::Stranger,
        desk: false,
        keeps: false,
        signed: None,
        uri: request.uri().clone(),
    };
    match house.0.towns.all(&house.0.db).await {
        Ok(towns) => {
            let host = host_of(&request);
            visit.town = super::towns::choose(&towns, host, house.0.settings.municipality);
            if visit.town.is_none() && !for_everywhere(&house, request.uri().path()) {
                return (StatusCode::NOT_FOUND, choose_town(&visit, &towns)).into_response();
            }
        }
        Err(no) => return trouble::told(&visit, no.into_response()),
    }
    if let Some(town) = &visit.town {
        let code = town.code;
        visit.caller = who(&house, code, request.headers()).await;
        let here = Object::Municipality { municipality: code.0.into() };
        visit.desk = visit.caller.may("desk.read", &here);
        visit.keeps = visit.caller.may("party.add", &here);
        visit.signed = signed(&visit, &house, code).await;
        request.extensions_mut().insert(Here(code));
        request.extensions_mut().insert::<Arc<dyn Relations>>(Arc::new(Known(house.0.db.clone())));
    }
    let frame = visit.frame();
    let inside = for_who_came_in(request.uri().path());
    let at_the_door = at_the_door(request.uri().path());
    let mut response = if inside && visit.caller.is_stranger() {
        strangers_page(&house, &visit, &frame, request).await
    } else {
        request.extensions_mut().insert(visit.caller.clone());
        request.extensions_mut().insert(frame);
        let answer = AssertUnwindSafe(next.run(request)).catch_unwind().await;
        // What the panic said went to the log with its place; it may hold content, so it goes no further.
        answer.unwrap_or_else(|_| Trouble::fault("a handler panicked").into_response())
    };
    response = trouble::told(&visit, response);
    if inside || at_the_door || !visit.caller.is_stranger() {
        response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    if chosen
        && let Ok(cookie) =
            HeaderValue::from_str(&language::remember(lang, house.0.settings.base_url.is_https()))
    {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
    response
}

fn host_of(request: &Request) -> &str {
    let header = || request.headers().get(HOST).and_then(|host| host.to_str().ok());
    request.uri().host().or_else(header).unwrap_or_default()
}

/// Whose session a request carries. A database that does not answer makes a stranger of everybody.
async fn who(house: &House, here: Code, headers: &HeaderMap) -> Caller {
    if let Ok(Some(signed)) = house.0.people.signed(here, headers).await {
        return Caller::Person(signed);
    }
    match house.0.door.session(here, headers).await {
        Ok(Some(csrf)) => Caller::Operator { municipality: here, csrf },
        _ => Caller::Stranger,
    }
}

/// What the head of each page says of who came in, and as what.
async fn signed(visit: &Visit, house: &House, here: Code) -> Option<Signed> {
    let person = visit.caller.signed()?;
    let acting = match person.acting {
        None => None,
        Some(acting) => {
            let role = people::membership::role_name(visit.lang, acting.role);
            let party = match acting.party {
                Some(party) => {
                    let found = directory::party::named::name(&house.0.db, here, Id::from_uuid(party)).await;
                    found.ok().flatten().map(|name| name.to_string())
                }
                None => visit.town.as_ref().map(|town| town.name.to_string()),
            };
            let comma = ui::format::comma(visit.lang);
            Some(party.map_or(role.clone(), |party| format!("{role}{comma}{party}")))
        }
    };
    let party = person.acting.and_then(|acting| acting.party).map(|party| party.to_string());
    Some(Signed { name: person.name.clone(), acting, party })
}

/// One page for every address that is not for strangers, whether it exists or not. Whoever was signed in while typing finds
/// what was typed above the ways in.
async fn strangers_page(house: &House, visit: &Visit, frame: &Frame, request: Request) -> Response {
    let here = visit.town.as_ref().map(|town| town.code);
    let ways = match here {
        Some(here) => house.0.people.ways(here).await,
        None => return StatusCode::NOT_FOUND.into_response(),
    };
    match ways {
        Ok(ways) => {
            let unsent = unsent(house, request).await.map(|unsent| unsent.at_the_door(frame));
            (StatusCode::FORBIDDEN, people::door::sign_in(frame, &ways, unsent.as_ref())).into_response()
        }
        Err(no) => no.into_response(),
    }
}

/// What was typed in a page of ours; of what another site sent, and of what comes too often, nothing.
async fn unsent(house: &House, request: Request) -> Option<Unsent> {
    if !origin::from_here(request.headers(), request.uri()) || !limit::may_send(house, &request) {
        return None;
    }
    tokio::time::timeout(body::ANSWER, Unsent::read(request)).await.ok().flatten()
}

/// Where somebody comes in: for strangers, and not to be kept by a browser others use too.
fn at_the_door(path: &str) -> bool {
    matches!(path, "/beheer/sleutel" | "/beheer/aanmelden" | "/terug" | "/terug/verder")
        || path.starts_with("/aanmelden")
        || path.starts_with("/uitnodiging/")
}

/// Behind the door: nothing there says whether it exists to somebody who did not come in.
fn for_who_came_in(path: &str) -> bool {
    let under =
        |root: &str| path.strip_prefix(root).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    let inside = [
        "/beheer",
        "/controle",
        "/ik",
        "/overdracht",
        "/overdrachten",
        "/vandaag",
        "/vraag",
        "/vragen",
        "/wederkerigheid",
    ];
    !at_the_door(path) && (inside.into_iter().any(under) || path == "/afmelden")
}

/// No page, no visitor: nothing to look up.
fn for_machines(path: &str) -> bool {
    path.starts_with("/_/")
        || matches!(path, "/gezond" | "/openapi.json" | "/robots.txt" | "/favicon.svg" | "/favicon.ico")
}

/// The style guide is of no municipality.
fn for_everywhere(house: &House, path: &str) -> bool {
    house.0.settings.demo && path == "/stijl"
}

fn choose_town(visit: &Visit, towns: &[Arc<Municipality>]) -> maud::Markup {
    let w = words(visit.lang);
    let base = &visit.house.0.settings.base_url;
    let scheme = if base.is_https() { "https" } else { "http" };
    let lead = if towns.is_empty() { fl!(w, "no-municipality") } else { fl!(w, "choose-municipality-lead") };
    ui::page(
        &visit.frame(),
        Page::new(fl!(w, "choose-municipality")).lead(lead),
        html! {
            ul {
                @for town in towns {
                    li { a href={ (scheme) "://" (town.slug.as_str()) "." (base.host()) "/" } { (town.name) } }
                }
            }
        },
    )
}
