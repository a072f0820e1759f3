//! The clock of questions: half of a term and a whole one are each said once, and a term that passed makes late, never closed.

use ground::db::{Db, Tx};
use ground::id::{Id, Municipality};
use ground::moment::Moment;
use ground::trouble::Answer;

use crate::question::{Question, by_itself, store};
use crate::story::Step;

/// How many questions one round looks at: the rest is for the next, so that others can write in between.
const ROUND: i64 = 500;

/// When something is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Half of the term passed: whoever has the ball hears it.
    Half,
    /// The whole term passed: both hear it, and whoever coordinates.
    Term,
}

impl Stage {
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Half => "half",
            Self::Term => "term",
        }
    }
}

/// What one round said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Round {
    pub half: Vec<Id<Question>>,
    pub term: Vec<Id<Question>>,
}

/// Looks which terms passed, and says each once: also after a restart, by two servers at once, and by a clock that leapt.
///
/// # Errors
/// What the database answers.
pub async fn round(db: &Db, here: Municipality, now: Moment) -> Answer<Round> {
    let mut round = Round::default();
    for id in due(db, here, Stage::Half, now).await? {
        if once(db, here, id, Stage::Half, now).await? {
            round.half.push(id);
        }
    }
    for id in due(db, here, Stage::Term, now).await? {
        if once(db, here, id, Stage::Term, now).await? {
            round.term.push(id);
        }
    }
    Ok(round)
}

async fn due(db: &Db, here: Municipality, stage: Stage, now: Moment) -> Answer<Vec<Id<Question>>> {
    let sql = match stage {
        Stage::Half => {
            "select id from asks_question q where municipality_id = $1 and closed_at is null and half_at <= $2 \
             and term_at > $2 and not exists (select 1 from asks_nudge n where n.municipality_id = $1 \
             and n.question_id = q.id and n.turn = q.turn) order by half_at limit $3"
        }
        Stage::Term => {
            "select id from asks_question q where municipality_id = $1 and closed_at is null and term_at <= $2 \
             and not exists (select 1 from asks_nudge n where n.municipality_id = $1 \
             and n.question_id = q.id and n.turn = q.turn and n.stage = 'term') order by term_at limit $3"
        }
    };
    let ids = db.read(sql).bind(here).bind(now).bind(ROUND).all::<(Id<Question>,)>().await?;
    Ok(ids.into_iter().map(|(id,)| id).collect())
}

/// Says it, when it still has to be said: looked at again while the question is held.
async fn once(db: &Db, here: Municipality, id: Id<Question>, stage: Stage, now: Moment) -> Answer<bool> {
    let mut tx = db.begin().await?;
    let said = match store::hold(&mut tx, here, id).await? {
        Some(question) => said(&mut tx, here, question, stage, now).await?,
        None => false,
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
    question: Question,
    stage: Stage,
    now: Moment,
) -> Answer<bool> {
    let passed = question.term.is_some_and(|term| match stage {
        Stage::Half => term.half <= now && now < term.until,
        Stage::Term => term.until <= now,
    });
    if !passed || question.closed_at.is_some() {
        return Ok(false);
    }
    let written = tx
        .sql(
            "insert into asks_nudge (municipality_id, question_id, turn, stage, at) values ($1, $2, $3, $4, $5) \
             on conflict (municipality_id, question_id, turn, stage) do nothing",
        )
        .bind(here)
        .bind(question.id)
        .bind(question.turn)
        .bind(stage.word())
        .bind(now)
        .execute()
        .await?;
    if written == 0 {
        return Ok(false);
    }
    if stage == Stage::Term {
        by_itself(tx, here, question, Step::TermPassed, now).await?;
    }
    Ok(true)
}
