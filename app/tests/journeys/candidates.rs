//! Whoever is not on the map asks to be: nothing of it is there until who keeps the map says yes.

use std::time::Duration;

use ground::db::testing::THEN;
use ground::moment::Moment;

use crate::forgetting::forgets;
use crate::lines::{Reader, id_of, person};
use crate::neighbourhood::{Answer, Visitor, in_oosterwaard};

const FORM: &str = "/partij/aanmelden";
const LIST: &str = "/beheer/aanvragen";

const ASKED: [(&str, &str); 4] = [
    ("name", "Breiclub Draadje"),
    ("sphere", "informal"),
    ("summary", "Wij breien samen op donderdag. Iedereen mag binnenlopen."),
    ("reach", "breiclub@oosterwaard.voorbeeld"),
];

/// The same with one field otherwise.
fn but(name: &'static str, value: &'static str) -> Vec<(&'static str, &'static str)> {
    ASKED.into_iter().map(|(known, text)| (known, if known == name { value } else { text })).collect()
}

/// Somebody who did not come in asks, and is thanked.
async fn asks(stranger: &Visitor, typed: &[(&str, &str)]) {
    let sent = stranger.post(FORM, typed).await;
    let at = sent.is(303).header("location").to_owned();
    stranger.get(&at).await.is(200).shows("Dank u wel").hides("name=\"reach\"");
}

/// Where the buttons below the first request lead, without their last part.
async fn first(manager: &Visitor) -> String {
    let at = manager.get(LIST).await.is(200).after("formaction=\"");
    at.trim_end_matches("/ja").to_owned()
}

async fn how_many(manager: &Visitor) -> usize {
    manager.get(LIST).await.is(200).body.matches("/ja\"").count()
}

#[tokio::test]
async fn a_group_that_asks_is_on_the_map_when_the_manager_said_yes_and_not_before() {
    in_oosterwaard(async |manager: Visitor| {
        let stranger = manager.another();
        for path in ["/wie", "/zoek?q=zzzzzz", "/hulp"] {
            stranger.get(path).await.is(200).shows("href=\"/partij/aanmelden\"");
        }
        stranger.get(FORM).await.is(200).shows("Wij zijn buurtbewoners of vrijwilligers");
        asks(&stranger, &ASKED).await;
        for path in ["/zoek?q=breiclub", "/wie", "/zoek/suggesties?q=breic", "/hsds/services?search=breiclub"]
        {
            stranger.get(path).await.is(200).hides("Breiclub Draadje");
        }
        manager.sign_in().await;
        manager
            .get("/beheer")
            .await
            .is(200)
            .shows("Er wil iemand op de sociale kaart")
            .shows("href=\"/beheer/aanvragen\"")
            .hides("Breiclub");
        let list = manager.get(LIST).await;
        list.is(200).shows("Breiclub Draadje").shows("Iedereen mag binnenlopen.").shows("Uit de buurt");
        list.shows("breiclub@oosterwaard.voorbeeld").shows("25 november 2025");
        let here = first(&manager).await;
        let (mut trail, ineke) = (Reader::new(&manager.db).await, person(&manager.db, "Ineke").await);
        let said = manager.submit(&format!("{here}/ja"), &[]).await;
        let desk = said.is(303).header("location").to_owned();
        let accepted = ineke.did("candidate.accept", "candidate").which(id_of(&here));
        trail.tells(&[accepted, ineke.did("party.add", "party").which(id_of(&desk))]).await;
        manager
            .get(&desk)
            .await
            .is(200)
            .shows("staat nu op de kaart")
            .shows("Breiclub Draadje")
            .shows("/mensen\"");
        manager.get("/beheer").await.is(200).hides("Er wil iemand op de sociale kaart");
        assert_eq!(how_many(&manager).await, 0);
        let party = desk.split('?').next().unwrap().replace("/beheer", "");
        stranger.get("/zoek?q=breiclub").await.is(200).shows(&format!("href=\"{party}\""));
        stranger.get(&party).await.is(200).shows("Wij breien samen").shows("breiclub@oosterwaard.voorbeeld");
    })
    .await;
}

