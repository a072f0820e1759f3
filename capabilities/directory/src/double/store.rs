//! SQL on `directory_merged` and `directory_two`, and what is compared of all parties.

use std::collections::{HashMap, HashSet};

use access::Permit;
use ground::db::{Db, Tx};
use ground::id::{Id, Municipality};
use ground::moment::Moment;
use ground::retention::{Of, Rule};
use ground::trouble::Answer;

use super::Traits;
use crate::offer::Offer;
use crate::party::{Email, Party, Phone, Website};
use crate::source::{Origin, Source};
use crate::wording::name_key;

#[derive(sqlx::FromRow)]
struct TraitsRow {
    id: Id<Party>,
    name_key: String,
    role_phone: Phone,
    role_email: Email,
    website: Website,
}

pub async fn traits(db: &Db, here: Municipality) -> Answer<Vec<Traits>> {
    let mut doors: HashMap<Id<Party>, Vec<String>> = HashMap::new();
    db.read(
        "select party_id, postcode, house_number from directory_place \
         where municipality_id = $1 and postcode <> '' and house_number <> ''",
    )
    .bind(here)
    .each(|(party, postcode, number): (Id<Party>, String, String)| {
        let door = name_key(&format!("{postcode} {number}")).replace(' ', "");
        doors.entry(party).or_default().push(door);
    })
    .await?;
    let mut all = Vec::new();
    db.read("select id, name_key, role_phone, role_email, website from directory_party where municipality_id = $1 order by id")
        .bind(here)
        .each(|row: TraitsRow| {
            all.push(Traits {
                doors: doors.remove(&row.id).unwrap_or_default(),
                id: row.id,
                name_key: row.name_key,
                phone: row.role_phone,
                email: row.role_email,
                website: row.website,
            });
        })
        .await?;
    Ok(all)
}

/// Of whom somebody said that they are two.
pub async fn two(db: &Db, here: Municipality) -> Answer<HashSet<(Id<Party>, Id<Party>)>> {
    let rows: Vec<(Id<Party>, Id<Party>)> = db
        .read("select one_id, other_id from directory_two where municipality_id = $1")
        .bind(here)
        .all()
        .await?;
    Ok(rows.into_iter().collect())
}

/// False when somebody said so before.
pub async fn say_two(
    tx: &mut Tx,
    permit: &Permit,
    (one, other): (Id<Party>, Id<Party>),
    now: Moment,
) -> Answer<bool> {
    let new = tx
        .sql(
            "insert into directory_two (municipality_id, one_id, other_id, said_at) values ($1, $2, $3, $4) \
             on conflict (municipality_id, one_id, other_id) do nothing",
        )
        .bind(permit.municipality())
        .bind(one)
        .bind(other)
        .bind(now)
        .execute()
        .await?;
    Ok(new == 1)
}

/// What an id stood for, and what it stands for since it became one with another.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Merged {
    pub name_key: String,
    pub source_id: Option<Id<Source>>,
    pub source_key: Option<String>,
}

/// All that became one with this party.
pub async fn into_party(db: &Db, here: Municipality, party: Id<Party>) -> Answer<Vec<Merged>> {
    Ok(db
        .read(
            "select name_key, source_id, source_key from directory_merged \
             where municipality_id = $1 and kind = 'party' and new_id = $2 order by merged_at, old_id",
        )
        .bind(here)
        .bind(party)
        .all()
        .await?)
}

/// Where an old id of a party leads.
pub async fn party_now(db: &Db, here: Municipality, old: Id<Party>) -> Answer<Option<Id<Party>>> {
    Ok(db
        .read("select new_id from directory_merged where municipality_id = $1 and kind = 'party' and old_id = $2")
        .bind(here)
        .bind(old)
        .optional_scalar()
        .await?)
}

/// Where an old id of an offer leads.
pub async fn offer_now(db: &Db, here: Municipality, old: Id<Offer>) -> Answer<Option<Id<Offer>>> {
    Ok(db
        .read("select new_id from directory_merged where municipality_id = $1 and kind = 'offer' and old_id = $2 \
               and exists (select 1 from directory_offer offer where offer.municipality_id = $1 and offer.id = new_id)")
        .bind(here)
        .bind(old)
        .optional_scalar()
        .await?)
}

/// Every old id of an offer, with where it leads.
pub async fn offers_now(db: &Db, here: Municipality) -> Answer<Vec<(Id<Offer>, Id<Offer>)>> {
    Ok(db
        .read("select old_id, new_id from directory_merged where municipality_id = $1 and kind = 'offer' \
               and exists (select 1 from directory_offer offer where offer.municipality_id = $1 and offer.id = new_id) \
               order by old_id")
        .bind(here)
        .all()
        .await?)
}

