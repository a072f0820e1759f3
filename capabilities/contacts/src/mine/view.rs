//! What one's own contacts look like: days, parties and themes, and nobody's name.

use std::collections::HashMap;

use directory::area::geography::Geography;
use directory::party::Party;
use directory::theme::Taxonomy;
use directory::wording::Name;
use ground::id::Id;
use maud::{Markup, html};
use ui::{
    Frame, Icon, Page, Tone, button, card, cards, content, csrf, empty, fl, format, notice, page, pagination,
};

use crate::contact::Kind;
use crate::contact::store::{Own, Part};
use crate::words;

pub(super) struct Sheet<'s> {
    pub(super) own: &'s [Own],
    pub(super) parties: &'s HashMap<Id<Party>, Name>,
    pub(super) taxonomy: &'s Taxonomy,
    pub(super) geography: &'s Geography,
    pub(super) page: i64,
    pub(super) pages: i64,
    pub(super) done: bool,
}

pub(super) fn mine(frame: &Frame, sheet: &Sheet<'_>) -> Markup {
    let (w, lang) = (words(frame.lang), frame.lang);
    let number = |number: i64| u64::try_from(number).unwrap_or(1);
    page(
        frame,
        Page::new(fl!(w, "mine")).lead(fl!(w, "mine-lead")).here("ik").crumb("/ik", fl!(w, "me")),
        html! {
            @if sheet.done { (notice(Tone::Good, fl!(w, "erased"))) }
            @if sheet.own.is_empty() { (empty(fl!(w, "none")).body(fl!(w, "none-text"))) }
            (cards(sheet.own.iter().map(|own| one(frame, sheet, own))))
            (pagination(lang, number(sheet.page), number(sheet.pages), |page| format!("/ik/contacten?pagina={page}")))
            @if !sheet.own.is_empty() {
                form.stapel method="post" action="/ik/contacten/weg" {
                    (csrf(frame))
                    input type="hidden" name="contact" value="all";
                    (button(fl!(w, "erase-all")).secondary().icon(Icon::Bin))
                }
            }
            p.zacht { (fl!(w, "erase-how")) }
        },
    )
}

fn one(frame: &Frame, sheet: &Sheet<'_>, own: &Own) -> Markup {
    let (w, lang) = (words(frame.lang), frame.lang);
    let party = |id: &Id<Party>| match sheet.parties.get(id) {
        Some(name) => content("nl", html! { bdi { (name) } }),
        None => html! { (fl!(w, "party-gone")) },
    };
    let with = match own.part {
        Part::From => html! { (party(&own.to)) },
        Part::To => html! { (party(&own.from)) },
        Part::Through => html! { (party(&own.from)) " – " (party(&own.to)) },
    };
    let what = match (own.kind, own.part) {
        (Kind::Question, Part::From) => fl!(w, "question-asked"),
        (Kind::Question, Part::To) => fl!(w, "question-got"),
        (Kind::Handover, Part::From) => fl!(w, "handover-asked"),
        (Kind::Handover, Part::To) => fl!(w, "handover-got"),
        (_, Part::Through) => fl!(w, "through"),
    };
    let area = own.area.as_ref().and_then(|code| sheet.geography.area(code));
    let body = html! {
        p.klein {
            (what) ". "
            @if let Some(theme) = &own.theme { (sheet.taxonomy.shown(lang, theme)) ". " }
            @if let Some(area) = area { (content("nl", area.name.as_str())) "." }
        }
        @if let Some(day) = own.met_on { p.klein { (fl!(w, "met", day = format::day_without_weekday(lang, day.0))) } }
        form method="post" action="/ik/contacten/weg" {
            (csrf(frame))
            input type="hidden" name="contact" value=(own.id);
            (button(html! {
                (fl!(w, "erase")) span.alleen-voorlezen { ": " (with) ", " (format::day_without_weekday(lang, own.day.0)) }
            }).subtle())
        }
    };
    html! { (card(with.clone()).level(2).foot(format::day_without_weekday(lang, own.day.0)).body(body)) }
}
