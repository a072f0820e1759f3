//! Everything that leaves the reader passes here, and is counted.

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use super::schema::Kind;
use super::store::{Fate, Fates, Store};
use super::{FileSummary, Row, Sink, Summary};
use crate::import::record::{At, Outcome, PartyRecord, Reason, Remark, ThemeRecord};

/// How long a detail may be: enough to recognise what it is about.
const DETAIL: usize = 160;

pub(super) struct Notes<'a> {
    sink: Sink<'a>,
    summary: Summary,
    /// For each file: names of people that were not taken over.
    people: BTreeMap<String, u64>,
}

impl<'a> Notes<'a> {
    pub(super) fn new(sink: Sink<'a>) -> Self {
        Self { sink, summary: Summary::default(), people: BTreeMap::new() }
    }

    pub(super) const fn stopped(&self) -> bool {
        self.summary.stopped
    }

    pub(super) fn remark(&mut self, outcome: Outcome, at: At, key: &str, reason: Reason, detail: &str) {
        *self.summary.remarks.entry((outcome_word(outcome), reason_word(reason))).or_insert(0) += 1;
        let (key, detail) = (shorten(key), shorten(detail));
        self.send(Row::Remark(Remark { outcome, at, key, reason, detail }));
    }

    pub(super) fn party(&mut self, record: PartyRecord) {
        self.summary.parties += 1;
        self.summary.places += record.places.len() as u64;
        self.summary.offers += record.offers.len() as u64;
        self.send(Row::Party(Box::new(record)));
    }

    /// Themes that come along. They are told at the end: offers name them, and nothing points at them.
    pub(super) fn themes(&mut self, themes: Vec<ThemeRecord>) {
        self.summary.themes = themes;
    }

    fn send(&mut self, row: Row) {
        if !self.summary.stopped && (self.sink)(row) == ControlFlow::Break(()) {
            self.summary.stopped = true;
        }
    }

    /// A person's name was there and stays behind.
    pub(super) fn person(&mut self, file: &str) {
        *self.people.entry(file.to_owned()).or_insert(0) += 1;
    }

    pub(super) fn file(&mut self, name: &str) {
        self.summary.files.push(FileSummary {
            name: name.to_owned(),
            charset: "utf-8",
            ..FileSummary::default()
        });
    }

    pub(super) fn charset(&mut self, file: usize, charset: &'static str) {
        if let Some(summary) = self.summary.files.get_mut(file) {
            summary.charset = charset;
        }
    }

    /// Rows that never came into a table.
    pub(super) fn count(&mut self, file: usize, fate: Fate, rows: u64) {
        if let Some(summary) = self.summary.files.get_mut(file) {
            summary.rows += rows;
            match fate {
                Fate::Taken | Fate::Pending => summary.taken += rows,
                Fate::Refused => summary.refused += rows,
                Fate::LeftOut => summary.left_out += rows,
            }
        }
    }

    pub(super) const fn cut_off(&mut self) {
        self.summary.cut_off = true;
    }

    pub(super) fn finish(mut self, store: &Store, fates: &Fates) -> Summary {
        for (file, count) in std::mem::take(&mut self.people) {
            let at = At { file, line: 0 };
            self.remark(Outcome::LeftOut, at, "", Reason::Person, &count.to_string());
        }
        for kind in Kind::ALL {
            for row in store.rows(kind).filter(|row| store.counted(kind, *row)) {
                self.count(store.file(kind, row), fates.get(kind, row), 1);
            }
        }
        let mut summary = self.summary;
        for file in &summary.files {
            summary.rows += file.rows;
            summary.taken += file.taken;
            summary.refused += file.refused;
            summary.left_out += file.left_out;
        }
        summary
    }
}

fn shorten(text: &str) -> String {
    let line: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).take(DETAIL + 1).collect();
    match line.char_indices().nth(DETAIL) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default()),
        None => line,
    }
}

/// The word of an outcome in sentences and files.
pub(super) const fn outcome_word(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Refused => "refused",
        Outcome::LeftOut => "left-out",
        Outcome::Mended => "mended",
        Outcome::Noted => "noted",
    }
}

/// The word of a reason, as in `import-reason-<word>`.
pub(super) const fn reason_word(reason: Reason) -> &'static str {
    match reason {
        Reason::NoName => "no-name",
        Reason::NoKey => "no-key",
        Reason::DoubleKey => "double-key",
        Reason::NoParty => "no-party",
        Reason::UnknownParty => "unknown-party",
        Reason::UnknownPlace => "unknown-place",
        Reason::UnknownOffer => "unknown-offer",
        Reason::TooLong => "too-long",
        Reason::BadPoint => "bad-point",
        Reason::SwappedPoint => "swapped-point",
        Reason::BadDate => "bad-date",
        Reason::BadTime => "bad-time",
        Reason::BadPhone => "bad-phone",
        Reason::BadEmail => "bad-email",
        Reason::BadWebsite => "bad-website",
        Reason::UnknownLanguage => "unknown-language",
        Reason::UnknownTheme => "unknown-theme",
        Reason::UnknownArea => "unknown-area",
        Reason::LostAccent => "lost-accent",
        Reason::RoundedKey => "rounded-key",
        Reason::Marker => "marker",
        Reason::LiteralNewline => "literal-newline",
        Reason::SeveralKeys => "several-keys",
        Reason::Backtick => "backtick",
        Reason::Markup => "markup",
        Reason::WrongColumns => "wrong-columns",
        Reason::UnclosedQuote => "unclosed-quote",
        Reason::NotText => "not-text",
        Reason::Inactive => "inactive",
        Reason::Internal => "internal",
        Reason::Person => "person",
        Reason::DoNotList => "do-not-list",
        Reason::SameRecord => "same-record",
        Reason::CutOff => "cut-off",
        Reason::Confidential => "confidential",
        Reason::UnclearConfidential => "unclear-confidential",
        Reason::NotUsed => "not-used",
        Reason::NoAddress => "no-address",
        Reason::Past => "past",
    }
}
