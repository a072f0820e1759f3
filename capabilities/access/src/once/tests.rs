//! Somebody taps twice, hangs up, goes back: on two servers with one database, on both engines.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use axum::Router;
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::header::{CONTENT_TYPE, LOCATION};
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::post;
use ground::db::testing::{self, Fresh, THEN};
use ground::db::{Db, Options};
use tokio::sync::{Notify, Semaphore};
use tower::ServiceExt as _;
use ui::Lang;

use super::*;
use crate::{SignedForm, Who};

const HERE: Municipality = Municipality(9901);
const DRAWN: &str = "00112233445566778899aabbccddeeff-0";

fn then() -> Moment {
    THEN
}

/// What the form does, and how a test watches it.
#[derive(Clone, Default)]
struct Work {
    done: Arc<AtomicU32>,
    begun: Arc<Notify>,
    /// A form that says `wait` goes on when this lets it.
    gate: Arc<Gate>,
}

struct Gate(Semaphore);

impl Default for Gate {
    fn default() -> Self {
        Self(Semaphore::new(0))
    }
}

async fn act(
    State(work): State<Work>,
    Path(id): Path<String>,
    SignedForm(typed): SignedForm<Fields>,
) -> Response {
    match typed.get("how") {
        "refused" => return StatusCode::UNPROCESSABLE_ENTITY.into_response(),
        "falls over" => panic!("it fell over"),
        "wait" => {
            work.begun.notify_one();
            let _turn = work.gate.0.acquire().await.unwrap();
        }
        _ => {}
    }
    let nth = work.done.fetch_add(1, Ordering::SeqCst);
    if typed.get("how") == "page" {
        return "What the first time said".into_response();
    }
    (StatusCode::SEE_OTHER, [(LOCATION, format!("/vak/{id}?keer={nth}"))]).into_response()
}

/// One server, with somebody signed in by this proof.
fn server(db: Db, work: Work, proof: &'static str) -> Router {
    let form = |path| Route {
        method: Method::POST,
        path,
        who: Who::Operator,
        action: "box.change",
        object: "box",
        summary: "Change a box",
    };
    let once = Once::new(db, then, &[form("/vak/{id}"), form("/la/{id}")]);
    let signed_in = async move |mut request: Request, next: Next| {
        let (caller, frame) = (
            Caller::Operator { municipality: HERE, csrf: Csrf::new(proof) },
            Frame { csrf: Some(proof.to_owned()), ..Frame::new(Lang::En, "Oosterwaard") },
        );
        let parts = request.extensions_mut();
        parts.insert(caller);
        parts.insert(frame);
        parts.insert(Here(HERE));
        next.run(request).await
    };
    Router::new()
        .route("/vak/{id}", post(act))
        .route("/la/{id}", post(act))
        .with_state(work)
        .layer(from_fn_with_state(once, super::once))
        .layer(from_fn(signed_in))
}

struct Answered {
    status: u16,
    to: String,
    page: String,
}

async fn send(server: &Router, path: &str, body: String) -> Answered {
    let request = Request::post(path)
        .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from(body))
        .unwrap();
    let response = server.clone().oneshot(request).await.unwrap();
    let to = response.headers().get(LOCATION).map_or("", |to| to.to_str().unwrap()).to_owned();
    let status = response.status().as_u16();
    let bytes = axum::body::to_bytes(response.into_body(), usize::MAX).await.unwrap();
    Answered { status, to, page: String::from_utf8(bytes.to_vec()).unwrap() }
}

fn form(how: &str) -> String {
    format!("csrf=mine&once={DRAWN}&how={how}&text=kanarie")
}

/// Two servers on one database, and what their forms do.
async fn on_two_servers(story: impl AsyncFn(Fresh, Router, Router, Work)) {
    for fresh in testing::each(migrations::ALL).await {
        let work = Work::default();
        let other = Db::open(fresh.url(), Options::creating()).await.unwrap();
        let (one, two) =
            (server(fresh.db.clone(), work.clone(), "mine"), server(other, work.clone(), "mine"));
        story(fresh, one, two, work).await;
    }
}

#[tokio::test]
async fn a_double_tap_on_two_servers_is_done_once_and_answered_twice() {
    on_two_servers(async |_, one, two, work| {
        let first = tokio::spawn({
            let one = one.clone();
            async move { send(&one, "/vak/7", form("wait")).await }
        });
        work.begun.notified().await;
        let seconds: Vec<_> = [&one, &two, &two]
            .map(|server| {
                let server = server.clone();
                tokio::spawn(async move { send(&server, "/vak/7", form("wait")).await })
            })
            .into_iter()
            .collect();
        work.gate.0.add_permits(100);
        let first = first.await.unwrap();
        assert_eq!((first.status, first.to.as_str()), (303, "/vak/7?keer=0"));
        for second in seconds {
            let second = second.await.unwrap();
            assert_eq!((second.status, second.to.as_str()), (303, "/vak/7?keer=0"), "{}", second.page);
        }
        assert_eq!(work.done.load(Ordering::SeqCst), 1);
    })
    .await;
}

