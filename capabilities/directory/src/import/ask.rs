//! What somebody asks when bringing in a file: from whom it is, and how it is to be read.

use std::sync::Arc;

use ground::moment::Moment;
use serde::{Deserialize, Serialize};

use super::about::About;
use super::read::{self, Mapping, MappingFault};
use crate::party::Sphere;
use crate::theme::Taxonomy;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ask {
    #[serde(flatten)]
    pub about: About,
    /// The name of the file or folder, which tells a table from a document.
    pub file: String,
    /// `formal` or `informal`, for parties whose file does not say.
    pub sphere: Option<String>,
    /// The name of a mapping that comes with the program, or the text of one's own.
    pub mapping: Option<String>,
}

impl Ask {
    /// The world of parties whose file does not say in which they work.
    #[must_use]
    pub fn sphere(&self) -> Sphere {
        self.sphere.as_deref().and_then(|word| Sphere::parse(word).ok()).unwrap_or(Sphere::Formal)
    }

    /// # Errors
    /// [`MappingFault`] when the mapping has a mistake in it.
    pub fn settings(&self, themes: Taxonomy, now: Moment) -> Result<read::Settings, MappingFault> {
        let mapping = match self.mapping.as_deref().filter(|text| !text.trim().is_empty()) {
            None => None,
            Some(text) => match Mapping::built_in(text.trim()) {
                Some(known) => Some(known),
                None => Some(Mapping::parse(text, &themes)?),
            },
        };
        Ok(read::Settings {
            mapping,
            sphere: Some(self.sphere()),
            today: Some(now.day().0),
            themes: Arc::new(themes),
            ..read::Settings::default()
        })
    }
}
