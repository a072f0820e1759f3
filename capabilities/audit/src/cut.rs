//! Shortening the chain: lines that are old enough go, at a closed day, in such a way that what is left is still proven.

use ground::db::{Db, Tx};
use ground::id::Municipality;
use ground::moment::{Day, Moment};
use ground::trouble::{Answer, Reason, Trouble};
use uuid::Uuid;

use crate::chain::{Bytes, Digest};
use crate::key::{Key, signed};
use crate::line::{Actor, Line, Outcome};
use crate::papers::Papers;
use crate::root::Root;
use crate::store::{self, Link};
use crate::verify::verify;

const CUT: &[u8] = b"samenspel audit cut 1";

/// How many years a line stays at least, as the ledger promises.
pub const KEPT_YEARS: u8 = 5;

/// So many days before today must each have been closed on the day after: only then has the clock been walking, not leaping.
const DAYS_WALKED: i32 = 3;

/// After how many years lines go: [`KEPT_YEARS`] or more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Years(u8);

impl Years {
    /// None for fewer years than were promised.
    #[must_use]
    pub const fn at_least(years: u8) -> Option<Self> {
        if years < KEPT_YEARS { None } else { Some(Self(years)) }
    }

    /// What was closed after this day stays.
    fn before(self, today: Day) -> Option<Day> {
        let (year, month, day) = (today.0.year() - i16::from(self.0), today.0.month(), today.0.day());
        // The twenty-ninth of February, in a year that has none.
        Day::new(year, month, day).or_else(|| Day::new(year, month, day - 1))
    }
}

impl Default for Years {
    fn default() -> Self {
        Self(KEPT_YEARS)
    }
}

/// Lines that are old enough to go, or went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Old {
    /// The closed day up to which.
    pub day: Day,
    /// How many.
    pub lines: i64,
}

/// Where a chain begins that was shortened, signed: nobody without the key can delete lines and call it old age.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub(crate) struct Cut {
    pub(crate) day: Day,
    pub(crate) lines: i64,
    pub(crate) root: Vec<u8>,
    pub(crate) cut_at: Moment,
    pub(crate) signature: Vec<u8>,
    pub(crate) public_key: Vec<u8>,
}

impl Cut {
    fn new(municipality: Municipality, root: &Root, key: &Key, now: Moment) -> Self {
        let mut cut = Self {
            day: root.day,
            lines: root.lines,
            root: root.root.clone(),
            cut_at: now,
            signature: Vec::new(),
            public_key: key.public(),
        };
        cut.signature = key.sign(&cut.digest(municipality));
        cut
    }

    fn digest(&self, municipality: Municipality) -> Digest {
        let mut bytes = Bytes::new();
        bytes.start(CUT);
        bytes.put(&municipality.0.to_be_bytes());
        bytes.put(self.day.to_string().as_bytes());
        bytes.put(&self.lines.to_be_bytes());
        bytes.put(&self.root);
        bytes.put(&self.cut_at.micros().to_be_bytes());
        bytes.digest()
    }

    pub(crate) fn is_signed(&self, municipality: Municipality) -> bool {
        signed(&self.public_key, &self.digest(municipality), &self.signature)
    }

    pub(crate) fn is_at(&self, root: &Root) -> bool {
        (self.day, self.lines) == (root.day, root.lines) && self.root == root.root
    }

    /// The line that every cut leaves, with the beginning of the root it was made at.
    fn line(&self) -> Line<'static> {
        Line {
            actor: Actor::Machine,
            membership: None,
            action: "audit.cut",
            object: "root",
            object_id: self.mark(),
            about: None,
            party: None,
            purpose: "retention",
            outcome: Outcome::Done,
        }
    }

    fn mark(&self) -> Option<Uuid> {
        self.root.get(..16).and_then(|start| Uuid::from_slice(start).ok())
    }

    pub(crate) fn is_told_by(&self, line: &Link, municipality: Municipality) -> bool {
        line.object_id == self.mark()
            && line
                .written(municipality)
                .is_some_and(|line| (line.action, line.object) == ("audit.cut", "root"))
    }
}

/// What [`cut`] would delete now. Nothing is written.
///
/// # Errors
/// What the database answers, and a sentence for each reason not to delete anything now.
pub async fn old(
    db: &Db,
    municipality: Municipality,
    papers: &Papers,
    years: Years,
    now: Moment,
) -> Answer<Option<Old>> {
    sound(db, municipality, papers).await?;
    let mut tx = db.snapshot().await?;
    let found = oldest(&mut tx, municipality, years, now).await?;
    tx.rollback().await?;
    Ok(found.map(|(old, _)| old))
}

