//! A report as a table for people, with lines grouped by why.

use std::collections::BTreeMap;

use directory::import::line::{Fate, Line};
use directory::import::report::{Counts, Report};
use directory::import::words;
use ui::Lang;

use super::super::out::say;

/// The numbers, and of each reason the first so many lines (all when `most` is none).
pub(super) fn report(report: &Report, most: Option<usize>) {
    say("                new  changed     same     gone     kept");
    row("parties", &report.parties);
    row("offers", &report.offers);
    say(&format!(
        "refused {}, left out {}, mended {}, to look at {}, back again {}",
        report.refused, report.left_out, report.mended, report.noted, report.back
    ));
    if report.cut_off {
        say("The file stops halfway: what is missing in it does not count as gone.");
    }
    for fate in Fate::ALL {
        lines(fate, report.lines.iter().filter(|line| line.fate == fate), most);
    }
}

fn row(name: &str, counts: &Counts) {
    let Counts { added, changed, same, gone, kept } = counts;
    say(&format!("{name:<10}{added:>9}{changed:>9}{same:>9}{gone:>9}{kept:>9}"));
}

fn lines<'l>(fate: Fate, lines: impl Iterator<Item = &'l Line>, most: Option<usize>) {
    let mut groups: BTreeMap<&str, Vec<&Line>> = BTreeMap::new();
    for line in lines {
        groups.entry(&line.reason).or_default().push(line);
    }
    let mut groups: Vec<(&str, Vec<&Line>)> = groups.into_iter().collect();
    groups.sort_by_key(|(_, lines)| std::cmp::Reverse(lines.len()));
    for (reason, lines) in groups {
        say("");
        say(&format!(
            "{}, {} times: {}",
            words::fate(Lang::En, fate),
            lines.len(),
            words::reason(Lang::En, reason)
        ));
        let shown = most.unwrap_or(usize::MAX).min(lines.len());
        for line in lines.iter().take(shown) {
            let parts = [words::place(Lang::En, line), line.key.clone(), line.detail.clone()];
            let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            say(&format!("    {}", parts.join("  ·  ")));
        }
        if shown < lines.len() {
            say(&format!("    and {} more (--lines all shows them)", lines.len() - shown));
        }
    }
}
