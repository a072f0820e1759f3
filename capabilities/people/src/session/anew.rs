//! Showing once more who one is, before anything changes of what one comes in with.

use std::time::Duration;

use access::{Signed, on_to};
use axum::response::Response;
use ground::id::{Id, Municipality};
use ground::moment::Moment;
use ground::trouble::Answer;
use maud::{Markup, html};
use ui::{Frame, button, buttons, fl};

use super::{Proof, store};
use crate::account::store as accounts;
use crate::passkey::{self, store as passkeys};
use crate::{People, words};

/// So long after somebody showed who it is, keys and accounts can be added and taken away.
pub(crate) const FRESH: Duration = Duration::from_secs(5 * 60);

/// Where somebody reads that this comes first, and that nothing was changed.
pub(crate) const FIRST: &str = "/ik?gedaan=eerst-aanmelden";

/// Where somebody goes on who showed it once more.
pub(crate) const ANEW: &str = "/ik?gedaan=opnieuw";

/// Where somebody reads that the municipality let them through without asking.
pub(crate) const NOT_ASKED: &str = "/ik?gedaan=niet-gevraagd";

/// A clock that was set back makes nothing last longer.
pub(crate) fn is_fresh(proved: Option<Moment>, now: Moment) -> bool {
    proved.is_some_and(|at| now >= at && now < at.plus(FRESH))
}

impl People {
    /// Whether it was shown a moment ago who this is: who only holds the phone of somebody changes no key of theirs.
    pub(crate) async fn is_surely(&self, here: Municipality, signed: &Signed) -> Answer<bool> {
        let session = store::proof_of(&self.db, here, Id::from_uuid(signed.session)).await?;
        let Some((proof, proved)) = session else { return Ok(false) };
        let person = Id::from_uuid(signed.person);
        Ok(match proof {
            // Who came by a link has nothing else to show yet; with a key or an account, there is.
            Proof::Link => {
                passkeys::of_person(&self.db, here, person).await?.is_empty()
                    && accounts::of_person(&self.db, here, person).await?.is_empty()
            }
            // Whoever presses the demo's button shows nothing, however often.
            Proof::Demo => true,
            Proof::Passkey | Proof::Account => is_fresh(proved, self.now()),
        })
    }
}

/// Nothing was done: to the own page, where it can be shown once more.
pub(crate) fn first() -> Response {
    on_to(FIRST.to_owned())
}

/// With what somebody can show it.
#[derive(Clone, Copy)]
pub(crate) struct By<'b> {
    pub(crate) key: bool,
    /// What the municipality's own sign-in is called, for who connected an account.
    pub(crate) account: Option<&'b str>,
}

/// Instead of the forms that change something.
pub(crate) fn ask(frame: &Frame, by: By<'_>) -> Markup {
    let w = words(frame.lang);
    html! {
        p { (fl!(w, "anew-lead")) }
        @if by.key { (passkey::once_more(frame)) }
        @if let Some(name) = by.account {
            (buttons(button(fl!(w, "anew-account", name = name)).secondary().to("/aanmelden/account?opnieuw")))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_it_is_was_shown_for_five_minutes_and_not_longer_by_a_clock_that_was_set_back() {
        let shown = Moment::fixed(1_764_079_200_000_000);
        let second = Duration::from_secs(1);
        assert!(is_fresh(Some(shown), shown) && is_fresh(Some(shown), shown.plus(FRESH).minus(second)));
        assert!(!is_fresh(Some(shown), shown.plus(FRESH)) && !is_fresh(Some(shown), shown.minus(second)));
        assert!(!is_fresh(None, shown));
    }
}
