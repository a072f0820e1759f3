//! SQL on `exchange_draft`.

use access::Permit;
use ground::db::Db;
use ground::id::{Id, Municipality};
use ground::moment::Moment;
use ground::trouble::Answer;

use super::{Draft, Place};
use crate::{Member, Said};

/// What this person was typing in these places, in this party's name.
///
/// # Errors
/// What the database answers.
pub async fn find<P: Place>(
    db: &Db,
    here: Municipality,
    member: Member,
    places: &[P],
) -> Answer<Vec<(P, String)>> {
    let rows: Vec<(String, String)> = db
        .read(
            "select place, text from exchange_draft \
             where municipality_id = $1 and person_id = $2 and party_id = $3",
        )
        .bind(here)
        .bind(member.person)
        .bind(member.party)
        .push_list(" and place in (", places.iter().map(P::word), ")")
        .all()
        .await?;
    let text_of = |word: &str| rows.iter().find(|(place, _)| place == word).map(|(_, text)| text.clone());
    Ok(places.iter().filter_map(|place| Some((place.clone(), text_of(&place.word())?))).collect())
}

/// Keeps it in place of what was there.
pub(super) async fn keep<P: Place>(
    db: &Db,
    permit: &Permit,
    member: Member,
    place: &P,
    text: &Said,
    now: Moment,
) -> Answer<()> {
    let mut tx = db.begin().await?;
    tx.sql(
        "insert into exchange_draft (municipality_id, id, person_id, party_id, place, text, at) \
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
///
/// # Errors
/// What the database answers.
pub async fn forget(db: &Db, permit: &Permit, member: Member, place: &impl Place) -> Answer<()> {
    let mut tx = db.begin().await?;
    tx.sql(
        "delete from exchange_draft \
         where municipality_id = $1 and person_id = $2 and party_id = $3 and place = $4",
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
