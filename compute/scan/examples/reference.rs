//! Reads a folder of the reference and says where cases come together.
//!
//! Read are locations.csv, cases.csv, and population.csv or controls.csv:
//!
//! `cargo run --release -p scan --example reference -- FOLDER [--share 0.1] [--longest 6] [--prospective]
//! [--permutation] [--low] [--replicates 999] [--features plain|avx2|avx512]`
#![forbid(unsafe_code)]
#![allow(clippy::print_stdout, reason = "a program for the command line")]

use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;

use scan::{Builder, Day, Features, MonteCarlo, Periods, Rates, Scan, Study, Time};

type Rows = Vec<BTreeMap<String, String>>;

fn main() -> Result<(), Box<dyn Error>> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let folder = words.first().ok_or("name a folder of the reference")?;
    let after = |word: &str| words.iter().position(|seen| seen == word).and_then(|at| words.get(at + 1));
    let has = |word: &str| words.iter().any(|seen| seen == word);
    let study = read(Path::new(folder), has("--permutation"), after("--longest").is_none())?;
    let longest = after("--longest").map(|text| text.parse()).transpose()?;
    let scan = Scan {
        share: after("--share").map_or(Ok(0.5), |text| text.parse())?,
        time: match longest {
            None => Time::Whole,
            Some(longest) if has("--prospective") => Time::Prospective { longest },
            Some(longest) => Time::Retrospective { longest },
        },
        rates: if has("--low") { Rates::Low } else { Rates::High },
        ..Scan::default()
    };
    let mut chance = MonteCarlo::new(1, after("--replicates").map_or(Ok(999), |text| text.parse())?);
    match after("--features").map(String::as_str) {
        None => {}
        Some("plain") => chance.features = Features::Plain,
        Some("avx2") => chance.features = Features::Avx2,
        Some("avx512") => chance.features = Features::Avx512,
        Some(other) => return Err(format!("there are plain, avx2 and avx512, and not {other}").into()),
    }
    let findings = scan.run(&study, &chance)?;
    println!("{} locations, {} cases, {} windows", study.locations(), study.total(), findings.windows);
    for cluster in findings.clusters.iter().take(5) {
        let centre = study.name(cluster.centre).unwrap_or_default();
        let p = cluster.p.map_or(String::new(), |p| format!("{:.4}", p.value));
        let gumbel = cluster.gumbel.map_or("-".to_owned(), |p| format!("{p:.2e}"));
        println!(
            "around {centre}: {} locations, periods {:?}, {} cases where {:.2} are expected, score {:.6}, p {p}, tail {gumbel}",
            cluster.locations.len(),
            cluster.periods,
            cluster.observed,
            cluster.expected,
            cluster.llr,
        );
    }
    Ok(())
}

fn read(folder: &Path, permutation: bool, whole: bool) -> Result<Study, Box<dyn Error>> {
    let earth = |row: &BTreeMap<String, String>| row.contains_key("lat");
    let locations = rows(&folder.join("locations.csv"))?;
    let mut builder =
        if locations.first().is_some_and(earth) { Builder::degrees() } else { Builder::planar() };
    for row in &locations {
        let (first, second) = if earth(row) { ("lat", "lon") } else { ("x", "y") };
        builder.location(text(row, "id")?, text(row, first)?.parse()?, text(row, second)?.parse()?)?;
    }
    // Cases have a date of some kind, or none: then all of them are of one day.
    let mut days = Vec::new();
    for row in rows(&folder.join("cases.csv"))? {
        let day = ["date", "month", "year"].iter().find_map(|column| row.get(*column));
        let day = day.map_or(Ok(Day(0)), |text| date(text))?;
        days.push(day);
        builder.cases(text(&row, "id")?, day, stratum(&row), text(&row, "count")?.parse()?)?;
    }
    let (first, last) = (days.iter().min().ok_or("there are no cases")?, days.iter().max().ok_or("none")?);
    let months = if whole { Periods::whole(*first, *last)? } else { Periods::months(2023, 1, 24)? };
    if permutation {
        return Ok(builder.permutation(&months)?);
    }
    if let Ok(controls) = rows(&folder.join("controls.csv")) {
        for row in controls {
            builder.controls(text(&row, "id")?, *first, text(&row, "count")?.parse()?)?;
        }
        return Ok(builder.bernoulli(&months)?);
    }
    for row in rows(&folder.join("population.csv"))? {
        let year = match row.get("year2") {
            Some(short) => 1900 + short.parse::<i32>()?,
            None => text(&row, "year")?.parse()?,
        };
        let day = Day::midyear(year).ok_or("no such year")?;
        builder.population(text(&row, "id")?, day, stratum(&row), text(&row, "population")?.parse()?)?;
    }
    Ok(builder.poisson(&months)?)
}

fn stratum(row: &BTreeMap<String, String>) -> u32 {
    let number = |column: &str| row.get(column).and_then(|text| text.parse::<u32>().ok()).unwrap_or(0);
    number("stratum") + 10 * number("age_group") + number("sex")
}

/// `2001/11/24`, `2001/11` or `2001`.
fn date(text: &str) -> Result<Day, Box<dyn Error>> {
    let parts = text.split('/').map(str::parse).collect::<Result<Vec<u32>, _>>()?;
    let part = |at: usize| parts.get(at).copied().unwrap_or(1);
    Ok(Day::of(i32::try_from(part(0))?, part(1), part(2)).ok_or("no such day")?)
}

fn text<'a>(row: &'a BTreeMap<String, String>, column: &str) -> Result<&'a str, String> {
    row.get(column).map(String::as_str).ok_or_else(|| format!("there is no column {column}"))
}

fn rows(file: &Path) -> Result<Rows, Box<dyn Error>> {
    let mut reader = csv::Reader::from_path(file)?;
    Ok(reader.deserialize().collect::<Result<Rows, _>>()?)
}
