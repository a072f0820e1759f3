//! For measuring only: bare tantivy over the same index, asked for the same tokens, so that it finds the same documents.

use tantivy::collector::{Count, TopDocs};
use tantivy::query::{BooleanQuery, Query, TermQuery};
use tantivy::schema::IndexRecordOption;
use tantivy::{Searcher, Term};

use crate::index::Broken;
use crate::lexicon::lexicon;
use crate::question::Question;
use crate::snapshot::Snapshot;
use crate::tokens;

/// A question as tantivy's own query: any of the tokens, in any of the fields, scored by its BM25.
pub struct Bare {
    searcher: Searcher,
    query: BooleanQuery,
}

impl Bare {
    /// Its best `most` answers are made; told is how many there are in all.
    ///
    /// # Errors
    /// When the index cannot be read; it lies in memory.
    pub fn run(&self, most: usize) -> Result<usize, Broken> {
        let (best, count) =
            self.searcher.search(&self.query, &(TopDocs::with_limit(most).order_by_score(), Count))?;
        Ok(count.max(best.len()))
    }
}

impl Snapshot {
    /// The question made ready, so that only the finding is measured.
    #[must_use]
    pub fn bare(&self, typed: &str) -> Bare {
        let question = Question::read(typed, self);
        let words =
            question.words.iter().flat_map(|word| word.looks.iter().chain(word.parts.iter().flatten()));
        let mut asked: Vec<String> = words.map(|look| look.token.clone()).collect();
        for heard in &question.meant {
            asked.push(tokens::meaning(heard.meaning));
            let meaning = lexicon().meanings.get(heard.meaning as usize);
            asked.extend(meaning.filter(|it| !it.theme.is_empty()).map(|it| tokens::theme(&it.theme)));
        }
        asked.sort_unstable();
        asked.dedup();
        let texts = [self.fields.head, self.fields.body, self.fields.edge];
        let of_texts = asked.iter().flat_map(|token| texts.map(|field| Term::from_field_text(field, token)));
        let help = question.help.iter().map(|(kind, _)| tokens::help(*kind));
        let of_help = help.map(|token| Term::from_field_text(self.fields.help, &token));
        let clauses = of_texts
            .chain(of_help)
            .map(|term| -> Box<dyn Query> { Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs)) });
        Bare { searcher: self.searcher.clone(), query: BooleanQuery::union(clauses.collect()) }
    }
}
