//! What a scan takes and how that grows: `cargo bench -p scan`, or with words to choose pieces of work.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a program that prints a table")]

mod map;
mod works;

use std::process::ExitCode;
use std::time::Instant;

use scan::Features;
use works::WORKS;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with("--")).collect();
    let chosen = |name: &str| words.is_empty() || words.iter().any(|word| name.contains(&**word));
    println!(
        "Seconds on the clock, making the rows included; the best registers here are {:?}.\n",
        Features::here()
    );
    println!("| work | best registers | plain | looked at | ps each and a replicate |");
    println!("|---|---|---|---|---|");
    for work in WORKS.iter().filter(|work| chosen(work.name)) {
        let mut told = Vec::new();
        for features in [Features::here(), Features::Plain] {
            let begin = Instant::now();
            match work.done(features) {
                Ok(findings) => told.push((begin.elapsed().as_secs_f64(), findings.windows)),
                Err(trouble) => {
                    eprintln!("{}: {trouble}", work.what);
                    return ExitCode::FAILURE;
                }
            }
        }
        if let [(best, windows), (plain, _)] = told[..] {
            let each = best / windows as f64 / f64::from(work.replicates) * 1e12;
            let (what, counted) = (work.what, work.counted);
            println!("| {what} | {best:.2} | {plain:.2} | {windows} {counted} | {each:.0} |");
        }
    }
    ExitCode::SUCCESS
}
