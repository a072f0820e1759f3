//! SQL on `directory_place`.

use access::Permit;
use ground::db::{Db, Tx};
use ground::id::{Id, Municipality};
use ground::moment::Moment;
use ground::trouble::Answer;

use super::{Address, OpenPlace, Place, Point, Whereabouts};
use crate::area::AreaCode;
use crate::offer::Offer;
use crate::party::Party;
use crate::wording::{Line, Prose};

const BATCH: usize = 500;

/// Rows of one insert; see the party's store for why so few.
const ROWS: usize = 24;

const COLUMNS: &str = "select id, party_id, name, street, house_number, postcode, town, access, lon, lat, area_code, \
     area_year, confidential, source_key from directory_place where municipality_id = $1 ";

#[derive(sqlx::FromRow)]
struct PlaceRow {
    id: Id<Place>,
    party_id: Id<Party>,
    name: Line,
    street: Line,
    house_number: Line,
    postcode: Line,
    town: Line,
    access: Prose,
    lon: Option<f64>,
    lat: Option<f64>,
    area_code: Option<AreaCode>,
    area_year: Option<i32>,
    confidential: bool,
    source_key: Option<String>,
}

impl From<PlaceRow> for Place {
    fn from(row: PlaceRow) -> Self {
        let whereabouts = if row.confidential {
            Whereabouts::Confidential
        } else {
            Whereabouts::Open(Box::new(OpenPlace {
                name: row.name,
                address: Address {
                    street: row.street,
                    house_number: row.house_number,
                    postcode: row.postcode,
                    town: row.town,
                },
                access: row.access,
                point: row.lon.zip(row.lat).and_then(|(lon, lat)| Point::new(lon, lat).ok()),
                area: row.area_code.zip(row.area_year),
            }))
        };
        Self { id: row.id, party: row.party_id, whereabouts, source_key: row.source_key }
    }
}

/// The places of these parties, those of one party together.
pub async fn of_parties(db: &Db, municipality: Municipality, parties: &[Id<Party>]) -> Answer<Vec<Place>> {
    let mut places = Vec::new();
    for parties in parties.chunks(BATCH) {
        let rows: Vec<PlaceRow> = db
            .read(COLUMNS)
            .bind(municipality)
            .push_list(" and party_id in (", parties.iter().copied(), ") order by party_id, id")
            .all()
            .await?;
        places.extend(rows.into_iter().map(Place::from));
    }
    Ok(places)
}

/// A place beside one of the offers that are given there.
#[derive(sqlx::FromRow)]
struct PlaceAndOffer {
    #[sqlx(flatten)]
    place: PlaceRow,
    offer_id: Option<Id<Offer>>,
}

/// The places of one party, each with the offers that are given there.
pub async fn with_offers(
    db: &Db,
    municipality: Municipality,
    party: Id<Party>,
) -> Answer<Vec<(Place, Vec<Id<Offer>>)>> {
    let rows: Vec<PlaceAndOffer> = db
        .read(
            "select place.*, link.offer_id from directory_place place \
             left join directory_offer_place link \
             on link.municipality_id = place.municipality_id and link.place_id = place.id \
             where place.municipality_id = $1 and place.party_id = $2 order by place.id",
        )
        .bind(municipality)
        .bind(party)
        .all()
        .await?;
    let mut places: Vec<(Place, Vec<Id<Offer>>)> = Vec::new();
    for row in rows {
        let place = Place::from(row.place);
        match places.last_mut() {
            Some((last, offers)) if last.id == place.id => offers.extend(row.offer_id),
            _ => places.push((place, row.offer_id.into_iter().collect())),
        }
    }
    Ok(places)
}

pub async fn find(db: &Db, municipality: Municipality, id: Id<Place>) -> Answer<Option<Place>> {
    let row: Option<PlaceRow> =
        db.read(COLUMNS).bind(municipality).push_bind(" and id = ", id).optional().await?;
    Ok(row.map(Place::from))
}

/// As [`find`], within a transaction.
pub async fn find_in(tx: &mut Tx, municipality: Municipality, id: Id<Place>) -> Answer<Option<Place>> {
    let row: Option<PlaceRow> =
        tx.sql(COLUMNS).bind(municipality).push_bind(" and id = ", id).optional().await?;
    Ok(row.map(Place::from))
}

pub async fn save(tx: &mut Tx, permit: &Permit, place: &Place, now: Moment) -> Answer<()> {
    save_many(tx, permit, std::slice::from_ref(place), now).await
}

/// Stands where a confidential place that came from a source would have its key, which can be its address.
const SECRET_KEY: &str = "confidential";

