//! The letter with an invitation: that one is invited, in which municipality, and the link. Nothing else.

use ground::mail::Letter;
use ground::moment::Moment;
use ui::{Lang, fl};

use crate::words;

/// In the language of who invites: nobody knows the other's yet.
pub(super) fn letter(lang: Lang, id: String, to: &str, town: &str, link: &str, at: Moment) -> Letter {
    let w = words(lang);
    let plain = |text: String| ui::plain(&text);
    let subject = plain(fl!(w, "letter-subject", town = town));
    let lead = plain(fl!(w, "letter-lead", town = town));
    let once = plain(fl!(w, "letter-once"));
    let not_you = plain(fl!(w, "letter-not-you"));
    let open = plain(fl!(w, "letter-open"));
    let text = format!("{lead}\n\n{open}:\n{link}\n\n{once}\n{not_you}\n");
    let html = maud::html! {
        (maud::DOCTYPE)
        html lang=(lang.code()) dir=(lang.dir()) {
            head { meta charset="utf-8"; title { (subject) } }
            body {
                p { (lead) }
                p { a href=(link) { (open) } }
                p { (once) }
                p { (not_you) }
            }
        }
    };
    Letter { id, to: to.to_owned(), subject, text, html: html.into_string(), at, stops_at: None }
}
