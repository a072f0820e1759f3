//! An invitation: one link, for one person, once. Opening it binds it to the browser; from then on it counts ten minutes.

pub mod joining;
mod letter;
mod meant;
pub mod pages;
mod qr;
pub mod store;
mod view;

pub(crate) use view::{form, hash_of, hash_text};

use std::time::Duration;

use access::LinkToken;
use axum::http::HeaderMap;
use axum::http::header::COOKIE;
use ground::moment::Moment;
use subtle::ConstantTimeEq as _;
use uuid::Uuid;

use crate::membership::Belongs;
use crate::session::Cookies;

/// Who stands beside you opens it now.
pub const BESIDE_YOU: Duration = Duration::from_secs(10 * 60);

/// Who finds it in the mail may take a few days.
pub const BY_MAIL: Duration = Duration::from_secs(7 * 24 * 60 * 60);

/// Once opened, it is taken within ten minutes or not at all.
pub const ONCE_OPENED: Duration = Duration::from_secs(10 * 60);

/// So many can be open in one browser; of one more, the oldest is open no longer.
const AT_ONCE: usize = 8;

#[derive(Clone, Debug)]
pub struct Invitation {
    pub token_hash: Vec<u8>,
    pub belongs: Belongs,
    /// The person who invited; nobody when it was the operator.
    pub invited_by: Option<Uuid>,
    pub created_at: Moment,
    pub ends_at: Moment,
    /// That a letter with it went, and to which address; a digest under the link's own secret, which is kept nowhere.
    pub mailed_to: Option<Vec<u8>>,
    pub opened: Option<Opened>,
    pub taken_at: Option<Moment>,
}

#[derive(Clone, Debug)]
pub struct Opened {
    pub at: Moment,
    pub browser_hash: Vec<u8>,
}

/// How an invitation stands for whoever looks at it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nobody opened it yet.
    Waiting,
    /// Opened in this browser, less than ten minutes ago.
    Yours,
    /// Opened in another browser.
    Elsewhere,
    Taken,
    /// Nobody opened it in time.
    Over,
    /// Opened, and not taken within ten minutes.
    RanOut,
    /// By our clock it was made or opened later than now: the clock is wrong, or was.
    ClockWrong,
}

impl Standing {
    /// As the log has it.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Yours => "yours",
            Self::Elsewhere => "elsewhere",
            Self::Taken => "taken",
            Self::Over | Self::RanOut => "over",
            Self::ClockWrong => "clock",
        }
    }
}

impl Invitation {
    #[must_use]
    pub fn standing(&self, browser: Option<&LinkToken>, now: Moment) -> Standing {
        if self.taken_at.is_some() {
            return Standing::Taken;
        }
        // A clock that was set back makes nothing younger, and nothing old either.
        if now < self.opened.as_ref().map_or(self.created_at, |opened| opened.at) {
            return Standing::ClockWrong;
        }
        match &self.opened {
            None if now < self.ends_at => Standing::Waiting,
            Some(opened) if now < opened.at.plus(ONCE_OPENED) => {
                let same = browser.is_some_and(|token| token.digest().ct_eq(&opened.browser_hash).into());
                if same { Standing::Yours } else { Standing::Elsewhere }
            }
            None => Standing::Over,
            Some(_) => Standing::RanOut,
        }
    }
}

impl Cookies {
    const fn joining(self) -> &'static str {
        if self.secure { "__Host-samenspel-uitnodiging-" } else { "samenspel-uitnodiging-" }
    }

    /// One for each invitation: two that are open in one browser leave each other alone.
    fn joining_by(self, token_hash: &[u8]) -> String {
        format!("{}{}", self.joining(), hash_text(token_hash.get(..8).unwrap_or_default()))
    }

    /// The secret of the browser that opened this invitation.
    pub(crate) fn browser(self, headers: &HeaderMap, token_hash: &[u8]) -> Option<LinkToken> {
        access::operator::cookie(headers, &self.joining_by(token_hash)).and_then(LinkToken::parse)
    }

    /// Lax and not Strict: whoever goes back to the mail and taps the link once more has it open still. What takes it is a form
    /// of our own page.
    pub(crate) fn bind(self, token_hash: &[u8], browser: &LinkToken) -> String {
        self.lax_line(&self.joining_by(token_hash), browser.as_str(), ONCE_OPENED.as_secs())
    }

    pub(crate) fn unbind(self, token_hash: &[u8]) -> String {
        self.lax_line(&self.joining_by(token_hash), "", 0)
    }

    /// Takes away what is too much once one more is open. A browser sends first what it has longest.
    pub(crate) fn crowded_out(self, headers: &HeaderMap) -> Vec<String> {
        let ours = |name: &&str| {
            let mark = name.strip_prefix(self.joining()).unwrap_or_default();
            mark.len() == 16 && mark.bytes().all(|byte| byte.is_ascii_hexdigit())
        };
        let lines = headers.get_all(COOKIE).iter().filter_map(|line| line.to_str().ok());
        let pairs = lines.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
        let open: Vec<&str> = pairs.map(|(name, _)| name).filter(ours).collect();
        let too_many = (open.len() + 1).saturating_sub(AT_ONCE);
        open.into_iter().take(too_many).map(|name| self.lax_line(name, "", 0)).collect()
    }
}

