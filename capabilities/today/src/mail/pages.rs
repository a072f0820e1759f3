//! `/ik/mail`: whether one letter a day may say that something waits, where it goes, and when it may come.

use access::{Caller, Entry, Fields, Here, LinkToken, Permit, SignedForm, Who, on_to};
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use directory::municipality;
use directory::party::Email;
use ground::db::Tx;
use ground::id::{Id, Municipality};
use ground::moment::Moment;
use ground::trouble::{Answer, Trouble};
use maud::Markup;
use people::person::Person;
use serde::Deserialize;
use ui::Frame;

use super::letter::{About, letter};
use super::view::{self, Sheet, Typed, Wrong};
use super::{Hours, Mail, store};
use crate::Today;
use crate::oneself::oneself;

const ACTION: &str = "today.mail";

pub(crate) fn routes() -> Vec<Entry<Today>> {
    use Who::Known;
    const OBJECT: &str = "person";
    vec![
        Entry::get(
            "/ik/mail",
            Known,
            ACTION,
            OBJECT,
            "Whether a letter a day says that something waits",
            show,
        ),
        Entry::post("/ik/mail", Known, ACTION, OBJECT, "Have that letter sent, or change it", save),
        Entry::post("/ik/mail/stop", Known, ACTION, OBJECT, "Have no letters any more", stop),
    ]
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Looked {
    gedaan: String,
}

async fn show(
    State(today): State<Today>,
    Here(here): Here,
    caller: Caller,
    frame: Frame,
    Query(looked): Query<Looked>,
) -> Answer<Markup> {
    let (signed, _) = oneself(&caller, here, ACTION)?;
    let person = Id::from_uuid(signed.person);
    let mail = store::of_person(&today.directory.db, here, person).await?;
    let typed = Typed::of(mail.as_ref());
    let sheet = Sheet {
        mail: mail.as_ref(),
        mails: today.directory.office.mails(),
        typed,
        wrong: None,
        done: &looked.gedaan,
    };
    Ok(view::sheet(&frame, &sheet))
}

async fn save(
    State(today): State<Today>,
    Here(here): Here,
    caller: Caller,
    frame: Frame,
    SignedForm(fields): SignedForm<Fields>,
) -> Answer<Response> {
    let (signed, permit) = oneself(&caller, here, ACTION)?;
    let person = Id::from_uuid(signed.person);
    let known = store::of_person(&today.directory.db, here, person).await?;
    let typed = Typed::from(&fields);
    let (address, hours) = match read(&typed) {
        Ok(read) => read,
        Err(wrong) => {
            let mails = today.directory.office.mails();
            let sheet = Sheet { mail: known.as_ref(), mails, typed, wrong: Some(wrong), done: "" };
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, view::sheet(&frame, &sheet)).into_response());
        }
    };
    let now = today.directory.now();
    // The same address again keeps what was confirmed: only the hours change.
    let same =
        known.filter(|known| known.address == address && known.confirmed_at.is_some() && !known.refused);
    let new = same.is_none();
    let mail = match same {
        Some(same) => Mail { hours, language: frame.lang, ..same },
        None => Mail {
            token: LinkToken::new()?,
            person,
            address,
            language: frame.lang,
            hours,
            asked_at: now,
            confirmed_at: None,
            sent: None,
            refused: false,
        },
    };
    if new && !today.limit.allows(person, &mail.address, now) {
        let known = store::of_person(&today.directory.db, here, person).await?;
        let mails = today.directory.office.mails();
        let sheet = Sheet { mail: known.as_ref(), mails, typed, wrong: Some(Wrong::Often), done: "" };
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, view::sheet(&frame, &sheet)).into_response());
    }
    let mut tx = today.directory.db.begin().await?;
    store::put(&mut tx, &permit, &mail).await?;
    leave(&mut tx, &permit, person, now).await?;
    tx.commit().await?;
    if !new {
        return Ok(on_to("/ik/mail?gedaan=bewaard".to_owned()));
    }
    let went = ask_whether_it_is_right(&today, here, &mail, now).await?;
    Ok(on_to(format!("/ik/mail?gedaan={}", if went { "gevraagd" } else { "niet-gegaan" })))
}

/// The first letter, with the link that starts it; sent each time the form is, until the link was followed.
async fn ask_whether_it_is_right(
    today: &Today,
    here: Municipality,
    mail: &Mail,
    now: Moment,
) -> Answer<bool> {
    let town = municipality::store::find(&today.directory.db, here).await?.ok_or(Trouble::NotThere)?;
    let only = municipality::store::all(&today.directory.db).await?.len() == 1;
    let home = today.directory.office.home(&town, only);
    let letter = letter(About::Confirm, mail, &town, &home, Id::<Mail>::new(now).to_string(), now);
    Ok(today.directory.office.post().send(&letter).await.is_ok())
}

async fn stop(
    State(today): State<Today>,
    Here(here): Here,
    caller: Caller,
    SignedForm(_): SignedForm<Fields>,
) -> Answer<Response> {
    let (signed, permit) = oneself(&caller, here, ACTION)?;
    let (person, now) = (Id::from_uuid(signed.person), today.directory.now());
    let mut tx = today.directory.db.begin().await?;
    people::person::store::hold(&mut tx, &permit, person).await?;
    store::stop(&mut tx, here, person, now).await?;
    leave(&mut tx, &permit, person, now).await?;
    tx.commit().await?;
    Ok(on_to("/ik/mail?gedaan=gestopt".to_owned()))
}

fn read(typed: &Typed) -> Result<(Email, Hours), Wrong> {
    let address = Email::parse(&typed.address).ok().filter(|address| !address.is_empty());
    let address = address.ok_or(Wrong::Address)?;
    let hour = |text: &str| text.parse().ok();
    let hours = hour(&typed.from).zip(hour(&typed.until));
    let hours = hours.and_then(|(from, until)| Hours::new(from, until, typed.weekend));
    Ok((address, hours.ok_or(Wrong::Hours)?))
}

async fn leave(tx: &mut Tx, permit: &Permit, person: Id<Person>, now: Moment) -> Answer<()> {
    let (actor, membership) = permit.actor();
    let line = audit::Line {
        actor,
        membership,
        action: permit.action(),
        object: "person",
        object_id: None,
        about: Some(person.uuid()),
        party: None,
        purpose: "mail",
        outcome: audit::Outcome::Done,
    };
    audit::record(tx, permit.municipality(), now, &line).await
}
