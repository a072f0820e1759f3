//! The door, on both engines.

mod cut_short;
mod secured;

use std::time::Duration;

use super::testing::{THEN, both, each, sqlite};
use super::{Broken, DbError, Migration, Options};
use crate::id::{Id, Municipality};
use crate::moment::{Day, Moment};

pub(super) const MIGRATIONS: &[Migration] = &[
    Migration {
        number: 1,
        name: "party",
        sql: "create table party (
                municipality_id integer not null,
                id uuid not null,
                name text not null, -- a semicolon; in a comment
                date date,
                seen_at timestamptz not null,
                size bigint not null default 0,
                weight double precision,
                is_open boolean not null default true,
                logo bytea,
                primary key (municipality_id, id)
              );
              create unique index party_name on party (municipality_id, name)",
    },
    Migration {
        number: 2,
        name: "offer",
        sql: "create table offer (
                municipality_id integer not null,
                id uuid not null,
                party_id uuid not null,
                title text not null check (title <> ''),
                primary key (municipality_id, id),
                foreign key (municipality_id, party_id) references party (municipality_id, id) on delete cascade
              )",
    },
];

#[derive(Debug, PartialEq, Clone, sqlx::FromRow)]
pub(super) struct Party {
    pub(super) municipality_id: Municipality,
    pub(super) id: Id<Party>,
    pub(super) name: String,
    pub(super) date: Option<Day>,
    pub(super) seen_at: Moment,
    pub(super) size: i64,
    pub(super) weight: Option<f64>,
    pub(super) is_open: bool,
    pub(super) logo: Option<Vec<u8>>,
}

const HERE: Municipality = Municipality(9901);

pub(super) fn party(name: &str) -> Party {
    Party {
        municipality_id: HERE,
        id: Id::new(THEN),
        name: name.to_owned(),
        date: Day::new(1999, 12, 31),
        seen_at: Moment::from_micros(-1),
        size: i64::MAX,
        weight: Some(0.1),
        is_open: false,
        logo: Some(vec![0, 255, 10]),
    }
}

pub(super) async fn insert(db: &super::Db, rows: &[Party]) -> Result<u64, DbError> {
    db.write(
        "insert into party (municipality_id, id, name, date, seen_at, size, weight, is_open, logo) values ",
    )
    .push_rows(rows, |row, values| {
        values.bind(row.municipality_id).bind(row.id).bind(&row.name).bind(row.date).bind(row.seen_at);
        values.bind(row.size).bind(row.weight).bind(row.is_open).bind(row.logo.as_deref());
    })
    .execute()
    .await
}

const PARTIES: &str =
    "select municipality_id, id, name, date, seen_at, size, weight, is_open, logo from party";

#[tokio::test]
async fn what_goes_in_comes_out_the_same() {
    both(MIGRATIONS, |db| async move {
        let mut bare = party("Zonder alles");
        (bare.date, bare.weight, bare.logo) = (None, None, None);
        let rows = [party("Buurthuis De Brink"), bare];
        assert_eq!(insert(&db, &rows).await.unwrap(), 2);
        let found: Vec<Party> = db
            .read(PARTIES)
            .push_bind(" where municipality_id = ", HERE)
            .push(" order by name")
            .all()
            .await
            .unwrap();
        assert_eq!(found, rows);
    })
    .await;
}

#[tokio::test]
async fn values_keep_their_number_however_they_are_ordered_in_the_text() {
    both(MIGRATIONS, |db| async move {
        insert(&db, &[party("a"), party("b")]).await.unwrap();
        let name: String = db
            .read("select name from party where name = $2 and municipality_id = $1")
            .bind(HERE)
            .bind("b")
            .scalar()
            .await
            .unwrap();
        assert_eq!(name, "b");
    })
    .await;
}

#[tokio::test]
async fn a_value_that_was_not_bound_is_a_fault_and_not_a_null() {
    both(MIGRATIONS, |db| async move {
        let missing =
            db.read("select name from party where municipality_id = $1").optional_scalar::<String>().await;
        assert!(matches!(missing, Err(DbError::Other(_))), "{missing:?}");
    })
    .await;
}

#[tokio::test]
async fn an_empty_list_is_in_nothing() {
    both(MIGRATIONS, |db| async move {
        insert(&db, &[party("a")]).await.unwrap();
        let none: Vec<i64> = db
            .read("select size from party where municipality_id = $1")
            .bind(HERE)
            .push_list(" and name in (", Vec::<String>::new(), ")")
            .scalars()
            .await
            .unwrap();
        assert!(none.is_empty());
        let one: i64 = db
            .read("select count(*) from party where municipality_id = $1")
            .bind(HERE)
            .push_list(" and name in (", ["a", "b"], ")")
            .scalar()
            .await
            .unwrap();
        assert_eq!(one, 1);
    })
    .await;
}

