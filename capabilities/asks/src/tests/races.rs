//! Two people and a clock at once in one database: taken twice, answered and withdrawn, late and answered; never both.

use std::time::Duration;

use directory::neighbourhood::HERE;
use ground::db::testing::THEN;
use ground::id::Id;

use super::{Town, at, in_town};
use crate::clock::terms_passed;
use crate::question::{Question, Stepped};
use crate::story::Step::{Answer, Decline, Take, TermPassed, Withdraw};
use crate::story::Who::{self, Asked, Asker, Neighbour};
use crate::story::{State, Step, next};

/// What two do at the same moment; None is the clock.
type Pair = [Option<(Step, Who)>; 2];

/// Whether anyone was asked, and who are at it.
const RACES: [(bool, Pair); 6] = [
    (false, [Some((Answer, Asked)), Some((Answer, Asked))]),
    (false, [Some((Answer, Asked)), Some((Withdraw, Asker))]),
    (false, [Some((Answer, Asked)), Some((Decline, Asked))]),
    (false, [Some((Answer, Asked)), None]),
    (true, [Some((Take, Neighbour)), Some((Take, Asked))]),
    (true, [Some((Take, Neighbour)), Some((Withdraw, Asker))]),
];

async fn act(town: &Town, id: Id<Question>, what: Option<(Step, Who)>) -> bool {
    let now = at("2025-12-02T16:00:00Z");
    match what {
        Some(step) => matches!(town.taps(id, 0, step, now).await, Stepped::Done),
        None => {
            terms_passed(&town.db, HERE, now).await.expect("a database");
            true
        }
    }
}

/// Runs one race and looks what came of it.
async fn race(town: &Town, round: usize) {
    let (open, pair) = RACES[round % RACES.len()];
    let id = town.asks(open, THEN.minus(Duration::from_secs(1))).await;
    let both = pair.map(|what| {
        let town = town.clone();
        tokio::spawn(async move { act(&town, id, what).await })
    });
    let mut won = 0;
    for (one, what) in both.into_iter().zip(pair) {
        won += usize::from(one.await.expect("a racer") && what.is_some());
    }
    assert_eq!(won, 1, "{pair:?}: two were first, or nobody was");
    let (end, told) = (town.find(id).await, town.told(id).await);
    // What is written is a walk through the table, and ends where the row says that it stands.
    let mut at = State::Asked;
    for done in &told {
        let who = match done.by {
            None => Who::Clock,
            Some(side) if side == town.asker => Asker,
            Some(_) if done.step == Take => Neighbour,
            Some(_) => Asked,
        };
        at = next(Some(at), done.step, who).unwrap_or_else(|| panic!("{pair:?}: {told:?}"));
    }
    assert_eq!(at, end.state, "{pair:?}: {told:?}");
    let steps = told.iter().filter(|done| done.step != TermPassed).count();
    assert_eq!((steps, end.version), (1, 1), "{pair:?}");
    if end.state.is_open() {
        town.taps(id, 1, (Withdraw, Asker), THEN).await;
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
