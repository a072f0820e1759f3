//! Prints how many decisions there are and whether the oracle agrees with all of them: `cargo run -p permission --example matrix`.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a program that prints a figure")]

use std::process::ExitCode;

fn main() -> ExitCode {
    match permission::matrix() {
        Ok(matrix) => {
            println!("{matrix}");
            if matrix.agrees() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
        }
        Err(fault) => {
            eprintln!("{fault}");
            ExitCode::FAILURE
        }
    }
}
