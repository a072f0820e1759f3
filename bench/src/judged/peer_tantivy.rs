//! Tantivy as its makers ship it: its tokenizer, Dutch stop words and stemmer, its query parser, any of the words.

use std::borrow::Cow;
use std::time::Instant;

use tantivy::collector::{Count, TopDocs};
use tantivy::query::QueryParser;
use tantivy::schema::{FAST, Field, IndexRecordOption, Schema, TextFieldIndexing, TextOptions, Value as _};
use tantivy::tokenizer::{
    Language, LowerCaser, RemoveLongFilter, SimpleTokenizer, Stemmer, StopWordFilter, TextAnalyzer,
};
use tantivy::{Index, IndexWriter, TantivyDocument, TantivyError};

use super::offers::Offer;
use super::queries::Query;
use super::{Answers, TOP};

pub(super) fn answers(offers: &[Offer], queries: &[Query]) -> Result<Answers, TantivyError> {
    let (index, fields, number) = index_of(offers.iter().map(|offer| (offer, offer.name.as_str().into())))?;
    let searcher = index.reader()?.searcher();
    let parser = QueryParser::for_index(&index, fields.to_vec());
    let mut answers = Vec::new();
    for query in queries {
        let (query, _) = parser.parse_query_lenient(&query.text);
        let top = searcher.search(&query, &TopDocs::with_limit(TOP).order_by_score())?;
        let mut found = Vec::new();
        for (_, address) in top {
            let document: TantivyDocument = searcher.doc(address)?;
            found.extend(document.get_first(number).and_then(|value| value.as_u64()).map(|at| at as usize));
        }
        answers.push(found);
    }
    Ok(answers)
}

/// How long each question takes among so many offers, in milliseconds: its best answers and how many there are.
pub(crate) fn times(
    texts: &[Offer],
    offers: usize,
    queries: &[Query],
    most: usize,
) -> Result<Vec<f64>, TantivyError> {
    let many = texts.iter().cycle().zip(0u32..).take(offers);
    let (index, fields, _) =
        index_of(many.map(|(offer, at)| {
            (offer, Cow::Owned(format!("{} {}", offer.name, at as usize / texts.len())))
        }))?;
    let searcher = index.reader()?.searcher();
    let parser = QueryParser::for_index(&index, fields.to_vec());
    let mut times = Vec::new();
    for query in queries {
        let began = Instant::now();
        let (query, _) = parser.parse_query_lenient(&query.text);
        let found = searcher.search(&query, &(TopDocs::with_limit(most).order_by_score(), Count))?;
        std::hint::black_box(found);
        times.push(began.elapsed().as_secs_f64() * 1e3);
    }
    Ok(times)
}

fn index_of<'o>(
    offers: impl Iterator<Item = (&'o Offer, Cow<'o, str>)>,
) -> Result<(Index, [Field; 7], Field), TantivyError> {
    let mut schema = Schema::builder();
    let indexing = TextFieldIndexing::default()
        .set_tokenizer("dutch")
        .set_index_option(IndexRecordOption::WithFreqsAndPositions);
    let text = TextOptions::default().set_indexing_options(indexing);
    let number = schema.add_u64_field("number", FAST | tantivy::schema::STORED);
    let fields = ["name", "party", "summary", "does", "for_whom", "call_for", "themes"]
        .map(|name| schema.add_text_field(name, text.clone()));
    let index = Index::create_in_ram(schema.build());
    index.tokenizers().register("dutch", analyzer());
    let mut writer: IndexWriter = index.writer_with_num_threads(1, 50_000_000)?;
    for ((offer, name), at) in offers.zip(0..) {
        let mut document = TantivyDocument::default();
        document.add_u64(number, at);
        let [_, others @ ..] = offer.texts();
        for (field, text) in fields.into_iter().zip([&*name].into_iter().chain(others)) {
            document.add_text(field, text);
        }
        writer.add_document(document)?;
    }
    writer.commit()?;
    Ok((index, fields, number))
}

fn analyzer() -> TextAnalyzer {
    let plain = TextAnalyzer::builder(SimpleTokenizer::default())
        .filter(RemoveLongFilter::limit(40))
        .filter(LowerCaser);
    match StopWordFilter::new(Language::Dutch) {
        Some(stop) => plain.filter(stop).filter(Stemmer::new(Language::Dutch)).build(),
        None => plain.filter(Stemmer::new(Language::Dutch)).build(),
    }
}
