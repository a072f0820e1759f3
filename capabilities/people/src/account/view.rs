//! Coming back from the municipality's own sign-in, and every way in which that does not work.

use maud::{Markup, html};
use provider::Refused;
use ui::words::{FluentLanguageLoader, Texts, loader};
use ui::{Frame, Icon, Lang, Page, button, buttons, fl, page};

use super::store::Account;
use crate::invitation::hash_text;
use crate::when::when;
use crate::words;

/// The sentences of `provider`, which has no pages of its own.
pub(crate) fn of_provider(lang: Lang) -> &'static FluentLanguageLoader {
    use std::sync::LazyLock;
    static TEXTS: Texts = Texts { domain: "provider", files: provider::WORDS };
    static EACH: LazyLock<[FluentLanguageLoader; Lang::ALL.len()]> =
        LazyLock::new(|| Lang::ALL.map(|lang| loader(&TEXTS, lang)));
    &EACH[Lang::ALL.iter().position(|known| *known == lang).unwrap_or(0)]
}

/// What the own page shows of somebody's accounts.
pub(crate) struct Mine<'m> {
    pub(crate) accounts: &'m [Account],
    /// What the municipality's own sign-in is called, when it has one.
    pub(crate) name: Option<&'m str>,
    /// Whether the policies let this person take one away.
    pub(crate) may_remove: bool,
    /// Whether the last one may go: there is another way in.
    pub(crate) another_way: bool,
    /// Whether it was shown a moment ago who this is.
    pub(crate) surely: bool,
}

pub(crate) fn mine(frame: &Frame, mine: &Mine<'_>) -> Markup {
    let w = words(frame.lang);
    let last = mine.accounts.len() == 1 && !mine.another_way;
    html! {
        @if !mine.accounts.is_empty() || mine.name.is_some() {
            section.stapel {
                h2 { (fl!(w, "account")) }
                @match (mine.accounts, mine.name) {
                    ([], Some(name)) => {
                        p { (fl!(w, "account-connect-lead")) }
                        @if mine.surely {
                            (buttons(button(fl!(w, "account-connect", name = name)).secondary().to("/aanmelden/account")))
                        }
                    }
                    (accounts, _) => {
                        p { (fl!(w, "account-connected")) }
                        ul.rijen { @for account in accounts { li.stapel.krap { (one(frame, mine, account, last)) } } }
                    }
                }
                @if !mine.surely { p { a href="#sleutels" { (fl!(w, "anew-elsewhere")) } } }
            }
        }
    }
}

fn one(frame: &Frame, mine: &Mine<'_>, account: &Account, last: bool) -> Markup {
    let w = words(frame.lang);
    html! {
        p { (fl!(w, "account-since", moment = when(frame.lang, account.created_at))) }
        @if last {
            p.zacht { (fl!(w, "account-last")) }
        } @else if mine.may_remove && mine.surely {
            details {
                summary { (fl!(w, "account-remove")) }
                form.stapel method="post" action="/ik/account/weg" {
                    (ui::csrf(frame))
                    input type="hidden" name="account" value=(hash_text(&account.hash));
                    p { (fl!(w, "account-remove-note")) }
                    (buttons(button(fl!(w, "account-remove-sure")).secondary().icon(Icon::Bin)))
                }
            }
        }
    }
}

/// Goes on by itself; whoever's browser does not do that presses the link.
pub(super) fn going_on(frame: &Frame, to: &str) -> Markup {
    let w = words(frame.lang);
    page(
        frame,
        Page::new(fl!(w, "account-going-on")),
        html! { (buttons(button(fl!(w, "account-go-on")).to(to))) },
    )
}

/// In another language it is the door again: the address holds what the provider said, and works once.
fn at_the_door(frame: &Frame) -> Frame {
    Frame { path: "/aanmelden".to_owned(), ..frame.clone() }
}

pub(super) fn refused(frame: &Frame, refused: Refused) -> Markup {
    let frame = &at_the_door(frame);
    let (w, told) = (words(frame.lang), of_provider(frame.lang));
    page(
        frame,
        Page::new(fl!(w, "account-not")).lead(told.get(refused.key())),
        html! {
            p { (told.get(refused.way().key())) }
            // Where there is no such sign-in, to try again is no way forward.
            (ways(frame, refused != Refused::NoProvider))
        },
    )
}

pub(super) fn unknown(frame: &Frame) -> Markup {
    let frame = &at_the_door(frame);
    let w = words(frame.lang);
    page(
        frame,
        Page::new(fl!(w, "account-not")).lead(fl!(w, "account-unknown")),
        html! { p { (fl!(w, "account-unknown-forward")) } (ways(frame, true)) },
    )
}

/// Who shows once more who it is does so with an account that is connected already.
pub(super) fn not_yours(frame: &Frame) -> Markup {
    let frame = &at_the_door(frame);
    let w = words(frame.lang);
    page(
        frame,
        Page::new(fl!(w, "account-not")).lead(fl!(w, "account-not-yours")),
        html! { (buttons(button(fl!(w, "me")).to("/ik"))) },
    )
}

pub(super) fn somebody_elses(frame: &Frame) -> Markup {
    let frame = &at_the_door(frame);
    let w = words(frame.lang);
    page(
        frame,
        Page::new(fl!(w, "account-not")).lead(fl!(w, "account-somebody-elses")),
        html! { (ways(frame, true)) },
    )
}

fn ways(frame: &Frame, again: bool) -> Markup {
    let w = words(frame.lang);
    html! {
        (buttons(html! {
            @if again { (button(fl!(w, "account-again")).to("/aanmelden/account")) }
            (button(fl!(w, "sign-in")).secondary().to("/aanmelden"))
        }))
    }
}
