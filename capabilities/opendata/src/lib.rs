//! Open data: the social map for other programs (HSDS), as a file, as marks in pages, and on paper.
#![forbid(unsafe_code)]

pub mod api;
pub mod download;
pub mod export;
pub mod ids;
pub mod leaflet;
pub mod shape;
mod state;

pub use state::OpenData;

ui::words!();

/// The routes of open data, each declared once in the table of its part.
#[must_use]
pub fn routes() -> Vec<access::Entry<OpenData>> {
    let mut routes = api::routes();
    routes.extend(download::pages::routes());
    routes.extend(leaflet::pages::routes());
    routes
}
