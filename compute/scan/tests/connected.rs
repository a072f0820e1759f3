//! Connected windows beside trying every group, on small maps nobody drew; and what cannot be asked.
#![forbid(unsafe_code)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test should fail loudly")]

mod plain;

use plain::{made, term};
use proptest::prelude::*;
use scan::{
    Adjacency, Builder, Connected, Day, Fault, Findings, Model, MonteCarlo, P, Periods, Scan, Study, Table,
    Tail, Trouble,
};

/// Where a place lies, how many healthy persons it has, and how many cases.
type Place = (u8, u8, u8, u8);

const MODELS: [Model; 3] = [Model::Poisson, Model::Bernoulli, Model::Expectation];

fn study(places: &[Place], model: Model) -> Study {
    let mut builder = Builder::planar();
    for (at, (x, y, healthy, cases)) in places.iter().enumerate() {
        let name = at.to_string();
        builder.location(&name, f64::from(*x), f64::from(*y)).unwrap();
        builder.population(&name, Day(0), 0, f64::from(*healthy) + f64::from(*cases)).unwrap();
        builder.cases(&name, Day(0), 0, i64::from(*cases)).unwrap();
        builder.controls(&name, Day(0), i64::from(*healthy)).unwrap();
        builder.baseline(&name, 0, (f64::from(*healthy) + f64::from(*cases)) / 11.0).unwrap();
    }
    let days = Periods::whole(Day(0), Day(9)).unwrap();
    made(builder, model, &days)
}

/// What `n` cases score where `size` is expected (for Bernoulli: in so many persons), of `cases` in `whole`.
fn score(model: Model, n: f64, size: f64, cases: f64, whole: f64) -> f64 {
    match model {
        Model::Expectation => term(n, size) + size - n,
        Model::Bernoulli => {
            let rest = whole - size;
            term(n, size) + term(size - n, size) + term(cases - n, rest) + term(rest - cases + n, rest)
                - term(cases, whole)
                - term(whole - cases, whole)
        }
        _ => term(n, size) + term(cases - n, cases - size),
    }
}

/// The best score of any connected group of a centre and some of its nearest, by trying all of them.
fn naive(places: &[Place], ties: &[(usize, usize)], nearest: usize, share: f64, study: &Study) -> f64 {
    let count = places.len();
    let touch = |one: usize, other: usize| ties.contains(&(one, other)) || ties.contains(&(other, one));
    let size = |at: usize| match study.model() {
        // Whoever was a case when the map was made is still somebody when the cases are laid out anew.
        Model::Bernoulli => f64::from(places[at].2) + f64::from(places[at].3),
        _ => study.expected(at as u32, 0),
    };
    let (cases, whole) = (f64::from(study.total()), (0..count).map(size).sum::<f64>());
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
            let u: f64 = group.iter().map(|at| size(*at)).sum();
            let mean = if study.model() == Model::Bernoulli { u * cases / whole } else { u };
            if u > 0.0 && n > mean * (1.0 + 1e-12) && n >= 2.0 && u <= share * whole * (1.0 + 1e-9) {
                best = best.max(score(study.model(), n, u, cases, whole));
            }
        }
    }
    best
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_best_group_is_the_best_of_all_groups(
        places in prop::collection::vec((0u8..6, 0u8..6, 0u8..40, prop_oneof![Just(0u8), 0u8..9]), 2..11),
        ties in prop::collection::vec((0usize..11, 0usize..11), 0..25),
        nearest in 1usize..9,
        share in 0.1f64..1.0,
        model in 0usize..3,
    ) {
        let count = places.len();
        let ties: Vec<(usize, usize)> =
            ties.into_iter().filter(|(one, other)| one != other && *one < count && *other < count).collect();
        let study = study(&places, MODELS[model]);
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
    let study = study(&[(0, 0, 9, 1), (1, 0, 9, 5)], Model::Poisson);
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

/// A street of forty places, each touching the next; in the middle of it `more` cases than elsewhere.
fn street(model: Model, more: u8) -> (Study, Adjacency) {
    let places: Vec<Place> = (0..40u8)
        .map(|at| (at, at % 3, 30 + at % 7, 2 + at % 3 + if (18..22).contains(&at) { more } else { 0 }))
        .collect();
    let study = study(&places, model);
    let names: Vec<String> = (0..places.len()).map(|at| at.to_string()).collect();
    let adjacency = Adjacency::new(&study, names.windows(2).map(|two| (&two[0][..], &two[1][..]))).unwrap();
    (study, adjacency)
}

fn around(adjacency: &Adjacency) -> Connected<'_> {
    Connected { adjacency, nearest: 9, share: 0.5, fewest: 2, clusters: 10 }
}

