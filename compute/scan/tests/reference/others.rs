//! What other programs say of the same maps: SaTScan 9, FleXScan, and three packages for R.

use std::collections::BTreeMap;

use scan::{Adjacency, Builder, Connected, Day, MonteCarlo, Periods, Scan, Study, Time};
use serde_json::Value;

use crate::beside::{Found, Smerc, names, same};
use crate::cases::{one_map, one_year, pennsylvania};
use crate::files::{Case, day};

fn new_york(swap: bool, controls: bool) -> Option<(Case, Study)> {
    let (case, builder) = one_map("ny_leukemia", "locations.csv", swap, controls)?;
    let study = if controls { builder.bernoulli(&one_year(2000)) } else { builder.poisson(&one_year(2000)) };
    Some((case, study.unwrap()))
}

#[test]
fn new_york_as_satscan_nine_printed_it() {
    for (run, swap, share, distance, many) in [
        ("scan_test_ny_poisson_circular_cartesian.txt", true, 0.5, None, 6),
        ("scan_test_ny_poisson_circular_cartesian_ubpop_10percent.txt", true, 0.1, None, 7),
        ("satscan_ny_out.txt", true, 0.1, None, 7),
        ("ny.txt", true, 0.5, Some(50.0), 6),
        ("scan_test_ny_poisson_circular_longlat.txt", false, 0.5, None, 6),
    ] {
        let Some((case, study)) = new_york(swap, false) else { return };
        let found = Found::circles(&Scan { share, distance, ..Scan::default() }, &study, 999);
        let theirs = &case.expected("expected_published.json")["runs"][run]["clusters"];
        same(run, &study, &found, theirs, many, 1.001e-6);
    }
}

#[test]
fn new_york_and_the_northeast_as_smerc_has_them() {
    for (folder, file, swap, run, of, alike, first) in [
        ("ny_leukemia", "locations.csv", true, "scan_test_deg", 50, 20, 6),
        ("ny_leukemia", "locations_km.csv", false, "scan_test_km", 49, 19, 5),
        ("neast_breast_cancer", "locations.csv", false, "scan_test", 65, 22, 3),
    ] {
        let Some((case, builder)) = one_map(folder, file, swap, false) else { return };
        let study = builder.poisson(&one_year(2000)).unwrap();
        let found = Found::circles(&Scan::default(), &study, 999);
        Smerc { run, of, alike, first, replicates: 999 }.compare(&case, &study, &found);
    }
}

#[test]
fn new_york_in_circles_of_ten_as_flexscan_printed_it() {
    let Some((case, study)) = new_york(false, true) else { return };
    let found = Found::circles(&Scan { nearest: Some(10), ..Scan::default() }, &study, 999);
    let run = "scan_test_ny_binomial_10nn_cartesian.out";
    let theirs = &case.expected("expected_published.json")["runs"][run]["clusters"];
    same(run, &study, &found, theirs, 10, 6e-5);
}

#[test]
fn new_york_in_any_connected_shape_as_flexscan_printed_it() {
    for (run, swap, controls, nearest, replicates, many) in [
        ("flex_test_ny_poisson_10nn_cartesian.out", true, false, 10, 199, 9),
        ("flex_test_ny_binomial_10nn_cartesian.out", true, true, 10, 199, 9),
        ("flex_out.txt", false, false, 5, 999, 13),
    ] {
        let Some((case, study)) = new_york(swap, controls) else { return };
        let adjacency = adjacency(&case, &study);
        let found = connected(&study, &adjacency, nearest, replicates);
        let theirs = &case.expected("expected_published.json")["runs"][run]["clusters"];
        same(run, &study, &found, theirs, many, 6e-5);
    }
}

fn connected(study: &Study, adjacency: &Adjacency, nearest: usize, replicates: u32) -> Found {
    let connected = Connected { adjacency, nearest, share: 1.0, fewest: 2, clusters: usize::MAX };
    Found::of(|chance| connected.run(study, chance).unwrap(), replicates)
}

fn adjacency(case: &Case, study: &Study) -> Adjacency {
    let rows = case.rows("adjacency.csv");
    Adjacency::new(study, rows.iter().map(|row| (row.text("from"), row.text("to")))).unwrap()
}

