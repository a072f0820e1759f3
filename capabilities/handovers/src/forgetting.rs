//! How long it is kept: what was agreed and said goes thirty days after closing; how often a party was asked, after a year.

use std::time::Duration;

use ground::retention::{Of, Rule};

/// As long as both can look back on it.
pub const AFTER_CLOSING: Duration = Duration::from_secs(30 * 24 * 60 * 60);

const A_YEAR: Duration = Duration::from_secs(366 * 24 * 60 * 60);

/// What of this crate ends by the clock.
pub const ENDS: &[Rule] = &[
    Rule {
        keep: "handover",
        table: "handovers_handover",
        key: "id",
        since: "closed_at",
        over: "closed_at is not null and closed_at <= $2",
        after: &[AFTER_CLOSING],
        along: &["handovers_step", "handovers_nudge"],
        of: Of::Work,
    },
    Rule {
        keep: "handover-week",
        table: "handovers_week",
        key: "party_id",
        since: "begins_at",
        over: "begins_at <= $2",
        after: &[A_YEAR],
        along: &[],
        of: Of::Work,
    },
];
