//! The visitor's language: chosen in the address, remembered in a cookie, asked by the browser, or else Dutch.

use axum::http::header::ACCEPT_LANGUAGE;
use axum::http::{HeaderMap, Uri};
use ui::Lang;

/// The language, and whether it was chosen just now (and must be remembered).
pub(super) fn choose(uri: &Uri, headers: &HeaderMap) -> (Lang, bool) {
    if let Some(lang) = in_query(uri) {
        return (lang, true);
    }
    if let Some(lang) = access::operator::cookie(headers, "taal").and_then(exact) {
        return (lang, false);
    }
    let asked = headers.get(ACCEPT_LANGUAGE).and_then(|line| line.to_str().ok());
    (asked.map(Lang::accepted).unwrap_or_default(), false)
}

fn in_query(uri: &Uri) -> Option<Lang> {
    uri.query()?.split('&').find_map(|pair| exact(pair.strip_prefix("taal=")?))
}

fn exact(code: &str) -> Option<Lang> {
    Lang::ALL.into_iter().find(|lang| lang.code() == code)
}

/// For a year. It says nothing about a person but the language, and no script needs it.
pub(super) fn remember(lang: Lang, secure: bool) -> String {
    let secure = if secure { "; Secure" } else { "" };
    format!("taal={}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax{secure}", lang.code())
}
