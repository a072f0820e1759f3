//! Moves: both directions, interrupted, resumed, tampered with, refused.

use std::sync::Arc;

use super::{Step, copied, copy};
use crate::db::migrate::Migration;
use crate::db::testing::{Fresh, THEN, each, empty, sqlite};
use crate::db::tests::{MIGRATIONS, insert, party};
use crate::db::{Db, Engine, Options};
use crate::id::Id;

/// Two parties and offers enough for several batches, with every kind of value and nulls.
async fn fill(db: &Db) {
    let mut bare = party("Zonder alles");
    (bare.date, bare.weight, bare.logo) = (None, None, None);
    let parties: Vec<_> = (0..25).map(|number| party(&format!("Buurt é {number}"))).chain([bare]).collect();
    insert(db, &parties).await.unwrap();
    db.write("insert into offer (municipality_id, id, party_id, title) values ")
        .push_rows(0..40, |number: usize, values| {
            let owner = &parties[number % parties.len()];
            values
                .bind(owner.municipality_id)
                .bind(Id::<()>::new(THEN))
                .bind(owner.id)
                .bind("'; drop table x");
        })
        .execute()
        .await
        .unwrap();
}

async fn emptied(url: &str) -> Db {
    let db = Db::open(url, Options::default()).await.unwrap();
    db.migrate(THEN, MIGRATIONS).await.unwrap();
    db
}

/// Every pair of engines there is: a filled source and an empty, migrated target.
async fn pairs() -> Vec<(Fresh, Fresh, Db)> {
    let mut found = Vec::new();
    for place in 0..each(MIGRATIONS).await.len() {
        let targets = empty().await;
        for target in targets {
            let source = each(MIGRATIONS).await.swap_remove(place);
            fill(&source).await;
            let to = emptied(target.url()).await;
            found.push((source, target, to));
        }
    }
    found
}

#[tokio::test]
async fn everything_arrives_in_every_direction_and_the_source_stays_as_it_was() {
    let mut checksums = Vec::new();
    for (source, target, to) in pairs().await {
        let how = format!("{} to {}", source.engine(), target.engine());
        // The file as another process would open it, so that nothing is left in a log.
        let url = source.url().to_owned();
        source.close().await;
        let before = source.file().map(|file| std::fs::read(file).unwrap());
        let from = Db::open(&url, Options::reading()).await.unwrap();
        let mut seen = Vec::new();
        let report = copy(&from, &to, THEN, &mut |progress| seen.push(progress)).await.unwrap();
        from.close().await;
        let rows: Vec<(&str, u64)> =
            report.tables.iter().map(|table| (table.table.as_str(), table.rows)).collect();
        assert_eq!(rows, [("party", 26), ("offer", 40)], "{how}");
        assert_eq!(report.resumed_rows, 0);
        assert!(seen.iter().any(|progress| progress.step == Step::Copying && progress.done == 40), "{how}");
        assert!(seen.iter().any(|progress| progress.step == Step::Comparing && progress.done == 40), "{how}");
        assert_eq!(source.file().map(|file| std::fs::read(file).unwrap()), before, "{how}");
        let left: i64 = to.read("select count(*) from offer").scalar().await.unwrap();
        assert_eq!(left, 40);
        // Once more, onward into a third database: a chain changes no value.
        let third = sqlite(MIGRATIONS).await;
        let onward = copy(&to, &third, THEN, &mut |_| {}).await.unwrap();
        assert_eq!(onward.tables, report.tables, "{how}");
        checksums.push(report.tables.iter().map(|table| table.checksum.clone()).collect::<Vec<_>>());
        let again = copy(&to, &third, THEN, &mut |_| {}).await.unwrap_err();
        assert!(again.to_string().contains("not empty"), "{again}");
        drop(target);
    }
    assert!(!checksums.is_empty());
}

#[tokio::test]
async fn an_interrupted_move_goes_on_where_it_stopped() {
    for (source, target, to) in pairs().await {
        let how = format!("{} to {}", source.engine(), target.engine());
        let stop = Arc::new(tokio::sync::Notify::new());
        let ring = Arc::clone(&stop);
        let mut batches = 0;
        let mut counting = move |_| {
            batches += 1;
            // Well into the second table.
            if batches == 9 {
                ring.notify_one();
            }
        };
        let moving = copied(&source, &to, THEN, 7, &mut counting);
        tokio::select! {
            biased;
            () = stop.notified() => {}
            done = moving => panic!("{how}: not interrupted: {done:?}"),
        }
        let there: i64 = to.read("select count(*) from offer").scalar().await.unwrap();
        assert!((1..40).contains(&there), "{how}: {there}");
        let report = copied(&source, &to, THEN, 7, &mut |_| {}).await.unwrap();
        assert_eq!(report.resumed_rows, 26 + u64::try_from(there).unwrap(), "{how}");
        assert_eq!(report.tables[1].rows, 40, "{how}");
    }
}

