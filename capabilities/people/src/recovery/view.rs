//! What the pages look like: for who waits, for who helps, and the warning on the own page.

use access::Fields;
use maud::{Markup, html};
use ui::{Frame, Icon, Page, Tone, button, buttons, field, fl, notice, page};

use super::code::Code;
use super::fields::No;
use super::{Recovery, Standing};
use crate::membership::role_name;
use crate::membership::store::Colleague;
use crate::when::when;
use crate::words;

fn head(frame: &Frame) -> Page {
    let w = words(frame.lang);
    Page::new(fl!(w, "recovery")).here("ik").crumb("/aanmelden", fl!(w, "sign-in"))
}

fn ask(frame: &Frame) -> Markup {
    let w = words(frame.lang);
    html! {
        // The code leads to a key, and that can be made in the browser that asked only.
        noscript { (notice(Tone::Attention, fl!(w, "recovery-needs-script"))) }
        form method="post" action="/terug" {
            (buttons(button(fl!(w, "recovery-ask")).icon(Icon::People)))
        }
    }
}

/// One tap for ten minutes more, with another code.
fn anew(frame: &Frame, found: &Recovery) -> Markup {
    let w = words(frame.lang);
    html! {
        form method="post" action="/terug" {
            input type="hidden" name="van" value=(found.shown_at.micros());
            (buttons(button(fl!(w, "recovery-anew")).secondary()))
        }
    }
}

/// How it goes, and the button that asks for a code: the same for everybody.
pub(super) fn start(frame: &Frame) -> Markup {
    let w = words(frame.lang);
    page(
        frame,
        head(frame).lead(fl!(w, "recovery-lead")),
        html! {
            ol {
                li { (fl!(w, "recovery-step-code")) }
                li { (fl!(w, "recovery-step-colleagues")) }
                li { (fl!(w, "recovery-step-key")) }
            }
            p { (fl!(w, "recovery-both-colleagues")) }
            (ask(frame))
            p.zacht { (fl!(w, "recovery-same-browser")) }
            p.zacht { (fl!(w, "recovery-nobody-helps")) }
        },
    )
}

/// Somebody went on where no code was asked for.
pub(super) fn elsewhere(frame: &Frame) -> Markup {
    let w = words(frame.lang);
    page(frame, head(frame), html! { (notice(Tone::Attention, fl!(w, "recovery-elsewhere"))) (ask(frame)) })
}

/// In the browser that asked.
pub(super) fn waiting(frame: &Frame, code: &Code, found: &Recovery, standing: Standing) -> Markup {
    let w = words(frame.lang);
    let inside = match standing {
        Standing::Asked | Standing::Half => shown(frame, code, found, standing),
        Standing::Lapsed => html! {
            (notice(Tone::Attention, fl!(w, "recovery-lapsed")))
            p { (fl!(w, "recovery-first-counts", moment = when(frame.lang, found.until(standing)))) }
            (anew(frame, found))
        },
        Standing::ClockWrong => html! {
            (notice(Tone::Attention, fl!(w, "recovery-clock")))
            p { (fl!(w, "recovery-clock-forward")) }
            (buttons(button(fl!(w, "recovery-look-again")).to("/terug")))
            (ask(frame))
        },
        Standing::Ready => html! {
            (notice(Tone::Good, fl!(w, "recovery-ready")))
            p { (fl!(w, "recovery-ready-note")) }
            p { (fl!(w, "recovery-until", moment = when(frame.lang, found.until(standing)))) }
            form method="post" action="/terug/verder" {
                (buttons(button(fl!(w, "recovery-go-on")).icon(Icon::Lock)))
            }
        },
        Standing::Taken => html! {
            (notice(Tone::Attention, fl!(w, "recovery-taken")))
            (buttons(button(fl!(w, "sign-in")).to("/aanmelden")))
            (ask(frame))
        },
        Standing::Refused => html! {
            (notice(Tone::Wrong, fl!(w, "recovery-refused")))
            (ask(frame))
        },
        Standing::Over => html! {
            (notice(Tone::Attention, fl!(w, "recovery-over")))
            (ask(frame))
        },
    };
    page(frame, head(frame), inside)
}

