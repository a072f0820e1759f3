//! What R's `sna` expects of brokerage when ties come about by chance, to compare with what others published.

use super::{Brokerage, Roles};
use crate::{By, Graph};

/// How many figures there are of a broker: the five roles and the total.
pub const ROLES: usize = 6;

/// Mean and standard deviation of the five roles, in the order of [`Roles::each`], and of the total.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RoleMoments {
    /// The means.
    pub mean: [f64; ROLES],
    /// The standard deviations; `None` where `sna`'s variance is not positive.
    pub deviation: [Option<f64>; ROLES],
}

impl RoleMoments {
    fn of(mean: [f64; ROLES], variance: [f64; ROLES]) -> Self {
        Self { mean, deviation: variance.map(|variance| (variance > 0.0).then(|| variance.sqrt())) }
    }

    /// How many standard deviations what was found is from the mean; `None` where there is no deviation.
    #[must_use]
    pub fn z(&self, found: Roles) -> [Option<f64>; ROLES] {
        let [a, b, c, d, e] = found.each();
        let found = [a, b, c, d, e, found.total()];
        std::array::from_fn(|role| self.deviation[role].map(|sd| (found[role] as f64 - self.mean[role]) / sd))
    }
}

/// What `sna` expects of a broker of each class, and of all together.
#[derive(Debug, Clone, PartialEq)]
pub struct BrokerageExpected {
    /// Of one node, by its class.
    pub by_class: Vec<RoleMoments>,
    /// Of all nodes together.
    pub whole: RoleMoments,
}

impl BrokerageExpected {
    /// The z-scores of all nodes, in the order of the nodes: what `sna` calls `z.nli`.
    #[must_use]
    pub fn z_by_node(&self, graph: &Graph, by: By, found: &Brokerage) -> Vec<[Option<f64>; ROLES]> {
        let labels = graph.divided(by).labels();
        labels
            .iter()
            .zip(&found.by_node)
            .map(|(&label, &roles)| self.by_class[usize::from(label)].z(roles))
            .collect()
    }
}

/// Expectation and deviation as in R's `sna` 2.7 (`brokerage`), after Gould & Fernandez (1989), for ties that come
/// about independently, as dense as here. `None` with fewer than two nodes. Costs O(classes³).
///
/// **Known to be off, and kept so for comparison:** on undirected networks the true deviation of coordinator,
/// itinerant and total is √2 larger, so these z are overstated; the deviations of the whole for representative and
/// gatekeeper are some 19 % too large. Draw conclusions from [`super::brokerage_permuted`].
#[must_use]
pub fn brokerage_expected(graph: &Graph, by: By) -> Option<BrokerageExpected> {
    if graph.nodes() < 2 {
        return None;
    }
    let nodes = graph.nodes() as f64;
    let arcs = graph.ties() as f64 * if graph.is_directed() { 1.0 } else { 2.0 };
    let density = arcs / (nodes * (nodes - 1.0));
    let sizes: Vec<f64> = graph.divided(by).sizes().iter().map(|&size| f64::from(size)).collect();
    let terms = Terms {
        nodes,
        open: density.powi(2) * (1.0 - density),
        three: (density * (1.0 - density)).powi(3),
        four: density.powi(4) * (1.0 - density).powi(2),
        five: density.powi(5) * (1.0 - density),
    };
    let by_class = (0..sizes.len()).map(|class| terms.of_class(&sizes, class)).collect();
    Some(BrokerageExpected { by_class, whole: terms.of_whole(&sizes) })
}

/// Powers of the density, by how many ties two paths have in common.
struct Terms {
    nodes: f64,
    /// That a path of two steps is there and open.
    open: f64,
    three: f64,
    four: f64,
    five: f64,
}

fn pairs(of: f64) -> f64 {
    of * (of - 1.0) / 2.0
}

fn triples(of: f64) -> f64 {
    of * (of - 1.0) * (of - 2.0)
}

impl Terms {
    fn moments(&self, ways: [f64; ROLES], shared: [f64; ROLES]) -> RoleMoments {
        let mean = ways.map(|ways| self.open * ways);
        RoleMoments::of(mean, std::array::from_fn(|role| mean[role] * (1.0 - self.open) + shared[role]))
    }

    /// Of one broker of a class: how many pairs it could stand between, and how many pairs of pairs share a tie.
    fn of_class(&self, sizes: &[f64], class: usize) -> RoleMoments {
        let (all, own) = (self.nodes, sizes[class]);
        let outside = all - own;
        let others = || sizes.iter().enumerate().filter(|(other, _)| *other != class).map(|(_, &size)| size);
        let within: f64 = others().map(|size| size * (size - 1.0)).sum();
        let squares: f64 = others().map(|size| size * size).sum();
        let across = (own - 1.0) * outside;
        let across_shared = (own - 1.0) * pairs(outside) + outside * pairs(own - 1.0);
        let apart: f64 = others().map(|size| size * pairs(outside - size)).sum();
        let ways = [
            (own - 1.0) * (own - 2.0),
            within,
            across,
            across,
            outside * outside - squares,
            (all - 1.0) * (all - 2.0),
        ];
        let shared = [
            triples(own - 1.0),
            others().map(triples).sum(),
            across_shared,
            across_shared,
            2.0 * apart,
            triples(all - 1.0),
        ];
        self.moments(ways, shared.map(|shared| 2.0 * self.three * shared))
    }

    fn of_whole(&self, sizes: &[f64]) -> RoleMoments {
        // A class of nobody adds nothing, and there may be many of them.
        let sizes: Vec<f64> = sizes.iter().copied().filter(|&size| size > 0.0).collect();
        let Self { nodes: all, three, four, five, .. } = *self;
        let sum = |term: &dyn Fn(f64) -> f64| sizes.iter().map(|&size| term(size)).sum::<f64>();
        let same = |size: f64| {
            triples(size) * ((4.0 * size - 10.0) * three - 4.0 * (size - 3.0) * four + (size - 3.0) * five)
        };
        let across = sum(&|size| size * (all - size) * (size - 1.0));
        let of_two = |ends: f64, broker: f64| {
            ends * broker * (ends - 1.0) * ((2.0 * (ends + broker) - 6.0) * three + (all - ends - 1.0) * five)
        };
        let itinerant = sum(&|ends| sum(&|broker| of_two(ends, broker)) - of_two(ends, ends));
        let between =
            sum(&|size| size * (all - size) * (size - 1.0) * ((all - 3.0) * three + (size - 2.0) * five));
        let mut liaison = [0.0, 0.0];
        for (from, &a) in sizes.iter().enumerate() {
            for (broker, &b) in sizes.iter().enumerate().filter(|(broker, _)| *broker != from) {
                for (_, &c) in sizes.iter().enumerate().filter(|(to, _)| *to != from && *to != broker) {
                    liaison[0] += a * b * c;
                    liaison[1] += a
                        * b
                        * c
                        * ((4.0 * (all - b) - 2.0 * (a + c + 1.0)) * three
                            - (4.0 * (all - c) - 2.0 * (a + b + 1.0)) * four
                            + (all - (a + c + 1.0)) * five);
                }
            }
        }
        let ways = [sum(&triples), across, across, across, liaison[0], triples(all)];
        self.moments(ways, [sum(&same), itinerant, between, between, liaison[1], same(all)])
    }
}
