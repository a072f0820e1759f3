//! One record by its id, with all that hangs on it. What visitors may not see is not there.

use access::Here;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, RawQuery, State};
use axum::http::HeaderMap;
use axum::response::Response;
use directory::offer::Offer;
use directory::party::Party;
use directory::party::whole::Whole;
use ground::id::Id;
use ui::Frame;
use uuid::Uuid;

use super::answer::{Asking, Desk, json};
use super::asked::Asked;
use super::lists::told;
use super::names;
use super::refused::Refused;
use crate::OpenData;
use crate::shape::term::theme;
use crate::shape::{AtPlace, Offered, Organization, Taxonomy, Term};

type InPath = Result<Path<String>, PathRejection>;

pub(super) async fn offer(
    State(open): State<OpenData>,
    Here(municipality): Here,
    frame: Frame,
    id: InPath,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Response {
    let answer = async {
        let id = in_path(id, query.as_deref(), names::ONE)?.0;
        let question = format!("offer {id}");
        let asking = Asking { open: &open, municipality, headers: &headers, question };
        asking
            .answered(async move |desk| {
                let offer: Id<Offer> = Id::from_uuid(id);
                let at = desk.register.fact_of(offer).ok_or(Refused::NotThere)?;
                let whole = whole(&desk, desk.register.fact(at).ok_or(Refused::NotThere)?.party).await?;
                let found = whole.offers.iter().find(|it| it.id == offer).ok_or(Refused::NotThere)?;
                json(&Offered::whole(desk.scene(), found, &whole))
            })
            .await
    };
    told(&frame, answer.await)
}

pub(super) async fn party(
    State(open): State<OpenData>,
    Here(municipality): Here,
    frame: Frame,
    id: InPath,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Response {
    let answer = async {
        // A party is always given with its offers; the question for them is known, and changes nothing.
        let id = in_path(id, query.as_deref(), names::ONE_PARTY)?.0;
        let question = format!("party {id}");
        let asking = Asking { open: &open, municipality, headers: &headers, question };
        asking
            .answered(async move |desk| {
                let party: Id<Party> = Id::from_uuid(id);
                if !desk.register.has_party(party) {
                    return Err(Refused::NotThere);
                }
                let whole = whole(&desk, party).await?;
                let shown = |offer: &Offer| desk.register.fact_of(offer.id).is_some();
                json(&Organization::with_offers(desk.scene(), &whole, shown))
            })
            .await
    };
    told(&frame, answer.await)
}

pub(super) async fn at_place(
    State(open): State<OpenData>,
    Here(municipality): Here,
    frame: Frame,
    id: InPath,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Response {
    let answer = async {
        let id = in_path(id, query.as_deref(), names::ONE)?.0;
        let question = format!("at place {id}");
        let asking = Asking { open: &open, municipality, headers: &headers, question };
        asking
            .answered(async move |desk| {
                let pair = desk.register.pair_of(id).ok_or(Refused::NotThere)?.clone();
                let fact = desk.register.fact(pair.fact).ok_or(Refused::NotThere)?;
                let whole = whole(&desk, fact.party).await?;
                let offer = whole.offers.iter().find(|it| it.id == fact.id).ok_or(Refused::NotThere)?;
                let place = whole.places.iter().find(|(it, _)| it.id == pair.place);
                let (place, _) = place.ok_or(Refused::NotThere)?;
                json(&AtPlace::whole(desk.scene(), offer, &whole, place))
            })
            .await
    };
    told(&frame, answer.await)
}

pub(super) async fn taxonomy(
    State(open): State<OpenData>,
    Here(municipality): Here,
    frame: Frame,
    id: InPath,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Response {
    let answer = async {
        let id = in_path(id, query.as_deref(), names::ONE)?.0;
        let ours = Some(Taxonomy::ours()).filter(|it| it.id == id).ok_or(Refused::NotThere)?;
        let asking =
            Asking { open: &open, municipality, headers: &headers, question: format!("taxonomy {id}") };
        asking.answered(async move |_| json(&ours)).await
    };
    told(&frame, answer.await)
}

pub(super) async fn term(
    State(open): State<OpenData>,
    Here(municipality): Here,
    frame: Frame,
    id: InPath,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Response {
    let answer = async {
        let id = in_path(id, query.as_deref(), names::ONE)?.0;
        let asking = Asking { open: &open, municipality, headers: &headers, question: format!("term {id}") };
        asking
            .answered(async move |desk| {
                let themes = &desk.listing.taxonomy;
                json(&Term::of(themes, &theme(themes, id).ok_or(Refused::NotThere)?))
            })
            .await
    };
    told(&frame, answer.await)
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
    found.into_iter().next().ok_or(Refused::NotThere)
}
