//! A backup disk that is full, and one that refuses half-way: tried for real, in a process that has such a disk.

use std::path::Path;
use std::process::Command;

use super::tests::{OURS, names, sentence};
use super::{restore, write};
use crate::db::testing::{THEN, each, folder};
use crate::db::tests::{MIGRATIONS, insert, party};
use crate::db::{Db, Options};

const NAME: &str = "db::backup::full_disk::a_full_backup_disk_gets_its_sentence_and_the_database_goes_on";
/// What the process with the small disk is told: source, a good backup, the folder, the sentence to expect.
const TOLD: &str = "SAMENSPEL_TEST_FULL_DISK";

/// No file may grow beyond a hundred kilobytes or two; works everywhere.
const SHORT_FILES: &str = r#"trap "" XFSZ; shift; ulimit -f 200; exec "$@""#;
/// A disk of its own, of 256 kilobytes, which only this process sees; needs a kernel that lets us mount one.
const SMALL_DISK: &str = r#"
[ "$(id -u)" = 0 ] || own="--user --map-root-user"
exec unshare ${own:-} --mount sh -c 'mount -t tmpfs -o size=256k tmpfs "$1" && shift && exec "$@"' sh "$@"
"#;

fn on(disk: &Path, kind: &str) -> Command {
    let mut sh = Command::new("sh");
    sh.args(["-c", kind, "sh"]).arg(disk);
    sh
}

#[tokio::test]
async fn a_full_backup_disk_gets_its_sentence_and_the_database_goes_on() {
    if let Ok(told) = std::env::var(TOLD) {
        return inside(&told).await;
    }
    let (_dir, disk) = folder();
    let mut kinds = vec![(SHORT_FILES, "cannot be written")];
    let tried = on(&disk, SMALL_DISK).arg("true").output();
    if tried.is_ok_and(|tried| tried.status.success()) {
        kinds.push((SMALL_DISK, "no space left for the backup"));
    } else {
        eprintln!("No small disk can be mounted here: a full one is tried with a limit on files only.");
    }
    for (kind, expected) in kinds {
        for source in each(MIGRATIONS).await {
            for number in 0..50 {
                let mut large = party(&number.to_string());
                large.logo = Some(vec![9; 20_000]);
                insert(&source, &[large]).await.unwrap();
            }
            let (_dir, path) = folder();
            let good = path.join("good.db");
            write(&source, &good, OURS, THEN, &mut |_| {}).await.unwrap();
            // Its log would be beyond the limit on files already.
            source.close().await;
            let told =
                [source.url(), &good.display().to_string(), &disk.display().to_string(), expected].join("\n");
            let own = std::env::current_exe().unwrap();
            let done = on(&disk, kind)
                .arg(own)
                .args(["--exact", NAME, "--nocapture"])
                .env(TOLD, told)
                .output()
                .unwrap();
            let said =
                format!("{}{}", String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr));
            assert!(done.status.success() && said.contains("1 passed"), "{}: {said}", source.engine());
            let after = Db::open(source.url(), Options::default()).await.unwrap();
            assert!(names(&after).await.contains(&"verder".to_owned()), "{}", source.engine());
            after.close().await;
        }
    }
}

async fn inside(told: &str) {
    let told: Vec<&str> = told.lines().collect();
    let [source, good, disk, expected] = told[..] else { panic!("told {told:?}") };
    let (good, disk) = (Path::new(good), Path::new(disk));
    let db = Db::open(source, Options::default()).await.unwrap();
    let said = sentence(write(&db, &disk.join("backup.db"), OURS, THEN, &mut |_| {}).await);
    assert!(said.contains(expected), "{said}");
    assert_eq!(std::fs::read_dir(disk).unwrap().count(), 0);
    assert!(!db.is_read_only());
    insert(&db, &[party("verder")]).await.unwrap();
    let target = format!("sqlite:{}", disk.join("restored.db").display());
    let said = sentence(restore(good, &target, false, OURS, THEN, &mut |_| {}).await);
    assert!(said.contains("no place for the restored database"), "{said}");
    assert_eq!(std::fs::read_dir(disk).unwrap().count(), 0);
}
