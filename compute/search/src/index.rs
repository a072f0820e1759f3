//! The index of one municipality's offers: put, remove, commit; each commit gives a snapshot that stays as it is.

use std::collections::HashSet;
use std::sync::Arc;

use tantivy::directory::RamDirectory;
use tantivy::indexer::NoMergePolicy;
use tantivy::schema::{FAST, Field, INDEXED, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};
use tantivy::{IndexReader, IndexSettings, IndexWriter, ReloadPolicy, TantivyDocument, Term};

use crate::evidence::{Evidence, Place};
use crate::lexicon::lexicon;
use crate::snapshot::Snapshot;
use crate::text;
use crate::tokens::{self, Reader};
use crate::vocabulary::Vocabulary;

/// What the library needs at least while writing; given back after a commit.
const WRITING: usize = 15_000_000;

/// With more pieces than this they are joined, so that searching looks in few places.
const MOST_PIECES: usize = 6;

/// The caller's own number of a document; small numbers, because there is a table of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Slot(pub u32);

/// What is found of one offer (or of a party without offers).
#[derive(Clone, Copy, Debug, Default)]
pub struct Text<'a> {
    pub name: &'a str,
    pub party: &'a str,
    pub summary: &'a str,
    /// A line each.
    pub does: &'a str,
    pub for_whom: &'a str,
    /// What the party is called for, a line each.
    pub call_for: &'a str,
    /// The Dutch words of its themes, a line each.
    pub themes: &'a str,
    /// The keys of its themes.
    pub keys: &'a [&'a str],
    /// The codes of the languages that are spoken there.
    pub languages: &'a [&'a str],
}

/// How much less an offer fits a question of anybody when it is for some, or for who speaks another language.
const NOT_FOR_ALL: f32 = 0.85;
const FOR_A_LANGUAGE: f32 = 0.95;

impl Text<'_> {
    /// Its themes and the languages that are spoken.
    fn marks(&self) -> impl Iterator<Item = String> {
        // The first theme is what it is about; the others are what it touches.
        let themes = self.keys.iter().take(1).chain(self.keys.iter().take(1)).chain(self.keys);
        let languages = self.languages.iter().map(|code| tokens::language(code));
        let dutch =
            self.languages.is_empty() || self.languages.iter().any(|code| ["nl", "en"].contains(code));
        let without = (!dutch).then(tokens::no_dutch);
        let named = self.in_a_language().then(tokens::in_a_language);
        themes.map(|key| tokens::theme(key)).chain(languages).chain(without).chain(named)
    }

    fn narrow(&self, people: &[String]) -> f32 {
        match people.first() {
            None => 1.0,
            Some(_) if people.iter().any(|people| people.starts_with('@')) => FOR_A_LANGUAGE,
            Some(_) => NOT_FOR_ALL,
        }
    }

    /// Whether its texts name a language in which it is done, and it is not for everybody.
    fn in_a_language(&self) -> bool {
        if text::list(self.for_whom).iter().any(|word| word == "iedereen") {
            return false;
        }
        let text = [self.name, self.party, self.for_whom, self.summary, self.does].join("\n");
        let speaks = |code: &str| self.languages.contains(&code);
        lexicon().peoples.named(&text).languages().any(speaks)
    }

    /// For whom it is, when it is not for everybody.
    fn people(&self) -> Vec<String> {
        let text = [self.name, self.party, self.for_whom].join("\n");
        let named = lexicon().peoples.named(&text);
        let speaking = named.languages().map(tokens::language);
        named.people().map(tokens::people).chain(speaking).collect()
    }
}

