//! A postcode of four digits and where its middle lies: for who lives where nobody on the map has a door.

pub mod import;
pub mod store;
#[cfg(test)]
mod tests;

/// Four digits, the first of them no zero.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, sqlx::Type)]
#[sqlx(transparent)]
pub struct Postcode(String);

impl Postcode {
    /// Four digits and nothing else.
    #[must_use]
    pub fn parse(typed: &str) -> Option<Self> {
        let typed = typed.trim();
        let four = typed.len() == 4 && !typed.starts_with('0') && typed.bytes().all(|it| it.is_ascii_digit());
        four.then(|| Self(typed.to_owned()))
    }

    /// As people write it where they live: four digits, perhaps with two letters behind them.
    #[must_use]
    pub fn meant_by(typed: &str) -> Option<Self> {
        let bare: String = typed.chars().filter(|it| !it.is_whitespace()).collect();
        let (four, letters) = bare.split_at_checked(4)?;
        let whole = matches!(letters.len(), 0 | 2) && letters.bytes().all(|it| it.is_ascii_alphabetic());
        Self::parse(four).filter(|_| whole)
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A postcode with the longitude and latitude of its middle.
#[derive(Clone, Debug, PartialEq, sqlx::FromRow)]
pub struct Middle {
    pub postcode: Postcode,
    pub lon: f64,
    pub lat: f64,
}
