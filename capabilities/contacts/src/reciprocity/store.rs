//! Counting between the two worlds.

use directory::area::AreaCode;
use directory::party::Sphere;
use ground::db::Db;
use ground::id::Municipality;
use ground::moment::Moment;
use ground::trouble::{Answer, Trouble};

use super::quarter::Quarter;
use super::{Reciprocity, Row};

#[derive(sqlx::FromRow)]
struct CountRow {
    from_sphere: String,
    in_time: Option<bool>,
    number: i64,
}

/// How often formal and informal parties asked each other something in a district, in a quarter that is settled.
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
    let rows: Vec<CountRow> = db
        .read(
            "select from_sphere, in_time, count(*) as number from contacts_contact \
             where municipality_id = $1 and district_code = $2 and day >= $3 and day < $4 \
             and from_sphere <> to_sphere group by from_sphere, in_time",
        )
        .bind(here)
        .bind(area.district().to_string())
        .bind(begins)
        .bind(ends)
        .all()
        .await?;
    let count = |sphere: Sphere, in_time: bool| {
        let of = rows.iter().filter(|row| row.from_sphere == sphere.word());
        let of = of.filter(|row| (row.in_time == Some(true)) == in_time);
        of.map(|row| u64::try_from(row.number).unwrap_or_default()).sum::<u64>()
    };
    let row = |sphere: Sphere| Row::of(count(sphere, true), count(sphere, false));
    Ok(Reciprocity { to_informal: row(Sphere::Formal), to_formal: row(Sphere::Informal) })
}
