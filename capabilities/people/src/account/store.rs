//! SQL on `people_account`: a digest of issuer and subject, so that the table says nothing about anybody elsewhere.

use access::Permit;
use ground::db::{Db, Tx};
use ground::id::{Id, Municipality};
use ground::moment::Moment;
use ground::trouble::Answer;
use provider::Arrived;
use sha2::{Digest as _, Sha256};

use crate::person::Person;

/// Issuer and subject together; a length before each, so that no two pairs give the same bytes.
pub(super) fn digest(arrived: &Arrived) -> Vec<u8> {
    let mut digest = Sha256::new();
    for part in [&arrived.issuer, &arrived.subject] {
        digest.update((part.len() as u64).to_be_bytes());
        digest.update(part.as_bytes());
    }
    digest.finalize().to_vec()
}

/// Whose account this is.
pub(super) async fn owner(db: &Db, here: Municipality, account: &[u8]) -> Answer<Option<Id<Person>>> {
    let owner = db
        .read("select person_id from people_account where municipality_id = $1 and account_hash = $2")
        .bind(here)
        .bind(account.to_vec())
        .optional_scalar()
        .await?;
    Ok(owner)
}

/// From now on this account is a way in for this person. Says whether: of two who connect it at once, one does.
pub(super) async fn add(
    tx: &mut Tx,
    permit: &Permit,
    account: &[u8],
    person: Id<Person>,
    now: Moment,
) -> Answer<bool> {
    let added = tx
        .sql(
            "insert into people_account (municipality_id, account_hash, person_id, created_at) \
         values ($1, $2, $3, $4) on conflict (municipality_id, account_hash) do nothing",
        )
        .bind(permit.municipality())
        .bind(account.to_vec())
        .bind(person)
        .bind(now)
        .execute()
        .await?;
    Ok(added == 1)
}

/// An account of somebody, as far as anything is known of it.
#[derive(sqlx::FromRow)]
pub(crate) struct Account {
    #[sqlx(rename = "account_hash")]
    pub(crate) hash: Vec<u8>,
    pub(crate) created_at: Moment,
}

/// The accounts that are a way in for this person, oldest first.
pub(crate) async fn of_person(db: &Db, here: Municipality, person: Id<Person>) -> Answer<Vec<Account>> {
    let all = db
        .read(
            "select account_hash, created_at from people_account where municipality_id = $1 and person_id = $2 \
             order by created_at, account_hash",
        )
        .bind(here)
        .bind(person)
        .all()
        .await?;
    Ok(all)
}

/// One of somebody's own accounts is no way in any more; says whether it was.
pub(super) async fn remove(tx: &mut Tx, permit: &Permit, person: Id<Person>, account: &[u8]) -> Answer<bool> {
    let gone = tx
        .sql("delete from people_account where municipality_id = $1 and person_id = $2 and account_hash = $3")
        .bind(permit.municipality())
        .bind(person)
        .bind(account.to_vec())
        .execute()
        .await?;
    Ok(gone == 1)
}

/// No account is a way in for this person any more.
pub(crate) async fn remove_all(tx: &mut Tx, permit: &Permit, person: Id<Person>) -> Answer<()> {
    tx.sql("delete from people_account where municipality_id = $1 and person_id = $2")
        .bind(permit.municipality())
        .bind(person)
        .execute()
        .await?;
    Ok(())
}
