//! What a party looks like at the desk: its form, and everything that hangs on it.

use access::LinkToken;
use maud::{Markup, html};
use ui::{Frame, Icon, Page, button, buttons, card, cards, choices, content, csrf, fl, format, page, select};

use super::EVERYWHERE;
use crate::area::{Area, AreaKind};
use crate::contact::Contact;
use crate::desk::below_home;
use crate::desk::form::{Drawn, News, seen};
use crate::offer::Offer;
use crate::party::view::returned;
use crate::party::{Capacity, Party};
use crate::place::{Place, Whereabouts};
use crate::{names, words};

pub(super) struct Sheet<'s> {
    pub(super) party: &'s Party,
    pub(super) places: Vec<Place>,
    pub(super) contacts: Vec<Contact>,
    pub(super) offers: Vec<Offer>,
    pub(super) news: News,
    pub(super) areas: &'s [Area],
}

pub(super) fn new(form: &Drawn<'_>, areas: &[Area]) -> Markup {
    let w = words(form.frame.lang);
    page(
        form.frame,
        below_home(form.frame, Page::new(fl!(w, "desk-new-party"))),
        html! {
            (form.summary())
            form.stapel method="post" action="/beheer/partij/nieuw" data-blijft=(ui::line_lost(form.frame.lang))
                data-aanmelden=(ui::signed_out(form.frame.lang)) {
                (csrf(form.frame))
                input type="hidden" name="id" value=(form.typed.get("id"));
                (fields(form, areas))
                (buttons(html! { (button(fl!(w, "desk-save")).icon(Icon::Check)) }))
            }
            script type="module" src=(ui::assets::LIVE_JS) {}
        },
    )
}

pub(super) fn edit(form: &Drawn<'_>, sheet: &Sheet<'_>) -> Markup {
    let (w, frame, party) = (words(form.frame.lang), form.frame, sheet.party);
    let here = format!("/beheer/partij/{}", party.id);
    page(
        frame,
        below_home(frame, Page::called(party.name.as_str())).lead(confirmed(frame, party)),
        html! {
            (sheet.news.notice(frame.lang))
            @if party.mail_returns { (returned(frame.lang, &party.role.email)) }
            @if sheet.news == News::OnTheMap {
                (buttons(button(fl!(w, "desk-see")).secondary().to(format!("/partij/{}", party.id)).icon(Icon::Eye)))
            }
            (form.summary())
            (quick(form, sheet, &here))
            (hanging(frame, sheet, &here))
            form.stapel method="post" action=(here) data-blijft=(ui::line_lost(frame.lang))
                data-aanmelden=(ui::signed_out(frame.lang)) {
                h2 { (fl!(w, "desk-profile")) }
                (csrf(frame))
                (seen(party.changed_at))
                (fields(form, sheet.areas))
                (buttons(html! { (button(fl!(w, "desk-save")).icon(Icon::Check)) }))
            }
            (buttons(html! {
                (button(fl!(w, "desk-members")).subtle().to(format!("{here}/mensen")).icon(Icon::People))
                (button(fl!(w, "desk-see")).subtle().to(format!("/partij/{}", party.id)).icon(Icon::Eye))
                (button(fl!(w, "desk-remove")).subtle().to(format!("{here}/weg")).icon(Icon::Bin))
            }))
            script type="module" src=(ui::assets::LIVE_JS) {}
        },
    )
}

fn confirmed(frame: &Frame, party: &Party) -> String {
    let w = words(frame.lang);
    match &party.confirmed {
        Some(confirmed) => fl!(
            w,
            "desk-confirmed-by",
            day = format::day_without_weekday(frame.lang, confirmed.at.day().0),
            by = confirmed.by.as_str()
        ),
        None => fl!(w, "desk-never-confirmed"),
    }
}

