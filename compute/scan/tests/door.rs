//! What somebody may give, and the row that is named when it cannot be used.
#![forbid(unsafe_code)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test should fail loudly")]

use scan::{Builder, Day, Fault, Periods, Table, Trouble};

fn year() -> Periods {
    Periods::whole(Day(0), Day(364)).unwrap()
}

fn two() -> Builder {
    let mut builder = Builder::planar();
    builder.location("here", 0.0, 0.0).unwrap().location("there", 1.0, 0.0).unwrap();
    builder
}

fn row(what: Result<&mut Builder, Trouble>) -> (Table, usize, Fault) {
    fault(what.map(|_| ()).unwrap_err())
}

fn fault(trouble: Trouble) -> (Table, usize, Fault) {
    let Trouble::Row { table, row, fault } = trouble else { panic!("{trouble}") };
    (table, row, fault)
}

#[test]
fn a_location_that_cannot_be_is_refused_with_its_row() {
    let mut builder = two();
    assert!(matches!(
        row(builder.location("x", 1.0, f64::NAN)),
        (Table::Locations, 3, Fault::CoordinateNotFinite(_))
    ));
    assert!(matches!(row(builder.location("x", f64::INFINITY, 0.0)), (_, 4, Fault::CoordinateNotFinite(_))));
    assert!(matches!(row(builder.location("here", 2.0, 0.0)), (_, 5, Fault::LocationTwice(_))));
    // Two of those would be no distance apart that can be squared.
    assert!(matches!(row(builder.location("x", 0.0, -1e200)), (_, 6, Fault::CoordinateTooFar(_))));
    let mut builder = Builder::degrees();
    assert!(matches!(row(builder.location("x", 90.5, 4.0)), (_, 1, Fault::Latitude(_))));
    assert!(matches!(row(builder.location("x", 52.0, 361.0)), (_, 2, Fault::Longitude(_))));
    assert_eq!(builder.poisson(&year()).unwrap_err(), Trouble::NoLocations);
}

#[test]
fn a_count_that_cannot_be_is_refused_with_its_row() {
    let mut builder = two();
    builder.cases("here", Day(1), 0, 1).unwrap();
    assert_eq!(row(builder.cases("here", Day(1), 0, -1)), (Table::Cases, 2, Fault::NegativeCount(-1)));
    assert!(matches!(row(builder.cases("nowhere", Day(1), 0, 1)), (_, 3, Fault::UnknownLocation(_))));
    assert!(matches!(row(builder.cases("here", Day(1), 0, 1 << 40)), (_, 4, Fault::CountTooLarge(_))));
    assert_eq!(row(builder.controls("here", Day(1), -7)), (Table::Controls, 1, Fault::NegativeCount(-7)));
    for (at, persons) in [f64::NAN, -1.0, f64::INFINITY, 8.4e-309].into_iter().enumerate() {
        let (table, number, fault) = row(builder.population("here", Day(1), 0, persons));
        assert_eq!((table, number), (Table::Population, at + 1));
        assert!(matches!(fault, Fault::Population(_)));
    }
    // Cases divided by next to nothing would be no number any more.
    for (at, expected) in [f64::NAN, -1.0, 1e-310].into_iter().enumerate() {
        let (table, number, fault) = row(builder.baseline("here", 0, expected));
        assert_eq!((table, number), (Table::Baselines, at + 1));
        assert!(matches!(fault, Fault::Baseline(_)));
    }
    // What was refused is not in it.
    builder.population("here", Day(1), 0, 10.0).unwrap();
    assert_eq!(builder.poisson(&year()).unwrap().total(), 1);
}

#[test]
fn a_case_outside_the_periods_is_named() {
    let mut builder = two();
    builder.population("here", Day(1), 0, 10.0).unwrap();
    builder.cases("here", Day(364), 0, 1).unwrap().cases("here", Day(365), 0, 1).unwrap();
    let outside = Fault::OutsidePeriods { day: 365, first: 0, last: 364 };
    assert_eq!(fault(builder.poisson(&year()).unwrap_err()), (Table::Cases, 2, outside.clone()));
    assert_eq!(fault(builder.permutation(&year()).unwrap_err()), (Table::Cases, 2, outside));
}

#[test]
fn cases_without_population_are_named() {
    let mut builder = two();
    builder.population("here", Day(1), 0, 10.0).unwrap().population("there", Day(1), 0, 0.0).unwrap();
    builder.cases("here", Day(2), 0, 1).unwrap();
    assert!(builder.poisson(&year()).is_ok());
    let mut elsewhere = builder.clone();
    elsewhere.cases("there", Day(2), 0, 1).unwrap();
    let nothing = Fault::CasesWithoutExpectation { location: "there".to_owned(), period: 0 };
    assert_eq!(fault(elsewhere.poisson(&year()).unwrap_err()), (Table::Cases, 2, nothing));
    builder.cases("here", Day(2), 7, 1).unwrap();
    let stratum = Fault::StratumWithoutPopulation { stratum: 7 };
    assert_eq!(fault(builder.poisson(&year()).unwrap_err()), (Table::Cases, 2, stratum));
}

#[test]
fn a_case_of_a_stratum_that_lives_elsewhere_is_counted_where_others_live() {
    let mut builder = two();
    builder.population("here", Day(1), 0, 10.0).unwrap().population("there", Day(1), 1, 30.0).unwrap();
    builder.cases("here", Day(2), 1, 3).unwrap().cases("here", Day(2), 0, 1).unwrap();
    let study = builder.poisson(&year()).unwrap();
    assert_eq!((study.total(), study.cases(0, 0), study.cases(1, 0)), (4, 4, 0));
    assert!((study.expected(0, 0) - 1.0).abs() < 1e-12 && (study.expected(1, 0) - 3.0).abs() < 1e-12);
}

#[test]
fn a_baseline_of_a_period_that_is_not_there_is_named() {
    let mut builder = two();
    builder.baseline("here", 0, 1.0).unwrap().baseline("here", 1, 1.0).unwrap();
    let unknown = Fault::UnknownPeriod { given: 1, periods: 1 };
    assert_eq!(fault(builder.expectation(&year()).unwrap_err()), (Table::Baselines, 2, unknown));
}

#[test]
fn more_cases_than_fit_are_refused() {
    let mut builder = two();
    builder.cases("here", Day(2), 0, i64::from(i32::MAX)).unwrap();
    builder.controls("here", Day(2), 1).unwrap();
    assert_eq!(builder.permutation(&year()).unwrap().total(), i32::MAX as u32);
    assert_eq!(builder.bernoulli(&year()).unwrap_err(), Trouble::TooManyCases(1 << 31));
}

#[test]
fn no_cases_and_nobody_are_a_study_all_the_same() {
    let builder = two();
    for study in [builder.poisson(&year()), builder.bernoulli(&year()), builder.permutation(&year())] {
        let study = study.unwrap();
        assert_eq!((study.total(), study.expected_total()), (0, 0.0));
    }
}