#[tokio::test]
async fn twenty_taps_at_one_moment_are_one_tap() {
    on_two_servers(async |_, one, two, work| {
        let taps: Vec<_> = (0..20)
            .map(|n| if n % 2 == 0 { one.clone() } else { two.clone() })
            .map(|server| tokio::spawn(async move { send(&server, "/vak/7", form("done")).await }))
            .collect();
        for tap in taps {
            let tap = tap.await.unwrap();
            assert_eq!((tap.status, tap.to.as_str()), (303, "/vak/7?keer=0"), "{}", tap.page);
        }
        assert_eq!(work.done.load(Ordering::SeqCst), 1);
    })
    .await;
}

#[tokio::test]
async fn who_hangs_up_half_way_finds_it_done_and_does_not_do_it_again() {
    on_two_servers(async |_, one, two, work| {
        let hung_up = tokio::spawn({
            let one = one.clone();
            async move { send(&one, "/vak/7", form("wait")).await.status }
        });
        work.begun.notified().await;
        hung_up.abort();
        assert!(hung_up.await.is_err());
        work.gate.0.add_permits(100);
        let again = send(&two, "/vak/7", form("wait")).await;
        assert_eq!((again.status, again.to.as_str()), (303, "/vak/7?keer=0"));
        assert_eq!(work.done.load(Ordering::SeqCst), 1);
    })
    .await;
}

#[tokio::test]
async fn a_form_that_was_refused_or_fell_over_can_be_sent_again() {
    on_two_servers(async |fresh, one, two, work| {
        for _ in 0..2 {
            assert_eq!(send(&one, "/vak/7", form("refused")).await.status, 422);
        }
        let fell = tokio::spawn({
            let one = one.clone();
            async move { send(&one, "/vak/7", form("falls+over")).await.status }
        });
        assert!(fell.await.unwrap_err().is_panic());
        let left: i64 = fresh
            .read("select count(*) from access_once where municipality_id = $1")
            .bind(HERE)
            .scalar()
            .await
            .unwrap();
        assert_eq!(left, 0);
        assert_eq!(send(&two, "/vak/7", form("done")).await.status, 303);
        assert_eq!(work.done.load(Ordering::SeqCst), 1);
    })
    .await;
}

#[tokio::test]
async fn a_key_from_elsewhere_a_changed_form_and_none_at_all_are_refused_with_what_was_typed() {
    on_two_servers(async |_, one, two, work| {
        assert_eq!(send(&one, "/vak/7", form("done")).await.status, 303);
        for (path, body, says) in [
            ("/la/7", form("done"), "belongs to another page"),
            ("/vak/8", form("done"), "belongs to another page"),
            ("/vak/7", form("changed"), "something else in it"),
            ("/vak/7", "csrf=mine&text=kanarie".to_owned(), "no longer new enough"),
            ("/vak/7", "csrf=mine&once=1&text=kanarie".to_owned(), "no longer new enough"),
        ] {
            let refused = send(&two, path, body).await;
            assert_eq!(refused.status, 409, "{path}");
            assert!(refused.page.contains(says), "{says}: {}", refused.page);
            assert!(refused.page.contains("name=\"text\" value=\"kanarie\""), "{}", refused.page);
            assert!(refused.page.contains(&format!("action=\"{path}\"")), "{}", refused.page);
            // Under a new key, the same can be sent after all.
            let drawn =
                refused.page.split("name=\"once\" value=\"").nth(1).unwrap().split('"').next().unwrap();
            assert_ne!(drawn, DRAWN);
            assert!(key::Key::parse(drawn).is_some(), "{drawn}");
        }
        assert_eq!(work.done.load(Ordering::SeqCst), 1);
    })
    .await;
}

