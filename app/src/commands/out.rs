//! What commands say: answers on standard output, complaints on standard error, and no panic when nobody reads.

use std::io::Write as _;

pub(super) fn say(line: &str) {
    // Whoever closed the pipe does not want to hear more.
    let _ = writeln!(std::io::stdout().lock(), "{line}");
}

pub(super) fn complain(sentence: &str) {
    let _ = writeln!(std::io::stderr().lock(), "samenspel: {sentence}");
}