/// A human took an offer off the map: its source does not bring it back while its party is there. That stands where two
/// offers that became one stand, with the party as what it leads to; who follows its old address finds nothing.
pub(crate) async fn keep_away(tx: &mut Tx, permit: &Permit, offer: &Offer, now: Moment) -> Answer<()> {
    if offer.origin.is_none() {
        return keep_away_from(tx, permit, (Id::from_uuid(offer.id.uuid()), offer.party)).await;
    }
    let party: Id<Offer> = Id::from_uuid(offer.party.uuid());
    lead(tx, permit, "offer", (offer.id, party), (String::new(), offer.origin.as_ref()), now).await
}

/// What leads from offers to the one leads to the other: what was taken off the map stays away there as well.
pub(super) async fn keep_away_from(
    tx: &mut Tx,
    permit: &Permit,
    (gone, stays): (Id<Party>, Id<Party>),
) -> Answer<()> {
    tx.sql("update directory_merged set new_id = $3 where municipality_id = $1 and kind = 'offer' and new_id = $2")
        .bind(permit.municipality())
        .bind(gone)
        .bind(stays)
        .execute()
        .await?;
    Ok(())
}

/// From now on `old` leads to `new`, and so does all that led to `old`.
pub(super) async fn lead<T>(
    tx: &mut Tx,
    permit: &Permit,
    kind: &'static str,
    (old, new): (Id<T>, Id<T>),
    (name_key, origin): (String, Option<&Origin>),
    now: Moment,
) -> Answer<()> {
    tx.sql(
        "update directory_merged set new_id = $4 where municipality_id = $1 and kind = $2 and new_id = $3",
    )
    .bind(permit.municipality())
    .bind(kind)
    .bind(old)
    .bind(new)
    .execute()
    .await?;
    tx.sql(
        "insert into directory_merged (municipality_id, kind, old_id, new_id, name_key, source_id, source_key, \
         source_digest, merged_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    )
    .bind(permit.municipality())
    .bind(kind)
    .bind(old)
    .bind(new)
    .bind(name_key)
    .bind(origin.map(|origin| origin.source))
    .bind(origin.map(|origin| origin.key.clone()))
    .bind(origin.and_then(|origin| origin.digest.clone()))
    .bind(now)
    .execute()
    .await?;
    Ok(())
}

/// Everything that hangs on a party hangs on another one.
pub(super) async fn move_over(tx: &mut Tx, permit: &Permit, from: Id<Party>, to: Id<Party>) -> Answer<()> {
    tx.sql("update directory_place set party_id = $3 where municipality_id = $1 and party_id = $2")
        .bind(permit.municipality())
        .bind(from)
        .bind(to)
        .execute()
        .await?;
    tx.sql("update directory_contact set party_id = $3 where municipality_id = $1 and party_id = $2")
        .bind(permit.municipality())
        .bind(from)
        .bind(to)
        .execute()
        .await?;
    tx.sql("update directory_offer set party_id = $3 where municipality_id = $1 and party_id = $2")
        .bind(permit.municipality())
        .bind(from)
        .bind(to)
        .execute()
        .await?;
    Ok(())
}

/// Letters that came back since `since` from the role's address that stays, or from a person's, count at the party that stays,
/// also when something else of it was confirmed `until` then: nobody confirmed these addresses.
pub(super) async fn keep_marks(
    tx: &mut Tx,
    permit: &Permit,
    (from, to): (Id<Party>, Id<Party>),
    (since, email): (Moment, &str),
    until: Moment,
) -> Answer<()> {
    tx.sql(
        "update directory_request set party_id = $3, created_at = case when created_at < $6 then $6 else created_at end \
         where municipality_id = $1 and party_id = $2 and state = 'bounced' and created_at >= $4 \
         and (address = $5 or address in (select contact.email from directory_contact contact \
         where contact.municipality_id = $1 and contact.party_id = $3))",
    )
    .bind(permit.municipality())
    .bind(from)
    .bind(to)
    .bind(since)
    .bind(email)
    .bind(until)
    .execute()
    .await?;
    Ok(())
}

/// Old addresses that lead to nothing any more. What was taken off may still come back for a week.
pub const DEAD_ENDS: Rule = Rule {
    keep: "listed",
    table: "directory_merged",
    key: "old_id",
    since: "merged_at",
    over: "not exists (select 1 from directory_party party where party.municipality_id = $1 and party.id = new_id) \
           and not exists (select 1 from directory_offer offer where offer.municipality_id = $1 and offer.id = new_id) \
           and not exists (select 1 from directory_taken_off gone where gone.municipality_id = $1)",
    after: &[],
    along: &[],
    of: Of::Work,
};
