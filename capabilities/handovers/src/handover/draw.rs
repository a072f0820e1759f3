//! The form to offer: first what the other takes in now, then five choices, and nothing to type.

use directory::map::Atlas;
use directory::theme::Theme;
use ground::moment::Day;
use maud::{Markup, html};
use ui::{Frame, Icon, Lang, Page, Tone, button, buttons, choices, fl, notice, page, select};

use super::offering::Receiver;
use super::view::does_words;
use super::{CodeWord, Does};
use crate::{intake, words};

/// What stands in the form.
#[derive(Clone, Debug, Default)]
pub(super) struct Filled {
    pub(super) theme: String,
    pub(super) area: String,
    pub(super) does: Vec<Does>,
    /// Laid out for the resident to choose from.
    pub(super) words: Vec<CodeWord>,
    pub(super) word: String,
    pub(super) agrees: bool,
}

/// What is wrong with it, by field.
#[derive(Clone, Debug, Default)]
pub(super) struct Wrong {
    pub(super) theme: bool,
    /// A theme that the other does not take in.
    pub(super) theme_closed: bool,
    pub(super) area: bool,
    pub(super) does: bool,
    pub(super) word: bool,
    pub(super) word_in_use: bool,
    pub(super) agrees: bool,
}

impl Wrong {
    pub(super) const fn is_nothing(&self) -> bool {
        !(self.theme
            || self.theme_closed
            || self.area
            || self.does
            || self.word
            || self.word_in_use
            || self.agrees)
    }

    /// By field, in words.
    fn told(&self, lang: Lang) -> Vec<(&'static str, String)> {
        let w = words(lang);
        [
            ("onderwerp", self.theme, fl!(w, "offer-theme-wrong")),
            ("onderwerp", self.theme_closed, fl!(w, "offer-theme-closed")),
            ("wijk", self.area, fl!(w, "offer-area-wrong")),
            ("doet", self.does, fl!(w, "offer-does-wrong")),
            ("codewoord", self.word, fl!(w, "offer-word-wrong")),
            ("codewoord", self.word_in_use, fl!(w, "offer-word-in-use")),
            ("weet", self.agrees, fl!(w, "offer-agrees-wrong")),
        ]
        .into_iter()
        .filter(|(_, is, _)| *is)
        .map(|(field, _, said)| (field, said))
        .collect()
    }
}

pub(super) struct Sheet<'s> {
    pub(super) atlas: &'s Atlas,
    pub(super) receiver: &'s Receiver,
    pub(super) filled: &'s Filled,
    pub(super) wrong: Wrong,
    pub(super) today: Day,
}

pub(super) fn sheet(frame: &Frame, sheet: &Sheet<'_>) -> Markup {
    let (w, receiver) = (words(frame.lang), sheet.receiver);
    let open = receiver.somebody && receiver.intake.shut(receiver.offered, sheet.today).is_none();
    let head = Page::new(fl!(w, "offer-to", party = receiver.name.as_str()))
        .here("vandaag")
        .crumb("/overdrachten", fl!(w, "handovers-all"));
    let head = if open { head.lead(fl!(w, "offer-lead")) } else { head };
    page(
        frame,
        head,
        html! {
            @if !receiver.somebody { (nobody_there(frame, sheet)) }
            @else {
                (intake::view::card(frame, &sheet.atlas.taxonomy, &receiver.intake, receiver.offered, sheet.today))
                @if open { (form(frame, sheet)) } @else { (only_a_question(frame, sheet)) }
            }
        },
    )
}

fn question_to(sheet: &Sheet<'_>) -> String {
    format!("/vraag/nieuw?aan={}&onderwerp={}", sheet.receiver.party, sheet.filled.theme)
}

/// The party is on the map and has nobody in Samenspel: an offer would wait for ever.
fn nobody_there(frame: &Frame, sheet: &Sheet<'_>) -> Markup {
    let w = words(frame.lang);
    html! {
        (notice(Tone::Attention, fl!(w, "offer-nobody-there", party = sheet.receiver.name.as_str()))
            .body(html! { p { (fl!(w, "offer-nobody-there-note")) } }))
        (buttons(button(fl!(w, "offer-how-to-reach")).to(format!("/partij/{}", sheet.receiver.party)).icon(Icon::Phone)))
    }
}

