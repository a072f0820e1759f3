//! A real provider (oidc-provider, from npm) and somebody with a browser.
#![forbid(unsafe_code)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test should fail loudly")]

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};

use ground::db::Db;
use ground::db::testing::both;
use ground::id::Municipality;
use ground::moment::Moment;
use http_body_util::{BodyExt as _, Full};
use hyper::body::Bytes;
use hyper::client::conn::http1;
use hyper::header::{CONTENT_TYPE, COOKIE, HOST, LOCATION, SET_COOKIE};
use hyper_util::rt::TokioIo;
use migrations::ALL;
use openidconnect::url::Url;
use provider::{
    Acr, Arrived, BACK, Begun, ClientId, Issuer, Label, Limits, OwnAddress, Provider, Providers, Query,
    Refused, ReturnTo, Scope, Secret,
};

const HERE: Municipality = Municipality(9901);
const OURS: &str = "http://localhost:9";
const SECOND_STEP: &str = "urn:oosterwaard:twee-stappen";

/// The provider; it ends when its input closes, so also when the test does.
struct Real {
    issuer: String,
    node: Child,
    /// Kept open: whoever writes to a pipe that is closed dies of it.
    _told: BufReader<ChildStdout>,
}

impl Drop for Real {
    fn drop(&mut self) {
        drop(self.node.stdin.take());
        drop(self.node.wait());
    }
}

impl Real {
    fn start() -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/oidc");
        assert!(
            folder.join("node_modules/oidc-provider").is_dir(),
            "The real OpenID provider is not installed, so signing in was not tried: run make needs."
        );
        let mut node = Command::new("node")
            .args(["provider.mjs", &format!("{OURS}{BACK}"), SECOND_STEP])
            .current_dir(folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("node runs; make needs installs it");
        let mut issuer = String::new();
        let mut told = BufReader::new(node.stdout.take().unwrap());
        told.read_line(&mut issuer).unwrap();
        let issuer = issuer.trim().to_owned();
        assert!(issuer.starts_with("http://127.0.0.1:"), "the provider did not start: {issuer}");
        Self { issuer, node, _told: told }
    }

    fn settings(&self) -> Provider {
        Provider {
            municipality: HERE,
            name: Label::parse("Gemeente Oosterwaard").unwrap(),
            issuer: Issuer::parse(&self.issuer).unwrap(),
            client_id: ClientId::parse("samenspel").unwrap(),
            client_secret: Secret::parse("een-geheim-van-de-proef+met/tekens").unwrap(),
            acr: Vec::new(),
            scopes: Vec::new(),
            address: OwnAddress::parse(OURS).unwrap(),
            authority: None,
        }
    }

    fn town(&self, db: &Db, change: impl FnOnce(&mut Provider)) -> Providers {
        let mut provider = self.settings();
        change(&mut provider);
        Providers::new(db.clone(), [provider], Limits::default()).unwrap()
    }
}

/// Cookies, redirects and forms, as far as a sign-in needs them.
#[derive(Default)]
struct Browser {
    cookies: BTreeMap<String, String>,
}

enum Seen {
    Page(String),
    SentTo(Url),
}

impl Browser {
    async fn ask(&mut self, url: &Url, form: Option<&str>) -> Seen {
        let at = (url.host_str().unwrap(), url.port().unwrap());
        let stream = tokio::net::TcpStream::connect(at).await.unwrap();
        let (mut sender, connection) = http1::handshake(TokioIo::new(stream)).await.unwrap();
        let pumped = tokio::spawn(connection);
        let cookies: Vec<String> =
            self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let request = hyper::Request::builder()
            .method(if form.is_some() { "POST" } else { "GET" })
            .uri(&url[openidconnect::url::Position::BeforePath..])
            .header(HOST, format!("{}:{}", at.0, at.1))
            .header(COOKIE, cookies.join("; "))
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Full::new(Bytes::from(form.unwrap_or_default().to_owned())))
            .unwrap();
        let answer = sender.send_request(request).await.unwrap();
        for cookie in answer.headers().get_all(SET_COOKIE) {
            let pair = cookie.to_str().unwrap().split(';').next().unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
        if let Some(place) = answer.headers().get(LOCATION) {
            return Seen::SentTo(url.join(place.to_str().unwrap()).unwrap());
        }
        let body = answer.into_body().collect().await.unwrap().to_bytes();
        drop(sender);
        drop(pumped.await);
        Seen::Page(String::from_utf8(body.to_vec()).unwrap())
    }

