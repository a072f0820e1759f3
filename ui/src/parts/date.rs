//! A day in a calendar block: number and month.

use jiff::civil::Date;
use maud::{Markup, html};

use super::Case;
use crate::{Lang, format};

/// Put it before what happens that day.
pub fn date_block(lang: Lang, day: Date) -> Markup {
    html! {
        time.dag datetime=(day) {
            (day.day()) " "
            span { (format::short_month(lang, day.month())) }
        }
    }
}

pub(super) fn samples(lang: Lang) -> Vec<(Case, Markup)> {
    let row = |day| {
        html! { p.agenda { (date_block(lang, day)) span { a href="#dag" { (crate::content(Lang::Nl, "Wijktafel")) } br; span.klein.zacht { (format::day(lang, day)) } } } }
    };
    vec![(
        Case::Ordinary,
        html! { (row(jiff::civil::date(2026, 11, 26))) (row(jiff::civil::date(2026, 12, 1))) },
    )]
}
