//! A map that leaves as a file comes back as the same map: parties, offers, places, areas, languages, hours, confirmations.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Duration;

use access::Permit;
use directory::confirmation::{Age, Since};
use directory::import::about::About;
use directory::import::{self, Ask, Ended, Input};
use directory::neighbourhood::Neighbourhood;
use directory::offer::Offer;
use directory::party::whole::Whole;
use directory::party::{Party, Serves, Sphere};
use directory::place::Whereabouts;
use directory::theme::{self, Change, Theme};
use directory::wording::{Line, Name};
use directory::{area, municipality};
use ground::db::Db;
use ground::db::testing::{self, THEN};
use ground::id::Municipality;
use ground::moment::Moment;
use opendata::export::{self, Kind};
use ui::Lang;

use crate::open::wholes;

const HERE: Municipality = Municipality(9901);

fn later() -> Moment {
    THEN.plus(Duration::from_secs(3600))
}

/// The same municipality and areas, and nobody on the map.
async fn emptied(from: &Db, to: &Db) {
    let permit = Permit::at_the_machine(HERE);
    let town = municipality::store::find(from, HERE).await.unwrap().unwrap();
    let areas = area::store::of_year(from, HERE, town.area_year.unwrap()).await.unwrap();
    let mut tx = to.begin().await.unwrap();
    municipality::store::save(&mut tx, &permit, &town, THEN).await.unwrap();
    // Where their shapes came from stays behind.
    let areas: Vec<_> = areas.into_iter().map(|area| area::Area { source: None, ..area }).collect();
    area::store::save_many(&mut tx, &permit, &areas, THEN).await.unwrap();
    tx.commit().await.unwrap();
}

async fn bring(db: &Db, file: &Path) -> Ended {
    let name = |text: &str| Name::parse(text).unwrap();
    let ask = Ask {
        about: About { source: name("Oosterwaard"), licence: name(export::LICENCE), web: None, dated: None },
        file: file.file_name().unwrap().to_string_lossy().into_owned(),
        sphere: None,
        mapping: None,
    };
    let (permit, input) = (Permit::at_the_machine(HERE), Input::at(file).unwrap());
    import::apply(db, &permit, &ask, input, None, later(), &|_| {}).await.unwrap()
}

/// What a map says of each party, by a key that survives the journey; without ids, source and the moments of writing.
fn said(
    wholes: Vec<Whole>,
    key: impl Fn(&Party) -> String,
    shown: impl Fn(Since) -> bool,
) -> BTreeMap<String, String> {
    let visible = wholes.into_iter().filter(|whole| shown(whole.party.since()));
    visible.map(|whole| (key(&whole.party), said_of(&whole, &shown))).collect()
}

fn said_of(whole: &Whole, shown: &impl Fn(Since) -> bool) -> String {
    let Whole { party, contacts, offers, places } = whole;
    let mut said = vec![format!(
        "{:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?}",
        party.sphere,
        party.name,
        party.summary,
        party.call_for,
        party.not_for,
        party.languages,
        party.best_way,
        party.lived_experience,
        party.works_gladly,
        party.capacity,
        party.capacity_note,
        party.role,
        party.confirmed,
    )];
    said.push(match &party.serves {
        Serves::Everywhere => "everywhere".to_owned(),
        Serves::Areas(areas) => {
            let mut areas = areas.clone();
            areas.sort();
            format!("{areas:?}")
        }
    });
    let place = |at: &Whereabouts| format!("{at:?}");
    let mut doors: Vec<String> = places.iter().map(|(it, _)| place(&it.whereabouts)).collect();
    doors.sort();
    said.extend(doors);
    let mut people: Vec<String> = contacts
        .iter()
        .map(|it| {
            // Of who is known by name, only role and languages leave the house.
            let open = it.name.is_none() && it.photo.is_none();
            let more =
                if open { format!("{:?} {:?} {:?}", it.note, it.phone, it.email) } else { String::new() };
            format!("{:?} {:?} {more}", it.role, it.languages)
                .replace("Line(\"\") Phone(\"\") Email(\"\")", "")
        })
        .map(|it| it.trim_end().to_owned())
        .collect();
    people.sort();
    people.dedup();
    said.extend(people);
    let mut does: Vec<String> = offers
        .iter()
        .filter(|offer| shown(offer.since()))
        .map(|it| {
            let at = places.iter().filter(|(place, _)| it.places.contains(&place.id));
            let mut at: Vec<String> = at.map(|(it, _)| place(&it.whereabouts)).collect();
            at.sort();
            let Offer { name, summary, does, does_not, for_whom, themes, languages, way, .. } = it;
            let Offer { opening, opening_note, cost, capacity, confirmed, .. } = it;
            format!(
                "{name:?} {summary:?} {does:?} {does_not:?} {for_whom:?} {themes:?} {languages:?} {way:?} {opening:?} \
                 {opening_note:?} {cost:?} {capacity:?} {confirmed:?} {at:?}"
            )
        })
        .collect();
    does.sort();
    said.extend(does);
    said.join("\n")
}

