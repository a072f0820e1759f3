//! The social map (sociale kaart): parties and offers of both worlds, the areas they work in, and how they are found.
#![forbid(unsafe_code)]

pub mod about;
pub mod alive;
pub mod area;
pub mod candidate;
pub mod confirmation;
pub mod contact;
pub mod desk;
pub mod do_not_list;
pub mod double;
pub mod event;
pub mod find;
pub mod import;
mod keys;
pub mod language;
pub mod map;
pub mod municipality;
pub mod names;
#[cfg(any(test, feature = "testing"))]
pub mod neighbourhood;
pub mod offer;
pub mod party;
pub mod place;
pub mod samples;
pub mod search;
pub mod source;
pub mod start;
mod state;
pub mod theme;
pub mod trust;
#[cfg(test)]
mod visitor;
pub mod wording;

use axum::extract::Path;
use axum::extract::rejection::PathRejection;
use ground::id::Id;
use ground::trouble::{Answer, Trouble};

pub use state::Directory;

/// What of the map ends by the clock, in the order in which it goes.
pub const ENDS: &[ground::retention::Rule] = &[
    import::store::ENDS,
    alive::store::ENDS,
    alive::kept::ENDS,
    candidate::store::ENDS,
    double::store::DEAD_ENDS,
];

ui::words!();

/// The routes of the social map, each declared once in the table of its part.
#[must_use]
pub fn routes() -> Vec<access::Entry<Directory>> {
    let mut routes = Vec::new();
    routes.extend(start::pages::routes());
    routes.extend(find::pages::routes());
    routes.extend(search::pages::routes());
    routes.extend(party::pages::routes());
    routes.extend(offer::pages::routes());
    routes.extend(area::pages::routes());
    routes.extend(map::pages::routes());
    routes.extend(theme::pages::routes());
    routes.extend(about::pages::routes());
    routes.extend(desk::routes());
    routes.extend(alive::routes());
    routes.extend(candidate::routes());
    routes.extend(double::pages::routes());
    routes.extend(import::routes());
    routes
}

/// The id in an address; what is no id is not there.
pub(crate) fn in_path<T>(id: Result<Path<String>, PathRejection>) -> Answer<Id<T>> {
    id.ok().and_then(|Path(text)| Id::parse(&text)).ok_or(Trouble::NotThere)
}
