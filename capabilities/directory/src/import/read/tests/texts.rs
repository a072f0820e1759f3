//! Text that is not as it should be on a page.

use super::*;

#[test]
fn literal_newlines_become_lines() {
    let out = list("id,naam,tekst\n1,A,Een.\\nTwee.\\r\\nDrie.\n");
    assert_eq!(out.party("1").summary.as_str(), "Een.\nTwee.\nDrie.");
    assert_eq!(out.lines(Outcome::Mended, Reason::LiteralNewline), [2]);
}

#[test]
fn markers_of_another_program_in_opening_hours() {
    let out = list("id,naam,aanbod,open\n1,A,Koffie,###MON### 09:00-12:00 ###FRI### 13:00-17:00\n");
    assert_eq!(out.parties[0].offers[0].opening.as_str(), "mo 09:00-12:00\nfr 13:00-17:00");
    assert!(!format!("{out:?}").contains("###"));
    assert_eq!(out.said(Outcome::Mended, Reason::Marker).len(), 1);
    let out = list("id,naam,tekst\n1,A,Hallo ###NIEUW### daar #3\n");
    assert_eq!(out.parties[0].summary.as_str(), "Hallo daar #3");
}

#[test]
fn lost_accents_are_put_back_only_where_it_is_certain() {
    let out = list(
        "id,naam\n1,Zeven Zee?n\n2,Grand-Caf? Oost\n3,Eva Besny?straat\n4,Wie helpt mij?\n5,Kijk op https://x.nl/?a=b\n",
    );
    assert_eq!(names(&out)[..4], ["Zeven Zeeën", "Grand-Café Oost", "Eva Besny?straat", "Wie helpt mij?"]);
    assert_eq!(out.lines(Outcome::Mended, Reason::LostAccent), [2, 3]);
    assert_eq!(out.lines(Outcome::Noted, Reason::LostAccent), [4]);
}

#[test]
fn backticks_become_apostrophes() {
    let out = list("id,naam\n1,Boven `t IJ\n");
    assert_eq!(names(&out), ["Boven ’t IJ"]);
    assert_eq!(out.lines(Outcome::Mended, Reason::Backtick), [2]);
}

#[test]
fn html_and_script_in_any_field() {
    let bad = "<b>A</b><script>alert(1)</script>";
    let row = format!("id,naam,tekst,telefoon,straat,aanbod,open\n1,{bad},{bad},{bad},{bad},{bad},{bad}\n");
    let out = list(row);
    let all = format!("{:?}", out.parties);
    assert!(!all.contains('<') && !all.contains("alert"), "{all}");
    assert_eq!(out.party("1").name.as_str(), "A");
    assert!(!out.said(Outcome::Mended, Reason::Markup).is_empty());
    let out = list("id,naam,tekst\n1,Jansen &amp; Co,1 < 2 en <jsmith> &lt;img src=x onerror=alert(1)&gt;\n");
    assert_eq!(names(&out), ["Jansen & Co"]);
    assert!(!out.parties[0].summary.as_str().contains("onerror"));
}

#[test]
fn too_long_is_cut_between_words_and_said() {
    let long = "woord ".repeat(1000);
    let out = list(format!("id,naam,tekst,straat\n1,{long},{long},{long}\n"));
    let party = out.party("1");
    assert!(party.name.as_str().ends_with("woord…") && party.name.as_str().chars().count() <= 120);
    assert!(party.summary.as_str().ends_with("woord…") && party.summary.as_str().chars().count() <= 4000);
    assert!(open(&party.places[0]).address.street.as_str().ends_with("woord…"));
    assert_eq!(out.said(Outcome::Mended, Reason::TooLong).len(), 2);
}

#[test]
fn telephone_numbers_with_labels_letters_and_quotes() {
    for (typed, read) in [
        ("main: 954-765-8950", "954-765-8950"),
        ("tdd: 800-955-8771; main: 352-567-9044", "352-567-9044"),
        ("tollfree: 800-625-2257", "800-625-2257"),
        ("703-555-ABCD", "703-555-2223"),
        ("1.866.HELP4DV", "1.866.4357438"),
        ("\"\"\"+44 1234 234567\"\"\"", "+44 1234 234567"),
        ("844-RIGHTS-9 (844-744-4879)", "844-744-4879"),
        ("bel Fatma", ""),
        ("020 123 45 67", "020 123 45 67"),
    ] {
        let out = list(format!("id,naam,telefoon\n1,A,{typed}\n"));
        assert_eq!(out.parties[0].role.phone.as_str(), read, "{typed}");
        assert!(!format!("{:?}", out.remarks).contains("Fatma"));
    }
}

