//! Where the locations are: on a plane, or on the earth.

use std::collections::HashMap;

use crate::trouble::{Fault, Table, Trouble};

/// The earth is a ball of this radius here, in kilometres, as SaTScan has it.
pub(crate) const EARTH: f64 = 6367.0;

/// Locations in the order in which they were given, each as a point in space: two of them are as near to each
/// other as the straight line between them is short, also through the earth.
#[derive(Clone, Debug, Default)]
pub(crate) struct Places {
    names: Vec<String>,
    points: Vec<[f64; 3]>,
    by_name: HashMap<String, u32>,
    pub(crate) on_earth: bool,
}

impl Places {
    pub(crate) fn new(on_earth: bool) -> Self {
        Self { on_earth, ..Self::default() }
    }

    /// `row` is where it stands in its table.
    pub(crate) fn add(&mut self, row: usize, name: &str, first: f64, second: f64) -> Result<(), Trouble> {
        let number = numbered(self.names.len())?;
        let point = self.point(name, first, second);
        self.points.push(point.map_err(|fault| Trouble::row(Table::Locations, row, fault))?);
        self.by_name.insert(name.to_owned(), number);
        self.names.push(name.to_owned());
        Ok(())
    }

    fn point(&self, name: &str, first: f64, second: f64) -> Result<[f64; 3], Fault> {
        if let Some(wrong) = [first, second].into_iter().find(|number| !number.is_finite()) {
            return Err(Fault::CoordinateNotFinite(wrong));
        }
        // Of what is farther away the square would be no number.
        if let Some(far) = [first, second].into_iter().find(|number| number.abs() > 1e100 && !self.on_earth) {
            return Err(Fault::CoordinateTooFar(far));
        }
        let point = if self.on_earth { on_earth(first, second)? } else { [first, second, 0.0] };
        if self.by_name.contains_key(name) {
            return Err(Fault::LocationTwice(name.to_owned()));
        }
        Ok(point)
    }

    pub(crate) fn find(&self, name: &str) -> Result<u32, Fault> {
        self.by_name.get(name).copied().ok_or_else(|| Fault::UnknownLocation(name.to_owned()))
    }

    pub(crate) fn count(&self) -> usize {
        self.names.len()
    }

    pub(crate) fn name(&self, number: u32) -> Option<&str> {
        self.names.get(usize::try_from(number).ok()?).map(String::as_str)
    }

    pub(crate) fn points(&self) -> &[[f64; 3]] {
        &self.points
    }

    /// A distance as somebody measures it, as the straight line between the ends.
    pub(crate) fn straight(&self, distance: f64) -> f64 {
        if self.on_earth {
            2.0 * EARTH * libm::sin((distance / (2.0 * EARTH)).min(std::f64::consts::FRAC_PI_2))
        } else {
            distance
        }
    }

    /// The other way round.
    pub(crate) fn measured(&self, straight: f64) -> f64 {
        if self.on_earth { 2.0 * EARTH * libm::asin((straight / (2.0 * EARTH)).min(1.0)) } else { straight }
    }
}

/// The number of one more location, when there are `count`.
fn numbered(count: usize) -> Result<u32, Trouble> {
    let fits = |number: &u32| *number < u32::MAX;
    u32::try_from(count).ok().filter(fits).ok_or_else(|| Trouble::TooManyLocations(count.saturating_add(1)))
}

fn on_earth(latitude: f64, longitude: f64) -> Result<[f64; 3], Fault> {
    if !(-90.0..=90.0).contains(&latitude) {
        return Err(Fault::Latitude(latitude));
    }
    if !(-180.0..=360.0).contains(&longitude) {
        return Err(Fault::Longitude(longitude));
    }
    let (up, around) = (latitude.to_radians(), longitude.to_radians());
    // Not the system's own sine: that differs from one machine to the next.
    let out = EARTH * libm::cos(up);
    Ok([out * libm::cos(around), out * libm::sin(around), EARTH * libm::sin(up)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_many_locations_fit_as_the_refusal_says() {
        let most = 4_294_967_295;
        assert_eq!(numbered(most - 1), Ok(4_294_967_294));
        assert_eq!(numbered(most), Err(Trouble::TooManyLocations(most + 1)));
    }
}
