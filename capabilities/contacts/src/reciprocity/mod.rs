//! Reciprocity: how often the two worlds ask each other something, and how often an answer comes in time. No names.

mod cell;
pub(crate) mod pages;
pub(crate) mod quarter;
pub(crate) mod store;
#[cfg(test)]
mod tests;
mod view;

/// A number that may be seen, rounded, or not. None and few look the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Count {
    Hidden,
    Shown(u64),
}

impl Count {
    #[must_use]
    pub const fn shown(self) -> Option<u64> {
        match self {
            Self::Hidden => None,
            Self::Shown(number) => Some(number),
        }
    }
}

/// One direction. `asked` is the sum of the other two, so it is shown only when both are: otherwise a subtraction
/// would tell the one that is hidden.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    pub asked: Count,
    pub in_time: Count,
    /// Answered too late, or not at all.
    pub late: Count,
}

impl Row {
    #[must_use]
    pub const fn of(in_time: Count, late: Count) -> Self {
        let asked = match (in_time, late) {
            (Count::Shown(in_time), Count::Shown(late)) => Count::Shown(in_time.saturating_add(late)),
            _ => Count::Hidden,
        };
        Self { asked, in_time, late }
    }

    /// Nothing of it may be seen.
    #[must_use]
    pub const fn is_hidden(self) -> bool {
        matches!((self.in_time, self.late), (Count::Hidden, Count::Hidden))
    }
}

/// Both directions, of one district in one quarter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reciprocity {
    /// Formal parties asked informal ones.
    pub to_informal: Row,
    /// Informal parties asked formal ones.
    pub to_formal: Row,
}

impl Reciprocity {
    pub(crate) const fn rows(&self) -> [(bool, Row); 2] {
        [(false, self.to_informal), (true, self.to_formal)]
    }

    #[must_use]
    pub const fn is_hidden(&self) -> bool {
        self.to_informal.is_hidden() && self.to_formal.is_hidden()
    }
}
