//! From degrees to a drawing: a sheet of whole units, shapes cut to it and simplified until nobody sees the difference.

use std::fmt::Write as _;

/// A closed line of longitude and latitude, or of places on a sheet.
pub(super) type Ring = Vec<[f64; 2]>;

/// Bends smaller than this many units are left out.
const TOLERANCE: f64 = 0.9;

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Bounds {
    pub(super) west: f64,
    pub(super) south: f64,
    pub(super) east: f64,
    pub(super) north: f64,
}

impl Bounds {
    #[must_use]
    pub(super) fn of(points: impl IntoIterator<Item = [f64; 2]>) -> Option<Self> {
        points.into_iter().fold(None, |all, [lon, lat]| {
            let one = Self { west: lon, south: lat, east: lon, north: lat };
            Some(all.map_or(one, |all: Self| all.with(one)))
        })
    }

    #[must_use]
    pub(super) fn with(self, other: Self) -> Self {
        Self {
            west: self.west.min(other.west),
            south: self.south.min(other.south),
            east: self.east.max(other.east),
            north: self.north.max(other.north),
        }
    }

    #[must_use]
    pub(super) fn meets(self, other: Self) -> bool {
        self.west <= other.east
            && other.west <= self.east
            && self.south <= other.north
            && other.south <= self.north
    }

    #[must_use]
    pub(super) fn room(self) -> f64 {
        (self.east - self.west) * (self.north - self.south)
    }

    #[must_use]
    pub(super) fn holds(self, [lon, lat]: [f64; 2]) -> bool {
        (self.west..=self.east).contains(&lon) && (self.south..=self.north).contains(&lat)
    }
}

/// Where degrees fall on a drawing. Equirectangular, with the width of a degree as it is in the middle:
/// over one municipality nobody sees the difference from a finer projection.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Sheet {
    west: f64,
    north: f64,
    across: f64,
    down: f64,
    pub(super) width: f64,
    pub(super) height: f64,
}

impl Sheet {
    /// `width` units wide and as high as it comes, between `lowest` and `highest`; what is left over is margin.
    #[must_use]
    pub(super) fn around(bounds: Bounds, width: f64, (lowest, highest): (f64, f64), margin: f64) -> Self {
        let middle = f64::midpoint(bounds.south, bounds.north);
        let narrow = middle.to_radians().cos().max(0.05);
        let wide = ((bounds.east - bounds.west) * narrow).max(1e-6);
        let tall = (bounds.north - bounds.south).max(1e-6);
        let scale = ((width - 2.0 * margin) / wide).min((highest - 2.0 * margin) / tall);
        let height = (tall * scale + 2.0 * margin).clamp(lowest, highest).round();
        let (across, down) = (scale * narrow, scale);
        Self {
            west: f64::midpoint(bounds.west, bounds.east) - width / 2.0 / across,
            north: middle + height / 2.0 / down,
            across,
            down,
            width,
            height,
        }
    }

    #[must_use]
    pub(super) fn put(&self, [lon, lat]: [f64; 2]) -> [f64; 2] {
        [(lon - self.west) * self.across, (self.north - lat) * self.down]
    }

    /// What the whole sheet shows, margins too.
    #[must_use]
    pub(super) fn bounds(&self) -> Bounds {
        Bounds {
            west: self.west,
            north: self.north,
            east: self.west + self.width / self.across,
            south: self.north - self.height / self.down,
        }
    }

    /// Rings as the `d` of one path; a ring too small to see is left out unless it is the only one.
    #[must_use]
    pub(super) fn area(&self, rings: &[Ring]) -> String {
        let mut path = String::new();
        for ring in rings {
            let on_sheet: Ring = ring.iter().map(|at| self.put(*at)).collect();
            let whole = whole_units(&simple(&self.cut(on_sheet)));
            if whole.len() > 3 && (surface(&whole) >= 3.0 || rings.len() == 1) {
                write_line(&mut path, &whole[..whole.len() - 1], true);
            }
        }
        path
    }

