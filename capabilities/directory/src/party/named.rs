//! A party by what it is called, and what it is called: for others who know only one of the two.

use ground::db::{Db, Tx};
use ground::id::{Id, Municipality};
use ground::trouble::Answer;

use super::Party;
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
