//! SQL on `contacts_contact` and `contacts_person`.

use std::time::Duration;

use access::Permit;
use directory::area::AreaCode;
use directory::party::Party;
use directory::theme::Theme;
use ground::db::{Db, Tx};
use ground::id::{Id, Municipality};
use ground::moment::{Day, Moment};
use ground::retention::{Of, Rule};
use ground::trouble::{Answer, Trouble};
use people::person::{Person, store as persons};

use super::{Contact, Kind};
use crate::reciprocity::quarter::Quarter;

/// Two years: long enough to compare a quarter with the same one a year before.
const TWO_YEARS: Duration = Duration::from_secs(2 * 365 * 24 * 60 * 60);

pub(crate) const ENDS: Rule = Rule {
    keep: "counted",
    table: "contacts_contact",
    key: "id",
    since: "asked_at",
    over: "asked_at <= $2",
    after: &[TWO_YEARS],
    along: &["contacts_person"],
    of: Of::Work,
};

/// Whose number it is, of the three a contact can have.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    From,
    To,
    Through,
}

impl Part {
    const fn word(self) -> &'static str {
        match self {
            Self::From => "from",
            Self::To => "to",
            Self::Through => "through",
        }
    }

    fn parse(word: &str) -> Option<Self> {
        [Self::From, Self::To, Self::Through].into_iter().find(|part| part.word() == word)
    }
}

/// How a contact stands, as far as what may still be written depends on it.
#[derive(sqlx::FromRow)]
struct Stands {
    to_party: Id<Party>,
    answered_at: Option<Moment>,
    in_time: Option<bool>,
    to_erased: bool,
}

/// Writes a contact down, in the transaction of what it comes from. The same id again brings the first answer and who
/// gave it, and nothing else: a later answer changes nothing, so that a number that is shown stays as it is.
///
/// # Errors
/// What the database answers.
pub async fn record(tx: &mut Tx, permit: &Permit, contact: &Contact) -> Answer<()> {
    if add(tx, permit, contact).await? {
        return everybody(tx, permit, contact).await;
    }
    let stands = hold(tx, permit, contact.id).await?;
    bring(tx, permit, contact, &stands).await
}

/// Somebody takes what was asked of nobody in particular. Had another party taken it and given it back without an
/// answer, it is a contact with the one that has it now: who gave it back is not in it any more, and whether there is
/// an answer in time begins anew. What a number that is shown already counted, stays with whom it was counted for.
///
/// # Errors
/// What the database answers.
pub async fn taken(tx: &mut Tx, permit: &Permit, contact: &Contact, now: Moment) -> Answer<()> {
    if add(tx, permit, contact).await? {
        return everybody(tx, permit, contact).await;
    }
    let stands = hold(tx, permit, contact.id).await?;
    let was_counted = stands.in_time.is_some() && contact.is_settled(now);
    if stands.to_party == contact.to.party || stands.answered_at.is_some() || was_counted {
        return bring(tx, permit, contact, &stands).await;
    }
    tx.sql(
        "update contacts_contact set to_party = $3, to_role = $4, to_sphere = $5, in_time = null, \
         to_erased = false where municipality_id = $1 and id = $2",
    )
    .bind(permit.municipality())
    .bind(contact.id)
    .bind(contact.to.party)
    .bind(contact.to.role.map(|role| role.word()))
    .bind(contact.to.sphere.word())
    .execute()
    .await?;
    tx.sql("delete from contacts_person where municipality_id = $1 and contact_id = $2 and part = $3")
        .bind(permit.municipality())
        .bind(contact.id)
        .bind(Part::To.word())
        .execute()
        .await?;
    put(tx, permit, contact, Part::To, contact.to.person).await
}

/// A term passed without an answer. That is known once: an answer that still comes is late, whoever gives it.
///
/// # Errors
/// What the database answers.
pub async fn term_passed(tx: &mut Tx, permit: &Permit, contact: Id<Contact>, now: Moment) -> Answer<()> {
    // Beyond the calendar nothing is counted.
    let Some(unsettled) = Quarter::newest(now).after().begins() else { return Ok(()) };
    tx.sql(
        "update contacts_contact set in_time = false where municipality_id = $1 and id = $2 \
         and answered_at is null and in_time is null and day >= $3",
    )
    .bind(permit.municipality())
    .bind(contact)
    .bind(unsettled)
    .execute()
    .await?;
    Ok(())
}