#[test]
fn new_york_in_any_connected_shape_as_smerc_has_it() {
    let Some((case, study)) = new_york(true, false) else { return };
    let adjacency = adjacency(&case, &study);
    let ten = connected(&study, &adjacency, 10, 199);
    let (run, replicates) = ("flex_test_k10", 99);
    Smerc { run, of: 220, alike: 25, first: 9, replicates }.compare(&case, &study, &ten);
    // More to choose from is never worse.
    let fifteen = connected(&study, &adjacency, 15, 0);
    assert!(fifteen.clusters[0].llr >= ten.clusters[0].llr);
}

/// What lies there of other programs and is not compared; README says it too.
const OUTSIDE: [(&str, &str); 12] = [
    ("flex_binomial.out", RESTRICTED),
    ("rflex_test_ny_binomial_50nn_cartesian.out", RESTRICTED),
    ("rflex_test_ny_poisson_50nn_cartesian.out", RESTRICTED),
    ("rflex_test_k50", RESTRICTED),
    (
        "uls_test",
        "upper level sets: those windows follow from the rates, so a replicate has others than the map",
    ),
    ("elliptic_test_ubpop10_a0.5", ELLIPSES),
    ("scan_test_ny_poisson_ellipse_a=0.5.txt", ELLIPSES),
    ("scan_test_ny_poisson_ellipse_a=0.txt", ELLIPSES),
    ("scan_test_ny_poisson_ellipse_a=1.txt", ELLIPSES),
    ("scan_test_ny_poisson_elliptical_ubpop_10percent_penalty_medium.txt", ELLIPSES),
    ("scan_test_ny_poisson_elliptical_ubpop_10percent_penalty_none.txt", ELLIPSES),
    ("scan_test_ny_poisson_elliptical_ubpop_10percent_penalty_strong.txt", ELLIPSES),
];

const ELLIPSES: &str = "ellipses: windows are circles or connected groups";

const RESTRICTED: &str = "a restricted flexible scan leaves out areas that are not high by themselves";

#[test]
fn every_run_of_another_program_is_compared_or_left_out_for_a_reason() {
    let compared = include_str!("others.rs").split("const OUTSIDE").next().unwrap();
    for (folder, file) in [
        ("ny_leukemia", "expected_published.json"),
        ("ny_leukemia", "expected_smerc.json"),
        ("neast_breast_cancer", "expected_smerc.json"),
    ] {
        let Some(case) = Case::open(folder) else { return };
        let mut runs = case.expected(file);
        let runs = if runs["runs"].is_object() { runs["runs"].take() } else { runs };
        for (run, _) in runs.as_object().unwrap().iter().filter(|(_, run)| run["clusters"].is_array()) {
            let outside = OUTSIDE.iter().any(|(name, reason)| name == run && !reason.is_empty());
            assert!(outside != compared.contains(&format!("\"{run}\"")), "{file}: {run}");
        }
    }
}

#[test]
fn pennsylvania_as_spatialepi_has_it() {
    let Some((case, builder)) = pennsylvania(true) else { return };
    let study = builder.poisson(&one_year(2002)).unwrap();
    let theirs = case.expected("expected_SpatialEpi.json");
    let found = Found::circles(&Scan::default(), &study, 999);
    let both = |run: &Value| {
        let second = run["secondary"].as_array().unwrap();
        Value::from([std::slice::from_ref(&run["most_likely"]), second].concat())
    };
    same("poisson", &study, &found, &both(&theirs["poisson_strata"]), 2, 1e-9);
    // Whoever is no case is a control.
    let mut builder = case.locations("locations.csv", false);
    let mut persons: BTreeMap<String, i64> = BTreeMap::new();
    for row in case.rows("population.csv") {
        *persons.entry(row.text("id").to_owned()).or_default() += row.count("population");
    }
    for row in case.rows("cases.csv") {
        builder.cases(row.text("id"), day("2002"), 0, row.count("count")).unwrap();
        *persons.entry(row.text("id").to_owned()).or_default() -= row.count("count");
    }
    for (name, controls) in &persons {
        builder.controls(name, day("2002"), *controls).unwrap();
    }
    let study = builder.bernoulli(&one_year(2002)).unwrap();
    let found = Found::circles(&Scan::default(), &study, 999);
    same("binomial", &study, &found, &both(&theirs["binomial"]), 2, 1e-6);
}

