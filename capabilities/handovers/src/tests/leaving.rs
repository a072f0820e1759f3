//! A party leaves or turns out to be another: what was open closes or moves along, and both can read why.

use directory::event::Listener as _;
use directory::neighbourhood::HERE;
use exchange::Leaf;
use ground::db::testing::THEN;
use ground::id::Id;

use super::{Town, in_town, machine};
use crate::Parted;
use crate::intake::{Intake, store as intakes};
use crate::list::store as lists;
use crate::story::Step::{Accept, Stop};
use crate::story::Who::{Giver, Receiver};
use crate::story::{State, Step, Who};

const PARTED: Parted = Parted { clock: || THEN };

#[tokio::test]
async fn what_was_open_with_a_party_that_left_closes_with_a_line_for_the_other() {
    in_town(async |town: Town| {
        let (open, ended) = (town.offered(0, THEN).await, town.offered(1, THEN).await);
        town.does(open, (Accept, Receiver), THEN).await;
        town.does(ended, (Stop, Giver), THEN).await;
        let mut tx = town.db.begin().await.expect("a transaction");
        PARTED.left(&mut tx, &machine(), town.receiver.party).await.expect("heard");
        tx.commit().await.expect("committed");
        let left = town.find(open).await;
        assert_eq!((left.state, left.closed_at, left.term), (State::Left, Some(THEN), None));
        let last = town.history(open).await.pop().map(|done| (done.step, done.who));
        assert_eq!(last, Some((Step::Leave, Who::Clock)));
        assert_eq!(town.find(ended).await.state, State::Stopped);
        let weeks = intakes::weeks(
            &town.db,
            HERE,
            town.receiver.party,
            THEN.minus(std::time::Duration::from_secs(700_000)),
        );
        assert_eq!(weeks.await.expect("weeks"), []);
    })
    .await;
}

#[tokio::test]
async fn of_two_parties_that_become_one_the_handovers_go_on_and_what_was_between_them_ends() {
    in_town(async |town: Town| {
        let between = town.offered(0, THEN).await;
        let third = Id::new(THEN);
        let mut outside = town.new_handover(1, THEN);
        outside.receiver.party = third;
        crate::handover::offer(&town.db, &machine(), &outside, None)
            .await
            .expect("a database")
            .expect("room");
        let mut tx = town.db.begin().await.expect("a transaction");
        let limit = Intake { per_week: Some(1), ..Intake::default() };
        intakes::save(&mut tx, &machine(), town.giver.party, &limit, THEN).await.expect("saved");
        PARTED.became_one(&mut tx, &machine(), town.giver.party, town.receiver.party).await.expect("heard");
        tx.commit().await.expect("committed");
        assert_eq!(town.find(between).await.state, State::Left);
        let moved = town.find(outside.id).await;
        assert_eq!((moved.state, moved.giver.party), (State::Offered, town.receiver.party));
        let waits =
            lists::theirs(&town.db, HERE, town.receiver.party, Leaf::first(10)).await.expect("a list").shown;
        assert_eq!(waits.iter().map(|handover| handover.id).collect::<Vec<_>>(), [outside.id]);
        let kept = intakes::find(&town.db, HERE, town.receiver.party).await.expect("an intake");
        assert_eq!(kept.per_week, Some(1), "the one that stays had said nothing itself");
    })
    .await;
}
