//! The life story of a handover: its states, its steps, and the one function that lets it go on.

mod table;

#[cfg(test)]
mod races;
#[cfg(test)]
mod tests;

pub use table::{Line, STORY};

/// Where a handover stands. There is no way to be introduced with the word of one side only,
/// and none to be late and closed: those states do not exist.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    Offered,
    /// Offered, and the term for an answer passed.
    OfferedLate,
    /// The receiver proposed something else.
    Countered,
    /// That, and the term for the giver's answer passed.
    CounteredLate,
    /// The receiver asked something first.
    Asked,
    AskedLate,
    Declined,
    /// A first date was agreed.
    Accepted,
    /// Accepted, and the date passed without anybody saying that they met.
    AcceptedLate,
    /// The giver says that they sat together; the receiver did not confirm it yet.
    GiverSat,
    GiverSatLate,
    ReceiverSat,
    ReceiverSatLate,
    /// Both say that they sat together.
    Introduced,
    /// The guide stays until an agreed day.
    Accompanied,
    Released,
    GiverLookedBack,
    ReceiverLookedBack,
    /// Both said how it went.
    LookedBack,
    Stopped,
    /// One of the two parties is no longer there.
    Left,
}

/// What is done to a handover.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    Offer,
    Accept,
    Decline,
    ProposeOtherwise,
    Ask,
    Answer,
    SatTogether,
    Confirm,
    NotYet,
    StayUntil,
    LetGo,
    LookBack,
    TermPassed,
    Stop,
    /// A party leaves: whoever waited for it hears so.
    Leave,
}

/// Who takes a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Who {
    Giver,
    Receiver,
    /// Nobody did anything in time, or somebody left.
    Clock,
}

/// Who has to do the next thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ball {
    Giver,
    Receiver,
    /// The first meeting is of both.
    Both,
}

impl State {
    pub const ALL: [Self; 21] = [
        Self::Offered,
        Self::OfferedLate,
        Self::Countered,
        Self::CounteredLate,
        Self::Asked,
        Self::AskedLate,
        Self::Declined,
        Self::Accepted,
        Self::AcceptedLate,
        Self::GiverSat,
        Self::GiverSatLate,
        Self::ReceiverSat,
        Self::ReceiverSatLate,
        Self::Introduced,
        Self::Accompanied,
        Self::Released,
        Self::GiverLookedBack,
        Self::ReceiverLookedBack,
        Self::LookedBack,
        Self::Stopped,
        Self::Left,
    ];

    /// The word in the database.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Offered => "offered",
            Self::OfferedLate => "offered-late",
            Self::Countered => "countered",
            Self::CounteredLate => "countered-late",
            Self::Asked => "asked",
            Self::AskedLate => "asked-late",
            Self::Declined => "declined",
            Self::Accepted => "accepted",
            Self::AcceptedLate => "accepted-late",
            Self::GiverSat => "giver-sat",
            Self::GiverSatLate => "giver-sat-late",
            Self::ReceiverSat => "receiver-sat",
            Self::ReceiverSatLate => "receiver-sat-late",
            Self::Introduced => "introduced",
            Self::Accompanied => "accompanied",
            Self::Released => "released",
            Self::GiverLookedBack => "giver-looked-back",
            Self::ReceiverLookedBack => "receiver-looked-back",
            Self::LookedBack => "looked-back",
            Self::Stopped => "stopped",
            Self::Left => "left",
        }
    }

    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.word() == word)
    }

    /// Nobody has it once it was let go, declined or stopped: looking back is not a duty.
    #[must_use]
    pub const fn ball(self) -> Option<Ball> {
        match self {
            Self::Offered | Self::OfferedLate | Self::GiverSat | Self::GiverSatLate => Some(Ball::Receiver),
            Self::Countered
            | Self::CounteredLate
            | Self::Asked
            | Self::AskedLate
            | Self::ReceiverSat
            | Self::ReceiverSatLate
            | Self::Introduced
            | Self::Accompanied => Some(Ball::Giver),
            Self::Accepted | Self::AcceptedLate => Some(Ball::Both),
            Self::Declined
            | Self::Released
            | Self::GiverLookedBack
            | Self::ReceiverLookedBack
            | Self::LookedBack
            | Self::Stopped
            | Self::Left => None,
        }
    }

    /// Somebody still has to do something.
    #[must_use]
    pub const fn open(self) -> bool {
        self.ball().is_some()
    }

    /// The term passed: both were nudged, and the coordinator knows.
    #[must_use]
    pub const fn late(self) -> bool {
        matches!(
            self,
            Self::OfferedLate
                | Self::CounteredLate
                | Self::AskedLate
                | Self::AcceptedLate
                | Self::GiverSatLate
                | Self::ReceiverSatLate
        )
    }
}

