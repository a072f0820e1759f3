//! What a handover leaves behind as a contact: who answered, and whether it was in time.

use std::time::Duration;

use directory::neighbourhood::HERE;
use directory::wording::Name;
use ground::db::testing::THEN;
use ground::id::Id;
use ground::moment::{Day, Moment};
use people::person::{Person, store as persons};

use super::{Town, at, in_town, machine};
use crate::clock::terms_passed;
use crate::handover::{self, Handover, Side, Stepped, Wish};
use crate::story::State;
use crate::story::Step::{Accept, Answer, Confirm, Decline, NotYet, ProposeOtherwise, SatTogether, Stop};
use crate::story::Who::{Giver, Receiver};

const HOUR: Duration = Duration::from_secs(3600);

/// The end of the term for an answer to what is offered at [`THEN`].
fn term() -> Moment {
    at("2025-12-02T16:00:00Z")
}

impl Town {
    async fn knows(&self, side: Side) {
        let mut tx = self.db.begin().await.expect("a transaction");
        let (id, name) = (side.person.expect("somebody"), Name::parse("Iemand").expect("a name"));
        let person = Person { id, name, created_at: THEN };
        persons::add(&mut tx, &machine(), &person).await.expect("a person");
        tx.commit().await.expect("committed");
    }

    /// When it was answered, and whether that was in time.
    async fn left(&self, id: Id<Handover>) -> (Option<Moment>, Option<bool>) {
        let sql = "select answered_at, in_time from contacts_contact where municipality_id = $1 and id = $2";
        self.db.read(sql).bind(HERE).bind(id).one().await.expect("a contact")
    }

    async fn with(&self, id: Id<Handover>) -> Option<Id<Person>> {
        let sql = "select person_id from contacts_person \
                   where municipality_id = $1 and contact_id = $2 and part = 'to'";
        self.db.read(sql).bind(HERE).bind(id).optional_scalar().await.expect("a person")
    }
}

#[tokio::test]
async fn whoever_says_yes_or_no_or_something_else_is_who_it_was_with() {
    in_town(async |town: Town| {
        town.knows(town.receiver).await;
        for (word, step) in [(0, Accept), (1, Decline), (2, ProposeOtherwise)] {
            let id = town.offered(word, THEN).await;
            assert_eq!((town.left(id).await, town.with(id).await), ((None, None), None));
            town.does(id, (step, Receiver), THEN.plus(HOUR)).await;
            assert_eq!(town.left(id).await, (Some(THEN.plus(HOUR)), Some(true)), "{step:?}");
            assert_eq!(town.with(id).await, town.receiver.person, "{step:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_first_answer_decides_also_when_a_colleague_accepts_later() {
    in_town(async |town: Town| {
        town.knows(town.receiver).await;
        let colleague = Side { person: Some(Id::new(THEN)), ..town.receiver };
        town.knows(colleague).await;
        let id = town.offered(0, THEN).await;
        town.does(id, (ProposeOtherwise, Receiver), THEN.plus(HOUR)).await;
        let version = town.does(id, (Answer, Giver), THEN.plus(HOUR * 2)).await.version;
        let now = THEN.plus(HOUR * 1_000);
        let day = Some(now.day().plus_days(1));
        let wish = Wish { step: Accept, by: colleague, version, words: None, day, went: None };
        let accepted = handover::step(&town.db, &machine(), id, &wish, &super::TERMS, now).await;
        assert!(matches!(accepted, Ok(Stepped::Done(_))));
        assert_eq!(town.left(id).await, (Some(THEN.plus(HOUR)), Some(true)));
        assert_eq!(town.with(id).await, town.receiver.person);
    })
    .await;
}

#[tokio::test]
async fn that_both_sat_together_is_in_the_contact_once_both_said_so_and_never_before() {
    in_town(async |town: Town| {
        let id = town.offered(0, THEN).await;
        let met = async || -> Option<Day> {
            let sql = "select met_on from contacts_contact where municipality_id = $1 and id = $2";
            town.db.read(sql).bind(HERE).bind(id).scalar().await.expect("a contact")
        };
        town.does(id, (Accept, Receiver), THEN).await;
        town.does(id, (SatTogether, Giver), THEN).await;
        town.does(id, (NotYet, Receiver), THEN).await;
        town.does(id, (SatTogether, Receiver), THEN.plus(HOUR * 24)).await;
        assert_eq!(met().await, None);
        let confirmed = THEN.plus(HOUR * 48);
        town.does(id, (Confirm, Giver), confirmed).await;
        assert_eq!(met().await, Some(confirmed.day()));
        // Whether the answer was in time stays as it was.
        assert_eq!(town.left(id).await, (Some(THEN), Some(true)));
    })
    .await;
}

#[tokio::test]
async fn what_the_resident_stops_within_the_term_is_late_for_nobody_and_after_it_it_is() {
    in_town(async |town: Town| {
        let [stopped, late, ended] =
            [town.offered(0, THEN).await, town.offered(1, THEN).await, town.offered(2, THEN).await];
        town.does(stopped, (Stop, Giver), THEN.plus(HOUR)).await;
        for _ in 0..2 {
            terms_passed(&town.db, HERE, term()).await.expect("a round");
        }
        town.does(ended, (Stop, Giver), term()).await;
        town.does(late, (Accept, Receiver), term().plus(HOUR)).await;
        assert_eq!(town.left(stopped).await, (None, None));
        assert_eq!(town.left(ended).await, (None, Some(false)));
        assert_eq!(town.left(late).await, (Some(term().plus(HOUR)), Some(false)));
    })
    .await;
}

#[tokio::test]
async fn a_first_conversation_that_is_late_leaves_the_answer_in_time() {
    in_town(async |town: Town| {
        let id = town.offered(0, THEN).await;
        town.does(id, (Accept, Receiver), THEN.plus(HOUR)).await;
        terms_passed(&town.db, HERE, term().plus(HOUR * 2_000)).await.expect("a round");
        assert_eq!(town.find(id).await.state, State::AcceptedLate);
        assert_eq!(town.left(id).await, (Some(THEN.plus(HOUR)), Some(true)));
    })
    .await;
}
