//! What lies under every map: land, water, green and roads, cut to one stage. Drawn once a version.

use std::fmt::Write as _;

use maud::{Markup, PreEscaped, html};

use super::atlas::Atlas;
use super::scenery::Kind;
use super::sheet::{Bounds, Sheet};
use crate::area::{AreaCode, AreaKind};

/// What a map is about.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Stage {
    Town,
    Area(AreaCode),
}

/// The map page, or a map beside something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Size {
    Page,
    Beside,
}

impl Size {
    const fn width(self) -> f64 {
        match self {
            Self::Page => 640.0,
            Self::Beside => 400.0,
        }
    }

    const fn heights(self) -> (f64, f64) {
        match self {
            Self::Page => (360.0, 620.0),
            Self::Beside => (260.0, 400.0),
        }
    }
}

pub(super) struct Base {
    pub(super) sheet: Sheet,
    /// Water, green and roads.
    pub(super) scenery: String,
    /// Neighbourhoods (or districts where there are none), each with its place in the geography and its path.
    pub(super) areas: Vec<(usize, String)>,
    /// Borders between districts, heavier.
    pub(super) districts: String,
    /// Where names can stand: what, where, and whether it is what the map is about.
    pub(super) names: Vec<Caption>,
}

#[derive(Clone, Debug)]
pub(super) struct Caption {
    pub(super) text: String,
    pub(super) at: [f64; 2],
    pub(super) strong: bool,
    /// How big the thing is that it names.
    pub(super) room: f64,
}

impl Base {
    pub(super) fn draw(atlas: &Atlas, stage: &Stage, size: Size) -> Self {
        let nowhere = Bounds { west: 5.0, south: 52.0, east: 5.1, north: 52.1 };
        let town = atlas.bounds().unwrap_or(nowhere);
        let about = match stage {
            Stage::Town => town,
            Stage::Area(code) => atlas.outlines.get(code).map_or(town, |(bounds, _)| *bounds),
        };
        let margin = if *stage == Stage::Town { 12.0 } else { size.width() / 9.0 };
        let sheet = Sheet::around(about, size.width(), size.heights(), margin);
        let mut base = Self {
            sheet,
            scenery: String::new(),
            areas: Vec::new(),
            districts: String::new(),
            names: Vec::new(),
        };
        base.put_scenery(atlas);
        base.put_areas(atlas, stage);
        base
    }

    fn put_scenery(&mut self, atlas: &Atlas) {
        let seen = self.sheet.bounds();
        for (kind, bounds, lines) in &atlas.scenery {
            if !bounds.meets(seen) {
                continue;
            }
            let path = match kind {
                Kind::Road => lines.iter().map(|line| self.sheet.line(line)).collect(),
                Kind::Water | Kind::Green => self.sheet.area(lines),
            };
            // The colours are the theme's own, so that a map follows light, dark and more contrast.
            let paint = match kind {
                Kind::Water => "fill=\"var(--formeel-licht)\"",
                Kind::Green => "fill=\"var(--klaar-licht)\"",
                Kind::Road => {
                    "fill=\"none\" stroke=\"var(--basis-color-default-bg-default)\" stroke-width=\"5\" \
                     stroke-linejoin=\"round\""
                }
            };
            if !path.is_empty() {
                let _ = write!(self.scenery, "<path {paint} d=\"{path}\"/>");
            }
        }
    }

    fn put_areas(&mut self, atlas: &Atlas, stage: &Stage) {
        let seen = self.sheet.bounds();
        let neighbourhoods = atlas
            .geography
            .areas
            .iter()
            .any(|area| area.code.kind() == AreaKind::Neighbourhood && area.shape.is_some());
        for (at, area) in atlas.geography.areas.iter().enumerate() {
            let Some((bounds, rings)) =
                atlas.outlines.get(&area.code).filter(|(bounds, _)| bounds.meets(seen))
            else {
                continue;
            };
            let path = self.sheet.area(rings);
            if path.is_empty() {
                continue;
            }
            let district = area.code.kind() == AreaKind::District;
            let strong = matches!(stage, Stage::Area(code) if *code == area.code);
            // Over a whole town the districts have names; closer by, the neighbourhoods.
            let named = match stage {
                Stage::Town => district || !has_districts(atlas),
                Stage::Area(_) => !district || !neighbourhoods,
            };
            if let (true, Some(middle)) = (named, self.sheet.middle(rings)) {
                self.names.push(Caption {
                    text: area.name.as_str().to_owned(),
                    at: middle,
                    strong,
                    room: bounds.room(),
                });
            }
            if district && neighbourhoods {
                self.districts.push_str(&path);
            } else {
                self.areas.push((at, path));
            }
        }
        // What the map is about comes first, then what is biggest.
        self.names.sort_by(|one, other| other.strong.cmp(&one.strong).then(other.room.total_cmp(&one.room)));
    }

    /// The frame of a map: paper, and what is put on it. A reader hears the sentence and the list beside it instead.
    pub(super) fn around(&self, inside: &str) -> Markup {
        let (width, height) = (self.sheet.width, self.sheet.height);
        html! {
            svg aria-hidden="true" viewBox={ "0 0 " (width) " " (height) } direction="ltr" font-size="15" font-weight="650" {
                rect width=(width) height=(height) rx="10" fill="var(--basis-color-default-bg-document)" {}
                (PreEscaped(inside))
            }
        }
    }
}

fn has_districts(atlas: &Atlas) -> bool {
    atlas.geography.districts().any(|area| area.shape.is_some())
}
