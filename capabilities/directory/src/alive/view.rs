//! What somebody sees who opens a link of the mail.

use ground::moment::Moment;
use maud::{Markup, Render as _, html};
use ui::{Frame, Icon, Page, Tone, button, buttons, content, definitions, fl, format, notice, page};

use super::fields::part;
use super::form::{OF_OFFER, OF_PARTY, OF_PLACE, Sheet};
use super::{Reply, Request};
use crate::desk::form::sentence;
use crate::offer::Offer;
use crate::offer::times::week;
use crate::party::Party;
use crate::party::whole::Whole;
use crate::place::view::{short_name, whereabouts};
use crate::place::{Place, Whereabouts};
use crate::{names, words};

/// The name that came from a token is ours only when it was found; it is 64 plain characters then.
fn at(token: &str, reply: Reply) -> String {
    format!("/antwoord/{token}/{}", reply.word())
}

/// `seen`: who reads it can open the page of the party.
pub(super) fn right(frame: &Frame, token: &str, whole: &Whole, seen: bool) -> Markup {
    let w = words(frame.lang);
    page(
        frame,
        Page::new(fl!(w, "answer-right-title", party = whole.party.name.as_str()))
            .lead(fl!(w, "answer-right-lead")),
        html! {
            form.stapel method="post" action=(at(token, Reply::Right)) {
                (buttons(html! { (button(fl!(w, "answer-right-button")).icon(Icon::Check)) }))
            }
            section.stapel {
                h2 { (fl!(w, "answer-as-it-stands")) }
                (in_short(frame, whole))
                @if seen { p { a href={ "/partij/" (whole.party.id) } { (fl!(w, "answer-see-all")) } } }
            }
            (other_answers(frame, token, Reply::Right))
        },
    )
}

/// What one must know to say that it is right.
fn in_short(frame: &Frame, Whole { party, offers, places, .. }: &Whole) -> Markup {
    let (w, lang) = (words(frame.lang), frame.lang);
    let said = |text: &str| (!text.is_empty()).then(|| content("nl", text));
    let each = |lines: &crate::wording::Lines| {
        (!lines.is_empty())
            .then(|| content("nl", html! { ul { @for line in lines.iter() { li { (line) } } } }))
    };
    let spoken: Vec<&str> = party.languages.iter().map(|language| language.name(lang)).collect();
    let at = html! { @for (place, _) in places { (whereabouts(lang, place)) } };
    let listed = html! { ul { @for offer in offers { li { (offer_in_short(frame, offer)) } } } };
    definitions()
        .row_if(fl!(w, "desk-summary"), said(party.summary.as_str()))
        .row_if(fl!(w, "desk-call-for"), each(&party.call_for))
        .row_if(fl!(w, "desk-not-for"), each(&party.not_for))
        .row_if(fl!(w, "desk-best-way"), said(party.best_way.as_str()))
        .row_if(fl!(w, "desk-phone"), said(party.role.phone.as_str()))
        .row_if(fl!(w, "desk-email"), said(party.role.email.as_str()))
        .row_if(fl!(w, "where"), (!places.is_empty()).then_some(at))
        .row_if(fl!(w, "desk-languages"), (!spoken.is_empty()).then(|| format::list(lang, &spoken)))
        .row(fl!(w, "desk-capacity"), names::capacity(lang, party.capacity))
        .row_if(fl!(w, "desk-offers"), (!offers.is_empty()).then_some(listed))
        .render()
}

/// Its name, and when it is.
fn offer_in_short(frame: &Frame, offer: &Offer) -> Markup {
    html! {
        (content("nl", offer.name.as_str()))
        @for (days, times) in week(frame.lang, &offer.opening) { br; (days) ": " (times) }
        @if !offer.opening_note.is_empty() { br; (content("nl", offer.opening_note.as_str())) }
    }
}

fn other_answers(frame: &Frame, token: &str, this: Reply) -> Markup {
    let w = words(frame.lang);
    html! {
        (buttons(html! {
            @for reply in Reply::ALL.into_iter().filter(|reply| *reply != this) {
                (button(match reply {
                    Reply::Right => fl!(w, "mail-right"),
                    Reply::Changed => fl!(w, "mail-changed"),
                    Reply::Off => fl!(w, "mail-off"),
                }).subtle().to(at(token, reply)))
            }
        }))
    }
}

pub(super) fn off(frame: &Frame, token: &str, party: &Party) -> Markup {
    let w = words(frame.lang);
    page(
        frame,
        Page::new(fl!(w, "answer-off-title", party = party.name.as_str())).lead(fl!(w, "answer-off-lead")),
        html! {
            p { (fl!(w, "answer-off-running")) }
            form.stapel method="post" action=(at(token, Reply::Off)) {
                (buttons(html! { (button(fl!(w, "answer-off-button")).icon(Icon::Bin)) }))
            }
            (other_answers(frame, token, Reply::Off))
        },
    )
}

