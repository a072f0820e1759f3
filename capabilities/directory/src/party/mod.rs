//! A party: an organisation, team, initiative or key figure that supports residents. Formal and informal share one profile.

#[cfg(test)]
mod front_door;
pub mod named;
pub mod pages;
pub mod store;
pub mod view;
pub mod whole;

use ground::id::Id;
use ground::moment::Moment;

use crate::area::AreaCode;
use crate::confirmation::{Confirmation, Since};
use crate::language::Languages;
use crate::source::Origin;
use crate::wording::{Line, Lines, Name, Prose, Unfit};

#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Party {
    pub id: Id<Party>,
    pub sphere: Sphere,
    pub name: Name,
    /// What it is, in one sentence.
    pub summary: Prose,
    pub call_for: Lines,
    pub not_for: Lines,
    pub languages: Languages,
    /// Best moment and way to reach it.
    pub best_way: Line,
    /// The lived experience it stands on.
    pub lived_experience: Prose,
    /// How it likes to work together.
    pub works_gladly: Prose,
    pub capacity: Capacity,
    pub capacity_note: Line,
    pub role: RoleAddress,
    /// Mail to the role's address came back, and since then nobody changed or confirmed it.
    #[serde(skip)]
    pub mail_returns: bool,
    pub serves: Serves,
    pub origin: Option<Origin>,
    pub confirmed: Option<Confirmation>,
    /// When it was last asked whether this is still right, or put on the list of who must be called.
    pub asked_at: Option<Moment>,
    /// When the coordinator put it out of sight.
    pub put_away_at: Option<Moment>,
    pub created_at: Moment,
    pub changed_at: Moment,
}

impl Party {
    #[must_use]
    pub fn since(&self) -> Since {
        let at = self.confirmed.as_ref().map_or(self.created_at, |confirmed| confirmed.at);
        Since::new(at, self.asked_at, self.put_away_at.is_some())
    }

    /// The address of the role for who wants to reach it: empty while mail to it comes back.
    #[must_use]
    pub fn mailbox(&self) -> &str {
        if self.mail_returns { "" } else { self.role.email.as_str() }
    }
}

/// The way in that outlives the person: a role with phone, mail and website.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct RoleAddress {
    pub name: Line,
    pub phone: Phone,
    pub email: Email,
    pub website: Website,
}

/// Where a party works: everywhere in the municipality, or in these areas.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Serves {
    Everywhere,
    Areas(Vec<(AreaCode, i32)>),
}

/// Formal or informal: shown as a square or a circle, with a word and a colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, sqlx::Type, serde::Serialize, serde::Deserialize)]
#[sqlx(type_name = "text", rename_all = "lowercase")]
pub enum Sphere {
    Formal,
    Informal,
}

impl Sphere {
    /// # Errors
    /// [`Unfit::Unknown`].
    pub fn parse(word: &str) -> Result<Self, Unfit> {
        match word.trim().to_lowercase().as_str() {
            "formal" | "formeel" => Ok(Self::Formal),
            "informal" | "informeel" => Ok(Self::Informal),
            _ => Err(Unfit::Unknown),
        }
    }

    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Formal => "formal",
            Self::Informal => "informal",
        }
    }
}

/// Is there room now?
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, sqlx::Type, serde::Serialize, serde::Deserialize,
)]
#[sqlx(type_name = "text", rename_all = "lowercase")]
pub enum Capacity {
    Open,
    Few,
    Waiting,
    Closed,
    #[default]
    Unknown,
}

impl Capacity {
    pub const ALL: [Self; 5] = [Self::Open, Self::Few, Self::Waiting, Self::Closed, Self::Unknown];

    /// # Errors
    /// [`Unfit::Unknown`].
    pub fn parse(word: &str) -> Result<Self, Unfit> {
        Self::ALL.into_iter().find(|capacity| capacity.word() == word.trim()).ok_or(Unfit::Unknown)
    }

    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Few => "few",
            Self::Waiting => "waiting",
            Self::Closed => "closed",
            Self::Unknown => "unknown",
        }
    }
}

