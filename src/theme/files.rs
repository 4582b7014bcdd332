//! The files that the site is rendered with, and where each comes from.

use std::collections::BTreeMap;

use super::Theme;
use crate::input::{InputId, Inputs};

/// The folders of a site and of a theme whose files are the site's, or stand behind those of the same name.
const FOLDERS: [&str; 3] = ["messages/", "static/", "templates/"];

/// Where a file comes from: what stands before hides what stands behind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Origin<'a> {
    /// The folders of the site.
    Site,
    /// The theme of this name, which the site has in `themes/`.
    Theme(&'a str),
    /// A theme of this name that the one before it has as its parent, and the site has in `themes/`.
    Parent(&'a str),
    /// The theme of this name that is part of the program.
    BuiltIn(&'a str),
}

impl Theme {
    /// The files that are in use, by their names as `templates/row.html`: of several of one name, the first of the site, the theme
    /// and its parents.
    pub(crate) fn files<'a>(&'a self, inputs: &Inputs) -> BTreeMap<String, (Origin<'a>, InputId)> {
        let mut files = BTreeMap::new();
        let own = std::iter::once(("", Origin::Site));
        let themes = self.folders().iter().enumerate().map(|(position, folder)| {
            let name = folder.trim_start_matches("themes/").trim_end_matches('/');
            (folder.as_str(), if position == 0 { Origin::Theme(name) } else { Origin::Parent(name) })
        });
        for (root, origin) in own.chain(themes) {
            for folder in FOLDERS.map(|folder| format!("{root}{folder}")) {
                for (input, file) in inputs.under(&folder) {
                    let origin = match origin {
                        Origin::Theme(name) | Origin::Parent(name) if file.is_embedded() => Origin::BuiltIn(name),
                        origin => origin,
                    };
                    files.entry(file.path()[root.len()..].to_owned()).or_insert((origin, input));
                }
            }
        }
        files
    }
}
