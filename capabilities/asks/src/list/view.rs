//! The lists of questions: each a card that says who has the ball.

use exchange::{Back, List, Stage};
use maud::{Markup, html};
use ui::{
    Card, Frame, Icon, Label, Lang, Page, Tone, button, buttons, card, cards, empty, fl, further, label,
    notice,
};

use super::pages::Lists;
use super::taps::taps;
use super::told::{ball_words, until_words};
use crate::question::{Question, Side, To};
use crate::words;

/// `done`: what was done from this list just now.
pub(super) fn page(frame: &Frame, lists: &Lists, done: Option<&str>) -> Markup {
    let w = words(frame.lang);
    let back = Back::to(List::Questions, lists.page);
    ui::page(
        frame,
        Page::new(fl!(w, "questions")).lead(fl!(w, "questions-lead")).here("vandaag"),
        html! {
            @if let Some(done) = done { (notice(Tone::Good, done)) }
            (buttons(button(fl!(w, "ask-neighbourhood")).to("/vraag/nieuw?aan=buurt").icon(Icon::Speech)))
            @if lists.is_empty() {
                (empty(fl!(w, "questions-none")).body(html! { p { (fl!(w, "questions-none-note")) } })
                    .action(button(fl!(w, "ask-find-party")).secondary().to("/zoek").icon(Icon::Search)))
            }
            (exchange::around(frame, back, &sections(frame, lists)))
            (further(frame.lang, lists.page.unsigned_abs(), lists.more(), |page| format!("/vragen?pagina={page}")))
        },
    )
}

fn sections(frame: &Frame, lists: &Lists) -> Markup {
    let w = words(frame.lang);
    let all = [
        (fl!(w, "questions-mine"), &lists.mine),
        (fl!(w, "questions-answered"), &lists.answered),
        (fl!(w, "questions-theirs"), &lists.theirs),
        (fl!(w, "questions-for-all"), &lists.for_all),
        (fl!(w, "questions-taken"), &lists.taken),
        (fl!(w, "questions-closed"), &lists.closed),
    ];
    html! { @for (title, part) in all { (section(frame, lists, title, &part.shown, part.more)) } }
}

fn section(frame: &Frame, lists: &Lists, title: String, questions: &[Question], more: bool) -> Markup {
    html! {
        @if !questions.is_empty() {
            section.stapel {
                h2 { (title) }
                (cards(questions.iter().map(|question| line(frame, lists, question))))
                @if more { p { (exchange::more_words(frame.lang, lists.page)) } }
            }
        }
    }
}

/// How much of the text stands on a card.
const BEGINNING: usize = 90;

/// Whole words, as many as fit.
fn beginning(text: &str) -> String {
    let Some((end, _)) = text.char_indices().nth(BEGINNING) else { return text.to_owned() };
    let cut = text.get(..end).unwrap_or(text);
    let cut = cut.rsplit_once(char::is_whitespace).map_or(cut, |(words, _)| words);
    format!("{}…", cut.trim_end())
}

/// The same question to the neighbourhood; its words come from the question, never from an address.
pub(crate) fn elsewhere(question: &Question) -> String {
    format!("/vraag/nieuw?aan=buurt&na={}", question.id)
}

/// One question as a card: what it is about, its first words, who has the ball, and what can be done by one tap.
#[must_use]
pub fn line(frame: &Frame, lists: &Lists, question: &Question) -> Card {
    let (w, lang) = (words(frame.lang), frame.lang);
    let other = question.other(lists.party);
    let with = match other {
        Some(other) => lists.named.shown(lang, other),
        None => fl!(w, "anyone-here"),
    };
    let asked_by_us = question.asker.party == lists.party;
    let waits = other.filter(|_| question.state.is_open());
    let nobody = waits.and_then(|other| lists.deserted.told(lang, other, &lists.named));
    let title = if asked_by_us { fl!(w, "line-to", party = with) } else { fl!(w, "line-from", party = with) };
    let text = beginning(question.text.as_str());
    let card = card(title)
        .to(format!("/vraag/{}", question.id))
        .body(html! {
            p dir="auto" lang=(question.language) { (text) }
            p.zacht {
                (ball_words(lang, question, lists.party, &lists.named))
                @if let Some(until) = until_words(lang, question) { " " (until) }
            }
            @if let Some(nobody) = nobody {
                p {
                    (nobody)
                    @if asked_by_us { " " a href=(elsewhere(question)) { (fl!(w, "ask-neighbourhood-instead")) } }
                }
            }
        })
        .labels(labels(lang, lists, question))
        .acts(taps(lang, question, lists.party));
    if question.ball() == Some(lists.party) { card.turn() } else { card }
}

fn labels(lang: Lang, lists: &Lists, question: &Question) -> impl Iterator<Item = Label> {
    let w = words(lang);
    let half = question.is_of(lists.party.uuid()) && question.term.is_some_and(|term| term.half <= lists.now);
    // Of what is late it is no news any more that half of the time passed.
    let time = if question.state.is_late() {
        Some(label(fl!(w, "late")).full())
    } else {
        half.then(|| label(exchange::nudge_words(lang, Stage::Half)))
    };
    // A list names nobody, for nobody leaves a line of having read it: whoever was asked knows that it is for them.
    let for_you = question.to == To::Party(Side { party: lists.party, person: Some(lists.person) });
    let theme = label(lists.atlas.taxonomy.name(lang, &question.theme).to_owned());
    let area = question.area.as_ref().and_then(|area| lists.atlas.name_of(area));
    let area = area.map(|name| label(name.to_owned()));
    time.into_iter().chain(for_you.then(|| label(fl!(w, "for-you")))).chain([theme]).chain(area)
}
