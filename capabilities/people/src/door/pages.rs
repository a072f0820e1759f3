//! `/aanmelden`: the ways in.

use access::events::{Way, came_in, stayed_out};
use access::{Caller, Entry, Fields, Here, OpenForm, Permit, Who};
use axum::extract::State;
use axum::http::header::{LOCATION, SET_COOKIE};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use ground::id::Municipality;
use ground::trouble::{Answer, Trouble};
use ui::Frame;

use super::view;
use crate::People;
use crate::device::Device;
use crate::membership::store as memberships;
use crate::session::Proof;
use crate::session::store::{self as sessions, Beginning};
use crate::trail::{Told, leave};

pub(crate) fn routes() -> Vec<Entry<People>> {
    use Who::Anyone;
    const OBJECT: &str = "session";
    vec![
        Entry::get("/aanmelden", Anyone, "session.ways", OBJECT, "The ways in", ways),
        Entry::post("/aanmelden/demo", Anyone, "session.open", OBJECT, "Come in as somebody invented", click)
            .for_trying_out(),
    ]
}

async fn ways(
    State(people): State<People>,
    Here(here): Here,
    caller: Caller,
    frame: Frame,
) -> Answer<Response> {
    if caller.signed().is_some() {
        return Ok(access::on_to("/ik".to_owned()));
    }
    Ok(view::sign_in(&frame, &people.ways(here).await?, None).into_response())
}

/// What stands on the page with the ways in.
pub struct Ways {
    pub(super) someone: Vec<super::Someone>,
    /// What the municipality's own sign-in is called, when it has one.
    pub(super) account: Option<String>,
}

impl People {
    /// The ways into this municipality.
    ///
    /// # Errors
    /// What the database answers.
    pub async fn ways(&self, here: Municipality) -> Answer<Ways> {
        let someone = match &self.one_click {
            Some(door) => door.at(&self.db, here).await?.to_vec(),
            None => Vec::new(),
        };
        let account = self.providers.as_ref().and_then(|all| all.name(here));
        Ok(Ways { someone, account: account.map(|name| name.as_str().to_owned()) })
    }

    /// Who of the demo this is, where anybody stands at the door.
    async fn stands_there(&self, here: Municipality, key: &str) -> Answer<Option<super::Someone>> {
        let Some(door) = &self.one_click else { return Ok(None) };
        Ok(door.at(&self.db, here).await?.iter().find(|someone| someone.key == key).cloned())
    }
}

async fn click(
    State(people): State<People>,
    Here(here): Here,
    frame: Frame,
    headers: HeaderMap,
    OpenForm(fields): OpenForm<Fields>,
) -> Answer<Response> {
    let Some(someone) = people.stands_there(here, fields.get("key")).await? else {
        stayed_out(Way::OneClick, "nobody");
        return Err(Trouble::NotThere);
    };
    // Whoever tries things out may have taken the place away, or the party with its people.
    let mine = memberships::of_person(&people.db, here, someone.person).await?;
    if mine.is_empty() {
        stayed_out(Way::OneClick, "nowhere");
        return Ok((StatusCode::CONFLICT, view::belongs_nowhere(&frame)).into_response());
    }
    let membership = mine.iter().map(|one| one.id).find(|id| *id == someone.membership);
    let now = people.now();
    let permit = Permit::somebody_comes_in(here, "session.open", someone.person.uuid());
    let mut tx = people.db.begin().await?;
    let old = people.cookies.carried(&headers);
    let beginning =
        Beginning { person: someone.person, proof: Proof::Demo, membership, device: Device::of(&headers) };
    let token = sessions::open_instead(&mut tx, &permit, old.as_ref(), beginning, now).await?;
    let told = Told { object: "session", object_id: None, about: Some(someone.person.uuid()), party: None };
    leave(&mut tx, &permit, told, now).await?;
    tx.commit().await?;
    came_in(Way::OneClick);
    let to = people.landing(here, someone.person, membership).await?;
    let heads = [(LOCATION, to.to_owned()), (SET_COOKIE, people.cookies.set(&token))];
    Ok((StatusCode::SEE_OTHER, heads).into_response())
}
