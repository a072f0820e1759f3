//! The page of today: what waits for you stands first, and every line can be opened and done.

use asks::list::pages::Lists;
use asks::list::view::line;
use asks::question::Question;
use directory::map::atlas::Fresh;
use directory::names::dutch;
use maud::{Markup, html};
use ui::{Card, Frame, Icon, Page, button, buttons, card, cards, empty, fl, page};

use crate::words;

pub(crate) struct Day<'d> {
    pub(crate) name: &'d str,
    pub(crate) questions: &'d Lists,
    pub(crate) fresh: &'d [Fresh],
}

pub(crate) fn page_of(frame: &Frame, day: &Day<'_>) -> Markup {
    let w = words(frame.lang);
    let questions = day.questions;
    page(
        frame,
        Page::new(fl!(w, "today")).lead(fl!(w, "today-hello", name = day.name)).here("vandaag"),
        html! {
            (buttons(html! {
                (button(fl!(w, "today-ask")).to("/vraag/nieuw?aan=buurt").icon(Icon::Speech))
                (button(fl!(w, "today-find")).secondary().to("/zoek").icon(Icon::Search))
            }))
            section.stapel aria-labelledby="aan-zet" {
                h2 #aan-zet { (fl!(w, "today-mine")) }
                @if questions.mine.is_empty() {
                    (empty(fl!(w, "today-nothing")).level(3).body(html! { p { (fl!(w, "today-nothing-note")) } }))
                } @else {
                    (lines(frame, questions, &questions.mine))
                }
            }
            (section(frame, questions, fl!(w, "today-answered"), &questions.answered))
            (section(frame, questions, fl!(w, "today-theirs"), &questions.theirs))
            (section(frame, questions, fl!(w, "today-for-all"), &questions.for_all))
            @if !day.fresh.is_empty() {
                section.stapel {
                    h2 { (fl!(w, "today-fresh")) }
                    (cards(day.fresh.iter().map(|party| fresh(frame, party))))
                }
            }
            p { a href="/vragen" { (fl!(w, "today-all-questions")) } }
        },
    )
}

fn section(frame: &Frame, lists: &Lists, title: String, questions: &[Question]) -> Markup {
    html! {
        @if !questions.is_empty() {
            section.stapel { h2 { (title) } (lines(frame, lists, questions)) }
        }
    }
}

fn lines(frame: &Frame, lists: &Lists, questions: &[Question]) -> Markup {
    cards(questions.iter().map(|question| line(frame, lists, question)))
}

fn fresh(frame: &Frame, party: &Fresh) -> Card {
    card(dutch(frame.lang, party.name.as_str()))
        .to(format!("/partij/{}", party.id))
        .body(dutch(frame.lang, party.summary.as_str()))
}
