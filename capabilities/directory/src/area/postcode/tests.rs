//! A municipality brings in where its postcodes lie.

use ground::db::Db;
use ground::db::testing::{THEN, both};
use ground::trouble::Trouble;

use super::import::{Ask, Outcome, put, read};
use super::{Postcode, store};
use crate::area::refusal::Why;
use crate::import::about::About;
use crate::municipality::store as municipalities;
use crate::neighbourhood::{HERE, Neighbourhood};
use crate::wording::Name;

/// One lies across the western border, one is a point, one lies in another town.
const DRAWN: &str = r#"{"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"pc4":"1234"},"geometry":{"type":"Polygon","coordinates":[[[5.29,52.6],[5.31,52.6],[5.31,52.61],[5.29,52.61],[5.29,52.6]]]}},
{"type":"Feature","properties":{"postcode":1235},"geometry":{"type":"Point","coordinates":[5.315,52.615]}},
{"type":"Feature","properties":{"pc4":"9999"},"geometry":{"type":"Point","coordinates":[6.5,53.2]}},
{"type":"Feature","properties":{"pc4":"1235"},"geometry":{"type":"Point","coordinates":[5.31,52.61]}},
{"type":"Feature","properties":{"pc4":"1236"},"geometry":null},
{"type":"Feature","properties":{"pc4":"1237"},"geometry":{"type":"Point","coordinates":[52.6,5.3]}},
{"type":"Feature","properties":{"pc4":"12345"},"geometry":{"type":"Point","coordinates":[5.3,52.6]}}]}"#;

async fn brings(db: &Db, file: &str, apply: bool) -> Outcome {
    let name = |text| Name::parse(text).unwrap();
    let about = About { source: name("CBS"), licence: name("CC BY 4.0"), web: None, dated: None };
    put(db, &Ask { about, municipality: HERE, apply }, read(file.as_bytes()).unwrap(), THEN).await.unwrap()
}

async fn kept(db: &Db) -> Vec<(String, [i64; 2])> {
    let thousandth = |degrees: f64| (degrees * 1000.0).round() as i64;
    let all = store::all(db, HERE).await.unwrap();
    all.iter().map(|it| (it.postcode.as_str().to_owned(), [thousandth(it.lon), thousandth(it.lat)])).collect()
}

#[tokio::test]
async fn what_lies_here_is_kept_with_its_middle_and_the_rest_is_told() {
    both(migrations::ALL, |db| async move {
        Neighbourhood::new(THEN).settle(&db).await;
        let seen = brings(&db, DRAWN, false).await;
        assert_eq!((seen.added, seen.elsewhere, seen.gone), (2, 1, 0));
        let why: Vec<(u64, Why)> = seen.notes.iter().map(|note| (note.row, note.why.clone())).collect();
        let told =
            [(4, Why::DoubleCode), (5, Why::NoPolygon), (6, Why::Swapped), (7, Why::NoPostcode)].to_vec();
        assert_eq!(why, told);
        assert!(kept(&db).await.is_empty(), "a preview writes nothing");
        assert_eq!(brings(&db, DRAWN, true).await, seen);
        let both = [("1234".to_owned(), [5300, 52605]), ("1235".to_owned(), [5315, 52615])];
        assert_eq!(kept(&db).await, both);
    })
    .await;
}

#[tokio::test]
async fn the_next_file_replaces_the_one_before_and_the_same_again_changes_nothing() {
    both(migrations::ALL, |db| async move {
        Neighbourhood::new(THEN).settle(&db).await;
        brings(&db, DRAWN, true).await;
        let table = "pc4,latitude,longitude\n1235,52.615,5.315\n1238,52.605,5.305\n1239,,\n";
        let next = brings(&db, table, true).await;
        assert_eq!((next.added, next.changed, next.same, next.gone), (1, 0, 1, 1));
        assert_eq!(next.notes.iter().map(|note| note.row).collect::<Vec<_>>(), [4]);
        let version = municipalities::version(&db, HERE).await.unwrap();
        let again = brings(&db, table, true).await;
        assert_eq!((again.same, again.added + again.changed + again.gone), (2, 0));
        // A file of another town takes nothing away.
        let other = brings(&db, "pc4,latitude,longitude\n9999,53.2,6.5\n", true).await;
        assert_eq!((other.elsewhere, other.gone), (1, 0));
        assert_eq!(municipalities::version(&db, HERE).await.unwrap(), version);
        assert_eq!(kept(&db).await.len(), 2);
    })
    .await;
}

#[tokio::test]
async fn a_municipality_without_areas_is_told_to_bring_those_first() {
    both(migrations::ALL, |db| async move {
        let mut here = Neighbourhood::new(THEN);
        here.areas.clear();
        here.settle(&db).await;
        let name = |text| Name::parse(text).unwrap();
        let about = About { source: name("CBS"), licence: name("CC BY 4.0"), web: None, dated: None };
        let ask = Ask { about, municipality: HERE, apply: true };
        let no = put(&db, &ask, read(DRAWN.as_bytes()).unwrap(), THEN).await;
        assert!(matches!(no, Err(Trouble::NotYet(why)) if why.to_string().contains("import areas")));
    })
    .await;
}

#[test]
fn a_postcode_is_understood_as_people_write_it() {
    let four = |typed| Postcode::meant_by(typed).map(|it| it.as_str().to_owned());
    for typed in ["1234", " 12 34 ", "1234ab", "1234 AB"] {
        assert_eq!(four(typed).as_deref(), Some("1234"), "{typed}");
    }
    for typed in ["0123", "12345", "1234 a", "1234 abc", "123", "12é4", "linde", ""] {
        assert_eq!(four(typed), None, "{typed}");
    }
}

#[test]
fn a_file_that_is_no_table_of_postcodes_is_refused_with_a_sentence() {
    assert!(read(&b"code,naam\n1,2\n"[..]).is_err_and(|why| why.contains("latitude")));
    assert!(read(&b"{\"type\":\"FeatureCollection\"}"[..]).is_err());
}
