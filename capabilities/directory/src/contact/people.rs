//! The names of a party's own people in what it writes: found, and the role put in their place.

use super::Contact;
use crate::party::Party;
use crate::wording::name_key;

/// Before a surname they make it somebody's name.
const TITLES: [&str; 17] = [
    "mevrouw", "mevr", "mw", "meneer", "mijnheer", "dhr", "heer", "juf", "meester", "dokter", "dr", "zuster",
    "tante", "oom", "mrs", "mr", "ms",
];

/// First names that are words as well: only in the middle of a sentence, and with a capital, are they a name.
const WORDS_TOO: [&str; 38] = [
    "wil", "ben", "mei", "april", "roos", "bas", "mark", "door", "merel", "fleur", "iris", "linde", "storm",
    "ton", "will", "joy", "hope", "hoop", "rose", "grace", "lot", "mees", "vos", "beer", "wolf", "floor",
    "bloem", "zon", "toon", "lieve", "trouw", "leen", "max", "fee", "lies", "ster", "june", "may",
];

/// Shorter than this a first name is an initial, or a word like any other.
const SHORTEST: usize = 3;

/// How the people of a party are called, for whoever must not repeat it.
#[derive(Clone, Debug, Default)]
pub struct People {
    called: Vec<Called>,
    /// The party's own name in words: a house called *Bij Anna* may say its name.
    own: Vec<String>,
}

#[derive(Clone, Debug)]
struct Called {
    /// In words, the longest first: all of it, the first name, the surname.
    whole: Vec<String>,
    first: Vec<String>,
    last: Vec<String>,
    role: String,
}

/// A name in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// As it stands there.
    pub name: String,
    /// What could be said instead.
    pub role: String,
    from: usize,
    to: usize,
}

struct Word {
    key: String,
    from: usize,
    to: usize,
    /// With a capital, and not because a sentence begins.
    named: bool,
}

impl People {
    #[must_use]
    pub fn of(party: &Party, contacts: &[Contact]) -> Self {
        Self::named(party.name.as_str(), contacts)
    }

    /// Of a party by this name; contacts of another are not told apart here.
    #[must_use]
    pub fn named(party: &str, contacts: &[Contact]) -> Self {
        let called: Vec<Called> = contacts.iter().filter_map(Called::of).collect();
        let own = if called.is_empty() { Vec::new() } else { keys(party) };
        Self { called, own }
    }

    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.called.is_empty()
    }

    /// The first name in the text.
    #[must_use]
    pub fn first_in(&self, text: &str) -> Option<Found> {
        self.all_in(text).into_iter().next()
    }

    /// The text with the role, between brackets, where a name stood.
    #[must_use]
    pub fn left_out_of(&self, text: &str) -> Option<String> {
        let found = self.all_in(text);
        let mut rest = 0;
        let mut whole = String::with_capacity(text.len());
        for one in &found {
            whole.push_str(text.get(rest..one.from)?);
            // A role may hold a name too.
            let role = if self.all_in(&one.role).is_empty() { one.role.as_str() } else { "…" };
            whole.push_str(&format!("[{role}]"));
            rest = one.to;
        }
        whole.push_str(text.get(rest..)?);
        (!found.is_empty()).then_some(whole)
    }

    fn all_in(&self, text: &str) -> Vec<Found> {
        let mut found = Vec::new();
        if self.is_empty() {
            return found;
        }
        let words = words(text);
        let mut at = 0;
        while let Some(here) = words.get(at..).filter(|rest| !rest.is_empty()) {
            if says(here, &self.own) && self.own.len() > 1 {
                at += self.own.len();
                continue;
            }
            let longest = self
                .called
                .iter()
                .filter_map(|one| Some((one.words_at(here)?, one)))
                .max_by_key(|(length, _)| *length);
            let Some((length, one)) = longest else {
                at += 1;
                continue;
            };
            let (from, to) = (here[0].from, here[length - 1].to);
            found.push(Found { name: text[from..to].to_owned(), role: one.role.clone(), from, to });
            at += length;
        }
        found
    }
}

impl Called {
    fn of(contact: &Contact) -> Option<Self> {
        let name = contact.name.as_ref()?.value.as_str();
        let mut parts: Vec<Vec<String>> = name.split_whitespace().map(keys).collect();
        parts.retain(|part| !part.is_empty());
        let titled =
            parts.iter().take_while(|part| part.iter().all(|word| TITLES.contains(&word.as_str()))).count();
        parts.drain(..titled);
        let first = parts.first()?.clone();
        let last = parts.last().filter(|_| parts.len() > 1 || titled > 0).cloned().unwrap_or_default();
        let long = |words: Vec<String>| {
            let letters: usize = words.iter().map(|word| word.chars().count()).sum();
            if letters < SHORTEST { Vec::new() } else { words }
        };
        let first = if titled > 0 && parts.len() == 1 { Vec::new() } else { long(first) };
        let whole = if parts.len() > 1 { parts.concat() } else { Vec::new() };
        Some(Self { whole, first, last: long(last), role: contact.role.to_string() })
    }

