//! What is set for a municipality's own sign-in, each value parsed once with a sentence when it does not fit.

use std::fmt;

use ground::id::Municipality;
use openidconnect::url::{Host, Url};

/// One municipality's own sign-in.
#[derive(Clone, Debug)]
pub struct Provider {
    pub municipality: Municipality,
    /// What people read on the button.
    pub name: Label,
    pub issuer: Issuer,
    pub client_id: ClientId,
    pub client_secret: Secret,
    /// What the provider may call the firmness of a sign-in; empty when any will do.
    pub acr: Vec<Acr>,
    /// Besides `openid`.
    pub scopes: Vec<Scope>,
    /// The address people type for this municipality; they come back to [`crate::BACK`] on it.
    pub address: OwnAddress,
    /// Certificates of an authority of the municipality's own, in PEM, besides those of the machine.
    pub authority: Option<Vec<u8>>,
}

/// A name people read, in Dutch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label(String);

impl Label {
    /// # Errors
    /// The end of a sentence that begins with the name of the setting, as all `parse` of this file.
    pub fn parse(text: &str) -> Result<Self, String> {
        let text = text.trim();
        if text.is_empty() || text.chars().count() > 60 || text.chars().any(char::is_control) {
            return Err("must be a name of 1 to 60 characters, such as \"Gemeente Oosterwaard\"".to_owned());
        }
        Ok(Self(text.to_owned()))
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The provider's own name, an address; compared letter by letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issuer(String);

impl Issuer {
    /// # Errors
    /// Without https, unless it is a provider on this machine; with a question mark, a fragment or a password.
    pub fn parse(text: &str) -> Result<Self, String> {
        let wrong = || {
            "must be the address of the provider, such as \"https://inloggen.voorbeeld.nl\", \
             exactly as the provider writes it"
                .to_owned()
        };
        let url = Url::parse(text).map_err(|_| wrong())?;
        let bare = url.query().is_none() && url.fragment().is_none();
        if !bare || !url.username().is_empty() || url.password().is_some() || text.trim() != text {
            return Err(wrong());
        }
        match url.scheme() {
            "https" => {}
            "http" if is_near(&url) => {}
            "http" => {
                return Err("must begin with https:// (http:// only for a provider on this machine: \
                            localhost or 127.0.0.1)"
                    .to_owned());
            }
            _ => return Err(wrong()),
        }
        Ok(Self(text.to_owned()))
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether the provider may name this address as one of its own: secure, or on this machine as it is itself.
    pub(crate) fn may_point_to(&self, url: &Url) -> bool {
        let near = Url::parse(&self.0).is_ok_and(|own| own.scheme() == "http");
        url.scheme() == "https" || (near && url.scheme() == "http" && is_near(url))
    }
}

fn is_near(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

/// Our name at the provider.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClientId(String);

impl ClientId {
    /// # Errors
    /// When it is empty, or holds what no provider gives out.
    pub fn parse(text: &str) -> Result<Self, String> {
        if text.is_empty() || text.len() > 200 || !text.chars().all(|c| c.is_ascii_graphic()) {
            return Err("must be the name this program has at the provider, without spaces".to_owned());
        }
        Ok(Self(text.to_owned()))
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// By which the provider knows that it is us.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// The first line of a file, or a variable.
    ///
    /// # Errors
    /// When there is nothing on it.
    pub fn parse(text: &str) -> Result<Self, String> {
        match text.lines().next().unwrap_or_default().trim() {
            "" => Err("must have the secret of this program at the provider on its first line".to_owned()),
            secret => Ok(Self(secret.to_owned())),
        }
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// A word of the provider's for how firmly somebody signed in (`acr`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acr(String);

impl Acr {
    /// # Errors
    /// When it is empty or holds a space: in the question they stand in a row with spaces between.
    pub fn parse(text: &str) -> Result<Self, String> {
        word(text).map(Self).ok_or_else(|| {
            "must be words of the provider for how firmly somebody signs in, without spaces".to_owned()
        })
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What is asked for besides who somebody is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scope(String);

impl Scope {
    /// # Errors
    /// When it is empty or holds a space, and for what would give us more than a sign-in.
    pub fn parse(text: &str) -> Result<Self, String> {
        let scope =
            word(text).ok_or_else(|| "must be words without spaces, such as \"profile\"".to_owned())?;
        if scope == "offline_access" {
            return Err("must not hold \"offline_access\": this program only signs people in".to_owned());
        }
        Ok(Self(scope))
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn word(text: &str) -> Option<String> {
    let fits = !text.is_empty() && text.len() <= 200 && text.chars().all(|c| c.is_ascii_graphic());
    fits.then(|| text.to_owned())
}

/// The address of this program for one municipality: scheme and host, no path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnAddress(String);

impl OwnAddress {
    /// # Errors
    /// With a path, or without a scheme.
    pub fn parse(text: &str) -> Result<Self, String> {
        let text = text.strip_suffix('/').unwrap_or(text);
        let wrong = || {
            "must be the address people type for this municipality, such as \
             \"https://oosterwaard.samenspel.nl\", without a path"
                .to_owned()
        };
        let url = Url::parse(text).map_err(|_| wrong())?;
        let origin = url.origin().ascii_serialization();
        if !matches!(url.scheme(), "https" | "http") || !text.eq_ignore_ascii_case(&origin) {
            return Err(wrong());
        }
        Ok(Self(origin))
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
