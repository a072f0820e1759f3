//! The key a form carries, found in what was sent without keeping a file in memory.

use axum::RequestExt as _;
use axum::body::{Body, Bytes};
use axum::extract::Request;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse as _, Response};
use futures_util::{StreamExt as _, stream};
use sha2::{Digest as _, Sha256};

use crate::{Csrf, Fields};

/// The two hidden fields stand first in a form; a file may follow.
const HEAD: usize = 4 * 1024;

/// As it stood in the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Key(String);

impl Key {
    /// Long enough not to be met by accident; anything else was never drawn by us.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let drawn = |byte: u8| byte.is_ascii_digit() || matches!(byte, b'a'..=b'f' | b'-');
        ((32..=80).contains(&text.len()) && text.bytes().all(drawn)).then(|| Self(text.to_owned()))
    }
}

/// What is kept of a form: three digests that say nothing without the session and the key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Marks {
    pub(super) key: [u8; 32],
    pub(super) path: [u8; 32],
    pub(super) sent: [u8; 32],
}

impl Marks {
    pub(super) fn of(session: &Csrf, key: &Key, path: &str, sent: &[u8]) -> Self {
        let secret = [session.as_str().as_bytes(), key.0.as_bytes()];
        let under = |what: &str, part: &[u8]| digest(&[what.as_bytes(), secret[0], secret[1], part]);
        Self { key: under("key", b""), path: under("path", path.as_bytes()), sent: under("sent", sent) }
    }
}

fn digest(parts: &[&[u8]]) -> [u8; 32] {
    let mut digest = Sha256::new();
    for part in parts {
        digest.update((part.len() as u64).to_be_bytes());
        digest.update(part);
    }
    digest.finalize().into()
}

/// A form as it came, with all of it still to be read by the handler.
pub(super) struct Sent {
    pub(super) request: Request,
    pub(super) key: Option<Key>,
    /// What was typed; not of a form with a file.
    pub(super) typed: Option<Fields>,
    /// All of a form without a file. A file is too large to compare, so the key alone says that it is the same.
    pub(super) body: Bytes,
}

impl Sent {
    pub(super) async fn read(request: Request) -> Result<Self, Response> {
        let kind =
            request.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
        if kind.starts_with("multipart/form-data") {
            return Ok(Self::with_file(request).await);
        }
        let (parts, body) = request.into_parts();
        let body: Bytes = Request::new(body)
            .extract()
            .await
            .map_err(|unread: axum::extract::rejection::BytesRejection| unread.into_response())?;
        let typed: Option<Fields> = serde_html_form::from_bytes(&body).ok();
        let key = typed.as_ref().and_then(|typed| Key::parse(typed.get("once")));
        let request = Request::from_parts(parts, Body::from(body.clone()));
        Ok(Self { request, key, typed, body })
    }

    async fn with_file(request: Request) -> Self {
        let (parts, body) = request.into_parts();
        let mut rest = body.into_data_stream();
        let (mut head, mut came) = (Vec::new(), Vec::new());
        let mut key = None;
        while key.is_none() && head.len() < HEAD {
            let Some(piece) = rest.next().await else { break };
            if let Ok(bytes) = &piece {
                head.extend_from_slice(bytes.get(..HEAD.min(bytes.len())).unwrap_or_default());
                key = in_parts(&head);
            }
            let broken = piece.is_err();
            came.push(piece);
            if broken {
                break;
            }
        }
        let body = Body::from_stream(stream::iter(came).chain(rest));
        Self { request: Request::from_parts(parts, body), key, typed: None, body: Bytes::new() }
    }
}

/// The value of the part named `once`, when all of it is there.
fn in_parts(head: &[u8]) -> Option<Key> {
    let text = String::from_utf8_lossy(head);
    let (_, after) = text.split_once("name=\"once\"\r\n\r\n")?;
    let (value, _) = after.split_once("\r\n")?;
    Key::parse(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    const DRAWN: &str = "00112233445566778899aabbccddeeff-1";

    #[test]
    fn a_key_is_one_we_could_have_drawn() {
        assert!(Key::parse(DRAWN).is_some());
        for wrong in
            ["", "1", "00112233", &"g".repeat(40), &"a".repeat(81), "00112233445566778899aabbccddeeff 1"]
        {
            assert!(Key::parse(wrong).is_none(), "{wrong}");
        }
    }

    #[test]
    fn the_marks_of_a_form_differ_by_session_key_address_and_content() {
        let (mine, yours) = (Csrf::new("mine"), Csrf::new("yours"));
        let key = Key::parse(DRAWN).unwrap();
        let one = Marks::of(&mine, &key, "/a", b"x");
        assert_eq!(one, Marks::of(&mine, &key, "/a", b"x"));
        assert_ne!(one.key, Marks::of(&yours, &key, "/a", b"x").key);
        assert_ne!(one.path, Marks::of(&mine, &key, "/b", b"x").path);
        assert_ne!(one.sent, Marks::of(&mine, &key, "/a", b"y").sent);
        // The same content under another key has another mark: nobody can try out what was typed.
        let other = Key::parse(&DRAWN.replace('1', "2")).unwrap();
        assert_ne!(one.sent, Marks::of(&mine, &other, "/a", b"x").sent);
    }

    #[tokio::test]
    async fn a_form_with_a_file_is_found_by_its_first_bytes_and_goes_on_whole() {
        let file = vec![b'x'; 100_000];
        let mut body = format!(
            "--b\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\nproof\r\n\
             --b\r\nContent-Disposition: form-data; name=\"once\"\r\n\r\n{DRAWN}\r\n\
             --b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n"
        )
        .into_bytes();
        body.extend_from_slice(&file);
        body.extend_from_slice(b"\r\n--b--\r\n");
        for piece in [1, 7, 5_000, body.len()] {
            let pieces: Vec<Result<Bytes, std::io::Error>> =
                body.chunks(piece).map(|part| Ok(Bytes::copy_from_slice(part))).collect();
            let request = Request::builder()
                .header(CONTENT_TYPE, "multipart/form-data; boundary=b")
                .body(Body::from_stream(stream::iter(pieces)))
                .unwrap();
            let sent = Sent::read(request).await.ok().unwrap();
            assert_eq!(sent.key, Key::parse(DRAWN), "{piece}");
            let whole = axum::body::to_bytes(sent.request.into_body(), usize::MAX).await.unwrap();
            assert_eq!(whole, body, "{piece}");
        }
    }
}