#[tokio::test]
async fn who_does_not_prove_that_the_form_is_theirs_reads_what_was_typed_and_uses_no_key() {
    on_two_servers(async |fresh, one, _, work| {
        for body in [format!("csrf=yours&once={DRAWN}&text=Kanarie"), "csrf=yours&text=Kanarie".to_owned()] {
            let refused = send(&one, "/vak/7", body).await;
            assert_eq!(refused.status, 403);
            assert!(refused.page.contains(">Kanarie</blockquote>"), "{}", refused.page);
            assert!(!refused.page.contains("value=\"Kanarie\""), "{}", refused.page);
            assert!(!refused.page.contains("yours") && !refused.page.contains(DRAWN), "{}", refused.page);
        }
        let secret = send(&one, "/vak/7", format!("csrf=yours&once={DRAWN}&text=Kanarie&code=kanarie")).await;
        assert_eq!(secret.status, 403);
        assert!(!secret.page.to_lowercase().contains("kanarie"));
        let file = Request::post("/vak/7")
            .header(CONTENT_TYPE, "multipart/form-data; boundary=b")
            .body(Body::from(
                "--b\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nkanarie\r\n--b--\r\n",
            ))
            .unwrap();
        let refused = one.clone().oneshot(file).await.unwrap();
        assert_eq!(refused.status(), 409);
        // Somebody else's session with the same key is another form.
        assert_eq!(send(&one, "/vak/7", form("done")).await.status, 303);
        let other = server(fresh.db.clone(), work.clone(), "theirs");
        let theirs = send(&other, "/vak/7", form("done").replace("mine", "theirs")).await;
        assert_eq!((theirs.status, theirs.to.as_str()), (303, "/vak/7?keer=1"));
    })
    .await;
}

#[tokio::test]
async fn who_taps_twice_where_a_page_was_the_answer_reads_that_it_was_done_and_not_that_page_again() {
    on_two_servers(async |_, one, two, work| {
        let first = send(&one, "/vak/7", form("page")).await;
        assert_eq!((first.status, first.page.as_str()), (200, "What the first time said"));
        let second = send(&two, "/vak/7", form("page")).await;
        assert_eq!(second.status, 200);
        assert!(second.page.contains("<html") && !second.page.contains("What the first time said"));
        assert_eq!(work.done.load(Ordering::SeqCst), 1);
    })
    .await;
}

#[tokio::test]
async fn a_form_whose_server_fell_over_is_free_after_a_minute_and_one_that_takes_long_is_not() {
    testing::both(migrations::ALL, |db| async move {
        let marks = |n: u8| Marks { key: [n; 32], path: [0; 32], sent: [0; 32] };
        let at = |seconds| THEN.plus(Duration::from_secs(seconds));
        let ask = async |n, running, seconds| {
            store::claim(&db, HERE, &marks(n), running, at(seconds)).await.unwrap()
        };
        let Known::Ours(fallen) = ask(1, false, 0).await else { panic!("not ours") };
        let Known::Ours(long) = ask(2, false, 0).await else { panic!("not ours") };
        store::hold(&db, &long, at(40)).await.unwrap();
        assert_eq!(ask(1, false, 59).await, Known::Running);
        // This very process is still at it, whatever the clock says.
        assert_eq!(ask(1, true, 600).await, Known::Running);
        assert_eq!(ask(2, false, 61).await, Known::Running);
        let Known::Ours(taken_over) = ask(1, false, 61).await else { panic!("not free") };
        assert_eq!(ask(1, false, 62).await, Known::Running);
        // The one that was thought to have fallen wakes up: it neither frees nor answers what is another's now.
        store::release(&db, &fallen).await.unwrap();
        store::answer(&db, &fallen, StatusCode::SEE_OTHER, Some("/oud")).await.unwrap();
        assert_eq!(ask(1, false, 63).await, Known::Running);
        store::answer(&db, &taken_over, StatusCode::SEE_OTHER, Some("/nieuw")).await.unwrap();
        assert_eq!(
            ask(1, false, 64).await,
            Known::Answered(StatusCode::SEE_OTHER, Some("/nieuw".to_owned()))
        );
    })
    .await;
}

#[tokio::test]
async fn a_form_is_forgotten_after_a_day_and_nothing_of_it_is_kept_before() {
    on_two_servers(async |fresh, one, _, _| {
        assert_eq!(send(&one, "/vak/7", form("done")).await.status, 303);
        type Row = (Vec<u8>, Vec<u8>, Vec<u8>, String);
        let rows: Vec<Row> = fresh
            .read(
                "select key_hash, path_hash, sent_hash, location from access_once where municipality_id = $1",
            )
            .bind(HERE)
            .all()
            .await
            .unwrap();
        let [(key, path, sent, location)] = rows.as_slice() else { panic!("{rows:?}") };
        assert!([key, path, sent].iter().all(|kept| kept.len() == 32));
        assert_eq!(location, "/vak/7?keer=0");
        let over = async |code: Municipality, now: Moment| -> i64 {
            let town = retention::Town { code, fiction: false };
            let (_, would) = retention::would(&fresh, &[ENDS], town, now).await.unwrap();
            would.iter().map(|gone| gone.rows).sum()
        };
        assert_eq!(over(HERE, THEN.plus(KEPT - Duration::from_secs(1))).await, 0);
        assert_eq!(over(Municipality(9902), THEN.plus(KEPT)).await, 0);
        assert_eq!(over(HERE, THEN.plus(KEPT)).await, 1);
    })
    .await;
}
