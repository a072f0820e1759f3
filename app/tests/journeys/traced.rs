//! What was done can be read afterwards by whom it concerns: coming and going, what waits, letters, and what is there no more.

use std::time::Duration;

use directory::neighbourhood::HERE;
use directory::offer::{Offer, store as offers};
use ground::db::testing::THEN;
use ground::id::Id;
use ground::moment::Moment;
use samenspel::serve::House;

use crate::alive::{Story, linde};
use crate::authenticator::Phone;
use crate::handovers::{TEAM, offers, table};
use crate::lines::{Reader, by_link, id_of, person};
use crate::neighbourhood::{Visitor, in_oosterwaard, settings};
use crate::passkeys::makes;
use crate::people::{GROUP, a_code, comes_in, own_party};
use crate::recovery::listed;

/// What stands on a page, without the marks that keep names in one direction.
fn plain(page: &str) -> String {
    page.replace(['\u{2068}', '\u{2069}'], "")
}

#[tokio::test]
async fn who_comes_and_goes_leaves_a_line_of_each_and_so_does_how_long_a_session_waits() {
    in_oosterwaard(async |keeper: Visitor| {
        let wilma = keeper.another();
        let mut trail = Reader::new(&keeper.db).await;
        wilma.comes_in_as("coordinator").await;
        trail.one("person", "session.open", "session").await;
        wilma.submit("/ik/sessies/wachten", &[("minutes", "60")]).await.is(303);
        trail.one("person", "session.wait", "session").await;
        wilma.submit("/afmelden", &[]).await.is(303);
        trail.one("person", "me.leave", "session").await;
        keeper.sign_in_as_operator().await;
        trail.one("operator", "session.open", "session").await;
        let csrf = keeper.get("/beheer").await.after("name=\"csrf\" value=\"");
        keeper.post("/beheer/afmelden", &[("csrf", &csrf)]).await.is(303);
        trail.one("operator", "session.close", "session").await;
    })
    .await;
}

#[tokio::test]
async fn a_file_that_is_brought_and_thrown_away_leaves_a_line_of_each_that_says_which() {
    in_oosterwaard(async |manager: Visitor| {
        manager.sign_in().await;
        let mut trail = Reader::new(&manager.db).await;
        let list = r#"{"organizations":[{"id":"1","name":"Kantklosclub"}],"services":[]}"#;
        let at = manager.brings("Lijst", list).await;
        let (ineke, which) = (person(&manager.db, "Ineke").await, id_of(&at));
        assert!(which.is_some(), "{at}");
        trail.tells(&[ineke.did("import.stage", "import").which(which)]).await;
        manager.submit(&format!("{at}/weg"), &[]).await.is(303);
        trail.tells(&[ineke.did("import.discard", "import").which(which)]).await;
    })
    .await;
}

#[tokio::test]
async fn a_party_that_is_asked_whether_its_profile_is_right_can_read_so_whoever_asked() {
    Story::tell(linde, async |story: Story| {
        let manager = &story.visitor;
        manager.sign_in().await;
        let desk = manager.desk_of("De Linde").await;
        let party = desk.rsplit('/').next().unwrap();
        let mail = format!("/beheer/veroudering/{party}/mail");
        let mut trail = Reader::new(&story.db).await;
        let sent = manager.submit(&mail, &[]).await;
        assert!(sent.is(303).header("location").contains("gedaan=gemaild"));
        let which = trail.one("person", "party.ask", "party").await;
        assert_eq!(which.map(|id| id.to_string()).as_deref(), Some(party));
        manager.submit(&mail, &[]).await.is(303);
        trail.none("a party that heard from us this week is not asked again").await;
    })
    .await;
    // By the program itself, when it is time.
    Story::tell(linde, async |story: Story| {
        let mut trail = Reader::new(&story.db).await;
        story.round(THEN).await;
        assert!(trail.one("machine", "party.ask", "party").await.is_some());
    })
    .await;
}

