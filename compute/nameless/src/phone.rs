//! Phone numbers: those of people and parties, not those of services that everybody may call.

/// Whether these digits are a number in the Netherlands, with its zero.
pub(crate) fn dutch(digits: &[u32]) -> bool {
    match digits {
        // Free, paid and short numbers of services.
        [0, 8, 0, 0, ..] | [0, 9, ..] | [0, 0, ..] => false,
        [0, 1..=8, ..] => digits.len() == 10,
        _ => false,
    }
}

/// Whether these digits, after a plus or two zeros, are a number of any country.
pub(crate) fn abroad(digits: &[u32]) -> bool {
    match digits {
        // Some write the zero of the Dutch number as well.
        [3, 1, 0, rest @ ..] => rest.len() == 9,
        [3, 1, rest @ ..] => rest.len() == 9 && !matches!(rest, [8, 0, 0, ..] | [9, 0, ..]),
        [1..=9, ..] => (8..=15).contains(&digits.len()),
        _ => false,
    }
}
