//! The naive twin: every window in plain sums, beside the library, on maps nobody drew.
#![forbid(unsafe_code)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test should fail loudly")]

use proptest::prelude::*;
use scan::{Builder, Day, Features, Findings, Model, MonteCarlo, Periods, Rates, Scan, Study, Time};

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
    match map.model {
        Model::Bernoulli => builder.bernoulli(&days),
        Model::Permutation => builder.permutation(&days),
        Model::Expectation => builder.expectation(&days),
        _ => builder.poisson(&days),
    }
    .unwrap()
}

fn term(x: f64, y: f64) -> f64 {
    if x == 0.0 { 0.0 } else { x * (x / y).ln() }
}

/// The best score of each centre, best first, by trying everything.
fn naive(map: &Map, study: &Study) -> Vec<f64> {
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
    let mut best = Vec::new();
    for (x, y, _) in &map.points {
        let far = |at: usize| apart(map.earth, (*x, *y), (map.points[at].0, map.points[at].1));
        let mut order: Vec<usize> = (0..count).collect();
        order.sort_by(|one, other| far(*one).total_cmp(&far(*other)).then(one.cmp(other)));
        let mut weight = 0.0;
        let mut top = 0.0f64;
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
                top = top.max(llr);
            }
        }
        best.push(top);
    }
    best.sort_by(|one, other| other.total_cmp(one));
    best
}

fn run(map: &Map, study: &Study, features: Features, threads: usize) -> Findings {
    let chance = MonteCarlo { features, ..MonteCarlo::new(9, 70) };
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
    pool.install(|| map.scan.run(study, &chance).unwrap())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_best_window_is_the_best_of_all_windows(map in maps()) {
        let study = study(&map);
        let best = naive(&map, &study);
        let findings = map.scan.run(&study, &MonteCarlo::new(1, 0)).unwrap();
        let first = findings.clusters.first().map_or(0.0, |cluster| cluster.llr);
        let twin = best.first().copied().unwrap_or(0.0);
        prop_assert!((first - twin).abs() < 1e-9 * (1.0 + twin), "{first} is not {twin}");
        for (cluster, twin) in findings.clusters.iter().zip(&best) {
            prop_assert!(cluster.llr <= twin + 1e-9);
        }
    }

    #[test]
    fn a_replicate_scores_what_it_would_score_if_it_had_been_seen(map in maps()) {
        // The maximum over the lanes, with all that is skipped, beside a scan of the replicate as a map of its own.
        let study = study(&map);
        let findings = map.scan.run(&study, &MonteCarlo::new(4, 3)).unwrap();
        for (replicate, maximum) in findings.maxima.iter().enumerate() {
            let drawn = map.scan.replicate(&study, 4, replicate as u64).unwrap().unwrap();
            let twin = naive(&map, &drawn).first().copied().unwrap_or(0.0);
            prop_assert!((maximum - twin).abs() < 1e-9 * (1.0 + twin), "{maximum} is not {twin}");
        }
    }

    #[test]
    fn the_same_bits_come_out_on_any_processor_and_any_number_of_threads(map in maps()) {
        let study = study(&map);
        let one = run(&map, &study, Features::Plain, 1);
        for features in [Features::Avx2, Features::Avx512] {
            let other = run(&map, &study, features, 2);
            let bits = |findings: &Findings| findings.maxima.iter().map(|maximum| maximum.to_bits()).collect::<Vec<_>>();
            prop_assert_eq!(bits(&one), bits(&other));
            prop_assert_eq!(&one, &other);
        }
    }
}