/// Deletes the lines up to the last closed day that is old enough, and leaves a line that says so. Again does nothing.
///
/// # Errors
/// As [`old`], and when the key is not the one the days were signed with.
pub async fn cut(
    db: &Db,
    municipality: Municipality,
    papers: &Papers,
    years: Years,
    now: Moment,
) -> Answer<Option<Old>> {
    sound(db, municipality, papers).await?;
    let mut tx = db.begin().await?;
    store::hold(&mut tx, municipality).await?;
    let Some((old, root)) = oldest(&mut tx, municipality, years, now).await? else {
        tx.rollback().await?;
        return Ok(None);
    };
    let cut = Cut::new(municipality, &root, &Key::of(&papers.key(), &root.public_key)?, now);
    let gone = store::shorten(&mut tx, municipality, &cut).await?;
    store::record(&mut tx, municipality, now, &cut.line()).await?;
    tx.commit().await?;
    Ok(Some(Old { lines: i64::try_from(gone).unwrap_or(old.lines), ..old }))
}

/// Who deletes from a trail that was tampered with deletes the proof.
async fn sound(db: &Db, municipality: Municipality, papers: &Papers) -> Answer<()> {
    if verify(db, municipality, papers, None).await?.is_sound() {
        return Ok(());
    }
    Err(not_now(
        "The trail is not as it was written (`samenspel audit verify` says what is wrong)".to_owned(),
    ))
}

/// The last closed day all of whose lines are old enough, with the lines that would go.
async fn oldest(
    tx: &mut Tx,
    municipality: Municipality,
    years: Years,
    now: Moment,
) -> Answer<Option<(Old, Root)>> {
    let roots = store::roots_in(tx, municipality).await?;
    if roots.is_empty() {
        return Ok(None);
    }
    believe(&roots, store::latest(tx, municipality).await?, now)?;
    let Some(last_day) = years.before(now.day()) else { return Ok(None) };
    let young = last_day.plus_days(1).begins();
    // A clock that was wrong may have dated a line far ahead: it stays, with all that came after it.
    let stays = store::first_since(tx, municipality, young).await?.unwrap_or(i64::MAX);
    let begins_after = store::cut_in(tx, municipality).await?.map_or(0, |cut| cut.lines);
    let root = roots
        .into_iter()
        .rfind(|root| root.day < last_day && root.closed_at < young && root.lines < stays)
        .filter(|root| root.lines > begins_after);
    Ok(root.map(|root| (Old { day: root.day, lines: root.lines - begins_after }, root)))
}

/// Whether the clock may say what is old: it lies behind all lines, and the last days were closed one by one.
fn believe(roots: &[Root], latest: Option<Moment>, now: Moment) -> Answer<()> {
    if let Some(latest) = latest.filter(|latest| *latest > now) {
        return Err(not_now(format!("The clock says {now}, and a line was written at {latest}")));
    }
    let today = now.day();
    for ago in 1..=DAYS_WALKED {
        let day = today.plus_days(-ago);
        let next = day.plus_days(1);
        let walked = roots.iter().any(|root| root.day == day && root.closed_at.day() == next);
        if !walked {
            return Err(not_now(format!(
                "{day} was not closed on {next}: the clock leapt, or Samenspel stood still. Once the last {DAYS_WALKED} days were each closed on the day after, the clock is believed"
            )));
        }
    }
    Ok(())
}

fn not_now(why: String) -> Trouble {
    Trouble::NotYet(Reason::text(format!("{why}. Nothing is deleted.")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn five_years_before_a_day_is_the_same_day_or_the_last_of_february() {
        let before = |text| Years::default().before(day(text)).unwrap();
        assert_eq!(before("2030-11-26"), day("2025-11-26"));
        assert_eq!(before("2028-02-29"), day("2023-02-28"));
        assert_eq!(Years::at_least(8).unwrap().before(day("2028-02-29")), Some(day("2020-02-29")));
    }

    #[test]
    fn nobody_shortens_what_was_promised() {
        assert_eq!(Years::at_least(KEPT_YEARS), Some(Years::default()));
        assert_eq!(Years::at_least(KEPT_YEARS - 1), None);
        assert_eq!(Years::at_least(0), None);
    }
}
