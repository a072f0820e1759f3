//! Which world somebody is from: circle, square or house, with the word and a colour of its own.

use maud::{Markup, html};

use super::Case;
use crate::{Lang, fl, words};

/// From the neighbourhood, an organisation, or a resident.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sphere {
    Informal,
    Formal,
    Resident,
}

impl Sphere {
    pub const ALL: [Sphere; 3] = [Sphere::Informal, Sphere::Formal, Sphere::Resident];

    pub fn word(self, lang: Lang) -> String {
        match self {
            Sphere::Informal => fl!(words(lang), "sphere-informal"),
            Sphere::Formal => fl!(words(lang), "sphere-formal"),
            Sphere::Resident => fl!(words(lang), "sphere-resident"),
        }
    }
}

/// The badge: shape, colour and word together, so that none of them is alone.
pub fn sphere(lang: Lang, sphere: Sphere) -> Markup {
    let class = match sphere {
        Sphere::Informal => "soort soort--i",
        Sphere::Formal => "soort",
        Sphere::Resident => "soort soort--b",
    };
    html! { span class=(class) { (sphere.word(lang)) } }
}

pub(super) fn samples(lang: Lang) -> Vec<(Case, Markup)> {
    vec![(Case::Ordinary, html! { p.rij { @for each in Sphere::ALL { (sphere(lang, each)) } } })]
}
