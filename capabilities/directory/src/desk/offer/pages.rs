//! Routes of an offer at the desk.

use access::{Caller, Entry, Fields, Permit, SignedForm, Who};
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use ground::id::Id;
use ground::trouble::{Answer, Trouble};
use maud::Markup;
use serde::Deserialize;
use ui::Frame;

use super::view::{self, Sheet};
use super::{Around, read, typed};
use crate::Directory;
use crate::confirmation::Confirmation;
use crate::contact;
use crate::contact::people::People;
use crate::desk::form::{Drawn, Fault, Faults, News, later, still_so};
use crate::desk::party::pages::found;
use crate::desk::{begin, id, keep_of, on_to, said_by};
use crate::double;
use crate::offer::{Offer, store};
use crate::party::{Capacity, Party};
use crate::place;
use crate::theme;

pub(in crate::desk) fn routes() -> Vec<Entry<Directory>> {
    use Who::Allowed;
    vec![
        Entry::get(
            "/beheer/partij/{party}/aanbod/nieuw",
            Allowed,
            "offer.read",
            "offer",
            "The form for a new offer",
            new,
        ),
        Entry::post(
            "/beheer/partij/{party}/aanbod/nieuw",
            Allowed,
            "offer.add",
            "offer",
            "Add an offer",
            add,
        ),
        Entry::get(
            "/beheer/partij/{party}/aanbod/{id}",
            Allowed,
            "offer.read",
            "offer",
            "An offer with its form",
            edit,
        ),
        Entry::post(
            "/beheer/partij/{party}/aanbod/{id}",
            Allowed,
            "offer.change",
            "offer",
            "Change an offer",
            change,
        ),
        Entry::post(
            "/beheer/partij/{party}/aanbod/{id}/klopt",
            Allowed,
            "offer.confirm",
            "offer",
            "Say that an offer is right",
            confirm,
        ),
        Entry::post(
            "/beheer/partij/{party}/aanbod/{id}/plek",
            Allowed,
            "offer.capacity",
            "offer",
            "Say whether there is room",
            capacity,
        ),
        Entry::post(
            "/beheer/partij/{party}/aanbod/{id}/weg",
            Allowed,
            "offer.remove",
            "offer",
            "Remove an offer",
            remove,
        ),
    ]
}

#[derive(Deserialize)]
struct Said {
    #[serde(default)]
    gedaan: Option<String>,
}

/// Party and offer of an address.
type Named = Path<(String, String)>;

/// The offer, when it is there and this party's: whoever may change this party may not change another's.
async fn there(directory: &Directory, permit: &Permit, Path((party, offer)): Named) -> Answer<Offer> {
    own(store::find(&directory.db, permit.municipality(), id(&offer)?).await?, id(&party)?)
}

fn own(offer: Option<Offer>, party: Id<Party>) -> Answer<Offer> {
    offer.filter(|offer| offer.party == party).ok_or(Trouble::NotThere)
}

fn at(offer: &Offer) -> String {
    format!("/beheer/partij/{}/aanbod/{}", offer.party, offer.id)
}

async fn new(
    State(directory): State<Directory>,
    permit: Permit,
    frame: Frame,
    Path(party): Path<String>,
) -> Answer<Markup> {
    let party = found(&directory, &permit, id(&party)?).await?;
    let places = place::store::of_parties(&directory.db, permit.municipality(), &[party.id]).await?;
    let taxonomy = theme::store::taxonomy(&directory.db, permit.municipality()).await?;
    let mut fields = Fields::default();
    fields.push("id", Id::<Offer>::new(directory.now()).to_string());
    let drawn = Drawn { frame: &frame, typed: &fields, faults: &Vec::new() };
    Ok(view::form(
        &drawn,
        &Sheet { party: &party, offer: None, places: &places, taxonomy: &taxonomy, news: News::Nothing },
    ))
}

