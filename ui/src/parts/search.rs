//! The search box: works with a button, and while typing when there is script.

use maud::{Markup, Render, html};

use super::{Case, say};
use crate::{Icon, Lang, button, fl, words};

/// A form with one question.
#[derive(Debug, Clone)]
pub struct Search {
    lang: Lang,
    action: String,
    text: Markup,
    value: String,
    part: Option<String>,
    kept: Vec<(String, String)>,
    id: String,
    hint: Option<Markup>,
    suggest: Option<String>,
}

/// `text` is the question above the box ("Waar zoekt u hulp bij?"); what is typed is sent as `q`.
pub fn search(lang: Lang, action: impl Into<String>, text: impl Render) -> Search {
    Search {
        lang,
        action: action.into(),
        text: text.render(),
        value: String::new(),
        part: None,
        kept: Vec::new(),
        id: "q".to_owned(),
        hint: None,
        suggest: None,
    }
}

impl Search {
    pub fn value(mut self, typed: impl Into<String>) -> Search {
        self.value = typed.into();
        self
    }

    /// Id (or ids, with spaces) of the part of the page that holds the answer: refreshed while typing.
    pub fn part(mut self, id: impl Into<String>) -> Search {
        self.part = Some(id.into());
        self
    }

    /// Choices that stay when one searches again.
    pub fn keep(mut self, name: impl Into<String>, value: impl Into<String>) -> Search {
        self.kept.push((name.into(), value.into()));
        self
    }

    pub fn hint(mut self, hint: impl Render) -> Search {
        self.hint = Some(hint.render());
        self
    }

    /// Address of suggestions while typing; without script there are none.
    pub fn suggest(mut self, address: impl Into<String>) -> Search {
        self.suggest = Some(address.into());
        self
    }

    pub fn id(mut self, id: impl Into<String>) -> Search {
        self.id = id.into();
        self
    }
}

impl Render for Search {
    fn render(&self) -> Markup {
        let hint = format!("{}-hint", self.id);
        html! {
            form.stapel.dicht role="search" method="get" action=(self.action) data-deel=[self.part.as_ref()]
                aria-label=[(self.id != "q").then_some(&self.id)] {
                label.zoek__vraag for=(self.id) { (self.text) }
                @if let Some(text) = &self.hint { p.hint id=(hint) { (text) } }
                @for (name, value) in &self.kept { input type="hidden" name=(name) value=(value); }
                div.zoek {
                    input id=(self.id) name="q" type="search" value=(self.value) autocomplete="off"
                        enterkeyhint="search" maxlength="200" data-typ[self.part.is_some()]
                        data-suggesties=[self.suggest.as_ref()] dir="auto"
                        aria-describedby=[self.hint.is_some().then_some(&hint)];
                    (button(fl!(words(self.lang), "search")).icon(Icon::Search))
                }
                @if self.suggest.is_some() { div #suggesties {} }
            }
        }
    }
}

pub(super) fn samples(lang: Lang) -> Vec<(Case, Markup)> {
    let question =
        say(lang, "Waar zoekt u hulp bij?", "What do you need help with?", "بماذا تحتاج المساعدة؟");
    let hint = say(
        lang,
        "Bijvoorbeeld: formulier, eenzaam, fiets",
        "For example: form, lonely, bicycle",
        "مثال: استمارة، وحدة، دراجة",
    );
    let typed = say(lang, "formulieren invullen", "filling in forms", "ملء الاستمارات");
    let one = |id: &str, value: &str| search(lang, "#zoek", question).id(id).value(value);
    vec![
        (Case::Empty, one("zoek-leeg", "").hint(hint).render()),
        (Case::Ordinary, one("zoek-gewoon", typed).render()),
        (Case::Longest, one("zoek-lang", &typed.repeat(8)).render()),
    ]
}
