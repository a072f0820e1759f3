//! How fast Samenspel is, with goals, beside a bare axum server that gives the same bytes in the same run.
#![forbid(unsafe_code)]
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a program that prints a table")]

mod addresses;
mod ask;
mod day;
mod deciding;
mod following;
mod http;
mod inside;
mod judged;
mod load;
mod machine;
mod networks;
mod peer;
mod postgres;
mod program;
mod report;
mod run;
mod scanning;
mod searching;
mod signed_in;
mod trail;
mod warden;
mod watched;
mod wire;
mod world;
mod wrk;

use std::path::Path;
use std::process::ExitCode;

use ask::Ask;

/// As the program has it, so that what is measured within this process holds for it.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [word, folder] = &arguments[..]
        && word == "peer"
    {
        return ended(peer::serve(Path::new(folder)).map_err(|why| why.to_string()).map(|()| true));
    }
    if let [word, rest @ ..] = &arguments[..]
        && word == "judged"
    {
        return ended(judged::run(rest));
    }
    if let [word, rest @ ..] = &arguments[..]
        && word == "scan"
    {
        return ended(scanning::run(rest));
    }
    if let [word, rest @ ..] = &arguments[..]
        && word == "network"
    {
        return ended(networks::run(rest));
    }
    if arguments.iter().eq(["compute"]) {
        return ended(compute());
    }
    if arguments.iter().eq(["searching"]) {
        return ended(searching::run());
    }
    if arguments.iter().eq(["deciding"]) {
        return ended(deciding::run());
    }
    if let [word, program] = &arguments[..]
        && word == "signed-in"
    {
        return ended(signed_in::run(Path::new(program)));
    }
    if let [word, program] = &arguments[..]
        && word == "day"
    {
        return ended(day::run(Path::new(program)));
    }
    if arguments.iter().eq(["trail"]) {
        return ended(trail::run());
    }
    match Ask::read(&arguments) {
        Ok(ask) => ended(run::run(&ask)),
        Err(sentence) => ended(Err(sentence)),
    }
}

/// Both libraries that stand on their own, in one table, without a map or a server.
fn compute() -> Result<bool, String> {
    let mut report = report::Report::default();
    report.note(machine::Machine::look().said());
    scanning::measure(&mut report)?;
    networks::measure(&mut report, &[])?;
    println!("{}", report.written());
    Ok(report.all_met())
}

/// A goal that is not met is told apart from a bench that did not work.
fn ended(how: Result<bool, String>) -> ExitCode {
    match how {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(2),
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::FAILURE
        }
    }
}
