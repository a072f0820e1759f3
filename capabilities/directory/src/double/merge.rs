//! Two become one: what hangs on either hangs on the one that stays, and every id and source key of the other still leads there.

use access::Permit;
use ground::db::Db;
use ground::id::Id;
use ground::moment::Moment;
use ground::trouble::{Answer, Trouble};

use super::store;
use crate::confirmation::Confirmation;
use crate::desk::form::later;
use crate::event::Listeners;
use crate::language::Languages;
use crate::offer::Offer;
use crate::party::{Party, Serves};
use crate::theme::Themes;
use crate::wording::Lines;
use crate::{municipality, offer, party};

/// `gone` becomes one with `stays`: what it did not say is taken from the other. Who confirmed either last confirmed it still.
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
    let (mut ours, theirs): (Vec<Offer>, Vec<Offer>) =
        all.into_iter().partition(|offer| offer.party == stays);
    let (mut doubles, mut richer) = (Vec::new(), Vec::new());
    for their in &theirs {
        if let Some(our) = ours.iter_mut().find(|our| our.name.key() == their.name.key()) {
            let named = (their.name.key(), their.origin.as_ref());
            store::lead(&mut tx, permit, "offer", (their.id, our.id), named, now).await?;
            doubles.push(their.id);
            let filled = offer_of_both(our, their, now);
            if filled != *our {
                richer.push(filled.id);
                *our = filled;
            }
        }
    }
    ours.retain(|our| richer.contains(&our.id));
    offer::store::remove(&mut tx, permit, &doubles).await?;
    store::move_over(&mut tx, permit, gone, stays).await?;
    offer::store::save_many(&mut tx, permit, &ours).await?;
    listeners.became_one(&mut tx, permit, gone, stays).await?;
    let named = (other.name.key(), other.origin.as_ref());
    store::lead(&mut tx, permit, "party", (gone, stays), named, now).await?;
    store::keep_away_from(&mut tx, permit, (gone, stays)).await?;
    let both = [marks(&one, &other), marks(&other, &one)];
    let merged = filled(one, &other, now);
    for (from, since, same) in both {
        let until = if same { since } else { says_since(&merged) };
        let kept = (since, merged.role.email.as_str());
        store::keep_marks(&mut tx, permit, (from, stays), kept, until).await?;
    }
    party::store::remove(&mut tx, permit, gone).await?;
    party::store::save(&mut tx, permit, &merged).await?;
    municipality::store::touch_one(&mut tx, permit, Some(stays.uuid()), now).await?;
    tx.commit().await?;
    Ok(())
}

/// Since when a party says what it says now: a letter that came back before is of another story.
fn says_since(party: &Party) -> Moment {
    party.confirmed.as_ref().map_or(party.created_at, |confirmed| confirmed.at)
}

/// Whose letters came back, since when they count, and whether the other has the same address: then who confirmed the other
/// confirmed that address as well.
fn marks(party: &Party, other: &Party) -> (Id<Party>, Moment, bool) {
    let same = !party.role.email.is_empty() && party.role.email == other.role.email;
    (party.id, says_since(party), same)
}

/// Of two addresses that of the one, unless mail returns from it and not from the other's.
fn email_of_both(one: &Party, other: &Party) -> party::Email {
    let better = one.mail_returns && !other.mail_returns && !other.role.email.is_empty();
    if better { other.role.email.clone() } else { or(&one.role.email, &other.role.email) }
}

/// What the other says where the one says nothing.
fn or<T: Clone + Default + PartialEq>(one: &T, other: &T) -> T {
    if *one == T::default() { other.clone() } else { one.clone() }
}

/// Each line once; where there is no room for all, those of the one.
fn both(one: &Lines, other: &Lines) -> Lines {
    let new = other.iter().filter(|line| !one.iter().any(|known| known == *line));
    Lines::from_lines(one.iter().chain(new)).unwrap_or_else(|_| one.clone())
}

fn newest(one: Option<&Confirmation>, other: Option<&Confirmation>) -> Option<Confirmation> {
    // Of two at the same moment that of the one.
    [other, one].into_iter().flatten().max_by_key(|confirmed| confirmed.at).cloned()
}

/// The one, with what it did not say taken from the other.
fn filled(one: Party, other: &Party, now: Moment) -> Party {
    let serves = match (&one.serves, &other.serves) {
        (Serves::Everywhere, _) | (_, Serves::Everywhere) => Serves::Everywhere,
        (Serves::Areas(areas), Serves::Areas(more)) => {
            let mut areas: Vec<_> = areas.iter().chain(more).cloned().collect();
            areas.sort();
            areas.dedup();
            Serves::Areas(areas)
        }
    };
    Party {
        call_for: both(&one.call_for, &other.call_for),
        not_for: both(&one.not_for, &other.not_for),
        languages: Languages::of(one.languages.iter().chain(other.languages.iter())),
        summary: or(&one.summary, &other.summary),
        best_way: or(&one.best_way, &other.best_way),
        lived_experience: or(&one.lived_experience, &other.lived_experience),
        works_gladly: or(&one.works_gladly, &other.works_gladly),
        capacity: or(&one.capacity, &other.capacity),
        capacity_note: or(&one.capacity_note, &other.capacity_note),
        role: party::RoleAddress {
            name: or(&one.role.name, &other.role.name),
            phone: or(&one.role.phone, &other.role.phone),
            email: email_of_both(&one, other),
            website: or(&one.role.website, &other.role.website),
        },
        serves,
        confirmed: newest(one.confirmed.as_ref(), other.confirmed.as_ref()),
        changed_at: later(Some(one.changed_at), now),
        ..one
    }
}

/// One offer of two, at the places of both. The same as the one when the other says nothing else.
fn offer_of_both(one: &Offer, other: &Offer, now: Moment) -> Offer {
    let mut places = one.places.clone();
    places.extend(other.places.iter().filter(|place| !one.places.contains(place)));
    let filled = Offer {
        summary: or(&one.summary, &other.summary),
        does: both(&one.does, &other.does),
        does_not: both(&one.does_not, &other.does_not),
        for_whom: or(&one.for_whom, &other.for_whom),
        themes: Themes::of(one.themes.iter().chain(other.themes.iter())),
        languages: Languages::of(one.languages.iter().chain(other.languages.iter())),
        way: or(&one.way, &other.way),
        opening: or(&one.opening, &other.opening),
        opening_note: or(&one.opening_note, &other.opening_note),
        cost: or(&one.cost, &other.cost),
        capacity: or(&one.capacity, &other.capacity),
        places,
        confirmed: newest(one.confirmed.as_ref(), other.confirmed.as_ref()),
        ..one.clone()
    };
    if filled == *one { filled } else { Offer { changed_at: later(Some(one.changed_at), now), ..filled } }
}
