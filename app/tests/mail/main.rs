//! Mail by a real server: what arrives, what is refused, what comes back, and a line nobody else can read.
#![forbid(unsafe_code)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stderr,
    reason = "a test should fail loudly"
)]

mod day;
mod server;

use std::io::Write as _;
use std::process::{Command, Stdio};
use std::time::Duration;

use directory::alive::overview::{Group, Overview};
use directory::alive::post::{Done, Office};
use directory::alive::{State, store};
use directory::confirmation::Confirmation;
use directory::municipality;
use directory::neighbourhood::{HERE, Neighbourhood};
use directory::party::{Email, Sphere};
use directory::wording::Line;
use ground::db::Db;
use ground::db::testing::{self, THEN};
use samenspel::settings::{Settings, read};

use server::Server;

const HOUR: Duration = Duration::from_secs(3600);

fn settings(server: &Server, more: &str) -> Settings {
    let file = server.path().join("samenspel.toml");
    let text = format!(
        "mail_from = \"Sociale kaart <kaart@oosterwaard.voorbeeld>\"\nmail_host = \"localhost\"\nmail_port = {}\n{more}",
        server.port
    );
    std::fs::write(&file, text).unwrap();
    read(Some(&file), []).unwrap()
}

/// Parties that age, with these names before the @.
async fn settle(db: &Db, names: &[&str]) {
    let mut here = Neighbourhood::new(THEN);
    let confirmed = Confirmation { at: here.days_ago(200), by: Line::parse("de coördinator").unwrap() };
    for name in names {
        here.party(name, Sphere::Informal, |party| {
            party.confirmed = Some(confirmed.clone());
            party.role.email = Email::parse(&format!("{name}@oosterwaard.voorbeeld")).unwrap();
        });
    }
    here.settle(db).await;
}

async fn states(db: &Db) -> Vec<(String, State)> {
    let mut all: Vec<(String, State)> = store::latest(db, HERE)
        .await
        .unwrap()
        .into_values()
        .map(|request| (request.address.split('@').next().unwrap().to_owned(), request.state))
        .collect();
    all.sort_by(|one, other| one.0.cmp(&other.0));
    all
}

