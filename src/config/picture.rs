//! The picture of a site, which stands beside a link to one of its pages elsewhere: `picture` in `site.toml`.

use serde::Deserialize;
use serde::de::Deserializer;

use crate::diagnostic::{Code, Diagnostic, did_you_mean};
use crate::document::invalid;
use crate::input::Inputs;

use super::{Config, locate};

/// The kinds of pictures that every service shows.
const ENDINGS: [&str; 5] = ["png", "jpg", "jpeg", "webp", "gif"];

/// The name of a picture below `static/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Picture(String);

impl Picture {
    /// Its name below `static/`.
    pub(crate) fn file(&self) -> &str {
        &self.0
    }
}

impl<'de> Deserialize<'de> for Picture {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Picture, D::Error> {
        let text = String::deserialize(deserializer)?;
        if text.contains("://") {
            let help = "put the picture into `static/`, and write its name there: `picture = \"card.png\"`";
            return Err(invalid(Code::BadValue, format!("`{text}` is not a file of the site"), Some(help.to_owned())));
        }
        let name = text.trim_start_matches('/');
        let name = name.strip_prefix("static/").unwrap_or(name);
        if name != text {
            let help = format!("write `{name}`");
            return Err(invalid(Code::BadValue, format!("`{text}` is not a path below `static/`"), Some(help)));
        }
        let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase());
        if !ending.is_some_and(|ending| ENDINGS.contains(&&*ending)) {
            let help = format!("use a picture whose name ends in `.{}`", ENDINGS.join("`, `."));
            return Err(invalid(
                Code::BadValue,
                format!("`{text}` is no picture that is shown everywhere"),
                Some(help),
            ));
        }
        Ok(Picture(text))
    }
}

impl Config {
    /// Findings about the picture of the site, by the names of all files below `static/`.
    pub(crate) fn unknown_picture<'a>(
        &self,
        inputs: &Inputs,
        files: impl Iterator<Item = &'a str> + Clone,
    ) -> Option<Diagnostic> {
        let Some(picture) = &self.picture else {
            self.picture_alt.as_ref()?;
            let message = "`picture_alt` describes a picture, and there is no `picture`";
            let help = Some("add `picture`, or remove this line".to_owned());
            return Some(Diagnostic::error(Code::BadValue, locate(inputs, "picture_alt"), message).help(help));
        };
        if files.clone().any(|file| file == picture.file()) {
            return None;
        }
        let message = format!("there is no file `static/{}`", picture.file());
        let pictures = files.filter(|file| ENDINGS.iter().any(|ending| file.to_lowercase().ends_with(ending)));
        let help = did_you_mean(picture.file(), pictures).unwrap_or_else(|| "add the file, or remove this line".into());
        Some(Diagnostic::error(Code::BadValue, locate(inputs, "picture"), message).help(Some(help)))
    }
}
