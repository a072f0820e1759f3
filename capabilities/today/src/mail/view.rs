//! The page of the own mail, and those behind the link in a letter.

use access::Fields;
use maud::{Markup, html};
use ui::{Frame, Icon, Page, Tone, button, buttons, checkbox, fact, field, fl, notice, page, select};

use super::{Hours, Mail};
use crate::words;

pub(super) struct Sheet<'s> {
    pub(super) mail: Option<&'s Mail>,
    /// Whether there is a mail server at all.
    pub(super) mails: bool,
    pub(super) typed: Typed,
    pub(super) wrong: Option<Wrong>,
    pub(super) done: &'s str,
}

impl Sheet<'_> {
    /// The address of which nobody said yet that it is right.
    fn waits_for(&self) -> Option<&str> {
        let mail = self.mail.filter(|mail| mail.confirmed_at.is_none() && !mail.refused)?;
        Some(mail.address.as_str())
    }

    /// Whether the page says already whether the letter that asks went: then how it stands adds nothing to it.
    fn says_of_the_letter(&self) -> bool {
        let said = self.wrong == Some(Wrong::Often) || matches!(self.done, "gevraagd" | "niet-gegaan");
        said && self.waits_for().is_some()
    }
}

/// What stands in the form.
pub(super) struct Typed {
    pub(super) address: String,
    pub(super) from: String,
    pub(super) until: String,
    pub(super) weekend: bool,
}

impl Typed {
    pub(super) fn of(mail: Option<&Mail>) -> Self {
        let hours = mail.map_or(Hours::USUAL, |mail| mail.hours);
        Self {
            address: mail.map_or_else(String::new, |mail| mail.address.as_str().to_owned()),
            from: hours.from().to_string(),
            until: hours.until().to_string(),
            weekend: hours.weekend,
        }
    }

