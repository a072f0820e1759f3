//! `/overdracht/{handover}`: what was agreed, who has the ball, and the steps that are possible now.

use access::{Caller, Entry, Fields, Here, Permit, SignedForm, Who as For, on_to};
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use exchange::{Deserted, Member, Named, Stage, draft};
use ground::id::{Id, Municipality};
use ground::moment::{Day, Moment};
use ground::trouble::{Answer, Trouble};
use serde::Deserialize;
use ui::Frame;

use super::stepping::Wish;
use super::taps::KIND;
use super::view::{self, Sheet, Typed, Wrong};
use super::{Handover, Said, Side, Stepped, Went, agreed, store};
use crate::story::Step;
use crate::{Handovers, PURPOSE, clock};

pub(crate) fn routes() -> Vec<Entry<Handovers>> {
    use For::Known;
    const OBJECT: &str = "handover";
    vec![
        Entry::get(
            "/overdracht/{handover}",
            Known,
            "handover.read",
            OBJECT,
            "A handover: what was agreed and who has the ball",
            show,
        ),
        Entry::post(
            "/overdracht/{handover}/ontvangen",
            Known,
            "handover.receive",
            OBJECT,
            "Accept with a first date, decline, propose otherwise, or ask something first",
            receive,
        ),
        Entry::post(
            "/overdracht/{handover}/geven",
            Known,
            "handover.give",
            OBJECT,
            "Answer, stay until a day, or let go",
            give,
        ),
        Entry::post(
            "/overdracht/{handover}/stap",
            Known,
            "handover.step",
            OBJECT,
            "Say that both sat together, confirm it or not yet, look back, or stop",
            either,
        ),
    ]
}

