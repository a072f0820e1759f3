//! The page that asks for the operator's token.

use maud::{Markup, html};
use ui::{Frame, Page, button, error_summary, field, fl, page};

use crate::words;

/// Why the door stays shut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    Wrong,
    /// The installation has no token.
    NoKey,
}

/// The same page for every address of the desk, whether it exists or not.
#[must_use]
pub fn sign_in(frame: &Frame, next: &str, refused: Option<Refused>) -> Markup {
    let w = words(frame.lang);
    let wrong = (refused == Some(Refused::Wrong)).then(|| fl!(w, "sign-in-wrong"));
    let lead =
        if refused == Some(Refused::NoKey) { fl!(w, "sign-in-no-key") } else { fl!(w, "sign-in-lead") };
    page(
        frame,
        Page::new(fl!(w, "sign-in")).lead(lead),
        html! {
            @if let Some(wrong) = &wrong { (error_summary(frame.lang, &[("token", wrong)])) }
            @if refused != Some(Refused::NoKey) {
                form.stapel method="post" action="/beheer/aanmelden" {
                    input type="hidden" name="next" value=(next);
                    (field(frame.lang, "token", fl!(w, "sign-in-token"))
                        .kind("password")
                        .autocomplete("current-password")
                        .hint(fl!(w, "sign-in-token-hint"))
                        .error(wrong))
                    (ui::buttons(html! { (button(fl!(w, "sign-in-go"))) }))
                }
            }
        },
    )
}

/// The button that ends the session.
#[must_use]
pub fn sign_out(frame: &Frame) -> Markup {
    html! {
        form method="post" action="/beheer/afmelden" {
            (ui::csrf(frame))
            (button(fl!(words(frame.lang), "sign-out")).subtle())
        }
    }
}