/// An offer of the group somebody acts for: the address of its form, and what it is called.
async fn an_offer(visitor: &Visitor, own: &str) -> (String, String) {
    let id = visitor.get(own).await.is(200).after(&format!("href=\"{own}/aanbod/0"));
    let at = format!("{own}/aanbod/0{id}");
    let id: Id<Offer> = Id::parse(at.rsplit('/').next().unwrap()).unwrap();
    let offer = offers::find(&visitor.db, HERE, id).await.unwrap().unwrap();
    (at, offer.name.to_string())
}

#[tokio::test]
async fn an_offer_that_is_taken_away_takes_none_of_its_lines_along() {
    in_oosterwaard(async |wilma: Visitor| {
        wilma.comes_in_as("coordinator").await;
        let (ferdi, joris, daan) = (wilma.another(), wilma.another(), wilma.another());
        ferdi.comes_in_as("volunteer").await;
        joris.comes_in_as("professional").await;
        daan.comes_in_as("privacy-officer").await;
        let (offer, name) = an_offer(&ferdi, &own_party(&ferdi).await).await;
        ferdi.submit(&format!("{offer}/plek"), &[("capacity", "few")]).await.is(303);
        let seen = plain(&wilma.get("/ik/wie-keek").await.is(200).body);
        assert!(seen.contains("gaf aan of er plek is bij aanbod"), "{seen}");
        assert!(seen.contains(&format!("Waarover: aanbod, {name} · Waarvoor: de sociale kaart")), "{seen}");
        ferdi.submit(&format!("{offer}/weg"), &[]).await.is(303);
        let seen = plain(&wilma.get("/ik/wie-keek").await.is(200).body);
        for told in ["Ferdi</bdi></strong> haalde aanbod weg.", "gaf aan of er plek is bij aanbod."] {
            assert!(seen.contains(told), "{told} does not stand in {seen}");
        }
        assert_eq!(seen.matches("Waarover: aanbod (is er niet meer)").count(), 2, "{seen}");
        assert!(!seen.contains(&name), "{seen}");
        // Another party reads none of it; who watches reads of what kind, whose and what for, and nothing that was made.
        joris.get("/ik/wie-keek").await.is(200).hides("haalde aanbod weg").hides("plek is bij aanbod");
        let log = plain(&daan.get("/controle").await.is(200).body);
        let kind = format!("Waarover: aanbod · Van: {GROUP} · Waarvoor: de sociale kaart");
        assert!(log.contains("haalde aanbod weg") && log.contains(&kind), "{log}");
        assert!(!log.contains(&name) && !log.contains("Ferdi"), "{log}");
    })
    .await;
}

fn an_hour_later() -> Moment {
    THEN.plus(Duration::from_secs(60 * 60))
}

#[tokio::test]
async fn who_reads_what_colleagues_did_leaves_a_line_once_an_hour_and_who_reads_only_of_oneself_none() {
    in_oosterwaard(async |wilma: Visitor| {
        let (ferdi, joris) = (wilma.another(), wilma.another());
        for (somebody, role) in [(&wilma, "coordinator"), (&ferdi, "volunteer"), (&joris, "professional")] {
            somebody.comes_in_as(role).await;
        }
        let own = own_party(&ferdi).await;
        ferdi.submit(&format!("{own}/plek"), &[("capacity", "few")]).await.is(303);
        let mut trail = Reader::new(&wilma.db).await;
        joris.get("/ik/wie-keek").await.is(200);
        ferdi.get("/ik/wie-keek").await.is(200);
        trail.none("nobody else did anything there").await;
        wilma.get("/ik/wie-keek").await.is(200).shows("Ferdi");
        let party = trail.one("person", "trail.own", "party").await;
        assert!(party.is_some_and(|party| own.ends_with(&party.to_string())));
        wilma.get("/ik/wie-keek").await.is(200).shows("Ferdi");
        trail.none("the same look, a moment later").await;
        ferdi.get("/ik/wie-keek").await.is(200).shows("Wilma</bdi></strong> keek bij ‘Wie keek?’.");
        trail.one("person", "trail.own", "party").await;
        let house = House::new(settings(), wilma.db.clone(), an_hour_later).unwrap();
        let later = Visitor::before(house.router(), wilma.db.clone());
        later.comes_in_as("coordinator").await;
        trail.one("person", "session.open", "session").await;
        later.get("/ik/wie-keek").await.is(200).shows("Ferdi");
        trail.one("person", "trail.own", "party").await;
    })
    .await;
}

