//! The values of settings, each parsed once, with a sentence when it does not fit.

/// The address visitors use: scheme and host, no path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BaseUrl(String);

impl Default for BaseUrl {
    fn default() -> Self {
        Self("http://localhost:8080".to_owned())
    }
}

impl BaseUrl {
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        let text = text.strip_suffix('/').unwrap_or(text);
        let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
        let plain = |c: char| c.is_ascii_alphanumeric() || "-.:[]".contains(c);
        match host {
            Some(host) if !host.is_empty() && host.chars().all(plain) => Ok(Self(text.to_ascii_lowercase())),
            _ => {
                Err("must be an address such as \"https://samenspel.voorbeeld.nl\", without a path"
                    .to_owned())
            }
        }
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Host and port, as they stand after the scheme.
    #[must_use]
    pub fn host(&self) -> &str {
        self.0.split_once("://").map_or("", |(_, host)| host)
    }

    /// The same host at another port.
    #[must_use]
    pub fn on_port(&self, port: u16) -> Self {
        let (scheme, host) = self.0.split_once("://").unwrap_or(("http", "localhost"));
        let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
        Self(format!("{scheme}://{name}:{port}"))
    }

    #[must_use]
    pub fn is_https(&self) -> bool {
        self.0.starts_with("https://")
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogFormat {
    Text,
    Json,
}

impl LogFormat {
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Json => "json",
        }
    }
}
