//! What was sent when its session was over: given back to who sent it, without secrets, to send it once more.

use axum::body::to_bytes;
use axum::extract::Request;
use axum::http::Method;
use axum::http::header::CONTENT_TYPE;
use maud::Markup;
use ui::Frame;

use super::view::{self, Why};
use crate::Fields;

/// More than somebody types in a form.
const MOST: usize = 128 * 1024;

/// Drawn anew with each form.
const DRAWN: [&str; 2] = ["csrf", "once"];

/// What opens something or tells of a key stands in no page again: a form with one of these is not given back.
const SECRET: [&str; 4] = ["antwoord", "code", "key", "token"];

/// A form that was not taken because nobody was signed in, or somebody in another session. Nothing of it is kept here:
/// it goes back to the browser that sent it.
pub struct Unsent {
    to: String,
    typed: Fields,
}

impl Unsent {
    /// Only for a request that came from a page of ours: whoever calls this looked at its origin before.
    pub async fn read(request: Request) -> Option<Self> {
        let kind = request.headers().get(CONTENT_TYPE)?.to_str().ok()?;
        if request.method() != Method::POST || !kind.starts_with("application/x-www-form-urlencoded") {
            return None;
        }
        let to = request.uri().path().to_owned();
        let body = to_bytes(request.into_body(), MOST).await.ok()?;
        Self::of(&to, &serde_html_form::from_bytes(&body).ok()?, body.len())
    }

    /// Nothing of what is too large, has a secret in it, or says nothing.
    pub(super) fn of(to: &str, typed: &Fields, size: usize) -> Option<Self> {
        let mut typed = typed.clone();
        for name in DRAWN {
            typed.remove(name);
        }
        let secret = SECRET.iter().any(|name| typed.has(name));
        let says = typed.iter().any(|(_, value)| !value.trim().is_empty());
        (size <= MOST && says && !secret).then(|| Self { to: to.to_owned(), typed })
    }

    /// Below the ways in, for who is a stranger now.
    #[must_use]
    pub fn at_the_door(&self, frame: &Frame) -> Markup {
        view::at_the_door(frame, &self.to, &self.typed)
    }

    /// For who is signed in again.
    pub(super) fn once_more(&self, frame: &Frame) -> Markup {
        view::again(frame, &self.to, Why::Unproved, &self.typed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(fields: &[(&str, &str)], size: usize) -> Option<Vec<String>> {
        let mut typed = Fields::default();
        for (name, value) in fields {
            typed.push(*name, *value);
        }
        let unsent = Unsent::of("/vak", &typed, size)?;
        Some(unsent.typed.iter().map(|(name, value)| format!("{name}={value}")).collect())
    }

    #[test]
    fn what_was_typed_comes_back_in_its_order_without_what_is_drawn_anew() {
        let sent = [("csrf", "proof"), ("once", "key"), ("dag", "ma"), ("dag", "wo"), ("tekst", "")];
        assert_eq!(of(&sent, 10).unwrap(), ["dag=ma", "dag=wo", "tekst="]);
    }

    #[test]
    fn what_is_large_or_secret_or_empty_does_not_come_back() {
        assert_eq!(of(&[("tekst", "x")], MOST + 1), None);
        assert_eq!(of(&[("csrf", "proof"), ("once", "key"), ("tekst", " ")], 10), None);
        for secret in SECRET {
            assert_eq!(of(&[("tekst", "x"), (secret, "1234")], 10), None, "{secret}");
        }
    }
}
