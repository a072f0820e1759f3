//! Betweenness beside counting the shortest ways of every pair, on one thread and on several.

use proptest::prelude::*;

use super::walker::Walker;
use super::*;
use crate::chance::Chance;
use crate::{Direction, Graph, Tie, Ties};

fn network(directed: bool, nodes: usize, rows: &[(usize, usize, u32)]) -> Graph {
    let direction = if directed { Direction::Directed } else { Direction::Undirected };
    let mut ties = Ties::between(nodes, direction).unwrap();
    rows.iter()
        .for_each(|&(from, to, weight)| ties.add(Tie::new(from, to).weighing(f64::from(weight))).unwrap());
    ties.graph().unwrap()
}

/// Distances by trying every node between, then ways by walking in order of distance, then the sum of the definition.
#[allow(clippy::needless_range_loop, reason = "numbers of nodes, as in the book")]
fn by_all_pairs(graph: &Graph, length: impl Fn(u32) -> Option<u128>) -> Vec<f64> {
    let nodes = graph.nodes();
    let far = u128::MAX / 4;
    let tie = |from: usize, to: usize| graph.weight(from, to).and_then(&length);
    let mut distance = vec![vec![far; nodes]; nodes];
    let mut ways = vec![vec![0.0; nodes]; nodes];
    for from in 0..nodes {
        distance[from][from] = 0;
        (0..nodes).filter(|&to| to != from).for_each(|to| distance[from][to] = tie(from, to).unwrap_or(far));
    }
    for over in 0..nodes {
        for from in 0..nodes {
            for to in 0..nodes {
                distance[from][to] = distance[from][to].min(distance[from][over] + distance[over][to]);
            }
        }
    }
    for from in 0..nodes {
        let mut order: Vec<usize> = (0..nodes).filter(|&to| distance[from][to] < far).collect();
        order.sort_by_key(|&to| distance[from][to]);
        ways[from][from] = 1.0;
        for &to in order.iter().skip(1) {
            let last = |&over: &usize| {
                tie(over, to).is_some_and(|tie| distance[from][over] + tie == distance[from][to])
            };
            ways[from][to] = (0..nodes).filter(last).map(|over| ways[from][over]).sum();
        }
    }
    let mut sums = vec![0.0; nodes];
    for (over, sum) in sums.iter_mut().enumerate() {
        for from in (0..nodes).filter(|&from| from != over) {
            for to in (0..nodes).filter(|&to| to != over && to != from && distance[from][to] < far) {
                if distance[from][over] + distance[over][to] == distance[from][to] {
                    *sum += ways[from][over] * ways[over][to] / ways[from][to];
                }
            }
        }
        *sum /= if graph.direction() == Direction::Directed { 1.0 } else { 2.0 };
    }
    sums
}

fn near(found: &[f64], expected: &[f64]) -> Result<(), TestCaseError> {
    for (node, (found, expected)) in found.iter().zip(expected).enumerate() {
        prop_assert!((found - expected).abs() < 1e-9, "node {}: {} but {}", node, found, expected);
    }
    Ok(())
}

fn any_network(
    weights: impl Strategy<Value = u32>,
) -> impl Strategy<Value = (bool, usize, Vec<(usize, usize, u32)>)> {
    let rows = prop::collection::vec((0usize..30, 0usize..30, weights), 0..90);
    (any::<bool>(), 1usize..30, rows).prop_map(|(directed, nodes, rows)| {
        (
            directed,
            nodes,
            rows.into_iter().map(|(from, to, weight)| (from % nodes, to % nodes, weight)).collect(),
        )
    })
}

