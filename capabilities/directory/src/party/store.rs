//! SQL on `directory_party` and `directory_party_area`.

use std::collections::HashMap;

use access::Permit;
use ground::db::{Db, Sql, Tx};
use ground::id::{Id, Municipality};
use ground::moment::Moment;
use ground::trouble::Answer;

use super::{Capacity, Email, Party, Phone, RoleAddress, Serves, Sphere, Website};
use crate::area::AreaCode;
use crate::confirmation::Confirmation;
use crate::language::Languages;
use crate::source::{Origin, Source};
use crate::wording::{Line, Lines, Name, Prose};

/// Rows a statement, so that no engine's limit on bound values is met.
pub(super) const BATCH: usize = 200;

/// Rows of one insert. SQLite looks up each `$n` in a list of all of them, so long statements cost their length squared:
/// a few rows at once are quickest.
const ROWS: usize = 16;

/// Mail returns when a letter to the role's address came back that was about what the party says now.
macro_rules! mail_returns {
    () => {
        "exists (select 1 from directory_request asked where asked.municipality_id = party.municipality_id \
         and asked.party_id = party.id and asked.state = 'bounced' and asked.address = party.role_email \
         and asked.created_at >= coalesce(party.confirmed_at, party.created_at)) as mail_returns "
    };
}

const COLUMNS: &str = concat!(
    "select id, sphere, name, summary, call_for, not_for, languages, best_way, lived_experience, works_gladly, \
     capacity, capacity_note, role_name, role_phone, role_email, website, serves_all, source_id, source_key, \
     source_digest, source_dropped_at, confirmed_at, confirmed_by, asked_at, put_away_at, created_at, changed_at, ",
    mail_returns!(),
    "from directory_party party where municipality_id = $1 "
);

#[derive(sqlx::FromRow)]
struct PartyRow {
    id: Id<Party>,
    sphere: Sphere,
    name: Name,
    summary: Prose,
    call_for: Lines,
    not_for: Lines,
    languages: Languages,
    best_way: Line,
    lived_experience: Prose,
    works_gladly: Prose,
    capacity: Capacity,
    capacity_note: Line,
    role_name: Line,
    role_phone: Phone,
    role_email: Email,
    website: Website,
    mail_returns: bool,
    serves_all: bool,
    source_id: Option<Id<Source>>,
    source_key: Option<String>,
    source_digest: Option<Vec<u8>>,
    source_dropped_at: Option<Moment>,
    confirmed_at: Option<Moment>,
    confirmed_by: Option<Line>,
    asked_at: Option<Moment>,
    put_away_at: Option<Moment>,
    created_at: Moment,
    changed_at: Moment,
}

impl PartyRow {
    fn party(self, areas: Vec<(AreaCode, i32)>) -> Party {
        Party {
            id: self.id,
            sphere: self.sphere,
            name: self.name,
            summary: self.summary,
            call_for: self.call_for,
            not_for: self.not_for,
            languages: self.languages,
            best_way: self.best_way,
            lived_experience: self.lived_experience,
            works_gladly: self.works_gladly,
            capacity: self.capacity,
            capacity_note: self.capacity_note,
            role: RoleAddress {
                name: self.role_name,
                phone: self.role_phone,
                email: self.role_email,
                website: self.website,
            },
            mail_returns: self.mail_returns,
            serves: if self.serves_all { Serves::Everywhere } else { Serves::Areas(areas) },
            origin: self.source_id.zip(self.source_key).map(|(source, key)| Origin {
                source,
                key,
                digest: self.source_digest,
                dropped_at: self.source_dropped_at,
            }),
            confirmed: self.confirmed_at.zip(self.confirmed_by).map(|(at, by)| Confirmation { at, by }),
            asked_at: self.asked_at,
            put_away_at: self.put_away_at,
            created_at: self.created_at,
            changed_at: self.changed_at,
        }
    }
}

