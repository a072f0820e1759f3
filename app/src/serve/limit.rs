//! How often somebody may send a form, or ask what costs work or is written down: by account, by household, and all together.

use access::events::{Stopped, stopped};
use access::limit::{Buckets, Pace, Prefix, Wait};
use access::once::session;
use access::{Address, Caller};
use axum::extract::{MatchedPath, Request, State};
use axum::http::header::{ACCESS_CONTROL_ALLOW_ORIGIN, CONTENT_TYPE, RETRY_AFTER};
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use ground::moment::Moment;
use serde_json::json;
use ui::{Frame, Lang, fl};

use super::House;
use crate::settings::{Limits, PerMinute};
use crate::words;

/// Pages that search, make or read a whole file, write a row for whoever asks, or leave a line in the trail of who looked,
/// which is kept for years. The others are read from memory and cost next to nothing.
pub const COSTLY: [&str; 17] = [
    "/zoek",
    "/zoek/suggesties",
    "/buurt/{code}/blad",
    "/open/hsds.json",
    "/open/datapackage.zip",
    "/beheer/import/{id}/regels.csv",
    "/aanmelden/account",
    "/aanmelden/account/klaar",
    "/ik/wie-keek",
    "/controle",
    "/beheer/aanvragen",
    "/beheer/mensen",
    "/beheer/partij/{party}/mensen",
    "/beheer/terug",
    "/vraag/{question}",
    "/overdracht/{handover}",
    "/overdracht/{handover}/codewoord",
];

/// Lists for programs; they cost work when words are searched in them.
const SEARCHED: &str = "search=";

/// Who was here a moment ago, in memory: some megabytes at most, whatever comes.
const MOST_ADDRESSES: usize = 50_000;
const MOST_ACCOUNTS: usize = 10_000;

/// One kind of what is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Form,
    Search,
}

impl Kind {
    fn of(request: &Request) -> Option<Self> {
        if !matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS) {
            // Nothing can be written there: it costs nothing to say so.
            return (!request.uri().path().starts_with("/hsds")).then_some(Self::Form);
        }
        let pattern = request.extensions().get::<MatchedPath>()?.as_str();
        let searched = || {
            pattern.starts_with("/hsds/")
                && request
                    .uri()
                    .query()
                    .is_some_and(|query| query.split('&').any(|it| it.starts_with(SEARCHED)))
        };
        (COSTLY.contains(&pattern) || searched()).then_some(Self::Search)
    }
}

/// What is left to everybody, per kind.
pub(super) struct Turns {
    forms: Meter,
    searches: Meter,
}

struct Meter {
    accounts: Buckets<String>,
    households: Buckets<Prefix>,
    all: Buckets<()>,
}

impl Turns {
    pub(super) fn new(limits: &Limits) -> Self {
        let meter = |account: PerMinute, household: PerMinute, all: PerMinute| Meter {
            accounts: Buckets::new(Pace::per_minute(account.get()), MOST_ACCOUNTS),
            households: Buckets::new(Pace::per_minute(household.get()), MOST_ADDRESSES),
            all: Buckets::new(Pace::per_minute(all.get()), 1),
        };
        Self {
            forms: meter(limits.forms_account, limits.forms_address, limits.forms_all),
            searches: meter(limits.searches_account, limits.searches_address, limits.searches_all),
        }
    }
}

impl Meter {
    /// The narrowest limit first: who is over their own does not use up what others have.
    fn take(&self, account: Option<String>, from: Option<Prefix>, now: Moment) -> Result<(), Wait> {
        if let Some(account) = account {
            self.accounts.take(account, now)?;
        }
        if let Some(from) = from {
            self.households.take(from, now)?;
        }
        self.all.take((), now)
    }
}

pub(super) async fn limit(State(house): State<House>, request: Request, next: Next) -> Response {
    let Some(kind) = Kind::of(&request) else { return next.run(request).await };
    let turns = &house.0.turns;
    let meter = match kind {
        Kind::Form => &turns.forms,
        Kind::Search => &turns.searches,
    };
    let account = request.extensions().get::<Caller>().and_then(account);
    match meter.take(account, household(&request), (house.0.clock)()) {
        Ok(()) => next.run(request).await,
        Err(wait) => too_often(&request, wait),
    }
}

/// Whether a form that nobody signed may be read: its sender has a turn left.
pub(super) fn may_send(house: &House, request: &Request) -> bool {
    let from = household(request);
    request.method() == Method::POST && house.0.turns.forms.take(None, from, (house.0.clock)()).is_ok()
}

fn household(request: &Request) -> Option<Prefix> {
    request.extensions().get::<Address>().map(|from| Prefix::household(from.0))
}

/// A person, in however many sessions; of the operator the session, and nothing of a stranger.
fn account(caller: &Caller) -> Option<String> {
    match caller.signed() {
        Some(signed) => Some(signed.person.to_string()),
        None => session(caller).map(|csrf| csrf.as_str().to_owned()),
    }
}

/// A page is made of it further out; a program gets the sentence as JSON, as everywhere under `/hsds`.
fn too_often(request: &Request, wait: Wait) -> Response {
    stopped(Stopped::TooOften);
    let retry = [(RETRY_AFTER, wait.seconds().to_string())];
    if !request.uri().path().starts_with("/hsds") {
        return (StatusCode::TOO_MANY_REQUESTS, retry).into_response();
    }
    let lang = request.extensions().get::<Frame>().map_or(Lang::En, |frame| frame.lang);
    let message =
        ui::plain(&fl!(words(lang), "too-often-for-programs", seconds = wait.seconds().to_string()));
    let body = json!({ "status": 429, "message": message }).to_string();
    let headers = [(CONTENT_TYPE, "application/json"), (ACCESS_CONTROL_ALLOW_ORIGIN, "*")];
    (StatusCode::TOO_MANY_REQUESTS, retry, headers, body).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_called_costly_is_a_page_of_the_table() {
        let routes = super::super::all_routes();
        for path in COSTLY {
            let there = routes.iter().any(|route| route.path == path && route.method == Method::GET);
            assert!(there, "{path} is no page");
        }
    }

    #[test]
    fn who_uses_up_their_own_turns_leaves_those_of_others() {
        let turns =
            Turns::new(&Limits { forms_address: PerMinute::parse("2").unwrap(), ..Limits::default() });
        let now = Moment::fixed(1_764_079_200_000_000);
        let at = |text: &str| Some(Prefix::household(text.parse().unwrap()));
        let try_at = |from: &str| turns.forms.take(None, at(from), now).is_ok();
        assert!(try_at("203.0.113.1") && try_at("203.0.113.1") && !try_at("203.0.113.1"));
        assert!(try_at("203.0.113.2"));
    }
}
