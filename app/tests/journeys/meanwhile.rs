//! What happened meanwhile: the resident's word always holds, and whoever comes too late or waits for nobody reads so.

use directory::neighbourhood::HERE;
use ground::moment::Moment;

use crate::asks::{QUESTION, ask, see, step, two};
use crate::handovers::{done, offers, table};
use crate::neighbourhood::{Visitor, in_oosterwaard};
use crate::unsent::party;

const TEAM: &str = "Wijkteam De Boogerd";

#[tokio::test]
async fn the_resident_stops_it_from_a_page_that_was_drawn_before_the_other_accepted() {
    in_oosterwaard(async |first: Visitor| {
        let [karim, joris, _] = table(first).await;
        let address = offers(&karim, TEAM).await;
        let old = see(&karim, &address).await.after("name=\"versie\" value=\"");
        done(&joris, &address, "ontvangen", "accept", &[("dag", "2025-12-01")]).await;
        let (door, stop) = (format!("{address}/stap"), [("versie", old.as_str()), ("stap", "stop")]);
        let stopped = karim.submit(&door, &stop).await;
        see(&karim, stopped.is(303).header("location")).await.shows("De overdracht is gestopt");
        see(&joris, &address).await.shows("De bewoner wil dit niet meer").hides("Ja, we zaten samen");
        // Over is over: there is nothing left to stop.
        joris.submit(&door, &stop).await.is(409).shows("stopte");
    })
    .await;
}

#[tokio::test]
async fn who_takes_up_what_closed_meanwhile_hears_that_and_nothing_of_it() {
    in_oosterwaard(async |visitor: Visitor| {
        let (guide, professional) = two(&visitor).await;
        let (welfare, manager) = (visitor.another(), visitor.another());
        welfare.comes_in_as("community-worker").await;
        manager.sign_in().await;
        let (withdrawn, answered) =
            (ask(&guide, "buurt", QUESTION).await, ask(&guide, "buurt", "Wie kookt er op dinsdag?").await);
        let seen = see(&welfare, &withdrawn).await.shows("Ik pak dit op").after("name=\"versie\" value=\"");
        step(&guide, &withdrawn, "verder", "withdraw", "").await.is(303);
        step(&professional, &answered, "oppakken", "take", "").await.is(303);
        step(&professional, &answered, "antwoord", "answer", "Onze kookgroep.").await.is(303);
        for at in [&withdrawn, &answered] {
            let door = format!("{at}/oppakken");
            let late = welfare.submit(&door, &[("versie", &seen)]).await;
            late.is(409).shows("Deze vraag is intussen gesloten").shows("href=\"/vragen\"");
            late.hides(QUESTION).hides("kook").hides("Wijkteam").hides("Buurtvaders").hides("ingetrokken");
            // It is of the two alone: to look at it, to answer it, and for who acts for no party.
            see(&welfare, at).await.is(404);
            welfare.submit(&format!("{at}/antwoord"), &[("stap", "answer"), ("tekst", "Wij")]).await.is(404);
            manager.submit(&door, &[("versie", &seen)]).await.is(404);
        }
        // What was put to one party was open to nobody else, and is as if it never was.
        let team = party(&visitor, TEAM).await;
        let to_them = ask(&guide, &team, "Is er woensdag spreekuur?").await;
        step(&guide, &to_them, "verder", "withdraw", "").await.is(303);
        welfare.submit(&format!("{to_them}/oppakken"), &[("versie", "0")]).await.is(404);
    })
    .await;
}

/// The last of the team leaves, and the team stays on the map.
async fn leaves(joris: &Visitor, team: &str) {
    let found = joris.db.read(
        "select m.id from people_membership m join people_person p \
         on p.municipality_id = m.municipality_id and p.id = m.person_id \
         where m.municipality_id = $1 and p.name = $2",
    );
    let own: uuid::Uuid = found.bind(HERE).bind("Joris").scalar().await.unwrap();
    joris.submit(&format!("/beheer/partij/{team}/mensen/{own}/weg"), &[]).await.is(303);
}

#[tokio::test]
async fn who_waits_for_a_party_without_people_reads_that_nobody_is_there_and_can_ask_elsewhere() {
    in_oosterwaard(async |first: Visitor| {
        let [karim, joris, _] = table(first).await;
        let team = party(&karim, TEAM).await;
        let (question, handover) = (ask(&karim, &team, QUESTION).await, offers(&karim, TEAM).await);
        let nobody = format!("Bij {TEAM} is nu niemand");
        let pages = ["/vandaag", "/vragen", "/overdrachten", question.as_str(), handover.as_str()];
        for at in pages {
            see(&karim, at).await.is(200).hides(&nobody);
        }
        leaves(&joris, &team).await;
        for at in pages {
            see(&karim, at).await.is(200).shows(&nobody);
        }
        let elsewhere = format!("/vraag/nieuw?aan=buurt&na={}", question.trim_start_matches("/vraag/"));
        let again = format!("href=\"{}\"", elsewhere.replace('&', "&amp;"));
        let about = "href=\"/vraag/nieuw?aan=buurt&amp;onderwerp=schulden\"";
        see(&karim, "/vandaag").await.shows(&again).shows(about);
        see(&karim, &question).await.shows(&again);
        see(&karim, &handover).await.shows(about);
        // Nothing closed by that, and who asks elsewhere has the words already.
        see(&karim, &elsewhere).await.is(200).shows(QUESTION);
        step(&karim, &question, "verder", "withdraw", "").await.is(303);
        see(&karim, &question).await.hides(&nobody);
    })
    .await;
}

#[tokio::test]
async fn late_is_said_to_both_and_everything_is_still_possible() {
    in_oosterwaard(async |first: Visitor| {
        let [karim, joris, _] = table(first).await;
        let address = offers(&karim, TEAM).await;
        let late = Moment::parse("2025-12-05T09:00:00Z").unwrap();
        for _ in 0..2 {
            handovers::clock::terms_passed(&karim.db, HERE, late).await.unwrap();
        }
        for who in [&karim, &joris] {
            let page = see(who, &address).await;
            page.is(200).shows("Het was afgesproken voor 2 december");
            assert_eq!(page.body.matches("De afgesproken tijd is voorbij").count(), 1);
        }
        see(&joris, "/overdrachten").await.shows("Te laat");
        done(&joris, &address, "ontvangen", "accept", &[("dag", "2025-12-08")]).await;
    })
    .await;
}
