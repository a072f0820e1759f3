//! The life story of a question: its states, its steps, and the one function that lets it go on.

mod table;

#[cfg(test)]
mod tests;

pub use table::{Line, STORY};

/// Where a question stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// Put to a party, or to whoever in the neighbourhood takes it.
    Asked,
    /// Asked, and the term passed without an answer. Everything is still possible.
    Unanswered,
    /// Somebody in the neighbourhood took it.
    Taken,
    TakenLate,
    /// Who answers must know something first.
    AskedBack,
    AskedBackLate,
    /// Back with who answers: the other side said more, or asked once more.
    Reopened,
    ReopenedLate,
    Answered,
    Declined,
    Thanked,
    /// Who asked needs no answer any more.
    Withdrawn,
    /// One of the two parties is no longer there.
    Left,
}

/// What is done to a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    Ask,
    Take,
    GiveBack,
    Answer,
    AskBack,
    Reply,
    Decline,
    Thank,
    Reopen,
    Withdraw,
    TermPassed,
    Leave,
}

/// Who takes a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Who {
    Asker,
    /// The party that was asked, or that took it.
    Asked,
    /// Any other party, while it is open to the neighbourhood.
    Neighbour,
    /// Nobody did anything in time, or somebody left.
    Clock,
}

/// Who has to do the next thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ball {
    Asker,
    /// The party that was asked; while there is none, whoever takes it.
    Asked,
}

impl State {
    pub const ALL: [Self; 13] = [
        Self::Asked,
        Self::Unanswered,
        Self::Taken,
        Self::TakenLate,
        Self::AskedBack,
        Self::AskedBackLate,
        Self::Reopened,
        Self::ReopenedLate,
        Self::Answered,
        Self::Declined,
        Self::Thanked,
        Self::Withdrawn,
        Self::Left,
    ];

    /// The word in the database.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Unanswered => "unanswered",
            Self::Taken => "taken",
            Self::TakenLate => "taken-late",
            Self::AskedBack => "asked-back",
            Self::AskedBackLate => "asked-back-late",
            Self::Reopened => "reopened",
            Self::ReopenedLate => "reopened-late",
            Self::Answered => "answered",
            Self::Declined => "declined",
            Self::Thanked => "thanked",
            Self::Withdrawn => "withdrawn",
            Self::Left => "left",
        }
    }

    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.word() == word)
    }

    #[must_use]
    pub const fn ball(self) -> Option<Ball> {
        match self {
            Self::Asked
            | Self::Unanswered
            | Self::Taken
            | Self::TakenLate
            | Self::Reopened
            | Self::ReopenedLate => Some(Ball::Asked),
            Self::AskedBack | Self::AskedBackLate => Some(Ball::Asker),
            Self::Answered | Self::Declined | Self::Thanked | Self::Withdrawn | Self::Left => None,
        }
    }

    /// Somebody still has to do something.
    #[must_use]
    pub const fn is_open(self) -> bool {
        self.ball().is_some()
    }

    /// The term passed.
    #[must_use]
    pub const fn is_late(self) -> bool {
        matches!(self, Self::Unanswered | Self::TakenLate | Self::AskedBackLate | Self::ReopenedLate)
    }
}

impl Step {
    pub const ALL: [Self; 12] = [
        Self::Ask,
        Self::Take,
        Self::GiveBack,
        Self::Answer,
        Self::AskBack,
        Self::Reply,
        Self::Decline,
        Self::Thank,
        Self::Reopen,
        Self::Withdraw,
        Self::TermPassed,
        Self::Leave,
    ];

    /// The word in the database.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Ask => "ask",
            Self::Take => "take",
            Self::GiveBack => "give-back",
            Self::Answer => "answer",
            Self::AskBack => "ask-back",
            Self::Reply => "reply",
            Self::Decline => "decline",
            Self::Thank => "thank",
            Self::Reopen => "reopen",
            Self::Withdraw => "withdraw",
            Self::TermPassed => "term-passed",
            Self::Leave => "leave",
        }
    }

    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.word() == word)
    }

    /// Whether something is said with it: always, perhaps or never.
    #[must_use]
    pub const fn says(self) -> Says {
        match self {
            Self::Ask | Self::Answer | Self::AskBack | Self::Reply | Self::Reopen => Says::Something,
            Self::Decline | Self::Thank => Says::Perhaps,
            Self::Take | Self::GiveBack | Self::Withdraw | Self::TermPassed | Self::Leave => Says::Nothing,
        }
    }
}

/// Whether words go with a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Says {
    Something,
    Perhaps,
    Nothing,
}

impl Who {
    pub const ALL: [Self; 4] = [Self::Asker, Self::Asked, Self::Neighbour, Self::Clock];
}

/// Where a question stands after a step; `None` before is one that was not asked yet, and as an answer: not possible.
#[must_use]
pub fn next(at: Option<State>, step: Step, who: Who) -> Option<State> {
    STORY.iter().find(|line| line.step == step && line.who == who && line.is_from(at)).map(|line| line.to)
}

/// What somebody may do now, in the order of the table.
#[must_use]
pub fn possible(at: State, who: Who) -> Vec<Step> {
    STORY.iter().filter(|line| line.who == who && line.is_from(Some(at))).map(|line| line.step).collect()
}
