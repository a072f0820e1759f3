//! Windows of any connected shape: the best group of neighbours around each centre, by fast subset scan.

use rayon::prelude::*;

use crate::ask::{MonteCarlo, Scan};
use crate::chance::{Desk, Null};
use crate::findings::{Cluster, Direction, Findings, rank, reaches};
use crate::near::{Hood, Reach};
use crate::observe::risk;
use crate::plan::Plan;
use crate::score::{Rates, Score};
use crate::study::Study;
use crate::trouble::{Fault, Table, Trouble};

/// Locations in a window at most; each is a bit of a word.
const MOST: usize = 64;

/// Which locations touch; made by [`Adjacency::new`].
#[derive(Clone, Debug)]
pub struct Adjacency {
    neighbours: Vec<Vec<u32>>,
}

impl Adjacency {
    /// Of pairs of names, in one direction or in both.
    ///
    /// # Errors
    /// When a name is not among the locations of the study, or a location would be its own neighbour; with the row.
    pub fn new<'a>(
        study: &Study,
        pairs: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Result<Self, Trouble> {
        let mut neighbours = vec![Vec::new(); study.locations()];
        for (row, (one, other)) in pairs.into_iter().enumerate() {
            let wrong = |fault| Trouble::row(Table::Adjacency, row + 1, fault);
            let first = study.places.find(one).map_err(wrong)?;
            let second = study.places.find(other).map_err(wrong)?;
            if first == second {
                return Err(wrong(Fault::OwnNeighbour(one.to_owned())));
            }
            neighbours[first as usize].push(second);
            neighbours[second as usize].push(first);
        }
        for near in &mut neighbours {
            near.sort_unstable();
            near.dedup();
        }
        Ok(Self { neighbours })
    }
}

/// Connected windows: a centre with any of its `nearest` locations (itself included) that hang together with it
/// through `adjacency` (Tango & Takahashi 2005, *Int. J. Health Geogr.* 4:11).
///
/// Not all groups are tried. Of any set of locations the best group of all, connected or not, is a first part of them
/// in the order of their rates (Neill 2012, *J. R. Stat. Soc. B* 74:337: linear-time subset scanning), so that says at
/// once what a set can reach at most; groups that cannot pass the best so far are never made (as in Speakman, McFowland,
/// Neill 2015, *J. Comput. Graph. Stat.* 24:1014). What comes out is the true maximum.
#[derive(Clone, Debug)]
pub struct Connected<'a> {
    /// Which locations touch.
    pub adjacency: &'a Adjacency,
    /// From 1 to 64, the centre included; 10 to 15 is usual.
    pub nearest: usize,
    /// A window holds at most this share of what is expected.
    pub share: f64,
    /// A window has at least so many cases.
    pub fewest: u32,
    /// At most so many clusters are named.
    pub clusters: usize,
}

/// A centre with the locations its windows may hold, the centre first.
#[derive(Debug)]
struct Around {
    slots: Vec<u32>,
    sizes: Vec<f64>,
    /// Of each, a bit for each that touches it.
    touch: Vec<u64>,
}

/// A group of those, by bits, with its score.
#[derive(Clone, Copy, Debug, Default)]
struct Group {
    members: u64,
    cases: u32,
    size: f64,
    llr: f64,
}

