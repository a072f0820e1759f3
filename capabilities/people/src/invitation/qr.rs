//! A link as a picture that a phone reads: black on white in every theme, with its quiet edge.

use maud::{Markup, html};
use qrcode::{Color, EcLevel, QrCode};

/// Modules of white around it, as the standard asks.
const QUIET: usize = 4;

/// `None` when the text is longer than a code can hold.
pub(super) fn draw(link: &str, sentence: &str) -> Option<Markup> {
    let code = QrCode::with_error_correction_level(link, EcLevel::M).ok()?;
    let (width, colors) = (code.width(), code.to_colors());
    let side = width + 2 * QUIET;
    let mut path = String::new();
    for (at, color) in colors.into_iter().enumerate() {
        if color == Color::Dark {
            let (x, y) = (at % width + QUIET, at / width + QUIET);
            path.push_str(&format!("M{x} {y}h1v1h-1z"));
        }
    }
    Some(html! {
        svg.qr role="img" aria-label=(sentence) viewBox={ "0 0 " (side) " " (side) } shape-rendering="crispEdges" {
            rect width=(side) height=(side) fill="#fff" {}
            path fill="#000" d=(path) {}
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_becomes_a_picture_and_a_novel_does_not() {
        let drawn =
            draw(&format!("https://oosterwaard.voorbeeld/uitnodiging/{}", "a".repeat(64)), "x").unwrap();
        assert!(drawn.into_string().contains("<path"));
        assert!(draw(&"a".repeat(5_000), "x").is_none());
    }
}
