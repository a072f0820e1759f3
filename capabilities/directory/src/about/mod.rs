//! Pages about the site itself: sources, privacy, help, accessibility. Short and honest.

pub mod pages;
pub mod view;
