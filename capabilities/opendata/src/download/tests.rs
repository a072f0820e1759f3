//! The files are made when they are missing, when something changed, and when they are a day old.

use std::time::Duration;

use access::Permit;
use directory::alive::post::Office;
use directory::confirmation::Confirmation;
use directory::municipality::store::touch;
use directory::neighbourhood::{HERE, Neighbourhood};
use directory::party::Sphere;
use directory::wording::Line;
use ground::db::testing::{THEN, both};

use super::{Download, about, current, file_of, refresh};

#[tokio::test]
async fn the_files_are_made_once_and_again_when_they_are_missing_changed_or_old() {
    both(migrations::ALL, |db| async move {
        let mut quarter = Neighbourhood::new(THEN);
        let linde = quarter.party("De Linde", Sphere::Informal, |_| {});
        quarter.offer(linde, "Brieven lezen", &["papieren"], |_| {});
        quarter.settle(&db).await;
        let dir = tempfile::tempdir().unwrap();
        let folder = dir.path().join("open");
        assert!(about(&folder, HERE).await.is_none());
        assert_eq!(refresh(&db, &folder, THEN).await.unwrap(), 1);
        let made = about(&folder, HERE).await.unwrap();
        assert_eq!((made.parties, made.offers, made.made_at), (1, 1, THEN));
        let hour = |hours: u64| THEN.plus(Duration::from_secs(hours * 3600));
        assert_eq!(refresh(&db, &folder, hour(1)).await.unwrap(), 0);

        std::fs::remove_file(file_of(&folder, HERE, Download::Json)).unwrap();
        assert_eq!(refresh(&db, &folder, hour(2)).await.unwrap(), 1);

        let mut tx = db.begin().await.unwrap();
        touch(&mut tx, &Permit::at_the_machine(HERE), hour(3)).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(refresh(&db, &folder, hour(3)).await.unwrap(), 1);
        assert_eq!(refresh(&db, &folder, hour(26)).await.unwrap(), 0);
        assert_eq!(refresh(&db, &folder, hour(27)).await.unwrap(), 1);

        // A disk that takes nothing leaves what was there, and the next hour tries again.
        let names = |folder: &std::path::Path| {
            let mut names: Vec<_> =
                std::fs::read_dir(folder).unwrap().map(|it| it.unwrap().file_name()).collect();
            names.sort();
            names
        };
        assert_eq!(names(&folder.join("GM9901")), ["datapackage.zip", "gemaakt.json", "hsds.json"]);
    })
    .await;
}

#[tokio::test]
async fn a_folder_that_cannot_be_written_in_is_no_fault() {
    both(migrations::ALL, |db| async move {
        Neighbourhood::new(THEN).settle(&db).await;
        let file = tempfile::NamedTempFile::new().unwrap();
        assert_eq!(refresh(&db, &file.path().join("open"), THEN).await.unwrap(), 0);
    })
    .await;
}

#[tokio::test]
async fn who_hides_by_itself_is_in_no_file_from_that_moment() {
    both(migrations::ALL, |db| async move {
        let days = |days: u32| Duration::from_secs(86_400) * days;
        let mut quarter = Neighbourhood::new(THEN);
        quarter.party("De Linde", Sphere::Informal, |party| {
            let by = Line::parse("de coördinator").unwrap();
            party.confirmed = Some(Confirmation { at: THEN.minus(days(424)), by });
        });
        quarter.party("Het Repaircafé", Sphere::Informal, |_| {});
        quarter.settle(&db).await;
        Office::none().round(&db, THEN.minus(days(15))).await.unwrap();
        let dir = tempfile::tempdir().unwrap();
        let hour = Duration::from_secs(3600);
        let before = current(&db, dir.path(), HERE, THEN.plus(hour * 23)).await.unwrap();
        assert_eq!((before.parties, before.good_until), (2, THEN.plus(days(1))));
        assert_eq!(current(&db, dir.path(), HERE, THEN.plus(hour * 23)).await.unwrap(), before);
        assert_eq!(current(&db, dir.path(), HERE, THEN.plus(days(1))).await.unwrap().parties, 1);
    })
    .await;
}

#[tokio::test]
async fn a_file_that_somebody_threw_away_is_made_again_for_who_asks() {
    both(migrations::ALL, |db| async move {
        Neighbourhood::new(THEN).settle(&db).await;
        let dir = tempfile::tempdir().unwrap();
        current(&db, dir.path(), HERE, THEN).await.unwrap();
        let file = file_of(dir.path(), HERE, Download::Tables);
        std::fs::remove_file(&file).unwrap();
        current(&db, dir.path(), HERE, THEN).await.unwrap();
        assert!(file.exists());
    })
    .await;
}
