//! `/themas`: every theme, what it means and how much help there is.

use std::sync::Arc;

use access::{Entry, Here, Who};
use axum::extract::State;
use ground::trouble::Answer;
use maud::Markup;
use ui::Frame;

use super::view::ThemesPage;
use crate::Directory;
use crate::find::Filter;

#[must_use]
pub fn routes() -> Vec<Entry<Directory>> {
    vec![Entry::get(
        "/themas",
        Who::Anyone,
        "theme.list",
        "theme",
        "Every theme: what it means, and how much help there is",
        all,
    )]
}

async fn all(State(directory): State<Directory>, Here(municipality): Here, frame: Frame) -> Answer<Markup> {
    let listing = directory.listing(municipality).await?;
    let counts = listing.find(None, &Filter::default(), 0, 0).counts.themes.clone();
    Ok(ThemesPage { taxonomy: Arc::clone(&listing.taxonomy), counts }.render(&frame))
}
