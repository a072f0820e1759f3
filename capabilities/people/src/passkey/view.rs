//! One's own keys in a list, the form that makes one, and the button at the door.

use maud::{Markup, html};
use ui::{Frame, Icon, Tone, button, buttons, field, fl, notice};

use super::Key;
use crate::invitation::hash_text;
use crate::session::anew;
use crate::when::when;
use crate::words;

/// What the own page shows of somebody's keys.
pub(crate) struct Mine<'m> {
    pub(crate) keys: &'m [Key],
    /// Whether the policies let this person take one away.
    pub(crate) may_remove: bool,
    /// Whether a key comes before everything else.
    pub(crate) first: bool,
    /// Whether the last one may go: there is another way in.
    pub(crate) another_way: bool,
    /// With what it must be shown once more who this is; nothing when that was done a moment ago.
    pub(crate) anew: Option<anew::By<'m>>,
}

pub(crate) fn mine(frame: &Frame, mine: &Mine<'_>) -> Markup {
    let w = words(frame.lang);
    let make = button(fl!(w, "key-make")).icon(Icon::Lock);
    let make = if mine.first { make } else { make.secondary() };
    let last = mine.keys.len() == 1 && !mine.another_way;
    html! {
        section.stapel #sleutels {
            h2 { (fl!(w, "keys")) }
            p { (fl!(w, "keys-lead")) }
            @if mine.keys.len() < 2 { p { (fl!(w, "keys-two")) } }
            @if !mine.keys.is_empty() {
                ul.rijen { @for key in mine.keys { li.stapel.krap { (one(frame, mine, key, last)) } } }
            }
            @if let Some(by) = mine.anew {
                (anew::ask(frame, by))
            } @else {
                (ceremony(frame, "/ik/sleutel", html! {
                    form.stapel method="post" action="/ik/sleutel/begin" {
                        (ui::csrf(frame))
                        (field(frame.lang, "sleutelnaam", fl!(w, "key-name")).hint(fl!(w, "key-name-hint")).optional().max(120))
                        (buttons(make))
                    }
                }))
            }
        }
    }
}

fn one(frame: &Frame, mine: &Mine<'_>, key: &Key, last: bool) -> Markup {
    let (w, lang) = (words(frame.lang), frame.lang);
    html! {
        p {
            strong { bdi { (key.name) } }
            br;
            span.zacht {
                (fl!(w, "key-made-at", moment = when(lang, key.created_at)))
                @if let Some(used) = key.used_at { " " (fl!(w, "key-used-at", moment = when(lang, used))) }
            }
        }
        @if last {
            p.zacht { (fl!(w, "key-last")) }
        } @else if mine.may_remove && mine.anew.is_none() {
            details {
                summary { (fl!(w, "key-remove")) }
                form.stapel method="post" action="/ik/sleutel/weg" {
                    (ui::csrf(frame))
                    input type="hidden" name="key" value=(hash_text(&key.hash));
                    p { (fl!(w, "key-remove-note")) }
                    (buttons(button(fl!(w, "key-remove-sure")).secondary().icon(Icon::Bin)))
                }
            }
        }
    }
}

/// The way in with a key.
pub(crate) fn at_the_door(frame: &Frame) -> Markup {
    let w = words(frame.lang);
    html! {
        section.stapel {
            h2 { (fl!(w, "key-sign-in")) }
            p { (fl!(w, "key-sign-in-lead")) }
            (ceremony(frame, "/aanmelden/sleutel", html! {
                form method="post" action="/aanmelden/sleutel/begin" {
                    (buttons(button(fl!(w, "key-sign-in-now")).icon(Icon::Lock)))
                }
            }))
        }
    }
}

/// A key once more, of who is in: whoever holds this phone must be able to open it.
pub(crate) fn once_more(frame: &Frame) -> Markup {
    let w = words(frame.lang);
    ceremony(
        frame,
        "/aanmelden/sleutel",
        html! {
            form method="post" action="/aanmelden/sleutel/begin" {
                input type="hidden" name=(super::entering::ONCE_MORE) value="ja";
                (buttons(button(fl!(w, "key-sign-in-now")).icon(Icon::Lock)))
            }
        },
    )
}

/// A form that needs the script: without it, what else is possible; with it, a place for what went wrong.
fn ceremony(frame: &Frame, at: &str, form: Markup) -> Markup {
    let w = words(frame.lang);
    html! {
        div.stapel data-sleutel=(at)
            data-geen=(fl!(w, "key-no-support"))
            data-gestopt=(fl!(w, "key-cancelled"))
            data-lijn=(fl!(w, "key-offline"))
            data-al=(fl!(w, "key-here-already"))
            data-geweigerd=(fl!(w, "key-refused")) {
            p data-zonder { (fl!(w, "key-needs-script")) }
            div data-zegt tabindex="-1" hidden { (notice(Tone::Wrong, html! { span data-zin {} })) }
            div data-met hidden { (form) }
            script type="module" src=(ui::assets::KEY_JS) {}
        }
    }
}
