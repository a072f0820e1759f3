//! SQL on `handovers_handover` and `handovers_step`.

use access::Permit;
use directory::area::AreaCode;
use directory::party::Party;
use directory::theme::Theme;
use ground::db::{Db, Tx};
use ground::id::{Id, Municipality};
use ground::moment::{Day, Moment};
use ground::trouble::{Answer, Trouble};
use people::person::Person;

use super::{CodeWord, Does, Done, Handover, Said, Side, Term, Went};
use crate::story::{State, Step, Who};

#[derive(sqlx::FromRow)]
pub(crate) struct HandoverRow {
    id: Id<Handover>,
    giver_party: Id<Party>,
    giver_person: Option<Id<Person>>,
    receiver_party: Id<Party>,
    receiver_person: Option<Id<Person>>,
    theme: String,
    area: String,
    code_word: String,
    does: String,
    state: String,
    version: i32,
    turn: i32,
    offered_at: Moment,
    since: Moment,
    half_at: Option<Moment>,
    term_at: Option<Moment>,
    tell_at: Option<Moment>,
    first_date: Option<Day>,
    stay_until: Option<Day>,
    closed_at: Option<Moment>,
}

/// Every column of a handover but the ball, which follows from the state.
macro_rules! columns {
    () => {
        "id, giver_party, giver_person, receiver_party, receiver_person, theme, area, code_word, does, state, \
         version, turn, offered_at, since, half_at, term_at, tell_at, first_date, stay_until, closed_at"
    };
}
pub(crate) use columns;

fn unknown(what: &str) -> Trouble {
    Trouble::fault(format!("a handover with an unknown {what}"))
}

impl HandoverRow {
    /// # Errors
    /// A fault: a word that this program does not write.
    pub(crate) fn handover(self) -> Answer<Handover> {
        let term = match (self.half_at, self.term_at, self.tell_at) {
            (Some(half), Some(until), Some(tell)) => Some(Term { half, until, tell }),
            _ => None,
        };
        Ok(Handover {
            id: self.id,
            giver: Side { party: self.giver_party, person: self.giver_person },
            receiver: Side { party: self.receiver_party, person: self.receiver_person },
            theme: Theme::parse(&self.theme).ok_or_else(|| unknown("theme"))?,
            area: match self.area.as_str() {
                "" => None,
                code => Some(AreaCode::parse(code).map_err(|_| unknown("area"))?),
            },
            code_word: CodeWord::parse(&self.code_word).ok_or_else(|| unknown("code word"))?,
            does: Does::read(&self.does),
            state: State::parse(&self.state).ok_or_else(|| unknown("state"))?,
            version: self.version,
            turn: self.turn,
            offered_at: self.offered_at,
            since: self.since,
            term,
            first_date: self.first_date,
            stay_until: self.stay_until,
            closed_at: self.closed_at,
        })
    }
}

pub(crate) fn handovers(rows: Vec<HandoverRow>) -> Answer<Vec<Handover>> {
    rows.into_iter().map(HandoverRow::handover).collect()
}

pub(super) async fn add(tx: &mut Tx, permit: &Permit, new: &Handover) -> Answer<()> {
    tx.sql(concat!(
        "insert into handovers_handover (municipality_id, ",
        columns!(),
        ", ball) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, \
         $20, $21, $22)"
    ))
    .bind(permit.municipality())
    .bind(new.id)
    .bind(new.giver.party)
    .bind(new.giver.person)
    .bind(new.receiver.party)
    .bind(new.receiver.person)
    .bind(new.theme.key().to_owned())
    .bind(new.area.as_ref().map_or("", AreaCode::as_str).to_owned())
    .bind(new.code_word.as_str())
    .bind(Does::words(&new.does))
    .bind(new.state.word())
    .bind(new.version)
    .bind(new.turn)
    .bind(new.offered_at)
    .bind(new.since)
    .bind(new.term.map(|term| term.half))
    .bind(new.term.map(|term| term.until))
    .bind(new.term.map(|term| term.tell))
    .bind(new.first_date)
    .bind(new.stay_until)
    .bind(new.closed_at)
    .bind(new.ball_word())
    .execute()
    .await?;
    Ok(())
}

