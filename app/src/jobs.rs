//! What the house does by itself, at the start and every hour: open data made anew, old things cleared away, parties asked, the trail marked and its days closed.

use std::path::{Path, PathBuf};
use std::time::Duration;

use audit::Papers;
use directory::alive::post::{Done, Office};
use directory::municipality;
use ground::db::Db;
use ground::moment::Moment;
use opendata::download;
use retention::Clock;
use today::Today;
use today::mail::round;

use crate::forgetting;

const EVERY: Duration = Duration::from_secs(60 * 60);

/// A clock that leaps further than this between two rounds is not trusted to say what is old.
const LEAP: Duration = Duration::from_secs(24 * 60 * 60);

/// Whoever starts the house has visitors at the door: what it does by itself takes seconds on a large map, and can wait so long.
/// In the demo nothing is large, and its mail is to be seen at once.
pub const SETTLED: Duration = Duration::from_secs(30);

/// Where the work is done outside the database.
#[derive(Clone, Debug)]
pub struct Places {
    pub open_data: PathBuf,
    pub papers: Papers,
}

/// Both runs of work, until they are dropped. A round that fails is tried again the next hour; several servers may do so at once.
pub async fn every_hour(
    db: Db,
    today: Today,
    office: Office,
    places: Places,
    clock: fn() -> Moment,
    wait: Duration,
) {
    mark_ends(&db, &places.papers, clock()).await;
    tokio::time::sleep(wait).await;
    tokio::join!(
        open_data_every_hour(&db, &places.open_data, clock),
        upkeep_every_hour(&db, &today, &office, &places.papers, clock)
    );
}

async fn open_data_every_hour(db: &Db, folder: &Path, clock: fn() -> Moment) {
    let mut rounds = tokio::time::interval(EVERY);
    loop {
        rounds.tick().await;
        match download::refresh(db, folder, clock()).await {
            Ok(0) => {}
            Ok(towns) => tracing::info!(towns, "the open data was made anew"),
            Err(trouble) => {
                tracing::warn!(%trouble, "the open data could not be made, and is tried again in an hour")
            }
        }
    }
}

async fn upkeep_every_hour(db: &Db, today: &Today, office: &Office, papers: &Papers, clock: fn() -> Moment) {
    let mut rounds = tokio::time::interval(EVERY);
    let mut last: Option<Moment> = None;
    loop {
        rounds.tick().await;
        let now = clock();
        // Also by a clock that leapt: what is written down is how many lines there are.
        mark_ends(db, papers, now).await;
        if let Some(last) = last.replace(now)
            && leapt(last, now)
        {
            tracing::warn!("the clock leapt more than a day: nothing is deleted, mailed or closed this hour");
            continue;
        }
        // Before it is remembered as seen.
        let believed = is_believed(db, now).await;
        forget(db, now).await;
        if believed {
            terms_passed(db, now).await;
            say_that_something_waits(today, now).await;
        }
        close_yesterday(db, papers, now).await;
        match office.round(db, now).await {
            Ok(done) if done == Done::default() => {}
            Ok(done) => tracing::info!(
                sent = done.sent,
                to_call = done.to_call,
                bounced = done.bounced,
                not_gone = done.not_gone,
                "parties were asked whether their profile is still right"
            ),
            Err(trouble) => tracing::warn!(%trouble, "asking did not work, and is tried again in an hour"),
        }
    }
}

/// Whether terms pass and letters go by this clock, in every municipality: there is one clock for all.
async fn is_believed(db: &Db, now: Moment) -> bool {
    let Ok(towns) = municipality::store::all(db).await else { return false };
    for town in towns {
        match retention::terms_pass(db, town.code, now).await {
            Ok(true) => {}
            Ok(false) => {
                tracing::error!(municipality = %town.code, "the clock leapt: no term passes and no letter goes; see `samenspel forget`");
                return false;
            }
            Err(trouble) => {
                tracing::warn!(%trouble, "the clock was not looked at, and is in an hour");
                return false;
            }
        }
    }
    true
}

