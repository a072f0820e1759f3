//! Taking an invitation: opening it in this browser, saying what one is called, and being in.

use access::events::{Way, came_in, stayed_out};
use access::{Caller, Entry, Fields, Here, LinkToken, Object, OpenForm, Permit, Signed, Who, on_to};
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::header::{CACHE_CONTROL, SET_COOKIE};
use axum::http::{HeaderMap, HeaderName, StatusCode};
use axum::response::{IntoResponse, Response};
use directory::wording::Name;
use ground::db::Tx;
use ground::id::{Id, Municipality};
use ground::moment::Moment;
use ground::trouble::Answer;
use ui::Frame;

use super::meant::{Change, Known, change};
use super::view::{self, AGREED, Opened, Wrong};
use super::{Invitation, Standing, store};
use crate::device::Device;
use crate::membership::pages::place_of;
use crate::membership::{Membership, ending, store as memberships};
use crate::person::{Person, store as persons};
use crate::session::pages::leaves;
use crate::session::store::Beginning;
use crate::session::{Proof, store as sessions};
use crate::trail::{Told, by_link, leave};
use crate::{People, tenant, words};

pub(crate) fn routes() -> Vec<Entry<People>> {
    use Who::Anyone;
    const OBJECT: &str = "invitation";
    vec![
        Entry::get("/uitnodiging/{token}", Anyone, "invitation.read", OBJECT, "Look at an invitation", look),
        Entry::post(
            "/uitnodiging/{token}",
            Anyone,
            "invitation.open",
            OBJECT,
            "Open an invitation in this browser",
            open,
        ),
        Entry::post("/uitnodiging/{token}/ja", Anyone, "invitation.take", OBJECT, "Come in", take),
    ]
}

type Token = Result<Path<String>, PathRejection>;

const NO_STORE: (HeaderName, &str) = (CACHE_CONTROL, "no-store");

/// Somebody in a browser, at an invitation that is there.
struct At<'a> {
    people: &'a People,
    here: Municipality,
    caller: &'a Caller,
    frame: &'a Frame,
    headers: &'a HeaderMap,
    token: LinkToken,
    invitation: Invitation,
}

impl<'a> At<'a> {
    /// Nothing where no link of ours leads.
    async fn find(
        people: &'a People,
        here: Municipality,
        (caller, frame, headers): (&'a Caller, &'a Frame, &'a HeaderMap),
        token: Token,
    ) -> Answer<Option<Self>> {
        let token = token.ok().and_then(|Path(text)| LinkToken::parse(&text));
        let found = match &token {
            Some(token) => store::find(&people.db, here, token).await?,
            None => None,
        };
        if found.is_none() {
            stayed_out(Way::Invitation, "unknown");
        }
        let both = token.zip(found);
        Ok(both.map(|(token, invitation)| Self { people, here, caller, frame, headers, token, invitation }))
    }

    fn standing(&self) -> Standing {
        let browser = self.people.cookies.browser(self.headers, &self.invitation.token_hash);
        self.invitation.standing(browser.as_ref(), self.people.now())
    }

    fn address(&self) -> String {
        format!("/uitnodiging/{}", self.token.as_str())
    }

    /// Who is in already in this browser, and what the invitation would do.
    async fn known(&self) -> Answer<Option<Known<'a>>> {
        let Some(signed) = self.caller.signed() else { return Ok(None) };
        Ok(Some(Known::of(self.people, self.here, signed, self.invitation.belongs).await?))
    }

    async fn shown(&self, status: StatusCode, standing: Standing, wrong: Wrong<'_>) -> Answer<Response> {
        let place = place_of(self.people, self.here, self.invitation.belongs.party()).await?;
        let role = self.invitation.belongs.role();
        let opened = Opened {
            address: self.address(),
            place: &place,
            role,
            standing,
            known: self.known().await?,
            wrong,
        };
        Ok((status, [NO_STORE], view::opened(self.frame, &opened)).into_response())
    }

    fn unbind(&self) -> String {
        self.people.cookies.unbind(&self.invitation.token_hash)
    }
}

fn unknown(frame: &Frame) -> Response {
    (StatusCode::NOT_FOUND, view::unknown(frame)).into_response()
}

async fn look(
    State(people): State<People>,
    Here(here): Here,
    caller: Caller,
    frame: Frame,
    headers: HeaderMap,
    token: Token,
) -> Answer<Response> {
    let Some(at) = At::find(&people, here, (&caller, &frame, &headers), token).await? else {
        return Ok(unknown(&frame));
    };
    let standing = at.standing();
    at.shown(status(standing), standing, Wrong::Nothing).await
}

