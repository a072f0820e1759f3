//! Every answer of every route protects who reads it, whatever went wrong and whoever asked.

use std::collections::{BTreeMap, BTreeSet};

use access::Route;
use axum::Router;
use axum::body::Body;
use axum::http::Method;
use axum::http::header::CONTENT_TYPE;
use axum::routing::get;
use samenspel::serve::House;
use samenspel::settings::{Settings, read};

use crate::neighbourhood::{Answer, Visitor, key, settings, then, with};
use crate::people::own_party;

/// Each part of the policy, and nothing beside them.
const POLICY: [&str; 11] = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types samenspel levend",
];

/// Nothing of these is asked of a device.
const NEVER: [&str; 5] = ["camera", "microphone", "geolocation", "usb", "browsing-topics"];

/// What must hold for any answer; `personal`: of somebody signed in, or of the desk.
#[track_caller]
fn protects(answer: &Answer, at: &str, personal: bool) {
    let policy: Vec<&str> = answer.header("content-security-policy").split(';').map(str::trim).collect();
    assert_eq!(policy, POLICY, "{at}");
    for (name, value) in [
        ("x-content-type-options", "nosniff"),
        ("x-frame-options", "DENY"),
        ("referrer-policy", "same-origin"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
    ] {
        assert_eq!(answer.header(name), value, "{at}: {name}");
    }
    let hsts = answer.header("strict-transport-security");
    assert_eq!(hsts, "max-age=63072000; includeSubDomains", "{at}");
    for feature in NEVER {
        assert!(answer.header("permissions-policy").contains(&format!("{feature}=()")), "{at}: {feature}");
    }
    let (status, kept) = (answer.status.as_u16(), answer.header("cache-control"));
    assert!(!kept.is_empty() && answer.headers.contains_key("vary"), "{at}");
    if personal || status >= 400 {
        assert_eq!(kept, "no-store", "{at}: {status}");
    }
    let kind = answer.header("content-type");
    if !answer.body.is_empty() {
        assert!(!kind.is_empty(), "{at}: {status} without a kind");
    }
    if kind.starts_with("text/") {
        assert!(kind.to_lowercase().contains("charset=utf-8"), "{at}: {kind}");
    }
    // Only what is open to all is open to other sites.
    let open = at.split(' ').nth(1).is_some_and(|path| path.starts_with("/hsds"));
    assert_eq!(answer.headers.contains_key("access-control-allow-origin"), open, "{at}");
    assert!(!answer.headers.contains_key("access-control-allow-credentials"), "{at}");
    // A file that leaves has a plain name of ours.
    let named = answer.header("content-disposition");
    if let Some((_, name)) = named.split_once("filename=") {
        let plain = |c: char| c.is_ascii_alphanumeric() || "-.\"".contains(c);
        assert!(name.chars().all(plain), "{at}: {named}");
    }
    assert!(answer.header("server").is_empty() && answer.header("x-powered-by").is_empty(), "{at}");
}

fn secure() -> Settings {
    let base = ("SAMENSPEL_BASE_URL".to_owned(), "https://localhost:8080".to_owned());
    Settings { base_url: read(None, [base]).unwrap().base_url, ..settings() }
}

/// Addresses of a route: one of something that is there, and one of nothing.
fn addresses(route: &Route, there: &BTreeMap<&str, String>) -> [String; 2] {
    let fill = |real: bool| {
        let parts = route.path.split('/').map(|part| match part.strip_prefix('{') {
            None => part.to_owned(),
            Some(name) if real => {
                let at = route.path.split('/').rev().nth(1).unwrap_or_default();
                let name = name.trim_end_matches('}');
                there.get(name).or_else(|| there.get(at)).cloned().unwrap_or_else(|| "0193".to_owned())
            }
            Some(_) => "0193".to_owned(),
        });
        parts.collect::<Vec<_>>().join("/")
    };
    [fill(true), fill(false)]
}

/// Somebody with a browser: what is there for them, and the proof that goes with their forms.
struct Somebody {
    name: &'static str,
    browser: Visitor,
    there: BTreeMap<&'static str, String>,
    csrf: Option<String>,
}

impl Somebody {
    async fn new(name: &'static str, browser: Visitor, desk: &str) -> Self {
        let party = desk.rsplit('/').next().unwrap().to_owned();
        let there = BTreeMap::from([
            ("party", party.clone()),
            ("id", party),
            ("code", "WK990101".to_owned()),
            ("key", "geld".to_owned()),
            ("name", "openapi.json".to_owned()),
        ]);
        let csrf = Some(browser.csrf().await).filter(|csrf| !csrf.is_empty());
        assert_eq!(csrf.is_none(), name == "stranger", "{name}");
        Self { name, browser, there, csrf }
    }

    async fn asks(&self, route: &Route, path: &str) -> Answer {
        // Ending the session or the own party would make strangers of us half-way.
        let ends = matches!(route.path, "/beheer/afmelden" | "/afmelden" | "/beheer/partij/{party}/weg");
        match &self.csrf {
            _ if route.method == Method::GET => self.browser.get(path).await,
            Some(csrf) if !ends => self.browser.send_form(path, &[("csrf", csrf), ("once", &key())]).await,
            _ => self.browser.send_form(path, &[]).await,
        }
    }
}

/// A stranger, who keeps the map, the coordinator of a group with the desk of that group, and who has the key.
async fn everybody(visitor: Visitor) -> [Somebody; 4] {
    let browser = || Visitor::new(secure(), visitor.db.clone());
    let (manager, coordinator, operator) = (browser(), browser(), browser());
    manager.sign_in().await;
    coordinator.comes_in_as("coordinator").await;
    operator.sign_in_as_operator().await;
    let (desk, own) = (manager.desk_of("De Linde").await, own_party(&coordinator).await);
    coordinator.get(&own).await.is(200);
    [
        Somebody::new("stranger", visitor, &desk).await,
        Somebody::new("manager", manager, &desk).await,
        Somebody::new("coordinator", coordinator, &own).await,
        Somebody::new("operator", operator, &desk).await,
    ]
}

#[tokio::test]
async fn every_answer_of_every_route_protects_who_reads_it() {
    with(secure(), async |visitor: Visitor| {
        let everybody = everybody(visitor).await;
        let mut statuses: BTreeMap<&str, BTreeSet<u16>> = BTreeMap::new();
        for route in samenspel::serve::all_routes() {
            for who in &everybody {
                for path in addresses(&route, &who.there) {
                    let answer = who.asks(&route, &path).await;
                    let machine = matches!(
                        path.as_str(),
                        "/gezond" | "/openapi.json" | "/robots.txt" | "/favicon.svg" | "/favicon.ico"
                    );
                    let personal = !machine && (who.csrf.is_some() || path.starts_with("/beheer"));
                    protects(&answer, &format!("{} {path} as {}", route.method, who.name), personal);
                    statuses.entry(who.name).or_default().insert(answer.status.as_u16());
                }
            }
        }
        let all: BTreeSet<u16> = statuses.values().flatten().copied().collect();
        for status in [200, 303, 400, 403, 404, 422] {
            assert!(all.contains(&status), "no {status}: {statuses:?}");
        }
        // Nobody was put out on the way: each still sees own pages, hears of others that they are not there, and types wrong.
        for who in ["manager", "coordinator"] {
            assert!([200, 404, 422].iter().all(|status| statuses[who].contains(status)), "{statuses:?}");
        }
        everybody[2].browser.get("/ik").await.is(200);
    })
    .await;
}

#[tokio::test]
async fn what_no_page_understands_is_refused_with_the_same_protection() {
    with(secure(), async |visitor: Visitor| {
        let falls = Router::new().route("/valt-om", get(falls_over));
        let house = House::new(secure(), visitor.db.clone(), then).unwrap();
        let visitor = Visitor::before(house.router_with(falls), visitor.db.clone());
        let ask = async |method: &str, path: &str, kind: &str, body: String| {
            let method = Method::from_bytes(method.as_bytes()).unwrap();
            let request = visitor
                .request(method, path)
                .header("sec-fetch-site", "same-origin")
                .header(CONTENT_TYPE, kind);
            visitor.send(request.body(Body::from(body)).unwrap()).await
        };
        let form = "application/x-www-form-urlencoded";
        for (method, path, kind, body, status) in [
            ("GET", "/nergens", form, String::new(), 404),
            ("GET", "/_/niets.css", form, String::new(), 404),
            ("GET", "/beheer/nergens", form, String::new(), 403),
            ("PUT", "/wie", form, String::new(), 405),
            ("DELETE", "/wie", form, String::new(), 405),
            ("TRACE", "/wie", form, String::new(), 405),
            ("OPTIONS", "/wie", form, String::new(), 405),
            ("POST", "/beheer/aanmelden", form, "a".repeat(3 * 1024 * 1024), 413),
            ("POST", "/beheer/aanmelden", "text/plain", "token=a".to_owned(), 415),
            ("POST", "/beheer/aanmelden", form, "token=verkeerd".to_owned(), 422),
            ("GET", "/valt-om", form, String::new(), 500),
        ] {
            let answer = ask(method, path, kind, body).await;
            let at = format!("{method} {path}");
            assert_eq!(answer.status, status, "{at}: {}", answer.body);
            protects(&answer, &at, path.starts_with("/beheer"));
            let page = answer.body.contains("<html");
            assert!(page || path.starts_with("/_/"), "{at} is no page with words");
        }
        for _ in 0..10 {
            ask("POST", "/beheer/aanmelden", form, "token=verkeerd".to_owned()).await;
        }
        let often = ask("POST", "/beheer/aanmelden", form, "token=verkeerd".to_owned()).await;
        protects(often.is(429), "POST /beheer/aanmelden", true);
        visitor.db.close().await;
        protects(ask("GET", "/gezond", form, String::new()).await.is(503), "GET /gezond", false);
    })
    .await;
}

async fn falls_over() -> &'static str {
    panic!("het valt om");
}

#[tokio::test]
async fn what_has_an_address_outside_the_table_is_a_file_and_the_same_for_everybody() {
    with(settings(), async |wilma: Visitor| {
        let stranger = wilma.another();
        wilma.comes_in_as("coordinator").await;
        let files = ui::assets::weights().map(|(address, ..)| address.to_owned());
        let themes =
            ui::Theme::shipped().into_iter().flat_map(|theme| [Some(theme.href()), theme.logo_href()]);
        for address in files.chain(themes.flatten()) {
            let (hers, anybodys) = (wilma.get(&address).await, stranger.get(&address).await);
            assert_eq!(hers.is(200).body, anybodys.is(200).body, "{address}");
            assert!(!hers.headers.contains_key("set-cookie") && !hers.body.contains("Wilma"), "{address}");
            assert!(hers.header("cache-control").contains("immutable"), "{address}");
        }
    })
    .await;
}
