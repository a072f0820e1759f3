//! Postcodes of four digits from GeoJSON (a shape or a point each) or CSV (latitude and longitude), for one municipality.

use std::collections::{BTreeMap, HashMap};
use std::io::{BufRead as _, BufReader, Read};

use access::Permit;
use ground::db::{Db, Tx};
use ground::id::Municipality as Code;
use ground::moment::Moment;
use ground::trouble::{Answer, Reason, Trouble};

use super::{Middle, Postcode, store};
use crate::area::features::{Feature, each};
use crate::area::import::source;
use crate::area::refusal::{Note, Why};
use crate::area::shape::{drawn, point, spotted};
use crate::area::{store as areas, table};
use crate::import::about::About;
use crate::municipality::store as municipalities;

/// Names of the property or column with the four digits, in the files we know.
const POSTCODES: &[&str] = &["pc4", "postcode", "postcode4", "PC4"];
const LATITUDES: &[&str] = &["latitude", "lat"];
const LONGITUDES: &[&str] = &["longitude", "lon"];

/// West, south, east and north, in degrees.
type Edges = [f64; 4];

/// What is asked of an import of postcodes.
#[derive(Clone, Debug)]
pub struct Ask {
    pub about: About,
    pub municipality: Code,
    /// Otherwise nothing is written: what comes back is a preview.
    pub apply: bool,
}

/// What a file of postcodes says.
#[derive(Debug, Default)]
pub struct Found {
    spots: BTreeMap<Postcode, Spot>,
    notes: Vec<Note>,
}

#[derive(Clone, Copy, Debug)]
struct Spot {
    middle: [f64; 2],
    edges: Edges,
}

/// What an import of postcodes found, or did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    pub added: usize,
    pub changed: usize,
    pub same: usize,
    /// Those that were here and are not in the file.
    pub gone: usize,
    /// Those of the file that lie outside the municipality.
    pub elsewhere: usize,
    pub notes: Vec<Note>,
}

/// Reads a file of postcodes. Nothing is written.
///
/// # Errors
/// A sentence when the file as a whole cannot be read.
pub fn read(input: impl Read) -> Result<Found, String> {
    let mut input = BufReader::with_capacity(1 << 16, input);
    let start = input.fill_buf().map_err(|error| format!("The file cannot be read: {error}."))?;
    if start.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'{') {
        drawings(input)
    } else {
        rows(input)
    }
}

fn drawings(input: impl Read) -> Result<Found, String> {
    let mut found = Found::default();
    let mut row = 0;
    each(input, |feature| {
        row += 1;
        let typed = feature.says(POSTCODES).unwrap_or_default();
        found.take(row, &typed, || drawn_spot(feature));
    })?;
    Ok(found)
}

fn drawn_spot(feature: Feature) -> Result<(Spot, bool), Why> {
    if let Some(at) = feature.geometry.as_ref().and_then(point) {
        return Ok((spot(at)?, false));
    }
    let (shape, untangled) = drawn(feature.geometry)?;
    let middle = [f64::midpoint(shape.west, shape.east), f64::midpoint(shape.south, shape.north)];
    Ok((Spot { middle, edges: [shape.west, shape.south, shape.east, shape.north] }, untangled))
}

fn spot(at: [f64; 2]) -> Result<Spot, Why> {
    let [lon, lat] = spotted(at)?;
    Ok(Spot { middle: [lon, lat], edges: [lon, lat, lon, lat] })
}

fn rows(input: impl Read) -> Result<Found, String> {
    let (mut csv, columns) = table::open(input)?;
    let column = |names: &[&str]| names.iter().find_map(|name| columns.get(*name).copied());
    let (Some(postcode), Some(latitude), Some(longitude)) =
        (column(POSTCODES), column(LATITUDES), column(LONGITUDES))
    else {
        return Err(
            "The table needs columns named \"pc4\", \"latitude\" and \"longitude\"; GeoJSON does as well."
                .into(),
        );
    };
    let mut found = Found::default();
    for (row, record) in (2..).zip(csv.records()) {
        let record = record.map_err(table::unreadable)?;
        let cell = |at: usize| record.get(at).unwrap_or_default();
        let number = |at: usize| cell(at).parse::<f64>().ok();
        let at = number(longitude).zip(number(latitude));
        found.take(row, cell(postcode), || {
            let (lon, lat) = at.ok_or(Why::NoPoint)?;
            Ok((spot([lon, lat])?, false))
        });
    }
    Ok(found)
}

