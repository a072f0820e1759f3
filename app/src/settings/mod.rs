//! The settings: one TOML file, environment variables over it, all of them judged before anything starts.

mod limits;
mod mail;
mod provider;
mod read;
mod value;

#[cfg(test)]
mod tests;

use std::net::SocketAddr;
use std::path::PathBuf;

use ::provider::Provider;
use access::operator::Token;
use directory::party::Phone;
use ground::id::Municipality;
use ground::mail::Post;

pub use limits::{Limits, PerMinute};
pub use mail::Mail;
pub use read::read;
pub use value::{BaseUrl, LogFormat};

/// The file that is read when no other is named.
pub const DEFAULT_FILE: &str = "samenspel.toml";

#[derive(Clone, Debug)]
pub struct Settings {
    /// `sqlite:data/samenspel.db` or `postgres://…`.
    pub database: String,
    pub listen: SocketAddr,
    /// What visitors type; `https` here turns on HSTS and `__Host-` cookies.
    pub base_url: BaseUrl,
    /// For hosts that name no municipality.
    pub municipality: Option<Municipality>,
    /// Without it nobody signs in and the pages under /beheer stay shut.
    pub operator: Option<Token>,
    pub log_format: LogFormat,
    pub log_level: tracing::Level,
    /// A folder with a folder for each theme; the shipped themes are always there.
    pub themes: Option<PathBuf>,
    /// Where the database file, uploads in progress and backups live.
    pub data: PathBuf,
    /// Who may be called when the site can only be read.
    pub phone: Option<Phone>,
    /// The command `demo`, and no setting: anybody comes in by one click, in the invented municipality.
    pub demo: bool,
    /// Take the visitor's address from the last entry of `X-Forwarded-For`.
    pub behind_proxy: bool,
    /// How often somebody may send forms and search.
    pub limits: Limits,
    /// What was set of the mail, and the way letters go that follows from it.
    pub mail: Mail,
    pub post: Post,
    /// Each municipality's own sign-in, for those that have one.
    pub providers: Vec<Provider>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            database: "sqlite:data/samenspel.db".to_owned(),
            listen: SocketAddr::from(([127, 0, 0, 1], 8080)),
            base_url: BaseUrl::default(),
            municipality: None,
            operator: None,
            log_format: LogFormat::Text,
            log_level: tracing::Level::INFO,
            themes: None,
            data: PathBuf::from("data"),
            phone: None,
            demo: false,
            behind_proxy: false,
            limits: Limits::default(),
            mail: Mail::default(),
            post: Post::None,
            providers: Vec::new(),
        }
    }
}

impl Settings {
    /// Where the files of open data are kept; they are made again when they are missing.
    #[must_use]
    pub fn open_data(&self) -> PathBuf {
        self.data.join("open")
    }

    /// What is in force, one `key = value` a line, without secrets.
    #[must_use]
    pub fn shown(&self) -> String {
        let quoted = |text: &str| format!("{text:?}");
        let lines = [
            ("database", quoted(&without_password(&self.database))),
            ("listen", quoted(&self.listen.to_string())),
            ("base_url", quoted(self.base_url.as_str())),
            (
                "municipality",
                self.municipality.map_or_else(|| "not set".to_owned(), |m| quoted(&m.to_string())),
            ),
            ("operator_token", if self.operator.is_some() { "set, not shown" } else { "not set" }.to_owned()),
            ("log_format", quoted(self.log_format.word())),
            ("log_level", quoted(&self.log_level.to_string().to_lowercase())),
            (
                "themes",
                self.themes.as_ref().map_or_else(|| "not set".to_owned(), |p| quoted(&p.to_string_lossy())),
            ),
            ("data", quoted(&self.data.to_string_lossy())),
            ("phone", self.phone.as_ref().map_or_else(|| "not set".to_owned(), |it| quoted(it.as_str()))),
            ("demo", self.demo.to_string()),
            ("behind_proxy", self.behind_proxy.to_string()),
        ];
        let line = |(key, value): &(&str, String)| format!("{key} = {value}\n");
        let providers = self.providers.iter();
        let providers =
            providers.map(|one| format!("provider {} = {}\n", one.municipality, quoted(one.issuer.as_str())));
        lines
            .iter()
            .chain(&self.limits.shown())
            .chain(&self.mail_shown())
            .map(line)
            .chain(providers)
            .collect()
    }
}

/// An address as it may be shown: `postgres://user:…@host` without what stands after the colon, or in `password=`.
pub(crate) fn without_password(url: &str) -> String {
    let (address, query) = url.split_once('?').map_or((url, None), |(address, query)| (address, Some(query)));
    let address = match address.split_once("://").map(|(scheme, rest)| (scheme, rest.rsplit_once('@'))) {
        Some((scheme, Some((login, host)))) => {
            let user = login.split(':').next().unwrap_or_default();
            format!("{scheme}://{user}@{host}")
        }
        _ => address.to_owned(),
    };
    let kept: Vec<&str> = query
        .unwrap_or_default()
        .split('&')
        .filter(|pair| !pair.is_empty() && !pair.to_ascii_lowercase().starts_with("password"))
        .collect();
    if kept.is_empty() { address } else { format!("{address}?{}", kept.join("&")) }
}
