//! What can be searched at one moment: where each token stands, and how strongly.

use std::sync::{Arc, Mutex};

use tantivy::fastfield::AliveBitSet;
use tantivy::postings::BlockSegmentPostings;
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{InvertedIndexReader, Searcher, Term};

use crate::evidence::STEPS;
use crate::index::{Broken, Fields, Slot};
use crate::said::{Said, Together};
use crate::scores::Scores;
use crate::tokens;
use crate::vocabulary::Vocabulary;

/// What a word says in the name of an offer, in what it does, and at its edge.
const HEAD: f32 = 2.0;
const BODY: f32 = 1.0;
const EDGE: f32 = 1.4;

/// The strength at which a document is half certain.
const HALF: f32 = 0.9;

/// How much more is said by what is said this often; more often than the last says no more.
const LOUDNESS: [f32; 24] = {
    let mut louder = [0.0; 24];
    let mut times = 0;
    while times < louder.len() {
        louder[times] = 1.5 * times as f32 / (times as f32 + 0.5);
        times += 1;
    }
    louder
};

/// An index as it was after one commit. It never changes, and can be searched by many at once.
pub struct Snapshot {
    pieces: Vec<Piece>,
    pub(crate) fields: Fields,
    #[cfg(feature = "peer")]
    pub(crate) searcher: Searcher,
    pub(crate) vocabulary: Arc<Vocabulary>,
    pub(crate) names: Arc<Vec<Option<Arc<str>>>>,
    documents: usize,
    rooms: Mutex<Vec<Room>>,
}

struct Piece {
    fields: [(Arc<InvertedIndexReader>, Field, f32); 3],
    help: (Arc<InvertedIndexReader>, Field),
    alive: Option<AliveBitSet>,
    slots: Box<[u32]>,
}

/// A token to look for and how much it counts, at most 1.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Look {
    pub(crate) token: String,
    pub(crate) counts: f32,
}

impl Look {
    pub(crate) const fn new(token: String, counts: f32) -> Self {
        Self { token, counts }
    }
}

/// What a search needs beside the index, made once and used again by the next.
pub(crate) struct Room {
    pub(crate) said: Said,
    pub(crate) parts: Together,
    pub(crate) scores: Scores,
    fields: Together,
    part: Said,
}

/// More rooms than searches at once are given back.
const MOST_ROOMS: usize = 8;

impl Snapshot {
    pub(crate) fn of(
        searcher: Searcher,
        fields: Fields,
        vocabulary: Arc<Vocabulary>,
        names: Arc<Vec<Option<Arc<str>>>>,
    ) -> Result<Self, Broken> {
        let mut pieces = Vec::new();
        for segment in searcher.segment_readers() {
            let column = segment.fast_fields().u64("slot")?;
            let slots = (0..segment.max_doc()).map(|document| {
                let slot = column.first(document).and_then(|slot| u32::try_from(slot).ok());
                slot.unwrap_or(u32::MAX)
            });
            pieces.push(Piece {
                fields: [
                    (segment.inverted_index(fields.head)?, fields.head, HEAD),
                    (segment.inverted_index(fields.body)?, fields.body, BODY),
                    (segment.inverted_index(fields.edge)?, fields.edge, EDGE),
                ],
                help: (segment.inverted_index(fields.help)?, fields.help),
                alive: segment.alive_bitset().cloned(),
                slots: slots.collect(),
            });
        }
        let documents = usize::try_from(searcher.num_docs()).unwrap_or(usize::MAX);
        Ok(Self {
            pieces,
            fields,
            #[cfg(feature = "peer")]
            searcher,
            vocabulary,
            names,
            documents,
            rooms: Mutex::default(),
        })
    }

