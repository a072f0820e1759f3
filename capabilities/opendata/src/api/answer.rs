//! An answer in JSON: with a tag that follows the version of the rows, made once as long as they stay the same.

use std::sync::Arc;

use access::Here;
use axum::body::{Body, Bytes};
use axum::extract::{FromRequestParts, RawQuery, State};
use axum::http::HeaderMap;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use directory::find::Listing;
use directory::map::Atlas;
use ground::id::Municipality;
use ground::trouble::{Answer, Trouble};
use serde::Serialize;
use ui::Frame;

use super::refused::{Refused, told};
use super::register::Register;
use super::tag::Tag;
use crate::OpenData;
use crate::shape::Scene;
use crate::state::Stamp;

/// What an answer is made from: one list, with what belongs to it.
pub(super) struct Desk {
    pub(super) open: OpenData,
    pub(super) municipality: Municipality,
    pub(super) listing: Arc<Listing>,
    pub(super) atlas: Arc<Atlas>,
    pub(super) register: Arc<Register>,
}

impl Desk {
    pub(super) async fn open(open: &OpenData, municipality: Municipality) -> Answer<Self> {
        let (listing, atlas) = open.directory.seen(municipality).await?;
        let register = open.register(municipality, &listing).await?;
        Ok(Self { open: open.clone(), municipality, listing, atlas, register })
    }

    pub(super) fn scene(&self) -> Scene<'_> {
        Scene {
            municipality: &self.atlas.municipality,
            geography: &self.atlas.geography,
            sources: &self.atlas.sources,
            themes: &self.atlas.taxonomy,
            now: self.open.directory.now(),
        }
    }
}

/// Who asks, of which municipality, in which words.
#[derive(FromRequestParts)]
#[from_request(state(OpenData))]
pub(super) struct Asker {
    #[from_request(via(State))]
    open: OpenData,
    here: Here,
    frame: Frame,
    query: RawQuery,
    headers: HeaderMap,
}

impl Asker {
    pub(super) fn query(&self) -> Option<&str> {
        self.query.0.as_deref()
    }

    pub(super) fn asking(&self, question: String) -> Asking<'_> {
        Asking { open: &self.open, municipality: self.here.0, headers: &self.headers, question }
    }

    pub(super) async fn listing(&self) -> Answer<Arc<Listing>> {
        self.open.directory.listing(self.here.0).await
    }

    pub(super) async fn desk(&self) -> Answer<Desk> {
        Desk::open(&self.open, self.here.0).await
    }

    /// What an answer of these rows is marked with.
    pub(super) fn tag(&self, listing: &Listing) -> Tag {
        Tag::of_rows(self.here.0, Stamp::of(listing))
    }

    pub(super) fn has(&self, tag: &Tag) -> bool {
        tag.is_in(&self.headers)
    }

    /// Whatever happened, in words.
    pub(super) fn told(&self, answered: Result<Response, Refused>) -> Response {
        told(&self.frame, answered)
    }
}

/// What one request asks: `question` tells it from all others of this municipality.
pub(super) struct Asking<'a> {
    pub(super) open: &'a OpenData,
    pub(super) municipality: Municipality,
    pub(super) headers: &'a HeaderMap,
    pub(super) question: String,
}

impl Asking<'_> {
    /// The answer that was kept; that the asker has it already; or what `make` makes of the rows as they are now.
    pub(super) async fn answered<F>(self, make: impl FnOnce(Desk) -> F) -> Result<Response, Refused>
    where
        F: Future<Output = Result<Vec<u8>, Refused>>,
    {
        let listing = self.open.directory.listing(self.municipality).await?;
        let stamp = Stamp::of(&listing);
        if let Some(kept) = self.open.kept(self.municipality, stamp, &self.question) {
            return Ok(self.told(stamp, kept));
        }
        let desk = Desk::open(self.open, self.municipality).await?;
        let stamp = Stamp::of(&desk.listing);
        let made = Bytes::from(make(desk).await?);
        self.open.keep(self.municipality, stamp, &self.question, &made);
        Ok(self.told(stamp, made))
    }

    fn told(&self, stamp: Stamp, body: Bytes) -> Response {
        let tag = Tag::of_rows(self.municipality, stamp);
        if tag.is_in(self.headers) {
            return tag.unchanged();
        }
        tag.on(([(CONTENT_TYPE, "application/json")], Body::from(body)).into_response())
    }
}

/// A page of a list, as HSDS wraps it.
#[derive(Serialize)]
struct Page<'a, T> {
    total_items: usize,
    total_pages: u64,
    page_number: u64,
    size: usize,
    first_page: bool,
    last_page: bool,
    empty: bool,
    contents: &'a [T],
}

/// Which part of a list a page is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cut {
    total: usize,
    page: u64,
    pages: u64,
}

impl Cut {
    /// # Errors
    /// A page behind the last one.
    pub(super) fn of(total: usize, page: u64, per_page: usize) -> Result<Self, Refused> {
        let pages = u64::try_from(total.div_ceil(per_page.max(1))).unwrap_or(u64::MAX);
        if page > pages.max(1) {
            return Err(Refused::PageGone { page, pages: pages.max(1) });
        }
        Ok(Self { total, page, pages })
    }

    pub(super) fn page<T: Serialize>(self, contents: &[T]) -> Result<Vec<u8>, Refused> {
        json(&Page {
            total_items: self.total,
            total_pages: self.pages,
            page_number: self.page,
            size: contents.len(),
            first_page: self.page == 1,
            last_page: self.page >= self.pages,
            empty: contents.is_empty(),
            contents,
        })
    }
}

pub(super) fn json<T: Serialize>(value: &T) -> Result<Vec<u8>, Refused> {
    Ok(serde_json::to_vec(value).map_err(Trouble::fault)?)
}
