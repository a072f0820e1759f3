//! A hundred thousand offers, generated: how much memory and time they take.

use std::io::{Read, Write};

use super::*;

const TABLES: &[&str] = &[
    "organizations.csv",
    "services.csv",
    "locations.csv",
    "service_at_location.csv",
    "addresses.csv",
    "phones.csv",
    "schedules.csv",
    "languages.csv",
];

fn id(kind: u32, number: u32) -> String {
    format!("{number:08x}-{kind:04x}-4000-8000-{:012x}", u64::from(number) * 7919)
}

/// One row of a table: each party has five offers, each offer a place, a phone and two mornings.
fn row(table: &str, n: u32) -> String {
    let (party, service, location) = (id(1, n / 5), id(2, n), id(3, n));
    match table {
        "organizations.csv" => {
            format!("{},Partij {n},Wij zijn er voor iedereen in de buurt. ,info@partij{n}.nl\n", id(1, n))
        }
        "services.csv" => {
            let text = "Kom langs voor een gesprek, hulp met brieven of een kop koffie. ".repeat(4);
            format!("{service},{party},Aanbod {n},\"{text}\",active,Loop binnen of bel ons,18,999\n")
        }
        "locations.csv" => {
            format!("{location},{party},Plek {n},52.{:06},4.{:06}\n", n % 999_983, n % 999_979)
        }
        "service_at_location.csv" => format!("{},{service},{location}\n", id(4, n)),
        "addresses.csv" => format!("{},{location},Dorpsweg {n},Oosterwaard,1234AB\n", id(5, n)),
        "phones.csv" => format!("{},{service},020 {:07}\n", id(6, n), n),
        "languages.csv" => format!("{},{service},tr\n", id(8, n)),
        _ => ["MO", "TH"].map(|day| format!("{},{service},WEEKLY,{day},09:00,12:00\n", id(7, n))).concat(),
    }
}

fn head(table: &str) -> &'static str {
    match table {
        "organizations.csv" => "id,name,description,email\n",
        "services.csv" => {
            "id,organization_id,name,description,status,application_process,minimum_age,maximum_age\n"
        }
        "locations.csv" => "id,organization_id,name,latitude,longitude\n",
        "service_at_location.csv" => "id,service_id,location_id\n",
        "addresses.csv" => "id,location_id,address_1,city,postal_code\n",
        "phones.csv" => "id,service_id,number\n",
        "languages.csv" => "id,service_id,code\n",
        _ => "id,service_id,freq,byday,opens_at,closes_at\n",
    }
}

/// A table that is written while it is read.
struct Growing {
    table: String,
    next: u32,
    end: u32,
    ready: Vec<u8>,
    given: usize,
}

impl Growing {
    fn new(table: &str, offers: u32) -> Self {
        let end = if table == "organizations.csv" { offers.div_ceil(5) } else { offers };
        Self { table: table.to_owned(), next: 0, end, ready: head(table).into(), given: 0 }
    }
}

impl Read for Growing {
    fn read(&mut self, mut buffer: &mut [u8]) -> std::io::Result<usize> {
        if self.given == self.ready.len() && self.next < self.end {
            self.ready = row(&self.table, self.next).into_bytes();
            self.given = 0;
            self.next += 1;
        }
        let got = buffer.write(&self.ready[self.given..])?;
        self.given += got;
        Ok(got)
    }
}

fn measure(offers: u32) -> Summary {
    let names = TABLES.iter().map(|name| (*name).to_owned()).collect();
    let mut folder = Folder::new(names, move |name: &str| Ok(Growing::new(name, offers)));
    let mut opened = 0;
    let summary = read_files(&mut folder, &Settings::default(), &mut |row| {
        if let Row::Party(party) = row {
            opened += party.offers.iter().filter(|offer| offer.opening.slots().count() == 2).count();
        }
        ControlFlow::Continue(())
    });
    assert_eq!(opened, offers as usize);
    summary.unwrap()
}

fn peak_mib() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM"))?;
    Some(line.split_whitespace().nth(1)?.parse::<u64>().ok()? / 1024)
}

#[test]
fn a_thousand_offers_lose_nothing() {
    let summary = measure(1000);
    assert_eq!((summary.parties, summary.places, summary.offers), (200, 1000, 1000));
    assert_eq!((summary.rows, summary.refused, summary.left_out), (200 + 8 * 1000, 0, 0));
}

/// Run alone and optimised: `cargo test --release -p directory import::read::tests::bulk -- --ignored --nocapture`.
#[test]
#[ignore = "a measurement: run it alone"]
fn a_hundred_thousand_offers_fit_in_300_mib() {
    let summary = measure(100_000);
    assert_eq!((summary.parties, summary.offers), (20_000, 100_000));
    if let Some(peak) = peak_mib() {
        println!("{} rows, at most {peak} MiB", summary.rows);
        assert!(peak <= 300, "{peak} MiB");
    }
}
