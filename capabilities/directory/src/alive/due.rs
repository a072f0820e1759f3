//! Who is to be asked now: follows from the age of the profile and from the last time its party was asked. Asks nobody.

use std::time::Duration;

use ground::moment::Moment;

use super::aged::oldest;
use super::{BETWEEN, Request, Stage, State};
use crate::confirmation::{Ageing, Since, days_of};

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

/// The stage at which a party is to be asked now. `counted` is itself and each of its offers that counts; `address` is where
/// it would be asked, empty when there is none.
#[must_use]
pub fn due(
    ageing: Ageing,
    counted: &[Since],
    address: &str,
    last: Option<&Request>,
    now: Moment,
) -> Option<Stage> {
    let stage = furthest(ageing, counted, now)?;
    let Some(last) = last else { return Some(stage) };
    // Asked about an earlier confirmation: that is another story.
    let again = oldest(counted).is_some_and(|oldest| last.created_at < oldest)
        || match last.state {
            State::Sending | State::Waiting => false,
            State::Unknown | State::Failed => true,
            State::Bounced | State::NoAddress => !address.is_empty() && address != last.address,
            State::Sent | State::Answered | State::Replaced => {
                counted.iter().any(|since| self::stage(ageing, since.at, now) > told(ageing, since.at, last))
            }
        };
    // Nobody was mailed when there was no address: then there is nothing to rest from.
    let rested = last.state == State::NoAddress || rested(Some(last), now);
    (again && rested).then_some(stage)
}

/// How far the furthest of them has come.
#[must_use]
pub fn furthest(ageing: Ageing, counted: &[Since], now: Moment) -> Option<Stage> {
    counted.iter().filter_map(|since| stage(ageing, since.at, now)).max()
}

/// What a letter said of one of them, that was last confirmed at `since`: how far it had come by then, and at most what the
/// letter was about. A letter just before it is no longer fresh asks what that day would ask.
fn told(ageing: Ageing, since: Moment, last: &Request) -> Option<Stage> {
    let at = last.created_at;
    let nearly =
        at >= since && at.plus(days_of(ageing.notice_days)) >= since.plus(days_of(ageing.fresh_days));
    let then = stage(ageing, since, at).or(nearly.then_some(Stage::Ageing));
    then.map(|then| then.min(last.stage))
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
        due(Ageing::default(), &[since(CONFIRMED)], address, last, after(day))
    }

    fn since(at: Moment) -> Since {
        Since::new(at, None, false)
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
    fn an_offer_nobody_confirms_does_not_keep_the_letters_about_its_party_away() {
        // All is confirmed on day 0, and on day 181 the party alone; the offer hides on day 425, the party on 606.
        let (party, offer) = (since(after(181)), since(CONFIRMED));
        let mut last = asked(Stage::Ageing, State::Sent, 180);
        let mut days = Vec::new();
        for day in 181..=650 {
            let counted = if day < 425 { vec![party, offer] } else { vec![party] };
            if let Some(stage) = due(Ageing::default(), &counted, "a@b.nl", Some(&last), after(day)) {
                days.push((day, stage));
                last = asked(stage, State::Sent, day);
            }
        }
        // On day 361 the party is no longer fresh: the letter of ten days before asked about that as well.
        let expected = [(351, Stage::Stale), (411, Stage::Hiding), (532, Stage::Stale), (592, Stage::Hiding)];
        assert_eq!(days, expected);
    }

    #[test]
    fn a_letter_long_before_a_party_ages_does_not_take_the_place_of_the_one_when_it_does() {
        let (party, offer) = (since(after(300)), since(CONFIRMED));
        let last = asked(Stage::Hiding, State::Sent, 411);
        let due = |day| due(Ageing::default(), &[party, offer], "a@b.nl", Some(&last), after(day));
        assert_eq!([479, 480].map(due), [None, Some(Stage::Hiding)]);
    }

    #[test]
    fn shorter_days_ask_again_what_a_letter_did_not_say() {
        let last = asked(Stage::Ageing, State::Sent, 180);
        let shorter = Ageing { stale_days: 185, hide_days: 190, ..Ageing::default() };
        let due = |day| due(shorter, &[since(CONFIRMED)], "a@b.nl", Some(&last), after(day));
        assert_eq!([186, 187].map(due), [None, Some(Stage::Hiding)]);
    }

    #[test]
    fn what_does_not_go_is_tried_for_two_days() {
        let hours = |tries| next_try(tries, CONFIRMED).map(|at| at.since(CONFIRMED).as_secs() / 3600);
        assert_eq!([1, 2, 3, 4, 5, 6].map(hours), [Some(1), Some(2), Some(4), Some(8), Some(24), None]);
    }
}
