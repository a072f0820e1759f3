//! An invitation that is over says so; one by mail is read at home and opened in another browser.

use ground::db::testing::THEN;
use ground::mail::{Post, Sender};
use ground::moment::Moment;
use samenspel::settings::Settings;

use crate::authenticator::Phone;
use crate::letters::letters;
use crate::neighbourhood::{Visitor, in_oosterwaard, settings};
use crate::passkeys::makes;
use crate::people::{GROUP, a_code, comes_in, own_party};
use crate::recovery::{after, at, listed};

const MINUTE: u64 = 60;
const WEEK: u64 = 7 * 24 * 60 * MINUTE;
const ADDRESS: &str = "selma@buurt.voorbeeld";
const CLOCK: &str = "De klok van Samenspel staat verkeerd";
const UNOPENED: &str = "Niemand heeft hem op tijd geopend";
const OPENED: &str = "Na openen heeft u 10 minuten";
const LATER: &str = "Probeer het straks nog een keer";

fn two_hours_slow() -> Moment {
    THEN.minus(std::time::Duration::from_secs(120 * MINUTE))
}

#[tokio::test]
async fn a_code_that_nobody_scanned_in_ten_minutes_says_that_it_is_over() {
    in_oosterwaard(async |wilma: Visitor| {
        wilma.comes_in_as("coordinator").await;
        let code = a_code(&wilma, "volunteer").await;
        at(&wilma.another(), || after(10 * MINUTE - 1)).get(&code).await.is(200).shows("Ja, ga verder");
        let late = at(&wilma.another(), || after(10 * MINUTE));
        let over = late.get(&code).await;
        over.is(410).shows("is verlopen").shows(UNOPENED).hides(OPENED).shows("Vraag een nieuwe uitnodiging");
        late.post(&code, &[]).await.is(410).shows("is verlopen");
        late.post(&format!("{code}/ja"), &[("name", "Selma")]).await.is(410).shows("is verlopen");
        late.get("/ik").await.is(403);
        // The way forward: another code.
        comes_in(&wilma.another(), &a_code(&wilma, "volunteer").await, "Selma").await;
    })
    .await;
}

#[tokio::test]
async fn by_a_clock_that_is_two_hours_slow_a_code_is_not_over_and_its_page_says_what_is_wrong() {
    in_oosterwaard(async |wilma: Visitor| {
        wilma.comes_in_as("coordinator").await;
        let code = a_code(&wilma, "volunteer").await;
        let (yes, name) = (format!("{code}/ja"), [("name", "Selma")]);
        let phone = wilma.another();
        at(&phone, two_hours_slow).get(&code).await.is(409).shows(CLOCK).shows(LATER).hides("is verlopen");
        at(&phone, two_hours_slow).post(&code, &[]).await.is(409).shows(CLOCK);
        // Opened by a clock that was right, and set back since.
        phone.post(&code, &[]).await.is(303);
        let slow = at(&phone, two_hours_slow);
        slow.get(&code).await.is(409).shows(CLOCK);
        slow.post(&yes, &name).await.is(409).shows(CLOCK).hides("is verlopen");
        slow.get("/ik").await.is(403);
        // Both ways forward: a new code by the clock as it is, and the same one once it is right.
        let there = at(&wilma.another(), two_hours_slow);
        there.comes_in_as("coordinator").await;
        comes_in(&at(&wilma.another(), two_hours_slow), &a_code(&there, "guide").await, "Yusuf").await;
        phone.post(&yes, &name).await.is(303);
        phone.get("/ik").await.is(200).shows("Selma");
    })
    .await;
}

