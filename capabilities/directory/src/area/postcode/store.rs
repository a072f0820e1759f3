//! SQL on `directory_postcode`.

use access::Permit;
use ground::db::{Db, Tx};
use ground::id::Municipality;
use ground::trouble::Answer;

use super::Middle;

const COLUMNS: &str = "select postcode, lon, lat from directory_postcode where municipality_id = $1 ";

const BATCH: usize = 200;

/// Every postcode a municipality brought in.
pub async fn all(db: &Db, municipality: Municipality) -> Answer<Vec<Middle>> {
    Ok(db.read(COLUMNS).bind(municipality).push("order by postcode").all().await?)
}

/// As [`all`], within a transaction.
pub async fn all_in(tx: &mut Tx, municipality: Municipality) -> Answer<Vec<Middle>> {
    Ok(tx.sql(COLUMNS).bind(municipality).push("order by postcode").all().await?)
}

/// Puts these in place of what was there. The caller touches the municipality.
pub async fn replace(tx: &mut Tx, permit: &Permit, middles: &[Middle]) -> Answer<()> {
    let municipality = permit.municipality();
    tx.sql("delete from directory_postcode where municipality_id = $1").bind(municipality).execute().await?;
    for middles in middles.chunks(BATCH) {
        tx.sql("insert into directory_postcode (municipality_id, postcode, lon, lat) values ")
            .push_rows(middles, |one, values| {
                values.bind(municipality).bind(one.postcode.clone()).bind(one.lon).bind(one.lat);
            })
            .execute()
            .await?;
    }
    Ok(())
}