/// The handover of an address, when this caller may do that to it; otherwise as if it never was.
pub(crate) async fn allowed(
    handovers: &Handovers,
    here: Municipality,
    caller: &Caller,
    id: Id<Handover>,
    action: &'static str,
) -> Answer<(Handover, Permit)> {
    let handover = store::find(&handovers.db, here, id).await?.ok_or(Trouble::NotThere)?;
    let permit = caller.ask(action, &handover.object(here))?;
    Ok((handover, permit))
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Looked {
    gedaan: String,
}

async fn show(
    State(handovers): State<Handovers>,
    Here(here): Here,
    caller: Caller,
    frame: Frame,
    id: Result<Path<String>, PathRejection>,
    Query(looked): Query<Looked>,
) -> Answer<Response> {
    let (handover, _) = allowed(&handovers, here, &caller, exchange::in_path(id)?, "handover.read").await?;
    let finish = |sheet| Sheet { done: looked.gedaan, ..sheet };
    Ok(drawn(&handovers, here, &frame, &caller, &handover, finish).await?.into_response())
}

/// Leaves the line of a look, and comes before every page about a handover, also one that says no.
pub(super) async fn look(
    handovers: &Handovers,
    here: Municipality,
    caller: &Caller,
    handover: &Handover,
) -> Answer<()> {
    let permit = caller.ask("handover.read", &handover.object(here))?;
    let mut tx = handovers.db.begin().await?;
    let (which, of) = (("handover", handover.id.uuid()), Some(handover.giver.party));
    exchange::leave(&mut tx, &permit, which, of, PURPOSE, handovers.now()).await?;
    Ok(tx.commit().await?)
}

/// The page, with what goes beside the handover: names, what was done, and what the clock said.
pub(super) async fn drawn(
    handovers: &Handovers,
    here: Municipality,
    frame: &Frame,
    caller: &Caller,
    handover: &Handover,
    finish: impl FnOnce(Sheet) -> Sheet,
) -> Answer<maud::Markup> {
    let member = Member::of(caller)?;
    look(handovers, here, caller, handover).await?;
    let history = store::history(&handovers.db, here, handover.id).await?;
    let mut nudges = clock::said_of(&handovers.db, here, handover.id).await?;
    if terms::of(&handovers.db, here, handover.area.as_ref()).await?.coordinator.is_none() {
        // Where nobody looks after the terms, nobody was told.
        nudges.retain(|(stage, _)| *stage != Stage::Coordinator);
    }
    let sides = [handover.giver, handover.receiver];
    let people =
        history.iter().filter_map(|done| done.person).chain(sides.iter().filter_map(|side| side.person));
    let parties = sides.iter().map(|side| side.party);
    let named = Named::of(&handovers.db, here, parties, people).await?;
    let other = Some(handover.other(member.party)).filter(|_| handover.state.open());
    let deserted = Deserted::among(&handovers.db, here, other.into_iter()).await?;
    let drafts = draft::find(&handovers.db, here, member, &handover.boxes(member.party)).await?;
    let (_, atlas) = handovers.directory.seen(here).await?;
    let sheet = Sheet {
        handover: handover.clone(),
        history,
        nudges,
        drafts,
        named,
        deserted,
        atlas,
        mine: member.party,
        now: handovers.now(),
        quicker: false,
        done: String::new(),
        typed: None,
    };
    Ok(view::sheet(frame, &finish(sheet)))
}

type InPath = Result<Path<String>, PathRejection>;

async fn receive(
    State(handovers): State<Handovers>,
    here: Here,
    caller: Caller,
    frame: Frame,
    id: InPath,
    SignedForm(mut fields): SignedForm<Fields>,
) -> Answer<Response> {
    let (id, back) = (exchange::in_path(id)?, exchange::tapped(&mut fields));
    let steps = [Step::Accept, Step::Decline, Step::ProposeOtherwise, Step::Ask];
    let answer = stepped(&handovers, here, &caller, &frame, id, &fields, "handover.receive", &steps).await?;
    Ok(exchange::led_back(back, (KIND, fields.get("stap"), id), answer))
}

async fn give(
    State(handovers): State<Handovers>,
    here: Here,
    caller: Caller,
    frame: Frame,
    id: InPath,
    SignedForm(fields): SignedForm<Fields>,
) -> Answer<Response> {
    let steps = [Step::Answer, Step::StayUntil, Step::LetGo];
    stepped(&handovers, here, &caller, &frame, exchange::in_path(id)?, &fields, "handover.give", &steps).await
}

async fn either(
    State(handovers): State<Handovers>,
    here: Here,
    caller: Caller,
    frame: Frame,
    id: InPath,
    SignedForm(mut fields): SignedForm<Fields>,
) -> Answer<Response> {
    let (id, back) = (exchange::in_path(id)?, exchange::tapped(&mut fields));
    let steps = [Step::SatTogether, Step::Confirm, Step::NotYet, Step::LookBack, Step::Stop];
    let answer = stepped(&handovers, here, &caller, &frame, id, &fields, "handover.step", &steps).await?;
    Ok(exchange::led_back(back, (KIND, fields.get("stap"), id), answer))
}

#[allow(clippy::too_many_arguments, reason = "one place for three forms that differ in what they may do")]
async fn stepped(
    handovers: &Handovers,
    Here(here): Here,
    caller: &Caller,
    frame: &Frame,
    id: Id<Handover>,
    fields: &Fields,
    action: &'static str,
    steps: &[Step],
) -> Answer<Response> {
    let member = Member::of(caller)?;
    let (handover, permit) = allowed(handovers, here, caller, id, action).await?;
    let now = handovers.now();
    let Some(step) = Step::parse(fields.get("stap")).filter(|step| steps.contains(step)) else {
        // A form without a step we know: the page again, nothing changed.
        let page = drawn(handovers, here, frame, caller, &handover, |sheet| sheet).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    };
    let typed = |wrong| Typed {
        step,
        words: fields.get("tekst").to_owned(),
        day: fields.get("dag").to_owned(),
        went: fields.get("hoe").to_owned(),
        wrong,
    };
    let by = Side { party: member.party, person: Some(member.person) };
    let version = fields.get("versie").parse().unwrap_or(-1);
    // Whoever is too late hears that first: there is nothing to mend in a form that cannot be sent any more.
    let late = !(step.holds(handover.version, version) && handover.possible(member.party).contains(&step));
    let place = handover.box_of(member.party, step);
    let wish = match read(step, fields, by, version, now) {
        Ok(wish) if !late => wish,
        refused => {
            if let Some(place) = place {
                handovers.keep(&permit, member, &handover, place, fields.get("tekst")).await?;
            }
            let Some(wrong) = refused.err().filter(|_| !late) else {
                return quicker(handovers, here, frame, caller, &handover, typed(None)).await;
            };
            let finish = |sheet| Sheet { typed: Some(typed(Some(wrong))), ..sheet };
            let page = drawn(handovers, here, frame, caller, &handover, finish).await?;
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
        }
    };
    let terms = terms::of(&handovers.db, here, handover.area.as_ref()).await?;
    match super::step(&handovers.db, &permit, id, &wish, &terms, now).await? {
        Stepped::Done(_) => {
            // What was said is no draft any more; what stands in another box, or here on another phone, still is.
            if let Some(place) = place.filter(|_| wish.words.is_some()) {
                draft::forget(&handovers.db, &permit, member, &place).await?;
            }
            Ok(on_to(format!("/overdracht/{id}?gedaan={}", step.word())))
        }
        Stepped::Quicker(found) => {
            if let Some(place) = place {
                handovers.keep(&permit, member, &handover, place, fields.get("tekst")).await?;
            }
            quicker(handovers, here, frame, caller, &found, typed(None)).await
        }
    }
}

/// Somebody was quicker: how it stands now, and what was typed is still there.
async fn quicker(
    handovers: &Handovers,
    here: Municipality,
    frame: &Frame,
    caller: &Caller,
    handover: &Handover,
    typed: Typed,
) -> Answer<Response> {
    let finish = |sheet| Sheet { quicker: true, typed: Some(typed), ..sheet };
    let page = drawn(handovers, here, frame, caller, handover, finish).await?;
    Ok((StatusCode::CONFLICT, page).into_response())
}

/// What goes with a step, read from its form.
fn read(step: Step, fields: &Fields, by: Side, version: i32, now: Moment) -> Result<Wish, Wrong> {
    let year = now.local().year();
    let words = match says(step) {
        Says::Nothing => None,
        Says::Perhaps(_) if fields.get("tekst").trim().is_empty() => None,
        Says::Perhaps(max) | Says::Something(max) => {
            Some(Said::parse(fields.get("tekst"), max, year).map_err(Wrong::Said)?)
        }
    };
    let day = match step {
        Step::Accept | Step::StayUntil => {
            let day = Day::parse(fields.get("dag")).ok_or(Wrong::NoDay)?;
            if !agreed::can_be(day, now) {
                return Err(Wrong::DayNot);
            }
            Some(day)
        }
        _ => None,
    };
    let went = match step {
        Step::LookBack => Some(Went::parse(fields.get("hoe")).ok_or(Wrong::NoWent)?),
        _ => None,
    };
    Ok(Wish { step, by, version, words, day, went })
}

/// Whether something is said with a step, and how much.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Says {
    Nothing,
    Perhaps(usize),
    Something(usize),
}

pub(crate) const fn says(step: Step) -> Says {
    match step {
        Step::Ask | Step::ProposeOtherwise | Step::Answer => Says::Something(Said::LONG),
        Step::Decline | Step::LookBack => Says::Perhaps(Said::SHORT),
        _ => Says::Nothing,
    }
}
