//! A picture with the sentence that says what one sees, and the same as a table.

use maud::{Markup, Render, html};

use super::{Case, say};
use crate::{Lang, fl, more, table, words};

/// No picture without its sentence: that is why it comes first.
#[derive(Debug, Clone)]
pub struct Figure {
    sentence: Markup,
    picture: Markup,
    same: Option<Markup>,
    lang: Lang,
}

pub fn figure(lang: Lang, sentence: impl Render, picture: impl Render) -> Figure {
    Figure { sentence: sentence.render(), picture: picture.render(), same: None, lang }
}

impl Figure {
    /// The same as a [`table`], folded away below the picture.
    pub fn as_table(mut self, same: impl Render) -> Figure {
        self.same = Some(same.render());
        self
    }
}

impl Render for Figure {
    fn render(&self) -> Markup {
        html! {
            figure.plaat {
                div.plaat__beeld { (self.picture) }
                figcaption {
                    p { (self.sentence) }
                    @if let Some(same) = &self.same { (more(fl!(words(self.lang), "figure-table"), same)) }
                }
            }
        }
    }
}

pub(super) fn samples(lang: Lang) -> Vec<(Case, Markup)> {
    let sentence = say(
        lang,
        "De meeste groepen zijn op dinsdag open. Op zondag is er één.",
        "Most groups are open on Tuesday. On Sunday there is one.",
        "معظم المجموعات مفتوحة يوم الثلاثاء. يوم الأحد توجد مجموعة واحدة.",
    );
    let picture = html! {
        svg.balken role="img" aria-label=(sentence) viewBox="0 0 320 96" preserveAspectRatio="xMinYMid" {
            rect.i x="8" y="20" width="36" height="70" rx="4" {}
            rect.i x="64" y="4" width="36" height="86" rx="4" {}
            rect.f x="120" y="36" width="36" height="54" rx="4" {}
            rect.f x="176" y="78" width="36" height="12" rx="4" {}
        }
    };
    let head = [say(lang, "Dag", "Day", "اليوم"), say(lang, "Open", "Open", "مفتوح")];
    let days = table(sentence)
        .head(head)
        .number_columns([1])
        .row([say(lang, "dinsdag", "Tuesday", "الثلاثاء"), "12"])
        .row([say(lang, "zondag", "Sunday", "الأحد"), "1"]);
    vec![(Case::Ordinary, figure(lang, sentence, picture).as_table(days).render())]
}
