//! Two become one: what hangs on either hangs on the one that stays, and every id and source key of the other still leads there.

use access::Permit;
use ground::db::Db;
use ground::id::Id;
use ground::moment::Moment;
use ground::trouble::{Answer, Trouble};

use super::store;
use crate::desk::form::later;
use crate::event::Listeners;
use crate::language::Languages;
use crate::offer::Offer;
use crate::party::{Capacity, Party, Serves};
use crate::wording::Lines;
use crate::{municipality, offer, party};

/// `gone` becomes one with `stays`. Whoever confirmed the one that stays confirmed it still; what it did not say is taken from the other.
///
/// # Errors
/// `NotThere` when one of them is not; what the database answers. Then nothing is changed.
pub async fn merge(
    db: &Db,
    listeners: &Listeners,
    permit: &Permit,
    stays: Id<Party>,
    gone: Id<Party>,
    now: Moment,
) -> Answer<()> {
    if stays == gone {
        return Err(Trouble::NotThere);
    }
    let here = permit.municipality();
    let mut tx = db.begin().await?;
    municipality::store::hold(&mut tx, permit).await?;
    let one = party::store::find_in(&mut tx, here, stays).await?.ok_or(Trouble::NotThere)?;
    let other = party::store::find_in(&mut tx, here, gone).await?.ok_or(Trouble::NotThere)?;
    // The same offer twice becomes one as well; the others move over as they are.
    let all = offer::store::of_parties(db, here, &[stays, gone]).await?;
    let (ours, theirs): (Vec<Offer>, Vec<Offer>) = all.into_iter().partition(|offer| offer.party == stays);
    let mut doubles = Vec::new();
    for their in &theirs {
        if let Some(our) = ours.iter().find(|our| our.name.key() == their.name.key()) {
            let named = (their.name.key(), their.origin.as_ref());
            store::lead(&mut tx, permit, "offer", (their.id, our.id), named, now).await?;
            doubles.push(their.id);
        }
    }
    offer::store::remove(&mut tx, permit, &doubles).await?;
    store::move_over(&mut tx, permit, gone, stays).await?;
    listeners.became_one(&mut tx, permit, gone, stays).await?;
    let named = (other.name.key(), other.origin.as_ref());
    store::lead(&mut tx, permit, "party", (gone, stays), named, now).await?;
    store::keep_away_from(&mut tx, permit, (gone, stays)).await?;
    party::store::remove(&mut tx, permit, gone).await?;
    party::store::save(&mut tx, permit, &filled(one, other, now)).await?;
    municipality::store::touch_one(&mut tx, permit, Some(stays.uuid()), now).await?;
    tx.commit().await?;
    Ok(())
}

/// The one, with what it did not say taken from the other.
fn filled(one: Party, other: Party, now: Moment) -> Party {
    fn or<T: Default + PartialEq>(one: T, other: T) -> T {
        if one == T::default() { other } else { one }
    }
    let serves = match (one.serves, other.serves) {
        (Serves::Everywhere, _) | (_, Serves::Everywhere) => Serves::Everywhere,
        (Serves::Areas(mut areas), Serves::Areas(more)) => {
            areas.extend(more);
            areas.sort();
            areas.dedup();
            Serves::Areas(areas)
        }
    };
    let both = |one: &Lines, other: &Lines| {
        let new = other.iter().filter(|line| !one.iter().any(|known| known == *line));
        Lines::from_lines(one.iter().chain(new)).unwrap_or_else(|_| one.clone())
    };
    Party {
        call_for: both(&one.call_for, &other.call_for),
        not_for: both(&one.not_for, &other.not_for),
        languages: Languages::of(one.languages.iter().chain(other.languages.iter())),
        summary: or(one.summary, other.summary),
        best_way: or(one.best_way, other.best_way),
        lived_experience: or(one.lived_experience, other.lived_experience),
        works_gladly: or(one.works_gladly, other.works_gladly),
        capacity: if one.capacity == Capacity::Unknown { other.capacity } else { one.capacity },
        capacity_note: or(one.capacity_note, other.capacity_note),
        role: party::RoleAddress {
            name: or(one.role.name, other.role.name),
            phone: or(one.role.phone, other.role.phone),
            email: or(one.role.email, other.role.email),
            website: or(one.role.website, other.role.website),
        },
        serves,
        changed_at: later(Some(one.changed_at), now),
        id: one.id,
        sphere: one.sphere,
        name: one.name,
        origin: one.origin,
        confirmed: one.confirmed,
        asked_at: one.asked_at,
        put_away_at: one.put_away_at,
        created_at: one.created_at,
    }
}