    /// Goes on until a page stands still, or the browser is back with us.
    async fn follow(&mut self, mut url: Url, mut form: Option<String>) -> (Url, Option<String>) {
        for _ in 0..10 {
            if url.as_str().starts_with(OURS) {
                return (url, None);
            }
            match self.ask(&url, form.take().as_deref()).await {
                Seen::Page(page) => return (url, Some(page)),
                Seen::SentTo(next) => url = next,
            }
        }
        panic!("sent around without end")
    }
}

/// What stands between `before` and the next quote.
fn after<'p>(page: &'p str, before: &str) -> &'p str {
    page.split_once(before).unwrap_or_else(|| panic!("no {before} in {page}")).1.split('"').next().unwrap()
}

async fn begun(providers: &Providers) -> Begun {
    let to = ReturnTo::parse("/vandaag").unwrap();
    providers.begin(HERE, to, Moment::now()).await.unwrap().unwrap()
}

/// As [`begun`], by who has to show once more who it is.
async fn begun_anew(providers: &Providers) -> Begun {
    let to = ReturnTo::parse("/ik").unwrap();
    providers.begin_anew(HERE, to, Moment::now()).await.unwrap().unwrap()
}

/// From the button to where the provider sends the browser; `typed` none presses cancel.
async fn through(browser: &mut Browser, begun: &Begun, typed: Option<&str>) -> Query {
    let (at, page) = browser.follow(Url::parse(&begun.to).unwrap(), None).await;
    let back = match (page, typed) {
        (None, _) => at,
        (Some(page), Some(typed)) => {
            let to = at.join(after(&page, "action=\"")).unwrap();
            browser.follow(to, Some(typed.to_owned())).await.0
        }
        (Some(page), None) => {
            let to = at.join(after(&page, "<a href=\"")).unwrap();
            browser.follow(to, None).await.0
        }
    };
    assert_eq!(back.path(), BACK, "{back}");
    Query::parse(back.query().unwrap()).unwrap()
}

async fn came(providers: &Providers, begun: &Begun, query: &Query) -> Result<Arrived, Refused> {
    providers.arrive(HERE, query, Some(&begun.cookie), Moment::now()).await.unwrap()
}

#[tokio::test]
async fn a_civil_servant_signs_in_with_the_account_of_the_municipality() {
    let real = &Real::start();
    both(ALL, |db| async move {
        let providers = real.town(&db, |_| {});
        let mut browser = Browser::default();
        let begun = begun(&providers).await;
        let query = through(&mut browser, &begun, Some("login=ambtenaar-17")).await;
        let arrived = came(&providers, &begun, &query).await.unwrap();
        assert_eq!(
            (arrived.issuer.as_str(), arrived.subject.as_str()),
            (real.issuer.as_str(), "ambtenaar-17")
        );
        assert_eq!((arrived.name, arrived.return_to.as_str()), (None, "/vandaag"));
        // The same answer a second time.
        assert_eq!(came(&providers, &begun, &query).await.unwrap_err(), Refused::UsedAlready);
    })
    .await;
}

#[tokio::test]
async fn who_signed_in_this_morning_comes_in_without_typing() {
    let real = &Real::start();
    both(ALL, |db| async move {
        let providers = real.town(&db, |_| {});
        let mut browser = Browser::default();
        for typed in [Some("login=ambtenaar-17"), None] {
            let begun = begun(&providers).await;
            let query = through(&mut browser, &begun, typed).await;
            assert_eq!(came(&providers, &begun, &query).await.unwrap().subject, "ambtenaar-17");
        }
    })
    .await;
}

