//! Findings beside those of SaTScan: members, dates, counts, scores, p-values and the replicates as a whole.

use scan::{Cluster, Findings, MonteCarlo, Scan, Study};
use serde_json::Value;

use crate::files::{Case, day};
use crate::gumbel;

/// Runs a scan and compares everything SaTScan said of it. `run` is the name in `expected.json` without `satscan_`.
pub(crate) fn beside_satscan(
    case: &Case,
    run: &str,
    study: &Study,
    scan: &Scan,
    replicates: u32,
) -> Findings {
    let expected = &case.expected("expected.json")[format!("satscan_{run}")];
    let chance = MonteCarlo::new(20_261_126, replicates);
    let findings = Scan { clusters: 60, ..scan.clone() }.run(study, &chance).unwrap();
    let theirs = expected["clusters"].as_array().unwrap();
    assert!(!theirs.is_empty());
    let (locations, cases) = (number(&expected["locations"]), number(&expected["total_cases"]));
    assert_eq!((study.locations() as f64, f64::from(study.total())), (locations, cases), "{run}");
    match case.maxima(run) {
        Some(maxima) => {
            let p = kolmogorov_smirnov(&findings.maxima, &maxima);
            assert!(p > 0.001, "{run}: the replicates are distributed otherwise, p = {p}");
        }
        None => same_mean(run, &findings.maxima, &expected["null_llr"]),
    }
    for (at, cluster) in theirs.iter().enumerate() {
        if let Some(ours) = cluster_beside(run, study, &findings, cluster, at, replicates) {
            gumbel::beside(&format!("{run}, {at}"), &findings, ours, cluster, &expected["null_llr"]);
        }
    }
    findings
}

/// Where the replicates themselves were not kept: their mean, within four standard errors of both.
fn same_mean(run: &str, maxima: &[f64], theirs: &Value) {
    let (count, mean, spread) = (number(&theirs["n"]), number(&theirs["mean"]), number(&theirs["sd"]));
    let found = maxima.iter().sum::<f64>() / maxima.len() as f64;
    let error = spread * (1.0 / count + 1.0 / maxima.len() as f64).sqrt();
    assert!((found - mean).abs() < 4.0 * error, "{run}: the replicates have mean {found}, theirs {mean}");
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_else(|| panic!("{value} is no number"))
}

