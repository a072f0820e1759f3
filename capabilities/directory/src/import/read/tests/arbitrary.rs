//! Whatever comes in, nothing panics and no row is lost without a word.

use proptest::prelude::*;

use super::*;

const NAMES: &[&str] = &[
    "x.csv",
    "x.json",
    "x.geojson",
    "x.zip",
    "organizations.csv",
    "services.csv",
    "contacts.csv",
    "schedules.csv",
    "x",
];

fn settings() -> Settings {
    let small = Limits { row: 300, ..Limits::default() };
    Settings { today: Some(jiff::civil::date(2026, 1, 1)), limits: small, ..mapped(LIST) }
}

/// Bytes that look like something, so that they come past the door.
fn pieces() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        prop::sample::select(vec![
            "id",
            "name",
            "naam",
            ",",
            ";",
            "\"",
            "\n",
            "\r",
            "\r\n",
            "\\n",
            "1",
            "1.23457E+15",
            "###MON###",
            "`",
            "?",
            "<b>",
            "<script",
            "&lt;",
            "é",
            "\u{feff}",
            "9:00",
            "-",
            "5:30 PM",
            "{",
            "}",
            "[",
            "]",
            ":",
            "\"id\":",
            "\"features\":[",
            "\"contents\":[",
            "null",
            "MO",
            "organization_id",
            "opens_at",
            "id,naam,lat,lon,open,telefoon\n",
            "ee?n",
            "T",
            "Z",
            "@",
            "https://",
            "State:",
            "2MO",
            "main:",
        ])
        .prop_map(|text| text.as_bytes().to_vec()),
        prop::collection::vec(any::<u8>(), 1..4),
    ];
    prop::collection::vec(piece, 0..80).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn no_bytes_make_a_reader_panic(bytes in pieces(), name in prop::sample::select(NAMES)) {
        let _ = try_one(name, &bytes, &settings());
        let _ = try_one(name, &bytes, &Settings::default());
    }

    #[test]
    fn no_folder_makes_a_reader_panic(cells in prop::collection::vec(pieces(), 5)) {
        let heads: [(&str, &str); 5] = [
            ("organizations.csv", "id,name,description,email,website,status\n"),
            ("services.csv", "id,organization_id,name,minimum_age,status,languages,taxonomy_ids\n"),
            ("locations.csv", "id,organization_id,name,latitude,longitude,virtual\n"),
            ("schedules.csv", "id,service_id,location_id,byday,opens_at,closes_at,valid_to\n"),
            ("phones.csv", "id,service_id,location_id,number,extension\n"),
        ];
        let files: Vec<(&str, Vec<u8>)> =
            heads.iter().zip(cells).map(|((name, head), cells)| (*name, [head.as_bytes(), &cells].concat())).collect();
        let files: Vec<(&str, &[u8])> = files.iter().map(|(name, bytes)| (*name, bytes.as_slice())).collect();
        let _ = try_folder(&files, &settings());
    }

    #[test]
    fn no_mapping_makes_the_parser_panic(text in "(?s).{0,200}") {
        let _ = Mapping::parse(&text, &Taxonomy::shipped());
        let _ = Mapping::parse(&format!("{LIST}{text}"), &Taxonomy::shipped());
    }

    #[test]
    fn a_table_that_is_as_it_should_be_comes_back_whole(
        rows in prop::collection::vec(("[A-Za-zé]{1,12}( [a-z\",;]{1,8}[a-z])?", "[a-z\",;\n]{0,20}[a-z]"), 1..20),
        ending in prop::sample::select(vec!["\n", "\r\n", "\r"]),
        delimiter in prop::sample::select(vec![",", ";", "\t"]),
    ) {
        // Such a name is no name, and says so elsewhere.
        prop_assume!(rows.iter().all(|(name, text)| ![name, text].iter().any(|cell| super::super::clean::says_nothing(cell))));
        let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\"").replace('\n', ending));
        let mut text = ["id", "naam", "tekst"].join(delimiter) + ending;
        for (number, (name, summary)) in rows.iter().enumerate() {
            text += &[number.to_string(), quoted(name), quoted(summary)].join(delimiter);
            text += ending;
        }
        let out = list(&text);
        prop_assert_eq!(out.parties.len(), rows.len());
        for (number, (name, summary)) in rows.iter().enumerate() {
            let party = out.party(&number.to_string());
            prop_assert_eq!(&party.name, &crate::wording::Name::parse(name).unwrap());
            prop_assert_eq!(&party.summary, &crate::wording::Prose::parse(summary).unwrap());
        }
    }
}
