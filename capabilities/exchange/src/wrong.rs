//! Sentences that questions and handovers share: why words cannot stay and how it can be said, and what the clock said.

use maud::{Markup, html};
use nameless::Kind;
use ui::{Lang, fl};

use crate::{NotNameless, Stage, words};

/// Above the box: what is wrong, the words in which it stands, and `otherwise`: what can be said instead.
#[must_use]
pub fn wrong_words(lang: Lang, wrong: &NotNameless, otherwise: &str) -> Markup {
    let w = words(lang);
    match wrong {
        NotNameless::Empty => html! { (fl!(w, "say-empty")) },
        NotNameless::TooLong { got, max } => {
            let over = got.saturating_sub(*max);
            html! { (fl!(w, "say-too-long", max = max, over = over)) }
        }
        NotNameless::Tells(found) => html! {
            @for (kind, text) in found {
                span {
                    q dir="auto" { (text) } " " (said_of(lang, *kind)) " "
                }
            }
            (otherwise)
        },
    }
}

/// What the clock said of a term.
#[must_use]
pub fn nudge_words(lang: Lang, stage: Stage) -> String {
    let w = words(lang);
    match stage {
        Stage::Half => fl!(w, "nudge-half"),
        Stage::Term => fl!(w, "nudge-term"),
        Stage::Coordinator => fl!(w, "nudge-coordinator"),
    }
}

/// Below every box in which somebody writes about a resident.
#[must_use]
pub fn hint(lang: Lang) -> String {
    fl!(words(lang), "say-hint")
}

/// The same in the summary above the form: short, for it leads to the box where it stands in full.
#[must_use]
pub fn in_short(lang: Lang, wrong: &NotNameless) -> Markup {
    match wrong {
        NotNameless::Tells(_) => html! { (fl!(words(lang), "say-tells")) },
        _ => wrong_words(lang, wrong, ""),
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
