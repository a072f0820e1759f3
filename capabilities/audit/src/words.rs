//! Six Dutch words that stand for a root: to be read aloud, written down by others, and typed in again.

use std::sync::LazyLock;

/// 2,048 words, sorted; no two share their first four letters.
static LIST: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| include_str!("../words/woorden.txt").lines().collect());

/// Eleven bits a word.
const BITS: u32 = 11;

/// The first 66 bits of a root.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words([u16; 6]);

/// Why what was typed are no six words.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotWords {
    #[error("There must be six words; these are {0}.")]
    Count(usize),
    #[error("“{0}” is none of the words: is it spelled as it was read out?")]
    Unknown(String),
}

impl Words {
    /// The words of a root.
    #[must_use]
    pub fn of(root: &[u8]) -> Self {
        let mut bits = [0u8; 16];
        for (to, from) in bits.iter_mut().zip(root) {
            *to = *from;
        }
        let mut rest = u128::from_be_bytes(bits);
        Self(std::array::from_fn(|_| {
            rest = rest.rotate_left(BITS);
            let place = (rest & 0x7ff) as u16;
            rest &= !0x7ff;
            place
        }))
    }

    /// What somebody typed: capitals, commas and hyphens do not matter, and four letters of a word are enough.
    ///
    /// # Errors
    /// When they are not six, or one is not on the list.
    pub fn parse(typed: &str) -> Result<Self, NotWords> {
        let words: Vec<String> = typed
            .split(|c: char| !c.is_alphabetic())
            .filter(|word| !word.is_empty())
            .map(str::to_lowercase)
            .collect();
        let mut places = [0u16; 6];
        if words.len() != places.len() {
            return Err(NotWords::Count(words.len()));
        }
        for (place, word) in places.iter_mut().zip(words) {
            *place = find(&word).ok_or(NotWords::Unknown(word))?;
        }
        Ok(Self(places))
    }
}

fn find(word: &str) -> Option<u16> {
    let place = LIST.iter().position(|known| *known == word).or_else(|| {
        let start = word.get(..4)?;
        LIST.iter().position(|known| known.starts_with(start))
    });
    place.and_then(|place| u16::try_from(place).ok())
}

impl std::fmt::Display for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (number, place) in self.0.iter().enumerate() {
            let word = LIST.get(usize::from(*place)).copied().unwrap_or_default();
            write!(f, "{}{word}", if number == 0 { "" } else { " " })?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_list_has_2048_sorted_words_that_can_be_read_aloud_and_told_apart() {
        assert_eq!(LIST.len(), 2_048);
        assert!(LIST.is_sorted());
        let starts: BTreeSet<&str> = LIST.iter().map(|word| word.get(..4).unwrap_or(word)).collect();
        assert_eq!(starts.len(), LIST.len());
        for word in LIST.iter() {
            assert!((3..=8).contains(&word.len()), "{word}");
            assert!(word.bytes().all(|byte| byte.is_ascii_lowercase()), "{word}");
        }
    }

    #[test]
    fn words_that_are_read_aloud_and_typed_in_again_are_the_same_words() {
        for root in [[0u8; 32], [255; 32], std::array::from_fn(|at| at as u8 * 7)] {
            let words = Words::of(&root);
            let spoken = words.to_string();
            assert_eq!(Words::parse(&spoken), Ok(words));
            assert_eq!(Words::parse(&spoken.to_uppercase().replace(' ', ", ")), Ok(words));
        }
    }

    #[test]
    fn each_of_the_first_66_bits_changes_a_word() {
        let seen: BTreeSet<String> = (0..66)
            .map(|bit| {
                let mut root = [0u8; 32];
                root[bit / 8] = 1 << (7 - bit % 8);
                Words::of(&root).to_string()
            })
            .collect();
        assert_eq!(seen.len(), 66);
    }

    #[test]
    fn a_wrong_word_is_named_and_a_wrong_number_of_words_is_counted() {
        let five = LIST[..5].join(" ");
        assert_eq!(Words::parse(&five), Err(NotWords::Count(5)));
        assert_eq!(Words::parse(&format!("{five} xyzzy")), Err(NotWords::Unknown("xyzzy".to_owned())));
        assert_eq!(Words::parse(&format!("{five} ééé")), Err(NotWords::Unknown("ééé".to_owned())));
    }
}
