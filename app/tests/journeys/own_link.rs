//! A link that somebody opens who is in already: nothing is lost unawares, and whoever it was meant for comes in with it.

use crate::neighbourhood::{Visitor, in_oosterwaard};
use crate::people::{GROUP, a_code, comes_in, own_party};

const SURE: &str = "Ja, ik wil een andere rol";
const NOTHING_YET: &str = "Er is nog niets veranderd";
const NOT_ME: &str = "Dit ben ik niet";
const ALONE: &str = "U bent hier de enige coördinator";
const ALREADY: &str = "U bent hier al";
const ADDED: &str = "Deze plek komt erbij";

#[tokio::test]
async fn wilma_who_opens_her_own_code_reads_what_she_would_lose_and_selma_comes_in_with_it() {
    in_oosterwaard(async |wilma: Visitor| {
        wilma.comes_in_as("coordinator").await;
        let (code, waits) = (a_code(&wilma, "volunteer").await, a_code(&wilma, "guide").await);
        let yes = format!("{code}/ja");
        // Before it is open, and after that.
        let page = wilma.get(&code).await;
        page.is(200)
            .shows("Ja, ga verder")
            .shows("Uitnodigingen die u gaf")
            .shows(ALONE)
            .shows(NOT_ME)
            .hides(ADDED);
        wilma.post(&code, &[]).await.is(303);
        let page = wilma.get(&code).await;
        page.is(200).shows("Uw andere apparaten worden afgemeld").shows(ALONE).shows(SURE).hides(NOTHING_YET);
        for tick in ["", "ja", "volunteer"] {
            let refused = wilma.submit(&yes, &[("anders", tick)]).await;
            refused.is(409).shows(NOTHING_YET).shows("href=\"#anders\"").shows(SURE);
        }
        wilma.submit(&yes, &[]).await.is(409).shows(NOTHING_YET);
        wilma.get("/ik").await.is(200).shows("coördinator");
        wilma.another().get(&waits).await.is(200).shows("Ja, ga verder");
        // It is Selma who sits at this computer. Without the proof of the session nobody is signed out.
        wilma.post(&code, &[("wie", "ander")]).await.is(403);
        let left = wilma.submit(&code, &[("wie", "ander")]).await;
        assert_eq!(left.is(303).header("location"), code);
        assert_eq!(left.header("clear-site-data"), "\"cache\", \"storage\"");
        wilma.get("/ik").await.is(403);
        wilma.get(&code).await.is(200).shows("name=\"name\"").hides(NOT_ME).hides("Wilma");
        wilma.post(&code, &[("wie", "ander")]).await.is(303);
        wilma.post(&yes, &[("name", "Selma")]).await.is(303);
        wilma.get("/ik").await.is(200).shows("Selma").shows("Maak nu een sleutel");
        let again = wilma.another();
        again.comes_in_as("coordinator").await;
        let people = format!("{}/mensen", own_party(&again).await);
        again.get(&people).await.is(200).shows("Selma").shows("(dat bent u)").shows(ALONE);
        comes_in(&again.another(), &waits, "Yusuf").await;
    })
    .await;
}

#[tokio::test]
async fn who_has_that_role_already_reads_so_and_the_link_stays_for_whom_it_is_meant() {
    in_oosterwaard(async |wilma: Visitor| {
        wilma.comes_in_as("coordinator").await;
        let (first, second) = (a_code(&wilma, "volunteer").await, a_code(&wilma, "volunteer").await);
        let ferdi = wilma.another();
        ferdi.comes_in_as("volunteer").await;
        ferdi.get(&first).await.is(200).shows(ALREADY).shows(NOT_ME).hides("Ja, ga verder");
        ferdi.post(&first, &[]).await.is(303);
        ferdi.submit(&format!("{first}/ja"), &[]).await.is(410).shows(ALREADY);
        comes_in(&wilma.another(), &first, "Selma").await;
        // Opened before Ferdi signed in on that phone.
        let (phone, yes) = (wilma.another(), format!("{second}/ja"));
        phone.post(&second, &[]).await.is(303);
        phone.comes_in_as("volunteer").await;
        phone.get(&second).await.is(200).shows(ALREADY).hides("Ja, ik doe mee");
        phone.submit(&yes, &[("anders", "volunteer")]).await.is(409).shows(ALREADY);
        phone.submit(&second, &[("wie", "ander")]).await.is(303);
        phone.post(&yes, &[("name", "Yara")]).await.is(303);
        let people = format!("{}/mensen", own_party(&wilma).await);
        wilma.get(&people).await.is(200).shows("Ferdi").shows("Selma").shows("Yara");
    })
    .await;
}