/// Nothing that is asked can break an index; memory that runs out can.
#[derive(Debug, thiserror::Error)]
#[error("the search index cannot be written: {0}")]
pub struct Broken(#[from] tantivy::TantivyError);

/// Where each text is kept, by how much it says.
#[derive(Clone, Copy)]
pub(crate) struct Fields {
    pub(crate) slot: Field,
    /// The name.
    pub(crate) head: Field,
    /// What it does.
    pub(crate) body: Field,
    /// Who does it and for whom, and its themes and languages.
    pub(crate) edge: Field,
    /// Which help it gives, each kind as often as it is sure.
    pub(crate) help: Field,
}

pub struct Index {
    index: tantivy::Index,
    reader: IndexReader,
    fields: Fields,
    words: Reader,
    vocabulary: HashSet<Box<str>>,
    grown: bool,
    sorted: Arc<Vocabulary>,
    names: Arc<Vec<Option<Arc<str>>>>,
    /// Open from the first change until the commit.
    writer: Option<IndexWriter>,
}

impl Index {
    /// An empty index, in memory.
    ///
    /// # Errors
    /// When there is no memory for it.
    pub fn new() -> Result<Self, Broken> {
        let mut schema = Schema::builder();
        let plain = TextFieldIndexing::default()
            .set_tokenizer("whitespace")
            .set_index_option(IndexRecordOption::WithFreqs)
            .set_fieldnorms(false);
        let text = TextOptions::default().set_indexing_options(plain);
        let fields = Fields {
            slot: schema.add_u64_field("slot", INDEXED | FAST),
            head: schema.add_text_field("head", text.clone()),
            body: schema.add_text_field("body", text.clone()),
            edge: schema.add_text_field("edge", text.clone()),
            help: schema.add_text_field("help", text),
        };
        // Nothing is stored in it, so there is nothing to press.
        let settings =
            IndexSettings { docstore_compress_dedicated_thread: false, ..IndexSettings::default() };
        let index = tantivy::Index::create(RamDirectory::create(), schema.build(), settings)?;
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        Ok(Self {
            index,
            reader,
            fields,
            words: Reader::new(lexicon()),
            vocabulary: HashSet::new(),
            grown: false,
            sorted: Arc::default(),
            names: Arc::default(),
            writer: None,
        })
    }

    /// Puts a document in, or in the place of the one with this slot; seen after [`Self::commit`].
    ///
    /// # Errors
    /// When there is no memory for it.
    pub fn put(&mut self, slot: Slot, text: &Text<'_>) -> Result<(), Broken> {
        self.remove(slot)?;
        let Self { words, vocabulary, grown, fields, .. } = &mut *self;
        let mut each = |word: &str| {
            if !vocabulary.contains(word) {
                vocabulary.insert(word.into());
                *grown = true;
            }
        };
        let mut document = TantivyDocument::default();
        document.add_u64(fields.slot, u64::from(slot.0));
        let mut evidence = Evidence::default();
        let mut said = |texts: &[(&str, Place)]| {
            let mut tokens = String::new();
            for text in texts {
                words.read(*text, &mut tokens, &mut evidence, &mut each);
            }
            tokens
        };
        document.add_text(fields.head, said(&[(text.name, Place::Name)]));
        let body = [(text.summary, Place::Does), (text.does, Place::Does), (text.themes, Place::Nowhere)];
        document.add_text(fields.body, said(&body));
        let edge =
            [(text.party, Place::Party), (text.for_whom, Place::ForWhom), (text.call_for, Place::Party)];
        let mut edge = said(&edge);
        let people = text.people();
        for mark in text.marks().chain(people.iter().cloned()) {
            edge.push(' ');
            edge.push_str(&mark);
        }
        document.add_text(fields.edge, edge);
        evidence.themes(text.keys, lexicon());
        document.add_text(fields.help, evidence.written(text.narrow(&people), lexicon()));
        self.name(slot, Some(text.name.into()));
        self.writer()?.add_document(document)?;
        Ok(())
    }

    /// Takes a document out; seen after [`Self::commit`].
    ///
    /// # Errors
    /// When there is no memory for it.
    pub fn remove(&mut self, slot: Slot) -> Result<(), Broken> {
        self.name(slot, None);
        let term = Term::from_field_u64(self.fields.slot, u64::from(slot.0));
        self.writer()?.delete_term(term);
        Ok(())
    }

    fn writer(&mut self) -> Result<&mut IndexWriter, Broken> {
        let writer = match self.writer.take() {
            Some(writer) => writer,
            None => {
                let writer = self.index.writer_with_num_threads(1, WRITING)?;
                writer.set_merge_policy(Box::new(NoMergePolicy));
                writer
            }
        };
        Ok(self.writer.insert(writer))
    }

    fn name(&mut self, slot: Slot, name: Option<Arc<str>>) {
        let names = Arc::make_mut(&mut self.names);
        let at = slot.0 as usize;
        if names.len() <= at {
            names.resize(at + 1, None);
        }
        if let Some(place) = names.get_mut(at) {
            *place = name;
        }
    }

    /// Writes what was put and removed, and gives what can be searched from now on. Earlier snapshots stay as they are.
    ///
    /// # Errors
    /// When there is no memory for it.
    pub fn commit(&mut self) -> Result<Arc<Snapshot>, Broken> {
        if let Some(writer) = self.writer.take() {
            self.write(writer)?;
            self.reader.reload()?;
        }
        if std::mem::take(&mut self.grown) {
            self.sorted = Arc::new(Vocabulary::of(&self.vocabulary));
        }
        let snapshot = Snapshot::of(
            self.reader.searcher(),
            self.fields,
            Arc::clone(&self.sorted),
            Arc::clone(&self.names),
        )?;
        Ok(Arc::new(snapshot))
    }

    fn write(&self, mut writer: IndexWriter) -> Result<(), Broken> {
        writer.commit()?;
        let mut pieces = self.index.searchable_segment_metas()?;
        if pieces.len() > MOST_PIECES {
            // The large stay as they are while the small are joined; in the end all are of a size and become one.
            pieces.sort_by_key(|piece| piece.num_docs());
            let largest = pieces.last().map_or(0, |piece| piece.num_docs());
            let small: Vec<_> = pieces
                .iter()
                .filter(|piece| piece.num_docs() * 4 < largest)
                .map(|piece| piece.id())
                .collect();
            let joined =
                if small.len() > 1 { small } else { pieces.iter().map(|piece| piece.id()).collect() };
            writer.merge(&joined).wait()?;
        }
        writer.wait_merging_threads()?;
        Ok(())
    }
}
