//! Two people and a clock at once in one database: accepted twice, late and answered, never both; and a stop always holds.

use std::time::Duration;

use directory::neighbourhood::HERE;
use ground::db::testing::THEN;
use ground::id::Id;

use super::{Town, at, in_town};
use crate::clock::terms_passed;
use crate::handover::{Handover, Stepped};
use crate::story::Step::{Accept, Decline, Stop};
use crate::story::Who::{self, Giver, Receiver};
use crate::story::{State, Step, next};

/// What two do at the same moment; None is the clock.
const RACES: [[Option<(Step, Who)>; 2]; 5] = [
    [Some((Accept, Receiver)), Some((Accept, Receiver))],
    [Some((Accept, Receiver)), Some((Stop, Giver))],
    [Some((Accept, Receiver)), Some((Decline, Receiver))],
    [Some((Stop, Giver)), Some((Stop, Receiver))],
    [Some((Accept, Receiver)), None],
];

async fn act(town: &Town, id: Id<Handover>, what: Option<(Step, Who)>) -> bool {
    let now = at("2025-12-02T16:00:00Z");
    match what {
        Some(step) => matches!(town.taps(id, 0, step, now).await, Stepped::Done(_)),
        None => {
            terms_passed(&town.db, HERE, now).await.expect("a database");
            true
        }
    }
}

/// Runs one race and looks what came of it.
async fn race(town: &Town, round: usize) {
    let pair = RACES[round % RACES.len()];
    let new = town.new_handover(round % 290, THEN.minus(Duration::from_secs(1)));
    let id = new.id;
    crate::handover::offer(&town.db, &super::machine(), &new, None).await.expect("a database").expect("room");
    let both = pair.map(|what| {
        let town = town.clone();
        tokio::spawn(async move { act(&town, id, what).await })
    });
    let mut won = 0;
    for (one, what) in both.into_iter().zip(pair) {
        won += usize::from(one.await.expect("a racer") && what.is_some());
    }
    let stops = pair.iter().flatten().filter(|(step, _)| *step == Stop).count();
    // Only the resident's word comes after what somebody else did.
    let most = if stops == 1 { 2 } else { 1 };
    assert!((1..=most).contains(&won), "{pair:?}: two were first, or nobody was");
    let (end, history) = (town.find(id).await, town.history(id).await);
    // What is written is a walk through the table, and ends where the row says that it stands.
    let mut at = None;
    for done in &history {
        at = Some(next(at, done.step, done.who).unwrap_or_else(|no| panic!("{pair:?}: {history:?}: {no:?}")));
    }
    let late = end.state.late();
    assert!(at == Some(end.state) || late, "{pair:?}: {:?} after {history:?}", end.state);
    assert_eq!((history.len(), usize::try_from(end.version)), (1 + won, Ok(won)), "{pair:?}");
    assert!(stops == 0 || end.state == State::Stopped, "{pair:?}: {history:?}");
    if end.state.open() {
        // Out of the way of the next one.
        town.does(id, (Stop, Giver), THEN).await;
    } else {
        assert!(matches!(end.state, State::Stopped | State::Declined), "{pair:?}: {:?}", end.state);
    }
}

async fn races(rounds: usize) {
    in_town(async |town: Town| {
        for round in 0..rounds {
            race(&town, round).await;
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_two_at_once_one_is_first_and_no_history_comes_of_it_that_cannot_be() {
    races(150).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
#[ignore = "takes minutes: ten thousand races in a database"]
async fn ten_thousand_races_give_no_history_that_cannot_be() {
    races(10_000).await;
}