#[tokio::test]
async fn who_opened_a_code_and_waited_ten_minutes_reads_that_it_is_over() {
    in_oosterwaard(async |wilma: Visitor| {
        wilma.comes_in_as("coordinator").await;
        let code = a_code(&wilma, "volunteer").await;
        let phone = at(&wilma.another(), || after(5 * MINUTE));
        phone.post(&code, &[]).await.is(303);
        // From here on it counts ten minutes, also where the code itself would have ended.
        at(&phone, || after(15 * MINUTE - 1)).get(&code).await.is(200).shows("name=\"name\"");
        let late = at(&phone, || after(15 * MINUTE));
        late.get(&code).await.is(410).shows("is verlopen").shows(OPENED).hides(UNOPENED);
        late.post(&format!("{code}/ja"), &[("name", "Selma")]).await.is(410).shows("is verlopen");
        late.get("/ik").await.is(403);
        let people = format!("{}/mensen", own_party(&wilma).await);
        wilma.get(&people).await.is(200).hides("Selma");
        at(&phone, || after(15 * MINUTE - 1)).post(&format!("{code}/ja"), &[("name", "Selma")]).await.is(303);
        wilma.get(&people).await.is(200).shows("Selma");
    })
    .await;
}

#[tokio::test]
async fn selma_reads_her_invitation_in_the_mail_and_comes_in_from_her_own_browser() {
    in_oosterwaard(async |visitor: Visitor| {
        let folder = tempfile::tempdir().unwrap();
        let post = folder.path().join("post");
        let wilma = with_post(&visitor, Post::Folder(post.clone(), sender()));
        wilma.comes_in_as("coordinator").await;
        let people = format!("{}/mensen", own_party(&wilma).await);
        let page = wilma.get(&people).await;
        let token = page.is(200).shows("Stuur een mail").after("name=\"token\" value=\"");
        let fields = [("token", token.as_str()), ("role", "guide"), ("how", "mail"), ("email", ADDRESS)];
        // Sent twice, there is one letter. Who sends it does not see the secret in it.
        for _ in 0..2 {
            let sent = wilma.submit(&format!("{people}/uitnodigen"), &fields).await;
            sent.is(200).shows("De mail is onderweg").hides("/uitnodiging/").hides("class=\"qr\"");
        }
        let letters = letters(&post);
        let [letter] = letters.as_slice() else { panic!("{} letters", letters.len()) };
        assert!(letter.contains(&format!("To: {ADDRESS}\r\n")), "{letter}");
        assert!(letter.contains("U bent uitgenodigd om mee te doen in Samenspel Oosterwaard."), "{letter}");
        for secret in ["Wilma", GROUP, "gids", "<img", "src="] {
            assert!(!letter.contains(secret), "{secret} stands in {letter}");
        }
        let link = link(letter);
        assert_eq!(link, format!("/uitnodiging/{token}"));
        // The address is kept nowhere that a page can show it.
        wilma.get(&people).await.is(200).shows("Trek in").hides(ADDRESS);
        // A mail may lie for a week, and no longer.
        at(&visitor.another(), || after(WEEK - 1)).get(&link).await.is(200).shows("Ja, ga verder");
        let late = at(&visitor.another(), || after(WEEK));
        late.get(&link).await.is(410).shows("is verlopen").shows(UNOPENED).hides(OPENED);
        let selma = visitor.another();
        comes_in(&selma, &link, "Selma").await;
        selma.get("/ik").await.is(200).shows("Selma").shows("Maak nu een sleutel");
        wilma.get(&people).await.is(200).shows("Selma").shows("gids").hides("Trek in");
        wilma.another().get(&link).await.is(410).shows("al gebruikt");
    })
    .await;
}

#[tokio::test]
async fn a_letter_that_cannot_go_leaves_the_code_to_give_in_another_way() {
    in_oosterwaard(async |visitor: Visitor| {
        // Without mail nobody is offered it.
        visitor.comes_in_as("coordinator").await;
        let people = format!("{}/mensen", own_party(&visitor).await);
        visitor.get(&people).await.is(200).hides("Stuur een mail");
        // The folder for letters is a file.
        let folder = tempfile::tempdir().unwrap();
        let post = folder.path().join("post");
        std::fs::write(&post, "").unwrap();
        let wilma = with_post(&visitor, Post::Folder(post, sender()));
        wilma.comes_in_as("coordinator").await;
        let token = wilma.get(&people).await.after("name=\"token\" value=\"");
        let fields = [("token", token.as_str()), ("role", "guide"), ("how", "mail"), ("email", ADDRESS)];
        // The same form again, while nothing is mended: no letter is said to be on its way.
        for _ in 0..2 {
            let sent = wilma.submit(&format!("{people}/uitnodigen"), &fields).await;
            sent.is(200).shows("De mail kon niet weg").shows("class=\"qr\"").hides("onderweg");
        }
        comes_in(&visitor.another(), &format!("/uitnodiging/{token}"), "Selma").await;
    })
    .await;
}

