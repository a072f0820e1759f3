//! The first answer decides, who went stays away, and whoever takes it over is who it is with.

use std::time::Duration;

use access::Role;
use directory::neighbourhood::HERE;
use directory::party::{Party, Sphere};
use ground::db::testing::THEN;
use ground::id::Id;
use ground::moment::Moment;
use people::person::Person;

use super::{Town, machine, towns};
use crate::contact::store::own;
use crate::{Contact, erase, erase_all, met, taken, term_passed};

const HOUR: Duration = Duration::from_secs(3600);

/// As somebody of a party has it in the hand.
fn of(contact: &Contact, party: Id<Party>, sphere: Sphere, person: Id<Person>, role: Role) -> Contact {
    let mut one = contact.clone();
    (one.to.party, one.to.sphere, one.to.person, one.to.role) = (party, sphere, Some(person), Some(role));
    one
}

impl Town {
    async fn takes(&self, contact: &Contact, now: Moment) {
        self.within(async |tx| taken(tx, &machine(), contact, now).await.unwrap()).await;
    }

    async fn passes(&self, contact: &Contact, now: Moment) {
        self.within(async |tx| term_passed(tx, &machine(), contact.id, now).await.unwrap()).await;
    }
}

#[tokio::test]
async fn the_first_answer_decides_whatever_is_answered_after_it() {
    towns(async |town: Town| {
        let asked = town.asked(THEN);
        let first = town.answered(&asked, true);
        let mut second = town.answered(&asked, false);
        second.answered_at = Some(THEN.plus(HOUR * 100));
        (second.to.person, second.to.role) = (Some(town.people[2]), Some(Role::Coordinator));
        town.write(&[asked.clone(), first.clone(), second]).await;
        let stands = town.stands(&asked).await;
        assert_eq!((stands.answered_at, stands.in_time), (first.answered_at, Some(true)));
        assert_eq!(stands.to_role.as_deref(), Some(Role::Professional.word()));
        assert_eq!(town.numbers().await, [1, 1, 1], "who answered first, and the broker once");
    })
    .await;
}

#[tokio::test]
async fn that_both_sat_together_is_told_to_who_is_in_it_and_the_first_day_stays() {
    towns(async |town: Town| {
        let asked = town.asked(THEN);
        town.write(std::slice::from_ref(&asked)).await;
        for days in [3, 9] {
            let day = THEN.day().plus_days(days);
            town.within(async |tx| met(tx, &machine(), asked.id, day).await.unwrap()).await;
        }
        let (_, mine) = own(&town.db, HERE, town.people[0], (1, 50)).await.unwrap();
        assert_eq!(mine[0].met_on, Some(THEN.day().plus_days(3)));
    })
    .await;
}

#[tokio::test]
async fn an_answer_after_the_term_stays_late_and_has_its_moment() {
    towns(async |town: Town| {
        let asked = town.asked(THEN);
        town.write(std::slice::from_ref(&asked)).await;
        town.passes(&asked, THEN.plus(HOUR)).await;
        town.write(&[town.answered(&asked, true)]).await;
        let stands = town.stands(&asked).await;
        assert_eq!((stands.answered_at, stands.in_time), (Some(THEN.plus(HOUR)), Some(false)));
    })
    .await;
}

#[tokio::test]
async fn who_took_it_and_took_oneself_out_stays_out_when_answering() {
    towns(async |town: Town| {
        let [_, hers, _] = town.people;
        for all in [false, true] {
            let asked = town.asked(THEN);
            let one = of(&asked, town.formal, Sphere::Formal, hers, Role::Professional);
            town.takes(&one, THEN).await;
            assert_eq!(town.numbers().await[1], 1);
            if all {
                assert_eq!(town.within(async |tx| erase_all(tx, &machine(), hers).await.unwrap()).await, 1);
            } else {
                assert!(town.within(async |tx| erase(tx, &machine(), hers, one.id).await.unwrap()).await);
            }
            // Given back, taken by the same party once more, and answered.
            town.takes(&one, THEN.plus(HOUR)).await;
            town.write(&[town.answered(&one, true)]).await;
            assert_eq!(town.numbers().await[1], 0);
            assert_eq!(town.stands(&asked).await.in_time, Some(true), "the answer counts");
        }
    })
    .await;
}

