//! One run of Leiden: move nodes while it gains, split what does not hold together, gather, and again.

use std::collections::VecDeque;

use super::level::Level;
use crate::chance::Chance;

/// A division at least as good as `parts`.
pub(super) fn improved(level: &Level, mut parts: Vec<u32>, chance: &mut Chance) -> Vec<u32> {
    let mut place: Vec<u32> = (0..level.nodes() as u32).collect();
    let mut gathered: Option<Level> = None;
    loop {
        let level = gathered.as_ref().unwrap_or(level);
        move_nodes(level, &mut parts, chance);
        let mut held = refined(level, &parts, chance);
        let count = numbered(&mut held);
        if count == level.nodes() {
            return place.iter().map(|&node| parts[node as usize]).collect();
        }
        let next = level.gathered(&held, count);
        let mut of_held = vec![0; count];
        held.iter().zip(&parts).for_each(|(&held, &part)| of_held[held as usize] = part);
        numbered(&mut of_held);
        place.iter_mut().for_each(|node| *node = held[*node as usize]);
        parts = of_held;
        gathered = Some(next);
    }
}

/// Where another start begins: about half of the nodes with one of their neighbours.
pub(super) fn scattered(level: &Level, chance: &mut Chance) -> Vec<u32> {
    let mut parts: Vec<u32> = (0..level.nodes() as u32).collect();
    let mut order = parts.clone();
    chance.shuffle(&mut order);
    for node in order {
        let near = level.near(node).count() as u32;
        if near > 0 && chance.below(2) == 0 {
            let drawn = chance.below(near) as usize;
            if let Some((other, _)) = level.near(node).nth(drawn) {
                parts[node as usize] = parts[other as usize];
            }
        }
    }
    parts
}

/// Numbers the parts without gaps, in the order in which they first come; how many there are.
fn numbered(parts: &mut [u32]) -> usize {
    let most = parts.iter().max().map_or(0, |&most| most as usize + 1);
    let (mut numbers, mut count) = (vec![u32::MAX; most], 0);
    for part in parts {
        let number = &mut numbers[*part as usize];
        if *number == u32::MAX {
            *number = count;
            count += 1;
        }
        *part = *number;
    }
    count as usize
}

/// The weights between one node and the parts around it.
struct Around {
    weight: Vec<f64>,
    seen: Vec<u32>,
}

impl Around {
    fn new(nodes: usize) -> Self {
        Self { weight: vec![-1.0; nodes], seen: Vec::new() }
    }

    fn look(&mut self, near: impl Iterator<Item = (u32, f64)>) {
        self.seen.drain(..).for_each(|part| self.weight[part as usize] = -1.0);
        for (part, weight) in near {
            let sum = &mut self.weight[part as usize];
            if *sum < 0.0 {
                *sum = 0.0;
                self.seen.push(part);
            }
            *sum += weight;
        }
    }

    fn to(&self, part: u32) -> f64 {
        self.weight[part as usize].max(0.0)
    }
}

/// Takes each node to the part where it gains most, and again those around it, until nobody gains.
fn move_nodes(level: &Level, parts: &mut [u32], chance: &mut Chance) {
    let nodes = level.nodes();
    let (mut strength, mut size) = (vec![0.0; nodes], vec![0u32; nodes]);
    for (node, &part) in parts.iter().enumerate() {
        strength[part as usize] += level.strength[node];
        size[part as usize] += 1;
    }
    let mut empty: Vec<u32> = (0..nodes as u32).rev().filter(|&part| size[part as usize] == 0).collect();
    let mut order: Vec<u32> = (0..nodes as u32).collect();
    chance.shuffle(&mut order);
    let mut queue = VecDeque::from(order);
    let mut waits = vec![true; nodes];
    let mut around = Around::new(nodes);
    while let Some(node) = queue.pop_front() {
        waits[node as usize] = false;
        let (own, weighs) = (parts[node as usize], level.strength[node as usize]);
        around.look(level.near(node).map(|(other, weight)| (parts[other as usize], weight)));
        strength[own as usize] -= weighs;
        size[own as usize] -= 1;
        // What it is worth to be there, times the weight of all: whole numbers.
        let worth = |part: u32| around.to(part) * level.whole - weighs * strength[part as usize];
        // Above what rounding may add where weights are huge, so that nobody goes round and round.
        let least = 1e-12 * weighs * level.whole;
        let (mut best, mut most) = (own, worth(own));
        for &part in &around.seen {
            if worth(part) > most + least {
                (best, most) = (part, worth(part));
            }
        }
        if most < -least && size[own as usize] > 0 {
            best = empty.last().copied().unwrap_or(own);
        }
        if best != own {
            if size[best as usize] == 0 {
                empty.pop();
            }
            if size[own as usize] == 0 {
                empty.push(own);
            }
            parts[node as usize] = best;
            for (other, _) in level.near(node) {
                if parts[other as usize] != best && !std::mem::replace(&mut waits[other as usize], true) {
                    queue.push_back(other);
                }
            }
        }
        strength[best as usize] += weighs;
        size[best as usize] += 1;
    }
}

/// Within each part, from everybody alone: who is well connected joins where it gains, if that is well connected to
/// the rest of the part too. So what comes out holds together.
fn refined(level: &Level, parts: &[u32], chance: &mut Chance) -> Vec<u32> {
    let nodes = level.nodes();
    let mut whole_part = vec![0.0; nodes];
    parts.iter().enumerate().for_each(|(node, &part)| whole_part[part as usize] += level.strength[node]);
    let inside = |node: u32| {
        let near = level.near(node).filter(|(other, _)| parts[*other as usize] == parts[node as usize]);
        near.map(|(_, weight)| weight).sum::<f64>()
    };
    let mut held: Vec<u32> = (0..nodes as u32).collect();
    let mut strength = level.strength.clone();
    let mut alone = vec![true; nodes];
    // The weight between what is held together and the rest of its part.
    let mut outward: Vec<f64> = (0..nodes as u32).map(inside).collect();
    let well = |outward: f64, strength: f64, part: u32| {
        outward * level.whole >= strength * (whole_part[part as usize] - strength)
    };
    let mut order: Vec<u32> = (0..nodes as u32).collect();
    chance.shuffle(&mut order);
    let mut around = Around::new(nodes);
    for node in order {
        let at = node as usize;
        let (part, weighs, own) = (parts[at], level.strength[at], outward[at]);
        if !alone[at] || !well(own, weighs, part) {
            continue;
        }
        let near = level.near(node).filter(|(other, _)| parts[*other as usize] == part);
        around.look(near.map(|(other, weight)| (held[other as usize], weight)));
        let worth = |group: u32| around.to(group) * level.whole - weighs * strength[group as usize];
        let fits = |&&group: &&u32| {
            worth(group) > 0.0 && well(outward[group as usize], strength[group as usize], part)
        };
        // One of those that gain, as likely as it gains: the best each time would look at the same few divisions.
        let mut drawn =
            chance.unit() * around.seen.iter().filter(fits).map(|&group| worth(group)).sum::<f64>();
        let found = around.seen.iter().filter(fits).find(|&&group| {
            drawn -= worth(group);
            drawn < 0.0
        });
        let best = found.or(around.seen.iter().rfind(fits)).copied().unwrap_or(node);
        if best != node {
            held[at] = best;
            alone[best as usize] = false;
            alone[at] = false;
            strength[best as usize] += weighs;
            outward[best as usize] += own - 2.0 * around.to(best);
        }
    }
    held
}
