//! The clock says each thing once: however often one looks, with two servers, after a leap, around summer time.

use directory::neighbourhood::HERE;
use exchange::Stage;
use ground::db::testing::THEN;
use ground::moment::Moment;

use super::{Town, at, in_town};
use crate::clock::terms_passed;
use crate::story::State;
use crate::story::Step::{Accept, Answer, Ask, Confirm, ProposeOtherwise, SatTogether, StayUntil};
use crate::story::Who::{Giver, Receiver};

async fn looks(town: &Town, now: Moment) -> Vec<Stage> {
    let round = terms_passed(&town.db, HERE, now).await.expect("a database");
    round.into_iter().map(|(_, stage)| stage).collect()
}

async fn nudges(town: &Town) -> i64 {
    let sql = "select count(*) from handovers_nudge where municipality_id = $1";
    town.db.read(sql).bind(HERE).scalar().await.expect("a count")
}

#[tokio::test]
async fn half_term_and_coordinator_are_each_said_once_and_nothing_closes() {
    in_town(async |town: Town| {
        let mut new = town.new_handover(0, THEN);
        new.term = new.term.map(|term| crate::handover::Term { tell: at("2025-12-04T16:00:00Z"), ..term });
        crate::handover::offer(&town.db, &super::machine(), &new, None)
            .await
            .expect("a database")
            .expect("room");
        let id = new.id;
        // Offered on Wednesday 25 November: half at Friday the 28th at nine, the end on Tuesday 2 December at five.
        for (now, said) in [
            ("2025-11-28T07:59:59Z", vec![]),
            ("2025-11-28T08:00:00Z", vec![Stage::Half]),
            ("2025-11-28T09:00:00Z", vec![]),
            ("2025-12-02T15:59:59Z", vec![]),
            ("2025-12-02T16:00:00Z", vec![Stage::Term]),
            ("2025-12-02T17:00:00Z", vec![]),
            ("2025-12-04T16:00:00Z", vec![Stage::Coordinator]),
            ("2025-12-31T16:00:00Z", vec![]),
            // Set back: what was said stays said.
            ("2025-11-28T08:00:00Z", vec![]),
            ("2025-12-02T16:00:00Z", vec![]),
        ] {
            assert_eq!(looks(&town, at(now)).await, said, "{now}");
        }
        let late = town.find(id).await;
        assert_eq!((late.state, late.version, late.closed_at), (State::OfferedLate, 0, None));
        assert_eq!(town.history(id).await.len(), 1, "being late is no step of anybody");
        // Whoever looks at the page of before the term can still answer from it.
        assert_eq!(
            town.does(id, (Accept, Receiver), at("2026-01-05T09:00:00Z")).await.state,
            State::Accepted
        );
    })
    .await;
}

#[tokio::test]
async fn each_turn_has_its_own_term_and_an_answer_in_time_silences_the_clock() {
    in_town(async |town: Town| {
        let id = town.offered(0, THEN).await;
        assert_eq!(looks(&town, at("2025-11-28T09:00:00Z")).await, [Stage::Half]);
        town.does(id, (Ask, Receiver), at("2025-12-02T15:00:00Z")).await;
        // Now the giver has the term of the area.
        assert_eq!(looks(&town, at("2025-12-05T08:00:00Z")).await, [Stage::Half]);
        assert_eq!(looks(&town, at("2025-12-09T16:00:00Z")).await, [Stage::Term]);
        let late = town.find(id).await;
        assert_eq!((late.state, late.version, late.closed_at), (State::AskedLate, 1, None));
        assert_eq!(looks(&town, at("2025-12-11T16:00:00Z")).await, [Stage::Coordinator]);
        assert_eq!(looks(&town, at("2025-12-20T09:00:00Z")).await, []);
        town.does(id, (Answer, Giver), at("2026-01-05T09:00:00Z")).await;
        assert_eq!(looks(&town, at("2026-01-08T09:00:00Z")).await, [Stage::Half]);
        town.does(id, (Accept, Receiver), at("2026-01-09T09:00:00Z")).await;
        assert_eq!(looks(&town, at("2026-01-12T17:00:00Z")).await, []);
        assert_eq!(looks(&town, at("2026-01-23T16:00:00Z")).await, [Stage::Term]);
        assert_eq!(town.find(id).await.state, State::AcceptedLate);
        town.does(id, (SatTogether, Receiver), at("2026-01-26T09:00:00Z")).await;
        assert_eq!(town.find(id).await.state, State::ReceiverSatLate);
        town.does(id, (Confirm, Giver), at("2026-01-26T10:00:00Z")).await;
        assert_eq!(looks(&town, at("2026-06-01T09:00:00Z")).await, []);
        assert_eq!(nudges(&town).await, 6);
    })
    .await;
}