    /// How many documents there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.documents
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.documents == 0
    }

    /// What a document is called, as it was put.
    #[must_use]
    pub fn name(&self, slot: Slot) -> Option<&str> {
        self.names.get(slot.0 as usize)?.as_deref()
    }

    /// Lends a room to one search.
    pub(crate) fn with_room<T>(&self, search: impl FnOnce(&mut Room) -> T) -> T {
        let known = self.rooms.lock().ok().and_then(|mut rooms| rooms.pop());
        let mut room = known.unwrap_or_else(|| Room::of(self.names.len()));
        let found = search(&mut room);
        if let Ok(mut rooms) = self.rooms.lock()
            && rooms.len() < MOST_ROOMS
        {
            rooms.push(room);
        }
        found
    }

    /// Whether a token leads to any document.
    pub(crate) fn leads(&self, token: &str) -> bool {
        self.pieces.iter().any(|piece| {
            piece.fields.iter().any(|(reader, field, _)| {
                let term = Term::from_field_text(*field, token);
                match &piece.alive {
                    None => reader.doc_freq(&term).is_ok_and(|documents| documents > 0),
                    // The first that is not taken out is enough.
                    Some(_) => !piece.walk(reader, &term, &mut |_, _| false),
                }
            })
        })
    }

    /// Adds where any of the tokens stands: in each document the strongest counts.
    pub(crate) fn say(&self, looks: &[Look], room: &mut Room) {
        let Room { said, fields, .. } = room;
        self.say_in(looks, fields, said);
    }

    /// Adds to the parts where one part of a long word stands; `each` is how much it is of the word.
    pub(crate) fn say_part(&self, looks: &[Look], each: f32, room: &mut Room) {
        let Room { part, fields, parts, .. } = room;
        self.say_in(looks, fields, part);
        part.take(|slot, strength| parts.add(slot, strength * each));
    }

    fn say_in(&self, looks: &[Look], fields: &mut Together, said: &mut Said) {
        for look in looks {
            let term = Term::from_field_text(self.fields.head, &look.token);
            let strength = |weight: f32| look.counts * weight / (weight + HALF);
            for piece in &self.pieces {
                let mut lists: Vec<_> = piece.lists(&term).collect();
                if let [(block, weight)] = lists.as_mut_slice() {
                    let loud = LOUDNESS.map(|louder| strength(*weight * louder));
                    piece.read(block, &mut |slot, times| {
                        said.more(slot, at_most(&loud, times));
                        true
                    });
                    continue;
                }
                // In more than one field: what they say together.
                for (block, weight) in &mut lists {
                    let loud = LOUDNESS.map(|louder| *weight * louder);
                    piece.read(block, &mut |slot, times| {
                        fields.add(slot, at_most(&loud, times));
                        true
                    });
                }
                fields.take(|slot, weight, _| said.more(slot, strength(weight)));
            }
        }
    }

    /// The documents that have any of the tokens in their name, in order; of each token at most `most`.
    pub(crate) fn named(&self, tokens: &[String], most: usize) -> Vec<u32> {
        let mut slots = Vec::new();
        for token in tokens {
            let before = slots.len();
            self.walk(token, 0..1, |slot, _| {
                slots.push(slot);
                slots.len() - before < most
            });
        }
        slots.sort_unstable();
        slots.dedup();
        slots
    }

    /// In how many names and texts a token is, with those that were taken out and not yet forgotten.
    pub(crate) fn frequency(&self, token: &str) -> u32 {
        let readers = self.pieces.iter().flat_map(|piece| piece.fields.iter().take(2));
        readers
            .map(|(reader, field, _)| reader.doc_freq(&Term::from_field_text(*field, token)).unwrap_or(0))
            .sum()
    }

    /// Each document with a token, perhaps more than once.
    pub(crate) fn each(&self, token: &str, mut each: impl FnMut(u32)) {
        self.walk(token, 2..3, |slot, _| {
            each(slot);
            true
        });
    }

    /// Each document that gives a kind of help, with how surely (0 to 1).
    pub(crate) fn helping(&self, kind: u32, mut each: impl FnMut(u32, f32)) {
        let token = tokens::help(kind);
        for piece in &self.pieces {
            let (reader, field) = &piece.help;
            piece.walk(reader, &Term::from_field_text(*field, &token), &mut |slot, times| {
                each(slot, times as f32 / STEPS);
                true
            });
        }
    }

    /// Each place of a token, with what it says there, for as long as `each` wants more.
    fn walk(&self, token: &str, fields: std::ops::Range<usize>, mut each: impl FnMut(u32, f32) -> bool) {
        for piece in &self.pieces {
            for (reader, field, weight) in piece.fields.get(fields.clone()).into_iter().flatten() {
                // Said twice is said a little louder.
                let loud = LOUDNESS.map(|louder| weight * louder);
                let more = piece.walk(reader, &Term::from_field_text(*field, token), &mut |slot, times| {
                    each(slot, at_most(&loud, times))
                });
                if !more {
                    return;
                }
            }
        }
    }
}

impl Room {
    fn of(places: usize) -> Self {
        Self {
            said: Said::of(places),
            parts: Together::of(places),
            scores: Scores::of(places),
            fields: Together::of(places),
            part: Said::of(places),
        }
    }
}

/// Of a row that rises with how often something is said.
#[inline]
fn at_most(row: &[f32; 24], times: u32) -> f32 {
    row[(times as usize).min(row.len() - 1)]
}

impl Piece {
    /// The fields of texts that have a term, with how much each says; a term is written alike in each.
    fn lists(&self, term: &Term) -> impl Iterator<Item = (BlockSegmentPostings, f32)> {
        self.fields.iter().filter_map(|(reader, _, weight)| {
            let block = reader.read_block_postings(term, IndexRecordOption::WithFreqs).ok().flatten()?;
            Some((block, *weight))
        })
    }

    /// Each document with a term, with how often it is there; false when `each` wants no more.
    fn walk(
        &self,
        reader: &InvertedIndexReader,
        term: &Term,
        each: &mut impl FnMut(u32, u32) -> bool,
    ) -> bool {
        // A piece that cannot be read has nothing; it lies in memory, so that does not happen.
        let block = reader.read_block_postings(term, IndexRecordOption::WithFreqs).ok().flatten();
        block.is_none_or(|mut block| self.read(&mut block, each))
    }

    fn read(&self, block: &mut BlockSegmentPostings, each: &mut impl FnMut(u32, u32) -> bool) -> bool {
        while !block.docs().is_empty() {
            for (document, times) in block.docs().iter().zip(block.freqs()) {
                if self.alive.as_ref().is_none_or(|alive| alive.is_alive(*document))
                    && let Some(slot) = self.slots.get(*document as usize)
                    && !each(*slot, *times)
                {
                    return false;
                }
            }
            block.advance();
        }
        true
    }
}

impl std::fmt::Debug for Snapshot {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.debug_struct("Snapshot")
            .field("documents", &self.documents)
            .field("slot", &self.fields.slot)
            .finish()
    }
}
