//! SQLite's FTS5 with its own tokenizer (it has no Dutch stemmer), any of the words, ranked by its bm25.

use sqlx::sqlite::SqlitePoolOptions;

use super::offers::Offer;
use super::queries::Query;
use super::{Answers, TOP};

pub(super) async fn answers(offers: &[Offer], queries: &[Query]) -> Result<Answers, sqlx::Error> {
    let db = SqlitePoolOptions::new().max_connections(1).connect("sqlite::memory:").await?;
    sqlx::query(
        "create virtual table offer using fts5(name, party, summary, does, for_whom, call_for, themes, \
         tokenize = 'unicode61 remove_diacritics 2')",
    )
    .execute(&db)
    .await?;
    for (offer, at) in offers.iter().zip(0i64..) {
        let insert = "insert into offer(rowid, name, party, summary, does, for_whom, call_for, themes) \
                      values ($1, $2, $3, $4, $5, $6, $7, $8)";
        let bound = sqlx::query(insert).bind(at);
        offer.texts().into_iter().fold(bound, |bound, text| bound.bind(text)).execute(&db).await?;
    }
    let mut answers = Vec::new();
    for query in queries {
        let words: Vec<String> = query
            .text
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(|word| format!("\"{word}\""))
            .collect();
        let found: Vec<(i64,)> =
            sqlx::query_as("select rowid from offer where offer match $1 order by bm25(offer) limit $2")
                .bind(words.join(" OR "))
                .bind(TOP as i64)
                .fetch_all(&db)
                .await?;
        answers.push(found.into_iter().filter_map(|(at,)| usize::try_from(at).ok()).collect());
    }
    Ok(answers)
}