#[tokio::test]
async fn who_mistyped_an_address_while_the_mail_was_turned_off_finds_it_again_and_goes_on_without() {
    in_oosterwaard(async |visitor: Visitor| {
        let folder = tempfile::tempdir().unwrap();
        let wilma = with_post(&visitor, Post::Folder(folder.path().join("post"), sender()));
        wilma.comes_in_as("coordinator").await;
        let people = format!("{}/mensen", own_party(&wilma).await);
        let token = wilma.get(&people).await.is(200).after("name=\"token\" value=\"");
        // The program started again, without mail; her browser has the page still.
        let later = visitor.another();
        *later.cookies.borrow_mut() = wilma.cookies.take();
        let send = async |address: &str| {
            let fields = [("token", token.as_str()), ("role", "guide"), ("how", "mail"), ("email", address)];
            later.submit(&format!("{people}/uitnodigen"), &fields).await
        };
        let refused = send("selma@buurt").await;
        refused.is(422).shows("value=\"selma@buurt\"").shows("id=\"email-fout\"").shows("Stuur een mail");
        send(ADDRESS).await.is(200).shows("De mail kon niet weg").shows("class=\"qr\"");
    })
    .await;
}

#[tokio::test]
async fn a_letter_that_could_not_go_goes_when_the_same_form_comes_again_and_then_no_second_one() {
    in_oosterwaard(async |visitor: Visitor| {
        let folder = tempfile::tempdir().unwrap();
        let post = folder.path().join("post");
        std::fs::write(&post, "").unwrap();
        let wilma = with_post(&visitor, Post::Folder(post.clone(), sender()));
        wilma.comes_in_as("coordinator").await;
        let people = format!("{}/mensen", own_party(&wilma).await);
        let token = wilma.get(&people).await.after("name=\"token\" value=\"");
        let send = async |address: &str| {
            let fields = [("token", token.as_str()), ("role", "guide"), ("how", "mail"), ("email", address)];
            wilma.submit(&format!("{people}/uitnodigen"), &fields).await
        };
        send(ADDRESS).await.is(200).shows("De mail kon niet weg");
        // The mail is mended.
        std::fs::remove_file(&post).unwrap();
        for _ in 0..2 {
            send(ADDRESS).await.is(200).shows("De mail is onderweg").hides("/uitnodiging/");
        }
        assert_eq!(letters(&post).len(), 1);
        // She mistyped the address, goes back and sends the form once more.
        send("selma@elders.voorbeeld").await.is(200).shows("De mail is onderweg");
        let letters = letters(&post);
        assert_eq!(letters.len(), 2);
        assert!(letters.iter().any(|letter| letter.contains("To: selma@elders.voorbeeld\r\n")));
        // Who opened the link has it: another letter would lead nowhere.
        comes_in(&visitor.another(), &format!("/uitnodiging/{token}"), "Selma").await;
        send("derde@elders.voorbeeld").await.is(200).shows("De mail kon niet weg");
    })
    .await;
}

#[tokio::test]
async fn whoever_is_sent_away_has_no_link_left_to_come_back_in_with() {
    in_oosterwaard(async |wilma: Visitor| {
        wilma.comes_in_as("coordinator").await;
        let selma = wilma.another();
        comes_in(&selma, &a_code(&wilma, "coordinator").await, "Selma").await;
        makes(&selma, &mut Phone::new(), "").await.is(200);
        let people = format!("{}/mensen", own_party(&wilma).await);
        // One for herself, one that she opened already; and one of Selma's.
        let (waits, open) = (a_code(&wilma, "coordinator").await, a_code(&wilma, "volunteer").await);
        let of_selma = a_code(&selma, "guide").await;
        let (waiting, opened) = (wilma.another(), wilma.another());
        opened.post(&open, &[]).await.is(303);
        let hers = listed(&selma, "Wilma").await;
        selma.submit(&format!("{people}/{hers}/weg"), &[]).await.is(303);
        waiting.get(&waits).await.is(404).shows("ingetrokken");
        waiting.post(&waits, &[]).await.is(404);
        opened.post(&format!("{open}/ja"), &[("name", "Wilma")]).await.is(404).shows("ingetrokken");
        opened.get("/ik").await.is(403);
        comes_in(&wilma.another(), &of_selma, "Yusuf").await;
    })
    .await;
}