    /// How many of these words are this person's name, when they begin with it.
    fn words_at(&self, here: &[Word]) -> Option<usize> {
        if says(here, &self.whole) {
            return Some(self.whole.len());
        }
        if says(here, &self.first) {
            let word_too = self.first.len() == 1 && WORDS_TOO.contains(&self.first[0].as_str());
            if !word_too || here.first()?.named {
                return Some(self.first.len());
            }
        }
        let titles = here.iter().take_while(|word| TITLES.contains(&word.key.as_str())).count();
        // *Mevrouw van den Berg*: a few small words may stand between.
        (titles > 0 && !self.last.is_empty())
            .then(|| {
                (titles..titles + 4).find(|at| here.get(*at..).is_some_and(|rest| says(rest, &self.last)))
            })
            .flatten()
            .map(|at| at + self.last.len())
    }
}

/// Whether the words begin with these; the last one may be somebody's own (*Piets*).
fn says(words: &[Word], name: &[String]) -> bool {
    let Some((last, before)) = name.split_last() else { return false };
    words.len() >= name.len()
        && before.iter().zip(words).all(|(name, word)| *name == word.key)
        && words.get(before.len()).is_some_and(|word| {
            word.key == *last || word.key.strip_suffix('s').is_some_and(|word| word == last)
        })
}

fn keys(text: &str) -> Vec<String> {
    words(text).into_iter().map(|word| word.key).collect()
}

fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut from = None;
    let mut begins = true;
    for (at, c) in text.char_indices().chain([(text.len(), '.')]) {
        // What stands on a letter belongs to it.
        if c.is_alphanumeric() || (from.is_some() && unicode_normalization::char::is_combining_mark(c)) {
            from.get_or_insert(at);
            continue;
        }
        if let Some(from) = from.take() {
            let word = &text[from..at];
            let capital = word.chars().next().is_some_and(char::is_uppercase);
            words.push(Word { key: key(word), from, to: at, named: capital && !begins });
            begins = false;
        }
        begins |= matches!(c, '.' | '!' | '?' | ':' | '\n' | '•' | '–' | '(' | '"' | '“' | '‘');
    }
    words
}

/// As names are compared, and with the letters that have no accent to take off.
fn key(word: &str) -> String {
    name_key(word)
        .chars()
        .map(|c| match c {
            'ı' => 'i',
            'ø' => 'o',
            'ł' => 'l',
            'đ' => 'd',
            c => c,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contact::Consented;
    use crate::language::Languages;
    use crate::party::{Email, Phone};
    use crate::wording::{Line, Name};
    use ground::id::Id;
    use ground::moment::Moment;

    fn people(party: &str, named: &[(&str, &str)]) -> People {
        let now = Moment::from_micros(1);
        let contacts: Vec<Contact> = named
            .iter()
            .map(|(role, name)| Contact {
                id: Id::new(now),
                party: Id::new(now),
                role: Name::parse(role).unwrap(),
                name: Some(Consented { value: Name::parse(name).unwrap(), since: now }),
                photo: None,
                note: Line::default(),
                languages: Languages::default(),
                phone: Phone::default(),
                email: Email::default(),
                mail_returns: false,
            })
            .collect();
        People::named(party, &contacts)
    }

    fn left(people: &People, text: &str) -> String {
        people.left_out_of(text).unwrap_or_else(|| text.to_owned())
    }

    #[test]
    fn a_name_is_known_whole_or_by_its_first_name_however_it_is_written() {
        let fatma = people("De Linde", &[("coördinator", "Fatma Yıldız")]);
        for (text, says) in [
            ("Vraag naar Fatma Yıldız.", "Vraag naar [coördinator]."),
            ("vraag FATMA of fátma", "vraag [coördinator] of [coördinator]"),
            ("Fatma’s spreekuur", "[coördinator]’s spreekuur"),
            ("Bel mevrouw Yildiz", "Bel [coördinator]"),
            ("Fatmagül kookt in de Yildizstraat", "Fatmagül kookt in de Yildizstraat"),
        ] {
            assert_eq!(left(&fatma, text), says);
        }
        let piet = people("De Linde", &[("gids", "Jan-Piet van den Berg")]);
        assert_eq!(left(&piet, "Jan Piets fiets, de heer Van den Berg"), "[gids] fiets, de [gids]");
        assert_eq!(left(&piet, "Buurthuis De Berg, bel Jan"), "Buurthuis De Berg, bel Jan");
        let noor = people("بيت", &[("مرشدة", "نور حداد")]);
        assert_eq!(left(&noor, "اسأل عن نور."), "اسأل عن [مرشدة].");
    }

    #[test]
    fn a_name_that_is_a_word_too_counts_only_where_it_must_be_a_name() {
        let wil = people("De Linde", &[("gids", "Wil Jansen")]);
        assert_eq!(left(&wil, "Wie wil, kan komen. Wil u eten? Bel"), "Wie wil, kan komen. Wil u eten? Bel");
        assert_eq!(left(&wil, "Vraag naar Wil."), "Vraag naar [gids].");
        assert_eq!(left(&wil, "Wil Jansen helpt"), "[gids] helpt");
        let short = people("De Linde", &[("gids", "J. de Boer")]);
        assert_eq!(left(&short, "Om 9 uur: j en de boer"), "Om 9 uur: j en de boer");
    }

    #[test]
    fn a_house_with_somebodys_name_may_say_its_own_name() {
        let anna = people("Bij Anna", &[("gastvrouw van Anna", "Anna Smit")]);
        assert_eq!(left(&anna, "Bij Anna kookt Anna."), "Bij Anna kookt […].");
        assert_eq!(anna.first_in("Bij Anna eet u mee"), None);
    }
}
