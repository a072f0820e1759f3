//! One's sessions in a list: with what, since when, and a button to end each.

use maud::{Markup, html};
use ui::{Frame, button, buttons, fl};
use uuid::Uuid;

use super::{IDLE_MINUTES, Proof, Session};
use crate::when::when;
use crate::words;

pub(crate) fn list(frame: &Frame, sessions: &[Session], this: Uuid) -> Markup {
    let (w, lang) = (words(frame.lang), frame.lang);
    let waits = sessions.iter().find(|session| session.id.uuid() == this).map(|session| session.idle_minutes);
    html! {
        ul.rijen {
            @for session in sessions {
                li.stapel.krap {
                    p {
                        (session.device.name(lang)) ", " (proof(frame, session.proof))
                        @if session.id.uuid() == this { " " strong { (fl!(w, "session-this")) } }
                        br;
                        span.zacht { (fl!(w, "session-since", moment = when(lang, session.created_at))) }
                    }
                    @if session.id.uuid() != this {
                        form method="post" action="/ik/sessies/einde" {
                            (ui::csrf(frame))
                            input type="hidden" name="session" value=(session.id);
                            (button(fl!(w, "session-end")).subtle())
                        }
                    }
                }
            }
        }
        @if let Some(chosen) = waits {
            form.stapel method="post" action="/ik/sessies/wachten" {
                (ui::csrf(frame))
                (IDLE_MINUTES.iter().fold(
                    ui::select(lang, "minutes", fl!(w, "session-wait")).hint(fl!(w, "session-wait-hint")),
                    |select, minutes| select.option(minutes.to_string(), fl!(w, "session-minutes", count = i64::from(*minutes))),
                ).chosen(chosen.to_string()))
                (buttons(button(fl!(w, "save")).secondary()))
            }
        }
        @if sessions.len() > 1 {
            form method="post" action="/ik/sessies/einde" {
                (ui::csrf(frame))
                input type="hidden" name="session" value="all";
                (button(fl!(w, "session-end-all")).subtle())
            }
        }
    }
}

fn proof(frame: &Frame, proof: Proof) -> String {
    let w = words(frame.lang);
    match proof {
        Proof::Link => fl!(w, "proof-link"),
        Proof::Passkey => fl!(w, "proof-passkey"),
        Proof::Account => fl!(w, "proof-account"),
        Proof::Demo => fl!(w, "proof-demo"),
    }
}
