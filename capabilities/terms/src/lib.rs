//! Answer terms: within how many working days a question or handover gets its answer, per area, until there is a charter.
#![forbid(unsafe_code)]

mod agreed;
mod form;
mod pages;
mod store;
mod term;
mod view;

#[cfg(test)]
mod tests;

use directory::area::AreaCode;
use ground::db::{Db, Tx};
use ground::id::Municipality;
use ground::trouble::Answer;

pub use agreed::{Agreed, Days, MOST_DAYS, Terms};
pub use pages::routes;
pub use store::{coordinates, save, take_away};
pub use term::Term;

ui::words!();

/// The terms of an area: its own, else those of the district it lies in, else those of the municipality, else the
/// usual ones. Without an area, those of the municipality.
///
/// # Errors
/// What the database answers.
pub async fn of(db: &Db, here: Municipality, area: Option<&AreaCode>) -> Answer<Terms> {
    Ok(Terms::nearest(&store::around(db, here, area).await?, area))
}

/// As [`of`], within a transaction.
///
/// # Errors
/// What the database answers.
pub async fn of_in(tx: &mut Tx, here: Municipality, area: Option<&AreaCode>) -> Answer<Terms> {
    Ok(Terms::nearest(&store::around_in(tx, here, area).await?, area))
}
