//! SQL that lists `asks_question`: always of one party, always so many at most.

use directory::party::Party;
use ground::db::Db;
use ground::id::{Id, Municipality};
use ground::moment::Moment;
use ground::trouble::Answer;

use crate::question::Question;
use crate::question::store::{QuestionRow, columns};

/// More than this is a search, not a list.
pub const MOST: i64 = 200;

const OPEN: &str = exchange::of_either!(
    columns!(), "asks_question",
    "asker_party" => "closed_at is null",
    "asked_party" => "closed_at is null",
    "order by since limit $3"
);

const CLOSED: &str = exchange::of_either!(
    columns!(), "asks_question",
    "asker_party" => "closed_at >= $4",
    "asked_party" => "closed_at >= $4",
    "order by asked_at desc limit $3"
);

/// However much waits longer: for who has to hear what is new.
const CAME: &str = exchange::of_either!(
    columns!(), "asks_question",
    "asker_party" => "closed_at is null and since >= $4",
    "asked_party" => "closed_at is null and since >= $4",
    "order by since desc limit $3"
);

fn questions(rows: Vec<QuestionRow>) -> Answer<Vec<Question>> {
    rows.into_iter().map(QuestionRow::question).collect()
}

/// Open questions in which this party is one of the two, those that wait longest first.
///
/// # Errors
/// What the database answers.
pub async fn open_of(db: &Db, here: Municipality, party: Id<Party>) -> Answer<Vec<Question>> {
    let rows: Vec<QuestionRow> = db.read(OPEN).bind(here).bind(party).bind(MOST).all().await?;
    let mut all = questions(rows)?;
    all.sort_by_key(|question| (question.since, question.id));
    all.dedup_by_key(|question| question.id);
    Ok(all)
}

/// Of those that are open, where the ball moved since then.
///
/// # Errors
/// What the database answers.
pub async fn came(db: &Db, here: Municipality, party: Id<Party>, since: Moment) -> Answer<Vec<Question>> {
    let rows: Vec<QuestionRow> = db.read(CAME).bind(here).bind(party).bind(MOST).bind(since).all().await?;
    questions(rows)
}

/// Open to anyone and taken by nobody yet, newest first; not those of this party itself.
///
/// # Errors
/// What the database answers.
pub async fn for_all(db: &Db, here: Municipality, but: Id<Party>, most: i64) -> Answer<Vec<Question>> {
    let rows: Vec<QuestionRow> = db
        .read(concat!(
            "select ",
            columns!(),
            " from asks_question where municipality_id = $1 and asked_party is null and closed_at is null \
             and asker_party <> $2 order by asked_at desc limit $3"
        ))
        .bind(here)
        .bind(but)
        .bind(most)
        .all()
        .await?;
    questions(rows)
}

/// Open to anyone and taken up by another party, newest first: neither asked nor taken by this one.
///
/// # Errors
/// What the database answers.
pub async fn taken(db: &Db, here: Municipality, but: Id<Party>, most: i64) -> Answer<Vec<Question>> {
    let rows: Vec<QuestionRow> = db
        .read(concat!(
            "select ",
            columns!(),
            " from asks_question where municipality_id = $1 and open and closed_at is null \
             and asked_party is not null and asker_party <> $2 and asked_party <> $2 \
             order by asked_at desc limit $3"
        ))
        .bind(here)
        .bind(but)
        .bind(most)
        .all()
        .await?;
    questions(rows)
}

/// Closed since then, in which this party is one of the two, newest first.
///
/// # Errors
/// What the database answers.
pub async fn closed_of(
    db: &Db,
    here: Municipality,
    party: Id<Party>,
    since: Moment,
) -> Answer<Vec<Question>> {
    let rows: Vec<QuestionRow> = db.read(CLOSED).bind(here).bind(party).bind(MOST).bind(since).all().await?;
    let mut all = questions(rows)?;
    all.sort_by_key(|question| std::cmp::Reverse((question.closed_at, question.id)));
    all.dedup_by_key(|question| question.id);
    Ok(all)
}

/// Of so many that are late the newest are looked at: whoever coordinates one area must not miss what is new there
/// because much is old elsewhere.
const MOST_LATE: i64 = 1000;

/// Open still, two working days after the term: what whoever coordinates hears of, what became late last first.
///
/// # Errors
/// What the database answers.
pub async fn late(db: &Db, here: Municipality, now: Moment) -> Answer<Vec<Question>> {
    let rows: Vec<QuestionRow> = db
        .read(concat!(
            "select ",
            columns!(),
            " from asks_question where municipality_id = $1 and closed_at is null and tell_at <= $2 \
             order by tell_at desc limit $3"
        ))
        .bind(here)
        .bind(now)
        .bind(MOST_LATE)
        .all()
        .await?;
    questions(rows)
}

const PULSE: &str = "select 1, count(*), coalesce(sum(version), 0) from asks_question \
     where municipality_id = $1 and asker_party = $2 and closed_at is null \
     union all \
     select 2, count(*), coalesce(sum(version), 0) from asks_question \
     where municipality_id = $1 and asked_party = $2 and closed_at is null \
     union all \
     select 3, count(*), coalesce(sum(version), 0) from asks_question \
     where municipality_id = $1 and asked_party is null and closed_at is null and asker_party <> $2";

/// How many open questions there are and how often something was done to them, as one number.
///
/// # Errors
/// What the database answers.
pub async fn pulse(db: &Db, here: Municipality, party: Id<Party>) -> Answer<i64> {
    Ok(exchange::pulse(db.read(PULSE).bind(here).bind(party).all().await?))
}