impl Found {
    fn take(&mut self, row: u64, typed: &str, spot: impl FnOnce() -> Result<(Spot, bool), Why>) {
        let note = |why| Note { row, code: typed.to_owned(), why };
        let Some(postcode) = Postcode::parse(typed) else {
            self.notes.push(note(Why::NoPostcode));
            return;
        };
        if self.spots.contains_key(&postcode) {
            self.notes.push(note(Why::DoubleCode));
            return;
        }
        match spot() {
            Ok((spot, untangled)) => {
                self.notes.extend(untangled.then(|| note(Why::Untangled)));
                self.spots.insert(postcode, spot);
            }
            Err(why) => self.notes.push(note(why)),
        }
    }

    /// All of them, wherever they lie.
    #[must_use]
    pub fn middles(&self) -> Vec<Middle> {
        self.spots.iter().map(|(postcode, spot)| middle(postcode, *spot)).collect()
    }
}

fn middle(postcode: &Postcode, spot: Spot) -> Middle {
    let [lon, lat] = spot.middle;
    Middle { postcode: postcode.clone(), lon, lat }
}

/// Keeps the postcodes of the file that lie in or against the municipality in place of those it had, or (without
/// [`Ask::apply`]) says what that would do. A file with none of them changes nothing.
///
/// # Errors
/// `NotYet` when the municipality is not here or has no areas; what the database answers.
pub async fn put(db: &Db, ask: &Ask, found: Found, now: Moment) -> Answer<Outcome> {
    let permit = Permit::at_the_machine(ask.municipality);
    let mut tx = db.begin().await?;
    municipalities::hold(&mut tx, &permit).await?;
    let around = edges(&mut tx, ask.municipality).await?.ok_or_else(|| undrawn(ask.municipality))?;
    let mut outcome = Outcome { notes: found.notes, ..Outcome::default() };
    let mut here = Vec::new();
    for (postcode, spot) in &found.spots {
        if meet(around, spot.edges) {
            here.push(middle(postcode, *spot));
        } else {
            outcome.elsewhere += 1;
        }
    }
    let known = store::all_in(&mut tx, ask.municipality).await?;
    outcome.compare(known, &here);
    if ask.apply && outcome.changes() {
        source(&mut tx, &permit, &ask.about, now).await?;
        store::replace(&mut tx, &permit, &here).await?;
        municipalities::touch(&mut tx, &permit, now).await?;
        tx.commit().await?;
    } else {
        tx.rollback().await?;
    }
    Ok(outcome)
}

impl Outcome {
    fn compare(&mut self, known: Vec<Middle>, here: &[Middle]) {
        if here.is_empty() {
            return;
        }
        let mut known: HashMap<Postcode, Middle> =
            known.into_iter().map(|middle| (middle.postcode.clone(), middle)).collect();
        for middle in here {
            match known.remove(&middle.postcode) {
                None => self.added += 1,
                Some(old) if old == *middle => self.same += 1,
                Some(_) => self.changed += 1,
            }
        }
        self.gone = known.len();
    }

    const fn changes(&self) -> bool {
        self.added + self.changed + self.gone > 0
    }
}

fn undrawn(code: Code) -> Trouble {
    Trouble::NotYet(Reason::text(format!(
        "{code} has no areas yet: `samenspel import areas` first, so that it is known which postcodes are of here."
    )))
}

/// The box around the areas of the year in force.
async fn edges(tx: &mut Tx, code: Code) -> Answer<Option<Edges>> {
    let Some(year) = municipalities::find_in(tx, code).await?.and_then(|it| it.area_year) else {
        return Ok(None);
    };
    let areas = areas::in_year(tx, code, year).await?;
    let boxes = areas.iter().filter_map(|area| area.shape.as_ref());
    let boxes = boxes.map(|shape| [shape.west, shape.south, shape.east, shape.north]);
    Ok(boxes.reduce(|[w, s, e, n], [west, south, east, north]| {
        [w.min(west), s.min(south), e.max(east), n.max(north)]
    }))
}

fn meet([w, s, e, n]: Edges, [west, south, east, north]: Edges) -> bool {
    west <= e && east >= w && south <= n && north >= s
}
