//! A party in a form: what it says now, and what was typed about it.

pub(super) mod pages;
mod view;

use access::{Fields, Permit};
use ground::db::Db;
use ground::id::Id;
use ground::moment::Moment;
use ground::trouble::Answer;

use super::form::{Faults, Reader, later};
use super::{begin, keep_one};
use crate::alive::kept;
use crate::area::{Area, AreaCode};
use crate::confirmation::Confirmation;
use crate::contact::Contact;
use crate::contact::people::People;
use crate::do_not_list;
use crate::event::Listeners;
use crate::language::Languages;
use crate::party;
use crate::party::{Capacity, Email, Party, Phone, RoleAddress, Serves, Sphere, Website};
use crate::wording::{Line, Lines, Name, Prose, Unfit};

/// The names of the fields, for who edits by command.
pub const FIELDS: [&str; 17] = [
    "sphere",
    "name",
    "summary",
    "call_for",
    "not_for",
    "languages",
    "best_way",
    "lived_experience",
    "works_gladly",
    "capacity",
    "capacity_note",
    "role_name",
    "role_phone",
    "role_email",
    "website",
    "serves",
    "confirmed_by",
];

/// The word of the choice that stands for the whole municipality.
pub const EVERYWHERE: &str = "everywhere";

/// What stands in the form for a party that is there.
#[must_use]
pub fn typed(party: &Party) -> Fields {
    let mut fields = Fields::default();
    for (name, value) in [
        ("sphere", party.sphere.word()),
        ("name", party.name.as_str()),
        ("summary", party.summary.as_str()),
        ("call_for", party.call_for.as_str()),
        ("not_for", party.not_for.as_str()),
        ("best_way", party.best_way.as_str()),
        ("lived_experience", party.lived_experience.as_str()),
        ("works_gladly", party.works_gladly.as_str()),
        ("capacity", party.capacity.word()),
        ("capacity_note", party.capacity_note.as_str()),
        ("role_name", party.role.name.as_str()),
        ("role_phone", party.role.phone.as_str()),
        ("role_email", party.role.email.as_str()),
        ("website", party.role.website.as_str()),
    ] {
        fields.push(name, value);
    }
    for language in party.languages.iter() {
        fields.push("languages", language.code());
    }
    match &party.serves {
        Serves::Everywhere => fields.push("serves", EVERYWHERE),
        Serves::Areas(areas) => areas.iter().for_each(|(code, _)| fields.push("serves", code.as_str())),
    }
    fields
}

/// The party somebody typed; `known` is what was there before, `contacts` are the people whose names it must not say.
///
/// # Errors
/// All fields that do not fit.
pub fn read(
    fields: &Fields,
    id: Id<Party>,
    known: Option<&Party>,
    areas: &[Area],
    contacts: &[Contact],
    now: Moment,
) -> Result<Party, Faults> {
    let mut form = Reader::new(fields);
    form.people = People::named(fields.get("name"), contacts);
    let sphere = form.take("sphere", |word| Sphere::parse(word).map(Some));
    let party = Party {
        id,
        sphere: sphere.unwrap_or(Sphere::Informal),
        name: form.take("name", Name::parse),
        summary: form.said("summary", Prose::parse),
        call_for: form.said("call_for", Lines::parse),
        not_for: form.said("not_for", Lines::parse),
        languages: form.all("languages", Languages::parse(fields.all("languages"))),
        best_way: form.said("best_way", Line::parse),
        lived_experience: form.said("lived_experience", Prose::parse),
        works_gladly: form.said("works_gladly", Prose::parse),
        capacity: form.take("capacity", |word| {
            if word.is_empty() { Ok(Capacity::Unknown) } else { Capacity::parse(word) }
        }),
        capacity_note: form.said("capacity_note", Line::parse),
        role: RoleAddress {
            name: form.said("role_name", Line::parse),
            phone: form.take("role_phone", Phone::parse),
            email: form.take("role_email", Email::parse),
            website: form.take("website", Website::parse),
        },
        serves: form.all("serves", serves(fields, areas).map(Some)).unwrap_or(Serves::Everywhere),
        origin: known.and_then(|known| known.origin.clone()),
        confirmed: confirmation(
            &mut form,
            known.and_then(|known| known.confirmed.clone()),
            known.is_some_and(|known| known.origin.is_some()),
            now,
        ),
        asked_at: known.and_then(|known| known.asked_at),
        mail_returns: false,
        put_away_at: known.and_then(|known| known.put_away_at),
        created_at: known.map_or(now, |known| known.created_at),
        changed_at: later(known.map(|known| known.changed_at), now),
    };
    form.done(party)
}

/// Whoever edits what came from a source has looked at it: then an import must not undo it.
pub(super) fn confirmation(
    form: &mut Reader<'_>,
    known: Option<Confirmation>,
    imported: bool,
    now: Moment,
) -> Option<Confirmation> {
    let by: Line = form.said("confirmed_by", Line::parse);
    match (by.is_empty(), imported) {
        (false, _) => Some(Confirmation { at: now, by }),
        (true, true) => Line::parse("beheer").ok().map(|by| Confirmation { at: now, by }),
        (true, false) => known,
    }
}

fn serves(fields: &Fields, areas: &[Area]) -> Result<Serves, Unfit> {
    if fields.all("serves").any(|code| code == EVERYWHERE) {
        return Ok(Serves::Everywhere);
    }
    let served: Result<Vec<(AreaCode, i32)>, Unfit> = fields
        .all("serves")
        .map(|code| {
            let area = areas.iter().find(|area| area.code.as_str() == code).ok_or(Unfit::Unknown)?;
            Ok((area.code.clone(), area.year))
        })
        .collect();
    served.map(Serves::Areas)
}

/// Removes a party with all that hangs on it; `never` also remembers the wish not to be listed.
///
/// # Errors
/// What the database answers.
pub async fn take_off(
    db: &Db,
    listeners: &Listeners,
    permit: &Permit,
    party: &Party,
    never: bool,
    now: Moment,
) -> Answer<()> {
    let wishes = if never { kept::wishes(db, permit.municipality(), party, now).await? } else { Vec::new() };
    let mut tx = begin(db, permit).await?;
    for wish in &wishes {
        do_not_list::store::remember(&mut tx, permit, wish).await?;
    }
    listeners.left(&mut tx, permit, party.id).await?;
    party::store::remove(&mut tx, permit, party.id).await?;
    keep_one(tx, permit, party.id, now).await
}
