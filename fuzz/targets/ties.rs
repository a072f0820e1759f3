//! Any rows become a network or are refused by their number, and every measure of what was taken has an answer.
#![no_main]

use libfuzzer_sys::fuzz_target;
use network::{
    Accuracy, By, Counting, Direction, Length, Place, Tie, Ties, answers, assortativity, betweenness,
    betweenness_sampled, betweenness_weighted, brokerage, brokerage_expected, brokerage_permuted,
    brokered_by, communities, cuts, distances, ei, ei_permuted, holes, layout, modularity, reach,
    reciprocity, strong_components,
};

/// Reads numbers from what the fuzzer invents; zeros after the end.
struct Invented<'a>(&'a [u8]);

impl Invented<'_> {
    fn byte(&mut self) -> u8 {
        let Some((first, rest)) = self.0.split_first() else { return 0 };
        self.0 = rest;
        *first
    }

    fn word(&mut self) -> u64 {
        u64::from_le_bytes(std::array::from_fn(|_| self.byte()))
    }

    /// Mostly whole and small, sometimes any bits at all.
    fn weight(&mut self) -> f64 {
        match self.byte() {
            255 => f64::from_bits(self.word()),
            254 => self.word() as f64,
            small => f64::from(small % 16),
        }
    }
}

fuzz_target!(|data: &[u8]| {
    let mut invented = Invented(data);
    let nodes = usize::from(invented.byte() % 40);
    let direction = if invented.byte() % 2 == 0 { Direction::Directed } else { Direction::Undirected };
    let parts = u32::from(invented.byte() % 5);
    // Mostly a few groups: what is told of each pair of 256 of them takes a thousand times as long.
    let label = |byte: u8| if byte < 254 { byte % 5 } else { byte };
    let labels = |invented: &mut Invented<'_>, count: usize| {
        (0..count).map(|_| label(invented.byte())).collect::<Vec<u8>>()
    };
    let groups = labels(&mut invented, nodes);
    let Ok(ties) = Ties::between(nodes, direction).unwrap().in_parts_of(parts) else {
        assert_eq!(parts, 0);
        return;
    };
    let mut ties = ties.in_groups(&groups).unwrap().in_roles(&groups).unwrap();
    // Any numbers at all, or a few of them.
    let division: Vec<u32> = (0..nodes)
        .map(|_| if invented.byte() % 2 == 0 { u32::from(invented.byte()) } else { invented.word() as u32 })
        .collect();
    while !invented.0.is_empty() {
        let far = invented.byte() == 255;
        let from = if far { invented.word() as usize } else { usize::from(invented.byte()) % nodes.max(1) };
        let mut tie = Tie::new(from, usize::from(invented.byte()) % nodes.max(1)).weighing(invented.weight());
        if invented.byte() % 4 == 0 {
            tie = tie.at(invented.word() as i64);
        }
        let before = ties.rows();
        match ties.add(tie) {
            Ok(()) => assert_eq!(ties.rows(), before + 1),
            Err(refused) => {
                assert_eq!(ties.rows(), before);
                assert!(refused.to_string().contains(&format!("row {before}")));
            }
        }
    }
    let _ = (answers(&ties, By::Group, ..), answers(&ties, By::Role, i64::MIN..0));
    let _ = ties.graph_within(i64::MIN..0);
    let Ok(graph) = ties.graph() else { return };
    for counting in [Counting::Ties, Counting::Weights] {
        let found = ei(&graph, By::Group, counting);
        assert!(found.whole.index().is_none_or(|index| (-1.0..=1.0).contains(&index)));
        assert!(found.by_chance.is_none_or(|chance| chance.mean.is_finite() && chance.variance >= 0.0));
        let _ = ei_permuted(&graph, By::Group, counting, 70, 1);
        assert!(assortativity(&graph, By::Group, counting).r.is_none_or(f64::is_finite));
        for hole in holes(&graph, counting).into_iter().flatten() {
            assert!(hole.constraint.is_finite() && hole.effective_size.is_finite());
            assert!(hole.hierarchy.is_none_or(f64::is_finite));
        }
        let _ = communities(&graph, counting, 1, 1);
        assert!(modularity(&graph, &division, counting).is_none_or(|worth| (-1.0..=1.0).contains(&worth)));
    }
    let _ = (reciprocity(&graph, By::Role), strong_components(&graph), reach(&graph, By::Group));
    for (node, roles) in brokerage(&graph, By::Group).by_node.iter().enumerate() {
        let cells = brokered_by(&graph, By::Group, node).unwrap();
        assert_eq!(cells.iter().sum::<u64>(), roles.total());
    }
    assert!(brokered_by(&graph, By::Group, nodes).is_none());
    let _ = (brokerage_expected(&graph, By::Group), distances(&graph, By::Group));
    let _ = (brokerage_permuted(&graph, By::Group, 2, 1), cuts(&graph, By::Group));
    assert!(betweenness(&graph).iter().all(|sum| sum.is_finite() && *sum >= 0.0));
    for length in [Length::Inverse, Length::Weight] {
        if let Ok(sums) = betweenness_weighted(&graph, length) {
            assert!(sums.iter().all(|sum| sum.is_finite() && *sum >= 0.0));
        }
    }
    let _ = Accuracy::new(0.3, 0.3).map(|accuracy| betweenness_sampled(&graph, accuracy.for_top(2), 1));
    // Two hundred rounds: of a few nodes only, so that the fuzzer gets on.
    if nodes < 9 {
        let keys: Vec<u64> = (0..nodes as u64).map(|node| node / 2).collect();
        let drawn = layout(&graph, &keys, &vec![None::<Place>; nodes]).unwrap();
        assert!(drawn.iter().all(|place| place.x.is_finite() && place.y.is_finite()));
    }
});
