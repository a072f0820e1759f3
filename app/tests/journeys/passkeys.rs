//! Keys: Selma makes one on her phone, comes in with it, loses one; and whoever tries with what is not theirs stays outside.

use axum::http::Method;
use directory::confirmation::Ageing;
use directory::municipality::{Municipality, Slug, store as towns};
use directory::wording::Name;
use ground::db::testing::THEN;
use ground::id::Municipality as Code;
use ground::moment::Moment;
use samenspel::serve::House;
use serde_json::Value;

use crate::authenticator::Phone;
use crate::lines::{Reader, person};
use crate::neighbourhood::{Answer, Visitor, in_oosterwaard, settings};
use crate::people::{GROUP, a_code, comes_in};

pub(crate) const DOOR: &str = "/aanmelden/sleutel";
pub(crate) const MINE: &str = "/ik/sleutel";

/// What is to be asked of a key.
pub(crate) fn asked(answer: &Answer) -> Value {
    assert!(answer.is(200).header("content-type").starts_with("application/json"));
    assert_eq!(answer.header("cache-control"), "no-store");
    serde_json::from_str(&answer.body).unwrap()
}

pub(crate) async fn makes(somebody: &Visitor, phone: &mut Phone, name: &str) -> Answer {
    let options = asked(&somebody.submit(&format!("{MINE}/begin"), &[("sleutelnaam", name)]).await);
    let answer = phone.makes(&options);
    somebody.submit(&format!("{MINE}/klaar"), &[("sleutelnaam", name), ("antwoord", &answer)]).await
}

pub(crate) async fn shows(somebody: &Visitor, phone: &Phone, which: usize) -> Answer {
    let options = asked(&somebody.post(&format!("{DOOR}/begin"), &[]).await);
    somebody.post(&format!("{DOOR}/klaar"), &[("antwoord", &phone.shows(&options, which))]).await
}

/// Selma comes in by a code of Wilma's and makes a key.
pub(crate) async fn selma(wilma: &Visitor) -> (Visitor, Phone) {
    wilma.comes_in_as("coordinator").await;
    let code = a_code(wilma, "volunteer").await;
    let (selma, mut phone) = (wilma.another(), Phone::new());
    comes_in(&selma, &code, "Selma").await;
    makes(&selma, &mut phone, "mijn telefoon").await.is(200).shows("/ik?gedaan=sleutel");
    (selma, phone)
}

#[tokio::test]
async fn selma_makes_a_key_after_her_invitation_and_comes_back_in_with_it() {
    in_oosterwaard(async |wilma: Visitor| {
        wilma.comes_in_as("coordinator").await;
        let code = a_code(&wilma, "volunteer").await;
        let (selma, mut phone) = (wilma.another(), Phone::new());
        comes_in(&selma, &code, "Selma").await;
        let page = selma.get("/ik").await;
        page.is(200).shows("Uw sleutels").shows("alleen met JavaScript").shows("Vraag uw coördinator");
        let by_link = selma.cookies.borrow().clone();
        let (mut trail, hers) = (Reader::new(&wilma.db).await, person(&wilma.db, "Selma").await);
        makes(&selma, &mut phone, "mijn telefoon").await.is(200).shows("/ik?gedaan=sleutel");
        trail.tells(&[hers.did_coming_in("passkey.add", "person").about(hers)]).await;
        selma.get("/ik").await.is(200).shows("mijn telefoon").shows("met een sleutel").shows("enige sleutel");
        // From here on she works for her group, in a session of which nobody knew the token before.
        let party = selma.get("/ik").await.after("href=\"/beheer/partij/0");
        selma.get(&format!("/beheer/partij/0{party}")).await.is(200).shows(GROUP);
        let with_key = selma.cookies.replace(by_link);
        selma.get("/ik").await.is(403);
        *selma.cookies.borrow_mut() = with_key;
        selma.submit("/afmelden", &[]).await.is(303);
        selma.get("/ik").await.is(403).shows("Heeft u een sleutel?");
        let mut trail = Reader::new(&wilma.db).await;
        shows(&selma, &phone, 0).await.is(200).shows("\"/vandaag\"");
        trail.tells(&[hers.did_coming_in("session.open", "session").about(hers)]).await;
        selma.get("/ik").await.is(200).shows("Laatst gebruikt").shows("vrijwilliger");
        // What she did stands where she can read it.
        selma.get("/ik/wie-keek").await.is(200).shows("maakte een sleutel").shows("meldde zich aan");
    })
    .await;
}

