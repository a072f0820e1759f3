//! One line of the list as a card.

use ground::moment::Moment;
use maud::{Markup, Render as _, html};
use ui::{Label, Lang, card, face, label};

use super::Target;
use super::lines::Line;
use crate::language::Languages;
use crate::names::{self, dutch};
use crate::offer::times::{door, door_label};

/// More languages than this are counted, not named.
const MOST_LANGUAGES: usize = 5;

pub(crate) fn line_card(lang: Lang, line: &Line, number: usize, now: Moment) -> Markup {
    let sphere = names::badge(line.entry.sphere);
    let href = match line.entry.target {
        Target::Offer(id) => format!("/aanbod/{id}"),
        Target::Party => format!("/partij/{}", line.entry.party),
    };
    let party = format!("/partij/{}", line.entry.party);
    let labels = [
        door_label(lang, door(&line.opening, now)),
        names::way(lang, line.way).map(label),
        languages_label(lang, &line.languages),
        names::capacity_label(lang, line.entry.capacity),
    ];
    let card = card(html! { (number) ". " (dutch(lang, &line.name)) })
        .to(href)
        .sphere(lang, sphere)
        .face(face(&line.party_name, sphere))
        .body(html! {
            @if matches!(line.entry.target, Target::Offer(_)) {
                p.klein { a href=(party) { (dutch(lang, &line.party_name)) } }
            }
            @if !line.summary.is_empty() { p { (dutch(lang, &line.summary)) } }
        })
        .labels(labels.into_iter().flatten());
    match names::age(lang, line.entry.age) {
        Some(age) => card.foot(age).render(),
        None => card.render(),
    }
}

/// "Nederlands, Turks, Arabisch"
pub(crate) fn languages_label(lang: Lang, languages: &Languages) -> Option<Label> {
    let names: Vec<&str> = languages.iter().map(|language| language.name(lang)).collect();
    if names.is_empty() {
        return None;
    }
    let more = names.len().saturating_sub(MOST_LANGUAGES);
    let between = if lang == Lang::Ar { "، " } else { ", " };
    Some(label(html! {
        @for (at, name) in names.iter().take(MOST_LANGUAGES).enumerate() {
            @if at > 0 { (between) }
            @if lang == Lang::Ar { bdi { (name) } } @else { (name) }
        }
        @if more > 0 { " +" (more) }
    }))
}
