//! The clock of questions: half of a term, the whole, and whoever coordinates; each is said once, and late closes nothing.

use exchange::Stage;
use ground::db::{Db, Tx};
use ground::id::{Id, Municipality};
use ground::moment::Moment;
use ground::trouble::Answer;

use crate::question::{Question, by_itself, store};
use crate::story::Step;

exchange::nudges!("asks_question", "asks_nudge", "question_id");
pub(crate) use nudges::said_of;

/// What one round said.
pub type Round = Vec<(Id<Question>, Stage)>;

/// Looks which terms passed, and says each once: also after a restart, by two servers at once, and by a clock that leapt.
///
/// # Errors
/// What the database answers; what was said until then stays said.
pub async fn terms_passed(db: &Db, here: Municipality, now: Moment) -> Answer<Round> {
    let mut round = Round::new();
    for stage in Stage::ALL {
        for id in nudges::due(db, here, stage, now).await? {
            if once(db, here, id, stage, now).await? {
                round.push((id, stage));
            }
        }
    }
    Ok(round)
}

/// Says it, when it still has to be said: looked at again while the question is held.
async fn once(db: &Db, here: Municipality, id: Id<Question>, stage: Stage, now: Moment) -> Answer<bool> {
    let mut tx = db.begin().await?;
    let said = match store::hold(&mut tx, here, id).await? {
        Some(question) if question.state.is_open() && stage.is_due(question.term, now) => {
            said(&mut tx, here, question, stage, now).await?
        }
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
    question: Question,
    stage: Stage,
    now: Moment,
) -> Answer<bool> {
    if !nudges::say(tx, here, (question.id, question.turn), stage, now).await? {
        return Ok(false);
    }
    if stage != Stage::Half {
        by_itself(tx, here, question, Step::TermPassed, now).await?;
    }
    Ok(true)
}
