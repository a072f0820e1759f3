//! What an import would do, or did, in numbers and lines.

use super::line::{Fate, Line};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub added: usize,
    pub changed: usize,
    pub same: usize,
    pub gone: usize,
    pub kept: usize,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Parties and offers in the file that could be read.
    pub records: usize,
    pub parties: Counts,
    pub offers: Counts,
    /// Were gone, and stand in the file again.
    pub back: usize,
    /// Themes that come along.
    pub themes: usize,
    pub refused: usize,
    pub left_out: usize,
    pub mended: usize,
    pub noted: usize,
    pub lines: Vec<Line>,
    /// The file stopped halfway: what is missing does not count as gone.
    pub cut_off: bool,
    /// The same print means: the same file, and the same map to compare it with.
    pub print: [u8; 32],
}

impl Report {
    pub(super) fn say(&mut self, line: Line) {
        match line.fate {
            Fate::Refused => self.refused += 1,
            Fate::LeftOut => self.left_out += 1,
            Fate::Mended => self.mended += 1,
            Fate::Noted => self.noted += 1,
            Fate::Gone | Fate::Kept => {}
        }
        self.lines.push(line);
    }

    /// Both kinds together, as the table keeps them.
    #[must_use]
    pub const fn total(&self) -> Counts {
        Counts {
            added: self.parties.added + self.offers.added,
            changed: self.parties.changed + self.offers.changed,
            same: self.parties.same + self.offers.same,
            gone: self.parties.gone + self.offers.gone,
            kept: self.parties.kept + self.offers.kept,
        }
    }

    /// Applying this would change nothing that anybody can see.
    #[must_use]
    pub const fn is_idle(&self) -> bool {
        let total = self.total();
        total.added == 0 && total.changed == 0 && total.gone == 0 && self.back == 0 && self.themes == 0
    }
}
