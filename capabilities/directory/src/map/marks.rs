//! Marks on a map: a circle from the neighbourhood, a square of an organisation, and one with a number where many lie together.

use std::collections::HashMap;
use std::fmt::Write as _;

use super::sheet::Bounds;
use crate::party::Sphere;

/// What stands on a map at one place.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Mark {
    pub(super) at: [f64; 2],
    /// How many of each sphere (formal, informal).
    pub(super) spheres: [usize; 2],
    /// Which ones, as the caller counts them.
    pub(super) which: Vec<usize>,
    pub(super) text: String,
}

impl Mark {
    pub(super) fn count(&self) -> usize {
        self.spheres.iter().sum()
    }

    /// Half its width.
    pub(super) fn reach(&self) -> f64 {
        match self.text.chars().count() {
            0 => 7.0,
            letters => {
                let both = if self.spheres.contains(&0) { 0.0 } else { 3.0 };
                5.0 + both + 4.6 * f64::from(u8::try_from(letters).unwrap_or(u8::MAX)).max(1.6)
            }
        }
    }

    pub(super) fn covers(&self) -> Bounds {
        let ([x, y], reach, rise) = (self.at, self.reach(), self.rise());
        Bounds { west: x - reach, east: x + reach, south: y - rise, north: y + rise }
    }

    pub(super) const fn rise(&self) -> f64 {
        if self.text.is_empty() { 7.0 } else { 12.0 }
    }
}

/// Points closer together than `apart` become one mark, in the middle of them.
pub(super) fn gather(points: impl IntoIterator<Item = ([f64; 2], Sphere, usize)>, apart: f64) -> Vec<Mark> {
    let mut cells: HashMap<(i64, i64), Mark> = HashMap::new();
    for (at, sphere, which) in points {
        #[allow(clippy::cast_possible_truncation, reason = "a place on a sheet is small")]
        let cell = ((at[0] / apart).floor() as i64, (at[1] / apart).floor() as i64);
        let mark = cells.entry(cell).or_insert_with(|| empty(at));
        add(mark, at, 1.0);
        mark.spheres[sphere as usize] += 1;
        mark.which.push(which);
    }
    let mut cells: Vec<Mark> = cells.into_values().collect();
    cells.sort_by_key(|mark| (std::cmp::Reverse(mark.count()), mark.which.first().copied()));
    let mut marks: Vec<Mark> = Vec::new();
    for cell in cells {
        let close = |mark: &&mut Mark| (mark.at[0] - cell.at[0]).hypot(mark.at[1] - cell.at[1]) < apart;
        match marks.iter_mut().find(close) {
            Some(mark) => join(mark, cell),
            None => marks.push(cell),
        }
    }
    marks.iter_mut().for_each(|mark| mark.which.sort_unstable());
    marks
}

fn empty(at: [f64; 2]) -> Mark {
    Mark { at, spheres: [0; 2], which: Vec::new(), text: String::new() }
}

/// Marks that would cover each other become one, until none does.
pub(super) fn apart(mut marks: Vec<Mark>, text: impl Fn(&Mark) -> String) -> Vec<Mark> {
    marks.iter_mut().for_each(|mark| mark.text = text(mark));
    let mut at = 0;
    while at < marks.len() {
        let covers = marks[at].covers();
        let Some(over) = (at + 1..marks.len()).find(|other| marks[*other].covers().meets(covers)) else {
            at += 1;
            continue;
        };
        let other = marks.swap_remove(over);
        join(&mut marks[at], other);
        marks[at].which.sort_unstable();
        marks[at].text = text(&marks[at]);
        // It has moved and grown: whom it covers now may stand anywhere.
        at = 0;
    }
    marks
}

/// Moves a mark to the middle of what it stands for.
fn add(mark: &mut Mark, at: [f64; 2], more: f64) {
    let there = f64::from(u32::try_from(mark.count()).unwrap_or(u32::MAX));
    for (mine, theirs) in mark.at.iter_mut().zip(at) {
        *mine = (*mine * there + theirs * more) / (there + more);
    }
}

