//! What a party does and does not do: both with the same weight, neither as an apology.

use maud::{Markup, Render, html};

use super::Case;
use crate::{Lang, content, fl, words};

/// Two lists; an empty one is left out. Give the party's name for organisations that speak of "wij".
pub fn does<Y: Render, N: Render>(
    lang: Lang,
    yes: impl IntoIterator<Item = Y>,
    no: impl IntoIterator<Item = N>,
) -> Markup {
    let (yes, no): (Vec<Y>, Vec<N>) = (yes.into_iter().collect(), no.into_iter().collect());
    let w = words(lang);
    html! {
        @if !yes.is_empty() || !no.is_empty() {
            div.weldoen {
                @if !yes.is_empty() {
                    section.wel { h2 { (fl!(w, "does")) } ul.w { @for item in &yes { li { (item) } } } }
                }
                @if !no.is_empty() {
                    section.niet { h2 { (fl!(w, "does-not")) } ul.w { @for item in &no { li { (item) } } } }
                }
            }
        }
    }
}

pub(super) fn samples(lang: Lang) -> Vec<(Case, Markup)> {
    let nl = |text: &'static str| content(Lang::Nl, text);
    let none: [Markup; 0] = [];
    vec![
        (Case::Empty, does(lang, none.clone(), none.clone())),
        (
            Case::Ordinary,
            does(
                lang,
                [
                    "Brieven lezen en formulieren invullen",
                    "Meegaan naar een gesprek",
                    "Luisteren, ook als het lang duurt",
                ]
                .map(nl),
                ["Geld beheren van iemand", "Zorg voor zware psychische problemen"].map(nl),
            ),
        ),
        (
            Case::Longest,
            does(
                lang,
                none,
                [nl(
                    "Zomaar mensen overnemen van het wijkteam, de woningbouwvereniging, de schuldhulpverlening of de jeugdgezondheidszorg. Bel eerst even.",
                )],
            ),
        ),
    ]
}
