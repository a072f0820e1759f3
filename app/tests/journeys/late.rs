//! Nobody answers: two working days after the term whoever looks after the area hears of it, and reads nothing of what was said.

use std::time::Duration;

use directory::neighbourhood::HERE;
use directory::party::Party;
use ground::db::testing::THEN;
use ground::id::Id;
use people::membership::Membership;

use crate::neighbourhood::{Answer, Visitor, in_oosterwaard};
use crate::unsent::party;

const QUESTION: &str = "Wie kan meekijken met iemand die veel brieven krijgt?";

async fn see(by: &Visitor, at: &str) -> Answer {
    let mut answer = by.get(at).await;
    answer.body = answer.body.replace(['\u{2068}', '\u{2069}'], "");
    answer
}

/// Karim asks the team, and its term passed long ago.
async fn nobody_answers(guide: &Visitor) {
    let found = guide.db.read("select id from directory_party where municipality_id = $1 and name = $2");
    let team: Id<directory::party::Party> =
        found.bind(HERE).bind("Wijkteam De Boogerd").scalar().await.unwrap();
    let team = team.to_string();
    let fields = [
        ("aan", team.as_str()),
        ("tekst", QUESTION),
        ("onderwerp", "schulden"),
        ("wijk", "BU99010101"),
        ("taal", "nl"),
    ];
    guide.submit("/vraag/nieuw", &fields).await.is(303);
    let mut tx = guide.db.begin().await.unwrap();
    tx.sql("update asks_question set half_at = $2, term_at = $2, tell_at = $2 where municipality_id = $1")
        .bind(HERE)
        .bind(THEN.minus(Duration::from_secs(60)))
        .execute()
        .await
        .unwrap();
    tx.commit().await.unwrap();
}

/// The manager says who looks after the terms of an area.
async fn looks_after(manager: &Visitor, area: &str, role: &'static str) {
    let found = manager.db.read("select id from people_membership where municipality_id = $1 and role = $2");
    let membership: Id<Membership> = found.bind(HERE).bind(role).scalar().await.unwrap();
    let membership = membership.to_string();
    let days = [("question", "5"), ("handover", "5"), ("meet", "10"), ("coordinator", membership.as_str())];
    manager.save(&format!("/beheer/termijnen/{area}"), &days).await.is(303);
}

#[tokio::test]
async fn whoever_looks_after_an_area_sees_between_whom_it_is_late_and_not_what_was_asked() {
    in_oosterwaard(async |manager: Visitor| {
        manager.comes_in_as("manager").await;
        let [guide, coordinator, professional] = [manager.another(), manager.another(), manager.another()];
        guide.comes_in_as("guide").await;
        coordinator.comes_in_as("coordinator").await;
        professional.comes_in_as("professional").await;
        nobody_answers(&guide).await;
        coordinator.get("/vandaag").await.is(200).hides("Te laat in uw gebied");
        looks_after(&manager, "BU99010101", "coordinator").await;
        let day = see(&coordinator, "/vandaag").await;
        day.is(200)
            .shows("Te laat in uw gebied")
            .shows("Buurtvaders De Boogerd vroeg iets aan Wijkteam De Boogerd")
            .hides(QUESTION)
            .hides("/vraag/0");
        professional.get("/vandaag").await.is(200).hides("Te laat in uw gebied");
        // Another area is somebody else's.
        looks_after(&manager, "BU99010101", "community-worker").await;
        coordinator.get("/vandaag").await.is(200).hides("Te laat in uw gebied");
    })
    .await;
}