fn join(mark: &mut Mark, other: Mark) {
    add(mark, other.at, f64::from(u32::try_from(other.count()).unwrap_or(u32::MAX)));
    for (mine, theirs) in mark.spheres.iter_mut().zip(other.spheres) {
        *mine += theirs;
    }
    mark.which.extend(other.which);
}

/// The mark itself; its text stands in it.
pub(super) fn draw(svg: &mut String, mark: &Mark) {
    let [x, y] = mark.at.map(f64::round);
    let (reach, rise) = (mark.reach().round(), mark.rise());
    let (left, top, wide, high) = (x - reach, y - rise, 2.0 * reach, 2.0 * rise);
    let paper = "var(--basis-color-default-bg-default)";
    let [formal, informal] = mark.spheres;
    // Round is from the neighbourhood, square an organisation, half and half is both: shape and colour say the same.
    let _ = match (formal, informal) {
        (0, _) => write!(
            svg,
            "<rect x=\"{left}\" y=\"{top}\" width=\"{wide}\" height=\"{high}\" rx=\"{rise}\" fill=\"var(--informeel)\" stroke=\"{paper}\" stroke-width=\"2\"/>"
        ),
        (_, 0) => write!(
            svg,
            "<rect x=\"{left}\" y=\"{top}\" width=\"{wide}\" height=\"{high}\" rx=\"3\" fill=\"var(--formeel)\" stroke=\"{paper}\" stroke-width=\"2\"/>"
        ),
        _ => write!(
            svg,
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"4\" fill=\"{paper}\"/>\
             <path d=\"M{x} {top}v{high}H{}a{rise} {rise} 0 0 1 0-{high}z\" fill=\"var(--informeel)\"/>\
             <path d=\"M{x} {top}h{reach}v{high}h-{reach}z\" fill=\"var(--formeel)\"/>",
            x,
            top - 1.0,
            reach + 1.0,
            high + 2.0,
            left + rise.min(reach)
        ),
    };
    if !mark.text.is_empty() {
        let _ = write!(
            svg,
            "<text x=\"{x}\" y=\"{}\" text-anchor=\"middle\" font-size=\"14\" fill=\"{paper}\">{}</text>",
            y + 5.0,
            mark.text
        );
    }
}

/// The numbers of a list that one mark stands for: "3", "3, 7", and "3 +4" where they do not fit.
pub(super) fn numbers(which: &[usize]) -> String {
    match which {
        [] => String::new(),
        [one] => one.to_string(),
        [one, other] => format!("{one}, {other}"),
        [first, rest @ ..] => format!("{first} +{}", rest.len()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_hundred_doors_on_one_spot_are_one_mark_with_a_number() {
        let doors = (0..300).map(|at| ([50.0, 50.0], Sphere::Formal, at));
        let marks = gather(doors.chain([([200.0, 50.0], Sphere::Informal, 300)]), 16.0);
        assert_eq!(marks.iter().map(Mark::count).collect::<Vec<_>>(), [300, 1]);
        assert_eq!(marks[0].at, [50.0, 50.0]);
        assert_eq!(marks[1].spheres, [0, 1]);
    }

    #[test]
    fn no_mark_covers_another() {
        let doors = (0..400_u32)
            .map(|at| ([f64::from(at * 37 % 300), f64::from(at * 53 % 200)], Sphere::Formal, at as usize));
        let marks = apart(gather(doors, 18.0), |mark| mark.count().to_string());
        assert_eq!(marks.iter().map(Mark::count).sum::<usize>(), 400);
        for (at, one) in marks.iter().enumerate() {
            assert!(marks.iter().skip(at + 1).all(|other| !other.covers().meets(one.covers())));
        }
    }

    #[test]
    fn neighbours_across_a_line_of_the_grid_are_still_taken_together() {
        let marks = gather([([15.9, 8.0], Sphere::Formal, 1), ([16.1, 8.0], Sphere::Informal, 2)], 16.0);
        assert_eq!(marks.len(), 1);
        assert_eq!((marks[0].spheres, numbers(&marks[0].which)), ([1, 1], "1, 2".to_owned()));
    }
}
