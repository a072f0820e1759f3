//! What can be searched at one moment: where each token stands, and how strongly.

use std::sync::Arc;

use tantivy::fastfield::AliveBitSet;
use tantivy::postings::Postings as _;
use tantivy::schema::Field;
use tantivy::schema::IndexRecordOption;
use tantivy::{DocSet as _, InvertedIndexReader, Searcher, TERMINATED, Term};

use crate::evidence::STEPS;
use crate::index::{Broken, Fields, Slot};
use crate::tokens;
use crate::vocabulary::Vocabulary;

/// What a word says in the name of an offer, in what it does, and at its edge.
const HEAD: f32 = 2.0;
const BODY: f32 = 1.0;
const EDGE: f32 = 1.4;

/// The strength at which a document is half certain.
const HALF: f32 = 0.9;

/// An index as it was after one commit. It never changes, and can be searched by many at once.
pub struct Snapshot {
    pieces: Vec<Piece>,
    pub(crate) fields: Fields,
    #[cfg(feature = "peer")]
    pub(crate) searcher: Searcher,
    pub(crate) vocabulary: Arc<Vocabulary>,
    pub(crate) names: Arc<Vec<Option<Arc<str>>>>,
    documents: usize,
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

/// Documents with how strongly something is said in them (0 to 1), in no order.
pub(crate) type Strengths = Vec<(u32, f32)>;

/// Tables with a place for each slot, empty between two uses.
pub(crate) struct Tables {
    said: Vec<f32>,
    best: Vec<f32>,
    touched: Vec<u32>,
    all: Vec<u32>,
}

impl Tables {
    /// Each document once, with the strongest of what is said of it.
    pub(crate) fn strongest(&mut self, said: Strengths) -> Strengths {
        for (slot, strength) in said {
            let Some(best) = self.best.get_mut(slot as usize) else { continue };
            if *best == 0.0 && strength > 0.0 {
                self.all.push(slot);
            }
            *best = best.max(strength);
        }
        let best = &mut self.best;
        self.all
            .drain(..)
            .map(|slot| (slot, best.get_mut(slot as usize).map_or(0.0, std::mem::take)))
            .collect()
    }
}

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

    pub(crate) fn tables(&self) -> Tables {
        let places = self.names.len();
        Tables { said: vec![0.0; places], best: vec![0.0; places], touched: Vec::new(), all: Vec::new() }
    }

    /// Whether a token leads to any document.
    pub(crate) fn leads(&self, token: &str) -> bool {
        self.pieces.iter().any(|piece| {
            piece.fields.iter().any(|(reader, field, _)| {
                let term = Term::from_field_text(*field, token);
                let Some(mut postings) = reader.read_postings(&term, IndexRecordOption::Basic).ok().flatten()
                else {
                    return false;
                };
                let Some(alive) = &piece.alive else { return postings.doc() != TERMINATED };
                while postings.doc() != TERMINATED && !alive.is_alive(postings.doc()) {
                    postings.advance();
                }
                postings.doc() != TERMINATED
            })
        })
    }

    /// Where any of the tokens stands: in each document the strongest counts.
    pub(crate) fn strengths(&self, looks: &[Look], tables: &mut Tables) -> Strengths {
        let Tables { said, best, touched, all } = tables;
        for look in looks {
            self.walk(&look.token, 0..3, |slot, weight| {
                if let Some(said) = said.get_mut(slot as usize) {
                    if *said == 0.0 {
                        touched.push(slot);
                    }
                    *said += weight;
                }
                true
            });
            for slot in touched.drain(..) {
                let (Some(said), Some(best)) = (said.get_mut(slot as usize), best.get_mut(slot as usize))
                else {
                    continue;
                };
                let weight = std::mem::take(said);
                if *best == 0.0 {
                    all.push(slot);
                }
                *best = best.max(look.counts * weight / (weight + HALF));
            }
        }
        let take = |slot: u32| (slot, best.get_mut(slot as usize).map_or(0.0, std::mem::take));
        all.drain(..).map(take).collect()
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
                each(slot, times / STEPS);
                true
            });
        }
    }

    /// Each place of a token, with what it says there, for as long as `each` wants more.
    fn walk(&self, token: &str, fields: std::ops::Range<usize>, mut each: impl FnMut(u32, f32) -> bool) {
        for piece in &self.pieces {
            for (reader, field, weight) in piece.fields.get(fields.clone()).into_iter().flatten() {
                // Said twice is said a little louder.
                let more = piece.walk(reader, &Term::from_field_text(*field, token), &mut |slot, times| {
                    each(slot, weight * 1.5 * times / (times + 0.5))
                });
                if !more {
                    return;
                }
            }
        }
    }
}

impl Piece {
    /// Each document with a term, with how often it is there; false when `each` wants no more.
    fn walk(
        &self,
        reader: &InvertedIndexReader,
        term: &Term,
        each: &mut impl FnMut(u32, f32) -> bool,
    ) -> bool {
        // A piece that cannot be read has nothing; it lies in memory, so that does not happen.
        let Some(mut postings) = reader.read_postings(term, IndexRecordOption::WithFreqs).ok().flatten()
        else {
            return true;
        };
        loop {
            let document = postings.doc();
            if document == TERMINATED {
                return true;
            }
            if self.alive.as_ref().is_none_or(|alive| alive.is_alive(document))
                && let Some(slot) = self.slots.get(document as usize)
                && !each(*slot, postings.term_freq() as f32)
            {
                return false;
            }
            postings.advance();
        }
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