fn shown(frame: &Frame, code: &Code, found: &Recovery, standing: Standing) -> Markup {
    let w = words(frame.lang);
    let so_far = match standing {
        Standing::Half => fl!(w, "recovery-one-yet"),
        _ => fl!(w, "recovery-none-yet"),
    };
    html! {
        p { (fl!(w, "recovery-your-code")) }
        p.groot dir="ltr" { strong { (code.spoken()) } }
        p { (fl!(w, "recovery-say-it")) }
        p role="status" { (so_far) }
        p { (fl!(w, "recovery-until", moment = when(frame.lang, found.until(standing)))) }
        (buttons(button(fl!(w, "recovery-look-again")).to("/terug")))
        p { (fl!(w, "recovery-anew-lead")) }
        (anew(frame, found))
        p.zacht { (fl!(w, "recovery-nobody-helps")) }
    }
}

/// The page of a colleague.
pub(super) struct Sheet<'s> {
    /// Whom this colleague may know by name.
    pub(super) colleagues: &'s [Colleague],
    /// What was typed, and why it does not count.
    pub(super) typed: Option<(&'s Fields, No)>,
    pub(super) done: &'s str,
}

pub(super) fn sheet(frame: &Frame, sheet: &Sheet<'_>) -> Markup {
    let (w, lang) = (words(frame.lang), frame.lang);
    let said = match sheet.done {
        "eerste" => Some(fl!(w, "recovery-first-done")),
        "tweede" => Some(fl!(w, "recovery-second-done")),
        "niet" => Some(fl!(w, "recovery-refuse-done")),
        _ => None,
    };
    let wrong = |name: &str| sheet.typed.filter(|(_, no)| no.field() == name).map(|(_, no)| no.said(lang));
    let typed = |name: &str| sheet.typed.map_or("", |(fields, _)| fields.get(name)).to_owned();
    let who = ui::select(lang, "wie", fl!(w, "recovery-who"))
        .hint(fl!(w, "recovery-who-hint"))
        .option("", fl!(w, "recovery-who-second"));
    let who = sheet.colleagues.iter().fold(who, |who, one| {
        let role = role_name(lang, one.membership.belongs.role());
        who.option(one.membership.id.to_string(), format!("{} ({role})", one.name))
    });
    page(
        frame,
        Page::new(fl!(w, "recovery-help"))
            .lead(fl!(w, "recovery-help-lead"))
            .here("ik")
            .crumb("/ik", fl!(w, "me")),
        html! {
            @if let Some(said) = said { (notice(Tone::Good, said)) }
            @if let Some((_, no)) = sheet.typed {
                (ui::error_summary(lang, &[(no.field(), no.said(lang))]))
            }
            p { strong { (fl!(w, "recovery-help-sure")) } }
            form.stapel method="post" action="/beheer/terug" {
                (ui::csrf(frame))
                (who.chosen(typed("wie")).error(wrong("wie")))
                (field(lang, "code", fl!(w, "recovery-code"))
                    .hint(fl!(w, "recovery-code-hint"))
                    .value(typed("code"))
                    .autocomplete("off")
                    .max(20)
                    .error(wrong("code")))
                (buttons(html! {
                    (button(fl!(w, "recovery-yes")).sends("hoe", "ja"))
                    (button(fl!(w, "recovery-no")).secondary().sends("hoe", "niet"))
                }))
            }
            p.zacht { (fl!(w, "recovery-help-note")) }
        },
    )
}

/// On the own page of whoever still has a key, while somebody waits to come in instead.
pub(crate) fn notice_to_owner(frame: &Frame) -> Markup {
    let w = words(frame.lang);
    html! {
        (notice(Tone::Attention, fl!(w, "recovery-waits")).body(html! {
            form method="post" action="/ik/terug/niet" {
                (ui::csrf(frame))
                (button(fl!(w, "recovery-not-me")).secondary())
            }
        }))
    }
}
