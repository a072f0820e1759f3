//! What a form behind the door says when it cannot go, while all that was typed stays in it.

use crate::{Lang, fl, words};

/// The line is lost while it is sent: `data-blijft` of the form, on a page that brings [`crate::assets::LIVE_JS`].
pub fn line_lost(lang: Lang) -> String {
    fl!(words(lang), "line-lost")
}

/// Whoever sends it is not signed in any more: `data-aanmelden` of the same form.
pub fn signed_out(lang: Lang) -> String {
    fl!(words(lang), "signed-out")
}
