//! A small simulated neighbourhood: Oosterwaard behind the whole router, and a visitor with a browser.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU32, Ordering};

use access::operator::Token;
use axum::Router;
use axum::body::Body;
use axum::http::header::{CONTENT_TYPE, COOKIE, HOST, ORIGIN, SET_COOKIE};
use axum::http::{HeaderMap, Method, Request, StatusCode};
use ground::db::Db;
use ground::db::testing::{self, THEN};
use ground::moment::Moment;
use http_body_util::BodyExt as _;
use samenspel::serve::House;
use samenspel::settings::Settings;
use tower::ServiceExt as _;

pub const KEY: &str = "een-sleutel-van-de-toets";

/// Time stands still in a journey.
pub fn then() -> Moment {
    THEN
}

pub fn settings() -> Settings {
    let data = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("journeys");
    Settings { operator: Token::parse(KEY).ok(), demo: true, data, ..Settings::default() }
}

/// Tells the journey on each engine, in Oosterwaard.
pub async fn in_oosterwaard(journey: impl AsyncFn(Visitor)) {
    with(settings(), journey).await;
}

pub async fn with(settings: Settings, journey: impl AsyncFn(Visitor)) {
    for fresh in testing::each(migrations::ALL).await {
        samenspel::demo::load(&fresh.db, THEN).await.unwrap();
        journey(Visitor::new(settings.clone(), fresh.db.clone())).await;
    }
}

/// Somebody with a browser: it keeps cookies and says where a form comes from.
pub struct Visitor {
    pub db: Db,
    router: Router,
    pub host: String,
    pub cookies: RefCell<BTreeMap<String, String>>,
}

pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

impl Answer {
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    #[track_caller]
    pub fn shows(&self, text: &str) -> &Self {
        assert!(self.body.contains(text), "{} does not show {text:?}:\n{}", self.status, self.body);
        self
    }

    #[track_caller]
    pub fn hides(&self, text: &str) -> &Self {
        assert!(!self.body.contains(text), "{} shows {text:?}", self.status);
        self
    }

    #[track_caller]
    pub fn is(&self, status: u16) -> &Self {
        assert_eq!(self.status, status, "{}", self.body);
        self
    }

    /// The value of the first attribute that begins so.
    pub fn after(&self, beginning: &str) -> String {
        let rest = self.body.split_once(beginning).map_or("", |(_, rest)| rest);
        rest.split('"').next().unwrap_or_default().to_owned()
    }
}

impl Visitor {
    pub fn new(settings: Settings, db: Db) -> Self {
        let router = House::new(settings, db.clone(), then).unwrap().router();
        Self::before(router, db)
    }

    /// Somebody at another door than the usual one.
    pub fn before(router: Router, db: Db) -> Self {
        Self { db, router, host: "localhost:8080".to_owned(), cookies: RefCell::default() }
    }

    pub async fn send(&self, request: Request<Body>) -> Answer {
        let (parts, body) = self.sent(request).await.into_parts();
        let bytes = body.collect().await.unwrap().to_bytes();
        Answer {
            status: parts.status,
            headers: parts.headers,
            body: String::from_utf8_lossy(&bytes).into_owned(),
        }
    }

    /// An answer that goes on for a while: its status, and what comes as it comes.
    pub async fn opens(&self, path: &str) -> (u16, Body) {
        let answer = self.sent(self.request(Method::GET, path).body(Body::empty()).unwrap()).await;
        (answer.status().as_u16(), answer.into_body())
    }

    async fn sent(&self, mut request: Request<Body>) -> axum::response::Response {
        let cookies: Vec<String> =
            self.cookies.borrow().iter().map(|(name, value)| format!("{name}={value}")).collect();
        if !cookies.is_empty() {
            request.headers_mut().insert(COOKIE, cookies.join("; ").parse().unwrap());
        }
        let response = self.router.clone().oneshot(request).await.unwrap();
        for line in response.headers().get_all(SET_COOKIE) {
            let (name, rest) = line.to_str().unwrap().split_once('=').unwrap();
            let value = rest.split(';').next().unwrap();
            let mut kept = self.cookies.borrow_mut();
            if rest.contains("Max-Age=0") {
                kept.remove(name)
            } else {
                kept.insert(name.to_owned(), value.to_owned())
            };
        }
        response
    }

    pub fn request(&self, method: Method, path: &str) -> axum::http::request::Builder {
        Request::builder().method(method).uri(path).header(HOST, &self.host)
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.send(self.request(Method::GET, path).body(Body::empty()).unwrap()).await
    }

