//! A postcode with a house number: one door. The postcode alone is a street, and stays.

use crate::glyph::Text;
use crate::{Finding, Kind, take};

pub(crate) fn find(text: &Text, all: &mut Vec<Finding>) {
    for place in 0..text.len() {
        if !text.begins(place) {
            continue;
        }
        let Some(end) = postcode(text, place) else { continue };
        if let Some(house) = after(text, end) {
            take(all, Kind::Address, text.bytes(place..house));
        } else if let Some(house) = before(text, place) {
            take(all, Kind::Address, text.bytes(house..end));
        }
    }
}

/// Four digits that do not begin with a zero, and two letters.
fn postcode(text: &Text, place: usize) -> Option<usize> {
    let (_, at) = text.number_at(place, 4).filter(|(number, end)| end - place == 4 && *number >= 1000)?;
    let at = text.past(at, |c| c == ' ');
    let end = text.past(at, |c| c.is_ascii_lowercase());
    // Words of two letters that follow a year more often than they end a postcode.
    let words = [
        "en", "of", "is", "in", "om", "op", "te", "km", "eu", "al", "er", "ik", "je", "na", "nu", "ze", "zo",
        "we",
    ];
    let spaced = at > place + 4;
    let word = spaced && words.iter().any(|word| text.word_at(at, word).is_some());
    (end - at == 2 && !text.is(end, char::is_alphanumeric) && !word).then_some(end)
}

/// *1621 AB 12*, *1621AB, nr. 12a*.
fn after(text: &Text, place: usize) -> Option<usize> {
    let at = text.past(place, |c| matches!(c, ' ' | ',' | '-' | '/'));
    let at = ["huisnummer", "nummer", "nr", "no", "huisnr"]
        .iter()
        .find_map(|word| text.word_at(at, word))
        .unwrap_or(at);
    let at = text.past(at, |c| matches!(c, ' ' | '.' | ':'));
    let (_, end) = text.number_at(at, 5)?;
    // A time or an amount follows a postcode too.
    let goes_on = text.is(end, |c| matches!(c, '.' | ':' | ',')) && text.is(end + 1, |c| c.is_ascii_digit());
    (at - place <= 16 && !goes_on).then_some(end)
}

/// *Dorpsstraat 12, 1621 AB*.
fn before(text: &Text, place: usize) -> Option<usize> {
    let mut end = place;
    while end > 0 && place - end < 3 && text.is(end - 1, |c| matches!(c, ' ' | ',')) {
        end -= 1;
    }
    let letters = if end > 1
        && text.is(end - 1, |c| c.is_ascii_lowercase())
        && text.is(end - 2, |c| c.is_ascii_digit())
    {
        end - 1
    } else {
        end
    };
    let mut start = letters;
    while start > 0 && text.is(start - 1, |c| c.is_ascii_digit()) {
        start -= 1;
    }
    (start < letters && letters - start <= 5 && end < place).then_some(start)
}
