//! `[lints]`: levels by code. Each entry is deserialized on its own, so that each error has its span.

use std::fmt;

use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, MapAccess, Visitor};

use crate::diagnostic::{Code, Level, Levels, certainly, did_you_mean};
use crate::document::{invalid, misspelt};

pub(super) fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Levels, D::Error> {
    deserializer.deserialize_map(Table)
}

struct Table;

impl<'de> Visitor<'de> for Table {
    type Value = Levels;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a table of codes and levels")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut lines: A) -> Result<Levels, A::Error> {
        let mut levels = Levels::default();
        while let Some(Name(code)) = lines.next_key()? {
            lines.next_value_seed(Set(code, &mut levels))?;
        }
        Ok(levels)
    }
}

/// A code by its slug.
struct Name(Code);

impl<'de> Deserialize<'de> for Name {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Name, D::Error> {
        let slug = String::deserialize(deserializer)?;
        Code::from_slug(&slug).map(Name).ok_or_else(|| {
            let help = did_you_mean(&slug, Code::ALL.iter().map(|code| code.slug()));
            let help = help.unwrap_or_else(|| "see `chronicle explain` for the list of codes".to_owned());
            let right = certainly(&slug, Code::ALL.iter().map(|code| code.slug())).map(str::to_owned);
            misspelt(Code::UnknownKey, format!("unknown code `{slug}`"), Some(help), right)
        })
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum Word {
    Deny,
    Warn,
    Allow,
}

/// Sets the level that stands beside a code.
struct Set<'a>(Code, &'a mut Levels);

impl<'de> DeserializeSeed<'de> for Set<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        let level = match Word::deserialize(deserializer)? {
            Word::Deny => Level::Deny,
            Word::Warn => Level::Warn,
            Word::Allow => Level::Allow,
        };
        let help = || Some("mend what it finds, and remove this line".to_owned());
        self.1.set(self.0, level).map_err(|fixed| invalid(Code::FixedLevel, fixed, help()))
    }
}
