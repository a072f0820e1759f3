//! A list without pages: a record a line (`format=ndjson`), read in handfuls while it is sent.

use axum::body::{Body, Bytes};
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use directory::party::Party;
use futures_util::stream;
use ground::id::Id;

use super::answer::{Desk, json};
use super::asked::Asked;
use super::choose::Choice;
use super::lists::{List, some_at_places, some_offers, some_parties};
use super::refused::Refused;
use super::register::Pair;

const HANDFUL: usize = 100;

/// What is to be sent, by place or id.
enum Found {
    Offers(Vec<u32>),
    Parties(Vec<Id<Party>>),
    AtPlaces(Vec<Pair>),
}

struct Sending {
    desk: Desk,
    asked: Asked,
    found: Found,
    sent: usize,
}

pub(super) async fn lines(desk: Desk, list: List, asked: Asked) -> Result<Response, Refused> {
    let choice = Choice::new(&asked, &desk.register);
    let (directory, here) = (&desk.open.directory, desk.municipality);
    let found = match list {
        List::Parties => Found::Parties(choice.parties(directory, here, &desk.listing).await?),
        List::Offers => Found::Offers(choice.offers(directory, here, &desk.listing).await?),
        List::AtPlaces => {
            let offers = choice.offers(directory, here, &desk.listing).await?;
            Found::AtPlaces(choice.pairs(&offers).into_iter().cloned().collect())
        }
    };
    let sending = Sending { desk, asked, found, sent: 0 };
    let parts = stream::unfold(sending, async |mut sending| {
        match sending.next().await {
            Ok(None) => None,
            Ok(Some(part)) => Some((Ok(part), sending)),
            // The other side sees a list that breaks off, not one that seems whole.
            Err(_) => {
                sending.found = Found::Offers(Vec::new());
                Some((Err(std::io::Error::other("the list broke off")), sending))
            }
        }
    });
    Ok(([(CONTENT_TYPE, "application/x-ndjson")], Body::from_stream(parts)).into_response())
}

/// Lines that are all at hand.
pub(super) fn whole(lines: Vec<u8>) -> Response {
    ([(CONTENT_TYPE, "application/x-ndjson")], Body::from(lines)).into_response()
}

impl Sending {
    async fn next(&mut self) -> Result<Option<Bytes>, Refused> {
        let from = self.sent;
        self.sent += HANDFUL;
        let mut lines = Vec::new();
        let any = match &self.found {
            Found::Offers(all) => {
                let part = handful(all, from);
                put(&mut lines, &some_offers(&self.desk, self.asked.full, part).await?)?;
                !part.is_empty()
            }
            Found::Parties(all) => {
                let part = handful(all, from);
                put(&mut lines, &some_parties(&self.desk, &self.asked, part).await?)?;
                !part.is_empty()
            }
            Found::AtPlaces(all) => {
                let part: Vec<&Pair> = handful(all, from).iter().collect();
                put(&mut lines, &some_at_places(&self.desk, self.asked.full, &part).await?)?;
                !part.is_empty()
            }
        };
        Ok(any.then(|| Bytes::from(lines)))
    }
}

fn handful<T>(all: &[T], from: usize) -> &[T] {
    let to = from.saturating_add(HANDFUL).min(all.len());
    all.get(from.min(all.len())..to).unwrap_or_default()
}

fn put<T: serde::Serialize>(lines: &mut Vec<u8>, records: &[T]) -> Result<(), Refused> {
    for record in records {
        lines.extend(json(record)?);
        lines.push(b'\n');
    }
    Ok(())
}
