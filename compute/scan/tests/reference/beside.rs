//! Clusters of another program beside ours: all of them, with every figure it gives.

use scan::{Builder, Cluster, Day, Direction, Findings, MonteCarlo, Periods, Scan, Study};
use serde_json::Value;

use crate::files::Case;

pub(crate) fn names(study: &Study, cluster: &Cluster) -> Vec<String> {
    let mut names: Vec<String> =
        cluster.locations.iter().map(|at| study.name(*at).unwrap().to_owned()).collect();
    names.sort();
    names
}

/// What was found: all clusters there are, whatever their p, and the best score of each replicate.
pub(crate) struct Found {
    pub(crate) clusters: Vec<Cluster>,
    maxima: Vec<f64>,
}

impl Found {
    pub(crate) fn of(ask: impl Fn(&MonteCarlo) -> Findings, replicates: u32) -> Self {
        let (all, chance) = (ask(&MonteCarlo::new(2, 0)), ask(&MonteCarlo::new(2, replicates)));
        let found = Self { clusters: all.clusters, maxima: chance.maxima };
        // Those with a p of 1 are not named; the others have the p that is compared here.
        for (llr, p) in chance.clusters.iter().filter_map(|cluster| Some((cluster.llr, cluster.p?))) {
            assert!((found.p(llr) - p.value).abs() < 1e-12);
        }
        found
    }

    pub(crate) fn circles(scan: &Scan, study: &Study, replicates: u32) -> Self {
        let scan = Scan { clusters: usize::MAX, ..scan.clone() };
        Self::of(|chance| scan.run(study, chance).unwrap(), replicates)
    }

    fn p(&self, llr: f64) -> f64 {
        let reached = self.maxima.iter().filter(|maximum| **maximum >= llr - 1e-8 * (1.0 + llr)).count();
        (reached + 1) as f64 / (self.maxima.len() + 1) as f64
    }
}

fn members(cluster: &Value) -> Vec<String> {
    let text = |name: &Value| name.as_str().map_or_else(|| name.to_string(), str::to_owned);
    let alone = std::slice::from_ref(&cluster["members"]);
    let mut members: Vec<String> =
        cluster["members"].as_array().map_or(alone, Vec::as_slice).iter().map(text).collect();
    members.sort();
    members
}

fn score(cluster: &Value) -> f64 {
    ["statistic", "llr"].iter().find_map(|name| cluster[*name].as_f64()).unwrap()
}

/// How theirs were printed: to how many digits, and from how many replicates.
#[derive(Clone, Copy)]
struct Printed {
    close: f64,
    replicates: u32,
}

/// Score, cases, what is expected and p of a cluster of theirs beside ours of the same locations.
fn same_figures(what: &str, ours: &Cluster, found: &Found, theirs: &Value, printed: Printed) {
    let llr = score(theirs);
    assert!((ours.llr - llr).abs() < printed.close, "{what}: {} is not {llr}", ours.llr);
    assert_eq!(Some(f64::from(ours.observed)), theirs["cases"].as_f64(), "{what}");
    if let Some(expected) = theirs["expected"].as_f64() {
        assert!((ours.expected - expected).abs() < 0.005_1, "{what}");
    }
    if let (Some(theirs), false) = (theirs["p"].as_f64(), found.maxima.is_empty()) {
        let (p, of) = (found.p(llr), 1.0 / found.maxima.len() as f64 + 1.0 / f64::from(printed.replicates));
        let room = 3.0 * (theirs * (1.0 - theirs) * of).sqrt() + 2.0 / f64::from(printed.replicates);
        assert!((p - theirs).abs() < room, "{what}: p {p}, not {theirs}");
    }
}

/// All clusters of theirs, in order; we may go on where they stop.
pub(crate) fn same(what: &str, study: &Study, found: &Found, theirs: &Value, many: usize, close: f64) {
    let theirs = theirs.as_array().unwrap();
    assert_eq!(theirs.len(), many, "{what}");
    for (at, cluster) in theirs.iter().enumerate() {
        let ours = &found.clusters[at];
        assert_eq!(names(study, ours), members(cluster), "{what}, {at}");
        same_figures(&format!("{what}, {at}"), ours, found, cluster, Printed { close, replicates: 999 });
    }
}

