//! One line of the list as a card.

use ground::moment::Moment;
use maud::{Markup, Render as _, html};
use ui::words::fl;
use ui::{Label, Lang, card, face, label};

use super::lines::Line;
use super::{Target, asked};
use crate::language::Languages;
use crate::names::{self, count, dutch, dutch_paragraph};
use crate::offer::times::{door, door_label};
use crate::theme::Theme;
use crate::words;

/// More languages than this are counted, not named.
const MOST_LANGUAGES: usize = 5;

/// `metres` is how far it is from where somebody is; `about` is the theme that goes along to the page it leads to.
pub(crate) fn line_card(
    lang: Lang,
    line: &Line,
    number: Option<usize>,
    now: Moment,
    metres: Option<f64>,
    about: Option<&Theme>,
) -> Markup {
    let sphere = names::badge(line.entry.sphere);
    let party = asked::about(&format!("/partij/{}", line.entry.party), about);
    let href = match line.entry.target {
        Target::Offer(id) => asked::about(&format!("/aanbod/{id}"), about),
        Target::Party => party.clone(),
    };
    let labels = [
        metres.map(|metres| label(distance(lang, metres))),
        door_label(lang, door(&line.opening, now)),
        names::way(lang, line.way).map(label),
        languages_label(lang, &line.languages),
        names::capacity_label(lang, line.entry.capacity),
    ];
    let card = card(html! { @if let Some(number) = number { (number) ". " } (dutch(lang, &line.name)) })
        .to(href)
        .sphere(lang, sphere)
        .face(face(&line.party_name, sphere))
        .body(html! {
            @if matches!(line.entry.target, Target::Offer(_)) {
                p.klein { a href=(party) { (dutch(lang, &line.party_name)) } }
            }
            @if !line.summary.is_empty() { (dutch_paragraph(lang, None, &line.summary)) }
        })
        .labels(labels.into_iter().flatten());
    match names::age(lang, line.entry.age) {
        Some(age) => card.foot(age).render(),
        None => card.render(),
    }
}

/// As somebody would say it: in tens of metres, then in kilometres.
fn distance(lang: Lang, metres: f64) -> String {
    let w = words(lang);
    let tens = (metres / 10.0).round() * 10.0;
    if tens < 1_000.0 {
        return fl!(w, "distance-metres", number = count(lang, tens as usize));
    }
    let tenths = (metres / 100.0).round() as usize;
    let (whole, part) = (count(lang, tenths / 10), count(lang, tenths % 10));
    let point = ui::format::decimal_point(lang);
    fl!(w, "distance-kilometres", number = format!("{whole}{point}{part}"))
}

/// "Nederlands, Turks, Arabisch"
pub(crate) fn languages_label(lang: Lang, languages: &Languages) -> Option<Label> {
    let names: Vec<&str> = languages.iter().map(|language| language.name(lang)).collect();
    if names.is_empty() {
        return None;
    }
    let more = names.len().saturating_sub(MOST_LANGUAGES);
    let between = ui::format::comma(lang);
    Some(label(html! {
        @for (at, name) in names.iter().take(MOST_LANGUAGES).enumerate() {
            @if at > 0 { (between) }
            @if matches!(lang, Lang::Nl | Lang::En) { (name) } @else { bdi { (name) } }
        }
        @if more > 0 { " +" (more) }
    }))
}
