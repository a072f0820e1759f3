//! `/bronnen`, `/privacy`, `/hulp`, `/toegankelijkheid`.

use access::{Entry, Here, Who};
use axum::extract::State;
use ground::trouble::Answer;
use maud::Markup;
use ui::Frame;

use super::view::{self, SourcesPage};
use crate::Directory;

#[must_use]
pub fn routes() -> Vec<Entry<Directory>> {
    vec![
        Entry::get("/bronnen", Who::Anyone, "source.list", "source", "Where the facts come from", sources),
        Entry::get(
            "/privacy",
            Who::Anyone,
            "about.privacy",
            "page",
            "What is stored and what never",
            privacy,
        ),
        Entry::get("/hulp", Who::Anyone, "about.help", "page", "How this site works", help),
        Entry::get(
            "/toegankelijkheid",
            Who::Anyone,
            "about.accessibility",
            "page",
            "Accessibility",
            accessibility,
        ),
    ]
}

async fn sources(
    State(directory): State<Directory>,
    Here(municipality): Here,
    frame: Frame,
) -> Answer<Markup> {
    let (_, atlas) = directory.seen(municipality).await?;
    let page = SourcesPage { sources: atlas.sources.clone(), fiction: atlas.municipality.fiction };
    Ok(page.render(&frame))
}

async fn privacy(frame: Frame) -> Markup {
    view::privacy(&frame)
}

async fn help(frame: Frame) -> Markup {
    view::help(&frame)
}

async fn accessibility(frame: Frame) -> Markup {
    view::accessibility(&frame)
}
