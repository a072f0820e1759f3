//! SQL on `directory_candidate`.

use access::Permit;
use ground::db::{Db, Tx};
use ground::id::{Id, Municipality};
use ground::moment::Moment;
use ground::retention::{Of, Rule};
use ground::trouble::Answer;

use super::{Candidate, KEPT_AFTER, WAITS};
use crate::party::Party;

/// So many wait at most, and all of them are shown: a list that nobody can see the end of helps nobody.
pub const MOST: i64 = 300;

const COLUMNS: &str = "select id, sphere, name, summary, reach, asked_at, decided_at, party_id \
                       from directory_candidate where municipality_id = $1 ";

/// Somebody asks. Says whether it is new: the same, asked while nobody decided about it, is there once.
///
/// # Errors
/// What the database answers.
pub async fn ask(db: &Db, here: Municipality, candidate: &Candidate) -> Answer<bool> {
    let added = db
        .write(
            "insert into directory_candidate (municipality_id, id, sphere, name, summary, reach, same, asked_at) \
             values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing",
        )
        .bind(here)
        .bind(candidate.id)
        .bind(candidate.sphere)
        .bind(candidate.name.clone())
        .bind(candidate.summary.clone())
        .bind(candidate.reach.clone())
        .bind(candidate.same())
        .bind(candidate.asked_at)
        .execute()
        .await?;
    Ok(added == 1)
}

/// Whether the same waits for a yes or a no.
///
/// # Errors
/// What the database answers.
pub async fn is_asked(db: &Db, here: Municipality, candidate: &Candidate) -> Answer<bool> {
    let found: Option<Id<Candidate>> = db
        .read(
            "select id from directory_candidate where municipality_id = $1 and same = $2 and decided_at is null",
        )
        .bind(here)
        .bind(candidate.same())
        .optional_scalar()
        .await?;
    Ok(found.is_some())
}

/// How many wait for a yes or a no.
///
/// # Errors
/// What the database answers.
pub async fn count(db: &Db, here: Municipality) -> Answer<i64> {
    Ok(db
        .read("select count(*) from directory_candidate where municipality_id = $1 and decided_at is null")
        .bind(here)
        .scalar()
        .await?)
}

/// Who waits longest comes first. In a transaction, because whoever looks leaves a line in the same one.
///
/// # Errors
/// What the database answers.
pub async fn waiting(tx: &mut Tx, here: Municipality) -> Answer<Vec<Candidate>> {
    Ok(tx
        .sql(COLUMNS)
        .bind(here)
        .push("and decided_at is null order by asked_at, id")
        .push_bind(" limit +", MOST)
        .all()
        .await?)
}

/// As this transaction sees it.
///
/// # Errors
/// What the database answers.
pub async fn find_in(tx: &mut Tx, here: Municipality, id: Id<Candidate>) -> Answer<Option<Candidate>> {
    Ok(tx.sql(COLUMNS).bind(here).push_bind("and id = ", id).optional().await?)
}

/// Yes, with the party it became, or no. Says whether nobody had decided before.
///
/// # Errors
/// What the database answers.
pub async fn decide(
    tx: &mut Tx,
    permit: &Permit,
    id: Id<Candidate>,
    party: Option<Id<Party>>,
    now: Moment,
) -> Answer<bool> {
    let decided = tx
        .sql(
            "update directory_candidate set decided_at = $3, party_id = $4 \
             where municipality_id = $1 and id = $2 and decided_at is null",
        )
        .bind(permit.municipality())
        .bind(id)
        .bind(now)
        .bind(party)
        .execute()
        .await?;
    Ok(decided == 1)
}

/// What nobody decided about goes after a while, and what was decided sooner.
pub const ENDS: Rule = Rule {
    keep: "candidate",
    table: "directory_candidate",
    key: "id",
    since: "asked_at",
    over: "(decided_at is null and asked_at < $2) or decided_at < $3",
    after: &[WAITS, KEPT_AFTER],
    along: &[],
    of: Of::Work,
};
