//! Easter Sunday in the Gregorian calendar.

use jiff::civil::Date;

/// Easter of a year, by the arithmetic that was published anonymously in *Nature* of 20 April 1876.
///
/// Years before 1583 get what the rule would have given. `None` for a year the calendar does not have.
#[must_use]
pub fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let golden = y.rem_euclid(19);
    let (century, of_century) = (y.div_euclid(100), y.rem_euclid(100));
    let (leap_centuries, left) = (century.div_euclid(4), century.rem_euclid(4));
    let moved = (century + 8).div_euclid(25);
    let moon = (century - moved + 1).div_euclid(3);
    // Days from 21 March to the full moon of the church.
    let full = (19 * golden + century - leap_centuries - moon + 15).rem_euclid(30);
    let (leaps, rest) = (of_century.div_euclid(4), of_century.rem_euclid(4));
    let to_sunday = (32 + 2 * left + 2 * leaps - full - rest).rem_euclid(7);
    // In the few years in which this would be 26 April, or a second 25 April, it is a week earlier.
    let earlier = (golden + 11 * full + 22 * to_sunday).div_euclid(451);
    let at = full + to_sunday - 7 * earlier + 114;
    Date::new(year, i8::try_from(at.div_euclid(31)).ok()?, i8::try_from(at.rem_euclid(31) + 1).ok()?).ok()
}
