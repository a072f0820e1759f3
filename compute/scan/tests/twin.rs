//! The naive twin: every window in plain sums, beside the library, on maps nobody drew.
#![forbid(unsafe_code)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test should fail loudly")]

mod plain;

use plain::{made, term};
use proptest::prelude::*;
use scan::{Builder, Cluster, Day, Features, Findings, Model, MonteCarlo, Periods, Rates, Scan, Study, Time};

/// A map: points with persons, cases by day, and how to look at it.
#[derive(Clone, Debug)]
struct Map {
    /// Latitude and longitude, or x and y.
    earth: bool,
    points: Vec<(f64, f64, u16)>,
    cases: Vec<(usize, i32)>,
    days: usize,
    scan: Scan,
    model: Model,
}

/// On a plane a grid, so that many distances are equal. On the earth some places anywhere, also over the poles and where
/// days begin, with others at the same point: distances that should be equal and are not would be told apart by rounding.
fn points() -> impl Strategy<Value = (bool, Vec<(f64, f64, u16)>)> {
    let grid = prop::collection::vec((0u8..9, 0u8..9, 0u16..60), 2..40).prop_map(|points| {
        let even = |(x, y, persons): (u8, u8, u16)| (f64::from(x), f64::from(y), persons);
        (false, points.into_iter().map(even).collect::<Vec<_>>())
    });
    let place = prop_oneof![(-90.0f64..90.0, -180.0f64..180.0), (51.0f64..53.0, 4.0f64..7.0)];
    let places = prop::collection::vec(place, 2..25);
    let earth = (places, prop::collection::vec((any::<prop::sample::Index>(), 0u16..60), 2..40)).prop_map(
        |(places, points)| {
            let of = |(index, persons): (prop::sample::Index, u16)| {
                let (latitude, longitude) = *index.get(&places);
                (latitude, longitude, persons)
            };
            (true, points.into_iter().map(of).collect::<Vec<_>>())
        },
    );
    prop_oneof![grid, earth]
}

/// How far apart two points are: on the earth along it, by the angle between the two as seen from the middle.
fn apart(earth: bool, one: (f64, f64), other: (f64, f64)) -> f64 {
    if !earth {
        return ((one.0 - other.0).powi(2) + (one.1 - other.1).powi(2)).sqrt();
    }
    let arrow = |(latitude, longitude): (f64, f64)| {
        let (up, around) = (latitude.to_radians(), longitude.to_radians());
        [up.cos() * around.cos(), up.cos() * around.sin(), up.sin()]
    };
    let ([a, b, c], [d, e, f]) = (arrow(one), arrow(other));
    let across = (b * f - c * e).hypot(c * d - a * f).hypot(a * e - b * d);
    6367.0 * across.atan2(a * d + b * e + c * f)
}

fn maps() -> impl Strategy<Value = Map> {
    let model = prop_oneof![
        Just(Model::Poisson),
        Just(Model::Bernoulli),
        Just(Model::Permutation),
        Just(Model::Expectation)
    ];
    let rates = prop_oneof![Just(Rates::High), Just(Rates::Low), Just(Rates::Both)];
    let limits = (0.05f64..1.0, prop::option::of(0.0f64..9.0), prop::option::of(1usize..30), 1u32..4);
    (points(), 1usize..7, model, rates, limits, 0usize..4).prop_flat_map(
        |((earth, points), days, model, rates, (share, distance, nearest, fewest), when)| {
            let time = match when {
                _ if model == Model::Permutation => Time::Retrospective { longest: days.div_ceil(2) },
                0 => Time::Whole,
                1 => Time::Retrospective { longest: days.div_ceil(2) },
                2 => Time::Prospective { longest: days },
                _ => Time::Prospective { longest: days.div_ceil(2) },
            };
            // Up to a third of the way around.
            let distance = distance.map(|far| if earth { far * 1_500.0 } else { far });
            let scan = Scan { share, distance, nearest, time, rates, fewest, clusters: 50 };
            let cases = prop::collection::vec((0..points.len(), 0..days as i32), 0..60);
            cases.prop_map(move |cases| Map {
                earth,
                points: points.clone(),
                cases,
                days,
                scan: scan.clone(),
                model,
            })
        },
    )
}

