//! Routes of the import at the desk: bring a file, see what it would change, decide.

use access::{Caller, Entry, Fields, Permit, SignedForm, Who};
use axum::extract::{FromRequest, Multipart, Path, Query, Request, State};
use axum::http::StatusCode;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE, LOCATION};
use axum::response::{IntoResponse, Response};
use ground::id::Id;
use ground::trouble::{Answer, Trouble};
use maud::Markup;
use serde::Deserialize;
use ui::{Frame, Lang};

use super::form::{self, Faults, Typed};
use super::line::{Fate, Line};
use super::run::Ended;
use super::store::{self, Import, State as Stage};
use super::view::{self, Sheet};
use super::{staged, words};
use crate::Directory;
use crate::municipality::trail;

/// Lines on one page.
const PAGE: i64 = 50;

/// Imports shown below the form.
const EARLIER: i64 = 30;

/// Routes of the import.
#[must_use]
pub fn routes() -> Vec<Entry<Directory>> {
    use Who::Allowed;
    vec![
        Entry::get(
            "/beheer/import",
            Allowed,
            "import.read",
            "import",
            "The form to bring a file, and earlier imports",
            new,
        ),
        Entry::post(
            "/beheer/import",
            Allowed,
            "import.stage",
            "import",
            "Bring a file and look what it would change",
            bring,
        ),
        Entry::get(
            "/beheer/import/{id}",
            Allowed,
            "import.read",
            "import",
            "What an import would change, or changed",
            see,
        ),
        Entry::get(
            "/beheer/import/{id}/regels.csv",
            Allowed,
            "import.read",
            "import",
            "Its lines as a table",
            download,
        ),
        Entry::post(
            "/beheer/import/{id}/toepassen",
            Allowed,
            "import.apply",
            "import",
            "Put it on the map",
            apply,
        ),
        Entry::post("/beheer/import/{id}/weg", Allowed, "import.discard", "import", "Throw it away", discard),
    ]
}

async fn new(State(directory): State<Directory>, permit: Permit, frame: Frame) -> Answer<Markup> {
    let typed = Typed { sphere: "formal".to_owned(), ..Typed::default() };
    form_page(&directory, &permit, &frame, &typed, &Faults::new()).await
}

async fn form_page(
    directory: &Directory,
    permit: &Permit,
    frame: &Frame,
    typed: &Typed,
    faults: &Faults,
) -> Answer<Markup> {
    let earlier = store::latest(&directory.db, permit.municipality(), EARLIER).await?;
    Ok(view::form(frame, typed, faults, &earlier))
}

async fn bring(
    State(directory): State<Directory>,
    permit: Permit,
    frame: Frame,
    caller: Caller,
    request: Request,
) -> Answer<Response> {
    let Ok(parts) = Multipart::from_request(request, &()).await else {
        return Ok(StatusCode::BAD_REQUEST.into_response());
    };
    let sent = form::read(&caller, parts).await?;
    let typed = sent.typed.clone();
    let faults = match typed.ask(frame.lang, &sent) {
        Err(faults) => faults,
        Ok(ask) => match staged::stage(&directory.db, &permit, &ask, sent.upload, directory.now()).await? {
            Ok(waiting) => return Ok(on_to(&format!("/beheer/import/{}", waiting.id))),
            Err(why) => form::blame(frame.lang, &typed, &why),
        },
    };
    let again = form_page(&directory, &permit, &frame, &typed, &faults).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, again).into_response())
}

#[derive(Deserialize)]
struct Asked {
    /// Which lines: the word of a fate.
    #[serde(default)]
    wat: String,
    #[serde(default)]
    pagina: Option<u32>,
    /// What just happened.
    #[serde(default)]
    gedaan: Option<String>,
}

