//! Whatever rows come in, a study is made or a row is named, and scans of it, in circles and in connected shapes, end with numbers.
#![no_main]

use libfuzzer_sys::fuzz_target;
use scan::{Adjacency, Builder, Connected, Day, MonteCarlo, Periods, Rates, Scan, Study, Time};

/// Reads numbers off the bytes, and zeros when they are used up.
struct Bytes<'a>(&'a [u8]);

impl Bytes<'_> {
    fn next(&mut self) -> u8 {
        let (first, rest) = self.0.split_first().map_or((0, &[][..]), |(first, rest)| (*first, rest));
        self.0 = rest;
        first
    }

    fn wide(&mut self) -> u64 {
        (0..8).fold(0, |wide, _| wide << 8 | u64::from(self.next()))
    }

    /// Small and tame, or any number at all.
    fn number(&mut self) -> f64 {
        let kind = self.next();
        if kind < 200 { f64::from(kind % 16) } else { f64::from_bits(self.wide()) }
    }

    fn whole(&mut self) -> i64 {
        let kind = self.next();
        if kind < 220 { i64::from(kind % 8) } else { self.wide() as i64 }
    }
}

/// Who touches whom, from the same bytes once more. Who is not known, and who would touch itself, is refused with its row.
fn adjacency(study: &Study, names: [&str; 8], data: &[u8]) -> Adjacency {
    let pair = |bytes: &[u8]| match bytes {
        [one, other] => (names[usize::from(one % 8)], names[usize::from(other % 8)]),
        _ => (names[0], names[1]),
    };
    let known = |pair: &(&str, &str)| match Adjacency::new(study, [*pair]) {
        Ok(_) => true,
        Err(told) => {
            assert!(told.to_string().starts_with("row 1 of the adjacency"));
            false
        }
    };
    let pairs: Vec<(&str, &str)> = data.chunks_exact(2).take(32).map(pair).filter(known).collect();
    Adjacency::new(study, pairs).expect("each of them was taken alone")
}

fuzz_target!(|data: &[u8]| {
    let mut bytes = Bytes(data);
    let mut builder = if bytes.next() % 2 == 0 { Builder::planar() } else { Builder::degrees() };
    let names = ["a", "b", "c", "d", "e", "f", "g", "h"];
    while !bytes.0.is_empty() {
        let name = names[usize::from(bytes.next() % 8)];
        let (day, stratum) = (Day(bytes.whole() as i32), u32::from(bytes.next() % 3));
        // What is refused is refused with its row; the rest goes on without it.
        let told = match bytes.next() % 5 {
            0 => builder.location(name, bytes.number(), bytes.number()).err(),
            1 => builder.cases(name, day, stratum, bytes.whole().min(1 << 14)).err(),
            2 => builder.population(name, day, stratum, bytes.number()).err(),
            3 => builder.controls(name, day, bytes.whole().min(1 << 20)).err(),
            _ => builder.baseline(name, bytes.next().into(), bytes.number().min(1e4)).err(),
        };
        assert!(told.is_none_or(|told| told.to_string().starts_with("row ")));
    }
    let Ok(periods) = Periods::days(Day(bytes.whole() as i32), 1 + data.len() % 5, 2) else { return };
    let studies =
        [builder.poisson(&periods), builder.bernoulli(&periods), builder.permutation(&periods), builder.expectation(&periods)];
    for study in studies.into_iter().flatten() {
        let time = match data.len() % 3 {
            0 => Time::Whole,
            1 => Time::Retrospective { longest: 1 },
            _ => Time::Prospective { longest: periods.count() },
        };
        let scan = Scan { share: 0.7, time, rates: Rates::Both, fewest: 1, ..Scan::default() };
        let adjacency = adjacency(&study, names, data);
        let connected =
            Connected { adjacency: &adjacency, nearest: 1 + data.len() % 8, share: 0.7, fewest: 1, clusters: 10 };
        let chance = MonteCarlo::new(1, 3);
        for findings in [scan.run(&study, &chance), connected.run(&study, &chance)].into_iter().flatten() {
            assert!(findings.clusters.iter().all(|cluster| cluster.llr.is_finite() && cluster.expected.is_finite()));
            assert!(findings.clusters.iter().all(|cluster| cluster.relative_risk.is_none_or(f64::is_finite)));
            assert!(findings.clusters.iter().all(|cluster| cluster.radius.is_none_or(f64::is_finite)));
            assert!(findings.maxima.iter().all(|maximum| maximum.is_finite()));
        }
    }
});
