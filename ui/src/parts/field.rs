//! One question of a form: label, hint, error above the box, and the box.

use maud::{Markup, Render, html};

use super::{Case, say};
use crate::{Lang, fl, words};

#[derive(Debug, Clone, Copy, PartialEq)]
enum Box {
    Line(&'static str),
    Area(u16),
}

/// What stands around any box: shared with select and choices.
#[derive(Debug, Clone)]
pub(super) struct Around {
    pub(super) lang: Lang,
    pub(super) id: String,
    pub(super) name: String,
    pub(super) label: Markup,
    pub(super) hint: Option<Markup>,
    pub(super) error: Option<Markup>,
    pub(super) optional: bool,
}

impl Around {
    pub(super) fn new(lang: Lang, name: impl Into<String>, label: impl Render) -> Around {
        let name = name.into();
        Around {
            lang,
            id: name.clone(),
            name,
            label: label.render(),
            hint: None,
            error: None,
            optional: false,
        }
    }

    /// Ids of the hint and the error, for `aria-describedby`.
    pub(super) fn described_by(&self) -> Option<String> {
        let hint = self.hint.is_some().then(|| format!("{}-hint", self.id));
        let error = self.error.is_some().then(|| format!("{}-fout", self.id));
        let ids: Vec<String> = [error, hint].into_iter().flatten().collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    pub(super) fn invalid(&self) -> Option<&'static str> {
        self.error.is_some().then_some("true")
    }

    pub(super) fn label_text(&self) -> Markup {
        html! { (self.label) @if self.optional { " " span.zacht.gewoon { (fl!(words(self.lang), "optional")) } } }
    }

    pub(super) fn below_label(&self) -> Markup {
        html! {
            @if let Some(hint) = &self.hint { p.hint id={ (self.id) "-hint" } { (hint) } }
            @if let Some(error) = &self.error {
                p.fout id={ (self.id) "-fout" } {
                    span.alleen-voorlezen { (fl!(words(self.lang), "error")) " " }
                    (error)
                }
            }
        }
    }

    pub(super) fn render(&self, inside: Markup) -> Markup {
        html! {
            div.veld.veld--fout[self.error.is_some()] {
                label for=(self.id) { (self.label_text()) }
                (self.below_label())
                (inside)
            }
        }
    }
}

/// A line or an area to type in.
#[derive(Debug, Clone)]
pub struct Field {
    around: Around,
    value: String,
    shape: Box,
    autocomplete: Option<&'static str>,
    max: Option<usize>,
    /// Where it is kept, and under which name.
    draft: Option<(String, String)>,
    accept: Option<&'static str>,
}

/// Sent as `name`, which is also its id unless [`Field::id`] says otherwise.
pub fn field(lang: Lang, name: impl Into<String>, label: impl Render) -> Field {
    Field {
        around: Around::new(lang, name, label),
        value: String::new(),
        shape: Box::Line("text"),
        autocomplete: None,
        max: None,
        draft: None,
        accept: None,
    }
}

impl Field {
    pub fn value(mut self, value: impl Into<String>) -> Field {
        self.value = value.into();
        self
    }

    pub fn hint(mut self, hint: impl Render) -> Field {
        self.around.hint = Some(hint.render());
        self
    }

    /// What is wrong and how to mend it; `None` when nothing is.
    pub fn error<E: Render>(mut self, error: Option<E>) -> Field {
        self.around.error = error.map(|e| e.render());
        self
    }

    /// Adds "(mag leeg)".
    pub fn optional(mut self) -> Field {
        self.around.optional = true;
        self
    }

    /// `tel`, `email`, `url`, `date`, `time`, `number`, `password` …
    pub fn kind(mut self, kind: &'static str) -> Field {
        self.shape = Box::Line(kind);
        self
    }

    /// A file to choose; `accept` as in HTML (".csv,.zip"). The form needs `enctype="multipart/form-data"`.
    pub fn file(mut self, accept: &'static str) -> Field {
        self.shape = Box::Line("file");
        self.accept = Some(accept);
        self
    }

