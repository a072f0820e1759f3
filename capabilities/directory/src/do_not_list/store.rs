//! SQL on `directory_do_not_list`.

use access::Permit;
use ground::db::{Db, Tx};
use ground::id::{Id, Municipality};
use ground::moment::Moment;
use ground::trouble::Answer;

use super::Wish;

#[derive(sqlx::FromRow)]
struct WishRow {
    id: Id<Wish>,
    name_key: String,
    postcode: String,
    source_name: String,
    source_key: String,
    contacts: String,
    asked_at: Moment,
}

impl From<WishRow> for Wish {
    fn from(row: WishRow) -> Self {
        let WishRow { id, name_key, postcode, source_name, source_key, contacts, asked_at } = row;
        let contacts = contacts.split_whitespace().map(str::to_owned).collect();
        Self { id, name_key, postcode, source_name, source_key, contacts, asked_at }
    }
}

pub async fn all(db: &Db, municipality: Municipality) -> Answer<Vec<Wish>> {
    let rows: Vec<WishRow> = db
        .read(
            "select id, name_key, postcode, source_name, source_key, contacts, asked_at from directory_do_not_list \
             where municipality_id = $1 order by asked_at, id",
        )
        .bind(municipality)
        .all()
        .await?;
    Ok(rows.into_iter().map(Wish::from).collect())
}

pub async fn remember(tx: &mut Tx, permit: &Permit, wish: &Wish) -> Answer<()> {
    tx.sql(
        "insert into directory_do_not_list (municipality_id, id, name_key, postcode, source_name, source_key, \
         contacts, asked_at) values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (municipality_id, id) do nothing",
    )
    .bind(permit.municipality())
    .bind(wish.id)
    .bind(wish.name_key.clone())
    .bind(wish.postcode.clone())
    .bind(wish.source_name.clone())
    .bind(wish.source_key.clone())
    .bind(wish.contacts.join(" "))
    .bind(wish.asked_at)
    .execute()
    .await?;
    Ok(())
}

/// They changed their mind: imports may bring them again.
pub async fn forget(tx: &mut Tx, permit: &Permit, id: Id<Wish>) -> Answer<bool> {
    let changed = tx
        .sql("delete from directory_do_not_list where municipality_id = $1 and id = $2")
        .bind(permit.municipality())
        .bind(id)
        .execute()
        .await?;
    Ok(changed == 1)
}

/// As [`all`], within a transaction.
pub async fn all_in(tx: &mut Tx, municipality: Municipality) -> Answer<Vec<Wish>> {
    let rows: Vec<WishRow> = tx
        .sql(
            "select id, name_key, postcode, source_name, source_key, contacts, asked_at from directory_do_not_list \
             where municipality_id = $1 order by asked_at, id",
        )
        .bind(municipality)
        .all()
        .await?;
    Ok(rows.into_iter().map(Wish::from).collect())
}
