//! The real files, where they are at hand. Counts were checked against the files by other means.

use std::path::PathBuf;

use super::*;

/// `SAMENSPEL_SHARED`, or the folder beside the repository.
fn at(path: &str) -> Option<PathBuf> {
    let root = std::env::var_os("SAMENSPEL_SHARED")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared"), PathBuf::from);
    let found = root.join(path);
    if !found.exists() {
        println!("skipped: {} is not here; set SAMENSPEL_SHARED", found.display());
    }
    found.exists().then_some(found)
}

fn settings(mapping: &str) -> Settings {
    let today = Some(jiff::civil::date(2026, 1, 1));
    Settings { mapping: Mapping::built_in(mapping), today, ..Settings::default() }
}

fn read_at(path: &str, settings: &Settings) -> Option<Out> {
    let path = at(path)?;
    if path.is_file() {
        let name = path.file_name()?.to_str()?;
        return Some(
            collect(|sink| read(&mut std::fs::File::open(&path).unwrap(), name, settings, sink)).unwrap(),
        );
    }
    let files =
        std::fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_file());
    let mut names: Vec<String> =
        files.map(|path| path.file_name().unwrap().to_str().unwrap().to_owned()).collect();
    names.sort();
    let mut folder = Folder::new(names, move |name: &str| std::fs::File::open(path.join(name)));
    Some(collect(|sink| read_files(&mut folder, settings, sink)).unwrap())
}

/// Parties, places, offers; taken, refused, left out.
fn counts(out: &Out) -> ([u64; 3], [u64; 3]) {
    let sum = &out.summary;
    ([sum.parties, sum.places, sum.offers], [sum.taken, sum.refused, sum.left_out])
}

#[test]
fn amsterdam() {
    let path = "data/amsterdam-voorzieningen/maatschappelijke_vzn_noord_nieuwwest_oost.geojson";
    let Some(out) = read_at(path, &settings("amsterdam-voorzieningen")) else { return };
    assert_eq!(counts(&out), ([701, 701, 662], [701, 0, 0]));
    assert!(out.parties.iter().all(|party| open(&party.places[0]).point.is_some()));
    let informal = out.parties.iter().filter(|party| party.sphere == Some(Sphere::Informal)).count();
    assert_eq!(informal, 90);
    assert!(names(&out).contains(&"Zeven Zeeën") && names(&out).contains(&"Boven ’t IJ"));
    assert!(
        out.remarks.iter().all(|r| r.reason != Reason::UnknownTheme),
        "{:#?}",
        out.said(Outcome::Noted, Reason::UnknownTheme)
    );
    assert_eq!(out.summary.count(Outcome::Noted, Reason::SameRecord), 100);
}

#[test]
fn hsds_1_1() {
    // 13 offers, 3 of them inactive; metadata is 131 rows.
    let Some(simple) = read_at("data/hsds-sample-1.1/simple", &Settings::default()) else { return };
    assert_eq!(counts(&simple), ([10, 10, 10], [43, 0, 139]));
    let Some(all) = read_at("data/hsds-sample-1.1/all_resources", &Settings::default()) else { return };
    assert_eq!(counts(&all), ([10, 10, 10], [53, 0, 18]));
    let offer = all.offers().find(|offer| offer.name.as_str() == "Never Homeless Helpline").unwrap();
    assert_eq!(offer.opening.as_str(), "mo 09:00-17:00\ntu 09:00-17:00\nwe 09:00-17:00");
    assert_eq!((offer.languages.as_str(), offer.for_whom.as_str()), ("en es", "adult"));
}

