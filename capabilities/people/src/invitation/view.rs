//! What an invitation looks like: the form to make one, the code to scan, and every way it can stand for who opens it.

use access::{LinkToken, Role};
use directory::wording::Name;
use maud::{Markup, html};
use ui::{Frame, Icon, Page, Tone, button, buttons, checkbox, content, field, fl, notice, page};

use super::meant::{Change, Known};
use super::{Standing, qr};
use crate::membership::pages::Place;
use crate::membership::role_name;
use crate::words;

/// What came of making one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Went {
    BesideYou,
    Mailed,
    NotMailed,
}

pub(super) struct Made<'m> {
    pub(super) place: &'m Place,
    pub(super) role: Role,
    pub(super) link: &'m str,
    pub(super) went: Went,
}

/// As it stands in an address: what is kept of the secret, never the secret.
pub(crate) fn hash_text(hash: &[u8]) -> String {
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}

pub(crate) fn hash_of(text: &str) -> Option<Vec<u8>> {
    let text = LinkToken::parse(text)?;
    let pair = |at: usize| text.as_str().get(at..at + 2).and_then(|pair| u8::from_str_radix(pair, 16).ok());
    (0..64).step_by(2).map(pair).collect()
}

pub(super) fn made(frame: &Frame, made: &Made<'_>) -> Markup {
    let w = words(frame.lang);
    let role = role_name(frame.lang, made.role);
    let title = match made.went {
        Went::Mailed => fl!(w, "invited-by-mail"),
        Went::BesideYou | Went::NotMailed => fl!(w, "invited"),
    };
    page(
        frame,
        Page::new(title).crumb(made.place.people_href(), made.place.name(frame.lang)),
        html! {
            @match made.went {
                Went::Mailed => { p { (fl!(w, "invited-by-mail-lead", role = role)) } }
                Went::BesideYou => { p { (fl!(w, "invited-lead", role = role)) } (code(frame, made.link)) }
                Went::NotMailed => {
                    (notice(Tone::Attention, fl!(w, "invited-not-mailed")))
                    (code(frame, made.link))
                }
            }
            (buttons(button(fl!(w, "invited-ready")).secondary().to(made.place.people_href())))
        },
    )
}

fn code(frame: &Frame, link: &str) -> Markup {
    let w = words(frame.lang);
    html! {
        @if let Some(drawn) = qr::draw(link, &fl!(w, "qr-label")) { (drawn) }
        p { (fl!(w, "qr-or-link")) }
        p { code.adres dir="ltr" { (link) } }
        p.zacht { (fl!(w, "invited-ten-minutes")) }
    }
}

/// The box in which somebody says to want another role; its value is the role that goes.
pub(super) const AGREED: &str = "anders";

/// What was not right about the form.
pub(super) enum Wrong<'o> {
    Nothing,
    Name {
        typed: &'o str,
        fault: String,
    },
    /// Another role was not agreed to.
    NotAgreed,
}

/// For who opens the link.
pub(super) struct Opened<'o> {
    pub(super) address: String,
    pub(super) place: &'o Place,
    pub(super) role: Role,
    pub(super) standing: Standing,
    /// Who is signed in already in this browser: the place is added to that account.
    pub(super) known: Option<Known<'o>>,
    pub(super) wrong: Wrong<'o>,
}

pub(super) fn opened(frame: &Frame, opened: &Opened<'_>) -> Markup {
    let w = words(frame.lang);
    let (role, place) = (role_name(frame.lang, opened.role), opened.place.name(frame.lang));
    let form = match opened.standing {
        Standing::Waiting => waiting(frame, opened),
        Standing::Yours => yours(frame, opened),
        standing => return no(frame, standing),
    };
    let wrong = match &opened.wrong {
        Wrong::Nothing => None,
        Wrong::Name { fault, .. } => Some(("name", fault.clone())),
        Wrong::NotAgreed => Some((AGREED, fl!(w, "join-becomes-tick"))),
    };
    page(
        frame,
        Page::new(fl!(w, "join-title")),
        html! {
            @if let Some(wrong) = wrong { (ui::error_summary(frame.lang, &[wrong])) }
            p { (fl!(w, "join-as", role = role)) " " strong { (content("nl", &place)) } }
            (form)
            @if let Some(known) = &opened.known { (not_me(frame, &opened.address, known)) }
        },
    )
}

/// Whether there is something to do here for whoever looks.
fn does(opened: &Opened<'_>) -> bool {
    opened.known.is_none_or(|known| known.change != Change::Nothing)
}

fn waiting(frame: &Frame, opened: &Opened<'_>) -> Markup {
    let w = words(frame.lang);
    html! {
        @if let Some(known) = &opened.known { (comes_of(frame, opened.role, known)) }
        @if does(opened) {
            p { (fl!(w, "join-open-lead")) }
            form.stapel method="post" action=(opened.address) {
                (buttons(button(fl!(w, "join-open")).icon(Icon::Check)))
            }
        }
    }
}

fn yours(frame: &Frame, opened: &Opened<'_>) -> Markup {
    let w = words(frame.lang);
    let (typed, fault) = match &opened.wrong {
        Wrong::Name { typed, fault } => (*typed, Some(fault.clone())),
        Wrong::Nothing | Wrong::NotAgreed => ("", None),
    };
    html! {
        @if let Some(known) = &opened.known { (comes_of(frame, opened.role, known)) }
        @if does(opened) {
            form.stapel method="post" action={ (opened.address) "/ja" } {
                (ui::csrf(frame))
                @match opened.known.map(|known| known.change) {
                    None => {
                        (field(frame.lang, "name", fl!(w, "join-name"))
                            .hint(fl!(w, "join-name-hint"))
                            .value(typed)
                            .autocomplete("name")
                            .error(fault))
                    }
                    Some(Change::Instead(before)) => { (agree(frame, before, &opened.wrong)) }
                    Some(Change::Added | Change::Nothing) => {}
                }
                (buttons(button(fl!(w, "join-yes")).icon(Icon::Check)))
            }
        }
    }
}

