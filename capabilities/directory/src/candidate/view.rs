//! The form of who asks to be on the map, and the list of who asked, for who decides.

use maud::{Markup, html};
use ui::{
    Frame, Icon, Lang, Page, Tone, button, buttons, card, cards, choices, content, csrf, empty, fl, format,
    more, notice, page,
};

use super::Candidate;
use crate::desk::form::Drawn;
use crate::wording::Name;
use crate::{names, words};

pub(super) const FORM: &str = "/partij/aanmelden";
pub(super) const LIST: &str = "/beheer/aanvragen";

/// What the list says above it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum News {
    Nothing,
    SaidNo,
    /// It is on the map already.
    WasYes,
    /// Somebody said no already.
    WasNo,
}

impl News {
    fn notice(self, lang: Lang) -> Markup {
        let w = words(lang);
        match self {
            Self::Nothing => html! {},
            Self::SaidNo => html! { (notice(Tone::Good, fl!(w, "candidate-said-no"))) },
            Self::WasYes => html! { (notice(Tone::Attention, fl!(w, "candidate-was-yes"))) },
            Self::WasNo => html! { (notice(Tone::Attention, fl!(w, "candidate-was-no"))) },
        }
    }
}

pub(super) fn form(form: &Drawn<'_>) -> Markup {
    let (w, lang) = (words(form.frame.lang), form.frame.lang);
    let chosen = form.typed.get("sphere");
    page(
        form.frame,
        Page::new(fl!(w, "candidate-title"))
            .lead(fl!(w, "candidate-lead", name = form.frame.municipality_name.as_str()))
            .here("zoeken")
            .crumb("/wie", fl!(w, "list-title")),
        html! {
            (form.summary_below(|field| match field {
                "name" => fl!(w, "candidate-name"),
                "sphere" => fl!(w, "candidate-sphere"),
                "summary" => fl!(w, "candidate-summary"),
                _ => fl!(w, "candidate-reach"),
            }))
            form.stapel method="post" action=(FORM) {
                (form.line("name", fl!(w, "candidate-name")).max(Name::MAX))
                (choices(lang, "sphere", fl!(w, "candidate-sphere"))
                    .option("informal", fl!(w, "candidate-informal"), chosen == "informal")
                    .option("formal", fl!(w, "candidate-formal"), chosen == "formal")
                    .error(form.fault("sphere")))
                (form.line("summary", fl!(w, "candidate-summary"))
                    .area(3).max(Candidate::LONG).hint(fl!(w, "candidate-summary-hint")))
                (form.line("reach", fl!(w, "candidate-reach")).hint(fl!(w, "candidate-reach-hint")))
                p { (fl!(w, "candidate-kept")) }
                (buttons(button(fl!(w, "candidate-send")).icon(Icon::Check)))
            }
        },
    )
}

pub(super) fn thanks(frame: &Frame) -> Markup {
    let w = words(frame.lang);
    page(
        frame,
        Page::new(fl!(w, "candidate-thanks"))
            .lead(fl!(w, "candidate-thanks-lead", name = frame.municipality_name.as_str()))
            .here("zoeken")
            .crumb("/wie", fl!(w, "list-title")),
        buttons(button(fl!(w, "list-title")).to("/wie").icon(Icon::Search)),
    )
}

pub(super) fn list(frame: &Frame, waiting: &[Candidate], news: News) -> Markup {
    let w = words(frame.lang);
    page(
        frame,
        Page::new(fl!(w, "candidates"))
            .lead(fl!(w, "candidates-lead"))
            .here("beheer")
            .crumb("/beheer", fl!(w, "desk")),
        html! {
            (news.notice(frame.lang))
            @if waiting.is_empty() { (empty(fl!(w, "candidates-none"))) }
            (cards(waiting.iter().map(|one| asked(frame, one))))
        },
    )
}

fn asked(frame: &Frame, candidate: &Candidate) -> Markup {
    let (w, lang) = (words(frame.lang), frame.lang);
    let day = format::day_without_weekday(lang, candidate.asked_at.day().0);
    let here = format!("{LIST}/{}", candidate.id);
    let body = html! {
        @for paragraph in candidate.summary.paragraphs() { p { (content("nl", paragraph)) } }
        p { (fl!(w, "candidate-reach-at")) " " bdi dir="ltr" { (candidate.reach.as_str()) } }
        form.stapel.dicht method="post" {
            (csrf(frame))
            (buttons(button(fl!(w, "candidate-yes")).icon(Icon::Check).action(format!("{here}/ja"))))
        }
        // A no cannot be taken back: it takes a second tap.
        (more(fl!(w, "candidate-no"), html! {
            form.stapel.dicht method="post" action={ (here) "/nee" } {
                (csrf(frame))
                p { (fl!(w, "candidate-no-note")) }
                (buttons(button(fl!(w, "candidate-no-sure")).secondary()))
            }
        }))
    };
    html! {
        (card(content("nl", candidate.name.as_str()))
            .level(2)
            .sphere(lang, names::badge(candidate.sphere))
            .body(body)
            .foot(fl!(w, "candidate-asked", day = day)))
    }
}
