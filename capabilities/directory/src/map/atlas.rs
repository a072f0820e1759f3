//! What the pages know of a municipality besides its list: names, shapes, doors on the map, sources. Of one version of the rows.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, PoisonError};

use ground::db::Db;
use ground::id::{Id, Municipality as Code};
use ground::moment::Moment;
use ground::trouble::{Answer, Trouble};

use super::base::{Base, Size, Stage};
use super::scenery::{self, Kind, Scenery};
use super::sheet::{Bounds, Ring};
use crate::area::geography::{Geography, rings};
use crate::area::{Area, AreaCode, AreaKind};
use crate::find::Listing;
use crate::find::lines::Cards;
use crate::municipality::{self, Municipality};
use crate::party::whole::Whole;
use crate::party::{Party, Sphere};
use crate::source::{self, Source};
use crate::theme::Taxonomy;
use crate::wording::{Line, Name, Prose};

/// Drawings kept at once; together they stay within a few megabytes.
const MOST_KEPT: usize = 8_000_000;

/// Parties and pages of the list kept whole at once.
const MOST_WHOLE: usize = 500;

/// How many parties the start page tells about.
const FRESH: i64 = 24;

/// Places in the list, and the number of the first.
type PageOfList = (Vec<u32>, usize);

pub struct Atlas {
    pub version: i64,
    pub good_until: Moment,
    pub municipality: Municipality,
    pub geography: Arc<Geography>,
    pub taxonomy: Arc<Taxonomy>,
    pub sources: Vec<Source>,
    /// Confirmed last, newest first; only whom visitors may see.
    pub fresh: Vec<Fresh>,
    /// Doors on the map, of parties that visitors may see.
    pub spots: Vec<Spot>,
    /// Parties of each sphere (formal, informal).
    pub parties: [usize; 2],
    pub(super) outlines: HashMap<AreaCode, (Bounds, Vec<Ring>)>,
    pub(super) scenery: Vec<(Kind, Bounds, Vec<Ring>)>,
    visible: HashMap<Id<Party>, Sphere>,
    here: HashMap<AreaCode, [usize; 2]>,
    bases: Mutex<HashMap<(Stage, Size), Arc<Base>>>,
    whole: Mutex<HashMap<Id<Party>, Arc<Whole>>>,
    cards: Mutex<HashMap<PageOfList, Arc<Cards>>>,
    drawn: Mutex<(usize, HashMap<String, Arc<str>>)>,
}

/// What an atlas is made of.
pub(crate) struct Rows {
    pub(crate) municipality: Municipality,
    pub(crate) geography: Arc<Geography>,
    pub(crate) taxonomy: Arc<Taxonomy>,
    pub(crate) sources: Vec<Source>,
    pub(crate) fresh: Vec<Fresh>,
    pub(crate) spots: Vec<Spot>,
    pub(crate) scenery: Vec<Scenery>,
}

/// A door: where a party is found, never a confidential one.
#[derive(Clone, Debug)]
pub struct Spot {
    pub party: Id<Party>,
    pub sphere: Sphere,
    pub point: Option<[f64; 2]>,
    /// Its neighbourhood, as a place in [`Geography::areas`].
    pub area: Option<u32>,
}

#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Fresh {
    pub id: Id<Party>,
    pub name: Name,
    pub summary: Prose,
    pub sphere: Sphere,
    pub confirmed_at: Moment,
    pub confirmed_by: Line,
}

#[derive(sqlx::FromRow)]
struct SpotRow {
    party_id: Id<Party>,
    lon: Option<f64>,
    lat: Option<f64>,
    area_code: Option<AreaCode>,
}

impl Atlas {
    /// # Errors
    /// `NotThere` without such a municipality; what the database answers.
    pub(crate) async fn build(
        db: &Db,
        code: Code,
        listing: &Listing,
        geography: Arc<Geography>,
    ) -> Answer<Self> {
        let municipality = municipality::store::find(db, code).await?.ok_or(Trouble::NotThere)?;
        let visible = visible(listing);
        let rows = Rows {
            spots: spots(db, code, &geography, &visible).await?,
            fresh: fresh(db, code).await?,
            sources: source::store::all(db, code).await?,
            scenery: scenery::all(db, code).await?,
            municipality,
            geography,
            taxonomy: Arc::clone(&listing.taxonomy),
        };
        Ok(Self::of(listing.version, listing.good_until, visible, rows))
    }

