//! The operator's door: signing in and out, strangers, forms from elsewhere, guessing.

use axum::body::Body;
use axum::http::Method;
use axum::http::header::{CONTENT_TYPE, ORIGIN};

use crate::neighbourhood::{KEY, Visitor, in_oosterwaard, key, settings};

#[tokio::test]
async fn the_operator_signs_in_works_and_signs_out() {
    in_oosterwaard(async |visitor: Visitor| {
        visitor.get("/beheer").await.is(403).shows("Aanmelden");
        visitor.get("/beheer/sleutel").await.is(200).shows("Aanmelden voor beheer");
        let signed_in =
            visitor.post("/beheer/aanmelden", &[("token", KEY), ("next", "/beheer/partij/nieuw")]).await;
        assert_eq!(
            (signed_in.is(303).header("location"), signed_in.header("cache-control")),
            ("/beheer/partij/nieuw", "no-store")
        );
        let cookie = signed_in.header("set-cookie").to_owned();
        assert!(
            cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict") && !cookie.contains("Domain"),
            "{cookie}"
        );
        let desk = visitor.get("/beheer").await;
        assert_eq!(desk.is(200).header("cache-control"), "no-store");
        let old = visitor.cookies.borrow().clone();
        let left = visitor.submit("/beheer/afmelden", &[]).await;
        assert_eq!(left.is(303).header("clear-site-data"), "\"cache\", \"storage\"");
        visitor.get("/beheer").await.is(403);
        // The cookie of an ended session opens nothing.
        *visitor.cookies.borrow_mut() = old;
        visitor.get("/beheer").await.is(403);
    })
    .await;
}

#[tokio::test]
async fn signing_in_again_makes_a_new_session_and_ends_the_old_one() {
    in_oosterwaard(async |visitor: Visitor| {
        visitor.sign_in_as_operator().await;
        let first = visitor.cookies.borrow().clone();
        visitor.sign_in_as_operator().await;
        let second = visitor.cookies.borrow().clone();
        assert_ne!(first, second);
        *visitor.cookies.borrow_mut() = first;
        visitor.get("/beheer").await.is(403);
    })
    .await;
}

#[tokio::test]
async fn a_stranger_hears_the_same_at_every_address_of_the_desk_and_changes_nothing() {
    in_oosterwaard(async |visitor: Visitor| {
        for route in samenspel::serve::all_routes().iter().filter(|route| route.who != access::Who::Anyone) {
            let path =
                route.path.replace("{id}", "0193").replace("{party}", "0193").replace("{contact}", "0193");
            let answer = if route.method == Method::GET {
                visitor.get(&path).await
            } else {
                visitor.post(&path, &[]).await
            };
            answer.is(403).shows("<h1>Aanmelden</h1>");
        }
        for nowhere in ["/beheer/dit/is/er/niet", "/ik/ook/niet", "/controle/niets"] {
            visitor.get(nowhere).await.is(403).shows("<h1>Aanmelden</h1>");
        }
    })
    .await;
}

#[tokio::test]
async fn a_form_from_another_page_or_without_proof_does_nothing() {
    in_oosterwaard(async |visitor: Visitor| {
        visitor.sign_in().await;
        let desk = visitor.desk_of("De Linde").await;
        let path = format!("{desk}/plek");
        visitor.post(&path, &[("capacity", "closed")]).await.is(403);
        visitor.post(&path, &[("capacity", "closed"), ("csrf", "0000")]).await.is(403);
        let csrf = visitor.csrf().await;
        let from = async |origin: Option<&str>, site: Option<&str>| {
            let mut request = visitor
                .request(Method::POST, &path)
                .header(CONTENT_TYPE, "application/x-www-form-urlencoded");
            if let Some(origin) = origin {
                request = request.header(ORIGIN, origin);
            }
            if let Some(site) = site {
                request = request.header("sec-fetch-site", site);
            }
            visitor
                .send(
                    request.body(Body::from(format!("csrf={csrf}&once={}&capacity=closed", key()))).unwrap(),
                )
                .await
                .status
        };
        assert_eq!(from(Some("https://evil.example"), None).await, 403);
        assert_eq!(from(None, Some("cross-site")).await, 403);
        assert_eq!(from(None, None).await, 403);
        visitor.get(&desk).await.hides("<strong>Nu geen plek</strong>");
        assert_eq!(from(Some("http://localhost:8080"), Some("same-origin")).await, 303);
        visitor.get(&desk).await.shows("<strong>Nu geen plek</strong>");
    })
    .await;
}

