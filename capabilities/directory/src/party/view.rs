//! One party on a page: what to call it for, how to get in, who one meets, and how it likes to work together.

use std::sync::Arc;

use ground::moment::Moment;
use maud::{Markup, Render as _, html};
use ui::words::fl;
use ui::{Frame, Icon, Lang, Page, breadcrumb, button, buttons, face, fact, label, labels};

use super::whole::Whole;
use super::{Email, Party};
use crate::area::AreaCode;
use crate::confirmation::{Age, Ageing};
use crate::contact::Contact;
use crate::find::asked;
use crate::names::{self, badge, dutch};
use crate::offer::Offer;
use crate::offer::card::offer_card;
use crate::place::view::{place_card, short_name};
use crate::theme::Theme;
use crate::trust::Trust;
use crate::wording::{Lines, Prose};
use crate::words;

pub struct PartyPage {
    pub whole: Arc<Whole>,
    /// By which offers are left out that are too old; `None` shows them all.
    pub ageing: Option<Ageing>,
    /// The areas served, by name; `None` is the whole municipality.
    pub serves: Option<Vec<(AreaCode, String)>>,
    pub trust: Trust,
    pub map: Option<Markup>,
    pub now: Moment,
    /// What somebody looked for who can ask this party something.
    pub about: Option<Theme>,
}

impl PartyPage {
    #[must_use]
    pub fn render(&self, frame: &Frame) -> Markup {
        let lang = frame.lang;
        let page = Page::new(self.whole.party.name.as_str())
            .here("zoeken")
            .description(self.whole.party.summary.as_str())
            .own_heading();
        ui::page(
            frame,
            page,
            html! {
                div.vel.stapel.ruim itemscope itemtype="https://schema.org/Organization" {
                    (self.head(frame))
                    (self.trust.notice(lang))
                    div.twee {
                        div.stapel.ruim {
                            (self.calls(lang))
                            (self.offers(lang))
                            (self.people(frame))
                            (self.together(lang))
                        }
                        aside.stapel aria-label=(fl!(words(lang), "party-facts")) { (self.aside(frame)) }
                    }
                }
            },
        )
    }

    fn head(&self, frame: &Frame) -> Markup {
        let lang = frame.lang;
        let w = words(lang);
        let party = &self.whole.party;
        let sphere = badge(party.sphere);
        let (phone, email) = (&party.role.phone, party.mailbox());
        // Nobody asks the party they act for.
        let asks = frame.acts && !self.is_own(frame);
        html! {
            div.stapel.dicht {
                (breadcrumb(lang, &[("/wie".to_owned(), html! { (fl!(w, "list-title")) })]))
                header.partijkop.naast {
                    div.partijkop__naam {
                        (face(party.name.as_str(), sphere).large())
                        div { (ui::sphere(lang, sphere)) h1 itemprop="name" { (dutch(lang, party.name.as_str())) } }
                    }
                    @if !party.summary.is_empty() { p.partijkop__zin.groot itemprop="description" { (dutch(lang, party.summary.as_str())) } }
                    @if !phone.is_empty() || !email.is_empty() || asks {
                        (buttons(html! {
                            @if asks {
                                (button(fl!(w, "party-ask")).icon(Icon::Speech).to(self.to_form("/vraag/nieuw")))
                            }
                            @if !phone.is_empty() {
                                (button(html! { (fl!(w, "call")) " " bdi dir="ltr" { (phone.as_str()) } })
                                    .icon(Icon::Phone).to(format!("tel:{}", phone.dial())))
                            }
                            @if !email.is_empty() {
                                (button(fl!(w, "mail")).secondary().icon(Icon::Mail).to(format!("mailto:{email}")))
                            }
                        }))
                    }
                    (self.with_them(frame))
                }
            }
        }
    }

    /// The party that who looks acts for, when it acts for one.
    fn party_of(frame: &Frame) -> Option<&str> {
        frame.signed.as_ref().and_then(|signed| signed.party.as_deref())
    }

    fn is_own(&self, frame: &Frame) -> bool {
        Self::party_of(frame).is_some_and(|own| own == self.whole.party.id.to_string())
    }

    /// What somebody of another party can do with this one.
    fn with_them(&self, frame: &Frame) -> Markup {
        let w = words(frame.lang);
        html! {
            @if Self::party_of(frame).is_some() && !self.is_own(frame) {
                (buttons(button(fl!(w, "party-hand-over")).secondary().icon(Icon::People)
                    .to(self.to_form("/overdracht/nieuw"))))
            }
        }
    }

