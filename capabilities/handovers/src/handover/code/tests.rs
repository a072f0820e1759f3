//! The list of code words: enough of them, short, plain, and none that is taken for another on a bad line.

use std::collections::HashSet;

use super::{A_HANDFUL, CodeWord};

fn words() -> Vec<&'static str> {
    CodeWord::all().map(CodeWord::as_str).collect()
}

/// How a word sounds: what Dutch ears do not tell apart is one letter.
fn sound(word: &str) -> String {
    let alike = [
        ("sch", "sg"),
        ("ch", "g"),
        ("ij", "ei"),
        ("y", "i"),
        ("ou", "au"),
        ("ck", "k"),
        ("c", "k"),
        ("x", "ks"),
        ("th", "t"),
        ("v", "f"),
        ("z", "s"),
        ("aa", "a"),
        ("ee", "e"),
        ("oo", "o"),
        ("uu", "u"),
        ("ie", "i"),
        ("d", "t"),
        ("b", "p"),
    ];
    let mut heard = alike.iter().fold(word.to_owned(), |word, (from, to)| word.replace(from, to));
    let mut last = None;
    heard.retain(|letter| last.replace(letter) != Some(letter));
    heard
}

/// How many letters must change to make the one of the other.
fn apart(one: &str, other: &str) -> usize {
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in one.bytes().enumerate() {
        let mut next = vec![i + 1];
        for (j, b) in other.bytes().enumerate() {
            next.push((row[j + 1] + 1).min(next[j] + 1).min(row[j] + usize::from(a != b)));
        }
        row = next;
    }
    row[other.len()]
}

#[test]
fn there_are_enough_short_plain_words_in_order() {
    let words = words();
    assert!(words.len() >= 256, "only {}", words.len());
    assert!(words.is_sorted());
    for word in words {
        assert!((4..=9).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_lowercase()), "{word}");
    }
}

#[test]
fn no_word_looks_or_sounds_like_another() {
    let words = words();
    let sounds: Vec<String> = words.iter().map(|word| sound(word)).collect();
    for (at, one) in words.iter().enumerate() {
        for (to, other) in words.iter().enumerate().skip(at + 1) {
            assert!(apart(one, other) >= 2, "{one} looks like {other}");
            assert!(apart(&sounds[at], &sounds[to]) >= 2, "{one} sounds like {other}");
        }
    }
    assert_eq!((apart("schip", "schaap"), sound("kaas")), (2, "kas".to_owned()));
}

#[test]
fn a_handful_is_drawn_without_two_alike_and_each_word_comes_up() {
    let mut met = HashSet::new();
    for seed in 0..2_000 {
        let drawn = CodeWord::draw(seed, &[]);
        assert_eq!(drawn.len(), A_HANDFUL);
        assert_eq!(drawn.iter().map(|word| word.as_str()).collect::<HashSet<_>>().len(), A_HANDFUL);
        assert_eq!(drawn, CodeWord::draw(seed, &[]), "the same chance, the same words");
        met.extend(drawn.into_iter().map(CodeWord::as_str));
    }
    assert_eq!(met.len(), words().len(), "a word that is never drawn");
}

#[test]
fn what_is_in_use_is_not_drawn_and_what_is_not_in_the_list_is_no_code_word() {
    let all: Vec<CodeWord> = CodeWord::all().collect();
    let taken = &all[3..];
    let drawn = CodeWord::draw(7, taken);
    assert_eq!(drawn.len(), 3);
    assert!(drawn.iter().all(|word| !taken.contains(word)));
    for typed in ["", "Tulp", "tulp ", "mevrouw aziz", "tulpen"] {
        assert_eq!(CodeWord::parse(typed), None, "{typed}");
    }
}