#[derive(sqlx::FromRow)]
struct ServedRow {
    party_id: Id<Party>,
    area_code: AreaCode,
    area_year: i32,
}

/// A party beside one of the areas it serves.
#[derive(sqlx::FromRow)]
struct PartyAndArea {
    #[sqlx(flatten)]
    party: PartyRow,
    area_code: Option<AreaCode>,
    area_year: Option<i32>,
}

/// One party with the areas it serves, in one statement: its page is asked for most.
pub async fn find(db: &Db, municipality: Municipality, id: Id<Party>) -> Answer<Option<Party>> {
    whole(db.read(ONE), municipality, id).await
}

/// As this transaction sees it: after `municipality::store::hold` nobody else changes it until the end.
pub async fn find_in(tx: &mut Tx, municipality: Municipality, id: Id<Party>) -> Answer<Option<Party>> {
    whole(tx.sql(ONE), municipality, id).await
}

/// As [`COLUMNS`], with an area in each row.
const ONE: &str = concat!(
    "select party.*, served.area_code, served.area_year, ",
    mail_returns!(),
    "from directory_party party left join directory_party_area served \
     on served.municipality_id = party.municipality_id and served.party_id = party.id \
     where party.municipality_id = $1 and party.id = $2 order by served.area_code"
);

async fn whole(sql: Sql<'_>, municipality: Municipality, id: Id<Party>) -> Answer<Option<Party>> {
    let rows: Vec<PartyAndArea> = sql.bind(municipality).bind(id).all().await?;
    let mut areas = Vec::with_capacity(rows.len());
    let mut party = None;
    for row in rows {
        areas.extend(row.area_code.zip(row.area_year));
        party = Some(row.party);
    }
    Ok(party.map(|party| party.party(areas)))
}

/// The parties with these ids, in no particular order; ids that do not exist are left out.
pub async fn find_many(db: &Db, municipality: Municipality, ids: &[Id<Party>]) -> Answer<Vec<Party>> {
    let mut parties = Vec::with_capacity(ids.len());
    for ids in ids.chunks(BATCH) {
        let rows: Vec<PartyRow> = db
            .read(COLUMNS)
            .bind(municipality)
            .push_list(" and id in (", ids.iter().copied(), ")")
            .all()
            .await?;
        let somewhere: Vec<Id<Party>> = rows.iter().filter(|row| !row.serves_all).map(|row| row.id).collect();
        let mut served = areas_served(db, municipality, &somewhere).await?;
        parties.extend(rows.into_iter().map(|row| {
            let areas = served.remove(&row.id).unwrap_or_default();
            row.party(areas)
        }));
    }
    Ok(parties)
}

/// A page of parties by name, after the given name key and id; for lists that walk through all of them.
pub async fn after(
    db: &Db,
    municipality: Municipality,
    last: Option<(String, Id<Party>)>,
    most: i64,
) -> Answer<Vec<Party>> {
    let mut sql = db.read(COLUMNS).bind(municipality);
    if let Some((key, id)) = last {
        sql = sql.push_bind(" and (name_key, id) > (", key).push_bind(", ", id).push(")");
    }
    let rows: Vec<PartyRow> = sql.push_bind(" order by name_key, id limit +", most).all().await?;
    let ids: Vec<Id<Party>> = rows.iter().map(|row| row.id).collect();
    let mut served = areas_served(db, municipality, &ids).await?;
    Ok(rows
        .into_iter()
        .map(|row| {
            let areas = served.remove(&row.id).unwrap_or_default();
            row.party(areas)
        })
        .collect())
}

