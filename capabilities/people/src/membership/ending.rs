//! Ending a membership: at once, with sessions, with what was handed out, and with the person when it was the last.

use access::{Permit, Role};
use ground::db::{Db, Tx};
use ground::id::Id;
use ground::moment::Moment;
use ground::trouble::{Answer, Trouble};

use super::{Membership, store};
use crate::invitation::store as invitations;
use crate::person::store as persons;
use crate::recovery::store as recoveries;
use crate::session::store as sessions;
use crate::trail::{Told, leave, leave_as};

/// # Errors
/// `NotThere` when it is not there (any more).
pub async fn end(db: &Db, permit: &Permit, which: &Membership, now: Moment) -> Answer<()> {
    let mut tx = db.begin().await?;
    let Some(ended) = gone(&mut tx, permit, which).await? else {
        tx.rollback().await?;
        return Err(Trouble::NotThere);
    };
    leave(&mut tx, permit, told(&ended), now).await?;
    tx.commit().await?;
    Ok(())
}

/// Every place of a party that leaves the map, in that transaction, with a line each.
pub(crate) async fn end_with_party(
    tx: &mut Tx,
    permit: &Permit,
    places: &[Membership],
    now: Moment,
) -> Answer<()> {
    // Everybody first, then what hangs on them, then the trail, whose end one holds: as whoever ends one place does.
    for place in places {
        held(tx, permit, place).await?;
    }
    let mut ended = Vec::with_capacity(places.len());
    for place in places {
        ended.extend(gone(tx, permit, place).await?);
    }
    for place in &ended {
        leave_as(tx, permit, "membership.end", told(place), now).await?;
    }
    Ok(())
}

/// Holds whose it is, if that person is still there.
async fn held(tx: &mut Tx, permit: &Permit, which: &Membership) -> Answer<bool> {
    match persons::hold(tx, permit, which.person).await {
        Ok(()) => Ok(true),
        Err(Trouble::NotThere) => Ok(false),
        Err(trouble) => Err(trouble),
    }
}

/// The place as it was; nothing when it was not there any more.
async fn gone(tx: &mut Tx, permit: &Permit, which: &Membership) -> Answer<Option<Membership>> {
    // Two memberships of one person that end at the same moment: the second sees that it is the last.
    if !held(tx, permit, which).await? {
        return Ok(None);
    }
    // As it is now: the role may have changed since it was looked up.
    let Some(known) = store::find_in(tx, permit.municipality(), which.id).await? else { return Ok(None) };
    store::remove(tx, permit, known.id).await?;
    sessions::end_all(tx, permit, known.person).await?;
    take_back(tx, permit, &known).await?;
    persons::forget_if_alone(tx, permit, which.person).await?;
    Ok(Some(known))
}

/// Another role in the same place; whoever it is signs in again.
///
/// # Errors
/// `NotThere` when the membership is not there (any more).
pub async fn change_role(
    db: &Db,
    permit: &Permit,
    which: &Membership,
    role: Role,
    now: Moment,
) -> Answer<()> {
    let mut tx = db.begin().await?;
    persons::hold(&mut tx, permit, which.person).await?;
    let here = permit.municipality();
    let known = store::find_in(&mut tx, here, which.id).await?.ok_or(Trouble::NotThere)?;
    if known.belongs.role() != role {
        store::change_role(&mut tx, permit, which.id, role).await?;
        sessions::end_all(&mut tx, permit, which.person).await?;
        take_back_unless_kept(&mut tx, permit, &known, role).await?;
        leave(&mut tx, permit, told(&known), now).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// Who with this role brings in others, as the policies have it (`coordinator-invites`, `manager-invites`).
pub(crate) const fn brings_in(role: Role) -> bool {
    matches!(role, Role::Coordinator | Role::Manager)
}

/// As [`take_back`], of who has another role now and may not hand out any more what was handed out.
pub(crate) async fn take_back_unless_kept(
    tx: &mut Tx,
    permit: &Permit,
    before: &Membership,
    role: Role,
) -> Answer<()> {
    if brings_in(before.belongs.role()) && !brings_in(role) {
        take_back(tx, permit, before).await?;
    }
    Ok(())
}

/// What somebody handed out goes with the place in which it was handed out. Whoever is sent away could otherwise come back in
/// with a link made for oneself, or with what was said of a colleague a moment before.
async fn take_back(tx: &mut Tx, permit: &Permit, before: &Membership) -> Answer<()> {
    let (person, party) = (before.person, before.belongs.party());
    if brings_in(before.belongs.role()) {
        invitations::withdraw_all_of(tx, permit, person, party).await?;
    }
    recoveries::unsay(tx, permit, person, party).await
}

/// What a line says of a place: whose it is, and of which party.
pub(crate) fn told(which: &Membership) -> Told {
    let (membership, person): (Id<Membership>, _) = (which.id, which.person);
    Told {
        object: "membership",
        object_id: Some(membership.uuid()),
        about: Some(person.uuid()),
        party: which.belongs.party().map(Id::uuid),
    }
}
