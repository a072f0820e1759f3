//! Every text that is shown exists in each language, asks for the same values, and says who reviewed it.

use std::collections::{BTreeMap, BTreeSet};

use ui::Lang;

use crate::no_complaints;
use crate::tree::{of_kind, root};

#[test]
fn every_text_exists_in_every_language() {
    let folders: BTreeSet<&str> =
        of_kind("ftl").filter_map(|file| file.path.split_once("/i18n/").map(|(krate, _)| krate)).collect();
    assert!(folders.contains("ui"), "the words of ui were not found");
    let mut complaints = Vec::new();
    for folder in folders {
        let found = ui::words::complete(root().join(folder).join("i18n"));
        complaints.extend(found.into_iter().map(|complaint| format!("{folder}: {complaint}")));
    }
    no_complaints(&complaints);
}

/// On top of each file; "nobody yet" is what the footer of every page in that language then says.
const REVIEWED: &str = "# Reviewed by: ";

#[test]
fn each_file_of_words_says_who_reviewed_it_and_the_pages_say_the_same() {
    let mut complaints = Vec::new();
    let mut waiting: BTreeMap<&str, &str> = BTreeMap::new();
    for file in of_kind("ftl") {
        let Some((_, below)) = file.path.split_once("/i18n/") else { continue };
        let code = below.split('/').next().unwrap_or_default();
        match file.text.lines().next().and_then(|first| first.strip_prefix(REVIEWED)) {
            Some("nobody yet.") => {
                waiting.insert(code, &file.path);
            }
            Some(who) if !who.trim().is_empty() && !who.starts_with("nobody") => {}
            _ => complaints.push(format!("{} does not begin with “{REVIEWED}…”", file.path)),
        }
    }
    for lang in Lang::ALL {
        match (lang.reviewed(), waiting.get(lang.code())) {
            (true, Some(path)) => {
                complaints.push(format!("{path} waits for a reader; the pages do not say so"));
            }
            (false, None) => {
                complaints.push(format!("{lang:?} was read by somebody; the pages say it was not"));
            }
            _ => {}
        }
    }
    no_complaints(&complaints);
}
