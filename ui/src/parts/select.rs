//! A choice from a longer list.

use maud::{Markup, Render, html};

use super::field::Around;
use super::{Case, say};
use crate::Lang;

/// For up to five options [`crate::choices`] is kinder: one sees them all.
#[derive(Debug, Clone)]
pub struct Select {
    around: Around,
    options: Vec<(String, Markup)>,
    chosen: String,
}

pub fn select(lang: Lang, name: impl Into<String>, label: impl Render) -> Select {
    Select { around: Around::new(lang, name, label), options: Vec::new(), chosen: String::new() }
}

impl Select {
    pub fn option(mut self, value: impl Into<String>, text: impl Render) -> Select {
        self.options.push((value.into(), text.render()));
        self
    }

    pub fn chosen(mut self, value: impl Into<String>) -> Select {
        self.chosen = value.into();
        self
    }

    pub fn hint(mut self, hint: impl Render) -> Select {
        self.around.hint = Some(hint.render());
        self
    }

    pub fn error<E: Render>(mut self, error: Option<E>) -> Select {
        self.around.error = error.map(|e| e.render());
        self
    }

    pub fn optional(mut self) -> Select {
        self.around.optional = true;
        self
    }

    pub fn id(mut self, id: impl Into<String>) -> Select {
        self.around.id = id.into();
        self
    }
}

impl Render for Select {
    fn render(&self) -> Markup {
        let a = &self.around;
        a.render(html! {
            select id=(a.id) name=(a.name) aria-invalid=[a.invalid()] aria-describedby=[a.described_by()] {
                @for (value, text) in &self.options {
                    option value=(value) selected[*value == self.chosen] { (text) }
                }
            }
        })
    }
}

pub(super) fn samples(lang: Lang) -> Vec<(Case, Markup)> {
    let label = say(lang, "Welke buurt?", "Which neighbourhood?", "أي حي؟");
    let any = say(lang, "Alle buurten", "All neighbourhoods", "كل الأحياء");
    let wrong = say(lang, "Kies een buurt.", "Choose a neighbourhood.", "اختر حيًا.");
    let one = |id: &str| {
        select(lang, id, label).option("", any).option("a", "De Boogerd").option("b", "Havenkwartier")
    };
    vec![
        (Case::Empty, select(lang, "keuzelijst-leeg", label).optional().render()),
        (Case::Ordinary, one("keuzelijst").chosen("b").render()),
        (
            Case::Longest,
            one("keuzelijst-lang")
                .option("c", "Bedrijventerrein Havenkwartier-Zuidoost, Buitendijkse Polder en omgeving")
                .chosen("c")
                .render(),
        ),
        (Case::Refused, one("keuzelijst-fout").error(Some(wrong)).render()),
    ]
}
