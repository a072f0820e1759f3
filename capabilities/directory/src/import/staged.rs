//! An upload that waits for a decision: its file in the database in parts, its preview beside it.

use std::io::{self, Seek, Write};

use access::Permit;
use ground::db::Db;
use ground::id::Id;
use ground::moment::Moment;
use ground::trouble::{Answer, Trouble};

use super::ask::Ask;
use super::feed::Input;
use super::read::Unreadable;
use super::report::Report;
use super::run::{self, Ended, Seen};
use super::store::{self, Import, PART, State};
use crate::municipality::trail;

/// More than this is for the command: a page is no place to wait for it.
pub const MOST_BYTES: u64 = 48 << 20;

/// Bytes as they come in, on disk in a file without a name that is gone with the process.
#[derive(Default)]
pub struct Upload {
    file: Option<std::fs::File>,
    bytes: u64,
}

/// Why an upload is not taken.
#[derive(Debug)]
pub enum NoRoom {
    TooLarge,
    Disk(io::Error),
}

impl Upload {
    /// # Errors
    /// [`NoRoom`] beyond [`MOST_BYTES`], or when the disk is full.
    pub fn push(&mut self, bytes: &[u8]) -> Result<(), NoRoom> {
        self.bytes += bytes.len() as u64;
        if self.bytes > MOST_BYTES {
            return Err(NoRoom::TooLarge);
        }
        if self.file.is_none() {
            self.file = Some(tempfile::tempfile().map_err(NoRoom::Disk)?);
        }
        self.file.as_mut().map_or(Ok(()), |file| file.write_all(bytes).map_err(NoRoom::Disk))
    }

    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.bytes == 0
    }

    fn file(&mut self) -> io::Result<std::fs::File> {
        let mut file = match &self.file {
            Some(file) => file.try_clone()?,
            None => tempfile::tempfile()?,
        };
        file.rewind()?;
        Ok(file)
    }
}

/// An upload with its preview.
#[derive(Debug)]
pub struct Waiting {
    pub id: Id<Import>,
    pub report: Report,
}

/// Looks at an upload and keeps it with its preview. What cannot be read is not kept.
///
/// # Errors
/// What the database or the disk answers.
pub async fn stage(
    db: &Db,
    permit: &Permit,
    ask: &Ask,
    mut upload: Upload,
    now: Moment,
) -> Answer<Result<Waiting, Unreadable>> {
    let input = Input::File(Box::new(upload.file().map_err(Trouble::fault)?));
    let report = match run::preview(db, permit, ask, input, now, &|_| ()).await? {
        Ok(report) => report,
        Err(unreadable) => return Ok(Err(unreadable)),
    };
    let id = Id::new(now);
    let import = Import::of(id, ask, State::Previewed, &report, now, None);
    let mut file = upload.file().map_err(Trouble::fault)?;
    let mut tx = db.begin().await?;
    store::save(&mut tx, permit, &import, &report.lines, now).await?;
    let mut part = vec![0; PART];
    for number in 0.. {
        let got = fill(&mut file, &mut part).map_err(Trouble::fault)?;
        let Some(bytes) = part.get(..got).filter(|bytes| !bytes.is_empty()) else { break };
        store::put_part(&mut tx, permit, id, number, bytes).await?;
    }
    trail::leave(&mut tx, permit, Some(id.uuid()), now).await?;
    tx.commit().await?;
    Ok(Ok(Waiting { id, report }))
}

/// Puts a waiting upload on the map, if it still means what its preview said. Otherwise the new preview waits.
///
/// # Errors
/// `NotThere` when there is no such upload; what the database or the disk answers.
pub async fn put_on_the_map(db: &Db, permit: &Permit, id: Id<Import>, now: Moment) -> Answer<Ended> {
    let municipality = permit.municipality();
    let import = store::find(db, municipality, id).await?.ok_or(Trouble::NotThere)?;
    let (State::Previewed, Some(print)) = (import.state, import.print) else { return Ok(Ended::Already) };
    let mut file = tempfile::tempfile().map_err(Trouble::fault)?;
    let mut whole = false;
    for number in 0.. {
        let Some(bytes) = store::part(db, municipality, id, number).await? else { break };
        file.write_all(&bytes).map_err(Trouble::fault)?;
        whole = true;
    }
    if !whole {
        // Its file went with the one who was first.
        return Ok(Ended::Already);
    }
    file.rewind().map_err(Trouble::fault)?;
    let seen = Seen { import: id, print };
    let ended =
        run::apply(db, permit, &import.ask, Input::File(Box::new(file)), Some(seen), now, &|_| ()).await?;
    if let Ended::Outdated(report) = &ended {
        let anew = Import::of(id, &import.ask, State::Previewed, report, import.created_at, None);
        let mut tx = db.begin().await?;
        store::save(&mut tx, permit, &anew, &report.lines, import.created_at).await?;
        // Nothing came on the map; what waits to be decided is another thing than before.
        trail::refused(&mut tx, permit, id.uuid(), now).await?;
        tx.commit().await?;
    }
    Ok(ended)
}

fn fill(file: &mut std::fs::File, part: &mut [u8]) -> io::Result<usize> {
    let mut got = 0;
    while let Some(rest) = part.get_mut(got..).filter(|rest| !rest.is_empty()) {
        match io::Read::read(file, rest) {
            Ok(0) => break,
            Ok(n) => got += n,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(got)
}
