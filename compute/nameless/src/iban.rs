//! Account numbers: a country that has them, the length that country uses, and the remainder of 97 (ISO 13616).

use crate::glyph::Text;
use crate::{Finding, Kind, take};

/// Countries and the length of their numbers, as in the registry of ISO 13616.
const LENGTHS: [(&str, usize); 78] = [
    ("ad", 24),
    ("ae", 23),
    ("al", 28),
    ("at", 20),
    ("az", 28),
    ("ba", 20),
    ("be", 16),
    ("bg", 22),
    ("bh", 22),
    ("br", 29),
    ("by", 28),
    ("ch", 21),
    ("cr", 22),
    ("cy", 28),
    ("cz", 24),
    ("de", 22),
    ("dk", 18),
    ("do", 28),
    ("ee", 20),
    ("eg", 29),
    ("es", 24),
    ("fi", 18),
    ("fo", 18),
    ("fr", 27),
    ("gb", 22),
    ("ge", 22),
    ("gi", 23),
    ("gl", 18),
    ("gr", 27),
    ("gt", 28),
    ("hr", 21),
    ("hu", 28),
    ("ie", 22),
    ("il", 23),
    ("iq", 23),
    ("is", 26),
    ("it", 26),
    ("jo", 30),
    ("kw", 30),
    ("kz", 20),
    ("lb", 28),
    ("lc", 32),
    ("li", 21),
    ("lt", 20),
    ("lu", 20),
    ("lv", 21),
    ("ly", 25),
    ("mc", 27),
    ("md", 24),
    ("me", 22),
    ("mk", 19),
    ("mr", 27),
    ("mt", 31),
    ("mu", 30),
    ("nl", 18),
    ("no", 15),
    ("pk", 24),
    ("pl", 28),
    ("ps", 29),
    ("pt", 25),
    ("qa", 29),
    ("ro", 24),
    ("rs", 22),
    ("sa", 24),
    ("sc", 31),
    ("sd", 18),
    ("se", 24),
    ("si", 19),
    ("sk", 24),
    ("sm", 27),
    ("st", 25),
    ("sv", 28),
    ("tl", 23),
    ("tn", 24),
    ("tr", 26),
    ("ua", 29),
    ("va", 22),
    ("xk", 20),
];

pub(crate) fn find(text: &Text, all: &mut Vec<Finding>) {
    let mut place = 0;
    while place < text.len() {
        match here(text, place) {
            Some(end) => {
                take(all, Kind::Iban, text.bytes(place..end));
                place = end;
            }
            None => place += 1,
        }
    }
}

/// Where the number that begins here ends.
fn here(text: &Text, place: usize) -> Option<usize> {
    let (_, length) = LENGTHS.iter().find(|(country, _)| text.text_at(place, country).is_some())?;
    let mut signs = Vec::with_capacity(*length);
    let mut at = place;
    while signs.len() < *length {
        match text.at(at)? {
            c if c.is_ascii_alphanumeric() => signs.push(c),
            ' ' | '.' | '-' | '/' | '_' if !signs.is_empty() => {}
            _ => return None,
        }
        at += 1;
        // A number is not spread over a page.
        if at - place > 3 * length {
            return None;
        }
    }
    let check = |at: usize| signs.get(at).is_some_and(char::is_ascii_digit);
    let wanted = signs.get(4..)?.iter().chain(signs.get(..4)?);
    let remainder = wanted.filter_map(|c| c.to_digit(36)).fold(0u64, |rest, value| {
        let shift = if value < 10 { 10 } else { 100 };
        (rest * shift + u64::from(value)) % 97
    });
    (check(2) && check(3) && remainder == 1).then_some(at)
}