#[tokio::test]
async fn an_answer_given_on_another_site_opens_nothing() {
    in_oosterwaard(async |wilma: Visitor| {
        let (selma, mut phone) = selma(&wilma).await;
        for origin in [
            "http://localhost:9999",
            "https://localhost:8080",
            "http://kwaad.localhost:8080",
            "http://kwaad.voorbeeld",
        ] {
            phone.origin = origin.to_owned();
            shows(&wilma.another(), &phone, 0).await.is(422).shows("konden wij niet aannemen");
            makes(&selma, &mut phone, "").await.is(422).shows("konden wij niet aannemen");
            phone.keys.truncate(1);
        }
        selma.get("/ik").await.is(200).shows("enige sleutel");
    })
    .await;
}

#[tokio::test]
async fn each_question_is_answered_once_in_the_browser_that_asked_within_five_minutes() {
    in_oosterwaard(async |wilma: Visitor| {
        let (_, phone) = selma(&wilma).await;
        let (begin, done) = (format!("{DOOR}/begin"), format!("{DOOR}/klaar"));
        let browser = wilma.another();
        let options = asked(&browser.post(&begin, &[]).await);
        let (answer, other) = (phone.shows(&options, 0), wilma.another());
        let asked_in = browser.cookies.borrow().clone();
        // Another browser, without a question and with one of its own.
        other.post(&done, &[("antwoord", &answer)]).await.is(422).shows("te lang");
        other.post(&begin, &[]).await.is(200);
        other.post(&done, &[("antwoord", &answer)]).await.is(422).shows("niet aannemen");
        browser.post(&done, &[("antwoord", &answer)]).await.is(200);
        // Once more, with the cookie of the question put back.
        browser.cookies.borrow_mut().extend(asked_in.clone());
        browser.post(&done, &[("antwoord", &answer)]).await.is(422).shows("te lang");
        // A wrong answer uses the question up as well.
        let options = asked(&other.post(&begin, &[]).await);
        let asked_in = other.cookies.borrow().clone();
        other.post(&done, &[("antwoord", "{}")]).await.is(422).shows("niet aannemen");
        *other.cookies.borrow_mut() = asked_in;
        other.post(&done, &[("antwoord", &phone.shows(&options, 0))]).await.is(422).shows("te lang");
        for (clock, taken) in [(almost as fn() -> Moment, 200), (too_late, 422)] {
            let options = asked(&other.post(&begin, &[]).await);
            let later = Visitor::before(
                House::new(settings(), wilma.db.clone(), clock).unwrap().router(),
                wilma.db.clone(),
            );
            *later.cookies.borrow_mut() = other.cookies.borrow().clone();
            later.post(&done, &[("antwoord", &phone.shows(&options, 0))]).await.is(taken);
        }
    })
    .await;
}

fn almost() -> Moment {
    THEN.plus(std::time::Duration::from_secs(5 * 60 - 1))
}

fn too_late() -> Moment {
    THEN.plus(std::time::Duration::from_secs(5 * 60))
}

