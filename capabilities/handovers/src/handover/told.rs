//! Who has the ball, since when and until when: the sentence on the page of a handover and in every list.

use directory::party::Party;
use exchange::{Deserted, Named};
use ground::id::Id;
use ground::moment::{Day, Moment};
use maud::{Markup, html};
use ui::{Lang, fl, format};

use super::Handover;
use crate::story::{Ball, State, Who};
use crate::words;

/// A day as people say it.
pub(crate) fn day(lang: Lang, Day(date): Day) -> String {
    format::day_without_year(lang, date)
}

/// The day of a moment, as people say it.
pub(crate) fn day_of(lang: Lang, moment: Moment) -> String {
    day(lang, moment.day())
}

/// Who has the ball and until when, in one sentence.
#[must_use]
pub fn ball_words(lang: Lang, handover: &Handover, mine: Id<Party>, named: &Named) -> String {
    let w = words(lang);
    let Some(ball) = handover.state.ball() else { return ended_words(lang, handover, mine, named) };
    let other = named.shown(lang, handover.other(mine));
    let yours = handover.who(mine).is_some_and(|who| ball.is_with(who));
    let until = handover.term.map(|term| day_of(lang, term.until));
    match (ball, yours, until, handover.state.late()) {
        (Ball::Both, _, None, _) => fl!(w, "ball-both", party = other),
        (Ball::Both, _, Some(day), false) => fl!(w, "ball-both-until", party = other, day = day),
        (Ball::Both, _, Some(day), true) => fl!(w, "ball-both-late", party = other, day = day),
        (_, true, None, _) => fl!(w, "ball-yours"),
        (_, true, Some(day), false) => fl!(w, "ball-yours-until", day = day),
        (_, true, Some(day), true) => fl!(w, "ball-yours-late", day = day),
        (_, false, None, _) => fl!(w, "ball-theirs", party = other),
        (_, false, Some(day), false) => fl!(w, "ball-theirs-until", party = other, day = day),
        (_, false, Some(day), true) => fl!(w, "ball-theirs-late", party = other, day = day),
    }
}

/// While it is open: that nobody of the other side is here now, and that one can ask elsewhere.
#[must_use]
pub fn nobody_there(
    lang: Lang,
    handover: &Handover,
    mine: Id<Party>,
    (named, deserted): (&Named, &Deserted),
) -> Option<Markup> {
    let nobody = deserted.told(lang, handover.other(mine), named).filter(|_| handover.state.open())?;
    let elsewhere = format!("/vraag/nieuw?aan=buurt&onderwerp={}", handover.theme.key());
    let ask = fl!(words(lang), "offer-ask-instead");
    Some(html! { p { (nobody) " " a href=(elsewhere) { (ask) } } })
}

/// How it ended, once nobody has the ball. Lists name the other parties only: the own one is *you*.
fn ended_words(lang: Lang, handover: &Handover, mine: Id<Party>, named: &Named) -> String {
    let w = words(lang);
    let receiver = handover.side(Who::Receiver).map_or(mine, |side| side.party);
    let other = || named.shown(lang, receiver);
    match handover.state {
        State::Declined if receiver == mine => fl!(w, "ended-declined-yours"),
        State::Declined => fl!(w, "ended-declined", party = other()),
        State::Stopped => fl!(w, "ended-stopped"),
        State::Left => fl!(w, "ended-left"),
        State::LookedBack => fl!(w, "ended-looked-back"),
        _ if receiver == mine => fl!(w, "ended-released-yours"),
        _ => fl!(w, "ended-released", party = other()),
    }
}

/// What is to be done next, for whoever has to do it.
#[must_use]
pub fn next_words(lang: Lang, handover: &Handover, mine: Id<Party>) -> Option<String> {
    let w = words(lang);
    let giver = handover.who(mine) == Some(Who::Giver);
    let yours = handover.waits_for(mine);
    Some(match (handover.state, yours) {
        (State::Offered | State::OfferedLate, true) => fl!(w, "next-answer"),
        (State::Offered | State::OfferedLate, false) => fl!(w, "next-wait-answer"),
        (State::Countered | State::CounteredLate, true) => fl!(w, "next-countered"),
        (State::Asked | State::AskedLate, true) => fl!(w, "next-asked"),
        (State::Countered | State::CounteredLate | State::Asked | State::AskedLate, false) => {
            fl!(w, "next-wait-giver")
        }
        (State::Accepted | State::AcceptedLate, _) => match handover.first_date {
            Some(first) => fl!(w, "next-meet", day = day(lang, first)),
            None => fl!(w, "next-meet-some-day"),
        },
        (State::GiverSat | State::GiverSatLate | State::ReceiverSat | State::ReceiverSatLate, true) => {
            fl!(w, "next-confirm")
        }
        (State::GiverSat | State::GiverSatLate | State::ReceiverSat | State::ReceiverSatLate, false) => {
            fl!(w, "next-wait-confirm")
        }
        (State::Introduced, _) if giver => fl!(w, "next-stay"),
        (State::Accompanied, _) if giver => match handover.stay_until {
            Some(until) => fl!(w, "next-let-go-until", day = day(lang, until)),
            None => fl!(w, "next-let-go"),
        },
        (State::Introduced | State::Accompanied, _) => match handover.stay_until {
            Some(until) => fl!(w, "next-guide-until", day = day(lang, until)),
            None => fl!(w, "next-guide-stays"),
        },
        _ => return None,
    })
}
