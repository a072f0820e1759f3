//! Each rule catches its violation, on both engines.

use super::{Catalogue, Kind, ready_to_be_spread, same_on_both, statement_rules};
use crate::db::testing::{THEN, each, empty};
use crate::db::tests::MIGRATIONS;
use crate::db::{Engine, Migration};

/// The complaints about a schema on each engine there is; they must be the same.
async fn complaints(sql: &'static str, reference_tables: &[&str]) -> Vec<String> {
    let migrations = [Migration { number: 1, name: "wrong", sql }];
    let mut found: Vec<Vec<String>> = Vec::new();
    for fresh in empty().await {
        fresh.migrate(THEN, &migrations).await.unwrap();
        found.push(ready_to_be_spread(&Catalogue::read(&fresh).await.unwrap(), reference_tables));
    }
    assert!(found.windows(2).all(|pair| pair[0] == pair[1]), "the engines disagree: {found:?}");
    found.remove(0)
}

const GOOD: &str = "create table t (municipality_id integer not null, id uuid not null,
    name text not null default 'x', size integer not null default 0, open boolean not null default true,
    primary key (municipality_id, id)); create unique index t_name on t (municipality_id, name);";

#[tokio::test]
async fn a_good_schema_has_no_complaints_and_is_the_same_on_both() {
    assert!(complaints(GOOD, &[]).await.is_empty());
    let mut catalogues = Vec::new();
    for fresh in each(MIGRATIONS).await {
        catalogues.push(Catalogue::read(&fresh).await.unwrap());
    }
    for pair in catalogues.windows(2) {
        assert_eq!(same_on_both(&pair[0], &pair[1]), [""; 0]);
        assert_eq!(pair[0].tables["party"].columns.len(), 9);
        assert_eq!(pair[0].in_reference_order().unwrap(), ["party", "offer"]);
    }
}

#[tokio::test]
async fn a_table_without_the_municipality_is_caught_unless_it_is_listed() {
    let lone = "create table lone (id uuid not null primary key)";
    assert_eq!(
        complaints(lone, &[]).await,
        [
            "lone has no municipality_id and is no reference table",
            "lone: the primary key does not start with municipality_id"
        ]
    );
    assert!(complaints(lone, &["lone"]).await.is_empty());
}

#[tokio::test]
async fn a_municipality_that_may_be_null_or_comes_second_is_caught() {
    let second = "create table t (municipality_id integer not null, id uuid not null, primary key (id, municipality_id))";
    assert_eq!(complaints(second, &[]).await, ["t: the primary key does not start with municipality_id"]);
}

#[tokio::test]
async fn a_unique_index_over_all_municipalities_is_caught() {
    let found = complaints(
        "create table t (municipality_id integer not null, id uuid not null, code text not null unique,
            slug text not null, primary key (municipality_id, id));
         create unique index t_slug on t (slug, municipality_id) where slug <> ''",
        &[],
    )
    .await;
    assert_eq!(
        found,
        [
            "t: unique (code) does not start with municipality_id",
            "t: unique (slug, municipality_id) does not start with municipality_id"
        ]
    );
}

#[tokio::test]
async fn a_reference_that_could_cross_municipalities_is_caught() {
    let found = complaints(
        "create table a (municipality_id integer not null, id uuid not null, primary key (municipality_id, id));
         create table b (municipality_id integer not null, a_municipality integer not null, a_id uuid not null,
            primary key (municipality_id, a_id),
            foreign key (a_municipality, a_id) references a (municipality_id, id))",
        &[],
    )
    .await;
    assert_eq!(found, ["b: the reference (a_municipality, a_id) to a does not start with municipality_id"]);
}

#[tokio::test]
async fn set_null_and_a_reference_table_that_points_at_a_tenant_are_caught() {
    let found = complaints(
        "create table a (municipality_id integer not null, id uuid not null, primary key (municipality_id, id));
         create table place (code text not null primary key, a_municipality integer, a_id uuid,
            foreign key (a_municipality, a_id) references a (municipality_id, id) on delete set null)",
        &["place"],
    )
    .await;
    assert_eq!(
        found,
        [
            "place has on delete set null towards a",
            "the reference table place points at a, which is a tenant's"
        ]
    );
}

#[tokio::test]
async fn a_default_that_decides_by_itself_is_caught() {
    let found = complaints(
        "create table t (municipality_id integer not null, id uuid not null, at text default (current_timestamp),
            primary key (municipality_id, id))",
        &[],
    )
    .await;
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].starts_with("t.at gets its default from"), "{found:?}");
}

