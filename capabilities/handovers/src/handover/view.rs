//! The page of one handover: who has the ball, how far it is, what can be done now, and what was agreed.

use std::sync::Arc;

use directory::map::Atlas;
use directory::party::{Party, Sphere};
use exchange::{Deserted, Named, Stage};
use ground::id::Id;
use ground::moment::Moment;
use maud::{Markup, Render as _, html};
use ui::{Frame, Icon, Page, Tone, fact, fl, notice, page};

use super::told::{ball_words, day, day_of, next_words, nobody_there};
use super::{Does, Done, Handover, NotNameless, Side, Went, acts};
use crate::draft::Place;
use crate::story::{State, Step, Who};
use crate::words;

pub(super) struct Sheet {
    pub(super) handover: Handover,
    pub(super) history: Vec<Done>,
    pub(super) nudges: Vec<(Stage, Moment)>,
    pub(super) named: Named,
    /// The other side, when nobody of it is here now.
    pub(super) deserted: Deserted,
    pub(super) atlas: Arc<Atlas>,
    pub(super) mine: Id<Party>,
    pub(super) now: Moment,
    /// What was sent is not possible any more, or something happened since.
    pub(super) quicker: bool,
    pub(super) done: String,
    pub(super) typed: Option<Typed>,
    /// What was typed before and not sent, box by box.
    pub(super) drafts: Vec<(Place, String)>,
}

impl Sheet {
    /// What was typed with this step before; what was sent just now is typed.
    pub(super) fn draft(&self, step: Step) -> Option<&(Place, String)> {
        let tried = self.typed.as_ref().is_some_and(|typed| typed.step == step);
        self.drafts.iter().find(|(place, _)| place.step == step && !tried)
    }

    /// What was typed with steps that are not possible any more.
    fn left(&self) -> impl Iterator<Item = &(Place, String)> {
        let possible = self.handover.possible(self.mine);
        let boxes = self.drafts.iter().map(|(place, _)| place.step);
        boxes.filter(move |step| !possible.contains(step)).filter_map(move |step| self.draft(step))
    }
}

/// What was typed with a step that did not happen.
pub(super) struct Typed {
    pub(super) step: Step,
    pub(super) words: String,
    pub(super) day: String,
    pub(super) went: String,
    pub(super) wrong: Option<Wrong>,
}

/// What is wrong with it.
#[derive(Clone, Debug)]
pub(super) enum Wrong {
    Said(NotNameless),
    NoDay,
    DayNot,
    NoWent,
}

impl Wrong {
    /// At which field, and in which words.
    pub(super) fn told(&self, frame: &Frame) -> (&'static str, Markup) {
        let w = words(frame.lang);
        match self {
            Self::Said(wrong) => {
                ("tekst", exchange::wrong_words(frame.lang, wrong, &fl!(w, "say-otherwise")))
            }
            Self::NoDay => ("dag", html! { (fl!(w, "day-missing")) }),
            Self::DayNot => ("dag", html! { (fl!(w, "day-not")) }),
            Self::NoWent => ("hoe", html! { (fl!(w, "went-missing")) }),
        }
    }
}

pub(super) fn sheet(frame: &Frame, sheet: &Sheet) -> Markup {
    let (w, lang, handover) = (words(frame.lang), frame.lang, &sheet.handover);
    let theme = sheet.atlas.taxonomy.name(lang, &handover.theme);
    let head = Page::new(fl!(w, "handover-about", theme = theme))
        .here("vandaag")
        .crumb("/overdrachten", fl!(w, "handovers-all"));
    let wrong = sheet.typed.as_ref().and_then(|typed| typed.wrong.as_ref());
    page(
        frame,
        head,
        html! {
            @if let Some(wrong) = wrong { (ui::error_summary(lang, &[wrong.told(frame)])) }
            (duo(frame, sheet))
            @if sheet.quicker { (too_late(frame, sheet)) }
            @else if let Some(said) = done_words(frame, sheet) { (notice(Tone::Good, said)) }
            (ball(frame, sheet))
            @for (place, text) in sheet.left() { (exchange::draft::left(frame, place, text)) }
            div.twee {
                section.stapel aria-labelledby="zover" {
                    h2 #zover { (fl!(w, "so-far")) }
                    (so_far(frame, sheet))
                }
                aside.stapel aria-label=(fl!(w, "agreed")) { (aside(frame, sheet)) }
            }
            script type="module" src=(ui::assets::LIVE_JS) {}
        },
    )
}