fn agree(frame: &Frame, before: Role, wrong: &Wrong<'_>) -> Markup {
    let w = words(frame.lang);
    let missing = matches!(wrong, Wrong::NotAgreed);
    html! {
        div.veld.veld--fout[missing] id=(AGREED) {
            @if missing { p.fout { (fl!(w, "join-becomes-tick")) } }
            (checkbox(AGREED, before.word(), fl!(w, "join-becomes-sure"), false))
        }
    }
}

/// What the invitation does to who is signed in: also what it takes away.
fn comes_of(frame: &Frame, role: Role, known: &Known<'_>) -> Markup {
    let w = words(frame.lang);
    let role = role_name(frame.lang, role);
    match known.change {
        Change::Added => html! { p { (fl!(w, "join-known", name = known.name)) } },
        Change::Nothing => html! {
            (notice(Tone::Attention, fl!(w, "join-same", name = known.name, role = role)))
            (buttons(button(fl!(w, "me")).secondary().to("/ik")))
        },
        Change::Instead(before) => {
            let before = role_name(frame.lang, before);
            let becomes = fl!(w, "join-becomes", name = known.name, before = before, role = role);
            html! {
                (notice(Tone::Attention, becomes))
                ul {
                    li { (fl!(w, "join-becomes-devices")) }
                    @if known.loses_links { li { (fl!(w, "join-becomes-links")) } }
                    @if known.alone { li { (fl!(w, "only-coordinator")) } }
                }
            }
        }
    }
}

/// Another sits at this device than who is signed in.
fn not_me(frame: &Frame, address: &str, known: &Known<'_>) -> Markup {
    let w = words(frame.lang);
    html! {
        form.stapel method="post" action=(address) {
            (ui::csrf(frame))
            p.zacht { (fl!(w, "join-not-me-lead", name = known.name)) }
            (buttons(button(fl!(w, "join-not-me")).secondary().sends("wie", "ander")))
        }
    }
}

/// Why there is nothing to take, and the way forward.
fn no(frame: &Frame, standing: Standing) -> Markup {
    let w = words(frame.lang);
    let why = match standing {
        Standing::Elsewhere => fl!(w, "join-elsewhere"),
        Standing::Taken => fl!(w, "join-taken"),
        Standing::ClockWrong => fl!(w, "join-clock"),
        Standing::RanOut => fl!(w, "join-ran-out"),
        Standing::Waiting | Standing::Yours | Standing::Over => fl!(w, "join-over"),
    };
    let forward = match standing {
        Standing::ClockWrong => fl!(w, "join-clock-forward"),
        _ => fl!(w, "join-forward"),
    };
    page(
        frame,
        Page::new(fl!(w, "join-not")).lead(why),
        html! {
            p { (forward) }
            (buttons(button(fl!(w, "sign-in")).secondary().to("/aanmelden")))
        },
    )
}

pub(super) fn unknown(frame: &Frame) -> Markup {
    let w = words(frame.lang);
    page(
        frame,
        Page::new(fl!(w, "join-not")).lead(fl!(w, "join-unknown")),
        html! { p { (fl!(w, "join-forward")) } },
    )
}

/// The part of the page with people from which somebody is invited.
pub(crate) fn form(
    frame: &Frame,
    place: &Place,
    roles: &[Role],
    token: &LinkToken,
    mails: bool,
    typed: Option<&access::Fields>,
) -> Markup {
    let (w, lang) = (words(frame.lang), frame.lang);
    let get = |name: &str| typed.map(|fields| fields.get(name).to_owned()).unwrap_or_default();
    let wrong = typed.map(|_| fl!(w, "invite-email-wrong"));
    // Where the mail was turned off while the form was open, it is drawn as it was sent: nothing that was typed is lost.
    let mails = mails || typed.is_some();
    let first = roles.first().map_or("", |role| role.word()).to_owned();
    let chosen = Some(get("role")).filter(|role| !role.is_empty()).unwrap_or(first);
    let as_what = roles.iter().fold(ui::select(lang, "role", fl!(w, "invite-role")), |select, role| {
        select.option(role.word(), role_name(lang, *role))
    });
    html! {
        form.stapel method="post" action={ (place.people_href()) "/uitnodigen" } {
            (ui::csrf(frame))
            input type="hidden" name="token" value=(token.as_str());
            (as_what.chosen(chosen))
            @if mails {
                (field(lang, "email", fl!(w, "invite-email"))
                    .kind("email")
                    .optional()
                    .hint(fl!(w, "invite-email-hint"))
                    .value(get("email"))
                    .error(wrong))
            }
            (buttons(html! {
                (button(fl!(w, "invite-beside")).icon(Icon::People).sends("how", "here"))
                @if mails { (button(fl!(w, "invite-mail")).secondary().icon(Icon::Mail).sends("how", "mail")) }
            }))
        }
    }
}

/// A name as somebody typed it, or what is wrong with it.
pub(super) fn name(frame: &Frame, typed: &str) -> Result<Name, String> {
    Name::parse(typed).map_err(|_| fl!(words(frame.lang), "join-name-wrong"))
}
