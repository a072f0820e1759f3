//! Reads a folder of the reference and says where cases come together.
//!
//! Read are locations.csv, cases.csv, and population.csv or controls.csv; without either, times are dealt out anew
//! (a permutation). Cases with a date are cut into periods of that kind (years, months or days), from the first case to
//! the last.
//!
//! `cargo run --release -p scan --example reference -- FOLDER [--share 0.1] [--distance 3] [--longest 6]
//! [--prospective] [--permutation] [--low] [--replicates 999] [--features plain|avx2|avx512]`
#![forbid(unsafe_code)]
#![allow(clippy::print_stdout, reason = "a program for the command line")]

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write;
use std::path::Path;

use scan::{Builder, Day, Features, Model, MonteCarlo, Periods, Rates, Scan, Study, Time};

type Row = BTreeMap<String, String>;

fn main() -> Result<(), Box<dyn Error>> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    print!("{}", said(&words)?);
    Ok(())
}

/// What is printed for these words of the command line.
pub(crate) fn said(words: &[String]) -> Result<String, Box<dyn Error>> {
    let folder = words.first().ok_or("name a folder of the reference")?;
    let has = |word: &str| words.iter().any(|seen| seen == word);
    let study = read(Path::new(folder), has("--permutation"))?;
    let scan = asked(words, &study)?;
    let findings = scan.run(&study, &chance(words)?)?;
    let mut out = String::new();
    writeln!(out, "{} locations, {} cases, {} windows", study.locations(), study.total(), findings.windows)?;
    for cluster in findings.clusters.iter().take(5) {
        let centre = study.name(cluster.centre).unwrap_or_default();
        let p = cluster.p.map_or("-".to_owned(), |p| format!("{:.4}", p.value));
        let gumbel = cluster.gumbel.map_or("-".to_owned(), |p| format!("{p:.2e}"));
        writeln!(
            out,
            "around {centre}: {} locations, periods {:?}, {} cases where {:.2} are expected, score {:.6}, p {p}, tail {gumbel}",
            cluster.locations.len(),
            cluster.periods,
            cluster.observed,
            cluster.expected,
            cluster.llr,
        )?;
    }
    Ok(out)
}

fn after<'a>(words: &'a [String], word: &str) -> Option<&'a String> {
    words.iter().position(|seen| seen == word).and_then(|at| words.get(at + 1))
}

fn asked(words: &[String], study: &Study) -> Result<Scan, Box<dyn Error>> {
    let has = |word: &str| words.iter().any(|seen| seen == word);
    let half = study.periods().longest(0.5);
    let longest = after(words, "--longest").map(|text| text.parse()).transpose()?;
    let time = match longest {
        // What needs windows in time has those of SaTScan.
        None if study.model() != Model::Permutation && !has("--prospective") => Time::Whole,
        longest if has("--prospective") => Time::Prospective { longest: longest.unwrap_or(half) },
        longest => Time::Retrospective { longest: longest.unwrap_or(half) },
    };
    Ok(Scan {
        share: after(words, "--share").map_or(Ok(0.5), |text| text.parse())?,
        distance: after(words, "--distance").map(|text| text.parse()).transpose()?,
        time,
        rates: if has("--low") { Rates::Low } else { Rates::High },
        ..Scan::default()
    })
}

fn chance(words: &[String]) -> Result<MonteCarlo, Box<dyn Error>> {
    let replicates = after(words, "--replicates").map_or(Ok(999), |text| text.parse())?;
    let mut chance = MonteCarlo::new(1, replicates);
    match after(words, "--features").map(String::as_str) {
        None => {}
        Some("plain") => chance.features = Features::Plain,
        Some("avx2") => chance.features = Features::Avx2,
        Some("avx512") => chance.features = Features::Avx512,
        Some(other) => return Err(format!("there are plain, avx2 and avx512, and not {other}").into()),
    }
    Ok(chance)
}

