//! The page of one question: the ball first, then what was said, then what can be done.

use std::sync::Arc;

use directory::map::Atlas;
use directory::party::Party;
use exchange::draft::{self, Place as _};
use exchange::{Deserted, Named, Stage};
use ground::id::Id;
use ground::moment::Moment;
use maud::{Markup, html};
use ui::{Frame, Icon, Page, Tone, button, buttons, field, fl, format, more, notice, page};

use super::{Done, NotNameless, Question, Said, Side, To};
use crate::draft::Place;
use crate::list::told::{ball, place_of};
use crate::list::view::elsewhere;
use crate::story::{Says, State, Step, Who};
use crate::words;

pub(super) struct Sheet {
    pub(super) question: Question,
    pub(super) told: Vec<Done>,
    /// What the clock said of its term.
    pub(super) nudges: Vec<(Stage, Moment)>,
    pub(super) named: Named,
    /// The other side, when nobody of it is here now.
    pub(super) deserted: Deserted,
    pub(super) atlas: Arc<Atlas>,
    pub(super) mine: Id<Party>,
    /// What was sent is not possible any more.
    pub(super) quicker: bool,
    pub(super) done: String,
    pub(super) typed: Option<Typed>,
    /// What was typed before and not sent, box by box.
    pub(super) drafts: Vec<(Place, String)>,
}

impl Sheet {
    /// What was typed with this step before; what was sent just now is typed.
    fn draft(&self, step: Step) -> Option<&(Place, String)> {
        let tried = self.typed.as_ref().is_some_and(|typed| typed.step == step);
        let own = Place::Step(self.question.id, step);
        self.drafts.iter().find(|(place, _)| *place == own && !tried)
    }

    /// What was typed with steps that are not possible any more.
    fn left(&self) -> impl Iterator<Item = &(Place, String)> {
        let possible = self.possible();
        let gone = Step::ALL.into_iter().filter(move |step| !possible.contains(step));
        gone.filter_map(move |step| self.draft(step))
    }

    /// Whether who answers left the map.
    fn gone(&self) -> bool {
        self.question.to.side().is_some_and(|side| self.named.party(side.party).is_none())
    }

    /// Whether this party asked and has nobody to answer: the neighbourhood is left.
    fn alone(&self) -> bool {
        let state = self.question.state;
        let asks = self.question.who(self.mine.uuid()) == Some(Who::Asker);
        let deserted = self.question.to.side().is_some_and(|side| self.deserted.has(side.party));
        let over = matches!(state, State::Declined | State::Left) || (self.gone() && !state.is_open());
        asks && (over || deserted)
    }

    /// What this party can do now: who left the map is not asked on.
    fn possible(&self) -> Vec<Step> {
        let all = self.question.possible(self.mine.uuid()).into_iter();
        all.filter(|step| *step != Step::Reopen || !self.gone()).collect()
    }
}

/// What was typed with a step that did not happen.
pub(super) struct Typed {
    pub(super) step: Step,
    pub(super) text: String,
    pub(super) wrong: Option<NotNameless>,
}

pub(super) fn sheet(frame: &Frame, sheet: &Sheet) -> Markup {
    let (w, lang, question) = (words(frame.lang), frame.lang, &sheet.question);
    let theme = sheet.atlas.taxonomy.name(lang, &question.theme);
    let head = Page::new(fl!(w, "question-about", theme = theme))
        .here("vandaag")
        .crumb("/vragen", fl!(w, "questions"));
    let error = sheet.typed.as_ref().and_then(|typed| typed.wrong.as_ref());
    page(
        frame,
        head,
        html! {
            @if let Some(error) = error {
                (ui::error_summary(lang, &[("tekst", exchange::in_short(lang, error))]))
            }
            @if sheet.quicker { (too_late(frame, sheet)) }
            @if let Some(said) = done_words(frame, sheet) { (notice(Tone::Good, said)) }
            (ball(frame, question, sheet.mine, (&sheet.named, &sheet.deserted)))
            section.stapel aria-label=(fl!(w, "question-said")) {
                (spoken(frame, sheet, Some(question.asker), question.asked_at, fl!(w, "step-ask"), Some(&question.text)))
                @if let Some(who) = put_to(sheet) { p { (fl!(w, "for-person", who = who)) } }
                p.zacht { (place_of(lang, question, &sheet.atlas)) }
                @for (_, said) in so_far(frame, sheet) { (said) }
            }
            @for (place, text) in sheet.left() { (draft::left(frame, place, text)) }
            (actions(frame, sheet))
            script type="module" src=(ui::assets::LIVE_JS) {}
        },
    )
}

