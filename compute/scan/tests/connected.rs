//! Connected windows beside trying every group, on small maps nobody drew; and what cannot be asked.
#![forbid(unsafe_code)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test should fail loudly")]

use proptest::prelude::*;
use scan::{Adjacency, Builder, Connected, Day, Fault, MonteCarlo, Periods, Scan, Study, Table, Trouble};

fn study(places: &[(u8, u8, u8, u8)]) -> Study {
    let mut builder = Builder::planar();
    for (at, (x, y, persons, cases)) in places.iter().enumerate() {
        let name = at.to_string();
        builder.location(&name, f64::from(*x), f64::from(*y)).unwrap();
        builder.population(&name, Day(0), 0, f64::from(*persons) + f64::from(*cases)).unwrap();
        builder.cases(&name, Day(0), 0, i64::from(*cases)).unwrap();
    }
    builder.poisson(&Periods::whole(Day(0), Day(9)).unwrap()).unwrap()
}

/// The best score of any connected group of a centre and some of its nearest, by trying all of them.
fn naive(
    places: &[(u8, u8, u8, u8)],
    ties: &[(usize, usize)],
    nearest: usize,
    share: f64,
    study: &Study,
) -> f64 {
    let count = places.len();
    let touch = |one: usize, other: usize| ties.contains(&(one, other)) || ties.contains(&(other, one));
    let all = f64::from(study.total());
    let mut best = 0.0f64;
    for centre in 0..count {
        let far = |at: usize| {
            let (dx, dy) = (
                i32::from(places[at].0) - i32::from(places[centre].0),
                i32::from(places[at].1) - i32::from(places[centre].1),
            );
            dx * dx + dy * dy
        };
        let mut order: Vec<usize> = (0..count).filter(|at| *at != centre).collect();
        order.sort_by_key(|at| (far(*at), *at));
        order.truncate(nearest - 1);
        for bits in 0..1u32 << order.len() {
            let mut group: Vec<usize> = vec![centre];
            group.extend(
                order.iter().enumerate().filter(|(at, _)| bits >> at & 1 == 1).map(|(_, place)| *place),
            );
            let mut reached = vec![centre];
            while let Some(next) =
                group.iter().find(|at| !reached.contains(at) && reached.iter().any(|with| touch(**at, *with)))
            {
                reached.push(*next);
            }
            if reached.len() < group.len() {
                continue;
            }
            let n: f64 = group.iter().map(|at| f64::from(study.cases(*at as u32, 0))).sum();
            let u: f64 = group.iter().map(|at| study.expected(*at as u32, 0)).sum();
            if u > 0.0 && n > u * (1.0 + 1e-12) && n >= 2.0 && u <= share * all * (1.0 + 1e-9) {
                let rest = if all > n { (all - n) * ((all - n) / (all - u)).ln() } else { 0.0 };
                best = best.max(n * (n / u).ln() + rest);
            }
        }
    }
    best
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_best_group_is_the_best_of_all_groups(
        places in prop::collection::vec((0u8..6, 0u8..6, 0u8..40, prop_oneof![Just(0u8), 0u8..9]), 2..11),
        ties in prop::collection::vec((0usize..11, 0usize..11), 0..25),
        nearest in 1usize..9,
        share in 0.1f64..1.0,
    ) {
        let count = places.len();
        let ties: Vec<(usize, usize)> =
            ties.into_iter().filter(|(one, other)| one != other && *one < count && *other < count).collect();
        let study = study(&places);
        let names: Vec<(String, String)> = ties.iter().map(|(one, other)| (one.to_string(), other.to_string())).collect();
        let adjacency = Adjacency::new(&study, names.iter().map(|(one, other)| (&one[..], &other[..]))).unwrap();
        let connected = Connected { adjacency: &adjacency, nearest, share, fewest: 2, clusters: 5 };
        let findings = connected.run(&study, &MonteCarlo::new(1, 2)).unwrap();
        let twin = naive(&places, &ties, nearest, share, &study);
        let first = findings.clusters.first().map_or(0.0, |cluster| cluster.llr);
        // A cluster that both replicates reach has p = 1 and is not named.
        let named = connected.run(&study, &MonteCarlo::new(1, 0)).unwrap().clusters.first().map_or(0.0, |cluster| cluster.llr);
        prop_assert!((named - twin).abs() < 1e-9 * (1.0 + twin), "{named} is not {twin}");
        prop_assert!(first <= named);
        for (replicate, maximum) in findings.maxima.iter().enumerate() {
            let drawn = Scan { share, ..Scan::default() }.replicate(&study, 1, replicate as u64).unwrap().unwrap();
            let twin = naive(&places, &ties, nearest, share, &drawn);
            prop_assert!((maximum - twin).abs() < 1e-9 * (1.0 + twin), "{maximum} is not {twin}");
        }
    }
}

#[test]
fn ties_of_nobody_and_of_oneself_are_named() {
    let study = study(&[(0, 0, 9, 1), (1, 0, 9, 5)]);
    let refused = |pair| Adjacency::new(&study, [("0", "1"), pair]).unwrap_err();
    let row = |fault| Trouble::Row { table: Table::Adjacency, row: 2, fault };
    assert_eq!(refused(("0", "7")), row(Fault::UnknownLocation("7".to_owned())));
    assert_eq!(refused(("1", "1")), row(Fault::OwnNeighbour("1".to_owned())));
    let adjacency = Adjacency::new(&study, [("0", "1")]).unwrap();
    for nearest in [0, 65] {
        let connected = Connected { adjacency: &adjacency, nearest, share: 0.9, fewest: 2, clusters: 5 };
        assert!(matches!(connected.run(&study, &MonteCarlo::new(1, 0)), Err(Trouble::Limit { .. })));
    }
}
