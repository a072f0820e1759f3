//! What somebody typed, as it is understood: words with their forms, what they mean, what was mistyped.

use crate::lexicon::{Class, Guessed, Lexicon, Meant, Said, lexicon, settled};
use crate::snapshot::{Look, Snapshot};
use crate::{text, tokens};

/// Longer questions are cut: nobody types more on purpose.
const MOST_WORDS: usize = 24;
const MOST_CHARACTERS: usize = 400;

/// How much each way of finding a word counts, beside the word itself.
const AS_PART: f32 = 0.75;
const IN_A_LONG_WORD: f32 = 0.65;
const BEGINS: f32 = 0.7;
/// How much less a word counts, the more of it is still to come: 0 is not.
const TO_COME: f32 = 0.3;
const ONE_ERROR: f32 = 0.85;
const TWO_ERRORS: f32 = 0.75;

/// How surely a long word means its last part.
const LAST_PART: f32 = 0.7;

/// A word of another language that is a Dutch word too is heard less surely.
const ALSO_DUTCH: f32 = 0.55;

/// How much the Dutch for a word counts beside the word itself.
const TRANSLATED: f32 = 0.7;

/// How much a word counts that says little by itself.
const WEAK: f32 = 0.3;

/// How much a word says of what is asked when it says for whom.
const ABOUT_WHOM: f32 = 0.45;

/// How many long words are looked through for one short one, at either side.
const MOST_LONG_WORDS: usize = 16;

/// How many words one that was mistyped may mean.
const MOST_MEANT: usize = 3;

#[derive(Debug, Default)]
pub(crate) struct Word {
    pub(crate) looks: Vec<Look>,
    /// The parts of a long word: a document may have them as words of their own.
    pub(crate) parts: Vec<Vec<Look>>,
    /// How much it counts.
    pub(crate) counts: f32,
    /// A thing people have names for: its parts say less of it.
    pub(crate) named: bool,
    /// What it was read as, if it was mistyped.
    pub(crate) read_as: Option<String>,
    classes: Vec<(Class, f32)>,
    dutch: bool,
    /// Whether its Dutch is known, too, and whether that says for whom.
    translated: bool,
    about_whom: bool,
    in_dutch: Vec<String>,
}

#[derive(Debug, Default)]
pub(crate) struct Question {
    pub(crate) typed: Vec<String>,
    pub(crate) words: Vec<Word>,
    pub(crate) meant: Vec<Meant>,
    /// The language it is in, if not Dutch.
    pub(crate) language: Option<&'static str>,
    /// Kinds of help that would answer it, with how well.
    pub(crate) help: Vec<(u32, f32)>,
    /// The people it is about, and those it is not about.
    pub(crate) people: Vec<&'static str>,
    pub(crate) others: Vec<&'static str>,
    /// The languages it names.
    pub(crate) languages: Vec<&'static str>,
}

/// The different words of a question that say something, at most [`MOST_WORDS`].
pub(crate) fn words_of(typed: &str) -> Vec<String> {
    let lexicon = lexicon();
    let mut words: Vec<String> = Vec::new();
    text::words(cut(typed), |word| {
        if words.len() < MOST_WORDS && !lexicon.is_empty(word) && words.iter().all(|known| known != word) {
            words.push(word.to_owned());
        }
    });
    words
}

/// Who types a long word in two words means the long one.
fn joined(words: Vec<String>, lexicon: &Lexicon, snapshot: &Snapshot) -> Vec<String> {
    let mut joined: Vec<String> = Vec::with_capacity(words.len());
    for word in words {
        let long = joined.last().filter(|last| last.len() > 2 && word.len() > 2).and_then(|last| {
            let long = ["", "s", "en"].into_iter().map(|link| format!("{last}{link}{word}"));
            long.into_iter().find(|long| lexicon.knows(long) || snapshot.vocabulary.has(long))
        });
        match (long, joined.last_mut()) {
            (Some(long), Some(last)) => *last = long,
            _ => joined.push(word),
        }
    }
    joined
}

/// A question with the Dutch for its words and what it was read as: who is named in these is named.
fn with_dutch(typed: &str, words: &[Word]) -> String {
    let meant =
        words.iter().flat_map(|word| word.in_dutch.iter().map(String::as_str).chain(word.read_as.as_deref()));
    std::iter::once(typed).chain(meant).collect::<Vec<&str>>().join(" ")
}

/// No more of a question than anybody types, cut between words.
pub(crate) fn cut(typed: &str) -> &str {
    let Some((end, _)) = typed.char_indices().nth(MOST_CHARACTERS) else { return typed };
    let start = typed.get(..end).unwrap_or(typed);
    start.rfind(char::is_whitespace).and_then(|space| start.get(..space)).unwrap_or(start)
}

