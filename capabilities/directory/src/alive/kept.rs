//! What a party that took itself off had on the map: kept apart for a week, so that it may change its mind, and then gone.

use std::fmt::Write as _;

use access::Permit;
use ground::db::{Db, Tx};
use ground::id::{Id, Municipality};
use ground::moment::Moment;
use ground::retention::{Of, Rule};
use ground::trouble::{Answer, Trouble};
use serde::{Deserialize, Serialize};

use super::{Request, UNDO};
use crate::contact::{self, Contact};
use crate::do_not_list::{self, Wish, reach};
use crate::double;
use crate::event::Listeners;
use crate::offer::{self, Offer};
use crate::party::whole::Whole;
use crate::party::{self, Party};
use crate::place::{self, Place};
use crate::source::{self, Source};

/// Everything of one party, as it is written down.
#[derive(Serialize, Deserialize)]
struct Content {
    party: Party,
    offers: Vec<Offer>,
    places: Vec<Place>,
    contacts: Vec<Contact>,
    /// JPEGs in hexadecimal.
    photos: Vec<(Id<Contact>, String)>,
    wishes: Vec<Id<Wish>>,
}

/// Who took itself off in the last days, for the coordinator.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct TakenOff {
    pub party_id: Id<Party>,
    pub name: String,
    pub taken_at: Moment,
}

/// Takes a party off every page at once, remembers that it must not be listed, and keeps what there was for a week.
/// The caller holds the municipality.
///
/// # Errors
/// `NotThere` without such a party; what the database answers.
pub(super) async fn take_off(
    db: &Db,
    listeners: &Listeners,
    tx: &mut Tx,
    permit: &Permit,
    request: &Request,
    now: Moment,
) -> Answer<()> {
    let here = permit.municipality();
    let whole = Whole::read(db, here, request.party).await?;
    let mut photos = Vec::new();
    for person in whole.contacts.iter().filter(|person| person.photo.is_some()) {
        if let Some(jpeg) = contact::store::photo(db, here, person.id).await? {
            photos.push((person.id, hex(&jpeg)));
        }
    }
    let mut offers = whole.offers;
    for offer in &mut offers {
        let here = whole.places.iter().filter(|(_, offers)| offers.contains(&offer.id));
        offer.places = here.map(|(place, _)| place.id).collect();
    }
    let wishes = wishes(db, here, &whole.party, now).await?;
    for wish in &wishes {
        do_not_list::store::remember(tx, permit, wish).await?;
    }
    let name = whole.party.name.clone();
    let content = Content {
        party: whole.party,
        offers,
        places: whole.places.into_iter().map(|(place, _)| place).collect(),
        contacts: whole.contacts,
        photos,
        wishes: wishes.iter().map(|wish| wish.id).collect(),
    };
    listeners.left(tx, permit, request.party).await?;
    party::store::remove(tx, permit, request.party).await?;
    tx.sql(
        "insert into directory_taken_off (municipality_id, party_id, request_id, name, content, taken_at) \
         values ($1, $2, $3, $4, $5, $6)",
    )
    .bind(here)
    .bind(request.party)
    .bind(request.id)
    .bind(name)
    .bind(serde_json::to_string(&content).map_err(Trouble::fault)?)
    .bind(now)
    .execute()
    .await?;
    Ok(())
}

/// By what the party is reached, and nobody else on the map: a number of the town hall keeps nobody off.
async fn own_contacts(db: &Db, here: Municipality, party: &Party) -> Answer<Vec<String>> {
    let mut own = reach::digests(here, &party.role);
    for other in double::store::traits(db, here).await? {
        if other.id != party.id {
            let role = party::RoleAddress {
                phone: other.phone,
                email: other.email,
                website: other.website,
                ..party::RoleAddress::default()
            };
            let shared = reach::digests(here, &role);
            own.retain(|contact| !shared.contains(contact));
        }
    }
    Ok(own)
}

