//! `/vandaag/levend`: says that something happened on the list, as it happens; never what. Without it one reloads the page.

use std::collections::HashMap;
use std::convert::Infallible;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use access::{Caller, Entry, Here, Who};
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use directory::party::Party;
use futures_util::stream::{self, Stream};
use ground::id::{Id, Municipality};
use ground::moment::Moment;
use ground::trouble::{Answer, Trouble};
use people::membership::Membership;
use people::session::{Session, store as session};
use serde::Deserialize;
use uuid::Uuid;

use crate::Today;
use crate::oneself::oneself;

pub(crate) fn routes() -> Vec<Entry<Today>> {
    let about = "Hear that something happened on my list";
    vec![Entry::get("/vandaag/levend", Who::Known, "today.read", "person", about, live)]
}

/// Between two looks.
const EVERY: Duration = Duration::from_secs(3);

/// So long after the page was opened it is listened to: a page that lies open keeps nobody signed in.
const LISTENS: Duration = Duration::from_secs(10 * 60);

/// How the list stood when the page was drawn.
#[derive(Deserialize, Default)]
#[serde(default)]
struct Seen {
    stand: String,
    sinds: String,
}

/// What the page asks for, so that nothing is missed between drawing it and listening.
pub(crate) fn address(pulse: i64, now: Moment) -> String {
    format!("/vandaag/levend?stand={pulse}&sinds={}", now.micros())
}

async fn live(
    State(today): State<Today>,
    Here(here): Here,
    caller: Caller,
    Query(seen): Query<Seen>,
) -> Answer<Response> {
    let (signed, _) = oneself(&caller, here, "today.read")?;
    let acting = signed.acting.ok_or(Trouble::NotThere)?;
    let party = acting.party.ok_or(Trouble::NotThere)?;
    // Whoever does not say since when has no page that listens.
    let opened = seen.sinds.parse().map_or_else(|_| Moment::fixed(0), Moment::from_micros);
    let left = LISTENS.saturating_sub(today.directory.now().since(opened));
    let listener = if left.is_zero() { None } else { today.listeners.let_in(signed.session) };
    let Some(listener) = listener else {
        // To a browser this means: do not ask again.
        return Ok(StatusCode::NO_CONTENT.into_response());
    };
    let looks = u32::try_from(left.as_secs() / EVERY.as_secs()).unwrap_or(0);
    let (session, membership) = (Id::from_uuid(signed.session), Id::from_uuid(acting.membership));
    let party = Id::from_uuid(party);
    let stands = seen.stand.parse().ok();
    let watch = Watch { party, here, session, membership, stands, looks, today, _listener: listener };
    Ok(Sse::new(watch.told()).keep_alive(KeepAlive::new().interval(EVERY * 5)).into_response())
}

/// So many pages of one session listen at once; one more is reloaded by hand.
const PAGES: usize = 4;

/// And so many of all sessions: a page that listens holds a connection, and visitors need theirs.
const ALL_PAGES: usize = 1000;

/// How many pages listen, per session.
#[derive(Clone, Debug, Default)]
pub(crate) struct Listeners(Arc<Mutex<HashMap<Uuid, usize>>>);

/// One page that listens; it makes room when it is gone.
struct Listener {
    all: Listeners,
    session: Uuid,
}

impl Listeners {
    fn counts(&self) -> MutexGuard<'_, HashMap<Uuid, usize>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn let_in(&self, session: Uuid) -> Option<Listener> {
        let mut counts = self.counts();
        let all: usize = counts.values().sum();
        if all >= ALL_PAGES || counts.get(&session).is_some_and(|count| *count >= PAGES) {
            return None;
        }
        *counts.entry(session).or_default() += 1;
        Some(Listener { all: self.clone(), session })
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let mut counts = self.all.counts();
        if let Some(count) = counts.get_mut(&self.session) {
            *count -= 1;
            if *count == 0 {
                counts.remove(&self.session);
            }
        }
    }
}

/// One page that listens, to the list of a party, as long as its session may see that.
struct Watch {
    today: Today,
    here: Municipality,
    party: Id<Party>,
    session: Id<Session>,
    membership: Id<Membership>,
    stands: Option<i64>,
    /// How often it is still looked.
    looks: u32,
    _listener: Listener,
}

impl Watch {
    /// Not after signing out, nor once somebody belongs to the party no more. What cannot be looked up now is no end.
    async fn may_hear(&self) -> bool {
        let Today { directory, .. } = &self.today;
        let still =
            session::still_acts(&directory.db, self.here, self.session, self.membership, directory.now());
        still.await.unwrap_or(true)
    }

    fn told(self) -> impl Stream<Item = Result<Event, Infallible>> {
        stream::unfold(Some(self), async |watch| {
            let mut watch = watch?;
            while watch.looks > 0 {
                watch.looks -= 1;
                if !watch.may_hear().await {
                    break;
                }
                // What cannot be looked up now is looked up the next time.
                let now = watch.today.pulse(watch.here, watch.party).await.ok();
                if now.is_some() && now != watch.stands {
                    watch.stands = now;
                    return Some((Ok(said("nieuws")), Some(watch)));
                }
                tokio::time::sleep(EVERY).await;
            }
            Some((Ok(said("klaar")), None))
        })
    }
}

/// The word, and nothing else.
fn said(word: &'static str) -> Event {
    Event::default().event(word).data(word)
}

impl Today {
    /// A number that is another one as soon as something happened on the list of a party.
    pub(crate) async fn pulse(&self, here: Municipality, party: Id<Party>) -> Answer<i64> {
        let (questions, handovers) =
            (self.asks.pulse(here, party).await?, self.handovers.pulse(here, party).await?);
        Ok(questions.rotate_left(1) ^ handovers)
    }
}

#[cfg(test)]
mod tests {
    use super::{ALL_PAGES, Listeners, PAGES};
    use uuid::Uuid;

    #[test]
    fn four_pages_of_a_session_listen_and_a_fifth_once_one_is_closed() {
        let (listeners, session) = (Listeners::default(), Uuid::from_u128(1));
        let mut open: Vec<_> = (0..PAGES).map(|_| listeners.let_in(session).unwrap()).collect();
        assert!(listeners.let_in(session).is_none());
        assert!(listeners.let_in(Uuid::from_u128(2)).is_some(), "another session has room of its own");
        open.pop();
        assert!(listeners.let_in(session).is_some());
    }

    #[test]
    fn when_everybody_listens_one_more_reloads_by_hand_until_somebody_is_gone() {
        let listeners = Listeners::default();
        let mut open: Vec<_> =
            (0..ALL_PAGES).map(|one| listeners.let_in(Uuid::from_u128(one as u128)).unwrap()).collect();
        assert!(listeners.let_in(Uuid::max()).is_none());
        open.pop();
        let last = listeners.let_in(Uuid::max());
        assert!(last.is_some());
        drop((open, last));
        assert!(listeners.counts().is_empty(), "whoever is gone is not counted");
    }
}
