//! What is written down once, what leaves with a person, what is counted, and what stays as it was.

mod counted;
mod stays;

use std::time::Duration;

use access::{Permit, Role};
use directory::area::AreaCode;
use directory::event::Listener as _;
use directory::neighbourhood::{HERE, Neighbourhood};
use directory::party::{Party, Sphere};
use directory::theme::Theme;
use directory::wording::Name;
use ground::db::testing::{self, THEN};
use ground::db::{Db, Tx};
use ground::id::Id;
use ground::moment::{Day, Moment};
use jiff::civil::Date;
use people::person::{Person, store as persons};

use crate::contact::store::{Part, own};
use crate::{Contact, Follows, Kind, Quarter, SETTLED, Side, erase, erase_all, record};

const NEIGHBOURHOOD: &str = "BU99010101";

/// Three people and two parties, one of each world.
struct Town {
    db: Db,
    people: [Id<Person>; 3],
    formal: Id<Party>,
    informal: Id<Party>,
}

/// What the database has of it.
#[derive(sqlx::FromRow)]
struct Stands {
    to_party: Id<Party>,
    to_role: Option<String>,
    to_sphere: String,
    answered_at: Option<Moment>,
    in_time: Option<bool>,
}

fn machine() -> Permit {
    Permit::at_the_machine(HERE)
}

async fn towns(story: impl AsyncFn(Town)) {
    for fresh in testing::each(migrations::ALL).await {
        Neighbourhood::new(THEN).settle(&fresh.db).await;
        let people = [1, 2, 3].map(|_| Id::new(THEN));
        let mut tx = fresh.db.begin().await.unwrap();
        for id in people {
            let name = Name::parse("Iemand").unwrap();
            persons::add(&mut tx, &machine(), &Person { id, name, created_at: THEN }).await.unwrap();
        }
        tx.commit().await.unwrap();
        story(Town { db: fresh.db.clone(), people, formal: Id::new(THEN), informal: Id::new(THEN) }).await;
    }
}

impl Town {
    fn asked(&self, at: Moment) -> Contact {
        Contact {
            id: Id::new(at),
            kind: Kind::Question,
            from: Side {
                party: self.informal,
                person: Some(self.people[0]),
                role: Some(Role::Guide),
                sphere: Sphere::Informal,
            },
            to: Side { party: self.formal, person: None, role: None, sphere: Sphere::Formal },
            through: Some(self.people[2]),
            area: AreaCode::parse(NEIGHBOURHOOD).ok(),
            theme: Theme::parse("schulden").unwrap(),
            asked_at: at,
            answered_at: None,
            in_time: None,
        }
    }

    fn answered(&self, asked: &Contact, in_time: bool) -> Contact {
        let mut answered = asked.clone();
        answered.to.person = Some(self.people[1]);
        answered.to.role = Some(Role::Professional);
        answered.answered_at = Some(asked.asked_at.plus(Duration::from_secs(3600)));
        answered.in_time = Some(in_time);
        answered
    }

    async fn write(&self, contacts: &[Contact]) {
        let mut tx = self.db.begin().await.unwrap();
        for contact in contacts {
            record(&mut tx, &machine(), contact).await.unwrap();
        }
        tx.commit().await.unwrap();
    }

    async fn within<T>(&self, deed: impl AsyncFnOnce(&mut Tx) -> T) -> T {
        let mut tx = self.db.begin().await.unwrap();
        let done = deed(&mut tx).await;
        tx.commit().await.unwrap();
        done
    }

    /// How many contacts each of the three is in.
    async fn numbers(&self) -> [i64; 3] {
        let mut found = [0; 3];
        for (at, person) in self.people.iter().enumerate() {
            found[at] = own(&self.db, HERE, *person, (1, 50)).await.unwrap().0;
        }
        found
    }

    async fn stands(&self, contact: &Contact) -> Stands {
        let row = self.db.read(
            "select to_party, to_role, to_sphere, answered_at, in_time from contacts_contact \
             where municipality_id = $1 and id = $2",
        );
        row.bind(HERE).bind(contact.id).one().await.unwrap()
    }

    async fn rows(&self) -> i64 {
        let all = self.db.read("select count(*) from contacts_contact where municipality_id = $1").bind(HERE);
        all.scalar().await.unwrap()
    }
}

