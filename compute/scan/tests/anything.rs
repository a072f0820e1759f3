//! Whatever rows come in: a study is made or a row is named, and a scan of it ends with numbers.

// The fuzz target `study` does the same for as long as one lets it.
#![forbid(unsafe_code)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test should fail loudly")]

use proptest::prelude::*;
use scan::{Adjacency, Builder, Connected, Day, MonteCarlo, Periods, Rates, Scan, Time};

/// A row of some table, tame or wild.
#[derive(Clone, Debug)]
enum Row {
    Location(usize, f64, f64),
    Cases(usize, i32, u32, i64),
    Population(usize, i32, u32, f64),
    Controls(usize, i32, i64),
    Baseline(usize, usize, f64),
}

fn rows() -> impl Strategy<Value = Vec<Row>> {
    let name = || 0usize..8;
    let number =
        || prop_oneof![6 => (0u8..16).prop_map(f64::from), 1 => any::<f64>(), 1 => prop::num::f64::ANY];
    let day = || prop_oneof![9 => 0i32..9, 1 => any::<i32>()];
    let count = || prop_oneof![9 => 0i64..8, 1 => -3i64..20_000, 1 => any::<i64>().prop_map(|count| count.min(20_000))];
    let row = prop_oneof![
        2 => (name(), number(), number()).prop_map(|(name, x, y)| Row::Location(name, x, y)),
        1 => (name(), day(), 0u32..3, count()).prop_map(|(name, day, stratum, count)| Row::Cases(name, day, stratum, count)),
        2 => (name(), day(), 0u32..3, number()).prop_map(|(name, day, stratum, count)| Row::Population(name, day, stratum, count)),
        1 => (name(), day(), count()).prop_map(|(name, day, count)| Row::Controls(name, day, count)),
        1 => (name(), 0usize..6, number()).prop_map(|(name, period, count)| Row::Baseline(name, period, count.min(1e4))),
    ];
    prop::collection::vec(row, 0..40)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn rows_make_a_study_or_one_of_them_is_named(rows in rows(), earth in any::<bool>(), first in -2i32..3, when in 0usize..3, pairs in prop::collection::vec((0usize..8, 0usize..8), 0..20)) {
        let mut builder = if earth { Builder::degrees() } else { Builder::planar() };
        for row in rows {
            let told = match row {
                Row::Location(name, x, y) => builder.location(&name.to_string(), x, y).err(),
                Row::Cases(name, day, stratum, count) => builder.cases(&name.to_string(), Day(day), stratum, count).err(),
                Row::Population(name, day, stratum, count) => builder.population(&name.to_string(), Day(day), stratum, count).err(),
                Row::Controls(name, day, count) => builder.controls(&name.to_string(), Day(day), count).err(),
                Row::Baseline(name, period, count) => builder.baseline(&name.to_string(), period, count).err(),
            };
            prop_assert!(told.is_none_or(|told| told.to_string().starts_with("row ")));
        }
        let periods = Periods::days(Day(first), 5, 2).unwrap();
        let studies = [builder.poisson(&periods), builder.bernoulli(&periods), builder.permutation(&periods), builder.expectation(&periods)];
        for study in studies.into_iter().flatten() {
            let time = [Time::Whole, Time::Retrospective { longest: 2 }, Time::Prospective { longest: 5 }][when];
            let scan = Scan { share: 0.7, time, rates: Rates::Both, fewest: 1, ..Scan::default() };
            // Who is not known, and who would touch itself, is refused with its row; the others are neighbours.
            let mut known = Vec::new();
            for (one, other) in &pairs {
                let pair = (one.to_string(), other.to_string());
                match Adjacency::new(&study, [(&pair.0[..], &pair.1[..])]) {
                    Ok(_) => known.push(pair),
                    Err(told) => prop_assert!(told.to_string().starts_with("row 1 of the adjacency")),
                }
            }
            let adjacency = Adjacency::new(&study, known.iter().map(|(one, other)| (&one[..], &other[..]))).unwrap();
            let connected = Connected { adjacency: &adjacency, nearest: 1 + pairs.len() % 8, share: 0.7, fewest: 1, clusters: 10 };
            let chance = MonteCarlo::new(1, 3);
            for findings in [scan.run(&study, &chance), connected.run(&study, &chance)].into_iter().flatten() {
                for cluster in &findings.clusters {
                    prop_assert!(cluster.llr.is_finite() && cluster.expected.is_finite());
                    prop_assert!(cluster.relative_risk.is_none_or(f64::is_finite));
                    prop_assert!(cluster.radius.is_none_or(f64::is_finite));
                }
                prop_assert!(findings.maxima.iter().all(|maximum| maximum.is_finite() && *maximum >= 0.0));
            }
        }
    }
}
