//! Search as Samenspel has it.

use search::{Broken, How, Index, Slot, Text};

use super::offers::Offer;
use super::queries::Query;
use super::{Answers, TOP};

pub(super) fn answers(offers: &[Offer], queries: &[Query]) -> Result<(Answers, Vec<How>), Broken> {
    let mut index = Index::new()?;
    for (offer, slot) in offers.iter().zip(0..) {
        let keys: Vec<&str> = offer.keys.iter().map(String::as_str).collect();
        let languages: Vec<&str> = offer.languages.iter().map(String::as_str).collect();
        let text = Text {
            name: &offer.name,
            party: &offer.party,
            summary: &offer.summary,
            does: &offer.does,
            for_whom: &offer.for_whom,
            call_for: &offer.call_for,
            themes: &offer.themes,
            keys: &keys,
            languages: &languages,
        };
        index.put(Slot(slot), &text)?;
    }
    let snapshot = index.commit()?;
    let found = queries.iter().map(|query| {
        let hits = snapshot.find(&query.text);
        (hits.best(TOP).into_iter().map(|(slot, _)| slot.0 as usize).collect(), hits.how)
    });
    Ok(found.unzip())
}