async fn add(
    State(directory): State<Directory>,
    permit: Permit,
    frame: Frame,
    Path(party): Path<String>,
    SignedForm(fields): SignedForm<Fields>,
) -> Answer<Response> {
    let party = found(&directory, &permit, id(&party)?).await?;
    let sent = id(fields.get("id"))?;
    let new = match store::find(&directory.db, permit.municipality(), sent).await? {
        // Sent twice, it is there once.
        Some(known) if known.party == party.id => {
            return Ok(on_to(format!("/beheer/partij/{}/aanbod/{sent}", party.id)));
        }
        // An id that another party uses must not show that it is in use: what is new here gets another.
        Some(_) => Id::new(directory.now()),
        None => sent,
    };
    let places = place::store::of_parties(&directory.db, permit.municipality(), &[party.id]).await?;
    let taxonomy = theme::store::taxonomy(&directory.db, permit.municipality()).await?;
    let contacts = contact::store::of_parties(&directory.db, permit.municipality(), &[party.id]).await?;
    let people = People::of(&party, &contacts);
    let around = Around { people: &people, places: &places, taxonomy: &taxonomy };
    match read(&fields, new, party.id, None, around, directory.now()) {
        Ok(offer) => {
            save(&directory, &permit, &offer).await?;
            Ok(on_to(format!("/beheer/partij/{}?gedaan=aanbod", party.id)))
        }
        Err(faults) => {
            let drawn = Drawn { frame: &frame, typed: &fields, faults: &faults };
            let page = view::form(
                &drawn,
                &Sheet {
                    party: &party,
                    offer: None,
                    places: &places,
                    taxonomy: &taxonomy,
                    news: News::Nothing,
                },
            );
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

async fn edit(
    State(directory): State<Directory>,
    permit: Permit,
    frame: Frame,
    named: Named,
    Query(said): Query<Said>,
) -> Answer<Markup> {
    let offer = there(&directory, &permit, named).await?;
    let news = if said.gedaan.is_some() { News::Saved } else { News::Nothing };
    let fields = typed(&offer, frame.lang);
    sheet(&directory, &permit, &frame, &offer, (&fields, &Vec::new()), news).await
}

/// The page of an offer, with what was typed and what of it does not fit.
async fn sheet(
    directory: &Directory,
    permit: &Permit,
    frame: &Frame,
    offer: &Offer,
    (typed, faults): (&Fields, &Faults),
    news: News,
) -> Answer<Markup> {
    let party = found(directory, permit, offer.party).await?;
    let places = place::store::of_parties(&directory.db, permit.municipality(), &[party.id]).await?;
    let taxonomy = theme::store::taxonomy(&directory.db, permit.municipality()).await?;
    let drawn = Drawn { frame, typed, faults };
    let sheet = Sheet { party: &party, offer: Some(offer), places: &places, taxonomy: &taxonomy, news };
    Ok(view::form(&drawn, &sheet))
}

async fn change(
    State(directory): State<Directory>,
    permit: Permit,
    frame: Frame,
    named: Named,
    SignedForm(fields): SignedForm<Fields>,
) -> Answer<Response> {
    let (offer, now) = (there(&directory, &permit, named).await?, directory.now());
    let party = found(&directory, &permit, offer.party).await?;
    let places = place::store::of_parties(&directory.db, permit.municipality(), &[party.id]).await?;
    let taxonomy = theme::store::taxonomy(&directory.db, permit.municipality()).await?;
    let mut tx = begin(&directory.db, &permit).await?;
    let known = store::find_in(&mut tx, permit.municipality(), offer.id).await?.ok_or(Trouble::NotThere)?;
    let news = if still_so(&fields, known.changed_at) { News::Nothing } else { News::ChangedMeanwhile };
    let contacts = contact::store::of_parties_in(&mut tx, permit.municipality(), &[party.id]).await?;
    let people = People::of(&party, &contacts);
    let around = Around { people: &people, places: &places, taxonomy: &taxonomy };
    let faults = match read(&fields, known.id, known.party, Some(&known), around, now) {
        Ok(offer) if news == News::Nothing => {
            store::save(&mut tx, &permit, &offer).await?;
            keep_of(tx, &permit, (offer.id, offer.party), now).await?;
            return Ok(on_to(at(&offer) + "?gedaan=bewaard"));
        }
        Ok(_) => Vec::new(),
        Err(faults) => faults,
    };
    tx.rollback().await?;
    let drawn = Drawn { frame: &frame, typed: &fields, faults: &faults };
    let sheet = Sheet { party: &party, offer: Some(&known), places: &places, taxonomy: &taxonomy, news };
    Ok((StatusCode::UNPROCESSABLE_ENTITY, view::form(&drawn, &sheet)).into_response())
}

async fn confirm(
    State(directory): State<Directory>,
    permit: Permit,
    caller: Caller,
    frame: Frame,
    named: Named,
    SignedForm(fields): SignedForm<Fields>,
) -> Answer<Response> {
    let (offer, now) = (there(&directory, &permit, named).await?, directory.now());
    let by = match said_by(&caller, fields.get("by")) {
        Ok(by) => by,
        Err(unfit) => {
            let mut shown = typed(&offer, frame.lang);
            shown.push("by", fields.get("by"));
            let faults = vec![("by", Fault::Unfit(unfit))];
            let page = sheet(&directory, &permit, &frame, &offer, (&shown, &faults), News::Nothing).await?;
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
        }
    };
    let mut tx = begin(&directory.db, &permit).await?;
    if !store::confirm(&mut tx, &permit, offer.id, &Confirmation { at: now, by }).await? {
        return Err(Trouble::NotThere);
    }
    keep_of(tx, &permit, (offer.id, offer.party), now).await?;
    Ok(on_to(at(&offer) + "?gedaan=klopt"))
}

async fn capacity(
    State(directory): State<Directory>,
    permit: Permit,
    named: Named,
    SignedForm(fields): SignedForm<Fields>,
) -> Answer<Response> {
    let (Path((party, offer)), now) = (named, directory.now());
    let capacity = Capacity::parse(fields.get("capacity")).map_err(|_| Trouble::NotThere)?;
    let mut tx = begin(&directory.db, &permit).await?;
    let known = store::find_in(&mut tx, permit.municipality(), id(&offer)?).await?;
    let mut offer = own(known, id(&party)?)?;
    offer.capacity = capacity;
    offer.changed_at = later(Some(offer.changed_at), now);
    store::save(&mut tx, &permit, &offer).await?;
    keep_of(tx, &permit, (offer.id, offer.party), now).await?;
    Ok(on_to(at(&offer) + "?gedaan=plek"))
}

async fn remove(
    State(directory): State<Directory>,
    permit: Permit,
    named: Named,
    SignedForm(_): SignedForm<Fields>,
) -> Answer<Response> {
    let offer = there(&directory, &permit, named).await?;
    let mut tx = begin(&directory.db, &permit).await?;
    let now = directory.now();
    store::remove(&mut tx, &permit, &[offer.id]).await?;
    double::store::keep_away(&mut tx, &permit, &offer, now).await?;
    keep_of(tx, &permit, (offer.id, offer.party), now).await?;
    Ok(on_to(format!("/beheer/partij/{}?gedaan=weg", offer.party)))
}

async fn save(directory: &Directory, permit: &Permit, offer: &Offer) -> Answer<()> {
    let mut tx = begin(&directory.db, permit).await?;
    store::save(&mut tx, permit, offer).await?;
    keep_of(tx, permit, (offer.id, offer.party), directory.now()).await
}
