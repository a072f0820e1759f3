//! `/vraag/concept`: keeps what is typed, while it is typed or when a form was not taken; and throws it away.

use access::{Caller, Entry, Fields, Here, Permit, SignedForm, Who, on_to};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use exchange::{Member, Said, draft};
use ground::id::Municipality;
use ground::trouble::{Answer, Trouble};

use super::Place;
use crate::Asks;
use crate::question::{Done, store as questions};

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
        draft::forget(&asks.db, &permit, member, &place).await?;
        return Ok(on_to(place.page()));
    }
    asks.is_there(here, &caller, member, &place).await?;
    let said = asks.said_last(here, member, &place).await?;
    let (db, typed) = (&asks.db, fields.get("tekst"));
    draft::follow(db, &permit, member, &place, typed, said.as_ref(), asks.now()).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

impl Asks {
    /// A text is kept only where this person could type it: otherwise one session fills the table with made-up places.
    ///
    /// # Errors
    /// `NotThere` when the map has no such party, or this person takes no such step on a question.
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
            Place::Step(id, step) => {
                let question = questions::find(&self.db, here, *id).await?.ok_or(Trouble::NotThere)?;
                caller.ask("question.read", &question.object(here))?;
                let typed = question.box_of(member.party, *step).is_some();
                typed.then_some(()).ok_or(Trouble::NotThere)
            }
        }
    }

    /// Keeps what was sent from there and not taken.
    pub(crate) async fn keep(
        &self,
        permit: &Permit,
        member: Member,
        place: &Place,
        typed: &str,
    ) -> Answer<()> {
        let said = self.said_last(permit.municipality(), member, place).await?;
        draft::keep(&self.db, permit, member, place, typed, said.as_ref(), self.now()).await
    }

    /// What was said last from there: a question by this person, or with a step on a question by this party.
    async fn said_last(&self, here: Municipality, member: Member, place: &Place) -> Answer<Option<Said>> {
        if let Place::Step(id, step) = place {
            let told = questions::told(&self.db, here, *id).await?;
            let own = |done: &Done| done.step == *step && done.by.is_some_and(|by| by.party == member.party);
            return Ok(told.into_iter().rev().filter(own).find_map(|done| done.text));
        }
        let lately = questions::asked_lately(&self.db, here, member.side(), self.now()).await?;
        let last = lately.into_iter().rev().find(|question| Place::of(question.to) == *place);
        Ok(last.map(|question| question.text))
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
