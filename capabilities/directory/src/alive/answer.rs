//! What the three answers do, each at once and whole.

use access::{Fields, LinkToken, Permit};
use ground::db::{Db, Tx};
use ground::id::{Id, Municipality};
use ground::moment::Moment;
use ground::trouble::Answer;

use super::form::{self, Said, Sheet};
use super::{Reply, Request, Stage, State, kept, store};
use crate::confirmation::Confirmation;
use crate::event::Listeners;
use crate::municipality;
use crate::offer::Offer;
use crate::place::Whereabouts;
use crate::wording::Line;
use crate::{double, import, offer, party, place};

/// Who confirmed it, as pages say it.
pub const BY_THE_PARTY: &str = "de partij zelf";

/// What a link leads to.
#[derive(Clone, Debug)]
pub enum Link {
    /// Never ours, or so old that nothing of it is left: both look the same.
    Unknown,
    /// It counts.
    Open(Request),
    /// Answered already.
    Answered(Request),
    /// A later mail took its place, or the party is no longer on the map.
    Over,
}

/// What became of an answer.
#[derive(Debug)]
pub enum Done {
    Thanks,
    /// It did not count (any more).
    No(Link),
    /// What was typed does not fit, or somebody else wrote meanwhile.
    Again(Box<Sheet>),
}

fn judge(request: Option<Request>) -> Link {
    match request {
        None => Link::Unknown,
        Some(request) if request.state == State::Answered => Link::Answered(request),
        Some(request) if request.is_open() => Link::Open(request),
        Some(_) => Link::Over,
    }
}

/// # Errors
/// What the database answers.
pub async fn link(db: &Db, here: Municipality, token: &str) -> Answer<Link> {
    match LinkToken::parse(token) {
        Some(token) => Ok(judge(store::of_link(db, here, &token).await?)),
        None => Ok(Link::Unknown),
    }
}

/// One tap: *klopt nog* or *haal ons weg*. *Is veranderd* comes with what was typed.
///
/// # Errors
/// What the database answers.
pub async fn give(
    db: &Db,
    listeners: &Listeners,
    here: Municipality,
    token: &str,
    reply: Reply,
    typed: &Fields,
    now: Moment,
) -> Answer<Done> {
    let Some(token) = LinkToken::parse(token) else { return Ok(Done::No(Link::Unknown)) };
    let permit = Permit::the_party_answers(here);
    let mut tx = db.begin().await?;
    municipality::store::hold(&mut tx, &permit).await?;
    // Tapped twice, or on two telephones: the first one counts.
    let request = match judge(store::of_link_in(&mut tx, here, &token).await?) {
        Link::Open(request) => request,
        no => {
            tx.rollback().await?;
            return Ok(Done::No(no));
        }
    };
    if party::store::find_in(&mut tx, here, request.party).await?.is_none() {
        tx.rollback().await?;
        return Ok(Done::No(Link::Over));
    }
    match reply {
        Reply::Right => {
            store::confirm_whole(&mut tx, &permit, request.party, &by_the_party(now)).await?;
        }
        Reply::Off => kept::take_off(db, listeners, &mut tx, &permit, &request, now).await?,
        Reply::Changed => match form::read(db, here, &request, typed, now).await? {
            Ok(said) => keep(&mut tx, &permit, &said, now).await?,
            Err(sheet) => {
                tx.rollback().await?;
                return Ok(Done::Again(sheet));
            }
        },
    }
    store::answered(&mut tx, &permit, request.id, reply, now).await?;
    store::replace_others(&mut tx, &permit, request.party, Some(request.id), now).await?;
    municipality::store::touch_one(&mut tx, &permit, Some(request.party.uuid()), now).await?;
    tx.commit().await?;
    Ok(Done::Thanks)
}

/// What it stopped goes as at the desk: away, with what hangs on it, and no file brings it back. Of a place that is secret
/// from now on, reports of imports forget what they called it.
async fn keep(tx: &mut Tx, permit: &Permit, said: &Said, now: Moment) -> Answer<()> {
    party::store::save(tx, permit, &said.party).await?;
    let secret = said.places.iter().filter(|place| matches!(place.whereabouts, Whereabouts::Confidential));
    let keys: Vec<String> = secret.filter_map(|place| place.source_key.clone()).collect();
    import::store::hush(tx, permit, &keys).await?;
    place::store::save_many(tx, permit, &said.places, now).await?;
    offer::store::save_many(tx, permit, &said.offers).await?;
    let stopped: Vec<Id<Offer>> = said.stopped.iter().map(|offer| offer.id).collect();
    offer::store::remove(tx, permit, &stopped).await?;
    for offer in &said.stopped {
        double::store::keep_away(tx, permit, offer, now).await?;
    }
    place::store::remove(tx, permit, &said.left).await
}

/// Somebody of the party takes it off on the screen: as by the link of a mail, and this link is the one by which it may change
/// its mind. Who took it off has no place here any more, so nothing else leads back. With the same link once more, nothing
/// happens.
///
/// # Errors
/// `NotThere` without such a party; what the database answers.
pub(super) async fn leave(
    db: &Db,
    listeners: &Listeners,
    permit: &Permit,
    party: Id<party::Party>,
    token: &LinkToken,
    now: Moment,
) -> Answer<()> {
    let request = Request {
        id: Id::new(now),
        party,
        stage: Stage::Ageing,
        address: String::new(),
        state: State::Answered,
        reply: Some(Reply::Off),
        tries: 0,
        next_at: None,
        created_at: now,
        sent_at: None,
        ended_at: Some(now),
    };
    let mut tx = db.begin().await?;
    municipality::store::hold(&mut tx, permit).await?;
    // Tapped twice at one moment: the first one did it.
    if store::of_link_in(&mut tx, permit.municipality(), token).await?.is_some() {
        tx.rollback().await?;
        return Ok(());
    }
    store::add(&mut tx, permit, &request, Some(token)).await?;
    kept::take_off(db, listeners, &mut tx, permit, &request, now).await?;
    store::replace_others(&mut tx, permit, party, Some(request.id), now).await?;
    municipality::store::touch_one(&mut tx, permit, Some(party.uuid()), now).await?;
    tx.commit().await?;
    Ok(())
}

/// They changed their mind: everything on the map is back as it was. `false` when it is too late.
///
/// # Errors
/// What the database answers.
pub async fn undo(db: &Db, here: Municipality, token: &str, now: Moment) -> Answer<bool> {
    let Link::Answered(request) = link(db, here, token).await? else { return Ok(false) };
    put_back(db, &Permit::the_party_answers(here), request.party, now).await
}

/// As [`undo`], by who keeps the map.
///
/// # Errors
/// What the database answers.
pub async fn put_back(db: &Db, permit: &Permit, party: Id<party::Party>, now: Moment) -> Answer<bool> {
    let mut tx = db.begin().await?;
    municipality::store::hold(&mut tx, permit).await?;
    let back = kept::put_back(&mut tx, permit, party, now).await?;
    if back {
        municipality::store::touch_one(&mut tx, permit, Some(party.uuid()), now).await?;
    }
    tx.commit().await?;
    Ok(back)
}

pub(super) fn by_the_party(now: Moment) -> Confirmation {
    Confirmation { at: now, by: Line::parse(BY_THE_PARTY).unwrap_or_default() }
}
