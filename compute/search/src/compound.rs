//! Long Dutch words in their parts: *schuldhulpverlening* is *schuld*, *hulp* and *verlening*.

/// What may stand between two parts.
const LINKS: [&str; 4] = ["", "s", "en", "e"];

/// Shorter parts would be found everywhere by accident.
const SHORTEST: usize = 3;

const MOST_PARTS: usize = 4;

/// The fewest parts that are all `known` and make up the word, or None when it is no compound.
pub(crate) fn split<'w>(word: &'w str, known: &dyn Fn(&str) -> bool) -> Option<Vec<&'w str>> {
    if !word.is_ascii() || word.len() < 2 * SHORTEST {
        return None;
    }
    (2..=MOST_PARTS).find_map(|parts| in_parts(word, parts, known))
}

/// The longest first part is tried first: *zorg* before *zo*.
fn in_parts<'w>(word: &'w str, parts: usize, known: &dyn Fn(&str) -> bool) -> Option<Vec<&'w str>> {
    if parts == 1 {
        return known(word).then(|| vec![word]);
    }
    let last = word.len().checked_sub(SHORTEST)?;
    for end in (SHORTEST..=last).rev() {
        let (first, rest) = word.split_at(end);
        if !known(first) {
            continue;
        }
        for rest in LINKS.iter().filter_map(|link| rest.strip_prefix(link)) {
            if rest.len() < SHORTEST * (parts - 1) {
                continue;
            }
            if let Some(mut others) = in_parts(rest, parts - 1, known) {
                others.insert(0, first);
                return Some(others);
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn parts(word: &str) -> Option<Vec<&str>> {
        let known =
            ["schuld", "hulp", "verlening", "kind", "kinder", "opvang", "huur", "achterstand", "taal", "les"];
        split(word, &|part| known.contains(&part))
    }

    #[test]
    fn a_long_word_falls_apart_in_the_words_it_is_made_of() {
        assert_eq!(parts("schuldhulpverlening"), Some(vec!["schuld", "hulp", "verlening"]));
        assert_eq!(parts("schuldenhulp"), Some(vec!["schuld", "hulp"]));
        assert_eq!(parts("kinderopvang"), Some(vec!["kinder", "opvang"]));
        assert_eq!(parts("huurachterstand"), Some(vec!["huur", "achterstand"]));
        assert_eq!(parts("taalles"), Some(vec!["taal", "les"]));
    }

    #[test]
    fn what_is_no_compound_stays_whole() {
        for word in ["schuld", "verhulling", "hulpx", "les", "", "é"] {
            assert_eq!(parts(word), None, "{word}");
        }
    }

    proptest! {
        #[test]
        fn any_word_comes_back_in_order(word in "[a-z]{0,40}") {
            if let Some(parts) = split(&word, &|part| part.len() % 2 == 1) {
                let mut rest = word.as_str();
                for part in parts {
                    let at = rest.find(part);
                    prop_assert!(at.is_some());
                    rest = &rest[at.unwrap_or(0) + part.len()..];
                }
            }
        }
    }
}
