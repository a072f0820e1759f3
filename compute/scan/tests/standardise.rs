//! What is expected beside a sum over single days: strata, and a population that changes.
#![forbid(unsafe_code)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test should fail loudly")]

use std::collections::BTreeSet;

use proptest::prelude::*;
use scan::{Builder, Day, Periods};

const PLACES: usize = 4;
const STRATA: u32 = 3;

/// Place, stratum, day, and how many.
type Row = (usize, u32, i32, u16);

fn rows(most: u16, days: std::ops::Range<i32>) -> impl Strategy<Value = Vec<Row>> {
    prop::collection::vec((0..PLACES, 0..STRATA, days, 0..most), 0..30)
}

/// Persons of a stratum at a place at the beginning of a day: in a straight line between the dates on which that place
/// was counted, level before the first and after the last; a stratum that was not counted with the others was nobody.
fn persons(population: &[Row], place: usize, stratum: u32, day: i32) -> f64 {
    let here = population.iter().filter(|row| row.0 == place);
    let dates: BTreeSet<i32> = here.clone().map(|row| row.2).collect();
    let counted = |date: i32| {
        let then = here.clone().filter(|row| row.1 == stratum && row.2 == date);
        then.map(|row| f64::from(row.3)).sum::<f64>()
    };
    match (dates.range(..=day).next_back(), dates.range(day..).next()) {
        (Some(&before), Some(&after)) if before < after => {
            let part = f64::from(day - before) / f64::from(after - before);
            counted(before) * (1.0 - part) + counted(after) * part
        }
        (Some(&date), _) | (None, Some(&date)) => counted(date),
        (None, None) => 0.0,
    }
}

/// Days lived in a period. Within a day the line is straight, so a day counts for the mean of both its ends.
fn lived(population: &[Row], place: usize, stratum: u32, (from, to): (i32, i32)) -> f64 {
    let ends = |day| persons(population, place, stratum, day) + persons(population, place, stratum, day + 1);
    (from..to).map(|day| ends(day) / 2.0).sum()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_cell_expects_the_rate_of_each_stratum_times_its_days(
        population in rows(90, -20..60),
        cases in rows(6, 0..40),
        cuts in prop::collection::btree_set(1i32..40, 0..6),
    ) {
        let cuts: Vec<i32> = [0].into_iter().chain(cuts).chain([40]).collect();
        let spans: Vec<(i32, i32)> = cuts.windows(2).map(|pair| (pair[0], pair[1])).collect();
        // A case is of somebody: of whom nobody lived in that period there is none.
        let of_somebody = |row: &&Row| {
            let span = spans.iter().find(|span| (span.0..span.1).contains(&row.2)).unwrap();
            lived(&population, row.0, row.1, *span) > 0.0
        };
        let cases: Vec<Row> = cases.iter().filter(of_somebody).copied().collect();
        let mut builder = Builder::planar();
        for place in 0..PLACES {
            builder.location(&place.to_string(), place as f64, 0.0).unwrap();
        }
        for (place, stratum, day, count) in &population {
            builder.population(&place.to_string(), Day(*day), *stratum, f64::from(*count)).unwrap();
        }
        for (place, stratum, day, count) in &cases {
            builder.cases(&place.to_string(), Day(*day), *stratum, i64::from(*count)).unwrap();
        }
        let days: Vec<Day> = cuts.iter().map(|cut| Day(*cut)).collect();
        let study = builder.poisson(&Periods::cut_at(&days).unwrap()).unwrap();
        let rates: Vec<f64> = (0..STRATA)
            .map(|stratum| {
                let some: f64 = cases.iter().filter(|row| row.1 == stratum).map(|row| f64::from(row.3)).sum();
                let all: f64 = (0..PLACES).map(|place| lived(&population, place, stratum, (0, 40))).sum();
                if some > 0.0 { some / all } else { 0.0 }
            })
            .collect();
        for place in 0..PLACES {
            for (period, span) in spans.iter().enumerate() {
                let twin: f64 = (0..STRATA)
                    .map(|stratum| rates[stratum as usize] * lived(&population, place, stratum, *span))
                    .sum();
                let found = study.expected(place as u32, period);
                prop_assert!((found - twin).abs() < 1e-9 * (1.0 + twin), "{found} is not {twin}");
            }
        }
        let total: f64 = cases.iter().map(|row| f64::from(row.3)).sum();
        prop_assert!((study.expected_total() - total).abs() < 1e-9 * (1.0 + total));
    }
}
