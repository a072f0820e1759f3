//! Search as Samenspel has it.

use search::{Broken, How, Index, Slot};

use super::offers::Offer;
use super::queries::Query;
use super::{Answers, TOP};

pub(super) fn answers(offers: &[Offer], queries: &[Query]) -> Result<(Answers, Vec<How>), Broken> {
    let mut index = Index::new()?;
    for (offer, slot) in offers.iter().zip(0..) {
        offer.put(Slot(slot), &offer.name, &mut index)?;
    }
    let snapshot = index.commit()?;
    let found = queries.iter().map(|query| {
        let hits = snapshot.find(&query.text);
        (hits.best(TOP).into_iter().map(|(slot, _)| slot.0 as usize).collect(), hits.how)
    });
    Ok(found.unzip())
}
