//! `/overdrachten/instroom`: how much the own party takes in, and how much it was asked.

use access::{Caller, Entry, Fields, Here, SignedForm, Who as For, on_to};
use asks::list::store::put_to;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use exchange::Member;
use ground::id::Municipality;
use ground::trouble::Answer;
use serde::Deserialize;
use ui::Frame;

use super::form::{self, Faults};
use super::view::{self, Sheet};
use super::{Meter, store, week};
use crate::{Handovers, PURPOSE};

pub(crate) fn routes() -> Vec<Entry<Handovers>> {
    const PATH: &str = "/overdrachten/instroom";
    const CHANGE: &str = "intake.change";
    vec![
        Entry::get(
            PATH,
            For::Known,
            CHANGE,
            "handover",
            "How much the own party takes in and is asked",
            show,
        ),
        Entry::post(PATH, For::Known, CHANGE, "handover", "Say how much the own party takes in", save),
    ]
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
    Query(looked): Query<Looked>,
) -> Answer<Response> {
    let member = Member::of(&caller)?;
    member.ask(&caller, here, "intake.change")?;
    let saved = looked.gedaan == "bewaard";
    Ok(drawn(&handovers, here, &frame, member, None, saved).await?.into_response())
}

async fn save(
    State(handovers): State<Handovers>,
    Here(here): Here,
    caller: Caller,
    frame: Frame,
    SignedForm(fields): SignedForm<Fields>,
) -> Answer<Response> {
    let member = Member::of(&caller)?;
    let permit = member.ask(&caller, here, "intake.change")?;
    let now = handovers.now();
    let (_, atlas) = handovers.directory.seen(here).await?;
    let intake = match form::read(&fields, &atlas.taxonomy, now.day()) {
        Ok(intake) => intake,
        Err(faults) => {
            let page = drawn(&handovers, here, &frame, member, Some((fields, faults)), false).await?;
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
        }
    };
    let mut tx = handovers.db.begin().await?;
    store::save(&mut tx, &permit, member.party, &intake, now).await?;
    exchange::leave(&mut tx, &permit, ("party", member.party.uuid()), None, PURPOSE, now).await?;
    tx.commit().await?;
    Ok(on_to("/overdrachten/instroom?gedaan=bewaard".to_owned()))
}

async fn drawn(
    handovers: &Handovers,
    here: Municipality,
    frame: &Frame,
    member: Member,
    typed: Option<(Fields, Faults)>,
    saved: bool,
) -> Answer<maud::Markup> {
    let now = handovers.now();
    let intake = store::find(&handovers.db, here, member.party).await?;
    let weeks = store::weeks(&handovers.db, here, member.party, Meter::since(now)).await?;
    let questions = put_to(&handovers.db, here, member.party, week(now).begins()).await?;
    let (_, atlas) = handovers.directory.seen(here).await?;
    let (typed, faults) = typed.unwrap_or_else(|| (form::stands(&intake), Faults::default()));
    let meter = Meter::of(&weeks, questions, &intake, now);
    Ok(view::page(frame, &Sheet { atlas: &atlas, intake: &intake, meter, typed: &typed, faults, saved }))
}
