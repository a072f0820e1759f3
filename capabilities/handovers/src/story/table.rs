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

/// Late or not, an offer takes the same answers.
const WAITS_FOR_ANSWER: &[State] = &[Offered, OfferedLate];
/// Something else was proposed or asked: now the giver answers.
const WAITS_FOR_GIVER: &[State] = &[Countered, CounteredLate, Asked, AskedLate];
const OPEN: &[State] = &[
    Offered,
    OfferedLate,
    Countered,
    CounteredLate,
    Asked,
    AskedLate,
    Accepted,
    AcceptedLate,
    GiverSat,
    GiverSatLate,
    ReceiverSat,
    ReceiverSatLate,
    Introduced,
    Accompanied,
];

pub const STORY: &[Line] = &[
    line(&[], Offer, Giver, Offered),
    line(WAITS_FOR_ANSWER, Accept, Receiver, Accepted),
    line(WAITS_FOR_ANSWER, Decline, Receiver, Declined),
    line(WAITS_FOR_ANSWER, ProposeOtherwise, Receiver, Countered),
    line(WAITS_FOR_ANSWER, Ask, Receiver, Asked),
    line(WAITS_FOR_GIVER, Answer, Giver, Offered),
    // One says so, the other confirms; who did not sit there says so too.
    line(&[Accepted], SatTogether, Giver, GiverSat),
    line(&[AcceptedLate], SatTogether, Giver, GiverSatLate),
    line(&[Accepted], SatTogether, Receiver, ReceiverSat),
    line(&[AcceptedLate], SatTogether, Receiver, ReceiverSatLate),
    line(&[GiverSat, GiverSatLate], Confirm, Receiver, Introduced),
    line(&[ReceiverSat, ReceiverSatLate], Confirm, Giver, Introduced),
    line(&[GiverSat], NotYet, Receiver, Accepted),
    line(&[GiverSatLate], NotYet, Receiver, AcceptedLate),
    line(&[ReceiverSat], NotYet, Giver, Accepted),
    line(&[ReceiverSatLate], NotYet, Giver, AcceptedLate),
    line(&[Introduced], StayUntil, Giver, Accompanied),
    line(&[Introduced, Accompanied], LetGo, Giver, Released),
    line(&[Released], LookBack, Giver, GiverLookedBack),
    line(&[Released], LookBack, Receiver, ReceiverLookedBack),
    line(&[ReceiverLookedBack], LookBack, Giver, LookedBack),
    line(&[GiverLookedBack], LookBack, Receiver, LookedBack),
    // Late is never closed, and a second time changes nothing: there is no line from late to late.
    line(&[Offered], TermPassed, Clock, OfferedLate),
    line(&[Countered], TermPassed, Clock, CounteredLate),
    line(&[Asked], TermPassed, Clock, AskedLate),
    line(&[Accepted], TermPassed, Clock, AcceptedLate),
    line(&[GiverSat], TermPassed, Clock, GiverSatLate),
    line(&[ReceiverSat], TermPassed, Clock, ReceiverSatLate),
    line(OPEN, Stop, Giver, Stopped),
    line(OPEN, Stop, Receiver, Stopped),
    line(OPEN, Leave, Clock, Left),
];
