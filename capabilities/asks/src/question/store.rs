//! SQL on `asks_question` and `asks_said`.

use std::time::Duration;

use access::Permit;
use directory::area::AreaCode;
use directory::party::Party;
use directory::theme::Theme;
use ground::db::{Db, Tx};
use ground::id::{Id, Municipality};
use ground::moment::Moment;
use ground::trouble::{Answer, Trouble};
use people::person::Person;

use super::{Done, Question, Said, Side, Term, To};
use crate::story::{State, Step};

#[derive(sqlx::FromRow)]
pub(crate) struct QuestionRow {
    id: Id<Question>,
    asker_party: Id<Party>,
    asker_person: Option<Id<Person>>,
    asked_party: Option<Id<Party>>,
    asked_person: Option<Id<Person>>,
    open: bool,
    theme: String,
    area: String,
    language: String,
    text: String,
    state: String,
    version: i32,
    turn: i32,
    asked_at: Moment,
    since: Moment,
    half_at: Option<Moment>,
    term_at: Option<Moment>,
    tell_at: Option<Moment>,
    closed_at: Option<Moment>,
}

/// Every column of a question, in the order of the table.
macro_rules! columns {
    () => {
        "id, asker_party, asker_person, asked_party, asked_person, open, theme, area, language, text, state, \
         version, turn, asked_at, since, half_at, term_at, tell_at, closed_at"
    };
}
pub(crate) use columns;

impl QuestionRow {
    /// # Errors
    /// A fault: a word that this program does not write.
    pub(crate) fn question(self) -> Answer<Question> {
        let unknown = |what: &str| Trouble::fault(format!("a question with an unknown {what}"));
        let answers = self.asked_party.map(|party| Side { party, person: self.asked_person });
        Ok(Question {
            id: self.id,
            asker: Side { party: self.asker_party, person: self.asker_person },
            to: match (self.open, answers) {
                (true, taken) => To::Neighbourhood(taken),
                (false, Some(side)) => To::Party(side),
                (false, None) => return Err(unknown("addressee")),
            },
            theme: Theme::parse(&self.theme).ok_or_else(|| unknown("theme"))?,
            area: match self.area.as_str() {
                "" => None,
                code => Some(AreaCode::parse(code).map_err(|_| unknown("area"))?),
            },
            language: self.language,
            text: Said::kept(self.text),
            state: State::parse(&self.state).ok_or_else(|| unknown("state"))?,
            version: self.version,
            turn: self.turn,
            asked_at: self.asked_at,
            since: self.since,
            term: self.half_at.zip(self.term_at).map(|(half, until)| match self.tell_at {
                Some(tell) => Term { half, until, tell },
                // Asked before whoever coordinates heard of questions.
                None => Term::new(half, until),
            }),
            closed_at: self.closed_at,
        })
    }
}

pub(super) async fn add(tx: &mut Tx, permit: &Permit, question: &Question) -> Answer<()> {
    let answers = question.to.side();
    tx.sql(concat!(
        "insert into asks_question (municipality_id, ",
        columns!(),
        ") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)"
    ))
    .bind(permit.municipality())
    .bind(question.id)
    .bind(question.asker.party)
    .bind(question.asker.person)
    .bind(answers.map(|side| side.party))
    .bind(answers.and_then(|side| side.person))
    .bind(question.to.is_open())
    .bind(question.theme.key().to_owned())
    .bind(question.area.as_ref().map_or("", AreaCode::as_str).to_owned())
    .bind(question.language.clone())
    .bind(question.text.as_str().to_owned())
    .bind(question.state.word())
    .bind(question.version)
    .bind(question.turn)
    .bind(question.asked_at)
    .bind(question.since)
    .bind(question.term.map(|term| term.half))
    .bind(question.term.map(|term| term.until))
    .bind(question.term.map(|term| term.tell))
    .bind(question.closed_at)
    .execute()
    .await?;
    Ok(())
}

pub(crate) async fn find(db: &Db, here: Municipality, id: Id<Question>) -> Answer<Option<Question>> {
    let row: Option<QuestionRow> = db
        .read(concat!("select ", columns!(), " from asks_question where municipality_id = $1 and id = $2"))
        .bind(here)
        .bind(id)
        .optional()
        .await?;
    row.map(QuestionRow::question).transpose()
}

/// So long the same words from the same person to the same party are the same question: as long as somebody can be
/// signed in, for the page with its words may lie open all that time.
const TWICE: Duration = Duration::from_secs(8 * 60 * 60);

/// The same question, asked by the same person before and open still.
pub(super) async fn same_before(
    db: &Db,
    here: Municipality,
    question: &Question,
) -> Answer<Option<Id<Question>>> {
    let lately = asked_lately(db, here, question.asker, question.asked_at).await?;
    let same = |before: &Question| {
        before.to == question.to && before.text == question.text && before.closed_at.is_none()
    };
    Ok(lately.into_iter().find(same).map(|before| before.id))
}

/// What this person asked so lately that a page with the words may lie open still, oldest first.
pub(crate) async fn asked_lately(
    db: &Db,
    here: Municipality,
    by: Side,
    now: Moment,
) -> Answer<Vec<Question>> {
    let rows: Vec<QuestionRow> = db
        .read(concat!(
            "select ",
            columns!(),
            " from asks_question where municipality_id = $1 and asker_party = $2 and asked_at >= $3 \
             and asker_person = $4 order by asked_at, id"
        ))
        .bind(here)
        .bind(by.party)
        .bind(now.minus(TWICE))
        .bind(by.person)
        .all()
        .await?;
    rows.into_iter().map(QuestionRow::question).collect()
}

