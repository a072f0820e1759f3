//! The first page: what there is in this municipality, and the two worlds it comes from.

pub mod pages;
#[cfg(test)]
mod tests;
pub mod view;
