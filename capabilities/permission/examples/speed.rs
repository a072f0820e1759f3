//! Prints how long a decision takes: `cargo run --release -p permission --example speed`.
#![allow(clippy::print_stdout, reason = "a program that prints a figure")]

fn main() {
    println!("{:.1?}", permission::speed(50_000));
}
