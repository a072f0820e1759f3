//! A place on a page. Of a confidential one there is nothing to show but that one must call.

use maud::{Markup, html};
use ui::words::fl;
use ui::{Icon, Lang, fact};

use super::{Address, OpenPlace, Place, Whereabouts};
use crate::names::dutch;
use crate::words;

#[must_use]
pub fn place_card(lang: Lang, place: &Place) -> Markup {
    let w = words(lang);
    let body = html! {
        h2 { (fl!(w, "where")) }
        (whereabouts(lang, place))
    };
    match &place.whereabouts {
        Whereabouts::Confidential => html! { section.kaart.stapel.krap { (body) } },
        Whereabouts::Open(open) => html! {
            section.kaart.stapel.krap itemprop="location" itemscope itemtype="https://schema.org/Place" {
                (body)
                @if !open.name.is_empty() { meta itemprop="name" content=(open.name); }
                @if !open.address.is_empty() { (postal(&open.address)) }
            }
        },
    }
}

/// The address for search engines and assistants: what stands above it, in its parts.
fn postal(address: &Address) -> Markup {
    let Address { street, house_number, postcode, town } = address;
    html! {
        div itemprop="address" itemscope itemtype="https://schema.org/PostalAddress" {
            @if !street.is_empty() { meta itemprop="streetAddress" content={ (street) " " (house_number) }; }
            @if !postcode.is_empty() { meta itemprop="postalCode" content=(postcode); }
            @if !town.is_empty() { meta itemprop="addressLocality" content=(town); }
            meta itemprop="addressCountry" content="NL";
        }
    }
}

/// The place without a card around it.
#[must_use]
pub fn whereabouts(lang: Lang, place: &Place) -> Markup {
    let w = words(lang);
    match &place.whereabouts {
        Whereabouts::Confidential => fact(Icon::Lock, fl!(w, "address-secret")),
        Whereabouts::Open(open) => {
            let OpenPlace { name, address, access, .. } = open.as_ref();
            let lines = address_lines(address);
            html! {
                (fact(Icon::Place, html! {
                    @if !name.is_empty() { strong { (dutch(lang, name.as_str())) } @if !lines.is_empty() { br; } }
                    @for (at, line) in lines.iter().enumerate() { @if at > 0 { br; } (dutch(lang, line)) }
                    @if name.is_empty() && lines.is_empty() { (fl!(w, "address-unknown")) }
                }))
                @for paragraph in access.paragraphs() { p.klein.zacht { (dutch(lang, paragraph)) } }
            }
        }
    }
}

/// What a place is called in a few words; nothing for a confidential one.
#[must_use]
pub fn short_name(place: &Place) -> Option<String> {
    let Whereabouts::Open(open) = &place.whereabouts else { return None };
    if open.name.is_empty() {
        address_lines(&open.address).into_iter().next()
    } else {
        Some(open.name.as_str().to_owned())
    }
}

/// "Lindeplein 4", "9927 AB Oosterwaard"
fn address_lines(address: &Address) -> Vec<String> {
    let pair = |one: &str, other: &str| format!("{one} {other}").trim().to_owned();
    let street = pair(address.street.as_str(), address.house_number.as_str());
    let town = pair(address.postcode.as_str(), address.town.as_str());
    [street, town].into_iter().filter(|line| !line.is_empty()).collect()
}
