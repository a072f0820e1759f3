//! `/open`: what may be used by others, and the files themselves.

use access::{Entry, Here, Who};
use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::header::{
    CONTENT_DISPOSITION, CONTENT_LENGTH, CONTENT_TYPE, ETAG, HeaderName, HeaderValue, IF_NONE_MATCH,
    LAST_MODIFIED, RETRY_AFTER,
};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use futures_util::stream;
use ground::id::Municipality;
use ground::moment::Moment;
use ground::trouble::{Answer, Trouble};
use maud::Markup;
use tokio::io::AsyncReadExt as _;
use ui::Frame;

use super::view::OpenPage;
use super::{About, Download, about, current, file_of};
use crate::OpenData;
use crate::export::Broken;

/// Bytes of a file sent at once.
const PIECE: usize = 64 * 1024;

#[must_use]
pub fn routes() -> Vec<Entry<OpenData>> {
    vec![
        Entry::get(
            "/open",
            Who::Anyone,
            "open.about",
            "open",
            "Open data: what there is, and under which licence",
            page,
        ),
        Entry::get(
            "/open/hsds.json",
            Who::Anyone,
            "open.download",
            "open",
            "The whole map as HSDS JSON",
            json,
        ),
        Entry::get(
            "/open/datapackage.zip",
            Who::Anyone,
            "open.download",
            "open",
            "The whole map as HSDS tables",
            tables,
        ),
    ]
}

async fn page(State(open): State<OpenData>, Here(municipality): Here, frame: Frame) -> Answer<Markup> {
    let (_, atlas) = open.directory.seen(municipality).await?;
    let about = about(&open.folder, municipality).await;
    Ok(OpenPage { about, sources: atlas.sources.clone() }.render(&frame))
}

async fn json(
    State(open): State<OpenData>,
    Here(municipality): Here,
    headers: HeaderMap,
) -> Answer<Response> {
    send(&open, municipality, Download::Json, &headers).await
}

async fn tables(
    State(open): State<OpenData>,
    Here(municipality): Here,
    headers: HeaderMap,
) -> Answer<Response> {
    send(&open, municipality, Download::Tables, &headers).await
}

/// The file as the map is now, or a sentence and when to come back.
async fn send(
    open: &OpenData,
    municipality: Municipality,
    which: Download,
    headers: &HeaderMap,
) -> Answer<Response> {
    let about = match made(open, municipality).await {
        Ok(about) => about,
        Err(Broken::Trouble(trouble)) => return Err(trouble),
        Err(broken) => return Ok(not_now(&broken)),
    };
    let path = file_of(&open.folder, municipality, which);
    let file = tokio::fs::File::open(path).await.map_err(|_| Trouble::NotThere)?;
    let length = file.metadata().await.map_err(Trouble::fault)?.len();
    let tag = format!("W/\"{municipality}-{:x}-{:x}-{length:x}\"", about.version, about.made_at.micros());
    let known =
        headers.get_all(IF_NONE_MATCH).iter().any(|line| line.to_str().is_ok_and(|it| it.contains(&tag)));
    let mut response = if known {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        let pieces = stream::try_unfold(file, async |mut file| {
            let mut piece = vec![0; PIECE];
            let got = file.read(&mut piece).await?;
            piece.truncate(got);
            Ok::<_, std::io::Error>((got > 0).then(|| (Bytes::from(piece), file)))
        });
        Body::from_stream(pieces).into_response()
    };
    let name = format!("attachment; filename=\"{municipality}-{}\"", which.name());
    let mut put = |header: HeaderName, value: String| {
        if let Ok(value) = HeaderValue::from_str(&value) {
            response.headers_mut().insert(header, value);
        }
    };
    put(ETAG, tag);
    put(LAST_MODIFIED, http_date(about.made_at));
    if !known {
        put(CONTENT_TYPE, which.mime().to_owned());
        put(CONTENT_DISPOSITION, name);
        put(CONTENT_LENGTH, length.to_string());
    }
    Ok(response)
}

/// Whoever leaves while it is made leaves it to the next.
async fn made(open: &OpenData, municipality: Municipality) -> Result<About, Broken> {
    let open = open.clone();
    let making = tokio::spawn(async move {
        current(&open.directory.db, &open.folder, municipality, open.directory.now()).await
    });
    making.await.map_err(Trouble::fault)?
}

fn not_now(why: &Broken) -> Response {
    match why {
        Broken::Io(error) => tracing::warn!(kind = %error.kind(), "the open data could not be written"),
        _ => tracing::warn!("the map kept changing: the open data could not be made"),
    }
    let mut response = Trouble::not_yet("open-files-not-now").into_response();
    *response.status_mut() = StatusCode::SERVICE_UNAVAILABLE;
    response.headers_mut().insert(RETRY_AFTER, HeaderValue::from_static("60"));
    response
}

/// `Wed, 25 Nov 2026 18:00:00 GMT`, as HTTP writes it.
fn http_date(moment: Moment) -> String {
    let seconds = jiff::Timestamp::from_microsecond(moment.micros()).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
    seconds.strftime("%a, %d %b %Y %H:%M:%S GMT").to_string()
}
