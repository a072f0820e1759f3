//! What ages, as whoever keeps the map sees it.

use access::Fields;
use maud::{Markup, html};
use ui::{
    Frame, Icon, Page, Tone, button, buttons, card, cards, content, csrf, empty, fact, filters, fl, format,
    more, notice, page, pagination,
};

use crate::alive::State;
use crate::alive::days::view::{District, whole};
use crate::alive::kept::TakenOff;
use crate::alive::overview::{Group, Overview, Standing};
use crate::confirmation::Age;
use crate::desk::form::{Drawn, Faults};
use crate::desk::keeping::Keeping;
use crate::{names, words};

const PAGE: usize = 50;

pub(super) struct Desk {
    pub(super) overview: Overview,
    pub(super) taken_off: Vec<TakenOff>,
    pub(super) districts: Vec<District>,
    pub(super) group: Option<Group>,
    pub(super) page: usize,
    pub(super) news: Option<News>,
    pub(super) mails: bool,
    pub(super) keeping: Keeping,
}

/// What was just done.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum News {
    Confirmed,
    Mailed,
    NoAddress,
    Bounced,
    Later,
    TooOften,
    PutAway,
    Shown,
    Back,
    Days,
}

impl News {
    pub(super) fn parse(word: &str) -> Option<Self> {
        Some(match word {
            "klopt" => Self::Confirmed,
            "gemaild" => Self::Mailed,
            "geen-adres" => Self::NoAddress,
            "teruggekomen" => Self::Bounced,
            "later" => Self::Later,
            "te-vaak" => Self::TooOften,
            "verborgen" => Self::PutAway,
            "te-zien" => Self::Shown,
            "terug" => Self::Back,
            "dagen" => Self::Days,
            _ => return None,
        })
    }

    fn notice(self, frame: &Frame) -> Markup {
        let w = words(frame.lang);
        let (tone, text) = match self {
            Self::Confirmed => (Tone::Good, fl!(w, "ageing-did-confirm")),
            Self::Mailed => (Tone::Good, fl!(w, "ageing-did-mail")),
            Self::NoAddress => (Tone::Attention, fl!(w, "ageing-did-no-address")),
            Self::Bounced => (Tone::Attention, fl!(w, "ageing-did-bounce")),
            Self::Later => (Tone::Attention, fl!(w, "ageing-did-later")),
            Self::TooOften => (Tone::Attention, fl!(w, "ageing-did-too-often")),
            Self::PutAway => (Tone::Good, fl!(w, "ageing-did-put-away")),
            Self::Shown => (Tone::Good, fl!(w, "ageing-did-show")),
            Self::Back => (Tone::Good, fl!(w, "ageing-did-back")),
            Self::Days => (Tone::Good, fl!(w, "desk-saved")),
        };
        html! { (notice(tone, text)) }
    }
}

fn name_of(frame: &Frame, group: Group) -> String {
    let w = words(frame.lang);
    match group {
        Group::NoAddress => fl!(w, "ageing-no-address"),
        Group::Bounced => fl!(w, "ageing-bounced"),
        Group::HidesSoon => fl!(w, "ageing-hides-soon"),
        Group::NoAnswer => fl!(w, "ageing-no-answer"),
        Group::ToBeAsked => fl!(w, "ageing-to-be-asked"),
        Group::Hidden => fl!(w, "ageing-hidden"),
    }
}

pub(super) fn desk(frame: &Frame, desk: &Desk, typed: &Fields, faults: &Faults) -> Markup {
    let w = words(frame.lang);
    let first = || Group::ALL.into_iter().find(|group| desk.overview.count(*group) > 0);
    let group = desk.group.or_else(first).unwrap_or(Group::NoAddress);
    let count = desk.overview.count(group);
    let pages = u64::try_from(count.div_ceil(PAGE)).unwrap_or(1);
    let at = |page: u64| format!("/beheer/veroudering?groep={}&pagina={page}", group.word());
    let drawn = Drawn { frame, typed, faults };
    page(
        frame,
        Page::new(fl!(w, "ageing"))
            .lead(fl!(w, "ageing-lead"))
            .here("beheer")
            .crumb("/beheer", fl!(w, "desk")),
        html! {
            @if let Some(news) = desk.news { (news.notice(frame)) }
            (drawn.summary())
            @if !desk.mails { (notice(Tone::Attention, fl!(w, "ageing-no-mail"))) }
            (Group::ALL.into_iter().fold(filters(fl!(w, "ageing-groups")), |filters, one| {
                let text = format!("{} ({})", name_of(frame, one), desk.overview.count(one));
                filters.item(format!("/beheer/veroudering?groep={}", one.word()), text, one == group)
            }))
            section.stapel aria-labelledby="groep" {
                h2 #groep { (name_of(frame, group)) }
                @if count == 0 { (empty(fl!(w, "ageing-nobody"))) }
                (cards(desk.overview.of(group).skip((desk.page - 1).saturating_mul(PAGE)).take(PAGE)
                    .map(|standing| one(frame, standing, group, desk))))
                @if pages > 1 { (pagination(frame.lang, u64::try_from(desk.page).unwrap_or(1), pages, at)) }
            }
            @if !desk.taken_off.is_empty() { (taken_off(frame, &desk.taken_off)) }
            // With a fault in it, it stands open.
            @if faults.is_empty() {
                (more(fl!(w, "ageing-days"), whole(&drawn, &desk.districts)))
            } @else {
                section.stapel { h2 { (fl!(w, "ageing-days")) } (whole(&drawn, &desk.districts)) }
            }
        },
    )
}