/// # Errors
/// What the database answers.
pub async fn find(db: &Db, here: Municipality, id: Id<Handover>) -> Answer<Option<Handover>> {
    let row: Option<HandoverRow> = db
        .read(concat!(
            "select ",
            columns!(),
            " from handovers_handover where municipality_id = $1 and id = $2"
        ))
        .bind(here)
        .bind(id)
        .optional()
        .await?;
    row.map(HandoverRow::handover).transpose()
}

/// As [`find`], held until the transaction ends: of two who act at once one is first.
pub(crate) async fn hold(tx: &mut Tx, here: Municipality, id: Id<Handover>) -> Answer<Option<Handover>> {
    tx.sql("update handovers_handover set version = version where municipality_id = $1 and id = $2")
        .bind(here)
        .bind(id)
        .execute()
        .await?;
    let row: Option<HandoverRow> = tx
        .sql(concat!(
            "select ",
            columns!(),
            " from handovers_handover where municipality_id = $1 and id = $2"
        ))
        .bind(here)
        .bind(id)
        .optional()
        .await?;
    row.map(HandoverRow::handover).transpose()
}

/// Where it stands now, when it stood at `version` before.
///
/// # Errors
/// A fault when it did not: whoever writes holds the row and has looked.
pub(super) async fn put(tx: &mut Tx, here: Municipality, handover: &Handover, version: i32) -> Answer<()> {
    let rows = tx
        .sql(
            "update handovers_handover set receiver_person = $4, code_word = $5, state = $6, ball = $7, \
             version = $8, turn = $9, since = $10, half_at = $11, term_at = $12, tell_at = $13, \
             first_date = $14, stay_until = $15, closed_at = $16 \
             where municipality_id = $1 and id = $2 and version = $3",
        )
        .bind(here)
        .bind(handover.id)
        .bind(version)
        .bind(handover.receiver.person)
        .bind(handover.code_word.as_str())
        .bind(handover.state.word())
        .bind(handover.ball_word())
        .bind(handover.version)
        .bind(handover.turn)
        .bind(handover.since)
        .bind(handover.term.map(|term| term.half))
        .bind(handover.term.map(|term| term.until))
        .bind(handover.term.map(|term| term.tell))
        .bind(handover.first_date)
        .bind(handover.stay_until)
        .bind(handover.closed_at)
        .execute()
        .await?;
    if rows == 1 { Ok(()) } else { Err(Trouble::fault("a handover changed while it was held")) }
}