/// As [`find`], held until the transaction ends: of two who act at once one is first.
pub(crate) async fn hold(tx: &mut Tx, here: Municipality, id: Id<Question>) -> Answer<Option<Question>> {
    tx.sql("update asks_question set version = version where municipality_id = $1 and id = $2")
        .bind(here)
        .bind(id)
        .execute()
        .await?;
    let row: Option<QuestionRow> = tx
        .sql(concat!("select ", columns!(), " from asks_question where municipality_id = $1 and id = $2"))
        .bind(here)
        .bind(id)
        .optional()
        .await?;
    row.map(QuestionRow::question).transpose()
}

/// Where it stands now; the caller holds the row.
pub(super) async fn put(tx: &mut Tx, here: Municipality, question: &Question) -> Answer<()> {
    let answers = question.to.side();
    tx.sql(
        "update asks_question set asked_party = $3, asked_person = $4, state = $5, version = $6, turn = $7, \
         since = $8, half_at = $9, term_at = $10, tell_at = $11, closed_at = $12 where municipality_id = $1 and id = $2",
    )
    .bind(here)
    .bind(question.id)
    .bind(answers.map(|side| side.party))
    .bind(answers.and_then(|side| side.person))
    .bind(question.state.word())
    .bind(question.version)
    .bind(question.turn)
    .bind(question.since)
    .bind(question.term.map(|term| term.half))
    .bind(question.term.map(|term| term.until))
    .bind(question.term.map(|term| term.tell))
    .bind(question.closed_at)
    .execute()
    .await?;
    Ok(())
}

/// Which line of a question it is: a term that passes leaves the version as it is, and stands behind the step before it.
fn number(question: &Question, step: Step) -> i32 {
    question.version.saturating_mul(2).saturating_add(i32::from(step == Step::TermPassed))
}

/// One thing more that was done to it; the caller holds the row, so the number is free.
pub(super) async fn tell(tx: &mut Tx, here: Municipality, question: &Question, done: &Done) -> Answer<()> {
    tx.sql(
        "insert into asks_said (municipality_id, question_id, number, step, party_id, person_id, text, at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(here)
    .bind(question.id)
    .bind(number(question, done.step))
    .bind(done.step.word())
    .bind(done.by.map(|side| side.party))
    .bind(done.by.and_then(|side| side.person))
    .bind(done.text.as_ref().map_or("", Said::as_str).to_owned())
    .bind(done.at)
    .execute()
    .await?;
    Ok(())
}

#[derive(sqlx::FromRow)]
struct SaidRow {
    step: String,
    party_id: Option<Id<Party>>,
    person_id: Option<Id<Person>>,
    text: String,
    at: Moment,
}

/// All that was done to a question, oldest first.
pub(crate) async fn told(db: &Db, here: Municipality, id: Id<Question>) -> Answer<Vec<Done>> {
    let rows: Vec<SaidRow> = db
        .read(
            "select step, party_id, person_id, text, at from asks_said \
             where municipality_id = $1 and question_id = $2 order by number",
        )
        .bind(here)
        .bind(id)
        .all()
        .await?;
    let one = |row: SaidRow| {
        Ok(Done {
            step: Step::parse(&row.step)
                .ok_or_else(|| Trouble::fault("a step of a question with an unknown word"))?,
            by: row.party_id.map(|party| Side { party, person: row.person_id }),
            text: (!row.text.is_empty()).then(|| Said::kept(row.text)),
            at: row.at,
        })
    };
    rows.into_iter().map(one).collect()
}

/// Open questions in which this party is one of the two, held; for when a party leaves or becomes one with another.
pub(super) async fn open_of(tx: &mut Tx, here: Municipality, party: Id<Party>) -> Answer<Vec<Question>> {
    let rows: Vec<QuestionRow> = tx
        .sql(concat!(
            "select ",
            columns!(),
            " from asks_question where municipality_id = $1 and closed_at is null \
             and (asker_party = $2 or asked_party = $2) order by id"
        ))
        .bind(here)
        .bind(party)
        .all()
        .await?;
    rows.into_iter().map(QuestionRow::question).collect()
}

/// Its two sides, after two parties became one; the caller holds the row.
pub(super) async fn move_sides(tx: &mut Tx, here: Municipality, question: &Question) -> Answer<()> {
    tx.sql(
        "update asks_question set asker_party = $3, asked_party = $4 where municipality_id = $1 and id = $2",
    )
    .bind(here)
    .bind(question.id)
    .bind(question.asker.party)
    .bind(question.to.side().map(|side| side.party))
    .execute()
    .await?;
    Ok(())
}

/// What closed keeps its place with the party that stays.
pub(super) async fn move_closed(
    tx: &mut Tx,
    here: Municipality,
    gone: Id<Party>,
    stays: Id<Party>,
) -> Answer<()> {
    for sql in [
        "update asks_question set asker_party = $3 where municipality_id = $1 and asker_party = $2",
        "update asks_question set asked_party = $3 where municipality_id = $1 and asked_party = $2",
        "update asks_said set party_id = $3 where municipality_id = $1 and party_id = $2",
    ] {
        tx.sql(sql).bind(here).bind(gone).bind(stays).execute().await?;
    }
    Ok(())
}