#[tokio::test]
async fn a_transaction_that_is_dropped_did_nothing() {
    both(MIGRATIONS, |db| async move {
        let mut tx = db.begin().await.unwrap();
        tx.sql("delete from party where municipality_id = $1").bind(HERE).execute().await.unwrap();
        tx.sql("insert into party (municipality_id, id, name, seen_at) values ($1, $2, $3, $4)")
            .bind(HERE)
            .bind(Id::<Party>::new(THEN))
            .bind("weg")
            .bind(THEN)
            .execute()
            .await
            .unwrap();
        drop(tx);
        assert_eq!(db.read("select count(*) from party").scalar::<i64>().await.unwrap(), 0);
    })
    .await;
}

#[tokio::test]
async fn each_broken_rule_of_the_schema_is_told_apart() {
    both(MIGRATIONS, |db| async move {
        insert(&db, &[party("a")]).await.unwrap();
        let twice = insert(&db, &[party("a")]).await.unwrap_err();
        assert!(twice.is_unique(), "{twice:?}");
        let offer = |title: &'static str| {
            db.write("insert into offer (municipality_id, id, party_id, title) values ($1, $2, $3, $4)")
                .bind(HERE)
                .bind(Id::<()>::new(THEN))
                .bind(Id::<()>::new(THEN))
                .bind(title)
        };
        let orphan = offer("x").execute().await.unwrap_err();
        assert!(matches!(orphan, DbError::Constraint { kind: Broken::ForeignKey, .. }), "{orphan:?}");
        let untitled = offer("").execute().await.unwrap_err();
        assert!(matches!(untitled, DbError::Constraint { kind: Broken::Check, .. }), "{untitled:?}");
        let nameless =
            db.write("update party set name = null where municipality_id = $1").bind(HERE).execute().await;
        assert!(matches!(nameless, Err(DbError::Constraint { kind: Broken::NotNull, .. })), "{nameless:?}");
    })
    .await;
}

#[tokio::test]
async fn an_error_never_repeats_what_somebody_typed() {
    both(MIGRATIONS, |db| async move {
        insert(&db, &[party("geheim-7391")]).await.unwrap();
        let error = insert(&db, &[party("geheim-7391")]).await.unwrap_err();
        assert!(!format!("{error} {error:?}").contains("geheim-7391"));
    })
    .await;
}

#[tokio::test]
async fn after_a_failed_statement_nothing_is_committed_on_either_engine() {
    both(MIGRATIONS, |db| async move {
        let mut tx = db.begin().await.unwrap();
        tx.sql("insert into party (municipality_id, id, name, seen_at) values ($1, $2, $3, $4)")
            .bind(HERE)
            .bind(Id::<Party>::new(THEN))
            .bind("half")
            .bind(THEN)
            .execute()
            .await
            .unwrap();
        tx.sql("insert into nowhere (a) values ($1)").bind(1).execute().await.unwrap_err();
        assert!(tx.commit().await.is_err());
        assert_eq!(db.read("select count(*) from party").scalar::<i64>().await.unwrap(), 0);
    })
    .await;
}

#[tokio::test]
async fn of_many_who_want_the_last_one_exactly_one_gets_it() {
    both(MIGRATIONS, |db| async move {
        let mut last = party("fiets");
        last.is_open = true;
        insert(&db, std::slice::from_ref(&last)).await.unwrap();
        let takers = (0..24).map(|_| {
            let (db, id) = (db.clone(), last.id);
            tokio::spawn(async move {
                let mut tx = db.begin().await.unwrap();
                let seen: bool = tx
                    .sql("select is_open from party where municipality_id = $1 and id = $2")
                    .bind(HERE)
                    .bind(id)
                    .scalar()
                    .await
                    .unwrap();
                let changed = tx
                    .sql("update party set is_open = $3 where municipality_id = $1 and id = $2 and is_open")
                    .bind(HERE)
                    .bind(id)
                    .bind(false)
                    .execute()
                    .await
                    .unwrap();
                tx.commit().await.unwrap();
                u64::from(seen) * changed
            })
        });
        let won: u64 = futures_util::future::join_all(takers).await.into_iter().map(Result::unwrap).sum();
        assert_eq!(won, 1);
    })
    .await;
}

#[tokio::test]
async fn texts_sort_alike_on_both_engines() {
    let mut orders = Vec::new();
    for fresh in each(MIGRATIONS).await {
        let rows: Vec<Party> =
            ["b", "B", "a b", "ab", "é", "z", "_", "10", "9"].iter().map(|n| party(n)).collect();
        insert(&fresh, &rows).await.unwrap();
        orders.push(fresh.read("select name from party order by name").scalars::<String>().await.unwrap());
    }
    assert!(orders.windows(2).all(|pair| pair[0] == pair[1]), "{orders:?}");
}

