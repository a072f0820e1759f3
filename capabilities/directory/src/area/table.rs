//! Tables that others publish, as CSV: columns by name, however they are written and in whatever order.

use std::collections::HashMap;
use std::io::Read;

/// A table, and where each of its columns stands: names in small letters, without the mark some programs begin a file with.
///
/// # Errors
/// A sentence when it cannot be read.
pub(super) fn open<R: Read>(input: R) -> Result<(csv::Reader<R>, HashMap<String, usize>), String> {
    let mut csv = csv::ReaderBuilder::new().flexible(true).trim(csv::Trim::All).from_reader(input);
    let names = csv.headers().map_err(unreadable)?.iter().enumerate();
    let columns = names.map(|(at, name)| (name.trim_start_matches('\u{feff}').to_lowercase(), at)).collect();
    Ok((csv, columns))
}

#[allow(clippy::needless_pass_by_value, reason = "it is what map_err gives")]
pub(super) fn unreadable(error: csv::Error) -> String {
    format!("This is no table that can be read: {error}.")
}