#[test]
fn new_mexico_beside_its_own_baselines_as_scanstatistics_has_it() {
    let Some(case) = Case::open("nm_brain_cancer") else { return };
    let theirs = case.expected("expected_scanstatistics.json");
    let mut builder: Builder = case.locations("locations.csv", false);
    let lower: BTreeMap<String, String> = case
        .rows("locations.csv")
        .iter()
        .map(|row| (row.text("id").to_lowercase(), row.text("id").to_owned()))
        .collect();
    let spelled = |name: &str| {
        lower
            .get(if name == "guadalupe" { "guadelupe" } else { name })
            .cloned()
            .unwrap_or_else(|| panic!("{name} is no county"))
    };
    for (at, year) in theirs["rows_years"].as_array().unwrap().iter().enumerate() {
        let counties = theirs["counties"].as_array().unwrap();
        for (county, name) in counties.iter().enumerate() {
            let name = spelled(name.as_str().unwrap());
            let year = day(year.as_str().unwrap());
            builder.cases(&name, year, 0, theirs["counts"][at][county].as_i64().unwrap()).unwrap();
            builder.baseline(&name, at, theirs["baselines"][at][county].as_f64().unwrap()).unwrap();
        }
    }
    let study = builder.expectation(&Periods::years(1986, 1989).unwrap()).unwrap();
    // Their zones are of other middles of the counties than ours; these two are nearest to each other in both.
    let scan = Scan {
        share: 1.0,
        nearest: Some(2),
        time: Time::Prospective { longest: 4 },
        fewest: 1,
        ..Scan::default()
    };
    let findings = scan.run(&study, &MonteCarlo::new(2, 999)).unwrap();
    let (ours, theirs) = (&findings.clusters[0], &theirs["eb_poisson"]);
    assert_eq!(names(&study, ours), ["LosAlamos", "SantaFe"]);
    assert_eq!(ours.periods, 0..4);
    assert!((ours.llr - theirs["score"].as_f64().unwrap()).abs() < 1e-9, "{}", ours.llr);
    assert!((ours.relative_risk.unwrap() - theirs["relative_risk"].as_f64().unwrap()).abs() < 1e-9);
    assert!(ours.p.unwrap().value < 0.015, "{:?}", ours.p);
}

/// One of their zones as one location and everywhere else as another, in four periods so long that a population may
/// change from one to the next within a day. Their zones are circles around other middles than ours.
fn zone_and_rest(theirs: &Value, run: &str) -> (Builder, Periods) {
    let list = |value: &Value| value.as_array().unwrap().clone();
    let zone: Vec<Value> = list(&theirs[run]["locations"]);
    let counties = list(&theirs["counties"]);
    let mut builder = Builder::planar();
    builder.location("zone", 0.0, 0.0).unwrap().location("rest", 1.0, 0.0).unwrap();
    let long = 1_000_000;
    for at in 0..4 {
        let (first, last) = (Day(at as i32 * long), Day((at as i32 + 1) * long - 1));
        let everybody: f64 = list(&theirs["population"][at]).iter().filter_map(Value::as_f64).sum();
        for (name, inside) in [("zone", true), ("rest", false)] {
            let here = (0..counties.len()).filter(|county| zone.contains(&counties[*county]) == inside);
            let sum =
                |of: &str| here.clone().map(|county| theirs[of][at][county].as_f64().unwrap()).sum::<f64>();
            builder.cases(name, first, 0, sum("counts") as i64).unwrap();
            for day in [first, last] {
                // Each year has as much of it as any other: that is how theirs spreads cases over the years.
                builder.population(name, day, 0, sum("population") / everybody).unwrap();
            }
        }
    }
    (builder, Periods::days(Day(0), 4, long).unwrap())
}

#[test]
fn new_mexico_beside_its_population_and_with_its_times_dealt_out_as_scanstatistics_scores_them() {
    let Some(case) = Case::open("nm_brain_cancer") else { return };
    let theirs = case.expected("expected_scanstatistics.json");
    for run in ["pb_poisson", "permutation"] {
        let (builder, periods) = zone_and_rest(&theirs, run);
        let study = if run == "permutation" {
            builder.permutation(&periods).unwrap()
        } else {
            builder.poisson(&periods).unwrap()
        };
        let time = Time::Prospective { longest: if run == "permutation" { 3 } else { 4 } };
        let scan = Scan { share: 1.0, nearest: Some(1), time, fewest: 1, ..Scan::default() };
        let findings = scan.run(&study, &MonteCarlo::new(2, 0)).unwrap();
        let zone = findings.clusters.iter().find(|cluster| cluster.locations == [0]).unwrap();
        let duration = theirs[run]["duration"].as_u64().unwrap() as usize;
        assert_eq!(zone.periods, 4 - duration..4, "{run}");
        assert!((zone.llr - theirs[run]["score"].as_f64().unwrap()).abs() < 1e-5, "{run}: {}", zone.llr);
    }
}
