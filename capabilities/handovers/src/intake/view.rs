//! How much a party takes in: as the giver sees it before offering, and as the party itself sets it.

use access::Fields;
use directory::map::Atlas;
use directory::theme::Taxonomy;
use ground::moment::Day;
use maud::{Markup, html};
use ui::{Frame, Icon, Page, Tone, button, buttons, choices, fact, field, fl, format, notice};

use super::form::{Faults, MOST};
use super::{Closed, Intake, Meter};
use crate::handover::told::day;
use crate::words;

/// What the giver sees before anything is sent.
pub(crate) fn card(frame: &Frame, taxonomy: &Taxonomy, intake: &Intake, offered: i64, today: Day) -> Markup {
    let (w, lang) = (words(frame.lang), frame.lang);
    let room = match (intake.shut(offered, today), intake.left(offered)) {
        (Some(Closed::Paused(until)), _) => fl!(w, "intake-paused", day = day(lang, until)),
        (Some(Closed::Full(monday)), _) => fl!(w, "intake-full", day = day(lang, monday)),
        (_, Some(left)) => fl!(w, "intake-left", left = left),
        (_, None) if intake.changed_at.is_none() => fl!(w, "intake-unsaid"),
        (_, None) => fl!(w, "intake-no-limit"),
    };
    let themes: Vec<&str> = intake.themes.iter().map(|theme| taxonomy.name(lang, theme)).collect();
    html! {
        section.kaart.stapel.krap aria-labelledby="instroom" {
            h2 #instroom { (fl!(w, "intake-now")) }
            (fact(Icon::People, room))
            @if !themes.is_empty() { (fact(Icon::Check, fl!(w, "intake-themes", themes = format::list(lang, &themes)))) }
            @if let Some(weeks) = intake.waiting_weeks { (fact(Icon::Clock, fl!(w, "intake-waiting", weeks = weeks))) }
        }
    }
}

pub(super) struct Sheet<'s> {
    pub(super) atlas: &'s Atlas,
    pub(super) intake: &'s Intake,
    pub(super) meter: Meter,
    pub(super) typed: &'s Fields,
    pub(super) faults: Faults,
    pub(super) saved: bool,
}

pub(super) fn page(frame: &Frame, sheet: &Sheet<'_>) -> Markup {
    let w = words(frame.lang);
    ui::page(
        frame,
        Page::new(fl!(w, "intake"))
            .lead(fl!(w, "intake-lead"))
            .here("vandaag")
            .crumb("/overdrachten", fl!(w, "handovers-all")),
        html! {
            @if sheet.saved { (notice(Tone::Good, fl!(w, "intake-saved"))) }
            div.twee {
                (form(frame, sheet))
                aside.stapel aria-label=(fl!(w, "meter")) { (meter(frame, sheet)) }
            }
        },
    )
}

fn form(frame: &Frame, sheet: &Sheet<'_>) -> Markup {
    let (w, lang, typed) = (words(frame.lang), frame.lang, sheet.typed);
    let Faults { per_week, nobody, paused_until, waiting } = sheet.faults;
    let number_wrong = |least: i32| fl!(w, "intake-number-wrong", least = least, most = MOST);
    let errors = [
        ("per-week", per_week, number_wrong(1)),
        ("per-week", nobody, fl!(w, "intake-nobody")),
        ("pauze", paused_until, fl!(w, "intake-pause-wrong")),
        ("wachtlijst", waiting, number_wrong(0)),
    ];
    let errors: Vec<(&str, String)> =
        errors.into_iter().filter(|(_, is, _)| *is).map(|(name, _, said)| (name, said)).collect();
    let error = |name: &str| errors.iter().find(|(known, _)| *known == name).map(|(_, said)| said.clone());
    let tops = sheet.atlas.taxonomy.tops().filter(|top| !top.hidden);
    let themes = tops.fold(choices(lang, "onderwerp", fl!(w, "intake-for")).several(), |list, top| {
        let ticked = typed.all("onderwerp").any(|key| key == top.theme.key());
        list.option(top.theme.key(), top.shown(lang), ticked)
    });
    html! {
        form.stapel.ruim method="post" action="/overdrachten/instroom" {
            @if !errors.is_empty() { (ui::error_summary(lang, &errors)) }
            (ui::csrf(frame))
            (field(lang, "per-week", fl!(w, "intake-per-week")).kind("number").optional()
                .hint(fl!(w, "intake-per-week-hint")).value(typed.get("per-week")).error(error("per-week")))
            (field(lang, "pauze", fl!(w, "intake-pause")).kind("date").optional()
                .hint(fl!(w, "intake-pause-hint")).value(typed.get("pauze")).error(error("pauze")))
            (field(lang, "wachtlijst", fl!(w, "intake-wait")).kind("number").optional()
                .hint(fl!(w, "intake-wait-hint")).value(typed.get("wachtlijst")).error(error("wachtlijst")))
            (themes.optional().hint(fl!(w, "intake-for-hint")))
            (buttons(button(fl!(w, "intake-save")).icon(Icon::Check)))
            p.zacht { (fl!(w, "intake-seen")) }
        }
    }
}

/// For the party itself, and for nobody else.
fn meter(frame: &Frame, sheet: &Sheet<'_>) -> Markup {
    let (w, lang, meter) = (words(frame.lang), frame.lang, sheet.meter);
    let number = |count: i64| format::number(lang, count);
    let over = i64::try_from(meter.weeks_over).unwrap_or(i64::MAX);
    html! {
        section.kaart.stapel.krap aria-labelledby="meter" {
            h2 #meter { (fl!(w, "meter")) }
            (ui::numbers(fl!(w, "meter"))
                .item(number(meter.this_week), fl!(w, "meter-week"))
                .item(number(meter.this_quarter), fl!(w, "meter-quarter"))
                .item(number(meter.questions), fl!(w, "meter-questions")))
            @match sheet.intake.per_week {
                Some(most) if meter.weeks_over > 0 => p { (fl!(w, "meter-over", weeks = over, most = most)) },
                Some(most) => p { (fl!(w, "meter-within", most = most)) },
                None => p { (fl!(w, "meter-no-limit")) },
            }
            p.zacht { (fl!(w, "meter-counts")) }
            (fact(Icon::Lock, fl!(w, "meter-only-you")))
        }
    }
}
