//! What the terms look like at the desk.

use access::Fields;
use directory::area::geography::Geography;
use directory::area::{Area, AreaCode};
use ground::id::{Id, Municipality};
use maud::{Markup, html};
use people::membership::Membership;
use ui::{
    Frame, Icon, Page, Tone, button, buttons, content, csrf, error_summary, field, fl, more, notice, page,
    select,
};

use crate::agreed::{Agreed, Days, Terms};
use crate::form::{Faults, sentence};
use crate::words;

/// What was just done.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum News {
    Saved,
    TakenAway,
}

impl News {
    pub(crate) fn parse(word: &str) -> Option<Self> {
        match word {
            "bewaard" => Some(Self::Saved),
            "weg" => Some(Self::TakenAway),
            _ => None,
        }
    }
}

pub(crate) fn list(
    frame: &Frame,
    here: Municipality,
    agreed: &[Agreed],
    hearers: &[(Id<Membership>, String)],
    geography: &Geography,
    news: Option<News>,
) -> Markup {
    let w = words(frame.lang);
    let holds = Terms::nearest(agreed, None);
    let row = |name: Markup, days: Days, coordinator: Option<Id<Membership>>| {
        let hearer = coordinator.and_then(|id| hearers.iter().find(|(known, _)| *known == id));
        html! {
            li.stapel.krap {
                p { strong { (name) } }
                p { (in_days(frame, days)) }
                @if let Some((_, label)) = hearer { p.zacht { (fl!(w, "list-hears")) ": " bdi { (label) } } }
            }
        }
    };
    let whole = html! {
        a href={ "/beheer/termijnen/" (here) } { (fl!(w, "whole", name = frame.municipality_name.as_str())) }
    };
    page(
        frame,
        Page::new(fl!(w, "title")).lead(fl!(w, "lead")).here("beheer").crumb("/beheer", fl!(w, "desk")),
        html! {
            @match news {
                Some(News::Saved) => { (notice(Tone::Good, fl!(w, "saved"))) }
                Some(News::TakenAway) => { (notice(Tone::Good, fl!(w, "taken-away"))) }
                None => {}
            }
            section.stapel {
                h2 { (fl!(w, "list")) }
                ul.rijen {
                    (row(whole, holds.days, holds.coordinator))
                    @for one in agreed {
                        @if let Some(code) = &one.area { (row(link(code, geography), one.days, one.coordinator)) }
                    }
                }
            }
            p.zacht { (fl!(w, "how")) }
            @if !geography.areas.is_empty() { (more(fl!(w, "other"), areas(geography))) }
        },
    )
}

/// The three terms on one line that may break between them: a table of them does not fit a phone.
fn in_days(frame: &Frame, days: Days) -> Markup {
    let w = words(frame.lang);
    let terms = [
        (fl!(w, "list-question"), days.question),
        (fl!(w, "list-handover"), days.handover),
        (fl!(w, "list-meet"), days.meet),
    ];
    html! {
        @for (index, (what, days)) in terms.into_iter().enumerate() {
            @if index > 0 { " · " }
            (what) ":\u{a0}" (ui::format::number(frame.lang, i64::from(days)))
        }
    }
}

fn link(code: &AreaCode, geography: &Geography) -> Markup {
    let name = geography.area(code).map_or(code.as_str(), |area| area.name.as_str());
    html! { a href={ "/beheer/termijnen/" (code) } { (content("nl", name)) } }
}

/// Each district with what lies in it; what lies in none comes last.
fn areas(geography: &Geography) -> Markup {
    let loose =
        |area: &&Area| area.code.district() != area.code && geography.area(&area.code.district()).is_none();
    html! {
        ul.stapel.krap {
            @for district in geography.districts() {
                li {
                    (link(&district.code, geography))
                    ul.stapel.krap { @for area in geography.within(&district.code) { li { (link(&area.code, geography)) } } }
                }
            }
            @for area in geography.areas.iter().filter(loose) { li { (link(&area.code, geography)) } }
        }
    }
}

/// The form of one area.
pub(crate) struct Sheet<'s> {
    /// The last part of its address.
    pub(crate) address: String,
    pub(crate) name: &'s str,
    /// The whole municipality.
    pub(crate) whole: bool,
    /// Something is agreed for it.
    pub(crate) own: bool,
    pub(crate) seen: String,
    pub(crate) hearers: &'s [(Id<Membership>, String)],
    pub(crate) changed_meanwhile: bool,
}

pub(crate) fn edit(frame: &Frame, sheet: &Sheet<'_>, typed: &Fields, faults: &Faults) -> Markup {
    let (w, lang) = (words(frame.lang), frame.lang);
    let fault =
        |name: &str| faults.iter().find(|(at, _)| *at == name).map(|(_, fault)| sentence(lang, *fault));
    let summary: Vec<(&str, String)> =
        faults.iter().map(|(name, fault)| (*name, sentence(lang, *fault))).collect();
    let days = |name: &'static str, label: String, hint: String| {
        field(lang, name, label).hint(hint).value(typed.get(name)).kind("number").error(fault(name))
    };
    let start = select(lang, "coordinator", fl!(w, "hears"))
        .hint(fl!(w, "hears-hint"))
        .option("", if sheet.whole { fl!(w, "nobody") } else { fl!(w, "as-around") });
    let hearers = sheet.hearers.iter().fold(start, |all, (id, label)| all.option(id.to_string(), label));
    let action = format!("/beheer/termijnen/{}", sheet.address);
    page(
        frame,
        Page::new(fl!(w, "title-of", name = sheet.name))
            .here("beheer")
            .crumb("/beheer", fl!(w, "desk"))
            .crumb("/beheer/termijnen", fl!(w, "title")),
        html! {
            @if sheet.changed_meanwhile { (notice(Tone::Attention, fl!(w, "changed-meanwhile"))) }
            (error_summary(lang, &summary))
            form.stapel method="post" action=(action) {
                (csrf(frame))
                input type="hidden" name="seen" value=(sheet.seen);
                (days("question", fl!(w, "question"), fl!(w, "question-hint")))
                (days("handover", fl!(w, "handover"), fl!(w, "handover-hint")))
                (days("meet", fl!(w, "meet"), fl!(w, "meet-hint")))
                (hearers.chosen(typed.get("coordinator")).error(fault("coordinator")))
                (buttons(button(fl!(w, "save")).icon(Icon::Check)))
            }
            p.zacht { (fl!(w, "how")) }
            @if sheet.own {
                form.stapel method="post" action={ (action) "/weg" } {
                    (csrf(frame))
                    input type="hidden" name="seen" value=(sheet.seen);
                    (button(if sheet.whole { fl!(w, "take-away-whole") } else { fl!(w, "take-away") }).subtle())
                }
            }
        },
    )
}
