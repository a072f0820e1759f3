//! Whether a profile is still right: its party is asked by mail, in time, and one tap answers without signing in.

pub mod aged;
pub mod answer;
pub mod bounce;
pub mod days;
pub mod desk;
pub mod due;
mod fields;
mod form;
pub mod kept;
mod letter;
pub mod overview;
mod pages;
pub mod post;
mod round;
pub mod store;
mod view;

use std::time::Duration;

use access::Entry;
use ground::id::Id;
use ground::moment::Moment;

use crate::Directory;
use crate::party::Party;

/// A party hears from us at most once in so long.
pub const BETWEEN: Duration = Duration::from_secs(7 * 86_400);

/// What the trail calls it that a letter came back: from then on visitors no longer see the address.
const CAME_BACK: &str = "party.bounced";

/// In so long a party that took itself off may change its mind.
pub const UNDO: Duration = Duration::from_secs(7 * 86_400);

#[must_use]
pub fn routes() -> Vec<Entry<Directory>> {
    [pages::routes(), desk::pages::routes(), days::pages::routes()].into_iter().flatten().collect()
}

/// How far a profile has come when its party is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, sqlx::Type)]
#[sqlx(type_name = "text", rename_all = "lowercase")]
pub enum Stage {
    /// It is no longer fresh.
    Ageing,
    /// It will soon say of itself that it is old.
    Stale,
    /// It will soon be out of sight.
    Hiding,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, sqlx::Type)]
#[sqlx(type_name = "text", rename_all = "kebab-case")]
pub enum State {
    /// With the mail server now.
    Sending,
    /// It did not go, and is tried again.
    Waiting,
    Sent,
    /// The line broke, or we did, while the server had it: it is not sent again.
    Unknown,
    /// It was tried often enough: somebody has to call.
    Failed,
    /// The address takes no mail.
    Bounced,
    /// There was no address: somebody has to call.
    NoAddress,
    Answered,
    /// A later mail took its place, or the profile was confirmed in another way.
    Replaced,
}

/// The three answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, sqlx::Type)]
#[sqlx(type_name = "text", rename_all = "lowercase")]
pub enum Reply {
    Right,
    Changed,
    Off,
}

impl Reply {
    pub const ALL: [Self; 3] = [Self::Right, Self::Changed, Self::Off];

    /// The last part of its address.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Right => "klopt",
            Self::Changed => "veranderd",
            Self::Off => "weg",
        }
    }
}

/// One time a party was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    pub id: Id<Request>,
    pub party: Id<Party>,
    pub stage: Stage,
    /// Where the mail went.
    pub address: String,
    pub state: State,
    pub reply: Option<Reply>,
    pub tries: u16,
    pub next_at: Option<Moment>,
    pub created_at: Moment,
    pub sent_at: Option<Moment>,
    pub ended_at: Option<Moment>,
}

impl Request {
    /// Whether its links still do what they say.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        !matches!(self.state, State::Answered | State::Replaced | State::NoAddress)
    }
}
