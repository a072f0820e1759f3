//! One line a request: method, the route's pattern, status, time. Never what was asked or by whom.

use std::time::Instant;

use axum::extract::{MatchedPath, Request};
use axum::middleware::Next;
use axum::response::Response;
use ground::trouble_response::Told;

pub(super) async fn log(request: Request, next: Next) -> Response {
    if !tracing::enabled!(tracing::Level::INFO) {
        return next.run(request).await;
    }
    let began = Instant::now();
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().cloned();
    let response = next.run(request).await;
    let status = response.status().as_u16();
    let ms = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX);
    let route = route.as_ref().map_or("none", MatchedPath::as_str);
    match response.extensions().get::<Told>() {
        Some(Told::Fault(reference)) => tracing::info!(%method, route, status, ms, reference, "answered"),
        _ => tracing::info!(%method, route, status, ms, "answered"),
    }
    response
}