#[tokio::test]
async fn whoever_has_to_answer_and_whoever_waits_read_on_the_card_that_half_of_the_time_passed() {
    in_oosterwaard(async |first: Visitor| {
        let neighbour = first.another();
        neighbour.comes_in_as("community-worker").await;
        let [guide, professional, _] = crate::handovers::table(first).await;
        let team = party(&guide, "Wijkteam De Boogerd").await;
        crate::asks::ask(&guide, &team, QUESTION).await;
        crate::asks::ask(&guide, "buurt", QUESTION).await;
        crate::handovers::offers(&guide, crate::handovers::TEAM).await;
        let half = "De helft van de tijd is voorbij";
        for list in ["/vandaag", "/vragen", "/overdrachten"] {
            see(&guide, list).await.is(200).hides(half);
        }
        let mut tx = guide.db.begin().await.unwrap();
        for sql in [
            "update asks_question set half_at = $2 where municipality_id = $1",
            "update handovers_handover set half_at = $2 where municipality_id = $1",
        ] {
            tx.sql(sql).bind(HERE).bind(THEN.minus(Duration::from_secs(60))).execute().await.unwrap();
        }
        tx.commit().await.unwrap();
        for (by, list, cards) in [
            (&guide, "/vandaag", 3),
            (&guide, "/vragen", 2),
            (&guide, "/overdrachten", 1),
            (&professional, "/vandaag", 2),
            (&professional, "/vragen", 1),
            (&professional, "/overdrachten", 1),
            (&neighbour, "/vandaag", 0),
        ] {
            assert_eq!(see(by, list).await.is(200).body.matches(half).count(), cards, "{list}");
        }
        // What is late says that, and nothing of half the time.
        let late = THEN.plus(Duration::from_secs(30 * 24 * 60 * 60));
        asks::clock::terms_passed(&guide.db, HERE, late).await.unwrap();
        see(&professional, "/vragen").await.shows("Te laat").hides(half);
    })
    .await;
}

/// What nobody answered: a question and a handover, from one party to another.
const LATE: [&str; 2] = [
    "insert into asks_question (municipality_id, id, asker_party, asked_party, open, theme, area, language, text, \
     state, version, turn, asked_at, since, half_at, term_at, tell_at) \
     values ($1, $2, $3, $4, false, 'schulden', $5, 'nl', 'Wie leest er mee?', 'unanswered', 0, 0, $6, $6, $6, \
     $6, $6)",
    "insert into handovers_handover (municipality_id, id, giver_party, receiver_party, theme, area, code_word, \
     does, state, ball, version, turn, offered_at, since, half_at, term_at, tell_at) \
     values ($1, $2, $3, $4, 'schulden', $5, 'appel', 'along', 'offered-late', 'receiver', 0, 0, $6, $6, $6, $6, $6)",
];

#[tokio::test]
async fn who_looks_after_one_area_hears_of_it_however_much_became_late_elsewhere_since() {
    in_oosterwaard(async |manager: Visitor| {
        manager.comes_in_as("manager").await;
        looks_after(&manager, "BU99010101", "manager").await;
        let of = async |name| Id::<Party>::parse(&party(&manager, name).await).unwrap();
        let (from, to) = (of("Buurtvaders De Boogerd").await, of("Wijkteam De Boogerd").await);
        let mut tx = manager.db.begin().await.unwrap();
        for sql in LATE {
            for number in 0..1002 {
                let (area, hours) = if number == 0 { ("BU99010101", 48) } else { ("BU99010102", 1) };
                let (id, at) = (Id::<Party>::new(THEN), THEN.minus(Duration::from_secs(60 * 60 * hours)));
                tx.sql(sql)
                    .bind(HERE)
                    .bind(id)
                    .bind(from)
                    .bind(to)
                    .bind(area)
                    .bind(at)
                    .execute()
                    .await
                    .unwrap();
            }
        }
        tx.commit().await.unwrap();
        see(&manager, "/vandaag")
            .await
            .is(200)
            .shows("Buurtvaders De Boogerd vroeg iets aan Wijkteam De Boogerd")
            .shows("Buurtvaders De Boogerd draagt over aan Wijkteam De Boogerd")
            .hides("Er is nog meer te laat");
        // Elsewhere there is more than fits on a page.
        looks_after(&manager, "BU99010102", "manager").await;
        see(&manager, "/vandaag").await.is(200).shows("Er is nog meer te laat");
    })
    .await;
}

#[tokio::test]
async fn who_keeps_the_map_has_a_day_that_says_what_is_late_in_an_own_area() {
    in_oosterwaard(async |manager: Visitor| {
        manager.comes_in_as("manager").await;
        let guide = manager.another();
        guide.comes_in_as("guide").await;
        // Nobody is named yet: that nothing is late would say nothing.
        let unwatched = see(&manager, "/vandaag").await;
        unwatched.is(200).hides("Er is nu niets te laat").shows("U let zelf op geen termijnen");
        unwatched.shows("Voor de hele gemeente let nog niemand op de termijnen").shows("/beheer/termijnen");
        looks_after(&manager, "GM9901", "manager").await;
        manager.get("/").await.shows("href=\"/vandaag\"");
        see(&manager, "/vandaag").await.is(200).shows("Er is nu niets te laat").shows("/beheer/termijnen");
        nobody_answers(&guide).await;
        see(&manager, "/vandaag").await.is(200).shows("Te laat in uw gebied").hides(QUESTION);
    })
    .await;
}
