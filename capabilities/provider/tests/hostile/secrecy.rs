//! What is left behind of a sign-in: nothing of anybody in the log, and nothing that opens a door in the database.

use std::io::Write;
use std::sync::{Arc, LazyLock, Mutex};

use ground::db::Db;
use ground::db::testing::{THEN, both};
use migrations::ALL;
use openidconnect::url::Url;
use provider::Refused;
use serde_json::json;
use tracing_subscriber::fmt::MakeWriter;

use crate::server::{Key, Reply};
use crate::town::{Away, HERE, NAME, SECRET, SUBJECT, Town};

#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl<'w> MakeWriter<'w> for Log {
    type Writer = Self;

    fn make_writer(&'w self) -> Self {
        self.clone()
    }
}

/// What all tests of this process leave in the log: none of them may leave anything of anybody.
static LOG: LazyLock<Log> = LazyLock::new(|| {
    let log = Log::default();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_ansi(false)
        .with_writer(log.clone())
        .finish();
    tracing::subscriber::set_global_default(subscriber).unwrap();
    log
});

/// Everything about one sign-in that only its browser, the provider and we may know.
fn secrets(town: &Town, away: &Away) -> Vec<String> {
    let cookie = away.cookie.set(false);
    let cookie = cookie.split(['=', ';']).nth(1).unwrap().to_owned();
    let verifier = town.hostile.asked("/token").last().map(|asked| {
        let form = Url::parse(&format!("http://x/?{}", asked.body)).unwrap();
        form.query_pairs().find(|(name, _)| name == "code_verifier").unwrap().1.into_owned()
    });
    let known = [cookie, away.asked["state"].clone(), away.asked["nonce"].clone(), "code-geheim".to_owned()];
    let fixed = [SUBJECT, NAME, SECRET, "toegang-geheim"].map(str::to_owned);
    known.into_iter().chain(fixed).chain(verifier).collect()
}

async fn rows(db: &Db) -> String {
    let texts: Vec<(String, String)> = db
        .read("select issuer, return_to from provider_pending where municipality_id = $1")
        .bind(HERE)
        .all()
        .await
        .unwrap();
    let hashes: Vec<(Vec<u8>, Vec<u8>)> = db
        .read("select state_hash, browser_hash from provider_pending where municipality_id = $1")
        .bind(HERE)
        .all()
        .await
        .unwrap();
    assert!(hashes.iter().all(|(state, browser)| state.len() == 32 && browser.len() == 32));
    let bytes = hashes.iter().flat_map(|(state, browser)| state.iter().chain(browser));
    format!("{texts:?} {}", bytes.map(|byte| format!("{byte:02x}")).collect::<String>())
}

#[tokio::test]
async fn no_token_code_subject_or_name_is_in_the_log_or_the_database() {
    LazyLock::force(&LOG);
    both(ALL, |db| async move {
        let town = Town::new(db.clone()).await;
        let mut canaries = Vec::new();
        let mut shown = String::new();
        // One that goes well, and one of each kind that does not.
        for change in [("sub", json!(SUBJECT)), ("aud", json!("x")), ("iss", json!("x")), ("exp", json!(1))] {
            let away = town.goes().await;
            let mut claims = town.right(&away);
            claims[change.0] = change.1;
            town.hostile.gives(&Key::first().signs(&claims));
            let query = away.query("");
            let came = town.providers.arrive(HERE, &query, Some(&away.cookie), THEN).await.unwrap();
            shown.push_str(&format!("{came:?} {query:?} {:?} {:?}", away.cookie, town.providers));
            canaries.extend(secrets(&town, &away));
        }
        for reply in [
            Reply::Json(400, json!({ "error": "invalid_client", "error_description": SUBJECT })),
            Reply::Json(400, json!({ "error": SUBJECT })),
            Reply::Json(200, json!({ "access_token": "toegang-geheim", "id_token": SUBJECT, "name": NAME })),
            Reply::Raw(500, "text/plain", SUBJECT.as_bytes().to_vec()),
        ] {
            let away = town.goes().await;
            town.hostile.says("/token", reply);
            assert!(town.comes(&away).await.is_err());
            canaries.extend(secrets(&town, &away));
        }
        let log = String::from_utf8(LOG.0.lock().unwrap().clone()).unwrap();
        let rows = rows(&db).await;
        for canary in &canaries {
            assert!(!log.contains(canary.as_str()), "{canary} is in the log");
            assert!(!rows.contains(canary.as_str()), "{canary} is in the database");
            assert!(!shown.contains(canary.as_str()), "{canary} is shown");
        }
        // The keeper of the machine does hear what does not fit.
        for reason in [Refused::ForAnother, Refused::LongPast, Refused::NotRegistered] {
            assert!(log.contains(reason.key()), "{reason:?} is not in the log");
        }
    })
    .await;
}

#[tokio::test]
async fn where_somebody_wanted_to_go_is_forgotten_when_they_come_back() {
    both(ALL, |db| async move {
        let town = Town::new(db.clone()).await;
        let away = town.goes().await;
        assert!(rows(&db).await.contains("/vandaag"));
        town.hostile.gives(&Key::first().signs(&town.right(&away)));
        town.comes(&away).await.unwrap();
        assert!(!rows(&db).await.contains("/vandaag"));
    })
    .await;
}