/// Ours of theirs; none when it is of a p so near to 1 that we do not name it.
fn cluster_beside<'a>(
    run: &str,
    study: &Study,
    findings: &'a Findings,
    theirs: &Value,
    at: usize,
    replicates: u32,
) -> Option<&'a Cluster> {
    let llr = number(if theirs["llr"].is_null() { &theirs["test_stat"] } else { &theirs["llr"] });
    let p = number(&theirs["p_value"]);
    let text = |member: &Value| member.as_str().map_or_else(|| member.to_string(), str::to_owned);
    let mut members: Vec<String> = theirs["members"].as_array().unwrap().iter().map(text).collect();
    members.sort();
    let named = |cluster: &&Cluster| {
        let mut names: Vec<&str> = cluster.locations.iter().map(|at| study.name(*at).unwrap()).collect();
        names.sort_unstable();
        names == members
    };
    let Some(ours) = findings.clusters.iter().find(named) else {
        let seen: Vec<f64> = findings.clusters.iter().map(|cluster| cluster.llr).collect();
        // What hardly differs from p = 1 may not be named by chance.
        assert!(p > 0.99, "{run}: cluster {at} of {members:?} with {llr} is not among {seen:?}");
        return None;
    };
    assert!((ours.llr - llr).abs() < 1.001e-6, "{run}, {at}: {} is not {llr}", ours.llr);
    let place = findings.clusters.iter().position(|cluster| cluster == ours).unwrap();
    let same = |other: usize| (findings.clusters[other].llr - ours.llr).abs() < 1e-6;
    assert!(place == at || (place.min(at)..=place.max(at)).all(same), "{run}: number {at} comes at {place}");
    assert_eq!(f64::from(ours.observed), number(&theirs["observed"]), "{run}, {at}: cases");
    assert!(
        (ours.expected - number(&theirs["expected"])).abs() < 0.005_001,
        "{run}, {at}: {}",
        ours.expected
    );
    let ratio = f64::from(ours.observed) / ours.expected;
    assert!((ratio - number(&theirs["ode"])).abs() < 0.005_001, "{run}, {at}: observed to expected {ratio}");
    assert_eq!(ours.locations.len() as f64, number(&theirs["number_loc"]), "{run}, {at}: locations");
    let days = |period: usize| study.periods().days_of(period).unwrap();
    assert_eq!(days(ours.periods.start).0, day(theirs["start_date"].as_str().unwrap()), "{run}, {at}: begin");
    assert_eq!(days(ours.periods.end - 1).1, day(theirs["end_date"].as_str().unwrap()), "{run}, {at}: end");
    if let Some(theirs) = theirs["rel_risk"].as_f64() {
        let risk =
            ours.relative_risk.unwrap_or_else(|| panic!("{run}, {at}: no risk, where theirs is {theirs}"));
        assert!((risk - theirs).abs() < 0.005_001, "{run}, {at}: risk {risk}, not {theirs}");
    }
    let centre = text(&theirs["loc_id"]).trim_end_matches(".0") == study.name(ours.centre).unwrap();
    // The same locations may lie around more than one of them; then we say the smallest circle.
    if let (true, Some(radius), Some(theirs)) = (centre, ours.radius, theirs["radius"].as_f64()) {
        assert!((radius - theirs).abs() < 0.005_001, "{run}, {at}: radius {radius}, not {theirs}");
    }
    let found = ours.p.unwrap().value;
    // Theirs is rounded, and both are steps of one replicate.
    let n = f64::from(of_theirs(p, replicates));
    let spread =
        3.0 * (p.max(1.0 / n) * (1.0 - p).max(1.0 / n) * (1.0 / n + 1.0 / f64::from(replicates))).sqrt();
    assert!((found - p).abs() <= spread + 1.0 / f64::from(replicates), "{run}, {at}: p {found}, not {p}");
    Some(ours)
}

/// A p-value is a whole number of parts of the replicates and one: 9,999 gave four figures, fewer gave three.
fn of_theirs(p: f64, otherwise: u32) -> u32 {
    let fits = |n: &u32| (p * f64::from(n + 1) - (p * f64::from(n + 1)).round()).abs() < 1e-6;
    [99, 999, 9_999].into_iter().find(fits).unwrap_or(otherwise)
}

/// How often two samples of one distribution lie as far apart (two-sample Kolmogorov–Smirnov, with ties as they are).
pub(crate) fn kolmogorov_smirnov(one: &[f64], other: &[f64]) -> f64 {
    let sorted = |sample: &[f64]| {
        // As theirs are printed.
        let mut sample: Vec<i64> = sample.iter().map(|value| (value * 1e5).round() as i64).collect();
        sample.sort_unstable();
        sample
    };
    let (one, other) = (sorted(one), sorted(other));
    let part = |sample: &[i64], value: i64| {
        sample.partition_point(|seen| *seen <= value) as f64 / sample.len() as f64
    };
    let apart = one.iter().chain(&other).map(|value| (part(&one, *value) - part(&other, *value)).abs());
    let apart = apart.fold(0.0, f64::max);
    let (n, m) = (one.len() as f64, other.len() as f64);
    let root = (n * m / (n + m)).sqrt();
    let lambda = (root + 0.12 + 0.11 / root) * apart;
    let terms = (1..=100).map(|k| {
        let k = f64::from(k);
        (if k % 2.0 == 1.0 { 2.0 } else { -2.0 }) * (-2.0 * k * k * lambda * lambda).exp()
    });
    if lambda < 0.2 { 1.0 } else { terms.sum::<f64>().clamp(0.0, 1.0) }
}

#[test]
fn two_samples_of_one_distribution_are_told_from_two_of_two() {
    let one: Vec<f64> = (0..1_000).map(f64::from).collect();
    let same: Vec<f64> = (0..1_000).map(|at| f64::from(at) + 0.5).collect();
    let shifted: Vec<f64> = one.iter().map(|value| value + 120.0).collect();
    assert!(kolmogorov_smirnov(&one, &same) > 0.99);
    assert!(kolmogorov_smirnov(&one, &shifted) < 1e-5);
}
