//! What is asked of hardly anything: each question has an answer that is written down, and none is NaN.
#![forbid(unsafe_code)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test should fail loudly")]

use scan::{Builder, Day, Findings, Model, MonteCarlo, P, Periods, Rates, Scan, Study, Tail, Time, Trouble};

/// Areas in a row, each with so many persons and cases, all on one day.
fn row(areas: &[(f64, i64)]) -> Builder {
    let mut builder = Builder::planar();
    for (at, (persons, cases)) in areas.iter().enumerate() {
        let name = at.to_string();
        builder.location(&name, at as f64, 0.0).unwrap();
        builder.population(&name, Day(0), 0, *persons).unwrap();
        builder
            .cases(&name, Day(0), 0, *cases)
            .unwrap()
            .controls(&name, Day(0), *persons as i64 - cases)
            .unwrap();
        builder.baseline(&name, 0, *persons / 10.0).unwrap();
    }
    builder
}

fn week() -> Periods {
    Periods::days(Day(0), 7, 1).unwrap()
}

fn studies(builder: &Builder) -> Vec<Study> {
    let week = week();
    let all = [
        builder.poisson(&week),
        builder.bernoulli(&week),
        builder.permutation(&week),
        builder.expectation(&week),
    ];
    all.into_iter().map(Result::unwrap).collect()
}

fn run(study: &Study, scan: &Scan) -> Findings {
    let time =
        if study.model() == Model::Permutation { Time::Retrospective { longest: 3 } } else { scan.time };
    let findings = Scan { time, ..scan.clone() }.run(study, &MonteCarlo::new(3, 99)).unwrap();
    for cluster in &findings.clusters {
        assert!(cluster.llr.is_finite() && cluster.llr > 0.0 && cluster.expected.is_finite());
        assert!(
            cluster.relative_risk.is_none_or(f64::is_finite) && cluster.gumbel.is_none_or(f64::is_finite)
        );
        assert!(cluster.p.is_some_and(|p| p.value > 0.0 && p.value < 1.0));
    }
    assert!(findings.maxima.iter().all(|maximum| maximum.is_finite() && *maximum >= 0.0));
    findings
}

#[test]
fn without_cases_there_are_no_clusters_and_no_p() {
    for study in studies(&row(&[(50.0, 0), (70.0, 0), (20.0, 0)])) {
        let findings = run(&study, &Scan::default());
        assert!(findings.clusters.is_empty());
        assert_eq!(findings.tail, Tail::TooFew);
    }
}

#[test]
fn where_nobody_lives_nothing_is_found() {
    for study in studies(&row(&[(0.0, 0), (0.0, 0)])) {
        let findings = run(&study, &Scan::default());
        assert!(findings.clusters.is_empty() && findings.maxima.is_empty());
        assert_eq!(findings.windows, 0);
    }
}

#[test]
fn one_area_is_more_than_the_limit() {
    for study in studies(&row(&[(50.0, 9)])).into_iter().filter(|study| study.model() != Model::Permutation) {
        let findings = run(&study, &Scan::default());
        assert!(findings.clusters.is_empty());
        assert_eq!(findings.windows, 0);
        // And with all of it inside there is nothing to compare it with, but for a baseline.
        let findings = run(&study, &Scan { share: 1.0, ..Scan::default() });
        assert_eq!(findings.windows, 1);
        assert_eq!(findings.clusters.is_empty(), study.model() != Model::Expectation);
    }
}

#[test]
fn all_cases_in_one_place_are_a_cluster_of_that_place() {
    for study in studies(&row(&[(50.0, 0), (60.0, 12), (55.0, 0), (45.0, 0), (70.0, 0)])) {
        let findings = run(&study, &Scan::default());
        if study.model() == Model::Permutation {
            // Whoever is the only one cannot be at an unusual time.
            assert!(findings.clusters.is_empty());
            continue;
        }
        let first = &findings.clusters[0];
        assert_eq!((first.locations.as_slice(), first.observed), (&[1][..], 12));
        assert_eq!(first.relative_risk.is_none(), study.model() != Model::Expectation);
        // A baseline does not know how many there are in all.
        assert!(first.p.unwrap().reached == 0 || study.model() == Model::Expectation);
    }
}

#[test]
fn everybody_a_case_is_nothing_unusual() {
    let study = row(&[(5.0, 5), (6.0, 6), (9.0, 9)]).bernoulli(&week()).unwrap();
    assert!(run(&study, &Scan::default()).clusters.is_empty());
}

