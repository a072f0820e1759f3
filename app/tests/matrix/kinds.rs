//! Each route that is not for anyone has an action that the policies know, for the kind of thing the route is about.

use access::{Route, Who};
use permission::Kind;
use samenspel::serve::all_routes;

/// What a route is about, read from its line alone.
fn kind(route: &Route) -> Kind {
    match (route.who, route.object) {
        (_, "person") => Kind::Person,
        (_, "trail") => Kind::Trail,
        (Who::Known, "own party") => Kind::Party,
        (Who::Known, "question") => Kind::Question,
        (Who::Known, "invitation") => Kind::Invitation,
        (Who::Known, "recovery") => Kind::Recovery,
        (Who::Known, "membership") if route.path.contains("{membership}") => Kind::Membership,
        (Who::Known, "handover") if route.path.contains("{handover}") => Kind::Handover,
        // In the name of the own party.
        (Who::Known, "handover") => Kind::Party,
        _ if route.path.contains("{party}") => Kind::Party,
        _ => Kind::Municipality,
    }
}

#[test]
fn every_route_that_is_not_for_anyone_has_an_action_the_policies_know_for_its_kind() {
    let mut unknown = Vec::new();
    let mut seen = 0;
    for route in all_routes().iter().filter(|route| route.who != Who::Anyone) {
        seen += 1;
        let kinds = permission::kinds_of(route.action).unwrap_or_default();
        if !kinds.contains(&kind(route)) {
            unknown.push(format!(
                "{} {}: {} is for {kinds:?}, and this is a {:?}",
                route.method,
                route.path,
                route.action,
                kind(route)
            ));
        }
    }
    assert!(seen > 50, "only {seen} routes are not for anyone");
    assert!(unknown.is_empty(), "{}", unknown.join("\n"));
}
