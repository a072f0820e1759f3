//! SQL on `directory_import`, `directory_import_part` and `directory_import_line`.

use std::time::Duration;

use access::Permit;
use ground::db::{Db, Tx};
use ground::id::{Id, Municipality};
use ground::moment::Moment;
use ground::retention::{Of, Rule};
use ground::trouble::{Answer, Trouble};
use serde::{Deserialize, Serialize};

use super::ask::Ask;
use super::line::{Fate, Line};
use super::record::At;
use super::report::{Counts, Report};
use crate::source::Source;

/// An uploaded file waits this long for somebody to decide; then it goes.
pub const WAITS: Duration = Duration::from_secs(24 * 60 * 60);

/// The size of the parts in which an upload lies in the database.
pub const PART: usize = 1 << 20;

const BATCH: usize = 400;

#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::Type)]
#[sqlx(type_name = "text", rename_all = "lowercase")]
pub enum State {
    Staged,
    Previewed,
    Applied,
    Failed,
}

#[derive(Clone, Debug)]
pub struct Import {
    pub id: Id<Import>,
    pub ask: Ask,
    pub state: State,
    pub counts: Counts,
    pub left_out: usize,
    pub refused: usize,
    pub print: Option<[u8; 32]>,
    pub created_at: Moment,
    pub applied_at: Option<Moment>,
    source: Option<Id<Source>>,
}

/// What the column `settings` keeps.
#[derive(Serialize, Deserialize)]
struct Kept {
    #[serde(flatten)]
    ask: Ask,
    print: Option<[u8; 32]>,
}

impl Import {
    pub(super) fn of(
        id: Id<Self>,
        ask: &Ask,
        state: State,
        report: &Report,
        now: Moment,
        source: Option<Id<Source>>,
    ) -> Self {
        Self {
            id,
            ask: ask.clone(),
            state,
            counts: report.total(),
            left_out: report.left_out,
            refused: report.refused,
            print: Some(report.print),
            created_at: now,
            applied_at: (state == State::Applied).then_some(now),
            source,
        }
    }
}

#[derive(sqlx::FromRow)]
struct ImportRow {
    id: Id<Import>,
    source_id: Option<Id<Source>>,
    settings: String,
    state: State,
    added: i32,
    changed: i32,
    same: i32,
    gone: i32,
    kept: i32,
    left_out: i32,
    refused: i32,
    created_at: Moment,
    applied_at: Option<Moment>,
}

impl ImportRow {
    fn import(self) -> Answer<Import> {
        let kept: Kept = serde_json::from_str(&self.settings).map_err(Trouble::fault)?;
        let count = |number: i32| usize::try_from(number).unwrap_or(0);
        Ok(Import {
            id: self.id,
            ask: kept.ask,
            state: self.state,
            counts: Counts {
                added: count(self.added),
                changed: count(self.changed),
                same: count(self.same),
                gone: count(self.gone),
                kept: count(self.kept),
            },
            left_out: count(self.left_out),
            refused: count(self.refused),
            print: kept.print,
            created_at: self.created_at,
            applied_at: self.applied_at,
            source: self.source_id,
        })
    }
}

const COLUMNS: &str = "select id, source_id, settings, state, added, changed, same, gone, kept, left_out, refused, \
     created_at, applied_at from directory_import where municipality_id = $1 ";

/// The last imports, newest first.
pub async fn latest(db: &Db, municipality: Municipality, most: i64) -> Answer<Vec<Import>> {
    let rows: Vec<ImportRow> = db
        .read(COLUMNS)
        .bind(municipality)
        .push_bind(" order by created_at desc, id desc limit +", most)
        .all()
        .await?;
    rows.into_iter().map(ImportRow::import).collect()
}

pub async fn find(db: &Db, municipality: Municipality, id: Id<Import>) -> Answer<Option<Import>> {
    let row: Option<ImportRow> =
        db.read(COLUMNS).bind(municipality).push_bind(" and id = ", id).optional().await?;
    row.map(ImportRow::import).transpose()
}