proptest! {
    #[test]
    fn by_steps_it_is_the_sum_of_the_definition((directed, nodes, rows) in any_network(0u32..3)) {
        let graph = network(directed, nodes, &rows);
        near(&betweenness(&graph), &by_all_pairs(&graph, |_| Some(1)))?;
    }

    #[test]
    fn by_length_it_is_the_sum_of_the_definition((directed, nodes, rows) in any_network(0u32..7)) {
        let graph = network(directed, nodes, &rows);
        let long = |weight: u32| if weight > 0 { Some(69_300 / u128::from(weight)) } else { None };
        // Sums of up to ninety weights of 6 may have another unit; those below 12 divide 69,300 but for 7, 8 and 9.
        let fits = (0..nodes).all(|from| (0..nodes).all(|to| graph.weight(from, to).is_none_or(|weight| weight == 0 || 69_300 % weight == 0)));
        if fits {
            near(&betweenness_weighted(&graph, Length::Inverse).unwrap(), &by_all_pairs(&graph, long))?;
        }
    }

    #[test]
    fn ways_counted_without_an_end_give_the_same((directed, nodes, rows) in any_network(1u32..4)) {
        let graph = network(directed, nodes, &rows);
        near(&hops::counted(&graph, 0.0), &betweenness(&graph))?;
        let lengths = |most| weighted::counted(&graph, Length::Weight, most).unwrap();
        near(&lengths(0.0), &lengths(f64::INFINITY))?;
    }

    #[test]
    fn lengths_that_need_two_words_are_compared_to_the_last_digit(
        (directed, nodes, rows) in any_network(prop::sample::select(vec![10u32, 12, 15, 20, 30, 60])),
    ) {
        // One tie between two, so that weights stay parts of 60; and elsewhere a chain with all weights to 60, which
        // makes the unit a number of 83 bits.
        let mut rows: Vec<_> = rows.into_iter().filter(|(from, to, _)| from != to).collect();
        let both = |&(from, to, _): &(usize, usize, u32)| if directed { (from, to) } else { (from.min(to), from.max(to)) };
        rows.sort_by_key(both);
        rows.dedup_by_key(|row| both(row));
        rows.extend((1..=60).map(|weight| (nodes + weight as usize - 1, nodes + weight as usize, weight)));
        let graph = network(directed, nodes + 61, &rows);
        let unit = (1..=60).fold(1u128, |unit, weight| unit / common(unit, weight) * weight);
        prop_assert!(unit > 1 << 82);
        let long = |weight: u32| Some(unit / u128::from(weight));
        near(&betweenness_weighted(&graph, Length::Inverse).unwrap(), &by_all_pairs(&graph, long))?;
    }

    #[test]
    fn lengths_far_apart_are_measured_as_well(
        (directed, nodes, rows) in any_network(prop::sample::select(vec![1u32, 2, 3, 9_000, 9_001])),
    ) {
        let graph = network(directed, nodes, &rows);
        near(&betweenness_weighted(&graph, Length::Weight).unwrap(), &by_all_pairs(&graph, |weight| Some(u128::from(weight))))?;
    }
}

fn common(one: u128, other: u128) -> u128 {
    if other == 0 { one } else { common(other, one % other) }
}

/// Diamonds in a chain: node 3d is where diamond d begins, beside 3d + 1 and 3d + 2 its ways part, and at 3d + 3 they
/// come together. Both ways are of length 4. So there are 2 to the power of `count` shortest ways from end to end.
fn diamonds(count: usize) -> Graph {
    let diamond = |at| [(at, at + 1, 1), (at + 1, at + 3, 3), (at, at + 2, 2), (at + 2, at + 3, 2)];
    let rows: Vec<_> = (0..count).flat_map(|at| diamond(3 * at)).collect();
    network(false, 3 * count + 1, &rows)
}

/// In closed form. Over where two diamonds join go all ways from one side to the other; and `left` and `right` of the
/// ways between the two that stand beside each other, in the diamond before and in the one after. Over each of those two
/// goes half of the ways between everybody on both sides.
fn of_diamonds(count: usize, left: f64, right: f64) -> Vec<f64> {
    let joint = |at: usize| {
        let (before, after) = (if at > 0 { left } else { 0.0 }, if at < count { right } else { 0.0 });
        (9 * at * (count - at)) as f64 + before + after
    };
    let between = |at: usize| ((3 * at + 1) * (3 * (count - at - 1) + 1)) as f64 / 2.0;
    let mut sums: Vec<f64> = (0..count).flat_map(|at| [joint(at), between(at), between(at)]).collect();
    sums.push(joint(count));
    sums
}

