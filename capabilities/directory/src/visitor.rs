//! Somebody at the front door, for tests: asks for a page and reads the answer.

use access::{Caller, Here};
use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::{HeaderMap, StatusCode};
use axum::{Extension, Router};
use ground::db::Db;
use ground::moment::Moment;
use tower::ServiceExt as _;
use ui::{Frame, Lang};

use crate::Directory;
use crate::neighbourhood::{HERE, Neighbourhood};

/// Wednesday 25 November 2026, half past ten in the morning in Oosterwaard.
pub(crate) const MORNING: Moment = Moment::fixed(1_795_599_000_000_000);

pub(crate) struct Visitor {
    app: Router,
    frame: Frame,
}

pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    /// Without the marks that keep reading directions apart.
    pub(crate) text: String,
}

impl Visitor {
    pub(crate) fn of(db: &Db) -> Self {
        let directory = Directory::new(db.clone(), || MORNING);
        let app = access::route::router(crate::routes()).with_state(directory);
        Self { app, frame: Frame::new(Lang::Nl, "Oosterwaard") }
    }

    /// Settles the neighbourhood first.
    pub(crate) async fn in_the(neighbourhood: &Neighbourhood, db: &Db) -> Self {
        neighbourhood.settle(db).await;
        Self::of(db)
    }

    pub(crate) fn reading(mut self, lang: Lang) -> Self {
        self.frame.lang = lang;
        self
    }

    pub(crate) fn who_keeps_the_map(mut self) -> Self {
        (self.frame.desk, self.frame.keeps) = (true, true);
        self
    }

    pub(crate) async fn asks(&self, path: &str) -> Answer {
        let frame = Frame { path: path.to_owned(), ..self.frame.clone() };
        let app = self
            .app
            .clone()
            .layer(Extension(frame))
            .layer(Extension(Here(HERE)))
            .layer(Extension(Caller::Stranger));
        let request = Request::builder().uri(path).body(Body::empty()).unwrap();
        let response = app.oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, usize::MAX).await.unwrap();
        let text = String::from_utf8_lossy(&bytes).replace(['\u{2068}', '\u{2069}'], "");
        Answer { status: parts.status, headers: parts.headers, text }
    }

    /// The page, which must be there.
    pub(crate) async fn reads(&self, path: &str) -> String {
        let answer = self.asks(path).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        answer.text
    }
}