/// Writes an import with its lines, in place of what it said before. The moment it was first brought stays.
pub async fn save(tx: &mut Tx, permit: &Permit, import: &Import, lines: &[Line], now: Moment) -> Answer<()> {
    let number = |count: usize| i32::try_from(count).unwrap_or(i32::MAX);
    let kept = Kept { ask: import.ask.clone(), print: import.print };
    tx.sql(
        "insert into directory_import (municipality_id, id, source_id, source_name, licence, format, settings, state, \
         added, changed, same, gone, kept, left_out, refused, created_at, applied_at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17) \
         on conflict (municipality_id, id) do update set source_id = excluded.source_id, \
         settings = excluded.settings, state = excluded.state, added = excluded.added, changed = excluded.changed, \
         same = excluded.same, gone = excluded.gone, kept = excluded.kept, left_out = excluded.left_out, \
         refused = excluded.refused, applied_at = excluded.applied_at",
    )
    .bind(permit.municipality())
    .bind(import.id)
    .bind(import.source)
    .bind(import.ask.about.source.clone())
    .bind(import.ask.about.licence.clone())
    .bind(import.ask.mapping.as_ref().map_or("guessed", |_| "mapped"))
    .bind(serde_json::to_string(&kept).map_err(Trouble::fault)?)
    .bind(import.state)
    .bind(number(import.counts.added))
    .bind(number(import.counts.changed))
    .bind(number(import.counts.same))
    .bind(number(import.counts.gone))
    .bind(number(import.counts.kept))
    .bind(number(import.left_out))
    .bind(number(import.refused))
    .bind(now)
    .bind(import.applied_at)
    .execute()
    .await?;
    write_lines(tx, permit, import.id, lines).await
}

async fn write_lines(tx: &mut Tx, permit: &Permit, import: Id<Import>, lines: &[Line]) -> Answer<()> {
    tx.sql("delete from directory_import_line where municipality_id = $1 and import_id = $2")
        .bind(permit.municipality())
        .bind(import)
        .execute()
        .await?;
    let mut seq = 0;
    for lines in lines.chunks(BATCH) {
        tx.sql(
            "insert into directory_import_line (municipality_id, import_id, seq, outcome, file, line, source_key, \
             reason, detail) values ",
        )
        .push_rows(lines, |line, values| {
            seq += 1;
            values
                .bind(permit.municipality())
                .bind(import)
                .bind(seq)
                .bind(line.fate)
                .bind(line.at.file.as_str())
                .bind(i64::try_from(line.at.line).unwrap_or(i64::MAX))
                .bind(line.key.as_str())
                .bind(line.reason.as_str())
                .bind(line.detail.as_str());
        })
        .execute()
        .await?;
    }
    Ok(())
}

/// Of places that are secret from now on earlier reports tell no more than that there was something to tell: their key
/// can be their address. A key at the place of another ends in the key of its party.
pub(crate) async fn hush(tx: &mut Tx, permit: &Permit, keys: &[String]) -> Answer<()> {
    let whole = keys.iter().map(String::as_str);
    let bare = whole.clone().filter_map(|key| key.rsplit_once('@')).map(|(place, _)| place);
    let keys: Vec<String> = whole.chain(bare).filter(|key| !key.is_empty()).map(str::to_owned).collect();
    for keys in keys.chunks(BATCH) {
        tx.sql("update directory_import_line set source_key = '', detail = '' where municipality_id = $1 ")
            .bind(permit.municipality())
            .push_list(" and source_key in (", keys.iter().cloned(), ")")
            .execute()
            .await?;
    }
    Ok(())
}

#[derive(sqlx::FromRow)]
struct LineRow {
    outcome: Fate,
    file: String,
    line: i64,
    source_key: String,
    reason: String,
    detail: String,
}

