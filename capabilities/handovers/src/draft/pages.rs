//! `/overdracht/{handover}/concept`: keeps what is typed with a step, while it is typed; and throws it away.

use access::{Caller, Entry, Fields, Here, Permit, SignedForm, Who as For, on_to};
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use exchange::draft::{self, Place as _};
use exchange::{Member, Said};
use ground::trouble::{Answer, Trouble};

use super::Place;
use crate::Handovers;
use crate::handover::pages::allowed;
use crate::handover::{Handover, store};

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
        draft::forget(&handovers.db, &permit, member, &place).await?;
        return Ok(on_to(format!("/overdracht/{id}")));
    }
    let said = handovers.said_last(&permit, member, &handover, place).await?;
    let (db, typed) = (&handovers.db, fields.get("tekst"));
    draft::follow(db, &permit, member, &place, typed, said.as_ref(), handovers.now()).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

impl Handovers {
    /// Keeps what was sent from a box and not taken.
    pub(crate) async fn keep(
        &self,
        permit: &Permit,
        member: Member,
        handover: &Handover,
        place: Place,
        typed: &str,
    ) -> Answer<()> {
        let said = self.said_last(permit, member, handover, place).await?;
        draft::keep(&self.db, permit, member, &place, typed, said.as_ref(), self.now()).await
    }

    /// What the side of this member said last from a box.
    async fn said_last(
        &self,
        permit: &Permit,
        member: Member,
        handover: &Handover,
        place: Place,
    ) -> Answer<Option<Said>> {
        let who = handover.who(member.party);
        let history = store::history(&self.db, permit.municipality(), handover.id).await?;
        let last = history.into_iter().rev().find(|done| done.step == place.step && Some(done.who) == who);
        Ok(last.and_then(|done| done.words))
    }
}
