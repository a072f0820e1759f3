//! SQL for the texts under which lines of the list are found, and for when they changed.

use std::collections::HashMap;

use ::search::{Broken, Index, Slot, Text};
use ground::db::Db;
use ground::id::{Id, Municipality};
use ground::moment::Moment;
use ground::trouble::Answer;
use ui::Lang;

use crate::find::{Entry, Target};
use crate::language::Languages;
use crate::offer::Offer;
use crate::party::Party;
use crate::theme::{Taxonomy, Theme, Themes};

#[derive(sqlx::FromRow)]
struct ChangedRow<T> {
    id: Id<T>,
    changed_at: Moment,
}

#[derive(Clone, sqlx::FromRow)]
struct PartyRow {
    id: Id<Party>,
    name: String,
    summary: String,
    call_for: String,
    languages: Languages,
}

#[derive(Clone, sqlx::FromRow)]
struct OfferRow {
    id: Id<Offer>,
    name: String,
    summary: String,
    does: String,
    for_whom: String,
    themes: Themes,
    languages: Languages,
}

/// The texts of one line of the list.
pub(super) struct Line {
    party: PartyRow,
    offer: Option<OfferRow>,
}

impl Line {
    /// `taxonomy` says what its themes are called here, and what they mean.
    pub(super) fn put(&self, slot: Slot, taxonomy: &Taxonomy, index: &mut Index) -> Result<(), Broken> {
        let Self { party, offer } = self;
        let own = offer.as_ref().map(|offer| &offer.languages).filter(|own| own.iter().next().is_some());
        let languages: Vec<&str> =
            own.unwrap_or(&party.languages).iter().map(|language| language.code()).collect();
        let themes: Vec<Theme> = offer.iter().flat_map(|offer| offer.themes.iter()).collect();
        let keys: Vec<&str> = themes.iter().map(Theme::key).collect();
        let names: Vec<&str> = themes.iter().map(|theme| taxonomy.name(Lang::Nl, theme)).collect();
        let themes = names.join("\n");
        let text = match offer {
            Some(offer) => Text {
                name: &offer.name,
                party: &party.name,
                summary: if offer.summary.is_empty() { &party.summary } else { &offer.summary },
                does: &offer.does,
                for_whom: &offer.for_whom,
                call_for: &party.call_for,
                themes: &themes,
                keys: &keys,
                languages: &languages,
            },
            // Without offers, what it is called for is what it does.
            None => Text {
                name: &party.name,
                summary: &party.summary,
                does: &party.call_for,
                languages: &languages,
                ..Text::default()
            },
        };
        index.put(slot, &text)
    }
}

/// When each offer last changed.
pub(super) async fn offers_changed(
    db: &Db,
    municipality: Municipality,
) -> Answer<HashMap<Id<Offer>, Moment>> {
    let mut changed = HashMap::new();
    db.read("select id, changed_at from directory_offer where municipality_id = $1")
        .bind(municipality)
        .each(|row: ChangedRow<Offer>| {
            changed.insert(row.id, row.changed_at);
        })
        .await?;
    Ok(changed)
}

/// When each party last changed.
pub(super) async fn parties_changed(
    db: &Db,
    municipality: Municipality,
) -> Answer<HashMap<Id<Party>, Moment>> {
    let mut changed = HashMap::new();
    db.read("select id, changed_at from directory_party where municipality_id = $1")
        .bind(municipality)
        .each(|row: ChangedRow<Party>| {
            changed.insert(row.id, row.changed_at);
        })
        .await?;
    Ok(changed)
}

/// The texts of these lines, each in its place; None for what has gone.
pub(super) async fn lines(
    db: &Db,
    municipality: Municipality,
    entries: &[Entry],
) -> Answer<Vec<Option<Line>>> {
    let mut ids: Vec<Id<Party>> = entries.iter().map(|entry| entry.party).collect();
    ids.sort_unstable();
    ids.dedup();
    let parties: Vec<PartyRow> = db
        .read(
            "select id, name, summary, call_for, languages from directory_party where municipality_id = $1 ",
        )
        .bind(municipality)
        .push_list(" and id in (", ids, ")")
        .all()
        .await?;
    let parties: HashMap<Id<Party>, PartyRow> = parties.into_iter().map(|row| (row.id, row)).collect();
    let given = |entry: &Entry| match entry.target {
        Target::Offer(offer) => Some(offer),
        Target::Party => None,
    };
    let ids: Vec<Id<Offer>> = entries.iter().filter_map(given).collect();
    let mut offers: HashMap<Id<Offer>, OfferRow> = HashMap::new();
    if !ids.is_empty() {
        db.read(
            "select id, name, summary, does, for_whom, themes, languages from directory_offer \
             where municipality_id = $1 ",
        )
        .bind(municipality)
        .push_list(" and id in (", ids, ")")
        .each(|row: OfferRow| {
            offers.insert(row.id, row);
        })
        .await?;
    }
    let line = |entry: &Entry| {
        let party = parties.get(&entry.party)?.clone();
        match given(entry) {
            Some(offer) => Some(Line { party, offer: Some(offers.remove(&offer)?) }),
            None => Some(Line { party, offer: None }),
        }
    };
    Ok(entries.iter().map(line).collect())
}