impl Connected<'_> {
    /// As [`Scan::run`], for high rates in space only. Sums the periods of the study.
    ///
    /// # Errors
    /// When a limit is impossible, or the model is a permutation.
    pub fn run(&self, study: &Study, chance: &MonteCarlo) -> Result<Findings, Trouble> {
        if !(1..=MOST).contains(&self.nearest) {
            return Err(Trouble::Limit { must: "1 to 64 locations", given: self.nearest as f64 });
        }
        chance.check()?;
        if self.adjacency.neighbours.len() != study.locations() {
            return Err(Trouble::Unfit("the adjacency is of another study"));
        }
        let scan = Scan { share: self.share, fewest: self.fewest, ..Scan::default() };
        let plan = Plan::new(&scan, study)?;
        let Some(null) = &plan.null else {
            return Ok(Findings::new(Vec::new(), Vec::new(), 0, chance, Rates::High));
        };
        let around = self.around(&plan, study);
        let search = Search {
            score: plan.ladder.score,
            limit: plan.limit() * (1.0 + 1e-9),
            fewest: self.fewest.max(1),
        };
        let mut best: Vec<(Group, usize)> = around
            .par_iter()
            .enumerate()
            .map(|(centre, around)| (search.best(around, &plan.cases, 0.0), centre))
            .filter(|(group, _)| group.llr > 0.0)
            .collect();
        // Of the same score the smallest window is said, as among circles.
        best.sort_by_key(|(group, centre)| (rank(group.llr), group.members.count_ones(), *centre));
        let clusters = self.apart(&plan, study, &around, &best);
        let first = best.first().map_or(0.0, |(group, _)| group.llr);
        let maxima =
            if best.is_empty() { Vec::new() } else { maxima(&plan, null, &search, &around, chance, first) };
        Ok(Findings::new(clusters, maxima, around.len() as u64, chance, Rates::High))
    }

    /// In the order in which the locations were given.
    fn around(&self, plan: &Plan, study: &Study) -> Vec<Around> {
        let mut slot_of = vec![0u32; plan.near.count()];
        for (slot, place) in plan.near.places.iter().enumerate() {
            slot_of[*place as usize] = slot as u32;
        }
        // Whoever is near counts, also where the window would be too large as a circle.
        let weights = vec![0.0; plan.near.count()];
        let reach = Reach { weights: &weights, limit: 1.0, square: f64::INFINITY, nearest: self.nearest };
        let mut hood = Hood::default();
        (0..study.locations())
            .map(|place| {
                plan.near.order(slot_of[place] as usize, &reach, &mut hood);
                // Somebody at the very same point may come before the centre itself.
                let mut slots = hood.slots.clone();
                let own = slots.iter().position(|slot| *slot == slot_of[place]);
                match own {
                    Some(at) => slots[..=at].rotate_right(1),
                    None => slots.insert(0, slot_of[place]),
                }
                slots.truncate(self.nearest);
                let touch = slots.iter().map(|slot| {
                    let near = &self.adjacency.neighbours[plan.near.places[*slot as usize] as usize];
                    let touches =
                        |other: &u32| near.binary_search(&plan.near.places[*other as usize]).is_ok();
                    slots
                        .iter()
                        .enumerate()
                        .filter(|(_, other)| touches(other))
                        .fold(0, |bits, (at, _)| bits | 1 << at)
                });
                let touch = touch.collect();
                let sizes = slots.iter().map(|slot| plan.sizes[*slot as usize]).collect();
                Around { slots, sizes, touch }
            })
            .collect()
    }

    fn apart(&self, plan: &Plan, study: &Study, around: &[Around], best: &[(Group, usize)]) -> Vec<Cluster> {
        let mut taken = vec![false; plan.near.count()];
        let mut clusters = Vec::new();
        for (group, centre) in best {
            if clusters.len() >= self.clusters {
                break;
            }
            let slots: Vec<usize> =
                members(group.members).map(|at| around[*centre].slots[at] as usize).collect();
            if slots.iter().any(|slot| taken[*slot]) {
                continue;
            }
            slots.iter().for_each(|slot| taken[*slot] = true);
            let (observed, expected) = (f64::from(group.cases), plan.ladder.score.mean(group.size));
            clusters.push(Cluster {
                centre: *centre as u32,
                locations: slots.iter().map(|slot| plan.near.places[*slot]).collect(),
                radius: None,
                periods: 0..study.periods.count(),
                direction: Direction::High,
                observed: group.cases,
                expected,
                relative_risk: risk(plan, study.model(), observed, expected, group.size),
                llr: group.llr,
                p: None,
                gumbel: None,
            });
        }
        clusters
    }
}

fn members(bits: u64) -> impl Iterator<Item = usize> {
    (0..MOST).filter(move |at| bits >> at & 1 == 1)
}

