//! SQL that lists handovers: always of one party, always so many at most, always along an index.

use directory::party::Party;
use ground::db::Db;
use ground::id::{Id, Municipality};
use ground::moment::Moment;
use ground::trouble::Answer;
use people::person::Person;

use crate::handover::Handover;
use crate::handover::store::{HandoverRow, columns, handovers};

/// More than this is a search, not a list.
pub const MOST: i64 = 200;

/// Of this party as giver, with the ball here.
pub(crate) const GIVER_PLAYS: &str = concat!(
    "select ",
    columns!(),
    " from handovers_handover where municipality_id = $1 and giver_party = $2 and ball in ('giver', 'both') \
     and closed_at is null order by since limit $3"
);

/// Of this party as receiver, with the ball here.
pub(crate) const RECEIVER_PLAYS: &str = concat!(
    "select ",
    columns!(),
    " from handovers_handover where municipality_id = $1 and receiver_party = $2 \
     and ball in ('receiver', 'both') and closed_at is null order by since limit $3"
);

/// Of this party as giver, with the ball over there.
pub(crate) const GIVER_WAITS: &str = concat!(
    "select ",
    columns!(),
    " from handovers_handover where municipality_id = $1 and giver_party = $2 and ball = 'receiver' \
     and closed_at is null order by since limit $3"
);

/// Of this party as receiver, with the ball over there.
pub(crate) const RECEIVER_WAITS: &str = concat!(
    "select ",
    columns!(),
    " from handovers_handover where municipality_id = $1 and receiver_party = $2 and ball = 'giver' \
     and closed_at is null order by since limit $3"
);

/// Closed since then, newest first.
pub(crate) const GIVER_CLOSED: &str = concat!(
    "select ",
    columns!(),
    " from handovers_handover where municipality_id = $1 and giver_party = $2 and closed_at >= $4 \
     and closed_at is not null order by closed_at desc limit $3"
);

pub(crate) const RECEIVER_CLOSED: &str = concat!(
    "select ",
    columns!(),
    " from handovers_handover where municipality_id = $1 and receiver_party = $2 and closed_at >= $4 \
     and closed_at is not null order by closed_at desc limit $3"
);

/// What waits for this party: the ball is here. Of whom this person is the guide, or took it over, first.
///
/// # Errors
/// What the database answers.
pub async fn mine(
    db: &Db,
    here: Municipality,
    party: Id<Party>,
    person: Id<Person>,
    most: i64,
) -> Answer<Vec<Handover>> {
    let mut all = open(db, here, party, [GIVER_PLAYS, RECEIVER_PLAYS], most).await?;
    let own = |handover: &Handover| {
        let side = handover.who(party).and_then(|who| handover.side(who));
        side.and_then(|side| side.person) == Some(person)
    };
    all.sort_by_key(|handover| (!own(handover), handover.since, handover.id));
    all.truncate(usize::try_from(most).unwrap_or(usize::MAX));
    Ok(all)
}

/// What this party waits for: the ball is over there, since when and until when says the handover.
///
/// # Errors
/// What the database answers.
pub async fn theirs(db: &Db, here: Municipality, party: Id<Party>, most: i64) -> Answer<Vec<Handover>> {
    let mut all = open(db, here, party, [GIVER_WAITS, RECEIVER_WAITS], most).await?;
    all.sort_by_key(|handover| (handover.since, handover.id));
    all.truncate(usize::try_from(most).unwrap_or(usize::MAX));
    Ok(all)
}

/// Two statements, each along its own index: an *or* of two columns would walk all rows.
async fn open(
    db: &Db,
    here: Municipality,
    party: Id<Party>,
    statements: [&'static str; 2],
    most: i64,
) -> Answer<Vec<Handover>> {
    let mut rows: Vec<HandoverRow> = Vec::new();
    for sql in statements {
        rows.extend(db.read(sql).bind(here).bind(party).bind(most).all::<HandoverRow>().await?);
    }
    handovers(rows)
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
    most: i64,
) -> Answer<Vec<Handover>> {
    let mut rows: Vec<HandoverRow> = Vec::new();
    for sql in [GIVER_CLOSED, RECEIVER_CLOSED] {
        let found = db.read(sql).bind(here).bind(party).bind(most).bind(since);
        rows.extend(found.all::<HandoverRow>().await?);
    }
    let mut all = handovers(rows)?;
    all.sort_by_key(|handover| std::cmp::Reverse((handover.closed_at, handover.id)));
    all.truncate(usize::try_from(most).unwrap_or(usize::MAX));
    Ok(all)
}

/// Open still, two working days after the term: what whoever coordinates hears of, what waits longest first.
///
/// # Errors
/// What the database answers.
pub async fn late(db: &Db, here: Municipality, now: Moment) -> Answer<Vec<Handover>> {
    let sql = concat!(
        "select ",
        columns!(),
        " from handovers_handover where municipality_id = $1 and closed_at is null and tell_at <= $2 \
         order by tell_at limit $3"
    );
    handovers(db.read(sql).bind(here).bind(now).bind(MOST).all::<HandoverRow>().await?)
}

// Open is said by the ball as well: by the moment alone SQLite walks all that this party was ever offered.
pub(crate) const GIVER_PULSE: &str = "select count(*), coalesce(sum(version + turn), 0) from handovers_handover \
     where municipality_id = $1 and giver_party = $2 and ball in ('giver', 'receiver', 'both') and closed_at is null";

pub(crate) const RECEIVER_PULSE: &str = "select count(*), coalesce(sum(version + turn), 0) from handovers_handover \
     where municipality_id = $1 and receiver_party = $2 and ball in ('giver', 'receiver', 'both') \
     and closed_at is null";

/// How many open handovers there are and how often something was done to them, as one number.
///
/// # Errors
/// What the database answers.
pub async fn pulse(db: &Db, here: Municipality, party: Id<Party>) -> Answer<i64> {
    let mut pulse: i64 = 0;
    for sql in [GIVER_PULSE, RECEIVER_PULSE] {
        let (open, steps): (i64, i64) = db.read(sql).bind(here).bind(party).one().await?;
        pulse = pulse.wrapping_mul(1_000_003).wrapping_add(open << 20).wrapping_add(steps);
    }
    Ok(pulse)
}
