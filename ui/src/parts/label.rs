//! A label: one small fact about a place or an offer.

use maud::{Markup, Render, html};

use super::{Case, say};
use crate::Lang;

/// A fact that is not a link.
#[derive(Debug, Clone)]
pub struct Label {
    text: Markup,
    class: &'static str,
}

pub fn label(text: impl Render) -> Label {
    Label { text: text.render(), class: "label" }
}

/// A list of them.
pub fn labels<L: Render>(items: impl IntoIterator<Item = L>) -> Markup {
    let mut items = items.into_iter().peekable();
    html! { @if items.peek().is_some() { ul.labels { @for item in items { li { (item) } } } } }
}

impl Label {
    /// Open, possible, there is room.
    pub fn good(mut self) -> Label {
        self.class = "label label--open";
        self
    }

    /// Full, closed, stopped.
    pub fn full(mut self) -> Label {
        self.class = "label label--vol";
        self
    }
}

impl Render for Label {
    fn render(&self) -> Markup {
        html! { span class=(self.class) { (self.text) } }
    }
}

pub(super) fn samples(lang: Lang) -> Vec<(Case, Markup)> {
    let open = say(lang, "Nu open tot 15.00 uur", "Open now until 15:00", "مفتوح الآن حتى 15:00");
    let walk = say(lang, "Zonder afspraak", "No appointment needed", "بدون موعد");
    let full = say(lang, "Nu geen plek", "No room now", "لا يوجد مكان الآن");
    let long = say(
        lang,
        "Nederlands, Turks, Arabisch, Tamazight, Tigrinya, Pools, Oekraïens, Engels en gebarentaal",
        "Dutch, Turkish, Arabic, Tamazight, Tigrinya, Polish, Ukrainian, English and sign language",
        "الهولندية والتركية والعربية والأمازيغية والتغرينية والبولندية والأوكرانية والإنجليزية ولغة الإشارة",
    );
    vec![
        (Case::Empty, labels(Vec::<Label>::new())),
        (Case::Ordinary, labels([label(open).good(), label(walk), label(full).full()])),
        (Case::Longest, labels([label(long)])),
    ]
}