#[tokio::test]
async fn a_snapshot_keeps_seeing_what_it_saw() {
    both(MIGRATIONS, |db| async move {
        insert(&db, &[party("a")]).await.unwrap();
        let mut then = db.snapshot().await.unwrap();
        assert_eq!(then.sql("select count(*) from party").scalar::<i64>().await.unwrap(), 1);
        insert(&db, &[party("b")]).await.unwrap();
        assert_eq!(then.sql("select count(*) from party").scalar::<i64>().await.unwrap(), 1);
        assert!(then.sql("delete from party").execute().await.is_err());
    })
    .await;
}

#[tokio::test]
async fn a_database_opened_for_reading_takes_no_writes() {
    for fresh in each(MIGRATIONS).await {
        insert(&fresh, &[party("a")]).await.unwrap();
        let reading = super::Db::open(fresh.url(), Options::reading()).await.unwrap();
        assert!(reading.is_read_only());
        assert_eq!(reading.read("select count(*) from party").scalar::<i64>().await.unwrap(), 1);
        assert!(matches!(insert(&reading, &[party("b")]).await, Err(DbError::ReadOnly(_))));
        assert!(matches!(reading.begin().await, Err(DbError::ReadOnly(_))));
        assert!(reading.read("delete from party").execute().await.is_err());
        reading.close().await;
    }
}

/// Polls so many times and drops the rest; whether it was done by then.
async fn glance<T>(future: impl Future<Output = T>, times: usize) -> bool {
    let mut future = std::pin::pin!(future);
    for _ in 0..=times {
        let ready =
            std::future::poll_fn(|context| std::task::Poll::Ready(future.as_mut().poll(context).is_ready()));
        if ready.await {
            return true;
        }
        tokio::task::yield_now().await;
    }
    false
}

#[tokio::test]
async fn a_visitor_who_walks_away_leaves_no_transaction_behind() {
    for fresh in each(MIGRATIONS).await {
        let options = Options { connections: 2, ..Options::default() };
        let db = super::Db::open(fresh.url(), options).await.unwrap();
        for round in 0..40 {
            // Time for the pool to have a connection at hand; then gone after the first, second … look.
            tokio::time::sleep(Duration::from_millis(3)).await;
            glance(db.begin(), round % 5).await;
            tokio::time::sleep(Duration::from_millis(3)).await;
            glance(db.snapshot(), round % 5).await;
            insert(&db, &[party(&round.to_string())]).await.unwrap();
        }
        db.close().await;
        let kept: i64 = fresh.read("select count(*) from party").scalar().await.unwrap();
        assert_eq!(kept, 40, "{}", fresh.engine());
    }
}

#[tokio::test]
async fn a_full_disk_ends_writing_and_not_reading() {
    let fresh = sqlite(MIGRATIONS).await;
    let mut tx = fresh.begin().await.unwrap();
    super::migrate::run(&mut tx, "pragma max_page_count = 20").await.unwrap();
    let mut full = None;
    for number in 0..200 {
        let mut row = party(&number.to_string());
        row.logo = Some(vec![7; 9_000]);
        let sql = "insert into party (municipality_id, id, name, seen_at, logo) values ($1, $2, $3, $4, $5)";
        let done =
            tx.sql(sql).bind(HERE).bind(row.id).bind(&row.name).bind(THEN).bind(row.logo).execute().await;
        if let Err(error) = done {
            full = Some(error);
            break;
        }
    }
    drop(tx);
    assert!(matches!(full, Some(DbError::DiskFull(_))), "{full:?}");
    assert!(fresh.is_read_only());
    assert!(matches!(fresh.begin().await, Err(DbError::ReadOnly(_))));
    let no = crate::trouble::Trouble::from(insert(&fresh, &[party("a")]).await.unwrap_err());
    assert!(matches!(no, crate::trouble::Trouble::NotYet(reason) if reason.key == "database-read-only"));
    assert_eq!(fresh.read("select count(*) from party").scalar::<i64>().await.unwrap(), 0);
    let restarted = super::Db::open(fresh.url(), Options::default()).await.unwrap();
    insert(&restarted, &[party("a")]).await.unwrap();
}

#[tokio::test]
async fn connections_that_died_while_idle_are_replaced_without_anybody_noticing() {
    let Some(fresh) = super::testing::postgres(MIGRATIONS).await else { return };
    for _ in 0..2 {
        let several: Vec<_> = (0..3).map(|_| fresh.snapshot()).collect();
        for tx in futures_util::future::join_all(several).await {
            tx.unwrap().rollback().await.unwrap();
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
        let other = super::Db::open(fresh.url(), Options::default()).await.unwrap();
        let ended: i64 = other
            .read("select count(*) from (select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()) as gone")
            .scalar()
            .await
            .unwrap();
        assert!(ended >= 2, "{ended}");
        other.close().await;
        tokio::time::sleep(Duration::from_millis(50)).await;
        assert_eq!(fresh.read("select count(*) from offer").scalar::<i64>().await.unwrap(), 0);
        fresh.begin().await.unwrap().commit().await.unwrap();
    }
}
