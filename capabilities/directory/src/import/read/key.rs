//! Keys that a spreadsheet made unreadable: 1234567890123456 that became 1.23457E+15, or lost its last digit.

/// The numbers it can have been, both ends included.
pub(super) fn rounded(key: &str) -> Option<(u128, u128)> {
    scientific(key).or_else(|| truncated(key))
}

/// `1.23457E+15`, or `1,23457E+15` from a Dutch spreadsheet: no key, whoever wrote it.
pub(super) fn is_scientific(key: &str) -> bool {
    scientific(key).is_some()
}

fn scientific(key: &str) -> Option<(u128, u128)> {
    let (number, exponent) = key.trim().split_once(['E', 'e'])?;
    let exponent: u32 = exponent.strip_prefix('+')?.parse().ok().filter(|e| (6..30).contains(e))?;
    let (whole, part) = number.split_once(['.', ',']).unwrap_or((number, ""));
    if whole.len() != 1 || !whole.bytes().chain(part.bytes()).all(|b| b.is_ascii_digit()) {
        return None;
    }
    let digits = u32::try_from(part.len()).ok()?;
    let unit = 10u128.checked_pow(exponent.checked_sub(digits)?)?;
    let middle = format!("{whole}{part}").parse::<u128>().ok()?.checked_mul(unit)?;
    Some((middle.saturating_sub(unit / 2), middle.saturating_add(unit / 2)))
}

/// Spreadsheets keep 15 digits and write zeros for the rest.
fn truncated(key: &str) -> Option<(u128, u128)> {
    let key = key.trim();
    let zeros = u32::try_from(key.len().checked_sub(15)?).ok().filter(|n| (1..10).contains(n))?;
    if !key.bytes().all(|b| b.is_ascii_digit()) || !key.bytes().skip(15).all(|b| b == b'0') {
        return None;
    }
    let from: u128 = key.parse().ok()?;
    Some((from, from.saturating_add(10u128.pow(zeros) - 1)))
}

/// Several keys in one cell: `12, 13; 14`, or one a line.
pub(super) fn several(cell: &str) -> Vec<&str> {
    cell.split([',', ';', '|', '\n', '\t']).map(str::trim).filter(|key| !key.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rounded_key_says_between_which_numbers_it_lay() {
        assert_eq!(rounded("1.23457E+15"), Some((1_234_565_000_000_000, 1_234_575_000_000_000)));
        assert_eq!(rounded("1,23457E+15"), rounded("1.23457e+15"));
        assert_eq!(rounded("1234567890123450"), Some((1_234_567_890_123_450, 1_234_567_890_123_459)));
        for whole in ["1234567890123456", "12", "", "E+15", "1.2E+2", "12.3E+15", "9E+99", "1é5E+15", "e+9"]
        {
            assert_eq!(rounded(whole), None, "{whole}");
        }
    }
}
