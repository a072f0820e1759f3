//! Burt's structural holes: how far somebody's contacts depend on each other.

use rayon::prelude::*;

use crate::{Counting, Graph};

/// How free one node is among its contacts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Hole {
    /// How many contacts there are, in either direction.
    pub contacts: u32,
    /// Σ over contacts j of (p_ij + Σ_q p_iq p_qj)²: how much of one's ties lead to people who lead to each other.
    pub constraint: f64,
    /// Contacts less what is redundant among them: from just above 0 to `contacts`.
    pub effective_size: f64,
    /// The effective size as networkx 3.6 has it, to compare with: there a contact's tie with another is measured
    /// beside the other's strongest tie, not beside the contact's own. The same wherever ties all weigh as much.
    pub effective_size_networkx: f64,
    /// How much of the constraint comes from few contacts: 0 when from all alike, 1 at most. `None` with one contact.
    pub hierarchy: Option<f64>,
}

impl Hole {
    /// The effective size as a share of the contacts.
    #[must_use]
    pub fn efficiency(&self) -> f64 {
        self.effective_size / f64::from(self.contacts)
    }
}

/// How many nodes one thread takes at a time.
const TOGETHER: usize = 512;

/// Constraint (eq. 2.4), effective size (eq. 2.2) and hierarchy (eq. 2.9) of every node: R. S. Burt (1992),
/// *Structural Holes*, ch. 2.
///
/// p_ij is the share of i's ties (out and back together) that are with j, as igraph and networkx have it; redundancy
/// is measured by j's tie with q beside j's strongest. `None` for a node without contacts, and when weighing also
/// for one whose ties weigh nothing. All contacts in one pass: O(Σ over ties of the degrees at their ends).
#[must_use]
pub fn holes(graph: &Graph, counting: Counting) -> Vec<Option<Hole>> {
    let strengths = Strengths::of(graph, counting);
    let nodes: Vec<usize> = (0..graph.nodes()).collect();
    let mut found = vec![None; nodes.len()];
    let parts = found.par_chunks_mut(TOGETHER).zip(nodes.par_chunks(TOGETHER));
    parts.for_each_init(
        || Around::new(graph.nodes()),
        |around, (found, nodes)| {
            found
                .iter_mut()
                .zip(nodes)
                .for_each(|(found, &node)| *found = around.look(graph, &strengths, node));
        },
    );
    found
}

/// Of each node, all its ties together and its strongest.
struct Strengths {
    counting: Counting,
    whole: Vec<f64>,
    most: Vec<f64>,
}

impl Strengths {
    fn of(graph: &Graph, counting: Counting) -> Self {
        let counts = |node: usize| graph.ends(node).map(|end| graph.counted(end, counting));
        let whole = (0..graph.nodes()).map(|node| counts(node).sum::<u64>() as f64).collect();
        let most = (0..graph.nodes()).map(|node| counts(node).max().unwrap_or_default() as f64).collect();
        Self { counting, whole, most }
    }
}

/// What one thread keeps while it looks around a node.
struct Around {
    /// Whether a node is a contact: a byte, because nearly every look finds that it is not.
    known: Vec<bool>,
    /// At which place among the contacts.
    place: Vec<u32>,
    /// Of each contact, p_ij and what leads to it through others.
    share: Vec<f64>,
    through: Vec<f64>,
}

impl Around {
    fn new(nodes: usize) -> Self {
        Self { known: vec![false; nodes], place: vec![0; nodes], share: Vec::new(), through: Vec::new() }
    }

    fn look(&mut self, graph: &Graph, strengths: &Strengths, node: usize) -> Option<Hole> {
        let whole = strengths.whole[node];
        let contacts = graph.neighbours(node);
        if contacts.is_empty() || whole == 0.0 {
            return None;
        }
        let counted = |end: usize| graph.counted(end, strengths.counting) as f64;
        self.share.clear();
        self.through.clear();
        for (place, end) in graph.ends(node).enumerate() {
            let contact = graph.to()[end] as usize;
            self.known[contact] = true;
            self.place[contact] = place as u32;
            self.share.push(counted(end) / whole);
            self.through.push(0.0);
        }
        let mut redundant = [0.0, 0.0];
        for (&between, &share) in contacts.iter().zip(&self.share) {
            for end in graph.ends(between as usize) {
                let other = graph.to()[end] as usize;
                if self.known[other] {
                    let tie = counted(end);
                    if tie > 0.0 {
                        self.through[self.place[other] as usize] +=
                            share * (tie / strengths.whole[between as usize]);
                        redundant[0] += share * (tie / strengths.most[other]);
                        redundant[1] += share * (tie / strengths.most[between as usize]);
                    }
                }
            }
        }
        contacts.iter().for_each(|&contact| self.known[contact as usize] = false);
        Some(self.told(contacts.len() as u32, redundant))
    }

    fn told(&mut self, contacts: u32, redundant: [f64; 2]) -> Hole {
        let each = self.share.iter().zip(&mut self.through);
        let constraint: f64 = each
            .map(|(share, through)| {
                *through = (share + *through) * (share + *through);
                *through
            })
            .sum();
        let number = f64::from(contacts);
        let mean = constraint / number;
        let spread =
            self.through.iter().map(|one| one / mean).filter(|one| *one > 0.0).map(|one| one * one.ln());
        let hierarchy = (contacts > 1).then(|| spread.sum::<f64>() / (number * number.ln()));
        let [effective_size, effective_size_networkx] = redundant.map(|redundant| number - redundant);
        Hole { contacts, constraint, effective_size, effective_size_networkx, hierarchy }
    }
}

#[cfg(test)]
mod tests;