fn one(frame: &Frame, standing: &Standing, group: Group, desk: &Desk) -> Markup {
    let (w, lang) = (words(frame.lang), frame.lang);
    let aged = &standing.aged;
    let day = |at: ground::moment::Moment| format::day_without_weekday(lang, at.day().0);
    let here = format!("/beheer/veroudering/{}", aged.id);
    let asked = standing.last.as_ref().filter(|last| last.state != State::NoAddress);
    let body = html! {
        div.stapel.dicht.klein {
            (fact(Icon::Check, fl!(w, "ageing-since", day = day(standing.since))))
            @if let Some(asked) = asked {
                (fact(Icon::Mail, match asked.state {
                    State::Bounced => fl!(w, "ageing-mail-bounced", day = day(asked.created_at)),
                    State::Waiting | State::Sending => fl!(w, "ageing-mail-waits"),
                    State::Failed => fl!(w, "ageing-mail-not-taken", day = day(asked.created_at)),
                    State::Unknown => fl!(w, "ageing-mail-failed", day = day(asked.created_at)),
                    _ => fl!(w, "ageing-mail-sent", day = day(asked.created_at)),
                }))
            }
            @if let (Some(at), true) = (standing.hides_at, standing.age < Age::Hidden) {
                (fact(Icon::Clock, fl!(w, "ageing-hides-on", day = day(at))))
            }
            @if standing.hidden_offer { (fact(Icon::Info, fl!(w, "ageing-offer-hidden"))) }
            @if aged.put_away { (fact(Icon::Info, fl!(w, "ageing-put-away"))) }
            @if aged.role_phone.is_empty() {
                (fact(Icon::Phone, fl!(w, "ageing-no-phone")))
            } @else {
                (fact(Icon::Phone, html! { a href={ "tel:" (aged.role_phone.dial()) } { (content("nl", aged.role_phone.as_str())) } }))
            }
        }
        form.stapel.dicht method="post" {
            (csrf(frame))
            input type="hidden" name="groep" value=(group.word());
            (buttons(html! {
                // The people of a party with a coordinator say themselves that it is right.
                @if desk.keeping.keeps(aged.id) {
                    (button(fl!(w, "ageing-confirm")).icon(Icon::Check).action(format!("{here}/klopt")))
                }
                @if desk.mails && group != Group::NoAddress {
                    (button(fl!(w, "ageing-mail")).secondary().action(format!("{here}/mail")))
                }
                @if group == Group::Hidden {
                    (button(fl!(w, "ageing-show")).secondary().action(format!("{here}/toon")))
                } @else {
                    (button(fl!(w, "ageing-hide")).subtle().action(format!("{here}/verberg")))
                }
            }))
        }
    };
    html! {
        (card(content("nl", aged.name.as_str()))
            .level(3)
            .to(desk.keeping.address(aged.id))
            .body(body)
            .foot(html! { @if let Some(age) = names::age(lang, standing.age) { (age) } }))
    }
}

fn taken_off(frame: &Frame, all: &[TakenOff]) -> Markup {
    let w = words(frame.lang);
    html! {
        section.stapel {
            h2 { (fl!(w, "ageing-taken-off")) }
            p { (fl!(w, "ageing-taken-off-lead")) }
            (cards(all.iter().map(|gone| {
                let day = format::day_without_weekday(frame.lang, gone.taken_at.day().0);
                card(content("nl", gone.name.as_str())).level(3).foot(fl!(w, "ageing-taken-off-on", day = day)).body(html! {
                    form method="post" action={ "/beheer/veroudering/" (gone.party_id) "/terug" } {
                        (csrf(frame))
                        (button(fl!(w, "ageing-put-back")).secondary())
                    }
                })
            })))
        }
    }
}
