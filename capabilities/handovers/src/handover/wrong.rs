//! What is said when a form cannot stay as it is: what it is, where it stands, and how it can be said.

use maud::{Markup, html};
use nameless::Kind;
use ui::{Lang, fl};

use super::NotNameless;
use crate::words;

/// Above the box: what is wrong, the words in which it stands, and other words.
pub(super) fn said_wrong(lang: Lang, wrong: &NotNameless) -> Markup {
    let w = words(lang);
    match wrong {
        NotNameless::Empty => html! { (fl!(w, "say-empty")) },
        NotNameless::TooLong { got, max } => {
            let over = got.saturating_sub(*max);
            html! { (fl!(w, "say-too-long", max = max, over = over)) }
        }
        NotNameless::Tells(found) => html! {
            @for (kind, text) in found {
                span { q dir="auto" { (text) } " " (kind_words(lang, *kind)) " " }
            }
            (fl!(w, "say-otherwise"))
        },
    }
}

fn kind_words(lang: Lang, kind: Kind) -> String {
    let w = words(lang);
    match kind {
        Kind::Bsn => fl!(w, "say-bsn"),
        Kind::Iban => fl!(w, "say-iban"),
        Kind::Email => fl!(w, "say-email"),
        Kind::Phone => fl!(w, "say-phone"),
        Kind::BirthDate => fl!(w, "say-birth-date"),
        Kind::Address => fl!(w, "say-address"),
    }
}
