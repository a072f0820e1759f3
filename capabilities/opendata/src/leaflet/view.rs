//! The leaflet on a page: large letters, a party in one piece, and beside each other what it says in two languages.

use std::sync::Arc;

use directory::area::Area;
use directory::names::{self, badge, dutch};
use directory::offer::Offer;
use directory::offer::times::week;
use directory::party::Sphere;
use directory::party::whole::Whole;
use directory::place::view::whereabouts;
use directory::theme::{Taxonomy, Theme};
use directory::trust::checked;
use ground::moment::Moment;
use maud::{Markup, html};
use ui::words::fl;
use ui::{Frame, Lang, Page, definitions, filters, format};

use crate::words;

pub struct LeafletPage {
    pub area: Area,
    /// From the neighbourhood first, then organisations.
    pub worlds: [(Sphere, Vec<Whole>); 2],
    /// So many did not fit.
    pub left_out: usize,
    /// A second language beside the first.
    pub beside: Option<Lang>,
    pub now: Moment,
    pub themes: Arc<Taxonomy>,
}

impl LeafletPage {
    #[must_use]
    pub fn render(&self, frame: &Frame) -> Markup {
        let lang = frame.lang;
        let name = self.area.name.as_str();
        let address = format!("/buurt/{}", self.area.code);
        let page = Page::new(fl!(words(lang), "leaflet-title", name = name))
            .here("buurt")
            .crumb(address.clone(), dutch(lang, name))
            .lead(self.both(frame, |lang| html! {
                (fl!(words(lang), "leaflet-lead", day = format::day_without_weekday(lang, self.now.day().0)))
            }));
        let nobody = self.worlds.iter().all(|(_, wholes)| wholes.is_empty());
        ui::page(
            frame,
            page,
            html! {
                (self.choice(lang, &address))
                @if nobody { p { (fl!(words(lang), "leaflet-nobody")) } }
                @for (sphere, wholes) in &self.worlds {
                    @if !wholes.is_empty() {
                        section.blad.stapel.ruim {
                            h2 { (ui::sphere(lang, badge(*sphere))) @if let Some(other) = self.beside { " · " span lang=(other.code()) dir=(other.dir()) { (badge(*sphere).word(other)) } } }
                            @for whole in wholes { (self.party(frame, whole)) }
                        }
                    }
                }
                @if self.left_out > 0 {
                    p { (fl!(words(lang), "leaflet-more", count = self.left_out, number = names::count(lang, self.left_out))) }
                }
            },
        )
    }

    /// Which language stands beside; not on paper.
    fn choice(&self, lang: Lang, address: &str) -> Markup {
        let w = words(lang);
        let alone = filters(fl!(w, "leaflet-beside")).item(
            format!("{address}/blad"),
            fl!(w, "leaflet-alone"),
            self.beside.is_none(),
        );
        let others = Lang::ALL.into_iter().filter(|other| *other != lang);
        let row = others.fold(alone, |row, other| {
            let name = html! { span lang=(other.code()) dir=(other.dir()) { (other.name()) } };
            row.item(format!("{address}/blad?naast={}", other.code()), name, self.beside == Some(other))
        });
        html! { (row) p.klein.zacht.niet-op-papier { (fl!(w, "leaflet-how")) } }
    }

    /// The same in each of the languages, side by side.
    fn both(&self, frame: &Frame, say: impl Fn(Lang) -> Markup) -> Markup {
        let Some(other) = self.beside else { return say(frame.lang) };
        html! {
            span.blad__talen {
                span { (say(frame.lang)) }
                span lang=(other.code()) dir=(other.dir()) { (say(other)) }
            }
        }
    }

