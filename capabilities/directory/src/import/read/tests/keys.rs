//! Rows that point at each other, or at nothing.

use super::*;

const PARTY: (&str, &str) = ("organizations.csv", "id,name\n1,A\n2,B\n");

#[test]
fn rows_that_point_at_parties_that_do_not_exist() {
    let out = folder(&[
        PARTY,
        ("services.csv", "id,organization_id,name\na,1,S\nb,9,T\nc,,U\n"),
        ("locations.csv", "id,organization_id,name\nx,1,L\ny,9,M\n"),
        (
            "phones.csv",
            "id,service_id,location_id,organization_id,number\n1,b,,,0201234567\n2,,y,,0201234567\n3,,,9,0201234567\n4,zz,,,0201234567\n",
        ),
    ]);
    assert_eq!((out.summary.offers, out.summary.places), (1, 1));
    let lost = out.said(Outcome::Refused, Reason::UnknownParty);
    let lost: Vec<(&str, &str)> =
        lost.iter().map(|remark| (remark.key.as_str(), remark.detail.as_str())).collect();
    assert_eq!(lost, [("b", "9"), ("y", "9"), ("3", "9")]);
    assert_eq!(out.lines(Outcome::Refused, Reason::NoParty), [4]);
    assert_eq!(out.lines(Outcome::Refused, Reason::UnknownOffer), [2, 5]);
    assert_eq!(out.lines(Outcome::Refused, Reason::UnknownPlace), [3]);
}

#[test]
fn several_keys_in_one_cell() {
    let out = folder(&[
        PARTY,
        ("locations.csv", "id,organization_id,name\nx,1,L\ny,1,M\n"),
        ("services.csv", "id,organization_id,name\na,1; 2,S\n"),
        ("service_at_locations.csv", "id,service_id,location_id\n1,a,\"x, y\"\n"),
    ]);
    let offer = &out.party("1").offers[0];
    assert_eq!(offer.places, ["x", "y"]);
    assert!(out.party("2").offers.is_empty());
    assert_eq!(out.said(Outcome::Mended, Reason::SeveralKeys).len(), 2);
}

#[test]
fn keys_that_went_through_a_spreadsheet() {
    let out = folder(&[
        (
            "organizations.csv",
            "id,name\n1234567890123456,A\n1300000000000001,B\n7777777777777777,C\n7777777777777778,D\n",
        ),
        (
            "services.csv",
            "id,organization_id,name\na,1.23457E+15,S\nb,1.3E+15,T\nc,7.77778E+15,U\nd,1234567890123450,V\n1.23457E+15,1234567890123456,W\n",
        ),
    ]);
    let offers = |key: &str| out.party(key).offers.iter().map(|offer| offer.key.as_str()).collect::<Vec<_>>();
    assert_eq!(offers("1234567890123456"), ["a", "d"]);
    assert_eq!(offers("1300000000000001"), ["b"]);
    assert_eq!(out.lines(Outcome::Mended, Reason::RoundedKey), [2, 3, 5]);
    // Two parties fit, and an own key that was rounded is no key.
    assert_eq!(out.lines(Outcome::Refused, Reason::RoundedKey), [6, 4]);
}

#[test]
fn a_record_that_stands_there_twice() {
    let out = folder(&[
        ("organizations.csv", "id,name\n1,A\n1,A\n1,Anders\n"),
        ("services.csv", "id,organization_id,name\na,1,S\na,1,S\na,1,T\n"),
    ]);
    assert_eq!((out.summary.parties, out.summary.offers), (1, 1));
    assert_eq!(out.lines(Outcome::LeftOut, Reason::SameRecord), [3, 3]);
    assert_eq!(out.lines(Outcome::Refused, Reason::DoubleKey), [4, 4]);
}

#[test]
fn no_key_and_no_name() {
    let out = folder(&[
        ("organizations.csv", "id,name\n,A\n2,\n3,N/A\n4,D\n"),
        ("services.csv", "id,organization_id,name\n,4,S\nb,4,\nc,2,T\n"),
    ]);
    assert_eq!(names(&out), ["D"]);
    assert_eq!(out.lines(Outcome::Refused, Reason::NoKey), [2, 2]);
    assert_eq!(out.lines(Outcome::Refused, Reason::NoName), [3, 4, 3]);
    assert_eq!(out.lines(Outcome::Refused, Reason::UnknownParty), [4]);
}

