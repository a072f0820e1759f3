//! `/vraag/concept`: keeps what is typed, while it is typed or when a form was not taken; and throws it away.

use access::{Caller, Entry, Fields, Here, Permit, SignedForm, Who, on_to};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use exchange::{Member, Said};
use ground::id::Municipality;
use ground::trouble::{Answer, Trouble};
use maud::{Markup, Render as _, html};
use ui::{Frame, Tone, button, fl, more, notice};

use super::{Place, store};
use crate::question::asking::year;
use crate::question::store as questions;
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
    away(frame, place, |away| notice(Tone::Calm, fl!(w, "draft-kept")).body(away).render())
}

/// The text itself, where there is no box to go on with it.
pub(crate) fn left(frame: &Frame, place: &Place, text: &str) -> Markup {
    let w = words(frame.lang);
    more(
        fl!(w, "draft-typed"),
        html! {
            div dir="auto" { @for line in text.lines().filter(|line| !line.trim().is_empty()) { p { (line) } } }
            (away(frame, place, |away| away))
        },
    )
}

/// A form that throws it away, with its button where `around` puts it.
fn away(frame: &Frame, place: &Place, around: impl FnOnce(Markup) -> Markup) -> Markup {
    let w = words(frame.lang);
    html! {
        form method="post" action="/vraag/concept" {
            (ui::csrf(frame))
            input type="hidden" name="plek" value=(place.word());
            (around(html! { (button(fl!(w, "draft-away")).subtle().sends("weg", "ja")) }))
        }
    }
}