async fn areas_served(
    db: &Db,
    municipality: Municipality,
    ids: &[Id<Party>],
) -> Answer<HashMap<Id<Party>, Vec<(AreaCode, i32)>>> {
    let mut served: HashMap<Id<Party>, Vec<(AreaCode, i32)>> = HashMap::new();
    if ids.is_empty() {
        return Ok(served);
    }
    let rows: Vec<ServedRow> = db
        .read("select party_id, area_code, area_year from directory_party_area where municipality_id = $1 ")
        .bind(municipality)
        .push_list(" and party_id in (", ids.iter().copied(), ") order by party_id, area_code")
        .all()
        .await?;
    for row in rows {
        served.entry(row.party_id).or_default().push((row.area_code, row.area_year));
    }
    Ok(served)
}

pub async fn save(tx: &mut Tx, permit: &Permit, party: &Party) -> Answer<()> {
    save_many(tx, permit, std::slice::from_ref(party)).await
}

/// Writes parties, new or known, with the areas they serve. The caller says that something changed
/// (`municipality::store::touch`), once, however many it writes.
pub async fn save_many(tx: &mut Tx, permit: &Permit, parties: &[Party]) -> Answer<()> {
    for parties in parties.chunks(ROWS) {
        upsert(tx, permit.municipality(), parties).await?;
        serve(tx, permit.municipality(), parties).await?;
    }
    Ok(())
}

async fn upsert(tx: &mut Tx, municipality: Municipality, parties: &[Party]) -> Answer<()> {
    tx.sql(
        "insert into directory_party (municipality_id, id, sphere, name, name_key, summary, call_for, not_for, \
         languages, best_way, lived_experience, works_gladly, capacity, capacity_note, role_name, role_phone, \
         role_email, website, serves_all, source_id, source_key, source_digest, source_dropped_at, confirmed_at, \
         confirmed_by, asked_at, put_away_at, created_at, changed_at) values ",
    )
    .push_rows(parties, |party, values| {
        let origin = party.origin.as_ref();
        let confirmed = party.confirmed.as_ref();
        values
            .bind(municipality)
            .bind(party.id)
            .bind(party.sphere)
            .bind(party.name.clone())
            .bind(party.name.key())
            .bind(party.summary.clone())
            .bind(party.call_for.clone())
            .bind(party.not_for.clone())
            .bind(party.languages.clone())
            .bind(party.best_way.clone())
            .bind(party.lived_experience.clone())
            .bind(party.works_gladly.clone())
            .bind(party.capacity)
            .bind(party.capacity_note.clone())
            .bind(party.role.name.clone())
            .bind(party.role.phone.clone())
            .bind(party.role.email.clone())
            .bind(party.role.website.clone())
            .bind(party.serves == Serves::Everywhere)
            .bind(origin.map(|origin| origin.source))
            .bind(origin.map(|origin| origin.key.clone()))
            .bind(origin.and_then(|origin| origin.digest.clone()))
            .bind(origin.and_then(|origin| origin.dropped_at))
            .bind(confirmed.map(|confirmed| confirmed.at))
            .bind(confirmed.map(|confirmed| confirmed.by.clone()))
            .bind(party.asked_at)
            .bind(party.put_away_at)
            .bind(party.created_at)
            .bind(party.changed_at);
    })
    .push(
        " on conflict (municipality_id, id) do update set sphere = excluded.sphere, name = excluded.name, \
         name_key = excluded.name_key, summary = excluded.summary, call_for = excluded.call_for, \
         not_for = excluded.not_for, languages = excluded.languages, best_way = excluded.best_way, \
         lived_experience = excluded.lived_experience, works_gladly = excluded.works_gladly, \
         capacity = excluded.capacity, capacity_note = excluded.capacity_note, role_name = excluded.role_name, \
         role_phone = excluded.role_phone, role_email = excluded.role_email, website = excluded.website, \
         serves_all = excluded.serves_all, source_id = excluded.source_id, source_key = excluded.source_key, \
         source_digest = excluded.source_digest, source_dropped_at = excluded.source_dropped_at, \
         confirmed_at = excluded.confirmed_at, confirmed_by = excluded.confirmed_by, \
         changed_at = excluded.changed_at",
    )
    .execute()
    .await?;
    Ok(())
}

