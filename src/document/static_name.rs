//! Names of files below `static/`, as settings and records give them.

use serde::de::{Deserialize, Deserializer};

use super::invalid;
use crate::diagnostic::Code;

/// What a setting that names a file below `static/` takes.
pub(crate) struct StaticName {
    /// What the file is.
    pub(crate) noun: &'static str,
    /// The setting, written right.
    pub(crate) example: &'static str,
    /// How the names of such files may end.
    pub(crate) endings: &'static [&'static str],
    /// What is said of any other file.
    pub(crate) is_not: &'static str,
}

impl StaticName {
    /// Reads a name below `static/`.
    ///
    /// # Errors
    /// A finding for what leads elsewhere, or ends otherwise.
    pub(crate) fn read<'de, D: Deserializer<'de>>(&self, deserializer: D) -> Result<String, D::Error> {
        let text = String::deserialize(deserializer)?;
        let wrong = |message: String, help: String| Err(invalid(Code::BadValue, message, Some(help)));
        if text.contains("://") {
            let help = format!("put the {} into `static/`, and write its name there: `{}`", self.noun, self.example);
            return wrong(format!("`{text}` is not a file of the site"), help);
        }
        let name = text.trim_start_matches('/');
        let name = name.trim_start_matches("static/");
        if name != text {
            // What is told to be written has to be right itself.
            let is_right = name.split('/').all(|part| !matches!(part, "" | "." | ".."));
            let put = || format!("put the {} into `static/`, and write its name there: `{}`", self.noun, self.example);
            let help = if is_right { format!("write `{name}`") } else { put() };
            return wrong(format!("`{text}` is not a path below `static/`"), help);
        }
        if !has_ending(name, self.endings) {
            let help = format!("use a {} whose name ends in `.{}`", self.noun, self.endings.join("`, `."));
            return wrong(format!("`{text}` is {}", self.is_not), help);
        }
        Ok(text)
    }
}

/// Whether a name ends in one of these, in letters of any case.
pub(crate) fn has_ending(name: &str, endings: &[&str]) -> bool {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase());
    ending.is_some_and(|ending| endings.contains(&&*ending))
}
