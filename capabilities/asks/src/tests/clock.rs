//! The clock says each thing of a question once: however often one looks, with two servers, after a leap.

use directory::neighbourhood::HERE;
use exchange::Stage;
use ground::db::testing::THEN;
use ground::moment::Moment;

use super::{Town, at, in_town};
use crate::clock::terms_passed;
use crate::question::Stepped;
use crate::story::State;
use crate::story::Step::{Answer, AskBack, Reply};
use crate::story::Who::{Asked, Asker};

async fn looks(town: &Town, now: Moment) -> Vec<Stage> {
    let round = terms_passed(&town.db, HERE, now).await.expect("a database");
    round.into_iter().map(|(_, stage)| stage).collect()
}

#[tokio::test]
async fn half_the_whole_and_whoever_coordinates_are_each_told_once() {
    in_town(async |town: Town| {
        let id = town.asks(false, THEN).await;
        for (now, said) in [
            ("2025-11-27T12:00:00Z", vec![]),
            ("2025-11-28T08:00:00Z", vec![Stage::Half]),
            ("2025-11-28T08:00:00Z", vec![]),
            ("2025-12-02T16:00:00Z", vec![Stage::Term]),
            ("2025-12-03T16:00:00Z", vec![]),
            ("2025-12-04T16:00:00Z", vec![Stage::Coordinator]),
            ("2026-06-01T16:00:00Z", vec![]),
        ] {
            assert_eq!(looks(&town, at(now)).await, said, "{now}");
        }
        assert_eq!(town.find(id).await.state, State::Unanswered, "late, and not closed");
    })
    .await;
}

#[tokio::test]
async fn who_answers_from_a_page_that_was_opened_before_the_term_is_not_too_late() {
    in_town(async |town: Town| {
        let id = town.asks(false, THEN).await;
        let late = at("2025-12-02T16:00:00Z");
        assert_eq!(looks(&town, late).await, [Stage::Term]);
        assert!(matches!(town.taps(id, 0, (Answer, Asked), late).await, Stepped::Done));
        assert_eq!(town.find(id).await.state, State::Answered);
    })
    .await;
}

#[tokio::test]
async fn what_was_asked_back_before_that_had_a_term_has_none_until_it_is_answered() {
    in_town(async |town: Town| {
        let id = town.asks(false, THEN).await;
        town.taps(id, 0, (AskBack, Asked), THEN).await;
        let sql = "update asks_question set half_at = null, term_at = null, tell_at = null \
                   where municipality_id = $1";
        town.db.write(sql).bind(HERE).execute().await.expect("a row");
        assert_eq!(looks(&town, at("2026-06-01T16:00:00Z")).await, []);
        assert_eq!(town.find(id).await.state, State::AskedBack);
        town.taps(id, 1, (Reply, Asker), at("2026-06-01T16:00:00Z")).await;
        assert_eq!(looks(&town, at("2026-07-01T16:00:00Z")).await, [Stage::Term, Stage::Coordinator]);
    })
    .await;
}

#[tokio::test]
async fn two_servers_say_it_once_and_a_new_turn_has_a_clock_of_its_own() {
    in_town(async |town: Town| {
        let id = town.asks(false, THEN).await;
        let half = at("2025-11-28T08:00:00Z");
        let (one, other) = tokio::join!(looks(&town, half), looks(&town, half));
        assert_eq!([one, other].concat(), [Stage::Half]);
        town.taps(id, 0, (AskBack, Asked), half).await;
        // Now whoever asked has the term of the area.
        assert_eq!(looks(&town, at("2025-12-03T08:00:00Z")).await, [Stage::Half]);
        assert_eq!(looks(&town, at("2025-12-05T16:00:00Z")).await, [Stage::Term]);
        let late = town.find(id).await;
        assert_eq!((late.state, late.version, late.closed_at), (State::AskedBackLate, 1, None));
        assert_eq!(looks(&town, at("2025-12-09T16:00:00Z")).await, [Stage::Coordinator]);
        assert_eq!(looks(&town, at("2025-12-20T16:00:00Z")).await, []);
        let again = at("2025-12-22T10:00:00Z");
        assert!(matches!(town.taps(id, 1, (Reply, Asker), again).await, Stepped::Done));
        assert_eq!(looks(&town, again).await, []);
        let (one, other) =
            tokio::join!(looks(&town, at("2026-02-02T16:00:00Z")), looks(&town, at("2026-02-02T16:00:00Z")));
        let mut said = [one, other].concat();
        said.sort_unstable();
        assert_eq!(said, [Stage::Term, Stage::Coordinator], "half is no news any more");
    })
    .await;
}