    pub(crate) fn of(
        version: i64,
        good_until: Moment,
        visible: HashMap<Id<Party>, Sphere>,
        rows: Rows,
    ) -> Self {
        let Rows { municipality, geography, taxonomy, sources, mut fresh, spots, scenery } = rows;
        fresh.retain(|party| visible.contains_key(&party.id));
        let mut parties = [0; 2];
        visible.values().for_each(|sphere| parties[*sphere as usize] += 1);
        let lines = scenery.iter().map(|one| (one.kind, one.lines()));
        let with_bounds = lines.filter_map(|(kind, lines)| {
            let bounds = Bounds::of(lines.iter().flatten().copied())?;
            Some((kind, bounds, lines))
        });
        Self {
            version,
            good_until,
            outlines: outlines(&geography),
            here: here(spots.iter(), &geography),
            scenery: with_bounds.collect(),
            municipality,
            geography,
            taxonomy,
            sources,
            fresh,
            spots,
            parties,
            visible,
            bases: Mutex::default(),
            whole: Mutex::default(),
            cards: Mutex::default(),
            drawn: Mutex::default(),
        }
    }

    /// Whether visitors may see this party, and of which sphere it is.
    #[must_use]
    pub fn sphere_of(&self, party: Id<Party>) -> Option<Sphere> {
        self.visible.get(&party).copied()
    }

    /// How many parties have a door in this area, by sphere (formal, informal).
    #[must_use]
    pub fn here(&self, area: &AreaCode) -> [usize; 2] {
        self.here.get(area).copied().unwrap_or_default()
    }

    #[must_use]
    pub fn area(&self, code: &AreaCode) -> Option<&Area> {
        self.geography.area(code)
    }

    #[must_use]
    pub fn name_of(&self, code: &AreaCode) -> Option<&str> {
        self.geography.area(code).map(|area| area.name.as_str())
    }

    #[must_use]
    pub fn source(&self, id: Id<Source>) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == id)
    }

    /// The neighbourhood of a spot.
    #[must_use]
    pub fn area_of(&self, spot: &Spot) -> Option<&Area> {
        self.geography.areas.get(spot.area? as usize)
    }

    /// Everything that is drawn.
    #[must_use]
    pub(super) fn bounds(&self) -> Option<Bounds> {
        let drawn = self.outlines.values().map(|(bounds, _)| *bounds).reduce(Bounds::with);
        drawn.or_else(|| Bounds::of(self.spots.iter().filter_map(|spot| spot.point)))
    }

    pub(super) fn base(&self, stage: &Stage, size: Size) -> Arc<Base> {
        let key = (stage.clone(), size);
        let kept = |bases: &HashMap<(Stage, Size), Arc<Base>>| bases.get(&key).cloned();
        if let Some(base) = kept(&self.bases.lock().unwrap_or_else(PoisonError::into_inner)) {
            return base;
        }
        let base = Arc::new(Base::draw(self, stage, size));
        self.bases.lock().unwrap_or_else(PoisonError::into_inner).insert(key, Arc::clone(&base));
        base
    }

    /// A party that somebody asked for since the rows last changed. A withdrawn consent is such a change.
    pub(crate) fn whole_party(&self, id: Id<Party>) -> Option<Arc<Whole>> {
        self.whole.lock().unwrap_or_else(PoisonError::into_inner).get(&id).cloned()
    }

    pub(crate) fn keep_whole(&self, whole: Whole) -> Arc<Whole> {
        let whole = Arc::new(whole);
        let mut kept = self.whole.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= MOST_WHOLE {
            kept.clear();
        }
        kept.insert(whole.party.id, Arc::clone(&whole));
        whole
    }

    /// Whether this atlas and this list were made of the same rows.
    pub(crate) fn is_of(&self, listing: &Listing) -> bool {
        self.version == listing.version && self.good_until == listing.good_until
    }

    /// The cards of these places in the list of the same rows, numbered from `first`.
    pub(crate) fn cards(&self, places: &[u32], first: usize) -> Option<Arc<Cards>> {
        let kept = self.cards.lock().unwrap_or_else(PoisonError::into_inner);
        kept.get(&(places.to_vec(), first)).cloned()
    }

    pub(crate) fn keep_cards(&self, places: &[u32], first: usize, cards: &Arc<Cards>) {
        let mut kept = self.cards.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= MOST_WHOLE {
            kept.clear();
        }
        kept.insert((places.to_vec(), first), Arc::clone(cards));
    }

    /// A drawing under its name, made when it is not there yet.
    pub(super) fn kept(&self, name: String, draw: impl FnOnce() -> String) -> Arc<str> {
        if let Some(drawing) = self.drawn.lock().unwrap_or_else(PoisonError::into_inner).1.get(&name) {
            return Arc::clone(drawing);
        }
        let drawing: Arc<str> = draw().into();
        let mut drawn = self.drawn.lock().unwrap_or_else(PoisonError::into_inner);
        if drawn.0 + drawing.len() > MOST_KEPT {
            *drawn = (0, HashMap::new());
        }
        drawn.0 += drawing.len();
        drawn.1.insert(name, Arc::clone(&drawing));
        drawing
    }
}