#[tokio::test]
async fn what_was_proposed_otherwise_has_a_term_and_what_was_before_that_was_so_has_none() {
    in_town(async |town: Town| {
        let (old, new) = (town.offered(0, THEN).await, town.offered(1, THEN).await);
        for id in [old, new] {
            town.does(id, (ProposeOtherwise, Receiver), THEN).await;
        }
        let sql = "update handovers_handover set half_at = null, term_at = null, tell_at = null \
                   where municipality_id = $1 and id = $2";
        town.db.write(sql).bind(HERE).bind(old).execute().await.expect("a row");
        assert_eq!(looks(&town, at("2025-12-02T16:00:00Z")).await, [Stage::Term]);
        let state = async |id| town.find(id).await.state;
        assert_eq!((state(old).await, state(new).await), (State::Countered, State::CounteredLate));
        // Late or not, the giver answers; from then on both have a term.
        for id in [old, new] {
            town.does(id, (Answer, Giver), at("2025-12-03T09:00:00Z")).await;
        }
        assert_eq!(looks(&town, at("2025-12-10T16:00:00Z")).await, [Stage::Term, Stage::Term]);
    })
    .await;
}

#[tokio::test]
async fn who_was_introduced_waits_for_no_answer_and_the_clock_is_silent() {
    in_town(async |town: Town| {
        let id = town.offered(0, THEN).await;
        for step in [(Accept, Receiver), (SatTogether, Giver), (Confirm, Receiver)] {
            town.does(id, step, THEN).await;
        }
        assert_eq!(looks(&town, at("2026-06-01T09:00:00Z")).await, []);
        town.does(id, (StayUntil, Giver), THEN).await;
        assert_eq!(looks(&town, at("2026-12-01T09:00:00Z")).await, []);
        assert_eq!(town.find(id).await.state, State::Accompanied);
    })
    .await;
}

#[tokio::test]
async fn a_clock_that_leapt_over_half_and_term_says_the_last_only() {
    in_town(async |town: Town| {
        town.offered(0, THEN).await;
        assert_eq!(looks(&town, at("2026-11-25T09:00:00Z")).await, [Stage::Term, Stage::Coordinator]);
        assert_eq!(looks(&town, THEN).await, []);
        assert_eq!(nudges(&town).await, 2);
    })
    .await;
}

#[tokio::test]
async fn many_servers_that_look_at_the_same_moment_say_it_once() {
    in_town(async |town: Town| {
        for word in 0..12 {
            town.offered(word, THEN).await;
        }
        let now = at("2025-12-02T16:00:00Z");
        let servers = (0..6).map(|_| {
            let town = town.clone();
            tokio::spawn(async move { looks(&town, now).await })
        });
        let mut said = Vec::new();
        for server in servers.collect::<Vec<_>>() {
            said.extend(server.await.expect("a server"));
        }
        said.sort();
        let (terms, told): (Vec<_>, Vec<_>) = said.into_iter().partition(|stage| *stage == Stage::Term);
        assert_eq!((terms.len(), told.len()), (12, 12));
        assert_eq!(nudges(&town).await, 24);
    })
    .await;
}

#[tokio::test]
async fn through_the_nights_in_which_the_clocks_change_every_hour_is_looked_at_and_each_thing_said_once() {
    in_town(async |town: Town| {
        // Offered the Wednesday before: the term ends on the Wednesday after, at five by the clock on the wall.
        for (word, offered, until) in [
            (0, "2026-03-25T12:00:00Z", "2026-04-01T15:00:00Z"),
            (1, "2026-10-21T12:00:00Z", "2026-10-28T16:00:00Z"),
        ] {
            let id = town.offered(word, at(offered)).await;
            assert_eq!(town.find(id).await.term.map(|term| term.until), Some(at(until)));
            let mut said = Vec::new();
            for hour in 0..24 * 9 {
                let now = at(offered).plus(std::time::Duration::from_secs(60 * 60 * hour));
                said.extend(looks(&town, now).await);
            }
            assert_eq!(said, [Stage::Half, Stage::Term, Stage::Coordinator]);
        }
    })
    .await;
}
