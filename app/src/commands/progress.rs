//! How far long work is: on a terminal one line that changes, elsewhere a line each tenth.

use std::io::{IsTerminal as _, Write as _};

pub(super) struct Progress {
    terminal: bool,
    last: Option<(String, u64)>,
}

impl Progress {
    pub(super) fn new() -> Self {
        Self { terminal: std::io::stderr().is_terminal(), last: None }
    }

    /// `what` is done for `done` of `total`; said only when it is news.
    pub(super) fn at(&mut self, what: &str, done: u64, total: u64) {
        let step = if self.terminal { 100 } else { 10 };
        let part = (done.min(total) * step).checked_div(total).unwrap_or(step);
        let news = self.last.as_ref().is_none_or(|(last, at)| last != what || *at != part);
        if !news {
            return;
        }
        let percent = part * 100 / step;
        let mut err = std::io::stderr().lock();
        // Progress nobody can read is no reason to stop.
        let _ = if self.terminal {
            write!(err, "\r\x1b[2K{what}: {percent} %")
        } else {
            writeln!(err, "{what}: {percent} %")
        };
        let _ = err.flush();
        self.last = Some((what.to_owned(), part));
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if self.terminal && self.last.is_some() {
            let _ = writeln!(std::io::stderr().lock());
        }
    }
}
