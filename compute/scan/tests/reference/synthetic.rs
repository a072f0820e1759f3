//! The two invented maps, beside SaTScan: months of 2023 and 2024.

use scan::{Builder, Day, Periods, Scan, Time};

use crate::compare::beside_satscan;
use crate::files::{Case, day};

fn months() -> Periods {
    Periods::months(2023, 1, 24).unwrap()
}

fn map(folder: &str) -> Option<(Case, Builder)> {
    let case = Case::open(folder)?;
    let mut builder = case.locations("locations.csv", false);
    for row in case.rows("population.csv") {
        builder.population(row.text("id"), Day::midyear(2023).unwrap(), 0, row.number("population")).unwrap();
    }
    for row in case.rows("cases.csv") {
        builder.cases(row.text("id"), day(row.text("month")), 0, row.count("count")).unwrap();
    }
    Some((case, builder))
}

fn share(share: f64, time: Time) -> Scan {
    Scan { share, time, ..Scan::default() }
}

#[test]
fn two_thousand_neighbourhoods_in_space() {
    let Some((case, builder)) = map("synth_2k") else { return };
    beside_satscan(&case, "ps50", &builder.poisson(&months()).unwrap(), &share(0.5, Time::Whole), 499);
}

#[test]
fn two_thousand_neighbourhoods_in_space_and_time_have_what_was_planted_first() {
    let Some((case, builder)) = map("synth_2k") else { return };
    let scan = share(0.1, Time::Retrospective { longest: 6 });
    beside_satscan(&case, "st10", &builder.poisson(&months()).unwrap(), &scan, 199);
    beside_satscan(&case, "stp10", &builder.permutation(&months()).unwrap(), &scan, 199);
}

#[test]
fn fourteen_thousand_neighbourhoods_in_space() {
    let Some((case, builder)) = map("synth_14k") else { return };
    beside_satscan(&case, "ps1", &builder.poisson(&months()).unwrap(), &share(0.01, Time::Whole), 199);
}

#[test]
#[ignore = "two and a half minutes of the processor: make test-long"]
fn fourteen_thousand_neighbourhoods_in_wide_windows_and_in_time() {
    let Some((case, builder)) = map("synth_14k") else { return };
    let poisson = builder.poisson(&months()).unwrap();
    beside_satscan(&case, "ps10", &poisson, &share(0.1, Time::Whole), 9_999);
    beside_satscan(&case, "ps50", &poisson, &share(0.5, Time::Whole), 999);
    beside_satscan(&case, "pro1", &poisson, &share(0.01, Time::Prospective { longest: 6 }), 999);
    let retrospective = share(0.01, Time::Retrospective { longest: 6 });
    beside_satscan(&case, "st1", &poisson, &retrospective, 999);
    beside_satscan(&case, "stp1", &builder.permutation(&months()).unwrap(), &retrospective, 999);
}
