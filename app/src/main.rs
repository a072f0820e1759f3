//! The program's door: reads the command line, runs one command, and says in one sentence why not.
#![forbid(unsafe_code)]

use std::process::ExitCode;

fn main() -> ExitCode {
    samenspel::commands::main(std::env::args_os())
}
