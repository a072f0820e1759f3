//! What a question leaves behind as a contact: who answered, of which party, and whether it was in time.

use std::time::Duration;

use directory::neighbourhood::HERE;
use directory::party::Party;
use directory::wording::Name;
use ground::db::testing::THEN;
use ground::id::Id;
use ground::moment::Moment;
use people::person::{Person, store as persons};

use super::{Town, at, in_town, machine};
use crate::clock::terms_passed;
use crate::question::{Question, Side, Stepped};
use crate::story::State;
use crate::story::Step::{Answer, AskBack, Decline, GiveBack, Reopen, Reply, Take, Withdraw};
use crate::story::Who::{Asked, Asker, Neighbour};
use crate::story::{Step, Who};

const HOUR: Duration = Duration::from_secs(3600);

/// The end of the term of what is asked at [`THEN`].
fn term() -> Moment {
    at("2025-12-02T16:00:00Z")
}

#[derive(sqlx::FromRow, Debug, PartialEq)]
struct Left {
    to_party: Id<Party>,
    answered_at: Option<Moment>,
    in_time: Option<bool>,
}

impl Town {
    /// Those who ask and answer are people that Samenspel knows.
    async fn knows_them(&self) {
        let mut tx = self.db.begin().await.expect("a transaction");
        for side in [self.asker, self.asked, self.neighbour] {
            let (id, name) = (side.person.expect("somebody"), Name::parse("Iemand").expect("a name"));
            let person = Person { id, name, created_at: THEN };
            persons::add(&mut tx, &machine(), &person).await.expect("a person");
        }
        tx.commit().await.expect("committed");
    }

    async fn does(&self, id: Id<Question>, step: (Step, Who), now: Moment) {
        let version = self.find(id).await.version;
        assert!(matches!(self.taps(id, version, step, now).await, Stepped::Done), "{step:?}");
    }

    async fn left(&self, id: Id<Question>) -> Option<Left> {
        let sql = "select to_party, answered_at, in_time from contacts_contact \
                   where municipality_id = $1 and id = $2";
        self.db.read(sql).bind(HERE).bind(id).optional().await.expect("a contact")
    }

    async fn with(&self, id: Id<Question>) -> Option<Id<Person>> {
        let sql = "select person_id from contacts_person \
                   where municipality_id = $1 and contact_id = $2 and part = 'to'";
        self.db.read(sql).bind(HERE).bind(id).optional_scalar().await.expect("a person")
    }
}

const fn left(side: Side, answered_at: Option<Moment>, in_time: Option<bool>) -> Option<Left> {
    Some(Left { to_party: side.party, answered_at, in_time })
}

#[tokio::test]
async fn whoever_answers_for_a_party_that_was_asked_as_a_whole_is_who_it_was_with() {
    in_town(async |town: Town| {
        town.knows_them().await;
        for step in [Answer, Decline] {
            let id = town.asks(false, THEN).await;
            assert_eq!((town.left(id).await, town.with(id).await), (left(town.asked, None, None), None));
            town.does(id, (step, Asked), THEN.plus(HOUR)).await;
            assert_eq!(town.left(id).await, left(town.asked, Some(THEN.plus(HOUR)), Some(true)));
            assert_eq!(town.with(id).await, town.asked.person, "{step:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn what_is_given_back_is_with_the_party_that_takes_it_then_and_not_late_for_the_one_before() {
    in_town(async |town: Town| {
        town.knows_them().await;
        let id = town.asks(true, THEN).await;
        assert_eq!(town.left(id).await, None, "nobody has to do with it yet");
        town.does(id, (Take, Neighbour), THEN).await;
        assert_eq!(town.left(id).await, left(town.neighbour, None, None));
        assert_eq!(town.with(id).await, town.neighbour.person);
        terms_passed(&town.db, HERE, term()).await.expect("a round");
        assert_eq!(town.left(id).await, left(town.neighbour, None, Some(false)));
        town.does(id, (GiveBack, Neighbour), term()).await;
        town.does(id, (Take, Asked), term()).await;
        assert_eq!(town.left(id).await, left(town.asked, None, None));
        town.does(id, (Answer, Asked), term().plus(HOUR)).await;
        assert_eq!(town.left(id).await, left(town.asked, Some(term().plus(HOUR)), Some(true)));
        assert_eq!(town.with(id).await, town.asked.person);
    })
    .await;
}

#[tokio::test]
async fn a_term_that_passes_while_nobody_has_it_is_late_for_nobody() {
    in_town(async |town: Town| {
        let (open, back) = (town.asks(true, THEN).await, town.asks(true, THEN).await);
        town.does(back, (Take, Neighbour), THEN).await;
        town.does(back, (GiveBack, Neighbour), THEN).await;
        terms_passed(&town.db, HERE, term().plus(HOUR * 1_000)).await.expect("a round");
        assert_eq!(town.find(back).await.state, State::Unanswered);
        assert_eq!(town.left(open).await, None);
        assert_eq!(town.left(back).await, left(town.neighbour, None, None));
    })
    .await;
}

#[tokio::test]
async fn a_term_that_passed_makes_late_for_ever_and_what_is_withdrawn_before_it_is_neither() {
    in_town(async |town: Town| {
        let (late, withdrawn) = (town.asks(false, THEN).await, town.asks(false, THEN).await);
        town.does(withdrawn, (Withdraw, Asker), THEN.plus(HOUR)).await;
        terms_passed(&town.db, HERE, term()).await.expect("a round");
        assert_eq!(town.left(withdrawn).await, left(town.asked, None, None));
        assert_eq!(town.left(late).await, left(town.asked, None, Some(false)));
        town.does(late, (Answer, Asked), term()).await;
        assert_eq!(town.left(late).await, left(town.asked, Some(term()), Some(false)));
    })
    .await;
}

#[tokio::test]
async fn who_asks_something_back_is_not_late_when_whoever_asked_is() {
    in_town(async |town: Town| {
        let id = town.asks(false, THEN).await;
        town.does(id, (AskBack, Asked), THEN.plus(HOUR)).await;
        terms_passed(&town.db, HERE, term().plus(HOUR * 1_000)).await.expect("a round");
        assert_eq!(town.find(id).await.state, State::AskedBackLate);
        assert_eq!(town.left(id).await, left(town.asked, None, None));
        town.does(id, (Reply, Asker), term().plus(HOUR * 1_001)).await;
        let answered = term().plus(HOUR * 1_002);
        town.does(id, (Answer, Asked), answered).await;
        assert_eq!(town.left(id).await, left(town.asked, Some(answered), Some(true)));
    })
    .await;
}

#[tokio::test]
async fn what_is_asked_once_more_changes_nothing_about_the_first_answer() {
    in_town(async |town: Town| {
        let id = town.asks(false, THEN).await;
        town.does(id, (Answer, Asked), THEN.plus(HOUR)).await;
        let first = town.left(id).await;
        town.does(id, (Reopen, Asker), THEN.plus(HOUR * 2)).await;
        // Late this time, and then answered as well.
        terms_passed(&town.db, HERE, term().plus(HOUR * 1_000)).await.expect("a round");
        assert_eq!(town.left(id).await, first);
        town.does(id, (Answer, Asked), term().plus(HOUR * 1_001)).await;
        assert_eq!(town.left(id).await, first);
        assert_eq!(first, left(town.asked, Some(THEN.plus(HOUR)), Some(true)));
    })
    .await;
}