/// All clusters of smerc. It names the best of *all* windows beside those it has; we, as SaTScan does, the best window
/// of each centre, so we name `alike` of theirs, of which the `first` in the same order, and the others are windows
/// that score as they say. Ours that are not theirs must share a location with one of theirs that scores more.
pub(crate) struct Smerc<'a> {
    pub(crate) run: &'a str,
    pub(crate) of: usize,
    pub(crate) alike: usize,
    pub(crate) first: usize,
    pub(crate) replicates: u32,
}

impl Smerc<'_> {
    pub(crate) fn compare(&self, case: &Case, study: &Study, found: &Found) {
        let mut theirs = case.expected("expected_smerc.json")[self.run]["clusters"].take();
        let theirs = theirs.as_array_mut().unwrap();
        assert_eq!(theirs.len(), self.of, "{}", self.run);
        // Members are numbers of rows, from 1; in New York those are the names.
        for cluster in theirs.iter_mut() {
            let rows: Vec<u32> = members(cluster).iter().map(|row| row.parse().unwrap()).collect();
            cluster["members"] =
                rows.iter().map(|row| study.name(row - 1).unwrap()).collect::<Vec<_>>().into();
        }
        let mut alike = Vec::new();
        for (at, cluster) in theirs.iter().enumerate() {
            let what = format!("{}, {at}", self.run);
            let place = found.clusters.iter().position(|ours| names(study, ours) == members(cluster));
            let alone = place.is_none().then(|| window(study, &members(cluster)));
            let Some(ours) = place.map(|place| &found.clusters[place]).or(alone.as_ref()) else { continue };
            same_figures(&what, ours, found, cluster, Printed { close: 1e-6, replicates: self.replicates });
            if let Some(place) = place {
                assert!(at >= self.first || place == at, "{what}: number {place} of ours");
                alike.push(place);
            }
        }
        assert_eq!(alike.len(), self.alike, "{}", self.run);
        assert!(alike.len() >= self.first && (0..self.first).all(|at| alike.contains(&at)), "{}", self.run);
        for (at, ours) in found.clusters.iter().enumerate().filter(|(at, _)| !alike.contains(at)) {
            let shares =
                |theirs: &&Value| names(study, ours).iter().any(|name| members(theirs).contains(name));
            let best = theirs.iter().filter(shares).map(score).fold(0.0, f64::max);
            assert!(
                best > ours.llr - 1e-6,
                "{}: nothing of theirs lies before number {at} of ours",
                self.run
            );
        }
    }
}

/// These locations as one window, beside everywhere else, whatever its score.
fn window(study: &Study, members: &[String]) -> Cluster {
    let inside = |at: &u32| members.iter().any(|name| study.name(*at) == Some(name));
    let mut builder = Builder::planar();
    for (name, within) in [("inside", true), ("outside", false)] {
        builder.location(name, f64::from(u8::from(within)), 0.0).unwrap();
        let here = || (0..study.locations() as u32).filter(|at| inside(at) == within);
        let cases: u32 = here().map(|at| study.cases(at, 0)).sum();
        builder.cases(name, Day(0), 0, i64::from(cases)).unwrap();
        builder.population(name, Day(0), 0, here().map(|at| study.expected(at, 0)).sum()).unwrap();
    }
    let study = builder.poisson(&Periods::whole(Day(0), Day(0)).unwrap()).unwrap();
    let scan = Scan { share: 1.0, nearest: Some(1), fewest: 1, ..Scan::default() };
    let found = scan.run(&study, &MonteCarlo::new(1, 0)).unwrap();
    // No more than expected scores nothing.
    let nothing = Cluster {
        centre: 0,
        locations: vec![0],
        radius: None,
        periods: 0..1,
        direction: Direction::Low,
        observed: study.cases(0, 0),
        expected: study.expected(0, 0),
        relative_risk: None,
        llr: 0.0,
        p: None,
        gumbel: None,
    };
    found.clusters.into_iter().find(|cluster| cluster.locations == [0]).unwrap_or(nothing)
}