const fn status(standing: Standing) -> StatusCode {
    match standing {
        Standing::Waiting | Standing::Yours => StatusCode::OK,
        // Once the clock is right it may count again.
        Standing::ClockWrong => StatusCode::CONFLICT,
        Standing::Elsewhere | Standing::Taken | Standing::Over | Standing::RanOut => StatusCode::GONE,
    }
}

/// Binds it to this browser. What looks at links by itself does not press buttons.
async fn open(
    State(people): State<People>,
    Here(here): Here,
    caller: Caller,
    frame: Frame,
    headers: HeaderMap,
    token: Token,
    OpenForm(fields): OpenForm<Fields>,
) -> Answer<Response> {
    let Some(at) = At::find(&people, here, (&caller, &frame, &headers), token).await? else {
        return Ok(unknown(&frame));
    };
    if fields.get("wie") == "ander" {
        return at.somebody_else(&fields).await;
    }
    let standing = at.standing();
    // Where it would do nothing, it stays for whom it is meant.
    let idle = standing == Standing::Waiting
        && at.known().await?.is_some_and(|known| known.change == Change::Nothing);
    match standing {
        // Pressed twice: it is open here already.
        Standing::Yours => Ok(on_to(at.address())),
        Standing::Waiting if idle => Ok(on_to(at.address())),
        Standing::Waiting => at.opens().await,
        standing => at.shown(status(standing), standing, Wrong::Nothing).await,
    }
}

impl At<'_> {
    async fn opens(&self) -> Answer<Response> {
        let (browser, now) = (LinkToken::new()?, self.people.now());
        let mut tx = self.people.db.begin().await?;
        let bound = store::bind(&mut tx, self.here, &self.token, &browser, now).await?;
        if bound {
            let party = self.invitation.belongs.party().map(Id::uuid);
            let told = Told { object: "party", object_id: party, about: None, party: None };
            by_link(&mut tx, self.here, "invitation.open", told, now).await?;
        }
        tx.commit().await?;
        if !bound {
            return self.shown(StatusCode::GONE, Standing::Elsewhere, Wrong::Nothing).await;
        }
        let mut cookies = self.people.cookies.crowded_out(self.headers);
        cookies.push(self.people.cookies.bind(&self.invitation.token_hash, &browser));
        Ok(in_now(&self.address(), &cookies))
    }

    /// Another than who is signed in sits here: that session ends in this browser, and the invitation stands as it stood.
    async fn somebody_else(&self, fields: &Fields) -> Answer<Response> {
        // Pressed twice: nobody is signed in here any more.
        let Some(signed) = self.caller.signed() else { return Ok(on_to(self.address())) };
        self.caller.proved(fields.get("csrf"))?;
        let whose = Object::Person { municipality: tenant(self.here), person: signed.person };
        let permit = self.caller.ask("me.leave", &whose)?;
        leaves(self.people, &permit, self.caller, self.headers, self.address()).await
    }
}

async fn take(
    State(people): State<People>,
    Here(here): Here,
    caller: Caller,
    frame: Frame,
    headers: HeaderMap,
    token: Token,
    OpenForm(fields): OpenForm<Fields>,
) -> Answer<Response> {
    let Some(at) = At::find(&people, here, (&caller, &frame, &headers), token).await? else {
        return Ok(unknown(&frame));
    };
    let standing = at.standing();
    if standing != Standing::Yours {
        stayed_out(Way::Invitation, standing.word());
        // Not opened yet: there was no form to take it with.
        let status = if standing == Standing::Waiting { StatusCode::GONE } else { status(standing) };
        return at.shown(status, standing, Wrong::Nothing).await;
    }
    if let Some(signed) = caller.signed() {
        // By a link on another page the session does not come along, so the form asked for a name: now it is known who this is.
        if fields.has("name") && !fields.has("csrf") {
            return at.shown(StatusCode::CONFLICT, standing, Wrong::Nothing).await;
        }
        caller.proved(fields.get("csrf"))?;
        return at.joins(signed, &fields).await;
    }
    let typed = fields.get("name");
    match view::name(&frame, typed) {
        Ok(name) => at.comes_in(name).await,
        Err(fault) => {
            at.shown(StatusCode::UNPROCESSABLE_ENTITY, standing, Wrong::Name { typed, fault }).await
        }
    }
}

fn in_now(to: &str, cookies: &[String]) -> Response {
    let mut response = on_to(to.to_owned());
    for cookie in cookies {
        if let Ok(cookie) = cookie.parse() {
            response.headers_mut().append(SET_COOKIE, cookie);
        }
    }
    response
}