#[tokio::test]
async fn a_coordinator_who_becomes_a_volunteer_has_no_link_left_and_one_who_stays_it_has() {
    in_oosterwaard(async |wilma: Visitor| {
        wilma.comes_in_as("coordinator").await;
        let selma = wilma.another();
        comes_in(&selma, &a_code(&wilma, "coordinator").await, "Selma").await;
        makes(&selma, &mut Phone::new(), "").await.is(200);
        let people = format!("{}/mensen", own_party(&wilma).await);
        let (code, hers) = (a_code(&wilma, "guide").await, listed(&selma, "Wilma").await);
        selma.submit(&format!("{people}/{hers}/rol"), &[("role", "coordinator")]).await.is(303);
        wilma.another().get(&code).await.is(200).shows("Ja, ga verder");
        selma.submit(&format!("{people}/{hers}/rol"), &[("role", "volunteer")]).await.is(303);
        wilma.another().get(&code).await.is(404).shows("ingetrokken");
        // The same by a link that somebody takes: Selma tries what a volunteer sees.
        let (own, code) = (a_code(&selma, "volunteer").await, a_code(&selma, "guide").await);
        selma.post(&own, &[]).await.is(303);
        selma.submit(&format!("{own}/ja"), &[("anders", "coordinator")]).await.is(303);
        selma.get("/ik").await.is(200).shows("vrijwilliger");
        wilma.another().get(&code).await.is(404).shows("ingetrokken");
    })
    .await;
}

#[tokio::test]
async fn a_manager_who_stops_takes_along_the_links_to_every_party_but_those_of_the_own_group() {
    in_oosterwaard(async |ineke: Visitor| {
        let wilma = ineke.another();
        ineke.sign_in().await;
        wilma.comes_in_as("coordinator").await;
        // She coordinates the group as well.
        let code = a_code(&wilma, "coordinator").await;
        ineke.post(&code, &[]).await.is(303);
        ineke.submit(&format!("{code}/ja"), &[]).await.is(303);
        let linde = ineke.desk_of("De Linde").await;
        let invites = async |people: &str, token: &str, role: &str| {
            let fields = [("token", token), ("role", role), ("how", "here")];
            ineke.submit(&format!("{people}/uitnodigen"), &fields).await.is(200);
        };
        let [to_linde, to_here, to_group] = ["a", "b", "c"].map(|digit| digit.repeat(64));
        invites(&format!("{linde}/mensen"), &to_linde, "coordinator").await;
        invites("/beheer/mensen", &to_here, "manager").await;
        invites(&format!("{}/mensen", own_party(&wilma).await), &to_group, "guide").await;
        let page = ineke.get("/beheer/mensen").await;
        let hers = page.is(200).body.rsplit("Ineke").next().unwrap();
        let hers = hers.split("action=\"/beheer/mensen/").nth(1).unwrap().split('/').next().unwrap();
        ineke.submit(&format!("/beheer/mensen/{hers}/weg"), &[]).await.is(303);
        for gone in [to_linde, to_here] {
            wilma.another().get(&format!("/uitnodiging/{gone}")).await.is(404).shows("ingetrokken");
        }
        wilma.another().get(&format!("/uitnodiging/{to_group}")).await.is(200).shows("Ja, ga verder");
    })
    .await;
}

pub(crate) fn sender() -> Sender {
    Sender::parse("Samenspel <post@oosterwaard.voorbeeld>").unwrap()
}

/// Somebody at the same house, with mail.
pub(crate) fn with_post(visitor: &Visitor, post: Post) -> Visitor {
    Visitor::new(Settings { post, ..settings() }, visitor.db.clone())
}

/// The link in a letter, without the host.
fn link(letter: &str) -> String {
    let line = letter.lines().find(|line| line.starts_with("http://localhost:8080/uitnodiging/")).unwrap();
    line.strip_prefix("http://localhost:8080").unwrap().to_owned()
}
