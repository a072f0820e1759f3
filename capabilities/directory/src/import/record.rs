//! What a file says, in our own words: the one shape in which every reader hands over what it found.

use crate::area::AreaCode;
use crate::confirmation::Confirmation;
use crate::language::Languages;
use crate::offer::Way;
use crate::offer::opening::Opening;
use crate::party::{Capacity, Email, Phone, RoleAddress, Sphere};
use crate::place::Whereabouts;
use crate::theme::{Theme, Themes};
use crate::wording::{Line, Lines, Name, Prose};

/// Where in what was imported: the file inside the upload, and the line (or, for JSON, the record) counted from 1.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct At {
    pub file: String,
    pub line: u64,
}

/// A party with everything that hangs on it. Its key and those below it are unique within one source.
#[derive(Clone, Debug, PartialEq)]
pub struct PartyRecord {
    pub at: At,
    pub key: String,
    /// Absent where the file does not say: the import's own setting decides.
    pub sphere: Option<Sphere>,
    pub name: Name,
    pub summary: Prose,
    pub call_for: Lines,
    pub not_for: Lines,
    pub languages: Languages,
    pub best_way: Line,
    pub lived_experience: Prose,
    pub works_gladly: Prose,
    pub capacity: Capacity,
    pub capacity_note: Line,
    pub role: RoleAddress,
    pub serves: Vec<AreaCode>,
    /// Absent where the file does not say: then whoever names no areas works everywhere.
    pub serves_all: Option<bool>,
    /// What a human confirmed elsewhere, in which role.
    pub confirmed: Option<Confirmation>,
    pub places: Vec<PlaceRecord>,
    pub contacts: Vec<ContactRecord>,
    pub offers: Vec<OfferRecord>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct PlaceRecord {
    pub at: At,
    pub key: String,
    pub whereabouts: Whereabouts,
}

/// A way to a person by role. A file is no consent: names of people in it are never taken over.
#[derive(Clone, Debug, PartialEq)]
pub struct ContactRecord {
    pub role: Name,
    pub note: Line,
    pub languages: Languages,
    pub phone: Phone,
    pub email: Email,
}

#[derive(Clone, Debug, PartialEq)]
pub struct OfferRecord {
    pub at: At,
    pub key: String,
    pub name: Name,
    pub summary: Prose,
    pub does: Lines,
    pub does_not: Lines,
    pub for_whom: Line,
    pub themes: Themes,
    pub languages: Languages,
    pub way: Way,
    pub opening: Opening,
    pub opening_note: Line,
    pub cost: Line,
    pub capacity: Capacity,
    pub confirmed: Option<Confirmation>,
    /// Keys of places of the same party.
    pub places: Vec<String>,
}

/// A theme that another municipality made itself. What it is for and its Arabic name do not leave the house.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThemeRecord {
    pub at: At,
    pub theme: Theme,
    /// One on top: known here, or of the same file.
    pub parent: Option<Theme>,
    pub nl: Line,
    pub en: Line,
}

/// What became of something in the file that was not simply taken over. `detail` never holds a person's data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    pub outcome: Outcome,
    pub at: At,
    pub key: String,
    pub reason: Reason,
    pub detail: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// Could not be taken over at all.
    Refused,
    /// Is meant not to be public (inactive, internal, private, asked not to be listed).
    LeftOut,
    /// Taken over after repair, or without the one value that could not be; the reason says which.
    Mended,
    /// Taken over as it stands; somebody should look at it.
    Noted,
}

/// Each reason has its sentence in i18n as `import-reason-<word>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reason {
    NoName,
    NoKey,
    DoubleKey,
    NoParty,
    UnknownParty,
    UnknownPlace,
    UnknownOffer,
    TooLong,
    BadPoint,
    SwappedPoint,
    BadDate,
    BadTime,
    BadPhone,
    BadEmail,
    BadWebsite,
    UnknownLanguage,
    UnknownTheme,
    UnknownArea,
    LostAccent,
    RoundedKey,
    Marker,
    LiteralNewline,
    SeveralKeys,
    Backtick,
    Markup,
    WrongColumns,
    UnclosedQuote,
    NotText,
    Inactive,
    Internal,
    Person,
    DoNotList,
    SameRecord,
    CutOff,
    Confidential,
    /// In words we do not know: then it is.
    UnclearConfidential,
    /// A table, column or row that has no place on the map; `detail` names it.
    NotUsed,
    /// What stands where an address should stand is none.
    NoAddress,
    /// Its validity ended before today.
    Past,
}