impl At<'_> {
    /// Somebody new: a person, a membership, and a session that opens the own page only, until there is a key.
    async fn comes_in(&self, name: Name) -> Answer<Response> {
        let (people, now) = (self.people, self.people.now());
        let person = Person { id: Id::new(now), name, created_at: now };
        let permit = Permit::somebody_comes_in(self.here, "invitation.take", person.id.uuid());
        let mut tx = people.db.begin().await?;
        if !store::take(&mut tx, &permit, &self.token.digest(), now).await? {
            tx.rollback().await?;
            return Ok(taken_meanwhile(self.frame));
        }
        persons::add(&mut tx, &permit, &person).await?;
        belong(&mut tx, &permit, person.id, &self.invitation, now).await?;
        let old = people.cookies.carried(self.headers);
        let device = Device::of(self.headers);
        let beginning = Beginning { person: person.id, proof: Proof::Link, membership: None, device };
        let session = sessions::open_instead(&mut tx, &permit, old.as_ref(), beginning, now).await?;
        tx.commit().await?;
        came_in(Way::Invitation);
        Ok(in_now("/ik?gedaan=welkom", &[people.cookies.set(&session), self.unbind()]))
    }

    /// Somebody who is in already: one place more, or another role in the same place for who said to want that. Whoever has
    /// both already leaves the invitation as it is.
    async fn joins(&self, signed: &Signed, fields: &Fields) -> Answer<Response> {
        let (people, now) = (self.people, self.people.now());
        let (person, to) = (Id::from_uuid(signed.person), self.invitation.belongs);
        let permit = Permit::somebody_comes_in(self.here, "invitation.take", signed.person);
        let mut tx = people.db.begin().await?;
        persons::hold(&mut tx, &permit, person).await?;
        let wrong = match change(&memberships::all_of(&mut tx, self.here, person).await?, to) {
            Change::Instead(before) if fields.get(AGREED) != before.word() => Some(Wrong::NotAgreed),
            Change::Nothing => Some(Wrong::Nothing),
            Change::Added | Change::Instead(_) => None,
        };
        if let Some(wrong) = wrong {
            tx.rollback().await?;
            return self.shown(StatusCode::CONFLICT, Standing::Yours, wrong).await;
        }
        if !store::take(&mut tx, &permit, &self.token.digest(), now).await? {
            tx.rollback().await?;
            return Ok(taken_meanwhile(self.frame));
        }
        let Some(before) = belong(&mut tx, &permit, person, &self.invitation, now).await? else {
            tx.commit().await?;
            return Ok(in_now("/ik?gedaan=erbij", &[self.unbind()]));
        };
        ending::take_back_unless_kept(&mut tx, &permit, &before, to.role()).await?;
        let session = goes_on(&mut tx, people, &permit, self.headers, person).await?;
        tx.commit().await?;
        Ok(in_now("/ik?gedaan=rol", &[session, self.unbind()]))
    }
}

/// Another role ends every session, as when a coordinator gives it. Only this browser goes on, under a new token; its cookie.
async fn goes_on(
    tx: &mut Tx,
    people: &People,
    permit: &Permit,
    headers: &HeaderMap,
    person: Id<Person>,
) -> Answer<String> {
    let renewed = match people.cookies.carried(headers) {
        Some(old) => sessions::renew(tx, permit, &old, people.now()).await?,
        None => None,
    };
    if let Some((token, session)) = renewed {
        sessions::end_others(tx, permit, person, session).await?;
        return Ok(people.cookies.set(&token));
    }
    sessions::end_all(tx, permit, person).await?;
    Ok(people.cookies.gone())
}

/// The place as it was, of somebody who had it in another role.
async fn belong(
    tx: &mut Tx,
    permit: &Permit,
    person: Id<Person>,
    invitation: &Invitation,
    now: Moment,
) -> Answer<Option<Membership>> {
    let new = Membership { id: Id::new(now), person, belongs: invitation.belongs, since: now };
    let added = memberships::add(tx, permit, &new).await?;
    leave(tx, permit, ending::told(&Membership { id: added.id, ..new }), now).await?;
    Ok(added.before)
}

fn taken_meanwhile(frame: &Frame) -> Response {
    stayed_out(Way::Invitation, Standing::Taken.word());
    let w = words(frame.lang);
    let page = ui::page(
        frame,
        ui::Page::new(ui::fl!(w, "join-not")).lead(ui::fl!(w, "join-taken")),
        maud::html! { p { (ui::fl!(w, "join-forward")) } },
    );
    (StatusCode::GONE, [NO_STORE], page).into_response()
}
