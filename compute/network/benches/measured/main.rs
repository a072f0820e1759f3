//! What each measure costs and how that grows: `cargo bench -p network`, or with words to choose lines.
#![allow(clippy::print_stdout, reason = "a program that prints a table")]

mod drawn;
mod lines;
mod machine;

use lines::LINES;

fn main() {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with("--")).collect();
    println!("{}\n", machine::said());
    println!(
        "Processor seconds, the middle of five (of one when it is long); networks of n nodes and 4n ties.\n"
    );
    println!("| what | order | n | processor s | wall s | ns for one of the order |");
    println!("|---|---|---|---|---|---|");
    let chosen = |name: &str| words.is_empty() || words.iter().any(|word| name.contains(word));
    for line in LINES.iter().filter(|line| chosen(line.name)) {
        for nodes in line.sizes {
            let found = line.measured(nodes);
            let (cost, each) = (&found.cost, found.each());
            println!(
                "| {} | {} | {} | {:.4} | {:.4} | {each:.2} |",
                line.name, line.order, found.nodes, cost.processor, cost.wall
            );
        }
    }
}
