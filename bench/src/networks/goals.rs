//! What each measure of a network may cost, and what others were seen to take.

use super::peer::Work;

pub(crate) struct Goal {
    /// The line it is about, at its last size.
    pub(crate) line: &'static str,
    /// Most seconds of the processor.
    pub(crate) most: Option<f64>,
    pub(crate) peer: Option<Beside>,
    /// Who else does the same, for the record.
    pub(crate) too: Option<Work>,
    /// Seconds of the processor of others, at the last size, seen elsewhere on a machine like this one.
    pub(crate) seen: &'static str,
}

/// Who does the same, or nearly.
pub(crate) struct Beside {
    pub(crate) work: Work,
    /// At most this part of its processor time.
    pub(crate) share: Option<f64>,
    /// And this part of it on the clock, with two cores; it has one.
    pub(crate) wall: Option<f64>,
}

pub(crate) const GOALS: [Goal; 8] = [
    goal("E-I with moments", Some(0.01), beside(Work::Assortativity), "igraph assortativity 0.011"),
    Goal {
        too: Some(Work::Brokerage),
        ..goal("brokerage, all nodes and roles", Some(0.02), None, "R sna 4.7")
    },
    goal("constraint and effective size", Some(0.5), beside(Work::Constraint), "igraph 1.6, constraint only"),
    goal(
        "what is cut off, all nodes",
        Some(0.15),
        beside(Work::Articulation),
        "igraph 0.27, articulation points only",
    ),
    Goal {
        too: Some(Work::BetweennessToo),
        ..goal(
            "betweenness, exact",
            None,
            Some(Beside { work: Work::Betweenness, share: Some(0.5), wall: Some(0.28) }),
            "igraph 43–70, NetworKit 256",
        )
    },
    goal(
        "betweenness by length, exact",
        None,
        Some(Beside { work: Work::Weighted, share: Some(0.4), wall: None }),
        "igraph 185",
    ),
    goal("betweenness, ε 0.01, δ 0.1", Some(2.3), beside(Work::Drawn), "NetworKit KADABRA 3.5"),
    goal("communities, one start", None, None, "igraph 45, NetworKit 2.2, leiden-rs 15.6"),
];

const fn goal(line: &'static str, most: Option<f64>, peer: Option<Beside>, seen: &'static str) -> Goal {
    Goal { line, most, peer, too: None, seen }
}

/// For the record: no part of its time is asked.
const fn beside(work: Work) -> Option<Beside> {
    Some(Beside { work, share: None, wall: None })
}