async fn see(
    State(directory): State<Directory>,
    permit: Permit,
    frame: Frame,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Answer<Markup> {
    let (db, municipality) = (&directory.db, permit.municipality());
    let import = find(&directory, &permit, &id).await?;
    let fate = Fate::parse(&asked.wat);
    let counts = store::line_counts(db, municipality, import.id).await?;
    let total: i64 =
        counts.iter().filter(|(one, _, _)| fate.is_none_or(|fate| fate == *one)).map(|it| it.2).sum();
    let pages = (total.max(1) + PAGE - 1) / PAGE;
    let page = i64::from(asked.pagina.unwrap_or(1)).clamp(1, pages);
    let lines = store::lines(db, municipality, import.id, fate, ((page - 1) * PAGE, PAGE)).await?;
    let sheet = Sheet { import: &import, counts: &counts, lines: &lines, fate, page, pages };
    Ok(view::sheet(&frame, &sheet, asked.gedaan.as_deref()))
}

async fn apply(
    State(directory): State<Directory>,
    permit: Permit,
    frame: Frame,
    Path(id): Path<String>,
    SignedForm(_): SignedForm<Fields>,
) -> Answer<Response> {
    let import = find(&directory, &permit, &id).await?;
    let ended = staged::put_on_the_map(&directory.db, &permit, import.id, directory.now()).await?;
    let word = match ended {
        Ended::Applied(_) | Ended::Idle(_) => "klaar",
        Ended::Outdated(_) => "veranderd",
        Ended::Already => "al",
        // It was read before and lies unchanged in the database: only a newer program can think otherwise.
        Ended::Unreadable(why) => {
            let typed = Typed { file: import.ask.file.clone(), ..Typed::default() };
            let faults = form::blame(frame.lang, &typed, &why);
            let page = form_page(&directory, &permit, &frame, &typed, &faults).await?;
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
        }
    };
    Ok(on_to(&format!("/beheer/import/{}?gedaan={word}", import.id)))
}

async fn discard(
    State(directory): State<Directory>,
    permit: Permit,
    Path(id): Path<String>,
    SignedForm(_): SignedForm<Fields>,
) -> Answer<Response> {
    let id = find(&directory, &permit, &id).await?.id;
    let mut tx = directory.db.begin().await?;
    // Thrown away or put on the map by somebody else a moment ago: nothing is left to throw away.
    if store::discard(&mut tx, &permit, id).await? {
        trail::leave(&mut tx, &permit, Some(id.uuid()), directory.now()).await?;
    }
    tx.commit().await?;
    Ok(on_to("/beheer/import"))
}

async fn download(
    State(directory): State<Directory>,
    permit: Permit,
    frame: Frame,
    Path(id): Path<String>,
) -> Answer<Response> {
    let import = find(&directory, &permit, &id).await?;
    let lines = store::lines(&directory.db, permit.municipality(), import.id, None, (0, i64::MAX)).await?;
    let table = csv(frame.lang, &lines).map_err(Trouble::fault)?;
    let headers = [
        (CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (CONTENT_DISPOSITION, format!("attachment; filename=\"regels-{}.csv\"", import.id)),
    ];
    Ok((headers, table).into_response())
}

fn csv(lang: Lang, lines: &[Line]) -> Result<Vec<u8>, csv::Error> {
    // The mark at the front tells spreadsheets that this is UTF-8.
    let mut table = csv::Writer::from_writer("\u{feff}".as_bytes().to_vec());
    table.write_record(["outcome", "file", "line", "key", "reason", "detail"])?;
    for line in lines {
        let number = if line.at.line == 0 { String::new() } else { line.at.line.to_string() };
        table.write_record([
            words::fate(lang, line.fate),
            harmless(&line.at.file),
            number,
            harmless(&line.key),
            words::reason(lang, &line.reason),
            harmless(&line.detail),
        ])?;
    }
    table.into_inner().map_err(|error| csv::Error::from(error.into_error()))
}

/// A cell that a spreadsheet would take for a formula becomes text.
fn harmless(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell.to_owned() }
}

async fn find(directory: &Directory, permit: &Permit, id: &str) -> Answer<Import> {
    let id = Id::parse(id).ok_or(Trouble::NotThere)?;
    let import = store::find(&directory.db, permit.municipality(), id).await?.ok_or(Trouble::NotThere)?;
    match import.state {
        Stage::Previewed | Stage::Applied => Ok(import),
        Stage::Staged | Stage::Failed => Err(Trouble::NotThere),
    }
}

fn on_to(address: &str) -> Response {
    (StatusCode::SEE_OTHER, [(LOCATION, address.to_owned())]).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::line::Why;
    use crate::import::record::{At, Reason};

    #[test]
    fn a_downloaded_line_is_no_formula() {
        let at = At { file: "a.csv".to_owned(), line: 7 };
        let line = Line::new(Fate::Refused, at, "=1+1", Why::Read(Reason::NoName), "@SUM(A1)");
        let table = String::from_utf8(csv(Lang::Nl, &[line]).unwrap()).unwrap();
        assert!(table.contains("Geweigerd,a.csv,7,'=1+1,Er staat geen naam.,'@SUM(A1)"), "{table}");
    }
}
