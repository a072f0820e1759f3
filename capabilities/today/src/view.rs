//! The page of today: what waits for you stands first, every line can be opened, and what takes no words is done at once.

use asks::list::pages::Lists;
use asks::list::view::line;
use asks::question::Question;
use directory::map::Atlas;
use directory::map::atlas::Fresh;
use directory::names::{dutch, dutch_paragraph};
use exchange::{Back, List, Named, Part};
use ground::moment::Moment;
use handovers::handover::Handover;
use handovers::list::{line as handover_line, pages::Lists as Handovers};
use maud::{Markup, html};
use ui::{
    Card, Frame, Icon, Page, Tone, button, buttons, card, cards, empty, fl, format, label, notice, page,
};

use crate::late::{Kind, Late, Watched};
use crate::words;

pub(crate) struct Day<'d> {
    pub(crate) name: &'d str,
    pub(crate) questions: &'d Lists,
    pub(crate) handovers: &'d Handovers,
    pub(crate) fresh: &'d [Fresh],
    pub(crate) watch: Watch<'d>,
    /// What was done from this list just now.
    pub(crate) done: Option<&'d str>,
    /// Where the page hears that something happened.
    pub(crate) live: &'d str,
}

/// What is late still in the areas that somebody looks after.
pub(crate) struct Watch<'d> {
    pub(crate) late: &'d Part<Late>,
    pub(crate) named: &'d Named,
    pub(crate) atlas: &'d Atlas,
}

pub(crate) fn page_of(frame: &Frame, day: &Day<'_>) -> Markup {
    let w = words(frame.lang);
    page(
        frame,
        Page::new(fl!(w, "today")).lead(fl!(w, "today-hello", name = day.name)).here("vandaag"),
        html! {
            @if let Some(done) = day.done { (notice(Tone::Good, done)) }
            (buttons(html! {
                (button(fl!(w, "today-ask")).to("/vraag/nieuw?aan=buurt").icon(Icon::Speech))
                (button(fl!(w, "today-find")).secondary().to("/zoek").icon(Icon::Search))
            }))
            div.stapel.ruim #dag data-levend=(day.live) data-nieuws=(fl!(w, "today-news"))
                data-ververs=(fl!(w, "today-news-held")) {
                (exchange::around(frame, Back::to(List::Today, 1), &lists(frame, day)))
            }
            script type="module" src=(ui::assets::LIVE_JS) {}
            @if !day.fresh.is_empty() {
                section.stapel {
                    h2 { (fl!(w, "today-fresh")) }
                    (cards(day.fresh.iter().map(|party| fresh(frame, party))))
                }
            }
            p { a href="/vragen" { (fl!(w, "today-all-questions")) } }
            p { a href="/overdrachten" { (fl!(w, "today-all-handovers")) } }
        },
    )
}

/// What waits, and what can be done with it from here.
fn lists(frame: &Frame, day: &Day<'_>) -> Markup {
    let w = words(frame.lang);
    let (questions, handovers) = (day.questions, day.handovers);
    let cards_of = |about: &[Question], moving: &[Handover]| cards_of(frame, day, about, moving);
    let rest = |all: &[Card], more: (bool, bool)| rest(frame, all.len(), more);
    let mine = cards_of(&questions.mine.shown, &handovers.mine.shown);
    let look_back = cards_of(&[], &handovers.to_look_back.shown);
    let answered = cards_of(&questions.answered.shown, &[]);
    let stopped = cards_of(&questions.stopped.shown, &handovers.stopped.shown);
    let theirs = cards_of(&questions.theirs.shown, &handovers.theirs.shown);
    let for_all = cards_of(&questions.for_all.shown, &[]);
    html! {
        section.stapel aria-labelledby="aan-zet" {
            h2 #aan-zet { (fl!(w, "today-mine")) }
            @if mine.is_empty() {
                (empty(fl!(w, "today-nothing")).level(3).body(html! { p { (fl!(w, "today-nothing-note")) } }))
            } @else {
                (rest(&mine, (questions.mine.more, handovers.mine.more)))
                (cards(mine))
            }
        }
        @let more = rest(&look_back, (false, handovers.to_look_back.more));
        (section(fl!(w, "today-look-back"), look_back, more))
        @let more = rest(&answered, (questions.answered.more, false));
        (section(fl!(w, "today-answered"), answered, more))
        @let more = rest(&stopped, (questions.stopped.more, handovers.stopped.more));
        (section(fl!(w, "today-stopped"), stopped, more))
        @let more = rest(&theirs, (questions.theirs.more, handovers.theirs.more));
        (section(fl!(w, "today-theirs"), theirs, more))
        (watch(frame, &day.watch))
        @let more = rest(&for_all, (questions.for_all.more, false));
        (section(fl!(w, "today-for-all"), for_all, more))
    }
}