fn study(map: &Map) -> Study {
    let mut builder = if map.earth { Builder::degrees() } else { Builder::planar() };
    for (at, (x, y, persons)) in map.points.iter().enumerate() {
        let name = at.to_string();
        builder.location(&name, *x, *y).unwrap();
        // Whoever has a case has somebody.
        let persons =
            f64::from(*persons) + f64::from(u8::from(map.cases.iter().any(|(place, _)| *place == at)));
        builder.population(&name, Day(0), 0, persons).unwrap();
        for day in 0..map.days {
            builder.baseline(&name, day, persons / 17.0).unwrap();
            builder.controls(&name, Day(day as i32), persons as i64 / 3).unwrap();
        }
    }
    for (place, day) in &map.cases {
        builder.cases(&place.to_string(), Day(*day), 0, 1).unwrap();
    }
    let days = Periods::days(Day(0), map.days, 1).unwrap();
    made(builder, map.model, &days)
}

/// The windows of a centre that score best: who is in them, and from which day up to which.
#[derive(Clone, Debug, Default)]
struct Top {
    llr: f64,
    windows: Vec<(Vec<usize>, (usize, usize))>,
}

fn best_of(tops: &[Top]) -> f64 {
    tops.iter().map(|top| top.llr).fold(0.0, f64::max)
}

/// As near as two sums of the same numbers in another order.
fn close(one: f64, other: f64) -> bool {
    (one - other).abs() < 1e-9 * (1.0 + other.abs())
}

/// The best windows of each centre, by trying everything.
fn naive(map: &Map, study: &Study) -> Vec<Top> {
    let count = map.points.len();
    let size = |place: usize, day: usize| {
        let persons = map.cases.iter().filter(|case| **case == (place, day as i32)).count() as f64;
        let some = map.cases.iter().any(|(with, _)| *with == place);
        let controls = (u32::from(map.points[place].2) + u32::from(some)) / 3;
        if map.model == Model::Bernoulli {
            persons + f64::from(controls)
        } else {
            study.expected(place as u32, day)
        }
    };
    let whole: f64 = (0..count)
        .flat_map(|place| (0..map.days).map(move |day| (place, day)))
        .map(|(p, d)| size(p, d))
        .sum();
    let all = map.cases.len() as f64;
    let spans: Vec<(usize, usize)> = match map.scan.time {
        Time::Whole => vec![(0, map.days)],
        Time::Retrospective { longest } => (0..map.days)
            .flat_map(|from| (from + 1..=map.days.min(from + longest)).map(move |to| (from, to)))
            .collect(),
        Time::Prospective { longest } => {
            (map.days - longest..map.days).map(|from| (from, map.days)).collect()
        }
    };
    let mut tops = Vec::new();
    for (x, y, _) in &map.points {
        let far = |at: usize| apart(map.earth, (*x, *y), (map.points[at].0, map.points[at].1));
        let mut order: Vec<usize> = (0..count).collect();
        order.sort_by(|one, other| far(*one).total_cmp(&far(*other)).then(one.cmp(other)));
        let mut weight = 0.0;
        let mut top = Top::default();
        for inside in 1..=count.min(map.scan.nearest.unwrap_or(count)) {
            let last = order[inside - 1];
            weight += (0..map.days).map(|day| size(last, day)).sum::<f64>();
            if weight > map.scan.share * whole * (1.0 + 1e-9) {
                break;
            }
            if map.scan.distance.is_some_and(|limit| far(last) > limit * (1.0 + 1e-12)) {
                break;
            }
            for (from, to) in &spans {
                let members = &order[..inside];
                let cells = || members.iter().flat_map(|place| (*from..*to).map(move |day| (*place, day)));
                let n: f64 = cells().map(|(place, day)| f64::from(study.cases(place as u32, day))).sum();
                let u: f64 = cells().map(|(place, day)| size(place, day)).sum();
                let mean = if map.model == Model::Bernoulli { u * all / whole } else { u };
                let high = n > mean * (1.0 + 1e-12)
                    && n >= f64::from(map.scan.fewest)
                    && map.scan.rates != Rates::Low;
                let low = n < mean * (1.0 - 1e-12) && map.scan.rates != Rates::High;
                if !high && !low {
                    continue;
                }
                let llr = match map.model {
                    Model::Expectation => term(n, u) + u - n,
                    Model::Bernoulli => {
                        let rest = whole - u;
                        term(n, u) + term(u - n, u) + term(all - n, rest) + term(rest - all + n, rest)
                            - term(all, whole)
                            - term(whole - all, whole)
                    }
                    _ => term(n, u) + term(all - n, whole - u),
                };
                if !close(llr, top.llr) && llr > top.llr {
                    top.windows.clear();
                }
                if close(llr, top.llr) || llr > top.llr {
                    top.llr = top.llr.max(llr);
                    top.windows.push((members.to_vec(), (*from, *to)));
                }
            }
        }
        tops.push(top);
    }
    tops
}