/// Writes places, new or known. Of a confidential place nothing but its existence is kept, and whether a source brought it.
pub async fn save_many(tx: &mut Tx, permit: &Permit, places: &[Place], now: Moment) -> Answer<()> {
    let nowhere = OpenPlace::default();
    for places in places.chunks(ROWS) {
        tx.sql(
            "insert into directory_place (municipality_id, id, party_id, name, street, house_number, postcode, \
             town, access, lon, lat, area_code, area_year, confidential, source_key, changed_at) values ",
        )
        .push_rows(places, |place, values| {
            let (open, confidential) = match &place.whereabouts {
                Whereabouts::Open(open) => (open.as_ref(), false),
                Whereabouts::Confidential => (&nowhere, true),
            };
            values
                .bind(permit.municipality())
                .bind(place.id)
                .bind(place.party)
                .bind(open.name.clone())
                .bind(open.address.street.clone())
                .bind(open.address.house_number.clone())
                .bind(open.address.postcode.clone())
                .bind(open.address.town.clone())
                .bind(open.access.clone())
                .bind(open.point.map(Point::lon))
                .bind(open.point.map(Point::lat))
                .bind(open.area.as_ref().map(|(code, _)| code.clone()))
                .bind(open.area.as_ref().map(|(_, year)| *year))
                .bind(confidential)
                .bind(place.source_key.as_deref().map(|key| if confidential { SECRET_KEY } else { key }.to_owned()))
                .bind(now);
        })
        .push(
            " on conflict (municipality_id, id) do update set party_id = excluded.party_id, name = excluded.name, \
             street = excluded.street, house_number = excluded.house_number, postcode = excluded.postcode, \
             town = excluded.town, access = excluded.access, lon = excluded.lon, lat = excluded.lat, \
             area_code = excluded.area_code, area_year = excluded.area_year, \
             confidential = excluded.confidential, source_key = excluded.source_key, \
             changed_at = excluded.changed_at",
        )
        .execute()
        .await?;
    }
    Ok(())
}

pub async fn remove(tx: &mut Tx, permit: &Permit, ids: &[Id<Place>]) -> Answer<()> {
    for ids in ids.chunks(BATCH) {
        tx.sql("delete from directory_place where municipality_id = $1 ")
            .bind(permit.municipality())
            .push_list(" and id in (", ids.iter().copied(), ")")
            .execute()
            .await?;
    }
    Ok(())
}

/// Every place with a point: id, longitude, latitude, and the area it is said to lie in.
pub async fn points(tx: &mut Tx, municipality: Municipality) -> Answer<Vec<Pinned>> {
    Ok(tx
        .sql(
            "select id, lon, lat, area_code, area_year from directory_place \
             where municipality_id = $1 and lon is not null and lat is not null order by id",
        )
        .bind(municipality)
        .all()
        .await?)
}

#[derive(sqlx::FromRow)]
pub struct Pinned {
    pub id: Id<Place>,
    pub lon: f64,
    pub lat: f64,
    pub area_code: Option<AreaCode>,
    pub area_year: Option<i32>,
}

/// Says in which area these places lie. That follows from their point, so they do not count as changed.
pub async fn put_in_area(
    tx: &mut Tx,
    permit: &Permit,
    area: Option<&(AreaCode, i32)>,
    ids: &[Id<Place>],
) -> Answer<()> {
    for ids in ids.chunks(BATCH) {
        tx.sql("update directory_place set area_code = $2, area_year = $3 where municipality_id = $1 ")
            .bind(permit.municipality())
            .bind(area.map(|(code, _)| code.clone()))
            .bind(area.map(|(_, year)| *year))
            .push_list(" and not confidential and id in (", ids.iter().copied(), ")")
            .execute()
            .await?;
    }
    Ok(())
}

/// The names, as names are compared, of parties of which a place is secret; also of those that hide.
pub async fn names_with_secrets(tx: &mut Tx, municipality: Municipality) -> Answer<Vec<String>> {
    Ok(tx
        .sql(
            "select name_key from directory_party party where party.municipality_id = $1 and exists \
             (select 1 from directory_place place where place.municipality_id = party.municipality_id \
             and place.party_id = party.id and place.confidential) order by name_key",
        )
        .bind(municipality)
        .scalars()
        .await?)
}

/// Where a postcode has a door that is no secret; for who looks near a postcode.
#[derive(sqlx::FromRow)]
pub struct PostcodePoint {
    #[sqlx(rename = "party_id")]
    pub party: Id<Party>,
    pub postcode: Line,
    pub lon: f64,
    pub lat: f64,
}

/// Every open place with a postcode and a point, also of a party that hides: who asks leaves that one out.
pub async fn postcodes(
    db: &Db,
    municipality: Municipality,
    take: impl FnMut(PostcodePoint) + Send,
) -> Answer<()> {
    Ok(db
        .read(
            "select party_id, postcode, lon, lat from directory_place where municipality_id = $1 and not confidential \
             and lon is not null and lat is not null and postcode <> ''",
        )
        .bind(municipality)
        .each(take)
        .await?)
}
