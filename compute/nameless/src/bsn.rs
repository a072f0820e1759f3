//! The eleven test of the citizen service number.

/// Whether these digits are one: nine, or eight with a zero before them; nine times the first, eight times the second
/// … twice the eighth, less the ninth, divides by eleven; and not all of them zero.
///
/// Source: Rijksdienst voor Identiteitsgegevens, *Logisch Ontwerp BSN*.
pub(crate) fn passes(digits: &[u32]) -> bool {
    let missing = match digits.len() {
        9 => 0,
        8 => 1,
        _ => return false,
    };
    let mut sum = 0i64;
    for (at, digit) in digits.iter().enumerate() {
        let weight = match 9 - (at as i64 + missing) {
            1 => -1,
            weight => weight,
        };
        sum += weight * i64::from(*digit);
    }
    sum % 11 == 0 && digits.iter().any(|digit| *digit != 0)
}

#[cfg(test)]
mod tests {
    use super::passes;

    #[test]
    fn the_numbers_that_are_made_for_testing_pass_and_their_neighbours_do_not() {
        for number in ["111222333", "123456782", "999990019", "010464554", "10464554"] {
            let digits: Vec<u32> = number.chars().map(|c| c.to_digit(10).unwrap()).collect();
            assert!(passes(&digits), "{number}");
            let mut wrong = digits.clone();
            wrong[2] = (wrong[2] + 1) % 10;
            assert!(!passes(&wrong), "{number} with another digit");
        }
        assert!(!passes(&[0; 9]) && !passes(&[1, 2, 3]));
    }
}
