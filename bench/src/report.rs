//! The table of figures, on the screen and in a file.

use std::fmt::Write as _;

/// A figure beside what it should be.
pub(crate) struct Line {
    pub(crate) what: String,
    pub(crate) goal: String,
    pub(crate) found: String,
    /// What the bare peer did in the same run.
    pub(crate) peer: String,
    /// None when there is no goal.
    pub(crate) met: Option<bool>,
}

#[derive(Default)]
pub(crate) struct Report {
    lines: Vec<Line>,
    notes: Vec<String>,
}

const HEAD: [&str; 5] =
    ["what", "goal", "found", "beside it (bare axum, same bytes, where it is not named)", ""];

impl Report {
    pub(crate) fn add(&mut self, line: Line) {
        self.lines.push(line);
    }

    /// A figure with a goal, without a peer.
    pub(crate) fn goal(&mut self, what: &str, goal: &str, found: String, met: bool) {
        self.add(Line {
            what: what.to_owned(),
            goal: goal.to_owned(),
            found,
            peer: String::new(),
            met: Some(met),
        });
    }

    /// A figure as information.
    pub(crate) fn figure(&mut self, what: &str, found: String) {
        self.add(Line { what: what.to_owned(), goal: String::new(), found, peer: String::new(), met: None });
    }

    pub(crate) fn note(&mut self, note: impl Into<String>) {
        self.notes.push(note.into());
    }

    pub(crate) fn all_met(&self) -> bool {
        self.lines.iter().all(|line| line.met != Some(false))
    }

    /// One table, as Markdown that is also readable as it is.
    pub(crate) fn written(&self) -> String {
        let rows: Vec<[String; 5]> = self.lines.iter().map(cells).collect();
        let widths: [usize; 5] = std::array::from_fn(|at| {
            let longest = rows.iter().filter_map(|row| row.get(at)).map(|cell| cell.chars().count()).max();
            longest.unwrap_or(0).max(HEAD.get(at).map_or(0, |head| head.len()))
        });
        let mut text = String::new();
        for note in &self.notes {
            let _ = writeln!(text, "{note}\n");
        }
        row(&mut text, &HEAD.map(str::to_owned), &widths);
        row(&mut text, &widths.map(|width| "-".repeat(width)), &widths);
        rows.iter().for_each(|cells| row(&mut text, cells, &widths));
        text
    }
}

fn cells(line: &Line) -> [String; 5] {
    let met = match line.met {
        Some(true) => "ok",
        Some(false) => "NOT MET",
        None => "",
    };
    [line.what.clone(), line.goal.clone(), line.found.clone(), line.peer.clone(), met.to_owned()]
}

fn row(text: &mut String, cells: &[String; 5], widths: &[usize; 5]) {
    for (cell, width) in cells.iter().zip(widths) {
        let room = width - cell.chars().count();
        let _ = write!(text, "| {cell}{} ", " ".repeat(room));
    }
    text.push_str("|\n");
}

/// The middle one of an odd number of figures.
pub(crate) fn median(figures: impl IntoIterator<Item = f64>) -> f64 {
    let mut figures: Vec<f64> = figures.into_iter().collect();
    figures.sort_by(f64::total_cmp);
    figures.get(figures.len() / 2).copied().unwrap_or(0.0)
}
