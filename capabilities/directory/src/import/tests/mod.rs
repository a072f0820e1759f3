//! What an import promises, as sentences, each on both engines.

mod again;
mod hands;
mod report;
mod together;

use std::io::Cursor;
use std::time::Duration;

use access::Permit;
use ground::db::Db;
use ground::db::testing::THEN;
use ground::id::Municipality as Code;
use ground::moment::Moment;
use serde_json::{Value, json};

use super::about::About;
use super::line::Fate;
use super::report::Report;
use super::{Ask, Ended, Input, apply, preview};
use crate::area::import::{Ask as AreaAsk, put, read};
use crate::confirmation::Ageing;
use crate::municipality::{Municipality, Slug, store as municipalities};
use crate::offer::Offer;
use crate::party::Party;
use crate::wording::Name;

const HERE: Code = Code(1);
const THERE: Code = Code(2);

fn name(text: &str) -> Name {
    Name::parse(text).unwrap()
}

fn at(hours: u64) -> Moment {
    THEN.plus(Duration::from_secs(hours * 3600))
}

fn ask(source: &str) -> Ask {
    Ask {
        about: About { source: name(source), licence: name("CC0"), web: None, dated: None },
        file: "kaart.json".to_owned(),
        sphere: Some("informal".to_owned()),
        mapping: None,
    }
}

async fn place(db: &Db, code: Code) -> Permit {
    let permit = Permit::at_the_machine(code);
    let mut tx = db.begin().await.unwrap();
    let it = Municipality {
        code,
        name: name(&format!("Plaats {code}")),
        slug: Slug::of(&code.to_string()).unwrap(),
        theme: "samenspel".to_owned(),
        fiction: true,
        area_year: None,
        ageing: Ageing::default(),
        residents: None,
        version: 0,
    };
    municipalities::save(&mut tx, &permit, &it, THEN).await.unwrap();
    tx.commit().await.unwrap();
    permit
}

/// Two buurten side by side, each a square of a hundredth of a degree.
async fn draw(db: &Db, year: i32, west: f64) {
    let square = |code: &str, x: f64| {
        json!({ "type": "Feature", "properties": { "code": code, "name": code }, "geometry": { "type": "Polygon",
            "coordinates": [[[x, 52.0], [x + 0.01, 52.0], [x + 0.01, 52.01], [x, 52.01], [x, 52.0]]] } })
    };
    let features = [square("BU00010001", west), square("BU00010002", west + 0.01)];
    let drawing = json!({ "type": "FeatureCollection", "features": features }).to_string();
    let about = About { source: name("Tekening"), licence: name("CC0"), web: None, dated: None };
    let ask = AreaAsk { about, year, name: None, apply: true };
    put(db, &ask, read(drawing.as_bytes(), year).unwrap(), at(0)).await.unwrap();
}

/// A file with these parties and offers: `(key, name)` and `(key, key of the party, name)`.
fn file(parties: &[(&str, &str)], offers: &[(&str, &str, &str)]) -> Value {
    let organizations: Vec<Value> = parties
        .iter()
        .map(|(key, name)| json!({ "id": key, "name": name, "description": format!("{name} helpt.") }))
        .collect();
    let locations: Vec<Value> = parties
        .iter()
        .map(|(key, name)| {
            json!({ "id": format!("place-{key}"), "organization_id": key, "name": name,
                "longitude": 5.005, "latitude": 52.005 })
        })
        .collect();
    let services: Vec<Value> = offers
        .iter()
        .map(|(key, party, name)| json!({ "id": key, "organization_id": party, "name": name, "status": "active" }))
        .collect();
    json!({ "organizations": organizations, "services": services, "locations": locations })
}

fn input(file: &Value) -> Input {
    Input::File(Box::new(Cursor::new(file.to_string().into_bytes())))
}

async fn look(db: &Db, permit: &Permit, ask: &Ask, file: &Value) -> Report {
    preview(db, permit, ask, input(file), at(1), &|_| ()).await.unwrap().unwrap()
}

/// Applies, and says what came of it.
async fn bring(db: &Db, permit: &Permit, ask: &Ask, file: &Value, now: Moment) -> Ended {
    apply(db, permit, ask, input(file), None, now, &|_| ()).await.unwrap()
}

fn applied(ended: Ended) -> Report {
    match ended {
        Ended::Applied(report) => *report,
        other => panic!("not applied: {other:?}"),
    }
}

async fn parties(db: &Db, municipality: Code) -> Vec<Party> {
    crate::party::store::after(db, municipality, None, 1000).await.unwrap()
}

async fn offers(db: &Db, municipality: Code) -> Vec<Offer> {
    let ids: Vec<_> = parties(db, municipality).await.iter().map(|party| party.id).collect();
    crate::offer::store::of_parties(db, municipality, &ids).await.unwrap()
}

/// The first party: what a test with one of them talks about.
async fn party(db: &Db) -> Party {
    parties(db, HERE).await.into_iter().next().unwrap()
}

async fn version(db: &Db) -> i64 {
    municipalities::version(db, HERE).await.unwrap()
}

fn reasons(report: &Report, fate: Fate) -> Vec<(&str, &str)> {
    let lines = report.lines.iter().filter(|line| line.fate == fate);
    lines.map(|line| (line.key.as_str(), line.reason.as_str())).collect()
}
