//! SQL on `directory_contact`.

use access::Permit;
use ground::db::{Db, Tx};
use ground::id::{Id, Municipality};
use ground::moment::Moment;
use ground::trouble::Answer;

use super::{Consented, Contact};
use crate::language::Languages;
use crate::party::{Email, Party, Phone};
use crate::wording::{Line, Name};

const BATCH: usize = 500;

/// A letter comes back as that to a party's role does: it was about what the party says now.
const COLUMNS: &str = "select id, party_id, role, name, name_consent_at, photo_consent_at, note, languages, phone, email, \
     exists (select 1 from directory_request asked join directory_party party \
     on party.municipality_id = asked.municipality_id and party.id = asked.party_id \
     where asked.municipality_id = contact.municipality_id and asked.party_id = contact.party_id \
     and asked.state = 'bounced' and asked.address = contact.email \
     and asked.created_at >= coalesce(party.confirmed_at, party.created_at)) as mail_returns \
     from directory_contact contact where municipality_id = $1 ";

#[derive(sqlx::FromRow)]
struct ContactRow {
    id: Id<Contact>,
    party_id: Id<Party>,
    role: Name,
    name: Option<Name>,
    name_consent_at: Option<Moment>,
    photo_consent_at: Option<Moment>,
    note: Line,
    languages: Languages,
    phone: Phone,
    email: Email,
    mail_returns: bool,
}

impl From<ContactRow> for Contact {
    fn from(row: ContactRow) -> Self {
        Self {
            id: row.id,
            party: row.party_id,
            role: row.role,
            name: row.name.zip(row.name_consent_at).map(|(value, since)| Consented { value, since }),
            photo: row.photo_consent_at,
            note: row.note,
            languages: row.languages,
            phone: row.phone,
            email: row.email,
            mail_returns: row.mail_returns,
        }
    }
}

/// The people of these parties, in the order they were added.
pub async fn of_parties(db: &Db, municipality: Municipality, parties: &[Id<Party>]) -> Answer<Vec<Contact>> {
    let mut contacts = Vec::new();
    for parties in parties.chunks(BATCH) {
        let rows: Vec<ContactRow> = db
            .read(COLUMNS)
            .bind(municipality)
            .push_list(" and party_id in (", parties.iter().copied(), ") order by party_id, id")
            .all()
            .await?;
        contacts.extend(rows.into_iter().map(Contact::from));
    }
    Ok(contacts)
}

pub async fn find(db: &Db, municipality: Municipality, id: Id<Contact>) -> Answer<Option<Contact>> {
    let row: Option<ContactRow> =
        db.read(COLUMNS).bind(municipality).push_bind(" and id = ", id).optional().await?;
    Ok(row.map(Contact::from))
}

/// As [`find`], within a transaction.
pub async fn find_in(tx: &mut Tx, municipality: Municipality, id: Id<Contact>) -> Answer<Option<Contact>> {
    let row: Option<ContactRow> =
        tx.sql(COLUMNS).bind(municipality).push_bind(" and id = ", id).optional().await?;
    Ok(row.map(Contact::from))
}

/// The JPEG, when there is one and its person still agrees.
pub async fn photo(db: &Db, municipality: Municipality, id: Id<Contact>) -> Answer<Option<Vec<u8>>> {
    let photo: Option<Option<Vec<u8>>> = db
        .read("select photo from directory_contact where municipality_id = $1 and id = $2")
        .bind(municipality)
        .bind(id)
        .optional_scalar()
        .await?;
    Ok(photo.flatten())
}

pub async fn save(tx: &mut Tx, permit: &Permit, contact: &Contact, now: Moment) -> Answer<()> {
    save_many(tx, permit, std::slice::from_ref(contact), now).await
}

/// Writes people as contact; a name whose consent is withdrawn is gone. Photos are written by [`set_photo`].
pub async fn save_many(tx: &mut Tx, permit: &Permit, contacts: &[Contact], now: Moment) -> Answer<()> {
    for contacts in contacts.chunks(BATCH) {
        tx.sql(
            "insert into directory_contact (municipality_id, id, party_id, role, name, name_consent_at, note, \
             languages, phone, email, changed_at) values ",
        )
        .push_rows(contacts, |contact, values| {
            values
                .bind(permit.municipality())
                .bind(contact.id)
                .bind(contact.party)
                .bind(contact.role.clone())
                .bind(contact.name.as_ref().map(|name| name.value.clone()))
                .bind(contact.name.as_ref().map(|name| name.since))
                .bind(contact.note.clone())
                .bind(contact.languages.clone())
                .bind(contact.phone.clone())
                .bind(contact.email.clone())
                .bind(now);
        })
        .push(
            " on conflict (municipality_id, id) do update set party_id = excluded.party_id, role = excluded.role, \
             name = excluded.name, name_consent_at = excluded.name_consent_at, note = excluded.note, \
             languages = excluded.languages, phone = excluded.phone, email = excluded.email, \
             changed_at = excluded.changed_at",
        )
        .execute()
        .await?;
    }
    Ok(())
}

/// Sets a photo with the moment its person agreed, or (with `None`) takes it away at once.
pub async fn set_photo(
    tx: &mut Tx,
    permit: &Permit,
    id: Id<Contact>,
    photo: Option<(Vec<u8>, Moment)>,
    now: Moment,
) -> Answer<bool> {
    let (bytes, since) = photo.unzip();
    let changed = tx
        .sql(
            "update directory_contact set photo = $3, photo_consent_at = $4, changed_at = $5 \
             where municipality_id = $1 and id = $2",
        )
        .bind(permit.municipality())
        .bind(id)
        .bind(bytes)
        .bind(since)
        .bind(now)
        .execute()
        .await?;
    Ok(changed == 1)
}

pub async fn remove(tx: &mut Tx, permit: &Permit, ids: &[Id<Contact>]) -> Answer<()> {
    for ids in ids.chunks(BATCH) {
        tx.sql("delete from directory_contact where municipality_id = $1 ")
            .bind(permit.municipality())
            .push_list(" and id in (", ids.iter().copied(), ")")
            .execute()
            .await?;
    }
    Ok(())
}

/// As [`of_parties`], within a transaction.
pub async fn of_parties_in(
    tx: &mut Tx,
    municipality: Municipality,
    parties: &[Id<Party>],
) -> Answer<Vec<Contact>> {
    let mut contacts = Vec::new();
    for parties in parties.chunks(BATCH) {
        let rows: Vec<ContactRow> = tx
            .sql(COLUMNS)
            .bind(municipality)
            .push_list(" and party_id in (", parties.iter().copied(), ") order by party_id, id")
            .all()
            .await?;
        contacts.extend(rows.into_iter().map(Contact::from));
    }
    Ok(contacts)
}