#[test]
fn hsds_3_0() {
    let Some(csv) = read_at("reference/hsds/hsds-3.0/examples/csv", &Settings::default()) else { return };
    assert_eq!(counts(&csv), ([1, 1, 1], [12, 0, 9]));
    for (file, expected) in [
        ("service_full.json", [1, 1, 1]),
        ("service_list.json", [1, 0, 1]),
        ("organization_full.json", [1, 1, 1]),
        ("organization_list.json", [1, 0, 0]),
        ("service_at_location_full.json", [1, 1, 1]),
        ("service_at_location_list.json", [1, 1, 1]),
        ("tabular.json", [1, 1, 1]),
    ] {
        let out = read_at(&format!("reference/hsds/hsds-3.0/examples/{file}"), &Settings::default()).unwrap();
        assert_eq!(counts(&out).0, expected, "{file}");
        assert!(!format!("{out:?}").contains("Persona"), "{file}");
        // 100, 101 is no point.
        assert!(out.parties.iter().flat_map(|party| &party.places).all(|place| open(place).point.is_none()));
    }
    let path = at("reference/hsds/hsds-3.0/examples/base.json").unwrap();
    let base = collect(|sink| {
        read(&mut std::fs::File::open(path).unwrap(), "base.json", &Settings::default(), sink)
    });
    assert_eq!(base.unwrap_err().key(), "no-records");
}

#[test]
fn a_validator_s_128_times_the_same() {
    let path = "reference/hsds/oruk-validator-mocks/V3.0-UK-Test/service_list.json";
    let Some(out) = read_at(path, &Settings::default()) else { return };
    assert_eq!((out.summary.offers, counts(&out).1), (1, [1, 77, 50]));
}

#[test]
fn ohana() {
    let Some(out) = read_at("data/ohana-smc-csv", &Settings::default()) else { return };
    // 22 locations of which one virtual; 23 services of which one inactive and one defunct.
    assert_eq!(counts(&out).0, [8, 21, 21]);
    assert_eq!(counts(&out).1, [149, 0, 337]);
    assert_eq!(out.summary.count(Outcome::LeftOut, Reason::Inactive), 2);
    assert!(!format!("{out:?}").contains("Contact Person"));
    assert!(!format!("{:?}", out.parties).contains("john.smith"));
}

#[test]
fn florida() {
    let Some(out) = read_at("data/florida-legal-aid", &settings("florida-legal-aid")) else { return };
    assert_eq!(counts(&out), ([20, 378, 135], [533, 0, 0]));
    // 244 times `State: FL`, once with tags in it.
    assert_eq!(out.summary.count(Outcome::Mended, Reason::NoAddress), 245);
    let unlimited = out
        .offers()
        .filter(|offer| offer.for_whom.as_str().contains("200") || offer.for_whom.as_str().contains("999"));
    assert_eq!(unlimited.count(), 0);
}

#[test]
fn illinois_as_exported() {
    let Some(out) = read_at("data/ilao-legal-aid/input", &settings("ilao-legal-aid")) else { return };
    // 72 of 520 locations and 89 of 430 services have a party that exists; 43 services are not open, 9 of those 89.
    assert_eq!(counts(&out), ([33, 72, 80], [185, 755, 43]));
    assert_eq!(out.summary.count(Outcome::Refused, Reason::NoKey), 1);
    let open = out.offers().filter(|offer| !offer.opening.is_empty()).count();
    assert!(open > 40, "{open}");
}

#[test]
fn illinois_as_tables() {
    let Some(out) = read_at("data/ilao-legal-aid/output", &Settings::default()) else { return };
    assert_eq!(counts(&out).0, [33, 72, 89]);
    // Services name 152 parties, of which 27 exist; the 125 others, with the locations, are said one by one.
    let unknown: std::collections::BTreeSet<&str> = out
        .said(Outcome::Refused, Reason::UnknownParty)
        .iter()
        .filter(|remark| remark.at.file == "services.csv")
        .map(|remark| remark.detail.as_str())
        .collect();
    assert_eq!(unknown.len(), 125);
    assert_eq!(out.summary.count(Outcome::Refused, Reason::UnknownParty), 448 + 340);
    assert_eq!(out.summary.count(Outcome::Refused, Reason::NoKey), 1);
}
