//! Further in a long list.

use maud::{Markup, html};

use super::Case;
use crate::{Lang, fl, format, words};

/// `current` counts from 1; `address` gives the page's address. One page needs no pagination.
pub fn pagination(lang: Lang, current: u64, pages: u64, address: impl Fn(u64) -> String) -> Markup {
    let w = words(lang);
    let number = |page: u64| format::number(lang, i64::try_from(page).unwrap_or(i64::MAX));
    let (now, last) = (number(current), number(pages));
    html! {
        @if pages > 1 {
            nav.bladeren aria-label=(fl!(w, "pages")) {
                @if current > 1 {
                    a.nl-button.nl-button--secondary rel="prev" href=(address(current - 1)) { (fl!(w, "page-previous")) }
                }
                span { (fl!(w, "page-of", page = now, pages = last)) }
                @if current < pages {
                    a.nl-button.nl-button--secondary rel="next" href=(address(current + 1)) { (fl!(w, "page-next")) }
                }
            }
        }
    }
}

pub(super) fn samples(lang: Lang) -> Vec<(Case, Markup)> {
    let address = |page: u64| format!("?pagina={page}#bladeren");
    vec![(Case::Empty, pagination(lang, 1, 1, address)), (Case::Ordinary, pagination(lang, 2, 7, address))]
}
