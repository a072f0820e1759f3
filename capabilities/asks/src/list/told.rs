//! A question in one line, and the sentence that says who has the ball, since when and until when.

use directory::map::Atlas;
use directory::party::Party;
use exchange::{Deserted, Named};
use ground::id::Id;
use ground::moment::Moment;
use maud::{Markup, Render, html};
use ui::{Lang, Tone, fl, format, notice};

use crate::question::Question;
use crate::story::{Ball, State, Who};
use crate::words;

/// A day as people say it.
fn day(lang: Lang, moment: Moment) -> String {
    format::day_without_year(lang, moment.local().date())
}

/// Who has the ball, in one sentence.
#[must_use]
pub fn ball_words(lang: Lang, question: &Question, mine: Id<Party>, named: &Named) -> String {
    let w = words(lang);
    match (question.state.ball(), question.ball()) {
        (Some(_), Some(party)) if party == mine => fl!(w, "ball-yours"),
        (Some(_), Some(party)) => fl!(w, "ball-theirs", party = named.shown(lang, party)),
        (Some(Ball::Asked), None) if question.came_back() => fl!(w, "ball-neighbourhood-again"),
        (Some(Ball::Asked), None) => fl!(w, "ball-neighbourhood"),
        (Some(Ball::Asker), None) => named.shown(lang, question.asker.party),
        (None, _) => match question.state {
            State::Answered => fl!(w, "state-answered"),
            State::Declined => fl!(w, "state-declined"),
            State::Thanked => fl!(w, "state-thanked"),
            State::Withdrawn => fl!(w, "state-withdrawn"),
            _ => fl!(w, "state-left"),
        },
    }
}

/// Until when, and that it is late when it is.
#[must_use]
pub fn until_words(lang: Lang, question: &Question) -> Option<String> {
    let w = words(lang);
    let term = question.term?;
    let day = day(lang, term.until);
    Some(if question.state.is_late() {
        fl!(w, "until-passed", day = day)
    } else {
        fl!(w, "until", day = day)
    })
}

/// The ball, large, at the top of a page.
pub(crate) fn ball(
    frame: &ui::Frame,
    question: &Question,
    mine: Id<Party>,
    (named, deserted): (&Named, &Deserted),
) -> Markup {
    let (w, lang) = (words(frame.lang), frame.lang);
    let tone = match question.state {
        state if state.is_late() || question.ball() == Some(mine) => Tone::Attention,
        State::Answered | State::Thanked => Tone::Good,
        _ => Tone::Calm,
    };
    let since = fl!(w, "since", day = day(lang, question.since));
    let help = question.state.is_late().then(|| match (question.who(mine.uuid()), question.state.ball()) {
        (Some(Who::Asker), Some(Ball::Asker)) => fl!(w, "late-reply"),
        (_, Some(Ball::Asker)) => fl!(w, "late-reply-waits"),
        (Some(Who::Asker), _) if question.to.side().is_none() => fl!(w, "late-asker-nobody"),
        (Some(Who::Asker), _) => fl!(w, "late-asker"),
        _ => fl!(w, "late-asked"),
    });
    let nobody = question.other(mine).and_then(|other| deserted.told(lang, other, named));
    notice(tone, ball_words(lang, question, mine, named))
        .body(html! {
            @if question.state.is_open() {
                p { (since) @if let Some(until) = until_words(lang, question) { " " (until) } }
                @if let Some(help) = help { p { (help) } }
                @if let Some(nobody) = nobody { p { (nobody) } }
            }
        })
        .render()
}

/// About which neighbourhood it is.
pub(crate) fn place_of(lang: Lang, question: &Question, atlas: &Atlas) -> String {
    let w = words(lang);
    match question.area.as_ref().and_then(|area| atlas.name_of(area)) {
        Some(area) => fl!(w, "about-area", area = area),
        None => fl!(w, "about-everywhere"),
    }
}
