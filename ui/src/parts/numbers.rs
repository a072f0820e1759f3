//! A few big numbers, each with the words that make it one.

use maud::{Markup, Render, html};

use super::{Case, say};
use crate::{Lang, format};

/// Two to four of them.
#[derive(Debug, Clone)]
pub struct Numbers {
    name: String,
    items: Vec<(Markup, Markup)>,
}

/// `name` is heard, not seen.
pub fn numbers(name: impl Into<String>) -> Numbers {
    Numbers { name: name.into(), items: Vec::new() }
}

impl Numbers {
    pub fn item(mut self, number: impl Render, words: impl Render) -> Numbers {
        self.items.push((number.render(), words.render()));
        self
    }
}

impl Render for Numbers {
    fn render(&self) -> Markup {
        html! {
            @if !self.items.is_empty() {
                ul.cijfers aria-label=(self.name) {
                    @for (number, words) in &self.items { li.cijfer { b { (number) } " " (words) } }
                }
            }
        }
    }
}

pub(super) fn samples(lang: Lang) -> Vec<(Case, Markup)> {
    let name = say(lang, "Kort samengevat", "In short", "باختصار");
    let ordinary = numbers(name)
        .item(
            format::number(lang, 90),
            say(lang, "groepen uit de buurt", "groups from the neighbourhood", "مجموعة من الحي"),
        )
        .item(format::number(lang, 60), say(lang, "organisaties", "organisations", "مؤسسة"))
        .item(format::number(lang, 12_480), say(lang, "bewoners", "residents", "من السكان"));
    vec![(Case::Empty, numbers(name).render()), (Case::Ordinary, ordinary.render())]
}
