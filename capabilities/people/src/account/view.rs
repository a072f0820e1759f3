//! Coming back from the municipality's own sign-in, and every way in which that does not work.

use maud::{Markup, html};
use provider::Refused;
use ui::words::{FluentLanguageLoader, Texts, loader};
use ui::{Frame, Lang, Page, button, buttons, fl, page};

use crate::words;

/// The sentences of `provider`, which has no pages of its own.
pub(crate) fn of_provider(lang: Lang) -> &'static FluentLanguageLoader {
    use std::sync::LazyLock;
    static TEXTS: Texts = Texts { domain: "provider", files: provider::WORDS };
    static EACH: LazyLock<[FluentLanguageLoader; Lang::ALL.len()]> =
        LazyLock::new(|| Lang::ALL.map(|lang| loader(&TEXTS, lang)));
    &EACH[Lang::ALL.iter().position(|known| *known == lang).unwrap_or(0)]
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

pub(super) fn refused(frame: &Frame, refused: Refused) -> Markup {
    let (w, told) = (words(frame.lang), of_provider(frame.lang));
    page(
        frame,
        Page::new(fl!(w, "account-not")).lead(told.get(refused.key())),
        html! {
            p { (told.get(refused.way().key())) }
            (ways(frame))
        },
    )
}

pub(super) fn unknown(frame: &Frame) -> Markup {
    let w = words(frame.lang);
    page(
        frame,
        Page::new(fl!(w, "account-not")).lead(fl!(w, "account-unknown")),
        html! { p { (fl!(w, "account-unknown-forward")) } (ways(frame)) },
    )
}

pub(super) fn somebody_elses(frame: &Frame) -> Markup {
    let w = words(frame.lang);
    page(
        frame,
        Page::new(fl!(w, "account-not")).lead(fl!(w, "account-somebody-elses")),
        html! { (ways(frame)) },
    )
}

fn ways(frame: &Frame) -> Markup {
    let w = words(frame.lang);
    html! {
        (buttons(html! {
            (button(fl!(w, "account-again")).to("/aanmelden/account"))
            (button(fl!(w, "sign-in")).secondary().to("/aanmelden"))
        }))
    }
}
