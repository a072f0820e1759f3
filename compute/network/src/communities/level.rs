//! A network whose nodes may stand for many: weights between them, and how much each has in all.

use crate::{Counting, Graph};

/// Weights are whole numbers, kept as floating point: sums below 2⁵³ are exact.
#[derive(Debug, Clone)]
pub(super) struct Level {
    start: Vec<u32>,
    to: Vec<u32>,
    weight: Vec<f64>,
    /// All ties of a node, those within it twice.
    pub(super) strength: Vec<f64>,
    /// All strengths: twice the weight of all ties.
    pub(super) whole: f64,
}

impl Level {
    pub(super) fn of(graph: &Graph, counting: Counting) -> Self {
        let counted = |end| if counting == Counting::Ties { 1.0 } else { graph.both(end) as f64 };
        let weight: Vec<f64> = (0..graph.to().len()).map(counted).collect();
        let strength: Vec<f64> =
            (0..graph.nodes()).map(|node| weight[graph.ends(node)].iter().sum()).collect();
        let whole = strength.iter().sum();
        Self { start: graph.start().to_vec(), to: graph.to().to_vec(), weight, strength, whole }
    }

    pub(super) fn nodes(&self) -> usize {
        self.strength.len()
    }

    /// The neighbours of a node and the weight between.
    pub(super) fn near(&self, node: u32) -> impl Iterator<Item = (u32, f64)> {
        let ends = self.start[node as usize] as usize..self.start[node as usize + 1] as usize;
        self.to[ends.clone()].iter().copied().zip(self.weight[ends].iter().copied())
    }

    /// Keeps a number for each part up to the highest in use.
    pub(super) fn modularity(&self, parts: &[u32]) -> Option<f64> {
        if self.whole == 0.0 {
            return None;
        }
        let most = parts.iter().max().map_or(0, |&most| most as usize + 1);
        let (mut strength, mut within) = (vec![0.0; most], 0.0);
        for (node, &part) in (0..).zip(parts) {
            strength[part as usize] += self.strength[node as usize];
            // What is within a node is in its strength and has no neighbour.
            let mut outside = 0.0;
            let mut all = 0.0;
            for (other, weight) in self.near(node) {
                all += weight;
                outside += if parts[other as usize] == part { 0.0 } else { weight };
            }
            within += self.strength[node as usize] - all + (all - outside);
        }
        let by_chance: f64 =
            strength.iter().map(|strength| strength / self.whole * (strength / self.whole)).sum();
        Some(within / self.whole - by_chance)
    }

    /// The level on which each part (numbered without gaps, `count` in all) is a node.
    pub(super) fn gathered(&self, parts: &[u32], count: usize) -> Self {
        let mut members = vec![Vec::new(); count];
        (0..).zip(parts).for_each(|(node, &part): (u32, _)| members[part as usize].push(node));
        let mut level = Self {
            start: vec![0],
            to: Vec::new(),
            weight: Vec::new(),
            strength: vec![0.0; count],
            whole: self.whole,
        };
        let (mut sums, mut seen) = (vec![0.0; count], Vec::new());
        for (part, members) in (0..).zip(members) {
            for node in members {
                level.strength[part as usize] += self.strength[node as usize];
                for (other, weight) in self.near(node).map(|(other, weight)| (parts[other as usize], weight))
                {
                    if other != part {
                        if sums[other as usize] == 0.0 {
                            seen.push(other);
                        }
                        sums[other as usize] += weight;
                    }
                }
            }
            for other in seen.drain(..) {
                let weight = std::mem::take(&mut sums[other as usize]);
                if weight > 0.0 {
                    level.to.push(other);
                    level.weight.push(weight);
                }
            }
            level.start.push(level.to.len() as u32);
        }
        level
    }
}