#[tokio::test]
async fn what_leaves_as_a_file_comes_back_the_same() {
    let (left, right) = (testing::each(migrations::ALL).await, testing::each(migrations::ALL).await);
    for (from, to) in left.iter().zip(&right) {
        samenspel::demo::load(&from.db, THEN).await.unwrap();
        emptied(&from.db, &to.db).await;
        let folder = tempfile::tempdir().unwrap();
        let (json, tables) = (folder.path().join("kaart.json"), folder.path().join("kaart.zip"));
        let made = export::write(&from.db, HERE, THEN, Kind::Json, &json).await.unwrap();
        export::write(&from.db, HERE, THEN, Kind::Tables, &tables).await.unwrap();
        let town = municipality::store::find(&from.db, HERE).await.unwrap().unwrap();
        let shown = |since| town.ageing.age(since, THEN) < Age::Hidden;
        // The names of people stay at home.
        let mut sent = wholes(&from.db).await;
        sent.iter_mut().for_each(directory::contact::unnamed::whole);
        let expected = said(sent, |party| party.id.to_string(), shown);
        assert_eq!(made.parties, expected.len());

        let Ended::Applied(report) = bring(&to.db, &json).await else { panic!("the file was not taken") };
        assert_eq!((report.parties.added, report.offers.added), (made.parties, made.offers), "{report:?}");
        let key = |party: &Party| party.origin.as_ref().unwrap().key.clone();
        let got = said(wholes(&to.db).await, key, shown);
        for (id, said) in &expected {
            assert_eq!(got.get(id), Some(said), "{}", from.db.engine());
        }
        assert_eq!(got.len(), expected.len());

        // The tables say what the document says: bringing them in changes nothing.
        match bring(&to.db, &tables).await {
            Ended::Idle(_) => {}
            other => panic!("the tables say something else: {other:?}"),
        }
    }
}

/// A theme of their own, under one of the program and above nothing; and one on top, with one of theirs under it.
async fn own_themes(db: &Db) {
    let line = |text: &str| Line::parse(text).unwrap();
    let own = |key: &str, parent: Option<&str>, nl: &str, en: &str| Change {
        parent: parent.and_then(Theme::parse),
        nl: line(nl),
        en: line(en),
        ..Change::none(Theme::parse(key).unwrap(), THEN)
    };
    let own = [
        own("moestuin", None, "De moestuin", "The allotment"),
        own("oogstfeest", Some("moestuin"), "Oogstfeest", ""),
        own("geldmaatje", Some("rondkomen"), "Een maatje bij geld", ""),
    ];
    let permit = Permit::at_the_machine(HERE);
    let mut tx = db.begin().await.unwrap();
    theme::store::put(&mut tx, &permit, &own).await.unwrap();
    municipality::store::touch(&mut tx, &permit, THEN).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn themes_of_their_own_come_along_in_both_kinds_of_file_and_stand_where_they_stood() {
    for (kind, file) in [(Kind::Json, "kaart.json"), (Kind::Tables, "kaart.zip")] {
        let (left, right) = (testing::each(migrations::ALL).await, testing::each(migrations::ALL).await);
        for (from, to) in left.iter().zip(&right) {
            let mut here = Neighbourhood::new(THEN);
            let garden = here.party("De Tuin", Sphere::Informal, |_| ());
            here.offer(garden, "Samen oogsten", &["oogstfeest", "eten"], |_| ());
            here.offer(garden, "Samen rekenen", &["geldmaatje"], |_| ());
            here.settle(&from.db).await;
            own_themes(&from.db).await;
            emptied(&from.db, &to.db).await;
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join(file);
            export::write(&from.db, HERE, THEN, kind, &path).await.unwrap();
            let Ended::Applied(report) = bring(&to.db, &path).await else { panic!("{file} was not taken") };
            // Who looks at the preview reads of each that it comes along.
            let new = report.lines.iter().filter(|line| line.reason == "new-theme");
            let mut new: Vec<&str> = new.map(|line| line.key.as_str()).collect();
            new.sort_unstable();
            assert_eq!(new, ["geldmaatje", "moestuin", "oogstfeest"], "{file}");
            assert!(report.lines.iter().all(|line| line.reason != "unknown-theme"), "{report:?}");
            let themes = async |db: &Db| {
                let taxonomy = theme::store::taxonomy(db, HERE).await.unwrap();
                ["moestuin", "oogstfeest", "geldmaatje"].map(|key| {
                    let term = taxonomy.term(&Theme::parse(key).unwrap()).unwrap();
                    (term.name(Lang::Nl).to_owned(), term.name(Lang::En).to_owned(), term.parent.clone())
                })
            };
            assert_eq!(themes(&to.db).await, themes(&from.db).await, "{file}");
            let about = async |db: &Db| {
                let offers = wholes(db).await.into_iter().flat_map(|whole| whole.offers);
                offers.map(|it| (it.name.to_string(), it.themes)).collect::<BTreeMap<_, _>>()
            };
            assert_eq!(about(&to.db).await, about(&from.db).await, "{file}");
            match bring(&to.db, &path).await {
                Ended::Idle(_) => {}
                other => panic!("{file} again says something else: {other:?}"),
            }
        }
    }
}
