//! Routes of the desk's first page and of the do-not-list.

use std::sync::Arc;

use access::{Caller, Entry, Fields, Object, Permit, Relations, SignedForm, Who};
use axum::Extension;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use ground::trouble::Answer;
use maud::Markup;
use serde::Deserialize;
use ui::Frame;

use super::view::{self, Desk};
use crate::Directory;
use crate::desk::keeping::Keeping;
use crate::desk::{id, keep, on_to, store};
use crate::wording::name_key;
use crate::{candidate, do_not_list, party};
use ground::trouble::Trouble;

pub(in crate::desk) fn routes() -> Vec<Entry<Directory>> {
    use Who::Allowed;
    vec![
        Entry::get("/beheer", Allowed, "desk.read", "desk", "The desk: all parties, with their age", desk),
        Entry::get(
            "/beheer/niet-vermelden",
            Allowed,
            "wish.list",
            "wish",
            "Who asked not to be listed",
            wishes,
        ),
        Entry::post(
            "/beheer/niet-vermelden/{id}/weg",
            Allowed,
            "wish.remove",
            "wish",
            "Forget such a wish",
            forget,
        ),
    ]
}

#[derive(Deserialize)]
struct Asked {
    #[serde(default)]
    q: String,
    #[serde(default)]
    pagina: Option<i64>,
}

async fn desk(
    State(directory): State<Directory>,
    permit: Permit,
    caller: Caller,
    Extension(relations): Extension<Arc<dyn Relations>>,
    frame: Frame,
    Query(asked): Query<Asked>,
) -> Answer<Markup> {
    let (db, here) = (&directory.db, permit.municipality());
    let page = asked.pagina.unwrap_or(1).clamp(1, 100_000);
    let (ids, count) = store::named(db, here, &name_key(&asked.q), page).await?;
    let mut parties = party::store::find_many(db, here, &ids).await?;
    parties.sort_by_key(|party| ids.iter().position(|id| *id == party.id));
    let municipality = Object::Municipality { municipality: here.0.into() };
    let decides = caller.may("candidate.list", &municipality);
    let desk = Desk {
        q: asked.q,
        page,
        count,
        parties,
        ageings: Arc::clone(&directory.listing(here).await?.ageings),
        now: directory.now(),
        keeping: Keeping::of(&caller, relations.as_ref(), here).await?,
        keeps: caller.may("party.add", &municipality),
        candidates: if decides { Some(candidate::store::count(db, here).await?) } else { None },
    };
    Ok(view::desk(&frame, &desk))
}

async fn wishes(State(directory): State<Directory>, permit: Permit, frame: Frame) -> Answer<Markup> {
    let wishes = do_not_list::store::all(&directory.db, permit.municipality()).await?;
    Ok(view::wishes(&frame, &wishes))
}

async fn forget(
    State(directory): State<Directory>,
    permit: Permit,
    Path(wish): Path<String>,
    SignedForm(_): SignedForm<Fields>,
) -> Answer<Response> {
    let mut tx = directory.db.begin().await?;
    if !do_not_list::store::forget(&mut tx, &permit, id(&wish)?).await? {
        tx.rollback().await?;
        return Err(Trouble::NotThere);
    }
    keep(tx, &permit, directory.now()).await?;
    Ok(on_to("/beheer/niet-vermelden".to_owned()))
}
