//! What stands beside a box in which somebody was busy before, and the text where there is no box any more.

use maud::{Markup, Render as _, html};
use ui::{Frame, Tone, button, fl, more, notice};

use super::Place;
use crate::words;

/// Says that the text is the one that was not sent, with a way to be rid of it.
#[must_use]
pub fn told(frame: &Frame, place: &impl Place) -> Markup {
    let w = words(frame.lang);
    away(frame, place, |away| notice(Tone::Calm, fl!(w, "draft-kept")).body(away).render())
}

/// The text itself, where there is no box to go on with it.
#[must_use]
pub fn left(frame: &Frame, place: &impl Place, text: &str) -> Markup {
    let w = words(frame.lang);
    more(
        fl!(w, "draft-typed"),
        html! {
            div dir="auto" { @for line in text.lines().filter(|line| !line.trim().is_empty()) { p { (line) } } }
            (away(frame, place, |away| away))
        },
    )
}

/// A form that throws it away, with its button where `around` puts it.
fn away(frame: &Frame, place: &impl Place, around: impl FnOnce(Markup) -> Markup) -> Markup {
    let w = words(frame.lang);
    html! {
        form method="post" action=(place.kept_at()) {
            (ui::csrf(frame))
            input type="hidden" name="plek" value=(place.word());
            (around(html! { (button(fl!(w, "draft-away")).subtle().sends("weg", "ja")) }))
        }
    }
}
