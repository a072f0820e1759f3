//! `/gezond`: alive, ready, or only reading; for the watchman, without a secret.

use std::time::Duration;

use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use ground::db::migrate;
use serde_json::json;

use super::House;

const PATIENCE: Duration = Duration::from_secs(2);

/// That it answers at all says alive. 200 when pages can be shown, 503 when they cannot.
pub(super) async fn health(State(house): State<House>) -> Response {
    let db = &house.0.db;
    let answer = tokio::time::timeout(PATIENCE, migrate::level(db)).await;
    let database = matches!(answer, Ok(Ok(_)));
    let wanted = migrations::ALL.last().map_or(0, |last| last.number);
    let level = matches!(answer, Ok(Ok(level)) if level == wanted);
    let ready = database && level;
    let read_only = db.is_read_only();
    let state = match (ready, read_only) {
        (false, _) => "not ready",
        (true, true) => "read-only",
        (true, false) => "ready",
    };
    let status = if ready { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    let body = json!({
        "state": state,
        "alive": true,
        "ready": ready,
        "read_only": read_only,
        "database": { "engine": db.engine().to_string(), "answers": database, "migrations_right": level },
        "version": env!("CARGO_PKG_VERSION"),
    });
    (status, [(CONTENT_TYPE, "application/json")], body.to_string()).into_response()
}
