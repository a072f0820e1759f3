//! The way back: the pages above this one.

use maud::{Markup, html};

use super::{Case, say};
use crate::{Lang, fl, words};

/// Address and name of each page above this one, outermost first.
pub fn breadcrumb(lang: Lang, above: &[(String, Markup)]) -> Markup {
    html! {
        @if !above.is_empty() {
            nav.kruimels aria-label=(fl!(words(lang), "breadcrumb")) {
                ol { @for (href, text) in above { li { a.kruimel href=(href) { (text) } } } }
            }
        }
    }
}

pub(super) fn samples(lang: Lang) -> Vec<(Case, Markup)> {
    let step = |text: &str| ("#kruimel".to_owned(), html! { (text) });
    let areas = step(say(lang, "Buurten", "Neighbourhoods", "الأحياء"));
    let all = step(say(lang, "Terug naar de lijst", "Back to the list", "العودة إلى القائمة"));
    let long = step("Bedrijventerrein Havenkwartier-Zuidoost en omgeving");
    // One page has one of these, so the style guide shows one as well.
    vec![(Case::Empty, breadcrumb(lang, &[])), (Case::Longest, breadcrumb(lang, &[all, areas, long]))]
}
