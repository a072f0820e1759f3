//! Without script: what was typed while the session ended is given back to who typed it, and to nobody else.

use axum::body::Body;
use axum::http::Method;
use axum::http::header::{CONTENT_TYPE, ORIGIN};

use crate::neighbourhood::{Answer, Visitor, in_oosterwaard, key};
use crate::people::own_party;

const FORM: &str = "application/x-www-form-urlencoded";
const NAME: &str = "Koffie & \"koek\" <samen>";

/// The form to this address as a page draws it, with all that is hidden in it.
fn drawn(page: &Answer, to: &str) -> Vec<(String, String)> {
    let (_, form) = page.body.split_once(&format!("method=\"post\" action=\"{to}\"")).unwrap();
    let (form, _) = form.split_once("</form>").unwrap();
    let fields = form.split("<input type=\"hidden\" name=\"").skip(1).map(|field| {
        let (name, rest) = field.split_once("\" value=\"").unwrap();
        let value = rest.split('"').next().unwrap();
        let value = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")]
            .iter()
            .fold(value.to_owned(), |text, (code, sign)| text.replace(code, sign));
        (name.to_owned(), value)
    });
    fields.collect()
}

async fn sends(somebody: &Visitor, to: &str, fields: &[(String, String)]) -> Answer {
    let fields: Vec<(&str, &str)> =
        fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    somebody.send_form(to, &fields).await
}

/// An offer of the group somebody acts for: the address of its form.
async fn an_offer(somebody: &Visitor) -> String {
    let own = own_party(somebody).await;
    format!("{own}/aanbod/0{}", somebody.get(&own).await.is(200).after(&format!("href=\"{own}/aanbod/0")))
}

#[tokio::test]
async fn what_was_sent_after_the_session_ended_is_kept_once_its_sender_is_in_again() {
    in_oosterwaard(async |wilma: Visitor| {
        wilma.comes_in_as("coordinator").await;
        let offer = an_offer(&wilma).await;
        let form = wilma.get(&offer).await;
        let (csrf, once) = (wilma.csrf().await, key());
        let seen = form.is(200).after("name=\"seen\" value=\"");
        let typed =
            [("csrf", csrf.as_str()), ("once", once.as_str()), ("seen", seen.as_str()), ("name", NAME)];
        wilma.submit("/afmelden", &[]).await.is(303);
        let door = wilma.send_form(&offer, &typed).await;
        door.is(403).shows("<h1>Aanmelden</h1>").shows("Wat u verstuurde, is nog niet bewaard");
        door.hides(&csrf).hides(&once).hides("<samen>");
        assert_eq!(door.header("cache-control"), "no-store");
        let given_back = drawn(&door, &offer);
        assert!(given_back.contains(&("name".to_owned(), NAME.to_owned())), "{given_back:?}");
        // Too soon: it is still there.
        let still = sends(&wilma, &offer, &given_back).await;
        assert_eq!(drawn(still.is(403), &offer), given_back);
        // In another tab she is in again. A form without the proof of this session asks for one more click.
        wilma.comes_in_as("coordinator").await;
        let again = sends(&wilma, &offer, &given_back).await;
        again.is(403).shows("van een eerdere aanmelding").hides("<h1>Aanmelden</h1>");
        assert_eq!(again.header("cache-control"), "no-store");
        wilma.get(&offer).await.is(200).hides("Koffie &amp;");
        sends(&wilma, &offer, &drawn(&again, &offer)).await.is(303);
        wilma.get(&offer).await.is(200).shows("value=\"Koffie &amp; &quot;koek&quot; &lt;samen&gt;\"");
    })
    .await;
}

#[tokio::test]
async fn a_page_of_an_earlier_session_keeps_what_was_typed_in_it_until_it_is_sent_in_this_one() {
    in_oosterwaard(async |wilma: Visitor| {
        wilma.comes_in_as("coordinator").await;
        let offer = an_offer(&wilma).await;
        let seen = wilma.get(&offer).await.is(200).after("name=\"seen\" value=\"");
        let (csrf, once) = (wilma.csrf().await, key());
        let typed =
            [("csrf", csrf.as_str()), ("once", once.as_str()), ("seen", seen.as_str()), ("name", NAME)];
        wilma.comes_in_as("coordinator").await;
        let again = wilma.send_form(&offer, &typed).await;
        again.is(403).shows("van een eerdere aanmelding").hides(&csrf).hides(&once);
        sends(&wilma, &offer, &drawn(&again, &offer)).await.is(303);
        wilma.get(&offer).await.is(200).shows("Koffie &amp;");
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
            let fields = [(secret, "geheim-van-iemand"), ("tekst", "Kwaadwillend")];
            stranger.send_form("/beheer/terug", &fields).await.is(403).hides("geheim-van-iemand");
            wilma.send_form("/beheer/terug", &fields).await.is(403).hides("geheim-van-iemand");
        }
        let long = "lang ".repeat(40_000);
        stranger.send_form(&offer, &[("name", &long)]).await.is(403).hides("lang lang");
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
