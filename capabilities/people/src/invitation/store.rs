//! SQL on `people_invitation`.

use std::time::Duration;

use access::{LinkToken, Permit, Role};
use directory::party::Party;
use ground::db::{Db, Tx};
use ground::id::{Id, Municipality};
use ground::moment::Moment;
use ground::retention::{Of, Rule};
use ground::trouble::{Answer, Trouble};
use uuid::Uuid;

use super::{Invitation, Opened};
use crate::membership::Belongs;
use crate::person::Person;

/// What was used or is over is remembered so long, to be able to say so to whoever opens it again.
pub const REMEMBERED: Duration = Duration::from_secs(30 * 24 * 60 * 60);

const FIND: &str = "select token_hash, party_id, role, invited_by, created_at, ends_at, mailed_to, browser_hash, \
     opened_at, taken_at from people_invitation where municipality_id = $1 ";

#[derive(sqlx::FromRow)]
struct InvitationRow {
    token_hash: Vec<u8>,
    party_id: Option<Id<Party>>,
    role: String,
    invited_by: Option<Uuid>,
    created_at: Moment,
    ends_at: Moment,
    mailed_to: Option<Vec<u8>>,
    browser_hash: Option<Vec<u8>>,
    opened_at: Option<Moment>,
    taken_at: Option<Moment>,
}

impl InvitationRow {
    fn invitation(self) -> Answer<Invitation> {
        let role = Role::parse(&self.role).and_then(|role| Belongs::new(role, self.party_id));
        let belongs = role.ok_or_else(|| Trouble::fault("an invitation has a role that does not fit"))?;
        let opened = self.opened_at.zip(self.browser_hash);
        Ok(Invitation {
            token_hash: self.token_hash,
            belongs,
            invited_by: self.invited_by,
            created_at: self.created_at,
            ends_at: self.ends_at,
            mailed_to: self.mailed_to,
            opened: opened.map(|(at, browser_hash)| Opened { at, browser_hash }),
            taken_at: self.taken_at,
        })
    }
}