/// To whom of the other party it was put, as long as that person is there: both parties read that.
fn put_to(sheet: &Sheet) -> Option<&str> {
    let To::Party(Side { person, .. }) = sheet.question.to else { return None };
    sheet.named.person(person?)
}

/// To somebody who was too late to take up what was asked of everybody: that it is over, and where there is more to do.
pub(super) fn over(frame: &Frame) -> Markup {
    let w = words(frame.lang);
    page(
        frame,
        Page::new(fl!(w, "quicker")).here("vandaag").crumb("/vragen", fl!(w, "questions")),
        html! {
            (notice(Tone::Attention, fl!(w, "over-meanwhile")))
            (buttons(button(fl!(w, "over-others")).to("/vragen").icon(Icon::Houses)))
        },
    )
}

/// What was done, and what the clock said in between; that the term passed is a step already.
fn so_far(frame: &Frame, sheet: &Sheet) -> Vec<(Moment, Markup)> {
    let done = sheet.told.iter().map(|done| {
        let what = done_what(frame, done);
        (done.at, spoken(frame, sheet, done.by, done.at, what, done.text.as_ref()))
    });
    let nudges = sheet.nudges.iter().filter(|(stage, _)| *stage != Stage::Term).map(|(stage, at)| {
        (*at, spoken(frame, sheet, None, *at, exchange::nudge_words(frame.lang, *stage), None))
    });
    let mut all: Vec<_> = done.chain(nudges).collect();
    all.sort_by_key(|(at, _)| *at);
    all
}

/// Who did what since the page was opened, and that nothing of one's own is lost.
fn too_late(frame: &Frame, sheet: &Sheet) -> Markup {
    let w = words(frame.lang);
    let what = match sheet.told.last() {
        None => fl!(w, "quicker-nothing"),
        Some(done) => match done.by {
            Some(by) => fl!(
                w,
                "quicker-by",
                party = party_words(frame, sheet, by.party),
                what = step_words(frame, done.step)
            ),
            None => done_what(frame, done),
        },
    };
    let kept = sheet.typed.as_ref().map(|typed| typed.text.as_str());
    html! {
        (notice(Tone::Attention, fl!(w, "quicker")).body(html! {
            p { (what) }
            @if !sheet.possible().is_empty() || sheet.alone() { p { (fl!(w, "quicker-possible")) } }
        }))
        @if let Some(kept) = kept {
            (more(fl!(w, "quicker-your-words"), html! { p dir="auto" { (kept) } }))
        }
    }
}

/// What a party is called here; the own one is *u*.
fn party_words(frame: &Frame, sheet: &Sheet, party: Id<Party>) -> String {
    sheet.named.shown(frame.lang, party)
}

fn spoken(
    frame: &Frame,
    sheet: &Sheet,
    by: Option<Side>,
    at: Moment,
    what: String,
    text: Option<&Said>,
) -> Markup {
    let w = words(frame.lang);
    let local = at.local();
    let day = format::day_without_year(frame.lang, local.date());
    let who = by.map(|side| {
        let person = side.person.and_then(|person| sheet.named.person(person));
        (party_words(frame, sheet, side.party), person.map(ToOwned::to_owned))
    });
    let mine = by.is_some_and(|side| side.party == sheet.mine);
    html! {
        article.kaart.stapel.krap.gezegd.gezegd--eigen[mine] {
            p {
                @if let Some((party, person)) = who {
                    strong { @if let Some(person) = person { bdi { (person) } (format::comma(frame.lang)) } bdi { (party) } }
                    br;
                }
                span.zacht { (fl!(w, "said-when", what = what, day = day, time = format::time(frame.lang, local.time()))) }
            }
            @if let Some(text) = text {
                div dir="auto" lang=(sheet.question.language) {
                    @for line in text.paragraphs() { p { (line) } }
                }
            }
        }
    }
}

