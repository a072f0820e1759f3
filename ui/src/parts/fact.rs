//! A line with a small drawing before it: an address, a phone number, who may see this.

use maud::{Markup, Render, html};

use super::Case;
use crate::{Icon, Lang, content};

pub fn fact(icon: Icon, text: impl Render) -> Markup {
    html! { p.regel { (icon) span { (text) } } }
}

pub(super) fn samples(lang: Lang) -> Vec<(Case, Markup)> {
    let phone = html! { a href="tel:0201234567" { bdi dir="ltr" { "020 123 45 67" } } };
    vec![(
        Case::Ordinary,
        html! {
            (fact(Icon::Place, content(Lang::Nl, "Lindeplein 4, De Boogerd")))
            (fact(Icon::Phone, phone))
            (fact(Icon::Globe, super::say(lang, "Nederlands, Turks, Arabisch", "Dutch, Turkish, Arabic", "الهولندية والتركية والعربية")))
        },
    )]
}
