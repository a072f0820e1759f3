//! The lists of questions: each a card that says who has the ball.

use maud::{Markup, html};
use ui::{Card, Frame, Icon, Page, button, buttons, card, cards, empty, fl, further, label};

use super::pages::Lists;
use super::told::{ball_words, until_words};
use crate::question::Question;
use crate::words;

pub(super) fn page(frame: &Frame, lists: &Lists) -> Markup {
    let w = words(frame.lang);
    ui::page(
        frame,
        Page::new(fl!(w, "questions")).lead(fl!(w, "questions-lead")).here("vandaag"),
        html! {
            (buttons(button(fl!(w, "ask-neighbourhood")).to("/vraag/nieuw?aan=buurt").icon(Icon::Speech)))
            @if lists.is_empty() {
                (empty(fl!(w, "questions-none")).body(html! { p { (fl!(w, "questions-none-note")) } })
                    .action(button(fl!(w, "ask-find-party")).secondary().to("/zoek").icon(Icon::Search)))
            }
            (section(frame, lists, fl!(w, "questions-mine"), &lists.mine.shown, lists.mine.more))
            (section(frame, lists, fl!(w, "questions-answered"), &lists.answered.shown, lists.answered.more))
            (section(frame, lists, fl!(w, "questions-theirs"), &lists.theirs.shown, lists.theirs.more))
            (section(frame, lists, fl!(w, "questions-for-all"), &lists.for_all.shown, lists.for_all.more))
            (section(frame, lists, fl!(w, "questions-taken"), &lists.taken.shown, lists.taken.more))
            (section(frame, lists, fl!(w, "questions-closed"), &lists.closed.shown, lists.closed.more))
            (further(frame.lang, lists.page.unsigned_abs(), lists.more(), |page| format!("/vragen?pagina={page}")))
        },
    )
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

/// One question as a card: what it is about, its first words, and who has the ball.
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
    let theme = lists.atlas.taxonomy.name(lang, &question.theme);
    let text = beginning(question.text.as_str());
    let late = question.state.is_late().then(|| label(fl!(w, "late")).full());
    let area =
        question.area.as_ref().and_then(|area| lists.atlas.name_of(area)).map(|name| label(name.to_owned()));
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
        .labels(late.into_iter().chain([label(theme.to_owned())]).chain(area));
    if question.ball() == Some(lists.party) { card.turn() } else { card }
}
