//! `/vraag/{question}`: what was asked and said, who has the ball, and what can be done now.

use access::{Caller, Entry, Fields, Here, Permit, SignedForm, Who, on_to};
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use exchange::{Deserted, Member, Named, Stage, draft};
use ground::id::{Id, Municipality};
use ground::trouble::{Answer, Trouble};
use serde::Deserialize;
use ui::Frame;

use super::asking::year;
use super::stepping::Wish;
use super::view::{self, Sheet, Typed};
use super::{NotNameless, Question, Said, Stepped, store};
use crate::Asks;
use crate::draft::Place;
use crate::list::taps::KIND;
use crate::story::{Says, Step};
use crate::{PURPOSE, clock};

pub(crate) fn routes() -> Vec<Entry<Asks>> {
    use Who::Known;
    const OBJECT: &str = "question";
    vec![
        Entry::get(
            "/vraag/{question}",
            Known,
            "question.read",
            OBJECT,
            "A question and who has the ball",
            show,
        ),
        Entry::post(
            "/vraag/{question}/oppakken",
            Known,
            "question.take",
            OBJECT,
            "Take an open question",
            take,
        ),
        Entry::post(
            "/vraag/{question}/antwoord",
            Known,
            "question.answer",
            OBJECT,
            "Answer, ask back, give back, or say that it cannot be",
            answer,
        ),
        Entry::post(
            "/vraag/{question}/verder",
            Known,
            "question.keep",
            OBJECT,
            "Say more, thank, ask once more, or take it back",
            keep,
        ),
    ]
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Looked {
    gedaan: String,
}

/// The question of an address, when this caller may do that to it; otherwise as if it never was.
async fn allowed(
    asks: &Asks,
    here: Municipality,
    caller: &Caller,
    id: Id<Question>,
    action: &'static str,
) -> Answer<(Question, Permit)> {
    let question = store::find(&asks.db, here, id).await?.ok_or(Trouble::NotThere)?;
    let permit = caller.ask(action, &question.object(here))?;
    Ok((question, permit))
}

async fn show(
    State(asks): State<Asks>,
    Here(here): Here,
    caller: Caller,
    frame: Frame,
    id: Result<Path<String>, PathRejection>,
    Query(looked): Query<Looked>,
) -> Answer<Response> {
    let (question, _) = allowed(&asks, here, &caller, exchange::in_path(id)?, "question.read").await?;
    let finish = |sheet| Sheet { done: looked.gedaan, ..sheet };
    Ok(drawn(&asks, here, &frame, &caller, &question, finish).await?.into_response())
}

/// The page, with what goes beside the question: names, what was said, and until when. Names stand on it, so the line
/// of a look comes first, also before a page that says no.
async fn drawn(
    asks: &Asks,
    here: Municipality,
    frame: &Frame,
    caller: &Caller,
    question: &Question,
    finish: impl FnOnce(Sheet) -> Sheet,
) -> Answer<maud::Markup> {
    let member = Member::of(caller)?;
    let permit = caller.ask("question.read", &question.object(here))?;
    let mut tx = asks.db.begin().await?;
    let (which, of) = (("question", question.id.uuid()), Some(question.asker.party));
    exchange::leave(&mut tx, &permit, which, of, PURPOSE, asks.now()).await?;
    tx.commit().await?;
    let told = question.told_to(member.party.uuid(), store::told(&asks.db, here, question.id).await?);
    let mut nudges = clock::said_of(&asks.db, here, question.id).await?;
    if terms::of(&asks.db, here, question.area.as_ref()).await?.coordinator.is_none() {
        // Where nobody looks after the terms, nobody was told.
        nudges.retain(|(stage, _)| *stage != Stage::Coordinator);
    }
    if !question.is_of(member.party.uuid()) {
        nudges.clear();
    }
    let sides = told.iter().filter_map(|done| done.by).chain([question.asker]).chain(question.to.side());
    let sides: Vec<super::Side> = sides.collect();
    let people = sides.iter().filter_map(|side| side.person);
    let named = Named::of(&asks.db, here, sides.iter().map(|side| side.party), people).await?;
    let drafts = draft::find(&asks.db, here, member, &Place::all_of(question.id)).await?;
    let (_, atlas) = asks.directory.seen(here).await?;
    let sheet = Sheet {
        question: question.clone(),
        deserted: deserted(asks, here, question, member).await?,
        told,
        nudges,
        drafts,
        named,
        atlas,
        mine: member.party,
        quicker: false,
        done: String::new(),
        typed: None,
    };
    Ok(view::sheet(frame, &finish(sheet)))
}

/// Whether the other side has nobody here to do something.
async fn deserted(asks: &Asks, here: Municipality, question: &Question, member: Member) -> Answer<Deserted> {
    let other = question.other(member.party).filter(|_| question.state.is_open());
    Deserted::among(&asks.db, here, other.into_iter()).await
}

async fn take(
    State(asks): State<Asks>,
    here: Here,
    caller: Caller,
    frame: Frame,
    id: Result<Path<String>, PathRejection>,
    SignedForm(mut fields): SignedForm<Fields>,
) -> Answer<Response> {
    let (id, back) = (exchange::in_path(id)?, exchange::tapped(&mut fields));
    fields.remove("stap");
    fields.push("stap", Step::Take.word());
    let answer = stepped(&asks, here, &caller, &frame, id, &fields, "question.take", &[Step::Take]).await?;
    Ok(exchange::led_back(back, (KIND, Step::Take.word(), id), answer))
}

async fn answer(
    State(asks): State<Asks>,
    here: Here,
    caller: Caller,
    frame: Frame,
    id: Result<Path<String>, PathRejection>,
    SignedForm(fields): SignedForm<Fields>,
) -> Answer<Response> {
    let steps = [Step::Answer, Step::AskBack, Step::GiveBack, Step::Decline];
    stepped(&asks, here, &caller, &frame, exchange::in_path(id)?, &fields, "question.answer", &steps).await
}

async fn keep(
    State(asks): State<Asks>,
    here: Here,
    caller: Caller,
    frame: Frame,
    id: Result<Path<String>, PathRejection>,
    SignedForm(mut fields): SignedForm<Fields>,
) -> Answer<Response> {
    let (id, back) = (exchange::in_path(id)?, exchange::tapped(&mut fields));
    let steps = [Step::Reply, Step::Thank, Step::Reopen, Step::Withdraw];
    let answer = stepped(&asks, here, &caller, &frame, id, &fields, "question.keep", &steps).await?;
    Ok(exchange::led_back(back, (KIND, fields.get("stap"), id), answer))
}

#[allow(clippy::too_many_arguments, reason = "one place for three forms that differ in what they may do")]
async fn stepped(
    asks: &Asks,
    Here(here): Here,
    caller: &Caller,
    frame: &Frame,
    id: Id<Question>,
    fields: &Fields,
    action: &'static str,
    steps: &[Step],
) -> Answer<Response> {
    let member = Member::of(caller)?;
    let (question, permit) = match allowed(asks, here, caller, id, action).await {
        Ok(allowed) => allowed,
        Err(Trouble::NotThere) => {
            let question = seen(asks, here, caller, id, steps).await?;
            return quicker(asks, here, frame, caller, &question, fields).await;
        }
        Err(no) => return Err(no),
    };
    let step =
        Step::parse(fields.get("stap")).filter(|step| steps.contains(step)).ok_or(Trouble::NotThere)?;
    let place = question.box_of(member.party, step);
    let text = match said(step, fields.get("tekst"), year(asks.now())) {
        Ok(text) => text,
        Err(wrong) => {
            if let Some(place) = &place {
                asks.keep(&permit, member, place, fields.get("tekst")).await?;
            }
            let typed = Typed { step, text: fields.get("tekst").to_owned(), wrong: Some(wrong) };
            let finish = |sheet| Sheet { typed: Some(typed), ..sheet };
            let page = drawn(asks, here, frame, caller, &question, finish).await?;
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
        }
    };
    let now = asks.now();
    let term = terms::of(&asks.db, here, question.area.as_ref()).await?.question(now);
    let version = fields.get("versie").parse().unwrap_or(-1);
    let wish = Wish { step, by: member.side(), version, text };
    match super::step(&asks.db, &permit, id, &wish, term, now).await? {
        Stepped::Done => {
            // What was said is no draft any more; what stands in another box, or here on another phone, still is.
            if let Some(place) = place.filter(|_| wish.text.is_some()) {
                draft::forget(&asks.db, &permit, member, &place).await?;
            }
            Ok(on_to(format!("/vraag/{id}?gedaan={}", step.word())))
        }
        Stepped::Quicker(found) => quicker(asks, here, frame, caller, &found, fields).await,
    }
}

/// A question that this caller may do nothing of it to, and may look at, or could take up before it was over: whoever was
/// too late hears so. Any other is as if it never was.
async fn seen(
    asks: &Asks,
    here: Municipality,
    caller: &Caller,
    id: Id<Question>,
    steps: &[Step],
) -> Answer<Question> {
    let question = store::find(&asks.db, here, id).await?.ok_or(Trouble::NotThere)?;
    let takes = steps.contains(&Step::Take);
    let object = if takes { question.object_before(here) } else { question.object(here) };
    caller.ask("question.read", &object)?;
    Ok(question)
}

/// Somebody was quicker: how it stands now, and what was typed is still there.
async fn quicker(
    asks: &Asks,
    here: Municipality,
    frame: &Frame,
    caller: &Caller,
    question: &Question,
    fields: &Fields,
) -> Answer<Response> {
    if !caller.may("question.read", &question.object(here)) {
        // Over in the meantime, it is of the two alone: that it is over, and nothing of what it was.
        return Ok((StatusCode::CONFLICT, view::over(frame)).into_response());
    }
    let step = Step::parse(fields.get("stap"));
    let member = Member::of(caller)?;
    if let Some(place) = step.and_then(|step| question.box_of(member.party, step)) {
        let permit = caller.ask("question.read", &question.object(here))?;
        asks.keep(&permit, member, &place, fields.get("tekst")).await?;
    }
    let typed = step.filter(|_| !fields.get("tekst").trim().is_empty()).map(|step| Typed {
        step,
        text: fields.get("tekst").to_owned(),
        wrong: None,
    });
    let finish = |sheet| Sheet { quicker: true, typed, ..sheet };
    let page = drawn(asks, here, frame, caller, question, finish).await?;
    Ok((StatusCode::CONFLICT, page).into_response())
}

/// What is said with a step, when something is.
fn said(step: Step, typed: &str, year: i16) -> Result<Option<Said>, NotNameless> {
    match step.says() {
        Says::Nothing => Ok(None),
        Says::Perhaps if typed.trim().is_empty() => Ok(None),
        Says::Perhaps | Says::Something => Said::parse(typed, Said::LONG, year).map(Some),
    }
}
