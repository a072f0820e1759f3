//! Rows of digits, however they are spaced: is it a phone number or a citizen service number?

use std::ops::Range;

use crate::glyph::Text;
use crate::{Finding, Kind, bsn, date, phone, take};

/// What people put between the digits of one number.
fn between(c: char) -> bool {
    matches!(c, ' ' | '.' | '-' | '/' | '_' | '(' | ')' | '*' | ':' | '\\' | '\'' | '|')
}

/// At most so much of it at once.
const MOST_BETWEEN: usize = 3;

/// Letters that pass for digits among digits.
fn passes_for(c: char) -> Option<u32> {
    match c {
        'o' => Some(0),
        'l' | 'i' | '|' | '!' => Some(1),
        _ => None,
    }
}

/// Digits without anything between them.
#[derive(Clone, Debug)]
struct Group {
    digits: Vec<u32>,
    at: Range<usize>,
    /// What stands before it since the group before.
    gap: Vec<char>,
    plus: bool,
    /// Letters that pass for digits are in it.
    letters: usize,
}

pub(crate) fn find(text: &Text, all: &mut Vec<Finding>) {
    let dates = date::all_of(text, i16::MAX);
    look(text, &dates, false, all);
    look(text, &dates, true, all);
    if let Some(said) = text.with_words_as_digits(8) {
        look(&said, &[], false, all);
    }
}

/// `loose`: letters that pass for digits count as digits.
fn look(text: &Text, dates: &[(Range<usize>, i32)], loose: bool, all: &mut Vec<Finding>) {
    for row in rows(text, loose) {
        let mut from = 0;
        while from < row.len() {
            match longest(&row, from, dates) {
                Some((kind, to)) => {
                    let at = row.get(from).map_or(0, |group| group.at.start - usize::from(group.plus));
                    let end = row.get(to).map_or(at, |group| group.at.end);
                    take(all, kind, text.bytes(at..end));
                    from = to + 1;
                }
                None => from += 1,
            }
        }
    }
}

/// The groups that may belong together: little stands between them.
fn rows(text: &Text, loose: bool) -> Vec<Vec<Group>> {
    let (mut rows, mut row): (Vec<Vec<Group>>, Vec<Group>) = (Vec::new(), Vec::new());
    let mut place = 0;
    while place < text.len() {
        let Some(mut group) = group(text, place, loose) else {
            place += 1;
            continue;
        };
        let before = row.last().map(|last| last.at.end);
        let gap: Vec<char> =
            before.map_or_else(Vec::new, |end| (end..group.at.start).filter_map(|at| text.at(at)).collect());
        let joined = gap.iter().all(|c| between(*c) || *c == '+') && gap.len() <= MOST_BETWEEN;
        if !joined {
            rows.push(std::mem::take(&mut row));
        }
        place = group.at.end;
        group.gap = if joined { gap } else { Vec::new() };
        row.push(group);
    }
    rows.push(row);
    rows
}

fn group(text: &Text, place: usize, loose: bool) -> Option<Group> {
    let digit = |at: usize| {
        let c = text.at(at)?;
        c.to_digit(10).map(|digit| (digit, 0)).or_else(|| Some((passes_for(c).filter(|_| loose)?, 1)))
    };
    let (mut digits, mut letters, mut at) = (Vec::new(), 0, place);
    while let Some((digit, letter)) = digit(at) {
        digits.push(digit);
        letters += letter;
        at += 1;
    }
    // Letters alone are a word.
    if letters >= digits.len() {
        return None;
    }
    let plus = place > 0 && text.is(place - 1, |c| c == '+');
    Some(Group { digits, at: place..at, gap: Vec::new(), plus, letters })
}

/// What the groups from here on are together, and the last of them: the most of them that are something.
fn longest(row: &[Group], from: usize, dates: &[(Range<usize>, i32)]) -> Option<(Kind, usize)> {
    let (mut digits, mut letters, mut best) = (Vec::new(), 0, None);
    for (to, group) in row.iter().enumerate().skip(from) {
        digits.extend_from_slice(&group.digits);
        letters += group.letters;
        if digits.len() > 17 {
            break;
        }
        // Words such as *oli* are no number.
        if letters * 3 > digits.len() {
            continue;
        }
        let groups = row.get(from..=to).unwrap_or_default();
        if is_phone(groups, &digits) {
            best = Some((Kind::Phone, to));
        } else if bsn::passes(&digits) && !something_else(groups) && !is_date(groups, dates) {
            best = best.or(Some((Kind::Bsn, to)));
        }
    }
    best
}

fn is_phone(groups: &[Group], digits: &[u32]) -> bool {
    let plus = groups.first().is_some_and(|group| group.plus);
    match digits {
        _ if plus => phone::abroad(digits),
        [0, 0, rest @ ..] => phone::abroad(rest) && rest.len() >= 10,
        _ => phone::dutch(digits),
    }
}

/// A whole date and nothing more; whether it tells something was decided by its year.
fn is_date(groups: &[Group], dates: &[(Range<usize>, i32)]) -> bool {
    let (Some(first), Some(last)) = (groups.first(), groups.last()) else { return false };
    dates.iter().any(|(at, _)| at.start == first.at.start && at.end == last.at.end)
}

/// Hours from and to, years from and to, and amounts pass the eleven test one time in eleven, and tell nothing.
fn something_else(groups: &[Group]) -> bool {
    let number = |group: &Group| {
        group.digits.iter().fold(0u32, |sum, digit| sum.saturating_mul(10).saturating_add(*digit))
    };
    let gap_is = |group: &Group, what: char| group.gap.contains(&what);
    match groups {
        [a, b] => {
            let year = |group: &Group| group.digits.len() == 4 && (1900..=2100).contains(&number(group));
            year(a) && year(b)
        }
        [a, b, c, d] => {
            let time = |hour: &Group, minute: &Group| {
                number(hour) <= 24
                    && hour.digits.len() <= 2
                    && minute.digits.len() == 2
                    && number(minute) < 60
                    && (gap_is(minute, '.') || gap_is(minute, ':'))
            };
            time(a, b) && time(c, d) && !gap_is(c, '.')
        }
        _ => false,
    }
}
