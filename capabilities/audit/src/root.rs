//! Closing a day: what all lines so far come down to, signed, and never made twice.

use ground::db::Db;
use ground::id::Municipality;
use ground::moment::{Day, Moment};
use ground::trouble::{Answer, Reason, Trouble};

use crate::chain::{Bytes, Digest, NOTHING};
use crate::key::Key;
use crate::papers::Papers;
use crate::store;
use crate::words::Words;

/// Said in the log, and at the machine.
const GONE: &str = "Lines of the trail that were there when a day was closed are gone: `samenspel audit verify` says which. No day is closed until they are back.";

const ROOT: &[u8] = b"samenspel audit root 1";

/// Should nothing have run for longer, so many days are closed one by one; the first of them covers all before.
const MOST_DAYS: i32 = 31;

/// A closed day.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Root {
    pub day: Day,
    /// How many lines there were, from the first one ever.
    pub lines: i64,
    pub last_hash: Vec<u8>,
    #[sqlx(rename = "previous_root")]
    pub previous: Vec<u8>,
    pub root: Vec<u8>,
    pub signature: Vec<u8>,
    pub public_key: Vec<u8>,
    pub closed_at: Moment,
}

impl Root {
    /// To be read aloud.
    #[must_use]
    pub fn words(&self) -> Words {
        Words::of(&self.root)
    }

    /// What `root` must be.
    pub(crate) fn digest(&self, municipality: Municipality) -> Digest {
        let mut bytes = Bytes::new();
        bytes.start(ROOT);
        bytes.put(&municipality.0.to_be_bytes());
        bytes.put(self.day.to_string().as_bytes());
        bytes.put(&self.lines.to_be_bytes());
        bytes.put(&self.last_hash);
        bytes.put(&self.previous);
        bytes.digest()
    }
}

/// Closes every day that is over, and brings the file of roots up to date. Again does nothing; so may another server.
///
/// # Errors
/// What the database answers, and a sentence when key or file do not work.
pub async fn close(db: &Db, municipality: Municipality, papers: &Papers, now: Moment) -> Answer<Vec<Root>> {
    let yesterday = now.day().plus_days(-1);
    let mut closed = Vec::new();
    let newest = store::newest_root(db, municipality).await?;
    let mut day = match &newest {
        Some(root) => root.day.plus_days(1).max(yesterday.plus_days(1 - MOST_DAYS)),
        None => yesterday,
    };
    while day <= yesterday {
        let key = match &newest {
            Some(root) => Key::of(&papers.key(), &root.public_key)?,
            None => Key::at(&papers.key())?,
        };
        closed.extend(close_day(db, municipality, day, &key, now).await?);
        day = day.plus_days(1);
    }
    papers.add(municipality, &store::roots(db, municipality).await?)?;
    Ok(closed)
}

/// The root of this day: the one there is, or a new one. None while no line was ever written up to then,
/// or when a later day was closed already.
async fn close_day(
    db: &Db,
    municipality: Municipality,
    day: Day,
    key: &Key,
    now: Moment,
) -> Answer<Option<Root>> {
    let mut tx = db.begin().await?;
    store::hold(&mut tx, municipality).await?;
    let before = store::newest_root_in(&mut tx, municipality).await?;
    if let Some(before) = before.as_ref().filter(|before| before.day >= day) {
        tx.rollback().await?;
        return Ok(Some(before.clone()).filter(|before| before.day == day));
    }
    let (counted, previous) =
        before.map_or_else(|| (0, NOTHING.to_vec()), |before| (before.lines, before.root));
    let end = day.plus_days(1).begins();
    let lines = store::last_before(&mut tx, municipality, counted, end).await?.unwrap_or(counted);
    let Some(last_hash) = store::hash_of(&mut tx, municipality, lines).await? else {
        tx.rollback().await?;
        return if lines == 0 { Ok(None) } else { Err(Trouble::NotYet(Reason::text(GONE))) };
    };
    let mut root = Root {
        day,
        lines,
        last_hash,
        previous,
        root: Vec::new(),
        signature: Vec::new(),
        public_key: key.public(),
        closed_at: now,
    };
    root.root = root.digest(municipality).to_vec();
    root.signature = key.sign(&root.root);
    store::keep_root(&mut tx, municipality, &root).await?;
    tx.commit().await?;
    Ok(Some(root))
}
