//! Whether somebody may be the first or the second to confirm: pure, so that every case stands in a table.

use access::Role;
use ground::moment::Moment;
use uuid::Uuid;

use super::A_NEWCOMER;

/// A colleague who confirms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Confirmer {
    pub(super) person: Uuid,
    pub(super) role: Role,
    /// Of the same party (or the municipality, for somebody of it); not so when the manager helps out a small party.
    pub(super) own: bool,
    pub(super) since: Moment,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Turn {
    /// Nobody did before, or who did is not there any more.
    First,
    Second,
}

/// Why not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum No {
    Newcomer,
    /// The same person twice.
    Again,
    NeedsCoordinator,
    /// Two of the municipality for somebody of a party: neither works with that person.
    NeedsOwn,
}

/// `coordinated`: somebody else than the one who lost the keys coordinates the party.
pub(super) fn weigh(
    first: Option<Confirmer>,
    me: Confirmer,
    coordinated: bool,
    now: Moment,
) -> Result<Turn, No> {
    if now < me.since.plus(A_NEWCOMER) {
        return Err(No::Newcomer);
    }
    let Some(first) = first else { return Ok(Turn::First) };
    if first.person == me.person {
        return Err(No::Again);
    }
    if !first.own && !me.own {
        return Err(No::NeedsOwn);
    }
    if coordinated && [first, me].iter().all(|one| !one.own || one.role != Role::Coordinator) {
        return Err(No::NeedsCoordinator);
    }
    Ok(Turn::Second)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOON: Moment = Moment::fixed(1_764_079_200_000_000);

    fn somebody(person: u128, role: Role) -> Confirmer {
        let own = role != Role::Manager;
        Confirmer { person: Uuid::from_u128(person), role, own, since: NOON.minus(A_NEWCOMER) }
    }

    #[test]
    fn two_different_colleagues_one_of_them_the_coordinator_where_there_is_one() {
        let coordinator = somebody(1, Role::Coordinator);
        let (guide, volunteer) = (somebody(2, Role::Guide), somebody(3, Role::Volunteer));
        let manager = somebody(4, Role::Manager);
        for (first, me, coordinated, expected) in [
            (None, guide, true, Ok(Turn::First)),
            (None, coordinator, true, Ok(Turn::First)),
            (None, manager, true, Ok(Turn::First)),
            (Some(guide), coordinator, true, Ok(Turn::Second)),
            (Some(coordinator), guide, true, Ok(Turn::Second)),
            (Some(coordinator), manager, true, Ok(Turn::Second)),
            (Some(manager), coordinator, true, Ok(Turn::Second)),
            (Some(guide), guide, true, Err(No::Again)),
            (Some(guide), volunteer, true, Err(No::NeedsCoordinator)),
            (Some(guide), manager, true, Err(No::NeedsCoordinator)),
            (Some(guide), volunteer, false, Ok(Turn::Second)),
            (Some(guide), manager, false, Ok(Turn::Second)),
            (Some(manager), somebody(5, Role::Manager), false, Err(No::NeedsOwn)),
        ] {
            assert_eq!(weigh(first, me, coordinated, NOON), expected, "{first:?} {me:?} {coordinated}");
        }
    }

    #[test]
    fn who_came_less_than_a_day_ago_confirms_nobody() {
        let fresh = Confirmer {
            since: NOON.minus(A_NEWCOMER).plus(std::time::Duration::from_secs(1)),
            ..somebody(1, Role::Guide)
        };
        assert_eq!(weigh(None, fresh, false, NOON), Err(No::Newcomer));
        assert_eq!(weigh(Some(somebody(2, Role::Coordinator)), fresh, true, NOON), Err(No::Newcomer));
    }
}
