//! Routes of a party's people at the desk.

use access::events::unproved;
use access::{Caller, Entry, Fields, Permit, SignedForm, Who};
use axum::extract::{Multipart, Path, State};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use ground::id::Id;
use ground::trouble::{Answer, Trouble};
use maud::Markup;
use ui::Frame;

use super::{photo, read, typed, view};
use crate::Directory;
use crate::contact::{Contact, store};
use crate::desk::form::{Drawn, Fault, Faults, News, still_as};
use crate::desk::party::pages::found;
use crate::desk::{begin, id, keep_of, on_to, taken_from};
use crate::party::Party;

pub(in crate::desk) fn routes() -> Vec<Entry<Directory>> {
    use Who::Allowed;
    vec![
        Entry::get(
            "/beheer/partij/{party}/mens/nieuw",
            Allowed,
            "contact.read",
            "contact",
            "The form for a new contact",
            new,
        ),
        Entry::get(
            "/beheer/partij/{party}/mens/{id}",
            Allowed,
            "contact.read",
            "contact",
            "A contact with its form",
            edit,
        ),
        Entry::post(
            "/beheer/partij/{party}/mens/{id}",
            Allowed,
            "contact.change",
            "contact",
            "Add or change a contact",
            change,
        ),
        Entry::post(
            "/beheer/partij/{party}/mens/{id}/weg",
            Allowed,
            "contact.remove",
            "contact",
            "Remove a contact",
            remove,
        ),
        Entry::get(
            "/beheer/partij/{party}/mens/{id}/foto",
            Allowed,
            "contact.read",
            "contact",
            "The photo of a contact",
            picture,
        ),
        Entry::post(
            "/beheer/partij/{party}/mens/{id}/foto",
            Allowed,
            "contact.photo",
            "contact",
            "Set the photo of a contact",
            set_picture,
        ),
    ]
}

async fn known(
    directory: &Directory,
    permit: &Permit,
    party: &Party,
    contact: Id<Contact>,
) -> Answer<Option<Contact>> {
    Ok(own(store::find(&directory.db, permit.municipality(), contact).await?, party))
}

/// What another party has is, for this one, as what never was.
fn own(contact: Option<Contact>, party: &Party) -> Option<Contact> {
    contact.filter(|contact| contact.party == party.id)
}

async fn new(
    State(directory): State<Directory>,
    permit: Permit,
    frame: Frame,
    Path(party): Path<String>,
) -> Answer<Markup> {
    let party = found(&directory, &permit, id(&party)?).await?;
    let (fields, faults) = (Fields::default(), Vec::new());
    let drawn = Drawn { frame: &frame, typed: &fields, faults: &faults };
    Ok(view::form(&drawn, &party, Id::new(directory.now()), None, News::Nothing))
}

async fn edit(
    State(directory): State<Directory>,
    permit: Permit,
    frame: Frame,
    Path((party, contact)): Path<(String, String)>,
) -> Answer<Markup> {
    let party = found(&directory, &permit, id(&party)?).await?;
    let contact = known(&directory, &permit, &party, id(&contact)?).await?.ok_or(Trouble::NotThere)?;
    let (fields, faults) = (typed(&contact), Vec::new());
    let drawn = Drawn { frame: &frame, typed: &fields, faults: &faults };
    Ok(view::form(&drawn, &party, contact.id, Some(&contact), News::Nothing))
}

async fn change(
    State(directory): State<Directory>,
    permit: Permit,
    frame: Frame,
    Path((party, contact)): Path<(String, String)>,
    SignedForm(fields): SignedForm<Fields>,
) -> Answer<Response> {
    let party = found(&directory, &permit, id(&party)?).await?;
    let (sent, now) = (id(&contact)?, directory.now());
    let mut tx = begin(&directory.db, &permit).await?;
    let there = store::find_in(&mut tx, permit.municipality(), sent).await?;
    // An id that another party uses must not show that it is in use: what is new here gets another, once it is kept.
    let new = if there.is_some() { Id::new(now) } else { sent };
    let known = own(there, &party);
    let contact = known.as_ref().map_or(new, |known| known.id);
    if known.is_none() && fields.has("seen") {
        // Somebody else took it away while this form was open.
        return Err(Trouble::NotThere);
    }
    let (faults, news) = match read(&fields, contact, party.id, known.as_ref(), now) {
        Ok(contact)
            if known.as_ref().is_none_or(|known| still_as(&fields, &typed(known), &typed(&contact))) =>
        {
            store::save(&mut tx, &permit, &contact, now).await?;
            if contact.photo.is_some() && !fields.has("consent_photo") {
                store::set_photo(&mut tx, &permit, contact.id, None, now).await?;
            }
            keep_of(tx, &permit, (contact.id, party.id), now).await?;
            return Ok(on_to(format!("/beheer/partij/{}?gedaan=mens", party.id)));
        }
        Ok(_) => (Vec::new(), News::ChangedMeanwhile),
        Err(faults) => (faults, News::Nothing),
    };
    tx.rollback().await?;
    let drawn = Drawn { frame: &frame, typed: &fields, faults: &faults };
    Ok(refused(view::form(&drawn, &party, sent, known.as_ref(), news)))
}

