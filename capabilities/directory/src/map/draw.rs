//! The maps themselves: beside a list, of one area, and the whole municipality.

use std::collections::HashMap;
use std::fmt::Write as _;

use maud::{Markup, PreEscaped, Render as _};

use ground::id::Id;

use super::atlas::{Atlas, Spot};
use super::base::{Base, Size, Stage};
use super::labels;
use super::marks::{self, Mark};
use super::sheet::Bounds;
use crate::area::{AreaCode, AreaKind};
use crate::party::{Party, Sphere};

/// More marks than this are no longer looked at one by one.
const MOST_MARKS: usize = 120;

/// A line of a list that has a place on the map.
#[derive(Clone, Debug, PartialEq)]
pub struct Pin {
    pub point: [f64; 2],
    pub sphere: Sphere,
    /// Its number in the list; 0 for a mark without one.
    pub number: usize,
    pub area: Option<AreaCode>,
}

impl Atlas {
    /// A map with a mark for every pin, just big enough; nothing when no pin is given.
    #[must_use]
    pub fn beside(&self, pins: &[Pin]) -> Option<Markup> {
        let base = self.base(&self.stage_of(pins)?, Size::Beside);
        let seen = base.sheet.bounds();
        let on_map = pins.iter().filter(|pin| seen.holds(pin.point));
        let points = on_map.map(|pin| (base.sheet.put(pin.point), pin.sphere, pin.number));
        let marks = marks::apart(marks::gather(points, 20.0), |mark| {
            let mut numbers = mark.which.clone();
            numbers.retain(|number| *number > 0);
            marks::numbers(&numbers)
        });
        let mut svg = base.ground();
        marks.iter().for_each(|mark| marks::draw(&mut svg, mark));
        labels::draw(&mut svg, &labels::place(&base.names, &boxes(&marks), &base.sheet, 14.0));
        Some(base.around(&svg))
    }

    /// One area with what lies around it; each neighbour is a link.
    #[must_use]
    pub fn of_area(&self, code: &AreaCode) -> Option<Markup> {
        self.outlines.get(code)?;
        let svg = self.kept(format!("area {code}"), || {
            let base = self.base(&Stage::Area(code.clone()), Size::Beside);
            let mut svg = base.scenery.clone();
            svg.push_str("<g fill=\"var(--basis-color-action-1-bg-default)\" fill-opacity=\"0\" stroke=\"var(--basis-color-default-border-default)\">");
            for (at, path) in &base.areas {
                let Some(area) = self.geography.areas.get(*at) else { continue };
                let inside = area.code == *code || (code.kind() == AreaKind::District && area.code.district() == *code);
                let shade = if inside { " fill-opacity=\".2\"" } else { "" };
                link_area(&mut svg, &area.code, area.name.as_str(), shade, path);
            }
            svg.push_str("</g>");
            svg.push_str(&base.district_lines());
            let here = self.spots.iter().filter(|spot| {
                self.area_of(spot).is_some_and(|area| area.code == *code || area.code.district() == *code)
            });
            let marks = gathered(&base, here);
            marks.iter().for_each(|mark| marks::draw(&mut svg, mark));
            labels::draw(&mut svg, &labels::place(&base.names, &boxes(&marks), &base.sheet, 14.0));
            base.around(&svg).into_string()
        });
        Some(PreEscaped(svg.to_string()))
    }

    /// The big map: areas shaded by how many parties have their door there, doors as marks, every area a link.
    pub(super) fn page(
        &self,
        name: String,
        stage: &Stage,
        counts: &HashMap<AreaCode, [usize; 2]>,
        spots: &[&Spot],
        names: &HashMap<Id<Party>, String>,
    ) -> PreEscaped<std::sync::Arc<str>> {
        PreEscaped(self.kept(name, || {
            let base = self.base(stage, Size::Page);
            let mut svg = base.scenery.clone();
            self.shade(&mut svg, &base, stage, counts);
            svg.push_str(&base.district_lines());
            let marks = gathered(&base, spots.iter().copied());
            for mark in &marks {
                self.link_mark(&mut svg, mark, spots, names);
            }
            labels::draw(&mut svg, &labels::place(&base.names, &boxes(&marks), &base.sheet, 17.0));
            base.around(&svg).into_string()
        }))
    }

    /// The big map of everything, for the samples.
    pub(crate) fn whole(&self, spots: &[&Spot]) -> PreEscaped<std::sync::Arc<str>> {
        let counts = super::atlas::here(spots.iter().copied(), &self.geography);
        self.page("sample".to_owned(), &Stage::Town, &counts, spots, &HashMap::new())
    }

