//! Contacts: each sees the own ones and can leave them; of all together only numbers that say nothing about anybody.

use std::time::Duration;

use ::contacts::{Contact, Kind, Side};
use access::{Permit, Role};
use directory::area::AreaCode;
use directory::neighbourhood::HERE;
use directory::party::{Party, Sphere};
use directory::theme::Theme;
use ground::db::testing::THEN;
use ground::id::Id;
use ground::moment::{Day, Moment};
use people::person::Person;

use crate::handovers::{done, offers, table};
use crate::neighbourhood::{Visitor, in_oosterwaard};

const WILMA: &str = "Wilma";

async fn person(visitor: &Visitor, name: &'static str) -> Id<Person> {
    let found = visitor.db.read("select id from people_person where municipality_id = $1 and name = $2");
    found.bind(HERE).bind(name).scalar().await.unwrap()
}

/// Some party of this world.
async fn party(visitor: &Visitor, sphere: Sphere) -> Id<Party> {
    let found = visitor.db.read(
        "select id from directory_party where municipality_id = $1 and sphere = $2 order by name_key limit 1",
    );
    found.bind(HERE).bind(sphere.word()).scalar().await.unwrap()
}

async fn asked(visitor: &Visitor, by: Option<Id<Person>>, to: Option<Id<Person>>, at: Moment) -> Contact {
    let side = async |person, sphere| Side {
        party: party(visitor, sphere).await,
        person,
        role: Some(Role::Guide),
        sphere,
    };
    Contact {
        id: Id::new(at),
        kind: Kind::Question,
        from: side(by, Sphere::Informal).await,
        to: side(to, Sphere::Formal).await,
        through: None,
        area: AreaCode::parse("BU99010203").ok(),
        theme: Theme::parse("schulden").unwrap(),
        asked_at: at,
        answered_at: Some(at.plus(Duration::from_secs(60))),
        in_time: Some(true),
    }
}