/// Both parties say that they sat together: what was asked became a meeting. The first time stays.
///
/// # Errors
/// What the database answers.
pub async fn met(tx: &mut Tx, permit: &Permit, contact: Id<Contact>, day: Day) -> Answer<()> {
    tx.sql(
        "update contacts_contact set met_on = $3 where municipality_id = $1 and id = $2 and met_on is null",
    )
    .bind(permit.municipality())
    .bind(contact)
    .bind(day)
    .execute()
    .await?;
    Ok(())
}

/// How it stands, held until the transaction ends: who erases at this moment is first, or is not there yet.
async fn hold(tx: &mut Tx, permit: &Permit, contact: Id<Contact>) -> Answer<Stands> {
    tx.sql("update contacts_contact set to_erased = to_erased where municipality_id = $1 and id = $2")
        .bind(permit.municipality())
        .bind(contact)
        .execute()
        .await?;
    let stands = tx
        .sql(
            "select to_party, answered_at, in_time, to_erased from contacts_contact \
             where municipality_id = $1 and id = $2",
        )
        .bind(permit.municipality())
        .bind(contact)
        .one()
        .await?;
    Ok(stands)
}

/// Who answers and the answer, until there is one; the caller holds the row.
async fn bring(tx: &mut Tx, permit: &Permit, contact: &Contact, stands: &Stands) -> Answer<()> {
    if stands.answered_at.is_some() {
        return Ok(());
    }
    // What was counted for the party before this one says nothing of who is in this one.
    let same = stands.to_party == contact.to.party;
    tx.sql(
        "update contacts_contact set answered_at = coalesce(answered_at, $3), in_time = coalesce(in_time, $4), \
         to_role = coalesce($5, to_role) where municipality_id = $1 and id = $2",
    )
    .bind(permit.municipality())
    .bind(contact.id)
    .bind(contact.answered_at)
    .bind(contact.counted())
    .bind(contact.to.role.filter(|_| same).map(|role| role.word()))
    .execute()
    .await?;
    // Nobody knows any more who it was that went; so of this party nobody is written there again.
    if same && !stands.to_erased {
        put(tx, permit, contact, Part::To, contact.to.person).await?;
    }
    Ok(())
}

/// Everybody who is in a contact that is new.
async fn everybody(tx: &mut Tx, permit: &Permit, contact: &Contact) -> Answer<()> {
    put(tx, permit, contact, Part::From, contact.from.person).await?;
    put(tx, permit, contact, Part::To, contact.to.person).await?;
    put(tx, permit, contact, Part::Through, contact.through).await
}

/// Says whether it was not there yet.
async fn add(tx: &mut Tx, permit: &Permit, contact: &Contact) -> Answer<bool> {
    let area = contact.area.as_ref();
    let added = tx
        .sql(
            "insert into contacts_contact (municipality_id, id, day, kind, from_party, from_role, from_sphere, \
             to_party, to_role, to_sphere, area_code, district_code, theme, asked_at, answered_at, in_time) \
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) \
             on conflict (municipality_id, id) do nothing",
        )
        .bind(permit.municipality())
        .bind(contact.id)
        .bind(contact.asked_at.day())
        .bind(contact.kind.word())
        .bind(contact.from.party)
        .bind(contact.from.role.map(|role| role.word()))
        .bind(contact.from.sphere.word())
        .bind(contact.to.party)
        .bind(contact.to.role.map(|role| role.word()))
        .bind(contact.to.sphere.word())
        .bind(area.map_or(String::new(), AreaCode::to_string))
        .bind(area.map_or(String::new(), |area| area.district().to_string()))
        .bind(contact.theme.key().to_owned())
        .bind(contact.asked_at)
        .bind(contact.answered_at)
        .bind(contact.counted())
        .execute()
        .await?;
    Ok(added == 1)
}

/// Whoever does it now stands there, and not a colleague who had it before. Somebody who left between the question
/// and now has no number any more.
async fn put(
    tx: &mut Tx,
    permit: &Permit,
    contact: &Contact,
    part: Part,
    person: Option<Id<Person>>,
) -> Answer<()> {
    let Some(person) = person else { return Ok(()) };
    if !persons::is_there(tx, permit.municipality(), person).await? {
        return Ok(());
    }
    tx.sql(
        "insert into contacts_person (municipality_id, contact_id, part, person_id) values ($1, $2, $3, $4) \
         on conflict (municipality_id, contact_id, part) do update set person_id = excluded.person_id",
    )
    .bind(permit.municipality())
    .bind(contact.id)
    .bind(part.word())
    .bind(person)
    .execute()
    .await?;
    Ok(())
}

