//! SQL that lists handovers: always of one party, always so many at most, always along an index.

use directory::area::AreaCode;
use directory::party::Party;
use exchange::{Leaf, Part};
use ground::db::Db;
use ground::id::{Id, Municipality};
use ground::moment::Moment;
use ground::trouble::Answer;
use people::person::Person;

use crate::handover::store::{HandoverRow, columns, handovers};
use crate::handover::{Handover, Side};

/// So many of each list stand on one page.
pub const MOST: i64 = 200;

/// With the ball here.
pub(crate) const PLAYS: &str = exchange::of_either!(
    columns!(), "handovers_handover",
    "giver_party" => "ball in ('giver', 'both') and closed_at is null",
    "receiver_party" => "ball in ('receiver', 'both') and closed_at is null",
    "order by since, id limit +$3"
);

/// With the ball here since then, however much waits longer: for who has to hear what is new.
pub(crate) const CAME: &str = exchange::of_either!(
    "1", "handovers_handover",
    "giver_party" => "ball in ('giver', 'both') and closed_at is null and since >= $4",
    "receiver_party" => "ball in ('receiver', 'both') and closed_at is null and since >= $4",
    "limit +$3"
);

/// With the ball over there.
pub(crate) const WAITS: &str = exchange::of_either!(
    columns!(), "handovers_handover",
    "giver_party" => "ball = 'receiver' and closed_at is null",
    "receiver_party" => "ball = 'giver' and closed_at is null",
    "order by since, id limit +$3"
);

/// Closed since then, newest first.
pub(crate) const CLOSED: &str = exchange::of_either!(
    columns!(), "handovers_handover",
    "giver_party" => "closed_at >= $4 and closed_at is not null",
    "receiver_party" => "closed_at >= $4 and closed_at is not null",
    "order by closed_at desc, id desc limit +$3"
);

/// Closed since then because a party left the map.
pub(crate) const STOPPED: &str = exchange::of_either!(
    columns!(), "handovers_handover",
    "giver_party" => "closed_at >= $4 and state = 'left'",
    "receiver_party" => "closed_at >= $4 and state = 'left'",
    "order by closed_at desc, id desc limit +$3"
);

/// Closed since then, and this party can say how it went. The words stand as in the index of who can look back.
pub(crate) const TO_LOOK_BACK: &str = exchange::of_either!(
    columns!(), "handovers_handover",
    "giver_party" => "closed_at >= $4 and state in ('released', 'giver-looked-back', 'receiver-looked-back') \
                         and state <> 'giver-looked-back'",
    "receiver_party" => "closed_at >= $4 and state in ('released', 'giver-looked-back', 'receiver-looked-back') \
                         and state <> 'receiver-looked-back'",
    "order by closed_at desc, id desc limit +$3"
);

/// What waits for this party, longest first: the ball is here. On each page those of whom this person is the guide, or
/// took it over, stand before the others.
///
/// # Errors
/// What the database answers.
pub async fn mine(
    db: &Db,
    here: Municipality,
    party: Id<Party>,
    person: Id<Person>,
    leaf: Leaf,
) -> Answer<Part<Handover>> {
    let mut part = open(db, here, party, PLAYS, leaf).await?;
    part.shown.sort_by_key(|handover| !handover.waits_for_person(Side { party, person: Some(person) }));
    Ok(part)
}

/// Whether the ball came to this party since then.
///
/// # Errors
/// What the database answers.
pub async fn came(db: &Db, here: Municipality, party: Id<Party>, since: Moment) -> Answer<bool> {
    let found = db.read(CAME).bind(here).bind(party).bind(1_i64).bind(since);
    Ok(!found.scalars::<i32>().await?.is_empty())
}

/// What this party waits for, longest first: the ball is over there, since when and until when says the handover.
///
/// # Errors
/// What the database answers.
pub async fn theirs(db: &Db, here: Municipality, party: Id<Party>, leaf: Leaf) -> Answer<Part<Handover>> {
    open(db, here, party, WAITS, leaf).await
}

