//! The one table of what may follow on what, and who may do it.

use super::State::{self, *};
use super::Step::{self, *};
use super::Who::{self, *};

/// In any of these states, this step by this one leads there.
#[derive(Clone, Copy, Debug)]
pub struct Line {
    /// Empty for the step that begins it.
    pub from: &'static [State],
    pub step: Step,
    pub who: Who,
    pub to: State,
}

impl Line {
    pub(super) fn is_from(&self, at: Option<State>) -> bool {
        match at {
            None => self.from.is_empty(),
            Some(state) => self.from.contains(&state),
        }
    }
}

const fn line(from: &'static [State], step: Step, who: Who, to: State) -> Line {
    Line { from, step, who, to }
}

/// The ball is with who answers. Late or not, the same is possible.
const WAITS_FOR_ANSWER: &[State] = &[State::Asked, Unanswered, Taken, TakenLate, Reopened, ReopenedLate];
const OPEN: &[State] =
    &[State::Asked, Unanswered, Taken, TakenLate, AskedBack, AskedBackLate, Reopened, ReopenedLate];

pub const STORY: &[Line] = &[
    line(&[], Ask, Asker, State::Asked),
    line(&[State::Asked, Unanswered], Take, Neighbour, Taken),
    line(WAITS_FOR_ANSWER, Answer, Who::Asked, Answered),
    line(WAITS_FOR_ANSWER, AskBack, Who::Asked, AskedBack),
    // Whoever took it for the neighbourhood gives it back to the neighbourhood; who was asked says that it cannot be.
    // Once it went back and forth both stand here, and `Question::possible` leaves the one that fits.
    line(&[Taken, TakenLate, Reopened, ReopenedLate], GiveBack, Who::Asked, State::Asked),
    line(&[State::Asked, Unanswered, Reopened, ReopenedLate], Decline, Who::Asked, Declined),
    line(&[AskedBack, AskedBackLate], Reply, Asker, Reopened),
    line(&[Answered], Thank, Asker, Thanked),
    line(&[Answered], Reopen, Asker, Reopened),
    line(OPEN, Withdraw, Asker, Withdrawn),
    // Late is never closed, and a second time changes nothing: there is no line from late to late.
    line(&[State::Asked], TermPassed, Clock, Unanswered),
    line(&[Taken], TermPassed, Clock, TakenLate),
    line(&[AskedBack], TermPassed, Clock, AskedBackLate),
    line(&[Reopened], TermPassed, Clock, ReopenedLate),
    line(OPEN, Leave, Clock, Left),
];
