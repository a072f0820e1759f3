//! What the own page looks like.

use access::Signed;
use directory::party::Party;
use directory::wording::Name;
use ground::id::Id;
use maud::{Markup, html};
use ui::{Frame, Icon, Page, Tone, button, buttons, content, field, fl, notice, page};

use crate::membership::Membership;
use crate::session::{Proof, Session, list};
use crate::words;
use crate::{account, passkey};

/// One place somebody has.
pub(super) struct Part {
    pub(super) of: Membership,
    pub(super) acting: bool,
    pub(super) role: String,
    pub(super) party: Option<(Id<Party>, Name)>,
}

pub(super) struct Home<'h> {
    pub(super) signed: &'h Signed,
    pub(super) parts: &'h [Part],
    pub(super) sessions: &'h [Session],
    pub(super) keys: passkey::Mine<'h>,
    /// What was typed for a name, when that was not right.
    pub(super) wrong: Option<&'h str>,
    pub(super) done: &'h str,
    pub(super) desk: bool,
    /// Whether it can be read who looked: not by who has no key yet, or still has to choose.
    pub(super) looks: bool,
    /// Whether this is the privacy officer.
    pub(super) controls: bool,
    pub(super) accounts: account::Mine<'h>,
    /// Whether it was shown a moment ago who this is.
    pub(super) surely: bool,
    /// Somebody waits to come in as this person, and this person may stop that.
    pub(super) instead: bool,
}

pub(super) fn home(frame: &Frame, home: &Home<'_>) -> Markup {
    let w = words(frame.lang);
    let said = match home.done {
        "welkom" => Some(fl!(w, "me-welcome")),
        "erbij" => Some(fl!(w, "me-joined")),
        "rol" => Some(fl!(w, "me-role-changed")),
        "gekozen" => Some(fl!(w, "me-chosen")),
        "naam" => Some(fl!(w, "me-renamed")),
        "sessie" => Some(fl!(w, "me-session-ended")),
        "wachten" => Some(fl!(w, "me-waits")),
        "account-weg" => Some(fl!(w, "account-removed")),
        "terug" => Some(fl!(w, "me-back")),
        "niet-terug" => Some(fl!(w, "me-not-back")),
        "sleutel" => Some(fl!(w, "key-made")),
        "sleutel-weg" => Some(fl!(w, "key-removed")),
        // After five minutes, or once it was shown after all, the same address would say what is no longer so.
        "opnieuw" => home.surely.then(|| fl!(w, "anew-done")),
        "eerst-aanmelden" => (!home.surely).then(|| fl!(w, "anew-first")),
        "niet-gevraagd" => (!home.surely).then(|| fl!(w, "anew-not-asked")),
        _ => None,
    };
    let tone = match home.done {
        "eerst-aanmelden" | "niet-gevraagd" => Tone::Attention,
        _ => Tone::Good,
    };
    let wrong = home.wrong.map(|_| fl!(w, "join-name-wrong"));
    page(
        frame,
        Page::new(fl!(w, "me-title", name = home.signed.name.as_str())).here("ik"),
        html! {
            @if let Some(said) = said { (notice(tone, said)) }
            @if let Some(wrong) = &wrong { (ui::error_summary(frame.lang, &[("name", wrong)])) }
            @if home.instead { (crate::recovery::notice_to_owner(frame)) }
            @if home.signed.acting.is_none() { (notice(Tone::Attention, nothing_yet(frame, home))) }
            @if home.keys.first { (passkey::mine(frame, &home.keys)) }
            @if !home.parts.is_empty() {
                section.stapel {
                    h2 { (fl!(w, "me-places")) }
                    ul.rijen { @for part in home.parts { li.stapel.krap { (place(frame, home, part)) } } }
                }
            }
            @if home.desk {
                (buttons(button(fl!(w, "desk")).secondary().icon(Icon::Desk).to("/beheer")))
            }
            (buttons(html! {
                @if home.looks { (button(fl!(w, "who-looked")).secondary().icon(Icon::Eye).to("/ik/wie-keek")) }
                @if home.signed.acting.is_some() {
                    (button(fl!(w, "me-mail")).secondary().to("/ik/mail"))
                    (button(fl!(w, "me-contacts")).secondary().to("/ik/contacten"))
                    (button(fl!(w, "me-reciprocity")).secondary().to("/wederkerigheid"))
                    (button(fl!(w, "recovery-help")).secondary().icon(Icon::People).to("/beheer/terug"))
                }
                @if home.controls { (button(fl!(w, "control")).secondary().icon(Icon::Lock).to("/controle")) }
            }))
            (account::mine(frame, &home.accounts))
            section.stapel {
                h2 { (fl!(w, "me-name")) }
                form.stapel method="post" action="/ik/naam" {
                    (ui::csrf(frame))
                    (field(frame.lang, "name", fl!(w, "join-name"))
                        .hint(fl!(w, "join-name-hint"))
                        .value(home.wrong.unwrap_or(&home.signed.name))
                        .autocomplete("name")
                        .error(wrong))
                    (buttons(button(fl!(w, "save")).secondary()))
                }
            }
            @if !home.keys.first { (passkey::mine(frame, &home.keys)) }
            section.stapel {
                h2 { (fl!(w, "me-sessions")) }
                (list(frame, home.sessions, home.signed.session))
            }
            form method="post" action="/afmelden" {
                (ui::csrf(frame))
                (button(fl!(w, "sign-out")).secondary())
            }
        },
    )
}

/// Why nothing but this page is open yet.
fn nothing_yet(frame: &Frame, home: &Home<'_>) -> String {
    let w = words(frame.lang);
    if home.parts.is_empty() {
        fl!(w, "me-nowhere")
    } else if home.keys.first {
        fl!(w, "me-key-first")
    } else {
        fl!(w, "me-choose")
    }
}

/// Whether somebody came by a link only: then a key comes before everything else.
pub(super) fn by_link(signed: &Signed, sessions: &[Session]) -> bool {
    sessions.iter().any(|one| one.id.uuid() == signed.session && one.proof == Proof::Link)
}

fn place(frame: &Frame, home: &Home<'_>, part: &Part) -> Markup {
    let w = words(frame.lang);
    let name = match &part.party {
        Some((_, name)) => content("nl", html! { bdi { (name) } }),
        None => html! { (fl!(w, "the-municipality")) },
    };
    html! {
        p { strong { (name) } br; (part.role) @if part.acting { " " span.label { (fl!(w, "me-acting")) } } }
        @if part.acting {
            @match &part.party {
                Some((party, _)) => {
                    (buttons(html! {
                        (button(fl!(w, "me-profile")).icon(Icon::Pencil).to(format!("/beheer/partij/{party}")))
                        (button(fl!(w, "me-people")).secondary().icon(Icon::People)
                            .to(format!("/beheer/partij/{party}/mensen")))
                    }))
                }
                None => {
                    @if home.desk {
                        (buttons(button(fl!(w, "me-people")).secondary().icon(Icon::People).to("/beheer/mensen")))
                    }
                }
            }
        } @else if !home.keys.first {
            form method="post" action="/ik/als" {
                (ui::csrf(frame))
                input type="hidden" name="membership" value=(part.of.id);
                (button(fl!(w, "me-act-as")).secondary())
            }
        }
    }
}
