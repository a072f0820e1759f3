//! Before a key comes or goes it is shown once more who one is: who only holds Selma's phone for a moment changes nothing.

use ground::moment::Moment;

use crate::authenticator::Phone;
use crate::elsewhere::{HERS, Town};
use crate::lines::Reader;
use crate::neighbourhood::{Answer, Visitor, in_oosterwaard};
use crate::passkeys::{DOOR, MINE, asked, makes, selma, shows};
use crate::people::{a_code, comes_in};
use crate::recovery::{after, at};

const LEAD: &str = "Daarom vragen wij eerst nog een keer wie u bent";
const FIRST: &str = "/ik?gedaan=eerst-aanmelden";
const ANEW: &str = "/ik?gedaan=opnieuw";
const NOT_ASKED: &str = "/ik?gedaan=niet-gevraagd";
const DONE: &str = "U heeft opnieuw laten zien wie u bent";
const WAITS: &str = "/ik/sessies/wachten";

/// As long ago as somebody was sure of her.
fn five_minutes() -> Moment {
    after(5 * 60)
}

fn almost() -> Moment {
    after(5 * 60 - 1)
}

fn ten_minutes() -> Moment {
    after(10 * 60)
}

/// The same finger on the same phone, from the own page.
async fn once_more(somebody: &Visitor, phone: &Phone, which: usize) -> Answer {
    let again = ("opnieuw", "ja");
    let options = asked(&somebody.post(&format!("{DOOR}/begin"), &[again]).await);
    let answer = phone.shows(&options, which);
    somebody.post(&format!("{DOOR}/klaar"), &[again, ("antwoord", &answer)]).await
}

/// On the own page: so many minutes without a request are chosen.
fn chosen(minutes: &str) -> String {
    format!("<option value=\"{minutes}\" selected")
}

/// What a form of the own page calls the key of this name.
async fn key_called(somebody: &Visitor, name: &str) -> String {
    let page = somebody.get("/ik").await;
    let below = page.is(200).body.split(name).nth(1).unwrap();
    below.split("name=\"key\" value=\"").nth(1).unwrap()[..64].to_owned()
}

#[tokio::test]
async fn five_minutes_after_she_came_in_selma_shows_her_key_again_before_one_goes() {
    in_oosterwaard(async |wilma: Visitor| {
        let (selma, mut phone) = selma(&wilma).await;
        makes(&selma, &mut phone, "tablet").await.is(200);
        let key = key_called(&selma, "mijn telefoon").await;
        selma.submit(WAITS, &[("minutes", "60")]).await.is(303);
        at(&selma, almost).get("/ik").await.is(200).shows("Haal deze sleutel weg").hides(LEAD);
        let later = at(&selma, five_minutes);
        let page = later.get("/ik").await;
        page.is(200).shows(LEAD).shows("mijn telefoon").shows("tablet");
        page.hides("Haal deze sleutel weg").hides("Maak een sleutel");
        // A page that was open all the while.
        let sent = later.submit(&format!("{MINE}/weg"), &[("key", &key)]).await;
        assert_eq!(sent.is(303).header("location"), FIRST);
        later.get(FIRST).await.is(200).shows("Er is nog niets veranderd").shows(LEAD);
        shows(&wilma.another(), &phone, 0).await.is(200);
        // Her finger: another session, in which she is who she was, and the key goes.
        let before = later.cookies.borrow().clone();
        once_more(&later, &phone, 1).await.is(200).shows(ANEW);
        let sure = later.cookies.replace(before);
        later.get("/ik").await.is(403);
        *later.cookies.borrow_mut() = sure;
        let page = later.get(ANEW).await;
        page.is(200).shows(DONE).shows("vrijwilliger").hides(LEAD).shows(&chosen("60"));
        later.submit(&format!("{MINE}/weg"), &[("key", &key)]).await.is(303);
        shows(&wilma.another(), &phone, 0).await.is(422).shows("kennen wij niet");
        at(&later, ten_minutes).get(ANEW).await.is(200).shows(LEAD).hides(DONE);
    })
    .await;
}

