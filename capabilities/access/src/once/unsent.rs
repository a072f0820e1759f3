//! What was typed in a form that came when its session was over: shown to who sent it, to take along. It is sent by nobody else.

use axum::body::to_bytes;
use axum::extract::Request;
use axum::http::Method;
use axum::http::header::CONTENT_TYPE;
use maud::Markup;
use ui::Frame;

use super::view;
use crate::Fields;

/// More than somebody types in a form, in characters and in boxes.
const MOST: usize = 64 * 1024;
const MOST_BOXES: usize = 100;

/// What opens something or tells of a key stands in no page again: of a form with one of these nothing is shown.
const SECRET: [&str; 4] = ["antwoord", "code", "key", "token"];

/// The words of a form that was not taken because nobody was signed in, or somebody in another session. Nothing of it is
/// kept here: it goes back to the browser that sent it. There is no button below it: whoever signs in next may be somebody
/// else, and says in their own name only what they typed.
pub struct Unsent {
    words: Vec<String>,
}

impl Unsent {
    /// Only for a request that came from a page of ours: whoever calls this looked at its origin before.
    pub async fn read(request: Request) -> Option<Self> {
        let kind = request.headers().get(CONTENT_TYPE)?.to_str().ok()?;
        if request.method() != Method::POST || !kind.starts_with("application/x-www-form-urlencoded") {
            return None;
        }
        let body = to_bytes(request.into_body(), MOST).await.ok()?;
        Self::of(&serde_html_form::from_bytes(&body).ok()?, body.len())
    }

    /// Nothing of what is too large, has a secret in it, or has no words.
    pub(super) fn of(typed: &Fields, size: usize) -> Option<Self> {
        let boxes = typed.iter().take(MOST_BOXES + 1).count();
        if size > MOST || boxes > MOST_BOXES || SECRET.iter().any(|name| typed.has(name)) {
            return None;
        }
        let others = typed.iter().filter(|(name, _)| !matches!(*name, "csrf" | "once"));
        let written = others.map(|(_, value)| value.trim()).filter(|value| is_written(value));
        let words: Vec<String> = written.map(str::to_owned).collect();
        (!words.is_empty()).then_some(Self { words })
    }

    /// Above the ways in, for who is a stranger now.
    #[must_use]
    pub fn at_the_door(&self, frame: &Frame) -> Markup {
        view::unsent(frame, &self.words)
    }

    /// For who is signed in again, or is somebody else.
    pub(super) fn of_before(&self, frame: &Frame) -> Markup {
        view::of_before(frame, &self.words)
    }
}

/// What somebody wrote. What was chosen, and the number of a thing, stand in small letters, digits and little marks alone.
fn is_written(value: &str) -> bool {
    value.chars().any(|c| !(c.is_ascii_lowercase() || c.is_ascii_digit() || "-_.:".contains(c)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(fields: &[(&str, &str)], size: usize) -> Option<Vec<String>> {
        let mut typed = Fields::default();
        for (name, value) in fields {
            typed.push(*name, *value);
        }
        Unsent::of(&typed, size).map(|unsent| unsent.words)
    }

    #[test]
    fn what_was_written_is_shown_in_its_order_and_what_was_chosen_or_drawn_is_not() {
        let sent = [
            ("csrf", "Proof Of Somebody"),
            ("once", "KEY"),
            ("dag", "ma"),
            ("id", "01933b6c-7d1a-7cc4-8a51-0d6c0a4e7d11"),
            ("naam", "Koffie"),
            ("tekst", "zij eet niet meer\r\nen slaapt slecht "),
            ("leeg", "  "),
        ];
        assert_eq!(of(&sent, 10).unwrap(), ["Koffie", "zij eet niet meer\r\nen slaapt slecht"]);
    }

    #[test]
    fn of_what_is_large_or_secret_or_has_no_words_nothing_is_shown() {
        assert_eq!(of(&[("tekst", "Er is iets")], MOST + 1), None);
        assert_eq!(of(&[("tekst", "Er is iets"); MOST_BOXES + 1], 10), None);
        assert_eq!(of(&[("csrf", "Proof"), ("once", "KEY"), ("tekst", " "), ("dag", "ma")], 10), None);
        for secret in ["antwoord", "code", "key", "token"] {
            assert_eq!(of(&[("tekst", "Er is iets"), (secret, "1234")], 10), None, "{secret}");
        }
    }
}
