//! The list of the desk: parties by name, however many there are.

use ground::db::Db;
use ground::id::{Id, Municipality};
use ground::trouble::Answer;

use crate::party::Party;

pub(super) const PAGE: i64 = 50;

/// The ids of one page of parties whose name holds these words, and how many there are in all.
pub(super) async fn named(
    db: &Db,
    municipality: Municipality,
    key: &str,
    page: i64,
) -> Answer<(Vec<Id<Party>>, i64)> {
    // A name key has letters, digits and single spaces only: nothing in it is a wildcard.
    let pattern = format!("%{key}%");
    let count: i64 = db
        .read("select count(*) from directory_party where municipality_id = $1 and name_key like $2")
        .bind(municipality)
        .bind(pattern.as_str())
        .scalar()
        .await?;
    let ids = db
        .read(
            "select id from directory_party where municipality_id = $1 and name_key like $2 \
             order by name_key, id limit +$3 offset +$4",
        )
        .bind(municipality)
        .bind(pattern.as_str())
        .bind(PAGE)
        .bind(page.saturating_sub(1).saturating_mul(PAGE))
        .scalars()
        .await?;
    Ok((ids, count))
}
