//! Boxes to tick and rounds to choose one from.

use maud::{Markup, Render, html};

use super::field::Around;
use super::{Case, say};
use crate::Lang;

/// One box to tick, with its words; the whole line is pressable.
pub fn checkbox(name: &str, value: &str, text: impl Render, ticked: bool) -> Markup {
    html! {
        label.keuze { input type="checkbox" name=(name) value=(value) checked[ticked]; span { (text) } }
    }
}

/// A question with all its answers in sight.
#[derive(Debug, Clone)]
pub struct Choices {
    around: Around,
    options: Vec<(String, Markup, bool)>,
    several: bool,
}

/// One answer; [`Choices::several`] allows more.
pub fn choices(lang: Lang, name: impl Into<String>, question: impl Render) -> Choices {
    Choices { around: Around::new(lang, name, question), options: Vec::new(), several: false }
}

impl Choices {
    pub fn option(mut self, value: impl Into<String>, text: impl Render, chosen: bool) -> Choices {
        self.options.push((value.into(), text.render(), chosen));
        self
    }

    pub fn several(mut self) -> Choices {
        self.several = true;
        self
    }

    pub fn hint(mut self, hint: impl Render) -> Choices {
        self.around.hint = Some(hint.render());
        self
    }

    pub fn error<E: Render>(mut self, error: Option<E>) -> Choices {
        self.around.error = error.map(|e| e.render());
        self
    }

    pub fn optional(mut self) -> Choices {
        self.around.optional = true;
        self
    }

    pub fn id(mut self, id: impl Into<String>) -> Choices {
        self.around.id = id.into();
        self
    }
}

impl Render for Choices {
    fn render(&self) -> Markup {
        let a = &self.around;
        let kind = if self.several { "checkbox" } else { "radio" };
        html! {
            fieldset.veld.veld--fout[a.error.is_some()] id=(a.id) aria-describedby=[a.described_by()] {
                legend { (a.label_text()) }
                (a.below_label())
                div.keuzes {
                    @for (value, text, chosen) in &self.options {
                        label.keuze {
                            input type=(kind) name=(a.name) value=(value) checked[*chosen] aria-invalid=[a.invalid()];
                            span { (text) }
                        }
                    }
                }
            }
        }
    }
}

pub(super) fn samples(lang: Lang) -> Vec<(Case, Markup)> {
    let question = say(lang, "Welke dag past u?", "Which day suits you?", "أي يوم يناسبك؟");
    let days = [
        say(lang, "dinsdag 24 november, 10.00 uur", "Tuesday 24 November, 10:00", "الثلاثاء 24 نوفمبر، 10:00"),
        say(
            lang,
            "woensdag 25 november, 14.30 uur",
            "Wednesday 25 November, 14:30",
            "الأربعاء 25 نوفمبر، 14:30",
        ),
        say(lang, "Geen van deze dagen", "None of these days", "لا يناسبني أي من هذه الأيام"),
    ];
    let agree = say(
        lang,
        "Ik heb het met Fatma besproken en zij vindt het goed dat haar telefoonnummer hier voor iedereen te lezen is",
        "I talked with Fatma and she agrees that everybody can read her phone number here",
        "تحدثت مع فاطمة وهي توافق على أن يقرأ الجميع رقم هاتفها هنا",
    );
    let wrong = say(lang, "Kies een dag.", "Choose a day.", "اختر يومًا.");
    let all = |id: &str, chosen: usize| {
        let start = choices(lang, id, question);
        days.iter().enumerate().fold(start, |c, (i, day)| c.option(i.to_string(), *day, i == chosen))
    };
    vec![
        (Case::Ordinary, all("dag", 1).render()),
        (Case::Longest, checkbox("akkoord", "ja", agree, true)),
        (Case::Refused, all("dag-fout", 9).error(Some(wrong)).render()),
    ]
}
