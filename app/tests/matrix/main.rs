//! The matrix: every route, asked by every kind of somebody about everything in every state, answers as an oracle by hand says.
#![forbid(unsafe_code)]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::indexing_slicing,
    unreachable_pub,
    reason = "for tests only"
)]

mod ask;
mod books;
mod kinds;
mod links;
#[path = "../journeys/neighbourhood.rs"]
#[allow(dead_code, reason = "journeys use the rest")]
mod neighbourhood;
mod next_door;
mod oracle;
mod shown;
mod things;
mod town;
mod traces;
mod who;
mod whole;

use std::collections::BTreeSet;

use access::Route;
use books::Books;
use ground::db::testing;
use neighbourhood::{Answer, Visitor};
use oracle::Told;
use samenspel::serve::all_routes;
use shown::{ELSEWHERE, NOTHING_HERE, Shown};
use town::Town;
use traces::Traces;
use who::{Object, Who};

/// One for each kind of somebody, who is in.
async fn browsers(town: &Town) -> Vec<(Who, Visitor)> {
    let mut people = Vec::new();
    for who in Who::all() {
        people.push((who, town.browser(who).await));
    }
    people
}

#[test]
fn the_oracle_knows_every_route_and_no_other() {
    let routes = all_routes();
    let routes: BTreeSet<_> = routes.iter().map(|route| (route.method.as_str(), route.path)).collect();
    assert_eq!(oracle::known().collect::<BTreeSet<_>>(), routes);
}

/// One way to ask a route: which of the people, about what, and what the oracle says of it.
#[derive(Clone, Copy)]
struct Asking {
    at: usize,
    who: Who,
    object: Object,
    expected: Told,
}

fn askings(route: &Route, people: &[(Who, Visitor)]) -> Vec<Asking> {
    let mut all = Vec::new();
    for (at, (who, _)) in people.iter().enumerate() {
        for object in Object::all(route.path, *who) {
            let expected = oracle::expected(route.method.as_str(), route.path, *who, object);
            all.push(Asking { at, who: *who, object, expected });
        }
    }
    all
}

#[derive(Default)]
struct Tally {
    answers: u32,
    counted: [u32; 3],
    wrong: Vec<String>,
    left: Traces,
}

impl Tally {
    fn hears(&mut self, route: &Route, asking: Asking, answer: &Answer) -> Option<Told> {
        let Asking { who, object, expected, .. } = asking;
        let told = ask::told(answer);
        self.answers += 1;
        match told {
            Some(told) if told == expected => self.counted[told as usize] += 1,
            _ => self
                .says(route, &format!("by {who} about {object:?}: {} and not {expected:?}", answer.status)),
        }
        told
    }

    fn says(&mut self, route: &Route, what: &str) {
        self.wrong.push(format!("{} {} {what}", route.method, route.path));
    }
}

/// Everybody who may not, one after another: nothing of the database is another afterwards.
async fn refusals(town: &Town, books: &Books, route: &Route, people: &[(Who, Visitor)], tally: &mut Tally) {
    let before = books.read(&town.db).await;
    for asking in askings(route, people).into_iter().filter(|asking| asking.expected != Told::In) {
        let Asking { at, who, object, .. } = asking;
        let answer = ask::ask(town, route, who, &people[at].1, (object, false)).await;
        tally.hears(route, asking, &answer);
    }
    let changed = books::changed(&before, &books.read(&town.db).await);
    if !changed.is_empty() {
        tally.says(route, &format!("by who may not: {} changed", changed.join(", ")));
    }
}

/// Everybody who may, one after another; and at least once somebody gets it done.
async fn permits(town: &mut Town, route: &Route, people: &mut Vec<(Who, Visitor)>, tally: &mut Tally) {
    let all: Vec<Asking> =
        askings(route, people).into_iter().filter(|asking| asking.expected == Told::In).collect();
    let mut done = all.is_empty() || whole::is_elsewhere(route);
    for asking in all {
        let Asking { at, who, object, .. } = asking;
        let end = traces::end(&town.db).await;
        let answer = ask::ask(town, route, who, &people[at].1, (object, true)).await;
        let told = tally.hears(route, asking, &answer);
        if told == Some(Told::In) {
            tally.left.take(&town.db, route, answer.status.as_u16(), end).await;
        }
        done |= is_done(&answer);
        if told == Some(Told::In) && ask::destroys(route) {
            if object == Object::TakenOff {
                town.take_one_off().await;
            }
            town.restore().await;
            if route.action == "party.remove" {
                // With a party, the places of its people end.
                *people = browsers(town).await;
            }
        }
    }
    let end = traces::end(&town.db).await;
    if let Some(answer) = whole::done(town, route).await {
        done = is_done(&answer);
        tally.left.take(&town.db, route, answer.status.as_u16(), end).await;
    }
    if !done {
        tally.says(route, "is done for nobody who may");
    }
}

/// Let in, and not to hear what is wrong with the form, or that it is too late.
fn is_done(answer: &Answer) -> bool {
    ask::told(answer) == Some(Told::In) && answer.status.as_u16() < 400
}

#[test]
fn what_nobody_gets_done_here_is_a_route_and_the_line_that_a_journey_shows_is_called_as_the_route_is() {
    let routes = all_routes();
    for Shown { method, path, action, shown_by, .. } in NOTHING_HERE.iter().chain(&ELSEWHERE) {
        let route = routes.iter().find(|route| route.method.as_str() == *method && route.path == *path);
        let Some(route) = route else { panic!("{method} {path} is no route") };
        assert!(
            action.is_none_or(|action| action == route.action),
            "{shown_by} shows {action:?} for {method} {path}, which is called {}",
            route.action
        );
    }
}

#[tokio::test]
async fn everybody_gets_what_the_oracle_says_of_everything_and_who_may_not_changes_nothing() {
    for fresh in testing::each(migrations::ALL).await {
        let folder = tempfile::tempdir().unwrap();
        let mut town = Town::settle(&fresh.db, folder.path()).await;
        let books = Books::open(&fresh.db).await;
        let mut people = browsers(&town).await;
        let mut tally = Tally::default();
        for route in all_routes() {
            refusals(&town, &books, &route, &people, &mut tally).await;
            permits(&mut town, &route, &mut people, &mut tally).await;
        }
        let Tally { answers, counted, wrong, left } = tally;
        assert!(
            wrong.is_empty(),
            "{} times in {answers} answers it is not as the oracle says:\n{}",
            wrong.len(),
            wrong.join("\n")
        );
        left.judge();
        let [inside, not_there, door] = counted;
        println!(
            "{} routes, {} kinds of somebody: {answers} answers over HTTP, 100 % as the oracle says \
             ({inside} let in, {not_there} not there, {door} at the door)",
            all_routes().len(),
            people.len(),
        );
    }
}
