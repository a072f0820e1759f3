//! The fields of *is veranderd*: of a party, a place or an offer.

use maud::{Markup, html};
use ui::{Field, Frame, checkbox, choices, field, fl, more, select};

use super::form::{LEFT, Part, STOPPED, WITH_BOXES};
use crate::desk::form::sentence;
use crate::language::Language;
use crate::party::Capacity;
use crate::{names, words};

/// All fields of one part, and what it was drawn from.
pub(super) fn part<T>(frame: &Frame, part: &Part<T>, names: &[&'static str]) -> Markup {
    html! {
        input type="hidden" name={ (part.prefix) "seen" } value=(part.seen);
        input type="hidden" name={ (part.prefix) (WITH_BOXES) } value="ja";
        @for name in names { (one(frame, part, name)) }
    }
}

fn one<T>(frame: &Frame, part: &Part<T>, name: &'static str) -> Markup {
    let w = words(frame.lang);
    match name {
        "languages" => languages(frame, part),
        "capacity" => capacity(frame, part),
        "confidential" => tick(part, name, &fl!(w, "desk-confidential")),
        LEFT => tick(part, name, &fl!(w, "answer-left")),
        STOPPED => tick(part, name, &fl!(w, "answer-stopped")),
        _ => {
            let line = |label: String| {
                field(frame.lang, whole(part, name), label)
                    .value(part.typed.get(name))
                    .error(told(frame, part, name))
            };
            html! { (written(frame, name, line)) }
        }
    }
}

fn whole<T>(part: &Part<T>, name: &str) -> String {
    format!("{}{name}", part.prefix)
}

fn told<T>(frame: &Frame, part: &Part<T>, name: &str) -> Option<String> {
    part.faults.iter().find(|(at, _)| *at == name).map(|(_, fault)| sentence(frame.lang, fault))
}

fn capacity<T>(frame: &Frame, part: &Part<T>) -> Markup {
    let (w, lang) = (words(frame.lang), frame.lang);
    let choose = Capacity::ALL
        .into_iter()
        .fold(select(lang, whole(part, "capacity"), fl!(w, "desk-capacity")), |select, capacity| {
            select.option(capacity.word(), names::capacity(lang, capacity))
        });
    html! { (choose.chosen(part.typed.get("capacity")).error(told(frame, part, "capacity"))) }
}

/// Folded: there are many, and they seldom change.
fn languages<T>(frame: &Frame, part: &Part<T>) -> Markup {
    let (w, lang) = (words(frame.lang), frame.lang);
    let ticked: Vec<&str> = part.typed.all("languages").collect();
    let question = choices(lang, whole(part, "languages"), fl!(w, "desk-languages")).several().optional();
    let all = Language::all().fold(question, |choices, language| {
        choices.option(language.code(), language.name(lang), ticked.contains(&language.code()))
    });
    more(fl!(w, "desk-languages"), all.error(told(frame, part, "languages")))
}

fn tick<T>(part: &Part<T>, name: &str, text: &str) -> Markup {
    checkbox(&whole(part, name), "ja", text, part.typed.has(name))
}

/// What is typed.
fn written(frame: &Frame, name: &str, line: impl Fn(String) -> Field) -> Field {
    let w = words(frame.lang);
    let lines = |label: String| line(label).area(4).hint(fl!(w, "desk-one-a-line")).optional();
    match name {
        "name" => line(fl!(w, "desk-name")).max(120),
        "summary" => line(fl!(w, "desk-summary")).area(3).optional(),
        "call_for" => lines(fl!(w, "desk-call-for")),
        "not_for" => lines(fl!(w, "desk-not-for")),
        "does" => lines(fl!(w, "desk-does")),
        "does_not" => lines(fl!(w, "desk-does-not")),
        "best_way" => line(fl!(w, "desk-best-way")).optional(),
        "capacity_note" => line(fl!(w, "desk-capacity-note")).optional(),
        "role_name" => line(fl!(w, "desk-role-name")).hint(fl!(w, "desk-role-name-hint")).optional(),
        "role_phone" => line(fl!(w, "desk-phone")).kind("tel").optional(),
        "role_email" => line(fl!(w, "desk-email")).kind("email").optional(),
        "website" => line(fl!(w, "desk-website")).optional(),
        "lived_experience" => line(fl!(w, "desk-lived-experience")).area(3).optional(),
        "works_gladly" => line(fl!(w, "desk-works-gladly")).area(3).optional(),
        "for_whom" => line(fl!(w, "desk-for-whom")).optional(),
        "opening" => line(fl!(w, "desk-opening")).area(5).hint(fl!(w, "desk-opening-hint")).optional(),
        "opening_note" => line(fl!(w, "desk-opening-note")).optional(),
        "place_name" => line(fl!(w, "desk-place-name")).optional(),
        "street" => line(fl!(w, "desk-street")).optional(),
        "house_number" => line(fl!(w, "desk-house-number")).optional(),
        "postcode" => line(fl!(w, "desk-postcode")).optional(),
        "town" => line(fl!(w, "desk-town")).optional(),
        "access" => line(fl!(w, "desk-access")).area(2).hint(fl!(w, "desk-access-hint")).optional(),
        _ => line(fl!(w, "desk-cost")).optional(),
    }
}
