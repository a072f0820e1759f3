//! Reads `theme.toml`, and says in one sentence, with file and line, what is wrong with it.

use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::{Color, Theme};

/// A mark is drawn on every page, so it must be small.
const LOGO_LIMIT: usize = 20_000;

/// What in an SVG can run, fetch or refer outside itself.
const ACTIVE: [&str; 11] = [
    "<script",
    "javascript:",
    "<foreignobject",
    "<!entity",
    "<!doctype",
    "http://",
    "https://",
    "\"//",
    "'//",
    "<style",
    "@import",
];

/// A theme that cannot be used, as a sentence for whoever installs it.
#[derive(Debug, thiserror::Error)]
#[error("{}, line {line}: {sentence}", path.display())]
pub struct ThemeTrouble {
    pub path: PathBuf,
    pub line: usize,
    pub sentence: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    name: toml::Spanned<String>,
    brand: toml::Spanned<String>,
    logo: Option<toml::Spanned<String>>,
    font: Option<toml::Spanned<String>>,
}

pub(super) fn load(path: &Path) -> Result<Theme, ThemeTrouble> {
    let text = std::fs::read_to_string(path).map_err(|error| ThemeTrouble {
        path: path.to_owned(),
        line: 1,
        sentence: format!("the file cannot be read ({error})."),
    })?;
    read(path, &text)
}

pub(super) fn read(path: &Path, text: &str) -> Result<Theme, ThemeTrouble> {
    let at = |byte: usize, sentence: String| ThemeTrouble {
        path: path.to_owned(),
        line: text.get(..byte).map_or(1, |before| before.matches('\n').count() + 1),
        sentence,
    };
    let file: File = toml::from_str(text).map_err(|error| {
        let byte = error.span().map_or(0, |span| span.start);
        at(
            byte,
            format!("{}. A theme has `name`, `brand` and, if you like, `logo` and `font`.", error.message()),
        )
    })?;

    let name = file.name.as_ref().trim();
    let plain = |c: char| c.is_alphanumeric() || " -'’.".contains(c);
    if name.is_empty() || name.chars().count() > 60 || !name.chars().all(plain) {
        let sentence =
            "`name` is the municipality's name: letters, spaces and hyphens, at most 60.".to_owned();
        return Err(at(file.name.span().start, sentence));
    }
    let Some(brand) = Color::parse(file.brand.as_ref()) else {
        let sentence = format!("`{}` is not a colour. Write `brand = \"#0d5c63\"`.", file.brand.as_ref());
        return Err(at(file.brand.span().start, sentence));
    };
    let mut logo = None;
    if let Some(wanted) = &file.logo {
        let drawing = read_logo(path, wanted.as_ref());
        logo = Some(drawing.map_err(|sentence| at(wanted.span().start, sentence))?);
    }
    let mut font = None;
    if let Some(wanted) = &file.font {
        let family = wanted.as_ref().trim();
        // It lands in a stylesheet between quotes.
        if family.is_empty() || !family.chars().all(|c| c.is_alphanumeric() || c == ' ' || c == '-') {
            let sentence = format!("`{family}` is not a font family. Write its name only.");
            return Err(at(wanted.span().start, sentence));
        }
        font = Some(family.to_owned());
    }
    Ok(Theme { name: name.to_owned(), brand, logo, font })
}

fn read_logo(theme: &Path, name: &str) -> Result<String, String> {
    if Path::new(name).file_name().is_none_or(|file| file != name) || !name.ends_with(".svg") {
        return Err(format!("`{name}` must be the name of an .svg file beside this one."));
    }
    let path = theme.with_file_name(name);
    let drawing =
        std::fs::read_to_string(&path).map_err(|error| format!("`{name}` cannot be read ({error})."))?;
    check_logo(name, drawing)
}

fn check_logo(name: &str, drawing: String) -> Result<String, String> {
    if drawing.len() > LOGO_LIMIT {
        let size = drawing.len();
        return Err(format!("`{name}` is {size} bytes; a logo may have {LOGO_LIMIT}. Simplify the drawing."));
    }
    // The namespace is an address by form only.
    let lower = drawing.to_lowercase().replace("http://www.w3.org/", "");
    if let Some(found) = ACTIVE.iter().find(|active| lower.contains(**active)) {
        return Err(format!("`{name}` contains `{found}`. A logo may only draw."));
    }
    if has_handler(&lower) {
        return Err(format!("`{name}` contains an event handler. A logo may only draw."));
    }
    if !lower.contains("<svg") {
        return Err(format!("`{name}` is not an SVG drawing."));
    }
    Ok(drawing)
}

/// `onload=`, however it is set apart: with a space, a line end, a slash or a quote before it, blanks after it.
fn has_handler(drawing: &str) -> bool {
    drawing.split('=').any(|before| {
        let before = before.trim_end();
        let name = before.rsplit(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
        name.len() > 2 && name.starts_with("on")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn complaint(text: &str) -> String {
        read(Path::new("theme.toml"), text).expect_err(text).to_string()
    }

    #[test]
    fn a_wrong_file_is_answered_with_its_line() {
        for (text, line, part) in [
            ("name = \"A\"\nbrand = \"petrol\"", 2, "not a colour"),
            ("brand = \"#0d5c63\"", 1, "name"),
            ("name = \"A\"\nbrand = \"#0d5c63\"\nborder = 3", 3, "border"),
            ("name = \"\"\nbrand = \"#0d5c63\"", 1, "municipality's name"),
            ("name = \"A\"\nbrand = \"#0d5c63\"\nfont = \"x\\\"; } body { color: red\"", 3, "font family"),
            ("name = \"A\"\nbrand = \"#0d5c63\"\nlogo = \"../../etc/passwd.svg\"", 3, "beside this one"),
            ("name = \"A\"\nbrand = \"#0d5c63\"\nlogo = \"no-such-file.svg\"", 3, "cannot be read"),
            ("name = \"A\"\n\nbrand = ", 3, "theme has"),
        ] {
            let sentence = complaint(text);
            assert!(sentence.starts_with(&format!("theme.toml, line {line}: ")), "{sentence}");
            assert!(sentence.contains(part), "{sentence}");
        }
    }

    #[test]
    fn a_logo_only_draws() {
        let svg = |inside: &str| format!("<svg xmlns=\"http://www.w3.org/2000/svg\">{inside}</svg>");
        assert!(check_logo("a.svg", svg("<circle r=\"4\"/>")).is_ok());
        for inside in [
            "<script>1</script>",
            "<circle onclick=\"x\"/>",
            "<circle/onclick=\"x\"/>",
            "<circle r=\"4\"onclick\n=\"x\"/>",
            "<image href=\"//elsewhere/x.png\"/>",
            "<a href=\"javascript:x\"/>",
            "<image href=\"https://elsewhere/x.png\"/>",
            "<foreignObject/>",
        ] {
            assert!(check_logo("a.svg", svg(inside)).is_err(), "{inside}");
        }
        assert!(check_logo("a.svg", svg(&"<g/>".repeat(9_000))).is_err());
        assert!(check_logo("a.svg", "hello".to_owned()).is_err());
    }
}
