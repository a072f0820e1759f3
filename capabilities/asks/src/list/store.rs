//! SQL that lists `asks_question`: always of one party, always so many at most.

use directory::area::AreaCode;
use directory::party::Party;
use exchange::{Leaf, Part};
use ground::db::Db;
use ground::id::{Id, Municipality};
use ground::moment::Moment;
use ground::trouble::Answer;
use people::person::Person;

use crate::question::store::{QuestionRow, columns};
use crate::question::{Question, Side};

/// So many of its own a party sees on one page.
pub const MOST: i64 = 200;

/// With the ball here: asked back, late or not, are the open states in which whoever asked has it.
pub(crate) const PLAYS: &str = exchange::of_either!(
    columns!(), "asks_question",
    "asker_party" => "closed_at is null and state in ('asked-back', 'asked-back-late')",
    "asked_party" => "closed_at is null and state not in ('asked-back', 'asked-back-late')",
    "order by since, id limit +$3"
);

/// With the ball here since then, however much waits longer: for who has to hear what is new.
pub(crate) const CAME: &str = exchange::of_either!(
    "1", "asks_question",
    "asker_party" => "closed_at is null and state in ('asked-back', 'asked-back-late') and since >= $4",
    "asked_party" => "closed_at is null and state not in ('asked-back', 'asked-back-late') and since >= $4",
    "limit +$3"
);

/// With the ball over there, or with the neighbourhood.
pub(crate) const WAITS: &str = exchange::of_either!(
    columns!(), "asks_question",
    "asker_party" => "closed_at is null and state not in ('asked-back', 'asked-back-late')",
    "asked_party" => "closed_at is null and state in ('asked-back', 'asked-back-late')",
    "order by since, id limit +$3"
);

/// Asked by this party and answered since then.
pub(crate) const ANSWERED: &str = concat!(
    "select ",
    columns!(),
    " from asks_question where municipality_id = $1 and asker_party = $2 and state = 'answered' \
     and closed_at > $4 order by asked_at desc, id desc limit +$3"
);

/// Closed since then because a party left the map.
pub(crate) const STOPPED: &str = exchange::of_either!(
    columns!(), "asks_question",
    "asker_party" => "closed_at >= $4 and state = 'left'",
    "asked_party" => "closed_at >= $4 and state = 'left'",
    "order by asked_at desc, id desc limit +$3"
);

/// Without those of this party that were answered after `$5`.
pub(crate) const CLOSED: &str = exchange::of_either!(
    columns!(), "asks_question",
    "asker_party" => "closed_at >= $4 and not (state = 'answered' and closed_at > $5)",
    "asked_party" => "closed_at >= $4 and not (state = 'answered' and closed_at > $5 and asker_party = $2)",
    "order by asked_at desc, id desc limit +$3"
);

pub(crate) const FOR_ALL: &str = concat!(
    "select ",
    columns!(),
    " from asks_question where municipality_id = $1 and asked_party is null and closed_at is null \
     and asker_party <> $2 order by asked_at desc, id desc limit +$3"
);

pub(crate) const TAKEN: &str = concat!(
    "select ",
    columns!(),
    " from asks_question where municipality_id = $1 and open and closed_at is null \
     and asked_party is not null and asker_party <> $2 and asked_party <> $2 \
     order by asked_at desc, id desc limit +$3"
);

fn questions(rows: Vec<QuestionRow>) -> Answer<Vec<Question>> {
    rows.into_iter().map(QuestionRow::question).collect()
}

/// What waits for this party, longest first: the ball is here.
///
/// # Errors
/// What the database answers.
pub async fn plays(db: &Db, here: Municipality, party: Id<Party>, leaf: Leaf) -> Answer<Part<Question>> {
    open(db, here, party, PLAYS, leaf).await
}

