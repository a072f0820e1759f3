//! Who is to be asked now: follows from the age of the profile and from the last time its party was asked. Asks nobody.

use std::time::Duration;

use ground::moment::Moment;

use super::{BETWEEN, Request, Stage, State};
use crate::confirmation::{Ageing, days_of};

/// After so long without a word from the mail server, nobody knows whether a letter went.
pub const LOST: Duration = Duration::from_secs(15 * 60);

/// How far a profile has come that was last confirmed at `since`.
#[must_use]
pub fn stage(ageing: Ageing, since: Moment, now: Moment) -> Option<Stage> {
    let notice = days_of(ageing.notice_days);
    let soon = |days: u16| now.plus(notice) >= since.plus(days_of(days));
    match () {
        () if now < since.plus(days_of(ageing.fresh_days)) => None,
        () if soon(ageing.hide_days) => Some(Stage::Hiding),
        () if soon(ageing.stale_days) => Some(Stage::Stale),
        () => Some(Stage::Ageing),
    }
}

/// Whether its party may hear from us again.
#[must_use]
pub fn rested(last: Option<&Request>, now: Moment) -> bool {
    last.is_none_or(|last| now >= last.created_at.plus(BETWEEN))
}

/// The stage at which a party is to be asked now; `address` is where it would be asked, empty when there is none.
#[must_use]
pub fn due(
    ageing: Ageing,
    since: Moment,
    address: &str,
    last: Option<&Request>,
    now: Moment,
) -> Option<Stage> {
    let stage = stage(ageing, since, now)?;
    let Some(last) = last else { return Some(stage) };
    // Asked about an earlier confirmation: that is another story.
    let again = last.created_at < since
        || match last.state {
            State::Sending | State::Waiting => false,
            State::Unknown | State::Failed => true,
            State::Bounced | State::NoAddress => !address.is_empty() && address != last.address,
            State::Sent | State::Answered | State::Replaced => stage > last.stage,
        };
    // Nobody was mailed when there was no address: then there is nothing to rest from.
    let rested = last.state == State::NoAddress || rested(Some(last), now);
    (again && rested).then_some(stage)
}

/// When a letter that did not go is tried again: after an hour, two, four, eight, and then a day. After that no more.
#[must_use]
pub fn next_try(tries: u16, now: Moment) -> Option<Moment> {
    let hours = match tries {
        1..=4 => 1u64 << (tries - 1),
        5 => 24,
        _ => return None,
    };
    Some(now.plus(Duration::from_secs(hours * 3600)))
}

#[cfg(test)]
mod tests {
    use ground::id::Id;

    use super::*;

    const CONFIRMED: Moment = Moment::fixed(1_700_000_000_000_000);

    fn after(days: u16) -> Moment {
        CONFIRMED.plus(days_of(days))
    }

    fn asked(stage: Stage, state: State, day: u16) -> Request {
        Request {
            id: Id::new(after(day)),
            party: Id::new(CONFIRMED),
            stage,
            address: "a@b.nl".to_owned(),
            state,
            reply: None,
            tries: 1,
            next_at: None,
            created_at: after(day),
            sent_at: None,
            ended_at: None,
        }
    }

    fn on_day(day: u16, address: &str, last: Option<&Request>) -> Option<Stage> {
        due(Ageing::default(), CONFIRMED, address, last, after(day))
    }

    #[test]
    fn a_party_is_asked_when_its_profile_ages_before_it_grows_stale_and_before_it_hides() {
        assert_eq!([179, 180].map(|day| on_day(day, "a@b.nl", None)), [None, Some(Stage::Ageing)]);
        let first = asked(Stage::Ageing, State::Sent, 180);
        assert_eq!([181, 350].map(|day| on_day(day, "a@b.nl", Some(&first))), [None, None]);
        assert_eq!(on_day(351, "a@b.nl", Some(&first)), Some(Stage::Stale));
        let second = asked(Stage::Stale, State::Sent, 351);
        assert_eq!([410, 411].map(|day| on_day(day, "a@b.nl", Some(&second))), [None, Some(Stage::Hiding)]);
        let third = asked(Stage::Hiding, State::Sent, 411);
        assert_eq!(on_day(2000, "a@b.nl", Some(&third)), None);
    }

    #[test]
    fn nobody_hears_from_us_twice_in_a_week() {
        let unknown = asked(Stage::Ageing, State::Unknown, 180);
        assert_eq!([180, 186].map(|day| on_day(day, "a@b.nl", Some(&unknown))), [None, None]);
        assert_eq!(on_day(187, "a@b.nl", Some(&unknown)), Some(Stage::Ageing));
        let first = asked(Stage::Ageing, State::Sent, 350);
        assert_eq!(on_day(351, "a@b.nl", Some(&first)), None);
    }

    #[test]
    fn after_a_bounce_only_another_address_is_tried_and_after_none_the_first_there_is() {
        let bounced = asked(Stage::Ageing, State::Bounced, 180);
        assert_eq!(on_day(420, "a@b.nl", Some(&bounced)), None);
        assert_eq!(on_day(420, "c@b.nl", Some(&bounced)), Some(Stage::Hiding));
        let nowhere = Request { address: String::new(), ..asked(Stage::Ageing, State::NoAddress, 180) };
        assert_eq!(on_day(420, "", Some(&nowhere)), None);
        assert_eq!(on_day(181, "a@b.nl", Some(&nowhere)), Some(Stage::Ageing));
    }

    #[test]
    fn a_new_confirmation_begins_the_story_again() {
        let earlier =
            Request { created_at: CONFIRMED.minus(days_of(30)), ..asked(Stage::Hiding, State::Answered, 0) };
        assert_eq!(on_day(180, "a@b.nl", Some(&earlier)), Some(Stage::Ageing));
    }

    #[test]
    fn what_does_not_go_is_tried_for_two_days() {
        let hours = |tries| next_try(tries, CONFIRMED).map(|at| at.since(CONFIRMED).as_secs() / 3600);
        assert_eq!([1, 2, 3, 4, 5, 6].map(hours), [Some(1), Some(2), Some(4), Some(8), Some(24), None]);
    }
}