macro_rules! way_to_reach {
    ($(#[$doc:meta])* $name:ident, $fits:path) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, sqlx::Type, serde::Serialize, serde::Deserialize)]
        #[sqlx(transparent)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// Empty is allowed: not everybody has one.
            ///
            /// # Errors
            /// [`Unfit`] when it is too long or does not look like one.
            pub fn parse(typed: &str) -> Result<Self, Unfit> {
                let line = Line::parse(typed)?;
                if line.is_empty() {
                    return Ok(Self::default());
                }
                $fits(line.as_str()).map(Self).ok_or(Unfit::Unknown)
            }

            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }

            #[must_use]
            pub fn is_empty(&self) -> bool {
                self.0.is_empty()
            }
        }
    };
}

way_to_reach! {
    /// A telephone number as people write it; [`Phone::dial`] is what a telephone takes.
    Phone, fit_phone
}
way_to_reach! {
    /// An e-mail address of a role.
    Email, fit_email
}
way_to_reach! {
    /// An address on the web, always with `https://` or `http://`: never `javascript:` or another scheme.
    Website, fit_website
}

impl Phone {
    /// Digits and a leading plus, for a `tel:` link; what follows an `x` (an extension) is left out.
    #[must_use]
    pub fn dial(&self) -> String {
        let number = self.0.split(['x', 'X', '#']).next().unwrap_or("");
        number.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect()
    }
}

fn fit_phone(typed: &str) -> Option<String> {
    let digits = typed.chars().filter(char::is_ascii_digit).count();
    (3..=20).contains(&digits).then(|| typed.to_owned())
}

fn fit_email(typed: &str) -> Option<String> {
    let (name, host) = typed.rsplit_once('@')?;
    let plain = |c: char| !c.is_whitespace() && !matches!(c, '<' | '>' | '"' | ',' | ';' | ':' | '@');
    let host_fits =
        host.contains('.') && !host.starts_with('.') && !host.ends_with('.') && host.chars().all(plain);
    (!name.is_empty() && name.chars().all(plain) && host_fits).then(|| typed.to_owned())
}

fn fit_website(typed: &str) -> Option<String> {
    let lower = typed.to_lowercase();
    let address = match lower.split_once("://") {
        Some(("http" | "https", _)) => typed.to_owned(),
        Some(_) => return None,
        None => format!("https://{typed}"),
    };
    let host = address.split("://").nth(1)?.split(['/', '?', '#']).next()?;
    let fits = host.contains('.')
        && !address.chars().any(|c| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '\\'));
    fits.then_some(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_website_never_carries_a_script() {
        assert_eq!(Website::parse("www.voorbeeld.nl/a").unwrap().as_str(), "https://www.voorbeeld.nl/a");
        for bad in [
            "javascript:alert(1)",
            "data:text/html,x",
            "javascript://voorbeeld.nl/%0aalert(1)",
            "een zin. met punt",
            "ftp://a.b",
        ] {
            assert_eq!(Website::parse(bad), Err(Unfit::Unknown), "{bad}");
        }
        assert!(Website::parse("").unwrap().is_empty());
    }

    #[test]
    fn a_phone_number_is_kept_as_written_and_dialled_as_digits() {
        let phone = Phone::parse("+31 (0)88 000 01 23 x4").unwrap();
        assert_eq!(
            (phone.as_str(), phone.dial().as_str()),
            ("+31 (0)88 000 01 23 x4", "+31088000 0123".replace(' ', "").as_str())
        );
        assert_eq!(Phone::parse("bel Fatma"), Err(Unfit::Unknown));
    }

    #[test]
    fn an_email_address_has_a_name_and_a_host() {
        assert!(Email::parse("linde@oosterwaard.voorbeeld").is_ok());
        for bad in ["linde", "a@b", "a b@c.d", "<a@b.c>", "@b.c"] {
            assert_eq!(Email::parse(bad), Err(Unfit::Unknown), "{bad}");
        }
    }
}
