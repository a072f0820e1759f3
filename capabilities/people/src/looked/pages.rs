//! `/ik/wie-keek`, `/controle` and what everybody may hold us to: `/logboek`.

use access::{Caller, Entry, Here, Permit, Who};
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Response};
use ground::trouble::{Answer, Trouble};
use maud::Markup;
use serde::Deserialize;
use ui::Frame;

use super::{told, view};
use crate::People;
use crate::trail::{Told, leave};

pub(crate) fn routes() -> Vec<Entry<People>> {
    use Who::{Allowed, Anyone};
    vec![
        Entry::get("/ik/wie-keek", Allowed, "trail.own", "person", "Who looked at what concerns me", mine),
        Entry::get("/controle", Allowed, "trail.read", "trail", "Everything in the trail", everything),
        Entry::get(
            "/controle/regels",
            Allowed,
            "policies.read",
            "policies",
            "Who may what, in sentences",
            rules,
        ),
        Entry::get(
            "/logboek",
            Anyone,
            "trail.words",
            "trail",
            "The six words of the last closed day",
            of_day,
        ),
    ]
}

#[derive(Deserialize)]
struct Asked {
    /// Lines before this one; anything but a number is the newest page.
    #[serde(default)]
    voor: String,
}

impl Asked {
    fn before(&self) -> Option<i64> {
        self.voor.parse().ok().filter(|before| *before > 0)
    }
}

async fn mine(
    State(people): State<People>,
    Here(here): Here,
    caller: Caller,
    frame: Frame,
    Query(asked): Query<Asked>,
) -> Answer<Markup> {
    let signed = caller.signed().ok_or(Trouble::NotThere)?;
    let shown = told::mine(&people, here, signed, frame.lang, asked.before()).await?;
    Ok(view::mine(&frame, &shown))
}

async fn everything(
    State(people): State<People>,
    Here(here): Here,
    permit: Permit,
    frame: Frame,
    Query(asked): Query<Asked>,
) -> Answer<Markup> {
    // Who watches is watched: the look is in the trail before it leaves the house.
    let mut tx = people.db.begin().await?;
    let told = Told { object: "trail", object_id: None, about: None };
    leave(&mut tx, &permit, told, people.now()).await?;
    tx.commit().await?;
    let shown = told::everything(&people, here, frame.lang, asked.before()).await?;
    Ok(view::everything(&frame, &shown))
}

async fn rules(frame: Frame) -> Markup {
    view::rules(&frame, permission::sentences())
}

async fn of_day(State(people): State<People>, Here(here): Here, frame: Frame) -> Answer<Response> {
    let root = audit::newest_root(&people.db, here).await?;
    Ok(view::of_day(&frame, root.as_ref()).into_response())
}
