//! Open data: what other programs and files get is what visitors see, and nothing more.

use std::collections::BTreeMap;

use directory::confirmation::Age;
use directory::party::whole::Whole;
use directory::{contact, municipality, party};
use ground::db::Db;
use ground::db::testing::THEN;
use ground::id::Municipality;
use opendata::export::{self, Kind};
use serde_json::Value;

use crate::neighbourhood::{Visitor, in_oosterwaard, settings, with};
use samenspel::settings::Settings;

const HERE: Municipality = Municipality(9901);

/// Every party with all that hangs on it, as it stands in the database.
pub async fn wholes(db: &Db) -> Vec<Whole> {
    let all = party::store::after(db, HERE, None, 10_000).await.unwrap();
    Whole::of_parties(db, HERE, all).await.unwrap()
}

#[tokio::test]
async fn a_program_of_somebody_else_reads_along_and_nobody_writes() {
    in_oosterwaard(async |visitor: Visitor| {
        let list = visitor.get("/hsds/services").await;
        assert_eq!(list.is(200).header("access-control-allow-origin"), "*");
        let tag = list.header("etag").to_owned();
        let again = visitor.get_asking("/hsds/services", "if-none-match", &tag).await;
        assert!(again.is(304).body.is_empty() && again.header("etag") == tag);
        let preflight = visitor
            .send(visitor.request("OPTIONS".parse().unwrap(), "/hsds/services").body("".into()).unwrap());
        assert!(preflight.await.is(204).header("access-control-allow-headers").contains("If-None-Match"));
        let posted = visitor
            .send(visitor.request("POST".parse().unwrap(), "/hsds/services").body("".into()).unwrap())
            .await;
        posted.is(405).shows("\"status\":405");
        for page in ["/", "/wie", "/open", "/openapi.json", "/hsdsx"] {
            let headers = visitor.get(page).await.headers;
            assert!(!headers.contains_key("access-control-allow-origin"), "{page}");
        }
        // A change anywhere in the municipality is another tag.
        visitor.sign_in().await;
        let desk = visitor.desk_of("De Linde").await;
        visitor
            .save(&desk, &[("name", "De Linde"), ("sphere", "informal"), ("serves", "everywhere")])
            .await
            .is(303);
        let after = visitor.get_asking("/hsds/services", "if-none-match", &tag).await;
        assert!(after.is(200).header("etag") != tag);
    })
    .await;
}

#[tokio::test]
async fn whoever_has_an_answer_already_hears_only_that_until_something_changed() {
    in_oosterwaard(async |visitor: Visitor| {
        let of_rows = [
            "/hsds/services?format=ndjson",
            "/hsds/organizations?format=ndjson&full=true",
            "/hsds/service_at_locations?format=ndjson",
            "/hsds/taxonomies?format=ndjson",
            "/hsds/taxonomy_terms?format=ndjson",
        ];
        let of_the_program =
            ["/hsds", "/hsds/", "/hsds/openapi.json", "/hsds/profile", "/hsds/profile/service.json"];
        let mut tags = BTreeMap::new();
        for path in of_rows.into_iter().chain(of_the_program) {
            let tag = visitor.get(path).await.is(200).header("etag").to_owned();
            assert!(tag.starts_with("W/\"") && tag.ends_with('"'), "{path}: {tag:?}");
            for sent in [tag.clone(), format!("\"x\", {tag}"), "*".to_owned()] {
                let again = visitor.get_asking(path, "if-none-match", &sent).await;
                assert!(again.is(304).body.is_empty() && again.header("etag") == tag, "{path}: {sent}");
            }
            visitor.get_asking(path, "if-none-match", "W/\"x\"").await.is(200);
            tags.insert(path, tag);
        }
        visitor.sign_in().await;
        let desk = visitor.desk_of("De Linde").await;
        let typed = [("name", "De Linde"), ("sphere", "informal"), ("serves", "everywhere")];
        visitor.save(&desk, &typed).await.is(303);
        for path in of_rows {
            let after = visitor.get_asking(path, "if-none-match", &tags[path]).await;
            assert!(after.is(200).header("etag") != tags[path], "{path}");
        }
        for path in of_the_program {
            visitor.get_asking(path, "if-none-match", &tags[path]).await.is(304);
        }
        // The same address says it in another language: that is another answer.
        assert_ne!(
            visitor.get_asking("/hsds", "accept-language", "tr").await.is(200).header("etag"),
            tags["/hsds"]
        );
    })
    .await;
}

