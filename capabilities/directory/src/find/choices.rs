//! The choices that make a list shorter: each with how many there would be, in a form that works without script.

use maud::{Markup, html};
use ui::words::fl;
use ui::{Lang, button};

use super::Found;
use super::asked::{self, Asked};
use crate::area::{Area, AreaCode};
use crate::language::Language;
use crate::map::Atlas;
use crate::names::{self, count};
use crate::theme::options::options;
use crate::words;

/// With more areas than this only the districts are offered, and the neighbourhoods of the one that was chosen.
const MOST_AREAS: usize = 40;

pub(super) struct Choices<'a> {
    pub(super) asked: &'a Asked,
    pub(super) found: &'a Found,
    pub(super) atlas: &'a Atlas,
    /// Whether the choices stay unfolded: when the script refreshes them under somebody's fingers.
    pub(super) unfolded: bool,
}

/// One question with its answers: value, word, how many.
struct Question<'a> {
    name: &'static str,
    label: String,
    any: String,
    chosen: Option<&'a str>,
    answers: Vec<(&'a str, String, usize)>,
}

impl Choices<'_> {
    pub(super) fn form(&self, lang: Lang) -> Markup {
        let w = words(lang);
        let counts = &self.found.counts;
        let filter = &self.asked.filter;
        let kept = self.asked.pairs().into_iter().filter(|(name, _)| matches!(*name, "q" | asked::SPHERE));
        let language = Question {
            name: asked::LANGUAGE,
            label: fl!(w, "choose-language"),
            any: fl!(w, "any-language"),
            chosen: filter.language.map(Language::code),
            answers: with_chosen(&counts.languages, filter.language)
                .map(|(language, number)| (language.code(), language.name(lang).to_owned(), number))
                .collect(),
        };
        let day = Question {
            name: asked::DAY,
            label: fl!(w, "choose-day"),
            any: fl!(w, "any-day"),
            chosen: filter.day.map(asked::day_word),
            answers: with_chosen(&counts.days, filter.day)
                .map(|(day, number)| {
                    (asked::day_word(day), names::capital(names::weekday(lang, day)), number)
                })
                .collect(),
        };
        let capacity = Question {
            name: asked::CAPACITY,
            label: fl!(w, "choose-capacity"),
            any: fl!(w, "any-capacity"),
            chosen: filter.capacity.map(asked::capacity_word),
            answers: with_chosen(&counts.capacities, filter.capacity)
                .map(|(capacity, number)| {
                    (asked::capacity_word(capacity), names::capacity(lang, capacity), number)
                })
                .collect(),
        };
        let form = html! {
            form.stapel method="get" action=(self.asked.path()) data-deel="zoekvak antwoord" {
                @for (name, value) in kept { input type="hidden" name=(name) value=(value); }
                div.drie { (self.themes(lang)) (language.render(lang)) (self.areas(lang)) (self.near(lang)) (day.render(lang)) (capacity.render(lang)) }
                div.knoppen { (button(fl!(w, "choose-show")).secondary()) }
            }
        };
        html! {
            details.meer open[self.unfolded] { summary #korter { (fl!(w, "shorter")) } (form) }
        }
    }

    fn themes(&self, lang: Lang) -> Markup {
        let w = words(lang);
        let chosen = self.asked.filter.theme.as_ref();
        html! {
            div.veld {
                label for="kies-thema" { (fl!(w, "choose-theme")) }
                select #kies-thema name=(asked::THEME) data-typ {
                    option value="" { (fl!(w, "any-theme")) }
                    (options(lang, &self.atlas.taxonomy, &self.found.counts.themes, true, chosen))
                }
            }
        }
    }

    fn near(&self, lang: Lang) -> Markup {
        let w = words(lang);
        let typed = self.asked.near.as_deref().or(self.asked.nowhere.as_deref()).unwrap_or("");
        html! {
            div.veld {
                label for="kies-bij" { (fl!(w, "choose-near")) }
                input #kies-bij name=(asked::NEAR) value=(typed) maxlength="80"
                    autocomplete="off" aria-describedby="kies-bij-hint" data-typ;
                p #kies-bij-hint .hint { (fl!(w, "choose-near-hint")) }
            }
        }
    }

    /// Districts, each with its neighbourhoods under it.
    fn areas(&self, lang: Lang) -> Markup {
        let w = words(lang);
        let geography = &self.atlas.geography;
        if geography.areas.is_empty() {
            return Markup::default();
        }
        let chosen = self.asked.filter.area.as_ref();
        let counts = &self.found.counts.areas;
        let number = |code: &AreaCode| {
            counts
                .binary_search_by(|(other, _)| other.cmp(code))
                .ok()
                .and_then(|at| counts.get(at))
                .map_or(0, |it| it.1)
        };
        let all = geography.areas.len() <= MOST_AREAS;
        let option = |area: &Area, text: String| {
            let there = number(&area.code);
            html! {
                @if there > 0 || chosen == Some(&area.code) {
                    option value=(area.code) selected[chosen == Some(&area.code)] { (text) " (" (count(lang, there)) ")" }
                }
            }
        };
        html! {
            div.veld {
                label for="kies-buurt" { (fl!(w, "choose-area")) }
                select #kies-buurt name=(asked::AREA) data-typ {
                    option value="" { (fl!(w, "any-area")) }
                    @for district in geography.districts() {
                        @if all || chosen.is_some_and(|code| code.district() == district.code) {
                            optgroup label=(district.name) {
                                (option(district, fl!(w, "whole-district", name = district.name.as_str())))
                                @for area in geography.within(&district.code) { (option(area, area.name.to_string())) }
                            }
                        } @else {
                            (option(district, district.name.to_string()))
                        }
                    }
                    @if geography.districts().next().is_none() {
                        @for area in &geography.areas { (option(area, area.name.to_string())) }
                    }
                }
            }
        }
    }
}

/// The choices that lead somewhere, and always the one that was made.
fn with_chosen<T: Copy + PartialEq>(
    counts: &[(T, usize)],
    chosen: Option<T>,
) -> impl Iterator<Item = (T, usize)> {
    let lost = chosen.filter(|chosen| !counts.iter().any(|(it, _)| it == chosen));
    counts.iter().copied().chain(lost.map(|lost| (lost, 0)))
}

impl Question<'_> {
    fn render(&self, lang: Lang) -> Markup {
        let id = format!("kies-{}", self.name);
        html! {
            div.veld {
                label for=(id) { (self.label) }
                select id=(id) name=(self.name) data-typ {
                    option value="" { (self.any) }
                    @for (value, word, number) in &self.answers {
                        option value=(value) selected[self.chosen == Some(*value)] { (word) " (" (count(lang, *number)) ")" }
                    }
                }
            }
        }
    }
}