    /// A form to send something to this party, with the theme when it is known.
    fn to_form(&self, path: &str) -> String {
        let id = self.whole.party.id.to_string();
        let theme = self.about.as_ref().map(|theme| ("onderwerp", theme.key()));
        let pairs: Vec<_> = std::iter::once(("aan", id.as_str())).chain(theme).collect();
        asked::address(path, &pairs, 1)
    }

    fn calls(&self, lang: Lang) -> Markup {
        let w = words(lang);
        let (call, not) = (&self.whole.party.call_for, &self.whole.party.not_for);
        html! {
            @if !call.is_empty() || !not.is_empty() {
                div.weldoen {
                    (lines("wel", &fl!(w, "call-for"), call, lang))
                    (lines("niet", &fl!(w, "not-for"), not, lang))
                }
            }
        }
    }

    fn offers(&self, lang: Lang) -> Markup {
        let w = words(lang);
        let too_old = |offer: &Offer| {
            self.ageing.is_some_and(|ageing| ageing.age(offer.since(), self.now) == Age::Hidden)
        };
        let mut offers = self.whole.offers.iter().filter(|offer| !too_old(offer)).peekable();
        // Which place is worth saying only where there are more.
        let several = self.whole.places.len() > 1;
        let place_of = |offer: &Offer| {
            let at = self.whole.places.iter().filter(|(_, offers)| offers.contains(&offer.id));
            at.filter(|_| several).find_map(|(place, _)| short_name(place))
        };
        html! {
            @if offers.peek().is_some() {
                section.stapel aria-labelledby="aanbod" {
                    h2 #aanbod { (fl!(w, "party-offers")) }
                    ul.kaarten {
                        @for offer in offers { li { (offer_card(lang, offer, place_of(offer), self.now)) } }
                    }
                }
            }
        }
    }

    fn people(&self, frame: &Frame) -> Markup {
        let w = words(frame.lang);
        html! {
            @if !self.whole.contacts.is_empty() {
                section.stapel aria-labelledby="mensen" {
                    h2 #mensen { (fl!(w, "party-people")) }
                    ul.mensen { @for contact in &self.whole.contacts { (self.person(frame, contact)) } }
                }
            }
        }
    }

    /// A name and a photo only where that person agreed; the role always.
    fn person(&self, frame: &Frame, contact: &Contact) -> Markup {
        let (w, lang) = (words(frame.lang), frame.lang);
        let name = contact.name.as_ref().map(|name| name.value.as_str());
        let shown = name.unwrap_or(contact.role.as_str());
        let face = face(shown, badge(self.whole.party.sphere));
        let face = if contact.photo.is_some() { face.photo(format!("/foto/{}", contact.id)) } else { face };
        let languages: Vec<&str> = contact.languages.iter().map(|language| language.name(lang)).collect();
        html! {
            li { article.kaart.met-gezicht {
                (face)
                div.stapel.dicht {
                    h3 { (dutch(lang, names::capital(shown))) }
                    @if name.is_some() { p.klein { (dutch(lang, names::capital(contact.role.as_str()))) } }
                    @if !contact.note.is_empty() { p.klein { (dutch(lang, contact.note.as_str())) } }
                    @if !languages.is_empty() { p.klein.zacht { (ui::format::list(lang, &languages)) } }
                    @if !contact.phone.is_empty() {
                        (fact(Icon::Phone, html! { a href={ "tel:" (contact.phone.dial()) } { span { (fl!(w, "call")) " " bdi dir="ltr" { (contact.phone.as_str()) } } } }))
                    }
                    @if !contact.mailbox().is_empty() {
                        (fact(Icon::Mail, html! { a href={ "mailto:" (contact.mailbox()) } { bdi dir="ltr" { (contact.mailbox()) } } }))
                    }
                    @if contact.mail_returns && frame.keeps { (returned(lang, &contact.email)) }
                }
            } }
        }
    }

    fn together(&self, lang: Lang) -> Markup {
        let w = words(lang);
        html! {
            (prose("samen", &fl!(w, "works-gladly"), &self.whole.party.works_gladly, lang, true))
            (prose("ervaring", &fl!(w, "lived-experience"), &self.whole.party.lived_experience, lang, false))
        }
    }

    fn aside(&self, frame: &Frame) -> Markup {
        let lang = frame.lang;
        let w = words(lang);
        html! {
            (self.ways_in(frame))
            (self.room(lang))
            @for (place, _) in &self.whole.places { (place_card(lang, place)) }
            @if let Some(map) = &self.map { (ui::figure(lang, fl!(w, "map-of-party"), map)) }
            (self.reach(frame))
            (self.trust.foot(lang))
            p.klein { a href="/hulp#klopt-niet" { (fl!(w, "something-wrong")) } }
        }
    }

