//! Until when an answer or a first conversation is agreed, in working days, as the terms of the area say.

use ground::moment::{Day, Moment};
use jiff::civil::{Time, time};
use terms::{Term, Terms};
use workdays::plus_working_days;

use super::Handover;
use crate::story::{State, Step};

/// The end of an office day, and its beginning.
const ENDS: Time = time(17, 0, 0, 0);
const BEGINS: Time = time(9, 0, 0, 0);

/// For an answer: to what is offered, and to what is asked or proposed back.
#[must_use]
pub(super) fn answer(terms: &Terms, now: Moment) -> Term {
    terms.handover(now)
}

/// For a first conversation: never before the day that both agreed on is over.
#[must_use]
pub(super) fn meeting(terms: &Terms, first_date: Option<Day>, now: Moment) -> Term {
    let agreed = terms.meet(now);
    let after = first_date.map(|Day(date)| Day(plus_working_days(date, 1)).at(ENDS));
    match (after, first_date) {
        (Some(until), Some(first)) if until > agreed.until => Term::new(first.at(BEGINS), until),
        _ => agreed,
    }
}

/// The term that runs after a step.
pub(super) fn after(
    found: &Handover,
    step: Step,
    state: State,
    first_date: Option<Day>,
    terms: &Terms,
    now: Moment,
) -> Option<Term> {
    match (step, state) {
        (Step::Offer | Step::Answer | Step::ProposeOtherwise | Step::Ask, _) => Some(answer(terms, now)),
        (Step::Accept, _) => Some(meeting(terms, first_date, now)),
        // Until both say that they sat together, what was agreed at accepting holds.
        (Step::SatTogether | Step::NotYet | Step::TermPassed, _) => found.term,
        // Then the guide is there: nobody waits for an answer.
        _ => None,
    }
}

/// Three days to choose from for a first conversation, none of them tomorrow: the guide has to ask the resident.
#[must_use]
pub(super) fn suggested(now: Moment) -> [Day; 3] {
    let Day(today) = now.day();
    [2, 4, 7].map(|days| Day(plus_working_days(today, days)))
}

/// The first of them.
#[must_use]
pub(crate) fn soonest(now: Moment) -> Day {
    let [first, ..] = suggested(now);
    first
}

/// Days that can be agreed: from today, as far as somebody can look ahead.
#[must_use]
pub(super) fn can_be(day: Day, now: Moment) -> bool {
    let today = now.day();
    day >= today && day <= today.plus_days(366)
}