/// What is asked most: does it still hold, and is there room?
fn quick(form: &Drawn<'_>, sheet: &Sheet<'_>, here: &str) -> Markup {
    let (frame, lang, party) = (form.frame, form.frame.lang, sheet.party);
    let w = words(lang);
    html! {
        form.stapel method="post" action={ (here) "/klopt" } {
            (csrf(frame))
            @if !sheet.offers.is_empty() { p { (fl!(w, "desk-still-right-all")) } }
            (form.line("by", fl!(w, "desk-by")).hint(fl!(w, "desk-by-hint")).optional())
            (buttons(html! { (button(fl!(w, "desk-still-right")).icon(Icon::Check)) }))
        }
        form.stapel.dicht method="post" action={ (here) "/plek" } {
            (csrf(frame))
            p { (fl!(w, "desk-room-now")) ": " strong { (names::capacity(lang, party.capacity)) } }
            (buttons(html! {
                @for capacity in Capacity::ALL.into_iter().filter(|capacity| *capacity != party.capacity) {
                    (button(names::capacity(lang, capacity)).secondary().sends("capacity", capacity.word()))
                }
            }))
        }
    }
}

fn hanging(frame: &Frame, sheet: &Sheet<'_>, here: &str) -> Markup {
    let w = words(frame.lang);
    html! {
        section.stapel {
            h2 { (fl!(w, "desk-offers")) }
            (cards(sheet.offers.iter().map(|offer| {
                card(content("nl", offer.name.as_str()))
                    .to(format!("/beheer/partij/{}/aanbod/{}", offer.party, offer.id))
                    .labels(names::capacity_label(frame.lang, offer.capacity))
            })))
            p { a href={ (here) "/aanbod/nieuw" } { (fl!(w, "desk-add-offer")) } }
        }
        section.stapel {
            h2 { (fl!(w, "desk-places")) }
            (cards(sheet.places.iter().map(|place| {
                card(place_title(frame, place)).to(format!("{here}/locatie/{}", place.id))
            })))
            p { a href={ (here) "/locatie/nieuw" } { (fl!(w, "desk-add-place")) } }
        }
        section.stapel {
            h2 { (fl!(w, "desk-contacts")) }
            (cards(sheet.contacts.iter().map(|contact| {
                let card = card(content("nl", contact.role.as_str())).to(format!("{here}/mens/{}", contact.id));
                card.body(html! {
                    @if let Some(name) = &contact.name { p { (content("nl", name.value.as_str())) } }
                    @if contact.mail_returns { (returned(frame.lang, &contact.email)) }
                })
            })))
            p { a href={ (here) "/mens/nieuw" } { (fl!(w, "desk-add-contact")) } }
        }
    }
}

fn place_title(frame: &Frame, place: &Place) -> Markup {
    let w = words(frame.lang);
    match &place.whereabouts {
        Whereabouts::Confidential => html! { (fl!(w, "desk-confidential-place")) },
        Whereabouts::Open(open) => {
            let address = &open.address;
            let text = [&open.name, &address.street, &address.house_number, &address.postcode, &address.town];
            let text: Vec<&str> =
                text.iter().map(|part| part.as_str()).filter(|part| !part.is_empty()).collect();
            html! { @if text.is_empty() { (fl!(w, "desk-place")) } @else { (content("nl", text.join(" "))) } }
        }
    }
}

/// How whoever asks may take a party off the map.
pub(super) enum TakesOff {
    /// Not at all; the page says who can.
    Not,
    /// As somebody of the party, who wants that to hold: no list brings it back, and for a week they may themselves, by the
    /// link with this secret.
    Leaves(LinkToken),
    /// As who keeps the map.
    Removes,
}

