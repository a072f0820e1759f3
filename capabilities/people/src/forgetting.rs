//! Whom and what the house forgets by itself: who belongs nowhere, who never made a key, links and sessions that are long over.

use std::time::Duration;

use ground::retention::{Of, Rule};

use crate::{invitation, passkey, recovery, session};

/// Who came by a link makes a key within a day, or is forgotten: nobody could come back in as that person.
pub const WITHOUT_KEY: Duration = Duration::from_secs(24 * 60 * 60);

/// What goes along with a person.
const ALONG: &[&str] = &["people_membership", "people_account", "people_passkey", "people_session"];

/// Who came back by two colleagues has as long, from there.
const NO_KEY: Rule = Rule {
    keep: "member",
    table: "people_person",
    key: "id",
    since: "created_at",
    over: "created_at <= $2 and not exists (select 1 from people_passkey k where k.municipality_id = $1 \
           and k.person_id = people_person.id) and not exists (select 1 from people_account a \
           where a.municipality_id = $1 and a.person_id = people_person.id) and not exists (select 1 from people_recovery r \
           where r.municipality_id = $1 and r.person_id = people_person.id and r.taken_at > $2)",
    after: &[WITHOUT_KEY],
    along: ALONG,
    of: Of::Newcomer,
};

/// Whose last place went without anybody looking: who ends a place, or takes a party off the map, forgets at once.
const ALONE: Rule = Rule {
    keep: "member",
    table: "people_person",
    key: "id",
    since: "created_at",
    over: "not exists (select 1 from people_membership m where m.municipality_id = $1 \
           and m.person_id = people_person.id)",
    after: &[],
    along: ALONG,
    of: Of::Person,
};

/// In the order in which they go.
pub const ENDS: &[Rule] = &[
    NO_KEY,
    ALONE,
    invitation::store::ENDS,
    recovery::store::ENDS,
    passkey::store::ENDS,
    session::store::ENDS,
];
