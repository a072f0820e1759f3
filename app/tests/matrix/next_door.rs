//! Two towns in one database: whoever is of the one gets nothing of the other and changes nothing there, at either door.

use access::{Role, Route, Who as For};
use ground::db::testing;
use ground::id::Municipality as Code;
use samenspel::serve::all_routes;

use crate::ask;
use crate::books::{self, Books};
use crate::neighbourhood::Visitor;
use crate::oracle::Told;
use crate::town::Town;
use crate::who::{Object, Spot, Who};

const NEXT_DOOR: (Code, &str) = (Code(9902), "Westerwaard");

/// Whoever may most in a town, and who just came in.
const GUESTS: [Who; 4] = [
    Who::Operator,
    Who::Newcomer,
    Who::Member(Role::Coordinator, Some(Spot::Kept)),
    Who::Member(Role::Manager, None),
];

/// What each town has under the same address: an area, a theme, and what the program brings.
const OF_EACH: [&str; 6] =
    ["{code}", "{key}", "{name}", "{*rest}", "/hsds/taxonomies/", "/hsds/taxonomy_terms/"];

/// Forms that name something in their fields, and not in their address.
const BY_FIELD: [&str; 3] = ["/ik/als", "/beheer/dubbel/een", "/beheer/dubbel/twee"];

fn names_something(route: &Route) -> bool {
    let each_has_it = OF_EACH.iter().any(|part| route.path.contains(part));
    BY_FIELD.contains(&route.path) || (route.path.contains('{') && !each_has_it)
}

/// Somebody in this browser asks for everything of a town. Gives how many answers that were.
async fn ask_for_all(
    town: &Town,
    (who, browser): (Who, &Visitor),
    expected: Told,
    wrong: &mut Vec<String>,
) -> u32 {
    let mut answers = 0;
    for route in all_routes() {
        let asked = match expected {
            Told::NotThere => names_something(&route),
            _ => route.who != For::Anyone,
        };
        let others = |object: &Object| !matches!(object, Object::Mine | Object::MineElsewhere);
        for object in Object::all(route.path, who).into_iter().filter(|object| asked && others(object)) {
            let answer = ask::ask(town, &route, who, browser, (object, false)).await;
            answers += 1;
            if ask::told(&answer) != Some(expected) {
                wrong.push(format!(
                    "{} {} at {} by {who} about {object:?} of {}: {} and not {expected:?}",
                    route.method, route.path, browser.host, town.door.host, answer.status
                ));
            }
        }
    }
    answers
}

/// Whoever is of `home`: at the own door all of `other` is as what never was, and at the other's the own session is none.
async fn at_both_doors(home: &Town, other: &Town, wrong: &mut Vec<String>) -> u32 {
    let mut answers = 0;
    for who in GUESTS {
        let mut browser = home.browser(who).await;
        let inside = if who == Who::Operator { "/beheer" } else { "/ik" };
        browser.get(inside).await.is(200);
        answers += ask_for_all(other, (who, &browser), Told::NotThere, wrong).await;
        browser.host.clone_from(&other.door.host);
        answers += ask_for_all(other, (who, &browser), Told::AtTheDoor, wrong).await;
    }
    answers
}

#[tokio::test]
async fn whoever_is_of_one_town_gets_and_changes_nothing_of_another_at_either_door() {
    for fresh in testing::each(migrations::ALL).await {
        let folder = tempfile::tempdir().unwrap();
        let mut here = Town::settle(&fresh.db, folder.path()).await;
        let mut there = Town::settle_as(&fresh.db, folder.path(), NEXT_DOOR).await;
        here.door.host = "oosterwaard.localhost:8080".to_owned();
        there.door.host = "westerwaard.localhost:8080".to_owned();
        let books = Books::open(&fresh.db).await;
        let (before, mut wrong) = (books.read(&fresh.db).await, Vec::new());
        let mut answers = 0;
        for (home, other) in [(&here, &there), (&there, &here)] {
            answers += at_both_doors(home, other, &mut wrong).await;
        }
        assert!(wrong.is_empty(), "{} of {answers} answers:\n{}", wrong.len(), wrong.join("\n"));
        let changed = books::changed(&before, &books.read(&fresh.db).await);
        assert!(changed.is_empty(), "by who is of another town: {} changed", changed.join(", "));
        assert!(answers > 2000, "only {answers} were asked");
        println!("two towns in one database: {answers} answers over HTTP, nothing of the other in any");
    }
}
