//! Scans in space only, beside SaTScan.

use scan::{Rates, Scan, Tail};

use crate::cases::{new_mexico, new_mexico_years, one_map, one_year, pennsylvania};
use crate::compare::beside_satscan;

const REPLICATES: u32 = 4_999;

#[test]
fn new_mexico_has_torrance_and_five_around_it() {
    let Some((case, builder)) = new_mexico(true) else { return };
    let study = builder.poisson(&new_mexico_years()).unwrap();
    // From a few thousand on, SaTScan's replicates of this run are told apart from ours: its dice (dice.rs).
    beside_satscan(&case, "ps_poisson", &study, &Scan::default(), 499);
}

#[test]
fn pennsylvania_with_and_without_its_strata() {
    for (strata, run) in [(true, "ps_poisson_strata"), (false, "ps_poisson_nostrata")] {
        let Some((case, builder)) = pennsylvania(strata) else { return };
        let study = builder.poisson(&one_year(2002)).unwrap();
        beside_satscan(&case, run, &study, &Scan::default(), REPLICATES);
    }
}

#[test]
fn the_northeast_has_philadelphia_first() {
    let Some((case, builder)) = one_map("neast_breast_cancer", "locations.csv", false, false) else { return };
    let study = builder.poisson(&one_year(2000)).unwrap();
    beside_satscan(&case, "ps_poisson", &study, &Scan::default(), 999);
}

#[test]
fn leukaemia_in_new_york_on_a_plane_of_degrees() {
    let Some((case, builder)) = one_map("ny_leukemia", "locations.csv", true, false) else { return };
    let study = builder.poisson(&one_year(2000)).unwrap();
    beside_satscan(&case, "ps_poisson_cartesian_deg", &study, &Scan::default(), REPLICATES);
    let tenth = Scan { share: 0.1, ..Scan::default() };
    beside_satscan(&case, "ps_poisson_cartesian_deg_10pct", &study, &tenth, REPLICATES);
}

#[test]
fn leukaemia_in_new_york_on_the_earth() {
    let Some((case, builder)) = one_map("ny_leukemia", "locations.csv", false, false) else { return };
    let study = builder.poisson(&one_year(2000)).unwrap();
    beside_satscan(&case, "ps_poisson_latlon", &study, &Scan::default(), REPLICATES);
}

#[test]
fn leukaemia_in_new_york_in_kilometres_more_and_less_than_expected() {
    let Some((case, builder)) = one_map("ny_leukemia", "locations_km.csv", false, false) else { return };
    let study = builder.poisson(&one_year(2000)).unwrap();
    let high = beside_satscan(&case, "ps_poisson_km", &study, &Scan::default(), REPLICATES);
    let low = Scan { rates: Rates::Low, ..Scan::default() };
    let low = beside_satscan(&case, "ps_poisson_km_low", &study, &low, REPLICATES);
    assert_eq!(low.tail, Tail::LowRates);
    // Either: the best of both.
    let both = Scan { rates: Rates::Both, ..Scan::default() };
    let both = both.run(&study, &scan::MonteCarlo::new(1, 0)).unwrap();
    assert_eq!(both.clusters[0].llr, high.clusters[0].llr);
    assert!(both.clusters.iter().any(|cluster| cluster.locations == low.clusters[0].locations));
}

#[test]
fn leukaemia_in_new_york_beside_a_million_controls() {
    let Some((case, builder)) = one_map("ny_leukemia", "locations_km.csv", false, true) else { return };
    let study = builder.bernoulli(&one_year(2000)).unwrap();
    beside_satscan(&case, "ps_bernoulli_km", &study, &Scan::default(), REPLICATES);
}

#[test]
fn two_clusters_of_one_score_have_one_p_in_north_humberside() {
    let Some((case, builder)) = one_map("north_humberside", "locations.csv", false, true) else { return };
    let study = builder.bernoulli(&one_year(2000)).unwrap();
    let findings = beside_satscan(&case, "ps_bernoulli", &study, &Scan::default(), REPLICATES);
    let [first, second] = &findings.clusters[..2] else { panic!("two are known") };
    assert_eq!(first.p, second.p);
    // Many replicates have the very same score: no smooth tail.
    assert!(matches!(findings.tail, Tail::Ties { share } if share > 0.2), "{:?}", findings.tail);
    assert_eq!(first.gumbel, None);
}
