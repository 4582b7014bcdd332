//! Which kinds of output a site has: `[outputs]`, and `--only` for one run.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

/// The kinds of output that are turned off, by the names that their kinds have. Which names there are is known to the
/// kinds alone, so that `pages` says which are wrong.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub(crate) struct Outputs {
    named: BTreeMap<String, bool>,
    /// For one run: whatever else can be turned off is.
    #[serde(skip)]
    only: Option<BTreeSet<String>>,
}

impl Outputs {
    /// The same where all others are off, too.
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

    /// The names that the settings have.
    pub(crate) fn named(&self) -> impl Iterator<Item = &str> {
        self.named.keys().map(String::as_str)
    }
}
