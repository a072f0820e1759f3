//! The readers against every mess we know, each with the smallest file that has it.

mod arbitrary;
mod bulk;
mod formats;
mod keys;
mod mapped;
mod secret;
mod shared;
mod tables;
mod texts;
mod zips;

use std::io::Cursor;
use std::ops::ControlFlow;

use super::*;
use crate::import::record::{OfferRecord, PlaceRecord};
use crate::place::{OpenPlace, Whereabouts};
use crate::theme::Taxonomy;

/// Everything that came out.
#[derive(Debug, Default)]
struct Out {
    parties: Vec<PartyRecord>,
    remarks: Vec<Remark>,
    summary: Summary,
}

impl Out {
    fn party(&self, key: &str) -> &PartyRecord {
        self.parties
            .iter()
            .find(|party| party.key == key)
            .unwrap_or_else(|| panic!("no party {key}: {self:#?}"))
    }

    fn offers(&self) -> impl Iterator<Item = &OfferRecord> {
        self.parties.iter().flat_map(|party| &party.offers)
    }

    fn said(&self, outcome: Outcome, reason: Reason) -> Vec<&Remark> {
        self.remarks.iter().filter(|r| r.outcome == outcome && r.reason == reason).collect()
    }

    /// Lines of the remarks with this outcome and reason.
    fn lines(&self, outcome: Outcome, reason: Reason) -> Vec<u64> {
        self.said(outcome, reason).iter().map(|remark| remark.at.line).collect()
    }
}

fn collect(reading: impl FnOnce(Sink<'_>) -> Result<Summary, Unreadable>) -> Result<Out, Unreadable> {
    let mut out = Out::default();
    let (parties, remarks) = (&mut out.parties, &mut out.remarks);
    let summary = reading(&mut |row| {
        match row {
            Row::Party(party) => parties.push(*party),
            Row::Remark(remark) => remarks.push(remark),
        }
        ControlFlow::Continue(())
    })?;
    // No row is lost without a word, in any test.
    assert_eq!(summary.rows, summary.taken + summary.refused + summary.left_out, "{summary:#?}");
    let said = |outcome| out.remarks.iter().filter(|remark| remark.outcome == outcome).count() as u64;
    assert!(summary.refused <= said(Outcome::Refused), "refused without a remark: {summary:#?}");
    assert!(summary.left_out == 0 || said(Outcome::LeftOut) > 0, "left out without a remark: {summary:#?}");
    assert_eq!(summary.remarks.values().sum::<u64>(), out.remarks.len() as u64);
    assert_eq!(summary.parties, out.parties.len() as u64);
    out.summary = summary;
    Ok(out)
}

fn try_one(name: &str, bytes: &[u8], settings: &Settings) -> Result<Out, Unreadable> {
    collect(|sink| read(&mut Cursor::new(bytes), name, settings, sink))
}

fn one(name: &str, bytes: impl AsRef<[u8]>) -> Out {
    try_one(name, bytes.as_ref(), &Settings::default()).unwrap()
}

fn try_folder(files: &[(&str, &[u8])], settings: &Settings) -> Result<Out, Unreadable> {
    let names = files.iter().map(|(name, _)| (*name).to_owned()).collect();
    let bytes: Vec<(String, Vec<u8>)> =
        files.iter().map(|(name, text)| ((*name).to_owned(), text.to_vec())).collect();
    let mut folder = Folder::new(names, move |name: &str| {
        let found = bytes.iter().find(|(own, _)| own == name).map(|(_, text)| text.clone());
        Ok(Cursor::new(found.unwrap_or_default()))
    });
    collect(|sink| read_files(&mut folder, settings, sink))
}

fn folder(files: &[(&str, &str)]) -> Out {
    let files: Vec<(&str, &[u8])> = files.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    try_folder(&files, &Settings::default()).unwrap()
}

fn mapped(mapping: &str) -> Settings {
    Settings { mapping: Some(Mapping::parse(mapping, &Taxonomy::shipped()).unwrap()), ..Settings::default() }
}

/// A table of parties with a place and an offer in each row.
const LIST: &str = r#"
title = "list"
sphere = "informal"
[[file]]
[file.party]
key = "id"
name = "naam"
summary = "tekst"
phone = "telefoon"
[file.place]
street = "straat"
latitude = "lat"
longitude = "lon"
[file.offer]
name = "aanbod"
opening = "open"
"#;

/// Reads a table with [`LIST`].
fn list(bytes: impl AsRef<[u8]>) -> Out {
    try_one("lijst.csv", bytes.as_ref(), &mapped(LIST)).unwrap()
}

fn open(place: &PlaceRecord) -> &OpenPlace {
    match &place.whereabouts {
        Whereabouts::Open(open) => open,
        Whereabouts::Confidential => panic!("confidential"),
    }
}

fn names(out: &Out) -> Vec<&str> {
    out.parties.iter().map(|party| party.name.as_str()).collect()
}
