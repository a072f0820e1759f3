//! What concerns safety is a line in the log: each way in, whether it opened or not, and what the rules stopped; never of whom.

use std::net::IpAddr;

use access::Address;
use axum::body::Body;
use axum::http::Method;
use axum::http::header::{CONTENT_TYPE, ORIGIN};
use samenspel::settings::Settings;
use tracing::subscriber::DefaultGuard;

use crate::alive::{Story, TO, linde};
use crate::canary::Log;
use crate::elsewhere::{HERS, Town};
use crate::neighbourhood::{Answer, Visitor, in_oosterwaard, key, settings};
use crate::often::limited;
use crate::passkeys::{DOOR, asked, shows};
use crate::people::{a_code, comes_in};
use crate::recovery::{Group, asks, group, listed, says};

/// Hears what this journey alone does to the log.
struct Ears {
    log: Log,
    _listens: DefaultGuard,
}

impl Ears {
    fn new() -> Self {
        let (log, listens) = Log::of_this_thread();
        Self { log, _listens: listens }
    }

    /// The lines about safety so far, without when they were said.
    fn said(&self) -> Vec<String> {
        let text = self.log.text();
        let about = |line: &str| {
            let told = line.split_once("access::events: ").or_else(|| line.split_once("access::denied: "));
            told.map(|(_, told)| told.trim().to_owned())
        };
        text.lines().filter_map(about).collect()
    }

    /// While this happens the log says these lines, each as often as it stands here, and no other.
    async fn hear<T>(&self, lines: &[&str], happens: impl Future<Output = T>) -> T {
        let before = self.said().len();
        let answer = happens.await;
        assert_eq!(self.said()[before..], *lines);
        answer
    }
}

/// A form with its own kind of content, as a browser on our page sends it, from this household.
async fn sends(somebody: &Visitor, path: &str, kind: &str, body: String) -> Answer {
    let home: IpAddr = "203.0.113.9".parse().unwrap();
    let request = somebody.request(Method::POST, path).extension(Address(home)).header(CONTENT_TYPE, kind);
    let request = request.header(ORIGIN, format!("http://{}", somebody.host));
    somebody.send(request.body(Body::from(body)).unwrap()).await
}

const FORM: &str = "application/x-www-form-urlencoded";
const WITH_FILE: &str = "multipart/form-data; boundary=grens";

