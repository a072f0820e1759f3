//! The clock of handovers: half of a term, the whole, and whoever coordinates; each is said once, and late closes nothing.

use ground::db::{Db, Tx};
use ground::id::{Id, Municipality};
use ground::moment::Moment;
use ground::trouble::Answer;

use crate::handover::{Handover, by_itself, store};
use crate::story::Step;

/// So many at a time, so that others can write in between.
const ROUND: i64 = 500;

/// What is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Half of the term passed: whoever has the ball hears it.
    Half,
    /// The whole term passed: both hear it.
    Term,
    /// And still nothing happened: whoever coordinates the terms of the area hears it.
    Coordinator,
}

impl Stage {
    pub const ALL: [Self; 3] = [Self::Half, Self::Term, Self::Coordinator];

    /// The word in the database.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Half => "half",
            Self::Term => "term",
            Self::Coordinator => "coordinator",
        }
    }

    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.word() == word)
    }

    /// Whether this is to be said now of a handover; by its state and the clock alone.
    #[must_use]
    pub fn is_due(self, handover: &Handover, now: Moment) -> bool {
        let Some(term) = handover.term.filter(|_| handover.state.open()) else { return false };
        match self {
            // After the whole term it is no news any more that half of it passed.
            Self::Half => term.half <= now && now < term.until,
            Self::Term => term.until <= now,
            Self::Coordinator => term.tell <= now,
        }
    }
}

/// What one round said.
pub type Round = Vec<(Id<Handover>, Stage)>;

/// Looks which terms passed, and says each once: also after a restart, by two servers at once, and by a clock that leapt.
///
/// # Errors
/// What the database answers; what was said until then stays said.
pub async fn terms_passed(db: &Db, here: Municipality, now: Moment) -> Answer<Round> {
    let mut round = Round::new();
    for stage in Stage::ALL {
        for id in due(db, here, stage, now).await? {
            if once(db, here, id, stage, now).await? {
                round.push((id, stage));
            }
        }
    }
    Ok(round)
}

async fn due(db: &Db, here: Municipality, stage: Stage, now: Moment) -> Answer<Vec<Id<Handover>>> {
    let sql = match stage {
        Stage::Half => {
            "select id from handovers_handover h where municipality_id = $1 and closed_at is null \
             and half_at <= $2 and term_at > $2 and not exists (select 1 from handovers_nudge n \
             where n.municipality_id = $1 and n.handover_id = h.id and n.turn = h.turn) \
             order by half_at limit $3"
        }
        Stage::Term => {
            "select id from handovers_handover h where municipality_id = $1 and closed_at is null \
             and term_at <= $2 and not exists (select 1 from handovers_nudge n \
             where n.municipality_id = $1 and n.handover_id = h.id and n.turn = h.turn and n.stage = 'term') \
             order by term_at limit $3"
        }
        Stage::Coordinator => {
            "select id from handovers_handover h where municipality_id = $1 and closed_at is null \
             and tell_at <= $2 and not exists (select 1 from handovers_nudge n \
             where n.municipality_id = $1 and n.handover_id = h.id and n.turn = h.turn \
             and n.stage = 'coordinator') order by tell_at limit $3"
        }
    };
    Ok(db.read(sql).bind(here).bind(now).bind(ROUND).scalars().await?)
}

/// Says it, when it still has to be said: looked at again while the handover is held.
async fn once(db: &Db, here: Municipality, id: Id<Handover>, stage: Stage, now: Moment) -> Answer<bool> {
    let mut tx = db.begin().await?;
    let said = match store::hold(&mut tx, here, id).await? {
        Some(handover) if stage.is_due(&handover, now) => said(&mut tx, here, handover, stage, now).await?,
        _ => false,
    };
    if said {
        tx.commit().await?;
    } else {
        tx.rollback().await?;
    }
    Ok(said)
}

async fn said(
    tx: &mut Tx,
    here: Municipality,
    handover: Handover,
    stage: Stage,
    now: Moment,
) -> Answer<bool> {
    let written = tx
        .sql(
            "insert into handovers_nudge (municipality_id, handover_id, turn, stage, at) \
             values ($1, $2, $3, $4, $5) \
             on conflict (municipality_id, handover_id, turn, stage) do nothing",
        )
        .bind(here)
        .bind(handover.id)
        .bind(handover.turn)
        .bind(stage.word())
        .bind(now)
        .execute()
        .await?;
    if written == 0 {
        return Ok(false);
    }
    if stage != Stage::Half {
        by_itself(tx, here, handover, Step::TermPassed, now).await?;
    }
    Ok(true)
}

/// What was said about the terms of one handover, oldest first.
///
/// # Errors
/// What the database answers.
pub(crate) async fn said_of(db: &Db, here: Municipality, id: Id<Handover>) -> Answer<Vec<(Stage, Moment)>> {
    let rows: Vec<(String, Moment)> = db
        .read(
            "select stage, at from handovers_nudge where municipality_id = $1 and handover_id = $2 order by at, turn",
        )
        .bind(here)
        .bind(id)
        .all()
        .await?;
    Ok(rows.into_iter().filter_map(|(stage, at)| Some((Stage::parse(&stage)?, at))).collect())
}
