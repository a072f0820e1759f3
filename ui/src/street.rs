//! The street of the start page: the only big drawing there is.

use maud::{Markup, PreEscaped, html};

/// Eleven houses, four trees, five neighbours and the ball between them. Decoration: a screen reader skips it.
pub fn street() -> Markup {
    html! {
        svg.straat aria-hidden="true" viewBox="0 0 760 230" preserveAspectRatio="xMidYMax slice" {
            (PreEscaped(include_str!("../assets/straat.svgdeel")))
        }
    }
}