    /// The role address outlives the person: it stays when somebody leaves.
    fn ways_in(&self, frame: &Frame) -> Markup {
        let (w, lang) = (words(frame.lang), frame.lang);
        let Party { role, best_way, .. } = &self.whole.party;
        let (email, returned_mail) =
            (self.whole.party.mailbox(), self.whole.party.mail_returns && frame.keeps);
        let nothing = role.phone.is_empty()
            && email.is_empty()
            && !returned_mail
            && role.website.is_empty()
            && best_way.is_empty();
        html! {
            @if !nothing {
                section.kaart.stapel.krap aria-labelledby="bereik" {
                    h2 #bereik { (fl!(w, "reach-us")) }
                    @if !role.name.is_empty() { p { (dutch(lang, role.name.as_str())) } }
                    @if !best_way.is_empty() { (fact(Icon::Speech, dutch(lang, best_way.as_str()))) }
                    @if !role.phone.is_empty() {
                        (fact(Icon::Phone, html! { a href={ "tel:" (role.phone.dial()) } { bdi dir="ltr" itemprop="telephone" { (role.phone.as_str()) } } }))
                    }
                    @if !email.is_empty() {
                        (fact(Icon::Mail, html! { a href={ "mailto:" (email) } { bdi dir="ltr" itemprop="email" { (email) } } }))
                    }
                    @if returned_mail { (returned(lang, &role.email)) }
                    @if !role.website.is_empty() {
                        (fact(Icon::Globe, html! { a href=(role.website.as_str()) rel="noopener" itemprop="url" { bdi dir="ltr" { (host(role.website.as_str())) } } }))
                    }
                }
            }
        }
    }

    fn room(&self, lang: Lang) -> Markup {
        let w = words(lang);
        let label = names::capacity_label(lang, self.whole.party.capacity);
        html! {
            @if label.is_some() || !self.whole.party.capacity_note.is_empty() {
                section.kaart.stapel.krap aria-labelledby="plek" {
                    h2 #plek { (fl!(w, "room-now")) }
                    @if let Some(label) = label { p { (label) } }
                    @if !self.whole.party.capacity_note.is_empty() { p { (dutch(lang, self.whole.party.capacity_note.as_str())) } }
                }
            }
        }
    }

    /// Languages and areas.
    fn reach(&self, frame: &Frame) -> Markup {
        let lang = frame.lang;
        let w = words(lang);
        let languages: Vec<&str> =
            self.whole.party.languages.iter().map(|language| language.name(lang)).collect();
        html! {
            @if !languages.is_empty() {
                section.kaart.stapel.krap aria-labelledby="talen" {
                    h2 #talen { (fl!(w, "languages-spoken")) }
                    (labels(languages.iter().map(label)))
                    @for language in self.whole.party.languages.iter() { meta itemprop="knowsLanguage" content=(language.code()); }
                }
            }
            section.kaart.stapel.krap aria-labelledby="werkgebied" {
                h2 #werkgebied { (fl!(w, "areas-served")) }
                @match &self.serves {
                    None => p itemprop="areaServed" { (fl!(w, "serves-all", name = frame.municipality_name.as_str())) },
                    Some(areas) if areas.is_empty() => p { (fl!(w, "serves-unknown")) },
                    Some(areas) => {
                        ul { @for (code, name) in areas { li itemprop="areaServed" { a href={ "/buurt/" (code) } { (dutch(lang, name)) } } } }
                    },
                }
            }
        }
    }
}

fn lines(class: &str, heading: &str, lines: &Lines, lang: Lang) -> Markup {
    html! {
        @if !lines.is_empty() {
            section class=(class) {
                h2 { (heading) }
                ul.w { @for line in lines.iter() { li { (dutch(lang, line)) } } }
            }
        }
    }
}

fn prose(id: &str, heading: &str, prose: &Prose, lang: Lang, quote: bool) -> Markup {
    let paragraphs = html! { @for paragraph in prose.paragraphs() { p { (dutch(lang, paragraph)) } } };
    html! {
        @if !prose.is_empty() {
            section.stapel.krap aria-labelledby=(id) {
                h2 id=(id) { (heading) }
                @if quote { blockquote.citaat.stapel.krap { (paragraphs.render()) } } @else { (paragraphs.render()) }
            }
        }
    }
}

/// For who keeps the map: an address that visitors do not see, and why.
pub(crate) fn returned(lang: Lang, email: &Email) -> Markup {
    let why = html! { bdi dir="ltr" { (email.as_str()) } ": " (fl!(words(lang), "mail-returns")) };
    html! { (fact(Icon::Mail, why)) }
}

/// `linde.voorbeeld.nl` of an address on the web.
fn host(website: &str) -> &str {
    let rest = website.split_once("://").map_or(website, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next().unwrap_or(rest);
    host.strip_prefix("www.").unwrap_or(host)
}
