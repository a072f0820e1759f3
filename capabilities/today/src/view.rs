//! The page of today: what waits for you stands first, and every line can be opened and done.

use asks::list::pages::Lists;
use asks::list::view::line;
use asks::question::Question;
use directory::map::atlas::Fresh;
use directory::names::dutch;
use ground::moment::Moment;
use handovers::handover::Handover;
use handovers::list::{line as handover_line, pages::Lists as Handovers};
use maud::{Markup, html};
use ui::{Card, Frame, Icon, Page, button, buttons, card, cards, empty, fl, page};

use crate::words;

pub(crate) struct Day<'d> {
    pub(crate) name: &'d str,
    pub(crate) questions: &'d Lists,
    pub(crate) handovers: &'d Handovers,
    pub(crate) fresh: &'d [Fresh],
}

pub(crate) fn page_of(frame: &Frame, day: &Day<'_>) -> Markup {
    let w = words(frame.lang);
    let (questions, handovers) = (day.questions, day.handovers);
    let cards_of = |about: &[Question], moving: &[Handover]| {
        let asked = about.iter().map(|question| (question.since, line(frame, questions, question)));
        let moving = moving.iter().map(|one| (one.since, handover_line(frame, handovers, one)));
        // Whatever waits longest stands first, of either kind.
        let mut all: Vec<(Moment, Card)> = asked.chain(moving).collect();
        all.sort_by_key(|(since, _)| *since);
        all.into_iter().map(|(_, card)| card).collect::<Vec<Card>>()
    };
    let mine = cards_of(&questions.mine, &handovers.mine);
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
                @if mine.is_empty() {
                    (empty(fl!(w, "today-nothing")).level(3).body(html! { p { (fl!(w, "today-nothing-note")) } }))
                } @else {
                    (cards(mine))
                }
            }
            (section(fl!(w, "today-answered"), cards_of(&questions.answered, &[])))
            (section(fl!(w, "today-theirs"), cards_of(&questions.theirs, &handovers.theirs)))
            (section(fl!(w, "today-for-all"), cards_of(&questions.for_all, &[])))
            @if !day.fresh.is_empty() {
                section.stapel {
                    h2 { (fl!(w, "today-fresh")) }
                    (cards(day.fresh.iter().map(|party| fresh(frame, party))))
                }
            }
            p { a href="/vragen" { (fl!(w, "today-all-questions")) } }
            p { a href="/overdrachten" { (fl!(w, "today-all-handovers")) } }
        },
    )
}

fn section(title: String, all: Vec<Card>) -> Markup {
    html! {
        @if !all.is_empty() {
            section.stapel { h2 { (title) } (cards(all)) }
        }
    }
}

fn fresh(frame: &Frame, party: &Fresh) -> Card {
    card(dutch(frame.lang, party.name.as_str()))
        .to(format!("/partij/{}", party.id))
        .body(dutch(frame.lang, party.summary.as_str()))
}
