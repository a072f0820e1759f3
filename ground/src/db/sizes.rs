//! What SQLite's planner is told about the size of tables: the same everywhere, so that plans are the same everywhere.

use super::migrate::run;
use super::{Db, DbError, Engine};

/// Without numbers SQLite takes a table of a municipality for ten rows, and walks through all of them where an index
/// would do. Numbers it counted itself would depend on when it counted, and would reach a running server only at its
/// next start. So every table is said to be as large as a large one: a hundred thousand rows a municipality, and ten
/// for each next column of an index.
const STATEMENTS: [&str; 4] = [
    // Makes the table of sizes where it is missing; counts nothing.
    "analyze sqlite_schema",
    "delete from sqlite_stat1",
    "insert into sqlite_stat1 (tbl, idx, stat)
     select tbl, idx, case when places = 1 then '1000 1' else
         '1000000 100000' || replace(substr('..........', 1, places - 2), '.', ' 10')
             || case when is_unique then ' 1' else ' 10' end end
     from (
         select m.name as tbl, case i.origin when 'pk' then m.name else i.name end as idx,
             i.\"unique\" as is_unique, (select count(*) from pragma_index_info(i.name)) as places
         from sqlite_schema as m join pragma_index_list(m.name) as i
         where m.type = 'table' and m.name not like 'sqlite\\_%' escape '\\'
     )",
    // Reads them.
    "analyze sqlite_schema",
];

/// PostgreSQL counts by itself, again and again.
pub(super) async fn tell(db: &Db) -> Result<(), DbError> {
    if db.engine() == Engine::Postgres {
        return Ok(());
    }
    let mut tx = db.begin().await?;
    for statement in STATEMENTS {
        run(&mut tx, statement).await?;
    }
    tx.commit().await
}

#[cfg(test)]
mod tests {
    use crate::db::testing::{THEN, empty};
    use crate::db::{Engine, Migration};

    const TOWN: Migration = Migration {
        number: 1,
        name: "town",
        sql: "create table town_offer (municipality_id integer not null, id uuid not null, party_id uuid not null, \
              primary key (municipality_id, id)); \
              create index town_offer_party on town_offer (municipality_id, party_id)",
    };

    #[derive(sqlx::FromRow)]
    struct Step {
        detail: String,
    }

    #[tokio::test]
    async fn an_index_is_used_before_there_is_any_row_and_by_whoever_was_connected_already() {
        for fresh in empty().await.into_iter().filter(|fresh| fresh.engine() == Engine::Sqlite) {
            // A reader that knows the file as it was.
            fresh.read("select count(*) from sqlite_schema").scalar::<i64>().await.unwrap();
            fresh.migrate(THEN, &[TOWN]).await.unwrap();
            for _ in 0..8 {
                let steps: Vec<Step> = fresh
                    .read("explain query plan select * from town_offer where municipality_id = 1 and party_id = x'00'")
                    .all()
                    .await
                    .unwrap();
                assert!(
                    steps.iter().any(|step| step.detail.contains("town_offer_party")),
                    "{}",
                    steps[0].detail
                );
            }
        }
    }
}