#[tokio::test]
async fn whatever_is_asked_there_is_a_sentence_or_an_empty_list() {
    in_oosterwaard(async |visitor: Visitor| {
        let long = format!("/hsds/services?search={}", "a".repeat(20_000));
        for (path, status) in [
            ("/hsds/services?page=1000000000", 404),
            ("/hsds/services?page=99999999999999999999", 404),
            ("/hsds/services?page=-1", 400),
            ("/hsds/services?page=twee", 400),
            ("/hsds/services?per_page=100000", 400),
            ("/hsds/services?kleur=rood", 400),
            ("/hsds/services?search=%00%1b%e2%80%ae", 200),
            ("/hsds/services?search=%27%3b+drop+table+directory_offer%3b--", 200),
            ("/hsds/services?search=%ff", 200),
            (long.as_str(), 200),
            ("/hsds/services?postcode=1000AA&proximity=10", 200),
            ("/hsds/services?area=BU00000000", 200),
            ("/hsds/services/bestaat-niet", 404),
            ("/hsds/services/00000000-0000-7000-8000-000000000000", 404),
            ("/hsds/organizations/%00", 404),
            ("/hsds/taxonomies/00000000-0000-7000-8000-000000000000", 404),
            ("/hsds/nergens", 404),
            ("/hsds/profile/..%2f..%2fCargo.toml", 404),
            ("/buurt/BU99010101/blad?naast=klingon", 200),
            ("/buurt/BU00000000/blad", 404),
            ("/buurt/%00/blad", 404),
        ] {
            let answer = visitor.get(path).await;
            let at = path.get(..80).unwrap_or(path);
            assert_eq!(answer.status, status, "{at}: {}", answer.body);
            if path.starts_with("/hsds") {
                assert_eq!(answer.header("content-type"), "application/json", "{at}");
                let said: Value = serde_json::from_str(&answer.body).unwrap();
                assert!(status == 200 || said["message"].as_str().is_some_and(|it| it.len() > 10), "{at}");
            }
        }
        let english = visitor.get_asking("/hsds/services?kleur=x", "accept-language", "en").await;
        english.is(400).shows("is no parameter we know here");
    })
    .await;
}

/// All that open data hands out, by where it is found.
pub async fn everything(visitor: &Visitor) -> BTreeMap<String, String> {
    let mut all = BTreeMap::new();
    let mut paths = vec!["/hsds/", "/hsds/openapi.json", "/open", "/hsds/taxonomies", "/hsds/taxonomy_terms"];
    paths.extend(["/hsds/services?format=ndjson&full=true", "/hsds/services?format=ndjson"]);
    paths.extend(["/hsds/organizations?format=ndjson&full_service=true", "/hsds/organizations?per_page=250"]);
    paths.extend([
        "/hsds/service_at_locations?format=ndjson&full=true",
        "/hsds/service_at_locations?per_page=250",
    ]);
    paths.extend(["/buurt/WK990101/blad?naast=ar", "/buurt/WK990102/blad", "/buurt/WK990103/blad"]);
    for path in paths {
        let body = visitor.get(path).await.is(200).body.clone();
        all.insert(path.to_owned(), body);
    }
    let folder = tempfile::tempdir().unwrap();
    for (kind, name) in [(Kind::Json, "export.json"), (Kind::Tables, "export.zip")] {
        let file = folder.path().join(name);
        export::write(&visitor.db, HERE, THEN, kind, &file).await.unwrap();
        all.insert(name.to_owned(), text_of(&file));
    }
    all
}

