//! Areas in towns, with persons and cases, from a seed: the same on every machine.

use scan::{Adjacency, Builder, Day, Periods, Study, Trouble};

/// A small generator (Steele, Lea, Flood 2014): enough for a map.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ mixed >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ mixed >> 31
    }

    fn part(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1u64 << 53) as f64
    }

    /// Around 0, with a spread of 1 (Box and Muller).
    fn normal(&mut self) -> f64 {
        let radius = (-2.0 * (1.0 - self.part()).ln()).sqrt();
        radius * (std::f64::consts::TAU * self.part()).cos()
    }
}

pub(crate) struct Map {
    points: Vec<(f64, f64)>,
    persons: Vec<f64>,
    /// Area and month.
    cases: Vec<(usize, usize)>,
}

const MONTHS: usize = 24;

impl Map {
    /// So many areas, with two cases each on average.
    pub(crate) fn of(areas: usize) -> Self {
        let mut chance = Chance(areas as u64);
        let towns: Vec<(f64, f64, f64)> = (0..areas / 100 + 1)
            .map(|_| (chance.part() * 320.0, chance.part() * 260.0, (chance.normal() * 0.8).exp() * 4.0))
            .collect();
        let points = (0..areas).map(|_| {
            let (x, y, wide) = towns[(chance.next() % towns.len() as u64) as usize];
            (x + chance.normal() * wide, y + chance.normal() * wide)
        });
        let points: Vec<(f64, f64)> = points.collect();
        let persons: Vec<f64> = (0..areas).map(|_| (6.6 + 0.7 * chance.normal()).exp().round()).collect();
        let ends: Vec<f64> = persons
            .iter()
            .scan(0.0, |sum, persons| {
                *sum += persons;
                Some(*sum)
            })
            .collect();
        let all = ends.last().copied().unwrap_or(0.0);
        let cases = (0..2 * areas).map(|_| {
            let who = chance.part() * all;
            (ends.partition_point(|end| *end <= who).min(areas - 1), (chance.next() % MONTHS as u64) as usize)
        });
        Self { cases: cases.collect(), points, persons }
    }

    fn builder(&self) -> Result<Builder, Trouble> {
        let mut builder = Builder::planar();
        for (area, (x, y)) in self.points.iter().enumerate() {
            builder.location(&area.to_string(), *x, *y)?;
        }
        let months = months()?;
        for (area, month) in &self.cases {
            let day = months.days_of(*month).map_or(Day(0), |days| days.0);
            builder.cases(&area.to_string(), day, 0, 1)?;
        }
        Ok(builder)
    }

    pub(crate) fn poisson(&self) -> Result<Study, Trouble> {
        let mut builder = self.builder()?;
        for (area, persons) in self.persons.iter().enumerate() {
            builder.population(&area.to_string(), Day(19_539), 0, *persons)?;
        }
        builder.poisson(&months()?)
    }

    pub(crate) fn permutation(&self) -> Result<Study, Trouble> {
        self.builder()?.permutation(&months()?)
    }

    /// Each area touches the five that lie nearest to it.
    pub(crate) fn adjacency(&self, study: &Study) -> Result<Adjacency, Trouble> {
        let mut pairs = Vec::new();
        for (area, (x, y)) in self.points.iter().enumerate() {
            let far = |other: &usize| {
                let (to_x, to_y) = self.points[*other];
                (x - to_x).powi(2) + (y - to_y).powi(2)
            };
            let mut others: Vec<usize> = (0..self.points.len()).filter(|other| *other != area).collect();
            others.select_nth_unstable_by(5, |one, other| far(one).total_cmp(&far(other)));
            pairs.extend(others.iter().take(5).map(|other| (area.to_string(), other.to_string())));
        }
        Adjacency::new(study, pairs.iter().map(|(one, other)| (one.as_str(), other.as_str())))
    }

    /// As many controls in all as New York has, and its 552 cases.
    pub(crate) fn bernoulli(&self) -> Result<Study, Trouble> {
        let mut few = Self { points: self.points.clone(), persons: Vec::new(), cases: self.cases.clone() };
        few.cases.truncate(552);
        let mut builder = few.builder()?;
        let all: f64 = self.persons.iter().sum();
        for (area, persons) in self.persons.iter().enumerate() {
            builder.controls(&area.to_string(), Day(19_539), (persons * 1_057_121.0 / all) as i64)?;
        }
        builder.bernoulli(&months()?)
    }
}

/// Of 2023 and 2024.
fn months() -> Result<Periods, Trouble> {
    Periods::months(2023, 1, MONTHS)
}
