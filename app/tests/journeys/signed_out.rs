//! Without script: what was typed while the session ended is shown to who typed it, and sent by nobody else.

use axum::body::Body;
use axum::http::Method;
use axum::http::header::{CONTENT_TYPE, ORIGIN};

use crate::neighbourhood::{Answer, Visitor, in_oosterwaard, key};
use crate::people::own_party;

const FORM: &str = "application/x-www-form-urlencoded";
const NAME: &str = "Koffie & \"koek\" <samen>";
/// What a page shows of it.
const AS_TYPED: &str = "dir=\"auto\">Koffie &amp; &quot;koek&quot; &lt;samen&gt;</blockquote>";

/// An offer of the group somebody acts for: the address of its form.
async fn an_offer(somebody: &Visitor) -> String {
    let own = own_party(somebody).await;
    format!("{own}/aanbod/0{}", somebody.get(&own).await.is(200).after(&format!("href=\"{own}/aanbod/0")))
}

/// What the form of an offer sends: drawn in a session, with a name that was typed.
struct Drawn {
    csrf: String,
    once: String,
    seen: String,
}

impl Drawn {
    async fn by(somebody: &Visitor, offer: &str) -> Self {
        let seen = somebody.get(offer).await.is(200).after("name=\"seen\" value=\"");
        Self { csrf: somebody.csrf().await, once: key(), seen }
    }

    async fn is_sent(&self, somebody: &Visitor, offer: &str) -> Answer {
        let (csrf, once, seen) = (self.csrf.as_str(), self.once.as_str(), self.seen.as_str());
        somebody.send_form(offer, &[("csrf", csrf), ("once", once), ("seen", seen), ("name", NAME)]).await
    }
}

#[tokio::test]
async fn what_was_sent_after_the_session_ended_stands_above_the_ways_in_and_nothing_is_done_with_it() {
    in_oosterwaard(async |wilma: Visitor| {
        wilma.comes_in_as("coordinator").await;
        let offer = an_offer(&wilma).await;
        let form = Drawn::by(&wilma, &offer).await;
        wilma.submit("/afmelden", &[]).await.is(303);
        let door = form.is_sent(&wilma, &offer).await;
        door.is(403)
            .shows("<h1>Aanmelden</h1>")
            .shows("Wat u verstuurde, is nog niet bewaard")
            .shows(AS_TYPED);
        door.hides(&form.csrf).hides(&form.once).hides("<samen>");
        assert_eq!(door.header("cache-control"), "no-store");
        // In again, she has the form as it was, and types or copies it there.
        wilma.comes_in_as("coordinator").await;
        wilma.get(&offer).await.is(200).hides("Koffie &amp;");
        Drawn::by(&wilma, &offer).await.is_sent(&wilma, &offer).await.is(303);
        wilma.get(&offer).await.is(200).shows("value=\"Koffie &amp; &quot;koek&quot; &lt;samen&gt;\"");
    })
    .await;
}

#[tokio::test]
async fn whoever_signs_in_next_sends_nothing_of_what_another_typed() {
    in_oosterwaard(async |wilma: Visitor| {
        wilma.comes_in_as("coordinator").await;
        let offer = an_offer(&wilma).await;
        let form = Drawn::by(&wilma, &offer).await;
        // The same browser, the page of before, and another person; or herself, in a session of now.
        for role in ["professional", "coordinator"] {
            wilma.comes_in_as(role).await;
            let page = form.is_sent(&wilma, &offer).await;
            page.is(403).shows(AS_TYPED).hides(&form.csrf).hides(&form.once);
            page.hides(&format!("action=\"{offer}\""));
            assert_eq!(page.header("cache-control"), "no-store");
        }
        wilma.get(&offer).await.is(200).hides("Koffie &amp;");
    })
    .await;
}

#[tokio::test]
async fn what_another_site_sent_a_secret_or_a_file_is_given_back_to_nobody() {
    in_oosterwaard(async |wilma: Visitor| {
        wilma.comes_in_as("coordinator").await;
        let (offer, stranger) = (an_offer(&wilma).await, wilma.another());
        let from = |somebody: &Visitor, origin: Option<&str>, kind: &str| {
            let request = somebody.request(Method::POST, &offer).header(CONTENT_TYPE, kind);
            let request = match origin {
                Some(origin) => request.header(ORIGIN, origin),
                None => request,
            };
            request.body(Body::from("name=Kwaadwillend")).unwrap()
        };
        let ours = Some("http://localhost:8080");
        for origin in [Some("https://kwaad.voorbeeld"), Some("null"), None] {
            for somebody in [&stranger, &wilma] {
                somebody.send(from(somebody, origin, FORM)).await.is(403).hides("Kwaadwillend");
            }
        }
        for kind in ["text/plain", "multipart/form-data; boundary=grens"] {
            stranger.send(from(&stranger, ours, kind)).await.is(403).hides("Kwaadwillend");
        }
        stranger.send(from(&stranger, ours, FORM)).await.is(403).shows("Kwaadwillend");
        for secret in ["code", "token", "antwoord", "key"] {
            let fields = [(secret, "Geheim van iemand"), ("tekst", "Kwaadwillend")];
            stranger
                .send_form("/beheer/terug", &fields)
                .await
                .is(403)
                .hides("Geheim van iemand")
                .hides("Kwaadwillend");
            wilma
                .send_form("/beheer/terug", &fields)
                .await
                .is(403)
                .hides("Geheim van iemand")
                .hides("Kwaadwillend");
        }
        let long = "Heel lang ".repeat(20_000);
        stranger.send_form(&offer, &[("name", &long)]).await.is(403).hides("Heel lang");
        // An address that never was answers alike.
        let nowhere = "/beheer/dit/is/er/niet";
        let (there, not) = (
            stranger.send_form(&offer, &[("name", "Koffie")]).await.body,
            stranger.send_form(nowhere, &[("name", "Koffie")]).await.body,
        );
        assert_eq!(there.replace(&offer, nowhere), not);
    })
    .await;
}