async fn write(visitor: &Visitor, all: &[Contact]) {
    let mut tx = visitor.db.begin().await.unwrap();
    for contact in all {
        ::contacts::record(&mut tx, &Permit::at_the_machine(HERE), contact).await.unwrap();
    }
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn somebody_sees_the_own_contacts_without_a_colleagues_name_and_leaves_one_and_then_all() {
    in_oosterwaard(async |visitor: Visitor| {
        visitor.comes_in_as("volunteer").await;
        let me = visitor.get("/ik").await;
        me.shows("href=\"/ik/contacten\"").shows("href=\"/wederkerigheid\"");
        visitor.get("/ik/contacten").await.is(200).shows("U hebt nog geen contacten");

        let mine = me.after("name=\"name\" type=\"text\" value=\"");
        let mine = person(&visitor, mine.leak()).await;
        let wilma = person(&visitor, WILMA).await;
        let one = asked(&visitor, Some(mine), Some(wilma), THEN).await;
        let two = asked(&visitor, Some(wilma), Some(mine), THEN.plus(Duration::from_secs(9))).await;
        let hers = asked(&visitor, Some(wilma), None, THEN).await;
        write(&visitor, &[one.clone(), two, hers]).await;

        let page = visitor.get("/ik/contacten").await;
        page.is(200).shows("U stelde een vraag").shows("U kreeg een vraag").shows("Schulden").hides(WILMA);
        assert_eq!(page.body.matches("Haal mij hieruit").count(), 2);
        let id = one.id.to_string();
        visitor.submit("/ik/contacten/weg", &[("contact", &id)]).await.is(303);
        let page = visitor.get("/ik/contacten?gedaan=weg").await;
        page.shows("U staat er niet meer in").shows("U kreeg een vraag").hides("U stelde een vraag");
        // Twice is once.
        visitor.submit("/ik/contacten/weg", &[("contact", &id)]).await.is(303);
        visitor.submit("/ik/contacten/weg", &[("contact", "all")]).await.is(303);
        visitor.get("/ik/contacten").await.shows("U hebt nog geen contacten");
        visitor.get("/ik/wie-keek").await.shows("haalde zichzelf uit de eigen contacten");

        let coordinator = visitor.another();
        coordinator.comes_in_as("coordinator").await;
        let page = coordinator.get("/ik/contacten").await;
        assert_eq!(page.body.matches("Haal mij hieruit").count(), 3, "what another leaves, she keeps");
    })
    .await;
}

#[tokio::test]
async fn who_handed_over_reads_in_the_own_contacts_that_both_said_they_sat_together() {
    in_oosterwaard(async |first: Visitor| {
        let [karim, joris, _] = table(first).await;
        let address = offers(&karim, "Wijkteam De Boogerd").await;
        done(&joris, &address, "ontvangen", "accept", &[("dag", "2025-12-01")]).await;
        done(&karim, &address, "stap", "sat-together", &[]).await;
        let said = "zeiden beide partijen dat ze samen aan tafel zaten";
        karim.get("/ik/contacten").await.is(200).shows("U droeg hulp over").hides(said);
        done(&joris, &address, "stap", "confirm", &[]).await;
        for who in [&karim, &joris] {
            who.get("/ik/contacten").await.is(200).shows(said);
        }
    })
    .await;
}

#[tokio::test]
async fn nobody_takes_another_out_of_a_contact() {
    in_oosterwaard(async |visitor: Visitor| {
        let wilma = person(&visitor, WILMA).await;
        let hers = asked(&visitor, Some(wilma), None, THEN).await;
        write(&visitor, std::slice::from_ref(&hers)).await;
        visitor.comes_in_as("volunteer").await;
        visitor.submit("/ik/contacten/weg", &[("contact", &hers.id.to_string())]).await.is(303);
        visitor.submit("/ik/contacten/weg", &[("contact", "all")]).await.is(303);
        let coordinator = visitor.another();
        coordinator.comes_in_as("coordinator").await;
        coordinator.get("/ik/contacten").await.is(200).shows("U stelde een vraag");
    })
    .await;
}

#[tokio::test]
async fn who_stops_is_in_no_contact_and_the_district_still_counts_it() {
    in_oosterwaard(async |visitor: Visitor| {
        let wilma = person(&visitor, WILMA).await;
        let hers = asked(&visitor, Some(wilma), None, THEN).await;
        write(&visitor, &[hers]).await;
        visitor.comes_in_as("coordinator").await;
        let people = visitor.get("/ik").await.after("href=\"/beheer/partij/");
        let people = format!("/beheer/partij/{}/mensen", people.trim_end_matches("/mensen"));
        let own =
            visitor.db.read("select id from people_membership where municipality_id = $1 and person_id = $2");
        let own: uuid::Uuid = own.bind(HERE).bind(wilma).scalar().await.unwrap();
        visitor.submit(&format!("{people}/{own}/weg"), &[]).await.is(303);
        let count = async |sql| visitor.db.read(sql).bind(HERE).scalar::<i64>().await.unwrap();
        assert_eq!(count("select count(*) from contacts_person where municipality_id = $1").await, 0);
        assert_eq!(count("select count(*) from contacts_contact where municipality_id = $1").await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_district_sees_both_directions_as_a_picture_and_as_a_table_and_no_small_number() {
    in_oosterwaard(async |visitor: Visitor| {
        visitor.get("/wederkerigheid").await.is(403).shows("action=\"/aanmelden/demo\"");
        visitor.get("/buurt/BU99010203").await.is(200).hides("/wederkerigheid");
        visitor.comes_in_as("volunteer").await;
        visitor.get("/buurt/BU99010203").await.shows("href=\"/wederkerigheid?wijk=WK990102\"");
        let page = visitor.get("/wederkerigheid?wijk=WK990102").await;
        page.is(200).shows("Nog te weinig om te laten zien").hides("<svg class=\"balken\"");

        let august = Day::new(2025, 8, 5).unwrap().begins();
        let mut all = Vec::new();
        for at in 0..35 {
            let mut one = asked(&visitor, None, None, august).await;
            // Each of another party: no single one is what the number is about.
            (one.from.party, one.to.party) = (Id::new(august), Id::new(august));
            all.push(Contact { in_time: Some(at < 20), ..one.clone() });
            let (from, to) = (one.to, one.from);
            if at < 19 {
                all.push(Contact { id: Id::new(august), from, to, in_time: Some(at < 15), ..one });
            }
            // In the other district thirty-five that are all with one and the same party.
            let area = AreaCode::parse("BU99010101").ok();
            let same = asked(&visitor, None, None, august).await;
            all.push(Contact { area, ..same });
        }
        write(&visitor, &all).await;
        let page = visitor.get("/wederkerigheid?wijk=WK990102").await;
        page.is(200).shows("<svg class=\"balken\" role=\"img\"").shows("<table>");
        page.shows("De buurt vroeg organisaties")
            .shows("ongeveer \u{2068}35\u{2069} keer")
            .shows("ongeveer \u{2068}20\u{2069} keer");
        // Nineteen and fifteen: the four that are left may not be told, so neither may the nineteen.
        page.shows("\u{2068}15\u{2069} keer kwam er op tijd antwoord. Hoe vaak niet, tonen we niet");
        page.hides("\u{2068}19\u{2069}").hides("\u{2068}5\u{2069}").hides("\u{2068}0\u{2069}");
        // A neighbourhood leads to its district; another district has its own.
        visitor.get("/wederkerigheid?wijk=BU99010203").await.is(200).shows("\u{2068}35\u{2069} keer");
        visitor.get("/wederkerigheid?wijk=WK990101").await.is(200).shows("Nog te weinig om te laten zien");
        visitor.get("/wederkerigheid?wijk=WK999999").await.is(404);
    })
    .await;
}
