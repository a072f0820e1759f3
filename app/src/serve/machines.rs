//! What is there for programs: health, the OpenAPI document, robots, the icon; and the style guide.

use access::{Entry, Who};
use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Redirect, Response};
use maud::Markup;
use serde_json::Value;
use ui::Frame;

use super::{House, health, routes_of};
use crate::settings::Settings;

pub(super) fn routes() -> Vec<Entry<House>> {
    vec![
        Entry::get(
            "/gezond",
            Who::Anyone,
            "health.read",
            "installation",
            "Alive, ready or read-only",
            health::health,
        ),
        Entry::get("/openapi.json", Who::Anyone, "routes.read", "installation", "This document", openapi),
        Entry::get("/robots.txt", Who::Anyone, "robots.read", "installation", "What may be indexed", robots),
        Entry::get("/favicon.svg", Who::Anyone, "icon.read", "installation", "The icon", icon),
        Entry::get(
            "/favicon.ico",
            Who::Anyone,
            "icon.read",
            "installation",
            "The icon, for old habits",
            icon,
        ),
        Entry::get("/stijl", Who::Anyone, "style.read", "installation", "The style guide", style)
            .for_trying_out(),
    ]
}

/// The document of a whole server with these settings; also what `samenspel openapi` prints.
#[must_use]
pub fn document(settings: &Settings) -> Value {
    access::route::openapi("Samenspel", env!("CARGO_PKG_VERSION"), &routes_of(settings))
}

async fn openapi(State(house): State<House>) -> Response {
    ([(CONTENT_TYPE, "application/json")], document(&house.0.settings).to_string()).into_response()
}

async fn robots() -> Response {
    ([(CONTENT_TYPE, "text/plain; charset=utf-8")], "User-agent: *\nDisallow: /beheer\n").into_response()
}

async fn icon() -> Redirect {
    Redirect::permanent(ui::assets::MARK)
}

/// For who makes pages; whoever serves a municipality has no use for it.
async fn style(frame: Frame) -> Markup {
    ui::style::page(&frame)
}
