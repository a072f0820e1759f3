//! SQL on `people_person`.

use std::collections::HashMap;

use access::Permit;
use directory::wording::Name;
use ground::db::{Db, Tx};
use ground::id::{Id, Municipality};
use ground::moment::Moment;
use ground::trouble::{Answer, Trouble};
use uuid::Uuid;

use super::Person;

#[derive(sqlx::FromRow)]
struct PersonRow {
    id: Id<Person>,
    name: Name,
    created_at: Moment,
}

impl From<PersonRow> for Person {
    fn from(PersonRow { id, name, created_at }: PersonRow) -> Self {
        Self { id, name, created_at }
    }
}

pub async fn add(tx: &mut Tx, permit: &Permit, person: &Person) -> Answer<()> {
    tx.sql("insert into people_person (municipality_id, id, name, created_at) values ($1, $2, $3, $4)")
        .bind(permit.municipality())
        .bind(person.id)
        .bind(person.name.as_str().to_owned())
        .bind(person.created_at)
        .execute()
        .await?;
    Ok(())
}

/// Another name; `NotThere` without such a person.
pub async fn rename(tx: &mut Tx, permit: &Permit, person: Id<Person>, name: &Name) -> Answer<()> {
    let changed = tx
        .sql("update people_person set name = $3 where municipality_id = $1 and id = $2")
        .bind(permit.municipality())
        .bind(person)
        .bind(name.as_str().to_owned())
        .execute()
        .await?;
    if changed == 1 { Ok(()) } else { Err(Trouble::NotThere) }
}

/// Holds the row until the transaction ends: what is decided about a person is decided once.
pub async fn hold(tx: &mut Tx, permit: &Permit, person: Id<Person>) -> Answer<()> {
    let held = tx
        .sql("update people_person set name = name where municipality_id = $1 and id = $2")
        .bind(permit.municipality())
        .bind(person)
        .execute()
        .await?;
    if held == 1 { Ok(()) } else { Err(Trouble::NotThere) }
}

/// Whether this person is still there, for whoever writes the number down.
pub async fn is_there(tx: &mut Tx, here: Municipality, person: Id<Person>) -> Answer<bool> {
    let found: Option<i32> = tx
        .sql("select 1 from people_person where municipality_id = $1 and id = $2")
        .bind(here)
        .bind(person)
        .optional_scalar()
        .await?;
    Ok(found.is_some())
}

/// Forgets whoever belongs nowhere any more: name, keys and sessions go together. Says whether that was so.
pub async fn forget_if_alone(tx: &mut Tx, permit: &Permit, person: Id<Person>) -> Answer<bool> {
    let gone = tx
        .sql(
            "delete from people_person where municipality_id = $1 and id = $2 and not exists \
             (select 1 from people_membership m where m.municipality_id = $1 and m.person_id = $2)",
        )
        .bind(permit.municipality())
        .bind(person)
        .execute()
        .await?;
    Ok(gone == 1)
}

/// Whether a key or an account is left with which somebody comes in, while the person is held.
pub(crate) async fn has_way_in(tx: &mut Tx, permit: &Permit, person: Id<Person>) -> Answer<bool> {
    for sql in [
        "select 1 from people_passkey where municipality_id = $1 and person_id = $2 limit 1",
        "select 1 from people_account where municipality_id = $1 and person_id = $2 limit 1",
    ] {
        let found: Option<i32> =
            tx.sql(sql).bind(permit.municipality()).bind(person).optional_scalar().await?;
        if found.is_some() {
            return Ok(true);
        }
    }
    Ok(false)
}

pub async fn find(db: &Db, here: Municipality, person: Id<Person>) -> Answer<Option<Person>> {
    let row: Option<PersonRow> = db
        .read("select id, name, created_at from people_person where municipality_id = $1 and id = $2")
        .bind(here)
        .bind(person)
        .optional()
        .await?;
    Ok(row.map(Person::from))
}

/// The names of these people, for a page that may show them; who is forgotten has none.
pub async fn names(db: &Db, here: Municipality, people: &[Uuid]) -> Answer<HashMap<Uuid, Name>> {
    if people.is_empty() {
        return Ok(HashMap::new());
    }
    let rows: Vec<PersonRow> = db
        .read("select id, name, created_at from people_person where municipality_id = $1 and ")
        .bind(here)
        .push_list("id in (", people.iter().copied(), ")")
        .all()
        .await?;
    Ok(rows.into_iter().map(|row| (row.id.uuid(), row.name)).collect())
}
