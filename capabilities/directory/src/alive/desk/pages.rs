//! Routes of what ages at the desk.

use std::sync::Arc;

use access::{Caller, Entry, Fields, Permit, Relations, SignedForm, Who};
use axum::Extension;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use ground::id::Id;
use ground::trouble::{Answer, Trouble};
use maud::Markup;
use serde::Deserialize;
use ui::Frame;

use super::view::{self, Desk, News};
use crate::Directory;
use crate::alive::days::pages::districts;
use crate::alive::days::{fields, read};
use crate::alive::overview::{Group, Overview};
use crate::alive::{State as Sent, answer, kept, store};
use crate::confirmation::Confirmation;
use crate::desk::keeping::Keeping;
use crate::desk::{begin, id, keep_one, on_to};
use crate::municipality::{self, Municipality};
use crate::party::Party;
use crate::wording::Line;

/// Who confirmed it, as pages say it.
const BY_TELEPHONE: &str = "de partij, aan de telefoon";

pub(in crate::alive) fn routes() -> Vec<Entry<Directory>> {
    use Who::Allowed;
    vec![
        Entry::get(
            "/beheer/veroudering",
            Allowed,
            "ageing.read",
            "party",
            "What ages, and whom to call",
            show,
        ),
        Entry::post(
            "/beheer/veroudering/dagen",
            Allowed,
            "ageing.set",
            "municipality",
            "After how many days profiles age and hide",
            days,
        ),
        Entry::post(
            "/beheer/veroudering/{party}/klopt",
            Allowed,
            "party.confirm",
            "party",
            "Confirmed by telephone, with all its offers",
            confirm,
        ),
        Entry::post(
            "/beheer/veroudering/{party}/mail",
            Allowed,
            "party.ask",
            "party",
            "Mail a party now",
            mail,
        ),
        Entry::post(
            "/beheer/veroudering/{party}/verberg",
            Allowed,
            "party.put-away",
            "party",
            "Put a party out of sight",
            put_away,
        ),
        Entry::post(
            "/beheer/veroudering/{party}/toon",
            Allowed,
            "party.show",
            "party",
            "Show a hidden party again",
            show_again,
        ),
        Entry::post(
            "/beheer/veroudering/{party}/terug",
            Allowed,
            "party.put-back",
            "party",
            "Put back a party that took itself off",
            put_back,
        ),
    ]
}

#[derive(Default, Deserialize)]
struct Asked {
    #[serde(default)]
    groep: String,
    #[serde(default)]
    pagina: Option<usize>,
    #[serde(default)]
    gedaan: String,
}

async fn show(
    State(directory): State<Directory>,
    permit: Permit,
    caller: Caller,
    Extension(relations): Extension<Arc<dyn Relations>>,
    frame: Frame,
    Query(asked): Query<Asked>,
) -> Answer<Markup> {
    let town = town(&directory, &permit).await?;
    let keeping = Keeping::of(&caller, relations.as_ref(), town.code).await?;
    let desk = drawn(&directory, &town, &asked, keeping).await?;
    Ok(view::desk(&frame, &desk, &fields(town.ageing), &Vec::new()))
}

async fn drawn(directory: &Directory, town: &Municipality, asked: &Asked, keeping: Keeping) -> Answer<Desk> {
    Ok(Desk {
        keeping,
        overview: Overview::read(&directory.db, town, directory.now()).await?,
        taken_off: kept::all(&directory.db, town.code, directory.now()).await?,
        districts: districts(directory, town.code).await?,
        group: Group::parse(&asked.groep),
        page: asked.pagina.unwrap_or(1).clamp(1, 100_000),
        news: News::parse(&asked.gedaan),
        mails: directory.office.mails(),
    })
}

