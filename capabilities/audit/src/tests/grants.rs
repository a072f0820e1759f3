//! A role of PostgreSQL that serves visitors adds to the trail and cannot rewrite it.

use ground::db::testing::postgres;
use ground::db::{Db, Options};
use ground::moment::Moment;

use super::{HERE, edits, papers};
use crate::{close, grants, only_adds, verify};

async fn does(db: &Db, statement: String) {
    db.write(Box::leak(statement.into_boxed_str())).execute().await.unwrap();
}

#[tokio::test]
async fn a_role_that_may_only_add_writes_closes_and_checks_but_edits_and_deletes_nothing() {
    let Some(fresh) = postgres(migrations::ALL).await else { return };
    let database: String = fresh.db.read("select cast(current_database() as text)").scalar().await.unwrap();
    let role = format!("{database}_web");
    does(&fresh, format!("create role {role} login")).await;
    let url = fresh.url().replace("samenspel@", &format!("{role}@"));
    let web = Db::open(&url, Options::default()).await.unwrap();
    // The owner can rewrite it, and so can a role that was given everything; each is told so at the start.
    does(&fresh, format!("grant select, insert, update, delete on all tables in schema public to {role}"))
        .await;
    assert!(!only_adds(&fresh).await.unwrap() && !only_adds(&web).await.unwrap());
    for statement in grants(&role).unwrap() {
        does(&fresh, statement).await;
    }
    assert!(only_adds(&web).await.unwrap() && !only_adds(&fresh).await.unwrap());
    // One table that was forgotten is enough.
    does(&fresh, format!("grant delete on audit_root to {role}")).await;
    assert!(!only_adds(&web).await.unwrap());
    does(&fresh, format!("revoke delete on audit_root from {role}")).await;
    let (_dir, papers) = papers();
    edits(&web, HERE, 0..5).await;
    close(&web, HERE, &papers, Moment::parse("2025-11-26T09:00:00Z").unwrap()).await.unwrap();
    for statement in [
        "update audit_line set action = 'x' where municipality_id = 9901",
        "delete from audit_line where municipality_id = 9901",
        "truncate audit_line",
        "update audit_root set lines = 1 where municipality_id = 9901",
        "delete from audit_root where municipality_id = 9901",
        "truncate audit_root",
        "delete from audit_head where municipality_id = 9901",
        "insert into audit_cut select municipality_id, day, lines, root, closed_at, signature, public_key from audit_root",
        "delete from audit_cut where municipality_id = 9901",
        "alter table audit_line drop column hash",
        "drop table audit_line",
        "delete from ground_migration",
        "create table mine (id integer)",
    ] {
        let refused = web.write(statement).execute().await.unwrap_err().to_string();
        assert!(refused.contains("42501"), "{statement}: {refused}");
    }
    let report = verify(&web, HERE, &papers, None).await.unwrap();
    assert!(report.is_sound() && report.lines == 5, "{:?}", report.faults);
    web.close().await;
    does(&fresh, format!("drop owned by {role}")).await;
    does(&fresh, format!("drop role {role}")).await;
}