#[tokio::test]
async fn what_is_asked_to_make_a_key_is_no_way_in_and_belongs_to_who_asked() {
    in_oosterwaard(async |wilma: Visitor| {
        let (selma, mut phone) = selma(&wilma).await;
        // A question to make a key is none to come in by.
        asked(&selma.submit(&format!("{MINE}/begin"), &[]).await);
        selma.post(&format!("{DOOR}/klaar"), &[("antwoord", "{}")]).await.is(422).shows("te lang");
        // Wilma's browser got hold of Selma's question: the key would have become Selma's.
        let options = asked(&selma.submit(&format!("{MINE}/begin"), &[]).await);
        let question = selma.cookies.borrow()["samenspel-sleutel"].clone();
        wilma.cookies.borrow_mut().insert("samenspel-sleutel".to_owned(), question);
        let answer = phone.makes(&options);
        wilma.submit(&format!("{MINE}/klaar"), &[("antwoord", &answer)]).await.is(422).shows("te lang");
        // Without the proof of a form of ours nothing is asked or kept.
        selma.post(&format!("{MINE}/begin"), &[]).await.is(403);
        selma.post(&format!("{MINE}/klaar"), &[("antwoord", &answer)]).await.is(403);
        // A stranger hears what every stranger hears.
        let stranger = wilma.another();
        stranger.post(&format!("{MINE}/begin"), &[]).await.is(403).shows("<h1>Aanmelden</h1>");
        let long = "x".repeat(200);
        selma.submit(&format!("{MINE}/begin"), &[("sleutelnaam", &long)]).await.is(422).shows("kortere naam");
    })
    .await;
}

#[tokio::test]
async fn a_key_lets_in_its_owner_and_nobody_else_and_only_in_its_own_municipality() {
    in_oosterwaard(async |wilma: Visitor| {
        let (_, phone) = selma(&wilma).await;
        let (wilmas, mut hers) = (wilma.another(), Phone::new());
        wilmas.comes_in_as("coordinator").await;
        makes(&wilmas, &mut hers, "").await.is(200);
        // Selma's phone says it is Wilma's.
        let own = phone.keys[0].user.replace(hers.keys[0].user.borrow().clone());
        shows(&wilma.another(), &phone, 0).await.is(422).shows("kennen wij niet");
        phone.keys[0].user.replace(own);
        // Not opened by a finger or a code.
        let shut = Phone { opened: false, ..phone };
        shows(&wilma.another(), &shut, 0).await.is(422).shows("niet aannemen");
        let phone = Phone { opened: true, ..shut };
        // Another municipality of the same installation, at its own address.
        add_zilverdam(&wilma).await;
        let mut next_door = Visitor::new(settings(), wilma.db.clone());
        next_door.host = "zilverdam.localhost:8080".to_owned();
        let phone = Phone { origin: format!("http://{}", next_door.host), ..phone };
        shows(&next_door, &phone, 0).await.is(422).shows("kennen wij niet").shows("andere gemeente");
        next_door.host = "oosterwaard.localhost:8080".to_owned();
        let phone = Phone { origin: format!("http://{}", next_door.host), ..phone };
        shows(&next_door, &phone, 0).await.is(200);
        // At an address that is not ours browsers give no keys at all.
        next_door.host = "oosterwaard.elders.voorbeeld".to_owned();
        next_door
            .post(&format!("{DOOR}/begin"), &[])
            .await
            .is(422)
            .shows("Op dit adres werken geen sleutels");
    })
    .await;
}

