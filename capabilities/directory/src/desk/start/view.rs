//! What the desk's first page shows.

use std::sync::Arc;

use ground::moment::Moment;
use maud::{Markup, html};
use ui::{
    Card, Frame, Icon, Page, Tone, button, buttons, card, cards, content, csrf, empty, fl, format, notice,
    page, pagination, search,
};

use crate::alive::days::Ageings;
use crate::confirmation::Age;
use crate::desk::keeping::Keeping;
use crate::desk::store::PAGE;
use crate::do_not_list::Wish;
use crate::party::{Party, Sphere};
use crate::{names, words};

pub(super) struct Desk {
    pub(super) q: String,
    pub(super) page: i64,
    pub(super) count: i64,
    pub(super) parties: Vec<Party>,
    pub(super) ageings: Arc<Ageings>,
    pub(super) now: Moment,
    pub(super) keeping: Keeping,
    /// Whether who looks keeps the map; whoever holds the key only brings in files and the first manager.
    pub(super) keeps: bool,
    /// How many ask to be on the map, for who may see that.
    pub(super) candidates: Option<i64>,
}

pub(super) fn desk(frame: &Frame, desk: &Desk) -> Markup {
    let (w, lang) = (words(frame.lang), frame.lang);
    let pages = u64::try_from((desk.count + PAGE - 1) / PAGE).unwrap_or(1);
    let at = |page: u64| ui_address(&desk.q, page);
    page(
        frame,
        Page::new(fl!(w, "desk")).lead(fl!(w, "desk-lead")).here("beheer"),
        html! {
            @if let Some(count) = desk.candidates.filter(|count| *count > 0) {
                (notice(Tone::Attention, html! {
                    a href="/beheer/aanvragen" { (fl!(w, "desk-candidates-waiting", count = count)) }
                }))
            }
            (buttons(html! {
                @if desk.keeps {
                    (button(fl!(w, "desk-new-party")).to("/beheer/partij/nieuw").icon(Icon::Pencil))
                }
                (button(fl!(w, "desk-import")).secondary().to("/beheer/import").icon(Icon::Download))
                (button(fl!(w, "desk-people")).secondary().to("/beheer/mensen").icon(Icon::People))
                @if desk.keeps {
                    (button(fl!(w, "desk-ageing")).secondary().to("/beheer/veroudering").icon(Icon::Clock))
                    @if desk.candidates.is_some() {
                        (button(fl!(w, "candidates")).subtle().to("/beheer/aanvragen"))
                    }
                    (button(fl!(w, "desk-theme-list")).subtle().to("/beheer/themas"))
                    (button(fl!(w, "desk-terms")).subtle().to("/beheer/termijnen"))
                    (button(fl!(w, "desk-double")).subtle().to("/beheer/dubbel"))
                    (button(fl!(w, "desk-wishes")).subtle().to("/beheer/niet-vermelden"))
                }
            }))
            (search(lang, "/beheer", fl!(w, "desk-search")).value(&desk.q))
            section.stapel aria-labelledby="partijen" {
                h2 #partijen { (fl!(w, "desk-parties", count = desk.count)) }
                @if desk.parties.is_empty() { (empty(fl!(w, "desk-nothing"))) }
                (cards(desk.parties.iter().map(|party| one(frame, party, desk))))
            }
            @if pages > 1 { (pagination(lang, u64::try_from(desk.page).unwrap_or(1), pages, at)) }
            @if frame.signed.is_none() { (access::operator::sign_out(frame)) }
        },
    )
}

fn age_of(party: &Party, desk: &Desk) -> Age {
    desk.ageings.of(party.id).age(party.since(), desk.now)
}

fn one(frame: &Frame, party: &Party, desk: &Desk) -> Card {
    let card = card(content("nl", party.name.as_str()))
        .sphere(frame.lang, sphere(party.sphere))
        .labels(names::capacity_label(frame.lang, party.capacity))
        .foot(age(frame, party, desk));
    // What is hidden for its age has no page for who only brings in files.
    if frame.keeps || age_of(party, desk) < Age::Hidden {
        card.to(desk.keeping.address(party.id))
    } else {
        card
    }
}

fn age(frame: &Frame, party: &Party, desk: &Desk) -> Markup {
    let w = words(frame.lang);
    let age = age_of(party, desk);
    let day = |at: Moment| format::day_without_weekday(frame.lang, at.day().0);
    html! {
        @match &party.confirmed {
            Some(confirmed) => { (fl!(w, "desk-confirmed-on", day = day(confirmed.at))) }
            None => { (fl!(w, "desk-never-confirmed")) }
        }
        @if let Some(age) = names::age(frame.lang, age) { " " (age) }
    }
}

pub(in crate::desk) const fn sphere(sphere: Sphere) -> ui::Sphere {
    match sphere {
        Sphere::Formal => ui::Sphere::Formal,
        Sphere::Informal => ui::Sphere::Informal,
    }
}

fn ui_address(q: &str, page: u64) -> String {
    let mut typed = String::new();
    for byte in q.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' => typed.push(char::from(byte)),
            b' ' => typed.push('+'),
            _ => typed.push_str(&format!("%{byte:02X}")),
        }
    }
    format!("/beheer?q={typed}&pagina={page}")
}

pub(super) fn wishes(frame: &Frame, wishes: &[Wish]) -> Markup {
    let w = words(frame.lang);
    page(
        frame,
        Page::new(fl!(w, "desk-wishes"))
            .lead(fl!(w, "desk-wishes-lead"))
            .here("beheer")
            .crumb("/beheer", fl!(w, "desk")),
        html! {
            @if wishes.is_empty() { (empty(fl!(w, "desk-no-wishes"))) }
            (cards(wishes.iter().map(|wish| {
                let day = format::day_without_weekday(frame.lang, wish.asked_at.day().0);
                card(content("nl", wish.name_key.as_str())).level(2).foot(fl!(w, "desk-wish-asked", day = day)).body(html! {
                    form method="post" action={ "/beheer/niet-vermelden/" (wish.id) "/weg" } {
                        (csrf(frame))
                        (button(fl!(w, "desk-wish-forget")).subtle())
                    }
                })
            })))
        },
    )
}