fn refused(page: Markup) -> Response {
    (StatusCode::UNPROCESSABLE_ENTITY, page).into_response()
}

async fn remove(
    State(directory): State<Directory>,
    permit: Permit,
    Path((party, contact)): Path<(String, String)>,
    SignedForm(_): SignedForm<Fields>,
) -> Answer<Response> {
    let party = found(&directory, &permit, id(&party)?).await?;
    if let Some(contact) = known(&directory, &permit, &party, id(&contact)?).await? {
        let mut tx = begin(&directory.db, &permit).await?;
        store::remove(&mut tx, &permit, &[contact.id]).await?;
        taken_from(&mut tx, &permit, party.id, directory.now()).await?;
        keep_of(tx, &permit, (contact.id, party.id), directory.now()).await?;
    }
    Ok(on_to(format!("/beheer/partij/{}?gedaan=weg", party.id)))
}

async fn picture(
    State(directory): State<Directory>,
    permit: Permit,
    Path((party, contact)): Path<(String, String)>,
) -> Answer<Response> {
    let party = found(&directory, &permit, id(&party)?).await?;
    let contact = known(&directory, &permit, &party, id(&contact)?).await?.ok_or(Trouble::NotThere)?;
    let jpeg =
        store::photo(&directory.db, permit.municipality(), contact.id).await?.ok_or(Trouble::NotThere)?;
    Ok(([(CONTENT_TYPE, "image/jpeg")], jpeg).into_response())
}

/// The file and the two boxes around it. The session's proof must come first: nothing is read before it.
async fn set_picture(
    State(directory): State<Directory>,
    permit: Permit,
    caller: Caller,
    frame: Frame,
    Path((party, contact)): Path<(String, String)>,
    mut form: Multipart,
) -> Result<Response, Response> {
    let unreadable = |error: axum::extract::multipart::MultipartError| error.into_response();
    let (mut signed, mut consent, mut file) = (false, false, None);
    while let Some(part) = form.next_field().await.map_err(unreadable)? {
        match part.name().unwrap_or_default() {
            "csrf" => {
                caller
                    .proved(&part.text().await.map_err(unreadable)?)
                    .map_err(IntoResponse::into_response)?;
                signed = true;
            }
            _ if !signed => return Err(unproved().into_response()),
            "consent" => consent = true,
            "file" => file = Some(part.bytes().await.map_err(unreadable)?),
            _ => {}
        }
    }
    if !signed {
        return Err(unproved().into_response());
    }
    let put = put(&directory, &permit, &frame, (&party, &contact), consent, file.unwrap_or_default());
    put.await.map_err(IntoResponse::into_response)
}

async fn put(
    directory: &Directory,
    permit: &Permit,
    frame: &Frame,
    (party, contact): (&str, &str),
    consent: bool,
    file: axum::body::Bytes,
) -> Answer<Response> {
    let party = found(directory, permit, id(party)?).await?;
    let contact = known(directory, permit, &party, id(contact)?).await?.ok_or(Trouble::NotThere)?;
    let jpeg = if consent {
        tokio::task::spawn_blocking(move || photo::small(&file))
            .await
            .map_err(Trouble::fault)?
            .ok_or(Fault::NoPicture)
    } else {
        Err(Fault::NoConsent)
    };
    match jpeg {
        Ok(jpeg) => {
            let now = directory.now();
            let mut tx = begin(&directory.db, permit).await?;
            store::set_photo(&mut tx, permit, contact.id, Some((jpeg, now)), now).await?;
            keep_of(tx, permit, (contact.id, party.id), now).await?;
            Ok(on_to(format!("/beheer/partij/{}/mens/{}", party.id, contact.id)))
        }
        Err(fault) => {
            let faults: Faults = vec![(if fault == Fault::NoPicture { "file" } else { "consent" }, fault)];
            let mut fields = typed(&contact);
            if consent {
                fields.push("consent", "ja");
            }
            let drawn = Drawn { frame, typed: &fields, faults: &faults };
            Ok(refused(view::form(&drawn, &party, contact.id, Some(&contact), News::Nothing)))
        }
    }
}
