//! An offer in a form: what it says now, and what was typed about it.

pub(super) mod pages;
mod view;

use access::Fields;
use ground::id::Id;
use ground::moment::Moment;
use ui::Lang;

use super::form::{Fault, Faults, Reader, later};
use super::party::confirmation;
use crate::contact::people::People;
use crate::language::Languages;
use crate::offer::opening::{Opening, Weekday};
use crate::offer::{Offer, Way};
use crate::party::{Capacity, Party};
use crate::place::Place;
use crate::theme::Taxonomy;
use crate::wording::{Line, Lines, Name, Prose, Unfit};

/// The names of the fields, for who edits by command.
pub const FIELDS: [&str; 14] = [
    "name",
    "summary",
    "does",
    "does_not",
    "for_whom",
    "themes",
    "languages",
    "way",
    "opening",
    "opening_note",
    "cost",
    "capacity",
    "places",
    "confirmed_by",
];

/// What stands in the form for an offer that is there; its hours in the words of the page's language.
#[must_use]
pub fn typed(offer: &Offer, lang: Lang) -> Fields {
    let mut fields = Fields::default();
    for (name, value) in [
        ("name", offer.name.as_str()),
        ("summary", offer.summary.as_str()),
        ("does", offer.does.as_str()),
        ("does_not", offer.does_not.as_str()),
        ("for_whom", offer.for_whom.as_str()),
        ("way", offer.way.word()),
        ("opening_note", offer.opening_note.as_str()),
        ("cost", offer.cost.as_str()),
        ("capacity", offer.capacity.word()),
    ] {
        fields.push(name, value);
    }
    let hours: Vec<String> = offer
        .opening
        .slots()
        .map(|slot| format!("{} {}-{}", day(slot.day, lang), slot.from, slot.to))
        .collect();
    fields.push("opening", hours.join("\n"));
    offer.themes.iter().for_each(|theme| fields.push("themes", theme.key()));
    offer.languages.iter().for_each(|language| fields.push("languages", language.code()));
    offer.places.iter().for_each(|place| fields.push("places", place.to_string()));
    fields
}

/// Both are understood when they come back. Who lives here reads the Dutch ones on every door.
const fn day(day: Weekday, lang: Lang) -> &'static str {
    match lang {
        Lang::Nl | Lang::Tr | Lang::Pl | Lang::Uk => ["ma", "di", "wo", "do", "vr", "za", "zo"][day.index()],
        Lang::En | Lang::Ar => day.code(),
    }
}

/// What a form of an offer is judged by: places and people of its party, themes of its municipality.
#[derive(Clone, Copy)]
pub struct Around<'a> {
    pub people: &'a People,
    pub places: &'a [Place],
    pub taxonomy: &'a Taxonomy,
}

/// The offer somebody typed; `known` is what was there before.
///
/// # Errors
/// All fields that do not fit.
pub fn read(
    fields: &Fields,
    id: Id<Offer>,
    party: Id<Party>,
    known: Option<&Offer>,
    around: Around<'_>,
    now: Moment,
) -> Result<Offer, Faults> {
    let Around { people, places, taxonomy } = around;
    let mut form = Reader::new(fields);
    form.people = people.clone();
    let name = form.said("name", Name::parse);
    let opening = Opening::parse(fields.get("opening").lines()).unwrap_or_else(|(line, _)| {
        form.faults.push(("opening", Fault::Hours(line)));
        Opening::default()
    });
    let at: Result<Vec<Id<Place>>, Unfit> = fields
        .all("places")
        .map(|typed| {
            places.iter().map(|place| place.id).find(|id| id.to_string() == typed).ok_or(Unfit::Unknown)
        })
        .collect();
    let known_confirmation = known.and_then(|known| known.confirmed.clone());
    let imported = known.is_some_and(|known| known.origin.is_some());
    let offer = Offer {
        id,
        party,
        name,
        summary: form.said("summary", Prose::parse),
        does: form.said("does", Lines::parse),
        does_not: form.said("does_not", Lines::parse),
        for_whom: form.said("for_whom", Line::parse),
        themes: form.all("themes", taxonomy.read(fields.all("themes"))),
        languages: form.all("languages", Languages::parse(fields.all("languages"))),
        way: form.take("way", |word| if word.is_empty() { Ok(Way::Unknown) } else { Way::parse(word) }),
        opening,
        opening_note: form.said("opening_note", Line::parse),
        cost: form.said("cost", Line::parse),
        capacity: form.take("capacity", |word| {
            if word.is_empty() { Ok(Capacity::Unknown) } else { Capacity::parse(word) }
        }),
        places: form.all("places", at),
        origin: known.and_then(|known| known.origin.clone()),
        confirmed: confirmation(&mut form, known_confirmation, imported, now),
        asked_at: known.and_then(|known| known.asked_at),
        created_at: known.map_or(now, |known| known.created_at),
        changed_at: later(known.map(|known| known.changed_at), now),
    };
    form.done(offer)
}
