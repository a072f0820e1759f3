//! A connection to PostgreSQL that asks for TLS gets it, or is none.

use crate::db::testing::server;
use crate::db::{Db, Options};

#[tokio::test]
async fn who_asks_for_a_secure_connection_never_gets_an_open_one() {
    let Some(address) = server::url("postgres") else { return };
    Db::open(&address, Options::default()).await.unwrap().close().await;
    for mode in ["require", "verify-ca", "verify-full"] {
        let refused = Db::open(&format!("{address}&sslmode={mode}"), Options::default()).await.unwrap_err();
        let sentence = refused.to_string();
        assert!(sentence.contains("asks for a secure connection"), "{mode}: {sentence}");
        assert!(sentence.contains("Turn on ssl at the server"), "{mode}: {sentence}");
    }
}
