//! Facts under each other: what it is called and what it is.

use maud::{Markup, Render, html};

use super::{Case, say};
use crate::{Lang, content};

/// Rows of a term and its value.
#[derive(Debug, Clone, Default)]
pub struct Definitions {
    rows: Vec<(Markup, Markup)>,
}

pub fn definitions() -> Definitions {
    Definitions::default()
}

impl Definitions {
    pub fn row(mut self, term: impl Render, value: impl Render) -> Definitions {
        self.rows.push((term.render(), value.render()));
        self
    }

    /// Leaves the row out when there is no value.
    pub fn row_if<V: Render>(self, term: impl Render, value: Option<V>) -> Definitions {
        match value {
            Some(value) => self.row(term, value),
            None => self,
        }
    }
}

impl Render for Definitions {
    fn render(&self) -> Markup {
        html! {
            @if !self.rows.is_empty() {
                dl.feiten { @for (term, value) in &self.rows { div { dt { (term) } dd { (value) } } } }
            }
        }
    }
}

pub(super) fn samples(lang: Lang) -> Vec<(Case, Markup)> {
    let place = say(lang, "Adres", "Address", "العنوان");
    let open = say(lang, "Open", "Open", "أوقات العمل");
    let hours = say(
        lang,
        "Maandag tot en met vrijdag, 9.00 tot 15.00 uur",
        "Monday to Friday, 09:00 to 15:00",
        "من الاثنين إلى الجمعة، من 09:00 إلى 15:00",
    );
    let ordinary = definitions().row(place, content(Lang::Nl, "Lindeplein 4")).row(open, hours);
    let long = content(Lang::Nl, "Aansprakelijkheidsverzekeringsmaatschappij voor vrijwilligersorganisaties");
    vec![
        (Case::Empty, definitions().render()),
        (Case::Ordinary, ordinary.render()),
        (Case::Longest, definitions().row(&long, html! { (long) ", " (long) }).render()),
    ]
}
