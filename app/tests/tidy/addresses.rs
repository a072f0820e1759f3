//! Every address comes from the tables; what does not stands here, and nothing of people is behind it.

use crate::no_complaints;
use crate::tree::{File, of_kind};

/// Whatever gives a router something to answer.
const CALLS: [&str; 9] = [
    ".route(",
    ".route_service(",
    ".nest(",
    ".nest_service(",
    ".merge(",
    ".fallback(",
    ".fallback_service(",
    ".method_not_allowed_fallback(",
    ".route_layer(",
];

/// Where that happens: by file, the calls in their order, and what they add.
const WHERE: [(&str, &[&str], &str); 4] = [
    ("capabilities/access/src/route.rs", &[".route("], "the tables"),
    ("ui/src/assets.rs", &[".route("], "style, script, letters and pictures of the pages"),
    ("ui/src/theme/mod.rs", &[".route("], "the colours and the logo of a municipality"),
    (
        "app/src/serve/mod.rs",
        &[".merge(", ".fallback("],
        "all of the above, and the no to every other address",
    ),
];

/// What the house is put together of: the tables, the two that are none, and what a test may add.
const PARTS: [&str; 13] = [
    "directory",
    "open",
    "door",
    "people",
    "terms",
    "contacts",
    "asks",
    "today",
    "handovers",
    "machines",
    "ui::assets::router()",
    "self.0.themes.router()",
    "more",
];

/// The program without its tests.
fn code(file: &File) -> &str {
    file.text.split("#[cfg(test)]\nmod").next().unwrap_or_default()
}

fn is_program(file: &File) -> bool {
    let ours = ["app/src/", "capabilities/", "ground/src/", "ui/src/"];
    ours.iter().any(|folder| file.path.starts_with(folder))
        && file.path.contains("/src/")
        && !file.path.ends_with("tests.rs")
        && !file.path.contains("/tests/")
}

#[test]
fn nothing_but_the_table_and_the_files_of_the_pages_gives_an_address() {
    let mut complaints = Vec::new();
    for file in of_kind("rs").filter(|file| is_program(file)) {
        let known =
            WHERE.iter().find(|(path, ..)| *path == file.path).map_or(&[][..], |(_, calls, _)| *calls);
        for call in CALLS.iter().filter(|call| code(file).contains(**call) && !known.contains(*call)) {
            complaints.push(format!("{} gives an address with {call}…): say so in a table", file.path));
        }
        complaints.extend(
            known
                .iter()
                .filter(|call| !code(file).contains(**call))
                .map(|call| format!("{}: {call}", file.path)),
        );
    }
    let serve = crate::tree::text_of("app/src/serve/mod.rs");
    let merged: Vec<&str> = serve.split(".merge(").skip(1).filter_map(argument).collect();
    if merged != PARTS {
        complaints.push(format!("the house is put together of {merged:?}"));
    }
    no_complaints(&complaints);
}

/// Up to the bracket that closes the call.
fn argument(after: &str) -> Option<&str> {
    let mut open = 1;
    let end = after.find(|c: char| {
        open += i32::from(c == '(') - i32::from(c == ')');
        open == 0
    })?;
    after.get(..end)
}