/// Makes it, once: a form that is sent twice carries the same token. Says whether it was new.
pub async fn add(tx: &mut Tx, permit: &Permit, new: &Invitation) -> Answer<bool> {
    let known: Option<i32> = tx
        .sql("select 1 from people_invitation where municipality_id = $1 and token_hash = $2")
        .bind(permit.municipality())
        .bind(new.token_hash.clone())
        .optional_scalar()
        .await?;
    if known.is_some() {
        return Ok(false);
    }
    tx.sql(
        "insert into people_invitation (municipality_id, token_hash, party_id, role, invited_by, created_at, \
         ends_at) values ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(permit.municipality())
    .bind(new.token_hash.clone())
    .bind(new.belongs.party())
    .bind(new.belongs.role().word())
    .bind(new.invited_by)
    .bind(new.created_at)
    .bind(new.ends_at)
    .execute()
    .await?;
    Ok(true)
}

pub async fn find(db: &Db, here: Municipality, token: &LinkToken) -> Answer<Option<Invitation>> {
    let row: Option<InvitationRow> =
        db.read(FIND).bind(here).push_bind("and token_hash = ", token.digest()).optional().await?;
    row.map(InvitationRow::invitation).transpose()
}

pub async fn find_in(tx: &mut Tx, here: Municipality, token_hash: &[u8]) -> Answer<Option<Invitation>> {
    let row: Option<InvitationRow> =
        tx.sql(FIND).bind(here).push_bind("and token_hash = ", token_hash.to_vec()).optional().await?;
    row.map(InvitationRow::invitation).transpose()
}

/// Those of a party, or of the municipality itself, that can still be taken; newest first.
pub async fn waiting(
    db: &Db,
    here: Municipality,
    party: Option<Id<Party>>,
    now: Moment,
) -> Answer<Vec<Invitation>> {
    let ask = db.read(FIND).bind(here);
    let ask = match party {
        Some(party) => ask.push_bind("and party_id = ", party),
        None => ask.push("and party_id is null"),
    };
    let rows: Vec<InvitationRow> = ask
        .push_bind(" and taken_at is null and ends_at > ", now)
        .push(" order by created_at desc, token_hash")
        .all()
        .await?;
    let all: Answer<Vec<Invitation>> = rows.into_iter().map(InvitationRow::invitation).collect();
    let open =
        |one: &Invitation| one.opened.as_ref().is_none_or(|opened| now < opened.at.plus(super::ONCE_OPENED));
    Ok(all?.into_iter().filter(open).collect())
}

/// Binds it to a browser, if nobody did before. Says whether it is bound now.
pub async fn bind(
    tx: &mut Tx,
    here: Municipality,
    token: &LinkToken,
    browser: &LinkToken,
    now: Moment,
) -> Answer<bool> {
    let bound = tx
        .sql(
            "update people_invitation set browser_hash = $3, opened_at = $4 where municipality_id = $1 \
             and token_hash = $2 and opened_at is null and taken_at is null and ends_at > $4",
        )
        .bind(here)
        .bind(token.digest())
        .bind(browser.digest())
        .bind(now)
        .execute()
        .await?;
    Ok(bound == 1)
}

/// The letter went, to this address; from now on the link may lie as long as one in the mail.
pub(super) async fn mailed(
    tx: &mut Tx,
    permit: &Permit,
    invitation: &Invitation,
    to: Vec<u8>,
    ends_at: Moment,
) -> Answer<()> {
    tx.sql(
        "update people_invitation set mailed_to = $3, ends_at = $4 where municipality_id = $1 and token_hash = $2",
    )
    .bind(permit.municipality())
    .bind(invitation.token_hash.clone())
    .bind(to)
    .bind(ends_at)
    .execute()
    .await?;
    Ok(())
}

/// Takes it, once. Says whether it was still to be taken.
pub async fn take(tx: &mut Tx, permit: &Permit, token_hash: &[u8], now: Moment) -> Answer<bool> {
    let taken = tx
        .sql(
            "update people_invitation set taken_at = $3 where municipality_id = $1 and token_hash = $2 \
             and taken_at is null",
        )
        .bind(permit.municipality())
        .bind(token_hash.to_vec())
        .bind(now)
        .execute()
        .await?;
    Ok(taken == 1)
}

pub async fn withdraw(tx: &mut Tx, permit: &Permit, token_hash: &[u8]) -> Answer<bool> {
    let gone = tx
        .sql(
            "delete from people_invitation where municipality_id = $1 and token_hash = $2 and taken_at is null",
        )
        .bind(permit.municipality())
        .bind(token_hash.to_vec())
        .execute()
        .await?;
    Ok(gone == 1)
}

/// Takes back every link that somebody gave out and nobody took: those to a party, or those of who worked for the municipality
/// (to it, and to each party that person does not coordinate).
pub(crate) async fn withdraw_all_of(
    tx: &mut Tx,
    permit: &Permit,
    person: Id<Person>,
    party: Option<Id<Party>>,
) -> Answer<()> {
    let gone = match party {
        Some(party) => tx
            .sql(
                "delete from people_invitation where municipality_id = $1 and invited_by = $2 and taken_at is null \
                 and party_id = $3",
            )
            .bind(permit.municipality())
            .bind(person)
            .bind(party),
        None => tx
            .sql(
                "delete from people_invitation where municipality_id = $1 and invited_by = $2 and taken_at is null \
                 and (party_id is null or not exists (select 1 from people_membership m \
                 where m.municipality_id = $1 and m.person_id = $2 and m.party_id = people_invitation.party_id \
                 and m.role = $3))",
            )
            .bind(permit.municipality())
            .bind(person)
            .bind(Role::Coordinator.word()),
    };
    gone.execute().await?;
    Ok(())
}

/// Links that ended are remembered so long, to say so to whoever opens one.
pub(crate) const ENDS: Rule = Rule {
    keep: "invitation",
    table: "people_invitation",
    key: "token_hash",
    since: "created_at",
    over: "ends_at <= $2",
    after: &[REMEMBERED],
    along: &[],
    of: Of::Work,
};
