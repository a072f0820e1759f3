//! The ages somebody wrote in the words "for whom": `18+`, `12–17`, `4 t/m 12 jaar`, `vanaf 65 jaar`.

/// Older than this is no limit but how systems write that there is none.
const OLDEST: u16 = 99;

/// From which age and up to which, as far as the words say so.
#[must_use]
pub fn stated(words: &str) -> (Option<u16>, Option<u16>) {
    let lower = words.to_lowercase();
    let tokens = tokens(&lower);
    let number =
        |at: usize| tokens.get(at).and_then(|token| token.parse::<u16>().ok()).filter(|age| *age <= OLDEST);
    let word = |at: usize| tokens.get(at).copied().unwrap_or("");
    let aged = |at: usize| matches!(word(at), "jaar" | "jarigen" | "years");
    for at in 0..tokens.len() {
        let Some(first) = number(at) else { continue };
        let before = at.checked_sub(1).map_or("", word);
        match (word(at + 1), number(at + 2)) {
            ("+", _) => return (Some(first), None),
            ("-" | "–" | "tot" | "t/m" | "to", Some(last)) if first < last => {
                return (Some(first), Some(last));
            }
            _ => {}
        }
        match before {
            "vanaf" | "boven" | "from" if aged(at + 1) => return (Some(first), None),
            "tot" | "t/m" | "onder" | "under" if aged(at + 1) => return (None, Some(first)),
            _ => {}
        }
    }
    (None, None)
}

/// Numbers, words and signs apart: `12-17` is three.
fn tokens(text: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    for piece in text.split(|c: char| c.is_whitespace() || matches!(c, ',' | '.' | '(' | ')' | ';' | ':')) {
        let mut rest = piece;
        while let Some(first) = rest.chars().next() {
            let same: usize = if first.is_ascii_digit() {
                rest.chars().take_while(char::is_ascii_digit).map(char::len_utf8).sum()
            } else if matches!(first, '+' | '-' | '–') {
                first.len_utf8()
            } else {
                rest.chars()
                    .take_while(|c| !c.is_ascii_digit() && !matches!(c, '+' | '-' | '–'))
                    .map(char::len_utf8)
                    .sum()
            };
            let (token, after) = rest.split_at(same.max(first.len_utf8()));
            tokens.push(token);
            rest = after;
        }
    }
    tokens
}

#[cfg(test)]
mod tests {
    use super::stated;

    #[test]
    fn ages_are_read_as_people_write_them() {
        for (words, ages) in [
            ("Iedereen", (None, None)),
            ("18+", (Some(18), None)),
            ("Jongeren van 12–17 jaar", (Some(12), Some(17))),
            ("Kinderen van 4 t/m 12 jaar", (Some(4), Some(12))),
            ("Ouderen vanaf 65 jaar", (Some(65), None)),
            ("Meisjes tot 16 jaar", (None, Some(16))),
            ("Gezinnen met 3 kinderen", (None, None)),
            ("Wie in 1950-1960 geboren is", (None, None)),
            ("Postcode 9927 AB", (None, None)),
        ] {
            assert_eq!(stated(words), ages, "{words}");
        }
    }
}
