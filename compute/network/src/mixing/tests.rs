//! E-I and assortativity beside their naive twins: all deals counted one by one, each tie left out.

use proptest::prelude::*;

use crate::{By, Counting, Direction, Graph, Tie, Ties, assortativity, ei, ei_permuted};

fn network(directed: bool, groups: &[u8], rows: &[(usize, usize, u32)]) -> Graph {
    let direction = if directed { Direction::Directed } else { Direction::Undirected };
    let mut ties = Ties::between(groups.len(), direction).unwrap().in_groups(groups).unwrap();
    for &(from, to, weight) in rows {
        ties.add(Tie::new(from, to).weighing(f64::from(weight))).unwrap();
    }
    ties.graph().unwrap()
}

/// Each tie once, from the lower node when undirected, with what it counts.
fn listed(graph: &Graph, counting: Counting) -> Vec<(usize, usize, f64)> {
    let directed = graph.direction() == Direction::Directed;
    let mut list = Vec::new();
    for from in 0..graph.nodes() {
        for to in (0..graph.nodes()).filter(|&to| directed || from < to) {
            if let Some(weight) = graph.weight(from, to) {
                list.push((from, to, if counting == Counting::Ties { 1.0 } else { f64::from(weight) }));
            }
        }
    }
    list
}

fn index(list: &[(usize, usize, f64)], labels: &[u8]) -> f64 {
    let whole: f64 = list.iter().map(|tie| tie.2).sum();
    let external: f64 = list.iter().filter(|tie| labels[tie.0] != labels[tie.1]).map(|tie| tie.2).sum();
    2.0 * external / whole - 1.0
}

/// Every order of the nodes, by swapping (Heap).
fn orders(labels: &mut Vec<u8>, upto: usize, each: &mut impl FnMut(&[u8])) {
    if upto <= 1 {
        return each(labels);
    }
    for at in 0..upto {
        orders(labels, upto - 1, each);
        labels.swap(if upto.is_multiple_of(2) { at } else { 0 }, upto - 1);
    }
}

fn naive_r(list: &[(usize, usize, f64)], labels: &[u8], directed: bool) -> Option<f64> {
    let mut e = [[0.0f64; 3]; 3];
    for &(from, to, weight) in list {
        e[usize::from(labels[from])][usize::from(labels[to])] += weight;
        if !directed {
            e[usize::from(labels[to])][usize::from(labels[from])] += weight;
        }
    }
    let whole: f64 = e.iter().flatten().sum();
    let trace = (e[0][0] + e[1][1] + e[2][2]) / whole;
    let chance: f64 = (0..3)
        .map(|class| {
            e[class].iter().sum::<f64>() * e.iter().map(|row| row[class]).sum::<f64>() / whole / whole
        })
        .sum();
    (whole > 0.0 && chance < 1.0 - 1e-12).then(|| (trace - chance) / (1.0 - chance))
}

