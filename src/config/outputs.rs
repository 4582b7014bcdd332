//! Which kinds of output a site has: `[outputs]`, and `--only` for one run.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

/// The kinds of output that are turned off, by name. `pages` knows the names and reports unknown ones.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub(crate) struct Outputs {
    named: BTreeMap<String, bool>,
    /// From `--only`: all other kinds are off for this run.
    #[serde(skip)]
    only: Option<BTreeSet<String>>,
}

impl Outputs {
    /// Also turns all other kinds off.
    #[must_use]
    pub(crate) fn only(self, names: impl IntoIterator<Item = String>) -> Outputs {
        Outputs { only: Some(names.into_iter().collect()), ..self }
    }

    /// Whether outputs of this name are made.
    pub(crate) fn has(&self, name: &str) -> bool {
        match &self.only {
            Some(only) => only.contains(name),
            None => self.named.get(name).copied().unwrap_or(true),
        }
    }

    /// Whether all outputs are made.
    pub(crate) fn is_everything(&self) -> bool {
        self.only.is_none() && self.named.values().all(|on| *on)
    }

    /// Whether one run makes only some of them.
    pub(crate) fn is_limited(&self) -> bool {
        self.only.is_some()
    }

    /// The names that the settings have.
    pub(crate) fn named(&self) -> impl Iterator<Item = &str> {
        self.named.keys().map(String::as_str)
    }
}
