//! When a session of somebody ends: by itself, by the clock, and never later than eight hours.

use std::time::Duration;

use access::{LinkToken, Permit, Role};
use directory::neighbourhood::{HERE, Neighbourhood};
use directory::wording::Name;
use ground::db::Db;
use ground::db::testing::{self, THEN};
use ground::id::{Id, Municipality};
use ground::moment::Moment;

use super::store::{self, Beginning, is_over};
use super::{ABSOLUTE, IDLE_MINUTES, Proof, Session};
use crate::device::Device;
use crate::membership::{Belongs, Membership, store as memberships};
use crate::person::{Person, store as persons};

const SECOND: Duration = Duration::from_secs(1);
const HOUR: u64 = 60 * 60;

fn after(seconds: u64) -> Moment {
    THEN.plus(Duration::from_secs(seconds))
}

#[test]
fn a_session_is_over_by_doing_nothing_by_the_day_and_by_a_clock_that_was_set_back() {
    for minutes in IDLE_MINUTES {
        let idle = 60 * u64::try_from(minutes).unwrap();
        for (seen, now, over) in [
            (0, 0, false),
            (0, idle - 1, false),
            (0, idle, true),
            // What counts is the last request.
            (HOUR, HOUR + idle - 1, false),
            (HOUR, HOUR + idle, true),
            // Eight hours, however busy somebody is.
            (8 * HOUR - 1, 8 * HOUR - 1, false),
            (8 * HOUR - 1, 8 * HOUR, true),
            (8 * HOUR, 8 * HOUR, true),
            (0, 100 * HOUR, true),
        ] {
            assert_eq!(is_over(THEN, after(seen), minutes, after(now)), over, "{minutes}: {seen} {now}");
        }
        assert!(is_over(THEN, THEN, minutes, THEN.minus(SECOND)), "{minutes}");
        assert!(is_over(THEN, after(HOUR), minutes, THEN.minus(Duration::from_secs(HOUR))), "{minutes}");
    }
    // What no form of ours sends is no session at all.
    for minutes in [0, -1, i32::MIN] {
        assert!(is_over(THEN, THEN, minutes, THEN), "{minutes}");
    }
}

/// Ineke, who keeps the map, in a database with a town.
struct Ineke {
    db: Db,
    person: Id<Person>,
    membership: Id<Membership>,
}

impl Ineke {
    async fn on_each_engine(story: impl AsyncFn(Self)) {
        for fresh in testing::each(migrations::ALL).await {
            Neighbourhood::new(THEN).settle(&fresh.db).await;
            let (person, membership) = (Id::new(THEN), Id::new(THEN));
            let mut tx = fresh.db.begin().await.unwrap();
            let name = Name::parse("Ineke").unwrap();
            let ineke = Person { id: person, name, created_at: THEN };
            persons::add(&mut tx, &machine(), &ineke).await.unwrap();
            let belongs = Belongs::new(Role::Manager, None).unwrap();
            let place = Membership { id: membership, person, belongs, since: THEN };
            memberships::add(&mut tx, &machine(), &place).await.unwrap();
            tx.commit().await.unwrap();
            story(Self { db: fresh.db.clone(), person, membership }).await;
        }
    }

    /// Comes in and chooses how long she may do nothing.
    async fn comes_in(&self, minutes: i32) -> (LinkToken, Id<Session>) {
        let mut tx = self.db.begin().await.unwrap();
        let beginning = Beginning {
            person: self.person,
            proof: Proof::Passkey,
            membership: Some(self.membership),
            device: Device::Phone,
        };
        let token = store::open(&mut tx, &machine(), beginning, THEN).await.unwrap();
        tx.commit().await.unwrap();
        let session = store::running(&self.db, HERE, &token, THEN).await.unwrap().unwrap().session;
        let mut tx = self.db.begin().await.unwrap();
        store::wait(&mut tx, &machine(), session.uuid(), minutes).await.unwrap();
        tx.commit().await.unwrap();
        (token, session)
    }
}

fn machine() -> Permit {
    Permit::at_the_machine(HERE)
}

#[tokio::test]
async fn ineke_is_out_when_she_did_nothing_for_as_long_as_she_chose_and_after_eight_hours_in_any_case() {
    Ineke::on_each_engine(async |ineke: Ineke| {
        for minutes in IDLE_MINUTES {
            let idle = Duration::from_secs(60 * u64::try_from(minutes).unwrap());
            let (token, session) = ineke.comes_in(minutes).await;
            let is_in = async |after: Duration| {
                store::running(&ineke.db, HERE, &token, THEN.plus(after)).await.unwrap().is_some()
            };
            let listens = async |after: Duration| {
                let now = THEN.plus(after);
                store::still_acts(&ineke.db, HERE, session, ineke.membership, now).await.unwrap()
            };
            let listed = async |after: Duration| {
                let all = store::of_person(&ineke.db, HERE, ineke.person, THEN.plus(after)).await.unwrap();
                all.iter().any(|one| one.id == session)
            };
            // A page that listens is no request: it ends with the session and keeps nothing alive.
            assert!(listens(idle - SECOND).await && listed(idle - SECOND).await, "{minutes}");
            assert!(!is_in(idle).await && !listens(idle).await && !listed(idle).await, "{minutes}");
            // A request in the last second does, for as long once more.
            assert!(is_in(idle - SECOND).await, "{minutes}");
            assert!(!is_in(idle * 2 - SECOND).await, "{minutes}");
            let mut at = idle;
            while at < ABSOLUTE {
                assert!(is_in(at).await, "{minutes}: {at:?}");
                at += Duration::from_secs(600);
            }
            assert!(is_in(ABSOLUTE - SECOND).await && listens(ABSOLUTE - SECOND).await, "{minutes}");
            assert!(!is_in(ABSOLUTE).await && !listens(ABSOLUTE).await && !listed(ABSOLUTE).await);
            let before = store::running(&ineke.db, HERE, &token, THEN.minus(SECOND)).await.unwrap();
            assert!(before.is_none(), "{minutes}: the clock was set back");
        }
    })
    .await;
}

#[tokio::test]
async fn inekes_token_is_256_bits_is_kept_as_a_digest_and_counts_in_her_own_municipality_only() {
    Ineke::on_each_engine(async |ineke: Ineke| {
        let (token, _) = ineke.comes_in(30).await;
        let (other, _) = ineke.comes_in(30).await;
        // 256 bits in hexadecimal.
        assert_eq!((token.as_str().len(), other.as_str().len()), (64, 64));
        assert_ne!(token.as_str(), other.as_str());
        assert!(store::running(&ineke.db, Municipality(9902), &token, THEN).await.unwrap().is_none());
        let kept: Vec<Vec<u8>> = ineke
            .db
            .read("select token_hash from people_session where municipality_id = $1")
            .bind(HERE)
            .scalars()
            .await
            .unwrap();
        assert_eq!(kept.len(), 2);
        for kept in kept {
            assert!(
                kept.len() == 32 && kept != token.as_str().as_bytes() && kept != other.as_str().as_bytes()
            );
        }
        let mut tx = ineke.db.begin().await.unwrap();
        store::close(&mut tx, &machine(), &token).await.unwrap();
        tx.commit().await.unwrap();
        assert!(store::running(&ineke.db, HERE, &token, THEN).await.unwrap().is_none());
        assert!(store::running(&ineke.db, HERE, &other, THEN).await.unwrap().is_some());
    })
    .await;
}
