//! Areas from GeoJSON: CBS and PDOK, Amsterdam's own files, and our demo. One file, one transaction, any number of municipalities.

use std::collections::{BTreeMap, HashSet};
use std::io::Read;

use access::Permit;
use ground::db::{Db, Tx};
use ground::id::{Id, Municipality as Code};
use ground::moment::Moment;
use ground::trouble::{Answer, Reason, Trouble};

use super::features::{Feature, each};
use super::locate::Locator;
use super::refusal::{Note, Outcome, Why};
use super::shape::drawn;
use super::{Area, AreaCode, AreaKind, Figures, store};
use crate::confirmation::Ageing;
use crate::import::about::About;
use crate::municipality::{Municipality, Slug, store as municipalities};
use crate::source::Source;
use crate::wording::Name;
use crate::{party, place};

/// Property names of the files we know, most telling first.
const CODES: &[&str] = &[
    "buurtcode",
    "wijkcode",
    "cbsCode",
    "CBS_Wijkcode",
    "CBS_Buurtcode",
    "statcode",
    "code",
    "BU_CODE",
    "WK_CODE",
];
const NAMES: &[&str] =
    &["naam", "name", "buurtnaam", "wijknaam", "Wijk", "Buurt", "statnaam", "BU_NAAM", "WK_NAAM"];
const MUNICIPALITIES: &[&str] = &["gemeente", "gemeentenaam", "GM_NAAM"];

/// What is asked of an import of areas or figures.
#[derive(Clone, Debug)]
pub struct Ask {
    pub about: About,
    pub year: i32,
    /// The name of the municipality, for a file that gives codes only.
    pub name: Option<Name>,
    /// Otherwise everything is done and then undone: what comes back is a preview.
    pub apply: bool,
}

/// What a file of areas says, by municipality.
#[derive(Debug, Default)]
pub struct Drawings {
    areas: BTreeMap<Code, Vec<Area>>,
    names: BTreeMap<Code, Name>,
    notes: Vec<Note>,
}

/// Reads a file of areas. Nothing is written.
///
/// # Errors
/// A sentence when the file as a whole cannot be read.
pub fn read(input: impl Read, year: i32) -> Result<Drawings, String> {
    let mut found = Drawings::default();
    let mut seen = HashSet::new();
    let mut row = 0;
    each(input, |feature| {
        row += 1;
        let code = feature.says(CODES).unwrap_or_default();
        match take(feature, &code, year, &mut seen, &mut found.names) {
            Ok((area, mended)) => {
                found.notes.extend(mended.into_iter().map(|why| Note { row, code: code.clone(), why }));
                if let Some(municipality) = area.code.municipality() {
                    found.areas.entry(municipality).or_default().push(area);
                }
            }
            Err(why) => found.notes.push(Note { row, code, why }),
        }
    })?;
    Ok(found)
}

fn take(
    feature: Feature,
    typed: &str,
    year: i32,
    seen: &mut HashSet<AreaCode>,
    names: &mut BTreeMap<Code, Name>,
) -> Result<(Area, Vec<Why>), Why> {
    let mut mended = Vec::new();
    if typed.is_empty() {
        return Err(Why::NoCode);
    }
    let code = match AreaCode::parse(typed) {
        Ok(code) => code,
        // Amsterdam writes its districts with the letters of a neighbourhood.
        Err(_) if typed.len() == 8 && typed.starts_with("BU") => {
            mended.push(Why::CodeMended);
            AreaCode::parse(&typed.replacen("BU", "WK", 1)).map_err(|_| Why::BadCode)?
        }
        Err(_) => return Err(Why::BadCode),
    };
    let municipality = code.municipality().ok_or(Why::BadCode)?;
    if !seen.insert(code.clone()) {
        return Err(Why::DoubleCode);
    }
    let name = feature.says(NAMES).and_then(|name| Name::parse(&name).ok()).ok_or(Why::NoName)?;
    if let Some(named) = feature.says(MUNICIPALITIES).and_then(|name| Name::parse(&name).ok()) {
        names.entry(municipality).or_insert(named);
    }
    let (shape, untangled) = drawn(feature.geometry)?;
    if untangled {
        mended.push(Why::Untangled);
    }
    let area = Area {
        code,
        year,
        name,
        parent: None,
        shape: Some(shape),
        figures: Figures::default(),
        source: None,
    };
    Ok((area, mended))
}

/// Puts the areas on the map, or (without [`Ask::apply`]) says what that would do.
pub async fn put(db: &Db, ask: &Ask, found: Drawings, now: Moment) -> Answer<Outcome> {
    let mut tx = db.begin().await?;
    let mut outcome = Outcome { notes: found.notes, ..Outcome::default() };
    for (code, areas) in found.areas {
        // The command is typed on the machine itself, which is the only place where municipalities are made.
        let permit = Permit::at_the_machine(code);
        let name = ask.name.as_ref().or_else(|| found.names.get(&code));
        if !present(&mut tx, &permit, name, now, &mut outcome).await? {
            outcome.notes.extend(areas.into_iter().map(|area| Note {
                row: 0,
                code: area.code.to_string(),
                why: Why::NoMunicipality,
            }));
            continue;
        }
        outcome.municipalities += 1;
        put_in_one(&mut tx, &permit, ask, areas, now, &mut outcome).await?;
    }
    if ask.apply {
        tx.commit().await?
    } else {
        tx.rollback().await?
    }
    Ok(outcome)
}

