//! One record by its id, with all that hangs on it. What visitors may not see is not there.

use axum::extract::Path;
use axum::extract::rejection::PathRejection;
use axum::response::Response;
use directory::contact::unnamed;
use directory::double;
use directory::offer::Offer;
use directory::party::Party;
use directory::party::whole::Whole;
use ground::id::Id;
use ground::trouble::Answer;
use uuid::Uuid;

use super::answer::{Asker, Desk, json};
use super::asked::Asked;
use super::names;
use super::refused::Refused;
use crate::ids;
use crate::shape::term::theme;
use crate::shape::{AtPlace, Offered, Organization, Taxonomy, Term};

type InPath = Result<Path<String>, PathRejection>;

pub(super) async fn offer(asker: Asker, id: InPath) -> Response {
    let answer = async {
        let id = in_path(id, asker.query(), names::ONE)?.0;
        asker
            .asking(format!("offer {id}"))
            .answered(async move |desk| {
                let offer: Id<Offer> = Id::from_uuid(id);
                let Some(at) = desk.register.fact_of(offer) else {
                    return Err(offer_now(&desk, offer).await?);
                };
                let whole = whole(&desk, desk.register.fact(at).ok_or(Refused::NotThere)?.party).await?;
                let found = whole.offers.iter().find(|it| it.id == offer).ok_or(Refused::NotThere)?;
                json(&Offered::whole(desk.scene(), found, &whole))
            })
            .await
    };
    asker.told(answer.await)
}

pub(super) async fn party(asker: Asker, id: InPath) -> Response {
    let answer = async {
        // A party is always given with its offers; the question for them is known, and changes nothing.
        let id = in_path(id, asker.query(), names::ONE_PARTY)?.0;
        asker
            .asking(format!("party {id}"))
            .answered(async move |desk| {
                let party: Id<Party> = Id::from_uuid(id);
                if !desk.register.has_party(party) {
                    return Err(party_now(&desk, party).await?);
                }
                let whole = whole(&desk, party).await?;
                let shown = |offer: &Offer| desk.register.fact_of(offer.id).is_some();
                json(&Organization::with_offers(desk.scene(), &whole, shown))
            })
            .await
    };
    asker.told(answer.await)
}

pub(super) async fn at_place(asker: Asker, id: InPath) -> Response {
    let answer = async {
        let id = in_path(id, asker.query(), names::ONE)?.0;
        asker
            .asking(format!("at place {id}"))
            .answered(async move |desk| {
                let Some(pair) = desk.register.pair_of(id).cloned() else {
                    return Err(pair_now(&desk, id).await?);
                };
                let fact = desk.register.fact(pair.fact).ok_or(Refused::NotThere)?;
                let whole = whole(&desk, fact.party).await?;
                let offer = whole.offers.iter().find(|it| it.id == fact.id).ok_or(Refused::NotThere)?;
                let place = whole.places.iter().find(|(it, _)| it.id == pair.place);
                let (place, _) = place.ok_or(Refused::NotThere)?;
                json(&AtPlace::whole(desk.scene(), offer, &whole, place))
            })
            .await
    };
    asker.told(answer.await)
}

pub(super) async fn taxonomy(asker: Asker, id: InPath) -> Response {
    let answer = async {
        let id = in_path(id, asker.query(), names::ONE)?.0;
        let ours = Some(Taxonomy::ours()).filter(|it| it.id == id).ok_or(Refused::NotThere)?;
        asker.asking(format!("taxonomy {id}")).answered(async move |_| json(&ours)).await
    };
    asker.told(answer.await)
}

pub(super) async fn term(asker: Asker, id: InPath) -> Response {
    let answer = async {
        let id = in_path(id, asker.query(), names::ONE)?.0;
        asker
            .asking(format!("term {id}"))
            .answered(async move |desk| {
                let themes = &desk.listing.taxonomy;
                json(&Term::of(themes, &theme(themes, id).ok_or(Refused::NotThere)?))
            })
            .await
    };
    asker.told(answer.await)
}

/// It became one with another: on to that one, for good, as the pages do.
async fn offer_now(desk: &Desk, old: Id<Offer>) -> Answer<Refused> {
    let now = double::store::offer_now(&desk.open.directory.db, desk.municipality, old).await?;
    Ok(now.map_or(Refused::NotThere, |now| Refused::Moved(format!("/hsds/services/{now}"))))
}

async fn party_now(desk: &Desk, old: Id<Party>) -> Answer<Refused> {
    let now = double::store::party_now(&desk.open.directory.db, desk.municipality, old).await?;
    Ok(now.map_or(Refused::NotThere, |now| Refused::Moved(format!("/hsds/organizations/{now}"))))
}

/// An offer at a place has the id that follows from both: the old offer at a place where the one that stayed is given now.
async fn pair_now(desk: &Desk, old: Uuid) -> Answer<Refused> {
    let led_on = double::store::offers_now(&desk.open.directory.db, desk.municipality).await?;
    let now = led_on.into_iter().find_map(|(gone, stays)| {
        let fact = desk.register.fact(desk.register.fact_of(stays)?)?;
        let mut pairs = desk.register.pairs_of(fact).iter();
        pairs.find(|pair| ids::at_place(gone.uuid(), pair.place.uuid()) == old).map(|pair| pair.id)
    });
    Ok(now.map_or(Refused::NotThere, |now| Refused::Moved(format!("/hsds/service_at_locations/{now}"))))
}

fn in_path(
    id: InPath,
    query: Option<&str>,
    known: &'static [&'static str],
) -> Result<(Uuid, Asked), Refused> {
    let asked = Asked::read(query, known)?;
    let id = id.ok().and_then(|Path(text)| Id::<()>::parse(&text)).ok_or(Refused::NotThere)?;
    Ok((id.uuid(), asked))
}

async fn whole(desk: &Desk, party: Id<Party>) -> Result<Whole, Refused> {
    let found = Whole::read_many(&desk.open.directory.db, desk.municipality, &[party]).await?;
    let mut whole = found.into_iter().next().ok_or(Refused::NotThere)?;
    unnamed::whole(&mut whole);
    Ok(whole)
}