/// What was done, and why the neighbourhood has it again when nobody gave it back.
fn done_what(frame: &Frame, done: &Done) -> String {
    if done.is_freed() {
        return fl!(words(frame.lang), "step-give-back-left");
    }
    step_words(frame, done.step)
}

fn step_words(frame: &Frame, step: Step) -> String {
    let w = words(frame.lang);
    match step {
        Step::Ask => fl!(w, "step-ask"),
        Step::Take => fl!(w, "step-take"),
        Step::GiveBack => fl!(w, "step-give-back"),
        Step::Answer => fl!(w, "step-answer"),
        Step::AskBack => fl!(w, "step-ask-back"),
        Step::Reply => fl!(w, "step-reply"),
        Step::Decline => fl!(w, "step-decline"),
        Step::Thank => fl!(w, "step-thank"),
        Step::Reopen => fl!(w, "step-reopen"),
        Step::Withdraw => fl!(w, "step-withdraw"),
        Step::TermPassed => fl!(w, "step-term-passed"),
        Step::Leave => fl!(w, "step-leave"),
    }
}

/// What this party did just now, as long as nothing came after it: an address can be opened again days later.
fn done_words(frame: &Frame, sheet: &Sheet) -> Option<String> {
    let w = words(frame.lang);
    // That a term passed changes nothing to what was done.
    let last = sheet.told.iter().rev().find(|done| done.step != Step::TermPassed);
    if sheet.done == "gesteld" {
        let own = sheet.question.asker.party == sheet.mine;
        return (own && last.is_none()).then(|| fl!(w, "done-ask"));
    }
    let own = |done: &&Done| done.by.is_some_and(|by| by.party == sheet.mine);
    let done = last.filter(own)?.step;
    if Step::parse(&sheet.done) != Some(done) {
        return None;
    }
    Some(match done {
        Step::Take => fl!(w, "done-take"),
        Step::GiveBack => fl!(w, "done-give-back"),
        Step::Answer => fl!(w, "done-answer"),
        Step::AskBack => fl!(w, "done-ask-back"),
        Step::Reply | Step::Reopen => fl!(w, "done-reply"),
        Step::Decline => fl!(w, "done-decline"),
        Step::Withdraw => fl!(w, "done-withdraw"),
        // The ball above it says so already.
        Step::Thank | Step::Ask | Step::TermPassed | Step::Leave => return None,
    })
}

/// What this party can do now: the usual thing open, the rest a tap away.
fn actions(frame: &Frame, sheet: &Sheet) -> Markup {
    let (w, question) = (words(frame.lang), &sheet.question);
    let (who, possible, gone) = (question.who(sheet.mine.uuid()), sheet.possible(), sheet.gone());
    let can = |step: Step| possible.contains(&step);
    let after = format!("/vraag/nieuw?na={}&onderwerp={}", question.id, question.theme.key());
    html! {
        section.stapel aria-label=(fl!(w, "question-actions")) {
            @if can(Step::Take) {
                (form(frame, sheet, "oppakken", Step::Take, &fl!(w, "do-take"), Icon::Check, true))
            }
            @if can(Step::Answer) {
                (form(frame, sheet, "antwoord", Step::Answer, &fl!(w, "do-answer"), Icon::Speech, true))
            }
            @if can(Step::Reply) {
                (form(frame, sheet, "verder", Step::Reply, &fl!(w, "do-reply"), Icon::Speech, true))
            }
            @if can(Step::Thank) {
                (form(frame, sheet, "verder", Step::Thank, &fl!(w, "do-thank"), Icon::Check, true))
            }
            @for (step, path, said) in [
                (Step::AskBack, "antwoord", fl!(w, "do-ask-back")),
                (Step::Decline, "antwoord", fl!(w, "do-decline")),
                (Step::GiveBack, "antwoord", fl!(w, "do-give-back")),
                (Step::Reopen, "verder", fl!(w, "do-reopen")),
                (Step::Withdraw, "verder", fl!(w, "do-withdraw")),
            ] {
                @if can(step) { (folded(frame, sheet, path, step, &said)) }
            }
            @if sheet.alone() {
                (buttons(button(fl!(w, "ask-neighbourhood-instead")).to(elsewhere(question)).icon(Icon::Houses)))
            }
            @if let (Some(Who::Asker), State::Thanked | State::Answered, Some(side), false) =
                (who, question.state, question.to.side(), gone)
            {
                p { a href={ (after) "&aan=" (side.party) } { (fl!(w, "ask-again-same")) } }
                p {
                    a href={ "/overdracht/nieuw?aan=" (side.party) "&onderwerp=" (question.theme.key()) } {
                        (fl!(w, "offer-handover"))
                    }
                }
            }
        }
    }
}

