//! The texts of templates, found as Tera finds them.

use std::collections::BTreeMap;

/// Templates by their names in Tera, with the prefixes that are tried in turn for a name without one.
#[derive(Clone, Copy, Debug)]
pub(in crate::theme) struct Texts<'t> {
    pub(in crate::theme) texts: &'t BTreeMap<&'t str, &'t str>,
    pub(in crate::theme) prefixes: &'t [String],
}

impl<'t> Texts<'t> {
    /// Whether there is a template that is found by this name.
    pub(in crate::theme) fn has(&self, name: &str) -> bool {
        self.find(name).is_some()
    }

    /// The full name and the text of a template.
    pub(super) fn find(&self, name: &str) -> Option<(&'t str, &'t str)> {
        let prefixed = || self.prefixes.iter().map(|prefix| format!("{prefix}{name}"));
        let all = std::iter::once(name.to_owned()).chain(prefixed());
        all.filter_map(|name| self.texts.get_key_value(name.as_str())).map(|(name, text)| (*name, *text)).next()
    }
}
