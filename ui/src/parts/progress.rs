//! How far something is, in words and as a bar.

use maud::{Markup, Render, html};

use super::{Case, say};
use crate::{Lang, fl, format, words};

/// `id` must be unique on the page.
pub fn progress(lang: Lang, id: &str, text: impl Render, done: u64, of: u64) -> Markup {
    let number = |n: u64| format::number(lang, i64::try_from(n).unwrap_or(i64::MAX));
    html! {
        div.voortgang {
            p.kopje {
                label for=(id) { (text) }
                span.zacht { (fl!(words(lang), "progress", done = number(done), of = number(of))) }
            }
            progress id=(id) value=(done.min(of)) max=(of.max(1)) {}
        }
    }
}

pub(super) fn samples(lang: Lang) -> Vec<(Case, Markup)> {
    let text = say(lang, "Groepen nagekeken", "Groups checked", "المجموعات التي تمت مراجعتها");
    vec![
        (Case::Empty, progress(lang, "voortgang-leeg", text, 0, 0)),
        (Case::Ordinary, progress(lang, "voortgang", text, 34, 150)),
        (Case::Longest, progress(lang, "voortgang-klaar", text, 12_000, 12_000)),
    ]
}
