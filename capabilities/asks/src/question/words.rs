//! What is said when words cannot stay: what it is, where it stands, and how it can be said.

use maud::{Markup, html};
use nameless::Kind;
use ui::{Lang, fl};

use super::{NotNameless, Said};
use crate::words;

/// Above the box: what is wrong, the words in which it stands, and other words.
pub(crate) fn wrong_words(lang: Lang, wrong: &NotNameless) -> Markup {
    let w = words(lang);
    match wrong {
        NotNameless::Empty => html! { (fl!(w, "say-empty")) },
        NotNameless::TooLong { got } => {
            let over = got.saturating_sub(Said::MAX);
            html! { (fl!(w, "say-too-long", max = Said::MAX, over = over)) }
        }
        NotNameless::Tells(found) => html! {
            @for (kind, text) in found {
                span {
                    q dir="auto" { (text) } " " (said_of(lang, *kind)) " "
                }
            }
            (fl!(w, "say-otherwise"))
        },
    }
}

/// The same in the summary above the form: short, for it leads to the box where it stands in full.
pub(crate) fn in_short(lang: Lang, wrong: &NotNameless) -> Markup {
    match wrong {
        NotNameless::Tells(_) => html! { (fl!(words(lang), "say-tells")) },
        _ => wrong_words(lang, wrong),
    }
}

fn said_of(lang: Lang, kind: Kind) -> String {
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
