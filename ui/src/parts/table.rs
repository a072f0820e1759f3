//! A table that scrolls in its own box when the screen is narrow.

use maud::{Markup, Render, html};

use super::{Case, say};
use crate::Lang;

/// Caption, head, rows. The first cell of a row names it.
#[derive(Debug, Clone)]
pub struct Table {
    caption: Markup,
    head: Vec<Markup>,
    rows: Vec<Vec<Markup>>,
    numbers: Vec<usize>,
}

pub fn table(caption: impl Render) -> Table {
    Table { caption: caption.render(), head: Vec::new(), rows: Vec::new(), numbers: Vec::new() }
}

impl Table {
    pub fn head<T: Render>(mut self, cells: impl IntoIterator<Item = T>) -> Table {
        self.head = cells.into_iter().map(|cell| cell.render()).collect();
        self
    }

    pub fn row<T: Render>(mut self, cells: impl IntoIterator<Item = T>) -> Table {
        self.rows.push(cells.into_iter().map(|cell| cell.render()).collect());
        self
    }

    /// Columns (from 0) that hold numbers: aligned at the end, digits of one width.
    pub fn number_columns(mut self, columns: impl IntoIterator<Item = usize>) -> Table {
        self.numbers = columns.into_iter().collect();
        self
    }

    fn class(&self, column: usize) -> Option<&'static str> {
        self.numbers.contains(&column).then_some("getal")
    }
}

impl Render for Table {
    fn render(&self) -> Markup {
        html! {
            div.tabelbak tabindex="0" {
                table {
                    caption { (self.caption) }
                    thead { tr { @for (i, cell) in self.head.iter().enumerate() { th scope="col" class=[self.class(i)] { (cell) } } } }
                    tbody {
                        @for row in &self.rows {
                            tr {
                                @for (i, cell) in row.iter().enumerate() {
                                    @if i == 0 { th scope="row" class=[self.class(i)] { (cell) } } @else { td class=[self.class(i)] { (cell) } }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

pub(super) fn samples(lang: Lang) -> Vec<(Case, Markup)> {
    let caption = say(lang, "Groepen per buurt", "Groups per neighbourhood", "المجموعات في كل حي");
    let head = [
        say(lang, "Buurt", "Neighbourhood", "الحي"),
        say(lang, "Uit de buurt", "From the neighbourhood", "من الحي"),
        say(lang, "Organisaties", "Organisations", "مؤسسات"),
    ];
    let start = |extra: &str| table(format!("{caption}{extra}")).head(head).number_columns([1, 2]);
    vec![
        (Case::Empty, start(" (0)").render()),
        (
            Case::Ordinary,
            start("").row(["De Boogerd", "48", "22"]).row(["Havenkwartier", "9", "1.204"]).render(),
        ),
        (
            Case::Longest,
            start(" (2)")
                .row([
                    "Bedrijventerrein Havenkwartier-Zuidoost, Buitendijkse Polder en omgeving",
                    "123.456.789",
                    "123.456.789",
                ])
                .render(),
        ),
    ]
}
