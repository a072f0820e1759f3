//! The lists of handovers: each a card that says who has the ball.

use exchange::{Back, List, Part, Stage};
use maud::{Markup, html};
use ui::{
    Card, Frame, Icon, Label, Page, Tone, button, buttons, card, cards, content, empty, fl, further, label,
    notice,
};

use super::pages::Lists;
use crate::handover::Handover;
use crate::handover::taps::taps;
use crate::handover::told::{ball_words, day, nobody_there};
use crate::story::{State, Step, Who};
use crate::words;

/// `done`: what was done from this list just now.
pub(super) fn page(frame: &Frame, lists: &Lists, done: Option<&str>) -> Markup {
    let w = words(frame.lang);
    let back = Back::to(List::Handovers, lists.page);
    ui::page(
        frame,
        Page::new(fl!(w, "handovers")).lead(fl!(w, "handovers-lead")).here("vandaag"),
        html! {
            @if let Some(done) = done { (notice(Tone::Good, done)) }
            @if lists.is_empty() {
                (empty(fl!(w, "handovers-none"))
                    .body(html! { p { (fl!(w, "handovers-none-note")) } })
                    .action(button(fl!(w, "handovers-find")).to("/zoek").icon(Icon::Search)))
            }
            (exchange::around(frame, back, &html! {
                (section(frame, lists, fl!(w, "handovers-mine"), &lists.mine))
                (section(frame, lists, fl!(w, "handovers-theirs"), &lists.theirs))
                (section(frame, lists, fl!(w, "handovers-closed"), &lists.closed))
            }))
            (further(frame.lang, lists.page.unsigned_abs(), lists.more(), |page| format!("/overdrachten?pagina={page}")))
            (buttons(button(fl!(w, "intake")).secondary().to("/overdrachten/instroom").icon(Icon::People)))
        },
    )
}

fn section(frame: &Frame, lists: &Lists, title: String, part: &Part<Handover>) -> Markup {
    html! {
        @if !part.shown.is_empty() {
            section.stapel {
                h2 { (title) }
                (cards(part.shown.iter().map(|handover| line(frame, lists, handover))))
                @if part.more { p { (exchange::more_words(frame.lang, lists.page)) } }
            }
        }
    }
}

/// One handover as a card: between whom, under which word, who has the ball until when, and what can be done by one tap.
#[must_use]
pub fn line(frame: &Frame, lists: &Lists, handover: &Handover) -> Card {
    let (w, lang) = (words(frame.lang), frame.lang);
    let other = lists.named.shown(lang, handover.other(lists.party));
    let gives = handover.who(lists.party) == Some(Who::Giver);
    let title = if gives { fl!(w, "line-to", party = other) } else { fl!(w, "line-from", party = other) };
    let first =
        handover.first_date.filter(|_| matches!(handover.state, State::Accepted | State::AcceptedLate));
    let nobody = nobody_there(lang, handover, lists.party, (&lists.named, &lists.deserted));
    let card = card(title)
        .to(format!("/overdracht/{}", handover.id))
        .body(html! {
            p { (fl!(w, "code-word")) ": " strong { (content("nl", handover.code_word.as_str())) } }
            p { (ball_words(lang, handover, lists.party, &lists.named)) }
            @if let Some(nobody) = nobody { (nobody) }
            @if let Some(first) = first { p.zacht { (fl!(w, "agreed-first", day = day(lang, first))) } }
            // The buttons below it answer this.
            @if handover.possible(lists.party).contains(&Step::Confirm) { p { (fl!(w, "next-confirm")) } }
        })
        .labels(labels(frame, lists, handover, gives))
        .acts(taps(lang, handover, lists.party, lists.soonest));
    if handover.waits_for(lists.party) { card.turn() } else { card }
}

fn labels(frame: &Frame, lists: &Lists, handover: &Handover, gives: bool) -> impl Iterator<Item = Label> {
    let (w, lang) = (words(frame.lang), frame.lang);
    let half = handover.term.is_some_and(|term| term.half <= lists.now);
    // Of what is late it is no news any more that half of the time passed.
    let time = if handover.state.late() {
        Some(label(fl!(w, "late")).full())
    } else {
        half.then(|| label(exchange::nudge_words(lang, Stage::Half)))
    };
    let look_back = match (handover.state, gives) {
        (State::Released, _) | (State::ReceiverLookedBack, true) | (State::GiverLookedBack, false) => {
            Some(label(fl!(w, "line-look-back")))
        }
        _ => None,
    };
    let theme = label(lists.atlas.taxonomy.name(lang, &handover.theme).to_owned());
    let area = handover.area.as_ref().and_then(|area| lists.atlas.name_of(area));
    let area = area.map(|name| label(name.to_owned()));
    time.into_iter().chain(look_back).chain([theme]).chain(area)
}
