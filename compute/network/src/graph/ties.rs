//! The list of ties as it comes in: each row is checked at once, and networks of any window of time are made of it.

use std::ops::Range;

use super::{By, Direction, Graph, Partition, Refused, compress};

/// As many ties as fit: twice as many ends are still numbered by 32 bits.
pub const MOST_TIES: usize = (1 << 31) - 1;

/// How far from a whole number of units a weight may be, as a share of itself: what writing it in decimals, or adding
/// up a few, loses. Of the heaviest tie that fits it is less than a hundredth of a unit.
const ROUNDING: f64 = 1e-12;

/// One tie: from a node to a node, with a weight, perhaps at a moment.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tie {
    /// The node it goes out from, numbered from 0. In an undirected network the order does not matter.
    pub from: usize,
    /// The node it goes to.
    pub to: usize,
    /// How strong it is: not negative, 1 when nothing is said. Zero is a tie that is there and weighs nothing.
    pub weight: f64,
    /// When it was, in any whole unit the caller keeps to; `None` is a tie that always stands.
    pub moment: Option<i64>,
}

impl Tie {
    /// A tie of weight 1 without a moment.
    #[must_use]
    pub fn new(from: usize, to: usize) -> Self {
        Self { from, to, weight: 1.0, moment: None }
    }

    /// The same tie with a weight.
    #[must_use]
    pub fn weighing(self, weight: f64) -> Self {
        Self { weight, ..self }
    }

    /// The same tie at a moment.
    #[must_use]
    pub fn at(self, moment: i64) -> Self {
        Self { moment: Some(moment), ..self }
    }
}

/// A checked list of ties between nodes that have a group and a role.
///
/// * Several ties between the same two nodes (in the same direction) become one whose weight is their sum;
///   measures that do not weigh count it once. [`Graph::repeated`] says how many were folded.
/// * A tie of a node with itself says nothing about contact between two: it is taken, counted in
///   [`Graph::loops`], and left out of every measure.
#[derive(Debug, Clone)]
pub struct Ties {
    direction: Direction,
    parts: u32,
    most: usize,
    group: Partition,
    role: Partition,
    pub(super) from: Vec<u32>,
    pub(super) to: Vec<u32>,
    pub(super) weight: Vec<u32>,
    /// Empty as long as no tie has a moment.
    moment: Vec<Option<i64>>,
}

impl Ties {
    /// No ties yet, between `nodes` nodes that are all of group 0 and role 0.
    ///
    /// # Errors
    /// [`Refused::TooManyNodes`].
    pub fn between(nodes: usize, direction: Direction) -> Result<Self, Refused> {
        if nodes > MOST_TIES {
            return Err(Refused::TooManyNodes { nodes });
        }
        Ok(Self {
            direction,
            parts: 1,
            most: MOST_TIES,
            group: Partition::of(vec![0; nodes]),
            role: Partition::of(vec![0; nodes]),
            from: Vec::new(),
            to: Vec::new(),
            weight: Vec::new(),
            moment: Vec::new(),
        })
    }

    /// Weights are whole numbers of 1/`parts` (1 when nothing is said), so that sums and distances stay exact. What
    /// was added before keeps its weight, in the new unit.
    ///
    /// # Errors
    /// [`Refused::NoParts`] for zero parts; [`Refused::BetweenUnits`] or [`Refused::TooHeavy`] for a row that is not
    /// a whole number of the new unit. The list is gone then: who wants it back hands in a clone.
    pub fn in_parts_of(mut self, parts: u32) -> Result<Self, Refused> {
        if parts == 0 {
            return Err(Refused::NoParts);
        }
        // What was added in the old unit would silently change its meaning.
        if self.from.is_empty() {
            self.parts = parts;
            Ok(self)
        } else {
            let weights = self.weight.iter().map(|&units| f64::from(units) / f64::from(self.parts));
            let weight = weights.enumerate().map(|(row, weight)| units_of(weight, parts, row));
            self.weight = weight.collect::<Result<_, _>>()?;
            self.parts = parts;
            Ok(self)
        }
    }

    /// The group of each node: formal or informal, or any other division into at most 256.
    ///
    /// # Errors
    /// [`Refused::LabelsDoNotFit`]. The list is gone then: who wants it back hands in a clone.
    pub fn in_groups(mut self, groups: &[u8]) -> Result<Self, Refused> {
        self.group = self.labels(groups)?;
        Ok(self)
    }

