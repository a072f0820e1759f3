//! A file is there whole or not at all.

use directory::neighbourhood::{HERE, Neighbourhood};
use directory::party::Sphere;
use ground::db::testing::{THEN, both};
use serde_json::Value;

use super::{Broken, Kind, write};

#[tokio::test]
async fn a_file_that_cannot_be_written_leaves_what_was_there() {
    both(migrations::ALL, |db| async move {
        let mut quarter = Neighbourhood::new(THEN);
        for nth in 0..250 {
            let party = quarter.party(&format!("Partij {nth}"), Sphere::Informal, |_| {});
            quarter.offer(party, "Samen eten", &["eten"], |_| {});
        }
        quarter.settle(&db).await;
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("kaart.json");
        std::fs::write(&file, "van gisteren").unwrap();
        let nowhere = folder.path().join("nergens/kaart.json");
        assert!(matches!(write(&db, HERE, THEN, Kind::Json, &nowhere).await, Err(Broken::Io(_))));
        assert_eq!(std::fs::read_to_string(&file).unwrap(), "van gisteren");

        let made = write(&db, HERE, THEN, Kind::Json, &file).await.unwrap();
        let text = std::fs::read_to_string(&file).unwrap();
        let document: Value = serde_json::from_str(&text).unwrap();
        // More than one handful: nobody is lost or doubled between two of them.
        let ids: std::collections::BTreeSet<String> =
            document["organizations"].as_array().unwrap().iter().map(|it| it["id"].to_string()).collect();
        assert_eq!((ids.len(), made.parties, made.offers), (250, 250, 250));
        assert_eq!(made.bytes, text.len() as u64);
        assert_eq!(
            (document["version"].as_str(), document["licence"].as_str()),
            (Some("HSDS 3.0"), Some("CC BY 4.0"))
        );
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "nothing half made lies about");
    })
    .await;
}