fn read(folder: &Path, permutation: bool) -> Result<Study, Box<dyn Error>> {
    let earth = |row: &Row| row.contains_key("lat");
    let locations = rows(&folder.join("locations.csv"))?;
    let mut builder =
        if locations.first().is_some_and(earth) { Builder::degrees() } else { Builder::planar() };
    for row in &locations {
        let (first, second) = if earth(row) { ("lat", "lon") } else { ("x", "y") };
        builder.location(text(row, "id")?, text(row, first)?.parse()?, text(row, second)?.parse()?)?;
    }
    let mut dates = Vec::new();
    for row in rows(&folder.join("cases.csv"))? {
        let date = Date::of(&row)?;
        builder.cases(text(&row, "id")?, date.day()?, stratum(&row), text(&row, "count")?.parse()?)?;
        dates.push(date);
    }
    let periods = periods(&dates)?;
    let (controls, population) = (folder.join("controls.csv"), folder.join("population.csv"));
    if permutation || !(controls.exists() || population.exists()) {
        return Ok(builder.permutation(&periods)?);
    }
    if controls.exists() {
        for row in rows(&controls)? {
            let date = Date::of(&row)?;
            builder.controls(text(&row, "id")?, date.day()?, text(&row, "count")?.parse()?)?;
        }
        return Ok(builder.bernoulli(&periods)?);
    }
    for row in rows(&population)? {
        let year = match row.get("year2") {
            Some(short) => 1900 + short.parse::<i32>()?,
            None => text(&row, "year")?.parse()?,
        };
        let day = Day::midyear(year).ok_or("no such year")?;
        builder.population(text(&row, "id")?, day, stratum(&row), text(&row, "population")?.parse()?)?;
    }
    Ok(builder.poisson(&periods)?)
}

fn stratum(row: &Row) -> u32 {
    let number = |column: &str| row.get(column).and_then(|text| text.parse::<u32>().ok()).unwrap_or(0);
    number("stratum") + 10 * number("age_group") + number("sex")
}

/// `2001/11/24`, `2001/11` or `2001`, or nothing at all: then all cases are of one day.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
struct Date {
    year: i32,
    month: Option<u32>,
    day: Option<u32>,
}

impl Date {
    fn of(row: &Row) -> Result<Self, Box<dyn Error>> {
        let Some(text) = ["date", "month", "year"].iter().find_map(|column| row.get(*column)) else {
            return Ok(Self { year: 1970, month: Some(1), day: Some(1) });
        };
        let mut parts = text.split('/');
        let year = parts.next().unwrap_or_default().parse()?;
        let mut next = || parts.next().map(str::parse).transpose();
        Ok(Self { year, month: next()?, day: next()? })
    }

    fn day(self) -> Result<Day, Box<dyn Error>> {
        let day = Day::of(self.year, self.month.unwrap_or(1), self.day.unwrap_or(1));
        Ok(day.ok_or("there is no such day")?)
    }

    fn precision(self) -> (bool, bool) {
        (self.month.is_some(), self.day.is_some())
    }
}

/// Years, months or days, as the dates are, from the first of them to the last.
fn periods(dates: &[Date]) -> Result<Periods, Box<dyn Error>> {
    let one = dates.first().ok_or("there are no cases")?;
    if dates.iter().any(|date| date.precision() != one.precision()) {
        return Err("some dates are more precise than others".into());
    }
    let earlier = |one: Date, other: Date| if other < one { other } else { one };
    let later = |one: Date, other: Date| if other > one { other } else { one };
    let (first, last) = (dates.iter().copied().fold(*one, earlier), dates.iter().copied().fold(*one, later));
    Ok(match (first.month, last.month) {
        (Some(_), Some(_)) if first.day.is_some() => {
            let (from, to) = (first.day()?, last.day()?);
            Periods::days(from, usize::try_from(to.0 - from.0)? + 1, 1)?
        }
        (Some(from), Some(to)) => {
            let months = 12 * (last.year - first.year) + i32::try_from(to)? - i32::try_from(from)?;
            Periods::months(first.year, from, usize::try_from(months)? + 1)?
        }
        _ => Periods::years(first.year, last.year)?,
    })
}

fn text<'a>(row: &'a Row, column: &str) -> Result<&'a str, String> {
    row.get(column).map(String::as_str).ok_or_else(|| format!("there is no column {column}"))
}

fn rows(file: &Path) -> Result<Vec<Row>, Box<dyn Error>> {
    let mut reader = csv::Reader::from_path(file)?;
    Ok(reader.deserialize().collect::<Result<Vec<Row>, _>>()?)
}
