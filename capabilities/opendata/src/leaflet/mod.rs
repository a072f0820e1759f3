//! The leaflet a guide takes along: who is in this area from both worlds, on paper, in one language or two.

pub mod pages;
#[cfg(test)]
mod tests;
pub mod view;