    /// An open line, such as a road.
    #[must_use]
    pub(super) fn line(&self, points: &[[f64; 2]]) -> String {
        let on_sheet: Ring = points.iter().map(|at| self.put(*at)).collect();
        let whole = whole_units(&simple(&on_sheet));
        let mut path = String::new();
        if whole.len() > 1 {
            write_line(&mut path, &whole, false);
        }
        path
    }

    /// The middle of the biggest ring, where a name can stand.
    #[must_use]
    pub(super) fn middle(&self, rings: &[Ring]) -> Option<[f64; 2]> {
        let biggest = rings.iter().max_by(|one, other| surface(one).total_cmp(&surface(other)))?;
        let on_sheet: Ring = biggest.iter().map(|at| self.put(*at)).collect();
        centroid(&self.cut(on_sheet))
    }

    /// Cuts a ring to the sheet and a little beyond it (so that no edge shows), side by side.
    fn cut(&self, ring: Ring) -> Ring {
        const BEYOND: f64 = 8.0;
        let outside = |[x, y]: [f64; 2]| {
            x < -BEYOND || y < -BEYOND || x > self.width + BEYOND || y > self.height + BEYOND
        };
        if !ring.iter().any(|at| outside(*at)) {
            return ring;
        }
        let low = cut_side(&ring, 0, -BEYOND, true);
        let low = cut_side(&low, 1, -BEYOND, true);
        let high = cut_side(&low, 0, self.width + BEYOND, false);
        cut_side(&high, 1, self.height + BEYOND, false)
    }
}

/// One side of Sutherland and Hodgman's way to cut a polygon to a box.
fn cut_side(ring: &[[f64; 2]], axis: usize, limit: f64, above: bool) -> Ring {
    let inside = |at: [f64; 2]| if above { at[axis] >= limit } else { at[axis] <= limit };
    let mut kept = Ring::with_capacity(ring.len());
    let open = ring.strip_suffix(&[ring.first().copied().unwrap_or_default()]).unwrap_or(ring);
    let Some(mut from) = open.last().copied() else { return kept };
    for to in open.iter().copied() {
        if inside(from) != inside(to) {
            let part = (limit - from[axis]) / (to[axis] - from[axis]);
            let mut at = [from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part];
            at[axis] = limit;
            kept.push(at);
        }
        if inside(to) {
            kept.push(to);
        }
        from = to;
    }
    kept.extend(kept.first().copied());
    kept
}

/// Douglas and Peucker: keeps the bends that stick out more than [`TOLERANCE`].
fn simple(line: &[[f64; 2]]) -> Ring {
    let Some(last) = line.len().checked_sub(1).filter(|last| *last > 1) else { return line.to_vec() };
    let mut keep = vec![false; line.len()];
    keep[0] = true;
    keep[last] = true;
    // A ring ends where it begins: the farthest point makes two lines of it.
    let far =
        (1..last).max_by(|one, other| reach(line[0], line[*one]).total_cmp(&reach(line[0], line[*other])));
    let mut open = vec![(0, last)];
    if let (Some(far), true) = (far, line[0] == line[last]) {
        keep[far] = true;
        open = vec![(0, far), (far, last)];
    }
    while let Some((from, to)) = open.pop() {
        let off = |at: &usize| distance(line[*at], line[from], line[to]);
        let Some(most) = (from + 1..to).max_by(|one, other| off(one).total_cmp(&off(other))) else {
            continue;
        };
        if off(&most) > TOLERANCE {
            keep[most] = true;
            open.extend([(from, most), (most, to)]);
        }
    }
    line.iter().zip(keep).filter(|(_, keep)| *keep).map(|(at, _)| *at).collect()
}

fn reach([x0, y0]: [f64; 2], [x1, y1]: [f64; 2]) -> f64 {
    (x1 - x0).hypot(y1 - y0)
}

fn distance(at: [f64; 2], from: [f64; 2], to: [f64; 2]) -> f64 {
    let (dx, dy) = (to[0] - from[0], to[1] - from[1]);
    let length = dx.hypot(dy);
    if length < 1e-9 {
        return reach(at, from);
    }
    ((at[0] - from[0]) * dy - (at[1] - from[1]) * dx).abs() / length
}

