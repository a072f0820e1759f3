//! A notice: something to know before going on.

use maud::{Markup, Render, html};

use super::{Case, say};
use crate::{Icon, Lang};

/// How pressing it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Good to know.
    Calm,
    /// It is your turn, or look out.
    Attention,
    /// It went well.
    Good,
    /// It did not go.
    Wrong,
}

/// A title, and perhaps more.
#[derive(Debug, Clone)]
pub struct Notice {
    tone: Tone,
    title: Markup,
    body: Option<Markup>,
}

pub fn notice(tone: Tone, title: impl Render) -> Notice {
    Notice { tone, title: title.render(), body: None }
}

impl Notice {
    /// Flow content: give paragraphs.
    pub fn body(mut self, body: impl Render) -> Notice {
        self.body = Some(body.render());
        self
    }
}

impl Render for Notice {
    fn render(&self) -> Markup {
        let (class, icon) = match self.tone {
            Tone::Calm => ("melding melding--rustig", Icon::Info),
            Tone::Attention => ("melding", Icon::Warning),
            Tone::Good => ("melding melding--goed", Icon::Check),
            Tone::Wrong => ("melding melding--fout", Icon::Warning),
        };
        html! {
            div class=(class) {
                (icon)
                div.stapel.dicht { p { strong { (self.title) } } @if let Some(body) = &self.body { (body) } }
            }
        }
    }
}

pub(super) fn samples(lang: Lang) -> Vec<(Case, Markup)> {
    let title = say(lang, "Staat uw groep er niet bij?", "Is your group missing?", "هل مجموعتك غير موجودة؟");
    let body = say(
        lang,
        "Ook een klein groepje hoort hier. U hoeft geen stichting te zijn.",
        "A small group belongs here too. You need not be a foundation.",
        "حتى المجموعة الصغيرة مكانها هنا. لا يلزم أن تكونوا مؤسسة.",
    );
    let turn = say(lang, "U bent aan zet", "It is your turn", "حان دورك");
    let saved = say(lang, "Opgeslagen", "Saved", "تم الحفظ");
    let wrong = say(lang, "Dit lukte niet", "This did not work", "لم ينجح هذا");
    vec![
        (Case::Empty, notice(Tone::Good, saved).render()),
        (
            Case::Ordinary,
            html! {
                (notice(Tone::Calm, title).body(html! { p { (body) } }))
                (notice(Tone::Attention, turn).body(html! { p { (body) } }))
            },
        ),
        (Case::Longest, notice(Tone::Calm, body.repeat(4)).body(html! { p { (body.repeat(6)) } }).render()),
        (Case::Refused, notice(Tone::Wrong, wrong).body(html! { p { (body) } }).render()),
    ]
}