#[test]
fn more_ways_than_any_number_holds_are_shared_out_as_few_are() {
    // From end to end there are 2 to the power of 1,100; a floating-point number ends below 2 to the power of 1,024.
    for count in [3, 1_100] {
        let graph = diamonds(count);
        let close = |found: &[f64], expected: &[f64]| {
            for (node, (found, expected)) in found.iter().zip(expected).enumerate() {
                assert!((found - expected).abs() <= 1e-9 * expected, "{node}: {found}, not {expected}");
            }
        };
        close(&betweenness(&graph), &of_diamonds(count, 0.5, 0.5));
        // By length the two beside each other are nearer over where the diamond begins: 1 + 2 instead of 3 + 2.
        close(&betweenness_weighted(&graph, Length::Weight).unwrap(), &of_diamonds(count, 0.0, 1.0));
    }
}

#[test]
fn of_more_ways_than_any_number_holds_each_is_drawn_as_often() {
    let graph = diamonds(2_300);
    let rows = [&graph.arcs_out(), &graph.arcs_in()];
    let mut walker = Walker::new(graph.nodes());
    let (mut between, mut upper) = (Vec::new(), vec![0u32; 2_300]);
    for draw in 0..400 {
        let mut chance = Chance::stream(3, draw);
        between.clear();
        walker.walk(rows, [0, 6_900], &mut chance, &mut between);
        assert_eq!(between.len(), 2 * 2_300 - 1, "all between the ends");
        between.iter().filter(|&&node| node % 3 == 1).for_each(|&node| upper[node as usize / 3] += 1);
    }
    // 400 times heads or tails: further from 200 than 65 comes once in ten thousand million.
    assert!(upper.iter().all(|&upper| upper.abs_diff(200) < 65), "{upper:?}");
    let graph = diamonds(1_100);
    let found = betweenness_sampled(&graph, Accuracy::new(0.05, 0.01).unwrap(), 4);
    let pairs = 3_301.0 * 3_300.0 / 2.0;
    for (share, sum) in found.share.iter().zip(of_diamonds(1_100, 0.5, 0.5)) {
        assert!((share - sum / pairs).abs() <= 0.05, "{share}, not {}", sum / pairs);
    }
}

fn drawn(nodes: usize, ties: usize, directed: bool) -> Graph {
    let mut chance = Chance::stream(8, nodes as u64);
    let mut end = || chance.below(nodes as u32) as usize;
    let rows: Vec<_> = (0..ties).map(|at| (end(), end() * end() / nodes, at as u32 % 9 + 1)).collect();
    network(directed, nodes, &rows)
}

#[test]
fn the_figures_are_the_same_to_the_last_bit_on_any_number_of_threads() {
    for directed in [false, true] {
        let graph = drawn(700, 2_500, directed);
        let all = || {
            let accuracy = Accuracy::new(0.03, 0.1).unwrap();
            let weighted = betweenness_weighted(&graph, Length::Inverse).unwrap();
            (
                betweenness(&graph),
                weighted,
                betweenness_sampled(&graph, accuracy, 4),
                betweenness_sampled(&graph, accuracy.for_top(5), 4),
            )
        };
        let on = |threads| rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap().install(all);
        assert_eq!(on(1), on(3));
    }
}

