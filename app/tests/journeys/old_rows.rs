//! What is over goes by the clock: a part at a time, told beforehand, and never on the word of a clock that leapt.

use std::cell::Cell;
use std::path::Path;
use std::time::Duration;

use directory::neighbourhood::HERE;
use ground::db::testing::THEN;
use ground::db::{Db, Engine, Options};
use ground::moment::Moment;
use retention::{Clock, PART, Town};

use crate::neighbourhood::{Visitor, in_oosterwaard};
use crate::process::samenspel;

const DAY: Duration = Duration::from_secs(24 * 60 * 60);
const TOWN: Town = Town { code: HERE, fiction: true };

/// So many forms, sent at that moment.
async fn sent(db: &Db, forms: u32, at: Moment) {
    let mut tx = db.begin().await.unwrap();
    for form in 0..forms {
        let mut digest = [0; 32];
        digest[..4].copy_from_slice(&form.to_be_bytes());
        tx.sql(
            "insert into access_once (municipality_id, key_hash, path_hash, sent_hash, made_at, held_at, status) \
             values ($1, $2, $3, $4, $5, $6, 303)",
        )
        .bind(HERE)
        .bind(digest.to_vec())
        .bind(digest.to_vec())
        .bind(digest.to_vec())
        .bind(at)
        .bind(at)
        .execute()
        .await
        .unwrap();
    }
    tx.commit().await.unwrap();
}

async fn left(db: &Db) -> i64 {
    let sql = db.read("select count(*) from access_once where municipality_id = $1").bind(HERE);
    sql.scalar().await.unwrap()
}

async fn apply(db: &Db, now: Moment) -> (Clock, i64) {
    let (clock, gone) = retention::apply(db, access::ENDS, TOWN, now).await.unwrap();
    (clock, gone.iter().map(|gone| gone.rows).sum())
}

#[tokio::test]
async fn a_clock_that_leapt_deletes_nothing_until_somebody_looked_at_it() {
    in_oosterwaard(async |visitor: Visitor| {
        let db = &visitor.db;
        sent(db, 3, THEN).await;
        let (tomorrow, year, start) = (THEN.plus(DAY), THEN.plus(DAY * 365), Moment::fixed(0));
        // Never looked here before: the clock is known from now on, and an hour later it counts.
        assert_eq!(apply(db, THEN).await, (Clock::First { now: THEN }, 0));
        assert_eq!(apply(db, year).await, (Clock::Ahead { last: THEN, now: year }, 0));
        assert_eq!(apply(db, start).await, (Clock::Behind { last: THEN, now: start }, 0));
        // Asking what would go is no look: it tells, and leaves the clock as it is.
        let (clock, would) = retention::would(db, access::ENDS, TOWN, year).await.unwrap();
        assert_eq!(
            (clock, would[0].rows, would[0].oldest),
            (Clock::Ahead { last: THEN, now: year }, 3, Some(THEN))
        );
        assert_eq!(left(db).await, 3);
        // Two hours off is no leap.
        let two_hours = Duration::from_secs(2 * 60 * 60);
        assert_eq!(apply(db, THEN.minus(two_hours)).await, (Clock::Walks, 0));
        assert_eq!(apply(db, tomorrow).await, (Clock::Walks, 3));
        // The machine was off for a week. Somebody looks at the clock, and says that it is right.
        let week = tomorrow.plus(DAY * 7);
        sent(db, 1, tomorrow).await;
        assert_eq!(apply(db, week).await, (Clock::Ahead { last: tomorrow, now: week }, 0));
        retention::trust(db, HERE, week).await.unwrap();
        assert_eq!(apply(db, week).await, (Clock::Walks, 1));
        assert_eq!(apply(db, week).await, (Clock::Walks, 0));
    })
    .await;
}

#[tokio::test]
async fn terms_pass_after_a_holiday_and_on_from_there_and_not_by_a_clock_that_is_a_year_ahead_or_goes_back() {
    in_oosterwaard(async |visitor: Visitor| {
        let db = &visitor.db;
        let pass = async |now| retention::terms_pass(db, HERE, now).await.unwrap();
        assert!(pass(THEN).await, "nobody looked here before");
        assert_eq!(apply(db, THEN).await.0, Clock::First { now: THEN });
        assert!(!pass(THEN.plus(DAY * 365)).await);
        assert!(!pass(THEN.minus(DAY * 2)).await);
        // Ten days off: nothing is forgotten until somebody looked, and terms pass, on every day that follows.
        for day in 10..40 {
            let now = THEN.plus(DAY * day);
            assert!(pass(now).await, "day {day}");
            assert_eq!(apply(db, now).await.0, Clock::Ahead { last: THEN, now });
        }
        assert!(!pass(THEN.plus(DAY * 60)).await);
        let now = THEN.plus(DAY * 60);
        retention::trust(db, HERE, now).await.unwrap();
        assert!(pass(now).await);
    })
    .await;
}