fn run(map: &Map, study: &Study, features: Features, threads: usize) -> Findings {
    let chance = MonteCarlo { features, ..MonteCarlo::new(9, 70) };
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
    pool.install(|| map.scan.run(study, &chance).unwrap())
}

/// Whether two windows share a place and a day.
fn overlap(cluster: &Cluster, (members, (from, to)): &(Vec<usize>, (usize, usize))) -> bool {
    let days = cluster.periods.start < *to && *from < cluster.periods.end;
    days && cluster.locations.iter().any(|at| members.contains(&(*at as usize)))
}

fn the_best_is_the_best(map: &Map) {
    let study = study(map);
    let tops = naive(map, &study);
    let findings = map.scan.run(&study, &MonteCarlo::new(1, 0)).unwrap();
    let first = findings.clusters.first().map_or(0.0, |cluster| cluster.llr);
    let twin = best_of(&tops);
    assert!(close(first, twin), "{first} is not {twin}");
    for (at, cluster) in findings.clusters.iter().enumerate() {
        let top = tops[cluster.centre as usize].llr;
        assert!(close(cluster.llr, top), "{} is not {top}, around {}", cluster.llr, cluster.centre);
        let window = (
            cluster.locations.iter().map(|at| *at as usize).collect(),
            (cluster.periods.start, cluster.periods.end),
        );
        for before in &findings.clusters[..at] {
            assert!(before.llr > cluster.llr - 2e-8, "{} before {}", before.llr, cluster.llr);
            assert!(!overlap(before, &window), "{before:?} overlaps {cluster:?}");
        }
    }
    // Nobody was passed over: the best window of a centre is named, or overlaps one that is and scores as much.
    for top in tops.iter().filter(|top| top.llr > 1e-7) {
        let named = findings.clusters.iter().filter(|cluster| cluster.llr > top.llr - 2e-8);
        let mut named = named.flat_map(|cluster| top.windows.iter().map(move |window| (cluster, window)));
        assert!(named.any(|(cluster, window)| overlap(cluster, window)), "{top:?} is not named");
    }
}

fn a_replicate_scores_as_if_it_had_been_seen(map: &Map) {
    // The maximum over the lanes, with all that is skipped, beside a scan of the replicate as a map of its own.
    let study = study(map);
    let findings = map.scan.run(&study, &MonteCarlo::new(4, 3)).unwrap();
    for (replicate, maximum) in findings.maxima.iter().enumerate() {
        let drawn = map.scan.replicate(&study, 4, replicate as u64).unwrap().unwrap();
        let twin = best_of(&naive(map, &drawn));
        assert!(close(*maximum, twin), "{maximum} is not {twin}");
    }
}