#[tokio::test]
async fn a_trigger_and_a_sequence_are_caught() {
    for fresh in empty().await {
        fresh.migrate(THEN, &[Migration { number: 1, name: "good", sql: GOOD }]).await.unwrap();
        match fresh.engine() {
            Engine::Sqlite => {
                fresh
                    .write("create trigger tick after delete on t begin select 1; end")
                    .execute()
                    .await
                    .unwrap();
            }
            Engine::Postgres => {
                fresh
                    .write("create function f() returns trigger language plpgsql as 'begin return null; end'")
                    .execute()
                    .await
                    .unwrap();
                fresh
                    .write("create trigger tick after delete on t execute function f()")
                    .execute()
                    .await
                    .unwrap();
                fresh.write("alter table t add column serial bigserial").execute().await.unwrap();
            }
        }
        let found = ready_to_be_spread(&Catalogue::read(&fresh).await.unwrap(), &[]);
        assert!(found.contains(&"there is a trigger t: tick".to_owned()), "{found:?}");
        if fresh.engine() == Engine::Postgres {
            assert!(found.contains(&"there is a sequence t_serial_seq".to_owned()), "{found:?}");
            assert!(found.iter().any(|line| line.starts_with("t.serial gets its default")), "{found:?}");
        }
    }
}

#[tokio::test]
async fn every_difference_between_two_databases_is_named() {
    let fresh = &each(MIGRATIONS).await[0];
    let good = Catalogue::read(fresh).await.unwrap();
    let changed = |change: fn(&mut Catalogue)| {
        let mut other = good.clone();
        change(&mut other);
        same_on_both(&good, &other)
    };
    assert_eq!(changed(|_| {}), [""; 0]);
    assert_eq!(changed(|c| drop(c.tables.remove("offer"))), ["offer is in one of the two only"]);
    assert_eq!(changed(|c| c.tables.get_mut("offer").unwrap().columns[3].kind = Kind::Real).len(), 1);
    assert_eq!(changed(|c| c.tables.get_mut("offer").unwrap().columns[3].nullable = true).len(), 1);
    assert_eq!(changed(|c| c.tables.get_mut("party").unwrap().columns[5].default = None).len(), 1);
    assert_eq!(changed(|c| c.tables.get_mut("party").unwrap().uniques.clear()).len(), 1);
    assert_eq!(changed(|c| c.tables.get_mut("offer").unwrap().foreign_keys.clear()).len(), 1);
    assert_eq!(changed(|c| c.tables.get_mut("offer").unwrap().primary_key.reverse()).len(), 1);
    assert_eq!(changed(|c| drop(c.tables.get_mut("offer").unwrap().columns.pop())).len(), 1);
}

#[test]
fn tables_that_point_in_a_circle_have_no_order() {
    let mut circle = Catalogue::default();
    for (name, towards) in [("a", "b"), ("b", "a")] {
        let key = super::ForeignKey {
            columns: vec!["x".to_owned()],
            to_table: towards.to_owned(),
            to_columns: vec!["x".to_owned()],
            on_delete: "cascade".to_owned(),
        };
        circle.tables.entry(name.to_owned()).or_default().foreign_keys.insert(key);
    }
    assert!(circle.in_reference_order().unwrap_err().to_string().contains("a, b"));
}

#[test]
fn a_statement_needs_the_municipality_for_each_table() {
    let fine = [
        "select a.id from offer as a where a.municipality_id = $1",
        "select a.id from offer as a join party as b on b.municipality_id = a.municipality_id and b.id = a.party_id where a.municipality_id = $1",
        "select a.id from offer as a join party as b using (municipality_id, party_id) where a.municipality_id = $1",
        "insert into offer (municipality_id, id) values ($1, $2) on conflict (municipality_id, id) do update set id = excluded.id",
        "with mine as (select id from offer where municipality_id = $1) select id from mine",
        "select code from area where name = 'now() * ilike'",
        "delete from offer where municipality_id = $1 and id = $2",
        "select count(*) from offer where municipality_id = $1",
    ];
    for sql in fine {
        assert!(statement_rules(sql, &["area"]).is_empty(), "{sql}: {:?}", statement_rules(sql, &["area"]));
    }
    let wrong = [
        "select id from offer where id = $1",
        "select a.id from offer as a join party as b on b.id = a.party_id where a.municipality_id = $1 ",
        "update offer set title = $1",
        "update offer set at = now() where municipality_id = $1",
        "select * from offer where municipality_id = $1",
        "delete from offer where municipality_id = $1 returning *",
        "select id from offer where municipality_id = $1 and title ilike $2",
        "select id from offer where municipality_id = $1 order by random()",
        "select current_timestamp",
    ];
    for sql in wrong {
        assert!(!statement_rules(sql, &["area"]).is_empty(), "{sql}");
    }
}
