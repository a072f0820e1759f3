//! An offer as a card on the page of its party.

use ground::moment::Moment;
use maud::{Markup, Render as _, html};
use ui::{Icon, Lang, card, fact, label};

use super::Offer;
use super::times::{door, door_label, week};
use crate::find::card::languages_label;
use crate::names::{self, dutch};

#[must_use]
pub fn offer_card(lang: Lang, offer: &Offer, place: Option<String>, now: Moment) -> Markup {
    let labels = [
        door_label(lang, door(&offer.opening, now)),
        names::way(lang, offer.way).map(label),
        languages_label(lang, &offer.languages),
        names::capacity_label(lang, offer.capacity),
    ];
    card(dutch(lang, offer.name.as_str()))
        .to(format!("/aanbod/{}", offer.id))
        .body(html! {
            @if !offer.summary.is_empty() { p { (dutch(lang, offer.summary.as_str())) } }
            @let week = week(lang, &offer.opening);
            @if !week.is_empty() {
                (fact(Icon::Clock, html! {
                    @for (at, (days, times)) in week.iter().enumerate() { @if at > 0 { br; } (days) ": " (times) }
                }))
            }
            @if !offer.opening_note.is_empty() { p.klein { (dutch(lang, offer.opening_note.as_str())) } }
            @if let Some(place) = place { (fact(Icon::Place, dutch(lang, place))) }
        })
        .labels(labels.into_iter().flatten())
        .render()
}