/// Makes the municipality when it is not there and has a name.
pub(super) async fn present(
    tx: &mut Tx,
    permit: &Permit,
    name: Option<&Name>,
    now: Moment,
    outcome: &mut Outcome,
) -> Answer<bool> {
    municipalities::hold(tx, permit).await?;
    if municipalities::find_in(tx, permit.municipality()).await?.is_some() {
        return Ok(true);
    }
    let Some(name) = name else { return Ok(false) };
    let code = permit.municipality();
    let mut slug = Slug::of(name.as_str()).map_err(|_| nameless(name))?;
    if municipalities::slug_taken(tx, &slug, code).await? {
        // There are two Bergen; the second one carries its code.
        slug = Slug::of(&format!("{name} {code}")).map_err(|_| nameless(name))?;
    }
    let made = Municipality {
        code,
        name: name.clone(),
        slug,
        theme: "samenspel".to_owned(),
        fiction: false,
        area_year: None,
        ageing: Ageing::default(),
        residents: None,
        version: 0,
    };
    municipalities::save(tx, permit, &made, now).await?;
    outcome.new_municipalities.push(format!("{code} {name}"));
    Ok(true)
}

fn nameless(name: &Name) -> Trouble {
    Trouble::NotYet(Reason::text(format!("The municipality name \"{name}\" has no letter for its address.")))
}

async fn put_in_one(
    tx: &mut Tx,
    permit: &Permit,
    ask: &Ask,
    mut areas: Vec<Area>,
    now: Moment,
    outcome: &mut Outcome,
) -> Answer<()> {
    let here = store::in_year(tx, permit.municipality(), ask.year).await?;
    let known: BTreeMap<AreaCode, Area> = here.into_iter().map(|area| (area.code.clone(), area)).collect();
    let districts: HashSet<AreaCode> = known
        .keys()
        .chain(areas.iter().map(|area| &area.code))
        .filter(|code| is_district(code))
        .cloned()
        .collect();
    for area in &mut areas {
        outcome.count(&area.code);
        let above = area.code.district();
        area.parent = (!is_district(&area.code) && districts.contains(&above)).then_some(above);
    }
    // A new district also hangs the neighbourhoods under it that came earlier.
    let mut hang: BTreeMap<AreaCode, Vec<AreaCode>> = BTreeMap::new();
    for area in known.values().filter(|area| !is_district(&area.code) && area.parent.is_none()) {
        let above = area.code.district();
        if districts.contains(&above) {
            hang.entry(above).or_default().push(area.code.clone());
        }
    }
    areas.retain(|area| match known.get(&area.code) {
        None => {
            outcome.added += 1;
            true
        }
        Some(old) => {
            let hangs = area.parent.is_none() || old.parent == area.parent;
            let same = hangs && old.name == area.name && old.shape == area.shape;
            if same {
                outcome.same += 1
            } else {
                outcome.changed += 1
            }
            !same
        }
    });
    if areas.is_empty() && hang.is_empty() {
        return follow(tx, permit, ask.year, false, now, outcome).await;
    }
    let source = source(tx, permit, &ask.about, now).await?;
    for area in &mut areas {
        area.source = Some(source);
    }
    let (upper, lower): (Vec<Area>, Vec<Area>) = areas.into_iter().partition(|area| is_district(&area.code));
    store::save_many(tx, permit, &upper, now).await?;
    store::save_many(tx, permit, &lower, now).await?;
    for (district, below) in hang {
        store::hang_under_district(tx, permit, ask.year, &district, &below, now).await?;
    }
    follow(tx, permit, ask.year, true, now, outcome).await
}

pub(super) fn is_district(code: &AreaCode) -> bool {
    code.kind() == AreaKind::District
}

pub(super) async fn source(tx: &mut Tx, permit: &Permit, about: &About, now: Moment) -> Answer<Id<Source>> {
    let known = about.known(tx, permit).await?;
    about.keep(tx, permit, known.as_ref(), now).await
}

/// After areas changed: the newest year is in force, and every place lies where it lies.
async fn follow(
    tx: &mut Tx,
    permit: &Permit,
    year: i32,
    changed: bool,
    now: Moment,
    outcome: &mut Outcome,
) -> Answer<()> {
    let in_force = municipalities::find_in(tx, permit.municipality()).await?.and_then(|it| it.area_year);
    let newer = in_force.is_none_or(|in_force| in_force < year);
    if newer {
        municipalities::set_area_year(tx, permit, year).await?;
        party::store::serve_in_year(tx, permit, year).await?;
    }
    if changed || newer {
        outcome.moved += relocate(tx, permit).await?;
        municipalities::touch(tx, permit, now).await?;
    }
    Ok(())
}

/// Gives every place with a point the buurt it lies in now; how many moved.
pub async fn relocate(tx: &mut Tx, permit: &Permit) -> Answer<usize> {
    let municipality = permit.municipality();
    let year = municipalities::find_in(tx, municipality).await?.and_then(|it| it.area_year);
    let locator = Locator::of(tx, municipality, year).await?;
    let mut moves: BTreeMap<Option<(AreaCode, i32)>, Vec<Id<place::Place>>> = BTreeMap::new();
    for pinned in place::store::points(tx, municipality).await? {
        let area = place::Point::new(pinned.lon, pinned.lat).ok().and_then(|point| locator.area_of(point));
        if area != pinned.area_code.zip(pinned.area_year) {
            moves.entry(area).or_default().push(pinned.id);
        }
    }
    let mut moved = 0;
    for (area, ids) in moves {
        moved += ids.len();
        place::store::put_in_area(tx, permit, area.as_ref(), &ids).await?;
    }
    Ok(moved)
}
