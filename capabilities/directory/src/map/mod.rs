//! Maps drawn from our own polygons, without a tile server: small beside a list, whole on a page of its own.

pub mod atlas;
mod base;
mod draw;
mod labels;
mod marks;
pub mod pages;
pub mod scenery;
mod sheet;
pub mod view;

pub use atlas::Atlas;
pub use draw::Pin;