#[test]
fn swapped_points_are_mended_and_zero_is_no_point() {
    let out = list(
        "id,naam,lat,lon\n1,A,52.37,4.9\n2,B,4.9,52.37\n3,C,0,0\n4,D,0,4.9\n5,E,ver,weg\n6,F,100,101\n7,G,\"52,37\",\"4,9\"\n8,H,39.4,-119.9\n",
    );
    let points: Vec<_> = out
        .parties
        .iter()
        .map(|party| open(&party.places[0]).point.map(|point| (point.lon(), point.lat())))
        .collect();
    let home = Some((4.9, 52.37));
    assert_eq!(points, [home, home, None, None, None, None, home, Some((-119.9, 39.4))]);
    assert_eq!(out.lines(Outcome::Mended, Reason::SwappedPoint), [3]);
    assert_eq!(out.lines(Outcome::Mended, Reason::BadPoint), [4, 5, 6, 7]);
    assert_eq!(out.summary.taken, 8);
}

#[test]
fn hundreds_of_points_on_one_spot_are_all_kept() {
    let rows: String = (0..300).map(|n| format!("{n},Plek {n},52.37,4.9\n")).collect();
    let out = list(format!("id,naam,lat,lon\n{rows}"));
    assert_eq!((out.summary.parties, out.summary.places), (300, 300));
    assert!(out.remarks.iter().all(|remark| remark.outcome == Outcome::Noted));
}

#[test]
fn the_same_name_at_the_same_address_is_kept_and_said() {
    let out =
        list("id,naam,straat\n1,Het Anker,Dorpsweg 1\n2,het  anker,Dorpsweg 1\n3,Het Anker,Dorpsweg 2\n");
    assert_eq!(out.summary.parties, 3);
    let twins = out.said(Outcome::Noted, Reason::SameRecord);
    assert_eq!((twins.len(), twins[0].at.line, twins[0].detail.as_str()), (1, 3, "1"));
}

#[test]
fn a_state_is_no_address() {
    let mapping =
        "title=\"x\"\n[[file]]\n[file.party]\nkey=\"id\"\nname=\"naam\"\n[file.place]\naddress=\"adres\"\n";
    let text = "id,naam,adres\n1,A,State: FL\n2,B,\"State: <b>IL</b>,\"\n3,C,\"491 N. State Road 7, Plantation, FL\"\n";
    let out = try_one("x.csv", text.as_bytes(), &mapped(mapping)).unwrap();
    let streets: Vec<&str> = out.parties.iter().map(|p| open(&p.places[0]).address.street.as_str()).collect();
    assert_eq!(streets, ["", "", "491 N. State Road 7, Plantation, FL"]);
    assert_eq!(out.lines(Outcome::Mended, Reason::NoAddress), [2, 3]);
}

#[test]
fn ages_that_mean_no_limit() {
    let out = folder(&[
        ("organizations.csv", "id,name\n1,A\n"),
        (
            "services.csv",
            "id,organization_id,name,minimum_age,maximum_age\na,1,A,18,999\nb,1,B,0,200\nc,1,C,12,17\nd,1,D,,4\ne,1,E,x,-3\n",
        ),
    ]);
    let ages: Vec<&str> = out.offers().map(|offer| offer.for_whom.as_str()).collect();
    assert_eq!(ages, ["18+", "", "12–17", "0–4", ""]);
}

#[test]
fn addresses_as_the_dutch_write_them() {
    let out = folder(&[
        ("organizations.csv", "id,name\n1,A\n"),
        ("services.csv", "id,organization_id,name\n1,1,S\n"),
        ("locations.csv", "id,organization_id,name\na,1,A\nb,1,B\n"),
        (
            "addresses.csv",
            "location_id,address_1,city,postal_code\na,Lange Dorpsweg 12-A,Oosterwaard,1234ab\nb,1-30 Main Street,City,ABC 12\n",
        ),
    ]);
    let address = &open(&out.parties[0].places[0]).address;
    let parts =
        [&address.street, &address.house_number, &address.postcode, &address.town].map(|part| part.as_str());
    assert_eq!(parts, ["Lange Dorpsweg", "12-A", "1234 AB", "Oosterwaard"]);
    assert_eq!(open(&out.parties[0].places[1]).address.street.as_str(), "1-30 Main Street");
}

#[test]
fn a_cell_made_to_be_slow_is_not() {
    for piece in ["<a", "<script></script>", "###", "&lt;", "x?y ", "ma 9-10 ", "<!--", "\\n"] {
        let cell = piece.repeat(900_000 / piece.len());
        let out = list(format!("id,naam,tekst,open,aanbod\n1,A,\"{cell}\",\"{cell}\",B\n"));
        assert_eq!(out.summary.rows, 1, "{piece}");
        assert!(out.remarks.len() < 100, "{piece}");
    }
}
