//! Lists of what a party stands in: the statements are the same for questions and handovers, their tables are not.

use directory::area::AreaCode;
use ground::trouble::{Answer, Trouble};

/// The text of a statement that reads `$what` of everything in which a party is on one side or on the other. Two halves,
/// each along its own index: an *or* of two columns would walk all rows; one statement, for each costs a way to the
/// engine and back.
///
/// `$one` and `$other`: the column of the party on either side, and behind it which rows are meant; `$tail`: in which order
/// and how many at most, in each half. `$1` is the municipality, `$2` the party.
#[macro_export]
macro_rules! of_either {
    ($what:expr, $table:literal, $one:literal => $which:literal, $other:literal => $and:literal, $tail:literal) => {
        concat!(
            "select * from (select ",
            $what,
            " from ",
            $table,
            " where municipality_id = $1 and ",
            $one,
            " = $2 and ",
            $which,
            " ",
            $tail,
            ") one_side union all select * from (select ",
            $what,
            " from ",
            $table,
            " where municipality_id = $1 and ",
            $other,
            " = $2 and ",
            $and,
            " ",
            $tail,
            ") other_side"
        )
    };
}

/// Areas as a column has them: an empty one is the whole municipality.
///
/// # Errors
/// A fault when one is no code of an area.
pub fn areas(codes: Vec<String>) -> Answer<Vec<Option<AreaCode>>> {
    let one = |code: String| match code.as_str() {
        "" => Ok(None),
        code => AreaCode::parse(code).map(Some).map_err(|_| Trouble::fault("an area with no code")),
    };
    codes.into_iter().map(one).collect()
}

/// The same the other way round: as a column has them.
pub fn codes(areas: &[Option<AreaCode>]) -> impl Iterator<Item = String> {
    areas.iter().map(|area| area.as_ref().map_or("", AreaCode::as_str).to_owned())
}

/// Of each kind its number, how many are open, how often something was done to them, and how many are late: as one number,
/// which is another one as soon as any of it is. That something is late nobody did.
#[must_use]
pub fn pulse(kinds: Vec<(i32, i64, i64, i64)>) -> i64 {
    let one = |(kind, open, steps, late): (i32, i64, i64, i64)| {
        (late << 48).wrapping_add(open << 32).wrapping_add(steps).rotate_left(kind.unsigned_abs())
    };
    kinds.into_iter().map(one).fold(0, i64::wrapping_add)
}
