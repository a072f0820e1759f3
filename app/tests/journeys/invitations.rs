//! An invitation that is over says so; one by mail is read at home and opened in another browser.

use ground::db::testing::THEN;
use ground::mail::{Post, Sender};
use samenspel::settings::Settings;

use crate::letters::letters;
use crate::neighbourhood::{Visitor, in_oosterwaard, settings};
use crate::people::{GROUP, a_code, comes_in, own_party};
use crate::recovery::{after, at};

const MINUTE: u64 = 60;
const WEEK: u64 = 7 * 24 * 60 * MINUTE;
const ADDRESS: &str = "selma@buurt.voorbeeld";

#[tokio::test]
async fn a_code_that_nobody_scanned_in_ten_minutes_says_that_it_is_over() {
    in_oosterwaard(async |wilma: Visitor| {
        wilma.comes_in_as("coordinator").await;
        let code = a_code(&wilma, "volunteer").await;
        at(&wilma.another(), || after(10 * MINUTE - 1)).get(&code).await.is(200).shows("Ja, ga verder");
        let late = at(&wilma.another(), || after(10 * MINUTE));
        late.get(&code).await.is(410).shows("is verlopen").shows("Vraag een nieuwe uitnodiging");
        late.post(&code, &[]).await.is(410).shows("is verlopen");
        late.post(&format!("{code}/ja"), &[("name", "Selma")]).await.is(410).shows("is verlopen");
        late.get("/ik").await.is(403);
        // A server whose clock is two hours slow opens nothing either.
        let slow = at(&wilma.another(), || THEN.minus(std::time::Duration::from_secs(120 * MINUTE)));
        slow.post(&code, &[]).await.is(410).shows("is verlopen");
        // The way forward: another code.
        comes_in(&wilma.another(), &a_code(&wilma, "volunteer").await, "Selma").await;
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
        late.get(&code).await.is(410).shows("is verlopen").shows("Na openen heeft u 10 minuten");
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
        at(&visitor.another(), || after(WEEK)).get(&link).await.is(410).shows("is verlopen");
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
        let sent = wilma.submit(&format!("{people}/uitnodigen"), &fields).await;
        sent.is(200).shows("De mail kon niet weg").shows("class=\"qr\"");
        comes_in(&visitor.another(), &format!("/uitnodiging/{token}"), "Selma").await;
    })
    .await;
}

fn sender() -> Sender {
    Sender::parse("Samenspel <post@oosterwaard.voorbeeld>").unwrap()
}

/// Somebody at the same house, with mail.
fn with_post(visitor: &Visitor, post: Post) -> Visitor {
    Visitor::new(Settings { post, ..settings() }, visitor.db.clone())
}

/// The link in a letter, without the host.
fn link(letter: &str) -> String {
    let line = letter.lines().find(|line| line.starts_with("http://localhost:8080/uitnodiging/")).unwrap();
    line.strip_prefix("http://localhost:8080").unwrap().to_owned()
}
