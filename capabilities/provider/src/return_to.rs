//! Where somebody wanted to go before signing in: only ever a path of our own.

/// A path of this site, with what stands after `?`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReturnTo(String);

/// Longer than any address of ours.
const LONGEST: usize = 1_000;

impl ReturnTo {
    /// None for anything a browser could read as another site: `//host`, `/\host`, a scheme, a control character.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let plain = |c: char| c.is_ascii_graphic() && c != '\\';
        let ours = text.starts_with('/') && !text.starts_with("//");
        (ours && text.len() <= LONGEST && text.chars().all(plain)).then(|| Self(text.to_owned()))
    }

    /// The front page.
    #[must_use]
    pub fn front() -> Self {
        Self("/".to_owned())
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