/// The guide and the other, side by side.
fn duo(frame: &Frame, sheet: &Sheet) -> Markup {
    let w = words(frame.lang);
    // A professional who hands over is no guide.
    let informal = sheet.named.sphere(sheet.handover.giver.party) == Some(Sphere::Informal);
    let guide = informal.then(|| fl!(w, "guide"));
    html! {
        div.stapel.dicht {
            (side(frame, sheet, sheet.handover.giver, guide))
            p.zacht { (fl!(w, "hands-over-to")) }
            (side(frame, sheet, sheet.handover.receiver, None))
        }
    }
}

fn side(frame: &Frame, sheet: &Sheet, side: Side, as_what: Option<String>) -> Markup {
    let party = sheet.named.shown(frame.lang, side.party);
    let sphere = sheet.named.sphere(side.party).map_or(ui::Sphere::Informal, badge);
    let person = side.person.and_then(|person| sheet.named.person(person));
    html! {
        p.duo {
            (ui::face(person.unwrap_or(&party), sphere).small())
            span {
                @if let Some(person) = person {
                    strong { bdi { (person) } }
                    @if let Some(as_what) = as_what { " " span.zacht { (as_what) } }
                    br;
                }
                bdi { (party) }
            }
        }
    }
}

pub(crate) const fn badge(sphere: Sphere) -> ui::Sphere {
    match sphere {
        Sphere::Formal => ui::Sphere::Formal,
        Sphere::Informal => ui::Sphere::Informal,
    }
}

fn ball(frame: &Frame, sheet: &Sheet) -> Markup {
    let (handover, mine) = (&sheet.handover, sheet.mine);
    let tone = match handover.state {
        state if handover.waits_for(mine) || state.late() => Tone::Attention,
        State::Released | State::GiverLookedBack | State::ReceiverLookedBack | State::LookedBack => {
            Tone::Good
        }
        _ => Tone::Calm,
    };
    let w = words(frame.lang);
    let next = next_words(frame.lang, handover, mine);
    let nobody = nobody_there(frame.lang, handover, mine, (&sheet.named, &sheet.deserted));
    notice(tone, ball_words(frame.lang, handover, mine, &sheet.named))
        .body(html! {
            @if let Some(next) = next { p { (next) } }
            @if handover.state.late() { p { (fl!(w, "late-help")) } }
            @if let Some(nobody) = nobody { (nobody) }
        })
        .render()
}

/// Who did what since the page was opened, and that nothing of one's own is lost.
fn too_late(frame: &Frame, sheet: &Sheet) -> Markup {
    let w = words(frame.lang);
    let typed = sheet.typed.as_ref();
    let can_still = typed.is_some_and(|typed| sheet.handover.possible(sheet.mine).contains(&typed.step));
    let lost = typed.filter(|typed| !can_still && !typed.words.trim().is_empty());
    html! {
        (notice(Tone::Attention, fl!(w, "quicker")).body(html! {
            @if let Some(done) = sheet.history.last() { p { (done_by(frame, sheet, done)) } }
            @if other_word(sheet) { p { (fl!(w, "done-code-word")) } }
            @if !sheet.handover.possible(sheet.mine).is_empty() { p { (fl!(w, "quicker-possible")) } }
            p { (fl!(w, "quicker-once")) }
        }))
        @if let Some(typed) = lost {
            (ui::more(fl!(w, "quicker-your-words"), html! { p dir="auto" { (typed.words) } }))
        }
    }
}

/// Whether the code word is another than the first: it grows the version and is no step.
fn other_word(sheet: &Sheet) -> bool {
    usize::try_from(sheet.handover.version).is_ok_and(|version| version >= sheet.history.len())
}

/// What somebody did, with the party that did it.
fn done_by(frame: &Frame, sheet: &Sheet, done: &Done) -> String {
    let w = words(frame.lang);
    match sheet.handover.side(done.who) {
        Some(side) => {
            let party = sheet.named.shown(frame.lang, side.party);
            let what = step_words(frame, done.step);
            fl!(w, "done-by", party = party, what = what)
        }
        None => fl!(w, "step-leave"),
    }
}