#[tokio::test]
async fn a_question_that_is_asked_and_answered_is_one_contact_of_three_people() {
    towns(async |town: Town| {
        let asked = town.asked(THEN);
        town.write(std::slice::from_ref(&asked)).await;
        assert_eq!(town.numbers().await, [1, 0, 1]);
        let answered = town.answered(&asked, true);
        town.write(&[answered.clone(), answered]).await;
        assert_eq!((town.rows().await, town.numbers().await), (1, [1, 1, 1]));
        let (_, mine) = own(&town.db, HERE, town.people[1], (1, 50)).await.unwrap();
        assert!(mine[0].part == Part::To && mine[0].from == town.informal && mine[0].day == THEN.day());
    })
    .await;
}

#[tokio::test]
async fn who_takes_oneself_out_stays_out_whatever_is_written_later() {
    towns(async |town: Town| {
        let (one, other) = (town.asked(THEN), town.asked(THEN));
        let answered = town.answered(&one, true);
        town.write(&[one.clone(), other.clone(), answered.clone()]).await;
        let [guide, professional, _] = town.people;
        assert!(town.within(async |tx| erase(tx, &machine(), guide, one.id).await.unwrap()).await);
        assert!(!town.within(async |tx| erase(tx, &machine(), guide, one.id).await.unwrap()).await);
        assert!(town.within(async |tx| erase(tx, &machine(), professional, one.id).await.unwrap()).await);
        town.write(&[one, answered]).await;
        assert_eq!((town.rows().await, town.numbers().await), (2, [1, 0, 2]));
        assert_eq!(town.within(async |tx| erase_all(tx, &machine(), town.people[2]).await.unwrap()).await, 2);
        assert_eq!((town.rows().await, town.numbers().await), (2, [1, 0, 0]));
    })
    .await;
}

#[tokio::test]
async fn who_leaves_is_in_no_contact_any_more_and_the_contacts_stay() {
    towns(async |town: Town| {
        let asked = town.asked(THEN);
        town.write(&[asked.clone(), town.asked(THEN)]).await;
        let gone =
            async |tx: &mut Tx| persons::forget_if_alone(tx, &machine(), town.people[0]).await.unwrap();
        assert!(town.within(gone).await);
        assert!(
            town.within(async |tx| persons::forget_if_alone(tx, &machine(), town.people[1]).await.unwrap())
                .await
        );
        // The answer of somebody who left a moment ago is still an answer.
        town.write(&[town.answered(&asked, true), town.asked(THEN)]).await;
        assert_eq!((town.rows().await, town.numbers().await), (3, [0, 0, 3]));
    })
    .await;
}

#[tokio::test]
async fn two_parties_that_become_one_have_had_the_contacts_of_both() {
    towns(async |town: Town| {
        town.write(&[town.asked(THEN)]).await;
        let stays = Id::new(THEN);
        town.within(async |tx| {
            Follows.became_one(tx, &machine(), town.formal, stays).await.unwrap();
            Follows.became_one(tx, &machine(), town.informal, stays).await.unwrap();
        })
        .await;
        let (_, mine) = own(&town.db, HERE, town.people[0], (1, 50)).await.unwrap();
        assert_eq!((mine[0].from, mine[0].to), (stays, stays));
    })
    .await;
}

#[test]
fn a_quarter_is_shown_when_the_longest_term_of_its_last_day_is_over() {
    for year in 2024..2060_i16 {
        for month in [1, 4, 7, 10] {
            let begins = Day::new(year, month, 1).unwrap();
            let quarter = Quarter::of(begins).before();
            let last = begins.plus_days(-1);
            let until = workdays::plus_working_days(last.0, 20);
            let shown = begins.plus_days(SETTLED);
            assert!(until < shown.0, "{last}: {until}");
            assert!(quarter.is_settled(shown.begins()) && !quarter.is_settled(shown.plus_days(-1).begins()));
            assert_eq!(quarter.after().begins(), Some(begins));
            assert_eq!(Quarter::of(last), quarter);
        }
    }
    let first: Date = Quarter::of(Day::new(2025, 11, 25).unwrap()).begins().unwrap().0;
    assert_eq!(first.to_string(), "2025-10-01");
}
