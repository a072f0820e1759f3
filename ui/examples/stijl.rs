//! Serves the style guide alone: `cargo run -p ui --example stijl`, then `/stijl?taal=ar&thema=zilverdam`.

use std::collections::HashMap;
use std::error::Error;

use axum::Router;
use axum::extract::Query;
use axum::http::{HeaderValue, Uri, header::CONTENT_SECURITY_POLICY};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use ui::{Frame, Lang, Theme, TroubleKind};

const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types samenspel";

fn frame(uri: &Uri, asked: &HashMap<String, String>) -> Frame {
    let lang = asked.get("taal").and_then(|code| Lang::parse(code)).unwrap_or_default();
    let theme = asked.get("thema").and_then(|name| Theme::shipped_named(name));
    let theme = theme.or_else(|| Theme::shipped_named("oosterwaard")).unwrap_or_default();
    let mut frame = Frame::new(lang, theme.name.clone());
    frame.theme_href = theme.href();
    frame.logo_href = theme.logo_href();
    frame.demo = true;
    frame.desk = true;
    frame.path = uri.to_string();
    frame
}

fn strict(markup: maud::Markup) -> Response {
    ([(CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY))], markup).into_response()
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let style = |uri: Uri, Query(asked): Query<HashMap<String, String>>| async move {
        strict(ui::style::page(&frame(&uri, &asked)))
    };
    let trouble = |uri: Uri, Query(asked): Query<HashMap<String, String>>| async move {
        strict(ui::trouble_page(&frame(&uri, &asked), &TroubleKind::Fault, Some("K7QM2XPA")))
    };
    let app: Router = Router::new()
        .route("/stijl", get(style))
        .fallback(get(trouble))
        .merge(ui::assets::router())
        .merge(ui::theme::router(&Theme::shipped()));
    let address = std::env::args().nth(1).unwrap_or_else(|| "127.0.0.1:8090".to_owned());
    axum::serve(tokio::net::TcpListener::bind(address).await?, app).await?;
    Ok(())
}