pub(super) fn form(frame: &Frame, token: &str, sheet: &Sheet) -> Markup {
    let (w, lang) = (words(frame.lang), frame.lang);
    let faults: Vec<(String, String)> =
        sheet.faults().into_iter().map(|(name, fault)| (name, sentence(lang, fault))).collect();
    let faults: Vec<(&str, String)> =
        faults.iter().map(|(name, told)| (name.as_str(), told.clone())).collect();
    page(
        frame,
        Page::new(fl!(w, "answer-form-title", party = sheet.party.known.name.as_str()))
            .lead(fl!(w, "answer-form-lead")),
        html! {
            @if sheet.meanwhile { (notice(Tone::Attention, fl!(w, "desk-changed-meanwhile"))) }
            (ui::error_summary(lang, &faults))
            form.stapel method="post" action=(at(token, Reply::Changed)) {
                (part(frame, &sheet.party, &OF_PARTY))
                @for place in &sheet.places {
                    fieldset.stapel {
                        legend { h2 { (place_name(frame, &place.known)) } }
                        (part(frame, place, &OF_PLACE))
                    }
                }
                @for offer in &sheet.offers {
                    fieldset.stapel {
                        legend { h2 { (content("nl", offer.known.name.as_str())) } }
                        (part(frame, offer, &OF_OFFER))
                    }
                }
                p { (fl!(w, "answer-form-rest")) }
                (buttons(html! { (button(fl!(w, "answer-form-button")).icon(Icon::Check)) }))
            }
            (other_answers(frame, token, Reply::Changed))
        },
    )
}

fn place_name(frame: &Frame, place: &Place) -> Markup {
    let w = words(frame.lang);
    match (&place.whereabouts, short_name(place)) {
        (Whereabouts::Confidential, _) => html! { (fl!(w, "desk-confidential-place")) },
        (Whereabouts::Open(_), Some(name)) => html! { (content("nl", name)) },
        (Whereabouts::Open(_), None) => html! { (fl!(w, "desk-place")) },
    }
}

/// `seen`: who reads it can open the page of the party; `keeps`: they may keep the profile, and are led there.
pub(super) fn thanks(frame: &Frame, reply: Reply, party: &Party, seen: bool, keeps: bool) -> Markup {
    let w = words(frame.lang);
    let lead = match reply {
        Reply::Changed => fl!(w, "answer-thanks-changed"),
        Reply::Right | Reply::Off => fl!(w, "answer-thanks-right"),
    };
    page(
        frame,
        Page::new(fl!(w, "answer-thanks")).lead(lead),
        html! {
            @if party.put_away_at.is_some() { (notice(Tone::Attention, fl!(w, "answer-put-away"))) }
            @if seen { (to_party(frame, party)) }
            @if keeps {
                (buttons(button(fl!(w, "answer-keep"))
                    .secondary()
                    .to(format!("/beheer/partij/{}", party.id))
                    .icon(Icon::Pencil)))
            }
        },
    )
}

fn to_party(frame: &Frame, party: &Party) -> Markup {
    let w = words(frame.lang);
    let to = format!("/partij/{}", party.id);
    buttons(html! { (button(fl!(w, "answer-see", party = party.name.as_str())).to(to).icon(Icon::Eye)) })
}

/// After *haal ons weg*: with the way back, as long as there is one.
pub(super) fn gone(frame: &Frame, token: &str, until: Option<Moment>) -> Markup {
    let w = words(frame.lang);
    page(
        frame,
        Page::new(fl!(w, "answer-gone")).lead(fl!(w, "answer-gone-lead")),
        html! {
            @if let Some(until) = until {
                p { (fl!(w, "answer-gone-until", day = format::day_without_weekday(frame.lang, until.day().0))) }
                p { (fl!(w, "answer-back-running")) }
                p { (fl!(w, "answer-gone-keep")) }
                form.stapel method="post" action={ "/antwoord/" (token) "/terug" } {
                    (buttons(html! { (button(fl!(w, "answer-back-button")).secondary()) }))
                }
            } @else {
                p { (fl!(w, "answer-gone-for-good")) }
            }
        },
    )
}

pub(super) fn back(frame: &Frame, party: &Party, seen: bool) -> Markup {
    let w = words(frame.lang);
    page(
        frame,
        Page::new(fl!(w, "answer-back")).lead(fl!(w, "answer-back-lead")),
        html! {
            p { (fl!(w, "answer-back-running")) }
            p { (fl!(w, "answer-back-people")) }
            @if seen { (to_party(frame, party)) }
        },
    )
}

pub(super) fn unknown(frame: &Frame) -> Markup {
    let w = words(frame.lang);
    page(
        frame,
        Page::new(fl!(w, "answer-unknown")).lead(fl!(w, "answer-unknown-lead")),
        html! { p { a href="/" { (fl!(w, "answer-start")) } } },
    )
}

pub(super) fn used(frame: &Frame, request: &Request, token: &str) -> Markup {
    let w = words(frame.lang);
    let day = request.ended_at.unwrap_or(request.created_at).day();
    let answer = match request.reply {
        Some(Reply::Changed) => fl!(w, "mail-changed"),
        Some(Reply::Off) => fl!(w, "mail-off"),
        Some(Reply::Right) | None => fl!(w, "mail-right"),
    };
    page(
        frame,
        Page::new(fl!(w, "answer-used")).lead(fl!(
            w,
            "answer-used-lead",
            answer = answer,
            day = format::day_without_weekday(frame.lang, day.0)
        )),
        html! { p { a href={ "/antwoord/" (token) "/bedankt" } { (fl!(w, "answer-used-see")) } } },
    )
}

pub(super) fn over(frame: &Frame) -> Markup {
    let w = words(frame.lang);
    page(
        frame,
        Page::new(fl!(w, "answer-over")).lead(fl!(w, "answer-over-lead")),
        html! { p { a href="/" { (fl!(w, "answer-start")) } } },
    )
}
