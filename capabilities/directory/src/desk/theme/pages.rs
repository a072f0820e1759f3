//! Routes of the themes at the desk.

use access::{Entry, Fields, Permit, SignedForm, Who};
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use ground::trouble::{Answer, Trouble};
use maud::Markup;
use serde::Deserialize;
use ui::Frame;

use super::view::{self, List, Sheet};
use crate::Directory;
use crate::desk::form::{Drawn, News, still_as};
use crate::desk::{begin, keep, on_to};
use crate::theme::{Change, Taxonomy, Theme, change, form, store};

pub(in crate::desk) fn routes() -> Vec<Entry<Directory>> {
    use Who::Allowed;
    vec![
        Entry::get("/beheer/themas", Allowed, "theme.read", "theme", "All themes, to change them", all),
        Entry::get(
            "/beheer/themas/nieuw",
            Allowed,
            "theme.read",
            "theme",
            "The form for a theme of one's own",
            new,
        ),
        Entry::post("/beheer/themas/nieuw", Allowed, "theme.add", "theme", "Add a theme of one's own", add),
        Entry::get("/beheer/themas/{key}", Allowed, "theme.read", "theme", "A theme with its form", edit),
        Entry::post(
            "/beheer/themas/{key}",
            Allowed,
            "theme.change",
            "theme",
            "Rename, hide or merge a theme",
            save,
        ),
        Entry::post(
            "/beheer/themas/{key}/omhoog",
            Allowed,
            "theme.order",
            "theme",
            "Put a theme one place higher",
            up,
        ),
    ]
}

#[derive(Deserialize)]
struct Said {
    #[serde(default)]
    gedaan: Option<String>,
}

impl Said {
    const fn news(&self) -> News {
        if self.gedaan.is_some() { News::Saved } else { News::Nothing }
    }
}

async fn all(
    State(directory): State<Directory>,
    permit: Permit,
    frame: Frame,
    Query(said): Query<Said>,
) -> Answer<Markup> {
    let changes = store::changes(&directory.db, permit.municipality()).await?;
    let list = List { taxonomy: &Taxonomy::of(&changes), changes: &changes, news: said.news() };
    Ok(view::list(&frame, &list))
}

async fn new(State(directory): State<Directory>, permit: Permit, frame: Frame) -> Answer<Markup> {
    let taxonomy = store::taxonomy(&directory.db, permit.municipality()).await?;
    let fields = Fields::default();
    let drawn = Drawn { frame: &frame, typed: &fields, faults: &Vec::new() };
    Ok(view::new(&drawn, &taxonomy))
}

async fn add(
    State(directory): State<Directory>,
    permit: Permit,
    frame: Frame,
    SignedForm(fields): SignedForm<Fields>,
) -> Answer<Response> {
    let now = directory.now();
    let mut tx = begin(&directory.db, &permit).await?;
    let taxonomy = Taxonomy::of(&store::changes_in(&mut tx, permit.municipality()).await?);
    match form::add(&fields, &taxonomy, now) {
        Ok(made) => {
            store::put(&mut tx, &permit, std::slice::from_ref(&made)).await?;
            keep(tx, &permit, now).await?;
            Ok(on_to(format!("/beheer/themas/{}?gedaan=nieuw", made.theme.key())))
        }
        Err(faults) => {
            tx.rollback().await?;
            let drawn = Drawn { frame: &frame, typed: &fields, faults: &faults };
            Ok((StatusCode::UNPROCESSABLE_ENTITY, view::new(&drawn, &taxonomy)).into_response())
        }
    }
}

fn found(key: &str, taxonomy: &Taxonomy) -> Answer<Theme> {
    Theme::parse(key).filter(|theme| taxonomy.knows(theme)).ok_or(Trouble::NotThere)
}

/// What the form would show if this change were kept.
fn wanted(change: &Change, changes: &[Change]) -> Fields {
    let others = changes.iter().filter(|other| other.theme != change.theme);
    let all: Vec<Change> = others.chain([change]).cloned().collect();
    form::stands(&change.theme, &Taxonomy::of(&all), &all)
}

async fn edit(
    State(directory): State<Directory>,
    permit: Permit,
    frame: Frame,
    Path(key): Path<String>,
    Query(said): Query<Said>,
) -> Answer<Markup> {
    let changes = store::changes(&directory.db, permit.municipality()).await?;
    let taxonomy = Taxonomy::of(&changes);
    let theme = found(&key, &taxonomy)?;
    let fields = form::stands(&theme, &taxonomy, &changes);
    let known = changes.iter().find(|change| change.theme == theme);
    let drawn = Drawn { frame: &frame, typed: &fields, faults: &Vec::new() };
    let sheet = Sheet { theme: &theme, known, taxonomy: &taxonomy, stands: &fields, news: said.news() };
    Ok(view::edit(&drawn, &sheet))
}

async fn save(
    State(directory): State<Directory>,
    permit: Permit,
    frame: Frame,
    Path(key): Path<String>,
    SignedForm(fields): SignedForm<Fields>,
) -> Answer<Response> {
    let now = directory.now();
    let mut tx = begin(&directory.db, &permit).await?;
    let changes = store::changes_in(&mut tx, permit.municipality()).await?;
    let taxonomy = Taxonomy::of(&changes);
    let theme = found(&key, &taxonomy)?;
    let stands = form::stands(&theme, &taxonomy, &changes);
    let known = changes.iter().find(|change| change.theme == theme);
    let (faults, news) = match form::read(&fields, &theme, known, &taxonomy, now) {
        Ok(change) if still_as(&fields, &stands, &wanted(&change, &changes)) => {
            store::put(&mut tx, &permit, &[change]).await?;
            keep(tx, &permit, now).await?;
            return Ok(on_to(format!("/beheer/themas/{}?gedaan=bewaard", theme.key())));
        }
        Ok(_) => (Vec::new(), News::ChangedMeanwhile),
        Err(faults) => (faults, News::Nothing),
    };
    tx.rollback().await?;
    let drawn = Drawn { frame: &frame, typed: &fields, faults: &faults };
    let sheet = Sheet { theme: &theme, known, taxonomy: &taxonomy, stands: &stands, news };
    Ok((StatusCode::UNPROCESSABLE_ENTITY, view::edit(&drawn, &sheet)).into_response())
}

async fn up(
    State(directory): State<Directory>,
    permit: Permit,
    Path(key): Path<String>,
    SignedForm(_): SignedForm<Fields>,
) -> Answer<Response> {
    let now = directory.now();
    let mut tx = begin(&directory.db, &permit).await?;
    let changes = store::changes_in(&mut tx, permit.municipality()).await?;
    let taxonomy = Taxonomy::of(&changes);
    let theme = found(&key, &taxonomy)?;
    store::put(&mut tx, &permit, &change::up(&theme, &taxonomy, &changes, now)).await?;
    keep(tx, &permit, now).await?;
    Ok(on_to(format!("/beheer/themas#thema-{}", theme.key())))
}
