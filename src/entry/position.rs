//! Where a statement stands in the transcript of its occasion.

use std::fmt;
use std::num::NonZeroU32;
use std::str::FromStr;

use bitcode::{Decode, Encode};
use serde::de::{self, Deserialize, Deserializer, Visitor};

use crate::diagnostic::Code;
use crate::document::{invalid, no_number};

/// A whole number from 1 on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Decode, Encode)]
pub struct Position(NonZeroU32);

impl Position {
    /// The position of this number; none for zero.
    pub(crate) fn new(number: u32) -> Option<Position> {
        NonZeroU32::new(number).map(Position)
    }

    pub(crate) fn number(self) -> u32 {
        self.0.get()
    }
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for Position {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Position, &'static str> {
        text.parse().map(Position).map_err(|_| "no whole number from 1 on")
    }
}

struct PositionVisitor;

impl Visitor<'_> for PositionVisitor {
    type Value = Position;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a whole number from 1 on")
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Position, E> {
        let position = u32::try_from(number).ok().and_then(NonZeroU32::new);
        position.map(Position).ok_or_else(|| refused(number, None))
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Position, E> {
        u64::try_from(number).map_err(|_| refused(number, None)).and_then(|number| self.visit_u64(number))
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<Position, E> {
        let whole = number.to_string().parse::<NonZeroU32>().ok();
        Err(whole.map_or_else(|| refused(number, None), |whole| respelled(format_args!("{number:.1}"), whole)))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Position, E> {
        // `"3"` and `03` are texts in YAML.
        let whole = text.trim().parse::<NonZeroU32>().ok();
        Err(whole.map_or_else(|| refused(text, None), |whole| respelled(text, whole)))
    }
}

/// A whole number that is written as something else.
fn respelled<E: de::Error>(what: impl fmt::Display, whole: NonZeroU32) -> E {
    let message = format!("`{what}` is not written as a whole number");
    let help = format!("write `{whole}` without quotation marks, zeros before it or a decimal point");
    no_number(message, help, whole)
}

fn refused<E: de::Error>(what: impl fmt::Display, help: Option<String>) -> E {
    let help =
        help.unwrap_or_else(|| "write 1 for the first statement of the event, 2 for the second, and so on".to_owned());
    invalid(Code::BadValue, format!("`{what}` is no whole number from 1 on"), Some(help))
}

impl<'de> Deserialize<'de> for Position {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Position, D::Error> {
        deserializer.deserialize_any(PositionVisitor)
    }
}

#[cfg(test)]
mod tests {
    use super::Position;

    #[test]
    fn a_position_is_a_whole_number_from_one_on() {
        let read = |text: &str| serde_yaml::from_str::<Position>(text).ok().map(Position::number);
        for (text, number) in [("1", 1), ("12", 12), ("0x10", 16), ("4294967295", u32::MAX)] {
            assert_eq!(read(text), Some(number), "{text}");
        }
        for text in [
            "0",
            "-1",
            "1.5",
            "2.0",
            "4294967296",
            "99999999999999999999",
            "\"3\"",
            "03",
            "first",
            "[1]",
            "true",
            "~",
            "1st",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
