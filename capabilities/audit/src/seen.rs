//! Reading the trail: what concerns a person, what a person did, what happened to a thing, and everything; newest first.

use ground::db::{Db, Sql};
use ground::id::Municipality;
use ground::moment::Moment;
use ground::trouble::{Answer, Trouble};
use uuid::Uuid;

use crate::line::{Actor, Outcome};
use crate::store::{LINES, LineRow};

/// A line as it was written. Whose name belongs to an id is for the caller to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// Its number in the municipality's chain.
    pub sequence: i64,
    pub at: Moment,
    pub actor: Actor,
    pub membership: Option<Uuid>,
    pub action: String,
    pub object: String,
    pub object_id: Option<Uuid>,
    pub about: Option<Uuid>,
    /// The party the thing hung on when it happened; none when the thing is a party itself, and in lines of before parties stood in them.
    pub party: Option<Uuid>,
    pub purpose: String,
    pub outcome: Outcome,
}

/// Which part of the lines, from the newest on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Page {
    before: i64,
    limit: u8,
}

impl Page {
    /// The newest lines, so many at most.
    #[must_use]
    pub const fn newest(limit: u8) -> Self {
        Self { before: i64::MAX, limit }
    }

    /// Those written before the line of this number.
    #[must_use]
    pub const fn before(self, sequence: i64) -> Self {
        Self { before: sequence, ..self }
    }
}

/// Lines, newest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    pub lines: Vec<Seen>,
    /// Where the next page goes on: [`Page::before`] this number. None when these were the last.
    pub earlier: Option<i64>,
}

/// Who looked at or changed what concerns this person.
///
/// # Errors
/// What the database answers.
pub async fn about(db: &Db, municipality: Municipality, person: Uuid, page: Page) -> Answer<Found> {
    found(db.read(LINES).bind(municipality).push_bind(" and about_id = ", person), page).await
}

/// What this person did.
///
/// # Errors
/// What the database answers.
pub async fn by(db: &Db, municipality: Municipality, person: Uuid, page: Page) -> Answer<Found> {
    found(db.read(LINES).bind(municipality).push_bind(" and person_id = ", person), page).await
}

/// What happened to this thing: `party`, and which one.
///
/// # Errors
/// What the database answers.
pub async fn of_object(
    db: &Db,
    municipality: Municipality,
    object: &str,
    id: Uuid,
    page: Page,
) -> Answer<Found> {
    let lines = db.read(LINES).bind(municipality).push_bind(" and object = ", object.to_owned());
    found(lines.push_bind(" and object_id = ", id), page).await
}

/// What happened to whatever hung on this party at that moment, also when it hangs there no more or is gone altogether.
///
/// # Errors
/// What the database answers.
pub async fn of_party(db: &Db, municipality: Municipality, party: Uuid, page: Page) -> Answer<Found> {
    found(db.read(LINES).bind(municipality).push_bind(" and party_id = ", party), page).await
}

/// When this person last did this, if ever.
///
/// # Errors
/// What the database answers.
pub async fn last_by(
    db: &Db,
    municipality: Municipality,
    person: Uuid,
    action: &str,
) -> Answer<Option<Moment>> {
    Ok(db
        .read(
            "select at from audit_line where municipality_id = $1 and person_id = $2 and action = $3 \
             order by sequence desc limit 1",
        )
        .bind(municipality)
        .bind(person)
        .bind(action.to_owned())
        .optional_scalar()
        .await?)
}

/// Everything, for who watches over it.
///
/// # Errors
/// What the database answers.
pub async fn recent(db: &Db, municipality: Municipality, page: Page) -> Answer<Found> {
    found(db.read(LINES).bind(municipality), page).await
}

/// One line more is asked for than fits, to know whether there is a next page.
async fn found(lines: Sql<'_>, page: Page) -> Answer<Found> {
    let limit = page.limit.max(1);
    let rows: Vec<LineRow> = lines
        .push_bind(" and sequence < ", page.before)
        .push_bind(" order by sequence desc limit +", i64::from(limit) + 1)
        .all()
        .await?;
    let more = rows.len() > usize::from(limit);
    let lines = rows.into_iter().take(usize::from(limit)).map(seen).collect::<Answer<Vec<Seen>>>()?;
    let earlier = lines.last().filter(|_| more).map(|line| line.sequence);
    Ok(Found { lines, earlier })
}

fn seen(row: LineRow) -> Answer<Seen> {
    let known = Actor::read(&row.actor, row.person_id).zip(Outcome::read(&row.outcome));
    let (actor, outcome) = known.ok_or_else(|| Trouble::fault("a line of the trail names nobody we know"))?;
    Ok(Seen {
        sequence: row.sequence,
        at: row.at,
        actor,
        membership: row.membership_id,
        action: row.action,
        object: row.object,
        object_id: row.object_id,
        about: row.about_id,
        party: row.party_id,
        purpose: row.purpose,
        outcome,
    })
}