impl Step {
    pub const ALL: [Self; 15] = [
        Self::Offer,
        Self::Accept,
        Self::Decline,
        Self::ProposeOtherwise,
        Self::Ask,
        Self::Answer,
        Self::SatTogether,
        Self::Confirm,
        Self::NotYet,
        Self::StayUntil,
        Self::LetGo,
        Self::LookBack,
        Self::TermPassed,
        Self::Stop,
        Self::Leave,
    ];

    /// The word in the database and in forms.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Offer => "offer",
            Self::Accept => "accept",
            Self::Decline => "decline",
            Self::ProposeOtherwise => "propose",
            Self::Ask => "ask",
            Self::Answer => "answer",
            Self::SatTogether => "sat-together",
            Self::Confirm => "confirm",
            Self::NotYet => "not-yet",
            Self::StayUntil => "stay-until",
            Self::LetGo => "let-go",
            Self::LookBack => "look-back",
            Self::TermPassed => "term-passed",
            Self::Stop => "stop",
            Self::Leave => "leave",
        }
    }

    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.word() == word)
    }

    /// Whether it can be done from a page that shows `seen`. That the resident does not want it any more holds whatever
    /// happened since; for anything else one looks first at what the other did.
    #[must_use]
    pub fn holds(self, stands: i32, seen: i32) -> bool {
        self == Self::Stop || stands == seen
    }
}

impl Who {
    pub const ALL: [Self; 3] = [Self::Giver, Self::Receiver, Self::Clock];

    /// The word in the database.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Giver => "giver",
            Self::Receiver => "receiver",
            Self::Clock => "clock",
        }
    }

    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|who| who.word() == word)
    }
}

impl Ball {
    /// The word in the database; `none` when nobody has it.
    #[must_use]
    pub const fn word(ball: Option<Self>) -> &'static str {
        match ball {
            Some(Self::Giver) => "giver",
            Some(Self::Receiver) => "receiver",
            Some(Self::Both) => "both",
            None => "none",
        }
    }

    #[must_use]
    pub fn is_with(self, who: Who) -> bool {
        match self {
            Self::Giver => who == Who::Giver,
            Self::Receiver => who == Who::Receiver,
            Self::Both => who != Who::Clock,
        }
    }
}

/// The step is not possible now. What is, for the one who asked, so that a page can say it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct No {
    pub at: Option<State>,
    pub possible: Vec<Step>,
}

/// Where a handover stands after a step; `None` is one that was not offered yet.
///
/// # Errors
/// What is possible instead.
pub fn next(at: Option<State>, step: Step, who: Who) -> Result<State, No> {
    STORY
        .iter()
        .find(|line| line.step == step && line.who == who && line.is_from(at))
        .map(|line| line.to)
        .ok_or_else(|| No { at, possible: possible(at, who) })
}

/// What somebody may do now, in the order of the table.
#[must_use]
pub fn possible(at: Option<State>, who: Who) -> Vec<Step> {
    STORY.iter().filter(|line| line.who == who && line.is_from(at)).map(|line| line.step).collect()
}
