//! Words that say that somebody was born: a whole date beside one of them is no appointment, whatever its year.

use std::ops::Range;

use crate::glyph::Text;

/// As they stand beside a date, in the languages people here write in; with and without their own letters.
const WORDS: [&str; 46] = [
    "geboren",
    "geboorte",
    "geboortedatum",
    "geboortedag",
    "gebdatum",
    "born",
    "birth",
    "birthdate",
    "dob",
    "doğum",
    "doğumlu",
    "doğdu",
    "doğmuş",
    "doğan",
    "dogum",
    "dogumlu",
    "dogdu",
    "urodzony",
    "urodzona",
    "urodzone",
    "urodzenia",
    "urodził",
    "urodziła",
    "urodziło",
    "urodzil",
    "urodzila",
    "urodzilo",
    "народився",
    "народилася",
    "народилась",
    "народилося",
    "народилось",
    "народжений",
    "народжена",
    "народження",
    "مواليد",
    "ولد",
    "ولدت",
    "مولود",
    "مولودة",
    "المولود",
    "المولودة",
    "ميلاد",
    "الميلاد",
    "ميلاده",
    "ميلادها",
];

/// The same cut short: after these a point ends no sentence.
const SHORT: [&str; 5] = ["geb", "ur", "urodz", "doğ", "нар"];

/// So many words before a date one of them is looked for: *geboren te Hoorn op 3-3-2026*.
const BEFORE: usize = 4;

/// And so many after it: *3-3-2026 tarihinde doğdu*.
const AFTER: usize = 2;

/// And never further than this, so that a row of dates takes no longer than it is long.
const FAR: usize = 60;

/// Whether such a word stands beside the date at this place, in the same sentence.
pub(crate) fn beside(text: &Text, date: &Range<usize>) -> bool {
    before(text, date.start) || after(text, date.end) || sign(text, date.start)
}

fn before(text: &Text, date: usize) -> bool {
    let first = date.saturating_sub(FAR);
    let mut place = date;
    for passed in 0..BEFORE {
        let mut parted = false;
        while place > first && !text.is(place - 1, char::is_alphabetic) {
            place -= 1;
            parted |= text.is(place, ends_a_sentence) || (passed > 0 && text.is(place, begins_another_part));
        }
        let end = place;
        while place > first && text.is(place - 1, char::is_alphabetic) {
            place -= 1;
        }
        let word = word(text, place..end);
        let short = SHORT.contains(&word.as_str());
        if parted && !short {
            return false;
        }
        if short || WORDS.contains(&word.as_str()) {
            return true;
        }
    }
    false
}

fn after(text: &Text, date: usize) -> bool {
    let last = text.len().min(date.saturating_add(FAR));
    let mut place = date;
    for _ in 0..AFTER {
        while place < last && !text.is(place, char::is_alphabetic) {
            if text.is(place, |c| ends_a_sentence(c) || begins_another_part(c)) {
                return false;
            }
            place += 1;
        }
        let start = place;
        while place < last && text.is(place, char::is_alphabetic) {
            place += 1;
        }
        if WORDS.contains(&word(text, start..place).as_str()) {
            return true;
        }
    }
    false
}

/// *° 3-3-2026*, and not *21° 3-3-2026*.
fn sign(text: &Text, date: usize) -> bool {
    let first = date.saturating_sub(FAR);
    let mut place = date;
    while place > first && text.is(place - 1, |c| c == ' ') {
        place -= 1;
    }
    let warm = place >= 2 && text.is(place - 2, |c| c.is_ascii_digit());
    place > first && text.is(place - 1, |c| c == '°') && !warm
}

const fn ends_a_sentence(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | ';' | '؟' | '؛')
}

const fn begins_another_part(c: char) -> bool {
    matches!(c, ',' | '،')
}

/// Without the signs that stand above and below Arabic letters, and without the line that stretches them.
fn word(text: &Text, at: Range<usize>) -> String {
    let letters = at.filter_map(|place| text.at(place));
    letters.filter(|c| !matches!(c, '\u{64b}'..='\u{652}' | '\u{640}')).collect()
}
