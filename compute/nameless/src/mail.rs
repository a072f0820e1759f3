//! E-mail addresses, also written out: *naam at provider punt nl*.

use crate::glyph::Text;
use crate::{Finding, Kind, take};

/// Endings people write when they write an address out as words.
const ENDINGS: [&str; 22] = [
    "nl",
    "com",
    "org",
    "net",
    "eu",
    "be",
    "de",
    "nu",
    "info",
    "email",
    "me",
    "io",
    "fr",
    "uk",
    "pl",
    "tr",
    "ua",
    "online",
    "amsterdam",
    "frl",
    "live",
    "co",
];

pub(crate) fn find(text: &Text, all: &mut Vec<Finding>) {
    for place in 0..text.len() {
        let found = match text.at(place) {
            Some('@') => address(text, place, place + 1, false),
            Some('[' | '(' | '{') => bracketed(text, place),
            Some('a') if text.begins(place) => {
                let word = ["at", "apenstaartje", "apenstaart"];
                let end = word.iter().find_map(|word| text.word_at(place, word));
                end.and_then(|end| address(text, place, end, true))
            }
            _ => None,
        };
        if let Some(at) = found {
            take(all, Kind::Email, text.bytes(at));
        }
    }
}

fn bracketed(text: &Text, place: usize) -> Option<std::ops::Range<usize>> {
    let inside = text.past(place + 1, |c| c == ' ');
    let end = ["at", "apenstaartje", "apenstaart", "@"].iter().find_map(|word| text.text_at(inside, word))?;
    let end = text.past(end, |c| c == ' ');
    text.is(end, |c| matches!(c, ']' | ')' | '}')).then(|| address(text, place, end + 1, true)).flatten()
}

/// A name before the sign and a domain after it. `in_words`: then only an ending that exists makes it an address.
fn address(text: &Text, sign: usize, after: usize, in_words: bool) -> Option<std::ops::Range<usize>> {
    let name_end = back(text, sign, |c| c == ' ', 2);
    let start = back(text, name_end, |c| c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | '+'), 64);
    if start == name_end {
        return None;
    }
    let mut place = text.past(after, |c| c == ' ');
    let mut end = None;
    loop {
        let label = text.past(place, |c| c.is_alphanumeric() || c == '-');
        if label == place {
            break;
        }
        // The label after a dot ends an address, and another may follow.
        if let Some(true) = end.map(|_| in_words) {
            let known = ENDINGS.iter().any(|ending| text.word_at(place, ending) == Some(label));
            if !known {
                break;
            }
        }
        if end.is_some() && label - place >= 2 {
            end = Some(label);
        }
        let Some(dot) = dot(text, label) else { break };
        end = end.or(Some(label));
        place = dot;
    }
    let end = end?;
    // One label is a name of nothing yet.
    let labels = (after..end).filter(|at| text.is(*at, |c| c == '.')).count();
    let said = labels > 0 || in_words || said_dot(text, after, end);
    said.then_some(start..end)
}

/// The place after a dot, or the word for it, when one stands here.
fn dot(text: &Text, place: usize) -> Option<usize> {
    let spaced = text.past(place, |c| c == ' ');
    if spaced - place <= 1 && text.is(spaced, |c| c == '.') {
        let after = text.past(spaced + 1, |c| c == ' ');
        return (after - spaced <= 2 && (spaced == place) == (after == spaced + 1)).then_some(after);
    }
    let inner = text.past(spaced, |c| matches!(c, '[' | '('));
    let end = ["punt", "dot"].iter().find_map(|word| text.word_at(inner, word))?;
    Some(text.past(end, |c| matches!(c, ']' | ')' | ' ')))
}

fn said_dot(text: &Text, from: usize, to: usize) -> bool {
    (from..to).any(|at| ["punt", "dot"].iter().any(|word| text.word_at(at, word).is_some()))
}

/// The place before which these end, at most so many back.
fn back(text: &Text, place: usize, what: impl Fn(char) -> bool, most: usize) -> usize {
    let mut start = place;
    while start > 0 && place - start < most && text.is(start - 1, &what) {
        start -= 1;
    }
    start
}
