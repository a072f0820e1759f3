//! Colour arithmetic: sRGB, OKLCH (Ottosson 2020) and the contrast ratio of WCAG 2.

/// An opaque colour as the screen shows it, one byte a channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Color {
    pub red: u8,
    pub green: u8,
    pub blue: u8,
}

/// The same colour as the eye orders it: lightness 0–1, chroma, hue in radians.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Oklch {
    pub(crate) lightness: f64,
    pub(crate) chroma: f64,
    pub(crate) hue: f64,
}

impl Color {
    pub const fn hex(rgb: u32) -> Color {
        let [_, red, green, blue] = rgb.to_be_bytes();
        Color { red, green, blue }
    }

    /// `#0d5c63` or `#0af`.
    pub fn parse(text: &str) -> Option<Color> {
        let digits = text.trim().strip_prefix('#')?;
        if !digits.chars().all(|c| c.is_ascii_hexdigit()) {
            return None;
        }
        let number = u32::from_str_radix(digits, 16).ok()?;
        match digits.len() {
            6 => Some(Color::hex(number)),
            3 => {
                let twice = |shift: u32| ((number >> shift) & 0xf) * 0x11;
                Some(Color::hex(twice(8) << 16 | twice(4) << 8 | twice(0)))
            }
            _ => None,
        }
    }

    fn linear(self) -> [f64; 3] {
        [self.red, self.green, self.blue].map(|byte| {
            let value = f64::from(byte) / 255.0;
            if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        })
    }

    fn luminance(self) -> f64 {
        let [red, green, blue] = self.linear();
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// From 1 (the same) to 21 (black on white).
    pub fn contrast(self, other: Color) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    pub(crate) fn oklch(self) -> Oklch {
        let [r, g, b] = self.linear();
        let l = (0.412_221_470_8 * r + 0.536_332_536_3 * g + 0.051_445_992_9 * b).cbrt();
        let m = (0.211_903_498_2 * r + 0.680_699_545_1 * g + 0.107_396_956_6 * b).cbrt();
        let s = (0.088_302_461_9 * r + 0.281_718_837_6 * g + 0.629_978_700_5 * b).cbrt();
        let lightness = 0.210_454_255_3 * l + 0.793_617_785_0 * m - 0.004_072_046_8 * s;
        let a = 1.977_998_495_1 * l - 2.428_592_205_0 * m + 0.450_593_709_9 * s;
        let b = 0.025_904_037_1 * l + 0.782_771_766_2 * m - 0.808_675_766_0 * s;
        Oklch { lightness, chroma: a.hypot(b), hue: b.atan2(a) }
    }
}

impl std::fmt::Display for Color {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.red, self.green, self.blue)
    }
}

impl Oklch {
    /// The nearest colour a screen can show; channels outside the gamut are cut off.
    pub(crate) fn color(self) -> Color {
        let (a, b) = (self.chroma * self.hue.cos(), self.chroma * self.hue.sin());
        let l = (self.lightness + 0.396_337_777_4 * a + 0.215_803_757_3 * b).powi(3);
        let m = (self.lightness - 0.105_561_345_8 * a - 0.063_854_172_8 * b).powi(3);
        let s = (self.lightness - 0.089_484_177_5 * a - 1.291_485_548_0 * b).powi(3);
        let byte = |linear: f64| {
            let value = linear.clamp(0.0, 1.0);
            let gamma =
                if value <= 0.003_130_8 { value * 12.92 } else { 1.055 * value.powf(1.0 / 2.4) - 0.055 };
            (gamma * 255.0).round() as u8
        };
        Color {
            red: byte(4.076_741_662_1 * l - 3.307_711_591_3 * m + 0.230_969_929_2 * s),
            green: byte(-1.268_438_004_6 * l + 2.609_757_401_1 * m - 0.341_319_396_5 * s),
            blue: byte(-0.004_196_086_3 * l - 0.703_418_614_7 * m + 1.707_614_701_0 * s),
        }
    }

    /// Steps the lightness (down when `step` is negative) only as far as needed to be read on each ground.
    /// The check is on the rounded colour, so what is promised is what the screen shows.
    pub(crate) fn until_readable(mut self, step: f64, grounds: &[Color], least: f64) -> Oklch {
        let readable = |c: Oklch| grounds.iter().all(|ground| c.color().contrast(*ground) >= least);
        let room = |c: Oklch| if step < 0.0 { c.lightness > 0.0 } else { c.lightness < 1.0 };
        while !readable(self) && room(self) {
            self.lightness += step;
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_the_one_of_the_standard() {
        let (white, black) = (Color::hex(0xffffff), Color::hex(0));
        assert!((white.contrast(black) - 21.0).abs() < 1e-9);
        // The grey that WCAG's own material calls the lightest readable on white.
        assert!((Color::hex(0x767676).contrast(white) - 4.54).abs() < 0.01);
    }

    #[test]
    fn there_and_back_again() {
        for rgb in (0..0x0100_0000).step_by(4_099) {
            let color = Color::hex(rgb);
            assert_eq!(color.oklch().color(), color);
        }
    }

    #[test]
    fn only_hexadecimal_is_a_colour() {
        assert_eq!(Color::parse("#0AF"), Some(Color::hex(0x00aaff)));
        assert_eq!(Color::parse("#0d5c63"), Some(Color::hex(0x0d5c63)));
        for wrong in ["0d5c63", "#0d5c6", "petrol", "#", "#+12345", "#0d5c63ff"] {
            assert_eq!(Color::parse(wrong), None, "{wrong}");
        }
    }
}
