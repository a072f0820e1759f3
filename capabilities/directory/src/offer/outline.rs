//! All offers in outline, for who lists them without their texts: a few numbers each, streamed.

use ground::db::Db;
use ground::id::{Id, Municipality};
use ground::moment::Moment;
use ground::trouble::Answer;

use super::Offer;
use super::opening::Opening;
use crate::party::Party;
use crate::place::Place;
use crate::theme::Themes;
use crate::wording::Line;

#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Outline {
    pub id: Id<Offer>,
    #[sqlx(rename = "party_id")]
    pub party: Id<Party>,
    pub themes: Themes,
    pub opening: Opening,
    pub for_whom: Line,
    pub changed_at: Moment,
}

/// An offer at one of the places where it is given. A confidential place has no point.
#[derive(Clone, Copy, Debug, sqlx::FromRow)]
pub struct Given {
    #[sqlx(rename = "offer_id")]
    pub offer: Id<Offer>,
    #[sqlx(rename = "place_id")]
    pub place: Id<Place>,
    pub lon: Option<f64>,
    pub lat: Option<f64>,
}

/// Every offer of a municipality, also those that are too old to be shown.
///
/// # Errors
/// What the database answers.
pub async fn all(db: &Db, municipality: Municipality, take: impl FnMut(Outline) + Send) -> Answer<()> {
    Ok(db
        .read(
            "select id, party_id, themes, opening, for_whom, changed_at from directory_offer \
             where municipality_id = $1",
        )
        .bind(municipality)
        .each(take)
        .await?)
}

/// Every place of every offer.
///
/// # Errors
/// What the database answers.
pub async fn given(db: &Db, municipality: Municipality, take: impl FnMut(Given) + Send) -> Answer<()> {
    Ok(db
        .read(
            "select link.offer_id, link.place_id, place.lon, place.lat from directory_offer_place link \
             join directory_place place \
             on place.municipality_id = link.municipality_id and place.id = link.place_id \
             where link.municipality_id = $1 order by link.offer_id, link.place_id",
        )
        .bind(municipality)
        .each(take)
        .await?)
}