#[tokio::test]
async fn who_is_to_show_once_more_who_it_is_has_to_type_again_and_it_is_told_when_that_was() {
    let real = &Real::start();
    both(ALL, |db| async move {
        let providers = real.town(&db, |_| {});
        let mut browser = Browser::default();
        let this_morning = begun(&providers).await;
        let query = through(&mut browser, &this_morning, Some("login=ambtenaar-17")).await;
        came(&providers, &this_morning, &query).await.unwrap();
        // The provider knows this browser, and yet shows its form; who leaves it there showed nothing.
        let left = begun_anew(&providers).await;
        let query = through(&mut browser, &left, None).await;
        assert_eq!(came(&providers, &left, &query).await.unwrap_err(), Refused::Cancelled);
        let asked = begun_anew(&providers).await;
        let (at, page) = browser.follow(Url::parse(&asked.to).unwrap(), None).await;
        let form = at.join(after(&page.expect("a form, also for who is known"), "action=\"")).unwrap();
        let back = browser.follow(form, Some("login=ambtenaar-17".to_owned())).await.0;
        let query = Query::parse(back.query().unwrap()).unwrap();
        let arrived = came(&providers, &asked, &query).await.unwrap();
        assert_eq!((arrived.subject.as_str(), arrived.return_to.as_str()), ("ambtenaar-17", "/ik"));
        // Without this moment nobody with only an account could make a key, or take one away.
        let told = arrived.asked_at.expect("the moment at which the provider asked");
        let now = Moment::now();
        let off = now.micros().abs_diff(told.micros());
        assert!(off < 60 * 1_000_000, "asked at {told:?}, and now it is {now:?}");
    })
    .await;
}

#[tokio::test]
async fn a_name_comes_along_when_the_settings_ask_for_it() {
    let real = &Real::start();
    both(ALL, |db| async move {
        let providers = real.town(&db, |provider| provider.scopes = vec![Scope::parse("profile").unwrap()]);
        let begun = begun(&providers).await;
        let query = through(&mut Browser::default(), &begun, Some("login=ambtenaar-17")).await;
        let arrived = came(&providers, &begun, &query).await.unwrap();
        assert_eq!(arrived.name.as_deref(), Some("Naam van ambtenaar-17"));
    })
    .await;
}

#[tokio::test]
async fn the_second_step_is_asked_for_and_seen() {
    let real = &Real::start();
    both(ALL, |db| async move {
        let providers = real.town(&db, |provider| provider.acr = vec![Acr::parse(SECOND_STEP).unwrap()]);
        let begun_without = begun(&providers).await;
        let query = through(&mut Browser::default(), &begun_without, Some("login=ambtenaar-17")).await;
        assert_eq!(came(&providers, &begun_without, &query).await.unwrap_err(), Refused::TooWeak);
        let begun_with = begun(&providers).await;
        let query = through(&mut Browser::default(), &begun_with, Some("login=ambtenaar-17&second=on")).await;
        assert_eq!(came(&providers, &begun_with, &query).await.unwrap().subject, "ambtenaar-17");
    })
    .await;
}

#[tokio::test]
async fn who_presses_cancel_at_the_provider_is_told_that_nothing_happened() {
    let real = &Real::start();
    both(ALL, |db| async move {
        let providers = real.town(&db, |_| {});
        let begun = begun(&providers).await;
        let query = through(&mut Browser::default(), &begun, None).await;
        assert_eq!(came(&providers, &begun, &query).await.unwrap_err(), Refused::Cancelled);
    })
    .await;
}

#[tokio::test]
async fn a_code_that_was_caught_on_the_way_opens_nothing_at_another_sign_in() {
    let real = &Real::start();
    both(ALL, |db| async move {
        let providers = real.town(&db, |_| {});
        let theirs = begun(&providers).await;
        let caught = through(&mut Browser::default(), &theirs, Some("login=ambtenaar-17")).await;
        let mine = begun(&providers).await;
        // Their whole answer in my browser.
        assert_eq!(came(&providers, &mine, &caught).await.unwrap_err(), Refused::OtherBrowser);
    })
    .await;
}

#[tokio::test]
async fn a_wrong_secret_is_a_matter_for_the_municipality() {
    let real = &Real::start();
    both(ALL, |db| async move {
        let providers =
            real.town(&db, |provider| provider.client_secret = Secret::parse("een-oud-geheim").unwrap());
        let begun = begun(&providers).await;
        let query = through(&mut Browser::default(), &begun, Some("login=ambtenaar-17")).await;
        assert_eq!(came(&providers, &begun, &query).await.unwrap_err(), Refused::NotRegistered);
    })
    .await;
}

#[tokio::test]
async fn a_provider_that_stopped_while_somebody_was_away_gives_no_answer() {
    both(ALL, |db| async move {
        let real = Real::start();
        let providers = real.town(&db, |_| {});
        let begun = begun(&providers).await;
        let query = through(&mut Browser::default(), &begun, Some("login=ambtenaar-17")).await;
        drop(real);
        assert_eq!(came(&providers, &begun, &query).await.unwrap_err(), Refused::Unreachable);
    })
    .await;
}