pub(super) fn ask(frame: &Frame, party: &Party, may: &TakesOff) -> Markup {
    let w = words(frame.lang);
    let here = format!("/beheer/partij/{}", party.id);
    let back = || button(fl!(w, "desk-back")).subtle().to(here.clone());
    let (lead, how) = match may {
        TakesOff::Not => (fl!(w, "desk-leave-who"), buttons(back())),
        TakesOff::Leaves(secret) => (
            fl!(w, "desk-leave-lead"),
            html! {
                form.stapel method="post" action={ "/antwoord/" (secret.as_str()) "/vertrek" } {
                    (csrf(frame))
                    input type="hidden" name="party" value=(party.id);
                    p { (fl!(w, "answer-off-running")) }
                    p { (fl!(w, "desk-leave-people")) }
                    p { (fl!(w, "desk-remove-own")) }
                    (buttons(html! { (button(fl!(w, "desk-remove-once")).icon(Icon::Bin)) (back()) }))
                }
            },
        ),
        TakesOff::Removes => (
            fl!(w, "desk-remove-lead"),
            html! {
                form.stapel method="post" action={ (here) "/weg" } {
                    (csrf(frame))
                    (buttons(html! {
                        (button(fl!(w, "desk-remove-once")).sends("how", "once").icon(Icon::Bin))
                        (button(fl!(w, "desk-remove-never")).secondary().sends("how", "never"))
                        (back())
                    }))
                }
            },
        ),
    };
    page(
        frame,
        below_home(frame, Page::new(fl!(w, "desk-remove-title", name = party.name.as_str())))
            .lead(lead)
            .crumb(here.clone(), content("nl", party.name.as_str())),
        how,
    )
}

fn fields(form: &Drawn<'_>, areas: &[Area]) -> Markup {
    let (w, lang) = (words(form.frame.lang), form.frame.lang);
    let served: Vec<&str> = form.typed.all("serves").collect();
    let everywhere = choices(lang, "serves", fl!(w, "desk-serves")).several().optional().option(
        EVERYWHERE,
        fl!(w, "desk-serves-all"),
        served.contains(&EVERYWHERE),
    );
    let serves = areas.iter().fold(everywhere, |choices, area| {
        let name = html! {
            (content("nl", area.name.as_str()))
            @if area.code.kind() == AreaKind::District { " (" (fl!(w, "desk-district")) ")" }
        };
        choices.option(area.code.as_str(), name, served.contains(&area.code.as_str()))
    });
    html! {
        (select(lang, "sphere", fl!(w, "desk-sphere"))
            .option("informal", ui::Sphere::Informal.word(lang))
            .option("formal", ui::Sphere::Formal.word(lang))
            .chosen(form.typed.get("sphere"))
            .error(form.fault("sphere")))
        (form.line("name", fl!(w, "desk-name")).max(120))
        (form.line("summary", fl!(w, "desk-summary")).area(3).hint(fl!(w, "desk-summary-hint")).optional())
        (form.line("call_for", fl!(w, "desk-call-for")).area(5).hint(fl!(w, "desk-one-a-line")).optional())
        (form.line("not_for", fl!(w, "desk-not-for")).area(4).hint(fl!(w, "desk-one-a-line")).optional())
        (form.line("best_way", fl!(w, "desk-best-way")).optional())
        (form.line("role_name", fl!(w, "desk-role-name")).hint(fl!(w, "desk-role-name-hint")).optional())
        (form.line("role_phone", fl!(w, "desk-phone")).kind("tel").optional())
        (form.line("role_email", fl!(w, "desk-email")).kind("email").optional())
        (form.line("website", fl!(w, "desk-website")).optional())
        (form.capacity(fl!(w, "desk-capacity")))
        (form.line("capacity_note", fl!(w, "desk-capacity-note")).optional())
        (form.line("lived_experience", fl!(w, "desk-lived-experience")).area(3).optional())
        (form.line("works_gladly", fl!(w, "desk-works-gladly")).area(3).optional())
        (serves.error(form.fault("serves")))
        (form.languages(fl!(w, "desk-languages")))
        (form.line("confirmed_by", fl!(w, "desk-confirmed-by-field")).hint(fl!(w, "desk-by-hint")).optional())
    }
}
