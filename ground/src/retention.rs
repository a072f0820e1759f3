//! What ends by the clock, said as data by whoever owns the table. The job that carries it out is the crate `retention`.

use std::time::Duration;

use crate::moment::Moment;

/// Which rows of a table are over, and after how long: one line for a word of the ledger.
/// A count and a deletion are made from the same words, so that a dry run tells exactly what would go.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// The word in `ledger.toml` that promises it.
    pub keep: &'static str,
    pub table: &'static str,
    /// What names a row within its municipality, so that rows can go a part at a time.
    pub key: &'static str,
    /// The column that tells how old a row is.
    pub since: &'static str,
    /// When a row is over: a condition on its columns. `$1` is the municipality; `$2`, `$3` … are now, less each of `after`.
    pub over: &'static str,
    pub after: &'static [Duration],
    /// Tables of the same word whose rows go along, because they belong to a row of this one.
    pub along: &'static [&'static str],
    pub of: Of,
}

/// About what a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    /// Something of the program: it goes without a word.
    Work,
    /// A person: each that goes leaves a line in the trail.
    Person,
    /// A person without a key, who stays in an invented municipality: there nobody needs one.
    Newcomer,
}

impl Rule {
    /// The moments that stand for `$2`, `$3` and so on.
    pub fn moments(&self, now: Moment) -> impl Iterator<Item = Moment> {
        self.after.iter().map(move |after| now.minus(*after))
    }
}
