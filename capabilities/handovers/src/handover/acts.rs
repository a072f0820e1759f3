//! What can be done to a handover now: a form for each step that is possible for this party, and no other.

use exchange::draft::{self, Place as _};
use maud::{Markup, html};
use ui::{Frame, Icon, button, buttons, choices, field, fl};

use super::pages::{Says, says};
use super::told::day;
use super::view::{Sheet, Typed, went_words};
use super::{Said, Went, agreed};
use crate::draft::Place;
use crate::story::{State, Step};
use crate::words;

/// The title of the step that is now; none when nothing waits and nothing can be done.
pub(super) fn title(frame: &Frame, sheet: &Sheet) -> Option<String> {
    let (w, handover) = (words(frame.lang), &sheet.handover);
    // What is asked is asked of whoever has to do it; the other waits.
    if handover.state.open() && !handover.waits_for(sheet.mine) {
        return Some(fl!(w, "nothing-now"));
    }
    Some(match handover.state {
        State::Offered | State::OfferedLate => fl!(w, "now-answer"),
        State::Countered | State::CounteredLate => fl!(w, "now-countered"),
        State::Asked | State::AskedLate => fl!(w, "now-asked"),
        State::Accepted | State::AcceptedLate => fl!(w, "now-sit"),
        State::GiverSat | State::GiverSatLate | State::ReceiverSat | State::ReceiverSatLate => {
            fl!(w, "now-confirm")
        }
        State::Introduced | State::Accompanied => fl!(w, "now-let-go"),
        State::Released | State::GiverLookedBack | State::ReceiverLookedBack => fl!(w, "later-look-back"),
        State::Declined | State::LookedBack | State::Stopped | State::Left => return None,
    })
}

pub(super) fn now(frame: &Frame, sheet: &Sheet) -> Markup {
    let (w, handover) = (words(frame.lang), &sheet.handover);
    let possible = handover.possible(sheet.mine);
    let can = |step: Step| possible.contains(&step);
    html! {
        div.stapel {
            @if can(Step::Accept) { (accept(frame, sheet)) }
            @if can(Step::Answer) { (answer(frame, sheet)) }
            @if can(Step::SatTogether) {
                p { (fl!(w, "sit-note")) }
                (just(frame, sheet, Step::SatTogether, &fl!(w, "do-sat-together"), true))
            }
            @if can(Step::Confirm) { (just(frame, sheet, Step::Confirm, &fl!(w, "do-confirm"), true)) }
            @if can(Step::NotYet) { (just(frame, sheet, Step::NotYet, &fl!(w, "do-not-yet"), false)) }
            @if can(Step::StayUntil) { (stay(frame, sheet)) }
            @if can(Step::LetGo) {
                (folded(frame, sheet, Step::LetGo, &fl!(w, "do-let-go"), html! { p { (fl!(w, "let-go-note")) } }))
            }
            @if can(Step::LookBack) { (look_back(frame, sheet)) }
            @if can(Step::Ask) { (folded(frame, sheet, Step::Ask, &fl!(w, "do-ask"), html! {})) }
            @if can(Step::ProposeOtherwise) {
                (folded(frame, sheet, Step::ProposeOtherwise, &fl!(w, "do-propose"), html! {}))
            }
            @if can(Step::Decline) {
                (folded(frame, sheet, Step::Decline, &fl!(w, "do-decline"), html! { p { (fl!(w, "decline-note")) } }))
            }
            @if can(Step::Stop) {
                (folded(frame, sheet, Step::Stop, &fl!(w, "do-stop"), html! { p { (fl!(w, "stop-note")) } }))
            }
        }
    }
}

/// Where a step is sent.
pub(super) const fn path(step: Step) -> &'static str {
    match step {
        Step::Accept | Step::Decline | Step::ProposeOtherwise | Step::Ask => "ontvangen",
        Step::Answer | Step::StayUntil | Step::LetGo => "geven",
        _ => "stap",
    }
}

fn typed(sheet: &Sheet, step: Step) -> Option<&Typed> {
    sheet.typed.as_ref().filter(|typed| typed.step == step)
}

/// A form around what a step needs; above it, that somebody was busy in it before.
fn form(frame: &Frame, sheet: &Sheet, step: Step, inside: &Markup) -> Markup {
    html! {
        @if let Some((place, _)) = sheet.draft(step) { (draft::told(frame, place)) }
        form.stapel.krap method="post" action={ "/overdracht/" (sheet.handover.id) "/" (path(step)) }
            data-blijft=(ui::line_lost(frame.lang)) data-aanmelden=(ui::signed_out(frame.lang)) {
            (ui::csrf(frame))
            input type="hidden" name="versie" value=(sheet.handover.version);
            input type="hidden" name="stap" value=(step.word());
            (inside)
        }
    }
}

/// A step that needs nothing but a tap.
fn just(frame: &Frame, sheet: &Sheet, step: Step, said: &str, first: bool) -> Markup {
    let button = button(said.to_owned());
    form(frame, sheet, step, &buttons(if first { button.icon(Icon::Check) } else { button.secondary() }))
}

