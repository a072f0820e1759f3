//! `/overdracht/{handover}/concept`: keeps what is typed with a step, while it is typed; and throws it away.

use access::{Caller, Entry, Fields, Here, SignedForm, Who as For, on_to};
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use exchange::Member;
use exchange::draft::{self, Place as _};
use ground::trouble::{Answer, Trouble};

use crate::Handovers;
use crate::handover::pages::allowed;

pub(crate) fn routes() -> Vec<Entry<Handovers>> {
    const PATH: &str = "/overdracht/{handover}/concept";
    let about = "Keep what is typed with a step, or throw it away";
    vec![Entry::post(PATH, For::Known, "handover.step", "handover", about, write)]
}

async fn write(
    State(handovers): State<Handovers>,
    Here(here): Here,
    caller: Caller,
    id: Result<Path<String>, PathRejection>,
    SignedForm(fields): SignedForm<Fields>,
) -> Answer<Response> {
    let member = Member::of(&caller)?;
    let id = exchange::in_path(id)?;
    let (handover, permit) = allowed(&handovers, here, &caller, id, "handover.step").await?;
    // Only where this person could type it: otherwise one session fills the table with made-up places.
    let boxes = handover.boxes(member.party);
    let place = boxes.into_iter().find(|place| place.word() == fields.get("plek"));
    let place = place.ok_or(Trouble::NotThere)?;
    if fields.has("weg") {
        draft::forget(&handovers.db, &permit, member, &[place]).await?;
        return Ok(on_to(format!("/overdracht/{id}")));
    }
    draft::keep(&handovers.db, &permit, member, &place, fields.get("tekst"), handovers.now()).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
