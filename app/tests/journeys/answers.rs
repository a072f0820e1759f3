//! What every answer has, whatever was asked: headers, words, no secrets.

use axum::body::Body;
use axum::http::Method;

use crate::neighbourhood::{Visitor, in_oosterwaard, settings, with};

const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; \
     connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; \
     require-trusted-types-for 'script'; trusted-types samenspel levend";

#[tokio::test]
async fn every_answer_protects_who_reads_it() {
    in_oosterwaard(async |visitor: Visitor| {
        let large = "a".repeat(3 * 1024 * 1024);
        let asked = [
            (Method::GET, "/", 200),
            (Method::HEAD, "/", 200),
            (Method::GET, "/zoek?q=brief", 200),
            (Method::GET, "/nergens", 404),
            (Method::GET, "/partij/geen-nummer", 404),
            (Method::GET, "/wie?pagina=%ff", 200),
            (Method::DELETE, "/", 403),
            (Method::OPTIONS, "/", 405),
            (Method::OPTIONS, "/gezond", 405),
            (Method::GET, "/favicon.ico", 308),
            (Method::GET, "/robots.txt", 200),
            (Method::GET, "/openapi.json", 200),
            (Method::GET, "/gezond", 200),
            (Method::GET, "/_/niets.css", 404),
            (Method::GET, ui::assets::CSS, 200),
            (Method::GET, "/beheer", 403),
            (Method::GET, "/stijl", 200),
            (Method::POST, "/beheer/aanmelden", 413),
        ];
        for (method, path, status) in asked {
            let body = if status == 413 { Body::from(large.clone()) } else { Body::empty() };
            let request = visitor.request(method.clone(), path);
            let request = if method == Method::POST {
                request.header("sec-fetch-site", "same-origin")
            } else {
                request
            };
            let answer = visitor.send(request.body(body).unwrap()).await;
            let at = format!("{method} {path}");
            assert!(
                answer.status == status || (path.contains("%ff") && answer.status.is_client_error()),
                "{at}: {}",
                answer.status
            );
            for (name, value) in [
                ("content-security-policy", POLICY),
                ("x-content-type-options", "nosniff"),
                ("x-frame-options", "DENY"),
                ("referrer-policy", "same-origin"),
                ("cross-origin-opener-policy", "same-origin"),
                ("cross-origin-resource-policy", "same-origin"),
            ] {
                assert_eq!(answer.header(name), value, "{at}: {name}");
            }
            assert!(answer.header("permissions-policy").contains("geolocation=()"), "{at}");
            assert!(!answer.headers.contains_key("strict-transport-security"), "{at}");
            assert!(
                answer.headers.contains_key("vary") && answer.headers.contains_key("cache-control"),
                "{at}"
            );
            if status >= 400 {
                assert_eq!(answer.header("cache-control"), "no-store", "{at}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn over_https_the_browser_is_told_to_stay_there() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("s.toml");
    std::fs::write(&file, "base_url = \"https://oosterwaard.example\"\n").unwrap();
    let secure = samenspel::settings::read(Some(&file), []).unwrap();
    let secure = samenspel::settings::Settings { operator: settings().operator, ..secure };
    with(secure, async |visitor: Visitor| {
        assert!(visitor.get("/").await.header("strict-transport-security").starts_with("max-age="));
        let chosen = visitor.get("/?taal=en").await;
        assert!(chosen.header("set-cookie").ends_with("; Secure"));
        let signed_in = visitor.post("/beheer/aanmelden", &[("token", crate::neighbourhood::KEY)]).await;
        assert!(
            signed_in.header("set-cookie").starts_with("__Host-samenspel="),
            "{}",
            signed_in.header("set-cookie")
        );
        assert!(signed_in.header("set-cookie").contains("; Secure"));
    })
    .await;
}

#[tokio::test]
async fn who_gets_lost_reads_so_in_their_own_language() {
    in_oosterwaard(async |visitor: Visitor| {
        visitor.get("/nergens").await.is(404).shows("Deze bladzijde is er niet").shows("Oosterwaard");
        visitor.get_asking("/nergens", "accept-language", "en").await.is(404).shows("lang=\"en\"");
        visitor.get_asking("/nergens", "accept-language", "ar").await.is(404).shows("dir=\"rtl\"");
        let lost = visitor.get("/beheer").await;
        assert_eq!(
            visitor.get("/beheer/bestaat/niet").await.is(403).body.replace("/beheer/bestaat/niet", "/beheer"),
            lost.body
        );
    })
    .await;
}

#[tokio::test]
async fn a_page_is_compressed_for_who_can_unfold_it() {
    in_oosterwaard(async |visitor: Visitor| {
        let plain = visitor.get("/").await;
        let small = visitor.get_asking("/", "accept-encoding", "br, gzip").await;
        assert_eq!(small.header("content-encoding"), "br");
        assert!(small.body.len() < plain.body.len() / 2);
        let gzip = visitor.get_asking("/", "accept-encoding", "gzip").await;
        assert_eq!(gzip.header("content-encoding"), "gzip");
    })
    .await;
}

#[tokio::test]
async fn the_watchman_sees_that_all_is_well_and_no_secret() {
    in_oosterwaard(async |visitor: Visitor| {
        let health = visitor.get("/gezond").await;
        health
            .is(200)
            .shows("\"state\":\"ready\"")
            .shows("\"read_only\":false")
            .hides("sqlite:")
            .hides("postgres:");
        visitor.db.close().await;
        visitor.get("/gezond").await.is(503).shows("\"state\":\"not ready\"").shows("\"alive\":true");
    })
    .await;
}

#[tokio::test]
async fn the_document_knows_every_route_and_who_may_use_it() {
    let document = samenspel::serve::document(&settings());
    for route in samenspel::serve::all_routes() {
        let method = route.method.as_str().to_lowercase();
        let who = &document["paths"][route.path][method.as_str()]["x-who"];
        assert_eq!(who, route.who.word(), "{} {}", route.method, route.path);
        let door = matches!(route.path, "/beheer/aanmelden" | "/beheer/sleutel");
        let inside = [
            "/afmelden",
            "/beheer",
            "/controle",
            "/ik",
            "/overdracht",
            "/vandaag",
            "/vraag",
            "/vragen",
            "/wederkerigheid",
        ];
        let inside = !door && inside.iter().any(|path| route.path.starts_with(path));
        assert_eq!(route.who != access::Who::Anyone, inside, "{}", route.path);
    }
}
