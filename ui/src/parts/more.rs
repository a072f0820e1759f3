//! Something to unfold.

use maud::{Markup, Render, html};

use super::{Case, say};
use crate::{Lang, content};

/// The browser's own unfolding: works without script.
pub fn more(summary: impl Render, body: impl Render) -> Markup {
    html! { details.meer { summary { (summary) } div.stapel.dicht { (body) } } }
}

pub(super) fn samples(lang: Lang) -> Vec<(Case, Markup)> {
    let title = say(lang, "Hoe weten wij dit?", "How do we know this?", "كيف نعرف هذا؟");
    vec![(
        Case::Ordinary,
        more(title, html! { p { (content(Lang::Nl, "Fatma heeft dit nagekeken op 12 november.")) } }),
    )]
}
