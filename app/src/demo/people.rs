//! The demo's people: one for each role, invented, with ids that are the same in every demo.

use std::time::Duration;

use access::{Permit, Role};
use directory::party;
use directory::wording::Name;
use ground::db::Db;
use ground::id::{Id, Municipality};
use ground::moment::Moment;
use people::door::{OneClick, Someone};
use people::membership::{Belongs, Membership, store as memberships};
use people::person::{Person, store as persons};
use uuid::Uuid;

use super::wrong;
use crate::refusal::Refusal;

/// Role, what one is called, and the party (none for a role of the municipality).
const PEOPLE: [(Role, &str, Option<&str>); 8] = [
    (Role::Coordinator, "Wilma", Some("Bewonersgroep Goudreinetflat")),
    (Role::Volunteer, "Ferdi", Some("Bewonersgroep Goudreinetflat")),
    (Role::Guide, "Karim", Some("Buurtvaders De Boogerd")),
    (Role::KeyFigure, "Nora", Some("De huiskamer van Nora")),
    (Role::Professional, "Joris", Some("Wijkteam De Boogerd")),
    (Role::CommunityWorker, "Amina", Some("Waardwelzijn")),
    (Role::Manager, "Ineke", None),
    (Role::PrivacyOfficer, "Daan", None),
];

/// They know each other: who just came in may not help anybody back in.
const THERE_FOR: Duration = Duration::from_secs(30 * 24 * 60 * 60);

/// Not made of time or chance, so that the buttons at the door find them.
const fn fixed(what: u128, index: usize) -> Uuid {
    Uuid::from_u128(0x0193_0000_0000_7000_8000_0000_0000_0000 + (what << 16) + index as u128)
}

fn person(index: usize) -> Id<Person> {
    Id::from_uuid(fixed(1, index))
}

fn membership(index: usize) -> Id<Membership> {
    Id::from_uuid(fixed(2, index))
}

/// Who has this role in a party, and what that party is called.
pub(super) fn who(role: Role) -> Option<(Id<Person>, &'static str)> {
    PEOPLE
        .iter()
        .enumerate()
        .find_map(|(index, (has, _, party))| Some((person(index), (*party).filter(|_| *has == role)?)))
}

/// Signing in by one click as one of them.
#[must_use]
pub fn at_the_door(town: Municipality) -> OneClick {
    let someone = |(index, (role, name, _)): (usize, &(Role, &'static str, Option<&str>))| Someone {
        key: role.word(),
        person: person(index),
        membership: membership(index),
        name,
        role: *role,
    };
    OneClick::new(town, PEOPLE.iter().enumerate().map(someone).collect())
}

/// Puts everybody whose party is there into it, once: also into a demo that was made before there were people, and whoever
/// was sent away while somebody tried things out is back at the next start.
///
/// # Errors
/// A sentence when one of them does not fit.
pub async fn let_in(db: &Db, town: Municipality, now: Moment) -> Result<(), Refusal> {
    let permit = Permit::at_the_machine(town);
    let since = now.minus(THERE_FOR);
    let mut tx = db.begin().await?;
    for (index, (role, name, party)) in PEOPLE.iter().enumerate() {
        let unfit = || wrong("people", &format!("{name} does not fit"));
        let party = match party {
            Some(wanted) => match party::named::named(&mut tx, town, wanted).await? {
                Some(party) => Some(party),
                None => continue,
            },
            None => None,
        };
        let belongs = Belongs::new(*role, party).ok_or_else(unfit)?;
        let name = Name::parse(name).map_err(|_| unfit())?;
        let (person, id) = (person(index), membership(index));
        if persons::hold(&mut tx, &permit, person).await.is_err() {
            persons::add(&mut tx, &permit, &Person { id: person, name, created_at: now }).await?;
        }
        if memberships::find_in(&mut tx, town, id).await?.is_none() {
            memberships::add(&mut tx, &permit, &Membership { id, person, belongs, since }).await?;
        }
    }
    tx.commit().await?;
    Ok(())
}
