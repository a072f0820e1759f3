//! SQL on `people_membership`.

use std::collections::HashSet;

use access::{Permit, Role};
use directory::party::Party;
use directory::wording::Name;
use ground::db::{Db, Tx};
use ground::id::{Id, Municipality};
use ground::moment::Moment;
use ground::trouble::{Answer, Trouble};
use uuid::Uuid;

use super::{Belongs, Membership};
use crate::person::Person;

#[derive(sqlx::FromRow)]
struct MembershipRow {
    id: Id<Membership>,
    person_id: Id<Person>,
    party_id: Option<Id<Party>>,
    role: String,
    since: Moment,
}

impl MembershipRow {
    fn membership(self) -> Answer<Membership> {
        let role = Role::parse(&self.role).and_then(|role| Belongs::new(role, self.party_id));
        let belongs = role.ok_or_else(|| Trouble::fault("a membership has a role that does not fit"))?;
        Ok(Membership { id: self.id, person: self.person_id, belongs, since: self.since })
    }
}

/// What [`add`] did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Added {
    /// The one that holds now.
    pub id: Id<Membership>,
    /// The place as it was, of somebody who had it in another role.
    pub before: Option<Membership>,
}

/// Adds it, unless this person has that place already: then the role becomes this one.
pub async fn add(tx: &mut Tx, permit: &Permit, new: &Membership) -> Answer<Added> {
    if let Some(known) = of_person_at(tx, permit.municipality(), new.person, new.belongs).await? {
        if known.belongs == new.belongs {
            return Ok(Added { id: known.id, before: None });
        }
        change_role(tx, permit, known.id, new.belongs.role()).await?;
        return Ok(Added { id: known.id, before: Some(known) });
    }
    tx.sql(
        "insert into people_membership (municipality_id, id, person_id, party_id, role, since) \
         values ($1, $2, $3, $4, $5, $6)",
    )
    .bind(permit.municipality())
    .bind(new.id)
    .bind(new.person)
    .bind(new.belongs.party())
    .bind(new.belongs.role().word())
    .bind(new.since)
    .execute()
    .await?;
    Ok(Added { id: new.id, before: None })
}

/// The membership this person has in the same place: the same party, or the same role of the municipality.
async fn of_person_at(
    tx: &mut Tx,
    here: Municipality,
    person: Id<Person>,
    belongs: Belongs,
) -> Answer<Option<Membership>> {
    let row: Option<MembershipRow> = match belongs.party() {
        Some(party) => {
            tx.sql(
                "select id, person_id, party_id, role, since from people_membership \
                 where municipality_id = $1 and person_id = $2 and party_id = $3",
            )
            .bind(here)
            .bind(person)
            .bind(party)
            .optional()
            .await?
        }
        None => {
            tx.sql(
                "select id, person_id, party_id, role, since from people_membership \
                 where municipality_id = $1 and person_id = $2 and party_id is null and role = $3",
            )
            .bind(here)
            .bind(person)
            .bind(belongs.role().word())
            .optional()
            .await?
        }
    };
    row.map(MembershipRow::membership).transpose()
}

pub async fn change_role(tx: &mut Tx, permit: &Permit, membership: Id<Membership>, role: Role) -> Answer<()> {
    tx.sql("update people_membership set role = $3 where municipality_id = $1 and id = $2")
        .bind(permit.municipality())
        .bind(membership)
        .bind(role.word())
        .execute()
        .await?;
    Ok(())
}

pub async fn remove(tx: &mut Tx, permit: &Permit, membership: Id<Membership>) -> Answer<bool> {
    let gone = tx
        .sql("delete from people_membership where municipality_id = $1 and id = $2")
        .bind(permit.municipality())
        .bind(membership)
        .execute()
        .await?;
    Ok(gone == 1)
}

pub async fn find(db: &Db, here: Municipality, membership: Id<Membership>) -> Answer<Option<Membership>> {
    let row: Option<MembershipRow> = db
        .read(
            "select id, person_id, party_id, role, since from people_membership \
             where municipality_id = $1 and id = $2",
        )
        .bind(here)
        .bind(membership)
        .optional()
        .await?;
    row.map(MembershipRow::membership).transpose()
}

pub async fn find_in(
    tx: &mut Tx,
    here: Municipality,
    membership: Id<Membership>,
) -> Answer<Option<Membership>> {
    let row: Option<MembershipRow> = tx
        .sql(
            "select id, person_id, party_id, role, since from people_membership \
             where municipality_id = $1 and id = $2",
        )
        .bind(here)
        .bind(membership)
        .optional()
        .await?;
    row.map(MembershipRow::membership).transpose()
}

/// Everybody here with one of these roles, oldest first.
pub async fn with_roles(db: &Db, here: Municipality, roles: &[Role]) -> Answer<Vec<Membership>> {
    if roles.is_empty() {
        return Ok(Vec::new());
    }
    let rows: Vec<MembershipRow> = db
        .read(
            "select id, person_id, party_id, role, since from people_membership where municipality_id = $1 ",
        )
        .bind(here)
        .push_list(" and role in (", roles.iter().map(|role| role.word()), ")")
        .push(" order by since, id")
        .all()
        .await?;
    rows.into_iter().map(MembershipRow::membership).collect()
}

/// Everything one person belongs to, oldest first.
pub async fn of_person(db: &Db, here: Municipality, person: Id<Person>) -> Answer<Vec<Membership>> {
    let rows: Vec<MembershipRow> = db
        .read(
            "select id, person_id, party_id, role, since from people_membership \
             where municipality_id = $1 and person_id = $2 order by since, id",
        )
        .bind(here)
        .bind(person)
        .all()
        .await?;
    rows.into_iter().map(MembershipRow::membership).collect()
}

