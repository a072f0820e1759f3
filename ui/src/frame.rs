//! What every page needs to know about the visit: language, municipality, theme, who looks.

use axum::extract::FromRequestParts;
use axum::http::StatusCode;
use axum::http::request::Parts;

use crate::{FormKeys, Lang};

/// Who looks, in the head of each page: one always sees as whom one acts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signed {
    pub name: String,
    /// The role and where it holds; nothing while there is none yet.
    pub acting: Option<String>,
    /// The party one acts for, as it stands in addresses; nothing for who acts for the municipality.
    pub party: Option<String>,
}

/// Put into the request's extensions by the app; an axum extractor everywhere else.
#[derive(Debug, Clone)]
pub struct Frame {
    pub lang: Lang,
    pub municipality_name: String,
    pub municipality_slug: String,
    /// Address of the theme's stylesheet ([`crate::Theme::href`]).
    pub theme_href: String,
    /// Address of the municipality's own mark, when the theme has one.
    pub logo_href: Option<String>,
    /// Whether the municipality is invented; then every page says so.
    pub demo: bool,
    /// Path and query of this page, for the language links.
    pub path: String,
    /// Whether who looks may come to the desk: then it is in the menu.
    pub desk: bool,
    /// Whether who looks keeps the map: then what is hidden for its age can be seen, to call and mend it.
    pub keeps: bool,
    /// Whether who looks acts for a party: then there is a day to look at, and others can be asked.
    pub acts: bool,
    /// What somebody who came in is called, and as what that person acts now.
    pub signed: Option<Signed>,
    pub csrf: Option<String>,
    /// Keys for the forms of this page, when somebody is signed in.
    pub once: Option<FormKeys>,
    /// Key of the menu item this page belongs to: `buurt`, `zoeken`, `kaart`, `beheer`, `ik`.
    pub here: Option<&'static str>,
}

impl Frame {
    /// A frame with the quiet defaults: a visitor, not a demo, the default theme.
    pub fn new(lang: Lang, municipality_name: impl Into<String>) -> Frame {
        let municipality_name = municipality_name.into();
        Frame {
            lang,
            municipality_slug: municipality_name.to_lowercase(),
            municipality_name,
            theme_href: crate::Theme::default().href(),
            logo_href: None,
            demo: false,
            path: "/".to_owned(),
            desk: false,
            keeps: false,
            acts: false,
            signed: None,
            csrf: None,
            once: None,
            here: None,
        }
    }

    /// This page in another language: same path, same query, other `taal`.
    pub fn in_language(&self, lang: Lang) -> String {
        let (path, query) = self.path.split_once('?').unwrap_or((&self.path, ""));
        // `//elsewhere` would be another host's address, and `/\elsewhere` too in a browser.
        let path = path.trim_start_matches(['/', '\\']);
        let kept =
            query.split('&').filter(|pair| !pair.is_empty() && *pair != "taal" && !pair.starts_with("taal="));
        let mut address = format!("/{path}?");
        for pair in kept {
            address.push_str(pair);
            address.push('&');
        }
        address.push_str("taal=");
        address.push_str(lang.code());
        address
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Frame {
    type Rejection = (StatusCode, &'static str);

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Frame, Self::Rejection> {
        let missing = (StatusCode::INTERNAL_SERVER_ERROR, "This route was mounted outside the frame layer.");
        parts.extensions.get::<Frame>().cloned().ok_or(missing)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_link_keeps_the_search() {
        let mut frame = Frame::new(Lang::Nl, "Oosterwaard");
        frame.path = "/wie?q=brief+lezen&taal=nl&pagina=2".to_owned();
        assert_eq!(frame.in_language(Lang::Ar), "/wie?q=brief+lezen&pagina=2&taal=ar");
        frame.path = "/".to_owned();
        assert_eq!(frame.in_language(Lang::En), "/?taal=en");
    }

    #[test]
    fn a_language_link_never_leads_to_another_host() {
        let mut frame = Frame::new(Lang::Nl, "Oosterwaard");
        for path in ["//elsewhere.example/wie", "/\\elsewhere.example/wie", "///elsewhere.example/wie"] {
            frame.path = path.to_owned();
            assert_eq!(frame.in_language(Lang::En), "/elsewhere.example/wie?taal=en", "{path}");
        }
    }
}