#[tokio::test]
async fn what_arrives_has_three_links_and_what_is_refused_or_comes_back_is_marked() {
    let Some(server) = Server::start() else { return };
    let settings = settings(&server, "mail_security = \"none\"\n");
    let office = samenspel::serve::office(&settings);
    let fresh = testing::sqlite(migrations::ALL).await;
    settle(&fresh.db, &["busy", "gone", "linde", "nobody"]).await;
    let done = office.round(&fresh.db, THEN).await.unwrap();
    assert_eq!(done, Done { sent: 2, bounced: 1, not_gone: 1, to_call: 0 });
    let letter = server.arrived("linde@oosterwaard.voorbeeld").replace("=\n", "").replace("=3D", "=");
    for words in ["/klopt", "/veranderd", "/weg", "Auto-Submitted: auto-generated", "multipart/alternative"] {
        assert!(letter.contains(words), "{words} is not in {letter}");
    }
    // What the server wrote back about the one who left, by the command that a mail server calls.
    let report = server.arrived("kaart@oosterwaard.voorbeeld");
    assert!(report.contains("Action: failed"), "{report}");
    let mut bounced = Command::new(env!("CARGO_BIN_EXE_samenspel"))
        .args(["mail", "bounced"])
        .current_dir(server.path())
        .env("SAMENSPEL_DATABASE", fresh.url())
        .env("SAMENSPEL_DATA", server.path().join("data"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    bounced.stdin.take().unwrap().write_all(report.as_bytes()).unwrap();
    let said = bounced.wait_with_output().unwrap();
    assert!(said.status.success() && String::from_utf8_lossy(&said.stdout).starts_with("Marked"), "{said:?}");
    let named = |name: &str, state| (name.to_owned(), state);
    let expected = [
        named("busy", State::Waiting),
        named("gone", State::Bounced),
        named("linde", State::Sent),
        named("nobody", State::Bounced),
    ];
    assert_eq!(states(&fresh.db).await, expected);
    // Who was asked to come back comes back after an hour, and the others are left alone.
    let arrived = server.count();
    assert_eq!(office.round(&fresh.db, THEN.plus(HOUR / 2)).await.unwrap(), Done::default());
    let later = office.round(&fresh.db, THEN.plus(HOUR)).await.unwrap();
    assert_eq!(later, Done { not_gone: 1, ..Done::default() });
    assert_eq!(server.count(), arrived);
}

#[tokio::test]
async fn a_full_mailbox_and_a_server_that_does_not_want_us_mark_no_address() {
    let Some(server) = Server::start() else { return };
    let office = samenspel::serve::office(&settings(&server, "mail_security = \"none\"\n"));
    let fresh = testing::sqlite(migrations::ALL).await;
    settle(&fresh.db, &["full", "policy"]).await;
    let done = office.round(&fresh.db, THEN).await.unwrap();
    assert_eq!(done, Done { not_gone: 2, ..Done::default() });
    let later = ["full", "policy"].map(|name| (name.to_owned(), State::Waiting));
    assert_eq!(states(&fresh.db).await, later);
}

#[tokio::test]
async fn a_server_that_refuses_whoever_comes_first_marks_nobody_and_is_left_alone_until_the_next_round() {
    let Some(server) = Server::start() else { return };
    let office = samenspel::serve::office(&settings(&server, "mail_security = \"none\"\n"));
    let fresh = testing::sqlite(migrations::ALL).await;
    settle(&fresh.db, &["nobody", "nobody.a", "nobody.b", "nobody.c"]).await;
    for at in [THEN, THEN.plus(HOUR)] {
        let done = office.round(&fresh.db, at).await.unwrap();
        assert_eq!(done, Done { not_gone: 3, ..Done::default() });
        let states = states(&fresh.db).await;
        assert!(states.len() == 3 && states.iter().all(|(_, state)| *state == State::Waiting), "{states:?}");
    }
}

#[tokio::test]
async fn a_mailbox_that_takes_nothing_for_a_month_is_to_be_called_and_then_hides() {
    let Some(server) = Server::start() else { return };
    let settings = settings(&server, "mail_security = \"none\"\n");
    let office = samenspel::serve::office(&settings);
    let fresh = testing::sqlite(migrations::ALL).await;
    settle(&fresh.db, &["busy"]).await;
    let town = municipality::store::find(&fresh.db, HERE).await.unwrap().unwrap();
    let count = async |group, now| Overview::read(&fresh.db, &town, now).await.unwrap().count(group);
    let mut to_call = 0;
    for hours in (0..30 * 24).step_by(6) {
        let now = THEN.plus(HOUR * hours);
        to_call += office.round(&fresh.db, now).await.unwrap().to_call;
        // Tried for two days; from then on somebody has to call, also while it is tried once more each week.
        assert_eq!(count(Group::Bounced, now).await, usize::from(hours >= 54), "hour {hours}");
    }
    assert!(to_call > 0);
    // Confirmed two hundred days ago, it hides when it is 425 days old, as what was asked does.
    let after = |days| THEN.plus(HOUR * 24 * days);
    assert_eq!(count(Group::Hidden, after(224)).await, 0);
    assert_eq!(count(Group::Hidden, after(225)).await, 1);
}

#[tokio::test]
async fn over_an_encrypted_line_with_a_key_and_over_no_other() {
    let Some(server) = Server::start() else { return };
    if !server.has_certificate() {
        return;
    }
    let secret = server.path().join("password");
    std::fs::write(&secret, "geheim\n").unwrap();
    let ca = format!("mail_ca_file = \"{}\"\n", server.path().join("ca.pem").display());
    let key = format!("mail_user = \"kaart\"\nmail_password_file = \"{}\"\n", secret.display());
    let fresh = testing::sqlite(migrations::ALL).await;
    settle(&fresh.db, &["linde"]).await;
    // A certificate nobody vouches for: nothing is said to this server, and nobody is claimed.
    let post = settings(&server, &key).post;
    let why = post.answers().await.expect_err("not trusted");
    assert!(why.contains("certificate"), "{why}");
    let office = Office::new(post, "http://localhost:8080", None);
    assert_eq!(office.round(&fresh.db, THEN).await.unwrap(), Done::default());
    assert!(states(&fresh.db).await.is_empty());
    std::fs::write(&secret, "verkeerd\n").unwrap();
    let why = settings(&server, &format!("{key}{ca}")).post.answers().await.expect_err("a wrong password");
    assert!(why.contains("user and password (535)"), "{why}");
    std::fs::write(&secret, "geheim\n").unwrap();
    let settings = settings(&server, &format!("{key}{ca}"));
    assert!(settings.post.answers().await.unwrap().ends_with("answers"));
    let office = samenspel::serve::office(&settings);
    assert_eq!(office.round(&fresh.db, THEN).await.unwrap(), Done { sent: 1, ..Done::default() });
    let letter = server.arrived("linde@oosterwaard.voorbeeld");
    assert!(letter.contains("esmtpsa"), "encrypted and signed in: {letter}");
    assert!(!format!("{settings:?}{}", settings.shown()).contains("geheim"));
}

#[tokio::test]
async fn a_server_that_is_away_loses_nothing() {
    let Some(server) = Server::start() else { return };
    let settings = settings(&server, "mail_security = \"none\"\n");
    let fresh = testing::sqlite(migrations::ALL).await;
    settle(&fresh.db, &["linde"]).await;
    let away = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let file = server.path().join("away.toml");
    std::fs::write(&file, format!("mail_from = \"kaart@a.nl\"\nmail_host = \"localhost\"\nmail_security = \"none\"\nmail_port = {away}\n")).unwrap();
    let nowhere = read(Some(&file), []).unwrap();
    let why = nowhere.post.answers().await.expect_err("away");
    assert!(why.contains("there is no connection"), "{why}");
    let office = samenspel::serve::office(&nowhere);
    assert_eq!(office.round(&fresh.db, THEN).await.unwrap(), Done::default());
    let there = samenspel::serve::office(&settings);
    assert_eq!(there.round(&fresh.db, THEN.plus(HOUR)).await.unwrap(), Done { sent: 1, ..Done::default() });
}