#[tokio::test]
async fn a_no_needs_no_reason_leaves_nothing_on_the_map_and_one_line_in_the_trail() {
    in_oosterwaard(async |manager: Visitor| {
        let stranger = manager.another();
        asks(&stranger, &ASKED).await;
        manager.sign_in().await;
        let here = first(&manager).await;
        let (mut trail, ineke) = (Reader::new(&manager.db).await, person(&manager.db, "Ineke").await);
        let said = manager.submit(&format!("{here}/nee"), &[]).await;
        let at = said.is(303).header("location").to_owned();
        trail.tells(&[ineke.did("candidate.refuse", "candidate").which(id_of(&here))]).await;
        manager.get(&at).await.is(200).shows("U zei nee").hides("Breiclub");
        manager.get("/ik/wie-keek").await.is(200).shows("zei nee tegen een aanvraag").hides("Breiclub");
        stranger.get("/zoek?q=breiclub").await.is(200).hides("Breiclub Draadje");
        // Whoever heard no may ask again.
        asks(&stranger, &ASKED).await;
        assert_eq!(how_many(&manager).await, 1);
    })
    .await;
}

#[tokio::test]
async fn each_look_at_who_asks_is_a_line_also_the_look_that_comes_with_a_no() {
    in_oosterwaard(async |manager: Visitor| {
        asks(&manager.another(), &ASKED).await;
        manager.sign_in().await;
        let mut trail = Reader::new(&manager.db).await;
        manager.get("/beheer").await.is(200).shows("Er wil iemand op de sociale kaart");
        trail.none("how many ask says nothing of who").await;
        let here = first(&manager).await;
        trail.one("person", "candidate.list", "candidate").await;
        manager.submit(&format!("{here}/nee"), &[]).await.is(303);
        let which = trail.one("person", "candidate.refuse", "candidate").await;
        assert_eq!(which.map(|id| format!("{LIST}/{id}")), Some(here.clone()));
        // Somebody decided already: what comes back is the list once more.
        manager.submit(&format!("{here}/ja"), &[]).await.is(409);
        trail.one("person", "candidate.list", "candidate").await;
        let coordinator = manager.another();
        coordinator.comes_in_as("coordinator").await;
        trail.one("person", "session.open", "session").await;
        coordinator.get(LIST).await.is(404);
        trail.none("who may not look").await;
        manager.get("/ik/wie-keek").await.is(200).shows("bekeek wie er op de kaart wil").hides("Breiclub");
    })
    .await;
}

#[tokio::test]
async fn the_same_sent_twice_is_asked_once_and_other_words_are_asked_beside_it() {
    in_oosterwaard(async |manager: Visitor| {
        let stranger = manager.another();
        manager.sign_in().await;
        asks(&stranger, &ASKED).await;
        asks(&stranger, &ASKED).await;
        assert_eq!(how_many(&manager).await, 1);
        asks(&stranger, &but("reach", "088 000 01 77")).await;
        assert_eq!(how_many(&manager).await, 2);
    })
    .await;
}

#[tokio::test]
async fn who_decides_what_somebody_decided_already_hears_so_and_nothing_happens_twice() {
    in_oosterwaard(async |manager: Visitor| {
        let (stranger, other) = (manager.another(), manager.another());
        manager.sign_in().await;
        other.sign_in().await;
        asks(&stranger, &ASKED).await;
        let here = first(&manager).await;
        let mut trail = Reader::new(&manager.db).await;
        manager.submit(&format!("{here}/ja"), &[]).await.is(303);
        for last in ["ja", "nee"] {
            other.submit(&format!("{here}/{last}"), &[]).await.is(409).shows("Hier is al ja op gezegd");
        }
        assert_eq!(trail.times("party.add").await, 1);
        manager.get("/beheer?q=breiclub").await.shows("1 partij<");
        asks(&stranger, &ASKED).await;
        let here = first(&manager).await;
        manager.submit(&format!("{here}/nee"), &[]).await.is(303);
        for last in ["ja", "nee"] {
            other.submit(&format!("{here}/{last}"), &[]).await.is(409).shows("Hier is al nee op gezegd");
        }
        assert_eq!(trail.times("candidate.refuse").await, 1);
        manager.get("/beheer?q=breiclub").await.shows("1 partij<");
    })
    .await;
}