async fn days(
    State(directory): State<Directory>,
    permit: Permit,
    caller: Caller,
    Extension(relations): Extension<Arc<dyn Relations>>,
    frame: Frame,
    SignedForm(typed): SignedForm<Fields>,
) -> Answer<Response> {
    let now = directory.now();
    let mut tx = begin(&directory.db, &permit).await?;
    let known = municipality::store::find_in(&mut tx, permit.municipality()).await?;
    let mut town = known.ok_or(Trouble::NotThere)?;
    match read(&typed) {
        Ok(ageing) => {
            town.ageing = ageing;
            municipality::store::save(&mut tx, &permit, &town, now).await?;
            tx.commit().await?;
            Ok(on_to("/beheer/veroudering?gedaan=dagen".to_owned()))
        }
        Err(faults) => {
            tx.rollback().await?;
            let keeping = Keeping::of(&caller, relations.as_ref(), town.code).await?;
            let desk = drawn(&directory, &town, &Asked::default(), keeping).await?;
            let page = view::desk(&frame, &desk, &typed, &faults);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

async fn confirm(
    State(directory): State<Directory>,
    permit: Permit,
    frame: Frame,
    Path(party): Path<String>,
    SignedForm(typed): SignedForm<Fields>,
) -> Answer<Response> {
    let (party, now): (Id<Party>, _) = (id(&party)?, directory.now());
    let by = Line::parse(BY_TELEPHONE).map_err(|_| Trouble::NotThere)?;
    let mut tx = begin(&directory.db, &permit).await?;
    if !store::confirm_whole(&mut tx, &permit, party, &Confirmation { at: now, by }).await? {
        return Err(Trouble::NotThere);
    }
    store::replace_others(&mut tx, &permit, party, None, now).await?;
    keep_one(tx, &permit, party, now).await?;
    // The party's own people cannot open the list of what ages: they go on to their party.
    Ok(if frame.desk { back(&typed, "klopt") } else { on_to(format!("/beheer/partij/{party}?gedaan=klopt")) })
}

async fn mail(
    State(directory): State<Directory>,
    permit: Permit,
    Path(party): Path<String>,
    SignedForm(typed): SignedForm<Fields>,
) -> Answer<Response> {
    let asked = directory.office.ask_now(&directory.db, &permit, id(&party)?, directory.now()).await?;
    Ok(back(
        &typed,
        match asked {
            Some(Sent::Sent) => "gemaild",
            Some(Sent::NoAddress) => "geen-adres",
            Some(Sent::Bounced) => "teruggekomen",
            Some(_) => "later",
            None => "te-vaak",
        },
    ))
}

async fn put_away(
    State(directory): State<Directory>,
    permit: Permit,
    Path(party): Path<String>,
    SignedForm(typed): SignedForm<Fields>,
) -> Answer<Response> {
    let (party, now) = (id(&party)?, directory.now());
    let mut tx = begin(&directory.db, &permit).await?;
    if !store::put_away(&mut tx, &permit, party, now).await? {
        return Err(Trouble::NotThere);
    }
    keep_one(tx, &permit, party, now).await?;
    Ok(back(&typed, "verborgen"))
}

async fn show_again(
    State(directory): State<Directory>,
    permit: Permit,
    Path(party): Path<String>,
    SignedForm(typed): SignedForm<Fields>,
) -> Answer<Response> {
    let (party, now) = (id(&party)?, directory.now());
    let mut tx = begin(&directory.db, &permit).await?;
    if !store::show_again(&mut tx, &permit, party, now).await? {
        return Err(Trouble::NotThere);
    }
    keep_one(tx, &permit, party, now).await?;
    Ok(back(&typed, "te-zien"))
}

async fn put_back(
    State(directory): State<Directory>,
    permit: Permit,
    Path(party): Path<String>,
    SignedForm(typed): SignedForm<Fields>,
) -> Answer<Response> {
    if !answer::put_back(&directory.db, &permit, id(&party)?, directory.now()).await? {
        return Err(Trouble::NotThere);
    }
    Ok(back(&typed, "terug"))
}

async fn town(directory: &Directory, permit: &Permit) -> Answer<Municipality> {
    municipality::store::find(&directory.db, permit.municipality()).await?.ok_or(Trouble::NotThere)
}

/// To the group one was working in, with what was done.
fn back(typed: &Fields, done: &str) -> Response {
    let group =
        Group::parse(typed.get("groep")).map_or(String::new(), |group| format!("groep={}&", group.word()));
    on_to(format!("/beheer/veroudering?{group}gedaan={done}"))
}
