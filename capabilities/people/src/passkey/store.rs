//! SQL on `people_passkey` and `people_ceremony`.

use access::{LinkToken, Permit};
use directory::wording::Name;
use ground::db::{Db, Tx};
use ground::id::{Id, Municipality};
use ground::moment::Moment;
use ground::retention::{Of, Rule};
use ground::trouble::{Answer, Trouble};
use uuid::Uuid;
use webauthn_rs::prelude::Passkey;

use super::{Asked, CEREMONY, Key};
use crate::person::Person;

const FIND: &str = "select credential_hash, person_id, name, credential, created_at, used_at from people_passkey \
                    where municipality_id = $1 ";

#[derive(sqlx::FromRow)]
struct KeyRow {
    credential_hash: Vec<u8>,
    person_id: Uuid,
    name: Name,
    credential: String,
    created_at: Moment,
    used_at: Option<Moment>,
}

impl KeyRow {
    fn key(self) -> Answer<Key> {
        let credential = serde_json::from_str(&self.credential);
        Ok(Key {
            hash: self.credential_hash,
            person: self.person_id,
            name: self.name,
            credential: credential
                .map_err(|_| Trouble::fault("a key is kept in a form that cannot be read"))?,
            created_at: self.created_at,
            used_at: self.used_at,
        })
    }
}

fn written(credential: &Passkey) -> Answer<String> {
    serde_json::to_string(credential).map_err(|_| Trouble::fault("a key cannot be written down"))
}

/// Adds it, once. Says whether it was new: a key is one person's.
pub async fn add(tx: &mut Tx, permit: &Permit, key: &Key) -> Answer<bool> {
    let added = tx
        .sql(
            "insert into people_passkey (municipality_id, credential_hash, person_id, name, credential, created_at) \
             values ($1, $2, $3, $4, $5, $6) on conflict (municipality_id, credential_hash) do nothing",
        )
        .bind(permit.municipality())
        .bind(key.hash.clone())
        .bind(key.person)
        .bind(key.name.as_str().to_owned())
        .bind(written(&key.credential)?)
        .bind(key.created_at)
        .execute()
        .await?;
    Ok(added == 1)
}

/// The keys of somebody, oldest first.
pub async fn of_person(db: &Db, here: Municipality, person: Id<Person>) -> Answer<Vec<Key>> {
    let rows: Vec<KeyRow> = db
        .read(FIND)
        .bind(here)
        .push_bind("and person_id = ", person)
        .push(" order by created_at, credential_hash")
        .all()
        .await?;
    rows.into_iter().map(KeyRow::key).collect()
}

pub async fn find(db: &Db, here: Municipality, hash: &[u8]) -> Answer<Option<Key>> {
    let row: Option<KeyRow> =
        db.read(FIND).bind(here).push_bind("and credential_hash = ", hash.to_vec()).optional().await?;
    row.map(KeyRow::key).transpose()
}

/// It was used: its counter as the key says it now. Says whether it was still there.
pub async fn used(tx: &mut Tx, permit: &Permit, key: &Key, now: Moment) -> Answer<bool> {
    let changed = tx
        .sql(
            "update people_passkey set credential = $4, used_at = $5 where municipality_id = $1 \
             and credential_hash = $2 and person_id = $3",
        )
        .bind(permit.municipality())
        .bind(key.hash.clone())
        .bind(key.person)
        .bind(written(&key.credential)?)
        .bind(now)
        .execute()
        .await?;
    Ok(changed == 1)
}

/// Takes away one of somebody's own keys; says whether it was there.
pub async fn remove(tx: &mut Tx, permit: &Permit, person: Id<Person>, hash: &[u8]) -> Answer<bool> {
    let gone = tx
        .sql("delete from people_passkey where municipality_id = $1 and person_id = $2 and credential_hash = $3")
        .bind(permit.municipality())
        .bind(person)
        .bind(hash.to_vec())
        .execute()
        .await?;
    Ok(gone == 1)
}

/// Takes away every key of somebody, and what was asked to make one.
pub(crate) async fn remove_all(tx: &mut Tx, permit: &Permit, person: Id<Person>) -> Answer<()> {
    for sql in [
        "delete from people_passkey where municipality_id = $1 and person_id = $2",
        "delete from people_ceremony where municipality_id = $1 and person_id = $2",
    ] {
        tx.sql(sql).bind(permit.municipality()).bind(person).execute().await?;
    }
    Ok(())
}

/// Remembers what was asked in this browser; what nobody answered in time goes at once.
pub(crate) async fn ask(
    tx: &mut Tx,
    here: Municipality,
    token: &LinkToken,
    asked: &Asked,
    state: String,
    now: Moment,
) -> Answer<()> {
    forget_asked(tx, here, now).await?;
    tx.sql(
        "insert into people_ceremony (municipality_id, token_hash, kind, person_id, state, made_at) \
         values ($1, $2, $3, $4, $5, $6)",
    )
    .bind(here)
    .bind(token.digest())
    .bind(asked.word())
    .bind(asked.person())
    .bind(state)
    .bind(now)
    .execute()
    .await?;
    Ok(())
}

/// Whenever somebody begins: ceremonies that nobody answered.
pub(crate) async fn forget_asked(tx: &mut Tx, here: Municipality, now: Moment) -> Answer<()> {
    tx.sql("delete from people_ceremony where municipality_id = $1 and made_at <= $2")
        .bind(here)
        .bind(now.minus(CEREMONY))
        .execute()
        .await?;
    Ok(())
}

/// The same for the job.
pub(crate) const ENDS: Rule = Rule {
    keep: "ceremony",
    table: "people_ceremony",
    key: "token_hash",
    since: "made_at",
    over: "made_at <= $2",
    after: &[CEREMONY],
    along: &[],
    of: Of::Work,
};

#[derive(sqlx::FromRow)]
struct AskedRow {
    person_id: Option<Uuid>,
    state: String,
    made_at: Moment,
}

/// What was asked in this browser, for the only time: whoever takes it first has it.
/// Nothing when it was something else, of somebody else, too long ago, or answered already.
pub(crate) async fn take_asked(
    tx: &mut Tx,
    here: Municipality,
    token: &LinkToken,
    asked: &Asked,
    now: Moment,
) -> Answer<Option<String>> {
    let found: Option<AskedRow> = tx
        .sql(
            "select person_id, state, made_at from people_ceremony where municipality_id = $1 \
             and token_hash = $2 and kind = $3",
        )
        .bind(here)
        .bind(token.digest())
        .bind(asked.word())
        .optional()
        .await?;
    let taken = tx
        .sql("delete from people_ceremony where municipality_id = $1 and token_hash = $2")
        .bind(here)
        .bind(token.digest())
        .execute()
        .await?;
    let fits = |row: &AskedRow| {
        row.person_id == asked.person() && now >= row.made_at && now < row.made_at.plus(CEREMONY)
    };
    Ok(found.filter(|row| taken == 1 && fits(row)).map(|row| row.state))
}
