//! Whoever says of an address that it is secret, in whatever words and in whatever file, is believed.

use super::*;

const SECRET: [&str; 16] = [
    "true",
    "WAAR",
    "Waar ",
    "ja",
    "J",
    "y",
    "X",
    "x",
    "1",
    "geheim",
    "Vertrouwelijk",
    "confidential",
    "ja, altijd",
    "oui",
    "nee hoor",
    "-",
];
const OPEN: [&str; 9] = ["", " ", "nee", "Nee ", "no", "false", "ONWAAR", "n", "0"];

/// What only a place that is no secret has.
const STREET: &str = "Kanariestraat";

#[track_caller]
fn is_hidden(out: &Out, said: &str) {
    let place = &out.parties[0].places[0];
    let secret = place.whereabouts == Whereabouts::Confidential;
    assert_eq!(secret, SECRET.contains(&said), "{said:?}: {out:#?}");
    let remarks = out.said(Outcome::Mended, Reason::Confidential).len()
        + out.said(Outcome::Mended, Reason::UnclearConfidential).len();
    assert_eq!(remarks, usize::from(secret), "{said:?}");
    assert!(!secret || !format!("{:?}", out.remarks).contains(STREET), "{said:?}");
}

fn both(mut look: impl FnMut(&str)) {
    SECRET.into_iter().chain(OPEN).for_each(&mut look);
}

#[test]
fn in_tables_of_the_standard() {
    for column in ["confidential", "is_confidential", "Vertrouwelijk", "geheim", "Is geheim"] {
        both(|said| {
            let locations = format!("id,organization_id,street,{column}\n{STREET} 7,1,{STREET},\"{said}\"\n");
            is_hidden(
                &folder(&[
                    ("organizations.csv", "id,name\n1,A\n"),
                    ("services.csv", "id,organization_id,name\na,1,S\n"),
                    ("locations.csv", &locations),
                ]),
                said,
            );
        });
    }
}

#[test]
fn in_a_list_with_a_mapping_that_names_the_column_or_forgot_it() {
    for named in ["", "confidential = \"vertrouwelijk\"\n"] {
        let mapping = LIST.replace("[file.place]\n", &format!("[file.place]\n{named}"));
        both(|said| {
            let text = format!("id,naam,straat,vertrouwelijk\n1,A,{STREET},\"{said}\"\n");
            is_hidden(&try_one("x.csv", text.as_bytes(), &mapped(&mapping)).unwrap(), said);
        });
    }
}

#[test]
fn in_json_and_on_a_map() {
    both(|said| {
        let json = format!(
            r#"{{"organizations":[{{"id":"1","name":"A"}}],"services":[],
            "locations":[{{"id":"{STREET} 7","organization_id":"1","street":"{STREET}","Vertrouwelijk":"{said}"}}]}}"#
        );
        is_hidden(&one("x.json", json), said);
        let points = format!(
            r#"{{"type":"FeatureCollection","features":[{{"type":"Feature","properties":
            {{"id":"1","naam":"A","straat":"{STREET}","Geheim":"{said}"}},
            "geometry":{{"type":"Point","coordinates":[5.3,52.6]}}}}]}}"#
        );
        is_hidden(&try_one("x.geojson", points.as_bytes(), &mapped(LIST)).unwrap(), said);
    });
}

#[test]
fn of_a_party_of_an_address_or_in_one_of_two_rows() {
    let services = ("services.csv", "id,organization_id,name\na,1,S\n");
    let (plain, secret) = ("id,name\n1,A\n", "id,name,geheim\n1,A,ja\n");
    let place = format!("id,organization_id,street\nx,1,{STREET}\n");
    let two = format!("id,organization_id,street,geheim\nx,1,{STREET},\nx,1,{STREET},J\n");
    let address = format!("id,location_id,address_1,vertrouwelijk\nb,x,{STREET},WAAR\n");
    for (parties, places, addresses) in [
        (secret, &place, "id,location_id\n"),
        (plain, &two, "id,location_id\n"),
        (plain, &place, address.as_str()),
    ] {
        let out = folder(&[
            ("organizations.csv", parties),
            services,
            ("locations.csv", places),
            ("physical_addresses.csv", addresses),
        ]);
        assert_eq!(out.parties[0].places[0].whereabouts, Whereabouts::Confidential, "{out:#?}");
    }
}

#[test]
fn a_telephone_that_is_secret_stays_out() {
    let out = folder(&[
        ("organizations.csv", "id,name\n1,A\n"),
        ("services.csv", "id,organization_id,name\na,1,S\n"),
        ("phones.csv", "id,organization_id,number,vertrouwelijk\nt,1,0612345678,WAAR\n"),
    ]);
    assert!(out.party("1").role.phone.is_empty());
    assert_eq!(out.said(Outcome::LeftOut, Reason::Internal).len(), 1);
}

#[test]
fn a_column_that_hides_a_row_also_answers_in_the_words_of_a_dutch_spreadsheet() {
    for (column, said) in
        [("intern", "WAAR"), ("verborgen intern", ""), ("is_active", "ONWAAR"), ("private", "j")]
    {
        let out = folder(&[
            ("organizations.csv", &format!("id,name,{column}\n1,A,{said}\n2,B,\n")),
            ("services.csv", "id,organization_id,name\na,2,S\n"),
        ]);
        assert_eq!(out.parties.len(), if said.is_empty() { 2 } else { 1 }, "{column}");
    }
}
