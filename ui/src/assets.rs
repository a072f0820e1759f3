//! Stylesheet, script, pictures and font, out of the binary, at addresses that never change meaning.

use axum::Router;
use axum::extract::Path;
use axum::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, VARY, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;

struct File {
    url: &'static str,
    mime: &'static str,
    plain: &'static [u8],
    br: Option<&'static [u8]>,
}

include!(concat!(env!("OUT_DIR"), "/assets.rs"));

/// The hash is in the name, so a browser never has to ask again.
pub(crate) const FOREVER: &str = "public, max-age=31536000, immutable";

/// Serves everything under `/_/`.
pub fn router<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new().route("/_/{file}", get(file))
}

/// `(address, size, size in brotli)` of each file, for whoever watches the weight of a page.
pub fn weights() -> impl Iterator<Item = (&'static str, usize, Option<usize>)> {
    FILES.iter().map(|file| (file.url, file.plain.len(), file.br.map(<[u8]>::len)))
}

async fn file(Path(name): Path<String>, headers: HeaderMap) -> Response {
    let Some(file) = FILES.iter().find(|file| file.url.strip_prefix("/_/") == Some(&name)) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let fixed = [(CONTENT_TYPE, file.mime), (CACHE_CONTROL, FOREVER), (X_CONTENT_TYPE_OPTIONS, "nosniff")];
    match file.br {
        None => (fixed, file.plain).into_response(),
        Some(br) if takes_brotli(&headers) => {
            (fixed, [(VARY, "accept-encoding"), (CONTENT_ENCODING, "br")], br).into_response()
        }
        Some(_) => (fixed, [(VARY, "accept-encoding")], file.plain).into_response(),
    }
}

/// Whether the browser accepts brotli: named (or `*`) and not with weight zero.
fn takes_brotli(headers: &HeaderMap) -> bool {
    let mut star = false;
    for value in headers.get_all(ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok()) {
        for part in value.split(',') {
            let mut pieces = part.split(';').map(str::trim);
            let coding = pieces.next().unwrap_or_default();
            let weight = pieces.find_map(|p| p.strip_prefix("q=")?.trim().parse::<f32>().ok()).unwrap_or(1.0);
            if coding.eq_ignore_ascii_case("br") {
                return weight > 0.0;
            }
            star |= coding == "*" && weight > 0.0;
        }
    }
    star
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::Body;
    use axum::http::Request;
    use tower::ServiceExt;

    async fn ask(url: &str, accepted: Option<&str>) -> Response {
        let mut request = Request::builder().uri(url);
        if let Some(accepted) = accepted {
            request = request.header(ACCEPT_ENCODING, accepted);
        }
        router::<()>().oneshot(request.body(Body::empty()).unwrap()).await.unwrap()
    }

    #[tokio::test]
    async fn a_browser_gets_brotli_only_when_it_wants_it() {
        for (accepted, brotli) in [
            (Some("gzip, deflate, br, zstd"), true),
            (Some("br;q=0.3, gzip"), true),
            (Some("br;q=0, gzip"), false),
            (Some("*"), true),
            (Some("br;q=0, *"), false),
            (Some("gzip, brotli-ish"), false),
            (None, false),
        ] {
            let answer = ask(CSS, accepted).await;
            assert_eq!(answer.status(), StatusCode::OK);
            assert_eq!(answer.headers().contains_key(CONTENT_ENCODING), brotli, "{accepted:?}");
            assert_eq!(answer.headers()[CACHE_CONTROL], FOREVER);
            assert_eq!(answer.headers()[X_CONTENT_TYPE_OPTIONS], "nosniff");
        }
    }

    #[tokio::test]
    async fn an_old_address_is_gone() {
        assert_eq!(ask("/_/samenspel.000000000000.css", None).await.status(), StatusCode::NOT_FOUND);
    }

    #[test]
    fn a_first_visit_stays_light() {
        for (url, plain, _) in weights().filter(|(url, ..)| url.ends_with(".js")) {
            assert!(plain <= 4096, "{url} is {plain} bytes");
        }
        let wire: usize = weights()
            // Only pages behind the door load the other scripts.
            .filter(|(url, ..)| ![KEY_JS, LIVE_JS].contains(url))
            .filter(|(url, ..)| !url.contains("rubik-") || Some(*url) == FONT_LATIN)
            .map(|(_, plain, br)| br.unwrap_or(plain))
            .sum();
        assert!(wire <= 50_000, "stylesheet, script, mark and Latin letters are {wire} bytes");
    }
}
