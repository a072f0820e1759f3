//! One visit: in which municipality, in which language, by whom; and a page of words for whatever goes wrong in it.

use std::panic::AssertUnwindSafe;
use std::sync::Arc;

use access::{Caller, Here};
use axum::extract::{Request, State};
use axum::http::header::{CACHE_CONTROL, HOST, SET_COOKIE};
use axum::http::{HeaderValue, StatusCode, Uri};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use directory::municipality::Municipality;
use futures_util::FutureExt as _;
use ground::trouble::Trouble;
use maud::html;
use ui::{Call, Frame, Lang, Page, fl};

use super::{House, language, trouble};
use crate::words;

/// What is known about a request before any route is chosen; cheap to keep until the answer is there.
#[derive(Clone)]
pub(super) struct Visit {
    house: House,
    town: Option<Arc<Municipality>>,
    pub(super) lang: Lang,
    caller: Caller,
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
        let csrf = match &self.caller {
            Caller::Operator { csrf, .. } => Some(csrf.as_str().to_owned()),
            Caller::Stranger => None,
        };
        Frame {
            lang: self.lang,
            municipality_name: town.map_or_else(String::new, |town| town.name.to_string()),
            municipality_slug: town.map_or_else(String::new, |town| town.slug.as_str().to_owned()),
            theme_href: dress.href.clone(),
            logo_href: dress.logo_href.clone(),
            demo: town.is_some_and(|town| town.fiction),
            path: self.uri.path_and_query().map_or("/", |path| path.as_str()).to_owned(),
            operator: self.caller.is_operator(),
            csrf,
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
        uri: request.uri().clone(),
    };
    match house.0.towns.all(&house.0.db).await {
        Ok(towns) => {
            let host = host_of(&request);
            visit.town = super::towns::choose(&towns, host, house.0.settings.municipality);
            if visit.town.is_none() && !for_everywhere(request.uri().path()) {
                return (StatusCode::NOT_FOUND, choose_town(&visit, &towns)).into_response();
            }
        }
        Err(no) => return trouble::told(&visit, no.into_response()),
    }
    if let Some(town) = &visit.town {
        // A database that does not answer makes a stranger of everybody.
        if let Ok(Some(csrf)) = house.0.door.session(town.code, request.headers()).await {
            visit.caller = Caller::Operator { municipality: town.code, csrf };
        }
        request.extensions_mut().insert(Here(town.code));
    }
    let frame = visit.frame();
    let at_desk = desk(request.uri().path());
    let mut response =
        if at_desk && !visit.caller.is_operator() && request.uri().path() != "/beheer/aanmelden" {
            let to =
                if request.method() == axum::http::Method::GET { frame.path.as_str() } else { "/beheer" };
            let refused = (!house.0.door.has_key()).then_some(access::operator::Refused::NoKey);
            (StatusCode::FORBIDDEN, access::operator::sign_in(&frame, to, refused)).into_response()
        } else if at_desk && !visit.caller.is_operator() && request.method() != axum::http::Method::POST {
            (StatusCode::FORBIDDEN, access::operator::sign_in(&frame, "/beheer", None)).into_response()
        } else {
            request.extensions_mut().insert(visit.caller.clone());
            request.extensions_mut().insert(frame);
            let answer = AssertUnwindSafe(next.run(request)).catch_unwind().await;
            // What the panic said went to the log with its place; it may hold content, so it goes no further.
            answer.unwrap_or_else(|_| Trouble::fault("a handler panicked").into_response())
        };
    response = trouble::told(&visit, response);
    if at_desk || visit.caller.is_operator() {
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

fn desk(path: &str) -> bool {
    path == "/beheer" || path.starts_with("/beheer/")
}

/// No page, no visitor: nothing to look up.
fn for_machines(path: &str) -> bool {
    path.starts_with("/_/")
        || matches!(path, "/gezond" | "/openapi.json" | "/robots.txt" | "/favicon.svg" | "/favicon.ico")
}

fn for_everywhere(path: &str) -> bool {
    path == "/stijl"
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