const PLACE: &str = "Waarover: een plek bij een partij of de gemeente";

#[tokio::test]
async fn who_comes_in_gets_another_role_and_is_sent_away_stands_with_the_party_for_good() {
    in_oosterwaard(async |wilma: Visitor| {
        wilma.comes_in_as("coordinator").await;
        let (selma, yara, joris, daan) = (wilma.another(), wilma.another(), wilma.another(), wilma.another());
        joris.comes_in_as("professional").await;
        daan.comes_in_as("privacy-officer").await;
        comes_in(&selma, &a_code(&wilma, "coordinator").await, "Selma").await;
        makes(&selma, &mut Phone::new(), "").await.is(200);
        let code = a_code(&wilma, "volunteer").await;
        let mut trail = Reader::new(&wilma.db).await;
        comes_in(&yara, &code, "Yara").await;
        let [wilmas, yaras] = [person(&wilma.db, "Wilma").await, person(&wilma.db, "Yara").await];
        let opened = by_link("invitation.open", "party").which(wilmas.party);
        trail.tells(&[opened, yaras.did_coming_in("invitation.take", "membership").on(yaras)]).await;
        let seen = plain(&wilma.get("/ik/wie-keek").await.is(200).body);
        assert!(seen.contains("Yara</bdi></strong> kwam binnen met een uitnodiging."), "{seen}");
        assert!(seen.contains(&format!("{PLACE}, Yara")), "{seen}");
        let people = format!("{}/mensen", own_party(&wilma).await);
        let hers = listed(&wilma, "Yara").await;
        let mut trail = Reader::new(&wilma.db).await;
        wilma.submit(&format!("{people}/{hers}/rol"), &[("role", "guide")]).await.is(303);
        trail.tells(&[wilmas.did("membership.role", "membership").on(yaras)]).await;
        // Everybody of the group reads so, and of whom.
        let seen = plain(&selma.get("/ik/wie-keek").await.is(200).body);
        let told = seen.split_once("Wilma</bdi></strong> veranderde een rol.").unwrap().1;
        assert!(told.split("</li>").next().unwrap().contains(&format!("{PLACE}, Yara")), "{seen}");
        wilma.submit(&format!("{people}/{hers}/weg"), &[]).await.is(303);
        // The other coordinator, and the name of who is gone nowhere.
        let seen = plain(&selma.get("/ik/wie-keek").await.is(200).body);
        for told in ["veranderde een rol.", "beëindigde een plek."] {
            assert!(
                seen.contains(&format!("Wilma</bdi></strong> {told}")),
                "{told} does not stand in {seen}"
            );
        }
        assert!(seen.contains(&format!("{PLACE} (is er niet meer)")) && !seen.contains("Yara"), "{seen}");
        joris.get("/ik/wie-keek").await.is(200).hides("beëindigde een plek").hides("met een uitnodiging");
        let log = plain(&daan.get("/controle").await.is(200).body);
        let whose = format!("{PLACE} · Van: {GROUP} · Waarvoor: aanmelden en plekken");
        assert!(log.contains("beëindigde een plek"), "{log}");
        // Selma and Yara came in, Yara got another role and was sent away.
        assert_eq!(log.matches(&whose).count(), 4, "{log}");
    })
    .await;
}

#[tokio::test]
async fn whose_party_becomes_another_leaves_a_line_each_that_the_other_reads() {
    in_oosterwaard(async |manager: Visitor| {
        let (wilma, daan) = (manager.another(), manager.another());
        manager.sign_in().await;
        wilma.comes_in_as("coordinator").await;
        daan.comes_in_as("privacy-officer").await;
        let (stays, gone) = (manager.desk_of("De Linde").await, manager.desk_of(GROUP).await);
        let [stays, gone] = [&stays, &gone].map(|desk| desk.rsplit('/').next().unwrap());
        manager.submit("/beheer/dubbel/een", &[("stays", stays), ("gone", gone)]).await.is(303);
        let seen = plain(&wilma.get("/ik/wie-keek").await.is(200).body);
        for name in ["Wilma", "Ferdi"] {
            assert!(seen.contains(&format!("{PLACE}, {name}")), "{name} does not stand in {seen}");
        }
        assert!(seen.contains("zette een plek over"), "{seen}");
        let log = plain(&daan.get("/controle").await.is(200).body);
        assert!(log.contains(&format!("{PLACE} · Van: Moedercentrum De Linde")), "{log}");
    })
    .await;
}

