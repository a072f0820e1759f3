//! The import as it looks: the form, the preview, and what happened.

use maud::{Markup, Render, html};
use ui::words::fl;
use ui::{
    Frame, Icon, Lang, Page, Tone, button, buttons, csrf, field, format, notice, page, pagination, select,
    table,
};

use super::form::{Faults, Typed};
use super::line::{Fate, Line};
use super::read::Mapping;
use super::store::{Import, State};
use super::words as sentences;
use crate::words;

pub(super) fn form(frame: &Frame, typed: &Typed, faults: &Faults, earlier: &[Import]) -> Markup {
    let (w, lang) = (words(frame.lang), frame.lang);
    let fault = |name: &str| faults.iter().find(|(at, _)| *at == name).map(|(_, sentence)| sentence.clone());
    let shown: Vec<(&str, String)> = faults.iter().map(|(at, sentence)| (*at, sentence.clone())).collect();
    page(
        frame,
        Page::new(fl!(w, "import-title"))
            .here("beheer")
            .crumb("/beheer", fl!(w, "desk"))
            .lead(fl!(w, "import-lead")),
        html! {
            (ui::error_summary(lang, &shown))
            section.stapel {
                h2 { (fl!(w, "import-what")) }
                ul {
                    li { (fl!(w, "import-what-hsds")) }
                    li { (fl!(w, "import-what-csv")) }
                    li { (fl!(w, "import-what-geojson")) }
                }
                p { (fl!(w, "import-what-not")) }
            }
            form.stapel method="post" action="/beheer/import" enctype="multipart/form-data" {
                // First of all fields: nothing is kept before it was seen.
                (csrf(frame))
                (field(lang, "source", fl!(w, "import-field-source")).value(&typed.source)
                    .hint(fl!(w, "import-field-source-hint")).error(fault("source")).max(120))
                (field(lang, "licence", fl!(w, "import-field-licence")).value(&typed.licence)
                    .hint(fl!(w, "import-field-licence-hint")).error(fault("licence")).max(120))
                (field(lang, "dated", fl!(w, "import-field-dated")).value(&typed.dated)
                    .hint(fl!(w, "import-field-dated-hint")).error(fault("dated")).optional())
                (select(lang, "sphere", fl!(w, "import-field-sphere"))
                    .option("formal", fl!(w, "import-sphere-formal"))
                    .option("informal", fl!(w, "import-sphere-informal"))
                    .chosen(&typed.sphere))
                (mappings(lang, typed, fault("mapping")))
                (field(lang, "own_mapping", fl!(w, "import-field-own-mapping")).area(6).value(&typed.own_mapping)
                    .error(fault("own_mapping")).optional())
                (field(lang, "file", fl!(w, "import-field-file")).file(".csv,.json,.geojson,.zip,.txt")
                    .hint(fl!(w, "import-field-file-hint")).error(fault("file")))
                (buttons(html! { (button(fl!(w, "import-look")).icon(Icon::Eye)) }))
            }
            section.stapel {
                h2 { (fl!(w, "import-earlier")) }
                (before(lang, earlier))
            }
        },
    )
}

fn mappings(lang: Lang, typed: &Typed, fault: Option<String>) -> Markup {
    let w = words(lang);
    let none = select(lang, "mapping", fl!(w, "import-field-mapping"))
        .hint(fl!(w, "import-field-mapping-hint"))
        .option("", fl!(w, "import-field-mapping-none"));
    let all = super::read::BUILT_IN.iter().fold(none, |list, (name, _)| {
        let title = Mapping::built_in(name).map_or_else(|| (*name).to_owned(), |mapping| mapping.title);
        list.option(*name, title)
    });
    all.chosen(&typed.mapping).error(fault).render()
}

fn before(lang: Lang, earlier: &[Import]) -> Markup {
    let w = words(lang);
    if earlier.is_empty() {
        return html! { p { (fl!(w, "import-earlier-none")) } };
    }
    let head = [
        fl!(w, "import-column-source"),
        fl!(w, "import-column-when"),
        fl!(w, "import-column-state"),
        fl!(w, "import-column-counts"),
    ];
    let rows = earlier.iter().fold(table(fl!(w, "import-earlier")).head(head), |rows, import| {
        let counts = import.counts;
        rows.row([
            html! { a href={ "/beheer/import/" (import.id) } { bdi { (import.ask.about.source) } } },
            html! { (format::day_without_weekday(lang, import.applied_at.unwrap_or(import.created_at).day().0)) },
            html! { (state(lang, import.state)) },
            html! { (number(lang, counts.added)) " · " (number(lang, counts.changed)) " · " (number(lang, counts.gone)) },
        ])
    });
    rows.render()
}

fn state(lang: Lang, state: State) -> String {
    let w = words(lang);
    if state == State::Applied { fl!(w, "import-state-applied") } else { fl!(w, "import-state-waits") }
}

fn number(lang: Lang, count: usize) -> String {
    format::number(lang, i64::try_from(count).unwrap_or(i64::MAX))
}

