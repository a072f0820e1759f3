//! SQL on `access_once`: one row for each form that was sent, taken by whoever inserts it.

use axum::http::StatusCode;
use ground::db::Db;
use ground::id::Municipality;
use ground::moment::Moment;
use ground::retention::{Of, Rule};
use ground::trouble::Answer;

use super::key::Marks;
use super::{ABANDONED, KEPT};

/// What is known of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Known {
    /// It is ours to do, from now.
    Ours(Claim),
    /// Somebody is at it.
    Running,
    Answered(StatusCode, Option<String>),
    /// The key was used at another address.
    Elsewhere,
    /// The key was used here, with something else in the form.
    Changed,
}

/// The right to do a form, until it is answered or given back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Claim {
    municipality: Municipality,
    marks: Marks,
    /// Tells this claim from a later one on the same form.
    made_at: Moment,
}

#[derive(sqlx::FromRow)]
struct Row {
    path_hash: Vec<u8>,
    sent_hash: Vec<u8>,
    held_at: Moment,
    status: Option<i32>,
    location: Option<String>,
}

/// Claims the form, or says what became of it. `running`: this very process is at it, however long it takes.
pub(super) async fn claim(
    db: &Db,
    municipality: Municipality,
    marks: &Marks,
    running: bool,
    now: Moment,
) -> Answer<Known> {
    let ours = || Known::Ours(Claim { municipality, marks: marks.clone(), made_at: now });
    // A row that goes or comes between two statements is looked at once more.
    for _ in 0..4 {
        let row: Option<Row> = db
            .read(
                "select path_hash, sent_hash, held_at, status, location from access_once \
                 where municipality_id = $1 and key_hash = $2",
            )
            .bind(municipality)
            .bind(marks.key.to_vec())
            .optional()
            .await?;
        let taken = match row {
            None => insert(db, municipality, marks, now).await?,
            Some(row) if row.path_hash != marks.path => return Ok(Known::Elsewhere),
            Some(row) if row.sent_hash != marks.sent => return Ok(Known::Changed),
            Some(Row { status: Some(status), location, .. }) => {
                let status = u16::try_from(status).ok().and_then(|status| StatusCode::from_u16(status).ok());
                return Ok(Known::Answered(status.unwrap_or(StatusCode::OK), location));
            }
            Some(row) if running || now < row.held_at.plus(ABANDONED) => return Ok(Known::Running),
            Some(row) => take_over(db, municipality, marks, row.held_at, now).await?,
        };
        if taken {
            return Ok(ours());
        }
    }
    Ok(Known::Running)
}

/// Of all who try at once, on however many servers, the unique key lets one through.
async fn insert(db: &Db, municipality: Municipality, marks: &Marks, now: Moment) -> Answer<bool> {
    let rows = db
        .write(
            "insert into access_once (municipality_id, key_hash, path_hash, sent_hash, made_at, held_at) \
             values ($1, $2, $3, $4, $5, $6) on conflict (municipality_id, key_hash) do nothing",
        )
        .bind(municipality)
        .bind(marks.key.to_vec())
        .bind(marks.path.to_vec())
        .bind(marks.sent.to_vec())
        .bind(now)
        .bind(now)
        .execute()
        .await?;
    Ok(rows == 1)
}

/// The claim of a server that fell over goes to the first who comes after a minute. Whether that server wrote anything
/// before it fell nobody knows: the form's own number or version (`id`, `seen`) is what then prevents a second time.
async fn take_over(
    db: &Db,
    municipality: Municipality,
    marks: &Marks,
    held_at: Moment,
    now: Moment,
) -> Answer<bool> {
    let rows = db
        .write(
            "update access_once set made_at = $4, held_at = $5 \
             where municipality_id = $1 and key_hash = $2 and held_at = $3 and status is null",
        )
        .bind(municipality)
        .bind(marks.key.to_vec())
        .bind(held_at)
        .bind(now)
        .bind(now)
        .execute()
        .await?;
    if rows == 1 {
        tracing::warn!("a form whose server stopped half-way is done again");
    }
    Ok(rows == 1)
}

/// Still at it.
pub(super) async fn hold(db: &Db, claim: &Claim, now: Moment) -> Answer<()> {
    db.write(
        "update access_once set held_at = $4 \
         where municipality_id = $1 and key_hash = $2 and made_at = $3 and status is null",
    )
    .bind(claim.municipality)
    .bind(claim.marks.key.to_vec())
    .bind(claim.made_at)
    .bind(now)
    .execute()
    .await?;
    Ok(())
}

pub(super) async fn answer(db: &Db, claim: &Claim, status: StatusCode, location: Option<&str>) -> Answer<()> {
    db.write(
        "update access_once set status = $4, location = $5 \
         where municipality_id = $1 and key_hash = $2 and made_at = $3 and status is null",
    )
    .bind(claim.municipality)
    .bind(claim.marks.key.to_vec())
    .bind(claim.made_at)
    .bind(i32::from(status.as_u16()))
    .bind(location.map(str::to_owned))
    .execute()
    .await?;
    Ok(())
}

/// Nothing was done, so it may be sent again.
pub(super) async fn release(db: &Db, claim: &Claim) -> Answer<()> {
    db.write(
        "delete from access_once \
         where municipality_id = $1 and key_hash = $2 and made_at = $3 and status is null",
    )
    .bind(claim.municipality)
    .bind(claim.marks.key.to_vec())
    .bind(claim.made_at)
    .execute()
    .await?;
    Ok(())
}

/// A form is remembered a day.
pub const ENDS: Rule = Rule {
    keep: "form-day",
    table: "access_once",
    key: "key_hash",
    since: "made_at",
    over: "made_at <= $2",
    after: &[KEPT],
    along: &[],
    of: Of::Work,
};
