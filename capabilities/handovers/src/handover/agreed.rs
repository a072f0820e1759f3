//! Until when an answer or a first conversation is agreed, in working days, as the terms of the area say.

use ground::moment::{Day, Moment};
use jiff::civil::{Time, time};
use terms::Terms;
use workdays::plus_working_days;

use super::{Handover, Term};
use crate::story::{State, Step};

/// Whoever coordinates hears it when two working days after the term nothing happened.
const TELL_AFTER: u16 = 2;

/// The end of an office day, and its beginning.
const ENDS: Time = time(17, 0, 0, 0);
const BEGINS: Time = time(9, 0, 0, 0);

/// For an answer to what is offered now.
#[must_use]
pub(super) fn answer(terms: &Terms, now: Moment) -> Term {
    of(terms.handover(now))
}

/// For a first conversation: never before the day that both agreed on is over.
#[must_use]
pub(super) fn meeting(terms: &Terms, first_date: Option<Day>, now: Moment) -> Term {
    let agreed = terms.meet(now);
    let after = first_date.map(|Day(date)| Day(plus_working_days(date, 1)).at(ENDS));
    match (after, first_date) {
        (Some(until), Some(first)) if until > agreed.until => {
            of(terms::Term { until, half: first.at(BEGINS) })
        }
        _ => of(agreed),
    }
}

fn of(term: terms::Term) -> Term {
    let Day(last) = term.until.day();
    Term { half: term.half, until: term.until, tell: Day(plus_working_days(last, TELL_AFTER)).at(ENDS) }
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
        (Step::Offer | Step::Answer, _) => Some(answer(terms, now)),
        (Step::Accept, _) => Some(meeting(terms, first_date, now)),
        // Until both say that they sat together, what was agreed at accepting holds.
        (Step::SatTogether | Step::NotYet | Step::TermPassed, _) => found.term,
        _ => None,
    }
}

/// Three days to choose from for a first conversation, none of them tomorrow: the guide has to ask the resident.
#[must_use]
pub(super) fn suggested(now: Moment) -> [Day; 3] {
    let Day(today) = now.day();
    [2, 4, 7].map(|days| Day(plus_working_days(today, days)))
}

/// Days that can be agreed: from today, as far as somebody can look ahead.
#[must_use]
pub(super) fn can_be(day: Day, now: Moment) -> bool {
    let today = now.day();
    day >= today && day <= today.plus_days(366)
}
