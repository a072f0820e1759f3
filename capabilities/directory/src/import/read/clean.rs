//! Text from a cell made fit for a page, with a note of everything that had to be done to it.

use super::markup;
use crate::import::record::{Outcome, Reason};
use crate::party::{Email, Phone, Website};
use crate::wording::{Line, Lines, Name, Prose};

/// Longer than any field, with room for markup that will fall away.
const LONGEST: usize = 32_768;

/// Of one row; whoever reads these has seen enough by then.
const MOST_NOTES: usize = 40;

/// Collects what was done to the cells of one row: each kind of repair once, with the first field it was needed in.
#[derive(Debug, Default)]
pub(super) struct Cleaner {
    pub(super) done: Vec<(Outcome, Reason, String)>,
}

impl Cleaner {
    pub(super) fn note(&mut self, outcome: Outcome, reason: Reason, detail: &str) {
        let same = |(o, r, d): &(Outcome, Reason, String)| {
            *o == outcome && *r == reason && (d == detail || !tells_apart(reason))
        };
        if self.done.len() < MOST_NOTES && !self.done.iter().any(same) {
            self.done.push((outcome, reason, detail.to_owned()));
        }
    }

    /// Everything but the length.
    pub(super) fn text(&mut self, field: &str, raw: &str) -> String {
        if says_nothing(raw) {
            return String::new();
        }
        let mut text = raw.to_owned();
        if let Some((end, _)) = raw.char_indices().nth(LONGEST) {
            text.truncate(end);
            self.note(Outcome::Mended, Reason::TooLong, field);
        }
        if let Some(plain) = markup::strip(&text) {
            text = plain;
            self.note(Outcome::Mended, Reason::Markup, field);
        }
        if text.contains("\\n") || text.contains("\\r") {
            text = text.replace("\\r\\n", "\n").replace("\\n", "\n").replace("\\r", "\n");
            self.note(Outcome::Mended, Reason::LiteralNewline, field);
        }
        if let Some(plain) = without_markers(&text) {
            text = plain;
            self.note(Outcome::Mended, Reason::Marker, field);
        }
        if text.contains('`') {
            text = text.replace('`', "’");
            self.note(Outcome::Mended, Reason::Backtick, field);
        }
        if text.contains('?') {
            text = self.accents(&text);
        }
        if text.contains('\u{fffd}') {
            self.note(Outcome::Noted, Reason::LostAccent, field);
        }
        text
    }

    fn accents(&mut self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        for word in text.split_inclusive(char::is_whitespace) {
            match accent(word) {
                Accent::None => out.push_str(word),
                Accent::Mended(mended) => {
                    self.note(Outcome::Mended, Reason::LostAccent, mended.trim());
                    out.push_str(&mended);
                }
                Accent::Lost => {
                    self.note(Outcome::Noted, Reason::LostAccent, word.trim());
                    out.push_str(word);
                }
            }
        }
        out
    }

    pub(super) fn name(&mut self, field: &str, raw: &str) -> Option<Name> {
        let text = self.text(field, raw);
        self.fitted(field, &text, Name::MAX, |text| Name::parse(text).ok())
    }

    pub(super) fn line(&mut self, field: &str, raw: &str) -> Line {
        let text = self.text(field, raw);
        self.fitted(field, &text, Line::MAX, |text| Line::parse(text).ok()).unwrap_or_default()
    }

    pub(super) fn prose(&mut self, field: &str, raw: &str) -> Prose {
        let text = self.text(field, raw);
        self.fitted(field, &text, Prose::MAX, |text| Prose::parse(text).ok()).unwrap_or_default()
    }

    /// One thing a line.
    pub(super) fn lines(&mut self, field: &str, raw: &str) -> Lines {
        let text = self.text(field, raw);
        let kept: Vec<Line> = text
            .lines()
            .filter_map(|line| self.fitted(field, line, Line::MAX, |text| Line::parse(text).ok()))
            .filter(|line| !line.is_empty())
            .collect();
        if kept.len() > Lines::MAX_LINES {
            self.note(Outcome::Mended, Reason::TooLong, field);
        }
        Lines::from_lines(kept.iter().take(Lines::MAX_LINES).map(Line::as_str)).unwrap_or_default()
    }