    fn shade(&self, svg: &mut String, base: &Base, stage: &Stage, counts: &HashMap<AreaCode, [usize; 2]>) {
        let number = |code: &AreaCode| counts.get(code).map_or(0, |spheres| spheres.iter().sum::<usize>());
        let inside = |code: &AreaCode| match stage {
            Stage::Town => true,
            Stage::Area(district) => code == district || code.district() == *district,
        };
        svg.push_str("<g fill=\"var(--basis-color-action-1-bg-default)\" stroke=\"var(--basis-color-default-border-default)\">");
        for (step, opacity) in OPACITIES.iter().enumerate() {
            let _ = write!(svg, "<g fill-opacity=\"{opacity}\">");
            for (at, path) in &base.areas {
                let Some(area) = self.geography.areas.get(*at) else { continue };
                let shown = if inside(&area.code) { shade_of(number(&area.code)) } else { 0 };
                if shown == step {
                    link_area(svg, &area.code, area.name.as_str(), "", path);
                }
            }
            svg.push_str("</g>");
        }
        svg.push_str("</g>");
    }

    fn link_mark(&self, svg: &mut String, mark: &Mark, spots: &[&Spot], names: &HashMap<Id<Party>, String>) {
        let first = mark.which.first().and_then(|at| spots.get(*at));
        let area = first.and_then(|spot| self.area_of(spot));
        let (href, title) = match (first, area) {
            (Some(spot), _) if mark.count() == 1 => {
                (format!("/partij/{}", spot.party), names.get(&spot.party).map(String::as_str))
            }
            (_, Some(area)) => (format!("/buurt/{}", area.code), Some(area.name.as_str())),
            _ => return marks::draw(svg, mark),
        };
        let _ = write!(svg, "<a href=\"{href}\" tabindex=\"-1\">");
        if let Some(title) = title {
            let _ = write!(svg, "<title>{}</title>", title.render().0);
        }
        marks::draw(svg, mark);
        svg.push_str("</a>");
    }

    /// The smallest part of the municipality that holds all pins.
    fn stage_of(&self, pins: &[Pin]) -> Option<Stage> {
        let first = pins.first()?;
        let Some(area) = &first.area else { return Some(Stage::Town) };
        let all =
            |holds: &dyn Fn(&AreaCode) -> bool| pins.iter().all(|pin| pin.area.as_ref().is_some_and(holds));
        let district = area.district();
        if self.outlines.contains_key(area) && all(&|code| code == area) {
            Some(Stage::Area(area.clone()))
        } else if self.outlines.contains_key(&district) && all(&|code| code.district() == district) {
            Some(Stage::Area(district))
        } else {
            Some(Stage::Town)
        }
    }
}

impl Base {
    /// Scenery with the borders of areas over it.
    fn ground(&self) -> String {
        let mut svg = self.scenery.clone();
        svg.push_str("<path fill=\"none\" stroke=\"var(--basis-color-default-border-subtle)\" stroke-width=\"1.5\" d=\"");
        self.areas.iter().for_each(|(_, path)| svg.push_str(path));
        svg.push_str("\"/>");
        svg.push_str(&self.district_lines());
        svg
    }

    fn district_lines(&self) -> String {
        if self.districts.is_empty() {
            return String::new();
        }
        format!(
            "<path fill=\"none\" pointer-events=\"none\" stroke=\"var(--basis-color-default-border-default)\" \
             stroke-width=\"2.5\" d=\"{}\"/>",
            self.districts
        )
    }
}

/// None, one or two, up to five, up to ten, more.
const OPACITIES: [&str; 5] = ["0", ".14", ".28", ".44", ".6"];

#[must_use]
pub(super) const fn shade_of(parties: usize) -> usize {
    match parties {
        0 => 0,
        1..=2 => 1,
        3..=5 => 2,
        6..=10 => 3,
        _ => 4,
    }
}

fn link_area(svg: &mut String, code: &AreaCode, name: &str, more: &str, path: &str) {
    let name = name.render().0;
    let _ = write!(
        svg,
        "<a href=\"/buurt/{code}\" tabindex=\"-1\"><path{more} d=\"{path}\"><title>{name}</title></path></a>"
    );
}

/// Doors taken together until there are no more marks than one can look at.
fn gathered<'a>(base: &Base, spots: impl Iterator<Item = &'a Spot>) -> Vec<Mark> {
    let points: Vec<([f64; 2], Sphere, usize)> = spots
        .enumerate()
        .filter_map(|(at, spot)| Some((base.sheet.put(spot.point?), spot.sphere, at)))
        .filter(|([x, y], ..)| *x > 0.0 && *y > 0.0 && *x < base.sheet.width && *y < base.sheet.height)
        .collect();
    let mut apart = 14.0;
    let mut marks = marks::gather(points.iter().copied(), apart);
    while marks.len() > MOST_MARKS && apart < 200.0 {
        apart *= 1.3;
        marks = marks::gather(points.iter().copied(), apart);
    }
    marks::apart(marks, |mark| if mark.count() > 1 { mark.count().to_string() } else { String::new() })
}

fn boxes(marks: &[Mark]) -> Vec<Bounds> {
    marks.iter().map(Mark::covers).collect()
}