#[tokio::test]
async fn two_codes_that_were_opened_in_one_browser_are_both_taken_there() {
    in_oosterwaard(async |wilma: Visitor| {
        wilma.comes_in_as("coordinator").await;
        let manager = wilma.another();
        manager.sign_in().await;
        let linde = manager.desk_of("De Linde").await;
        let token = "d".repeat(64);
        let fields = [("token", token.as_str()), ("role", "coordinator"), ("how", "here")];
        manager.submit(&format!("{linde}/mensen/uitnodigen"), &fields).await.is(200);
        let (one, two) = (a_code(&wilma, "volunteer").await, format!("/uitnodiging/{token}"));
        let selma = wilma.another();
        for code in [&one, &two] {
            let opened = selma.post(code, &[]).await;
            let set = opened.is(303).header("set-cookie");
            assert!(set.starts_with("samenspel-uitnodiging-") && !set.contains("Domain"), "{set}");
            // From the mail it goes along when the link is tapped again; the form that takes it is of our own page.
            assert!(set.ends_with("; Path=/; Max-Age=600; HttpOnly; SameSite=Lax"), "{set}");
        }
        selma.post(&format!("{one}/ja"), &[("name", "Selma")]).await.is(303);
        selma.get(&two).await.is(200).shows(ADDED).shows(NOT_ME);
        let taken = selma.submit(&format!("{two}/ja"), &[]).await;
        assert_eq!(taken.is(303).header("location"), "/ik?gedaan=erbij");
        selma.get("/ik").await.is(200).shows(GROUP).shows("De Linde");
    })
    .await;
}

#[tokio::test]
async fn who_comes_from_the_mail_and_was_signed_in_all_along_reads_so_before_anything_is_done() {
    in_oosterwaard(async |wilma: Visitor| {
        wilma.comes_in_as("coordinator").await;
        let (code, joris) = (a_code(&wilma, "key-figure").await, wilma.another());
        joris.comes_in_as("professional").await;
        joris.post(&code, &[]).await.is(303);
        // By a link on another page the session stays behind: the form asks for a name, and is sent with the session.
        let session = joris.cookies.borrow_mut().remove("samenspel-ik").unwrap();
        joris.get(&code).await.is(200).shows("name=\"name\"").hides("Joris");
        joris.cookies.borrow_mut().insert("samenspel-ik".to_owned(), session);
        let yes = format!("{code}/ja");
        joris.post(&yes, &[("name", "Joris")]).await.is(409).shows(ADDED).shows(NOT_ME);
        joris.submit(&yes, &[]).await.is(303);
        joris.get("/ik").await.is(200).shows(GROUP);
    })
    .await;
}

#[tokio::test]
async fn a_coordinator_hears_that_she_is_the_only_one_and_no_more_once_there_is_another() {
    in_oosterwaard(async |wilma: Visitor| {
        wilma.comes_in_as("coordinator").await;
        let people = format!("{}/mensen", own_party(&wilma).await);
        let page = wilma.get(&people).await;
        assert_eq!(page.is(200).body.matches(ALONE).count(), 2, "with another role, and with stopping");
        comes_in(&wilma.another(), &a_code(&wilma, "coordinator").await, "Selma").await;
        wilma.get(&people).await.is(200).shows("Selma").hides(ALONE);
    })
    .await;
}
