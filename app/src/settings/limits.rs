//! How often somebody may, in times a minute. There is no "off": a very large number is a decision that can be seen.

/// A number of times a minute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PerMinute(u32);

impl PerMinute {
    const MOST: u32 = 10_000_000;

    /// # Errors
    /// The end of a sentence that begins with the name of the setting.
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        let number = text.parse().ok().filter(|number| (1..=Self::MOST).contains(number));
        number.map(Self).ok_or_else(|| {
            format!(
                "must be a number of times a minute, from 1 to {}; there is no way to turn it off",
                Self::MOST
            )
        })
    }

    #[must_use]
    pub const fn get(self) -> u32 {
        self.0
    }
}

/// A minute's worth may come at once; it comes back evenly. An office of hundreds has one address.
/// Signing in has limits of its own that no setting lifts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    pub forms_account: PerMinute,
    pub forms_address: PerMinute,
    pub forms_all: PerMinute,
    pub searches_account: PerMinute,
    pub searches_address: PerMinute,
    pub searches_all: PerMinute,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            forms_account: PerMinute(240),
            forms_address: PerMinute(600),
            forms_all: PerMinute(6_000),
            searches_account: PerMinute(1_200),
            searches_address: PerMinute(6_000),
            searches_all: PerMinute(60_000),
        }
    }
}

impl Limits {
    pub(super) const KEYS: [&str; 6] = [
        "limit_forms_account",
        "limit_forms_address",
        "limit_forms_all",
        "limit_searches_account",
        "limit_searches_address",
        "limit_searches_all",
    ];

    /// The one a key names.
    pub(super) fn of(&mut self, key: &str) -> Option<&mut PerMinute> {
        match key {
            "limit_forms_account" => Some(&mut self.forms_account),
            "limit_forms_address" => Some(&mut self.forms_address),
            "limit_forms_all" => Some(&mut self.forms_all),
            "limit_searches_account" => Some(&mut self.searches_account),
            "limit_searches_address" => Some(&mut self.searches_address),
            "limit_searches_all" => Some(&mut self.searches_all),
            _ => None,
        }
    }

    pub(super) fn shown(&self) -> [(&'static str, String); 6] {
        let mut copy = self.clone();
        Self::KEYS.map(|key| (key, copy.of(key).map_or_else(String::new, |limit| limit.get().to_string())))
    }
}
