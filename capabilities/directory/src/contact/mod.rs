//! A person to ask for: always a role; a name and a photo only with that person's consent.

pub mod people;
pub mod store;
pub mod unnamed;

use ground::id::Id;
use ground::moment::Moment;

use crate::language::Languages;
use crate::party::{Email, Party, Phone};
use crate::wording::{Line, Name};

#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Contact {
    pub id: Id<Contact>,
    pub party: Id<Party>,
    /// gids, vrijwilliger, coördinator, opbouwwerker, medewerker, sleutelfiguur …
    pub role: Name,
    pub name: Option<Consented<Name>>,
    /// A small JPEG without any metadata: here only since when; the bytes are asked for by themselves.
    pub photo: Option<Moment>,
    pub note: Line,
    pub languages: Languages,
    pub phone: Phone,
    pub email: Email,
    /// Mail to the address came back, and since then nobody changed or confirmed it.
    #[serde(skip)]
    pub mail_returns: bool,
}

impl Contact {
    /// The address for who wants to reach somebody: empty while mail to it comes back.
    #[must_use]
    pub fn mailbox(&self) -> &str {
        if self.mail_returns { "" } else { self.email.as_str() }
    }
}

/// Something about a person that is here because that person said yes, and since when.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Consented<T> {
    pub value: T,
    pub since: Moment,
}