#[tokio::test]
async fn each_way_in_is_a_line_whether_it_opened_or_not() {
    in_oosterwaard(async |visitor: Visitor| {
        let ears = Ears::new();
        let Group { wilma, .. } = group(visitor).await;
        // One click.
        ears.hear(&[r#"signed in way="one-click""#], wilma.another().comes_in_as("guide")).await;
        let nobody = [r#"not signed in way="one-click" why="nobody""#];
        ears.hear(&nobody, wilma.another().post("/aanmelden/demo", &[("key", "niemand")])).await.is(404);
        // An invitation: not opened yet, opened, used, and none of ours.
        let (yusuf, code) = (wilma.another(), a_code(&wilma, "guide").await);
        let (come, name) = (format!("{code}/ja"), [("name", "Yusuf")]);
        let waiting = [r#"not signed in way="invitation" why="waiting""#];
        ears.hear(&waiting, wilma.another().post(&come, &name)).await.is(410);
        ears.hear(&[r#"signed in way="invitation""#], comes_in(&yusuf, &code, "Yusuf")).await;
        let taken = [r#"not signed in way="invitation" why="taken""#];
        ears.hear(&taken, wilma.another().post(&come, &name)).await.is(410);
        let forged = format!("/uitnodiging/{}", "0".repeat(64));
        let unknown = [r#"not signed in way="invitation" why="unknown""#];
        ears.hear(&unknown, wilma.another().get(&forged)).await.is(404);
        ears.hear(&["signed out"], yusuf.submit("/afmelden", &[])).await.is(303);
        // The key of the installation.
        let (keeper, door) = (wilma.another(), "/beheer/aanmelden");
        let wrong = [r#"not signed in way="operator" why="wrong""#];
        ears.hear(&wrong, keeper.post(door, &[("token", "geraden")])).await.is(422);
        ears.hear(&[r#"signed in way="operator""#], keeper.sign_in_as_operator()).await;
        let csrf = keeper.get("/beheer").await.after("name=\"csrf\" value=\"");
        ears.hear(&["signed out"], keeper.post("/beheer/afmelden", &[("csrf", &csrf)])).await.is(303);
        let keyless = Visitor::new(Settings { operator: None, ..settings() }, keeper.db.clone());
        let none = [r#"not signed in way="operator" why="no-key""#];
        ears.hear(&none, keyless.post(door, &[("token", "geraden")])).await.is(403);
    })
    .await;
}

#[tokio::test]
async fn a_key_that_opened_and_each_that_did_not_are_lines_and_so_is_the_way_back_without_one() {
    in_oosterwaard(async |visitor: Visitor| {
        let ears = Ears::new();
        let Group { wilma, ferdi, selma, phone } = group(visitor).await;
        let (begin, done) = (format!("{DOOR}/begin"), format!("{DOOR}/klaar"));
        ears.hear(&[r#"signed in way="passkey""#], shows(&selma, &phone, 0)).await.is(200);
        // An answer to no question, one that is none, Selma's where Wilma is to show hers, and at an address without keys.
        let none = [("antwoord", "{}")];
        let over = [r#"not signed in way="passkey" why="over""#];
        ears.hear(&over, wilma.another().post(&done, &none)).await.is(422);
        let somebody = wilma.another();
        somebody.post(&begin, &[]).await.is(200);
        let refused = [r#"not signed in way="passkey" why="refused""#];
        ears.hear(&refused, somebody.post(&done, &none)).await.is(422);
        let again = ("opnieuw", "ja");
        let answer = phone.shows(&asked(&wilma.post(&begin, &[again]).await), 0);
        let elses = [r#"not signed in way="passkey" why="somebody-elses""#];
        ears.hear(&elses, wilma.post(&done, &[again, ("antwoord", &answer)])).await.is(422);
        let mut by_number = wilma.another();
        by_number.host = "127.0.0.1:8080".to_owned();
        let not_here = [r#"not signed in way="passkey" why="not-here""#];
        ears.hear(&not_here, by_number.post(&begin, &[])).await.is(422);
        // Two colleagues let somebody in as Selma; without them nobody comes in, nor in another browser.
        let new = wilma.another();
        let code = asks(&new).await;
        let alone = [r#"not signed in way="recovery" why="asked""#];
        ears.hear(&alone, new.post("/terug/verder", &[])).await.is(409);
        let elsewhere = [r#"not signed in way="recovery" why="elsewhere""#];
        ears.hear(&elsewhere, wilma.another().post("/terug/verder", &[])).await.is(410);
        let who = listed(&ferdi, "Selma").await;
        says(&ferdi, &who, &code).await.is(303);
        says(&wilma, "", &code).await.is(303);
        ears.hear(&[r#"signed in way="recovery""#], new.post("/terug/verder", &[])).await.is(303);
        // Her old key is nobody's any more.
        let unknown = [r#"not signed in way="passkey" why="unknown""#];
        ears.hear(&unknown, shows(&wilma.another(), &phone, 0)).await.is(422);
    })
    .await;
}

#[tokio::test]
async fn an_account_that_opened_and_one_that_did_not_are_lines() {
    Town::tell(async |town: Town| {
        let ears = Ears::new();
        let (mirjam, wilma, stranger) =
            (town.connected().await, town.visitor.another(), town.visitor.another());
        wilma.comes_in_as("coordinator").await;
        let another = "onderwerp-van-een-ander";
        let unknown = [r#"not signed in way="account" why="unknown""#];
        ears.hear(&unknown, town.signs_in(&stranger, another)).await.is(403);
        let away = town.goes(&stranger).await;
        let said = format!("error=access_denied&state={}", away.state);
        let cancelled = [r#"not signed in way="account" why="provider-cancelled""#];
        ears.hear(&cancelled, town.comes(&stranger, &said)).await.is(422);
        let elses = [r#"not signed in way="account" why="somebody-elses""#];
        ears.hear(&elses, town.signs_in(&wilma, HERS)).await.is(409);
        let away = town.goes_anew(&mirjam).await;
        town.gives(&away, another);
        let not_hers = [r#"not signed in way="account" why="not-yours""#];
        ears.hear(&not_hers, town.comes(&mirjam, &away.answer())).await.is(409);
        ears.hear(&[r#"signed in way="account""#], town.signs_in(&stranger, HERS)).await.is(303);
    })
    .await;
}

#[tokio::test]
async fn what_tries_to_get_around_the_rules_is_a_line() {
    in_oosterwaard(async |manager: Visitor| {
        let ears = Ears::new();
        manager.sign_in().await;
        let (csrf, room) = (manager.csrf().await, format!("{}/plek", manager.desk_of("De Linde").await));
        let (few, proof, once) = (("capacity", "few"), ("csrf", csrf.as_str()), key());
        let foreign = manager.request(Method::POST, &room).header(ORIGIN, "http://kwaad.voorbeeld");
        let foreign = foreign.header(CONTENT_TYPE, FORM).body(Body::from("capacity=few")).unwrap();
        ears.hear(&[r#"stopped what="foreign-form""#], manager.send(foreign)).await.is(403);
        let plain = sends(&manager, "/partij/aanmelden", "text/plain", "name=Breiclub".to_owned());
        ears.hear(&[r#"stopped what="unreadable-form""#], plain).await.is(400);
        // Without the key that its page draws, without the proof, without both.
        let (keyless, unproved) = (r#"stopped what="keyless-form""#, r#"stopped what="unproved-form""#);
        ears.hear(&[keyless], manager.send_form(&room, &[proof, few])).await.is(409);
        ears.hear(&[unproved], manager.send_form(&room, &[("once", &once), few])).await.is(403);
        ears.hear(&[keyless, unproved], manager.send_form(&room, &[few])).await.is(403);
        // What a guide may not.
        let guide = manager.another();
        guide.comes_in_as("guide").await;
        ears.hear(&[r#"denied action="trail.read""#], guide.get("/controle")).await.is(404);
    })
    .await;
}

/// A form with a file has its proof in its first part; its key is found wherever it stands.
#[tokio::test]
async fn a_form_with_a_file_and_without_proof_is_a_line_however_it_is_without() {
    in_oosterwaard(async |manager: Visitor| {
        let ears = Ears::new();
        manager.sign_in().await;
        let photo = format!("{}/mens/0193/foto", manager.desk_of("De Linde").await);
        let part = |name: &str, value: &str| {
            format!("--grens\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
        };
        for form in [photo.as_str(), "/beheer/import"] {
            let key_before = || format!("name=\"once\"\r\n\r\n{}\r\n", key());
            for body in [
                // Another part comes first; a wrong proof does; there is no part; it breaks off before there is one.
                format!("{}--grens--\r\n", part("once", &key())),
                format!("{}{}--grens--\r\n", part("csrf", "0000"), part("once", &key())),
                format!("{}--grens--\r\n", key_before()),
            ] {
                let sent = sends(&manager, form, WITH_FILE, body);
                ears.hear(&[r#"stopped what="unproved-form""#], sent).await.is(403);
            }
        }
        let broken = format!("name=\"once\"\r\n\r\n{}\r\n", key());
        let sent = sends(&manager, "/beheer/import", WITH_FILE, broken);
        ears.hear(&[r#"stopped what="unproved-form""#], sent).await.is(403);
    })
    .await;
}

#[tokio::test]
async fn a_forged_link_is_a_line_and_one_of_ours_is_none() {
    Story::tell(linde, async |story: Story| {
        let ears = Ears::new();
        let link = story.asked(TO, "/klopt").await;
        let (visitor, forged) = (&story.visitor, "0".repeat(64));
        let unknown = [r#"stopped what="unknown-link""#];
        for what in ["klopt", "veranderd", "weg", "bedankt"] {
            ears.hear(&unknown, visitor.get(&format!("/antwoord/{forged}/{what}"))).await.is(404);
        }
        for what in ["klopt", "veranderd", "weg", "terug", "vertrek"] {
            ears.hear(&unknown, visitor.post(&format!("/antwoord/{forged}/{what}"), &[])).await.is(404);
        }
        ears.hear(&unknown, visitor.get(&format!("/mail/{forged}"))).await.is(404);
        ears.hear(&unknown, visitor.post(&format!("/mail/{forged}"), &[])).await.is(404);
        // Before there is an answer, and after it: what does nothing is no attempt.
        let (thanks, back) = (link.replace("/klopt", "/bedankt"), link.replace("/klopt", "/terug"));
        ears.hear(&[], visitor.get(&thanks)).await.is(404);
        ears.hear(&[], visitor.post(&back, &[])).await.is(404);
        ears.hear(&[], visitor.post(&link, &[])).await.is(303);
        ears.hear(&[], visitor.get(&link)).await.is(410);
    })
    .await;
}

#[tokio::test]
async fn each_limit_that_is_passed_is_a_line() {
    in_oosterwaard(async |visitor: Visitor| {
        let (ears, often) = (Ears::new(), [r#"stopped what="too-often""#]);
        // Forms, of all together.
        let busy = Visitor::new(limited(&[("LIMIT_FORMS_ALL", "1")]), visitor.db.clone());
        busy.post("/aanmelden/demo", &[("key", "guide")]).await.is(303);
        ears.hear(&often, busy.another().post("/aanmelden/demo", &[("key", "guide")])).await.is(429);
        // Asking to be on the map, and a code to come back in, of one household.
        let wants = |at: i32| {
            let fields = format!("name=Breiclub+{at}&sphere=informal&summary=Wij+breien&reach=088+000+01+77");
            sends(&visitor, "/partij/aanmelden", FORM, fields)
        };
        for at in 0..6 {
            wants(at).await.is(303);
        }
        ears.hear(&often, wants(6)).await.is(429);
        for _ in 0..6 {
            sends(&visitor.another(), "/terug", FORM, String::new()).await.is(303);
        }
        ears.hear(&often, sends(&visitor.another(), "/terug", FORM, String::new())).await.is(429);
        // Guessing the key of the installation.
        let guess = [("token", "geraden")];
        for _ in 0..10 {
            visitor.post("/beheer/aanmelden", &guess).await.is(422);
        }
        ears.hear(&often, visitor.post("/beheer/aanmelden", &guess)).await.is(429);
    })
    .await;
}
