//! What is cut short: statements nobody waits for, errors that come last, turns that do not come.

use std::time::{Duration, Instant};

use super::{HERE, MIGRATIONS, glance, insert, party};
use crate::db::testing::{THEN, both, each, sqlite};
use crate::db::{Db, DbError, Migration, Options};
use crate::id::Id;

async fn count(db: &Db) -> i64 {
    db.read("select count(*) from party").scalar().await.unwrap()
}

const LATE: &[Migration] = &[Migration {
    number: 1,
    name: "late",
    sql: "create table pair (municipality_id integer not null, id uuid not null, other uuid,
          primary key (municipality_id, id),
          foreign key (municipality_id, other) references pair (municipality_id, id) deferrable initially deferred)",
}];

#[tokio::test]
async fn a_write_that_fails_after_giving_its_row_is_heard_of() {
    both(LATE, |db| async move {
        let given = db
            .write("insert into pair (municipality_id, id, other) values ($1, $2, $3) returning id")
            .bind(HERE)
            .bind(Id::<()>::new(THEN))
            .bind(Id::<()>::new(THEN))
            .optional_scalar::<Id<()>>()
            .await;
        assert!(matches!(given, Err(DbError::Constraint { .. })), "{given:?}");
        assert_eq!(db.read("select count(*) from pair").scalar::<i64>().await.unwrap(), 0);
    })
    .await;
}

#[tokio::test]
async fn a_transaction_with_a_statement_nobody_waited_for_is_not_committed() {
    both(MIGRATIONS, |db| async move {
        // Counting takes the engine far longer than it takes to walk away; on a busy machine it may still win once.
        let sql = "with recursive count(n) as (select 1 union all select n + 1 from count where n < 200000)
                   insert into party (municipality_id, id, name, seen_at)
                   select $1, $2, $3, $4 from count where n = 200000";
        for _ in 0..50 {
            let mut tx = db.begin().await.unwrap();
            let id = Id::<()>::new(THEN);
            if glance(tx.sql(sql).bind(HERE).bind(id).bind("half").bind(THEN).execute(), 0).await {
                continue;
            }
            assert!(tx.commit().await.is_err());
            assert_eq!(count(&db).await, 0);
            return;
        }
        panic!("no statement was ever cut short");
    })
    .await;
}

#[tokio::test]
async fn what_is_asked_as_a_reading_never_writes() {
    both(MIGRATIONS, |db| async move {
        insert(&db, &[party("a")]).await.unwrap();
        assert!(db.read("delete from party").execute().await.is_err());
        assert_eq!(count(&db).await, 1);
    })
    .await;
}

#[tokio::test]
async fn who_waits_too_long_for_the_writer_hears_busy() {
    let fresh = sqlite(MIGRATIONS).await;
    let impatient = Db::open(fresh.url(), impatient()).await.unwrap();
    let held = impatient.begin().await.unwrap();
    assert!(matches!(impatient.begin().await, Err(DbError::Busy(_))));
    drop(held);
}

fn impatient() -> Options {
    Options { patience: Duration::from_millis(200), ..Options::default() }
}

#[tokio::test]
async fn who_waits_too_long_for_another_program_hears_busy_on_either_engine() {
    for fresh in each(MIGRATIONS).await {
        insert(&fresh, &[party("a")]).await.unwrap();
        let mut held = fresh.begin().await.unwrap();
        let sql = "update party set size = 1 where municipality_id = $1";
        held.sql(sql).bind(HERE).execute().await.unwrap();
        let other = Db::open(fresh.url(), impatient()).await.unwrap();
        let began = Instant::now();
        let waiting = other.write(sql).bind(HERE).execute();
        let answer = tokio::time::timeout(Duration::from_secs(3), waiting).await;
        let engine = fresh.engine();
        assert!(matches!(answer, Ok(Err(DbError::Busy(_)))), "{engine}: {answer:?}");
        assert!(began.elapsed() < Duration::from_secs(3), "{engine}");
        held.rollback().await.unwrap();
        assert_eq!(other.write(sql).bind(HERE).execute().await.unwrap(), 1, "{engine}");
        other.close().await;
    }
}

#[test]
fn an_address_is_a_server_or_a_file_and_a_file_may_have_any_name() {
    use crate::db::{file_of, is_server};
    for server in ["postgres://samenspel@localhost/samenspel", "postgresql:///samenspel?host=/run/postgresql"]
    {
        assert!(is_server(server), "{server}");
    }
    for (typed, file) in [
        ("sqlite:data/a.db", "data/a.db"),
        ("sqlite:///var/a.db", "/var/a.db"),
        ("postgres.db", "postgres.db"),
        ("postgres-kopie/a.db", "postgres-kopie/a.db"),
        ("/tmp/wat? nu.db", "/tmp/wat? nu.db"),
    ] {
        assert!(!is_server(typed), "{typed}");
        assert_eq!(file_of(typed).unwrap().to_str(), Some(file), "{typed}");
    }
    // Not silently another file, opened another way than was asked.
    assert!(matches!(file_of("sqlite:a.db?mode=ro"), Err(DbError::Refused(_))));
}