#[tokio::test]
async fn guessing_the_key_ends_soon() {
    in_oosterwaard(async |visitor: Visitor| {
        for _ in 0..10 {
            let answer = visitor.post("/beheer/aanmelden", &[("token", "een-verkeerde-sleutel")]).await;
            answer.is(422).shows("Deze sleutel is niet goed").hides("een-verkeerde-sleutel");
        }
        visitor.post("/beheer/aanmelden", &[("token", KEY)]).await.is(429).shows("Even wachten");
    })
    .await;
}

#[tokio::test]
async fn without_a_key_nobody_signs_in() {
    let shut = samenspel::settings::Settings { operator: None, ..settings() };
    crate::neighbourhood::with(shut, async |visitor: Visitor| {
        visitor.get("/beheer/sleutel").await.is(200).shows("nog geen sleutel").hides("type=\"password\"");
        visitor.post("/beheer/aanmelden", &[("token", "")]).await.is(403);
    })
    .await;
}

#[tokio::test]
async fn what_is_for_trying_out_is_not_there_where_it_is_no_demo() {
    in_oosterwaard(async |visitor: Visitor| {
        visitor.get("/stijl").await.is(200);
        let real = samenspel::settings::Settings { demo: false, ..settings() };
        let visitor = Visitor::new(real, visitor.db.clone());
        let never = visitor.get("/nergens").await;
        let style = visitor.get("/stijl").await;
        assert_eq!(style.is(404).body.replace("/stijl", "/nergens"), never.is(404).body);
        visitor.get("/aanmelden").await.is(200).hides("aanmelden/demo");
        visitor.post("/aanmelden/demo", &[("key", "coordinator")]).await.is(404);
        // However one asks: by another method, and of the document that lists every route.
        let knocks = async |path: &str, method: Method| {
            let request = visitor.request(method, path).header("sec-fetch-site", "same-origin");
            let answer = visitor.send(request.body(Body::empty()).unwrap()).await;
            (answer.status, answer.header("allow").to_owned(), answer.body.replace(path, "/nergens"))
        };
        for (path, never) in [("/stijl", "/nooit"), ("/aanmelden/demo", "/aanmelden/nooit")] {
            for method in [Method::GET, Method::POST, Method::PUT, Method::OPTIONS] {
                let same = knocks(path, method.clone()).await == knocks(never, method.clone()).await;
                assert!(same, "{method} {path} is not as what never was");
            }
        }
        let document = visitor.get("/openapi.json").await;
        document.is(200).shows("\"/aanmelden\"").hides("/stijl").hides("/aanmelden/demo");
    })
    .await;
}

#[test]
fn no_setting_makes_a_demo_of_it() {
    use samenspel::settings::{Settings, read};
    let no_variables = Vec::<(String, String)>::new();
    assert!(!Settings::default().demo);
    assert!(!read(None, no_variables.clone()).unwrap().demo);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("samenspel.toml");
    std::fs::write(&file, "demo = true\n").unwrap();
    let told = read(Some(file.as_path()), no_variables).unwrap_err().to_string();
    assert!(told.contains("\"demo\" is no setting of this program"), "{told}");
    let variable = [("SAMENSPEL_DEMO".to_owned(), "true".to_owned())];
    let told = read(None, variable).unwrap_err().to_string();
    assert!(told.contains("SAMENSPEL_DEMO is no setting of this program"), "{told}");
}

#[tokio::test]
async fn where_no_municipality_is_yet_the_style_guide_of_the_demo_is_no_exception() {
    for fresh in ground::db::testing::each(migrations::ALL).await {
        let real = samenspel::settings::Settings { demo: false, ..settings() };
        let visitor = Visitor::new(real, fresh.db.clone());
        let (style, never) = (visitor.get("/stijl").await, visitor.get("/nergens").await);
        assert_eq!(style.is(404).body.replace("/stijl", "/nergens"), never.is(404).body);
        Visitor::new(settings(), fresh.db.clone()).get("/stijl").await.is(200);
    }
}