    pub(super) fn from(fields: &Fields) -> Self {
        Self {
            address: fields.get("adres").to_owned(),
            from: fields.get("van").to_owned(),
            until: fields.get("tot").to_owned(),
            weekend: fields.get("weekend") == "ja",
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wrong {
    Address,
    /// This address, or this person, was sent enough letters that ask.
    Often,
    Hours,
}

pub(super) fn sheet(frame: &Frame, sheet: &Sheet<'_>) -> Markup {
    let (w, lang) = (words(frame.lang), frame.lang);
    let wrong = |of: Wrong, said: String| (sheet.wrong == Some(of)).then_some(said);
    let no_address = wrong(Wrong::Address, fl!(w, "mail-no-address"))
        .or_else(|| wrong(Wrong::Often, fl!(w, "mail-often", address = sheet.typed.address.trim())));
    let no_hours = wrong(Wrong::Hours, fl!(w, "mail-no-hours"));
    let errors = [("adres", &no_address), ("tot", &no_hours)];
    let errors: Vec<(&str, &String)> =
        errors.into_iter().filter_map(|(at, said)| said.as_ref().map(|said| (at, said))).collect();
    page(
        frame,
        Page::new(fl!(w, "mail")).lead(fl!(w, "mail-lead")).crumb("/ik", fl!(w, "mail-back")),
        html! {
            @if !errors.is_empty() { (ui::error_summary(lang, &errors)) }
            @else if let Some((tone, said)) = done_words(frame, sheet) { (notice(tone, said)) }
            @if !sheet.mails { (notice(Tone::Attention, fl!(w, "mail-no-server"))) }
            @if let Some(mail) = sheet.mail.filter(|_| !sheet.says_of_the_letter()) { (stands(frame, mail)) }
            form.stapel method="post" action="/ik/mail" {
                (ui::csrf(frame))
                (field(lang, "adres", fl!(w, "mail-address")).hint(fl!(w, "mail-address-hint"))
                    .kind("email").autocomplete("email").max(254)
                    .value(sheet.typed.address.clone()).error(no_address))
                (hours(frame, "van", fl!(w, "mail-from"), 0..24, &sheet.typed.from, None))
                (hours(frame, "tot", fl!(w, "mail-until"), 1..25, &sheet.typed.until, no_hours))
                (checkbox("weekend", "ja", fl!(w, "mail-weekend"), sheet.typed.weekend))
                (fact(Icon::Lock, fl!(w, "mail-content")))
                (buttons(button(if sheet.mail.is_some() { fl!(w, "mail-save") } else { fl!(w, "mail-start") })))
            }
            @if sheet.mail.is_some() {
                form method="post" action="/ik/mail/stop" {
                    (ui::csrf(frame))
                    (button(fl!(w, "mail-stop")).secondary())
                }
            }
        },
    )
}

fn hours(
    frame: &Frame,
    name: &str,
    label: String,
    all: std::ops::Range<i32>,
    chosen: &str,
    wrong: Option<String>,
) -> Markup {
    let w = words(frame.lang);
    let select = select(frame.lang, name, label).chosen(chosen).error(wrong);
    let select =
        all.fold(select, |select, hour| select.option(hour.to_string(), fl!(w, "mail-hour", hour = hour)));
    html! { (select) }
}

/// How it stands now.
fn stands(frame: &Frame, mail: &Mail) -> Markup {
    let w = words(frame.lang);
    let (tone, said) = match mail.confirmed_at {
        _ if mail.refused => (Tone::Attention, fl!(w, "mail-refused")),
        None => (Tone::Attention, fl!(w, "mail-unconfirmed", address = mail.address.as_str())),
        Some(_) => (Tone::Calm, fl!(w, "mail-on")),
    };
    html! { (notice(tone, said)) }
}

fn done_words(frame: &Frame, sheet: &Sheet<'_>) -> Option<(Tone, String)> {
    let w = words(frame.lang);
    Some(match (sheet.done, sheet.waits_for()) {
        ("bewaard", _) => (Tone::Good, fl!(w, "mail-saved")),
        ("gevraagd", Some(address)) => (Tone::Good, fl!(w, "mail-asked", address = address)),
        ("gestopt", _) => (Tone::Good, fl!(w, "mail-stopped")),
        ("niet-gegaan", Some(address)) => (Tone::Attention, fl!(w, "mail-not-gone", address = address)),
        _ => return None,
    })
}

/// Behind the link: start when it did not, stop when it did.
pub(super) fn link(frame: &Frame, mail: &Mail) -> Markup {
    let w = words(frame.lang);
    let starts = mail.confirmed_at.is_none();
    let (title, lead, does) = if starts {
        (fl!(w, "link-start"), fl!(w, "link-start-lead"), fl!(w, "link-start-do"))
    } else {
        (fl!(w, "link-stop"), fl!(w, "link-stop-lead"), fl!(w, "link-stop-do"))
    };
    page(
        frame,
        Page::new(title).lead(lead),
        html! {
            form method="post" {
                input type="hidden" name="doe" value=(if starts { "aan" } else { "uit" });
                (button(does))
            }
        },
    )
}

pub(super) fn started(frame: &Frame) -> Markup {
    let w = words(frame.lang);
    page(frame, Page::new(fl!(w, "link-started")).lead(fl!(w, "link-started-lead")), onward(frame))
}

pub(super) fn stopped(frame: &Frame) -> Markup {
    let w = words(frame.lang);
    page(frame, Page::new(fl!(w, "mail-stopped")).lead(fl!(w, "link-stopped-lead")), onward(frame))
}

pub(super) fn link_over(frame: &Frame) -> Markup {
    let w = words(frame.lang);
    page(frame, Page::new(fl!(w, "link-over")).lead(fl!(w, "link-over-lead")), onward(frame))
}

fn onward(frame: &Frame) -> Markup {
    html! { (buttons(button(fl!(words(frame.lang), "link-onward")).secondary().to("/vandaag"))) }
}
