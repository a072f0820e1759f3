//! How much ties stay within groups: the E-I index, its distribution by chance, and attribute assortativity.

mod assortativity;
mod ei;
mod moments;
mod permuted;

pub use assortativity::{Assortativity, assortativity};
pub use ei::{Ei, Split, ei};
pub use moments::Moments;
pub use permuted::{Permuted, ei_permuted};

#[cfg(test)]
mod tests;
