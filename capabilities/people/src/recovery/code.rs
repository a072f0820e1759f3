//! The code that is said aloud: eight digits that follow from the secret of the browser and when they are shown, kept nowhere.

use access::LinkToken;
use ground::moment::Moment;
use sha2::{Digest as _, Sha256};

const DIGITS: usize = 8;
const ALL: u64 = 100_000_000;

/// It opens nothing by itself: it says which waiting browser two colleagues mean.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Code(u64);

impl Code {
    /// The one that this browser shows since then: another one each time.
    #[must_use]
    pub(super) fn of(browser: &LinkToken, shown_at: Moment) -> Self {
        let digest = Sha256::new_with_prefix("samenspel terug ")
            .chain_update(browser.as_str())
            .chain_update(shown_at.micros().to_be_bytes())
            .finalize();
        Self(digest.iter().take(8).fold(0_u64, |all, byte| all << 8 | u64::from(*byte)) % ALL)
    }

    /// As somebody types what was read aloud: in twos or fours, in the digits of the own language.
    #[must_use]
    pub(super) fn parse(typed: &str) -> Option<Self> {
        let mut digits = Vec::with_capacity(DIGITS);
        for letter in typed.trim().chars() {
            match letter {
                ' ' | '\u{a0}' | '-' | '.' => {}
                '0'..='9' => digits.push(letter as u64 - '0' as u64),
                '٠'..='٩' => digits.push(letter as u64 - '٠' as u64),
                '۰'..='۹' => digits.push(letter as u64 - '۰' as u64),
                _ => return None,
            }
            if digits.len() > DIGITS {
                return None;
            }
        }
        (digits.len() == DIGITS).then(|| Self(digits.into_iter().fold(0, |all, digit| all * 10 + digit)))
    }

    /// As it stands on the screen: two groups of four are easy to say and to hear.
    #[must_use]
    pub(super) fn spoken(self) -> String {
        format!("{:04} {:04}", self.0 / 10_000, self.0 % 10_000)
    }

    /// What is kept of it.
    #[must_use]
    pub(super) fn digest(self) -> Vec<u8> {
        Sha256::digest(format!("samenspel code {:08}", self.0)).to_vec()
    }
}

impl std::fmt::Debug for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Code(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_on_the_screen_is_what_is_typed_however_it_is_grouped() {
        let browser = LinkToken::parse(&"a1".repeat(32)).unwrap();
        let noon = Moment::fixed(1_764_079_200_000_000);
        let code = Code::of(&browser, noon);
        assert!(Code::parse(&code.spoken()) == Some(code));
        assert!(Code::of(&LinkToken::parse(&"a2".repeat(32)).unwrap(), noon) != code);
        assert!(Code::of(&browser, noon.plus(std::time::Duration::from_secs(600))) != code);
        for typed in ["0012 3456", "00123456", " 00-12-34-56 ", "00.12.34.56", "٠٠١٢٣٤٥٦", "۰۰۱۲ ۳۴۵۶"]
        {
            assert_eq!(Code::parse(typed).unwrap().spoken(), "0012 3456", "{typed}");
        }
        for wrong in ["", "1234567", "123456789", "1234 567a", "１２３４５６７８", "-12345678x"] {
            assert!(Code::parse(wrong).is_none(), "{wrong}");
        }
        assert_eq!(format!("{code:?}"), "Code(…)");
    }
}
