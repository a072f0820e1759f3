//! Migrations: once, in order, whole or not at all, and never over something unknown.

use super::{Engine, Migration, check, level, translated};
use crate::db::testing::{THEN, empty};
use crate::db::{Db, Options};

const PLAIN: Migration = Migration {
    number: 1,
    name: "plain",
    sql: "create table plain (id integer not null primary key); -- a; b\n",
};
const MORE: Migration = Migration {
    number: 2,
    name: "more",
    sql: "insert into plain (id) values (7); alter table plain add column note text not null default 'a;b'",
};

#[tokio::test]
async fn migrations_are_applied_once_and_remembered() {
    for fresh in empty().await {
        assert_eq!(level(&fresh).await.unwrap(), 0);
        assert!(check(&fresh, &[PLAIN]).await.is_err());
        assert_eq!(fresh.migrate(THEN, &[PLAIN]).await.unwrap(), 1);
        assert_eq!(fresh.migrate(THEN, &[PLAIN, MORE]).await.unwrap(), 1);
        assert_eq!(fresh.migrate(THEN, &[PLAIN, MORE]).await.unwrap(), 0);
        assert_eq!(level(&fresh).await.unwrap(), 2);
        check(&fresh, &[PLAIN, MORE]).await.unwrap();
        assert_eq!(
            fresh.read("select note from plain where id = 7").scalar::<String>().await.unwrap(),
            "a;b"
        );
    }
}

#[tokio::test]
async fn a_migration_that_fails_half_way_leaves_nothing_behind() {
    for fresh in empty().await {
        fresh.migrate(THEN, &[PLAIN]).await.unwrap();
        let broken = Migration {
            number: 2,
            name: "broken",
            sql: "insert into plain (id) values (1); insert into nowhere (x) values (1)",
        };
        let error = fresh.migrate(THEN, &[PLAIN, broken]).await.unwrap_err();
        assert!(error.to_string().starts_with("Migration 2 (broken) failed:"), "{error}");
        assert_eq!(fresh.read("select count(*) from plain").scalar::<i64>().await.unwrap(), 0);
        assert_eq!(fresh.migrate(THEN, &[PLAIN, MORE]).await.unwrap(), 1, "{}", fresh.engine());
    }
}

#[tokio::test]
async fn a_changed_a_missing_and_a_newer_migration_are_refused_with_a_sentence() {
    for fresh in empty().await {
        fresh.migrate(THEN, &[PLAIN, MORE]).await.unwrap();
        let changed = Migration { sql: "create table plain (id bigint not null primary key)", ..PLAIN };
        let other = Migration { number: 3, ..MORE };
        let cases = [
            (vec![changed, MORE], "Migration 1 (plain) is not the one this database was made with"),
            (vec![PLAIN, other], "has migration 2 (more) where this program has another"),
            (vec![PLAIN], "made by a newer version of the program (migration 2, this one knows 1)"),
            (vec![MORE, PLAIN], "not numbered upwards"),
        ];
        for (migrations, expected) in cases {
            let error = fresh.migrate(THEN, &migrations).await.unwrap_err();
            assert!(error.to_string().contains(expected), "{error}");
        }
        check(&fresh, &[PLAIN, MORE]).await.unwrap();
        let windows =
            Migration { sql: "create table plain (id integer not null primary key); -- a; b\r\n", ..PLAIN };
        check(&fresh, &[windows, MORE]).await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_programs_that_start_together_only_one_migrates() {
    for fresh in empty().await {
        let starts = (0..6).map(|_| {
            let url = fresh.url().to_owned();
            tokio::spawn(async move {
                let db = Db::open(&url, Options::default()).await.unwrap();
                let applied = db.migrate(THEN, &[PLAIN, MORE]).await.unwrap();
                db.close().await;
                applied
            })
        });
        let applied: usize =
            futures_util::future::join_all(starts).await.into_iter().map(Result::unwrap).sum();
        assert_eq!(applied, 2, "{}", fresh.engine());
        assert_eq!(fresh.read("select count(*) from plain").scalar::<i64>().await.unwrap(), 1);
    }
}

#[test]
fn the_words_of_types_are_translated_and_names_and_texts_are_not() {
    let sql = "create table t (date date not null, text text, uuid uuid, weight double precision not null,\n\
               seen timestamptz, \"boolean\" boolean default false, note text default 'a date', n bigint check (n > 0),\n\
               logo bytea, primary key (date, uuid), unique (text))";
    assert_eq!(
        translated(sql, Engine::Sqlite),
        "create table t (date text not null, text text, uuid blob, weight real not null,\n\
         seen integer, \"boolean\" integer default false, note text default 'a date', n integer check (n > 0),\n\
         logo blob, primary key (date, uuid), unique (text)) strict, without rowid"
    );
    assert!(
        translated(sql, Engine::Postgres)
            .contains("text text collate \"C\", uuid uuid, weight double precision")
    );
    assert_eq!(
        translated("alter table t add column date date", Engine::Sqlite),
        "alter table t add column date text"
    );
    assert_eq!(translated("update t set date = null", Engine::Sqlite), "update t set date = null");
    assert_eq!(PLAIN.checksum().len(), 64);
}
