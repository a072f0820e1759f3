//! `/vraag/concept`: keeps what is typed, while it is typed or when a form was not taken; and throws it away.

use access::{Caller, Entry, Fields, Here, Permit, SignedForm, Who, on_to};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use exchange::{Member, draft};
use ground::id::Municipality;
use ground::trouble::{Answer, Trouble};

use super::Place;
use crate::Asks;
use crate::question::store as questions;

pub(crate) fn routes() -> Vec<Entry<Asks>> {
    let about = "Keep what is typed, or throw it away";
    vec![Entry::post("/vraag/concept", Who::Known, "question.ask", "own party", about, write)]
}

async fn write(
    State(asks): State<Asks>,
    Here(here): Here,
    caller: Caller,
    SignedForm(fields): SignedForm<Fields>,
) -> Answer<Response> {
    let member = Member::of(&caller)?;
    let permit = member.ask(&caller, here, "question.ask")?;
    let place = Place::parse(fields.get("plek")).ok_or(Trouble::NotThere)?;
    if fields.has("weg") {
        draft::forget(&asks.db, &permit, member, std::slice::from_ref(&place)).await?;
        return Ok(on_to(place.page()));
    }
    asks.is_there(here, &caller, member, &place).await?;
    asks.keep(&permit, member, &place, fields.get("tekst")).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

impl Asks {
    /// A text is kept only where this person could type it: otherwise one session fills the table with made-up places.
    ///
    /// # Errors
    /// `NotThere` when the map has no such party, or this person reads no such question.
    async fn is_there(
        &self,
        here: Municipality,
        caller: &Caller,
        member: Member,
        place: &Place,
    ) -> Answer<()> {
        match place {
            Place::Neighbourhood => Ok(()),
            Place::Party(party) => {
                let (_, atlas) = self.directory.seen(here).await?;
                let asked = *party != member.party && atlas.sphere_of(*party).is_some();
                asked.then_some(()).ok_or(Trouble::NotThere)
            }
            Place::Step(id) => {
                let question = questions::find(&self.db, here, *id).await?.ok_or(Trouble::NotThere)?;
                caller.ask("question.read", &question.object(here))?;
                Ok(())
            }
        }
    }

    /// Keeps a text when it names nobody.
    pub(crate) async fn keep(
        &self,
        permit: &Permit,
        member: Member,
        place: &Place,
        typed: &str,
    ) -> Answer<()> {
        draft::keep(&self.db, permit, member, place, typed, self.now()).await
    }

    /// What was typed there and not sent.
    pub(crate) async fn draft(
        &self,
        here: Municipality,
        member: Member,
        place: &Place,
    ) -> Answer<Option<String>> {
        let kept = draft::find(&self.db, here, member, std::slice::from_ref(place)).await?;
        Ok(kept.into_iter().next().map(|(_, text)| text))
    }
}
