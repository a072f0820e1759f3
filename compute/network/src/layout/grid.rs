//! Who is near a place: nodes sorted by the square they are in.

use super::Place;

/// Nodes by row and column of squares as wide as a push goes.
pub(super) struct Grid {
    reach: f64,
    squares: Vec<((i64, i64), u32)>,
}

impl Grid {
    pub(super) fn of(places: &[Place], reach: f64) -> Self {
        let mut squares: Vec<_> =
            (0..).zip(places).map(|(node, &place)| (square(place, reach), node)).collect();
        squares.sort_unstable();
        Self { reach, squares }
    }

    pub(super) fn reach(&self) -> f64 {
        self.reach
    }

    /// Everybody in the square of a place and in the eight around it, in a fixed order.
    pub(super) fn near(&self, place: Place, mut each: impl FnMut(u32)) {
        let (row, column) = square(place, self.reach);
        for row in [row.saturating_sub(1), row, row.saturating_add(1)] {
            let from = self.squares.partition_point(|(square, _)| *square < (row, column.saturating_sub(1)));
            let near = self.squares[from..]
                .iter()
                .take_while(|(square, _)| *square <= (row, column.saturating_add(1)));
            near.for_each(|&(_, node)| each(node));
        }
    }
}

/// The row and column of a place; all places are in one square when a push goes everywhere.
fn square(place: Place, reach: f64) -> (i64, i64) {
    ((place.y / reach).floor() as i64, (place.x / reach).floor() as i64)
}