    pub async fn get_asking(&self, path: &str, header: &str, value: &str) -> Answer {
        self.send(self.request(Method::GET, path).header(header, value).body(Body::empty()).unwrap()).await
    }

    /// A form, as a browser sends it from our own page; one of a page of the desk has a key of its own.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let has = |name| fields.iter().any(|(known, _)| *known == name);
        if has("csrf") && !has("once") {
            let key = key();
            return self.send_form(path, &[fields, &[("once", &key)]].concat()).await;
        }
        self.send_form(path, fields).await
    }

    /// These fields and no others.
    pub async fn send_form(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let request = self
            .request(Method::POST, path)
            .header(ORIGIN, format!("http://{}", self.host))
            .header("sec-fetch-site", "same-origin")
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(request.body(Body::from(encoded(fields))).unwrap()).await
    }

    /// Opens the form, as a browser does before it sends it: what it was drawn from goes along.
    pub(crate) async fn save(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let seen = self.get(path).await.is(200).after("name=\"seen\" value=\"");
        let mut fields = fields.to_vec();
        fields.push(("seen", &seen));
        self.submit(path, &fields).await
    }

    /// A form of the desk: with the session's proof, taken from a page as a browser would.
    pub async fn submit(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let csrf = self.csrf().await;
        let mut all = vec![("csrf", csrf.as_str())];
        all.extend(fields);
        self.post(path, &all).await
    }

    /// Brings in a file at the desk; the address of the page that says what it would change.
    pub(crate) async fn brings(&self, source: &str, list: &str) -> String {
        let (csrf, once) = (self.csrf().await, key());
        let mut body = String::new();
        for (name, value) in [
            ("csrf", csrf.as_str()),
            ("once", &once),
            ("source", source),
            ("licence", "CC0 1.0"),
            ("sphere", "informal"),
            ("file\"; filename=\"lijst.json", list),
        ] {
            body += &format!("--grens\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        }
        body += "--grens--\r\n";
        let request = self
            .request(Method::POST, "/beheer/import")
            .header(ORIGIN, format!("http://{}", self.host))
            .header(CONTENT_TYPE, "multipart/form-data; boundary=grens");
        let sent = self.send(request.body(Body::from(body)).unwrap()).await;
        sent.is(303).header("location").to_owned()
    }

    pub async fn csrf(&self) -> String {
        let own = self.get("/ik").await.after("name=\"csrf\" value=\"");
        if own.is_empty() { self.get("/beheer").await.after("name=\"csrf\" value=\"") } else { own }
    }

    /// Comes in as one of the demo's people: `manager`, `coordinator`, `volunteer` …
    pub async fn comes_in_as(&self, role: &str) {
        self.post("/aanmelden/demo", &[("key", role)]).await.is(303);
    }

    /// As whoever keeps the map for the municipality.
    pub async fn sign_in(&self) {
        self.comes_in_as("manager").await;
    }

    /// With the key of the installation.
    pub async fn sign_in_as_operator(&self) {
        self.post("/beheer/aanmelden", &[("token", KEY), ("next", "/beheer")]).await.is(303);
    }

    /// Another browser at the same house.
    pub fn another(&self) -> Self {
        Self {
            db: self.db.clone(),
            router: self.router.clone(),
            host: self.host.clone(),
            cookies: RefCell::default(),
        }
    }

    /// The address of the desk's page of a party with this name, also of one that the desk leads past.
    pub async fn desk_of(&self, name: &str) -> String {
        let found = self.get(&format!("/beheer?q={}", name.replace(' ', "+"))).await;
        let id = found.is(200).after("/partij/0");
        format!("/beheer/partij/0{id}")
    }
}

/// For a form that was just drawn.
pub fn key() -> String {
    static DRAWN: AtomicU32 = AtomicU32::new(0);
    format!("{:032x}-0", DRAWN.fetch_add(1, Ordering::Relaxed))
}

fn encoded(fields: &[(&str, &str)]) -> String {
    let code = |text: &str| -> String {
        text.bytes()
            .map(|byte| {
                if byte.is_ascii_alphanumeric() {
                    char::from(byte).to_string()
                } else {
                    format!("%{byte:02X}")
                }
            })
            .collect()
    };
    let pairs: Vec<String> =
        fields.iter().map(|(name, value)| format!("{}={}", code(name), code(value))).collect();
    pairs.join("&")
}
