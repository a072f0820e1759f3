//! What is scanned, and how it is asked.

use scan::{Connected, Features, Findings, MonteCarlo, Scan, Study, Time, Trouble};

use super::map::Map;

/// A piece of work.
pub(crate) struct Work {
    pub(crate) name: &'static str,
    pub(crate) what: &'static str,
    pub(crate) replicates: u32,
    /// What [`Findings::windows`] counts: the cost grows with them, times the replicates, at most.
    pub(crate) counted: &'static str,
    run: fn(&MonteCarlo) -> Result<Findings, Trouble>,
}

pub(crate) const WORKS: [Work; 26] = [
    work("space-10", "spatial Poisson, 14,000 areas, windows to 10 %, 999 replicates", |chance| {
        in_space(14_000, 0.1, chance)
    }),
    work("space-1", "the same, windows to 1 %", |chance| in_space(14_000, 0.01, chance)),
    work("space-time", "space-time Poisson, 2,000 areas × 24 months, 10 %, to 6 months, 999", |chance| {
        in_time(&Map::of(2_000).poisson()?, chance)
    }),
    work("permutation", "space-time permutation, the same", |chance| {
        in_time(&Map::of(2_000).permutation()?, chance)
    }),
    Work {
        name: "bernoulli",
        what: "Bernoulli, 281 areas, 552 cases, 1.06 million controls, 9,999",
        replicates: 9_999,
        counted: WINDOWS,
        run: |chance| Scan::default().run(&Map::of(281).bernoulli()?, chance),
    },
    work("space-50", "spatial Poisson, 14,000 areas, windows to 50 %, 999", |chance| {
        in_space(14_000, 0.5, chance)
    }),
    work("grow-1", "growth in space, to 10 %, 999: 3,500 areas", |chance| in_space(3_500, 0.1, chance)),
    work("grow-2", "growth in space: 7,000 areas", |chance| in_space(7_000, 0.1, chance)),
    work("grow-3", "growth in space: 14,000 areas", |chance| in_space(14_000, 0.1, chance)),
    work("grow-4", "growth in space: 28,000 areas", |chance| in_space(28_000, 0.1, chance)),
    work("grow-time-1", "growth in space and time, to 10 %, 999: 500 areas × 24 months", |chance| {
        in_time(&Map::of(500).poisson()?, chance)
    }),
    work("grow-time-2", "growth in space and time: 1,000 areas", |chance| {
        in_time(&Map::of(1_000).poisson()?, chance)
    }),
    work("grow-time-3", "growth in space and time: 2,000 areas", |chance| {
        in_time(&Map::of(2_000).poisson()?, chance)
    }),
    work("grow-time-4", "growth in space and time: 4,000 areas", |chance| {
        in_time(&Map::of(4_000).poisson()?, chance)
    }),
    work("grow-permutation-1", "growth of the permutation, to 10 %, 999: 500 areas × 24 months", |chance| {
        in_time(&Map::of(500).permutation()?, chance)
    }),
    work("grow-permutation-2", "growth of the permutation: 1,000 areas", |chance| {
        in_time(&Map::of(1_000).permutation()?, chance)
    }),
    work("grow-permutation-3", "growth of the permutation: 2,000 areas", |chance| {
        in_time(&Map::of(2_000).permutation()?, chance)
    }),
    work("grow-permutation-4", "growth of the permutation: 4,000 areas", |chance| {
        in_time(&Map::of(4_000).permutation()?, chance)
    }),
    work("grow-bernoulli-1", "growth of Bernoulli, 552 cases, to 50 %, 999: 500 areas", |chance| {
        Scan::default().run(&Map::of(500).bernoulli()?, chance)
    }),
    work("grow-bernoulli-2", "growth of Bernoulli: 1,000 areas", |chance| {
        Scan::default().run(&Map::of(1_000).bernoulli()?, chance)
    }),
    work("grow-bernoulli-3", "growth of Bernoulli: 2,000 areas", |chance| {
        Scan::default().run(&Map::of(2_000).bernoulli()?, chance)
    }),
    work("grow-bernoulli-4", "growth of Bernoulli: 4,000 areas", |chance| {
        Scan::default().run(&Map::of(4_000).bernoulli()?, chance)
    }),
    connected("grow-connected-1", "growth of connected windows of ten, 99: 250 areas", |chance| {
        touching(250, chance)
    }),
    connected("grow-connected-2", "growth of connected windows: 500 areas", |chance| touching(500, chance)),
    connected("grow-connected-3", "growth of connected windows: 1,000 areas", |chance| {
        touching(1_000, chance)
    }),
    connected("grow-connected-4", "growth of connected windows: 2,000 areas", |chance| {
        touching(2_000, chance)
    }),
];

const WINDOWS: &str = "windows";

const fn work(
    name: &'static str,
    what: &'static str,
    run: fn(&MonteCarlo) -> Result<Findings, Trouble>,
) -> Work {
    Work { name, what, replicates: 999, counted: WINDOWS, run }
}

const fn connected(
    name: &'static str,
    what: &'static str,
    run: fn(&MonteCarlo) -> Result<Findings, Trouble>,
) -> Work {
    Work { name, what, replicates: 99, counted: "centres", run }
}

impl Work {
    /// From making the rows to the findings.
    pub(crate) fn done(&self, features: Features) -> Result<Findings, Trouble> {
        (self.run)(&MonteCarlo { features, ..MonteCarlo::new(1, self.replicates) })
    }
}

fn in_space(areas: usize, share: f64, chance: &MonteCarlo) -> Result<Findings, Trouble> {
    Scan { share, ..Scan::default() }.run(&Map::of(areas).poisson()?, chance)
}

fn in_time(study: &Study, chance: &MonteCarlo) -> Result<Findings, Trouble> {
    let scan = Scan { share: 0.1, time: Time::Retrospective { longest: 6 }, ..Scan::default() };
    scan.run(study, chance)
}

fn touching(areas: usize, chance: &MonteCarlo) -> Result<Findings, Trouble> {
    let map = Map::of(areas);
    let study = map.poisson()?;
    let adjacency = map.adjacency(&study)?;
    Connected { adjacency: &adjacency, nearest: 10, share: 0.5, fewest: 2, clusters: 10 }.run(&study, chance)
}