pub(super) fn step_words(frame: &Frame, step: Step) -> String {
    let w = words(frame.lang);
    match step {
        Step::Offer => fl!(w, "step-offer"),
        Step::Accept => fl!(w, "step-accept"),
        Step::Decline => fl!(w, "step-decline"),
        Step::ProposeOtherwise => fl!(w, "step-propose"),
        Step::Ask => fl!(w, "step-ask"),
        Step::Answer => fl!(w, "step-answer"),
        Step::SatTogether => fl!(w, "step-sat-together"),
        Step::Confirm => fl!(w, "step-confirm"),
        Step::NotYet => fl!(w, "step-not-yet"),
        Step::StayUntil => fl!(w, "step-stay-until"),
        Step::LetGo => fl!(w, "step-let-go"),
        Step::LookBack => fl!(w, "step-look-back"),
        Step::Stop => fl!(w, "step-stop"),
        Step::TermPassed | Step::Leave => fl!(w, "step-leave"),
    }
}

/// What this party did just now, as long as nothing came after it: an address can be opened again days later.
fn done_words(frame: &Frame, sheet: &Sheet) -> Option<String> {
    let w = words(frame.lang);
    if sheet.done == "codewoord" {
        return other_word(sheet).then(|| fl!(w, "done-code-word"));
    }
    let last = sheet.history.last().filter(|done| Some(done.who) == sheet.handover.who(sheet.mine));
    let done = last?.step;
    if Step::parse(&sheet.done) != Some(done) {
        return None;
    }
    Some(match done {
        Step::Offer => fl!(w, "done-offer"),
        Step::Accept => fl!(w, "done-accept"),
        Step::Decline => fl!(w, "done-decline"),
        Step::ProposeOtherwise | Step::Ask => fl!(w, "done-ask"),
        Step::Answer => fl!(w, "done-answer"),
        Step::SatTogether => fl!(w, "done-sat-together"),
        Step::Confirm => fl!(w, "done-confirm"),
        Step::NotYet => fl!(w, "done-not-yet"),
        Step::StayUntil => fl!(w, "done-stay-until"),
        Step::LetGo => fl!(w, "done-let-go"),
        Step::LookBack => fl!(w, "done-look-back"),
        Step::Stop => fl!(w, "done-stop"),
        Step::TermPassed | Step::Leave => return None,
    })
}

/// What was done, what is now, and what comes, as numbered steps.
fn so_far(frame: &Frame, sheet: &Sheet) -> Markup {
    let (w, lang, handover) = (words(frame.lang), frame.lang, &sheet.handover);
    let mut told: Vec<(Moment, String, Markup)> = sheet
        .history
        .iter()
        .map(|done| (done.at, done_by(frame, sheet, done), body(frame, sheet, done)))
        .collect();
    told.extend(
        sheet.nudges.iter().map(|(stage, at)| {
            (*at, exchange::nudge_words(lang, *stage), html! { p { (day_of(lang, *at)) } })
        }),
    );
    told.sort_by_key(|(at, ..)| *at);
    let steps = told.into_iter().fold(ui::steps(lang), |steps, (_, what, body)| steps.done(what, body));
    let acts = acts::now(frame, sheet);
    let steps = match acts::title(frame, sheet) {
        Some(title) => steps.now(title, acts),
        None => return html! { (steps) (acts) },
    };
    later(handover)
        .iter()
        .fold(steps, |steps, step| {
            let what = match step {
                Step::SatTogether => fl!(w, "later-sit"),
                Step::LetGo => fl!(w, "later-let-go"),
                _ => fl!(w, "later-look-back"),
            };
            steps.later(what, "")
        })
        .render()
}

/// What comes when all goes well.
const fn later(handover: &Handover) -> &'static [Step] {
    match handover.state {
        State::Offered
        | State::OfferedLate
        | State::Countered
        | State::CounteredLate
        | State::Asked
        | State::AskedLate => &[Step::SatTogether, Step::LetGo, Step::LookBack],
        State::Accepted
        | State::AcceptedLate
        | State::GiverSat
        | State::GiverSatLate
        | State::ReceiverSat
        | State::ReceiverSatLate => &[Step::LetGo, Step::LookBack],
        State::Introduced | State::Accompanied => &[Step::LookBack],
        _ => &[],
    }
}