    fn party(&self, frame: &Frame, whole: &Whole) -> Markup {
        let lang = frame.lang;
        let party = &whole.party;
        html! {
            article.blad__partij.stapel.krap {
                h3 { (dutch(lang, party.name.as_str())) }
                @if !party.summary.is_empty() { p { (dutch(lang, party.summary.as_str())) } }
                @if !party.role.phone.is_empty() {
                    p.blad__bel {
                        (fl!(words(lang), "leaflet-call")) " "
                        @if let Some(other) = self.beside { span lang=(other.code()) dir=(other.dir()) { (fl!(words(other), "leaflet-call")) } " " }
                        strong { bdi dir="ltr" { (party.role.phone.as_str()) } }
                    }
                }
                @if !party.best_way.is_empty() { p { (dutch(lang, party.best_way.as_str())) } }
                @for (place, _) in &whole.places { (whereabouts(lang, place)) }
                @if !party.call_for.is_empty() {
                    div {
                        h4 { (self.word(frame, |lang| fl!(words(lang), "leaflet-what-for"))) }
                        ul { @for line in party.call_for.iter() { li { (dutch(lang, line)) } } }
                    }
                }
                @for offer in &whole.offers { (self.offer(frame, whole, offer)) }
                div.blad__talen {
                    div { (facts(lang, whole)) }
                    @if let Some(other) = self.beside { div lang=(other.code()) dir=(other.dir()) { (facts(other, whole)) } }
                }
            }
        }
    }

    fn offer(&self, frame: &Frame, whole: &Whole, offer: &Offer) -> Markup {
        let lang = frame.lang;
        html! {
            div.blad__aanbod {
                h4 { (dutch(lang, offer.name.as_str())) }
                @if !offer.for_whom.is_empty() { p { (dutch(lang, offer.for_whom.as_str())) } }
                div.blad__talen {
                    div { (times(lang, &self.themes, whole, offer)) }
                    @if let Some(other) = self.beside { div lang=(other.code()) dir=(other.dir()) { (times(other, &self.themes, whole, offer)) } }
                }
                @if !offer.opening_note.is_empty() { p { (dutch(lang, offer.opening_note.as_str())) } }
            }
        }
    }

    fn word(&self, frame: &Frame, say: impl Fn(Lang) -> String) -> Markup {
        self.both(frame, |lang| html! { (say(lang)) })
    }
}

/// What it is about, how one gets in, when.
fn times(lang: Lang, themes: &Taxonomy, whole: &Whole, offer: &Offer) -> Markup {
    let w = words(lang);
    let about: Vec<Theme> = offer.themes.iter().collect();
    let themes: Vec<&str> = about.iter().map(|theme| themes.name(lang, theme)).collect();
    let spoken = if offer.languages.is_empty() { &whole.party.languages } else { &offer.languages };
    let own = spoken != &whole.party.languages;
    let languages: Vec<&str> = spoken.iter().map(|language| language.name(lang)).collect();
    let hours = week(lang, &offer.opening);
    let hours = html! { @for (at, (days, times)) in hours.iter().enumerate() { @if at > 0 { br; } (days) ": " (times) } };
    let facts = definitions()
        .row_if(fl!(w, "leaflet-themes"), (!themes.is_empty()).then(|| format::list(lang, &themes)))
        .row_if(fl!(w, "leaflet-way"), names::way(lang, offer.way))
        .row_if(fl!(w, "leaflet-when"), (!offer.opening.is_empty()).then_some(hours))
        .row_if(
            fl!(w, "leaflet-languages"),
            (own && !languages.is_empty()).then(|| names::capital(&format::list(lang, &languages))),
        );
    html! { (facts) }
}

/// Of the party: languages, room, and when somebody last said it is right.
fn facts(lang: Lang, whole: &Whole) -> Markup {
    let w = words(lang);
    let party = &whole.party;
    let languages: Vec<&str> = party.languages.iter().map(|language| language.name(lang)).collect();
    let capacity = names::capacity_label(lang, party.capacity).map(|_| names::capacity(lang, party.capacity));
    let facts = definitions()
        .row_if(
            fl!(w, "leaflet-languages"),
            (!languages.is_empty()).then(|| names::capital(&format::list(lang, &languages))),
        )
        .row_if(fl!(w, "leaflet-room"), capacity)
        .row_if(fl!(w, "leaflet-confirmed"), Some(checked(lang, party.confirmed.as_ref())));
    html! { (facts) }
}
