//! JSON in each of its shapes, GeoJSON, and the dialects of the tables.

use super::*;

const SERVICE: &str = r#"{"id":"s1","name":"Taalles","status":"active","minimum_age":18,"application_process":"Loop binnen",
"organization":{"id":"o1","name":"Het Anker","website":"https://anker.nl","contacts":[{"id":"c","name":"Ann Persona","title":"Beheerder"}]},
"languages":[{"code":"tur"},{"name":"Dutch"}],"phones":[{"number":"\"+31 6 1234\"","extension":7}],
"schedules":[{"freq":"WEEKLY","byday":"MO,TU","opens_at":"09:00Z","closes_at":"12:00Z"},{"freq":"MONTHLY","byday":"2WE","opens_at":"10:00","closes_at":"11:00"}],
"cost_options":[{"option":"Boek","amount":5,"currency":"eur"}],"service_areas":[{"name":"x","uri":"https://cbs.nl/BU03630001"},{"name":"heel Oost"}],
"attributes":[{"taxonomy_term":{"id":"t","name":"English language training"}}],
"service_at_locations":[{"id":"sl","location":{"id":"l1","name":"Buurthuis","latitude":52.3,"longitude":4.9,
"accessibility":[{"description":"Lift"}],"addresses":[{"address_1":"Dorpsweg 3","postal_code":"1234AB","city":"Oost"}]}}]}"#;

fn whole(out: &Out) {
    let party = out.party("o1");
    let offer = &party.offers[0];
    assert_eq!(
        (party.name.as_str(), offer.name.as_str(), offer.for_whom.as_str()),
        ("Het Anker", "Taalles", "18+")
    );
    assert_eq!(offer.opening.as_str(), "mo 09:00-12:00\ntu 09:00-12:00");
    assert_eq!(offer.opening_note.as_str(), "2WE 10:00-11:00");
    assert_eq!(
        (offer.languages.as_str(), offer.themes.as_str(), offer.cost.as_str()),
        ("tr nl", "leren", "Boek 5 eur")
    );
    assert_eq!((offer.way.word(), party.role.phone.as_str()), ("walk-in", "+31 6 1234 x7"));
    assert_eq!(party.serves.iter().map(|code| code.as_str()).collect::<Vec<_>>(), ["BU03630001"]);
    assert_eq!(
        (offer.places.as_slice(), party.contacts[0].role.as_str()),
        (&["l1".to_owned()][..], "Beheerder")
    );
    let place = open(&party.places[0]);
    assert_eq!((place.access.as_str(), place.address.house_number.as_str()), ("Lift", "3"));
    assert!(place.point.is_some() && !format!("{out:?}").contains("Persona"));
}

#[test]
fn one_record_in_every_shape_of_json() {
    let line = SERVICE.replace('\n', "");
    for text in [
        line.clone(),
        format!("[{line}]"),
        format!("{{\"total_items\":1,\"contents\":[{line}],\"empty\":false}}"),
        format!("{{\"services\":[{line}]}}"),
        format!("{{\"services.csv\":[{line}]}}"),
        format!("\u{feff}{line}\n"),
        format!("[]\n{line}\n\n"),
    ] {
        let out = one("dump.json", &text);
        assert_eq!(out.summary.rows, 1, "{text}");
        whole(&out);
    }
    let other = line.replace("s1", "s2").replace("Taalles", "Koffie");
    let out = one("dump.ndjson", format!("{line}\n{other}\r\n"));
    assert_eq!((out.summary.rows, out.summary.parties, out.summary.offers), (2, 1, 2));
}

#[test]
fn a_party_with_its_offers_inside() {
    let out = one(
        "x.json",
        r#"{"id":"o","name":"A","languages":["Turks","Nederlands"],"services":[{"id":"s","name":"S"},{"name":"Zonder"}],"locations":[{"name":"L"}]}"#,
    );
    assert_eq!((out.summary.rows, out.summary.taken), (1, 1));
    assert_eq!(out.party("o").languages.as_str(), "tr nl");
    assert_eq!((out.summary.offers, out.summary.places), (2, 1));
    let again = one(
        "x.json",
        r#"{"name":"A","id":"o","locations":[{"name":"L"}],"services":[{"id":"s","name":"S"},{"name":"Zonder"}]}"#,
    );
    assert_eq!(out.party("o").places[0].key, again.party("o").places[0].key);
}

