//! The form of an offer.

use maud::{Markup, html};
use ui::{Icon, Page, button, buttons, choices, content, csrf, fl, page, select};

use crate::desk::below_home;
use crate::desk::form::{Drawn, News, seen};
use crate::offer::{Offer, Way};
use crate::party::{Capacity, Party};
use crate::place::{Place, Whereabouts};
use crate::theme::{Taxonomy, Term, Theme};
use crate::{names, words};

pub(super) struct Sheet<'s> {
    pub(super) party: &'s Party,
    pub(super) offer: Option<&'s Offer>,
    pub(super) places: &'s [Place],
    pub(super) taxonomy: &'s Taxonomy,
    pub(super) news: News,
}

pub(super) fn form(form: &Drawn<'_>, sheet: &Sheet<'_>) -> Markup {
    let (w, frame) = (words(form.frame.lang), form.frame);
    let above = format!("/beheer/partij/{}", sheet.party.id);
    let here = match sheet.offer {
        Some(offer) => format!("/beheer/partij/{}/aanbod/{}", offer.party, offer.id),
        None => format!("{above}/aanbod/nieuw"),
    };
    page(
        frame,
        below_home(
            form.frame,
            Page::new(sheet.offer.map_or_else(|| fl!(w, "desk-add-offer"), |offer| offer.name.to_string())),
        )
        .crumb(above, content("nl", sheet.party.name.as_str())),
        html! {
            (sheet.news.notice(frame.lang))
            (form.summary())
            @if let Some(offer) = sheet.offer { (quick(form, offer, &here)) }
            form.stapel method="post" action=(here) data-blijft=(ui::line_lost(frame.lang))
                data-aanmelden=(ui::signed_out(frame.lang)) {
                (csrf(frame))
                @if let Some(offer) = sheet.offer { (seen(offer.changed_at)) }
                @if sheet.offer.is_none() { input type="hidden" name="id" value=(form.typed.get("id")); }
                (fields(form, sheet))
                (buttons(html! { (button(fl!(w, "desk-save")).icon(Icon::Check)) }))
            }
            @if let Some(offer) = sheet.offer {
                (buttons(html! { (button(fl!(w, "desk-see")).subtle().to(format!("/aanbod/{}", offer.id)).icon(Icon::Eye)) }))
                form method="post" action={ (here) "/weg" } {
                    (csrf(frame))
                    (button(fl!(w, "desk-remove-offer")).subtle().icon(Icon::Bin))
                }
            }
            script type="module" src=(ui::assets::LIVE_JS) {}
        },
    )
}

fn quick(form: &Drawn<'_>, offer: &Offer, here: &str) -> Markup {
    let (frame, lang) = (form.frame, form.frame.lang);
    let w = words(lang);
    html! {
        form.stapel method="post" action={ (here) "/klopt" } {
            (csrf(frame))
            (form.line("by", fl!(w, "desk-by")).hint(fl!(w, "desk-by-hint")).optional())
            (buttons(html! { (button(fl!(w, "desk-still-right")).icon(Icon::Check)) }))
        }
        form.stapel.dicht method="post" action={ (here) "/plek" } {
            (csrf(frame))
            p { (fl!(w, "desk-room-now")) ": " strong { (names::capacity(lang, offer.capacity)) } }
            (buttons(html! {
                @for capacity in Capacity::ALL.into_iter().filter(|capacity| *capacity != offer.capacity) {
                    (button(names::capacity(lang, capacity)).secondary().sends("capacity", capacity.word()))
                }
            }))
        }
    }
}

fn fields(form: &Drawn<'_>, sheet: &Sheet<'_>) -> Markup {
    let places = sheet.places;
    let (w, lang) = (words(form.frame.lang), form.frame.lang);
    let at: Vec<&str> = form.typed.all("places").collect();
    let ways = Way::ALL.into_iter().fold(select(lang, "way", fl!(w, "desk-way")), |select, way| {
        select.option(way.word(), names::way(lang, way).unwrap_or_else(|| fl!(w, "desk-unknown")))
    });
    let located = places.iter().fold(choices(lang, "places", fl!(w, "desk-at")).several().optional(), |all, place| {
        let id = place.id.to_string();
        let here = at.contains(&id.as_str());
        let name = match &place.whereabouts {
            Whereabouts::Confidential => html! { (fl!(w, "desk-confidential-place")) },
            Whereabouts::Open(open) => content("nl", html! { (open.name.as_str()) " " (open.address.street.as_str()) " " (open.address.house_number.as_str()) }),
        };
        all.option(id, name, here)
    });
    html! {
        (form.line("name", fl!(w, "desk-name")).max(120))
        (form.line("summary", fl!(w, "desk-summary")).area(3).hint(fl!(w, "desk-summary-hint")).optional())
        (form.line("does", fl!(w, "desk-does")).area(5).hint(fl!(w, "desk-one-a-line")).optional())
        (form.line("does_not", fl!(w, "desk-does-not")).area(4).hint(fl!(w, "desk-one-a-line")).optional())
        (form.line("for_whom", fl!(w, "desk-for-whom")).optional())
        (themes(form, sheet.taxonomy))
        (ways.chosen(form.typed.get("way")).error(form.fault("way")))
        (form.line("opening", fl!(w, "desk-opening")).area(5).hint(fl!(w, "desk-opening-hint")).optional())
        (form.line("opening_note", fl!(w, "desk-opening-note")).optional())
        (form.line("cost", fl!(w, "desk-cost")).optional())
        (form.capacity(fl!(w, "desk-capacity")))
        @if !places.is_empty() { (located.error(form.fault("places"))) }
        (form.languages(fl!(w, "desk-languages")))
        (form.line("confirmed_by", fl!(w, "desk-confirmed-by-field")).hint(fl!(w, "desk-by-hint")).optional())
    }
}

/// All themes in two levels. One that is not offered any more is, as long as the offer has it.
fn themes(form: &Drawn<'_>, taxonomy: &Taxonomy) -> Markup {
    let (w, lang) = (words(form.frame.lang), form.frame.lang);
    let ticked: Vec<Theme> = form
        .typed
        .all("themes")
        .filter_map(|key| taxonomy.term(&Theme::parse(key)?))
        .map(|term| term.theme.clone())
        .collect();
    let offered = |term: &&Term| !term.hidden || ticked.contains(&term.theme);
    let group = |top: &Term| {
        let below = taxonomy.under(&top.theme).filter(offered);
        let start = choices(lang, "themes", top.shown(lang)).several().optional();
        let start = start.id(format!("themes-{}", top.theme.key()));
        std::iter::once(top).filter(offered).chain(below).fold(start, |all, term| {
            let word = if term.theme == top.theme {
                html! { (fl!(w, "theme-in-general")) }
            } else {
                term.shown(lang)
            };
            all.option(term.theme.key(), word, ticked.contains(&term.theme))
        })
    };
    html! {
        fieldset.veld.veld--fout[form.fault("themes").is_some()] #themes {
            legend { (fl!(w, "desk-themes")) }
            @if let Some(fault) = form.fault("themes") { p.fout { (fault) } }
            div.drie { @for top in taxonomy.tops() { (group(top)) } }
        }
    }
}
