//! `/buurten` and `/buurt/…`: who is here, who works here, and what neighbours have that this area has not.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use access::{Entry, Here, Who};
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use ground::db::Db;
use ground::id::{Id, Municipality};
use ground::trouble::{Answer, Trouble};
use maud::Markup;
use ui::Frame;

use super::AreaCode;
use super::view::{AreaPage, AreasPage, Gap, Neighbour, World};
use crate::Directory;
use crate::find::Listing;
use crate::map::Atlas;
use crate::party::{Party, Sphere};
use crate::theme::Theme;

/// How many parties of a world are named; the list has the rest.
const NAMED: usize = 8;
const NAMED_WORKING: usize = 4;
/// How many gaps are told: more would be a reproach.
const MOST_GAPS: usize = 6;

#[must_use]
pub fn routes() -> Vec<Entry<Directory>> {
    vec![
        Entry::get("/buurten", Who::Anyone, "area.list", "area", "All districts and neighbourhoods", all),
        Entry::get(
            "/buurt/{code}",
            Who::Anyone,
            "area.read",
            "area",
            "Who is in this area, and who works here",
            one,
        ),
    ]
}

async fn all(State(directory): State<Directory>, Here(municipality): Here, frame: Frame) -> Answer<Markup> {
    let (_, atlas) = directory.seen(municipality).await?;
    Ok(AreasPage { atlas }.render(&frame))
}

async fn one(
    State(directory): State<Directory>,
    Here(municipality): Here,
    frame: Frame,
    code: Result<Path<String>, PathRejection>,
) -> Answer<Markup> {
    let code = code.ok().and_then(|Path(code)| AreaCode::parse(&code).ok()).ok_or(Trouble::NotThere)?;
    let (listing, atlas) = directory.seen(municipality).await?;
    let area = atlas.area(&code).ok_or(Trouble::NotThere)?.clone();
    let (here, working) =
        (parties(&listing, &listing.in_area(&code)), parties(&listing, &listing.serving(&code)));
    let at_home: HashSet<Id<Party>> = here.iter().flatten().copied().collect();
    let working = working.map(|ids| ids.into_iter().filter(|id| !at_home.contains(id)).collect::<Vec<_>>());
    let home = here.iter().flat_map(|ids| ids.iter().take(NAMED));
    let named: Vec<Id<Party>> =
        home.chain(working.iter().flat_map(|ids| ids.iter().take(NAMED_WORKING))).copied().collect();
    let mut lines = lines(&directory.db, municipality, &named).await?;
    let mut world = |sphere: Sphere| World {
        sphere,
        here: here[sphere as usize].iter().take(NAMED).filter_map(|id| lines.remove(id)).collect(),
        here_count: here[sphere as usize].len(),
        working: working[sphere as usize]
            .iter()
            .take(NAMED_WORKING)
            .filter_map(|id| lines.remove(id))
            .collect(),
        working_count: working[sphere as usize].len(),
    };
    let worlds = [world(Sphere::Informal), world(Sphere::Formal)];
    let neighbours = neighbours(&atlas, &code);
    let page = AreaPage {
        gaps: gaps(&listing, &code, &neighbours),
        taxonomy: Arc::clone(&listing.taxonomy),
        map: atlas.of_area(&code),
        inside: atlas
            .geography
            .within(&code)
            .map(|area| neighbour(&atlas, &area.code, area.name.as_str()))
            .collect(),
        parent: area.parent.clone().and_then(|code| Some((code.clone(), atlas.name_of(&code)?.to_owned()))),
        source: area.source.and_then(|id| atlas.source(id)).cloned(),
        neighbours,
        worlds,
        area,
    };
    Ok(page.render(&frame))
}

/// Each party once, by sphere (formal, informal), in the list's order.
fn parties(listing: &Listing, places: &[u32]) -> [Vec<Id<Party>>; 2] {
    let mut seen = HashSet::new();
    let mut parties = [Vec::new(), Vec::new()];
    for entry in places.iter().filter_map(|at| listing.entry(*at)) {
        if seen.insert(entry.party) {
            parties[entry.sphere as usize].push(entry.party);
        }
    }
    parties
}

fn neighbours(atlas: &Arc<Atlas>, code: &AreaCode) -> Vec<Neighbour> {
    let codes = atlas.geography.neighbours(code).iter();
    codes.filter_map(|code| Some(neighbour(atlas, code, atlas.name_of(code)?))).collect()
}

fn neighbour(atlas: &Atlas, code: &AreaCode, name: &str) -> Neighbour {
    Neighbour { code: code.clone(), name: name.to_owned(), here: atlas.here(code) }
}

/// Themes that neighbours have help for and this area has not, by world or at all; what most neighbours have comes first.
fn gaps(listing: &Listing, code: &AreaCode, neighbours: &[Neighbour]) -> Vec<Gap> {
    let own = listing.themes_in(code);
    let around: Vec<_> = neighbours.iter().map(|neighbour| listing.themes_in(&neighbour.code)).collect();
    let mut gaps = Vec::new();
    for theme in listing.taxonomy.terms().iter().filter(|term| !term.hidden).map(|term| &term.theme) {
        let counts = |of: &[(Theme, [usize; 2])]| {
            of.iter().find(|(it, _)| it == theme).map_or([0, 0], |(_, counts)| *counts)
        };
        let here = counts(&own);
        let with =
            |has: &dyn Fn([usize; 2]) -> bool| around.iter().filter(|theirs| has(counts(theirs))).count();
        let (formal, informal) = (Sphere::Formal as usize, Sphere::Informal as usize);
        let missing = match here {
            [0, 0] => (with(&|theirs| theirs.iter().sum::<usize>() > 0), None),
            _ if here[informal] == 0 => (with(&|theirs| theirs[informal] > 0), Some(Sphere::Informal)),
            _ if here[formal] == 0 => (with(&|theirs| theirs[formal] > 0), Some(Sphere::Formal)),
            _ => (0, None),
        };
        if let (around @ 1.., missing) = missing {
            gaps.push(Gap { theme: theme.clone(), around, missing });
        }
    }
    // A gap is told by its most precise name: not the theme above, where one under it says the same.
    let named: HashSet<Theme> = gaps.iter().map(|gap| gap.theme.clone()).collect();
    gaps.retain(|gap| !listing.taxonomy.under(&gap.theme).any(|term| named.contains(&term.theme)));
    // Nobody at all weighs more than nobody of one world.
    gaps.sort_by_key(|gap| (gap.missing.is_some(), std::cmp::Reverse(gap.around)));
    gaps.truncate(MOST_GAPS);
    gaps
}

#[derive(sqlx::FromRow)]
struct PartyRow {
    id: Id<Party>,
    name: String,
    summary: String,
}

/// Names and sentences of parties, in one statement.
pub(crate) async fn lines(
    db: &Db,
    municipality: Municipality,
    ids: &[Id<Party>],
) -> Answer<HashMap<Id<Party>, super::view::PartyLine>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows: Vec<PartyRow> = db
        .read("select id, name, summary from directory_party where municipality_id = $1 ")
        .bind(municipality)
        .push_list(" and id in (", ids.iter().copied(), ")")
        .all()
        .await?;
    let line =
        |row: PartyRow| (row.id, super::view::PartyLine { id: row.id, name: row.name, summary: row.summary });
    Ok(rows.into_iter().map(line).collect())
}