#[test]
fn json_that_stops_halfway_or_is_none() {
    let line = SERVICE.replace('\n', "");
    let cut = format!("[{line},\n{}", &line[..100]);
    match try_one("x.json", cut.as_bytes(), &Settings::default()).unwrap_err() {
        Unreadable::CutOff { line, column, .. } => assert_eq!((line, column), (2, 100)),
        other => panic!("{other}"),
    }
    for (text, key) in [
        ("{\"id\" 1}", "bad-json"),
        ("[1, 2", "cut-off"),
        ("{}", "no-records"),
        ("[]", "no-records"),
        ("{\"version\":\"3.0\",\"openapi_url\":\"x\"}", "no-records"),
        ("\"tekst\"", "unknown"),
    ] {
        assert_eq!(
            try_one("x.json", text.as_bytes(), &Settings::default()).unwrap_err().key(),
            key,
            "{text}"
        );
    }
    let deep = "[".repeat(100_000);
    assert_eq!(try_one("x.json", deep.as_bytes(), &Settings::default()).unwrap_err().key(), "bad-json");
}

#[test]
fn a_record_without_end_is_stopped() {
    let settings = Settings { limits: Limits { row: 1000, ..Limits::default() }, ..Settings::default() };
    let text = format!("[{{\"id\":\"1\",\"name\":\"{}\"}}]", "x".repeat(400_000));
    assert_eq!(try_one("x.json", text.as_bytes(), &settings).unwrap_err().key(), "too-big");
}

