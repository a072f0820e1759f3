//! A handover goes its way: both directions, every end, and whoever is too late changes nothing.

use std::time::Duration;

use directory::neighbourhood::HERE;
use ground::db::testing::THEN;
use ground::moment::Moment;

use super::{Town, at, day, in_town, machine};
use crate::handover::{self, CodeWord, NotOffered, Reworded, Stepped};
use crate::intake::{Closed, Intake, store as intakes};
use crate::story::Step::{
    Accept, Answer, Ask, Confirm, Decline, LetGo, LookBack, NotYet, ProposeOtherwise, SatTogether, StayUntil,
    Stop,
};
use crate::story::Who::{Giver, Receiver};
use crate::story::{State, Step, Who};

const HOUR: Duration = Duration::from_secs(60 * 60);

#[tokio::test]
async fn from_offer_to_looking_back_everybody_does_what_is_theirs() {
    in_town(async |town: Town| {
        let id = town.offered(0, THEN).await;
        // Wednesday 25 November: five working days for an answer.
        let offered = town.find(id).await;
        assert_eq!(offered.term.map(|term| term.until), Some(at("2025-12-02T16:00:00Z")));
        let mut now = THEN;
        let story: [(Step, Who, State); 9] = [
            (Ask, Receiver, State::Asked),
            (Answer, Giver, State::Offered),
            (Accept, Receiver, State::Accepted),
            (SatTogether, Giver, State::GiverSat),
            (Confirm, Receiver, State::Introduced),
            (StayUntil, Giver, State::Accompanied),
            (LetGo, Giver, State::Released),
            (LookBack, Receiver, State::ReceiverLookedBack),
            (LookBack, Giver, State::LookedBack),
        ];
        let mut let_go = None;
        for (step, who, state) in story {
            now = now.plus(HOUR);
            let after = town.does(id, (step, who), now).await;
            assert_eq!((after.state, after.since), (state, now));
            let_go = let_go.or((step == LetGo).then_some(now));
        }
        let end = town.find(id).await;
        assert_eq!(end.closed_at, let_go, "looking back does not make it newer");
        assert_eq!((end.receiver.person, end.term), (town.receiver.person, None));
        let history = town.history(id).await;
        let told: Vec<(Step, Who)> = history.iter().map(|done| (done.step, done.who)).collect();
        let steps = story.map(|(step, who, _)| (step, who));
        assert_eq!(told, [&[(Step::Offer, Giver)], &steps[..]].concat());
        assert_eq!(history.last().and_then(|done| done.went), Some(handover::Went::Well));
    })
    .await;
}

#[tokio::test]
async fn a_first_conversation_is_never_late_before_the_day_both_agreed_on() {
    in_town(async |town: Town| {
        let id = town.offered(0, THEN).await;
        let wish = handover::Wish {
            step: Accept,
            by: town.receiver,
            version: 0,
            words: None,
            day: Some(day("2026-01-09")),
            went: None,
        };
        let stepped = handover::step(&town.db, &machine(), id, &wish, &super::TERMS, THEN).await;
        assert!(matches!(stepped, Ok(Stepped::Done(_))));
        let term = town.find(id).await.term.map(|term| (term.half, term.until, term.tell));
        let until = ("2026-01-09T08:00:00Z", "2026-01-12T16:00:00Z", "2026-01-14T16:00:00Z");
        assert_eq!(term, Some((at(until.0), at(until.1), at(until.2))));
        // Said and not confirmed, it stands where it stood, with the term that was agreed.
        town.does(id, (SatTogether, Giver), THEN).await;
        let back = town.does(id, (NotYet, Receiver), THEN).await;
        assert_eq!((back.state, back.term.map(|term| term.until)), (State::Accepted, Some(at(until.1))));
    })
    .await;
}

#[tokio::test]
async fn declined_or_stopped_or_proposed_otherwise_each_ends_where_it_should() {
    in_town(async |town: Town| {
        let [one, two, three] =
            [town.offered(0, THEN).await, town.offered(1, THEN).await, town.offered(2, THEN).await];
        assert_eq!(town.does(one, (Decline, Receiver), THEN).await.state, State::Declined);
        town.does(two, (ProposeOtherwise, Receiver), THEN).await;
        let stopped = town.does(two, (Stop, Giver), THEN).await;
        assert_eq!((stopped.state, stopped.closed_at), (State::Stopped, Some(THEN)));
        town.does(three, (Accept, Receiver), THEN).await;
        assert_eq!(town.does(three, (Stop, Receiver), THEN).await.state, State::Stopped);
        for id in [one, two, three] {
            let ended = town.find(id).await;
            for who in [Giver, Receiver] {
                for step in Step::ALL {
                    assert!(matches!(
                        town.taps(id, ended.version, (step, who), THEN).await,
                        Stepped::Quicker(_)
                    ));
                }
            }
            assert_eq!(town.find(id).await.version, ended.version);
        }
    })
    .await;
}

#[tokio::test]
async fn whoever_taps_on_an_old_page_hears_how_it_stands_and_nothing_happens() {
    in_town(async |town: Town| {
        let id = town.offered(0, THEN).await;
        town.does(id, (Accept, Receiver), THEN).await;
        let Stepped::Quicker(found) = town.taps(id, 0, (Accept, Receiver), THEN).await else {
            panic!("accepted twice")
        };
        assert_eq!((found.state, found.version), (State::Accepted, 1));
        assert_eq!(town.history(id).await.len(), 2);
        town.does(id, (SatTogether, Giver), THEN).await;
        // Also what would still be possible: one looks first at what the other did.
        assert!(matches!(town.taps(id, 1, (Confirm, Receiver), THEN).await, Stepped::Quicker(_)));
        assert_eq!(town.history(id).await.len(), 3);
    })
    .await;
}

