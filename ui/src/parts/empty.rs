//! Nothing here: says so kindly, and what one can do.

use maud::{Markup, Render, html};

use super::{Case, button, say};
use crate::Lang;

/// A sentence, an explanation and a way forward.
#[derive(Debug, Clone)]
pub struct Empty {
    title: Markup,
    body: Option<Markup>,
    action: Option<Markup>,
    level: u8,
}

pub fn empty(title: impl Render) -> Empty {
    Empty { title: title.render(), body: None, action: None, level: 2 }
}

impl Empty {
    pub fn body(mut self, body: impl Render) -> Empty {
        self.body = Some(body.render());
        self
    }

    pub fn action(mut self, action: impl Render) -> Empty {
        self.action = Some(action.render());
        self
    }

    /// The heading's level, 2 or 3; 2 unless said.
    pub fn level(mut self, level: u8) -> Empty {
        self.level = level;
        self
    }
}

impl Render for Empty {
    fn render(&self) -> Markup {
        html! {
            div.leeg {
                svg.leeg__beeld aria-hidden="true" viewBox="0 0 88 44" {
                    circle.leeg__rond cx="24" cy="22" r="18" {}
                    rect.leeg__vierkant x="46" y="5" width="34" height="34" rx="8" {}
                }
                @if self.level == 3 { h3 { (self.title) } } @else { h2 { (self.title) } }
                @if let Some(body) = &self.body { p { (body) } }
                @if let Some(action) = &self.action { (super::buttons(action)) }
            }
        }
    }
}

pub(super) fn samples(lang: Lang) -> Vec<(Case, Markup)> {
    let title = say(lang, "Wij vonden nog niets", "We found nothing yet", "لم نجد شيئًا بعد");
    let body = say(
        lang,
        "Probeer een ander woord, of haal een keuze weg. Bellen met het wijkteam mag ook.",
        "Try another word, or remove a choice. You can also call the neighbourhood team.",
        "جرّب كلمة أخرى، أو احذف أحد الاختيارات. يمكنك أيضًا الاتصال بفريق الحي.",
    );
    let all = say(lang, "Toon alles", "Show everything", "اعرض الكل");
    vec![
        (Case::Empty, empty(title).level(3).render()),
        (
            Case::Ordinary,
            empty(title).level(3).body(body).action(button(all).secondary().to("#leeg")).render(),
        ),
    ]
}
