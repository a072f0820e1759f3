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

/// Writes a contact down, in the transaction of what it comes from. The same id again brings the answer up to date
/// and nothing else: what is not told then stays as it was. Who answered is written down once, with the first answer, so that a number that was erased
/// does not come back.
///
/// # Errors
/// What the database answers.
pub async fn record(tx: &mut Tx, permit: &Permit, contact: &Contact) -> Answer<()> {
    if add(tx, permit, contact).await? {
        put(tx, permit, contact, Part::From, contact.from.person).await?;
        put(tx, permit, contact, Part::To, contact.to.person).await?;
        return put(tx, permit, contact, Part::Through, contact.through).await;
    }
    let known: Option<Moment> = tx
        .sql("select answered_at from contacts_contact where municipality_id = $1 and id = $2")
        .bind(permit.municipality())
        .bind(contact.id)
        .scalar()
        .await?;
    tx.sql(
        "update contacts_contact set answered_at = coalesce($3, answered_at), \
         in_time = coalesce($4, in_time), to_role = coalesce($5, to_role) \
         where municipality_id = $1 and id = $2",
    )
    .bind(permit.municipality())
    .bind(contact.id)
    .bind(contact.answered_at)
    .bind(contact.in_time)
    .bind(contact.to.role.map(|role| role.word()))
    .execute()
    .await?;
    if known.is_none() && contact.answered_at.is_some() {
        put(tx, permit, contact, Part::To, contact.to.person).await?;
    }
    Ok(())
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
        .bind(contact.in_time)
        .execute()
        .await?;
    Ok(added == 1)
}

/// Somebody who left between the question and now has no number any more.
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
         on conflict (municipality_id, contact_id, part) do nothing",
    )
    .bind(permit.municipality())
    .bind(contact.id)
    .bind(part.word())
    .bind(person)
    .execute()
    .await?;
    Ok(())
}

/// Takes somebody's number out of one contact; the contact stays. Says whether it was in it.
///
/// # Errors
/// What the database answers.
pub async fn erase(tx: &mut Tx, permit: &Permit, person: Id<Person>, contact: Id<Contact>) -> Answer<bool> {
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
            "select c.id, c.day, c.kind, p.part, c.from_party, c.to_party, c.area_code, c.theme \
             from contacts_person p join contacts_contact c \
             on c.municipality_id = p.municipality_id and c.id = p.contact_id \
             where p.municipality_id = $1 and p.person_id = $2 \
             order by c.asked_at desc, c.id desc, p.part limit $3 offset $4",
        )
        .bind(here)
        .bind(person)
        .bind(size)
        .bind(page.saturating_sub(1).saturating_mul(size))
        .all()
        .await?;
    Ok((count, rows.into_iter().map(OwnRow::own).collect::<Answer<_>>()?))
}
