//! SQL on `directory_theme`.

use access::Permit;
use ground::db::{Db, Tx};
use ground::id::Municipality;
use ground::moment::Moment;
use ground::trouble::Answer;

use super::{Change, Taxonomy, Theme};
use crate::wording::Line;

const COLUMNS: &str = "select key, parent_key, name_nl, name_en, name_ar, about, place, hidden, into_key, \
                       changed_at from directory_theme where municipality_id = $1 order by key";

#[derive(sqlx::FromRow)]
struct ThemeRow {
    key: String,
    parent_key: Option<String>,
    name_nl: Line,
    name_en: Line,
    name_ar: Line,
    about: Line,
    place: Option<i32>,
    hidden: bool,
    into_key: Option<String>,
    changed_at: Moment,
}

fn change(row: ThemeRow) -> Option<Change> {
    let key = |key: Option<String>| key.as_deref().and_then(Theme::parse);
    Some(Change {
        theme: Theme::parse(&row.key)?,
        parent: key(row.parent_key),
        nl: row.name_nl,
        en: row.name_en,
        ar: row.name_ar,
        about: row.about,
        place: row.place,
        hidden: row.hidden,
        into: key(row.into_key),
        changed_at: row.changed_at,
    })
}

pub async fn changes(db: &Db, municipality: Municipality) -> Answer<Vec<Change>> {
    let rows: Vec<ThemeRow> = db.read(COLUMNS).bind(municipality).all().await?;
    Ok(rows.into_iter().filter_map(change).collect())
}

/// As [`changes`], within a transaction.
pub async fn changes_in(tx: &mut Tx, municipality: Municipality) -> Answer<Vec<Change>> {
    let rows: Vec<ThemeRow> = tx.sql(COLUMNS).bind(municipality).all().await?;
    Ok(rows.into_iter().filter_map(change).collect())
}

/// The themes of a municipality as they are now.
pub async fn taxonomy(db: &Db, municipality: Municipality) -> Answer<Taxonomy> {
    Ok(Taxonomy::of(&changes(db, municipality).await?))
}

pub async fn put(tx: &mut Tx, permit: &Permit, changes: &[Change]) -> Answer<()> {
    if changes.is_empty() {
        return Ok(());
    }
    tx.sql(
        "insert into directory_theme (municipality_id, key, parent_key, name_nl, name_en, name_ar, about, place, \
         hidden, into_key, changed_at) values ",
    )
    .push_rows(changes, |change, values| {
        let key = |theme: &Option<Theme>| theme.as_ref().map(|theme| theme.key().to_owned());
        values
            .bind(permit.municipality())
            .bind(change.theme.key().to_owned())
            .bind(key(&change.parent))
            .bind(change.nl.clone())
            .bind(change.en.clone())
            .bind(change.ar.clone())
            .bind(change.about.clone())
            .bind(change.place)
            .bind(change.hidden)
            .bind(key(&change.into))
            .bind(change.changed_at);
    })
    .push(
        " on conflict (municipality_id, key) do update set parent_key = excluded.parent_key, \
         name_nl = excluded.name_nl, name_en = excluded.name_en, name_ar = excluded.name_ar, \
         about = excluded.about, place = excluded.place, hidden = excluded.hidden, \
         into_key = excluded.into_key, changed_at = excluded.changed_at",
    )
    .execute()
    .await?;
    Ok(())
}
