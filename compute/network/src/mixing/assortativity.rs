//! Newman's attribute assortativity, from whole numbers, with its error by leaving out one tie at a time.

use crate::{By, Counting, Graph};

/// How much more ties are within classes than the classes' share of ties gives by itself.
#[derive(Debug, Clone, PartialEq)]
pub struct Assortativity {
    /// r, at most 1 (all ties within); `None` without ties, or when all are of one class.
    pub r: Option<f64>,
    /// The standard error of r by the jackknife (Newman 2003, eq. 5); `None` when r is, or when some tie is the
    /// only one that makes r exist.
    pub error: Option<f64>,
    /// What goes from class to class, row by row: `mixing[from * classes + to]`, in ties or units. An undirected tie
    /// is counted from both ends, so its sum is twice that of the ties.
    pub mixing: Vec<u64>,
    /// How many classes there are: the matrix has as many rows and columns.
    pub classes: usize,
}

/// Assortativity by class: M. E. J. Newman (2003), *Mixing patterns in networks*, Physical Review E 67, 026126, eq. 2,
/// with weights in the mixing matrix when counting weights.
///
/// Costs O(m + classes²). Every sum is a whole number; r is divided once.
#[must_use]
pub fn assortativity(graph: &Graph, by: By, counting: Counting) -> Assortativity {
    let division = graph.divided(by);
    let (labels, classes) = (division.labels(), division.classes());
    let arcs = graph.arcs_out();
    let mut mixing = vec![0u64; classes * classes];
    let mut each = vec![0u64; classes * classes];
    let counted = |at: usize| if counting == Counting::Ties { 1 } else { u64::from(arcs.weight[at]) };
    for node in 0..graph.nodes() {
        let row = usize::from(labels[node]) * classes;
        for at in arcs.of(node) {
            let cell = row + usize::from(labels[arcs.to[at] as usize]);
            mixing[cell] += counted(at);
            each[cell] += 1;
        }
    }
    let table = Table::of(&mixing, classes, graph.is_directed());
    let Some(r) = table.r(0, 0, 0) else { return Assortativity { r: None, error: None, mixing, classes } };
    let mut squares = Some(0.0);
    let mut left_out = |from: usize, to: usize, weight: u64, times: f64| {
        squares = squares
            .zip(table.r(from, to, weight))
            .map(|(sum, without)| sum + times * (without - r) * (without - r));
    };
    if counting == Counting::Ties {
        for (cell, &times) in each.iter().enumerate().filter(|(_, times)| **times > 0) {
            left_out(cell / classes, cell % classes, 1, times as f64);
        }
    } else {
        for node in 0..graph.nodes() {
            for at in arcs.of(node) {
                let (from, to) = (usize::from(labels[node]), usize::from(labels[arcs.to[at] as usize]));
                left_out(from, to, u64::from(arcs.weight[at]), 1.0);
            }
        }
    }
    // An undirected tie was left out once from either end.
    let ends = if graph.is_directed() { 1.0 } else { 2.0 };
    Assortativity { r: Some(r), error: squares.map(|sum| (sum / ends).sqrt()), mixing, classes }
}

/// The mixing matrix and what r needs of it.
struct Table {
    out: Vec<i128>,
    into: Vec<i128>,
    whole: i128,
    within: i128,
    /// Σ over classes of what goes out times what comes in.
    product: i128,
    directed: bool,
}

impl Table {
    fn of(mixing: &[u64], classes: usize, directed: bool) -> Self {
        let cell = |from: usize, to: usize| i128::from(mixing[from * classes + to]);
        let out: Vec<i128> = (0..classes).map(|from| (0..classes).map(|to| cell(from, to)).sum()).collect();
        let into: Vec<i128> = (0..classes).map(|to| (0..classes).map(|from| cell(from, to)).sum()).collect();
        let whole = out.iter().sum();
        let within = (0..classes).map(|class| cell(class, class)).sum();
        let product = out.iter().zip(&into).map(|(out, into)| out * into).sum();
        Self { out, into, whole, within, product, directed }
    }

    /// r without a tie of this weight from one class to another.
    fn r(&self, from: usize, to: usize, weight: u64) -> Option<f64> {
        let weight = i128::from(weight);
        let (mut whole, mut within, mut product) = (self.whole, self.within, self.product);
        let mut leave = |out: &[(usize, i128)], into: &[(usize, i128)]| {
            let less = |list: &[(usize, i128)], class| -> i128 {
                list.iter().filter(|(of, _)| *of == class).map(|(_, less)| less).sum()
            };
            let mut classes = vec![from];
            if to != from {
                classes.push(to);
            }
            for class in classes {
                let (a, b) = (self.out[class], self.into[class]);
                product += (a - less(out, class)) * (b - less(into, class)) - a * b;
            }
        };
        if weight > 0 {
            if self.directed {
                leave(&[(from, weight)], &[(to, weight)]);
            } else {
                leave(&[(from, weight), (to, weight)], &[(from, weight), (to, weight)]);
            }
            let ends = if self.directed { weight } else { 2 * weight };
            whole -= ends;
            within -= if from == to { ends } else { 0 };
        }
        let most = whole * whole - product;
        (whole > 0 && most > 0).then(|| (whole * within - product) as f64 / most as f64)
    }
}