/// Lines of one kind (or all), from a place on, in the order of the file.
pub async fn lines(
    db: &Db,
    municipality: Municipality,
    import: Id<Import>,
    fate: Option<Fate>,
    (skip, most): (i64, i64),
) -> Answer<Vec<Line>> {
    let mut sql = db
        .read(
            "select outcome, file, line, source_key, reason, detail from directory_import_line \
             where municipality_id = $1 and import_id = $2",
        )
        .bind(municipality)
        .bind(import);
    if let Some(fate) = fate {
        sql = sql.push_bind(" and outcome = ", fate);
    }
    let rows: Vec<LineRow> =
        sql.push_bind(" order by seq limit +", most).push_bind(" offset +", skip).all().await?;
    Ok(rows
        .into_iter()
        .map(|row| Line {
            fate: row.outcome,
            at: At { file: row.file, line: u64::try_from(row.line).unwrap_or(0) },
            key: row.source_key,
            reason: row.reason,
            detail: row.detail,
        })
        .collect())
}

/// How many lines of each kind, and of each reason within it.
pub async fn line_counts(
    db: &Db,
    municipality: Municipality,
    import: Id<Import>,
) -> Answer<Vec<(Fate, String, i64)>> {
    Ok(db
        .read(
            "select outcome, reason, count(*) from directory_import_line \
             where municipality_id = $1 and import_id = $2 group by outcome, reason order by outcome, 3 desc, reason",
        )
        .bind(municipality)
        .bind(import)
        .all()
        .await?)
}

/// Takes an import that waits, so that nobody else applies it. `false` when it waits no more.
pub(super) async fn claim(tx: &mut Tx, permit: &Permit, import: Id<Import>, now: Moment) -> Answer<bool> {
    let changed = tx
        .sql(
            "update directory_import set state = 'applied', applied_at = $3 \
             where municipality_id = $1 and id = $2 and state = 'previewed'",
        )
        .bind(permit.municipality())
        .bind(import)
        .bind(now)
        .execute()
        .await?;
    Ok(changed == 1)
}

pub async fn put_part(
    tx: &mut Tx,
    permit: &Permit,
    import: Id<Import>,
    part: i32,
    bytes: &[u8],
) -> Answer<()> {
    tx.sql(
        "insert into directory_import_part (municipality_id, import_id, part, bytes) values ($1, $2, $3, $4)",
    )
    .bind(permit.municipality())
    .bind(import)
    .bind(part)
    .bind(bytes)
    .execute()
    .await?;
    Ok(())
}

pub async fn part(
    db: &Db,
    municipality: Municipality,
    import: Id<Import>,
    part: i32,
) -> Answer<Option<Vec<u8>>> {
    Ok(db
        .read("select bytes from directory_import_part where municipality_id = $1 and import_id = $2 and part = $3")
        .bind(municipality)
        .bind(import)
        .bind(part)
        .optional_scalar()
        .await?)
}

pub(super) async fn drop_parts(tx: &mut Tx, permit: &Permit, import: Id<Import>) -> Answer<()> {
    tx.sql("delete from directory_import_part where municipality_id = $1 and import_id = $2")
        .bind(permit.municipality())
        .bind(import)
        .execute()
        .await?;
    Ok(())
}

/// Throws away an import that was not applied, with its file and lines.
pub async fn discard(tx: &mut Tx, permit: &Permit, import: Id<Import>) -> Answer<bool> {
    let changed = tx
        .sql("delete from directory_import where municipality_id = $1 and id = $2 and state <> 'applied'")
        .bind(permit.municipality())
        .bind(import)
        .execute()
        .await?;
    Ok(changed == 1)
}

/// Imports that waited longer than [`WAITS`] go, with their file.
pub const ENDS: Rule = Rule {
    keep: "import-day",
    table: "directory_import",
    key: "id",
    since: "created_at",
    over: "state <> 'applied' and created_at < $2",
    after: &[WAITS],
    along: &["directory_import_part"],
    of: Of::Work,
};