#[test]
fn what_is_not_for_everybody_stays_behind() {
    let out = folder(&[
        (
            "organizations.csv",
            "id,name,description,notes_internal,private,internal_note\n1,A,Open,GEHEIM,,GEHEIM\n2,B,x,,true,\n3,C,x,,false,\n",
        ),
        (
            "services.csv",
            "id,organization_id,name,status\na,1,S,active\nb,1,T,inactive\nc,1,U,defunct\nd,1,V,Excluded\ne,1,W,private\nf,2,X,active\ng,1,Y,temporarily closed\n",
        ),
        ("phones.csv", "id,service_id,number\n1,b,0201112223\n2,f,0204445556\n"),
    ]);
    assert_eq!(names(&out), ["A", "C"]);
    let all = format!("{:?}", out);
    assert!(!all.contains("GEHEIM") && !all.contains("0201112223") && !all.contains("0204445556"));
    assert_eq!(out.offers().map(|offer| offer.key.as_str()).collect::<Vec<_>>(), ["a", "g"]);
    assert_eq!(out.offers().nth(1).unwrap().capacity, crate::party::Capacity::Closed);
    assert_eq!(out.summary.left_out, 1 + 5 + 2);
    assert!(out.remarks.iter().any(|r| r.reason == Reason::Internal && r.detail.contains("notes_internal")));
}

#[test]
fn a_confidential_place_has_no_address_and_no_point() {
    let out = folder(&[
        PARTY,
        ("services.csv", "id,organization_id,name\na,1,S\n"),
        (
            "locations.csv",
            "id,organization_id,name,latitude,longitude,confidential\nx,1,Geheime straat,52.4,4.9,true\n",
        ),
        ("addresses.csv", "location_id,address_1\nx,Geheime straat 1\n"),
    ]);
    assert_eq!(out.parties[0].places[0].whereabouts, Whereabouts::Confidential);
    assert!(!format!("{out:?}").contains("Geheime"));
    assert_eq!(out.lines(Outcome::Mended, Reason::Confidential), [2]);
}

#[test]
fn people_become_roles() {
    let out = folder(&[
        PARTY,
        ("services.csv", "id,organization_id,name\na,1,S\n"),
        (
            "contacts.csv",
            "id,organization_id,service_id,name,title,department,email\n1,1,,Ann Persona,Beheerder,Balie,balie@a.nl\n2,1,,Ann Persona,Mrs,Balie,ann@a.nl\n3,,a,Jan de Wit,,,jan.wit@a.nl\n4,9,,Piet Zwart,Chef,,chef@a.nl\n",
        ),
        ("phones.csv", "id,contact_id,number\n1,1,020 1234567\n"),
    ]);
    let contacts: Vec<(&str, &str, &str, &str)> = out
        .party("1")
        .contacts
        .iter()
        .map(|c| (c.role.as_str(), c.note.as_str(), c.email.as_str(), c.phone.as_str()))
        .collect();
    assert_eq!(contacts, [("Beheerder", "Balie", "balie@a.nl", "020 1234567"), ("Balie", "", "", "")]);
    let all = format!("{out:?}");
    for name in ["Persona", "Wit", "Zwart", "ann@", "jan.wit"] {
        assert!(!all.contains(name), "{name}");
    }
    let people = out.said(Outcome::LeftOut, Reason::Person);
    assert_eq!((people.len(), people[0].detail.as_str()), (1, "4"));
}

#[test]
fn a_place_of_one_party_where_another_works() {
    let out = folder(&[
        PARTY,
        ("locations.csv", "id,organization_id,name\nx,1,Buurthuis\nz,9,Zonder\n"),
        ("services.csv", "id,organization_id,name\na,1,S\nb,2,T\n"),
        ("services_at_location.csv", "id,service_id,location_id\n1,a,x\n2,b,x\n3,b,z\n"),
    ]);
    let keys = |key: &str| out.party(key).places.iter().map(|place| place.key.clone()).collect::<Vec<_>>();
    assert_eq!(keys("1"), ["x"]);
    assert_eq!(keys("2"), ["x@2", "z"]);
    assert_eq!(out.party("2").offers[0].places, ["x@2", "z"]);
}