#[tokio::test]
async fn a_row_that_was_tampered_with_is_found() {
    let tampering: [&'static str; 3] = [
        "update offer set title = 'other' where id = (select min(id::text)::uuid from offer)",
        "delete from offer where id = (select min(id::text)::uuid from offer)",
        "update party set size = 1 where name = 'Buurt é 3'",
    ];
    for (source, target, to) in pairs().await {
        let how = format!("{} to {}", source.engine(), target.engine());
        // Everything is copied but not yet compared when somebody changes the target.
        let mut tables = 0;
        let stop = Arc::new(tokio::sync::Notify::new());
        let ring = Arc::clone(&stop);
        let mut counting = move |progress: super::Progress| {
            if progress.step == Step::Comparing {
                tables += 1;
                if tables == 1 {
                    ring.notify_one();
                }
            }
        };
        let moving = copied(&source, &to, THEN, 7, &mut counting);
        tokio::select! {
            biased;
            () = stop.notified() => {}
            done = moving => { done.unwrap(); continue }
        }
        let statement = match to.engine() {
            Engine::Postgres => tampering[0],
            Engine::Sqlite => "update offer set title = 'other' where id = (select min(id) from offer)",
        };
        assert_eq!(to.write(statement).execute().await.unwrap(), 1, "{how}");
        let error = copied(&source, &to, THEN, 7, &mut |_| {}).await.unwrap_err();
        assert!(error.to_string().contains("row 1 of offer differs in title"), "{how}: {error}");
        to.write(if to.engine() == Engine::Postgres {
            tampering[1]
        } else {
            "delete from offer where id = (select min(id) from offer)"
        })
        .execute()
        .await
        .unwrap();
        let error = copied(&source, &to, THEN, 7, &mut |_| {}).await.unwrap_err();
        assert!(error.to_string().contains("offer"), "{how}: {error}");
        to.write(tampering[2]).execute().await.unwrap();
        let error = copied(&source, &to, THEN, 7, &mut |_| {}).await.unwrap_err();
        assert!(error.to_string().contains("of party differs in size"), "{how}: {error}");
    }
}

#[tokio::test]
async fn another_level_another_source_and_a_filled_target_are_refused() {
    let source = sqlite(MIGRATIONS).await;
    fill(&source).await;
    for target in empty().await {
        let never = copy(&source, &target, THEN, &mut |_| {}).await.unwrap_err();
        assert!(never.to_string().contains("not migrated"), "{never}");
        target.migrate(THEN, &MIGRATIONS[..1]).await.unwrap();
        let lower = copy(&source, &target, THEN, &mut |_| {}).await.unwrap_err();
        assert!(lower.to_string().contains("at migration 2, the target at 1"), "{lower}");
        target.migrate(THEN, MIGRATIONS).await.unwrap();
        insert(&target, &[party("er was al iets")]).await.unwrap();
        let filled = copy(&source, &target, THEN, &mut |_| {}).await.unwrap_err();
        assert!(filled.to_string().contains("not empty: party has 1 rows"), "{filled}");
    }
}

#[tokio::test]
async fn one_connection_is_enough_to_move_from() {
    let source = sqlite(MIGRATIONS).await;
    fill(&source).await;
    let narrow =
        Options { connections: 1, patience: std::time::Duration::from_millis(200), ..Options::reading() };
    let from = Db::open(source.url(), narrow).await.unwrap();
    let to = sqlite(MIGRATIONS).await;
    let report = copy(&from, &to, THEN, &mut |_| {}).await.unwrap();
    assert_eq!(report.tables.len(), 2);
}

const TREE: &[Migration] = &[Migration {
    number: 1,
    name: "tree",
    sql: "create table tree (municipality_id integer not null, code text not null, parent text,
          primary key (municipality_id, code),
          foreign key (municipality_id, parent) references tree (municipality_id, code))",
}];

#[tokio::test]
async fn a_table_that_points_at_itself_arrives_whatever_the_order() {
    for source in each(TREE).await {
        source
            .write("insert into tree (municipality_id, code, parent) values (1, 'z', null), (1, 'a', 'z'), (1, 'b', 'a')")
            .execute()
            .await
            .unwrap();
        for target in empty().await {
            target.migrate(THEN, TREE).await.unwrap();
            let report = copied(&source, &target, THEN, 1, &mut |_| {}).await.unwrap();
            assert_eq!(report.tables[0].rows, 3);
            let orphan = target
                .write("insert into tree (municipality_id, code, parent) values (1, 'x', 'nobody')")
                .execute()
                .await;
            assert!(orphan.is_err(), "the references hold again on {}", target.engine());
        }
    }
}
