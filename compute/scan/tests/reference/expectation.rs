//! What is expected in each cell, beside the oracle's `expected_cases.csv`.

use crate::cases::{new_mexico, new_mexico_years, one_year, pennsylvania};

#[test]
fn new_mexico_expects_what_the_oracle_expects_in_every_county_and_year() {
    let Some((case, builder)) = new_mexico(true) else { return };
    let study = builder.poisson(&new_mexico_years()).unwrap();
    assert_eq!(study.total(), 1175);
    let rows = case.rows("expected_cases.csv");
    assert_eq!(rows.len(), 32 * 19);
    for row in rows {
        let place = (0..32).find(|place| study.name(*place) == Some(row.text("id"))).unwrap();
        let found = study.expected(place, (row.number("year") - 1973.0) as usize);
        assert!((found - row.number("expected")).abs() < 1e-9, "{} {found}", row.text("id"));
    }
    assert!((study.expected_total() - 1175.0).abs() < 1e-9);
}

#[test]
fn pennsylvania_expects_what_the_oracle_expects_in_every_county() {
    let Some((case, builder)) = pennsylvania(true) else { return };
    let study = builder.poisson(&one_year(2002)).unwrap();
    assert_eq!(study.total(), 10_279);
    let rows = case.rows("expected_cases.csv");
    assert_eq!(rows.len(), 67);
    for row in rows {
        let place = (0..67).find(|place| study.name(*place) == Some(row.text("id"))).unwrap();
        let found = study.expected(place, 0);
        assert!((found - row.number("expected")).abs() < 1e-9, "{} {found}", row.text("id"));
    }
}