#[tokio::test]
async fn the_residents_word_holds_from_an_old_page_too_as_long_as_it_is_open() {
    in_town(async |town: Town| {
        for (word, who) in [(0, Giver), (1, Receiver)] {
            let id = town.offered(word, THEN).await;
            town.does(id, (Ask, Receiver), THEN).await;
            town.does(id, (Answer, Giver), THEN).await;
            town.does(id, (Accept, Receiver), THEN).await;
            let Stepped::Done(stopped) = town.taps(id, 0, (Stop, who), THEN.plus(HOUR)).await else {
                panic!("{who:?} cannot stop")
            };
            assert_eq!((stopped.state, stopped.version), (State::Stopped, 4));
            assert_eq!((stopped.closed_at, stopped.term), (Some(THEN.plus(HOUR)), None));
            for other in [Giver, Receiver] {
                let again = town.taps(id, 0, (Stop, other), THEN.plus(HOUR)).await;
                assert!(matches!(again, Stepped::Quicker(found) if found.state == State::Stopped));
            }
            assert_eq!(town.history(id).await.len(), 5);
        }
    })
    .await;
}

#[tokio::test]
async fn the_last_place_of_the_week_goes_once_and_a_paused_party_gets_nothing() {
    in_town(async |town: Town| {
        let monday = at("2025-12-01T09:00:00Z");
        let set = async |intake: Intake| {
            let mut tx = town.db.begin().await.expect("a transaction");
            intakes::save(&mut tx, &machine(), town.receiver.party, &intake, THEN).await.expect("saved");
            tx.commit().await.expect("committed");
        };
        let offer = async |word, now| {
            handover::offer(&town.db, &machine(), &town.new_handover(word, now), None)
                .await
                .expect("a database")
        };
        set(Intake { per_week: Some(2), ..Intake::default() }).await;
        let first = town.offered(0, THEN).await;
        assert_eq!(offer(1, THEN).await, Ok(()));
        let full = Err(NotOffered::Closed(Closed::Full(day("2025-12-01"))));
        assert_eq!(offer(2, THEN).await, full);
        // One that was declined takes no place, and is counted in how often one was asked.
        town.does(first, (Decline, Receiver), THEN).await;
        assert_eq!(offer(2, THEN).await, Ok(()));
        assert_eq!(offer(3, THEN).await, full);
        assert_eq!(offer(3, monday).await, Ok(()));
        let weeks = intakes::weeks(&town.db, HERE, town.receiver.party, THEN.minus(HOUR * 24 * 7)).await;
        let counts: Vec<i32> = weeks.expect("weeks").into_iter().map(|(_, offered)| offered).collect();
        assert_eq!(counts, [3, 1]);
        set(Intake { paused_until: Some(day("2025-12-24")), ..Intake::default() }).await;
        assert_eq!(offer(4, monday).await, Err(NotOffered::Closed(Closed::Paused(day("2025-12-24")))));
        set(Intake {
            themes: vec![directory::theme::Theme::parse("wonen").expect("a theme")],
            ..Intake::default()
        })
        .await;
        assert_eq!(offer(4, monday).await, Err(NotOffered::Closed(Closed::Theme)));
    })
    .await;
}

#[tokio::test]
async fn two_open_handovers_of_a_party_never_have_the_same_word() {
    in_town(async |town: Town| {
        let id = town.offered(5, THEN).await;
        let same = town.new_handover(5, THEN);
        let offered = handover::offer(&town.db, &machine(), &same, None).await.expect("a database");
        assert_eq!(offered, Err(NotOffered::WordInUse));
        let word = CodeWord::all().nth(9).expect("a word");
        let changed = handover::another_word(&town.db, &machine(), id, 0, word, THEN).await;
        assert!(matches!(changed, Ok(Reworded::Done(handover)) if handover.code_word == word));
        // Once it is accepted the other wrote it down.
        town.does(id, (Accept, Receiver), THEN).await;
        let later = handover::another_word(&town.db, &machine(), id, 2, same.code_word, THEN).await;
        assert!(matches!(later, Ok(Reworded::Quicker(handover)) if handover.code_word == word));
    })
    .await;
}

#[tokio::test]
async fn a_question_back_is_no_answer_yet_and_what_is_said_after_it_is() {
    in_town(async |town: Town| {
        let id = town.offered(7, THEN).await;
        let answered = async || -> Option<Option<Moment>> {
            let sql = "select answered_at from contacts_contact where municipality_id = $1 and id = $2";
            town.db.read(sql).bind(HERE).bind(id).optional_scalar().await.expect("a contact")
        };
        town.does(id, (Ask, Receiver), THEN.plus(HOUR)).await;
        assert_eq!(answered().await, Some(None));
        town.does(id, (Answer, Giver), THEN.plus(HOUR * 2)).await;
        town.does(id, (Accept, Receiver), THEN.plus(HOUR * 3)).await;
        assert_eq!(answered().await, Some(Some(THEN.plus(HOUR * 3))));
    })
    .await;
}
