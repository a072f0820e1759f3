//! The upload that waits: applied once, only as it was seen, and gone after a day.

use std::time::Duration;

use access::Permit;
use ground::db::testing::both;

use super::*;
use crate::import::staged;
use crate::import::store::{self, State};

async fn upload(db: &Db, permit: &Permit, file: &Value) -> staged::Waiting {
    let bytes = file.to_string().into_bytes();
    let mut upload = staged::Upload::default();
    upload.push(&bytes).unwrap();
    staged::stage(db, permit, &ask("Register"), upload, at(1)).await.unwrap().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn two_who_press_the_button_at_once_apply_once() {
    both(migrations::ALL, |db| async move {
        let permit = place(&db, HERE).await;
        let waiting = upload(&db, &permit, &file(&[("p1", "De Brug")], &[("o1", "p1", "Eten")])).await;
        let before = version(&db).await;
        let press = || {
            let (db, permit) = (db.clone(), permit.clone());
            tokio::spawn(
                async move { staged::put_on_the_map(&db, &permit, waiting.id, at(2)).await.unwrap() },
            )
        };
        let (one, two) = (press(), press());
        let ended = [one.await.unwrap(), two.await.unwrap()];
        let applied = ended.iter().filter(|ended| matches!(ended, Ended::Applied(_))).count();
        let already = ended.iter().filter(|ended| matches!(ended, Ended::Already)).count();
        assert_eq!((applied, already), (1, 1), "{ended:?}");
        assert_eq!((parties(&db, HERE).await.len(), version(&db).await), (1, before + 1));
        let import = store::find(&db, HERE, waiting.id).await.unwrap().unwrap();
        assert_eq!((import.state, import.applied_at), (State::Applied, Some(at(2))));
        assert_eq!(store::part(&db, HERE, waiting.id, 0).await.unwrap(), None);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn when_the_map_changed_since_the_preview_nothing_is_written_and_the_new_preview_waits() {
    both(migrations::ALL, |db| async move {
        let permit = place(&db, HERE).await;
        let waiting = upload(&db, &permit, &file(&[("p1", "De Brug"), ("p2", "Het Anker")], &[])).await;
        applied(bring(&db, &permit, &ask("Register"), &file(&[("p1", "De Oude Brug")], &[]), at(2)).await);
        let ended = staged::put_on_the_map(&db, &permit, waiting.id, at(3)).await.unwrap();
        let Ended::Outdated(report) = ended else { panic!("{ended:?}") };
        assert_eq!((report.parties.added, report.parties.changed), (1, 1));
        assert_eq!(parties(&db, HERE).await.len(), 1);
        let import = store::find(&db, HERE, waiting.id).await.unwrap().unwrap();
        assert_eq!((import.state, import.counts.changed), (State::Previewed, 1));
        let again = staged::put_on_the_map(&db, &permit, waiting.id, at(4)).await.unwrap();
        assert!(matches!(again, Ended::Applied(_)), "{again:?}");
        assert_eq!(parties(&db, HERE).await[0].name.as_str(), "De Brug");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_upload_that_nobody_decides_on_is_gone_after_a_day_and_an_applied_one_is_remembered() {
    both(migrations::ALL, |db| async move {
        let permit = place(&db, HERE).await;
        let first = upload(&db, &permit, &file(&[("p1", "De Brug")], &[])).await;
        staged::put_on_the_map(&db, &permit, first.id, at(2)).await.unwrap();
        let second = upload(&db, &permit, &file(&[("p2", "Het Anker")], &[])).await;
        let later = |hours: u64| at(1).plus(Duration::from_secs(hours * 3600));
        let town = retention::Town { code: HERE, fiction: false };
        retention::trust(&db, HERE, later(12)).await.unwrap();
        retention::apply(&db, crate::ENDS, town, later(23)).await.unwrap();
        assert!(store::find(&db, HERE, second.id).await.unwrap().is_some());
        retention::apply(&db, crate::ENDS, town, later(25)).await.unwrap();
        assert!(store::find(&db, HERE, second.id).await.unwrap().is_none());
        assert_eq!(store::part(&db, HERE, second.id, 0).await.unwrap(), None);
        assert!(store::find(&db, HERE, first.id).await.unwrap().is_some());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_large_upload_is_kept_in_parts_and_read_back_whole() {
    both(migrations::ALL, |db| async move {
        let permit = place(&db, HERE).await;
        let many: Vec<(String, String)> =
            (0..20_000).map(|n| (format!("p{n}"), format!("Partij {n}"))).collect();
        let many: Vec<(&str, &str)> = many.iter().map(|(key, name)| (key.as_str(), name.as_str())).collect();
        let waiting = upload(&db, &permit, &file(&many, &[])).await;
        assert!(store::part(&db, HERE, waiting.id, 1).await.unwrap().is_some());
        assert_eq!(waiting.report.parties.added, 20_000);
    })
    .await;
}
