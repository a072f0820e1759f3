//! The page with the ways in.

use std::collections::HashMap;

use maud::{Markup, html};
use ui::{Frame, Page, button, fl, page};

use super::pages::Ways;
use crate::membership::role_name;
use crate::words;

/// The same page for every address that is not for strangers, whether it exists or not. `unsent`: what somebody sent there
/// after the session was over.
#[must_use]
pub fn sign_in(frame: &Frame, ways: &Ways, unsent: Option<&Markup>) -> Markup {
    let w = words(frame.lang);
    page(
        frame,
        Page::new(fl!(w, "sign-in")).lead(fl!(w, "sign-in-lead")).here("ik"),
        html! {
            @if let Some(unsent) = unsent { (unsent) }
            (crate::passkey::at_the_door(frame))
            @if !ways.someone.is_empty() {
                section.stapel {
                    h2 { (fl!(w, "one-click")) }
                    p { (fl!(w, "one-click-lead")) }
                    form.knoppen.knoppen--breed method="post" action="/aanmelden/demo" {
                        @for someone in &ways.someone {
                            (button(html! {
                                (role_name(frame.lang, someone.role)) " (" bdi { (someone.name) } ")"
                            }).secondary().sends("key", someone.key))
                        }
                    }
                }
            }
            @if let Some(name) = &ways.account {
                @let told = crate::account::of_provider(frame.lang);
                (ui::buttons(button(told.get_args("provider-begin", HashMap::from([("name", name.clone())])))
                    .to("/aanmelden/account")))
            }
            (ui::buttons(button(fl!(w, "recovery-link")).secondary().to("/terug")))
            section.stapel {
                h2 { (fl!(w, "no-way-in")) }
                p { (fl!(w, "no-way-in-lead")) }
                p { a href="/beheer/sleutel" { (fl!(w, "operator-key")) } }
            }
        },
    )
}

/// For who was let in once and belongs nowhere now. In another language it is the door again.
pub(super) fn belongs_nowhere(frame: &Frame) -> Markup {
    let frame = &Frame { path: "/aanmelden".to_owned(), ..frame.clone() };
    let w = words(frame.lang);
    page(
        frame,
        Page::new(fl!(w, "account-not")).lead(fl!(w, "me-nowhere")).here("ik"),
        ui::buttons(button(fl!(w, "sign-in")).to("/aanmelden")),
    )
}
