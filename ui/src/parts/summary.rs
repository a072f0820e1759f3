//! The summary above a form that was refused: how many things, and a link to each.

use maud::{Markup, Render, html};

use super::{Case, say};
use crate::{Lang, fl, words};

/// `(id of the field, what is wrong)`; empty when nothing is.
pub fn error_summary<E: Render>(lang: Lang, errors: &[(&str, E)]) -> Markup {
    html! {
        @if !errors.is_empty() {
            section.melding.melding--fout.foutlijst aria-label=(fl!(words(lang), "errors-label")) {
                (crate::Icon::Warning)
                div.stapel.dicht {
                    p { strong { (fl!(words(lang), "errors", count = errors.len())) } }
                    ul { @for (id, error) in errors { li { a href={ "#" (id) } { (error) } } } }
                }
            }
        }
    }
}

pub(super) fn samples(lang: Lang) -> Vec<(Case, Markup)> {
    let none: [(&str, &str); 0] = [];
    let phone =
        say(lang, "Het telefoonnummer is te kort", "The phone number is too short", "رقم الهاتف قصير");
    let day = say(lang, "Kies een dag", "Choose a day", "اختر يومًا");
    vec![
        (Case::Empty, error_summary(lang, &none)),
        (Case::Refused, error_summary(lang, &[("veld-fout", phone), ("dag-fout", day)])),
    ]
}
