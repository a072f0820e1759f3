//! Drawings that stay as they were, and in which ties are short.

use super::*;
use crate::{Direction, Tie, Ties};

fn network(nodes: usize, rows: &[(usize, usize)]) -> Graph {
    let mut ties = Ties::between(nodes, Direction::Undirected).unwrap();
    rows.iter().for_each(|&(from, to)| ties.add(Tie::new(from, to)).unwrap());
    ties.graph().unwrap()
}

fn distance(one: Place, other: Place) -> f64 {
    ((one.x - other.x) * (one.x - other.x) + (one.y - other.y) * (one.y - other.y)).sqrt()
}

/// Streets of ten around a ring, each known to the next by one tie.
fn streets(count: usize) -> Vec<(usize, usize)> {
    let within =
        (0..count).flat_map(|street| (0..10).map(move |at| (street * 10 + at, street * 10 + (at + 1) % 10)));
    within.chain((0..count).map(|street| (street * 10, (street + 1) % count * 10 + 5))).collect()
}

#[test]
fn who_had_a_place_keeps_it_when_somebody_comes_and_who_comes_is_near_its_ties() {
    let mut rows = streets(6);
    let keys: Vec<u64> = (100..161).collect();
    let before = layout(&network(60, &rows), &keys[..60], &[None; 60]).unwrap();
    rows.extend([(60, 3), (60, 4)]);
    let mut places: Vec<Option<Place>> = before.iter().copied().map(Some).collect();
    places.push(None);
    let after = layout(&network(61, &rows), &keys, &places).unwrap();
    assert_eq!(after[..60], before[..]);
    let far = (0..60).map(|node| distance(after[60], after[node])).fold(0.0, f64::max);
    assert!(distance(after[60], after[3]) < far / 2.0 && distance(after[60], after[3]) > 0.1);
}

#[test]
fn ties_are_short_and_nobody_is_on_top_of_another() {
    for count in [6, 80] {
        let rows = streets(count);
        let keys: Vec<u64> = (0..count as u64 * 10).collect();
        let found = layout(&network(count * 10, &rows), &keys, &vec![None; count * 10]).unwrap();
        let ties = rows.iter().map(|&(one, other)| distance(found[one], found[other])).sum::<f64>()
            / rows.len() as f64;
        let (mut all, mut pairs, mut least) = (0.0, 0.0, f64::INFINITY);
        for one in 0..found.len() {
            for other in 0..one {
                let apart = distance(found[one], found[other]);
                all += apart;
                pairs += 1.0;
                least = least.min(apart);
            }
        }
        assert!(ties < 0.4 * all / pairs, "{count} streets: ties {ties}, all {}", all / pairs);
        assert!(least > 1e-3, "{count} streets: {least}");
    }
}

#[test]
fn the_same_keys_give_the_same_drawing_and_others_another() {
    let graph = network(30, &streets(3));
    let drawn = |first: u64| layout(&graph, &(first..first + 30).collect::<Vec<_>>(), &[None; 30]).unwrap();
    assert_eq!(drawn(5), drawn(5));
    assert_ne!(drawn(5), drawn(6));
}

#[test]
fn what_cannot_be_drawn_says_which_row() {
    let graph = network(2, &[(0, 1)]);
    let nowhere = Some(Place { x: f64::NAN, y: 0.0 });
    assert_eq!(layout(&graph, &[1, 2], &[None, nowhere]), Err(NoPlace::Nowhere { row: 1 }));
    assert_eq!(layout(&graph, &[1], &[None, None]), Err(NoPlace::NotAsMany { nodes: 2, keys: 1, places: 2 }));
    assert_eq!(layout(&network(0, &[]), &[], &[]), Ok(vec![]));
    let spot = Some(Place { x: 1.0, y: 1.0 });
    let apart = layout(&graph, &[7, 7], &[spot, None]).unwrap();
    assert!(distance(apart[0], apart[1]) > 0.1);
}

#[test]
fn who_is_far_away_pushes_together_nearly_as_one_by_one() {
    let mut chance = Chance::stream(3, 3);
    let mut places: Vec<Place> =
        (0..900).map(|_| Place { x: chance.unit() * 30.0, y: chance.unit() * 20.0 }).collect();
    places.extend([places[7]; 12]);
    let crowd = Crowd::of(&places);
    for node in [0u32, 7, 450, 905] {
        let here = places[node as usize];
        let (x, y) = crowd.push(node, here);
        let (mut all_x, mut all_y) = (0.0, 0.0);
        for (other, there) in (0..).zip(&places) {
            let apart = distance(here, *there);
            if other != node && apart > 1e-6 {
                all_x += (here.x - there.x) / (apart * apart);
                all_y += (here.y - there.y) / (apart * apart);
            } else if other != node {
                all_x += if node < other { -1.0 } else { 1.0 };
            }
        }
        let size = (all_x * all_x + all_y * all_y).sqrt().max(10.0);
        assert!(
            (x - all_x).abs() < 0.05 * size && (y - all_y).abs() < 0.05 * size,
            "{x} {y}, one by one {all_x} {all_y}"
        );
    }
}
