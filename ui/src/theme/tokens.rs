//! From one brand colour to tokens that can be read, in light and in dark.
//!
//! Grounds and ink are ours; the brand only colours what one can press. A brand that is too light to read
//! becomes its own darker shade (and the reverse in the dark), in OKLCH so that the hue stays.

use std::fmt::Write as _;

use super::color::{Color, Oklch};

/// White on a button, and a link on whatever it stands on.
const BUTTON: f64 = 5.5;
const LINK: f64 = 7.0;
/// A light shade stays this far from paper: WCAG 1.4.11 for what one must see to use.
const EDGE: f64 = 3.0;

const WHITE: Color = Color::hex(0xffffff);
const NIGHT: Color = Color::hex(0x12161c);

/// The grounds and inks that do not depend on the brand. The stylesheet repeats them as its defaults.
struct Grounds {
    document: Color,
    card: Color,
    subtle: Color,
    ink: Color,
    soft_ink: Color,
    border_subtle: Color,
    border: Color,
}

const DAY_GROUNDS: Grounds = Grounds {
    document: Color::hex(0xfbf7f0),
    card: WHITE,
    subtle: Color::hex(0xf4eee3),
    ink: Color::hex(0x1d2330),
    soft_ink: Color::hex(0x474d5b),
    border_subtle: Color::hex(0xe2d8c7),
    border: Color::hex(0x857a68),
};

const NIGHT_GROUNDS: Grounds = Grounds {
    document: NIGHT,
    card: Color::hex(0x1b2129),
    subtle: Color::hex(0x252c36),
    ink: Color::hex(0xf1ede6),
    soft_ink: Color::hex(0xbfc4cc),
    border_subtle: Color::hex(0x38414d),
    border: Color::hex(0x8d97a5),
};

/// The tokens of one appearance.
pub struct Tokens {
    grounds: &'static Grounds,
    button: Color,
    button_hover: Color,
    on_button: Color,
    link: Color,
    tint: Color,
    focus: Color,
}

/// A text (or an edge) on a ground, and the contrast it must have.
#[derive(Debug, Clone, Copy)]
pub struct Pair {
    pub what: &'static str,
    pub front: Color,
    pub ground: Color,
    pub least: f64,
}

impl Tokens {
    pub fn light(brand: Color) -> Tokens {
        let grounds = &DAY_GROUNDS;
        let brand = brand.oklch();
        let tint = Oklch { lightness: 0.95, chroma: brand.chroma.min(0.016), ..brand }.color();
        let button = brand.until_readable(-0.005, &[WHITE], BUTTON);
        let hover = Oklch { lightness: (button.lightness - 0.08).max(0.0), ..button };
        let link =
            button.until_readable(-0.005, &[grounds.document, grounds.card, grounds.subtle, tint], LINK);
        Tokens {
            grounds,
            button: button.color(),
            button_hover: hover.color(),
            on_button: WHITE,
            link: link.color(),
            tint,
            focus: grounds.ink,
        }
    }

    pub fn dark(brand: Color) -> Tokens {
        let grounds = &NIGHT_GROUNDS;
        let brand = brand.oklch();
        // Strong colours vibrate on a dark ground, so the shade is a little greyer.
        let calm = Oklch { chroma: brand.chroma.min(0.12), ..brand };
        let tint = Oklch { lightness: 0.3, chroma: brand.chroma.min(0.035), ..brand }.color();
        let link = calm.until_readable(0.005, &[grounds.document, grounds.card, grounds.subtle, tint], LINK);
        let hover = Oklch { lightness: (link.lightness + 0.06).min(1.0), ..link };
        Tokens {
            grounds,
            button: link.color(),
            button_hover: hover.color(),
            on_button: NIGHT,
            link: link.color(),
            tint,
            focus: grounds.ink,
        }
    }

    /// Every pair the stylesheet makes of these tokens; a test walks them for a thousand brands.
    pub fn pairs(&self) -> Vec<Pair> {
        let g = self.grounds;
        let mut pairs = vec![
            Pair { what: "word on a button", front: self.on_button, ground: self.button, least: BUTTON },
            Pair {
                what: "word on a button under the mouse",
                front: self.on_button,
                ground: self.button_hover,
                least: BUTTON,
            },
            Pair { what: "edge of a button on paper", front: self.button, ground: g.document, least: EDGE },
            Pair { what: "edge of a button on a card", front: self.button, ground: g.card, least: EDGE },
        ];
        for ground in [g.document, g.card, g.subtle, self.tint] {
            pairs.push(Pair { what: "link", front: self.link, ground, least: LINK });
            pairs.push(Pair { what: "text", front: g.ink, ground, least: LINK });
            pairs.push(Pair { what: "soft text", front: g.soft_ink, ground, least: LINK });
            pairs.push(Pair { what: "focus", front: self.focus, ground, least: EDGE });
            pairs.push(Pair { what: "edge of a field", front: g.border, ground, least: EDGE });
        }
        pairs
    }

    pub(super) fn write(&self, css: &mut String) {
        let g = self.grounds;
        for (name, color) in [
            ("color-action-1-bg-default", self.button),
            ("color-action-1-bg-hover", self.button_hover),
            ("color-action-1-inverse-color-default", self.on_button),
            ("color-action-1-color-default", self.link),
            ("color-action-1-bg-subtle", self.tint),
            ("color-default-bg-document", g.document),
            ("color-default-bg-default", g.card),
            ("color-default-bg-subtle", g.subtle),
            ("color-default-border-subtle", g.border_subtle),
            ("color-default-border-default", g.border),
            ("color-default-color-document", g.ink),
            ("color-default-color-subtle", g.soft_ink),
            ("focus-outline-color", self.focus),
        ] {
            // Writing to a string cannot fail.
            let _ = writeln!(css, "  --basis-{name}: {color};");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_the_brand_everything_can_be_read() {
        // A walk through the whole cube that repeats exactly: 1,331 colours, black, white and yellow among them.
        let steps: Vec<u32> = (0..=10).map(|i| (i * 255) / 10).collect();
        let mut seen = 0;
        for r in &steps {
            for g in &steps {
                for b in &steps {
                    let brand = Color::hex(r << 16 | g << 8 | b);
                    for (mode, tokens) in [("light", Tokens::light(brand)), ("dark", Tokens::dark(brand))] {
                        for pair in tokens.pairs() {
                            let contrast = pair.front.contrast(pair.ground);
                            let Pair { what, front, ground, least } = pair;
                            assert!(
                                contrast >= least,
                                "brand {brand}, {mode}: {what} {front} on {ground} is {contrast:.2}, needs {least}"
                            );
                        }
                    }
                    seen += 1;
                }
            }
        }
        assert!(seen > 1_000);
    }

    #[test]
    fn a_good_brand_is_left_alone() {
        let petrol = Color::hex(0x0d5c63);
        assert_eq!(Tokens::light(petrol).button, petrol);
    }

    #[test]
    fn the_stylesheet_starts_from_the_same_colours() {
        let sheet = include_str!("../../assets/samenspel.css");
        let brand = Color::hex(0x0d5c63);
        for tokens in [Tokens::light(brand), Tokens::dark(brand)] {
            let mut css = String::new();
            tokens.write(&mut css);
            for line in css.lines() {
                assert!(sheet.contains(line.trim()), "the stylesheet lacks {line}");
            }
        }
    }
}