fn any_network() -> impl Strategy<Value = (bool, Vec<u8>, Vec<(usize, usize, u32)>)> {
    (2usize..7).prop_flat_map(|nodes| {
        let tie = (0..nodes, 0..nodes, 0u32..4);
        (any::<bool>(), prop::collection::vec(0u8..3, nodes), prop::collection::vec(tie, 0..14))
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]
    #[test]
    fn the_moments_are_those_of_all_deals((directed, groups, rows) in any_network(), weighted: bool) {
        let counting = if weighted { Counting::Weights } else { Counting::Ties };
        let graph = network(directed, &groups, &rows);
        let list = listed(&graph, counting);
        let found = ei(&graph, By::Group, counting);
        let test = ei_permuted(&graph, By::Group, counting, 1_000_000, 1);
        if list.iter().map(|tie| tie.2).sum::<f64>() == 0.0 {
            prop_assert_eq!((found.whole.index(), found.by_chance, test), (None, None, None));
            return Ok(());
        }
        let observed = index(&list, &groups);
        prop_assert!((found.whole.index().unwrap() - observed).abs() < 1e-12);
        let (mut count, mut sum, mut squares, mut low, mut high) = (0.0, 0.0, 0.0, 0.0, 0.0);
        orders(&mut groups.clone(), groups.len(), &mut |labels| {
            let dealt = index(&list, labels);
            count += 1.0;
            sum += dealt;
            squares += dealt * dealt;
            low += f64::from(u8::from(dealt <= observed + 1e-9));
            high += f64::from(u8::from(dealt >= observed - 1e-9));
        });
        let by_chance = found.by_chance.unwrap();
        let (mean, variance) = (sum / count, squares / count - (sum / count) * (sum / count));
        prop_assert!((by_chance.mean - mean).abs() < 1e-9, "{} {}", by_chance.mean, mean);
        prop_assert!((by_chance.variance - variance).abs() < 1e-9, "{} {}", by_chance.variance, variance);
        let test = test.unwrap();
        prop_assert!(test.exact);
        prop_assert!((test.p_low - low / count).abs() < 1e-12 && (test.p_high - high / count).abs() < 1e-12);
    }

    #[test]
    fn each_tie_left_out_gives_the_error((directed, groups, rows) in any_network(), weighted: bool) {
        let counting = if weighted { Counting::Weights } else { Counting::Ties };
        let graph = network(directed, &groups, &rows);
        let list = listed(&graph, counting);
        let found = assortativity(&graph, By::Group, counting);
        let expected = naive_r(&list, &groups, directed);
        prop_assert_eq!(found.r.is_some(), expected.is_some());
        let Some(r) = expected else { return Ok(()) };
        prop_assert!((found.r.unwrap() - r).abs() < 1e-9);
        let without = |at: usize| {
            let mut list = list.clone();
            list.remove(at);
            naive_r(&list, &groups, directed)
        };
        let squares: Option<f64> = (0..list.len()).map(|at| without(at).map(|one| (one - r) * (one - r))).sum();
        prop_assert_eq!(found.error.is_some(), squares.is_some());
        if let Some(squares) = squares {
            prop_assert!((found.error.unwrap() - squares.sqrt()).abs() < 1e-9);
        }
    }
}

#[test]
fn one_group_and_no_ties_have_answers() {
    let one = ei(&network(false, &[0, 0, 0], &[(0, 1, 1), (1, 2, 1)]), By::Group, Counting::Ties);
    assert_eq!(one.whole.index(), Some(-1.0));
    let by_chance = one.by_chance.unwrap();
    assert_eq!((by_chance.mean, by_chance.variance, by_chance.z(-1.0)), (-1.0, 0.0, None));
    let none = network(true, &[0, 1], &[(0, 0, 3)]);
    assert_eq!(ei(&none, By::Group, Counting::Ties).by_node[0].index(), None);
    assert_eq!(assortativity(&none, By::Group, Counting::Ties).r, None);
    assert_eq!(assortativity(&network(false, &[0, 0], &[(0, 1, 1)]), By::Group, Counting::Ties).r, None);
}

#[test]
fn drawn_deals_agree_with_all_deals_and_follow_the_seed() {
    let rows: Vec<_> = (0..12).flat_map(|one| [(one, (one + 1) % 12, 1), (one, (one + 5) % 12, 2)]).collect();
    let graph = network(false, &[0, 0, 0, 0, 1, 1, 1, 0, 1, 0, 2, 2], &rows);
    for counting in [Counting::Ties, Counting::Weights] {
        let exact = ei_permuted(&graph, By::Group, counting, 100_000, 0).unwrap();
        let drawn = |seed| ei_permuted(&graph, By::Group, counting, 5_000, seed).unwrap();
        assert!(exact.exact && !drawn(1).exact);
        assert_eq!((exact.deals, drawn(1), drawn(1).deals), (13_860, drawn(1), 5_000));
        let error = (exact.p_low * (1.0 - exact.p_low) / 5_000.0).sqrt();
        assert!((drawn(1).p_low - exact.p_low).abs() < 4.0 * error + 1e-3);
        assert_ne!(drawn(1), drawn(2));
    }
}

#[test]
fn the_heaviest_ties_both_ways_are_still_counted_exactly() {
    let heavy = u32::MAX;
    let graph = network(
        true,
        &[0, 1, 1, 0, 1],
        &[(0, 1, heavy), (1, 0, heavy), (1, 2, heavy), (2, 1, heavy), (3, 4, 1)],
    );
    let found = ei(&graph, By::Group, Counting::Weights);
    assert_eq!(
        (found.whole.external, found.whole.internal),
        (2 * u64::from(heavy) + 1, 2 * u64::from(heavy))
    );
    let [exact, light] =
        [graph, network(true, &[0, 1, 1, 0, 1], &[(0, 1, 1), (1, 0, 1), (1, 2, 1), (2, 1, 1)])]
            .map(|graph| ei(&graph, By::Group, Counting::Weights).by_chance.unwrap());
    assert!((exact.variance - light.variance).abs() < 1e-8);
}
