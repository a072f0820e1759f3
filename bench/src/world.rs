//! What is brought in: the areas and figures of the whole country, and a town with very many offers.

use std::io;

use crate::ask::Ask;
use crate::program::{Program, TOWN, Took};
use crate::report::Report;

const AREAS: &str = "geo-nl-buurten-2024/buurten_nl.geojson";
const FIGURES: &str = "cbs-kerncijfers-2024/kerncijfers_nl.csv";
const YEAR: &str = "2024";

pub(crate) struct Filled {
    /// Each command that was run, and what it took.
    pub(crate) steps: Vec<(&'static str, Took)>,
}

/// # Errors
/// When a command does not end well.
pub(crate) fn fill(program: &Program<'_>, ask: &Ask, report: &mut Report) -> io::Result<Filled> {
    let mut steps = Vec::new();
    program.run(&["migrate"])?;
    let (areas, figures) = (ask.data.join(AREAS), ask.data.join(FIGURES));
    if areas.is_file() && figures.is_file() {
        let (areas, figures) = (areas.display().to_string(), figures.display().to_string());
        println!("importing: areas and figures of the whole country");
        steps.push(("areas", program.run(&["import", "areas", &areas, "--year", YEAR, "--apply"])?));
        steps.push(("figures", program.run(&["import", "figures", &figures, "--year", YEAR, "--apply"])?));
    } else {
        let sentence = format!(
            "The national areas and figures are not in {}, so they were not imported.",
            ask.data.display()
        );
        println!("{sentence}");
        report.note(sentence);
        program.run(&["municipality", "add", TOWN.0, TOWN.1])?;
    }
    let offers = ask.offers_file(program)?;
    println!("importing: {} offers", ask.offers);
    let told = [
        "--municipality",
        TOWN.0,
        "--source",
        "Verzonnen",
        "--licence",
        "CC0-1.0",
        "--apply",
        "--lines",
        "0",
    ];
    let mut arguments = vec!["import", offers.as_str()];
    arguments.extend(told);
    steps.push(("offers", program.run(&arguments)?));
    Ok(Filled { steps })
}