    /// The role of each node: a second division beside the groups.
    ///
    /// # Errors
    /// [`Refused::LabelsDoNotFit`]. The list is gone then: who wants it back hands in a clone.
    pub fn in_roles(mut self, roles: &[u8]) -> Result<Self, Refused> {
        self.role = self.labels(roles)?;
        Ok(self)
    }

    fn labels(&self, labels: &[u8]) -> Result<Partition, Refused> {
        let (given, nodes) = (labels.len(), self.nodes());
        if given == nodes {
            Ok(Partition::of(labels.to_vec()))
        } else {
            Err(Refused::LabelsDoNotFit { given, nodes, row: given.min(nodes) })
        }
    }

    /// Takes one tie, as the row after the last. Costs O(1).
    ///
    /// # Errors
    /// Why the row is refused; nothing changed then.
    pub fn add(&mut self, tie: Tie) -> Result<(), Refused> {
        let row = self.rows();
        if row >= self.most {
            return Err(Refused::TooManyTies { row, most: self.most });
        }
        let nodes = self.nodes();
        if let Some(node) = [tie.from, tie.to].into_iter().find(|&node| node >= nodes) {
            return Err(Refused::UnknownNode { row, node, nodes });
        }
        let weight = units_of(tie.weight, self.parts, row)?;
        if tie.moment.is_some() && self.moment.is_empty() {
            self.moment = vec![None; row];
        }
        if tie.moment.is_some() || !self.moment.is_empty() {
            self.moment.push(tie.moment);
        }
        self.from.push(tie.from as u32);
        self.to.push(tie.to as u32);
        self.weight.push(weight);
        Ok(())
    }

    /// How many nodes there are.
    #[must_use]
    pub fn nodes(&self) -> usize {
        self.group.labels().len()
    }

    /// How many rows were taken.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.from.len()
    }

    /// Whether the order of the two nodes of a tie means something.
    #[must_use]
    pub fn direction(&self) -> Direction {
        self.direction
    }

    /// The groups of the nodes.
    #[must_use]
    pub fn groups(&self) -> &Partition {
        &self.group
    }

    /// The network of all ties. Costs O(n + m log d), d the most ties of one node.
    ///
    /// # Errors
    /// [`Refused::TooHeavy`] when the ties between two nodes together weigh too much.
    pub fn graph(&self) -> Result<Graph, Refused> {
        self.compressed(|_| true)
    }

    /// The network of the ties of one window of time, its end not included, and of those without a moment.
    ///
    /// # Errors
    /// As [`Ties::graph`].
    pub fn graph_within(&self, window: Range<i64>) -> Result<Graph, Refused> {
        self.compressed(|row| self.moment_of(row).is_none_or(|moment| window.contains(&moment)))
    }

    /// The groups or the roles.
    pub(crate) fn divided(&self, by: By) -> &Partition {
        match by {
            By::Group => &self.group,
            By::Role => &self.role,
        }
    }

    pub(crate) fn moment_of(&self, row: usize) -> Option<i64> {
        self.moment.get(row).copied().flatten()
    }

    pub(crate) fn ends_of(&self, row: usize) -> (u32, u32) {
        (self.from[row], self.to[row])
    }

    fn compressed(&self, taken: impl Fn(usize) -> bool) -> Result<Graph, Refused> {
        let rows = compress::compress(self, taken)?;
        Ok(Graph::new(self.direction, self.parts, rows, self.group.clone(), self.role.clone()))
    }

    #[cfg(test)]
    pub(crate) fn at_most(mut self, most: usize) -> Self {
        self.most = most;
        self
    }
}

/// The whole number of units that `weight` is.
fn units_of(weight: f64, parts: u32, row: usize) -> Result<u32, Refused> {
    if !weight.is_finite() {
        return Err(Refused::NotANumber { row });
    }
    if weight < 0.0 {
        return Err(Refused::Negative { row, weight });
    }
    let units = weight * f64::from(parts);
    let whole = units.round();
    if (units - whole).abs() > ROUNDING * units {
        return Err(Refused::BetweenUnits { row, weight, parts });
    }
    if whole > f64::from(u32::MAX) {
        return Err(Refused::TooHeavy { row });
    }
    Ok(whole as u32)
}
