//! `/vandaag/levend`: says that something happened on the list, as it happens; never what. Without it one reloads the page.

use std::convert::Infallible;
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
use serde::Deserialize;

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
    let party = signed.acting.and_then(|acting| acting.party).ok_or(Trouble::NotThere)?;
    // Whoever does not say since when has no page that listens.
    let opened = seen.sinds.parse().map_or_else(|_| Moment::fixed(0), Moment::from_micros);
    let left = LISTENS.saturating_sub(today.directory.now().since(opened));
    if left.is_zero() {
        // To a browser this means: do not ask again.
        return Ok(StatusCode::NO_CONTENT.into_response());
    }
    let looks = u32::try_from(left.as_secs() / EVERY.as_secs()).unwrap_or(0);
    let watch = Watch { party: Id::from_uuid(party), here, stands: seen.stand.parse().ok(), looks, today };
    Ok(Sse::new(watch.told()).keep_alive(KeepAlive::new().interval(EVERY * 5)).into_response())
}

/// One page that listens.
struct Watch {
    today: Today,
    here: Municipality,
    party: Id<Party>,
    stands: Option<i64>,
    /// How often it is still looked.
    looks: u32,
}

impl Watch {
    fn told(self) -> impl Stream<Item = Result<Event, Infallible>> {
        stream::unfold(Some(self), async |watch| {
            let mut watch = watch?;
            while watch.looks > 0 {
                watch.looks -= 1;
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