/// Behind a line that opens by a tap, unless somebody was busy with it.
fn folded(frame: &Frame, sheet: &Sheet, path: &str, step: Step, said: &str) -> Markup {
    let tried = sheet.typed.as_ref().is_some_and(|typed| typed.step == step);
    html! {
        details open[tried || sheet.draft(step).is_some()] {
            summary { (said) }
            div.stapel { (form(frame, sheet, path, step, said, Icon::Check, false)) }
        }
    }
}

fn form(frame: &Frame, sheet: &Sheet, path: &str, step: Step, said: &str, icon: Icon, first: bool) -> Markup {
    let (w, lang, question) = (words(frame.lang), frame.lang, &sheet.question);
    let typed = sheet.typed.as_ref().filter(|typed| typed.step == step);
    let wrong = typed
        .and_then(|typed| typed.wrong.as_ref())
        .map(|wrong| exchange::wrong_words(lang, wrong, &fl!(w, "say-otherwise")));
    // One box on the page has the plain name, so that the summary of errors leads to it.
    let id = if typed.is_some() { "tekst".to_owned() } else { format!("tekst-{}", step.word()) };
    let kept = sheet.draft(step).map(|(_, text)| text);
    let place = Place::Step(question.id, step);
    let text = field(lang, "tekst", text_label(frame, step))
        .id(id)
        .area(if first { 4 } else { 3 })
        .draft(place.kept_at(), place.word())
        .value(typed.map(|typed| &typed.text).or(kept).cloned().unwrap_or_default())
        .error(wrong);
    let button = button(said.to_owned()).icon(icon);
    html! {
        @if let Some((place, _)) = sheet.draft(step) { (draft::told(frame, place)) }
        form.stapel method="post" action={ "/vraag/" (question.id) "/" (path) } data-blijft=(ui::line_lost(lang))
            data-aanmelden=(ui::signed_out(lang)) {
            (ui::csrf(frame))
            input type="hidden" name="versie" value=(question.version);
            input type="hidden" name="stap" value=(step.word());
            @match step.says() {
                Says::Something => (text.hint(exchange::hint(lang))),
                Says::Perhaps => (text.optional()),
                Says::Nothing => p { (nothing_said(frame, step)) },
            }
            (buttons(if first { button } else { button.secondary() }))
        }
    }
}

fn text_label(frame: &Frame, step: Step) -> String {
    let w = words(frame.lang);
    match step {
        Step::Answer => fl!(w, "say-answer"),
        Step::AskBack => fl!(w, "say-ask-back"),
        Step::Decline => fl!(w, "say-decline"),
        Step::Thank => fl!(w, "say-thank"),
        Step::Reopen => fl!(w, "say-reopen"),
        _ => fl!(w, "say-reply"),
    }
}

fn nothing_said(frame: &Frame, step: Step) -> String {
    let w = words(frame.lang);
    match step {
        Step::Take => fl!(w, "note-take"),
        Step::GiveBack => fl!(w, "note-give-back"),
        _ => fl!(w, "note-withdraw"),
    }
}
