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
mod kinds;
mod links;
#[path = "../journeys/neighbourhood.rs"]
#[allow(dead_code, reason = "journeys use the rest")]
mod neighbourhood;
mod oracle;
mod town;
mod traces;
mod who;

use std::collections::BTreeSet;

use directory::municipality::store::version;
use directory::neighbourhood::HERE;
use ground::db::testing;
use neighbourhood::Visitor;
use oracle::Told;
use samenspel::serve::all_routes;
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

#[tokio::test]
async fn everybody_gets_what_the_oracle_says_of_everything_and_who_may_not_changes_nothing() {
    for fresh in testing::each(migrations::ALL).await {
        let folder = tempfile::tempdir().unwrap();
        let mut town = Town::settle(&fresh.db, folder.path()).await;
        let mut people = browsers(&town).await;
        let (mut answers, mut wrong, mut left) = (0_u32, Vec::new(), Traces::default());
        let mut counted = [0_u32; 3];
        for route in all_routes() {
            for at in 0..people.len() {
                let who = people[at].0;
                for object in Object::all(route.path, who) {
                    let expected = oracle::expected(route.method.as_str(), route.path, who, object);
                    let before = version(&town.db, HERE).await.unwrap();
                    let end = traces::end(&town.db).await;
                    let answer = ask::ask(&town, &route, who, &people[at].1, object).await;
                    let told = ask::told(&answer);
                    answers += 1;
                    let line = format!("{} {} by {who} about {object:?}", route.method, route.path);
                    match told {
                        Some(told) if told == expected => counted[told as usize] += 1,
                        _ => wrong.push(format!("{line}: {} and not {expected:?}", answer.status)),
                    }
                    let after = version(&town.db, HERE).await.unwrap();
                    if told != Some(Told::In) && after != before {
                        wrong.push(format!("{line}: {} and the map changed", answer.status));
                    }
                    if told == Some(Told::In) {
                        left.take(&town.db, &route, answer.status.as_u16(), end).await;
                    }
                    if told == Some(Told::In) && ask::destroys(&route) {
                        if object == Object::TakenOff {
                            town.take_one_off().await;
                        }
                        town.restore().await;
                        if route.action == "party.remove" {
                            // With a party, the places of its people end.
                            people = browsers(&town).await;
                        }
                    }
                }
            }
        }
        assert!(
            wrong.is_empty(),
            "{} of {answers} answers are not as the oracle says:\n{}",
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