async fn add_zilverdam(visitor: &Visitor) {
    let town = Municipality {
        code: Code(9902),
        name: Name::parse("Zilverdam").unwrap(),
        slug: Slug::of("zilverdam").unwrap(),
        theme: "zilverdam".to_owned(),
        fiction: true,
        area_year: None,
        ageing: Ageing::default(),
        residents: None,
        version: 0,
    };
    let mut tx = visitor.db.begin().await.unwrap();
    towns::save(&mut tx, &access::Permit::at_the_machine(town.code), &town, THEN).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn a_key_that_is_taken_away_opens_nothing_and_ends_every_other_session() {
    in_oosterwaard(async |wilma: Visitor| {
        let (selma, mut phone) = selma(&wilma).await;
        let first = selma.get("/ik").await;
        first.is(200).shows("Maak er liefst twee").hides("Haal deze sleutel weg");
        makes(&selma, &mut phone, "computer van het buurthuis").await.is(200);
        let computer = wilma.another();
        shows(&computer, &phone, 1).await.is(200);
        computer.get("/ik").await.is(200);
        let page = selma.get("/ik").await;
        page.is(200).hides("Maak er liefst twee").shows("Haal deze sleutel weg");
        let other = page.body.split("computer van het buurthuis").nth(1).unwrap();
        let key = other.split("name=\"key\" value=\"").nth(1).unwrap()[..64].to_owned();
        // Somebody else's key is not there.
        wilma.submit(&format!("{MINE}/weg"), &[("key", &key)]).await.is(404);
        let (mut trail, hers) = (Reader::new(&wilma.db).await, person(&wilma.db, "Selma").await);
        selma.submit(&format!("{MINE}/weg"), &[("key", &key)]).await.is(303);
        trail.tells(&[hers.did("passkey.remove", "person").about(hers)]).await;
        computer.get("/ik").await.is(403);
        shows(&computer, &phone, 1).await.is(422).shows("kennen wij niet");
        selma.get("/ik").await.is(200).hides("computer van het buurthuis").shows("enige sleutel");
        selma.submit(&format!("{MINE}/weg"), &[("key", &key)]).await.is(404);
        // The last one stays, whatever is sent.
        let last = page.body.split("mijn telefoon").nth(1).unwrap();
        let last = last.split("name=\"key\" value=\"").nth(1).unwrap()[..64].to_owned();
        selma.submit(&format!("{MINE}/weg"), &[("key", &last)]).await.is(409).shows("enige sleutel");
        shows(&computer, &phone, 0).await.is(200);
    })
    .await;
}

#[tokio::test]
async fn a_key_of_which_there_are_two_lets_in_nobody_and_its_owner_reads_so() {
    in_oosterwaard(async |wilma: Visitor| {
        let (selma, phone) = selma(&wilma).await;
        phone.keys[0].counter.set(40);
        shows(&selma, &phone, 0).await.is(200);
        // The copy was made before that.
        phone.keys[0].counter.set(20);
        let thief = wilma.another();
        shows(&thief, &phone, 0).await.is(422).shows("nog een te zijn");
        thief.get("/ik").await.is(403);
        selma.get("/ik/wie-keek").await.is(200).shows("mocht niet");
        phone.keys[0].counter.set(41);
        shows(&selma, &phone, 0).await.is(200);
    })
    .await;
}

#[tokio::test]
async fn what_is_no_answer_of_a_key_is_refused_in_words() {
    in_oosterwaard(async |wilma: Visitor| {
        let (selma, _) = selma(&wilma).await;
        let deep = "[".repeat(100_000);
        for junk in ["", "null", "[]", "{\"id\":1}", "\u{0}", "é", deep.as_str()] {
            let stranger = wilma.another();
            stranger.post(&format!("{DOOR}/begin"), &[]).await.is(200);
            stranger
                .post(&format!("{DOOR}/klaar"), &[("antwoord", junk)])
                .await
                .is(422)
                .shows("niet aannemen");
            selma.submit(&format!("{MINE}/begin"), &[]).await.is(200);
            selma
                .submit(&format!("{MINE}/klaar"), &[("antwoord", junk)])
                .await
                .is(422)
                .shows("niet aannemen");
        }
        for step in ["begin", "klaar"] {
            wilma
                .send(
                    wilma
                        .request(Method::POST, &format!("{DOOR}/{step}"))
                        .body(String::new().into())
                        .unwrap(),
                )
                .await
                .is(403);
        }
        let arabic = wilma.another();
        arabic.cookies.borrow_mut().insert("taal".to_owned(), "ar".to_owned());
        arabic.post(&format!("{DOOR}/klaar"), &[]).await.is(422).shows("اضغطوا الزر مرة أخرى");
    })
    .await;
}
