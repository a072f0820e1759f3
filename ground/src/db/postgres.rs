//! PostgreSQL: one pool, without a round trip before every statement.

use std::str::FromStr;
use std::time::Duration;

use sqlx::pool::PoolOptions;
use sqlx::postgres::PgConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions, Executor, PgPool, Postgres};

use super::{DbError, Engine, Options};

/// Beyond this age a connection is made anew, so that a fail-over is followed even by an idle server.
const LIFETIME: Duration = Duration::from_secs(15 * 60);

pub(super) async fn open(url: &str, options: &Options) -> Result<PgPool, DbError> {
    let settings = PgConnectOptions::from_str(url)
        .map_err(|_| DbError::refused("The address of the PostgreSQL server cannot be read."))?
        .application_name("samenspel")
        .disable_statement_logging();
    let mut session = format!("set lock_timeout = {}", options.patience.as_millis().max(1));
    if options.read_only {
        session.push_str("; set default_transaction_read_only = on");
    }
    let pool = PoolOptions::<Postgres>::new()
        .max_connections(options.connections.max(2))
        .acquire_timeout(options.patience)
        .test_before_acquire(false)
        .max_lifetime(LIFETIME)
        .after_connect(move |connection, _| {
            let session = session.clone();
            Box::pin(async move { connection.execute(sqlx::raw_sql(AssertSqlSafe(session))).await.map(drop) })
        })
        .connect_with(settings)
        .await
        .map_err(unreached)?;
    let version: i32 = sqlx::query_scalar("select current_setting('server_version_num')::integer")
        .fetch_one(&pool)
        .await
        .map_err(|error| DbError::from_engine(error, Engine::Postgres, None))?;
    if version < 150_000 {
        return Err(DbError::refused(format!(
            "PostgreSQL {} is too old; version 15 or newer is needed.",
            version / 10_000
        )));
    }
    Ok(pool)
}

/// Whoever owns a table grants itself again what was taken away.
pub(super) async fn allows(pool: &PgPool, table: &str, deeds: &str) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar(
        "select has_table_privilege($1, $2) or pg_has_role((select relowner from pg_class where oid = $1::regclass), \
         'USAGE')",
    )
    .bind(table)
    .bind(deeds)
    .fetch_one(pool)
    .await
}

/// Why there is no connection, for whoever starts the program. Never in the open when the address asks for TLS.
fn unreached(error: sqlx::Error) -> DbError {
    match error {
        sqlx::Error::Tls(reason) => DbError::refused(format!(
            "The address of the PostgreSQL server asks for a secure connection (sslmode), and there is none: {reason}. \
             Turn on ssl at the server, or take sslmode out of the address for a socket or the same machine."
        )),
        // What TLS has against the other side comes as data that is not valid.
        sqlx::Error::Io(error) if error.kind() == std::io::ErrorKind::InvalidData => {
            DbError::refused(format!(
                "The PostgreSQL server is not trusted: {error}. Give the certificate of who signed it with \
             sslrootcert=FILE in the address, and call the server by the name that is in its certificate."
            ))
        }
        error => match DbError::from_engine(error, Engine::Postgres, None) {
            DbError::Refused(sentence) => DbError::Refused(sentence),
            other => DbError::refused(format!("The PostgreSQL server cannot be reached: {other}.")),
        },
    }
}
