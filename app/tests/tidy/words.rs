//! Every text that is shown exists in each language and asks for the same values.

use std::collections::BTreeSet;

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
