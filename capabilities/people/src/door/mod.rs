//! The front door: one page with every way in, and the demo's one click.

mod landing;
mod one_click;
pub(crate) mod pages;
mod view;

pub use one_click::{OneClick, Someone};
pub use pages::Ways;
pub use view::sign_in;