#[tokio::test]
async fn what_one_party_gives_back_and_another_takes_is_a_contact_with_the_other() {
    towns(async |town: Town| {
        let [_, first, second] = town.people;
        let other = Id::new(THEN);
        let asked = Contact { through: None, ..town.asked(THEN) };
        town.takes(&of(&asked, town.formal, Sphere::Formal, first, Role::Professional), THEN).await;
        assert_eq!(town.numbers().await, [1, 1, 0]);
        // Late with the first; that says nothing of the second.
        town.passes(&asked, THEN.plus(HOUR)).await;
        let with_other = of(&asked, other, Sphere::Informal, second, Role::Guide);
        town.takes(&with_other, THEN.plus(HOUR * 2)).await;
        assert_eq!(town.numbers().await, [1, 0, 1]);
        let stands = town.stands(&asked).await;
        assert_eq!((stands.to_party, stands.to_sphere.as_str()), (other, Sphere::Informal.word()));
        assert_eq!((stands.to_role.as_deref(), stands.in_time), (Some(Role::Guide.word()), None));
        let mut answer = with_other.clone();
        (answer.answered_at, answer.in_time) = (Some(THEN.plus(HOUR * 3)), Some(true));
        town.write(&[answer]).await;
        assert_eq!(town.stands(&asked).await.in_time, Some(true));
        // Answered is answered: nobody takes it over any more.
        town.takes(&of(&asked, town.formal, Sphere::Formal, first, Role::Professional), THEN.plus(HOUR * 4))
            .await;
        assert_eq!((town.stands(&asked).await.to_party, town.numbers().await), (other, [1, 0, 1]));
    })
    .await;
}

#[tokio::test]
async fn who_went_from_one_party_keeps_nobody_of_the_next_out() {
    towns(async |town: Town| {
        let [_, first, second] = town.people;
        let asked = Contact { through: None, ..town.asked(THEN) };
        town.takes(&of(&asked, town.formal, Sphere::Formal, first, Role::Professional), THEN).await;
        assert!(town.within(async |tx| erase(tx, &machine(), first, asked.id).await.unwrap()).await);
        town.takes(&of(&asked, Id::new(THEN), Sphere::Informal, second, Role::Guide), THEN.plus(HOUR)).await;
        assert_eq!(town.numbers().await, [1, 0, 1]);
    })
    .await;
}

#[tokio::test]
async fn what_a_shown_number_counted_as_late_stays_with_whom_it_was_late() {
    towns(async |town: Town| {
        let [_, first, second] = town.people;
        let july = ground::moment::Day::new(2025, 7, 1).unwrap().begins();
        let asked = Contact { through: None, ..town.asked(july) };
        town.takes(&of(&asked, town.formal, Sphere::Formal, first, Role::Professional), july).await;
        town.passes(&asked, july.plus(HOUR)).await;
        let late = of(&asked, Id::new(THEN), Sphere::Informal, second, Role::Guide);
        town.takes(&late, THEN).await;
        town.write(&[Contact { answered_at: Some(THEN.plus(HOUR)), in_time: Some(true), ..late }]).await;
        let stands = town.stands(&asked).await;
        assert_eq!((stands.to_party, stands.in_time), (town.formal, Some(false)));
        assert_eq!(town.numbers().await, [1, 1, 0]);
    })
    .await;
}

#[tokio::test]
async fn of_two_colleagues_the_one_who_answers_is_in_it() {
    towns(async |town: Town| {
        let [_, takes, answers] = town.people;
        let asked = Contact { through: None, ..town.asked(THEN) };
        town.takes(&of(&asked, town.formal, Sphere::Formal, takes, Role::Coordinator), THEN).await;
        let mut answer = of(&asked, town.formal, Sphere::Formal, answers, Role::Professional);
        (answer.answered_at, answer.in_time) = (Some(THEN.plus(HOUR)), Some(true));
        town.write(&[answer]).await;
        assert_eq!(town.numbers().await, [1, 0, 1]);
    })
    .await;
}
