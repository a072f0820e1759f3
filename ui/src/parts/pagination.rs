//! Further in a long list.

use maud::{Markup, html};

use super::Case;
use crate::{Lang, fl, format, words};

/// `current` counts from 1; `address` gives the page's address. One page needs no pagination.
pub fn pagination(lang: Lang, current: u64, pages: u64, address: impl Fn(u64) -> String) -> Markup {
    let (now, last) = (number(lang, current), number(lang, pages));
    let said = fl!(words(lang), "page-of", page = now, pages = last);
    html! { @if pages > 1 { (nav(lang, current, current < pages, said, address)) } }
}

/// The same for a list of which nobody counted the pages: `more` says whether one comes after this.
pub fn further(lang: Lang, current: u64, more: bool, address: impl Fn(u64) -> String) -> Markup {
    let said = fl!(words(lang), "page-now", page = number(lang, current));
    html! { @if more || current > 1 { (nav(lang, current, more, said, address)) } }
}

fn number(lang: Lang, page: u64) -> String {
    format::number(lang, i64::try_from(page).unwrap_or(i64::MAX))
}

fn nav(lang: Lang, current: u64, more: bool, said: String, address: impl Fn(u64) -> String) -> Markup {
    let w = words(lang);
    html! {
        nav.bladeren aria-label=(fl!(w, "pages")) {
            @if current > 1 {
                a.nl-button.nl-button--secondary rel="prev" href=(address(current - 1)) { (fl!(w, "page-previous")) }
            }
            span { (said) }
            @if more {
                a.nl-button.nl-button--secondary rel="next" href=(address(current + 1)) { (fl!(w, "page-next")) }
            }
        }
    }
}

pub(super) fn samples(lang: Lang) -> Vec<(Case, Markup)> {
    let address = |page: u64| format!("?pagina={page}#bladeren");
    // One navigation a page may be called so: `further` draws the same with fewer words.
    vec![(Case::Empty, pagination(lang, 1, 1, address)), (Case::Ordinary, pagination(lang, 2, 7, address))]
}
