//! Scans in space and time, beside SaTScan.

use scan::{Builder, Periods, Scan, Time};

use crate::cases::{new_mexico, new_mexico_years};
use crate::compare::beside_satscan;
use crate::files::{Case, day};

const REPLICATES: u32 = 999;

#[test]
fn new_mexico_has_torrance_and_eight_around_it_in_the_late_eighties() {
    let longest = new_mexico_years().longest(0.5);
    let scan = Scan { time: Time::Retrospective { longest }, ..Scan::default() };
    for (strata, run) in [(true, "st_poisson_retro"), (false, "st_poisson_retro_nocov")] {
        let Some((case, builder)) = new_mexico(strata) else { return };
        let study = builder.poisson(&new_mexico_years()).unwrap();
        beside_satscan(&case, run, &study, &scan, REPLICATES);
    }
}

#[test]
fn new_mexico_has_a_signal_that_goes_on_and_how_often_it_would_come_back() {
    let Some((case, builder)) = new_mexico(true) else { return };
    let study = builder.poisson(&new_mexico_years()).unwrap();
    let longest = study.periods().longest(0.5);
    let scan = Scan { time: Time::Prospective { longest }, ..Scan::default() };
    let findings = beside_satscan(&case, "st_poisson_prospective", &study, &scan, 9_999);
    let p = findings.clusters[0].p.unwrap();
    assert!((p.recurrence() - 1.0 / p.value).abs() < 1e-12);
    // SaTScan gives 33,819 days for p = 0.0108.
    let days = scan::P { value: 0.0108, reached: 107, of: 9_999 }.recurrence() * 365.25;
    assert!((days - 33_819.0).abs() < 0.6);
}

#[test]
fn new_mexico_when_and_where_are_dealt_out_anew() {
    let Some((case, builder)) = new_mexico(false) else { return };
    let study = builder.permutation(&new_mexico_years()).unwrap();
    let longest = study.periods().longest(0.5);
    let scan = Scan { time: Time::Retrospective { longest }, ..Scan::default() };
    beside_satscan(&case, "stp_retro", &study, &scan, REPLICATES);
}

fn fever() -> Option<(Case, Builder, Periods)> {
    let case = Case::open("nyc_fever")?;
    let mut builder = case.locations("locations.csv", false);
    for row in case.rows("cases.csv") {
        builder.cases(row.text("id"), day(row.text("date")), 0, row.count("count")).unwrap();
    }
    Some((case, builder, Periods::days(day("2001/11/1"), 24, 1).unwrap()))
}

#[test]
fn fever_in_new_york_within_three_kilometres_and_seven_days() {
    let Some((case, builder, days)) = fever() else { return };
    let study = builder.permutation(&days).unwrap();
    let scan = Scan { distance: Some(3.0), time: Time::Prospective { longest: 7 }, ..Scan::default() };
    beside_satscan(&case, "stp_prospective", &study, &scan, REPLICATES);
    let scan = Scan { time: Time::Retrospective { longest: 7 }, ..scan };
    beside_satscan(&case, "stp_retro", &study, &scan, REPLICATES);
}