fn the_bits_are_the_same_everywhere(map: &Map) {
    let study = study(map);
    let one = run(map, &study, Features::Plain, 1);
    for features in [Features::Avx2, Features::Avx512] {
        let other = run(map, &study, features, 2);
        let bits =
            |findings: &Findings| findings.maxima.iter().map(|maximum| maximum.to_bits()).collect::<Vec<_>>();
        assert_eq!(bits(&one), bits(&other));
        assert_eq!(one, other);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_best_window_is_the_best_of_all_windows_and_the_others_are_the_best_beside_it(map in maps()) {
        the_best_is_the_best(&map);
    }

    #[test]
    fn a_replicate_scores_what_it_would_score_if_it_had_been_seen(map in maps()) {
        a_replicate_scores_as_if_it_had_been_seen(&map);
    }

    #[test]
    fn the_same_bits_come_out_on_any_processor_and_any_number_of_threads(map in maps()) {
        the_bits_are_the_same_everywhere(&map);
    }
}

/// A plane with persons at points, as it was found once to be read wrongly.
fn plane(points: &[(u8, u8, u16)], cases: &[(usize, i32)], days: usize, scan: Scan, model: Model) {
    let points = points.iter().map(|(x, y, persons)| (f64::from(*x), f64::from(*y), *persons)).collect();
    let map = Map { earth: false, points, cases: cases.to_vec(), days, scan, model };
    the_best_is_the_best(&map);
    a_replicate_scores_as_if_it_had_been_seen(&map);
    the_bits_are_the_same_everywhere(&map);
}

#[test]
fn fewer_cases_than_expected_in_three_villages_of_which_each_is_alone() {
    let scan = Scan {
        share: 0.449_641_929_502_831_1,
        distance: Some(0.212_563_599_983_338_9),
        nearest: Some(28),
        time: Time::Retrospective { longest: 3 },
        rates: Rates::Low,
        fewest: 2,
        clusters: 50,
    };
    let cases = [(2, 0), (1, 0), (0, 0), (0, 0), (0, 1)];
    plane(&[(3, 5, 45), (4, 5, 24), (4, 6, 17)], &cases, 6, scan, Model::Permutation);
}

#[test]
fn many_cases_on_one_day_in_one_of_fifteen_villages_of_which_two_lie_together() {
    let scan = Scan {
        share: 0.500_833_171_817_015_1,
        distance: Some(0.465_134_056_158_563_6),
        nearest: None,
        time: Time::Retrospective { longest: 3 },
        rates: Rates::High,
        fewest: 1,
        clusters: 50,
    };
    let points = [
        (7, 6, 49),
        (6, 8, 23),
        (0, 8, 7),
        (0, 4, 4),
        (3, 3, 12),
        (4, 4, 48),
        (0, 6, 58),
        (5, 1, 22),
        (5, 8, 29),
        (7, 2, 54),
        (6, 8, 17),
        (0, 5, 5),
        (4, 3, 44),
        (8, 6, 16),
        (2, 3, 24),
    ];
    let mut cases = vec![(0, 0); 17];
    cases.extend([(2, 0), (3, 2), (7, 0), (7, 1), (5, 1), (4, 2), (5, 1), (3, 4), (0, 1), (9, 3), (2, 1)]);
    cases.extend([(8, 1), (7, 4), (2, 4), (12, 1), (5, 1), (11, 1), (9, 0), (8, 2), (7, 3), (7, 3), (5, 2)]);
    cases.extend([(14, 3), (4, 2), (3, 4), (7, 0), (11, 3), (13, 3), (7, 0), (12, 1), (1, 4)]);
    plane(&points, &cases, 5, scan, Model::Poisson);
}