    pub fn area(mut self, rows: u16) -> Field {
        self.shape = Box::Area(rows);
        self
    }

    pub fn autocomplete(mut self, what: &'static str) -> Field {
        self.autocomplete = Some(what);
        self
    }

    pub fn max(mut self, characters: usize) -> Field {
        self.max = Some(characters);
        self
    }

    /// What is typed is kept there under this name while somebody types (levend.js).
    pub fn draft(mut self, kept_at: impl Into<String>, name: impl Into<String>) -> Field {
        self.draft = Some((kept_at.into(), name.into()));
        self
    }

    pub fn id(mut self, id: impl Into<String>) -> Field {
        self.around.id = id.into();
        self
    }

    /// Words run as the language does in which somebody types them, on a page of whatever language; numbers and addresses
    /// have their own direction.
    fn dir(&self) -> Option<&'static str> {
        matches!(self.shape, Box::Line("text") | Box::Area(_)).then_some("auto")
    }
}

impl Render for Field {
    fn render(&self) -> Markup {
        let a = &self.around;
        let typed = match self.shape {
            // A browser never shows a password or a file again.
            Box::Line("password" | "file") => None,
            Box::Line(_) | Box::Area(_) => Some(&self.value),
        };
        a.render(html! {
            @match self.shape {
                Box::Line(kind) => {
                    input id=(a.id) name=(a.name) type=(kind) value=[typed] autocomplete=[self.autocomplete]
                        maxlength=[self.max] accept=[self.accept] dir=[self.dir()]
                        aria-invalid=[a.invalid()] aria-describedby=[a.described_by()];
                }
                Box::Area(rows) => {
                    textarea id=(a.id) name=(a.name) rows=(rows) maxlength=[self.max] dir=[self.dir()]
                        data-concept=[self.draft.as_ref().map(|(kept_at, _)| kept_at)]
                        data-plek=[self.draft.as_ref().map(|(_, name)| name)]
                        aria-invalid=[a.invalid()] aria-describedby=[a.described_by()] { "\n" (self.value) }
                }
            }
        })
    }
}

pub(super) fn samples(lang: Lang) -> Vec<(Case, Markup)> {
    let phone = say(lang, "Telefoonnummer", "Phone number", "رقم الهاتف");
    let hint = say(
        lang,
        "Zo kan een buurtgroep u bellen.",
        "So that a group can call you.",
        "لكي تتمكن المجموعة من الاتصال بك.",
    );
    let tell = say(lang, "Vertel het in uw eigen woorden", "Tell it in your own words", "احكِ بكلماتك");
    let wrong = say(
        lang,
        "Dit nummer is te kort. Een nummer heeft 10 cijfers.",
        "This number is too short. A number has 10 digits.",
        "هذا الرقم قصير. يتكون الرقم من 10 أرقام.",
    );
    let long = say(
        lang,
        "Wat is de volledige officiële naam van de rechtspersoon waarvoor u deze verantwoordingsinformatie invult?",
        "What is the full official name of the legal entity for which you fill in this accountability information?",
        "ما هو الاسم الرسمي الكامل للكيان القانوني الذي تملأ هذه المعلومات نيابة عنه؟",
    );
    vec![
        (
            Case::Empty,
            html! { (field(lang, "veld-leeg", phone).kind("tel").optional().autocomplete("tel")) (field(lang, "veld-vak", tell).area(3)) },
        ),
        (
            Case::Ordinary,
            field(lang, "veld-gewoon", phone).kind("tel").hint(hint).value("020 123 45 67").render(),
        ),
        (Case::Longest, field(lang, "veld-lang", long).value(long).hint(long).render()),
        (
            Case::Refused,
            field(lang, "veld-fout", phone).kind("tel").hint(hint).value("020").error(Some(wrong)).render(),
        ),
    ]
}