#[cfg(test)]
mod tests {
    use access::Role;

    use super::*;

    const NOON: Moment = Moment::fixed(1_764_079_200_000_000);
    const MINUTE: u64 = 60;
    const WEEK: u64 = 7 * 24 * 60 * MINUTE;

    fn after(seconds: u64) -> Moment {
        NOON.plus(Duration::from_secs(seconds))
    }

    fn invitation(lasts: Duration) -> Invitation {
        Invitation {
            token_hash: Vec::new(),
            belongs: Belongs::new(Role::Manager, None).unwrap(),
            invited_by: None,
            created_at: NOON,
            ends_at: NOON.plus(lasts),
            mailed_to: None,
            opened: None,
            taken_at: None,
        }
    }

    fn opened(lasts: Duration, at: Moment, browser: &LinkToken) -> Invitation {
        Invitation { opened: Some(Opened { at, browser_hash: browser.digest() }), ..invitation(lasts) }
    }

    #[test]
    fn an_invitation_waits_as_long_as_was_said_and_then_it_is_over() {
        for (lasts, seconds, standing) in [
            (BESIDE_YOU, 0, Standing::Waiting),
            (BESIDE_YOU, 10 * MINUTE - 1, Standing::Waiting),
            (BESIDE_YOU, 10 * MINUTE, Standing::Over),
            (BY_MAIL, 10 * MINUTE, Standing::Waiting),
            (BY_MAIL, WEEK - 1, Standing::Waiting),
            (BY_MAIL, WEEK, Standing::Over),
        ] {
            assert_eq!(invitation(lasts).standing(None, after(seconds)), standing, "{lasts:?} {seconds}");
        }
    }

    #[test]
    fn who_opened_an_invitation_has_ten_minutes_in_that_browser_and_nobody_has_more() {
        let (phone, other) = (LinkToken::new().unwrap(), LinkToken::new().unwrap());
        // Opened at once, in the last second beside somebody, and in the last second of the mail.
        for (lasts, at) in [(BESIDE_YOU, 0), (BESIDE_YOU, 10 * MINUTE - 1), (BY_MAIL, WEEK - 1)] {
            let one = opened(lasts, after(at), &phone);
            for (seconds, own, others) in [
                (0, Standing::Yours, Standing::Elsewhere),
                (10 * MINUTE - 1, Standing::Yours, Standing::Elsewhere),
                (10 * MINUTE, Standing::RanOut, Standing::RanOut),
                (WEEK, Standing::RanOut, Standing::RanOut),
            ] {
                let now = after(at + seconds);
                assert_eq!(one.standing(Some(&phone), now), own, "{at} {seconds}");
                for nobody in [None, Some(&other)] {
                    assert_eq!(one.standing(nobody, now), others, "{at} {seconds}");
                }
            }
        }
    }

    #[test]
    fn a_clock_that_was_set_back_makes_no_invitation_younger_and_is_told_apart_from_one_that_is_over() {
        let phone = LinkToken::new().unwrap();
        let before = |moment: Moment| moment.minus(Duration::from_secs(1));
        for lasts in [BESIDE_YOU, BY_MAIL] {
            assert_eq!(invitation(lasts).standing(None, before(NOON)), Standing::ClockWrong);
            let one = opened(lasts, after(5 * MINUTE), &phone);
            for now in [before(NOON), NOON, before(after(5 * MINUTE))] {
                assert_eq!(one.standing(Some(&phone), now), Standing::ClockWrong, "{now}");
            }
        }
    }

    #[test]
    fn an_invitation_that_was_taken_stays_so_whatever_the_clock_says() {
        let phone = LinkToken::new().unwrap();
        let taken = Invitation { taken_at: Some(NOON), ..opened(BY_MAIL, NOON, &phone) };
        for now in [NOON.minus(BY_MAIL), NOON, NOON.plus(BY_MAIL), after(2 * WEEK)] {
            assert_eq!(taken.standing(Some(&phone), now), Standing::Taken, "{now}");
        }
    }

    #[test]
    fn each_invitation_has_a_cookie_of_its_own_that_a_link_in_the_mail_brings_along_and_eight_at_most() {
        let https = Cookies { secure: true };
        let (phone, of) = (LinkToken::new().unwrap(), |digit: u8| vec![digit; 32]);
        let set = https.bind(&of(1), &phone);
        let name = "__Host-samenspel-uitnodiging-0101010101010101";
        let how = "Path=/; Max-Age=600; HttpOnly; SameSite=Lax; Secure";
        assert_eq!(set, format!("{name}={}; {how}", phone.as_str()));
        let carried = |count: u8| {
            let one = |digit| https.bind(&of(digit), &phone).split(';').next().unwrap_or_default().to_owned();
            let all: Vec<String> = (1..=count).map(one).collect();
            HeaderMap::from_iter([(COOKIE, all.join("; ").parse().unwrap())])
        };
        let headers = carried(2);
        assert!(https.browser(&headers, &of(1)).is_some() && https.browser(&headers, &of(2)).is_some());
        assert!(https.browser(&headers, &of(3)).is_none());
        assert!(https.crowded_out(&carried(7)).is_empty());
        let gone = https.crowded_out(&carried(9));
        assert_eq!(gone, [https.unbind(&of(1)), https.unbind(&of(2))]);
    }
}
