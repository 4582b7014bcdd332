//! How the site looks beyond its theme: `[style]` in `site.toml`.

use std::fmt;

use serde::Deserialize;
use serde::de::value::{MapAccessDeserializer, StrDeserializer};
use serde::de::{Deserializer, Error, MapAccess, Visitor};

use super::colour::Colour;
use super::static_names::Sheet;
use crate::diagnostic::Code;
use crate::document::invalid;

/// The most style sheets: browsers load each of them before they show a page.
const MOST: usize = 20;

/// `[style]`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Style {
    /// The colour of links and marks, in place of the theme's.
    pub(crate) accent: Option<Accent>,
    /// Style sheets below `static/`, which pages load after that of the theme, in this order.
    #[serde(deserialize_with = "not_too_many")]
    pub(crate) sheets: Vec<Sheet>,
}

/// An accent colour, for pages on a light and on a dark background.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Accent {
    /// For light backgrounds; on dark ones it is as much lighter as it has to be.
    One(Colour),
    /// One for each.
    Both(BothSchemes),
}

/// A colour for each scheme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct BothSchemes {
    pub(crate) light: Colour,
    pub(crate) dark: Colour,
}

fn not_too_many<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Sheet>, D::Error> {
    let sheets = Vec::deserialize(deserializer)?;
    if sheets.len() > MOST {
        let help = "put what belongs together into one file".to_owned();
        return Err(invalid(Code::BadValue, format!("there are more than {MOST} style sheets"), Some(help)));
    }
    Ok(sheets)
}

impl<'de> Deserialize<'de> for Accent {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Accent, D::Error> {
        struct AccentVisitor;

        impl<'de> Visitor<'de> for AccentVisitor {
            type Value = Accent;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(
                    "a colour, `\"#7a1f2b\"`, or one for each scheme, `{light = \"#7a1f2b\", dark = \"#e59aa5\"}`",
                )
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Accent, E> {
                Colour::deserialize(StrDeserializer::new(text)).map(Accent::One)
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Accent, A::Error> {
                BothSchemes::deserialize(MapAccessDeserializer::new(map)).map(Accent::Both)
            }
        }

        deserializer.deserialize_any(AccentVisitor)
    }
}
