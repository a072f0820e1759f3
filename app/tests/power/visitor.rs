//! Somebody at the front door of a real server: forms sent over HTTP, and answers that came, or did not.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;

use access::{Csrf, LinkToken, Permit, Role};
use directory::neighbourhood::HERE;
use directory::wording::Name;
use ground::db::Db;
use ground::id::Id;
use ground::moment::Moment;
use people::membership::{Belongs, Membership};
use people::person::Person;

/// The head of an answer came whole: what it says is said.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) body: String,
}

impl Answer {
    fn read(text: &str) -> Option<Self> {
        let (head, body) = text.split_once("\r\n\r\n")?;
        let status = head.split_whitespace().nth(1)?.parse().ok()?;
        Some(Self { status, body: body.to_owned() })
    }
}

/// Somebody who came in; the session outlives the server.
#[derive(Clone, Debug, Default)]
pub(crate) struct Session {
    cookie: String,
    proof: String,
}

impl Session {
    /// Whoever keeps the map for the municipality has come in. With [`confirm_signed_in`] this is all that knows how people
    /// come in and what the form is; a key or an account of an organisation is not what is tried out here.
    pub(crate) async fn begin(db: &Db) -> Self {
        let (permit, now) = (Permit::at_the_machine(HERE), Moment::now());
        let person = Person { id: Id::new(now), name: Name::parse("Ineke").unwrap(), created_at: now };
        let belongs = Belongs::new(Role::Manager, None).unwrap();
        let membership = Membership { id: Id::new(now), person: person.id, belongs, since: now };
        let token = LinkToken::new().unwrap();
        let mut tx = db.begin().await.unwrap();
        people::person::store::add(&mut tx, &permit, &person).await.unwrap();
        people::membership::store::add(&mut tx, &permit, &membership).await.unwrap();
        tx.sql(
            "insert into people_session (municipality_id, token_hash, id, person_id, membership_id, proof, device, \
             idle_minutes, created_at, seen_at) values ($1, $2, $3, $4, $5, 'passkey', '', 60, $6, $6)",
        )
        .bind(HERE)
        .bind(token.digest())
        .bind(Id::<people::session::Session>::new(now))
        .bind(person.id)
        .bind(membership.id)
        .bind(now)
        .execute()
        .await
        .unwrap();
        tx.commit().await.unwrap();
        let proof = Csrf::of(token.as_str()).as_str().to_owned();
        Self { cookie: format!("samenspel-ik={}", token.as_str()), proof }
    }
}

/// The change that needs somebody who came in: says that a party is right, by these words.
pub(crate) fn confirm_signed_in(port: u16, session: &Session, party: &str, by: &str) -> Option<Answer> {
    let path = format!("/beheer/partij/{party}/klopt");
    // A form carries a key of its own, drawn with its page.
    let once = LinkToken::new().unwrap();
    post(port, session, &path, &[("csrf", &session.proof), ("once", once.as_str()), ("by", by)])
}

/// None when no answer came.
pub(crate) fn get(port: u16, session: &Session, path: &str) -> Option<Answer> {
    ask(port, &format!("GET {path} HTTP/1.1\r\n{}", heads(port, session)), "")
}

/// A form, as a browser sends it from our own page. None when no answer came.
pub(crate) fn post(port: u16, session: &Session, path: &str, fields: &[(&str, &str)]) -> Option<Answer> {
    let pairs: Vec<String> =
        fields.iter().map(|(name, value)| format!("{name}={}", value.replace(' ', "+"))).collect();
    let body = pairs.join("&");
    let head = format!(
        "POST {path} HTTP/1.1\r\n{}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n",
        heads(port, session),
        body.len()
    );
    ask(port, &head, &body)
}

fn heads(port: u16, session: &Session) -> String {
    let cookie = match session.cookie.as_str() {
        "" => String::new(),
        cookie => format!("Cookie: {cookie}\r\n"),
    };
    format!(
        "Host: localhost:{port}\r\nOrigin: http://localhost:{port}\r\nSec-Fetch-Site: same-origin\r\n\
         Accept-Language: nl\r\nConnection: close\r\n{cookie}"
    )
}

fn ask(port: u16, head: &str, body: &str) -> Option<Answer> {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).ok()?;
    stream.write_all(format!("{head}\r\n{body}").as_bytes()).ok()?;
    let mut bytes = Vec::new();
    // Broken off half-way: what came is looked at all the same.
    let _ = stream.read_to_end(&mut bytes);
    Answer::read(&String::from_utf8_lossy(&bytes))
}
