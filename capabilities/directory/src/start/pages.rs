//! `/`: the first page.

use access::{Entry, Here, Who};
use axum::extract::State;
use ground::trouble::Answer;
use maud::Markup;
use ui::Frame;

use super::view::StartPage;
use crate::Directory;

#[must_use]
pub fn routes() -> Vec<Entry<Directory>> {
    vec![Entry::get(
        "/",
        Who::Anyone,
        "directory.start",
        "municipality",
        "What there is in this municipality",
        start,
    )]
}

async fn start(State(directory): State<Directory>, Here(municipality): Here, frame: Frame) -> Answer<Markup> {
    let (listing, atlas) = directory.seen(municipality).await?;
    let counts = listing.find(None, &crate::find::Filter::default(), 0, 0).counts;
    Ok(StartPage { atlas, themes: counts.themes.clone() }.render(&frame))
}