#[test]
fn an_estimate_is_within_what_it_promises_and_the_highest_are_the_highest() {
    for directed in [false, true] {
        let graph = drawn(700, 2_500, directed);
        let pairs = 700.0 * 699.0 / if directed { 1.0 } else { 2.0 };
        let exact: Vec<f64> = betweenness(&graph).into_iter().map(|sum| sum / pairs).collect();
        let accuracy = Accuracy::new(0.02, 0.05).unwrap();
        let found = betweenness_sampled(&graph, accuracy, 11);
        assert_eq!(found.epsilon, Some(0.02));
        for (node, (share, exact)) in found.share.iter().zip(&exact).enumerate() {
            assert!((share - exact).abs() <= 0.02, "{share} {exact}");
            let (low, high) = found.bounds(node).unwrap();
            assert!(low <= *exact && *exact <= high);
        }
        let top = betweenness_sampled(&graph, Accuracy::new(0.001, 0.05).unwrap().for_top(3), 11);
        let mut order: Vec<u32> = (0..700).collect();
        order.sort_by(|&one, &other| exact[other as usize].total_cmp(&exact[one as usize]));
        assert!(top.separated && top.top.iter().all(|node| order[..3].contains(node)));
        assert!(top.epsilon.is_none(), "it stopped before all were within 0.001");
        assert_eq!((found.bounds(700), found.top.len()), (None, 0));
    }
}

#[test]
fn more_nodes_than_small_numbers_hold_are_searched_too() {
    // A chain: over node k go all pairs of those before and those after it.
    let rows: Vec<_> = (0..70_000).filter(|at| at % 1_000 != 999).map(|at| (at, at + 1, 1)).collect();
    let found = betweenness(&network(false, 70_001, &rows));
    assert_eq!((found[0], found[1], found[500], found[1_010]), (0.0, 998.0, 500.0 * 499.0, 10.0 * 989.0));
}

#[test]
fn what_cannot_be_measured_exactly_says_so() {
    let zero = network(true, 3, &[(0, 1, 1), (1, 2, 0)]);
    assert_eq!(betweenness_weighted(&zero, Length::Weight), Err(Inexact::NoLength { from: 1, to: 2 }));
    assert_eq!(
        betweenness_weighted(&zero, Length::Inverse),
        Ok(vec![0.0; 3]),
        "nobody goes along a tie of no weight"
    );
    let primes = [4_294_967_291, 4_294_967_279, 4_294_967_231, 4_294_967_197, 4_294_967_189];
    let rows: Vec<_> = primes.iter().enumerate().map(|(at, &prime)| (at, at + 1, prime)).collect();
    let chain = Ok(vec![0.0, 4.0, 6.0, 6.0, 4.0, 0.0]);
    assert_eq!(betweenness_weighted(&network(false, 6, &rows), Length::Inverse), Err(Inexact::TooFine));
    assert_eq!(betweenness_weighted(&network(false, 6, &rows), Length::Weight), chain);
    // The longest tie of the first four is a number of 96 bits.
    let four = Ok(vec![0.0, 3.0, 4.0, 3.0, 0.0]);
    assert_eq!(betweenness_weighted(&network(false, 5, &rows[..4]), Length::Inverse), four);
}

#[test]
fn nobody_and_one_have_answers() {
    let accuracy = Accuracy::new(0.1, 0.1).unwrap();
    for nodes in 0..2 {
        let graph = network(false, nodes, &[]);
        assert_eq!(betweenness(&graph), vec![0.0; nodes]);
        assert_eq!(betweenness_weighted(&graph, Length::Inverse), Ok(vec![0.0; nodes]));
        let found = betweenness_sampled(&graph, accuracy.for_top(3), 1);
        assert_eq!((found.share, found.epsilon, found.drawn), (vec![0.0; nodes], Some(0.0), 0));
    }
    assert_eq!((Accuracy::new(0.0, 0.1), Accuracy::new(0.1, f64::NAN)), (None, None));
    assert_eq!((Accuracy::new(f64::NAN, 0.1), Accuracy::new(0.1, 1.0)), (None, None));
    assert_eq!(Accuracy::new(0.999 * Accuracy::FINEST, 0.1), None, "nobody waits for that many draws");
    assert!(Accuracy::new(Accuracy::FINEST, 0.1).is_some());
    let apart = betweenness_sampled(&network(true, 5, &[]), accuracy, 1);
    assert_eq!(apart.share, vec![0.0; 5]);
}
