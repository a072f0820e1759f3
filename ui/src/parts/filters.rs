//! Choices that make a list shorter: each is a link, so it works without script and can be shared.

use maud::{Markup, Render, html};

use super::{Case, Sphere, say, sphere};
use crate::Lang;

/// A row of links; the chosen ones are marked for eye and ear.
#[derive(Debug, Clone)]
pub struct Filters {
    name: String,
    items: Vec<(String, Markup, bool)>,
}

/// `name` is heard, not seen: "Maak de lijst korter".
pub fn filters(name: impl Into<String>) -> Filters {
    Filters { name: name.into(), items: Vec::new() }
}

impl Filters {
    /// `href` chooses it, or undoes it when it is chosen.
    pub fn item(mut self, href: impl Into<String>, text: impl Render, chosen: bool) -> Filters {
        self.items.push((href.into(), text.render(), chosen));
        self
    }
}

impl Render for Filters {
    fn render(&self) -> Markup {
        html! {
            @if !self.items.is_empty() {
                nav aria-label=(self.name) {
                    ul.filters {
                        @for (href, text, chosen) in &self.items {
                            li { a href=(href) aria-current=[chosen.then_some("true")] { (text) } }
                        }
                    }
                }
            }
        }
    }
}

pub(super) fn samples(lang: Lang) -> Vec<(Case, Markup)> {
    let name = say(lang, "Maak de lijst korter", "Make the list shorter", "اختصر القائمة");
    let all = say(lang, "Alles", "Everything", "الكل");
    let walk = say(lang, "Zonder afspraak", "No appointment needed", "بدون موعد");
    let ordinary = filters(name)
        .item("#filters", all, true)
        .item("#filters", sphere(lang, Sphere::Informal), false)
        .item("#filters", sphere(lang, Sphere::Formal), false)
        .item("#filters", walk, false);
    let chosen = filters(format!("{name} 2"))
        .item("#filters", sphere(lang, Sphere::Informal), true)
        .item("#filters", sphere(lang, Sphere::Formal), true)
        .item(
            "#filters",
            say(
                lang,
                "Geld, schulden en moeilijke brieven van de overheid",
                "Money, debts and difficult letters from the government",
                "المال والديون والرسائل الحكومية الصعبة",
            ),
            true,
        );
    vec![
        (Case::Empty, filters("").render()),
        (Case::Ordinary, ordinary.render()),
        (Case::Longest, chosen.render()),
    ]
}
