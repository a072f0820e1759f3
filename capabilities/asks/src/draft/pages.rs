//! `/vraag/concept`: keeps what is typed, while it is typed or when a form was not taken; and throws it away.

use access::{Caller, Entry, Fields, Here, Permit, SignedForm, Who, on_to};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use exchange::{Member, Said};
use ground::id::Municipality;
use ground::trouble::{Answer, Trouble};
use maud::{Markup, html};
use ui::{Frame, Tone, button, fl, notice};

use super::{Place, store};
use crate::question::asking::year;
use crate::{Asks, words};

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
        store::forget(&asks.db, &permit, member, &place).await?;
        return Ok(on_to(place.page()));
    }
    asks.keep(&permit, member, &place, fields.get("tekst")).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

impl Asks {
    /// Keeps a text when it names nobody; one that does is in the form only, and what was kept before stays.
    pub(crate) async fn keep(
        &self,
        permit: &Permit,
        member: Member,
        place: &Place,
        typed: &str,
    ) -> Answer<()> {
        if typed.trim().is_empty() {
            return store::forget(&self.db, permit, member, place).await;
        }
        match Said::parse(typed, Said::LONG, year(self.now())) {
            Ok(said) => store::keep(&self.db, permit, member, place, &said, self.now()).await,
            Err(_) => Ok(()),
        }
    }

    /// What was typed there and not sent.
    pub(crate) async fn draft(
        &self,
        here: Municipality,
        member: Member,
        place: &Place,
    ) -> Answer<Option<String>> {
        store::find(&self.db, here, member, place).await
    }
}

/// Says that the text is the one that was not sent, with a way to be rid of it.
pub(crate) fn told(frame: &Frame, place: &Place) -> Markup {
    let w = words(frame.lang);
    html! {
        form method="post" action="/vraag/concept" {
            (ui::csrf(frame))
            input type="hidden" name="plek" value=(place.word());
            (notice(Tone::Calm, fl!(w, "draft-kept")).body(html! {
                (button(fl!(w, "draft-away")).subtle().sends("weg", "ja"))
            }))
        }
    }
}