/// The wishes by which an import knows the party again: its own name, key and contacts, and names and keys of what became
/// one with it.
pub(crate) async fn wishes(db: &Db, here: Municipality, party: &Party, now: Moment) -> Answer<Vec<Wish>> {
    let sources = source::store::all(db, here).await?;
    let named = |id: Option<Id<Source>>| {
        let found = id.and_then(|id| sources.iter().find(|source| source.id == id));
        found.map(|source| source.name.to_string()).unwrap_or_default()
    };
    let wish = |name_key: String, source: Option<Id<Source>>, key: Option<String>| Wish {
        id: Id::new(now),
        name_key,
        postcode: String::new(),
        source_name: named(source),
        source_key: key.unwrap_or_default(),
        contacts: Vec::new(),
        asked_at: now,
    };
    let origin = party.origin.as_ref();
    let own = wish(party.name.key(), origin.map(|it| it.source), origin.map(|it| it.key.clone()));
    let mut wishes = vec![Wish { contacts: own_contacts(db, here, party).await?, ..own }];
    let merged = double::store::into_party(db, here, party.id).await?;
    wishes.extend(merged.into_iter().map(|it| wish(it.name_key, it.source_id, it.source_key)));
    Ok(wishes)
}

/// Puts back what was taken off, with the same ids, and forgets the wish not to be listed. `false` when nothing is kept.
/// The caller holds the municipality.
///
/// # Errors
/// What the database answers.
pub(super) async fn put_back(tx: &mut Tx, permit: &Permit, party: Id<Party>, now: Moment) -> Answer<bool> {
    let here = permit.municipality();
    let kept: Option<String> = tx
        .sql("select content from directory_taken_off where municipality_id = $1 and party_id = $2 and taken_at >= $3")
        .bind(here)
        .bind(party)
        .bind(now.minus(UNDO))
        .optional_scalar()
        .await?;
    let Some(kept) = kept else { return Ok(false) };
    let content: Content = serde_json::from_str(&kept).map_err(Trouble::fault)?;
    let Content { mut party, mut offers, places, contacts, photos, wishes } = content;
    for wish in wishes {
        do_not_list::store::forget(tx, permit, wish).await?;
    }
    // An import that was told to bring it again has its key now; what comes back is then nobody's but its own.
    if let Some(origin) = &party.origin
        && party::store::has_key(tx, here, origin).await?
    {
        party.origin = None;
    }
    for offer in &mut offers {
        if let Some(origin) = &offer.origin
            && offer::store::has_key(tx, here, origin).await?
        {
            offer.origin = None;
        }
    }
    party::store::save(tx, permit, &party).await?;
    place::store::save_many(tx, permit, &places, now).await?;
    contact::store::save_many(tx, permit, &contacts, now).await?;
    for (person, jpeg) in photos {
        let since = contacts.iter().find(|it| it.id == person).and_then(|it| it.photo);
        if let (Some(bytes), Some(since)) = (unhex(&jpeg), since) {
            contact::store::set_photo(tx, permit, person, Some((bytes, since)), now).await?;
        }
    }
    offer::store::save_many(tx, permit, &offers).await?;
    forget(tx, permit, party.id).await?;
    Ok(true)
}

async fn forget(tx: &mut Tx, permit: &Permit, party: Id<Party>) -> Answer<()> {
    tx.sql("delete from directory_taken_off where municipality_id = $1 and party_id = $2")
        .bind(permit.municipality())
        .bind(party)
        .execute()
        .await?;
    Ok(())
}

/// Who may still come back.
///
/// # Errors
/// What the database answers.
pub async fn all(db: &Db, here: Municipality, now: Moment) -> Answer<Vec<TakenOff>> {
    Ok(db
        .read(
            "select party_id, name, taken_at from directory_taken_off \
             where municipality_id = $1 and taken_at >= $2 order by taken_at desc, party_id",
        )
        .bind(here)
        .bind(now.minus(UNDO))
        .all()
        .await?)
}

/// A week is over: what was kept goes.
pub const ENDS: Rule = Rule {
    keep: "undo",
    table: "directory_taken_off",
    key: "party_id",
    since: "taken_at",
    over: "taken_at < $2",
    after: &[UNDO],
    along: &[],
    of: Of::Work,
};

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    (0..text.len()).step_by(2).map(|at| u8::from_str_radix(text.get(at..at + 2)?, 16).ok()).collect()
}