/// Writes down beside the database where each municipality's trail ends now, so that within a day that is still open
/// nothing that was there by then can be cut off or set back unseen.
pub async fn mark_ends(db: &Db, papers: &Papers, now: Moment) {
    let towns = match municipality::store::all(db).await {
        Ok(towns) => towns,
        Err(trouble) => {
            tracing::warn!(%trouble, "the end of the trail was not written down, and is in an hour");
            return;
        }
    };
    for town in towns {
        if let Err(trouble) = audit::mark(db, town.code, papers, now).await {
            tracing::warn!(municipality = %town.code, %trouble, "the end of the trail was not written down, and is in an hour");
        }
    }
}

/// Each municipality's days that are over; a root that is there already stays as it is.
async fn close_yesterday(db: &Db, papers: &Papers, now: Moment) {
    let towns = match municipality::store::all(db).await {
        Ok(towns) => towns,
        Err(trouble) => {
            tracing::warn!(%trouble, "the trail was not closed, and is tried again in an hour");
            return;
        }
    };
    for town in towns {
        match audit::close(db, town.code, papers, now).await {
            Ok(closed) if closed.is_empty() => {}
            Ok(closed) => {
                tracing::info!(municipality = %town.code, days = closed.len(), "days were closed in the trail");
            }
            Err(trouble) => {
                tracing::warn!(municipality = %town.code, %trouble, "the trail was not closed, and is tried again in an hour");
            }
        }
    }
}

/// A letter to whoever wants one and has something waiting; the log counts them, and names nobody.
async fn say_that_something_waits(today: &Today, now: Moment) {
    match today.mail_round(now, round::LONGEST).await {
        Ok(done) if done == round::Done::default() => {}
        Ok(done) => {
            tracing::info!(sent = done.sent, not_gone = done.not_gone, "letters said that something waits")
        }
        Err(trouble) => {
            tracing::warn!(%trouble, "the letters of the day did not go, and are tried again in an hour")
        }
    }
}

/// Questions and handovers whose term passed, in each municipality: each is said once, however many servers look.
async fn terms_passed(db: &Db, now: Moment) {
    let towns = match municipality::store::all(db).await {
        Ok(towns) => towns,
        Err(trouble) => {
            tracing::warn!(%trouble, "the terms were not looked at, and are in an hour");
            return;
        }
    };
    for town in towns {
        let questions = asks::clock::terms_passed(db, town.code, now).await.map(|said| said.len());
        let handovers = handovers::clock::terms_passed(db, town.code, now).await.map(|said| said.len());
        for (what, said) in [("questions", questions), ("handovers", handovers)] {
            match said {
                Ok(0) => {}
                Ok(nudges) => tracing::info!(municipality = %town.code, what, nudges, "terms passed"),
                Err(trouble) => {
                    tracing::warn!(municipality = %town.code, what, %trouble, "the terms were not looked at, and are in an hour");
                }
            }
        }
    }
}

/// What is over goes, in each municipality by itself; a clock that leapt is told of until somebody looked at it.
async fn forget(db: &Db, now: Moment) {
    let towns = match forgetting::towns(db).await {
        Ok(towns) => towns,
        Err(trouble) => {
            tracing::warn!(%trouble, "forgetting did not work, and is tried again in an hour");
            return;
        }
    };
    for town in towns {
        match retention::apply(db, &forgetting::rules(), town, now).await {
            Ok((clock @ (Clock::Ahead { .. } | Clock::Behind { .. }), _)) => {
                tracing::error!(municipality = %town.code, "{clock}: see `samenspel forget`");
            }
            Ok((_, gone)) if gone.is_empty() => {}
            Ok((_, gone)) => {
                let rows: i64 = gone.iter().map(|gone| gone.rows).sum();
                tracing::info!(municipality = %town.code, rows, "what was over was deleted");
            }
            Err(trouble) => {
                tracing::warn!(municipality = %town.code, %trouble, "forgetting did not work, and is tried again in an hour");
            }
        }
    }
}

fn leapt(last: Moment, now: Moment) -> bool {
    now.since(last) > LEAP || last.since(now) > LEAP
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_that_leaps_a_day_either_way_is_not_believed() {
        let now = Moment::from_micros(1_764_079_200_000_000);
        assert!(!leapt(now, now.plus(EVERY)));
        assert!(leapt(now, now.plus(LEAP * 2)));
        assert!(leapt(now.plus(LEAP * 2), now));
    }
}
