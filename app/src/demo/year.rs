//! A year of the invented municipality, made up by chance that is the same each time: who asked whom, and whether an answer came in time.
//!
//! Of what closed more than thirty days ago only the contact is left, as everywhere: so that is all there is of it.

use access::Permit;
use contacts::{Contact, Kind, Side};
use directory::Directory;
use directory::area::AreaCode;
use directory::map::Atlas;
use directory::party::{Party, Sphere};
use directory::theme::Theme;
use exchange::Chance;
use ground::db::Db;
use ground::id::{Id, Municipality};
use ground::moment::{Day, Moment};
use jiff::civil::time;
use workdays::{is_working_day, plus_working_days};

use super::wrong;
use crate::refusal::Refusal;

/// From where content is gone until a year ago.
const DAYS: std::ops::RangeInclusive<i32> = 31..=365;

/// At most so many on a working day: enough that most numbers of a district stand without any single party.
const A_DAY: usize = 9;

/// A party and where its door is.
#[derive(Clone)]
struct Door {
    party: Id<Party>,
    sphere: Sphere,
    area: AreaCode,
}

fn doors(atlas: &Atlas) -> Vec<Door> {
    let mut doors: Vec<Door> = Vec::new();
    for spot in &atlas.spots {
        let known = doors.iter().any(|door| door.party == spot.party);
        if let (false, Some(sphere), Some(area)) = (known, atlas.sphere_of(spot.party), atlas.area_of(spot)) {
            doors.push(Door { party: spot.party, sphere, area: area.code.clone() });
        }
    }
    doors
}

/// Gives how many there are.
///
/// # Errors
/// A sentence when the map of the demo has no doors, and what the database answers.
pub async fn fill(db: &Db, town: Municipality, now: Moment) -> Result<usize, Refusal> {
    let (_, atlas) = Directory::new(db.clone(), Moment::now).seen(town).await?;
    let doors = doors(&atlas);
    let (formal, informal): (Vec<Door>, Vec<Door>) =
        doors.into_iter().partition(|door| door.sphere == Sphere::Formal);
    let themes: Vec<Theme> = atlas.taxonomy.tops().map(|top| top.theme.clone()).collect();
    let (permit, mut chance) = (Permit::at_the_machine(town), Chance::new(1));
    let mut tx = db.begin().await?;
    let mut count = 0;
    for ago in DAYS.rev() {
        let Day(date) = now.day().plus_days(-ago);
        if !is_working_day(date) {
            continue;
        }
        for _ in 0..=chance.below(A_DAY) {
            // The neighbourhood asks more often than it is asked, as it is.
            let asks_formal = chance.below(10) < 6;
            let (from, to) = if asks_formal { (&informal, &formal) } else { (&formal, &informal) };
            let drawn = (chance.one_of(from), chance.one_of(to), chance.one_of(&themes));
            let (Some(from), Some(to), Some(theme)) = drawn else {
                return Err(wrong("year", "the map has no doors"));
            };
            let contact = contact(&mut chance, (from, to), theme, date);
            contacts::record(&mut tx, &permit, &contact).await?;
            count += 1;
        }
    }
    tx.commit().await?;
    Ok(count)
}

fn contact(
    chance: &mut Chance,
    (from, to): (&Door, &Door),
    theme: &Theme,
    date: jiff::civil::Date,
) -> Contact {
    let hour = i8::try_from(9 + chance.below(8)).unwrap_or(9);
    let asked_at = Day(date).at(time(hour, 0, 0, 0));
    // Of ten, seven are answered within the five working days, two later, one never.
    let (after, in_time) = match chance.below(10) {
        0..=6 => (Some(1 + chance.below(4)), true),
        7 | 8 => (Some(6 + chance.below(5)), false),
        _ => (None, false),
    };
    let answered_at = after
        .and_then(|days| u16::try_from(days).ok())
        .map(|days| Day(plus_working_days(date, days)).at(time(15, 0, 0, 0)));
    let side = |door: &Door| Side { party: door.party, person: None, role: None, sphere: door.sphere };
    Contact {
        id: Id::new(asked_at),
        kind: if chance.below(10) < 7 { Kind::Question } else { Kind::Handover },
        from: side(from),
        to: side(to),
        through: None,
        area: Some(from.area.clone()),
        theme: theme.clone(),
        asked_at,
        answered_at,
        in_time: Some(in_time),
    }
}
