//! The social map (sociale kaart): parties and offers of both worlds, the areas they work in, and how they are found.
#![forbid(unsafe_code)]

pub mod area;
pub mod confirmation;
pub mod contact;
pub mod desk;
pub mod do_not_list;
pub mod find;
pub mod import;
pub mod language;
pub mod municipality;
pub mod offer;
pub mod party;
pub mod place;
pub mod source;
mod state;
pub mod theme;
pub mod wording;

pub use state::Directory;

ui::words!();

/// The routes of the social map, each declared once in the table of its part.
#[must_use]
pub fn routes() -> Vec<access::Entry<Directory>> {
    desk::routes()
}