async fn open(
    db: &Db,
    here: Municipality,
    party: Id<Party>,
    sql: &'static str,
    leaf: Leaf,
) -> Answer<Part<Handover>> {
    let rows = db.read(sql).bind(here).bind(party).bind(leaf.reach());
    let mut all = handovers(rows.all::<HandoverRow>().await?)?;
    all.sort_by_key(|handover| (handover.since, handover.id));
    Ok(leaf.cut(all))
}

/// What closed since then, newest first.
///
/// # Errors
/// What the database answers.
pub async fn closed(
    db: &Db,
    here: Municipality,
    party: Id<Party>,
    since: Moment,
    leaf: Leaf,
) -> Answer<Part<Handover>> {
    Ok(leaf.cut(over(db, here, party, CLOSED, since, leaf).await?))
}

/// What closed since then because one of the two parties left the map, newest first.
///
/// # Errors
/// What the database answers.
pub async fn stopped(
    db: &Db,
    here: Municipality,
    party: Id<Party>,
    since: Moment,
    leaf: Leaf,
) -> Answer<Part<Handover>> {
    Ok(leaf.cut(over(db, here, party, STOPPED, since, leaf).await?))
}

/// On what closed since then this party can look back still, newest first.
///
/// # Errors
/// What the database answers.
pub async fn to_look_back(
    db: &Db,
    here: Municipality,
    party: Id<Party>,
    since: Moment,
    leaf: Leaf,
) -> Answer<Part<Handover>> {
    let mut all = over(db, here, party, TO_LOOK_BACK, since, leaf).await?;
    // On one to oneself only one side looks back.
    all.retain(|handover| handover.can_look_back(party));
    Ok(leaf.cut(all))
}

async fn over(
    db: &Db,
    here: Municipality,
    party: Id<Party>,
    sql: &'static str,
    since: Moment,
    leaf: Leaf,
) -> Answer<Vec<Handover>> {
    let found = db.read(sql).bind(here).bind(party).bind(leaf.reach()).bind(since);
    let mut all = handovers(found.all::<HandoverRow>().await?)?;
    all.sort_by_key(|handover| std::cmp::Reverse((handover.closed_at, handover.id)));
    // One to oneself stands on both sides: two parties became one.
    all.dedup_by_key(|handover| handover.id);
    Ok(all)
}

/// So many that are late are shown to whoever coordinates, the newest.
const MOST_LATE: i64 = 1000;

const LATE: &str = concat!(
    "select ",
    columns!(),
    " from handovers_handover where municipality_id = $1 and closed_at is null and tell_at <= $2"
);

const LATE_AREAS: &str = "select distinct area from handovers_handover \
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
) -> Answer<Part<Handover>> {
    let leaf = Leaf::first(MOST_LATE);
    let found = db
        .read(LATE)
        .bind(here)
        .bind(now)
        .push_list(" and area in (", exchange::codes(areas), ")")
        .push_bind(" order by tell_at desc limit +", leaf.reach());
    Ok(leaf.cut(handovers(found.all::<HandoverRow>().await?)?))
}

// Open is said by the ball as well: by the moment alone SQLite walks all that this party was ever offered.
pub(crate) const PULSE: &str = "select 1, count(*), coalesce(sum(version + turn), 0), \
     count(case when state like '%-late' then 1 end) \
     from handovers_handover where municipality_id = $1 and giver_party = $2 \
     and ball in ('giver', 'receiver', 'both') and closed_at is null \
     union all \
     select 2, count(*), coalesce(sum(version + turn), 0), \
     count(case when state like '%-late' then 1 end) \
     from handovers_handover where municipality_id = $1 and receiver_party = $2 \
     and ball in ('giver', 'receiver', 'both') and closed_at is null";

/// How many open handovers there are, how often something was done to them and how many are late, as one number. What is
/// closed is not looked at: that somebody of the own party looked back shows once the page is loaded again.
///
/// # Errors
/// What the database answers.
pub async fn pulse(db: &Db, here: Municipality, party: Id<Party>) -> Answer<i64> {
    Ok(exchange::pulse(db.read(PULSE).bind(here).bind(party).all().await?))
}
