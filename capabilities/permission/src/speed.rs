//! How long a decision takes, with its entities, beside the oracle that knows only these rules and does nothing else.

use std::hint::black_box;
use std::time::Instant;

use crate::{Asked, Decision, matrix, oracle};

/// Microseconds; of a hundred decisions one takes longer than `p99`.
#[derive(Clone, Copy, Debug, Default)]
pub struct Speed {
    pub decisions: usize,
    pub p50: f64,
    pub p99: f64,
    pub slowest: f64,
    pub oracle_p50: f64,
    pub oracle_p99: f64,
}

/// Asks questions from all over the matrix, one by one: entities made, request held against the schema, decided.
#[must_use]
pub fn speed(decisions: usize) -> Speed {
    let questions = matrix::questions();
    // A stride without a divisor in common: neighbours in the matrix are alike, these are not.
    let asked: Vec<_> = (0..decisions).filter_map(|n| questions.get(n * 7919 % questions.len())).collect();
    let timed = |decide: fn(&Asked<'_>) -> Decision| -> Vec<f64> {
        let mut took: Vec<f64> = asked
            .iter()
            .map(|(principal, action, object)| {
                let asked = Asked { principal, action, object };
                let began = Instant::now();
                let _ = black_box(decide(black_box(&asked)));
                began.elapsed().as_secs_f64() * 1e6
            })
            .collect();
        took.sort_by(f64::total_cmp);
        took
    };
    let (policies, naive) = (timed(|asked| asked.decide()), timed(oracle::expected));
    let at = |took: &[f64], part: f64| {
        took.get((took.len() as f64 * part) as usize).or(took.last()).copied().unwrap_or(0.0)
    };
    Speed {
        decisions: policies.len(),
        p50: at(&policies, 0.5),
        p99: at(&policies, 0.99),
        slowest: at(&policies, 1.0),
        oracle_p50: at(&naive, 0.5),
        oracle_p99: at(&naive, 0.99),
    }
}
