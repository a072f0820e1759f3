//! Backups while writing, put back on either engine; and each way a backup can be wrong.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::{Header, Program, look, restore, write};
use crate::db::testing::{Fresh, THEN, each, empty, folder, sqlite};
use crate::db::tests::{MIGRATIONS, insert, party};
use crate::db::{Db, Options};
use crate::trouble::{Answer, Trouble};

pub(super) const OURS: Program = Program { version: "0.1.0", migrations: MIGRATIONS };
const OLDER: Program = Program { version: "0.0.9", migrations: MIGRATIONS.split_at(1).0 };

pub(super) fn sentence<T>(answer: Answer<T>) -> String {
    match answer {
        Err(Trouble::NotYet(reason)) => reason.to_string(),
        Err(other) => panic!("no sentence: {other:?}"),
        Ok(_) => panic!("it was not refused"),
    }
}

pub(super) async fn names(db: &Db) -> Vec<String> {
    db.read("select name from party order by name").scalars().await.unwrap()
}

fn rows(header: &Header, table: &str) -> i64 {
    header.tables.iter().find(|(name, _)| name == table).unwrap().1
}

/// A backup of a small installation, and the folder it is in.
async fn made(source: &Fresh) -> (tempfile::TempDir, std::path::PathBuf) {
    insert(source, &[party("a"), party("b")]).await.unwrap();
    let (dir, path) = folder();
    let file = path.join("backup.db");
    write(source, &file, OURS, THEN, &mut |_| {}).await.unwrap();
    (dir, file)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_backup_made_while_people_write_holds_one_moment_and_comes_back_the_same() {
    for source in each(MIGRATIONS).await {
        let engine = source.engine();
        for number in 0..300 {
            insert(&source, &[party(&format!("{number:06}"))]).await.unwrap();
        }
        let stop = Arc::new(AtomicBool::new(false));
        let writing = tokio::spawn({
            let (db, stop) = (source.db.clone(), Arc::clone(&stop));
            async move {
                let mut number = 300;
                while !stop.load(Ordering::Relaxed) {
                    insert(&db, &[party(&format!("{number:06}"))]).await.unwrap();
                    number += 1;
                }
                number
            }
        });
        let (_dir, path) = folder();
        let file = path.join("backup.db");
        let mut steps = 0;
        let header = write(&source, &file, OURS, THEN, &mut |_| steps += 1).await.unwrap();
        stop.store(true, Ordering::Relaxed);
        let written: i64 = writing.await.unwrap();
        assert!(steps > 1, "{engine}");
        assert_eq!((header.level, header.engine.as_str()), (2, engine.to_string().as_str()));
        assert!((300..=written).contains(&rows(&header, "party")), "{engine}");
        assert_eq!(look(&file, OURS).await.unwrap(), header, "{engine}");
        let left: Vec<_> =
            std::fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert_eq!(left, ["backup.db"], "{engine}");
        for target in empty().await {
            let mut told = 0;
            let how = format!("{engine} to {}", target.engine());
            target.close().await;
            restore(&file, target.url(), true, OURS, THEN, &mut |_| told += 1).await.unwrap();
            assert!(told > 1, "{how}");
            let back = Db::open(target.url(), Options::default()).await.unwrap();
            let expected: Vec<String> =
                (0..rows(&header, "party")).map(|number| format!("{number:06}")).collect();
            assert_eq!(names(&back).await, expected, "{how}");
            assert_eq!(back.migrate(THEN, MIGRATIONS).await.unwrap(), 0, "{how}");
            // It is an installation again: it can itself be backed up, with the same content.
            let again = path.join(format!("again-{how}.db"));
            assert_eq!(
                write(&back, &again, OURS, THEN, &mut |_| {}).await.unwrap().tables,
                header.tables,
                "{how}"
            );
            back.close().await;
        }
    }
}

#[tokio::test]
async fn an_older_backup_is_brought_to_todays_level_and_a_newer_one_is_refused() {
    for source in each(OLDER.migrations).await {
        insert(&source, &[party("a")]).await.unwrap();
        let (_dir, path) = folder();
        let file = path.join("old.db");
        write(&source, &file, OLDER, THEN, &mut |_| {}).await.unwrap();
        for target in empty().await {
            target.close().await;
            restore(&file, target.url(), true, OURS, THEN, &mut |_| {}).await.unwrap();
            let back = Db::open(target.url(), Options::default()).await.unwrap();
            assert_eq!(crate::db::migrate::level(&back).await.unwrap(), 2);
            assert_eq!(names(&back).await, ["a"]);
            back.close().await;
        }
    }
    let source = sqlite(MIGRATIONS).await;
    let (_dir, file) = made(&source).await;
    let newer = sentence(look(&file, OLDER).await);
    assert!(
        newer.contains("made by version 0.1.0 (migration 2); this program is 0.0.9 and knows up to 1"),
        "{newer}"
    );
}

#[tokio::test]
async fn each_way_a_backup_can_be_wrong_has_its_sentence_and_changes_nothing() {
    let source = sqlite(MIGRATIONS).await;
    let (dir, file) = made(&source).await;
    let target = sqlite(MIGRATIONS).await;
    insert(&target, &[party("blijft")]).await.unwrap();
    let target_url = target.url().to_owned();
    target.close().await;
    let whole = std::fs::read(&file).unwrap();
    let at = |name: &str, bytes: &[u8]| {
        let path = dir.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    };
    let mut damaged = whole.clone();
    let middle = damaged.len() / 2;
    damaged[middle..middle + 3_000].fill(0xff);
    let plain = dir.path().join("plain.db");
    let other = sqlite(MIGRATIONS).await;
    other.close().await;
    std::fs::copy(other.file().unwrap(), &plain).unwrap();
    let short = at("short.db", &whole[..whole.len() - 4096]);
    let half = at("half.db", &whole[..whole.len() / 2 + 100]);
    let cases: [(&Path, &str); 9] = [
        (&dir.path().join("nowhere.db"), "There is no backup at"),
        (dir.path(), "is a folder, not a backup"),
        (&at("empty.db", b""), "it is no database at all"),
        (&at("text.db", b"Beste mensen, dit is een brief en geen bestand"), "it is no database at all"),
        (&at("head.db", &whole[..100]), "damaged or cut short"),
        (&half, "damaged or cut short"),
        (&short, "damaged or cut short"),
        (&at("damaged.db", &damaged), "damaged or cut short"),
        (&plain, "not a backup made by this program"),
    ];
    for (path, expected) in cases {
        let said = sentence(restore(path, &target_url, true, OURS, THEN, &mut |_| {}).await);
        assert!(said.contains(expected), "{}: {said}", path.display());
    }
    let there = sentence(restore(&file, &target_url, false, OURS, THEN, &mut |_| {}).await);
    assert!(there.contains("may be replaced"), "{there}");
    let kept = Db::open(&target_url, Options::default()).await.unwrap();
    assert_eq!(names(&kept).await, ["blijft"]);
    let in_use = sentence(restore(&file, &target_url, true, OURS, THEN, &mut |_| {}).await);
    assert!(in_use.contains("is in use"), "{in_use}");
    assert_eq!(names(&kept).await, ["blijft"]);
    kept.close().await;
    restore(&file, &target_url, true, OURS, THEN, &mut |_| {}).await.unwrap();
    let replaced = Db::open(&target_url, Options::default()).await.unwrap();
    assert_eq!(names(&replaced).await, ["a", "b"]);
}

#[tokio::test]
async fn a_backup_with_rows_taken_out_is_refused() {
    let source = sqlite(MIGRATIONS).await;
    let (_dir, file) = made(&source).await;
    let db = Db::open_file(&file, &Options::default()).await.unwrap();
    db.write("delete from party where name = 'a'").execute().await.unwrap();
    db.close().await;
    let said = sentence(look(&file, OURS).await);
    assert!(said.contains("does not hold the rows it says it holds"), "{said}");
}

#[tokio::test]
async fn a_filled_postgres_is_not_restored_over() {
    let source = sqlite(MIGRATIONS).await;
    let (_dir, file) = made(&source).await;
    for target in each(MIGRATIONS).await.iter().skip(1) {
        insert(target, &[party("blijft")]).await.unwrap();
        let said = sentence(restore(&file, target.url(), true, OURS, THEN, &mut |_| {}).await);
        assert!(said.contains("not empty"), "{said}");
        assert_eq!(names(target).await, ["blijft"]);
    }
}

#[tokio::test]
async fn where_no_backup_can_be_written_a_sentence_says_so_and_nothing_stays() {
    for source in each(MIGRATIONS).await {
        let (_dir, path) = folder();
        std::fs::write(path.join("file"), b"").unwrap();
        for impossible in
            ["/proc/backup.db".into(), path.join("file/backup.db"), path.join("missing/backup.db")]
        {
            let said = sentence(write(&source, &impossible, OURS, THEN, &mut |_| {}).await);
            assert!(said.contains("No database can be made at"), "{said}");
        }
        let there = sentence(write(&source, &path.join("file"), OURS, THEN, &mut |_| {}).await);
        assert!(there.contains("never overwrites"), "{there}");
        assert!(!source.is_read_only());
        let left: Vec<_> =
            std::fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert_eq!(left, ["file"]);
    }
}

#[tokio::test]
async fn a_database_of_another_level_is_not_backed_up() {
    let source = sqlite(OLDER.migrations).await;
    let (_dir, path) = folder();
    let said = sentence(write(&source, &path.join("backup.db"), OURS, THEN, &mut |_| {}).await);
    assert!(said.contains("older than this program"), "{said}");
}

#[tokio::test]
async fn a_restored_database_is_for_its_owner_only_whoever_could_read_the_backup() {
    use std::os::unix::fs::PermissionsExt as _;
    let source = sqlite(MIGRATIONS).await;
    let (dir, file) = made(&source).await;
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o644)).unwrap();
    let target = dir.path().join("restored.db");
    restore(&file, &target.display().to_string(), false, OURS, THEN, &mut |_| {}).await.unwrap();
    let rights = std::fs::metadata(&target).unwrap().permissions().mode();
    assert_eq!(rights & 0o077, 0, "{rights:o}");
}

#[tokio::test]
async fn a_backup_may_have_any_name_a_file_may_have() {
    let source = sqlite(MIGRATIONS).await;
    insert(&source, &[party("a")]).await.unwrap();
    let (_dir, path) = folder();
    let file = path.join("wat? 'nu' 50% #1.db");
    write(&source, &file, OURS, THEN, &mut |_| {}).await.unwrap();
    assert_eq!(rows(&look(&file, OURS).await.unwrap(), "party"), 1);
    let target = path.join("terug? 2.db").display().to_string();
    restore(&file, &target, false, OURS, THEN, &mut |_| {}).await.unwrap();
    let back = Db::open(&target, Options::default()).await.unwrap();
    assert_eq!(names(&back).await, ["a"]);
    back.close().await;
}
