//! The form for a question: whom it is put to, one text, and what is filled in already.

use directory::area::AreaCode;
use directory::language::LANGUAGES;
use directory::map::Atlas;
use directory::party::Party;
use directory::theme::Theme;
use directory::wording::Name;
use exchange::draft::{self, Place as _};
use ground::id::Id;
use maud::{Markup, html};
use ui::{Frame, Icon, Lang, Page, Tone, button, buttons, field, fl, notice, page, select};

use super::NotNameless;
use crate::draft::Place;
use crate::words;

/// Whom a question is put to, as far as the form knows.
#[derive(Clone, Debug)]
pub(super) enum Addressee {
    Party {
        id: Id<Party>,
        name: Name,
        /// Who answered before, when the question is put to that person.
        person: Option<(String, Name)>,
    },
    Neighbourhood,
}

impl Addressee {
    /// Where a text to them is kept while somebody types it.
    pub(super) fn place(&self) -> Place {
        match self {
            Self::Party { id, .. } => Place::Party(*id),
            Self::Neighbourhood => Place::Neighbourhood,
        }
    }
}

/// What stands in the form.
#[derive(Clone, Debug, Default)]
pub(super) struct Filled {
    pub(super) text: String,
    pub(super) theme: String,
    pub(super) area: String,
    pub(super) language: String,
}

/// What is wrong with it, by field.
#[derive(Clone, Debug, Default)]
pub(super) struct Wrong {
    pub(super) text: Option<NotNameless>,
    pub(super) theme: bool,
    pub(super) area: bool,
    pub(super) language: bool,
}

impl Wrong {
    pub(super) const fn is_nothing(&self) -> bool {
        self.text.is_none() && !self.theme && !self.area && !self.language
    }
}

pub(super) struct Sheet<'s> {
    /// Where the text comes from that was not sent before.
    pub(super) draft: Option<&'s Place>,
    pub(super) atlas: &'s Atlas,
    pub(super) to: &'s Addressee,
    pub(super) filled: &'s Filled,
    pub(super) wrong: Wrong,
}

/// Languages to write a question in: those of the people at the table, not all there are.
pub(super) fn languages(filled: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let usual = ["nl", "en", "ar", "tr", "pl", "uk"];
    let known = LANGUAGES.iter().filter(move |(code, ..)| usual.contains(code) || *code == filled);
    known.map(|(code, _, _, own)| (*code, *own))
}

pub(super) fn sheet(frame: &Frame, sheet: &Sheet<'_>) -> Markup {
    let (w, lang) = (words(frame.lang), frame.lang);
    let (title, lead) = match sheet.to {
        Addressee::Party { name, person: None, .. } => {
            (fl!(w, "ask-party", party = name.as_str()), fl!(w, "ask-lead-party"))
        }
        Addressee::Party { name, person: Some((_, who)), .. } => {
            (fl!(w, "ask-person", who = who.as_str(), party = name.as_str()), fl!(w, "ask-lead-party"))
        }
        Addressee::Neighbourhood => (fl!(w, "ask-neighbourhood"), fl!(w, "ask-lead-neighbourhood")),
    };
    let errors = errors(lang, &sheet.wrong);
    let short = |(name, said): &(&'static str, Markup)| match (*name, &sheet.wrong.text) {
        ("tekst", Some(text)) => (*name, exchange::in_short(lang, text)),
        _ => (*name, said.clone()),
    };
    let summary: Vec<_> = errors.iter().map(short).collect();
    let place = sheet.to.place();
    let error = |name: &str| errors.iter().find(|(known, _)| *known == name).map(|(_, said)| said.clone());
    page(
        frame,
        Page::new(title).lead(lead).here("vandaag").crumb("/vragen", fl!(w, "questions")),
        html! {
            @if !errors.is_empty() { (ui::error_summary(lang, &summary)) }
            @if let Some(place) = sheet.draft { (draft::told(frame, place)) }
            form.stapel.ruim method="post" action="/vraag/nieuw" data-blijft=(ui::line_lost(lang))
                data-aanmelden=(ui::signed_out(lang)) {
                (ui::csrf(frame))
                @match sheet.to {
                    Addressee::Party { id, person, .. } => {
                        input type="hidden" name="aan" value=(id);
                        @if let Some((after, _)) = person { input type="hidden" name="na" value=(after); }
                    }
                    Addressee::Neighbourhood => { input type="hidden" name="aan" value="buurt"; }
                }
                (notice(Tone::Calm, fl!(w, "ask-nameless")).body(html! { p { (fl!(w, "ask-nameless-note")) } }))
                (field(lang, "tekst", fl!(w, "ask-text"))
                    .hint(fl!(w, "ask-text-hint"))
                    .area(5)
                    .draft(place.kept_at(), place.word())
                    .value(sheet.filled.text.clone())
                    .error(error("tekst")))
                (themes(lang, sheet.atlas, &sheet.filled.theme).error(error("onderwerp")))
                (areas(lang, sheet.atlas, &sheet.filled.area).error(error("wijk")))
                (languages(&sheet.filled.language)
                    .fold(select(lang, "taal", fl!(w, "ask-language")), |list, (code, own)| list.option(code, own))
                    .chosen(sheet.filled.language.clone())
                    .error(error("taal")))
                (buttons(button(fl!(w, "ask-send")).icon(Icon::Speech)))
                p.zacht { (fl!(w, "ask-signed-note")) }
            }
            script type="module" src=(ui::assets::LIVE_JS) {}
            @if let Addressee::Party { .. } = sheet.to {
                p { a href=(to_neighbourhood(sheet.filled)) { (fl!(w, "ask-neighbourhood-instead")) } }
            }
        },
    )
}

