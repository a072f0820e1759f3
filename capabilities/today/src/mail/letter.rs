//! The letters: one that asks whether the address is right, one that says that something waits. Nothing of anybody is in them.

use directory::municipality::Municipality;
use ground::mail::Letter;
use ground::moment::Moment;
use ui::{Lang, fl};

use super::Mail;
use crate::words;

/// What a letter is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum About {
    /// Is this your address?
    Confirm,
    /// Something waits.
    Waits,
}

/// `id`: known to whoever reads a mail server's answer; `home`: what stands before a path.
pub(super) fn letter(
    about: About,
    mail: &Mail,
    town: &Municipality,
    home: &str,
    id: String,
    at: Moment,
) -> Letter {
    let (lang, w) = (mail.language, words(mail.language));
    let link = format!("{home}/mail/{}", mail.token.as_str());
    let town = town.name.as_str();
    let (subject, lead, open, to, end) = match about {
        About::Confirm => (
            fl!(w, "letter-confirm-subject"),
            fl!(w, "letter-confirm-lead", town = town),
            fl!(w, "letter-confirm-open"),
            link.clone(),
            fl!(w, "letter-confirm-not-you"),
        ),
        About::Waits => (
            fl!(w, "letter-waits-subject"),
            fl!(w, "letter-waits-lead", town = town),
            fl!(w, "letter-waits-open"),
            format!("{home}/vandaag"),
            fl!(w, "letter-waits-why"),
        ),
    };
    let [subject, lead, open, end] = [subject, lead, open, end].map(|text| ui::plain(&text));
    let stop = (about == About::Waits).then(|| ui::plain(&fl!(w, "letter-stop")));
    let mut text = format!("{lead}\n\n{open}:\n{to}\n\n{end}\n");
    if let Some(stop) = &stop {
        text.push_str(&format!("{stop}:\n{link}\n"));
    }
    let html = page(lang, &subject, &lead, (&open, &to), &end, stop.as_deref().map(|stop| (stop, &*link)));
    Letter {
        id,
        to: mail.address.as_str().to_owned(),
        subject,
        text,
        // Short lines: some servers take no longer ones.
        html: html.replace("><p", ">\n<p"),
        at,
        stops_at: (about == About::Waits).then_some(link),
    }
}

fn page(
    lang: Lang,
    subject: &str,
    lead: &str,
    (open, to): (&str, &str),
    end: &str,
    stop: Option<(&str, &str)>,
) -> String {
    let page = maud::html! {
        (maud::DOCTYPE)
        html lang=(lang.code()) dir=(lang.dir()) {
            head { meta charset="utf-8"; title { (subject) } }
            body {
                p { (lead) }
                p { a href=(to) { strong { (open) } } }
                p { (end) }
                @if let Some((stop, link)) = stop { p { a href=(link) { (stop) } } }
            }
        }
    };
    page.into_string()
}