fn visible(listing: &Listing) -> HashMap<Id<Party>, Sphere> {
    let places = 0..u32::try_from(listing.len()).unwrap_or(u32::MAX);
    places.filter_map(|at| listing.entry(at)).map(|entry| (entry.party, entry.sphere)).collect()
}

fn outlines(geography: &Geography) -> HashMap<AreaCode, (Bounds, Vec<Ring>)> {
    let drawn = geography.areas.iter().filter_map(|area| {
        let shape = area.shape.as_ref()?;
        let bounds = Bounds { west: shape.west, south: shape.south, east: shape.east, north: shape.north };
        Some((area.code.clone(), (bounds, rings(&shape.geojson))))
    });
    drawn.collect()
}

/// Parties are counted once an area, however many doors they have there.
pub(super) fn here<'a>(
    spots: impl Iterator<Item = &'a Spot>,
    geography: &Geography,
) -> HashMap<AreaCode, [usize; 2]> {
    let mut seen: HashSet<(u32, Id<Party>)> = HashSet::new();
    let mut seen_above: HashSet<(AreaCode, Id<Party>)> = HashSet::new();
    let mut here: HashMap<AreaCode, [usize; 2]> = HashMap::new();
    for spot in spots {
        let Some((at, area)) = spot.area.and_then(|at| Some((at, geography.areas.get(at as usize)?))) else {
            continue;
        };
        if !seen.insert((at, spot.party)) {
            continue;
        }
        here.entry(area.code.clone()).or_default()[spot.sphere as usize] += 1;
        let above = area.parent.clone().unwrap_or_else(|| area.code.district());
        if area.code.kind() == AreaKind::Neighbourhood && seen_above.insert((above.clone(), spot.party)) {
            here.entry(above).or_default()[spot.sphere as usize] += 1;
        }
    }
    here
}

async fn spots(
    db: &Db,
    code: Code,
    geography: &Geography,
    visible: &HashMap<Id<Party>, Sphere>,
) -> Answer<Vec<Spot>> {
    let at: HashMap<&AreaCode, u32> =
        geography.areas.iter().zip(0..).map(|(area, at)| (&area.code, at)).collect();
    let mut spots = Vec::new();
    db.read(
        "select party_id, lon, lat, area_code from directory_place \
         where municipality_id = $1 and not confidential and (lon is not null or area_code is not null) order by id",
    )
    .bind(code)
    .each(|row: SpotRow| {
        if let Some(sphere) = visible.get(&row.party_id) {
            spots.push(Spot {
                party: row.party_id,
                sphere: *sphere,
                point: row.lon.zip(row.lat).map(|(lon, lat)| [lon, lat]),
                area: row.area_code.and_then(|code| at.get(&code).copied()),
            });
        }
    })
    .await?;
    Ok(spots)
}

async fn fresh(db: &Db, code: Code) -> Answer<Vec<Fresh>> {
    Ok(db
        .read(
            "select id, name, summary, sphere, confirmed_at, confirmed_by from directory_party \
             where municipality_id = $1 and confirmed_at is not null and confirmed_by is not null",
        )
        .bind(code)
        .push_bind(" order by confirmed_at desc, id limit +", FRESH)
        .all()
        .await?)
}
