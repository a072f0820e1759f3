//! How far we are: what is done, what is now, what comes.

use maud::{Markup, Render, html};

use super::{Case, say};
use crate::{Lang, fl, words};

#[derive(Debug, Clone, Copy, PartialEq)]
enum When {
    Done,
    Now,
    Later,
}

/// Numbered steps; the yellow ball is at the one that is now.
#[derive(Debug, Clone)]
pub struct Steps {
    lang: Lang,
    items: Vec<(When, Markup, Option<Markup>)>,
}

pub fn steps(lang: Lang) -> Steps {
    Steps { lang, items: Vec::new() }
}

impl Steps {
    pub fn done(self, title: impl Render, body: impl Render) -> Steps {
        self.step(When::Done, title, body)
    }

    pub fn now(self, title: impl Render, body: impl Render) -> Steps {
        self.step(When::Now, title, body)
    }

    pub fn later(self, title: impl Render, body: impl Render) -> Steps {
        self.step(When::Later, title, body)
    }

    fn step(mut self, when: When, title: impl Render, body: impl Render) -> Steps {
        let body = body.render();
        self.items.push((when, title.render(), (!body.0.is_empty()).then_some(body)));
        self
    }
}

impl Render for Steps {
    fn render(&self) -> Markup {
        let w = words(self.lang);
        html! {
            @if !self.items.is_empty() {
                ol.pad {
                    @for (when, title, body) in &self.items {
                        li.stap.stap--klaar[*when == When::Done].stap--nu[*when == When::Now]
                            aria-current=[(*when == When::Now).then_some("step")] {
                            div.stapel.dicht.kaart[*when == When::Now] {
                                h3 {
                                    span.alleen-voorlezen {
                                        @match when {
                                            When::Done => (fl!(w, "step-done")),
                                            When::Now => (fl!(w, "step-now")),
                                            When::Later => (fl!(w, "step-later")),
                                        }
                                        " "
                                    }
                                    (title)
                                }
                                @if let Some(body) = body { div.zacht[*when != When::Now] { (body) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

pub(super) fn samples(lang: Lang) -> Vec<(Case, Markup)> {
    let read = say(lang, "Bestand gelezen", "File read", "تمت قراءة الملف");
    let look = say(lang, "Kijk na wat er verandert", "Look at what changes", "راجع ما سيتغير");
    let change = say(
        lang,
        "3 groepen komen erbij, 2 veranderen.",
        "3 groups are added, 2 change.",
        "تُضاف 3 مجموعات وتتغير مجموعتان.",
    );
    let save = say(lang, "Opslaan", "Save", "الحفظ");
    let ordinary = steps(lang).done(read, "").now(look, html! { p { (change) } }).later(save, "");
    vec![(Case::Empty, steps(lang).render()), (Case::Ordinary, ordinary.render())]
}