#[test]
fn an_area_without_anybody_between_others_changes_nothing() {
    let with =
        row(&[(50.0, 3), (0.0, 0), (60.0, 14), (55.0, 5), (45.0, 2), (70.0, 3)]).poisson(&week()).unwrap();
    for rates in [Rates::High, Rates::Low, Rates::Both] {
        let findings = run(&with, &Scan { rates, ..Scan::default() });
        assert!(!findings.clusters.is_empty());
        assert!(findings.clusters.iter().all(|cluster| cluster.expected > 0.0));
    }
}

#[test]
fn areas_at_the_same_point_are_taken_in_the_order_they_were_given() {
    let mut builder = Builder::planar();
    for (name, cases) in [("a", 0), ("b", 6), ("c", 0), ("d", 1)] {
        builder.location(name, 1.0, 1.0).unwrap().population(name, Day(0), 0, 10.0).unwrap();
        builder.cases(name, Day(0), 0, cases).unwrap();
    }
    let findings = run(&builder.poisson(&week()).unwrap(), &Scan::default());
    assert_eq!(findings.clusters[0].locations, [0, 1]);
    assert_eq!(findings.clusters[0].radius, Some(0.0));
}

#[test]
fn limits_that_cannot_be_are_refused_in_words() {
    let study = row(&[(50.0, 3), (60.0, 14)]).poisson(&week()).unwrap();
    let ask = |scan: Scan| scan.run(&study, &MonteCarlo::new(1, 9)).unwrap_err();
    let none = ask(Scan { nearest: Some(0), ..Scan::default() });
    assert_eq!(none, Trouble::Limit { must: "at least one location", given: 0.0 });
    for share in [0.0, -0.1, 1.1, f64::NAN] {
        assert!(matches!(ask(Scan { share, ..Scan::default() }), Trouble::Limit { .. }));
    }
    for far in [-1.0, f64::NAN] {
        assert!(matches!(ask(Scan { distance: Some(far), ..Scan::default() }), Trouble::Limit { .. }));
    }
    for longest in [0, 8] {
        let refused = Trouble::Duration { given: longest, periods: 7 };
        assert_eq!(ask(Scan { time: Time::Retrospective { longest }, ..Scan::default() }), refused);
    }
    let study = row(&[(50.0, 3), (60.0, 14)]).permutation(&week()).unwrap();
    assert!(matches!(Scan::default().run(&study, &MonteCarlo::new(1, 9)), Err(Trouble::Unfit(_))));
    assert_eq!(
        Scan::default().run(&study, &MonteCarlo::new(1, u32::MAX)),
        Err(Trouble::TooManyReplicates(u32::MAX))
    );
}

#[test]
fn a_scan_that_is_clearly_no_signal_stops_early_with_the_p_of_a_shorter_one() {
    let study =
        row(&[(50.0, 5), (60.0, 11), (55.0, 5), (45.0, 4), (70.0, 6), (65.0, 6)]).poisson(&week()).unwrap();
    let all = Scan::default().run(&study, &MonteCarlo::new(5, 999)).unwrap();
    let soon = MonteCarlo { enough: Some(10), ..MonteCarlo::new(5, 999) };
    let soon = Scan::default().run(&study, &soon).unwrap();
    assert!(soon.maxima.len() < 100, "{}", soon.maxima.len());
    assert_eq!(soon.maxima, all.maxima[..soon.maxima.len()]);
    let P { value, reached, of } = soon.clusters[0].p.unwrap();
    assert_eq!((reached, of as usize), (10, soon.maxima.len()));
    assert!((value - 10.0 / f64::from(of)).abs() < 1e-12);
    assert_eq!(soon.tail, Tail::TooFew);
}

#[test]
fn seventy_thousand_cases_are_counted_as_well_as_seven() {
    let mut builder = Builder::planar();
    for at in 0..30 {
        let name = at.to_string();
        builder.location(&name, f64::from(at % 6), f64::from(at / 6)).unwrap();
        builder.population(&name, Day(0), 0, 5e5 + f64::from(at)).unwrap();
        builder.cases(&name, Day(at % 7), 0, 2_300 + i64::from(at * at % 90)).unwrap();
    }
    let study = builder.poisson(&week()).unwrap();
    assert!(study.total() > 65_535);
    for time in [Time::Whole, Time::Retrospective { longest: 3 }] {
        let scan = Scan { time, rates: Rates::Both, ..Scan::default() };
        let findings = scan.run(&study, &MonteCarlo::new(8, 20)).unwrap();
        for (replicate, maximum) in findings.maxima.iter().enumerate() {
            let drawn = scan.replicate(&study, 8, replicate as u64).unwrap().unwrap();
            let seen = scan.run(&drawn, &MonteCarlo::new(0, 0)).unwrap();
            assert_eq!(seen.clusters[0].llr.to_bits(), maximum.to_bits());
        }
    }
}