/// As [`of_person`], while the person is held.
pub(crate) async fn all_of(tx: &mut Tx, here: Municipality, person: Id<Person>) -> Answer<Vec<Membership>> {
    let rows: Vec<MembershipRow> = tx
        .sql(
            "select id, person_id, party_id, role, since from people_membership \
             where municipality_id = $1 and person_id = $2 order by since, id",
        )
        .bind(here)
        .bind(person)
        .all()
        .await?;
    rows.into_iter().map(MembershipRow::membership).collect()
}

/// Everything of a party, always in the same order: two who hold them all at once wait for each other.
pub(crate) async fn all_in(tx: &mut Tx, here: Municipality, party: Id<Party>) -> Answer<Vec<Membership>> {
    let rows: Vec<MembershipRow> = tx
        .sql(
            "select id, person_id, party_id, role, since from people_membership \
             where municipality_id = $1 and party_id = $2 order by person_id",
        )
        .bind(here)
        .bind(party)
        .all()
        .await?;
    rows.into_iter().map(MembershipRow::membership).collect()
}

/// How many people a party has.
pub async fn count_in(db: &Db, here: Municipality, party: Id<Party>) -> Answer<i64> {
    let count = db
        .read("select count(*) from people_membership where municipality_id = $1 and party_id = $2")
        .bind(here)
        .bind(party)
        .scalar()
        .await?;
    Ok(count)
}

/// So many parties are asked about in one statement: more than stand on a page.
const BATCH: usize = 1000;

/// Of these parties those that somebody belongs to.
pub async fn with_people(db: &Db, here: Municipality, parties: &[Id<Party>]) -> Answer<Vec<Id<Party>>> {
    let mut found = Vec::with_capacity(parties.len());
    for parties in parties.chunks(BATCH) {
        let some: Vec<Id<Party>> = db
            .read("select distinct party_id from people_membership where municipality_id = $1")
            .bind(here)
            .push_list(" and party_id in (", parties.iter().copied(), ")")
            .scalars()
            .await?;
        found.extend(some);
    }
    Ok(found)
}

/// Whether somebody else than this person coordinates the party.
pub(crate) async fn coordinated_by_another(
    tx: &mut Tx,
    here: Municipality,
    party: Id<Party>,
    person: Id<Person>,
) -> Answer<bool> {
    let found: Option<i32> = tx
        .sql(
            "select 1 from people_membership where municipality_id = $1 and party_id = $2 and role = $3 \
             and person_id <> $4 limit 1",
        )
        .bind(here)
        .bind(party)
        .bind(Role::Coordinator.word())
        .bind(person)
        .optional_scalar()
        .await?;
    Ok(found.is_some())
}

/// A colleague: the membership and the name that goes with it.
#[derive(Clone, Debug)]
pub struct Colleague {
    pub membership: Membership,
    pub name: Name,
}

#[derive(sqlx::FromRow)]
struct ColleagueRow {
    #[sqlx(flatten)]
    membership: MembershipRow,
    name: Name,
}

/// The people of a party, or (without one) those with a role for the whole municipality.
pub async fn colleagues(db: &Db, here: Municipality, party: Option<Id<Party>>) -> Answer<Vec<Colleague>> {
    let rows: Vec<ColleagueRow> = match party {
        Some(party) => {
            db.read(
                "select m.id, m.person_id, m.party_id, m.role, m.since, p.name from people_membership m \
                 join people_person p on p.municipality_id = m.municipality_id and p.id = m.person_id \
                 where m.municipality_id = $1 and m.party_id = $2 order by p.name, m.id",
            )
            .bind(here)
            .bind(party)
            .all()
            .await?
        }
        None => {
            db.read(
                "select m.id, m.person_id, m.party_id, m.role, m.since, p.name from people_membership m \
                 join people_person p on p.municipality_id = m.municipality_id and p.id = m.person_id \
                 where m.municipality_id = $1 and m.party_id is null order by p.name, m.id",
            )
            .bind(here)
            .all()
            .await?
        }
    };
    let one = |row: ColleagueRow| Ok(Colleague { membership: row.membership.membership()?, name: row.name });
    rows.into_iter().map(one).collect()
}

/// Somebody of one party belongs to another from now on; whoever belonged to both keeps the place there. Says whether it moved.
pub(crate) async fn move_over(
    tx: &mut Tx,
    permit: &Permit,
    place: &Membership,
    stays: Id<Party>,
) -> Answer<bool> {
    let moved = tx
        .sql(
            "update people_membership set party_id = $3 where municipality_id = $1 and id = $2 and not exists \
             (select 1 from people_membership m where m.municipality_id = $1 and m.party_id = $3 \
             and m.person_id = people_membership.person_id)",
        )
        .bind(permit.municipality())
        .bind(place.id)
        .bind(stays)
        .execute()
        .await?;
    Ok(moved == 1)
}

/// Whether somebody coordinates this party here.
pub async fn has_coordinator(db: &Db, here: Municipality, party: Uuid) -> Answer<bool> {
    let found: Option<i32> = db
        .read(
            "select 1 from people_membership where municipality_id = $1 and party_id = $2 and role = $3 limit 1",
        )
        .bind(here)
        .bind(party)
        .bind(Role::Coordinator.word())
        .optional_scalar()
        .await?;
    Ok(found.is_some())
}

/// Every party that somebody coordinates here.
pub async fn coordinated(db: &Db, here: Municipality) -> Answer<HashSet<Uuid>> {
    let all: Vec<Id<Party>> = db
        .read("select distinct party_id from people_membership where municipality_id = $1 and role = $2")
        .bind(here)
        .bind(Role::Coordinator.word())
        .scalars()
        .await?;
    Ok(all.into_iter().map(Id::uuid).collect())
}
