//! Whatever rows come in, a study is made or a row is named, and a scan of it ends with numbers.
#![no_main]

use libfuzzer_sys::fuzz_target;
use scan::{Builder, Day, MonteCarlo, Periods, Rates, Scan, Time};

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
        let Ok(findings) = scan.run(&study, &MonteCarlo::new(1, 3)) else { continue };
        assert!(findings.clusters.iter().all(|cluster| cluster.llr.is_finite() && cluster.expected.is_finite()));
        assert!(findings.clusters.iter().all(|cluster| cluster.radius.is_none_or(f64::is_finite)));
        assert!(findings.maxima.iter().all(|maximum| maximum.is_finite()));
    }
});
