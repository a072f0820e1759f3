//! SQL on `asks_draft`.

use access::Permit;
use exchange::{Member, Said};
use ground::db::Db;
use ground::id::{Id, Municipality};
use ground::moment::Moment;
use ground::trouble::Answer;

use super::{Draft, Place};

/// What this person was typing there, in this party's name.
pub(crate) async fn find(
    db: &Db,
    here: Municipality,
    member: Member,
    place: &Place,
) -> Answer<Option<String>> {
    let found = db
        .read(
            "select text from asks_draft where municipality_id = $1 and person_id = $2 and party_id = $3 \
             and place = $4",
        )
        .bind(here)
        .bind(member.person)
        .bind(member.party)
        .bind(place.word())
        .optional_scalar()
        .await?;
    Ok(found)
}

/// Keeps it in place of what was there.
pub(crate) async fn keep(
    db: &Db,
    permit: &Permit,
    member: Member,
    place: &Place,
    text: &Said,
    now: Moment,
) -> Answer<()> {
    let mut tx = db.begin().await?;
    tx.sql(
        "insert into asks_draft (municipality_id, id, person_id, party_id, place, text, at) \
         values ($1, $2, $3, $4, $5, $6, $7) \
         on conflict (municipality_id, person_id, party_id, place) do update set text = excluded.text, at = excluded.at",
    )
    .bind(permit.municipality())
    .bind(Id::<Draft>::new(now))
    .bind(member.person)
    .bind(member.party)
    .bind(place.word())
    .bind(text.as_str().to_owned())
    .bind(now)
    .execute()
    .await?;
    tx.commit().await?;
    Ok(())
}

/// It was sent, or is not wanted any more.
pub(crate) async fn forget(db: &Db, permit: &Permit, member: Member, place: &Place) -> Answer<()> {
    let mut tx = db.begin().await?;
    tx.sql(
        "delete from asks_draft where municipality_id = $1 and person_id = $2 and party_id = $3 and place = $4",
    )
    .bind(permit.municipality())
    .bind(member.person)
    .bind(member.party)
    .bind(place.word())
    .execute()
    .await?;
    tx.commit().await?;
    Ok(())
}
