//! Indirect standardisation: what is expected in each cell, from population by stratum over time.

use std::collections::BTreeMap;

use crate::day::{Day, Periods};

/// So many persons of a stratum lived at a location on a day.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Persons {
    pub(crate) place: u32,
    pub(crate) stratum: u32,
    pub(crate) day: Day,
    pub(crate) count: f64,
}

/// Days lived by the persons of a stratum at a location, in each period.
struct Lived {
    place: u32,
    stratum: u32,
    days: Vec<f64>,
}

/// Expected cases by location, then by period: the rate of each stratum in the whole study (cases by person-days)
/// times the person-days in the cell, summed over the strata (Kulldorff 1997; SaTScan user guide, "indirect
/// standardisation"). Also the person-days of each stratum.
pub(crate) fn standardise(
    mut population: Vec<Persons>,
    cases: &BTreeMap<u32, u64>,
    places: usize,
    periods: &Periods,
) -> (Vec<f64>, BTreeMap<u32, f64>) {
    population.sort_by_key(|row| (row.place, row.stratum, row.day));
    let lived: Vec<Lived> = population
        .chunk_by(|one, other| one.place == other.place)
        .flat_map(|place| live(place, periods))
        .collect();
    let mut in_all: BTreeMap<u32, f64> = BTreeMap::new();
    for each in &lived {
        *in_all.entry(each.stratum).or_default() += each.days.iter().sum::<f64>();
    }
    let mut expected = vec![0.0; places * periods.count()];
    for each in &lived {
        let days = in_all.get(&each.stratum).copied().unwrap_or(0.0);
        let cases = cases.get(&each.stratum).copied().unwrap_or(0);
        if days > 0.0 && cases > 0 {
            let rate = cases as f64 / days;
            let from = each.place as usize * periods.count();
            for (cell, lived) in expected.iter_mut().skip(from).zip(&each.days) {
                *cell += rate * lived;
            }
        }
    }
    (expected, in_all)
}

/// Of one location. Its dates are those of all its strata: one that has no row on such a date had nobody then.
fn live(rows: &[Persons], periods: &Periods) -> Vec<Lived> {
    let mut dates: Vec<i32> = rows.iter().map(|row| row.day.0).collect();
    dates.sort_unstable();
    dates.dedup();
    let weights: Vec<Vec<(usize, f64)>> = periods
        .cuts()
        .windows(2)
        .map(|ends| match ends {
            [from, to] => weigh(&dates, *from, *to),
            _ => Vec::new(),
        })
        .collect();
    let each = rows.chunk_by(|one, other| one.stratum == other.stratum);
    each.filter_map(|stratum| {
        let first = stratum.first()?;
        let mut counts = vec![0.0; dates.len()];
        for row in stratum {
            if let Some(count) = dates.binary_search(&row.day.0).ok().and_then(|at| counts.get_mut(at)) {
                *count += row.count;
            }
        }
        let sum = |weights: &Vec<(usize, f64)>| {
            weights.iter().map(|(at, weight)| weight * counts.get(*at).copied().unwrap_or(0.0)).sum()
        };
        Some(Lived { place: first.place, stratum: first.stratum, days: weights.iter().map(sum).collect() })
    })
    .collect()
}

/// How much the count on each date weighs in the integral over the days from `from` to `to`: straight lines between
/// the dates, level before the first and after the last.
fn weigh(dates: &[i32], from: i32, to: i32) -> Vec<(usize, f64)> {
    let mut weights = vec![0.0; dates.len()];
    let mut add = |at: usize, weight: f64| {
        if let Some(place) = weights.get_mut(at) {
            *place += weight;
        }
    };
    let (first, last) = (dates.first().copied().unwrap_or(from), dates.last().copied().unwrap_or(from));
    let between = |a: i32, b: i32| f64::from((i64::from(b) - i64::from(a)).max(0) as u32);
    add(0, between(from, to.min(first)));
    add(dates.len().saturating_sub(1), between(from.max(last), to));
    for (at, ends) in dates.windows(2).enumerate() {
        let [left, right] = ends else { continue };
        let (begin, end) = (from.max(*left), to.min(*right));
        if begin < end {
            let (span, length) = (between(*left, *right), between(begin, end));
            let middle = (between(*left, begin) + between(*left, end)) / (2.0 * span);
            add(at, length * (1.0 - middle));
            add(at + 1, length * middle);
        }
    }
    weights.into_iter().enumerate().filter(|(_, weight)| *weight > 0.0).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_population_grows_in_a_straight_line_between_two_dates() {
        // From 100 on day 10 to 200 on day 20: over days 5..30 that is 5·100 + 10·150 + 10·200.
        let periods = Periods::cut_at(&[Day(5), Day(30)]).unwrap();
        let rows = |count, day| Persons { place: 0, stratum: 0, day: Day(day), count };
        let lived = live(&[rows(100.0, 10), rows(200.0, 20)], &periods);
        assert_eq!(lived.first().unwrap().days, [4_000.0]);
    }

    #[test]
    fn a_stratum_without_a_row_on_a_date_of_its_place_had_nobody_then() {
        let periods = Periods::cut_at(&[Day(10), Day(20)]).unwrap();
        let row = |stratum, count, day| Persons { place: 0, stratum, day: Day(day), count };
        let lived = live(&[row(0, 100.0, 10), row(0, 100.0, 20), row(1, 50.0, 20)], &periods);
        assert_eq!(lived.last().unwrap().days, [250.0]);
    }
}
