//! Counting between the two worlds.

use directory::area::AreaCode;
use directory::party::{Party, Sphere};
use ground::db::Db;
use ground::id::{Id, Municipality};
use ground::moment::Moment;
use ground::trouble::{Answer, Trouble};

use super::cell::Cell;
use super::quarter::Quarter;
use super::{Reciprocity, Row};
use crate::Contact;

#[derive(sqlx::FromRow)]
struct CountedRow {
    id: Id<Contact>,
    from_party: Id<Party>,
    from_sphere: String,
    to_party: Id<Party>,
    in_time: bool,
}

/// How often formal and informal parties asked each other something in a district, in a quarter that is settled, as
/// far as it is known whether there was an answer in time. What was taken back within its term, or still runs, says
/// nothing of who was asked.
///
/// A district only: the same contact in two numbers could be told by their difference. Of a neighbourhood it is the
/// district it lies in.
///
/// # Errors
/// `NotYet` while the quarter is not settled; what the database answers.
pub async fn reciprocity(
    db: &Db,
    here: Municipality,
    area: &AreaCode,
    quarter: Quarter,
    now: Moment,
) -> Answer<Reciprocity> {
    if !quarter.is_settled(now) {
        return Err(Trouble::not_yet("quarter-runs"));
    }
    let (Some(begins), Some(ends)) = (quarter.begins(), quarter.after().begins()) else {
        return Err(Trouble::NotThere);
    };
    let rows: Vec<CountedRow> = db
        .read(
            "select id, from_party, from_sphere, to_party, in_time from contacts_contact \
             where municipality_id = $1 and district_code = $2 and day >= $3 and day < $4 \
             and from_sphere <> to_sphere and in_time is not null",
        )
        .bind(here)
        .bind(area.district().to_string())
        .bind(begins)
        .bind(ends)
        .all()
        .await?;
    let count = |sphere: Sphere, in_time: bool| {
        let mut cell = Cell::default();
        for row in rows.iter().filter(|row| row.from_sphere == sphere.word() && row.in_time == in_time) {
            cell.add(row.id, [row.from_party, row.to_party]);
        }
        cell.shown()
    };
    let row = |sphere: Sphere| Row::of(count(sphere, true), count(sphere, false));
    Ok(Reciprocity { to_informal: row(Sphere::Formal), to_formal: row(Sphere::Informal) })
}