fn whole_units(line: &[[f64; 2]]) -> Ring {
    let mut whole: Ring = line.iter().map(|[x, y]| [x.round(), y.round()]).collect();
    whole.dedup();
    whole
}

fn surface(ring: &[[f64; 2]]) -> f64 {
    let twice: f64 = ring.windows(2).map(|pair| pair[0][0] * pair[1][1] - pair[1][0] * pair[0][1]).sum();
    (twice / 2.0).abs()
}

fn centroid(ring: &[[f64; 2]]) -> Option<[f64; 2]> {
    let bounds = Bounds::of(ring.iter().copied())?;
    let (mut twice, mut x, mut y) = (0.0, 0.0, 0.0);
    for pair in ring.windows(2) {
        let cross = pair[0][0] * pair[1][1] - pair[1][0] * pair[0][1];
        twice += cross;
        x += (pair[0][0] + pair[1][0]) * cross;
        y += (pair[0][1] + pair[1][1]) * cross;
    }
    let middle = [f64::midpoint(bounds.west, bounds.east), f64::midpoint(bounds.south, bounds.north)];
    Some(if f64::abs(twice) < 1e-9 { middle } else { [x / (3.0 * twice), y / (3.0 * twice)] })
}

/// `M12 34l5-6 7 8z`: whole numbers, each point as its step from the one before.
fn write_line(path: &mut String, line: &[[f64; 2]], close: bool) {
    let mut before = [0_i64, 0];
    for (at, [x, y]) in line.iter().enumerate() {
        #[allow(clippy::cast_possible_truncation, reason = "rounded, and no larger than the sheet")]
        let now = [*x as i64, *y as i64];
        let [x, y] = if at == 0 { now } else { [now[0] - before[0], now[1] - before[1]] };
        path.push_str(match at {
            0 => "M",
            1 => "l",
            _ if x < 0 => "",
            _ => " ",
        });
        let between = if y < 0 { "" } else { " " };
        // Writing to a string cannot fail.
        let _ = write!(path, "{x}{between}{y}");
        before = now;
    }
    if close {
        path.push('z');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet() -> Sheet {
        let bounds = Bounds { west: 5.0, south: 52.0, east: 5.1, north: 52.05 };
        Sheet::around(bounds, 400.0, (100.0, 400.0), 10.0)
    }

    #[test]
    fn north_is_up_and_everything_fits() {
        let sheet = sheet();
        let ([left, bottom], [right, top]) = (sheet.put([5.0, 52.0]), sheet.put([5.1, 52.05]));
        assert!(left >= 9.9 && right <= 390.1 && top >= 9.9 && bottom <= sheet.height - 9.9);
        assert!(sheet.bounds().holds([5.05, 52.02]) && !sheet.bounds().holds([5.5, 52.02]));
    }

    #[test]
    fn a_square_stays_a_square_whatever_stands_on_its_sides() {
        let mut ring: Ring = (0..=100).map(|at| [5.0 + f64::from(at) / 1000.0, 52.0]).collect();
        ring.extend([[5.1, 52.05], [5.0, 52.05], [5.0, 52.0]]);
        assert_eq!(sheet().area(&[ring]).matches(' ').count(), 4, "a move and three steps");
    }

    #[test]
    fn what_lies_far_outside_is_cut_and_what_cannot_be_seen_is_left_out() {
        let huge: Ring = vec![[0.0, 48.0], [10.0, 48.0], [10.0, 56.0], [0.0, 56.0], [0.0, 48.0]];
        let path = sheet().area(&[huge]);
        assert!(path.len() < 50, "{path}");
        let speck: Ring = vec![[5.0, 52.0], [5.00001, 52.0], [5.00001, 52.00001], [5.0, 52.0]];
        assert_eq!(sheet().area(&[speck.clone(), speck]), "");
        let elsewhere: Ring = vec![[7.0, 50.0], [7.1, 50.0], [7.1, 50.1], [7.0, 50.0]];
        assert_eq!(sheet().area(&[elsewhere]), "");
    }
}