/// The same as one of its people reads it: on each page what is put to this person, what this person took up and what
/// this person asked stand before the others.
///
/// # Errors
/// What the database answers.
pub async fn mine(
    db: &Db,
    here: Municipality,
    party: Id<Party>,
    person: Id<Person>,
    leaf: Leaf,
) -> Answer<Part<Question>> {
    let mut part = plays(db, here, party, leaf).await?;
    part.shown.sort_by_key(|question| !question.waits_for(Side { party, person: Some(person) }));
    Ok(part)
}

/// What this party waits for, longest first: the ball is over there.
///
/// # Errors
/// What the database answers.
pub async fn theirs(db: &Db, here: Municipality, party: Id<Party>, leaf: Leaf) -> Answer<Part<Question>> {
    open(db, here, party, WAITS, leaf).await
}

async fn open(
    db: &Db,
    here: Municipality,
    party: Id<Party>,
    sql: &'static str,
    leaf: Leaf,
) -> Answer<Part<Question>> {
    let mut all = questions(db.read(sql).bind(here).bind(party).bind(leaf.reach()).all().await?)?;
    all.sort_by_key(|question| (question.since, question.id));
    Ok(leaf.cut(all))
}

/// Whether the ball came to this party since then.
///
/// # Errors
/// What the database answers.
pub async fn came(db: &Db, here: Municipality, party: Id<Party>, since: Moment) -> Answer<bool> {
    let found = db.read(CAME).bind(here).bind(party).bind(1_i64).bind(since);
    Ok(!found.scalars::<i32>().await?.is_empty())
}

/// Open to anyone and taken by nobody yet, newest first; not those of this party itself.
///
/// # Errors
/// What the database answers.
pub async fn for_all(db: &Db, here: Municipality, but: Id<Party>, leaf: Leaf) -> Answer<Part<Question>> {
    of_others(db, here, but, FOR_ALL, leaf).await
}

/// Open to anyone and taken up by another party, newest first: neither asked nor taken by this one.
///
/// # Errors
/// What the database answers.
pub async fn taken(db: &Db, here: Municipality, but: Id<Party>, leaf: Leaf) -> Answer<Part<Question>> {
    of_others(db, here, but, TAKEN, leaf).await
}

async fn of_others(
    db: &Db,
    here: Municipality,
    but: Id<Party>,
    sql: &'static str,
    leaf: Leaf,
) -> Answer<Part<Question>> {
    Ok(leaf.cut(questions(db.read(sql).bind(here).bind(but).bind(leaf.reach()).all().await?)?))
}

/// Asked by this party, answered since then, and nobody said thank you: those that were asked last, newest first.
///
/// # Errors
/// What the database answers.
pub async fn answered(
    db: &Db,
    here: Municipality,
    party: Id<Party>,
    since: Moment,
    leaf: Leaf,
) -> Answer<Part<Question>> {
    let found = db.read(ANSWERED).bind(here).bind(party).bind(leaf.reach()).bind(since);
    let mut part = leaf.cut(questions(found.all().await?)?);
    newest_first(&mut part);
    Ok(part)
}

fn newest_first(part: &mut Part<Question>) {
    part.shown.sort_by_key(|question| std::cmp::Reverse((question.closed_at, question.id)));
}

/// Closed since then, in which this party is one of the two: those that were asked last, newest first. Not those of its
/// own that were answered after `answered`: they stand in a list of theirs.
///
/// # Errors
/// What the database answers.
pub async fn closed_of(
    db: &Db,
    here: Municipality,
    party: Id<Party>,
    (since, answered): (Moment, Moment),
    leaf: Leaf,
) -> Answer<Part<Question>> {
    let found = db.read(CLOSED).bind(here).bind(party).bind(leaf.reach()).bind(since).bind(answered);
    Ok(of_both(questions(found.all().await?)?, leaf))
}

