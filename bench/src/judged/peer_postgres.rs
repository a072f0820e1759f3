//! PostgreSQL's full-text search in its own Dutch, names weighing most, any of the words, ranked by its ts_rank.

use sqlx::postgres::PgPoolOptions;

use super::offers::Offer;
use super::queries::Query;
use super::{Answers, TOP};

pub(super) async fn answers(
    address: &str,
    offers: &[Offer],
    queries: &[Query],
) -> Result<Answers, sqlx::Error> {
    let db = PgPoolOptions::new().max_connections(1).connect(address).await?;
    sqlx::query("create table offer (number bigint primary key, said tsvector not null)")
        .execute(&db)
        .await?;
    for (offer, at) in offers.iter().zip(0i64..) {
        let [name, party, summary, does, for_whom, call_for, themes] = offer.texts();
        sqlx::query(
            "insert into offer values ($1, setweight(to_tsvector('dutch', $2), 'A') || \
             setweight(to_tsvector('dutch', $3), 'B') || setweight(to_tsvector('dutch', $4), 'C'))",
        )
        .bind(at)
        .bind(name)
        .bind([summary, does, themes].join("\n"))
        .bind([party, for_whom, call_for].join("\n"))
        .execute(&db)
        .await?;
    }
    let mut answers = Vec::new();
    for query in queries {
        let found: Vec<(i64,)> = sqlx::query_as(
            "select number from offer, \
             cast(replace(cast(plainto_tsquery('dutch', $1) as text), '&', '|') as tsquery) asked \
             where said @@ asked order by ts_rank(said, asked) desc, number limit $2",
        )
        .bind(&query.text)
        .bind(TOP as i64)
        .fetch_all(&db)
        .await?;
        answers.push(found.into_iter().filter_map(|(at,)| usize::try_from(at).ok()).collect());
    }
    Ok(answers)
}