/// Cards of either kind: what is for whoever reads this stands first, and then whatever waits longest.
fn cards_of(frame: &Frame, day: &Day<'_>, about: &[Question], moving: &[Handover]) -> Vec<Card> {
    let (w, questions, handovers) = (words(frame.lang), day.questions, day.handovers);
    let asked = about.iter().map(|one| (!questions.own(one), one.since, line(frame, questions, one)));
    let moving = moving.iter().map(|one| {
        // Between questions a card says that it is a handover.
        let card = handover_line(frame, handovers, one).above(label(fl!(w, "today-handover")));
        (!handovers.own(one), one.since, card)
    });
    let mut all: Vec<(bool, Moment, Card)> = asked.chain(moving).collect();
    all.sort_by_key(|(others, since, _)| (*others, *since));
    all.into_iter().map(|(.., card)| card).collect()
}

/// For somebody of the municipality: nothing of a party, only what is late.
pub(crate) fn watch_of(frame: &Frame, late: &Watch<'_>, watched: Watched) -> Markup {
    let w = words(frame.lang);
    let (title, note) = match watched {
        Watched::Oneself => (fl!(w, "today-nothing-late"), fl!(w, "today-nothing-late-note")),
        Watched::Another => (fl!(w, "today-not-watching"), fl!(w, "today-nothing-late-note")),
        Watched::Nobody => (fl!(w, "today-not-watching"), fl!(w, "today-nobody-watches")),
    };
    let body = html! {
        @if late.late.shown.is_empty() {
            (empty(title).body(html! { p { (note) } })
                .action(button(fl!(w, "today-terms")).secondary().to("/beheer/termijnen")))
        }
        (watch(frame, late))
    };
    page(frame, Page::new(fl!(w, "today")).here("vandaag"), body)
}

fn watch(frame: &Frame, watch: &Watch<'_>) -> Markup {
    let w = words(frame.lang);
    html! {
        @if !watch.late.shown.is_empty() {
            section.stapel {
                h2 { (fl!(w, "today-late")) }
                p { (fl!(w, "today-late-note")) }
                @if watch.late.more { p { (fl!(w, "today-late-more")) } }
                (cards(watch.late.shown.iter().map(|late| late_card(frame, watch, late))))
            }
        }
    }
}

/// Between whom, about what, until when: whoever looks after the terms can call, and reads nothing.
fn late_card(frame: &Frame, watch: &Watch<'_>, late: &Late) -> Card {
    let (w, lang) = (words(frame.lang), frame.lang);
    let from = watch.named.shown(lang, late.from);
    let to = late.to.map_or_else(|| fl!(w, "late-anyone"), |to| watch.named.shown(lang, to));
    let title = match late.kind {
        Kind::Question => fl!(w, "late-question", from = from, to = to),
        Kind::Handover => fl!(w, "late-handover", from = from, to = to),
    };
    let day = format::day_without_year(lang, late.until.local().date());
    let area = late.area.as_ref().and_then(|area| watch.atlas.name_of(area)).map(ToOwned::to_owned);
    card(title).body(html! {
        p { (watch.atlas.taxonomy.name(lang, &late.theme)) @if let Some(area) = area { (format::comma(lang)) bdi { (area) } } }
        p { (fl!(w, "late-until", day = day)) }
    })
}

/// Above the cards: `rest` says that there are more of them than these.
fn section(title: String, all: Vec<Card>, rest: Markup) -> Markup {
    html! {
        @if !all.is_empty() {
            section.stapel { h2 { (title) } (rest) (cards(all)) }
        }
    }
}

/// How many of a longer list stand here, and where the whole of it is: of questions, of handovers, or of both.
fn rest(frame: &Frame, shown: usize, (questions, handovers): (bool, bool)) -> Markup {
    let w = words(frame.lang);
    html! {
        @if questions || handovers {
            p {
                (fl!(w, "today-more", shown = shown))
                @if questions { " " a href="/vragen" { (fl!(w, "today-all-questions")) } }
                @if handovers { " " a href="/overdrachten" { (fl!(w, "today-all-handovers")) } }
            }
        }
    }
}

fn fresh(frame: &Frame, party: &Fresh) -> Card {
    let summary = dutch_paragraph(frame.lang, None, party.summary.as_str());
    card(dutch(frame.lang, party.name.as_str())).to(format!("/partij/{}", party.id)).body(summary)
}
