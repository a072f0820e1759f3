//! How far one may trust what stands here: who looked at it and when, how old it is, and where it came from.

use ground::moment::Moment;
use maud::{Markup, html};
use ui::words::fl;
use ui::{Icon, Lang, Tone, fact, format, notice};

use crate::confirmation::{Age, Confirmation};
use crate::names::{self, dutch};
use crate::source::{Origin, Source};
use crate::words;

/// "Nagekeken op 5 november 2026 door de coördinator", or that nobody did.
#[must_use]
pub fn checked(lang: Lang, confirmed: Option<&Confirmation>) -> Markup {
    let w = words(lang);
    match confirmed {
        None => html! { (fl!(w, "not-checked")) },
        Some(Confirmation { at, by }) => html! {
            (fl!(w, "checked-on", day = format::day_without_weekday(lang, at.day().0)))
            @if !by.is_empty() { " " (fl!(w, "checked-by")) " " (dutch(lang, by.as_str())) }
        },
    }
}

/// What stands at the end of a profile: checked, from which source, and whether that source still knows it.
#[derive(Clone, Debug)]
pub struct Trust {
    pub confirmed: Option<Confirmation>,
    pub source: Option<Source>,
    pub dropped: Option<Moment>,
    pub age: Age,
}

impl Trust {
    #[must_use]
    pub fn of(
        confirmed: Option<Confirmation>,
        origin: Option<&Origin>,
        source: Option<&Source>,
        age: Age,
    ) -> Self {
        Self { confirmed, source: source.cloned(), dropped: origin.and_then(|origin| origin.dropped_at), age }
    }

    /// A notice above the profile when it is old; nothing when it is fresh.
    #[must_use]
    pub fn notice(&self, lang: Lang) -> Markup {
        let w = words(lang);
        html! {
            @if let Some(age) = names::age(lang, self.age) {
                (notice(Tone::Attention, age).body(html! { p { (fl!(w, "age-advice")) } }))
            }
        }
    }

    #[must_use]
    pub fn foot(&self, lang: Lang) -> Markup {
        let w = words(lang);
        html! {
            div.stapel.dicht.klein.zacht {
                (fact(Icon::Check, checked(lang, self.confirmed.as_ref())))
                @if let Some(source) = &self.source {
                    (fact(Icon::Info, html! {
                        (fl!(w, "source")) " " (dutch(lang, source.name.as_str()))
                        @if let Some(day) = source.dated { ", " (format::day_without_weekday(lang, day.0)) }
                        ". " (fl!(w, "licence")) " " (dutch(lang, source.licence.as_str())) ". "
                        a href="/bronnen" { (fl!(w, "about-sources-link")) }
                    }))
                }
                @if let Some(at) = self.dropped {
                    (fact(Icon::Warning, fl!(w, "source-dropped", day = format::day_without_weekday(lang, at.day().0))))
                }
            }
        }
    }
}
