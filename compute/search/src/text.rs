//! Words as they are compared: small letters without accents, in any of the scripts people type.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// Nobody types longer words on purpose; longer ones are cut, so that they cost no more than others.
const LONGEST_WORD: usize = 40;

/// Gives each word of a text, folded, in its order.
pub(crate) fn words(text: &str, mut each: impl FnMut(&str)) {
    let plain = if text.is_ascii() { Cow::Borrowed(text) } else { Cow::Owned(folded(text)) };
    let mut small = String::new();
    for word in plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        let word = word.char_indices().nth(LONGEST_WORD).map_or(word, |(end, _)| &word[..end]);
        if word.bytes().any(|byte| byte.is_ascii_uppercase()) {
            small.clear();
            small.extend(word.chars().map(|c| c.to_ascii_lowercase()));
            each(&small);
        } else {
            each(word);
        }
    }
}

/// The words of a text as a list.
pub(crate) fn list(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    words(text, |word| found.push(word.to_owned()));
    found
}

/// Small letters without accents, and one letter where scripts have several for the same.
pub(crate) fn folded(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase) {
        match c {
            // Inside words these say nothing: typographic quotes, the soft hyphen, marks of direction, the Arabic stretch.
            '\u{ad}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}'
            | '\u{640}' => {}
            c if is_combining_mark(c) => {}
            'ł' => plain.push('l'),
            'ø' => plain.push('o'),
            'đ' => plain.push('d'),
            'ı' => plain.push('i'),
            'ß' => plain.push_str("ss"),
            'æ' => plain.push_str("ae"),
            'œ' => plain.push_str("oe"),
            'ة' => plain.push('ه'),
            'ى' => plain.push('ي'),
            c => plain.push(c),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn accents_capitals_and_marks_make_no_difference() {
        assert_eq!(list("Financiële HULP, café!"), ["financiele", "hulp", "cafe"]);
        assert_eq!(list("Borç ödeyemiyorum · kłopoty"), ["borc", "odeyemiyorum", "klopoty"]);
        assert_eq!(list("الدُّيُون"), list("الديون"));
        assert_eq!(list("schuld\u{200e}hulp\u{202e}"), ["schuldhulp"]);
        assert_eq!(list("İŞ"), ["is"]);
        assert_eq!(list(&"x".repeat(20_000)), ["x".repeat(LONGEST_WORD)]);
    }

    proptest! {
        #[test]
        fn every_word_is_folded_already(text in ".{0,80}") {
            for word in list(&text) {
                prop_assert_eq!(list(&word), vec![word]);
            }
        }
    }
}
