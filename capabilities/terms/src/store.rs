//! SQL on `terms_area` and `terms_coordinator`.

use access::Permit;
use audit::{Line, Outcome};
use directory::area::AreaCode;
use ground::db::{Db, Tx};
use ground::id::{Id, Municipality};
use ground::moment::Moment;
use ground::trouble::{Answer, Trouble};
use people::membership::Membership;

use crate::agreed::{Agreed, Days, places};

const COLUMNS: &str = "select t.area_code, t.question_days, t.handover_days, t.meet_days, t.changed_at, \
     c.membership_id from terms_area t left join terms_coordinator c \
     on c.municipality_id = t.municipality_id and c.area_code = t.area_code where t.municipality_id = $1 ";

#[derive(sqlx::FromRow)]
struct AgreedRow {
    area_code: String,
    question_days: i32,
    handover_days: i32,
    meet_days: i32,
    changed_at: Moment,
    membership_id: Option<Id<Membership>>,
}

impl AgreedRow {
    fn agreed(self) -> Answer<Agreed> {
        let days = |count: i32| u16::try_from(count).map_err(Trouble::fault);
        let area = match self.area_code.as_str() {
            "" => None,
            code => Some(AreaCode::parse(code).map_err(|_| Trouble::fault("terms of an area with no code"))?),
        };
        Ok(Agreed {
            area,
            days: Days {
                question: days(self.question_days)?,
                handover: days(self.handover_days)?,
                meet: days(self.meet_days)?,
            },
            coordinator: self.membership_id,
            changed_at: self.changed_at,
        })
    }
}

fn code(area: Option<&AreaCode>) -> String {
    area.map_or(String::new(), |area| area.as_str().to_owned())
}

/// What was agreed for this area and for what lies around it.
pub(crate) async fn around(db: &Db, here: Municipality, area: Option<&AreaCode>) -> Answer<Vec<Agreed>> {
    let codes = places(area).into_iter().map(|place| code(place.as_ref()));
    let rows: Vec<AgreedRow> =
        db.read(COLUMNS).bind(here).push_list(" and t.area_code in (", codes, ")").all().await?;
    rows.into_iter().map(AgreedRow::agreed).collect()
}

pub(crate) async fn around_in(
    tx: &mut Tx,
    here: Municipality,
    area: Option<&AreaCode>,
) -> Answer<Vec<Agreed>> {
    let codes = places(area).into_iter().map(|place| code(place.as_ref()));
    let rows: Vec<AgreedRow> =
        tx.sql(COLUMNS).bind(here).push_list(" and t.area_code in (", codes, ")").all().await?;
    rows.into_iter().map(AgreedRow::agreed).collect()
}

/// Everything that was agreed here, the municipality first.
pub(crate) async fn all(db: &Db, here: Municipality) -> Answer<Vec<Agreed>> {
    let rows: Vec<AgreedRow> = db.read(COLUMNS).bind(here).push(" order by t.area_code").all().await?;
    rows.into_iter().map(AgreedRow::agreed).collect()
}

/// Writes what was agreed for an area, new or known, with a line in the trail.
///
/// # Errors
/// What the database answers; a fault when its coordinator is no membership here.
pub async fn save(tx: &mut Tx, permit: &Permit, agreed: &Agreed) -> Answer<()> {
    let (here, area) = (permit.municipality(), code(agreed.area.as_ref()));
    tx.sql(
        "insert into terms_area (municipality_id, area_code, question_days, handover_days, meet_days, changed_at) \
         values ($1, $2, $3, $4, $5, $6) on conflict (municipality_id, area_code) do update set \
         question_days = excluded.question_days, handover_days = excluded.handover_days, \
         meet_days = excluded.meet_days, changed_at = excluded.changed_at",
    )
    .bind(here)
    .bind(area.clone())
    .bind(i32::from(agreed.days.question))
    .bind(i32::from(agreed.days.handover))
    .bind(i32::from(agreed.days.meet))
    .bind(agreed.changed_at)
    .execute()
    .await?;
    tx.sql("delete from terms_coordinator where municipality_id = $1 and area_code = $2")
        .bind(here)
        .bind(area.clone())
        .execute()
        .await?;
    if let Some(coordinator) = agreed.coordinator {
        tx.sql(
            "insert into terms_coordinator (municipality_id, area_code, membership_id) values ($1, $2, $3)",
        )
        .bind(here)
        .bind(area)
        .bind(coordinator)
        .execute()
        .await?;
    }
    leave(tx, permit, agreed.changed_at).await
}

/// Whether this member looks after the terms of any area.
///
/// # Errors
/// What the database answers.
pub async fn coordinates(db: &Db, here: Municipality, member: Id<Membership>) -> Answer<bool> {
    let found: Option<i32> = db
        .read("select 1 from terms_coordinator where municipality_id = $1 and membership_id = $2 limit 1")
        .bind(here)
        .bind(member)
        .optional_scalar()
        .await?;
    Ok(found.is_some())
}

/// Nothing of its own any more: what holds around it holds here. Says whether there was something.
///
/// # Errors
/// What the database answers.
pub async fn take_away(tx: &mut Tx, permit: &Permit, area: Option<&AreaCode>, now: Moment) -> Answer<bool> {
    let gone = tx
        .sql("delete from terms_area where municipality_id = $1 and area_code = $2")
        .bind(permit.municipality())
        .bind(code(area))
        .execute()
        .await?;
    if gone == 1 {
        leave(tx, permit, now).await?;
    }
    Ok(gone == 1)
}

async fn leave(tx: &mut Tx, permit: &Permit, now: Moment) -> Answer<()> {
    let (actor, membership) = permit.actor();
    let line = Line {
        actor,
        membership,
        action: permit.action(),
        object: "terms",
        object_id: None,
        about: None,
        party: None,
        purpose: "answer-terms",
        outcome: Outcome::Done,
    };
    audit::record(tx, permit.municipality(), now, &line).await
}