fn maxima(
    plan: &Plan,
    null: &Null,
    search: &Search,
    around: &[Around],
    chance: &MonteCarlo,
    first: f64,
) -> Vec<f64> {
    let one = |(desk, counts): &mut (Desk, Vec<u32>), replicate: u32| {
        counts.clear();
        counts.resize(plan.cases.len(), 0);
        null.lay(chance.seed, u64::from(replicate), desk, |cell, step| {
            if let Some(count) = counts.get_mut(cell) {
                *count = count.wrapping_add_signed(step);
            }
        });
        // Whoever was best before makes the others quick.
        around.iter().fold(0.0, |best: f64, around| best.max(search.best(around, counts, best).llr))
    };
    let mut maxima: Vec<f64> = Vec::new();
    while maxima.len() < chance.replicates as usize {
        let begin = maxima.len() as u32;
        let end = if chance.enough.is_some() { chance.replicates.min(begin + 64) } else { chance.replicates };
        maxima.par_extend((begin..end).into_par_iter().map_init(Default::default, one));
        let mut seen = 0;
        let stop = maxima.iter().position(|maximum| {
            seen += u32::from(reaches(*maximum, first));
            chance.enough.is_some_and(|enough| seen >= enough)
        });
        if let Some(stop) = stop {
            maxima.truncate(stop + 1);
            break;
        }
    }
    maxima
}

#[derive(Clone, Copy, Debug)]
struct Search {
    score: Score,
    limit: f64,
    fewest: u32,
}

/// The search around one centre.
struct Branches<'a> {
    search: Search,
    around: &'a Around,
    cases: Vec<u32>,
    /// All but the centre, the highest rate first.
    ranked: Vec<usize>,
    best: Group,
}

impl Search {
    /// The best connected group with the centre that scores more than `known`; else one that scores 0.
    fn best(self, around: &Around, cases: &[u32], known: f64) -> Group {
        let cases: Vec<u32> = around.slots.iter().map(|slot| cases[*slot as usize]).collect();
        let mut ranked: Vec<usize> = (1..cases.len()).collect();
        let rate =
            |at: usize| if around.sizes[at] > 0.0 { f64::from(cases[at]) / around.sizes[at] } else { 0.0 };
        ranked.sort_by(|one, other| rate(*other).total_cmp(&rate(*one)).then(one.cmp(other)));
        let best = Group { llr: known, ..Group::default() };
        let mut branches = Branches { search: self, around, cases, ranked, best };
        let centre = branches.with(Group::default(), 0);
        branches.grow(centre, u64::MAX);
        if branches.best.members == 0 { Group::default() } else { branches.best }
    }

    fn llr(self, cases: u32, size: f64) -> f64 {
        if f64::from(cases) > self.score.mean(size) { self.score.llr(f64::from(cases), size) } else { 0.0 }
    }
}

impl Branches<'_> {
    fn with(&self, group: Group, at: usize) -> Group {
        let (cases, size) = (group.cases + self.cases[at], group.size + self.around.sizes[at]);
        Group { members: group.members | 1 << at, cases, size, llr: self.search.llr(cases, size) }
    }

    /// Tries `group`, then all groups that grow out of it with members of `free`: each exactly once, because who was
    /// left out on the way stays out.
    fn grow(&mut self, group: Group, mut free: u64) {
        if group.size > self.search.limit {
            return;
        }
        if group.llr > self.best.llr && group.cases >= self.search.fewest {
            self.best = group;
        }
        free &= !group.members;
        let mut edge = members(group.members).fold(0, |edge, at| edge | self.around.touch[at]) & free;
        while edge != 0 && self.reachable(group, free) > self.best.llr {
            // The highest rate first: the best is found early.
            let Some(next) = self.ranked.iter().copied().find(|at| edge >> at & 1 == 1) else { return };
            self.grow(self.with(group, next), free);
            free &= !(1 << next);
            edge &= free;
        }
    }

    /// What no group of `group` with some of `free` can pass: the best of all such groups, connected or not.
    fn reachable(&self, group: Group, free: u64) -> f64 {
        let (mut cases, mut size, mut best) = (group.cases, group.size, group.llr);
        for at in self.ranked.iter().filter(|at| free >> **at & 1 == 1) {
            cases += self.cases[*at];
            size += self.around.sizes[*at];
            best = best.max(self.search.llr(cases, size));
        }
        // Rounding must not hide a group that is just as good.
        best * (1.0 + 1e-12)
    }
}
