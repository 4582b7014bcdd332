//! The picture of a site, which stands beside a link to one of its pages elsewhere: `picture` in `site.toml`.

use crate::diagnostic::{Code, Diagnostic, did_you_mean};
use crate::input::Inputs;
use crate::picture::ENDINGS;

use super::{Config, locate};

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
        if files.clone().any(|file| file == picture.as_str()) {
            return None;
        }
        let message = format!("there is no file `static/{}`", picture.as_str());
        let pictures = files.filter(|file| ENDINGS.iter().any(|ending| file.to_lowercase().ends_with(ending)));
        let help =
            did_you_mean(picture.as_str(), pictures).unwrap_or_else(|| "add the file, or remove this line".into());
        Some(Diagnostic::error(Code::BadValue, locate(inputs, "picture"), message).help(Some(help)))
    }
}
