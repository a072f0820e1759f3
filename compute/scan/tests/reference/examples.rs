//! The example, over every folder there is: it reads them all, and finds what SaTScan found.

use crate::files::{Case, folder};

/// `cargo run --example` does what this does, and prints it.
#[path = "../../examples/reference.rs"]
#[allow(dead_code, reason = "its main is for the command line")]
mod reference;

/// A folder, what is said behind its name, and the run of SaTScan that asked the same.
const RUNS: [(&str, &str, &str); 14] = [
    ("neast_breast_cancer", "", "ps_poisson"),
    ("nm_brain_cancer", "", "ps_poisson"),
    ("nm_brain_cancer", "--longest 9", "st_poisson_retro"),
    ("nm_brain_cancer", "--longest 9 --prospective", "st_poisson_prospective"),
    ("nm_brain_cancer", "--permutation", "stp_retro"),
    ("north_humberside", "", "ps_bernoulli"),
    ("ny_leukemia", "", "ps_poisson_latlon"),
    ("nyc_fever", "--distance 3 --longest 7", "stp_retro"),
    ("nyc_fever", "--distance 3 --longest 7 --prospective", "stp_prospective"),
    ("penn_lung_cancer", "", "ps_poisson_strata"),
    ("synth_2k", "--share 0.1 --longest 6", "st10"),
    ("synth_2k", "--share 0.1 --longest 6 --permutation", "stp10"),
    ("synth_14k", "--share 0.01", "ps1"),
    ("synth_14k", "--share 0.01 --longest 6 --prospective", "pro1"),
];

fn said(case: &str, words: &str) -> String {
    let words = words.split_whitespace().map(str::to_owned);
    let all: Vec<String> =
        std::iter::once(folder(case).unwrap().display().to_string()).chain(words).collect();
    reference::said(&all).unwrap_or_else(|trouble| panic!("{all:?}: {trouble}"))
}

#[test]
fn the_example_finds_the_first_cluster_of_each_folder_in_space_and_in_time() {
    for (name, words, run) in RUNS {
        let Some(case) = Case::open(name) else { return };
        let said = said(name, &format!("{words} --replicates 0"));
        let theirs = &case.expected("expected.json")[format!("satscan_{run}")]["clusters"][0];
        let score = theirs["llr"].as_f64().or(theirs["test_stat"].as_f64()).unwrap();
        let first = said.split_once("score ").and_then(|(_, rest)| rest.split(',').next());
        let found: f64 = first.unwrap_or_else(|| panic!("{name} {words}: {said}")).parse().unwrap();
        assert!((found - score).abs() < 2e-6, "{name} {words}: {found} is not {score}");
    }
}

#[test]
fn the_example_reads_every_folder_as_it_lies_there() {
    let Some(folder) = folder("nyc_fever") else { return };
    let mut read = 0;
    for entry in std::fs::read_dir(folder.parent().unwrap()).unwrap().flatten() {
        if entry.path().is_dir() {
            let name = entry.file_name().into_string().unwrap();
            assert!(RUNS.iter().any(|(known, ..)| *known == name), "{name} is compared nowhere");
            let few = if name == "synth_14k" { "--share 0.01 --replicates 0" } else { "--replicates 0" };
            assert!(said(&name, few).contains("\naround "), "{name}");
            read += 1;
        }
    }
    assert!(read >= 8, "{read}");
}
