//! Two parties beside each other, with what they have in common.

use maud::{Markup, html};
use ui::{
    Frame, Icon, Page, Tone, button, buttons, content, csrf, empty, fl, format, label, labels, notice, page,
    pagination, table,
};

use super::Sign;
use crate::offer::Offer;
use crate::party::Party;
use crate::place::{Place, Whereabouts};
use crate::words;

pub(super) struct Side {
    /// Where who looks goes for it.
    pub(super) at: String,
    pub(super) party: Party,
    pub(super) offers: Vec<Offer>,
    pub(super) places: Vec<Place>,
}

pub(super) struct Desk {
    pub(super) pairs: Vec<(Side, Side, Vec<Sign>)>,
    pub(super) count: usize,
    pub(super) page: usize,
    pub(super) done: String,
}

fn name_of(frame: &Frame, sign: Sign) -> String {
    let w = words(frame.lang);
    match sign {
        Sign::Name => fl!(w, "double-same-name"),
        Sign::LikeName => fl!(w, "double-like-name"),
        Sign::Phone => fl!(w, "double-same-phone"),
        Sign::Email => fl!(w, "double-same-email"),
        Sign::Website => fl!(w, "double-same-website"),
        Sign::Door => fl!(w, "double-same-door"),
    }
}

pub(super) fn desk(frame: &Frame, desk: &Desk, each: usize) -> Markup {
    let w = words(frame.lang);
    let pages = u64::try_from(desk.count.div_ceil(each)).unwrap_or(1);
    page(
        frame,
        Page::new(fl!(w, "double"))
            .lead(fl!(w, "double-lead"))
            .here("beheer")
            .crumb("/beheer", fl!(w, "desk")),
        html! {
            @match desk.done.as_str() {
                "een" => (notice(Tone::Good, fl!(w, "double-did-one"))),
                "twee" => (notice(Tone::Good, fl!(w, "double-did-two"))),
                _ => {}
            }
            @if desk.pairs.is_empty() { (empty(fl!(w, "double-none"))) }
            @for (one, other, signs) in &desk.pairs { (pair(frame, one, other, signs)) }
            @if pages > 1 {
                (pagination(frame.lang, u64::try_from(desk.page).unwrap_or(1), pages, |page| {
                    format!("/beheer/dubbel?pagina={page}")
                }))
            }
        },
    )
}

fn pair(frame: &Frame, one: &Side, other: &Side, signs: &[Sign]) -> Markup {
    let w = words(frame.lang);
    let id = format!("paar-{}-{}", one.party.id, other.party.id);
    html! {
        section.stapel aria-labelledby=(id) {
            h2 id=(id) {
                (content("nl", one.party.name.as_str())) " / " (content("nl", other.party.name.as_str()))
            }
            (labels(signs.iter().map(|sign| label(name_of(frame, *sign)))))
            (beside(frame, one, other))
            form.stapel.dicht method="post" {
                (csrf(frame))
                input type="hidden" name="one" value=(one.party.id);
                input type="hidden" name="other" value=(other.party.id);
                (buttons(html! {
                    (button(fl!(w, "double-two")).secondary().action("/beheer/dubbel/twee"))
                }))
            }
            (becomes(frame, &one.party, &other.party, fl!(w, "double-keep-left")))
            (becomes(frame, &other.party, &one.party, fl!(w, "double-keep-right")))
        }
    }
}

fn becomes(frame: &Frame, stays: &Party, gone: &Party, text: String) -> Markup {
    html! {
        form method="post" action="/beheer/dubbel/een" {
            (csrf(frame))
            input type="hidden" name="stays" value=(stays.id);
            input type="hidden" name="gone" value=(gone.id);
            (buttons(button(text).icon(Icon::Pass)))
        }
    }
}

fn beside(frame: &Frame, one: &Side, other: &Side) -> Markup {
    let (w, lang) = (words(frame.lang), frame.lang);
    let said = |text: &str| content("nl", text.to_owned());
    let day = |side: &Side| match &side.party.confirmed {
        Some(confirmed) => html! { (format::day_without_weekday(lang, confirmed.at.day().0)) },
        None => html! { (fl!(w, "desk-never-confirmed")) },
    };
    let rows: [(String, Markup, Markup); 8] = [
        (fl!(w, "desk-name"), linked(one), linked(other)),
        (fl!(w, "desk-summary"), said(one.party.summary.as_str()), said(other.party.summary.as_str())),
        (fl!(w, "desk-phone"), said(one.party.role.phone.as_str()), said(other.party.role.phone.as_str())),
        (fl!(w, "desk-email"), said(one.party.role.email.as_str()), said(other.party.role.email.as_str())),
        (
            fl!(w, "desk-website"),
            said(one.party.role.website.as_str()),
            said(other.party.role.website.as_str()),
        ),
        (fl!(w, "desk-places"), doors(one), doors(other)),
        (fl!(w, "desk-offers"), offers(one), offers(other)),
        (fl!(w, "double-confirmed"), day(one), day(other)),
    ];
    let head = [
        html! { (fl!(w, "double-what")) },
        html! { (fl!(w, "double-left")) },
        html! { (fl!(w, "double-right")) },
    ];
    let all =
        rows.into_iter().fold(table(fl!(w, "double-beside")).head(head), |table, (name, left, right)| {
            table.row([html! { (name) }, left, right])
        });
    html! { (all) }
}

fn linked(side: &Side) -> Markup {
    html! { a href=(side.at) { (content("nl", side.party.name.as_str())) } }
}

/// Only open ones: a confidential place says nothing, also here.
fn doors(side: &Side) -> Markup {
    let open = side.places.iter().filter_map(|place| match &place.whereabouts {
        Whereabouts::Open(open) => Some(&open.address),
        Whereabouts::Confidential => None,
    });
    html! {
        @for address in open {
            p { (content("nl", html! {
                (address.street.as_str()) " " (address.house_number.as_str()) " " (address.postcode.as_str())
            })) }
        }
    }
}

fn offers(side: &Side) -> Markup {
    html! { @for offer in &side.offers { p { (content("nl", offer.name.as_str())) } } }
}
