//! Zachary's karate club: figures from publications and peers that stand here as facts, without any file.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test should fail loudly, and say when it is skipped"
)]

use network::{
    By, Counting, Direction, Graph, Length, Tie, Ties, assortativity, betweenness, betweenness_weighted,
    brokerage, brokerage_expected, cuts, ei, holes, reach,
};

/// W. W. Zachary (1977), *An information flow model for conflict and fission in small groups*: who met whom outside
/// the club, from the lower number, and in how many places.
const MET: [(usize, &[(usize, u32)]); 25] = [
    (
        1,
        &[
            (2, 4),
            (3, 5),
            (4, 3),
            (5, 3),
            (6, 3),
            (7, 3),
            (8, 2),
            (9, 2),
            (11, 2),
            (12, 3),
            (13, 1),
            (14, 3),
            (18, 2),
            (20, 2),
            (22, 2),
            (32, 2),
        ],
    ),
    (2, &[(3, 6), (4, 3), (8, 4), (14, 5), (18, 1), (20, 2), (22, 2), (31, 2)]),
    (3, &[(4, 3), (8, 4), (9, 5), (10, 1), (14, 3), (28, 2), (29, 2), (33, 2)]),
    (4, &[(8, 3), (13, 3), (14, 3)]),
    (5, &[(7, 2), (11, 3)]),
    (6, &[(7, 5), (11, 3), (17, 3)]),
    (7, &[(17, 3)]),
    (9, &[(31, 3), (33, 3), (34, 4)]),
    (10, &[(34, 2)]),
    (14, &[(34, 3)]),
    (15, &[(33, 3), (34, 2)]),
    (16, &[(33, 3), (34, 4)]),
    (19, &[(33, 1), (34, 2)]),
    (20, &[(34, 1)]),
    (21, &[(33, 3), (34, 1)]),
    (23, &[(33, 2), (34, 3)]),
    (24, &[(26, 5), (28, 4), (30, 3), (33, 5), (34, 4)]),
    (25, &[(26, 2), (28, 3), (32, 2)]),
    (26, &[(32, 7)]),
    (27, &[(30, 4), (34, 2)]),
    (28, &[(34, 4)]),
    (29, &[(32, 2), (34, 2)]),
    (30, &[(33, 4), (34, 2)]),
    (31, &[(33, 3), (34, 3)]),
    (32, &[(33, 4), (34, 4)]),
];

/// Who stayed with the instructor; the others went with the officer.
const INSTRUCTOR: [usize; 16] = [1, 2, 3, 4, 5, 6, 7, 8, 11, 12, 13, 14, 17, 18, 20, 22];

fn karate() -> Graph {
    let groups: Vec<u8> = (1..=34).map(|member| u8::from(!INSTRUCTOR.contains(&member))).collect();
    let mut ties = Ties::between(34, Direction::Undirected).unwrap().in_groups(&groups).unwrap();
    for (one, others) in MET {
        for &(other, places) in others {
            ties.add(Tie::new(one - 1, other - 1).weighing(f64::from(places))).unwrap();
        }
    }
    // The officer and the one beside him.
    ties.add(Tie::new(32, 33).weighing(5.0)).unwrap();
    ties.graph().unwrap()
}

fn close(found: f64, expected: f64) {
    assert!((found - expected).abs() < 1e-9 * expected.abs().max(1.0), "{found}, expected {expected}");
}

#[test]
fn two_worlds_are_there_as_krackhardt_and_stern_measure_them() {
    let graph = karate();
    assert_eq!((graph.nodes(), graph.ties()), (34, 78));
    let found = ei(&graph, By::Group, Counting::Ties);
    close(found.whole.index().unwrap(), -58.0 / 78.0);
    let by_chance = found.by_chance.unwrap();
    close(by_chance.mean, 0.026_737_967_914_438_61);
    close(by_chance.variance.sqrt(), 0.096_380_679_777_890_83);
    close(ei(&graph, By::Group, Counting::Weights).whole.index().unwrap(), -187.0 / 231.0);
    close(assortativity(&graph, By::Group, Counting::Ties).r.unwrap(), 0.743_421_052_631_579);
}

#[test]
fn who_stands_between_is_told_as_sna_igraph_and_networkx_tell_it() {
    let graph = karate();
    let found = brokerage(&graph, By::Group);
    assert_eq!(found.whole.each(), [516, 22, 124, 124, 0]);
    assert_eq!(found.by_node[0].each(), [148, 2, 27, 27, 0]);
    close(
        brokerage_expected(&graph, By::Group).unwrap().whole.z(found.whole)[5].unwrap(),
        2.226_190_926_419_74,
    );
    close(betweenness(&graph)[0], 231.071_428_571_428_57);
    let by_length = betweenness_weighted(&graph, Length::Inverse).unwrap();
    assert_eq!(&by_length[..6], [209.0, 36.0, 177.0, 32.0, 0.0, 16.5], "networkx has 208.5, 36.75 and 178");
    close(holes(&graph, Counting::Ties)[0].unwrap().constraint, 0.155_423_297_646_604_95);
    close(holes(&graph, Counting::Ties)[0].unwrap().effective_size, 13.75);
    close(holes(&graph, Counting::Weights)[0].unwrap().constraint, 0.190_623_489_056_380_38);
}

#[test]
fn without_the_instructor_six_are_cut_off_all_his_own() {
    let graph = karate();
    let found = cuts(&graph, By::Group);
    assert_eq!((found.bridges, found.lost.len()), (vec![(0, 11)], 1));
    assert_eq!((found.lost[0].pieces, &found.lost[0].cut_off[..]), (3, &[6, 0][..]));
    let across = reach(&graph, By::Group).across();
    assert_eq!((across.pairs(), across.direct, across.through_one, across.apart), (288, 10, 89, 0));
}
