//! Preview and apply: the same weighing, once without and once with writing, always in one transaction.

use access::Permit;
use ground::db::{Db, Tx};
use ground::id::Id;
use ground::moment::Moment;
use ground::trouble::Answer;

use super::ask::Ask;
use super::feed::{Feed, Input};
use super::known::Known;
use super::line::{Fate, Line, Why};
use super::read::{Row, Unreadable};
use super::record::{At, ThemeRecord};
use super::report::Report;
use super::secretive::Secretive;
use super::store::{self, Import, State};
use super::unwanted::Unwanted;
use super::weigh::Scales;
use super::write::Writer;
use crate::area::locate::Locator;
use crate::source::Source;
use crate::{area, do_not_list, municipality, offer, party, place, theme};

/// Told how many records were weighed so far.
pub type Progress<'a> = &'a (dyn Fn(usize) + Send + Sync);

/// What became of an import.
#[derive(Debug)]
pub enum Ended {
    /// On the map, and this is what changed.
    Applied(Box<Report>),
    /// Nothing on the map would change, so nothing was written.
    Idle(Box<Report>),
    /// The map is not what it was at the preview. Nothing was written; this is what would change now.
    Outdated(Box<Report>),
    /// Somebody was first.
    Already,
    Unreadable(Unreadable),
}

/// Says what a file would change. Nothing is written.
///
/// # Errors
/// What the database answers. A file that cannot be read is no error but the inner answer.
pub async fn preview(
    db: &Db,
    permit: &Permit,
    ask: &Ask,
    input: Input,
    now: Moment,
    progress: Progress<'_>,
) -> Answer<Result<Report, Unreadable>> {
    let settings = match ask.settings(theme::store::taxonomy(db, permit.municipality()).await?, now) {
        Ok(settings) => settings,
        Err(fault) => return Ok(Err(fault.into())),
    };
    let mut tx = db.snapshot().await?;
    let known = ask.about.known(&mut tx, permit).await?;
    let mut scales = scales(&mut tx, permit, ask, known.as_ref()).await?;
    let mut feed = Feed::start(input, ask.file.clone(), settings);
    while let Some(rows) = feed.next().await {
        for row in rows {
            match row {
                Row::Remark(remark) => scales.remark(remark),
                Row::Party(record) => drop(scales.party(*record)),
            }
        }
        progress(scales.report.records);
    }
    let summary = match feed.end().await {
        Ok(summary) => summary,
        Err(unreadable) => return Ok(Err(unreadable)),
    };
    scales.themes(&summary.themes);
    let (parties, offers) = scales.gone(summary.cut_off);
    say_gone(&mut tx, permit, &mut scales, &parties, &offers).await?;
    tx.rollback().await?;
    Ok(Ok(scales.finish()))
}

/// Which preview is applied: its import, and the print of what it said.
#[derive(Clone, Copy, Debug)]
pub struct Seen {
    pub import: Id<Import>,
    pub print: [u8; 32],
}

