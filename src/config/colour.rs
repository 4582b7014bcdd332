//! Colours (sRGB) as CSS writes them in hexadecimal, and how well they are read on each other (WCAG 2.2, contrast ratio).

use std::fmt;

use serde::Deserialize;
use serde::de::Deserializer;

use crate::diagnostic::Code;
use crate::document::misspelt;

/// An opaque colour: red, green, blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Colour([u8; 3]);

/// The least contrast of text and its background (WCAG 2.2, success criterion 1.4.3).
pub(crate) const LEAST_CONTRAST: f64 = 4.5;

impl Colour {
    /// Reads `#7a1f2b` or `#728`.
    pub(crate) fn parse(text: &str) -> Option<Colour> {
        let digits = text.strip_prefix('#')?;
        if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        let part = |at: usize| match digits.len() {
            // A digit stands for two.
            3 => u8::from_str_radix(&digits[at..=at], 16).ok().map(|digit| digit * 17),
            6 => u8::from_str_radix(&digits[2 * at..2 * at + 2], 16).ok(),
            _ => None,
        };
        Some(Colour([part(0)?, part(1)?, part(2)?]))
    }

    /// Relative luminance, from 0 (black) to 1 (white).
    fn luminance(self) -> f64 {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        let [red, green, blue] = self.0.map(linear);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// The contrast ratio of two colours, from 1 to 21.
    pub(crate) fn contrast(self, other: Colour) -> f64 {
        let (one, other) = (self.luminance(), other.luminance());
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    /// The background, of several, on which the colour is read worst, with the contrast there.
    pub(crate) fn worst(self, backgrounds: &[Colour]) -> Option<(Colour, f64)> {
        let contrasts = backgrounds.iter().map(|background| (*background, self.contrast(*background)));
        contrasts.min_by(|(_, one), (_, other)| one.total_cmp(other))
    }

    /// The colour with as little black or white in it as it needs to be read on all of some backgrounds; none where no such
    /// colour is.
    pub(crate) fn readable_on(self, backgrounds: &[Colour]) -> Option<Colour> {
        let is_read = |colour: &Colour| colour.worst(backgrounds).is_none_or(|(_, ratio)| ratio >= LEAST_CONTRAST);
        let towards = |end: u8| (0..=255).map(move |share| self.mixed(end, share)).find(is_read);
        match (towards(0), towards(255)) {
            (Some(dark), Some(light)) => Some(if self.distance(light) < self.distance(dark) { light } else { dark }),
            (dark, light) => dark.or(light),
        }
    }

    /// The grey that is read best on all of some backgrounds, if any can be read there.
    pub(crate) fn grey_on(backgrounds: &[Colour]) -> Option<Colour> {
        let ratio = |colour: &Colour| colour.worst(backgrounds).map_or(LEAST_CONTRAST, |(_, ratio)| ratio);
        let best = (0..=255).map(|part| Colour([part; 3])).max_by(|one, other| ratio(one).total_cmp(&ratio(other)));
        best.filter(|best| ratio(best) >= LEAST_CONTRAST)
    }

    /// The colour with `share` of 255 parts of black (0) or white (255).
    fn mixed(self, end: u8, share: u16) -> Colour {
        let part = |own: u8| {
            let sum = u16::from(own) * (255 - share) + u16::from(end) * share;
            // A mean of bytes is one.
            u8::try_from((sum + 127) / 255).unwrap_or(end)
        };
        Colour(self.0.map(part))
    }

    fn distance(self, other: Colour) -> u32 {
        self.0.iter().zip(other.0).map(|(one, other)| u32::from(one.abs_diff(other))).sum()
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

impl<'de> Deserialize<'de> for Colour {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Colour, D::Error> {
        let text = String::deserialize(deserializer)?;
        Colour::parse(&text).ok_or_else(|| {
            let bare = format!("#{}", text.trim().trim_start_matches('#'));
            let right = Colour::parse(&bare).map(|_| bare);
            let help = right.as_ref().map_or_else(
                || "write it as six hexadecimal digits: `#7a1f2b`".to_owned(),
                |right| format!("write `{right}`"),
            );
            misspelt(Code::BadValue, format!("`{text}` is not a colour"), Some(help), right)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Colour, LEAST_CONTRAST};

    fn colour(text: &str) -> Colour {
        Colour::parse(text).unwrap()
    }

    #[test]
    fn colours_are_hexadecimal() {
        assert_eq!(colour("#728"), colour("#772288"));
        assert_eq!(colour("#7A1f2B").to_string(), "#7a1f2b");
        for bad in ["", "#", "7a1f2b", "#7a1f2", "#7a1f2b80", "#12", "#+12345", "#ж1", "#жжж", "navy"] {
            assert_eq!(Colour::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn contrasts_are_those_of_the_wcag() {
        let contrast = |one, other| (colour(one).contrast(colour(other)) * 100.0).floor() / 100.0;
        assert_eq!(contrast("#000", "#fff"), 21.0);
        assert_eq!(contrast("#777", "#fff"), 4.47);
        assert_eq!(contrast("#fff", "#767676"), 4.54);
        assert_eq!(contrast("#00f", "#fff"), 8.59);
    }

    #[test]
    fn the_nearest_readable_colour_passes_and_the_one_before_does_not() {
        let light = [colour("#fdfcf9"), colour("#f4f1e9")];
        let dark = [colour("#171816"), colour("#20221f")];
        let lowest = |colour: Colour, on: &[Colour]| colour.worst(on).unwrap().1;
        for text in ["#8ab4f8", "#ff0000", "#ffd166", "#7a1f2b", "#808080", "#000", "#fff"] {
            for backgrounds in [light, dark] {
                let read = colour(text).readable_on(&backgrounds).unwrap();
                assert!(lowest(read, &backgrounds) >= LEAST_CONTRAST, "{text} {read}");
                let was = lowest(colour(text), &backgrounds) >= LEAST_CONTRAST;
                assert_eq!(read == colour(text), was, "{text} {read}");
                assert!(was || lowest(read, &backgrounds) < 4.8, "{text} {read} is too far");
            }
        }
        assert_eq!(colour("#888").readable_on(&[colour("#000"), colour("#777"), colour("#fff")]), None);
    }
}