/// Takes somebody's number out of one contact; the contact stays, and remembers of who was asked that somebody went,
/// not who. Says whether it was in it.
///
/// # Errors
/// What the database answers.
pub async fn erase(tx: &mut Tx, permit: &Permit, person: Id<Person>, contact: Id<Contact>) -> Answer<bool> {
    tx.sql(
        "update contacts_contact set to_erased = true where municipality_id = $1 and id = $3 and id in \
         (select p.contact_id from contacts_person p \
         where p.municipality_id = $1 and p.person_id = $2 and p.part = 'to')",
    )
    .bind(permit.municipality())
    .bind(person)
    .bind(contact)
    .execute()
    .await?;
    let gone = tx
        .sql("delete from contacts_person where municipality_id = $1 and person_id = $2 and contact_id = $3")
        .bind(permit.municipality())
        .bind(person)
        .bind(contact)
        .execute()
        .await?;
    Ok(gone > 0)
}

/// Takes somebody's number out of every contact. Says out of how many.
///
/// # Errors
/// What the database answers.
pub async fn erase_all(tx: &mut Tx, permit: &Permit, person: Id<Person>) -> Answer<u64> {
    tx.sql(
        "update contacts_contact set to_erased = true where municipality_id = $1 and id in \
         (select p.contact_id from contacts_person p \
         where p.municipality_id = $1 and p.person_id = $2 and p.part = 'to')",
    )
    .bind(permit.municipality())
    .bind(person)
    .execute()
    .await?;
    let gone = tx
        .sql("delete from contacts_person where municipality_id = $1 and person_id = $2")
        .bind(permit.municipality())
        .bind(person)
        .execute()
        .await?;
    Ok(gone)
}

/// What one party had, another has from now on.
pub(crate) async fn move_over(tx: &mut Tx, permit: &Permit, gone: Id<Party>, stays: Id<Party>) -> Answer<()> {
    tx.sql("update contacts_contact set from_party = $3 where municipality_id = $1 and from_party = $2")
        .bind(permit.municipality())
        .bind(gone)
        .bind(stays)
        .execute()
        .await?;
    tx.sql("update contacts_contact set to_party = $3 where municipality_id = $1 and to_party = $2")
        .bind(permit.municipality())
        .bind(gone)
        .bind(stays)
        .execute()
        .await?;
    Ok(())
}

/// A contact as whoever had it sees it: the other side as a party, and nobody's number.
pub(crate) struct Own {
    pub(crate) id: Id<Contact>,
    pub(crate) day: Day,
    pub(crate) kind: Kind,
    pub(crate) part: Part,
    pub(crate) from: Id<Party>,
    pub(crate) to: Id<Party>,
    pub(crate) area: Option<AreaCode>,
    pub(crate) theme: Option<Theme>,
    /// When both said that they sat together.
    pub(crate) met_on: Option<Day>,
}

#[derive(sqlx::FromRow)]
struct OwnRow {
    id: Id<Contact>,
    day: Day,
    kind: String,
    part: String,
    from_party: Id<Party>,
    to_party: Id<Party>,
    area_code: String,
    theme: String,
    met_on: Option<Day>,
}

impl OwnRow {
    fn own(self) -> Answer<Own> {
        let unknown = || Trouble::fault("a contact has a word that is none of ours");
        Ok(Own {
            id: self.id,
            day: self.day,
            kind: Kind::parse(&self.kind).ok_or_else(unknown)?,
            part: Part::parse(&self.part).ok_or_else(unknown)?,
            from: self.from_party,
            to: self.to_party,
            area: AreaCode::parse(&self.area_code).ok(),
            theme: Theme::parse(&self.theme),
            met_on: self.met_on,
        })
    }
}

/// How many of somebody's own there are, and those of one page, newest first.
pub(crate) async fn own(
    db: &Db,
    here: Municipality,
    person: Id<Person>,
    (page, size): (i64, i64),
) -> Answer<(i64, Vec<Own>)> {
    let count = db
        .read("select count(*) from contacts_person where municipality_id = $1 and person_id = $2")
        .bind(here)
        .bind(person)
        .scalar()
        .await?;
    let rows: Vec<OwnRow> = db
        .read(
            "select c.id, c.day, c.kind, p.part, c.from_party, c.to_party, c.area_code, c.theme, c.met_on \
             from contacts_person p join contacts_contact c \
             on c.municipality_id = p.municipality_id and c.id = p.contact_id \
             where p.municipality_id = $1 and p.person_id = $2 \
             order by c.asked_at desc, c.id desc, p.part limit +$3 offset +$4",
        )
        .bind(here)
        .bind(person)
        .bind(size)
        .bind(page.saturating_sub(1).saturating_mul(size))
        .all()
        .await?;
    Ok((count, rows.into_iter().map(OwnRow::own).collect::<Answer<_>>()?))
}