/// A zip is read through: what is packed cannot be searched.
pub fn text_of(file: &std::path::Path) -> String {
    let bytes = std::fs::read(file).unwrap();
    if !bytes.starts_with(b"PK") {
        return String::from_utf8(bytes).unwrap();
    }
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    for index in 0..zip.len() {
        std::io::Read::read_to_string(&mut zip.by_index(index).unwrap(), &mut text).unwrap();
    }
    text
}

#[tokio::test]
async fn a_secret_address_and_the_name_of_a_person_are_in_nothing_that_leaves_the_house() {
    in_oosterwaard(async |visitor: Visitor| {
        visitor.sign_in().await;
        let desk = visitor.desk_of("De Linde").await;
        let place = visitor.get(&desk).await.after(&format!("href=\"{desk}/locatie/"));
        let typed = [
            ("name", "Kanarienest"),
            ("street", "Kanariestraat"),
            ("house_number", "Kanarie7713"),
            ("postcode", "9927 ZZ"),
            ("town", "Kanariedorp"),
            ("access", "Kanarietrap"),
            ("point", "52.62137, 5.33871"),
            ("confidential", "ja"),
        ];
        visitor.save(&format!("{desk}/locatie/{place}"), &typed).await.is(303);
        let stranger = Visitor::new(crate::neighbourhood::settings(), visitor.db.clone());
        let all = everything(&stranger).await;
        let people: Vec<_> = wholes(&visitor.db).await.into_iter().flat_map(|whole| whole.contacts).collect();
        let named: Vec<_> =
            people.iter().filter_map(|it| Some((it, it.name.as_ref()?.value.to_string()))).collect();
        assert!(named.len() > 10, "the demo has people who agreed to be named");
        for (at, text) in &all {
            for secret in ["Kanarie", "9927 ZZ", "52.62137", "5.33871"] {
                assert!(!text.contains(secret), "{at} has {secret}");
            }
            for (contact, name) in &named {
                assert!(!text.contains(name.as_str()), "{at} names {name}");
                let number = contact.phone.as_str();
                assert!(number.is_empty() || !text.contains(number), "{at} has the number of {name}");
            }
        }
        let linde = &all["/hsds/organizations?format=ndjson&full_service=true"];
        assert!(linde.contains("\"confidential\":true"), "the place itself is there, without an address");
        assert!(all["/buurt/WK990101/blad?naast=ar"].contains("Het adres is geheim"));
    })
    .await;
}

#[tokio::test]
async fn who_hid_themselves_by_age_are_in_no_list_and_no_file() {
    in_oosterwaard(async |visitor: Visitor| {
        let town = municipality::store::find(&visitor.db, HERE).await.unwrap().unwrap();
        let hidden: Vec<String> = wholes(&visitor.db)
            .await
            .into_iter()
            .filter(|whole| town.ageing.age(whole.party.since(), THEN) == Age::Hidden)
            .map(|whole| whole.party.id.to_string())
            .collect();
        assert!(!hidden.is_empty(), "the demo has somebody who hid");
        for (at, text) in everything(&visitor).await {
            assert!(hidden.iter().all(|id| !text.contains(id)), "{at}");
        }
        for id in &hidden {
            visitor.get(&format!("/hsds/organizations/{id}")).await.is(404);
        }
        let contacts = contact::store::of_parties(&visitor.db, HERE, &[]).await.unwrap();
        assert!(contacts.is_empty());
    })
    .await;
}

#[tokio::test]
async fn where_the_disk_takes_no_file_there_is_a_sentence_and_when_to_come_back() {
    let in_the_way = tempfile::NamedTempFile::new().unwrap();
    let settings = Settings { data: in_the_way.path().join("data"), ..settings() };
    with(settings, async |visitor: Visitor| {
        let answer = visitor.get("/open/datapackage.zip").await;
        assert_eq!(answer.is(503).shows("niet maken").header("retry-after"), "60");
    })
    .await;
}
