//! The list of who does what, and how it says that nobody was found.

use std::sync::Arc;

use ground::moment::Moment;
use maud::{Markup, html};
use ui::words::fl;
use ui::{Frame, Icon, Lang, Page, Tone, button, buttons, empty, filters, notice, search};

use super::asked::{self, A_PAGE, Asked};
use super::card::line_card;
use super::choices::Choices;
use super::lines::{Cards, Line};
use super::{Filter, Found};
use crate::map::Atlas;
use crate::names::{self, count, dutch};
use crate::party::Sphere;
use crate::theme::Theme;
use crate::words;

pub struct ListPage {
    pub asked: Asked,
    pub found: Arc<Found>,
    pub cards: Arc<Cards>,
    /// How far each card is from where somebody is, in metres.
    pub distances: Vec<Option<f64>>,
    /// Whom one can walk into, when words or choices lead nowhere.
    pub walk_into: Vec<Line>,
    pub without: Vec<Without>,
    /// How long the whole list is.
    pub all: usize,
    pub now: Moment,
    pub unfolded: bool,
    pub atlas: Arc<Atlas>,
}

/// How many there would be without one choice.
#[derive(Clone, Copy, Debug)]
pub struct Without {
    pub name: &'static str,
    pub count: usize,
}

impl ListPage {
    #[must_use]
    pub fn render(&self, frame: &Frame) -> Markup {
        let lang = frame.lang;
        let w = words(lang);
        let heading = self.heading(lang);
        let page = Page::new(fl!(w, "list-title")).here("zoeken").said(heading.as_str());
        ui::page(
            frame,
            page,
            html! {
                div #zoekvak { (self.search(lang)) }
                div #antwoord .stapel.ruim {
                    div.stapel.krap {
                        (self.worlds(lang))
                        (Choices { asked: &self.asked, found: &self.found, atlas: &self.atlas, unfolded: self.unfolded }.form(lang))
                        (self.chosen(lang))
                    }
                    @if self.found.total == 0 {
                        (self.nothing(frame))
                    } @else {
                        (self.answer(frame, &heading))
                    }
                    (self.walk_into(frame))
                    (self.missing(lang))
                }
            },
        )
    }

    fn heading(&self, lang: Lang) -> String {
        let w = words(lang);
        let total = self.found.total;
        if self.asked.filter.is_open() && self.asked.typed.is_empty() {
            fl!(w, "list-all", count = total, number = count(lang, total))
        } else {
            fl!(w, "list-found", count = total, number = count(lang, total))
        }
    }

    fn search(&self, lang: Lang) -> Markup {
        let w = words(lang);
        let mut form = search(lang, asked::SEARCH, fl!(w, "search-question"))
            .value(&self.asked.typed)
            .part("antwoord")
            .suggest(asked::SUGGEST);
        for (name, value) in self.asked.pairs().into_iter().filter(|(name, _)| *name != "q") {
            form = form.keep(name, value);
        }
        html! { (form) }
    }

    /// Both worlds, or one of them.
    fn worlds(&self, lang: Lang) -> Markup {
        let w = words(lang);
        let counts = &self.found.counts.spheres;
        let number =
            |sphere: Sphere| counts.iter().find(|(it, _)| *it == sphere).map_or(0, |(_, count)| *count);
        let chosen = self.asked.filter.sphere;
        let item = |row: ui::Filters, sphere: Sphere| {
            let word = html! { (ui::sphere(lang, names::badge(sphere))) " " (count(lang, number(sphere))) };
            let href = self.asked.with("/wie", asked::SPHERE, Some(asked::sphere_word(sphere)));
            row.item(href, word, chosen == Some(sphere))
        };
        let all = self.asked.with("/wie", asked::SPHERE, None);
        let row = filters(fl!(w, "worlds")).item(all, fl!(w, "worlds-both"), chosen.is_none());
        html! { (item(item(row, Sphere::Informal), Sphere::Formal)) }
    }

    /// What was chosen, each with a way to undo it.
    fn chosen(&self, lang: Lang) -> Markup {
        let w = words(lang);
        let chosen = self.words_of_choices(lang);
        let row = chosen.iter().fold(filters(fl!(w, "chosen")), |row, (name, word)| {
            let text = html! { span.alleen-voorlezen { (fl!(w, "drop")) " " } (word) " ✕" };
            row.item(self.asked.with("/wie", name, None), text, true)
        });
        html! {
            (row)
            @if self.asked.unknown { (notice(Tone::Attention, fl!(w, "choice-unknown"))) }
            @if let Some(postcode) = self.asked.lost_postcode() {
                (notice(Tone::Attention, fl!(w, "postcode-unknown", postcode = postcode.as_str())))
            }
            @if self.asked.shortened { (notice(Tone::Calm, fl!(w, "question-shortened"))) }
        }
    }

    fn words_of_choices(&self, lang: Lang) -> Vec<(&'static str, Markup)> {
        let w = words(lang);
        let Filter { theme, language, area, day, capacity, .. } = &self.asked.filter;
        let area = area.as_ref().and_then(|code| self.atlas.name_of(code)).map(|name| dutch(lang, name));
        let plain = |word: String| html! { (word) };
        [
            (asked::THEME, theme.as_ref().map(|theme| self.atlas.taxonomy.shown(lang, theme))),
            (asked::LANGUAGE, language.map(|language| plain(language.name(lang).to_owned()))),
            (asked::AREA, area),
            (asked::NEAR, self.asked.near.as_ref().map(|near| html! { (fl!(w, "near")) " " bdi { (near) } })),
            (asked::DAY, day.map(|day| plain(names::capital(names::weekday(lang, day))))),
            (asked::CAPACITY, capacity.map(|capacity| plain(names::capacity(lang, capacity)))),
        ]
        .into_iter()
        .filter_map(|(name, word)| Some((name, word?)))
        .collect()
    }

    fn answer(&self, frame: &Frame, heading: &str) -> Markup {
        let (w, lang) = (words(frame.lang), frame.lang);
        let pages = u64::try_from(self.found.total.div_ceil(A_PAGE)).unwrap_or(u64::MAX);
        let first = self.asked.skip() + 1;
        if self.cards.lines.is_empty() {
            let last = button(fl!(w, "page-last")).to(self.asked.on_page(pages));
            let body = fl!(w, "page-gone-text", pages = pages);
            return html! { (empty(fl!(w, "page-gone")).body(body).action(last)) };
        }
        html! {
            div.twee {
                section.stapel aria-labelledby="gevonden" {
                    h2 #gevonden { (heading) }
                    @if let Some(read) = &self.found.read_as { p { (fl!(w, "found-read-as", words = read.as_str())) } }
                    @if self.found.loosely { p { (fl!(w, "found-loosely")) } (self.or_ask(frame)) }
                    ol.kaarten {
                        @for (nth, line) in self.cards.lines.iter().enumerate() {
                            @let far = self.distances.get(nth).copied().flatten();
                            li { (line_card(lang, line, Some(first + nth), self.now, far, self.about(frame))) }
                        }
                    }
                    (ui::pagination(lang, self.asked.page, pages, |page| self.asked.on_page(page)))
                    @if !self.found.loosely { (self.or_ask(frame)) }
                }
                @if let Some(map) = &self.cards.map {
                    aside aria-label=(fl!(w, "map")) { (ui::figure(lang, fl!(w, "map-of-list"), map)) }
                }
            }
        }
    }

    fn nothing(&self, frame: &Frame) -> Markup {
        let (w, lang) = (words(frame.lang), frame.lang);
        if self.all == 0 {
            return html! { (empty(fl!(w, "nothing-yet")).body(fl!(w, "nothing-yet-text"))) };
        }
        let choices = self.words_of_choices(lang);
        let word = |without: &Without| match without.name {
            "q" => html! { "“" bdi { (self.asked.typed) } "”" },
            asked::SPHERE => self.asked.filter.sphere.map_or_else(Markup::default, |sphere| {
                html! { (names::badge(sphere).word(lang)) }
            }),
            name => choices
                .iter()
                .find(|(it, _)| *it == name)
                .map_or_else(Markup::default, |(_, word)| word.clone()),
        };
        let body = match (self.without.is_empty(), self.asked.typed.is_empty()) {
            (false, _) => fl!(w, "nobody-found-text"),
            (true, false) => fl!(w, "nobody-found-words"),
            (true, true) => fl!(w, "nobody-found-choices"),
        };
        let all =
            button(fl!(w, "list-everything", number = count(lang, self.all))).to("/wie").icon(Icon::Search);
        html! {
            section.stapel aria-labelledby="gevonden" {
                h2 #gevonden .alleen-voorlezen { (self.heading(lang)) }
                (empty(fl!(w, "nobody-found")).level(3).body(body).action(html! {
                    @for without in &self.without {
                        a.nl-button.nl-button--secondary href=(self.asked.with("/wie", without.name, None)) {
                            span { (fl!(w, "without")) " " (word(without)) " (" (count(lang, without.count)) ")" }
                        }
                    }
                    @if frame.acts {
                        (button(fl!(w, "find-ask")).to(self.ask()).icon(Icon::Speech))
                    }
                    (all)
                }))
                // Who helps others can have an account, and ask.
                @if !frame.acts && frame.signed.is_none() { p { a href="/aanmelden" { (fl!(w, "find-ask-in")) } } }
            }
        }
    }

    /// A question to the neighbourhood about what was looked for, and where; the words that were typed stay out of the
    /// address.
    fn ask(&self) -> String {
        let Filter { theme, area, .. } = &self.asked.filter;
        let pairs = [
            Some(("aan", "buurt")),
            theme.as_ref().map(|theme| ("onderwerp", theme.key())),
            area.as_ref().map(|area| ("wijk", area.as_str())),
        ];
        asked::address("/vraag/nieuw", &pairs.into_iter().flatten().collect::<Vec<_>>(), 1)
    }

    /// For whoever acts for a party and does not see whom to go to.
    fn or_ask(&self, frame: &Frame) -> Markup {
        let ask = button(fl!(words(frame.lang), "find-ask")).secondary().icon(Icon::Speech);
        html! { @if frame.acts { (buttons(ask.to(self.ask()))) } }
    }

    /// The theme that was chosen goes along to a party, for whoever can ask it something.
    fn about(&self, frame: &Frame) -> Option<&Theme> {
        self.asked.filter.theme.as_ref().filter(|_| frame.acts)
    }

    /// Residents who have their door open: they may know who can help.
    fn walk_into(&self, frame: &Frame) -> Markup {
        let (w, lang) = (words(frame.lang), frame.lang);
        html! {
            @if !self.walk_into.is_empty() {
                section.stapel aria-labelledby="vraag-de-buurt" {
                    h2 #vraag-de-buurt { (fl!(w, "walk-into")) }
                    p { (fl!(w, "walk-into-text")) }
                    ul.kaarten {
                        @for line in &self.walk_into { li { (line_card(lang, line, None, self.now, None, self.about(frame))) } }
                    }
                }
            }
        }
    }

    /// Also a small group belongs here.
    fn missing(&self, lang: Lang) -> Markup {
        let w = words(lang);
        html! {
            (notice(Tone::Calm, fl!(w, "missing-title")).body(html! {
                p { (fl!(w, "missing-text")) " " a href="/partij/aanmelden" { (fl!(w, "missing-link")) } }
            }))
        }
    }
}