/// Over the limit or on pause: a question still goes.
fn only_a_question(frame: &Frame, sheet: &Sheet<'_>) -> Markup {
    let w = words(frame.lang);
    html! {
        (notice(Tone::Attention, fl!(w, "offer-closed")).body(html! { p { (fl!(w, "offer-closed-note")) } }))
        (buttons(html! {
            (button(fl!(w, "offer-ask-instead")).to(question_to(sheet)).icon(Icon::Speech))
            (button(fl!(w, "offer-find-other")).secondary().to("/zoek").icon(Icon::Search))
        }))
    }
}

fn form(frame: &Frame, sheet: &Sheet<'_>) -> Markup {
    let (w, lang, filled) = (words(frame.lang), frame.lang, sheet.filled);
    let wrong = sheet.wrong.told(lang);
    let error = |name: &str| wrong.iter().find(|(known, _)| *known == name).map(|(_, said)| said.clone());
    let does =
        Does::ALL.into_iter().fold(choices(lang, "doet", fl!(w, "offer-does")).several(), |list, does| {
            list.option(does.word(), does_words(frame, does), filled.does.contains(&does))
        });
    let chosen = |word: &CodeWord| word.as_str() == filled.word;
    let word = filled.words.iter().fold(choices(lang, "codewoord", fl!(w, "offer-word")), |list, word| {
        list.option(word.as_str(), ui::content("nl", word.as_str()), chosen(word))
    });
    let laid_out: Vec<&str> = filled.words.iter().map(|word| word.as_str()).collect();
    let agrees = choices(lang, "weet", fl!(w, "offer-agrees")).several().option(
        "ja",
        fl!(w, "offer-agrees-yes"),
        filled.agrees,
    );
    html! {
        @if !wrong.is_empty() { (ui::error_summary(lang, &wrong)) }
        @if sheet.wrong.theme_closed { p { a href=(question_to(sheet)) { (fl!(w, "offer-ask-instead")) } } }
        form.stapel.ruim method="post" action="/overdracht/nieuw" data-blijft=(ui::line_lost(lang))
            data-aanmelden=(ui::signed_out(lang)) {
            (ui::csrf(frame))
            // Enter sends the form, and does not ask for other words: the first button of a form is the one it presses.
            button.alleen-voorlezen type="submit" tabindex="-1" aria-hidden="true" {}
            input type="hidden" name="aan" value=(sheet.receiver.party);
            input type="hidden" name="woorden" value=(laid_out.join(" "));
            (themes(frame, sheet).error(error("onderwerp")))
            (areas(lang, sheet.atlas, &filled.area).error(error("wijk")))
            (does.error(error("doet")))
            div.stapel.krap {
                (word.hint(fl!(w, "offer-word-hint")).error(error("codewoord")))
                (button(fl!(w, "offer-other-words")).subtle().sends("anders", "ja"))
            }
            (agrees.error(error("weet")))
            (buttons(button(fl!(w, "offer-send")).icon(Icon::Check)))
            p.zacht { (fl!(w, "offer-note")) }
        }
        script type="module" src=(ui::assets::LIVE_JS) {}
    }
}

/// Only what the other takes in, when it said so.
fn themes(frame: &Frame, sheet: &Sheet<'_>) -> ui::Select {
    let (w, lang) = (words(frame.lang), frame.lang);
    let (taxonomy, chosen) = (&sheet.atlas.taxonomy, &sheet.filled.theme);
    let takes = |theme: &Theme, top: &Theme| sheet.receiver.intake.takes(theme, Some(top));
    let shown = |theme: &Theme, hidden: bool| !hidden || theme.key() == chosen;
    let mut list = select(lang, "onderwerp", fl!(w, "offer-theme")).option("", fl!(w, "offer-choose"));
    for top in taxonomy.tops().filter(|top| shown(&top.theme, top.hidden) && takes(&top.theme, &top.theme)) {
        list = list.option(top.theme.key(), top.name(lang));
        for term in taxonomy.under(&top.theme).filter(|term| shown(&term.theme, term.hidden)) {
            list = list.option(term.theme.key(), format!("{} – {}", top.name(lang), term.name(lang)));
        }
    }
    list.chosen(chosen.clone())
}

fn areas(lang: Lang, atlas: &Atlas, chosen: &str) -> ui::Select {
    let w = words(lang);
    let mut list = select(lang, "wijk", fl!(w, "offer-area")).option("", fl!(w, "area-all"));
    for district in atlas.geography.districts() {
        list = list.option(district.code.as_str(), district.name.as_str());
        for area in atlas.geography.within(&district.code) {
            list = list.option(area.code.as_str(), format!("{} – {}", district.name, area.name));
        }
    }
    list.chosen(chosen)
}
