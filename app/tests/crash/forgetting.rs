//! Forgetting killed at any moment: what went are whole parts, each person with a line in the trail, and the next round does the rest.

use std::process::Stdio;
use std::time::{Duration, Instant};

use ground::db::testing::{Fresh, THEN, each};
use ground::db::{Db, Options};
use ground::moment::Moment;
use uuid::Uuid;

use super::{next, number, program, times};

/// Two parts and some: old forms, and as many people without a key as take about as long.
const FORMS: u32 = 1_200;
const PEOPLE: u32 = 60;
const PART: i64 = retention::PART;

/// What happened long ago, and one form of just now. Numbers go on from round to round.
async fn happens(db: &Db, round: u32) {
    let mut tx = db.begin().await.unwrap();
    let digest = |n: u32| [n.to_be_bytes(), round.to_be_bytes()].concat();
    let old = (0..FORMS).map(|n| (digest(n), THEN)).chain([(digest(u32::MAX), Moment::now())]);
    tx.sql(
        "insert into access_once (municipality_id, key_hash, path_hash, sent_hash, made_at, held_at) values ",
    )
    .push_rows(old, |(digest, at), row| {
        row.bind(9902).bind(digest.clone()).bind(digest.clone()).bind(digest).bind(at).bind(at);
    })
    .execute()
    .await
    .unwrap();
    for n in 0..PEOPLE {
        let id = Uuid::from_u64_pair(u64::from(round), u64::from(n));
        for sql in [
            "insert into people_person (municipality_id, id, name, created_at) values (9902, $1, 'Iemand', $2)",
            "insert into people_membership (municipality_id, id, person_id, role, since) values (9902, $1, $1, 'manager', $2)",
        ] {
            tx.sql(sql).bind(id).bind(THEN).execute().await.unwrap();
        }
    }
    tx.commit().await.unwrap();
}

/// As of one moment: old forms, forms of just now, people, and lines that tell of somebody who was forgotten.
async fn left(fresh: &Fresh) -> [i64; 4] {
    let db = Db::open(fresh.url(), Options::default()).await.unwrap();
    let mut tx = db.snapshot().await.unwrap();
    let mut found = [0; 4];
    for (found, sql) in found.iter_mut().zip([
        "select count(*) from access_once where made_at = $1",
        "select count(*) from access_once where made_at <> $1",
        "select count(*) from people_person where created_at = $1",
        "select count(*) from audit_line where action = 'person.forget' and at > $1",
    ]) {
        *found = tx.sql(sql).bind(THEN).scalar().await.unwrap();
    }
    tx.rollback().await.unwrap();
    db.close().await;
    found
}

/// Runs it, and kills it after a while if it is not done by then.
fn forget(fresh: &Fresh, data: &std::path::Path, after: Option<Duration>) {
    let mut command = program(fresh, data);
    command.args(["forget", "--apply", "--clock-is-right"]).stdout(Stdio::null()).stderr(Stdio::null());
    let mut child = command.spawn().unwrap();
    if let Some(after) = after {
        // The moment of the kill is what is tried out here; nothing waits for it.
        std::thread::sleep(after);
        child.kill().unwrap();
    }
    let ended = child.wait().unwrap();
    assert!(after.is_some() || ended.success());
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_at_any_moment_forgetting_went_in_whole_parts_and_the_next_one_goes_on() {
    let data = tempfile::tempdir().unwrap();
    for fresh in each(migrations::ALL).await {
        let mut seed = number("SAMENSPEL_SEED").unwrap_or(20_261_126);
        let added = program(&fresh, data.path())
            .args(["municipality", "add", "GM9902", "Proefstad"])
            .output()
            .unwrap();
        assert!(added.status.success(), "{}", String::from_utf8_lossy(&added.stderr));
        // How long a whole one takes, so that the kills fall within it.
        happens(&fresh.db, 0).await;
        let begun = Instant::now();
        forget(&fresh, data.path(), None);
        let whole = begun.elapsed();
        assert_eq!(left(&fresh).await, [0, 1, 0, PEOPLE.into()]);
        let (rounds, mut halfway) = (times(10), 0);
        for round in 1..=rounds {
            happens(&fresh.db, round).await;
            let micros = u64::try_from(whole.as_micros()).unwrap();
            let after = Duration::from_micros(micros / 10 + next(&mut seed) % micros.max(1));
            forget(&fresh, data.path(), Some(after));
            let [forms, today, people, lines] = left(&fresh).await;
            let context = format!("round {round} on {}, killed after {after:?}", fresh.engine());
            assert!(
                forms == 0 || forms % PART == i64::from(FORMS) % PART,
                "{forms} forms are left: {context}"
            );
            assert_eq!(today, i64::from(round) + 1, "what is of today stays: {context}");
            assert_eq!(
                people + lines,
                i64::from(PEOPLE * (round + 1)),
                "a line for each who went: {context}"
            );
            halfway += u32::from(forms + people > 0 && forms + people < i64::from(FORMS + PEOPLE));
            forget(&fresh, data.path(), None);
            let all = [0, i64::from(round) + 1, 0, i64::from(PEOPLE * (round + 1))];
            assert_eq!(left(&fresh).await, all, "the next one does the rest: {context}");
        }
        eprintln!("{}: {halfway} of {rounds} were killed halfway", fresh.engine());
    }
}
