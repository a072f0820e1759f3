//! Themes to choose from, in two levels, as the answers of a list that works without script.

use maud::{Markup, html};
use ui::Lang;
use ui::words::fl;

use super::{Taxonomy, Term, Theme};
use crate::names::count;
use crate::words;

/// The answers of a `select`. With counts only those that lead somewhere, and always the one that was chosen.
#[must_use]
pub fn options(
    lang: Lang,
    taxonomy: &Taxonomy,
    counts: &[(Theme, usize)],
    numbered: bool,
    chosen: Option<&Theme>,
) -> Markup {
    let number =
        |term: &Term| counts.iter().find(|(it, _)| *it == term.theme).map_or(0, |(_, number)| *number);
    let offered = |term: &&Term| chosen == Some(&term.theme) || (!term.hidden && number(term) > 0);
    let option = |term: &Term, text: &str| {
        html! {
            option value=(term.theme.key()) lang=[term.foreign(lang)] selected[chosen == Some(&term.theme)] {
                (text) @if numbered { " (" (count(lang, number(term))) ")" }
            }
        }
    };
    html! {
        @for top in taxonomy.tops() {
            @let below: Vec<&Term> = taxonomy.under(&top.theme).filter(offered).collect();
            @if below.is_empty() {
                @if offered(&top) { (option(top, top.name(lang))) }
            } @else {
                optgroup label=(top.name(lang)) {
                    @if offered(&top) { (option(top, &fl!(words(lang), "theme-all-of", theme = top.name(lang)))) }
                    @for term in below { (option(term, term.name(lang))) }
                }
            }
        }
    }
}