/// When, by whom, and what was said or agreed with it. How the other looks back shows once one did so oneself.
fn body(frame: &Frame, sheet: &Sheet, done: &Done) -> Markup {
    let (w, lang) = (words(frame.lang), frame.lang);
    let person = done.person.and_then(|person| sheet.named.person(person));
    let mine = sheet.handover.who(sheet.mine);
    let own_view = |done: &Done| done.step == Step::LookBack && Some(done.who) == mine;
    let hidden = done.step == Step::LookBack && Some(done.who) != mine && !sheet.history.iter().any(own_view);
    html! {
        p { @if let Some(person) = person { bdi { (person) } (ui::format::comma(lang)) } (day_of(lang, done.at)) }
        @if let Some(agreed) = done.day {
            @match done.step {
                Step::StayUntil => p { (fl!(w, "agreed-stay", day = day(lang, agreed))) },
                _ => p { (fl!(w, "agreed-first", day = day(lang, agreed))) },
            }
        }
        @if hidden { p { (fl!(w, "look-back-first")) } }
        @else {
            @if let Some(went) = done.went { p { strong { (went_words(frame, went)) } } }
            @if let Some(words) = &done.words {
                div.gezegd dir="auto" { @for line in words.paragraphs() { p { (line) } } }
            }
        }
    }
}

pub(super) fn went_words(frame: &Frame, went: Went) -> String {
    let w = words(frame.lang);
    match went {
        Went::Well => fl!(w, "went-well"),
        Went::Fairly => fl!(w, "went-fairly"),
        Went::NotWell => fl!(w, "went-not-well"),
    }
}

pub(super) fn does_words(frame: &Frame, does: Does) -> String {
    let w = words(frame.lang);
    match does {
        Does::Along => fl!(w, "does-along"),
        Does::Translates => fl!(w, "does-translates"),
        Does::Stays => fl!(w, "does-stays"),
        Does::Reachable => fl!(w, "does-reachable"),
    }
}

/// The code word large, what was agreed, and what stands here and what does not.
fn aside(frame: &Frame, sheet: &Sheet) -> Markup {
    let (w, lang, handover) = (words(frame.lang), frame.lang, &sheet.handover);
    let gives = handover.who(sheet.mine) == Some(Who::Giver);
    let area = match handover.area.as_ref().and_then(|area| sheet.atlas.name_of(area)) {
        Some(area) => area.to_owned(),
        None => fl!(w, "area-all"),
    };
    // Who let go stays no longer; that it was agreed stands in what was done.
    let stays = handover.stay_until.filter(|_| handover.state == State::Accompanied);
    html! {
        section.zin.stapel.krap aria-labelledby="codewoord" {
            h2 #codewoord { (fl!(w, "code-word")) }
            p.codewoord { bdi lang="nl" { (handover.code_word.as_str()) } }
            p.klein { (fl!(w, "code-word-note")) }
            @if gives && handover.word_can_change() {
                p.klein { a href={ "/overdracht/" (handover.id) "/codewoord" } { (fl!(w, "code-word-other")) } }
            }
        }
        section.kaart.stapel.krap aria-labelledby="afgesproken" {
            h2 #afgesproken { (fl!(w, "agreed")) }
            (ui::definitions()
                .row(fl!(w, "agreed-theme"), sheet.atlas.taxonomy.shown(lang, &handover.theme))
                .row(fl!(w, "agreed-area"), area)
                .row_if(fl!(w, "agreed-first-date"), handover.first_date.map(|first| day(lang, first)))
                .row_if(fl!(w, "agreed-stay-until"), stays.map(|until| day(lang, until))))
            p { strong { (fl!(w, "guide-does")) } }
            ul { @for does in &handover.does { li { (does_words(frame, *does)) } } }
        }
        section.kaart.stapel.krap aria-labelledby="wie-ziet-wat" {
            h2 #wie-ziet-wat { (fl!(w, "who-sees")) }
            (fact(Icon::Eye, fl!(w, "who-sees-what")))
            (fact(Icon::Lock, fl!(w, "who-sees-not")))
            p.klein { (fl!(w, "who-sees-until")) }
        }
    }
}
