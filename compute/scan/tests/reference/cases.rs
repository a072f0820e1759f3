//! Each reference case as a builder with everything in it.

use scan::{Builder, Day, Periods};

use crate::files::{Case, day};

pub(crate) fn new_mexico(strata: bool) -> Option<(Case, Builder)> {
    let case = Case::open("nm_brain_cancer")?;
    let mut builder = case.locations("locations.csv", false);
    let stratum = |row: &crate::files::Row| {
        if strata { row.count("age_group") as u32 * 10 + row.count("sex") as u32 } else { 0 }
    };
    for row in case.rows("population.csv") {
        let when = Day::midyear(1900 + row.count("year2") as i32).unwrap();
        builder.population(row.text("id"), when, stratum(&row), row.number("population")).unwrap();
    }
    for row in case.rows("cases.csv") {
        builder.cases(row.text("id"), day(row.text("year")), stratum(&row), row.count("count")).unwrap();
    }
    Some((case, builder))
}

pub(crate) fn new_mexico_years() -> Periods {
    Periods::years(1973, 1991).unwrap()
}

pub(crate) fn pennsylvania(strata: bool) -> Option<(Case, Builder)> {
    let case = Case::open("penn_lung_cancer")?;
    let mut builder = case.locations("locations.csv", false);
    let stratum = |row: &crate::files::Row| if strata { row.count("stratum") as u32 } else { 0 };
    for row in case.rows("population.csv") {
        let when = Day::midyear(2002).unwrap();
        builder.population(row.text("id"), when, stratum(&row), row.number("population")).unwrap();
    }
    for row in case.rows("cases.csv") {
        builder.cases(row.text("id"), day("2002"), stratum(&row), row.count("count")).unwrap();
    }
    Some((case, builder))
}

pub(crate) fn one_year(year: i32) -> Periods {
    Periods::years(year, year).unwrap()
}

/// Cases, and population or controls, of the year 2000.
pub(crate) fn one_map(folder: &str, locations: &str, swap: bool, controls: bool) -> Option<(Case, Builder)> {
    let case = Case::open(folder)?;
    let mut builder = case.locations(locations, swap);
    let rows = case.rows("cases.csv");
    for row in &rows {
        builder.cases(row.text("id"), day("2000"), 0, row.count("count")).unwrap();
    }
    if !controls {
        for row in case.rows("population.csv") {
            builder
                .population(row.text("id"), Day::midyear(2000).unwrap(), 0, row.number("population"))
                .unwrap();
        }
    } else if folder == "ny_leukemia" {
        // Controls are whoever is not a case.
        for (row, with) in case.rows("population.csv").iter().zip(&rows) {
            assert_eq!(row.text("id"), with.text("id"));
            builder
                .controls(row.text("id"), day("2000"), row.count("population") - with.count("count"))
                .unwrap();
        }
    } else {
        for row in case.rows("controls.csv") {
            builder.controls(row.text("id"), day("2000"), row.count("count")).unwrap();
        }
    }
    Some((case, builder))
}
