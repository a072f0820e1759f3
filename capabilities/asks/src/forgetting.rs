//! How long a question is kept: its words go thirty days after it closed; that two parties met stays as a contact.

use std::time::Duration;

use ground::retention::{Of, Rule};

/// As the domain says: a question expires with its content thirty days after closing.
pub const AFTER_CLOSING: Duration = Duration::from_secs(30 * 24 * 60 * 60);

/// What of this crate ends by the clock.
pub const ENDS: &[Rule] = &[Rule {
    keep: "question",
    table: "asks_question",
    key: "id",
    since: "closed_at",
    over: "closed_at is not null and closed_at <= $2",
    after: &[AFTER_CLOSING],
    along: &["asks_said", "asks_nudge"],
    of: Of::Work,
}];
