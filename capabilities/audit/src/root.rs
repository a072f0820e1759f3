//! Closing a day: what all lines so far come down to, signed, and never made twice.

use ground::db::Db;
use ground::id::Municipality;
use ground::moment::{Day, Moment};
use ground::trouble::{Answer, Reason, Trouble};

use crate::chain::{Bytes, Digest, NOTHING};
use crate::key::Key;
use crate::line::{Actor, Line, Outcome};
use crate::papers::Papers;
use crate::store;
use crate::verify::fit;
use crate::words::Words;

/// Said in the log, and at the machine.
const GONE: &str = "Lines of the trail that were there when a day was closed are gone: `samenspel audit verify` says which. No day is closed until they are back.";

/// Said at the machine.
const UNFIT: &str = "The closed days in the database do not fit together (`samenspel audit verify` says why), so no file of roots is made of them. Put the file back from where you keep a copy.";

/// What making the file of roots anew leaves in the trail.
const ANEW: Line<'static> = Line {
    actor: Actor::Machine,
    membership: None,
    action: "audit.roots",
    object: "roots",
    object_id: None,
    about: None,
    party: None,
    purpose: "accountability",
    outcome: Outcome::Done,
};

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
    let known = store::roots(db, municipality).await?;
    let mut day = match known.last() {
        Some(root) => root.day.plus_days(1).max(yesterday.plus_days(1 - MOST_DAYS)),
        None => yesterday,
    };
    if day > yesterday {
        papers.catch_up(municipality, &known)?;
        return Ok(closed);
    }
    let key = match known.last() {
        Some(root) => Key::of(&papers.key(), &root.public_key)?,
        None => Key::at(&papers.key())?,
    };
    papers.catch_up(municipality, &known)?;
    while day <= yesterday {
        if let Some(root) = close_day(db, municipality, papers, day, &key, now).await? {
            papers.add(municipality, std::slice::from_ref(&root))?;
            closed.push(root);
        }
        day = day.plus_days(1);
    }
    Ok(closed)
}

/// Makes the file of roots anew from the database, because somebody asks for it, and leaves a line that says so.
/// What stood there is put aside under the name that is given back.
///
/// # Errors
/// What the database answers, and a sentence when the database's own roots cannot be trusted or the file does not work.
pub async fn make_roots_anew(
    db: &Db,
    municipality: Municipality,
    papers: &Papers,
    now: Moment,
) -> Answer<Option<std::path::PathBuf>> {
    let mut tx = db.begin().await?;
    store::hold(&mut tx, municipality).await?;
    let roots = store::roots_in(&mut tx, municipality).await?;
    let key = Key::found(&papers.key())?.map(|key| key.public());
    if !fit(municipality, &roots, key.as_deref()) {
        return Err(Trouble::NotYet(Reason::text(UNFIT)));
    }
    store::record(&mut tx, municipality, now, &ANEW).await?;
    // Were the file first and the line then refused, nobody would hear of it.
    tx.commit().await?;
    papers.make_anew(municipality, &roots, now)
}

/// The root of this day: the one there is, or a new one. None while no line was ever written up to then,
/// or when a later day was closed already.
async fn close_day(
    db: &Db,
    municipality: Municipality,
    papers: &Papers,
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
    // Lines that were deleted because they were old are no last ones: the line that tells of it comes after them.
    let Some(last_hash) = store::hash_of(&mut tx, municipality, lines).await? else {
        tx.rollback().await?;
        return if lines == 0 { Ok(None) } else { Err(Trouble::NotYet(Reason::text(GONE))) };
    };
    if counted == 0 {
        // A crash may come between the two; a file that is there and lacks this day is mended at the next closing.
        papers.begin(municipality)?;
    }
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