#[tokio::test]
async fn who_holds_her_phone_for_a_moment_makes_no_key_of_their_own() {
    in_oosterwaard(async |wilma: Visitor| {
        let (selma, _) = selma(&wilma).await;
        let later = at(&selma, five_minutes);
        let sent = later.submit(&format!("{MINE}/begin"), &[("sleutelnaam", "van een ander")]).await;
        sent.is(200).shows(FIRST).hides("challenge");
        assert!(!later.cookies.borrow().contains_key("samenspel-sleutel"), "a key was asked for");
        later.get("/ik").await.is(200).shows("enige sleutel").hides("van een ander");
        // Their own key shows who they are, and that is not Selma.
        let (ferdi, mut his) = (wilma.another(), Phone::new());
        ferdi.comes_in_as("volunteer").await;
        makes(&ferdi, &mut his, "").await.is(200);
        once_more(&later, &his, 0).await.is(422).shows("van iemand anders");
        later.get("/ik").await.is(200).shows("Selma").shows(LEAD);
    })
    .await;
}

#[tokio::test]
async fn who_came_by_a_link_has_nothing_to_show_yet_and_makes_the_first_key_in_peace() {
    in_oosterwaard(async |wilma: Visitor| {
        wilma.comes_in_as("coordinator").await;
        let (yusuf, code) = (wilma.another(), a_code(&wilma, "guide").await);
        comes_in(&yusuf, &code, "Yusuf").await;
        let later = at(&yusuf, ten_minutes);
        later.get("/ik").await.is(200).shows("Maak een sleutel").hides(LEAD);
        makes(&later, &mut Phone::new(), "").await.is(200).shows("/ik?gedaan=sleutel");
    })
    .await;
}

#[tokio::test]
async fn another_role_by_a_link_is_a_new_token_and_no_showing_of_a_key() {
    in_oosterwaard(async |wilma: Visitor| {
        let (selma, phone) = selma(&wilma).await;
        let later = at(&selma, five_minutes);
        let code = a_code(&wilma, "guide").await;
        later.post(&code, &[]).await.is(303);
        let taken = later.submit(&format!("{code}/ja"), &[("anders", "volunteer")]).await;
        assert_eq!(taken.is(303).header("location"), "/ik?gedaan=rol");
        later.get("/ik").await.is(200).shows("gids").shows(LEAD).hides("Maak een sleutel");
        once_more(&later, &phone, 0).await.is(200).shows(ANEW);
    })
    .await;
}

#[tokio::test]
async fn mirjam_is_asked_by_her_municipality_once_more_before_she_makes_a_key() {
    Town::tell(async |town: Town| {
        let mirjam = town.connected().await;
        mirjam.submit(WAITS, &[("minutes", "15")]).await.is(303);
        // Her municipality let her through and does not say when it last asked.
        mirjam.get("/ik").await.is(200).shows(LEAD).shows("href=\"/aanmelden/account?opnieuw\"");
        mirjam.submit(&format!("{MINE}/begin"), &[]).await.is(200).shows(FIRST);
        mirjam.submit("/ik/account/weg", &[("account", &"a1".repeat(32))]).await.is(303);
        let before = mirjam.cookies.borrow().clone();
        let away = town.goes_anew(&mirjam).await;
        town.gives_asked(&away, HERS, Some(after(0)));
        assert_eq!(town.comes(&mirjam, &away.answer()).await.is(303).header("location"), ANEW);
        let sure = mirjam.cookies.replace(before);
        mirjam.get("/ik").await.is(403);
        *mirjam.cookies.borrow_mut() = sure;
        let page = mirjam.get(ANEW).await;
        page.is(200).shows("Mirjam").shows(DONE).hides(LEAD).shows(&chosen("15"));
        makes(&mirjam, &mut Phone::new(), "telefoon").await.is(200);
        mirjam.get("/ik").await.is(200).shows(&chosen("15"));
    })
    .await;
}