/// One import with a page of its lines.
pub(super) struct Sheet<'s> {
    pub import: &'s Import,
    pub counts: &'s [(Fate, String, i64)],
    pub lines: &'s [Line],
    pub fate: Option<Fate>,
    pub page: i64,
    pub pages: i64,
}

pub(super) fn sheet(frame: &Frame, sheet: &Sheet<'_>, done: Option<&str>) -> Markup {
    let (w, import) = (words(frame.lang), sheet.import);
    let waits = import.state == State::Previewed;
    let (file, source) = (import.ask.file.as_str(), import.ask.about.source.as_str());
    let (title, lead) = if waits {
        (fl!(w, "import-preview-title"), fl!(w, "import-preview-lead", file = file, source = source))
    } else {
        (fl!(w, "import-done-title"), fl!(w, "import-done-lead", file = file, source = source))
    };
    let said = match done {
        Some("veranderd") if waits => Some((Tone::Attention, fl!(w, "import-outdated"))),
        Some("al") => Some((Tone::Calm, fl!(w, "import-already"))),
        Some("klaar") if !waits => Some((Tone::Good, fl!(w, "import-state-applied"))),
        _ => None,
    };
    let heading = Page::new(title)
        .here("beheer")
        .crumb("/beheer", fl!(w, "desk"))
        .crumb("/beheer/import", fl!(w, "import-title"))
        .lead(lead);
    page(
        frame,
        heading,
        html! {
            @if let Some((tone, sentence)) = said { (notice(tone, sentence)) }
            (counts(frame.lang, import))
            @if waits { (decide(frame, import)) }
            (lines(frame, sheet))
        },
    )
}

fn counts(lang: Lang, import: &Import) -> Markup {
    let (w, it) = (words(lang), import.counts);
    if it.added + it.changed + it.gone == 0 && import.state == State::Previewed {
        return html! { p { strong { (fl!(w, "import-nothing-changes")) } } };
    }
    ui::definitions()
        .row(fl!(w, "import-count-added"), number(lang, it.added))
        .row(fl!(w, "import-count-changed"), number(lang, it.changed))
        .row(fl!(w, "import-count-gone"), number(lang, it.gone))
        .row(fl!(w, "import-count-same"), number(lang, it.same))
        .row(fl!(w, "import-count-kept"), number(lang, it.kept))
        .row(fl!(w, "import-count-left-out"), number(lang, import.left_out))
        .row(fl!(w, "import-count-refused"), number(lang, import.refused))
        .render()
}

fn decide(frame: &Frame, import: &Import) -> Markup {
    let w = words(frame.lang);
    let here = format!("/beheer/import/{}", import.id);
    html! {
        form.stapel method="post" action={ (here) "/toepassen" } {
            (csrf(frame))
            (buttons(html! {
                (button(fl!(w, "import-apply")).icon(Icon::Check))
                (button(fl!(w, "import-discard")).subtle().action(format!("{here}/weg")).icon(Icon::Bin))
            }))
            p { (fl!(w, "import-waits")) }
        }
    }
}

fn lines(frame: &Frame, sheet: &Sheet<'_>) -> Markup {
    let (w, lang) = (words(frame.lang), frame.lang);
    let here = format!("/beheer/import/{}", sheet.import.id);
    if sheet.counts.is_empty() {
        return html! { section.stapel { h2 { (fl!(w, "import-lines")) } p { (fl!(w, "import-lines-none")) } } };
    }
    let word = sheet.fate.map_or("", Fate::word);
    let head = [
        fl!(w, "import-column-where"),
        fl!(w, "import-column-fate"),
        fl!(w, "import-column-why"),
        fl!(w, "import-column-key"),
    ];
    let rows = sheet.lines.iter().fold(table(fl!(w, "import-lines")).head(head), |rows, line| {
        let place = sentences::place(lang, line);
        rows.row([
            html! { bdi { @if place.is_empty() { "–" } @else { (place) } } },
            html! { (sentences::fate(lang, line.fate)) },
            html! { (sentences::reason(lang, &line.reason)) @if !line.detail.is_empty() { " " bdi { (line.detail) } } },
            html! { bdi { (line.key) } },
        ])
    });
    html! {
        section.stapel id="regels" {
            h2 { (fl!(w, "import-lines")) }
            ul {
                @if sheet.fate.is_some() { li { a href={ (here) "#regels" } { (fl!(w, "import-lines-all")) } } }
                @for fate in Fate::ALL {
                    @let of: i64 = sheet.counts.iter().filter(|it| it.0 == fate).map(|it| it.2).sum();
                    @if of > 0 {
                        li {
                            a href={ (here) "?wat=" (fate.word()) "#regels" } aria-current=[(sheet.fate == Some(fate)).then_some("true")] {
                                (sentences::fate(lang, fate)) ": " (format::number(lang, of))
                            }
                        }
                    }
                }
            }
            (rows)
            (pagination(lang, sheet.page.unsigned_abs(), sheet.pages.unsigned_abs(), |page| format!("{here}?wat={word}&pagina={page}#regels")))
            p { a href={ (here) "/regels.csv" } { (fl!(w, "import-lines-csv")) } }
        }
    }
}
