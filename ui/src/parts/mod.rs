//! The components. Each stands whole in its own file: type, markup, samples.

mod breadcrumb;
mod button;
mod card;
mod date;
mod definitions;
mod does;
mod empty;
mod face;
mod fact;
mod field;
mod figure;
mod filters;
mod label;
mod more;
mod notice;
mod numbers;
mod pagination;
mod progress;
mod search;
mod select;
mod sphere;
mod steps;
mod summary;
mod table;
mod tick;

pub use breadcrumb::breadcrumb;
pub use button::{Button, button, buttons};
pub use card::{Card, card, cards};
pub use date::date_block;
pub use definitions::{Definitions, definitions};
pub use does::does;
pub use empty::{Empty, empty};
pub use face::{Face, face};
pub use fact::fact;
pub use field::{Field, field};
pub use figure::{Figure, figure};
pub use filters::{Filters, filters};
pub use label::{Label, label, labels};
pub use more::more;
pub use notice::{Notice, Tone, notice};
pub use numbers::{Numbers, numbers};
pub use pagination::{further, pagination};
pub use progress::progress;
pub use search::{Search, search};
pub use select::{Select, select};
pub use sphere::{Sphere, sphere};
pub use steps::{Steps, steps};
pub use summary::error_summary;
pub use table::{Table, table};
pub use tick::{Choices, checkbox, choices};

use maud::Markup;

use crate::Lang;

/// Which of the four situations a sample shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Case {
    Empty,
    Ordinary,
    Longest,
    Refused,
}

/// One component in one situation. The list of these feeds the style guide and its tests.
#[derive(Debug, Clone)]
pub struct Sample {
    pub component: &'static str,
    pub case: Case,
    pub markup: Markup,
}

/// A component's samples in one language: its name and what makes them.
pub(crate) type Samples = (&'static str, fn(Lang) -> Vec<(Case, Markup)>);

pub(crate) const SAMPLES: [Samples; 25] = [
    ("button", button::samples),
    ("sphere", sphere::samples),
    ("face", face::samples),
    ("label", label::samples),
    ("card", card::samples),
    ("search", search::samples),
    ("filters", filters::samples),
    ("field", field::samples),
    ("select", select::samples),
    ("tick", tick::samples),
    ("summary", summary::samples),
    ("notice", notice::samples),
    ("empty", empty::samples),
    ("breadcrumb", breadcrumb::samples),
    ("pagination", pagination::samples),
    ("steps", steps::samples),
    ("progress", progress::samples),
    ("definitions", definitions::samples),
    ("does", does::samples),
    ("fact", fact::samples),
    ("date", date::samples),
    ("numbers", numbers::samples),
    ("table", table::samples),
    ("figure", figure::samples),
    ("more", more::samples),
];

/// The language in which the samples are shown to a reader of `lang`: they are written in three.
pub(crate) fn spoken(lang: Lang) -> Lang {
    match lang {
        Lang::Nl | Lang::En | Lang::Ar => lang,
        Lang::Tr | Lang::Pl | Lang::Uk => Lang::Nl,
    }
}

/// Sample text; the real words of a page are in Fluent.
pub(crate) fn say(lang: Lang, nl: &'static str, en: &'static str, ar: &'static str) -> &'static str {
    match spoken(lang) {
        Lang::En => en,
        Lang::Ar => ar,
        _ => nl,
    }
}