#[test]
fn records_that_are_none_are_said() {
    let out = one("x.json", r#"{"contents":[1,"x",null,{"foo":1},{"id":"o","name":"A"}]}"#);
    assert_eq!(
        (out.summary.rows, out.summary.taken, out.summary.refused, out.summary.left_out),
        (5, 1, 3, 1)
    );
}

#[test]
fn geojson_feature_by_feature() {
    let settings = mapped(
        "title=\"x\"\n[[file]]\n[file.party]\nkey=\"nr\"\nname=\"naam\"\n[file.place]\nlongitude=\"@lon\"\nlatitude=\"@lat\"\n",
    );
    let features = r#"{"type":"Feature","id":7,"geometry":{"type":"Point","coordinates":[4.9,52.3]},"properties":{"nr":1,"naam":"A","intern":"notitie"}},
{"type":"Feature","geometry":{"type":"Polygon","coordinates":[]},"properties":{"nr":2,"naam":"B"}},
{"type":"Feature","geometry":null,"properties":{"nr":3,"naam":"C"}},
{"type":"Feature","geometry":{"type":"Point","coordinates":["x"]},"properties":{"naam":"D"}},{"foo":1}"#;
    let text = format!("{{\"type\":\"FeatureCollection\",\"features\":[{features}],\"crs\":{{}}}}");
    let out = try_one("x.geojson", text.as_bytes(), &settings).unwrap();
    assert_eq!(names(&out), ["A", "B", "C"]);
    assert_eq!((out.summary.rows, out.summary.refused), (5, 2));
    let points: Vec<bool> = out.parties.iter().map(|party| open(&party.places[0]).point.is_some()).collect();
    assert_eq!(points, [true, false, false]);
    let cut = &text[..text.len() - 200];
    assert_eq!(try_one("x.geojson", cut.as_bytes(), &settings).unwrap_err().key(), "cut-off");
    assert_eq!(
        try_one("x.geojson", text.as_bytes(), &Settings::default()).unwrap_err().key(),
        "needs-mapping"
    );
    let empty = br#"{"type":"FeatureCollection","features":[]}"#;
    assert_eq!(try_one("x.geojson", empty, &settings).unwrap_err().key(), "no-records");
}

#[test]
fn tables_of_1_1_and_of_ohana() {
    let out = folder(&[
        ("organizations.csv", "id,name,url\n1,A,a.nl\n"),
        (
            "locations.csv",
            "id,organization_id,name,accessibility,languages,virtual\nx,1,L,\"disabled_parking, ramp\",\"Turkish, Elfs\",false\nv,1,Web,,,true\n",
        ),
        (
            "services.csv",
            "id,location_id,name,audience,status,taxonomy_ids,fees\na,x,S,Ouders,active,\"102, 111\",Gratis\nb,v,T,,active,,\n",
        ),
        ("taxonomy.csv", "taxonomy_id,name,parent_id\n102,Food,\n111,Legal,\n112,Leeg,\n"),
        (
            "regular_schedules.csv",
            "id,service_id,location_id,weekday,opens_at,closes_at\n1,,x,Monday,10:00,5:30 PM\n2,,x,2,9am,03:00\n3,,x,3,,\n4,,x,Friday,20:00,02:00\n",
        ),
        ("holiday_schedules.csv", "id,location_id,start_date\n1,x,12/24/15\n"),
        ("datapackage.json", "{kapot"),
        ("LEESMIJ.md", "# hallo"),
    ]);
    let party = out.party("1");
    assert_eq!((party.languages.as_str(), party.role.website.as_str()), ("tr", "https://a.nl"));
    let offer = &party.offers[0];
    assert_eq!(offer.opening.as_str(), "mo 10:00-17:30\nfr 20:00-24:00\nsa 00:00-02:00");
    assert_eq!(
        (offer.themes.as_str(), offer.for_whom.as_str(), offer.cost.as_str()),
        ("eten recht", "Ouders", "Gratis")
    );
    assert_eq!((party.places.len(), open(&party.places[0]).access.as_str()), (1, "disabled parking, ramp"));
    assert_eq!((party.offers[1].way.word(), party.offers[1].places.len()), ("online", 0));
    assert_eq!(out.said(Outcome::Mended, Reason::BadTime).len(), 1);
    assert_eq!(out.said(Outcome::Mended, Reason::UnknownLanguage)[0].detail, "Elfs");
}

#[test]
fn a_set_of_tables_needs_parties_and_offers() {
    let try_files = |files: &[(&str, &[u8])]| try_folder(files, &Settings::default()).unwrap_err();
    let wanted = "services.csv".to_owned();
    let found = "organizations.csv".to_owned();
    assert_eq!(try_files(&[("organizations.csv", b"id,name\n1,A\n")]), Unreadable::NoTable { wanted, found });
    assert_eq!(try_files(&[("services.csv", b"id,name\n1,A\n")]).key(), "no-table");
    let refused = try_files(&[("organizations.csv", b"nr,titel\n1,A\n"), ("services.csv", b"id,name\n")]);
    assert_eq!(
        refused.args(),
        [("file", "organizations.csv"), ("missing", "id, name"), ("found", "nr, titel")]
            .map(|(k, v)| (k, v.to_owned()))
    );
}

#[test]
fn hours_whose_time_has_passed() {
    let files: [(&str, &[u8]); 3] = [
        ("organizations.csv", b"id,name\n1,A\n"),
        ("services.csv", b"id,organization_id,name\na,1,S\n"),
        ("schedules.csv", b"id,service_id,byday,freq,opens_at,closes_at,valid_to\n1,a,MO,WEEKLY,9:00,10:00,12/24/2015\n2,a,TU,WEEKLY,9:00,10:00,January 01 2099\n3,a,WE,WEEKLY,9:00,10:00,ooit\n"),
    ];
    let settings = Settings { today: Some(jiff::civil::date(2026, 1, 1)), ..Settings::default() };
    let out = try_folder(&files, &settings).unwrap();
    assert_eq!(out.parties[0].offers[0].opening.as_str(), "tu 09:00-10:00\nwe 09:00-10:00");
    assert_eq!(out.said(Outcome::Noted, Reason::BadDate)[0].detail, "ooit");
    assert_eq!(out.said(Outcome::LeftOut, Reason::Past)[0].detail, "2015-12-24");
}
