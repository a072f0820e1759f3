//! Why a row, a label or a whole list was not taken.

/// What cannot become a network, with the row it is about (counted from 0, in the order of adding).
///
/// A row that [`crate::Ties::add`] refuses changes nothing: the list is as it was, and can be gone on with. What takes
/// the list itself (`in_groups`, `in_roles`, `in_parts_of`) does not give it back when it refuses.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Refused {
    /// A tie names a node that is not there.
    #[error("row {row}: there is no node {node}; there are {nodes}, numbered from 0")]
    UnknownNode {
        /// The row.
        row: usize,
        /// The number it names.
        node: usize,
        /// How many nodes there are.
        nodes: usize,
    },
    /// A weight is NaN or infinite.
    #[error("row {row}: the weight is not a number")]
    NotANumber {
        /// The row.
        row: usize,
    },
    /// A weight is below zero.
    #[error("row {row}: the weight {weight} is below zero")]
    Negative {
        /// The row.
        row: usize,
        /// The weight it has.
        weight: f64,
    },
    /// A weight is not a whole number of the unit that was agreed on (see [`crate::Ties::in_parts_of`]).
    #[error("row {row}: the weight {weight} is not a whole number of 1/{parts}")]
    BetweenUnits {
        /// The row.
        row: usize,
        /// The weight it has.
        weight: f64,
        /// Parts in one.
        parts: u32,
    },
    /// A weight, or the sum of the weights between two nodes, is too large to be kept exactly.
    #[error("row {row}: the weight between two nodes grows beyond 4,294,967,295 units")]
    TooHeavy {
        /// The row with which it became too much.
        row: usize,
    },
    /// There are already as many ties as can be numbered.
    #[error("row {row}: more than {most} ties do not fit in one network")]
    TooManyTies {
        /// The first row that does not fit.
        row: usize,
        /// How many fit.
        most: usize,
    },
    /// There are more nodes than can be numbered.
    #[error("{nodes} nodes do not fit in one network; 2,147,483,647 do")]
    TooManyNodes {
        /// How many were asked for.
        nodes: usize,
    },
    /// Groups or roles are not as many as there are nodes.
    #[error("there are {given} labels for {nodes} nodes; row {row} is the first without its like")]
    LabelsDoNotFit {
        /// How many labels were given.
        given: usize,
        /// How many nodes there are.
        nodes: usize,
        /// The first row that has no counterpart.
        row: usize,
    },
    /// A unit of weight has no parts.
    #[error("a weight cannot be counted in parts of 1/0")]
    NoParts,
}
