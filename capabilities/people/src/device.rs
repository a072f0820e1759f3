//! With what somebody came in, so roughly that it tells nothing else: a phone, a computer, something else.

use axum::http::HeaderMap;
use axum::http::header::USER_AGENT;
use ui::{Lang, fl};

use crate::words;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Device {
    Phone,
    Computer,
    Other,
}

impl Device {
    #[must_use]
    pub fn of(headers: &HeaderMap) -> Self {
        let told = headers.get(USER_AGENT).and_then(|told| told.to_str().ok()).unwrap_or_default();
        let has = |word: &str| told.contains(word);
        if has("Mobi") || has("Android") || has("iPhone") || has("iPad") {
            Self::Phone
        } else if has("Windows") || has("Macintosh") || has("Linux") || has("CrOS") {
            Self::Computer
        } else {
            Self::Other
        }
    }

    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Phone => "phone",
            Self::Computer => "computer",
            Self::Other => "other",
        }
    }

    pub(crate) fn parse(word: &str) -> Self {
        match word {
            "phone" => Self::Phone,
            "computer" => Self::Computer,
            _ => Self::Other,
        }
    }

    pub(crate) fn name(self, lang: Lang) -> String {
        let w = words(lang);
        match self {
            Self::Phone => fl!(w, "device-phone"),
            Self::Computer => fl!(w, "device-computer"),
            Self::Other => fl!(w, "device-other"),
        }
    }
}
