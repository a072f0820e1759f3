//! A party by what it is called, and what it is called: for others who know only one of the two.

use ground::db::{Db, Tx};
use ground::id::{Id, Municipality};
use ground::trouble::Answer;

use super::store::BATCH;
use super::{Party, Sphere};
use crate::wording::Name;

/// A party with exactly this name, if there is one.
pub async fn named(tx: &mut Tx, here: Municipality, name: &str) -> Answer<Option<Id<Party>>> {
    let found = tx
        .sql("select id from directory_party where municipality_id = $1 and name = $2 order by id limit 1")
        .bind(here)
        .bind(name)
        .optional_scalar()
        .await?;
    Ok(found)
}

/// What a party is called.
pub async fn name(db: &Db, here: Municipality, party: Id<Party>) -> Answer<Option<Name>> {
    let name = db
        .read("select name from directory_party where municipality_id = $1 and id = $2")
        .bind(here)
        .bind(party)
        .optional_scalar()
        .await?;
    Ok(name)
}

/// What the parties with these ids are called, and of which world they are; ids that do not exist are left out.
pub async fn names(db: &Db, here: Municipality, ids: &[Id<Party>]) -> Answer<Vec<(Id<Party>, Name, Sphere)>> {
    let mut names = Vec::with_capacity(ids.len());
    for ids in ids.chunks(BATCH) {
        let rows: Vec<(Id<Party>, Name, Sphere)> = db
            .read("select id, name, sphere from directory_party where municipality_id = $1")
            .bind(here)
            .push_list(" and id in (", ids.iter().copied(), ")")
            .all()
            .await?;
        names.extend(rows);
    }
    Ok(names)
}

/// The source's key and the name of each of these.
pub async fn keys_and_names(
    tx: &mut Tx,
    municipality: Municipality,
    ids: &[Id<Party>],
) -> Answer<Vec<(String, String)>> {
    let mut found = Vec::with_capacity(ids.len());
    for ids in ids.chunks(BATCH) {
        let rows: Vec<(Option<String>, String)> = tx
            .sql("select source_key, name from directory_party where municipality_id = $1 ")
            .bind(municipality)
            .push_list(" and id in (", ids.iter().copied(), ")")
            .all()
            .await?;
        found.extend(rows.into_iter().map(|(key, name)| (key.unwrap_or_default(), name)));
    }
    Ok(found)
}
