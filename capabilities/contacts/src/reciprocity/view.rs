//! Reciprocity as a picture with its sentence, and the same as a table.

use directory::area::Area;
use directory::area::geography::Geography;
use maud::{Markup, html};
use ui::{Frame, Lang, Page, content, empty, figure, filters, fl, format, table};

use super::quarter::Quarter;
use super::{Count, Reciprocity, Row};
use crate::words;

pub(super) fn page(
    frame: &Frame,
    geography: &Geography,
    chosen: Option<&Area>,
    quarters: &[(Quarter, Reciprocity)],
) -> Markup {
    let (w, lang) = (words(frame.lang), frame.lang);
    let choices = geography.districts().fold(filters(fl!(w, "districts")), |all, district| {
        let here = chosen.is_some_and(|chosen| chosen.code == district.code);
        let name = content("nl", district.name.as_str());
        all.item(format!("/wederkerigheid?wijk={}", district.code), name, here)
    });
    let seen = quarters.iter().find(|(_, found)| !found.is_hidden());
    ui::page(
        frame,
        Page::new(fl!(w, "reciprocity"))
            .lead(fl!(w, "reciprocity-lead"))
            .here("ik")
            .crumb("/ik", fl!(w, "me")),
        html! {
            (choices)
            @match (chosen, seen) {
                (None, _) => { (empty(fl!(w, "no-districts")).body(fl!(w, "no-districts-text"))) }
                (Some(_), None) => { (empty(fl!(w, "too-few")).body(fl!(w, "too-few-text"))) }
                (Some(district), Some((quarter, found))) => {
                    section.stapel aria-labelledby="wijk" {
                        h2 #wijk { (content("nl", district.name.as_str())) }
                        (figure(lang, sentence(lang, *quarter, found), picture(lang, *quarter, found))
                            .as_table(as_table(lang, quarters)))
                    }
                }
            }
            p.zacht { (fl!(w, "reciprocity-how")) }
        },
    )
}

fn name(lang: Lang, quarter: Quarter) -> String {
    fl!(words(lang), "quarter", number = quarter.number().to_string(), year = quarter.year().to_string())
}

fn direction(lang: Lang, to_formal: bool) -> String {
    let w = words(lang);
    if to_formal { fl!(w, "to-formal") } else { fl!(w, "to-informal") }
}

fn number(lang: Lang, count: u64) -> String {
    format::number(lang, i64::try_from(count).unwrap_or(i64::MAX))
}

/// What one sees, whole: each direction says only what may be said of it.
fn sentence(lang: Lang, quarter: Quarter, found: &Reciprocity) -> String {
    let w = words(lang);
    let said = |row: Row| match (row.in_time.shown(), row.late.shown()) {
        (Some(in_time), Some(late)) => {
            fl!(w, "said-both", asked = number(lang, in_time + late), time = number(lang, in_time))
        }
        (Some(in_time), None) => fl!(w, "said-time", time = number(lang, in_time)),
        (None, Some(late)) => fl!(w, "said-late", late = number(lang, late)),
        (None, None) => fl!(w, "said-nothing"),
    };
    let parts = found
        .rows()
        .map(|(to_formal, row)| fl!(w, "said", direction = direction(lang, to_formal), what = said(row)));
    format!("{}: {}", name(lang, quarter), parts.join(" "))
}

const WIDE: u64 = 300;

/// For each direction a bar of what was answered in time, and below it one of what was not.
fn picture(lang: Lang, quarter: Quarter, found: &Reciprocity) -> Markup {
    let counts = || found.rows().into_iter().flat_map(|(_, row)| [row.in_time, row.late]);
    let most = counts().filter_map(Count::shown).max().unwrap_or(1).max(1);
    let wide = |count: Count| count.shown().map(|count| (count * WIDE / most).max(2));
    html! {
        svg.balken role="img" aria-label=(sentence(lang, quarter, found)) viewBox="0 0 320 92" preserveAspectRatio="xMinYMid" {
            @for (at, (to_formal, row)) in found.rows().into_iter().enumerate() {
                @let top = 6 + at * 44;
                @let class = if to_formal { "i" } else { "f" };
                @if let Some(wide) = wide(row.in_time) {
                    rect class=(class) x="8" y=(top) width=(wide) height="20" rx="4" {}
                }
                @if let Some(wide) = wide(row.late) {
                    rect class=(class) x="8" y=(top + 24) width=(wide) height="8" rx="4" fill-opacity="0.45" {}
                }
            }
        }
        p.klein { (fl!(words(lang), "legend")) }
    }
}

fn as_table(lang: Lang, quarters: &[(Quarter, Reciprocity)]) -> Markup {
    let w = words(lang);
    let head = [fl!(w, "when"), fl!(w, "direction"), fl!(w, "asked"), fl!(w, "in-time"), fl!(w, "late")];
    let cell = |count: Count| count.shown().map_or_else(|| fl!(w, "hidden"), |count| number(lang, count));
    let mut all = table(fl!(w, "table")).head(head).number_columns([2, 3, 4]);
    for (quarter, found) in quarters {
        for (to_formal, row) in found.rows() {
            all = all.row([
                name(lang, *quarter),
                direction(lang, to_formal),
                cell(row.asked),
                cell(row.in_time),
                cell(row.late),
            ]);
        }
    }
    html! { (all) }
}