/// Closed since then because one of the two parties left the map: those that were asked last, newest first.
///
/// # Errors
/// What the database answers.
pub async fn stopped(
    db: &Db,
    here: Municipality,
    party: Id<Party>,
    since: Moment,
    leaf: Leaf,
) -> Answer<Part<Question>> {
    let found = db.read(STOPPED).bind(here).bind(party).bind(leaf.reach()).bind(since);
    Ok(of_both(questions(found.all().await?)?, leaf))
}

/// Of what was read of either side those that were asked last, newest first.
fn of_both(mut all: Vec<Question>, leaf: Leaf) -> Part<Question> {
    all.sort_by_key(|question| std::cmp::Reverse((question.asked_at, question.id)));
    // One to oneself stands on both sides: two parties became one.
    all.dedup_by_key(|question| question.id);
    let mut part = leaf.cut(all);
    newest_first(&mut part);
    part
}

/// Put to this party since then; not what it took up for the neighbourhood by its own choice.
pub(crate) const PUT_TO: &str = "select count(*) from asks_question \
     where municipality_id = $1 and asked_party = $2 and asked_at >= $3 and not open";

/// How many questions were put to this party since then, as far as they are kept.
///
/// # Errors
/// What the database answers.
pub async fn put_to(db: &Db, here: Municipality, party: Id<Party>, since: Moment) -> Answer<i64> {
    Ok(db.read(PUT_TO).bind(here).bind(party).bind(since).scalar().await?)
}

/// So many that are late are shown to whoever coordinates, the newest.
const MOST_LATE: i64 = 1000;

pub(crate) const LATE: &str = concat!(
    "select ",
    columns!(),
    " from asks_question where municipality_id = $1 and closed_at is null and tell_at <= $2"
);

pub(crate) const LATE_AREAS: &str = "select distinct area from asks_question \
     where municipality_id = $1 and closed_at is null and tell_at <= $2";

/// Where something is open still, two working days after the term; None is the whole municipality.
///
/// # Errors
/// What the database answers.
pub async fn late_areas(db: &Db, here: Municipality, now: Moment) -> Answer<Vec<Option<AreaCode>>> {
    exchange::areas(db.read(LATE_AREAS).bind(here).bind(now).scalars().await?)
}

/// Open still, two working days after the term, in these areas: what whoever coordinates hears of, what became late
/// last first.
///
/// # Errors
/// What the database answers.
pub async fn late(
    db: &Db,
    here: Municipality,
    areas: &[Option<AreaCode>],
    now: Moment,
) -> Answer<Part<Question>> {
    let leaf = Leaf::first(MOST_LATE);
    let found = db
        .read(LATE)
        .bind(here)
        .bind(now)
        .push_list(" and area in (", exchange::codes(areas), ")")
        .push_bind(" order by tell_at desc limit +", leaf.reach());
    Ok(leaf.cut(questions(found.all().await?)?))
}

// What is late says so at the end of its word, but for the first: `tests/lists.rs`.
pub(crate) const PULSE: &str = "select 1, count(*), coalesce(sum(version), 0), \
     count(case when state = 'unanswered' or state like '%-late' then 1 end) from asks_question \
     where municipality_id = $1 and asker_party = $2 and closed_at is null \
     union all \
     select 2, count(*), coalesce(sum(version), 0), \
     count(case when state = 'unanswered' or state like '%-late' then 1 end) from asks_question \
     where municipality_id = $1 and asked_party = $2 and closed_at is null \
     union all \
     select 3, count(*), coalesce(sum(version), 0), \
     count(case when state = 'unanswered' or state like '%-late' then 1 end) from asks_question \
     where municipality_id = $1 and asked_party is null and asker_party <> $2 and closed_at is null";

/// How many open questions there are, how often something was done to them and how many are late, as one number. What is
/// closed is not looked at: that somebody of the own party said thank you shows once the page is loaded again.
///
/// # Errors
/// What the database answers.
pub async fn pulse(db: &Db, here: Municipality, party: Id<Party>) -> Answer<i64> {
    Ok(exchange::pulse(db.read(PULSE).bind(here).bind(party).all().await?))
}