/// Weighs once more and writes, in one transaction. With `seen`, only what that preview said.
///
/// # Errors
/// What the database answers; then nothing was written.
pub async fn apply(
    db: &Db,
    permit: &Permit,
    ask: &Ask,
    input: Input,
    seen: Option<Seen>,
    now: Moment,
    progress: Progress<'_>,
) -> Answer<Ended> {
    let settings = match ask.settings(theme::store::taxonomy(db, permit.municipality()).await?, now) {
        Ok(settings) => settings,
        Err(fault) => return Ok(Ended::Unreadable(fault.into())),
    };
    let mut tx = db.begin().await?;
    municipality::store::hold(&mut tx, permit).await?;
    if let Some(seen) = seen
        && !store::claim(&mut tx, permit, seen.import, now).await?
    {
        tx.rollback().await?;
        return Ok(Ended::Already);
    }
    let known = ask.about.known(&mut tx, permit).await?;
    let mut scales = scales(&mut tx, permit, ask, known.as_ref()).await?;
    let says_the_same = known.as_ref().is_some_and(|source| ask.about.says_the_same(source));
    let mut writer = Writer::new(permit, &ask.about, known, now);
    let mut feed = Feed::start(input, ask.file.clone(), settings);
    while let Some(rows) = feed.next().await {
        for row in rows {
            match row {
                Row::Remark(remark) => scales.remark(remark),
                Row::Party(record) => {
                    if let Some(weighed) = scales.party(*record) {
                        writer.take(&mut tx, &mut scales, weighed).await?;
                    }
                }
            }
        }
        progress(scales.report.records);
    }
    let summary = match feed.end().await {
        Ok(summary) => summary,
        Err(unreadable) => {
            tx.rollback().await?;
            return Ok(Ended::Unreadable(unreadable));
        }
    };
    writer.flush(&mut tx).await?;
    scales.themes(&summary.themes);
    let (parties, offers) = scales.gone(summary.cut_off);
    say_gone(&mut tx, permit, &mut scales, &parties, &offers).await?;
    party::store::mark_dropped(&mut tx, permit, &parties, Some(now)).await?;
    offer::store::mark_dropped(&mut tx, permit, &offers, Some(now)).await?;
    party::store::mark_dropped(&mut tx, permit, &scales.back.0, None).await?;
    offer::store::mark_dropped(&mut tx, permit, &scales.back.1, None).await?;
    let report = Box::new(scales.finish());
    if seen.is_some_and(|seen| seen.print != report.print) {
        tx.rollback().await?;
        return Ok(Ended::Outdated(report));
    }
    let idle = report.is_idle() && (says_the_same || report.records == 0);
    if idle && seen.is_none() {
        tx.rollback().await?;
        return Ok(Ended::Idle(report));
    }
    put_themes(&mut tx, permit, &summary.themes, now).await?;
    let source = if idle { None } else { Some(writer.source(&mut tx).await?) };
    let id = seen.map_or_else(|| Id::new(now), |seen| seen.import);
    let import = Import::of(id, ask, State::Applied, &report, now, source);
    store::save(&mut tx, permit, &import, &report.lines, now).await?;
    store::drop_parts(&mut tx, permit, id).await?;
    if idle {
        // Nothing on the map changed; that somebody decided about a file that waited did.
        municipality::trail::leave(&mut tx, permit, Some(id.uuid()), now).await?;
    } else {
        municipality::store::touch_one(&mut tx, permit, Some(id.uuid()), now).await?;
    }
    tx.commit().await?;
    Ok(if idle { Ended::Idle(report) } else { Ended::Applied(report) })
}

/// Writes the themes that come along. One that somebody made here meanwhile stays as it is.
async fn put_themes(tx: &mut Tx, permit: &Permit, brought: &[ThemeRecord], now: Moment) -> Answer<()> {
    if brought.is_empty() {
        return Ok(());
    }
    let there = theme::store::changes_in(tx, permit.municipality()).await?;
    let new = brought.iter().filter(|it| !there.iter().any(|known| known.theme == it.theme));
    let new: Vec<theme::Change> = new
        .map(|it| theme::Change {
            parent: it.parent.clone(),
            nl: it.nl.clone(),
            en: it.en.clone(),
            ..theme::Change::none(it.theme.clone(), now)
        })
        .collect();
    theme::store::put(tx, permit, &new).await
}

async fn scales(tx: &mut Tx, permit: &Permit, ask: &Ask, source: Option<&Source>) -> Answer<Scales> {
    let municipality = permit.municipality();
    let known = match source {
        Some(source) => Known::load(tx, municipality, source.id).await?,
        None => Known::default(),
    };
    let found = municipality::store::find_in(tx, municipality).await?;
    let year = found.ok_or(ground::trouble::Trouble::NotThere)?.area_year;
    let locator = Locator::of(tx, municipality, year).await?;
    let codes = match year {
        Some(year) => area::store::codes(tx, municipality, year).await?.into_iter().collect(),
        None => std::collections::HashSet::new(),
    };
    let secretive = place::store::names_with_secrets(tx, municipality).await?;
    let wishes = do_not_list::store::all_in(tx, municipality).await?;
    Ok(Scales::new(
        known,
        locator,
        codes,
        Unwanted::new(municipality, wishes),
        Secretive::new(&secretive),
        ask.about.source.as_str(),
        ask.sphere(),
    ))
}

/// A line for each that is gone, with the key and the name it had.
async fn say_gone(
    tx: &mut Tx,
    permit: &Permit,
    scales: &mut Scales,
    parties: &[Id<party::Party>],
    offers: &[Id<offer::Offer>],
) -> Answer<()> {
    let mut names = party::named::keys_and_names(tx, permit.municipality(), parties).await?;
    names.extend(offer::store::keys_and_names(tx, permit.municipality(), offers).await?);
    names.sort();
    for (key, name) in names {
        scales.report.say(Line::new(Fate::Gone, At::default(), &key, Why::Dropped, name));
    }
    Ok(())
}
