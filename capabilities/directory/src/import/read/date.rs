//! Dates as they stand in exports: `2015-12-24`, `12/24/2015`, `24-12-2015`, `December 24, 2015`, `24 december 2015`.

use jiff::civil::Date;

const MONTHS: [&[&str]; 12] = [
    &["january", "januari", "jan"],
    &["february", "februari", "feb"],
    &["march", "maart", "mar", "mrt"],
    &["april", "apr"],
    &["may", "mei"],
    &["june", "juni", "jun"],
    &["july", "juli", "jul"],
    &["august", "augustus", "aug"],
    &["september", "sep", "sept"],
    &["october", "oktober", "oct", "okt"],
    &["november", "nov"],
    &["december", "dec"],
];

/// With slashes the month comes first, as in the exports that write them; with dashes or dots the day does. Where
/// that gives no date the other order is tried. A time behind the date is not looked at.
#[must_use]
pub fn parse(typed: &str) -> Option<Date> {
    let typed = typed.trim();
    if let Some(date) = typed.get(..10).and_then(|iso| iso.parse::<Date>().ok()) {
        return Some(date);
    }
    let parts: Vec<&str> =
        typed.split(['/', '-', '.', ',', ' ', 'T']).filter(|part| !part.is_empty()).take(3).collect();
    let [one, two, year] = parts.as_slice() else { return None };
    let year = year_of(year)?;
    if let (Some(month), Ok(day)) = (month_of(one), two.parse()) {
        return Date::new(year, month, day).ok();
    }
    let first: i8 = one.parse().ok()?;
    if let Some(month) = month_of(two) {
        return Date::new(year, month, first).ok();
    }
    let second: i8 = two.parse().ok()?;
    let (month, day) = if typed.contains('/') { (first, second) } else { (second, first) };
    Date::new(year, month, day).or_else(|_| Date::new(year, day, month)).ok()
}

fn month_of(word: &str) -> Option<i8> {
    let word = word.to_lowercase();
    let index = MONTHS.iter().position(|names| names.contains(&word.as_str()))?;
    i8::try_from(index + 1).ok()
}

fn year_of(word: &str) -> Option<i16> {
    let year: i16 = word.parse().ok()?;
    match word.len() {
        2 => Some(2000 + year),
        4 => Some(year),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn three_notations_and_a_few_more() {
        let eve = jiff::civil::date(2015, 12, 24);
        for typed in [
            "2015-12-24",
            "2015-12-24T10:00:00Z",
            "12/24/2015",
            "12/24/15",
            "24-12-2015",
            "24.12.2015",
            "December 24, 2015",
            "24 december 2015",
            "24/12/2015",
        ] {
            assert_eq!(parse(typed), Some(eve), "{typed}");
        }
        assert_eq!(parse("January 01, 0001"), Some(jiff::civil::date(1, 1, 1)));
        for bad in ["", "yesterday", "2015-13-45", "99/99/2015", "1 foo 2015", "24-12-15000", "é-é-é"] {
            assert_eq!(parse(bad), None, "{bad}");
        }
    }
}
