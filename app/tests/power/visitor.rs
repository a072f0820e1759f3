//! Somebody at the front door of a real server: forms sent over HTTP, and answers that came, or did not.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;

use crate::server::KEY;

/// The head of an answer came whole: what it says is said.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: String,
}

impl Answer {
    fn read(text: &str) -> Option<Self> {
        let (head, body) = text.split_once("\r\n\r\n")?;
        let status = head.split_whitespace().nth(1)?.parse().ok()?;
        Some(Self { status, head: head.to_owned(), body: body.to_owned() })
    }

    /// The text after this one, until a quotation mark.
    fn after(&self, beginning: &str) -> Option<String> {
        let (_, rest) = self.body.split_once(beginning)?;
        Some(rest.split('"').next()?.to_owned())
    }

    fn cookies(&self) -> String {
        let lines = self.head.lines().filter_map(|line| {
            let (name, value) = line.split_once(": ")?;
            name.eq_ignore_ascii_case("set-cookie").then(|| value.split(';').next().unwrap_or_default())
        });
        lines.collect::<Vec<_>>().join("; ")
    }
}

/// Signed in, once that was needed; the session outlives the server.
#[derive(Clone, Debug, Default)]
pub(crate) struct Session {
    cookie: String,
    proof: String,
}

/// The change that needs somebody who signed in: says that a party is right, by these words. This function is the only
/// one that knows how one signs in, and what the form is.
pub(crate) fn confirm_signed_in(port: u16, session: &mut Session, party: &str, by: &str) -> Option<Answer> {
    if session.cookie.is_empty() {
        let typed = [("token", KEY), ("next", "/beheer")];
        let opened = post(port, &Session::default(), "/beheer/aanmelden", &typed)?;
        assert_eq!(opened.status, 303, "{}", opened.body);
        let new = Session { cookie: opened.cookies(), proof: String::new() };
        let proof = get(port, &new, "/beheer")?.after("name=\"csrf\" value=\"")?;
        *session = Session { proof, ..new };
    }
    let proof = session.proof.clone();
    post(port, session, &format!("/beheer/partij/{party}/klopt"), &[("csrf", &proof), ("by", by)])
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
