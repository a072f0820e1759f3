//! `/zoek/suggesties`: what somebody may mean who is still typing.

use access::{Entry, Here, Who};
use axum::extract::{RawQuery, State};
use ground::trouble::Answer;
use maud::{Markup, html};
use ui::words::fl;
use ui::{Frame, filters};

use crate::find::asked::{self, Asked};
use crate::find::{self, Target};
use crate::names::dutch;
use crate::{Directory, words};

/// More would not be read while typing.
const MOST: usize = 8;

#[must_use]
pub fn routes() -> Vec<Entry<Directory>> {
    vec![Entry::get(
        asked::SUGGEST,
        Who::Anyone,
        "offer.find",
        "offer",
        "Suggestions while typing",
        suggestions,
    )]
}

/// The part of a page that the script puts below the box.
async fn suggestions(
    State(directory): State<Directory>,
    Here(municipality): Here,
    frame: Frame,
    RawQuery(query): RawQuery,
) -> Answer<Markup> {
    let typed = Asked::typed_in(query.as_deref());
    let found = directory.suggested(municipality, &typed, MOST).await?;
    let href = |text: &str, entry: Option<&find::Entry>| match entry.map(|entry| (entry.target, entry.party))
    {
        Some((Target::Offer(id), _)) => format!("/aanbod/{id}"),
        Some((Target::Party, party)) => format!("/partij/{party}"),
        None => asked::address(asked::LIST, &[("q", text)], 1),
    };
    let row = found.iter().fold(filters(fl!(words(frame.lang), "suggestions")), |row, (text, entry)| {
        row.item(href(text, entry.as_ref()), dutch(frame.lang, text), false)
    });
    Ok(html! { div #suggesties { (row) } })
}
