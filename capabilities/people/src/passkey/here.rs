//! Where keys work: at the installation's own host and the municipalities below it, and at no other address.

use axum::http::HeaderMap;
use axum::http::header::HOST;
use webauthn_rs::WebauthnBuilder;
use webauthn_rs::prelude::{Url, Webauthn};

/// To which address keys are bound: the host of `base_url`, so that they stay when a municipality's address below it changes.
#[derive(Clone, Debug)]
pub(crate) struct Keys {
    scheme: &'static str,
    host: String,
}

impl Keys {
    pub(crate) fn of(base: &str) -> Self {
        let (scheme, rest) = base.split_once("://").unwrap_or(("http", base));
        let scheme = if scheme == "https" { "https" } else { "http" };
        Self { scheme, host: without_port(rest).to_owned() }
    }

    /// What asks and checks keys for a page at this address: answers given to any other address do not count.
    /// Nothing when browsers give no keys there (a bare number, or a host that is not ours).
    pub(crate) fn at(&self, headers: &HeaderMap, town: &str) -> Option<Webauthn> {
        let typed = headers.get(HOST)?.to_str().ok()?.to_ascii_lowercase();
        let origin = Url::parse(&format!("{}://{typed}", self.scheme)).ok()?;
        let name = format!("Samenspel {town}");
        WebauthnBuilder::new(&self.host, &origin).ok()?.rp_name(&name).timeout(super::CEREMONY).build().ok()
    }
}

fn without_port(host: &str) -> &str {
    match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn works(base: &str, host: &str) -> bool {
        let mut headers = HeaderMap::new();
        headers.insert(HOST, host.parse().unwrap());
        Keys::of(base).at(&headers, "Oosterwaard").is_some()
    }

    #[test]
    fn keys_work_at_the_own_host_and_below_it_and_nowhere_else() {
        assert!(works("http://localhost:8080", "localhost:8080"));
        assert!(works("http://localhost:8080", "oosterwaard.localhost:8080"));
        assert!(works("https://kaart.voorbeeld.nl", "kaart.voorbeeld.nl"));
        assert!(works("https://kaart.voorbeeld.nl", "hoorn.kaart.voorbeeld.nl"));
        assert!(works("https://kaart.voorbeeld.nl", "Hoorn.Kaart.voorbeeld.nl"));
        for elsewhere in ["voorbeeld.nl", "nietkaart.voorbeeld.nl", "kwaad.nl", "", "a b", "[::1]:8080"] {
            assert!(!works("https://kaart.voorbeeld.nl", elsewhere), "{elsewhere}");
        }
        // Browsers give no keys to a number.
        assert!(!works("http://127.0.0.1:8080", "127.0.0.1:8080"));
        assert!(!works("http://[::1]:8080", "[::1]:8080"));
    }
}