/// Three days, each a tap, and a day of one's own.
fn accept(frame: &Frame, sheet: &Sheet) -> Markup {
    let (w, lang) = (words(frame.lang), frame.lang);
    let tried = typed(sheet, Step::Accept);
    let own = day_field(frame, tried, fl!(w, "first-date"), "dag-eerste");
    let days = agreed::suggested(sheet.now);
    let tap = |(at, when): (usize, &ground::moment::Day)| {
        let button = button(day(lang, *when)).icon(Icon::Calendar).sends("dag", when.to_string());
        if at == 0 { button } else { button.secondary() }
    };
    html! {
        p { (fl!(w, "accept-note")) }
        (form(frame, sheet, Step::Accept, &buttons(html! { @for one in days.iter().enumerate() { (tap(one)) } })))
        details.meer open[tried.is_some()] {
            summary { (fl!(w, "accept-other-day")) }
            (form(frame, sheet, Step::Accept, &html! { (own) (buttons(button(fl!(w, "do-accept")).secondary())) }))
        }
    }
}

fn answer(frame: &Frame, sheet: &Sheet) -> Markup {
    let w = words(frame.lang);
    let asked =
        sheet.history.iter().rev().find(|done| matches!(done.step, Step::Ask | Step::ProposeOtherwise));
    let asked = asked.and_then(|done| done.words.as_ref());
    html! {
        @if let Some(words) = asked {
            blockquote.citaat dir="auto" { @for line in words.paragraphs() { p { (line) } } }
        }
        (form(frame, sheet, Step::Answer, &html! {
            (text(frame, sheet, Step::Answer))
            (buttons(button(fl!(w, "do-answer")).icon(Icon::Speech)))
        }))
    }
}

fn stay(frame: &Frame, sheet: &Sheet) -> Markup {
    let w = words(frame.lang);
    let own = day_field(frame, typed(sheet, Step::StayUntil), fl!(w, "stay-until"), "dag-blijf");
    html! {
        p { (fl!(w, "stay-note")) }
        (form(frame, sheet, Step::StayUntil, &html! {
            (own)
            (buttons(button(fl!(w, "do-stay-until")).icon(Icon::Calendar)))
        }))
    }
}

fn look_back(frame: &Frame, sheet: &Sheet) -> Markup {
    let (w, lang) = (words(frame.lang), frame.lang);
    let tried = typed(sheet, Step::LookBack);
    let chosen = tried.and_then(|typed| Went::parse(&typed.went));
    let wrong = tried.and_then(|typed| typed.wrong.as_ref()).map(|wrong| wrong.told(frame));
    let how = Went::ALL.into_iter().fold(choices(lang, "hoe", fl!(w, "look-back-how")), |list, went| {
        list.option(went.word(), went_words(frame, went), chosen == Some(went))
    });
    form(
        frame,
        sheet,
        Step::LookBack,
        &html! {
            (how.error(wrong.filter(|(field, _)| *field == "hoe").map(|(_, said)| said)))
            (text(frame, sheet, Step::LookBack))
            (buttons(button(fl!(w, "do-look-back")).icon(Icon::Check)))
        },
    )
}

/// Behind a line that opens by a tap, unless somebody was busy with it.
fn folded(frame: &Frame, sheet: &Sheet, step: Step, said: &str, note: Markup) -> Markup {
    let w = words(frame.lang);
    let button = if step == Step::Stop { button(fl!(w, "do-stop-sure")) } else { button(said.to_owned()) };
    let inside = html! {
        (note)
        @if says(step) != Says::Nothing { (text(frame, sheet, step)) }
        (buttons(button.secondary()))
    };
    html! {
        details.meer open[typed(sheet, step).is_some() || sheet.draft(step).is_some()] {
            summary { (said) }
            (form(frame, sheet, step, &inside))
        }
    }
}

fn day_field(frame: &Frame, tried: Option<&Typed>, label: String, id: &str) -> ui::Field {
    let wrong = tried.and_then(|typed| typed.wrong.as_ref()).map(|wrong| wrong.told(frame));
    // What was just tried has the plain name, so that the summary of errors leads to it.
    let id = if tried.is_some() { "dag" } else { id };
    field(frame.lang, "dag", label)
        .id(id)
        .kind("date")
        .value(tried.map_or_else(String::new, |typed| typed.day.clone()))
        .error(wrong.filter(|(field, _)| *field == "dag").map(|(_, said)| said))
}

fn text(frame: &Frame, sheet: &Sheet, step: Step) -> ui::Field {
    let w = words(frame.lang);
    let (label, max, needed) = match (step, says(step)) {
        (Step::Ask, _) => (fl!(w, "say-ask"), Said::LONG, true),
        (Step::ProposeOtherwise, _) => (fl!(w, "say-propose"), Said::LONG, true),
        (Step::Decline, _) => (fl!(w, "say-decline"), Said::SHORT, false),
        (Step::LookBack, _) => (fl!(w, "say-look-back"), Said::SHORT, false),
        _ => (fl!(w, "say-answer"), Said::LONG, true),
    };
    let tried = typed(sheet, step);
    let wrong = tried.and_then(|typed| typed.wrong.as_ref()).map(|wrong| wrong.told(frame));
    let id = if tried.is_some() { "tekst".to_owned() } else { format!("tekst-{}", step.word()) };
    let kept = sheet.draft(step).map(|(_, text)| text);
    let place = Place { handover: sheet.handover.id, step };
    let field = field(frame.lang, "tekst", label)
        .id(id)
        .area(if needed { 3 } else { 2 })
        .max(max)
        .draft(place.kept_at(), place.word())
        .value(tried.map(|typed| &typed.words).or(kept).cloned().unwrap_or_default())
        .hint(exchange::hint(frame.lang))
        .error(wrong.filter(|(field, _)| *field == "tekst").map(|(_, said)| said));
    if needed { field } else { field.optional() }
}
