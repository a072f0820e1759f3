//! Whole dates, with their year: in figures in either order, or with the name of the month.

use std::ops::Range;

use crate::glyph::Text;
use crate::{Finding, Kind, born, take};

/// Names of months as their beginnings, so that *mrt*, *mar* and *maart* are all known; by month.
const MONTHS: [&[&str]; 12] = [
    &["januari", "january", "jan", "ocak", "stycznia", "styczeń", "січня", "січень", "يناير", "كانون الثاني"],
    &["februari", "february", "feb", "şubat", "lutego", "luty", "лютого", "лютий", "فبراير", "شباط"],
    &["maart", "march", "mrt", "mar", "mart", "marca", "marzec", "березня", "березень", "مارس", "آذار"],
    &["april", "apr", "nisan", "kwietnia", "kwiecień", "квітня", "квітень", "أبريل", "ابريل", "نيسان"],
    &["mei", "may", "mayıs", "maja", "maj", "травня", "травень", "مايو", "أيار"],
    &["juni", "june", "jun", "haziran", "czerwca", "czerwiec", "червня", "червень", "يونيو", "حزيران"],
    &["juli", "july", "jul", "temmuz", "lipca", "lipiec", "липня", "липень", "يوليو", "تموز"],
    &[
        "augustus",
        "august",
        "aug",
        "ağustos",
        "sierpnia",
        "sierpień",
        "серпня",
        "серпень",
        "أغسطس",
        "اغسطس",
        "آب",
    ],
    &["september", "sept", "sep", "eylül", "września", "wrzesień", "вересня", "вересень", "سبتمبر", "أيلول"],
    &[
        "oktober",
        "october",
        "okt",
        "oct",
        "ekim",
        "października",
        "październik",
        "жовтня",
        "жовтень",
        "أكتوبر",
        "اكتوبر",
    ],
    &["november", "nov", "kasım", "listopada", "listopad", "листопада", "листопад", "نوفمبر"],
    &["december", "dec", "aralık", "grudnia", "grudzień", "грудня", "грудень", "ديسمبر"],
];

/// Every whole date that stands in a text, with its year, when it may be a date of birth: it is before this year, or a word
/// beside it says that somebody was born then.
pub(crate) fn find(text: &Text, year: i16, all: &mut Vec<Finding>) {
    for (at, of) in all_of(text, year) {
        let past = of < i32::from(year);
        if of >= 1880 && (past || born::beside(text, &at)) {
            take(all, Kind::BirthDate, text.bytes(at));
        }
    }
}

/// Also those that are appointments: their digits are no number of anything.
pub(crate) fn all_of(text: &Text, year: i16) -> Vec<(Range<usize>, i32)> {
    let (mut all, mut place) = (Vec::new(), 0);
    while place < text.len() {
        let found = if text.begins(place) || before_is_letter(text, place) {
            in_figures(text, place, year).or_else(|| with_month(text, place, year))
        } else {
            None
        };
        match found {
            Some((end, of)) => {
                all.push((place..end, of));
                place = end;
            }
            None => place += 1,
        }
    }
    all
}

/// *geb.3-3-81* and *geb3-3-81*: a number may follow a letter.
fn before_is_letter(text: &Text, place: usize) -> bool {
    text.is(place, |c| c.is_ascii_digit()) && place > 0 && text.is(place - 1, char::is_alphabetic)
}

fn in_figures(text: &Text, place: usize, year: i16) -> Option<(usize, i32)> {
    let (first, at) = text.number_at(place, 4)?;
    let digits = at - place;
    let (sign, at) = separator(text, at)?;
    let (second, at) = text.number_at(at, 2)?;
    let (again, at) = separator(text, at)?;
    if sign != again {
        return None;
    }
    let from = at;
    let (third, end) = text.number_at(at, 4)?;
    let whole = match (digits, end - from) {
        (4, 1 | 2) => date(third, second, full(first, 4, year)?),
        // Spaces with a year of two digits are a phone number sooner than a date.
        (1 | 2, last @ (2 | 4)) if last == 4 || sign != ' ' => {
            let of = full(third, last, year)?;
            // Day first, as here; or month first, as elsewhere.
            date(first, second, of).or_else(|| date(second, first, of))
        }
        _ => None,
    };
    whole.map(|of| (end, of))
}

/// `-`, `/`, `.` or one space, perhaps with spaces around it.
fn separator(text: &Text, place: usize) -> Option<(char, usize)> {
    let at = text.past(place, |c| c == ' ');
    match text.at(at) {
        Some(sign @ ('-' | '/' | '.')) if at - place <= 1 => {
            let after = text.past(at + 1, |c| c == ' ');
            (after - at <= 2).then_some((sign, after))
        }
        Some(c) if c.is_ascii_digit() && at - place == 1 => Some((' ', at)),
        _ => None,
    }
}

/// *3 maart 1981*, *3e mrt. ’81*, *maart 3, 1981*.
fn with_month(text: &Text, place: usize, year: i16) -> Option<(usize, i32)> {
    if let Some((day, at)) = text.number_at(place, 2) {
        let at = ["ste", "de", "e", "th", "st", "nd", "rd"]
            .iter()
            .find_map(|end| text.word_at(at, end))
            .unwrap_or(at);
        let at = text.past(at, |c| matches!(c, ' ' | '.' | '-' | '/'));
        let (month, at) = month(text, at)?;
        let at = text.past(at, |c| matches!(c, ' ' | '.' | '-' | '/' | ',' | '\'' | '’'));
        let (of, end) = text.number_at(at, 4)?;
        return Some((end, date(day, month, full(of, end - at, year)?)?));
    }
    let (month, at) = month(text, place)?;
    let at = text.past(at, |c| matches!(c, ' ' | '.'));
    let (day, at) = text.number_at(at, 2)?;
    let at = text.past(at, |c| matches!(c, ' ' | ',' | 't' | 'h'));
    let (of, end) = text.number_at(at, 4).filter(|(_, end)| end - at == 4)?;
    Some((end, date(day, month, full(of, 4, year)?)?))
}

fn month(text: &Text, place: usize) -> Option<(u32, usize)> {
    (1..).zip(MONTHS).find_map(|(number, names)| {
        let end = names.iter().filter_map(|name| text.word_at(place, name)).max()?;
        Some((number, end))
    })
}

/// The year that was meant: of two digits the one that is not ahead of us.
fn full(number: u32, digits: usize, year: i16) -> Option<i32> {
    let number = i32::try_from(number).ok()?;
    match digits {
        4 => (1000..=2999).contains(&number).then_some(number),
        2 => {
            let century = i32::from(year) / 100 * 100;
            // Next year and the one after are appointments.
            Some(if number <= i32::from(year) % 100 + 2 { century + number } else { century - 100 + number })
        }
        _ => None,
    }
}

fn date(day: u32, month: u32, year: i32) -> Option<i32> {
    let days = match month {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return None,
    };
    (1..=days).contains(&day).then_some(year)
}
