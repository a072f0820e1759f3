//! One offer on a page: what, for whom, when, where, and who is behind it.

use std::sync::Arc;

use ground::moment::Moment;
use maud::{Markup, html};
use ui::words::fl;
use ui::{Frame, Icon, Lang, Page, button, buttons, card, definitions, does, face, filters, label, table};

use super::Offer;
use super::opening::Slot;
use super::times::{door, door_label, week};
use crate::find::asked;
use crate::names::{self, badge, dutch};
use crate::party::Party;
use crate::place::Place;
use crate::place::view::place_card;
use crate::theme::{Taxonomy, Theme};
use crate::trust::Trust;
use crate::words;

pub struct OfferPage {
    pub offer: Offer,
    pub party: Party,
    pub places: Vec<Place>,
    pub trust: Trust,
    pub taxonomy: Arc<Taxonomy>,
    pub map: Option<Markup>,
    pub now: Moment,
    /// What somebody looked for who can ask the party something.
    pub about: Option<Theme>,
}

impl OfferPage {
    #[must_use]
    pub fn render(&self, frame: &Frame) -> Markup {
        let lang = frame.lang;
        let w = words(lang);
        let offer = &self.offer;
        let party = self.of_party();
        let page =
            Page::new(offer.name.as_str()).here("zoeken").description(offer.summary.as_str()).own_heading();
        ui::page(
            frame,
            page,
            html! {
                div.vel.stapel.ruim itemscope itemtype="https://schema.org/Service" {
                    div.stapel.krap {
                        (ui::breadcrumb(lang, &[
                            ("/wie".to_owned(), html! { (fl!(w, "list-title")) }),
                            (party, dutch(lang, self.party.name.as_str())),
                        ]))
                        p { (ui::sphere(lang, badge(self.party.sphere))) }
                        h1 itemprop="name" { (dutch(lang, offer.name.as_str())) }
                        @if !offer.summary.is_empty() { p.groot itemprop="description" { (dutch(lang, offer.summary.as_str())) } }
                        (self.labels(lang))
                    }
                    (self.trust.notice(lang))
                    div.twee {
                        div.stapel.ruim {
                            (does(lang, offer.does.iter().map(|line| dutch(lang, line)), offer.does_not.iter().map(|line| dutch(lang, line))))
                            (self.when(lang))
                            (self.facts(lang))
                            (self.themes(lang))
                        }
                        aside.stapel aria-label=(fl!(w, "offer-facts")) itemprop="provider" itemscope itemtype="https://schema.org/Organization" {
                            meta itemprop="name" content=(self.party.name);
                            (self.behind(lang))
                            @for place in &self.places { (place_card(lang, place)) }
                            @if let Some(map) = &self.map { (ui::figure(lang, fl!(w, "map-of-offer"), map)) }
                            (self.trust.foot(lang))
                            p.klein { a href="/hulp#klopt-niet" { (fl!(w, "something-wrong")) } }
                        }
                    }
                }
            },
        )
    }

    /// The page of the party, with the theme when it is known.
    fn of_party(&self) -> String {
        asked::about(&format!("/partij/{}", self.party.id), self.about.as_ref())
    }

    fn labels(&self, lang: Lang) -> Markup {
        let capacity = match self.offer.capacity {
            crate::party::Capacity::Unknown => self.party.capacity,
            own => own,
        };
        let labels = [
            door_label(lang, door(&self.offer.opening, self.now)),
            names::way(lang, self.offer.way).map(label),
            names::capacity_label(lang, capacity),
        ];
        ui::labels(labels.into_iter().flatten())
    }

    fn when(&self, lang: Lang) -> Markup {
        let w = words(lang);
        let week = week(lang, &self.offer.opening);
        html! {
            @if !week.is_empty() || !self.offer.opening_note.is_empty() {
                section.stapel.krap aria-labelledby="wanneer" {
                    h2 #wanneer { (fl!(w, "when")) }
                    @if !week.is_empty() {
                        (week.into_iter().fold(
                            table(fl!(w, "when-table")).head([fl!(w, "day"), fl!(w, "open")]),
                            |table, (days, times)| table.row([days, times]),
                        ))
                    }
                    @for slot in self.offer.opening.slots() { (hours_for_machines(slot)) }
                    @if !self.offer.opening_note.is_empty() { p { (dutch(lang, self.offer.opening_note.as_str())) } }
                }
            }
        }
    }

    fn facts(&self, lang: Lang) -> Markup {
        let w = words(lang);
        let offer = &self.offer;
        let some = |text: &str| (!text.is_empty()).then(|| dutch(lang, text));
        let spoken = if offer.languages.is_empty() { &self.party.languages } else { &offer.languages };
        let languages: Vec<&str> = spoken.iter().map(|language| language.name(lang)).collect();
        let facts = definitions()
            .row_if(fl!(w, "for-whom"), some(offer.for_whom.as_str()))
            .row_if(fl!(w, "way-in"), names::way(lang, offer.way))
            .row_if(fl!(w, "cost"), some(offer.cost.as_str()))
            .row_if(
                fl!(w, "languages-spoken"),
                (!languages.is_empty()).then(|| names::capital(&ui::format::list(lang, &languages))),
            );
        html! { (facts) }
    }

    fn themes(&self, lang: Lang) -> Markup {
        let w = words(lang);
        let themes = self.taxonomy.now(&self.offer.themes);
        let all = themes.iter().fold(filters(fl!(w, "more-about")), |row, term| {
            let href = asked::address("/wie", &[(asked::THEME, term.theme.key())], 1);
            row.item(href, term.shown(lang), false)
        });
        html! {
            @if !themes.is_empty() {
                section.stapel.krap aria-labelledby="themas" {
                    @for term in &themes { meta itemprop="serviceType" content=(term.shown(Lang::Nl)); }
                    h2 #themas { (fl!(w, "more-about")) } (all) }
            }
        }
    }

    fn behind(&self, lang: Lang) -> Markup {
        let w = words(lang);
        let party = &self.party;
        let sphere = badge(party.sphere);
        let (phone, email) = (&party.role.phone, party.mailbox());
        html! {
            (card(dutch(lang, party.name.as_str()))
                .level(2)
                .to(self.of_party())
                .sphere(lang, sphere)
                .face(face(party.name.as_str(), sphere))
                .body(html! { @if !party.summary.is_empty() { p { (dutch(lang, party.summary.as_str())) } } }))
            @if !phone.is_empty() || !email.is_empty() {
                (buttons(html! {
                    @if !phone.is_empty() {
                        (button(html! { (fl!(w, "call")) " " bdi dir="ltr" itemprop="telephone" { (phone.as_str()) } })
                            .icon(Icon::Phone).to(format!("tel:{}", phone.dial())))
                    }
                    @if !email.is_empty() {
                        (button(fl!(w, "mail")).secondary().icon(Icon::Mail).to(format!("mailto:{email}")))
                    }
                }))
            }
            @if !party.best_way.is_empty() { (ui::fact(Icon::Speech, dutch(lang, party.best_way.as_str()))) }
        }
    }
}

/// One opening as schema.org writes it.
fn hours_for_machines(slot: Slot) -> Markup {
    let day =
        ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][slot.day.index()];
    html! {
        div itemprop="hoursAvailable" itemscope itemtype="https://schema.org/OpeningHoursSpecification" {
            meta itemprop="dayOfWeek" content={ "https://schema.org/" (day) };
            meta itemprop="opens" content=(slot.from);
            meta itemprop="closes" content=(slot.to);
        }
    }
}
