//! Measured within this process, as information: making the list of a municipality, and searching it.

use std::sync::Arc;
use std::time::Instant;

use directory::Directory;
use directory::find::Filter;
use ground::db::{Db, Options};
use ground::id::Municipality;
use ground::moment::Moment;

use crate::addresses::QUERIES;
use crate::program::TOWN;
use crate::report::{Report, median};

const ROUNDS: usize = 5;

/// # Errors
/// A sentence when the database cannot be read.
pub(crate) fn measure(database: &str, report: &mut Report) -> Result<(), String> {
    let runtime =
        tokio::runtime::Builder::new_multi_thread().enable_all().build().map_err(|why| why.to_string())?;
    runtime.block_on(async {
        let db = Db::open(database, Options::reading()).await.map_err(|why| why.to_string())?;
        let town = Municipality::parse(TOWN.0).ok_or("no municipality")?;
        let why = |why| format!("{why:?}");
        let (mut listed, mut worded) = (Vec::new(), Vec::new());
        for _ in 0..ROUNDS {
            let directory = Directory::new(db.clone(), Moment::now);
            let began = Instant::now();
            let listing = directory.listing(town).await.map_err(why)?;
            listed.push(began.elapsed().as_secs_f64() * 1e3);
            let began = Instant::now();
            directory.heard(town, listing, QUERIES[0]).await.map_err(why)?;
            worded.push(began.elapsed().as_secs_f64() * 1e3);
        }
        let directory = Directory::new(db.clone(), Moment::now);
        let listing = directory.listing(town).await.map_err(why)?;
        let (mut typed, mut open, mut found) = (Vec::new(), Vec::new(), 0);
        for _ in 0..ROUNDS * 4 {
            for query in QUERIES {
                let began = Instant::now();
                let (listing, heard) =
                    directory.heard(town, Arc::clone(&listing), query).await.map_err(why)?;
                found += listing.find(heard.as_ref(), &Filter::default(), 0, 20).total;
                typed.push(began.elapsed().as_secs_f64() * 1e6);
            }
            let began = Instant::now();
            found += listing.find(None, &Filter::default(), 0, 20).total;
            open.push(began.elapsed().as_secs_f64() * 1e6);
        }
        db.close().await;
        let slowest = typed.iter().copied().fold(0.0, f64::max);
        report.figure("list made in process", format!("{:.0} ms, {} lines", median(listed), listing.len()));
        report.figure("words of the list made in process", format!("{:.0} ms", median(worded)));
        report.figure(
            "search in process",
            format!("{:.0} µs, slowest {slowest:.0} µs; {found} found in all", median(typed)),
        );
        report.figure("whole list in process", format!("{:.0} µs", median(open)));
        Ok(())
    })
}