#[tokio::test]
async fn who_belonged_to_both_parties_of_a_merge_reads_that_the_old_place_ended() {
    in_oosterwaard(async |manager: Visitor| {
        let (wilma, joris) = (manager.another(), manager.another());
        manager.sign_in().await;
        wilma.comes_in_as("coordinator").await;
        joris.comes_in_as("professional").await;
        // Joris helps in the group of Wilma as well.
        let code = a_code(&wilma, "volunteer").await;
        joris.post(&code, &[]).await.is(303);
        joris.submit(&format!("{code}/ja"), &[]).await.is(303);
        let (stays, gone) = (manager.desk_of(TEAM).await, manager.desk_of(GROUP).await);
        let [stays, gone] = [&stays, &gone].map(|desk| desk.rsplit('/').next().unwrap());
        let mut trail = Reader::new(&manager.db).await;
        manager.submit("/beheer/dubbel/een", &[("stays", stays), ("gone", gone)]).await.is(303);
        let lines = trail.new_lines().await;
        let count = |action: &str| lines.iter().filter(|line| line.action == action).count();
        // Wilma and Ferdi came along; Joris keeps the place he had.
        assert_eq!((count("membership.move"), count("membership.end")), (2, 1), "{lines:?}");
        // As of that place he is in no more.
        joris.comes_in_as("professional").await;
        let seen = plain(&joris.get("/ik/wie-keek").await.is(200).body);
        assert!(seen.contains("beëindigde een plek"), "{seen}");
    })
    .await;
}

#[tokio::test]
async fn what_the_program_did_by_a_command_is_told_as_done_by_the_program() {
    Story::tell(linde, async |story: Story| {
        let daan = story.visitor.another();
        daan.comes_in_as("privacy-officer").await;
        let permit = access::Permit::at_the_machine(HERE);
        let mut tx = story.db.begin().await.unwrap();
        directory::municipality::store::touch(&mut tx, &permit, THEN).await.unwrap();
        tx.commit().await.unwrap();
        let log = plain(&daan.get("/controle").await.is(200).body);
        let told =
            "Samenspel zelf</bdi></strong> werkte de kaart bij, met een opdracht op de eigen computer.";
        assert!(log.contains(told) && !log.contains("computer zelf"), "{log}");
    })
    .await;
}

#[tokio::test]
async fn the_party_whose_question_or_handover_it_is_reads_that_the_other_side_looked() {
    in_oosterwaard(async |first: Visitor| {
        let [karim, joris, wilma] = table(first).await;
        let fields =
            [("aan", "buurt"), ("tekst", "Wie leest er mee?"), ("onderwerp", "schulden"), ("taal", "nl")];
        let sent = karim.submit("/vraag/nieuw", &fields).await;
        let question = sent.is(303).header("location").trim_end_matches("?gedaan=gesteld").to_owned();
        let handover = offers(&karim, TEAM).await;
        for (address, told) in [(question, "keek naar een vraag."), (handover, "keek naar een overdracht.")] {
            let line = format!("medewerker van {TEAM}</bdi></strong> {told}");
            let before = plain(&karim.get("/ik/wie-keek").await.is(200).body);
            assert!(!before.contains(&line), "{before}");
            joris.get(&address).await.is(200);
            let seen = plain(&karim.get("/ik/wie-keek").await.is(200).body);
            assert!(seen.contains(&line) && !seen.contains("is er niet meer"), "{seen}");
            let elsewhere = plain(&wilma.get("/ik/wie-keek").await.is(200).body);
            assert!(!elsewhere.contains(&line), "{elsewhere}");
        }
    })
    .await;
}
