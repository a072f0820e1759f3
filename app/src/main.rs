//! The program's door: reads the command line, runs one command, and says in one sentence why not.
#![forbid(unsafe_code)]

use std::process::ExitCode;

/// A municipality's map comes and goes in large pieces, made by one thread and let go by another: this gives the memory back.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    samenspel::commands::main(std::env::args_os())
}