impl Question {
    pub(crate) fn read(typed: &str, snapshot: &Snapshot) -> Self {
        let lexicon = lexicon();
        let written = cut(typed);
        let dutch = |word: &str| {
            lexicon.knows(word) || lexicon.stems.forms(word).iter().any(|form| snapshot.leads(form))
        };
        let all = text::list(written);
        let spoken = lexicon.dictionary.language_of(written, &all, dutch);
        let typed = joined(words_of(typed), lexicon, snapshot);
        let words: Vec<Word> = typed.iter().map(|word| Word::read(word, spoken, lexicon, snapshot)).collect();
        let named = lexicon.peoples.named(&with_dutch(written, &words));
        let classes: Vec<_> = words.iter().map(|word| word.classes.clone()).collect();
        let mut meant = settled(lexicon.meant(&classes, &all));
        // Words that are only Dutch mean nothing in another language, and neither do Dutch words that were mistyped.
        let foreign: Vec<String> = typed
            .iter()
            .zip(&words)
            .map(|(typed, word)| {
                let dutch = word.dutch || word.read_as.is_some();
                if dutch && !lexicon.foreign.has_word(typed) { String::new() } else { typed.clone() }
            })
            .collect();
        let (foreign, mut language) = lexicon.foreign.meant(&foreign);
        for mut heard in settled(foreign) {
            let dutch = (0..).zip(&words).all(|(at, word)| heard.words & 1 << at == 0 || word.dutch);
            if dutch {
                heard.surely *= ALSO_DUTCH;
            }
            meant.push(heard);
        }
        if words.iter().all(|word| word.dutch || word.read_as.is_some()) {
            language = None;
        }
        let says: Vec<f32> = typed
            .iter()
            .zip(&words)
            .map(|(typed, word)| {
                if word.about_whom || lexicon.peoples.has_word(typed) {
                    ABOUT_WHOM.min(word.counts)
                } else {
                    word.counts
                }
            })
            .collect();
        let said: Vec<Said<'_>> = words
            .iter()
            .zip(&says)
            .map(|(word, says)| Said { classes: &word.classes, says: *says })
            .collect();
        let guessed = Guessed { votes: lexicon.votes.cast(&said), alike: lexicon.sentences.alike(&said) };
        let language = spoken.or(language);
        Self {
            help: lexicon.helps.asked(&meant, &says, &guessed),
            people: named.people().collect(),
            others: named.others().collect(),
            languages: named.languages().collect(),
            typed,
            words,
            meant,
            language,
        }
    }

    /// The question as it was read, when some word was mistyped.
    pub(crate) fn read_as(&self) -> Option<String> {
        self.words.iter().any(|word| word.read_as.is_some()).then(|| {
            let read = self.typed.iter().zip(&self.words);
            let words: Vec<&str> =
                read.map(|(typed, word)| word.read_as.as_deref().unwrap_or(typed)).collect();
            words.join(" ")
        })
    }
}

impl Word {
    fn read(typed: &str, spoken: Option<&str>, lexicon: &Lexicon, snapshot: &Snapshot) -> Self {
        let forms = lexicon.stems.forms(typed);
        let parts = lexicon.split(typed).unwrap_or_default();
        let known = lexicon.knows(typed);
        let mut word = Self {
            counts: if lexicon.is_weak(typed) { WEAK } else { 1.0 },
            named: lexicon.classes.has_word(typed),
            dutch: known || forms.iter().any(|form| snapshot.leads(form)),
            classes: lexicon.classes_in(typed, &forms, &parts),
            ..Self::default()
        };
        // What nobody has a name for is mostly a kind of its last part: a *buurtmoestuin* is a *moestuin*.
        if word.classes.iter().all(|(class, _)| class.part)
            && let Some(last) = parts.last()
            && let Some(class) = lexicon.classes.of_forms(&lexicon.stems.forms(last))
        {
            word.classes.retain(|(other, _)| other.class != class);
            word.classes.push((Class { class, part: false }, LAST_PART));
        }
        for form in &forms {
            word.looks.push(Look::new(form.clone(), 1.0));
            word.looks.push(Look::new(tokens::part(form), AS_PART));
        }
        word.fall_apart(typed, parts, lexicon, snapshot);
        if let Some(language) = spoken {
            word.translate(typed, language, lexicon);
        }
        if !word.dutch && word.parts.is_empty() {
            word.guess(typed, lexicon, snapshot);
        } else if !lexicon.is_part(typed) && typed.len() >= 4 {
            word.look_in_long_words(typed, lexicon, snapshot);
        }
        word
    }

