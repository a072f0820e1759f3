//! The bare peer: an axum server with nothing in it but the answers the program gave, byte for byte.

use std::collections::HashMap;
use std::fs;
use std::io;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{OriginalUri, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};

use crate::http::Got;

type Answers = Arc<HashMap<String, (HeaderMap, Bytes)>>;

/// What the server writes itself.
const OWN: [&str; 4] = ["date", "content-length", "transfer-encoding", "connection"];

/// Writes down what the peer will answer: a file of addresses, and two files for each.
pub(crate) fn write_down(folder: &Path, answers: &[(String, Got)]) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let mut addresses = String::new();
    for (nth, (path, got)) in answers.iter().enumerate() {
        addresses.push_str(path);
        addresses.push('\n');
        let kept = got.headers.iter().filter(|(name, _)| !OWN.contains(&name.as_str()));
        let head: String = kept.map(|(name, value)| format!("{name}: {value}\n")).collect();
        fs::write(folder.join(format!("{nth}.head")), head)?;
        fs::write(folder.join(format!("{nth}.body")), &got.body)?;
    }
    fs::write(folder.join("addresses"), addresses)
}

/// The peer as a process of its own, on a port of its choice which it writes into the folder.
pub(crate) fn serve(folder: &Path) -> io::Result<()> {
    let answers = read(folder)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::bind(SocketAddr::from(([127, 0, 0, 1], 0))).await?;
        fs::write(folder.join("port"), listener.local_addr()?.port().to_string())?;
        let router = Router::new().fallback(answer).with_state(answers);
        axum::serve(listener, router).await
    })
}

async fn answer(
    State(answers): State<Answers>,
    OriginalUri(uri): OriginalUri,
) -> Result<(HeaderMap, Bytes), StatusCode> {
    let path = uri.path_and_query().map_or("/", |path| path.as_str());
    answers.get(path).cloned().ok_or(StatusCode::NOT_FOUND)
}

fn read(folder: &Path) -> io::Result<Answers> {
    let mut answers = HashMap::new();
    for (nth, path) in fs::read_to_string(folder.join("addresses"))?.lines().enumerate() {
        let mut head = HeaderMap::new();
        for line in fs::read_to_string(folder.join(format!("{nth}.head")))?.lines() {
            let Some((name, value)) = line.split_once(": ") else { continue };
            if let (Ok(name), Ok(value)) = (name.parse::<HeaderName>(), HeaderValue::from_str(value)) {
                head.append(name, value);
            }
        }
        answers.insert(path.to_owned(), (head, fs::read(folder.join(format!("{nth}.body")))?.into()));
    }
    Ok(Arc::new(answers))
}
