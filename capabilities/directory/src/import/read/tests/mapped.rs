//! Mapping files: what they can say, and what is said of their mistakes.

use std::sync::Arc;

use ground::db::testing::THEN;

use super::*;
use crate::theme::{Change, Theme};
use crate::wording::Line;

#[test]
fn the_mappings_that_come_along_are_without_mistakes() {
    for (name, _) in BUILT_IN {
        assert!(
            Mapping::built_in(name).is_some(),
            "{name}: {:?}",
            BUILT_IN.iter().find(|own| own.0 == *name).map(|own| Mapping::parse(own.1, &Taxonomy::shipped()))
        );
    }
    assert!(Mapping::built_in("onbekend").is_none());
}

#[test]
fn the_example_reads_what_it_says() {
    let settings = Settings { mapping: Mapping::built_in("voorbeeld"), ..Settings::default() };
    let text = "Nummer;Organisatie;Soort;Straat;Nr;Activiteit;Talen;Thema;Wanneer;Status;Intern;Telefoon\n\
        1;Het Anker;vrijwilligers;Dorpsweg;3;Taalles;Turks, Nederlands;Taalles, Formulieren;ma 9-12;;GEHEIM;0612345678\n\
        2;Het Anker;vrijwilligers;Dorpsweg;3;Koffie;;Koffie;vr 14.00 tot 16.00 uur;;;0612345678\n\
        3;Gemeente;beroeps;Dorpsweg;3;Loket;;Onzin;;;;\n\
        4;Het Anker;vrijwilligers;;;Oud;;;;Gestopt;;\n";
    let out = try_one("lijst.csv", text.as_bytes(), &settings).unwrap();
    assert_eq!((out.summary.rows, out.summary.taken, out.summary.left_out), (4, 3, 1));
    let anker = out.party("Het Anker");
    assert_eq!((anker.sphere, out.party("Gemeente").sphere), (Some(Sphere::Informal), Some(Sphere::Formal)));
    assert_eq!((anker.offers.len(), anker.places.len()), (2, 1));
    assert_eq!(anker.offers[0].themes.as_str(), "taal papieren");
    assert_eq!(
        (anker.offers[0].languages.as_str(), anker.offers[0].opening.as_str()),
        ("tr nl", "mo 09:00-12:00")
    );
    assert_eq!(anker.offers[1].opening.as_str(), "fr 14:00-16:00");
    assert_eq!(out.party("Gemeente").places[0].key, "Dorpsweg 3@Gemeente");
    assert_eq!(out.said(Outcome::Noted, Reason::UnknownTheme)[0].detail, "Onzin");
    assert!(!format!("{out:?}").contains("GEHEIM"));
}

#[test]
fn a_theme_is_known_by_its_key_its_name_or_the_key_it_had_before() {
    let theme = |key: &str| Theme::parse(key).unwrap();
    let changes = [
        Change { nl: Line::parse("Met het véér").unwrap(), ..Change::none(theme("veer"), THEN) },
        Change { into: Some(theme("wonen")), ..Change::none(theme("energie"), THEN) },
    ];
    let themes = Arc::new(Taxonomy::of(&changes));
    let mapping = "title=\"x\"\n[[file]]\n[file.party]\nkey={column=\"id\"}\nname={column=\"id\"}\n\
        [file.offer]\nkey={column=\"id\"}\nname={column=\"id\"}\nthemes={column=\"thema\",split=\",\"}\n";
    let mapping = Some(Mapping::parse(mapping, &themes).unwrap());
    let settings = Settings {
        mapping,
        themes: Arc::clone(&themes),
        sphere: Some(Sphere::Formal),
        ..Settings::default()
    };
    let text = "id,thema\nA,veer\nB,met het veer\nC,energie\nD,Raising children\nE,السكن\nF,Onzin\n";
    let out = try_one("lijst.csv", text.as_bytes(), &settings).unwrap();
    let of = |key: &str| out.party(key).offers[0].themes.as_str().to_owned();
    // The key somebody wrote stays as it is; what it means now is asked when it is read.
    assert_eq!(["A", "B", "C", "D", "E", "F"].map(of), ["veer", "veer", "energie", "opvoeden", "wonen", ""]);
    assert_eq!(out.said(Outcome::Noted, Reason::UnknownTheme).len(), 1);
    // A mapping may name a theme of the municipality's own, and only there.
    let own = "title = \"x\"\n[[file]]\n[file.party]\nkey = \"a\"\n[file.offer]\nthemes = { constant = \"veer\" }\n";
    assert!(Mapping::parse(own, &themes).is_ok() && Mapping::parse(own, &Taxonomy::shipped()).is_err());
}

