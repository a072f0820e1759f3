//! A municipality's look: a name, a brand colour, perhaps a mark and a letter, and from those readable tokens.
//!
//! The names of the tokens are the `basis` layer of NL Design System; they are the only way in.

mod color;
mod file;
mod tokens;

use std::fmt::Write as _;
use std::path::Path;

use axum::Router;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, X_CONTENT_TYPE_OPTIONS};
use axum::routing::get;
use sha2::{Digest, Sha256};

pub use color::Color;
pub use file::ThemeTrouble;
pub use tokens::{Pair, Tokens};

/// The three fictional municipalities whose themes are in the program.
const SHIPPED: [(&str, &str); 3] = [
    ("themes/oosterwaard/theme.toml", include_str!("../../themes/oosterwaard/theme.toml")),
    ("themes/lindewaarde/theme.toml", include_str!("../../themes/lindewaarde/theme.toml")),
    ("themes/zilverdam/theme.toml", include_str!("../../themes/zilverdam/theme.toml")),
];

/// How one municipality looks.
#[derive(Debug, Clone, PartialEq)]
pub struct Theme {
    pub name: String,
    pub brand: Color,
    pub(crate) logo: Option<String>,
    pub(crate) font: Option<String>,
}

impl Theme {
    /// Reads `theme.toml`; a logo is looked for beside it.
    pub fn load(path: impl AsRef<Path>) -> Result<Theme, ThemeTrouble> {
        file::load(path.as_ref())
    }

    /// The themes in the program, the default first.
    pub fn shipped() -> Vec<Theme> {
        SHIPPED.iter().filter_map(|(path, text)| file::read(Path::new(path), text).ok()).collect()
    }

    /// A shipped theme by its name in lower case, for `?thema=`.
    pub fn shipped_named(name: &str) -> Option<Theme> {
        Theme::shipped().into_iter().find(|theme| theme.slug() == name)
    }

    pub fn slug(&self) -> String {
        self.name.to_lowercase().replace(' ', "-")
    }

    /// The stylesheet: `--basis-*` declarations for light and dark, nothing else.
    pub fn css(&self) -> String {
        let mut css = format!("/* {} */\n:root {{\n", self.name.replace("*/", ""));
        Tokens::light(self.brand).write(&mut css);
        if let Some(font) = &self.font {
            // Writing to a string cannot fail.
            let _ = writeln!(css, "  --basis-text-font-family-default: \"{font}\", system-ui, sans-serif;");
        }
        css.push_str("}\n@media (prefers-color-scheme: dark) {\n:root {\n");
        Tokens::dark(self.brand).write(&mut css);
        css.push_str("}\n}\n");
        css
    }

    /// Address of the stylesheet; a change of content is a change of address.
    pub fn href(&self) -> String {
        format!("/_/thema/{}.{}.css", self.slug(), hash(&self.css()))
    }

    /// Address of the municipality's mark, when it has one.
    pub fn logo_href(&self) -> Option<String> {
        self.logo.as_ref().map(|logo| format!("/_/thema/{}.{}.svg", self.slug(), hash(logo)))
    }
}

impl Default for Theme {
    /// Petrol, without a mark: what a page looks like before anybody has chosen.
    fn default() -> Theme {
        Theme { name: "Samenspel".to_owned(), brand: Color::hex(0x0d5c63), logo: None, font: None }
    }
}

/// Serves the stylesheets and marks of these themes, and of the default one, under `/_/thema/`.
pub fn router<S: Clone + Send + Sync + 'static>(themes: &[Theme]) -> Router<S> {
    let mut router = Router::new();
    let mut served = Vec::new();
    let default = Theme::default();
    for theme in themes.iter().chain([&default]) {
        let css = (theme.href(), "text/css; charset=utf-8", theme.css());
        let logo =
            theme.logo_href().zip(theme.logo.clone()).map(|(href, logo)| (href, "image/svg+xml", logo));
        for (href, mime, body) in [Some(css), logo].into_iter().flatten() {
            if served.contains(&href) {
                continue;
            }
            served.push(href.clone());
            let headers = [
                (CONTENT_TYPE, mime),
                (CACHE_CONTROL, crate::assets::FOREVER),
                (X_CONTENT_TYPE_OPTIONS, "nosniff"),
            ];
            router = router.route(&href, get(move || async move { (headers, body) }));
        }
    }
    router
}

fn hash(text: &str) -> String {
    let mut short = String::new();
    for byte in Sha256::digest(text.as_bytes()).iter().take(6) {
        let _ = write!(short, "{byte:02x}");
    }
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shipped_theme_reads() {
        let names: Vec<_> = Theme::shipped().iter().map(Theme::slug).collect();
        assert_eq!(names, ["oosterwaard", "lindewaarde", "zilverdam"]);
        for theme in Theme::shipped() {
            assert!(theme.css().len() < 3_000);
            assert_eq!(Theme::shipped_named(&theme.slug()), Some(theme));
        }
    }

    #[test]
    fn another_colour_is_another_address() {
        let other = Theme { brand: Color::hex(0x7a1fa2), ..Theme::default() };
        assert_ne!(other.href(), Theme::default().href());
    }

    #[test]
    fn a_theme_sets_tokens_and_nothing_else() {
        for theme in Theme::shipped() {
            for line in theme.css().lines().filter(|line| line.contains(':') && line.ends_with(';')) {
                assert!(line.trim_start().starts_with("--basis-"), "{line}");
            }
        }
    }
}