#[tokio::test]
async fn many_rows_go_in_parts_also_when_two_servers_do_so_at_once() {
    in_oosterwaard(async |visitor: Visitor| {
        let db = &visitor.db;
        let many = u32::try_from(PART).unwrap() * 2 + 7;
        sent(db, many, THEN).await;
        sent_next_door_and_today(db).await;
        let now = THEN.plus(DAY);
        retention::trust(db, HERE, now).await.unwrap();
        let (one, other) = tokio::join!(apply(db, now), apply(db, now));
        assert_eq!(one.1 + other.1, i64::from(many));
        assert_eq!(left(db).await, 1, "what was sent today stays");
        let next_door: i64 =
            db.read("select count(*) from access_once where municipality_id = 9902").scalar().await.unwrap();
        assert_eq!(next_door, 1, "another municipality has its own round");
    })
    .await;
}

/// Until the job waits for somebody else's row, or is done. SQLite lets one write at a time, so there it waits before it looks.
async fn waits(db: &Db, done: &Cell<bool>) {
    while db.engine() == Engine::Postgres && !done.get() {
        let waiting: i64 = db
            .read("select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")
            .scalar()
            .await
            .unwrap();
        if waiting > 0 {
            return;
        }
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn an_upload_that_somebody_applies_at_that_very_moment_stays() {
    in_oosterwaard(async |visitor: Visitor| {
        let db = &visitor.db;
        db.write(
            "insert into directory_import (municipality_id, id, source_name, licence, format, settings, state, \
             added, changed, same, gone, kept, left_out, refused, created_at) \
             values ($1, $2, 'Lijst', 'CC0', 'csv', '', 'previewed', 0, 0, 0, 0, 0, 0, 0, $3)",
        )
        .bind(HERE)
        .bind(uuid::Uuid::from_u128(1))
        .bind(THEN)
        .execute()
        .await
        .unwrap();
        let now = THEN.plus(DAY * 2);
        retention::trust(db, HERE, now.minus(DAY)).await.unwrap();
        let (would, done) = (retention::would(db, directory::ENDS, TOWN, now).await.unwrap(), Cell::new(false));
        assert_eq!(would.1.iter().map(|gone| gone.rows).sum::<i64>(), 1, "it waited longer than a day");

        let mut applying = db.begin().await.unwrap();
        applying
            .sql("update directory_import set state = 'applied', applied_at = $2 where municipality_id = $1")
            .bind(HERE)
            .bind(now)
            .execute()
            .await
            .unwrap();
        let job = async {
            let answer = retention::apply(db, directory::ENDS, TOWN, now).await;
            done.set(true);
            answer.unwrap()
        };
        let (gone, ()) = tokio::join!(job, async {
            waits(db, &done).await;
            applying.commit().await.unwrap();
        });
        assert_eq!(gone, (Clock::Walks, Vec::new()));
        let left: i64 = db.read("select count(*) from directory_import").scalar().await.unwrap();
        assert_eq!(left, 1, "what was applied is remembered");
    })
    .await;
}

async fn sent_next_door_and_today(db: &Db) {
    for (code, at) in [(9902, THEN), (9901, THEN.plus(DAY))] {
        db.write(
            "insert into access_once (municipality_id, key_hash, path_hash, sent_hash, made_at, held_at, status) \
             values ($1, $2, $2, $2, $3, $3, 303)",
        )
        .bind(code)
        .bind(vec![255_u8; 32])
        .bind(at)
        .execute()
        .await
        .unwrap();
    }
}

fn forget(dir: &Path, words: &[&str]) -> (bool, String, String) {
    let output = samenspel(dir, &[&["forget"], words].concat()).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.success(), text(output.stdout), text(output.stderr))
}

#[test]
fn whoever_stands_at_the_machine_is_told_what_would_go_before_it_goes() {
    let home = tempfile::tempdir().unwrap();
    let dir = home.path();
    for made in [&["migrate"][..], &["municipality", "add", "GM0405", "Hoorn"]] {
        assert!(samenspel(dir, made).output().unwrap().status.success());
    }
    let (good, _, told) = forget(dir, &["--apply"]);
    assert!(!good && told.contains("was never looked at here, so nothing is deleted yet"), "{told}");
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        let file = format!("sqlite:{}", dir.join("data/samenspel.db").display());
        let db = Db::open(&file, Options::default()).await.unwrap();
        db.write(
            "insert into access_operator_session (municipality_id, token_hash, csrf_hash, created_at, seen_at) \
             values (405, $1, $1, $2, $2)",
        )
        .bind(vec![1_u8; 32])
        .bind(THEN)
        .execute()
        .await
        .unwrap();
        db.close().await;
    });
    let row = "GM0405: 1 row of access_operator_session (session)";
    let (good, told, _) = forget(dir, &[]);
    assert!(good && told.starts_with(&format!("{row} would be deleted, the oldest of {THEN}.")), "{told}");
    assert!(told.ends_with("GM0405: nothing was deleted. Say --apply to delete it.\n"), "{told}");
    let (good, told, _) = forget(dir, &["--apply"]);
    assert!(good && told == format!("{row} deleted, the oldest of {THEN}.\n"), "{told}");
    let (good, told, _) = forget(dir, &["--apply", "--clock-is-right"]);
    assert!(good && told.ends_with("GM0405: nothing is over.\n"), "{told}");
}