    /// As it is, or cut between two words until it fits.
    fn fitted<T>(
        &mut self,
        field: &str,
        text: &str,
        max: usize,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        if let Some(value) = parse(text) {
            return Some(value);
        }
        if text.trim().is_empty() {
            return None;
        }
        let cut = cut(text, max);
        let value = parse(&cut)?;
        self.note(Outcome::Mended, Reason::TooLong, field);
        Some(value)
    }

    /// The first number that is one; labels, quotes and letters for digits are taken off.
    pub(super) fn phone(&mut self, raw: &str) -> Phone {
        let text = self.text("phone", raw);
        let mut fallback = Phone::default();
        for part in text.split([',', ';', '\n']).map(|part| part.trim().trim_matches('"').trim()) {
            let (label, number) = match part.split_once(':') {
                Some((label, number)) if label.chars().all(|c| c.is_alphabetic() || c == ' ') => {
                    (label, number.trim())
                }
                _ => ("", part),
            };
            let digits = self.digits(number);
            match Phone::parse(&digits) {
                Ok(phone) if phone.is_empty() => {}
                Ok(phone) if is_voice(label) => return phone,
                Ok(phone) if fallback.is_empty() => fallback = phone,
                Ok(_) => {}
                Err(_) if !number.is_empty() => {
                    self.note(Outcome::Mended, Reason::BadPhone, &digits_only(number))
                }
                Err(_) => {}
            }
        }
        fallback
    }

    /// `1-800-HELP` is dialled as `1-800-4357`.
    fn digits(&mut self, number: &str) -> String {
        let start = number.chars().filter(|c| c.is_ascii_digit()).count();
        let is_word = |word: &str| word.chars().filter(char::is_ascii_uppercase).count() >= 3;
        if start < 3 || !number.split(|c: char| !c.is_ascii_alphanumeric()).any(is_word) {
            return number.to_owned();
        }
        self.note(Outcome::Mended, Reason::BadPhone, number);
        // `844-RIGHTS-9 (844-744-4879)` says it twice.
        let mut inside = number.split(['(', ')']).filter(|part| !part.contains(char::is_alphabetic));
        if let Some(plain) = inside.find(|part| part.bytes().filter(u8::is_ascii_digit).count() >= 7) {
            return plain.to_owned();
        }
        number.chars().map(keypad).collect()
    }

    pub(super) fn email(&mut self, raw: &str) -> Email {
        let text = self.text("email", raw);
        let text = text.trim();
        if text.is_empty() {
            return Email::default();
        }
        let found = text
            .split([',', ';', ' ', '\n', '|', '<', '>', '(', ')'])
            .map(|part| part.trim().trim_start_matches("mailto:").trim_end_matches('.'))
            .find_map(|part| Email::parse(part).ok().filter(|email| !email.is_empty()));
        if found.is_none() {
            self.note(Outcome::Mended, Reason::BadEmail, "");
        }
        found.unwrap_or_default()
    }

    pub(super) fn website(&mut self, raw: &str) -> Website {
        let text = self.text("website", raw);
        let text = text.trim();
        if text.is_empty() {
            return Website::default();
        }
        let found = Website::parse(text).ok().or_else(|| {
            let mut parts =
                text.split([',', ';', ' ', '\n', '|']).map(str::trim).filter(|part| !part.is_empty());
            parts.find_map(|part| Website::parse(part).ok())
        });
        if found.is_none() {
            self.note(Outcome::Mended, Reason::BadWebsite, text);
        }
        found.unwrap_or_default()
    }
}

/// Reasons that are worth a remark for each different detail, not one a row.
const fn tells_apart(reason: Reason) -> bool {
    matches!(reason, Reason::LostAccent | Reason::UnknownLanguage | Reason::UnknownTheme | Reason::BadTime)
}

/// `N/A` and its family.
pub(super) fn says_nothing(raw: &str) -> bool {
    // `na` is a Dutch word, `NA` is not.
    raw.trim() == "NA"
        || matches!(
            raw.trim().to_lowercase().as_str(),
            "" | "n/a" | "null" | "nil" | "-" | "--" | "n.v.t." | "nvt" | "." | "#n/a"
        )
}

