//! nDCG, recall, and whether both worlds come up as often as they help.

use super::TOP;

/// How good an order is, from 0 to 1: gains of `2^grade - 1`, less the lower they stand, against the best order.
pub(super) fn ndcg(answer: &[usize], grades: &[u8]) -> f64 {
    let gain = |grade: u8| f64::from((1u32 << grade) - 1);
    let sum = |gains: &mut dyn Iterator<Item = f64>| -> f64 {
        gains.take(TOP).enumerate().map(|(at, gain)| gain / (at as f64 + 2.0).log2()).sum()
    };
    let mut best = grades.to_vec();
    best.sort_unstable_by(|one, other| other.cmp(one));
    let ideal = sum(&mut best.into_iter().map(gain));
    let had = sum(&mut answer.iter().map(|offer| gain(grades.get(*offer).copied().unwrap_or(0))));
    if ideal > 0.0 { had / ideal } else { 0.0 }
}

/// Which part of what is relevant stands in the answer; of more than ten, ten is all.
pub(super) fn recall(answer: &[usize], grades: &[u8]) -> f64 {
    let relevant = grades.iter().filter(|grade| **grade > 0).count().min(TOP);
    let had =
        answer.iter().take(TOP).filter(|offer| grades.get(**offer).is_some_and(|grade| *grade > 0)).count();
    if relevant == 0 { 0.0 } else { had as f64 / relevant as f64 }
}

pub(super) fn mean(figures: impl IntoIterator<Item = f64>) -> Option<f64> {
    let (sum, count) =
        figures.into_iter().fold((0.0, 0usize), |(sum, count), figure| (sum + figure, count + 1));
    (count > 0).then(|| sum / count as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_figures_are_those_of_the_textbook() {
        // Grades 3 2 3 0 1 2: the example that goes round in the literature, with gains of 2^grade - 1.
        let grades = [3, 2, 3, 0, 1, 2];
        let order = [0, 1, 2, 3, 4, 5];
        assert!((ndcg(&order, &grades) - 0.9488).abs() < 0.0005, "{}", ndcg(&order, &grades));
        assert!((ndcg(&[0, 2, 1, 5, 4, 3], &grades) - 1.0).abs() < 1e-9);
        assert!((ndcg(&[], &grades)).abs() < 1e-9);
        assert!((recall(&[0, 3, 4], &grades) - 0.4).abs() < 1e-9);
    }
}
