//! What the clock said of terms: the statements are the same for questions and handovers, their tables are not.

/// Makes `nudges`, a module that reads and writes one table of what was said.
///
/// `$of`: the table of what has a term; `$table`: what was said; `$key`: the column that leads from one to the other.
#[macro_export]
macro_rules! nudges {
    ($of:literal, $table:literal, $key:literal) => {
        mod nudges {
            use ground::db::{Db, Tx};
            use ground::id::{Id, Municipality};
            use ground::moment::Moment;
            use ground::trouble::Answer;
            use $crate::{ROUND, Stage};

            macro_rules! where_not_said {
                ($at:literal, $also:literal, $stage:literal) => {
                    concat!(
                        "select id from ",
                        $of,
                        " o where municipality_id = $1 and closed_at is null and ",
                        $at,
                        " <= $2 ",
                        $also,
                        " and not exists (select 1 from ",
                        $table,
                        " n where n.municipality_id = $1 and n.",
                        $key,
                        " = o.id and n.turn = o.turn",
                        $stage,
                        ") order by ",
                        $at,
                        " limit +$3"
                    )
                };
            }

            /// Of which something is to be said, those that wait longest first; no more than one round looks at.
            pub(super) async fn due<T>(
                db: &Db,
                here: Municipality,
                stage: Stage,
                now: Moment,
            ) -> Answer<Vec<Id<T>>> {
                let sql = match stage {
                    Stage::Half => where_not_said!("half_at", "and term_at > $2", ""),
                    Stage::Term => where_not_said!("term_at", "", " and n.stage = 'term'"),
                    Stage::Coordinator => where_not_said!("tell_at", "", " and n.stage = 'coordinator'"),
                };
                Ok(db.read(sql).bind(here).bind(now).bind(ROUND).scalars().await?)
            }

            /// Says it; false when it was said already.
            pub(super) async fn say<T>(
                tx: &mut Tx,
                here: Municipality,
                (id, turn): (Id<T>, i32),
                stage: Stage,
                now: Moment,
            ) -> Answer<bool> {
                let sql = concat!(
                    "insert into ",
                    $table,
                    " (municipality_id, ",
                    $key,
                    ", turn, stage, at) ",
                    "values ($1, $2, $3, $4, $5) on conflict (municipality_id, ",
                    $key,
                    ", turn, stage) do nothing"
                );
                let written =
                    tx.sql(sql).bind(here).bind(id).bind(turn).bind(stage.word()).bind(now).execute().await?;
                Ok(written == 1)
            }

            /// What was said about the terms of one of them, oldest first.
            pub(crate) async fn said_of<T>(
                db: &Db,
                here: Municipality,
                id: Id<T>,
            ) -> Answer<Vec<(Stage, Moment)>> {
                let sql = concat!(
                    "select stage, at from ",
                    $table,
                    " where municipality_id = $1 and ",
                    $key,
                    " = $2 order by at, turn"
                );
                let rows: Vec<(String, Moment)> = db.read(sql).bind(here).bind(id).all().await?;
                Ok(rows.into_iter().filter_map(|(stage, at)| Some((Stage::parse(&stage)?, at))).collect())
            }
        }
    };
}