async fn serve(tx: &mut Tx, municipality: Municipality, parties: &[Party]) -> Answer<()> {
    tx.sql("delete from directory_party_area where municipality_id = $1 ")
        .bind(municipality)
        .push_list(" and party_id in (", parties.iter().map(|party| party.id), ")")
        .execute()
        .await?;
    let served: Vec<(Id<Party>, AreaCode, i32)> = parties
        .iter()
        .flat_map(|party| match &party.serves {
            Serves::Everywhere => Vec::new(),
            Serves::Areas(areas) => {
                areas.iter().map(|(code, year)| (party.id, code.clone(), *year)).collect()
            }
        })
        .collect();
    for served in served.chunks(1000) {
        tx.sql("insert into directory_party_area (municipality_id, party_id, area_code, area_year) values ")
            .push_rows(served, |(party, code, year), values| {
                values.bind(municipality).bind(*party).bind(code.clone()).bind(*year);
            })
            .push(" on conflict (municipality_id, party_id, area_code, area_year) do nothing")
            .execute()
            .await?;
    }
    Ok(())
}

/// A human says this profile is right. In which role, never by name.
pub async fn confirm(
    tx: &mut Tx,
    permit: &Permit,
    id: Id<Party>,
    confirmation: &Confirmation,
) -> Answer<bool> {
    let changed = tx
        .sql(
            "update directory_party set confirmed_at = $3, confirmed_by = $4 \
             where municipality_id = $1 and id = $2",
        )
        .bind(permit.municipality())
        .bind(id)
        .bind(confirmation.at)
        .bind(confirmation.by.clone())
        .execute()
        .await?;
    Ok(changed == 1)
}

/// Takes a party off the map with everything that hangs on it.
pub async fn remove(tx: &mut Tx, permit: &Permit, id: Id<Party>) -> Answer<bool> {
    let changed = tx
        .sql("delete from directory_party where municipality_id = $1 and id = $2")
        .bind(permit.municipality())
        .bind(id)
        .execute()
        .await?;
    Ok(changed == 1)
}

/// Parties that serve areas of another year serve the same codes of this year, where they exist.
pub async fn serve_in_year(tx: &mut Tx, permit: &Permit, year: i32) -> Answer<()> {
    tx.sql(
        "update directory_party_area set area_year = $2 where municipality_id = $1 and area_year <> $2 \
         and exists (select 1 from directory_area a where a.municipality_id = $1 and a.year = $2 \
         and a.code = directory_party_area.area_code) \
         and not exists (select 1 from directory_party_area other where other.municipality_id = $1 \
         and other.party_id = directory_party_area.party_id \
         and other.area_code = directory_party_area.area_code and other.area_year >= $2)",
    )
    .bind(permit.municipality())
    .bind(year)
    .execute()
    .await?;
    Ok(())
}

/// Marks what its source dropped, or (with `None`) what it has again. Not a word of it changes.
pub async fn mark_dropped(tx: &mut Tx, permit: &Permit, ids: &[Id<Party>], at: Option<Moment>) -> Answer<()> {
    for ids in ids.chunks(BATCH) {
        tx.sql("update directory_party set source_dropped_at = $2 where municipality_id = $1 ")
            .bind(permit.municipality())
            .bind(at)
            .push_list(" and id in (", ids.iter().copied(), ")")
            .execute()
            .await?;
    }
    Ok(())
}

/// Whether a record of this source with this key is on the map.
pub async fn has_key(tx: &mut Tx, municipality: Municipality, origin: &Origin) -> Answer<bool> {
    let found: Option<Id<Party>> = tx
        .sql("select id from directory_party where municipality_id = $1 and source_id = $2 and source_key = $3")
        .bind(municipality)
        .bind(origin.source)
        .bind(origin.key.clone())
        .optional_scalar()
        .await?;
    Ok(found.is_some())
}
