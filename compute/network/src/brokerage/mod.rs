//! Who stands between whom: Gould and Fernández' five roles of a broker, counted without walking every path.

mod chances;
mod count;
mod expected;
mod triads;

pub use chances::{BrokerageByChance, Tail, brokerage_permuted};
pub use count::{Brokerage, brokerage, brokered_by};
pub use expected::{BrokerageExpected, ROLES, RoleMoments, brokerage_expected};

/// How often a node (or everybody) is a broker, by role. A broker j of i and k has a tie i → j and a tie j → k
/// while there is no tie i → k; i and k differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub struct Roles {
    /// All three of one group (w_I).
    pub coordinator: u64,
    /// The two of one group, the broker of another (w_O; also called consultant).
    pub itinerant: u64,
    /// From the broker's own group to another (b_IO).
    pub representative: u64,
    /// From another group to the broker's own (b_OI).
    pub gatekeeper: u64,
    /// All three of different groups (b_O).
    pub liaison: u64,
}

impl Roles {
    /// All roles together; the labels do not matter for it.
    #[must_use]
    pub fn total(self) -> u64 {
        self.each().iter().sum()
    }

    /// The five roles in the order of the fields.
    #[must_use]
    pub fn each(self) -> [u64; 5] {
        [self.coordinator, self.itinerant, self.representative, self.gatekeeper, self.liaison]
    }

    fn of(each: &[u64]) -> Self {
        let at = |role: usize| each.get(role).copied().unwrap_or_default();
        Self {
            coordinator: at(0),
            itinerant: at(1),
            representative: at(2),
            gatekeeper: at(3),
            liaison: at(4),
        }
    }
}

/// The role of a broker of class `broker` between classes `from` and `to`, by its place in [`Roles::each`].
fn role(from: u8, broker: u8, to: u8) -> usize {
    match (from == broker, to == broker) {
        (true, true) => 0,
        (true, false) => 2,
        (false, true) => 3,
        (false, false) if from == to => 1,
        (false, false) => 4,
    }
}

#[cfg(test)]
mod tests;