    /// A long word also means its parts; which words there are, the index knows too.
    fn fall_apart(&mut self, typed: &str, parts: Vec<&str>, lexicon: &Lexicon, snapshot: &Snapshot) {
        let known = |part: &str| lexicon.is_part(part) || (part.len() > 3 && snapshot.vocabulary.has(part));
        let of_index = || lexicon.split_with(typed, known).unwrap_or_default();
        for part in if parts.is_empty() { of_index() } else { parts } {
            let forms = lexicon.stems.forms(part);
            let whole = forms.iter().map(|form| Look::new(form.clone(), 1.0));
            let as_part = forms.iter().map(|form| Look::new(tokens::part(form), 0.9));
            self.parts.push(whole.chain(as_part).collect());
        }
    }

    /// Long words of this index that begin or end with a word the files do not know as a part.
    fn look_in_long_words(&mut self, typed: &str, lexicon: &Lexicon, snapshot: &Snapshot) {
        let vocabulary = &snapshot.vocabulary;
        let known = |rest: &str| {
            ["", "s", "en", "e"]
                .iter()
                .filter_map(|link| rest.strip_prefix(link))
                .any(|rest| rest.len() > 2 && (lexicon.is_part(rest) || vocabulary.has(rest)))
        };
        let before = |rest: &str| {
            ["", "s", "en", "e"]
                .iter()
                .filter_map(|link| rest.strip_suffix(link))
                .any(|rest| rest.len() > 2 && (lexicon.is_part(rest) || vocabulary.has(rest)))
        };
        let begin =
            vocabulary.starting_with(typed).filter(|long| long.strip_prefix(typed).is_some_and(known));
        let end = vocabulary.ending_in(typed).filter(|long| long.strip_suffix(typed).is_some_and(before));
        let long: Vec<String> =
            begin.take(MOST_LONG_WORDS).map(str::to_owned).chain(end.take(MOST_LONG_WORDS)).collect();
        self.looks.extend(long.into_iter().map(|word| Look::new(word, IN_A_LONG_WORD)));
    }

    /// Nobody uses this word: perhaps it is not finished, or mistyped.
    fn guess(&mut self, typed: &str, lexicon: &Lexicon, snapshot: &Snapshot) {
        if typed.chars().count() < 2 || self.translated || lexicon.foreign.has_word(typed) {
            return;
        }
        let vocabulary = &snapshot.vocabulary;
        let longer: Vec<&str> = vocabulary.starting_with(typed).take(MOST_LONG_WORDS).collect();
        let mut named: Vec<&str> = lexicon.words().filter(|word| word.starts_with(typed)).collect();
        // The shortest is the nearest.
        named.sort_unstable_by_key(|word| (word.len(), *word));
        named.dedup();
        if !longer.is_empty() || !named.is_empty() {
            for word in longer.into_iter().chain(named.into_iter().take(MOST_LONG_WORDS)) {
                let begun = BEGINS * (typed.len() as f32 / word.len() as f32).powf(TO_COME);
                self.looks.push(Look::new(word.to_owned(), begun));
                self.meant_too(lexicon.classes_of(word), begun);
            }
            return;
        }
        let near = vocabulary.near(typed, lexicon.words(), MOST_MEANT);
        for (errors, word) in near {
            let counts = if errors < 2 { ONE_ERROR } else { TWO_ERRORS };
            for form in lexicon.stems.forms(word) {
                self.looks.push(Look::new(tokens::part(&form), counts * AS_PART));
                self.looks.push(Look::new(form, counts));
            }
            let mut classes = lexicon.classes_of(word);
            classes.retain(|(class, _)| !class.part || !lexicon.classes.has_word(word));
            self.meant_too(classes, counts);
            self.read_as.get_or_insert_with(|| word.to_owned());
        }
    }

    /// A word of another language is also what it is in Dutch.
    fn translate(&mut self, typed: &str, language: &str, lexicon: &Lexicon) {
        let Some((dutch, surely)) = lexicon.dictionary.look_up(typed, language) else { return };
        self.translated = true;
        self.in_dutch = dutch.to_vec();
        self.about_whom = !dutch.is_empty() && dutch.iter().all(|word| lexicon.peoples.has_word(word));
        if dutch.iter().all(|word| lexicon.is_weak(word) || lexicon.is_empty(word)) {
            self.counts = WEAK;
        }
        for word in dutch {
            for form in lexicon.stems.forms(word) {
                self.looks.push(Look::new(tokens::part(&form), surely * TRANSLATED * AS_PART));
                self.looks.push(Look::new(form, surely * TRANSLATED));
            }
            self.meant_too(lexicon.classes_of(word), surely);
        }
    }

    fn meant_too(&mut self, classes: Vec<(Class, f32)>, counts: f32) {
        for (class, surely) in classes {
            if self.classes.iter().all(|(other, _)| *other != class) {
                self.classes.push((class, surely * counts));
            }
        }
    }
}
