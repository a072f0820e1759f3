//! Why a form was not taken, with all that was typed in it and a button to send it after all.

use maud::{Markup, html};
use ui::{Frame, Page, Tone, button, buttons, csrf, fl, notice, page};

use crate::{Fields, words};

/// Why a form was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Why {
    NoKey,
    Elsewhere,
    Changed,
}

/// What was typed is in the page, under a new key.
pub(super) fn again(frame: &Frame, to: &str, why: Why, typed: &Fields) -> Markup {
    let w = words(frame.lang);
    let kept = typed.iter().filter(|(name, _)| !matches!(*name, "csrf" | "once"));
    page(
        frame,
        Page::new(fl!(w, "once-again")).lead(sentence(frame, why)),
        html! {
            (notice(Tone::Attention, fl!(w, "once-kept")))
            form.stapel method="post" action=(to) {
                (csrf(frame))
                @for (name, value) in kept { input type="hidden" name=(name) value=(value); }
                (buttons(html! { (button(fl!(w, "once-send"))) }))
            }
        },
    )
}

/// Part of the page with the ways in.
pub(super) fn unsent(frame: &Frame, typed: &[String]) -> Markup {
    let w = words(frame.lang);
    html! {
        section.stapel {
            h2 { (fl!(w, "once-unsent")) }
            p { (fl!(w, "once-unsent-how")) }
            (as_typed(typed))
        }
    }
}

/// The page was of a session that is over.
pub(super) fn of_before(frame: &Frame, typed: &[String]) -> Markup {
    let w = words(frame.lang);
    page(
        frame,
        Page::new(fl!(w, "once-unsent")).lead(fl!(w, "once-unproved")),
        html! { section.stapel { (as_typed(typed)) } },
    )
}

fn as_typed(typed: &[String]) -> Markup {
    html! { @for words in typed { blockquote.citaat.getypt dir="auto" { (words) } } }
}

/// A file cannot be put back into a page.
pub(super) fn reload(frame: &Frame, why: Why) -> Markup {
    let w = words(frame.lang);
    page(
        frame,
        Page::new(fl!(w, "once-again")).lead(sentence(frame, why)),
        html! { (notice(Tone::Attention, fl!(w, "once-reload"))) },
    )
}

/// It was done and led to no other page.
pub(super) fn done(frame: &Frame) -> Markup {
    let w = words(frame.lang);
    page(frame, Page::new(fl!(w, "once-done")).lead(fl!(w, "once-done-text")), html! {})
}

fn sentence(frame: &Frame, why: Why) -> String {
    let w = words(frame.lang);
    match why {
        Why::NoKey => fl!(w, "once-no-key"),
        Why::Elsewhere => fl!(w, "once-elsewhere"),
        Why::Changed => fl!(w, "once-changed"),
    }
}