fn is_voice(label: &str) -> bool {
    matches!(
        label.trim().to_lowercase().as_str(),
        "" | "main" | "voice" | "tel" | "telefoon" | "phone" | "algemeen"
    )
}

fn digits_only(text: &str) -> String {
    text.chars().filter(|c| c.is_ascii_digit() || "+-() ".contains(*c)).collect()
}

const fn keypad(c: char) -> char {
    match c {
        'A'..='C' => '2',
        'D'..='F' => '3',
        'G'..='I' => '4',
        'J'..='L' => '5',
        'M'..='O' => '6',
        'P'..='S' => '7',
        'T'..='V' => '8',
        'W'..='Z' => '9',
        other => other,
    }
}

/// Between two words, with an ellipsis.
fn cut(text: &str, max: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(max.saturating_sub(1)) else { return text.to_owned() };
    let head = text.get(..end).unwrap_or_default();
    let at = head.rfind(char::is_whitespace).filter(|at| *at > end / 2).unwrap_or(end);
    format!("{}…", head.get(..at).unwrap_or_default().trim_end_matches([',', ';', ' ', '\n']))
}

/// `###MON###` and the like, left behind by another program.
fn without_markers(text: &str) -> Option<String> {
    let mut out = String::new();
    let mut rest = text;
    let mut found = false;
    while let Some((before, marker, after)) = next_marker(rest) {
        found = true;
        out.push_str(before);
        if let Some(day) = crate::offer::opening::Weekday::parse(marker) {
            out.push('\n');
            out.push_str(day.code());
        }
        rest = after;
    }
    out.push_str(rest);
    found.then_some(out)
}

pub(super) fn next_marker(text: &str) -> Option<(&str, &str, &str)> {
    let mut from = 0;
    while let Some(at) = text.get(from..)?.find("###").map(|at| at + from) {
        let inside = text.get(at + 3..)?;
        let end = inside.find("###")?;
        let word = inside.get(..end)?;
        if (1..=24).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_') {
            return Some((text.get(..at)?, word, inside.get(end + 3..)?));
        }
        from = at + 3;
    }
    None
}

enum Accent {
    None,
    Mended(String),
    Lost,
}

/// Where only one letter can have stood, it is put back.
const CERTAIN: &[(&str, &str)] = &[
    ("ee?n", "eeën"),
    ("i?le", "iële"),
    ("i?nt", "iënt"),
    ("isra?l", "israël"),
    ("co?p", "coöp"),
    ("co?rd", "coörd"),
    ("ge?nt", "geïnt"),
    ("ge?nf", "geïnf"),
    ("re?nt", "reïnt"),
    ("pati?n", "patiën"),
];

fn accent(word: &str) -> Accent {
    let web = word.contains("://") || word.contains("www.") || word.contains(['=', '&', '/']);
    let letters: Vec<char> = word.chars().collect();
    let inside =
        letters.windows(3).any(|w| matches!(w, [a, '?', b] if a.is_alphabetic() && b.is_lowercase()));
    let lower = word.to_lowercase();
    let cafe = lower.split(|c: char| !(c.is_alphanumeric() || c == '?')).any(|part| part.ends_with("caf?"));
    if web || !(inside || cafe) {
        return Accent::None;
    }
    let mut mended = word.to_owned();
    for (lost, right) in CERTAIN {
        mended = replace(&mended, lost, right);
    }
    if cafe {
        mended = replace(&mended, "caf?", "café");
    }
    let still = mended.contains('?') && mended.trim_end().trim_end_matches('?').contains('?');
    if still || mended == word { Accent::Lost } else { Accent::Mended(mended) }
}

/// Puts the letter for the question mark; everything else, capitals too, stays.
fn replace(word: &str, lost: &str, right: &str) -> String {
    let Some(at) = word.to_ascii_lowercase().find(lost) else { return word.to_owned() };
    let letter = lost.find('?').and_then(|mark| right.get(mark..)).and_then(|rest| rest.chars().next());
    let mark = at + lost.find('?').unwrap_or(0);
    match (word.get(..mark), letter, word.get(mark + 1..)) {
        (Some(before), Some(letter), Some(after)) => format!("{before}{letter}{after}"),
        _ => word.to_owned(),
    }
}
