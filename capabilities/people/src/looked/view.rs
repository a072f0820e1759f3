//! What the trail looks like on a page.

use audit::Root;
use maud::{Markup, html};
use permission::Sentence;
use ui::{Frame, Page, button, buttons, content, empty, fl, format, page};

use super::told::{Shown, Told};
use crate::when::when;
use crate::words;

pub(super) fn mine(frame: &Frame, shown: &Shown) -> Markup {
    let w = words(frame.lang);
    page(
        frame,
        Page::new(fl!(w, "who-looked")).lead(fl!(w, "who-looked-lead")).here("ik").crumb("/ik", fl!(w, "me")),
        html! {
            @if shown.lines.is_empty() { (empty(fl!(w, "who-looked-nothing"))) }
            (lines(frame, shown, "/ik/wie-keek"))
            (witness(frame))
        },
    )
}

pub(super) fn everything(frame: &Frame, shown: &Shown) -> Markup {
    let w = words(frame.lang);
    page(
        frame,
        Page::new(fl!(w, "control")).lead(fl!(w, "control-lead")).here("ik").crumb("/ik", fl!(w, "me")),
        html! {
            (buttons(button(fl!(w, "rules")).secondary().to("/controle/regels")))
            (lines(frame, shown, "/controle"))
            (witness(frame))
        },
    )
}

fn lines(frame: &Frame, shown: &Shown, at: &str) -> Markup {
    let w = words(frame.lang);
    html! {
        ol.rijen { @for told in &shown.lines { li { (line(frame, told)) } } }
        @if let Some(earlier) = shown.earlier {
            (buttons(button(fl!(w, "earlier")).secondary().to(format!("{at}?voor={earlier}"))))
        }
    }
}

fn line(frame: &Frame, told: &Told) -> Markup {
    let w = words(frame.lang);
    html! {
        p {
            span.zacht { (when(frame.lang, told.at)) }
            br;
            @if told.mine { strong { (fl!(w, "who-you")) } } @else { strong { bdi { (told.who) } } }
            " " (told.what) "."
            @if told.refused { " " span.label { (fl!(w, "was-refused")) } }
            @if !told.below.is_empty() {
                br;
                span.zacht.klein { (told.below.join(" · ")) }
            }
        }
    }
}

/// Where everybody can hold us to it.
fn witness(frame: &Frame) -> Markup {
    html! { p { a href="/logboek" { (fl!(words(frame.lang), "six-words-link")) } } }
}

pub(super) fn rules(frame: &Frame, sentences: &[Sentence]) -> Markup {
    let w = words(frame.lang);
    let part = |title: String, forbids: bool| {
        html! {
            section.stapel {
                h2 { (title) }
                ul.rijen {
                    @for sentence in sentences.iter().filter(|sentence| sentence.forbids == forbids) {
                        li { (content("nl", &sentence.text)) }
                    }
                }
            }
        }
    };
    page(
        frame,
        Page::new(fl!(w, "rules"))
            .lead(fl!(w, "rules-lead"))
            .here("ik")
            .crumb("/ik", fl!(w, "me"))
            .crumb("/controle", fl!(w, "control")),
        html! {
            (part(fl!(w, "rules-never"), true))
            (part(fl!(w, "rules-may"), false))
        },
    )
}

/// For everybody: the words a table can write down.
pub(super) fn of_day(frame: &Frame, root: Option<&Root>) -> Markup {
    let w = words(frame.lang);
    page(
        frame,
        Page::new(fl!(w, "six-words")).lead(fl!(w, "six-words-lead")),
        html! {
            @match root {
                None => { (empty(fl!(w, "six-words-none"))) }
                Some(root) => {
                    p { (fl!(w, "six-words-day", day = format::day(frame.lang, root.day.0))) }
                    p.groot lang="nl" dir="ltr" { strong { (root.words()) } }
                    p { (fl!(w, "six-words-lines", count = root.lines)) }
                    details {
                        summary { (fl!(w, "six-words-technical")) }
                        p { (fl!(w, "six-words-root")) " " code.adres dir="ltr" { (hex(&root.root)) } }
                        p { (fl!(w, "six-words-signature")) " " code.adres dir="ltr" { (hex(&root.signature)) } }
                        p { (fl!(w, "six-words-key")) " " code.adres dir="ltr" { (hex(&root.public_key)) } }
                    }
                }
            }
        },
    )
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
