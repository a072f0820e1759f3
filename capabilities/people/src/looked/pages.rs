//! `/ik/wie-keek`, `/controle` and what everybody may hold us to: `/logboek`.

use std::time::Duration;

use access::{Caller, Entry, Here, Permit, Signed, Who};
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Response};
use ground::trouble::{Answer, Trouble};
use maud::Markup;
use serde::Deserialize;
use ui::Frame;

use super::{told, view};
use crate::People;
use crate::trail::{Told, leave};

/// Who looks again within this time leaves no second line.
const ONE_LINE: Duration = Duration::from_secs(60 * 60);

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
    permit: Permit,
    caller: Caller,
    frame: Frame,
    Query(asked): Query<Asked>,
) -> Answer<Markup> {
    let signed = caller.signed().ok_or(Trouble::NotThere)?;
    let shown = told::mine(&people, here, signed, frame.lang, asked.before()).await?;
    if shown.lines.iter().any(|told| told.of_another) {
        looked(&people, &permit, signed).await?;
    }
    Ok(view::mine(&frame, &shown))
}

/// Who reads what others did leaves a line before it leaves the house, once an hour at most: lines about reading would
/// otherwise stand in the way of what is read.
async fn looked(people: &People, permit: &Permit, signed: &Signed) -> Answer<()> {
    let (here, now) = (permit.municipality(), people.now());
    let last = audit::last_by(&people.db, here, signed.person, permit.action()).await?;
    if last.is_some_and(|last| last <= now && now < last.plus(ONE_LINE)) {
        return Ok(());
    }
    let party = signed.acting.and_then(|acting| acting.party);
    let object = if party.is_some() { "party" } else { "trail" };
    let mut tx = people.db.begin().await?;
    leave(&mut tx, permit, Told { object, object_id: party, about: None, party: None }, now).await?;
    Ok(tx.commit().await?)
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
    let told = Told { object: "trail", object_id: None, about: None, party: None };
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