#[tokio::test]
async fn a_municipality_that_does_not_say_when_it_asked_proves_nothing() {
    Town::tell(async |town: Town| {
        let mirjam = town.connected().await;
        // Somebody holds her open phone, and takes out of the address on the way that her municipality is to ask.
        let away = town.goes_anew(&mirjam).await;
        town.gives(&away, HERS);
        assert_eq!(town.comes(&mirjam, &away.answer()).await.is(303).header("location"), NOT_ASKED);
        let page = mirjam.get(NOT_ASKED).await;
        page.is(200).shows("niet opnieuw wie u bent, of zei niet wanneer").shows("beheerder van Samenspel");
        page.shows(LEAD).hides(DONE).hides("Maak een sleutel");
        mirjam.submit(&format!("{MINE}/begin"), &[]).await.is(200).shows(FIRST);
        let account = town.accounts().await.remove(0);
        let sent = mirjam.submit("/ik/account/weg", &[("account", &account)]).await;
        assert_eq!(sent.is(303).header("location"), FIRST);
        // By hand: the page says nothing of what was not shown.
        mirjam.get(ANEW).await.is(200).hides(DONE).shows(LEAD);
    })
    .await;
}

#[tokio::test]
async fn who_shows_it_once_more_with_the_account_of_another_connects_nothing() {
    Town::tell(async |town: Town| {
        let mirjam = town.connected().await;
        let sure = town.goes_anew(&mirjam).await;
        town.gives_asked(&sure, HERS, Some(after(0)));
        town.comes(&mirjam, &sure.answer()).await.is(303);
        let (before, mut trail) = (town.accounts().await, Reader::new(town.db()).await);
        // The municipality is open on this phone as somebody whom nobody knows here, and asked a moment ago.
        let away = town.goes_anew(&mirjam).await;
        town.gives_asked(&away, "onderwerp-van-een-ander", Some(after(0)));
        let no = town.comes(&mirjam, &away.answer()).await;
        no.is(409).shows("niet aan u gekoppeld").shows("Er is niets veranderd").shows("href=\"/ik\"");
        assert_eq!(town.accounts().await, before);
        trail.none("an account that is not hers").await;
        assert!(!mirjam.cookies.borrow().contains_key("aanmelden"));
        mirjam.get("/ik").await.is(200).shows("Mirjam");
        // What is not connected here opens nothing afterwards either.
        town.signs_in(&town.visitor.another(), "onderwerp-van-een-ander").await.is(403);
    })
    .await;
}

#[tokio::test]
async fn a_municipality_that_says_when_it_asked_is_taken_at_its_word() {
    Town::tell(async |town: Town| {
        let mirjam = town.connected().await;
        // It asked an hour ago, and lets her through though it was to ask.
        let away = town.goes_anew(&mirjam).await;
        town.gives_asked(&away, HERS, Some(after(0).minus(std::time::Duration::from_secs(3_600))));
        assert_eq!(town.comes(&mirjam, &away.answer()).await.is(303).header("location"), NOT_ASKED);
        mirjam.get(NOT_ASKED).await.is(200).shows("niet opnieuw wie u bent").shows(LEAD);
        // Who signed in there a moment ago need not do it twice.
        let away = town.goes(&mirjam).await;
        town.gives_asked(&away, HERS, Some(after(0)));
        assert_eq!(town.comes(&mirjam, &away.answer()).await.is(303).header("location"), "/vandaag");
        mirjam.get("/ik").await.is(200).hides(LEAD).shows("Maak een sleutel");
        // The pages that said otherwise, loaded again.
        mirjam.get(NOT_ASKED).await.is(200).hides("niet opnieuw wie u bent");
        mirjam.get(FIRST).await.is(200).hides("Er is nog niets veranderd");
    })
    .await;
}