#[tokio::test]
async fn what_does_not_fit_gets_its_sentence_and_all_that_was_typed_stays() {
    in_oosterwaard(async |stranger: Visitor| {
        for (field, value, sentence) in [
            ("name", "", "Vul dit in."),
            ("sphere", "", "Kies een van de antwoorden."),
            ("summary", "", "Vul dit in."),
            ("summary", "Bel mevrouw op 06-12 34 56 78.", "Laat dit hier weg"),
            ("reach", "vraag maar bij de bakker", "Vul één mailadres of één telefoonnummer in"),
        ] {
            let typed = but(field, value);
            let refused = stranger.post(FORM, &typed).await;
            refused.is(422).shows(sentence).shows(&format!("href=\"#{field}\""));
            for (name, text) in typed.iter().filter(|(name, text)| *name != "sphere" && !text.is_empty()) {
                assert!(refused.body.contains(*text), "{name} lost {text}");
            }
            let kept = refused.body.contains("value=\"informal\" checked");
            assert_eq!(kept, field != "sphere", "{field}");
        }
        // Which of the boxes stands in each line.
        let empty = stranger.post(FORM, &ASKED.map(|(name, _)| (name, ""))).await;
        empty.is(422).shows("Hoe heet uw groep of organisatie? Vul dit in.").shows("Wat doet u? Vul dit in.");
        let long = "x".repeat(401);
        let typed = ASKED.map(|(name, text)| (name, if name == "summary" { long.as_str() } else { text }));
        stranger.post(FORM, &typed).await.is(422).shows("401").shows(&long);
        let kept: i64 = stranger
            .db
            .read("select count(*) from directory_candidate where municipality_id = $1")
            .bind(9901)
            .scalar()
            .await
            .unwrap();
        assert_eq!(kept, 0);
    })
    .await;
}

/// As it would be, were it asked for here.
fn at(answer: &Answer, asked: &str) -> String {
    answer.body.replace(asked, "/beheer/nergens")
}

#[tokio::test]
async fn for_everybody_else_who_asked_is_as_what_never_was() {
    in_oosterwaard(async |manager: Visitor| {
        asks(&manager.another(), &ASKED).await;
        manager.sign_in().await;
        let here = first(&manager).await;
        for role in ["professional", "coordinator", "guide", "privacy-officer", "operator"] {
            let other = manager.another();
            if role == "operator" {
                other.sign_in_as_operator().await;
            } else {
                other.comes_in_as(role).await;
            }
            let never = other.get("/beheer/nergens").await;
            let list = other.get(LIST).await;
            assert_eq!(at(list.is(404), LIST), never.is(404).body, "{role}");
            for last in ["ja", "nee"] {
                let path = format!("{here}/{last}");
                other.submit(&path, &[]).await.is(404).hides("Breiclub");
            }
            other.get("/beheer").await.hides("Er wil iemand").hides(LIST);
        }
        let stranger = manager.another();
        stranger.get(LIST).await.is(403).shows("<h1>Aanmelden</h1>").hides("Breiclub");
        assert_eq!(how_many(&manager).await, 1);
        let never = format!("{LIST}/01930000-0000-7000-8000-00000000dead/ja");
        manager.submit(&never, &[]).await.is(404);
    })
    .await;
}

#[tokio::test]
async fn what_was_decided_is_kept_thirty_days_and_what_nobody_decided_ninety() {
    in_oosterwaard(async |manager: Visitor| {
        let stranger = manager.another();
        manager.sign_in().await;
        asks(&stranger, &ASKED).await;
        let here = first(&manager).await;
        manager.submit(&format!("{here}/nee"), &[]).await.is(303);
        asks(&stranger, &but("name", "Breiclub Wachtkamer")).await;
        let days = |count: u64| -> Moment { THEN.plus(Duration::from_secs(count * 86_400)) };
        let gone = async |now: Moment| forgets(&manager.db, "candidate", now).await;
        assert_eq!((gone(days(30)).await, gone(days(31)).await), (0, 1));
        manager.get(LIST).await.shows("Breiclub Wachtkamer");
        assert_eq!((gone(days(90)).await, gone(days(91)).await, gone(days(91)).await), (0, 1, 0));
        assert_eq!(how_many(&manager).await, 0);
    })
    .await;
}