#[test]
fn the_same_bits_come_out_on_one_two_and_five_threads() {
    for model in MODELS {
        let (study, adjacency) = street(model, 4);
        for enough in [None, Some(3)] {
            let chance = MonteCarlo { enough, ..MonteCarlo::new(8, 150) };
            let on = |threads: usize| {
                let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
                pool.install(|| around(&adjacency).run(&study, &chance).unwrap())
            };
            let bits = |found: &Findings| {
                let scores = found.clusters.iter().map(|cluster| cluster.llr);
                scores.chain(found.maxima.iter().copied()).map(f64::to_bits).collect::<Vec<_>>()
            };
            let one = on(1);
            assert!(!one.clusters.is_empty() && !one.maxima.is_empty(), "{model:?}");
            for other in [on(2), on(5)] {
                assert_eq!(bits(&one), bits(&other), "{model:?}");
                assert_eq!(one, other);
            }
        }
    }
}

#[test]
fn what_is_clearly_no_signal_stops_early_with_the_p_of_a_shorter_run() {
    for model in MODELS {
        let (study, adjacency) = street(model, 2);
        let all = around(&adjacency).run(&study, &MonteCarlo::new(5, 999)).unwrap();
        let few = MonteCarlo { enough: Some(10), ..MonteCarlo::new(5, 999) };
        let soon = around(&adjacency).run(&study, &few).unwrap();
        let stopped = soon.maxima.len();
        assert!(stopped < 999, "{model:?}");
        assert_eq!(all.maxima[..stopped], soon.maxima);
        let p = P { value: 10.0 / stopped as f64, reached: 10, of: stopped as u32 };
        // What all of them reach is not named.
        let named = soon.clusters.first().and_then(|cluster| cluster.p);
        assert_eq!(named, Some(p).filter(|p| p.value < 1.0), "{model:?}");
        assert_eq!(soon.tail, Tail::TooFew);
    }
}

#[test]
fn a_baseline_of_its_own_is_what_a_place_is_compared_with() {
    let (study, adjacency) = street(Model::Expectation, 4);
    let found = around(&adjacency).run(&study, &MonteCarlo::new(1, 0)).unwrap();
    let (best, locations) = (&found.clusters[0], &found.clusters[0].locations);
    let sum: f64 = locations.iter().map(|at| study.expected(*at, 0)).sum();
    let seen: u32 = locations.iter().map(|at| study.cases(*at, 0)).sum();
    assert!((18..22).all(|at| locations.contains(&at)), "{locations:?}");
    assert!((best.expected - sum).abs() < 1e-9 && best.observed == seen);
    assert!((best.relative_risk.unwrap() - f64::from(seen) / sum).abs() < 1e-9);
    assert!((best.llr - score(Model::Expectation, f64::from(seen), sum, 0.0, 0.0)).abs() < 1e-9);
}

#[test]
fn of_the_centres_that_find_one_group_the_first_is_named_whatever_rounding_makes_of_its_score() {
    for healthy in 10..90u8 {
        let places: Vec<Place> = (0..9u8)
            .map(|at| (at, 0, healthy + 7 * at, if (3..7).contains(&at) { 9 + at } else { 2 }))
            .collect();
        let study = study(&places, Model::Poisson);
        let names: Vec<String> = (0..9).map(|at| at.to_string()).collect();
        let adjacency =
            Adjacency::new(&study, names.windows(2).map(|two| (&two[0][..], &two[1][..]))).unwrap();
        // Everybody sees the whole street, so all of a group find it.
        let found = around(&adjacency).run(&study, &MonteCarlo::new(1, 0)).unwrap();
        let first = &found.clusters[0];
        assert!(first.locations.len() > 2, "{healthy}: {first:?}");
        assert_eq!(Some(&first.centre), first.locations.iter().min(), "{healthy}");
    }
}

#[test]
fn connected_shapes_know_no_time_to_deal_out() {
    let (permuted, adjacency) = street(Model::Permutation, 1);
    assert!(matches!(around(&adjacency).run(&permuted, &MonteCarlo::new(1, 9)), Err(Trouble::Unfit(_))));
    let other = study(&[(0, 0, 9, 1), (1, 0, 9, 5)], Model::Poisson);
    assert!(matches!(around(&adjacency).run(&other, &MonteCarlo::new(1, 9)), Err(Trouble::Unfit(_))));
}
