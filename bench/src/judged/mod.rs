//! `bench judged`: what search finds of what a good neighbour would point to, beside three peers on the same offers.

mod figures;
mod offers;
mod ours;
mod peer_postgres;
mod peer_sqlite;
pub(crate) mod peer_tantivy;
mod queries;
mod told;

use std::path::{Path, PathBuf};

use crate::postgres::Server;
use crate::warden::Warden;
pub(crate) use offers::Offer;
pub(crate) use queries::Query;

/// What a search gives for each query: numbers of offers, best first, at most ten.
type Answers = Vec<Vec<usize>>;

/// How many answers count.
const TOP: usize = 10;

/// Whether the goals were met. `--each seen` tells each query of that half as well.
///
/// # Errors
/// One sentence: what could not be measured, and why.
pub(crate) fn run(arguments: &[String]) -> Result<bool, String> {
    let each = match arguments {
        [] => false,
        [word, half] if word == "--each" && half == "seen" => true,
        _ => return Err("bench judged [--each seen]".to_owned()),
    };
    let (offers, queries) = set()?;
    measure(&offers, &queries, each).map_err(|why| format!("The judging stopped: {why}."))
}

/// The offers of the demo and the judged queries.
///
/// # Errors
/// A sentence when they cannot be read.
pub(crate) fn set() -> Result<(Vec<Offer>, Vec<Query>), String> {
    let house = Path::new(env!("CARGO_MANIFEST_DIR"));
    let demo: PathBuf = house.join("../app/demo");
    let offers = offers::read(&demo)?;
    let mut queries = queries::read(&house.join("judged/queries.toml"), &offers)?;
    for apart in ["judged/unread.toml", "judged/clean.toml"] {
        queries.extend(queries::read(&house.join(apart), &offers)?);
    }
    Ok((offers, queries))
}

fn measure(offers: &[Offer], queries: &[Query], each: bool) -> Result<bool, Box<dyn std::error::Error>> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let (own, how) = ours::answers(offers, queries)?;
    let mut searches = vec![
        ("Samenspel", own),
        ("tantivy", peer_tantivy::answers(offers, queries)?),
        ("SQLite FTS5", runtime.block_on(peer_sqlite::answers(offers, queries))?),
    ];
    let warden = Warden::start()?;
    match Server::start(&warden)? {
        Some(server) => {
            let answers =
                runtime.block_on(peer_postgres::answers(&server.database("judged")?, offers, queries))?;
            searches.push(("PostgreSQL", answers));
        }
        None => println!("PostgreSQL is not installed here: it is left out."),
    }
    if each && let Some((_, own)) = searches.first() {
        told::each(offers, queries, own);
    }
    Ok(told::all(offers, queries, &searches, &how))
}