#[test]
fn cells_are_split_cut_joined_and_translated() {
    let mapping = r#"
title = "x"
[[file]]
[file.party]
key = { column = "id", split = "-", part = -1 }
name = { first = ["roepnaam", "naam"] }
summary = { columns = ["a", "b"], join = " / " }
phone = { column = "tel", after = "tel.", before = "(" }
website = { constant = "voorbeeld.nl" }
sphere = { column = "soort", values = { "v" = "informal" }, otherwise = "formal" }
call-for = { column = "voor", split = ";", values = { "x" = "" } }
"#;
    let text = "id,naam,roepnaam,a,b,tel,soort,voor\nX-1,Lang,Kort,p,q,tel. 020 1234567 (Jan),v,een; twee;x;een\nX-2,Lang,,p,,,z,\n";
    let out = try_one("x.csv", text.as_bytes(), &mapped(mapping)).unwrap();
    let (first, second) = (out.party("1"), out.party("2"));
    assert_eq!((first.name.as_str(), second.name.as_str()), ("Kort", "Lang"));
    assert_eq!((first.summary.as_str(), second.summary.as_str()), ("p / q", "p"));
    assert_eq!(
        (first.role.phone.as_str(), first.role.website.as_str()),
        ("020 1234567", "https://voorbeeld.nl")
    );
    assert_eq!((first.sphere, second.sphere), (Some(Sphere::Informal), Some(Sphere::Formal)));
    assert_eq!(first.call_for.iter().collect::<Vec<_>>(), ["een", "twee"]);
}

#[test]
fn who_decides_the_world_of_a_party() {
    let text = b"id,naam\n1,A\n";
    let bare = "title=\"x\"\n[[file]]\n[file.party]\nkey=\"id\"\nname=\"naam\"\n";
    let mut settings = mapped(bare);
    assert_eq!(try_one("x.csv", text, &settings).unwrap().parties[0].sphere, None);
    settings.sphere = Some(Sphere::Formal);
    assert_eq!(try_one("x.csv", text, &settings).unwrap().parties[0].sphere, Some(Sphere::Formal));
    settings.mapping =
        Some(Mapping::parse(&format!("sphere=\"informal\"\n{bare}"), &Taxonomy::shipped()).unwrap());
    assert_eq!(try_one("x.csv", text, &settings).unwrap().parties[0].sphere, Some(Sphere::Informal));
}

#[test]
fn a_mistake_in_a_mapping_is_named_with_its_line() {
    for (text, line, what) in [
        ("title = \"x\"\nsphere = \"half\"\n[[file]]\n", 2, "formal or informal"),
        ("title = \"x\"\n[[file]]\n[file.party]\nkey = \"a\"\nnaam = \"b\"\n", 5, "no field \"naam\""),
        ("title = \"x\"\n[[file]]\n[file.party]\nkey = \"a\"\nname = { kolom = \"b\" }\n", 5, "kolom"),
        (
            "title = \"x\"\n[[file]]\n[file.party]\nkey = \"a\"\nname = { column = \"b\", constant = \"c\" }\n",
            5,
            "exactly one",
        ),
        ("title = \"x\"\n[[file]]\n[file.party]\nname = \"b\"\n", 2, "needs a key"),
        ("title = \"x\"\n[[file]]\n[file.offer]\nkey = \"a\"\nname = \"b\"\n", 2, "key of its party"),
        (
            "title = \"x\"\n[[file]]\n[file.party]\nkey = \"a\"\n[file.offer]\nthemes = { constant = \"geldd\" }\n",
            6,
            "\"geldd\" is no themes",
        ),
        ("title = \"x\"\n[[file]]\none-row-is = \"ding\"\n[file.party]\nkey = \"a\"\n", 3, "one-row-is"),
        ("title = \"x\"\n\n[[file]\n", 3, ""),
        ("title = \"x\"\nfile = []\n", 1, "no [[file]]"),
        ("", 1, "title"),
    ] {
        let fault = Mapping::parse(text, &Taxonomy::shipped()).unwrap_err();
        assert_eq!(fault.line, line, "{text}: {fault}");
        assert!(fault.what.contains(what), "{text}: {fault}");
    }
}
