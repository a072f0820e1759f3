//! What the twins share: a study of any model, and the one term all scores are made of.

use scan::{Builder, Model, Periods, Study};

pub(super) fn made(builder: Builder, model: Model, days: &Periods) -> Study {
    match model {
        Model::Bernoulli => builder.bernoulli(days),
        Model::Permutation => builder.permutation(days),
        Model::Expectation => builder.expectation(days),
        _ => builder.poisson(days),
    }
    .unwrap()
}

/// x ln(x / y), and nothing where there is nothing.
pub(super) fn term(x: f64, y: f64) -> f64 {
    if x == 0.0 { 0.0 } else { x * (x / y).ln() }
}