fn to_neighbourhood(filled: &Filled) -> String {
    format!("/vraag/nieuw?aan=buurt&onderwerp={}&wijk={}", filled.theme, filled.area)
}

/// The party is on the map and has nobody in Samenspel, or no more: a question would wait for ever. What was typed is
/// there to copy.
pub(super) fn nobody_there(frame: &Frame, party: Id<Party>, name: &Name, filled: &Filled) -> Markup {
    let w = words(frame.lang);
    page(
        frame,
        Page::new(fl!(w, "ask-party", party = name.as_str()))
            .here("vandaag")
            .crumb("/vragen", fl!(w, "questions")),
        html! {
            (notice(Tone::Attention, fl!(w, "ask-nobody-there", party = name.as_str())))
            p { (fl!(w, "ask-nobody-there-note")) }
            @if !filled.text.trim().is_empty() { (draft::left(frame, &Place::Party(party), &filled.text)) }
            (buttons(html! {
                (button(fl!(w, "ask-how-to-reach")).to(format!("/partij/{party}")).icon(Icon::Phone))
                (button(fl!(w, "ask-neighbourhood-instead")).secondary().to(to_neighbourhood(filled)))
            }))
        },
    )
}

fn themes(lang: Lang, atlas: &Atlas, chosen: &str) -> ui::Select {
    let w = words(lang);
    let taxonomy = &atlas.taxonomy;
    let mut list = select(lang, "onderwerp", fl!(w, "ask-theme")).option("", fl!(w, "ask-choose"));
    let shown = |theme: &Theme, hidden: bool| !hidden || theme.key() == chosen;
    for top in taxonomy.tops().filter(|top| shown(&top.theme, top.hidden)) {
        list = list.option(top.theme.key(), top.name(lang));
        for term in taxonomy.under(&top.theme).filter(|term| shown(&term.theme, term.hidden)) {
            list = list.option(term.theme.key(), format!("{} – {}", top.name(lang), term.name(lang)));
        }
    }
    list.chosen(chosen)
}

fn areas(lang: Lang, atlas: &Atlas, chosen: &str) -> ui::Select {
    let w = words(lang);
    let mut list = select(lang, "wijk", fl!(w, "ask-area")).option("", fl!(w, "ask-area-all"));
    for district in atlas.geography.districts() {
        list = list.option(district.code.as_str(), district.name.as_str());
        for area in atlas.geography.within(&district.code) {
            list = list.option(area.code.as_str(), format!("{} – {}", district.name, area.name));
        }
    }
    list.chosen(chosen)
}

/// What was wrong, by field, in words.
fn errors(lang: Lang, wrong: &Wrong) -> Vec<(&'static str, Markup)> {
    let w = words(lang);
    let mut all = Vec::new();
    if let Some(text) = &wrong.text {
        all.push(("tekst", exchange::wrong_words(lang, text, &fl!(words(lang), "say-otherwise"))));
    }
    let chosen = [
        ("onderwerp", wrong.theme, fl!(w, "ask-theme-wrong")),
        ("wijk", wrong.area, fl!(w, "ask-area-wrong")),
        ("taal", wrong.language, fl!(w, "ask-language-wrong")),
    ];
    all.extend(chosen.into_iter().filter(|(_, is, _)| *is).map(|(name, _, said)| (name, html! { (said) })));
    all
}

/// Which area and theme a party's own things are about, to fill in what is known already.
pub(super) fn area_code(typed: &str, atlas: &Atlas) -> Option<AreaCode> {
    let code = AreaCode::parse(typed).ok()?;
    atlas.area(&code).map(|area| area.code.clone())
}
