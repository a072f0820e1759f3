//! Which theme dresses which municipality: the shipped ones, and those in the themes folder.

use std::collections::HashMap;
use std::path::Path;

use axum::Router;
use ui::Theme;

use crate::refusal::{Refusal, cannot};

pub(super) struct Themes {
    dressed: HashMap<String, Dress>,
    default: Dress,
    all: Vec<Theme>,
}

/// The addresses a page needs; made once, since an address is a digest of the content.
#[derive(Clone)]
pub(super) struct Dress {
    pub(super) href: String,
    pub(super) logo_href: Option<String>,
}

impl Dress {
    fn of(theme: &Theme) -> Self {
        Self { href: theme.href(), logo_href: theme.logo_href() }
    }
}

impl Themes {
    /// A folder's own theme wins from a shipped one of the same name.
    pub(super) fn load(folder: Option<&Path>) -> Result<Self, Refusal> {
        let mut all = Theme::shipped();
        let mut dressed: HashMap<String, Dress> =
            all.iter().map(|theme| (theme.slug(), Dress::of(theme))).collect();
        if let Some(folder) = folder {
            let entries =
                std::fs::read_dir(folder).map_err(|error| cannot("cannot be read", folder, &error))?;
            for path in entries.flatten().map(|entry| entry.path()) {
                let file = path.join("theme.toml");
                let Some(name) = path.file_name().and_then(|name| name.to_str()) else { continue };
                if file.is_file() {
                    let theme = Theme::load(&file).map_err(|trouble| Refusal::new(trouble.to_string()))?;
                    dressed.insert(name.to_owned(), Dress::of(&theme));
                    all.push(theme);
                }
            }
        }
        Ok(Self { dressed, default: Dress::of(&Theme::default()), all })
    }

    pub(super) fn dress(&self, name: &str) -> &Dress {
        self.dressed.get(name).unwrap_or(&self.default)
    }

    pub(super) fn router(&self) -> Router {
        ui::theme::router(&self.all)
    }
}