/// One thing more that was done to it; the caller holds the row, and its version grew, so the number is free.
pub(super) async fn tell(tx: &mut Tx, here: Municipality, handover: &Handover, done: &Done) -> Answer<()> {
    tx.sql(
        "insert into handovers_step (municipality_id, handover_id, number, step, side, person_id, words, day, \
         went, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    )
    .bind(here)
    .bind(handover.id)
    .bind(handover.version)
    .bind(done.step.word())
    .bind(done.who.word())
    .bind(done.person)
    .bind(done.words.as_ref().map_or("", Said::as_str).to_owned())
    .bind(done.day)
    .bind(done.went.map(Went::word))
    .bind(done.at)
    .execute()
    .await?;
    Ok(())
}

#[derive(sqlx::FromRow)]
struct DoneRow {
    step: String,
    side: String,
    person_id: Option<Id<Person>>,
    words: String,
    day: Option<Day>,
    went: Option<String>,
    at: Moment,
}

/// All that was done to a handover, oldest first.
///
/// # Errors
/// What the database answers.
pub async fn history(db: &Db, here: Municipality, id: Id<Handover>) -> Answer<Vec<Done>> {
    let rows: Vec<DoneRow> = db
        .read(
            "select step, side, person_id, words, day, went, at from handovers_step \
             where municipality_id = $1 and handover_id = $2 order by number",
        )
        .bind(here)
        .bind(id)
        .all()
        .await?;
    let one = |row: DoneRow| {
        Ok(Done {
            step: Step::parse(&row.step).ok_or_else(|| unknown("step"))?,
            who: Who::parse(&row.side).ok_or_else(|| unknown("side"))?,
            person: row.person_id,
            words: (!row.words.is_empty()).then(|| Said::kept(row.words)),
            day: row.day,
            went: row.went.as_deref().and_then(Went::parse),
            at: row.at,
        })
    };
    rows.into_iter().map(one).collect()
}

/// Code words of what is open between either of two parties and anybody: on the phone they must not meet twice.
///
/// # Errors
/// What the database answers.
pub(crate) async fn words_in_use(
    tx: &mut Tx,
    here: Municipality,
    parties: [Id<Party>; 2],
) -> Answer<Vec<CodeWord>> {
    let mut words = Vec::new();
    for party in parties {
        let found: Vec<String> = tx
            .sql(
                "select code_word from handovers_handover where municipality_id = $1 and giver_party = $2 \
                 and ball in ('giver', 'receiver', 'both') and closed_at is null \
                 union all \
                 select code_word from handovers_handover where municipality_id = $1 and receiver_party = $2 \
                 and ball in ('giver', 'receiver', 'both') and closed_at is null",
            )
            .bind(here)
            .bind(party)
            .scalars()
            .await?;
        words.extend(found.iter().filter_map(|word| CodeWord::parse(word)));
    }
    Ok(words)
}

/// How many were offered to a party since then, but for those that were declined or stopped.
pub(crate) async fn offered_since(
    tx: &mut Tx,
    here: Municipality,
    party: Id<Party>,
    since: Moment,
) -> Answer<i64> {
    let count: i64 = tx
        .sql(
            "select count(*) from handovers_handover where municipality_id = $1 and receiver_party = $2 \
             and offered_at >= $3 and state not in ('declined', 'stopped', 'left')",
        )
        .bind(here)
        .bind(party)
        .bind(since)
        .scalar()
        .await?;
    Ok(count)
}

/// Open handovers in which this party is one of the two; for when a party leaves or becomes one with another.
pub(crate) async fn open_of(tx: &mut Tx, here: Municipality, party: Id<Party>) -> Answer<Vec<Id<Handover>>> {
    let ids: Vec<Id<Handover>> = tx
        .sql(
            "select id from handovers_handover where municipality_id = $1 and closed_at is null \
             and (giver_party = $2 or receiver_party = $2) order by id",
        )
        .bind(here)
        .bind(party)
        .scalars()
        .await?;
    Ok(ids)
}

/// What either of two parties had is of the one that stays.
pub(crate) async fn move_over(
    tx: &mut Tx,
    here: Municipality,
    gone: Id<Party>,
    stays: Id<Party>,
) -> Answer<()> {
    for sql in [
        "update handovers_handover set giver_party = $3 where municipality_id = $1 and giver_party = $2",
        "update handovers_handover set receiver_party = $3 where municipality_id = $1 and receiver_party = $2",
    ] {
        tx.sql(sql).bind(here).bind(gone).bind(stays).execute().await?;
    }
    Ok(())
}

/// The same handover, offered since then by the same person to the same party, and open still. A colleague's under the
/// same word is another one: of another resident.
pub(super) async fn offered_before(
    db: &Db,
    here: Municipality,
    new: &Handover,
    since: Moment,
) -> Answer<Option<Id<Handover>>> {
    let found = db
        .read(
            "select id from handovers_handover where municipality_id = $1 and giver_party = $2 \
             and receiver_party = $3 and giver_person = $4 and code_word = $5 and theme = $6 and area = $7 \
             and offered_at >= $8 and closed_at is null order by id limit 1",
        )
        .bind(here)
        .bind(new.giver.party)
        .bind(new.receiver.party)
        .bind(new.giver.person)
        .bind(new.code_word.as_str().to_owned())
        .bind(new.theme.key().to_owned())
        .bind(new.area.as_ref().map_or("", AreaCode::as_str).to_owned())
        .bind(since)
        .optional_scalar()
        .await?;
    Ok(found)
}
