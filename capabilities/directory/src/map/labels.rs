//! Names on a map that never cover each other: each looks for a free place, and stays away when there is none.

use std::fmt::Write as _;

use maud::Render as _;

use super::base::Caption;
use super::sheet::{Bounds, Sheet};

/// How wide a letter is on average, and how high a line, in parts of its size.
const LETTER: f64 = 0.6;
const LINE: f64 = 1.15;

#[derive(Clone, Debug)]
pub(super) struct Placed {
    pub(super) text: String,
    pub(super) at: [f64; 2],
    pub(super) size: f64,
    pub(super) strong: bool,
    pub(super) covers: Bounds,
}

/// With more names than this a map is no place to look for one: only those that stand clear are drawn.
const FEW: usize = 16;
/// And of those only so many, on a small map fewer.
const MOST: usize = 14;
const MOST_ON_SMALL: usize = 6;

/// Names in the order given; the first get the best places. Names keep clear of `taken` (marks) where that can be,
/// and of each other always.
pub(super) fn place(names: &[Caption], taken: &[Bounds], sheet: &Sheet, size: f64) -> Vec<Placed> {
    let mut placed: Vec<Placed> = Vec::new();
    let most = match names.len() {
        0..=FEW => FEW,
        _ if sheet.width < 500.0 => MOST_ON_SMALL,
        _ => MOST,
    };
    for name in names {
        if placed.len() >= most {
            break;
        }
        let size = if name.strong { size + 2.0 } else { size };
        let letters = f64::from(u32::try_from(name.text.chars().count()).unwrap_or(u32::MAX));
        let (wide, high) = (letters * size * LETTER, size * LINE);
        let around = |[x, y]: [f64; 2]| {
            let x = x.clamp(wide / 2.0 + 4.0, (sheet.width - wide / 2.0 - 4.0).max(wide / 2.0 + 4.0));
            let covers = Bounds {
                west: x - wide / 2.0,
                east: x + wide / 2.0,
                south: y - high / 2.0,
                north: y + high / 2.0,
            };
            ([x, y], covers)
        };
        let steps = [0.0, -1.2, 1.2, -2.4, 2.4].map(|step| around([name.at[0], name.at[1] + step * high]));
        let free = |covers: Bounds| {
            let fits = covers.south > 0.0
                && covers.north < sheet.height
                && covers.west >= 0.0
                && covers.east <= sheet.width;
            fits && !placed.iter().any(|other| other.covers.meets(covers))
        };
        let clear = |covers: Bounds| !taken.iter().any(|mark| mark.meets(covers));
        let best = steps.iter().find(|(_, covers)| free(*covers) && clear(*covers));
        let anywhere =
            || steps.iter().find(|(_, covers)| free(*covers) && (name.strong || names.len() <= FEW));
        if let Some((at, covers)) = best.or_else(anywhere) {
            placed.push(Placed {
                text: name.text.clone(),
                at: *at,
                size,
                strong: name.strong,
                covers: *covers,
            });
        }
    }
    placed
}

pub(super) fn draw(svg: &mut String, names: &[Placed]) {
    // The halo lets a name be read over any ground.
    svg.push_str(
        "<g text-anchor=\"middle\" fill=\"var(--basis-color-default-color-document)\" \
         stroke=\"var(--basis-color-default-bg-document)\" stroke-width=\"4\" stroke-linejoin=\"round\" \
         paint-order=\"stroke\" pointer-events=\"none\">",
    );
    for name in names {
        let ([x, y], size) = (name.at.map(f64::round), name.size);
        let weight = if name.strong { "" } else { " font-weight=\"500\"" };
        let baseline = (y + size * 0.35).round();
        let _ = write!(
            svg,
            "<text x=\"{x}\" y=\"{baseline}\" font-size=\"{size}\"{weight}>{}</text>",
            name.text.render().0
        );
    }
    svg.push_str("</g>");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_covers_another_however_many_there_are() {
        let bounds = Bounds { west: 5.0, south: 52.0, east: 5.1, north: 52.05 };
        let sheet = Sheet::around(bounds, 640.0, (360.0, 620.0), 12.0);
        let names: Vec<Caption> = (0..500_u32)
            .map(|at| Caption {
                text: format!("Bedrijventerrein {at}"),
                at: [f64::from(at * 37 % 640), f64::from(at * 53 % 400)],
                strong: at == 7,
                room: 1.0,
            })
            .collect();
        let placed = place(&names, &[], &sheet, 15.0);
        assert!((6..=MOST).contains(&placed.len()));
        for (at, one) in placed.iter().enumerate() {
            assert!(placed.iter().skip(at + 1).all(|other| !other.covers.meets(one.covers)), "{}", one.text);
        }
    }
}
