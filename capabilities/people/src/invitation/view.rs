//! What an invitation looks like: the form to make one, the code to scan, and every way it can stand for who opens it.

use access::{LinkToken, Role};
use directory::wording::Name;
use maud::{Markup, html};
use ui::{Frame, Icon, Page, Tone, button, buttons, content, field, fl, notice, page};

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

/// For who opens the link.
pub(super) struct Opened<'o> {
    pub(super) token: &'o LinkToken,
    pub(super) place: &'o Place,
    pub(super) role: Role,
    pub(super) standing: Standing,
    /// Who is signed in already in this browser: the place is added to that account.
    pub(super) known: Option<&'o str>,
    pub(super) typed: &'o str,
    pub(super) fault: Option<String>,
}

pub(super) fn opened(frame: &Frame, opened: &Opened<'_>) -> Markup {
    let w = words(frame.lang);
    let at = format!("/uitnodiging/{}", opened.token.as_str());
    let (role, place) = (role_name(frame.lang, opened.role), opened.place.name(frame.lang));
    let about = html! { p { (fl!(w, "join-as", role = role)) " " strong { (content("nl", &place)) } } };
    match opened.standing {
        Standing::Waiting => page(
            frame,
            Page::new(fl!(w, "join-title")),
            html! {
                (about)
                p { (fl!(w, "join-open-lead")) }
                form.stapel method="post" action=(at) {
                    (buttons(button(fl!(w, "join-open")).icon(Icon::Check)))
                }
            },
        ),
        Standing::Yours => page(
            frame,
            Page::new(fl!(w, "join-title")),
            html! {
                @if let Some(fault) = &opened.fault { (ui::error_summary(frame.lang, &[("name", fault)])) }
                (about)
                form.stapel method="post" action={ (at) "/ja" } {
                    (ui::csrf(frame))
                    @match opened.known {
                        Some(name) => { p { (fl!(w, "join-known", name = name)) } }
                        None => {
                            (field(frame.lang, "name", fl!(w, "join-name"))
                                .hint(fl!(w, "join-name-hint"))
                                .value(opened.typed)
                                .autocomplete("name")
                                .error(opened.fault.clone()))
                        }
                    }
                    (buttons(button(fl!(w, "join-yes")).icon(Icon::Check)))
                }
            },
        ),
        standing => no(frame, standing),
    }
}

/// Why there is nothing to take, and the way forward.
fn no(frame: &Frame, standing: Standing) -> Markup {
    let w = words(frame.lang);
    let why = match standing {
        Standing::Elsewhere => fl!(w, "join-elsewhere"),
        Standing::Taken => fl!(w, "join-taken"),
        Standing::ClockWrong => fl!(w, "join-clock"),
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
