//! The look and the words of every page: layout, components with samples, tokens, assets.
//!
//! A component is a function that gives a value to put in `maud::html! { … }`. Nothing here knows
//! the database, a route of a capability, or the clock.
#![forbid(unsafe_code)]

pub mod assets;
pub mod format;
mod frame;
mod icon;
mod lang;
mod once;
mod page;
mod parts;
mod stays;
mod street;
pub mod style;
pub mod theme;
mod trouble;
pub mod words;

pub use frame::{Frame, Signed};
pub use icon::Icon;
pub use lang::Lang;
pub use once::FormKeys;
pub use page::{Page, content, csrf, mark, page, plain};
pub use parts::*;
pub use stays::{line_lost, signed_out};
pub use street::street;
pub use theme::Theme;
pub use trouble::{Call, TroubleKind, trouble_page};
pub use words::fl;

words!();
