//! Files below `static/` that `site.toml` names: the picture that stands beside links elsewhere, the logo, the icon, and style
//! sheets of the site's own.

use std::collections::BTreeSet;

use serde::Deserialize;
use serde::de::Deserializer;

use crate::diagnostic::{Code, Diagnostic, did_you_mean};
use crate::document::{StaticName, Step, has_ending};
use crate::input::Inputs;
use crate::picture::{ENDINGS, PictureFile};

use super::{Config, locate, locate_below};

macro_rules! static_names {
    ($($(#[doc = $doc:literal])+ $name:ident = $form:ident { $($field:ident: $value:expr),+ $(,)? })+) => {$(
        const $form: StaticName = StaticName { $($field: $value),+ };

        $(#[doc = $doc])+
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub(crate) struct $name(String);

        impl $name {
            /// What its name may end in.
            pub(crate) const ENDINGS: &'static [&'static str] = $form.endings;

            /// Its name below `static/`.
            pub(crate) fn file(&self) -> &str {
                &self.0
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<$name, D::Error> {
                $form.read(deserializer).map($name)
            }
        }
    )+};
}

static_names! {
    /// The picture beside the name of the site, of a kind that every browser shows.
    Logo = LOGO {
        noun: "picture",
        example: "logo = \"logo.svg\"",
        endings: &["svg", "png", "jpg", "jpeg", "webp", "gif"],
        is_not: "no picture that browsers show",
    }
    /// The picture in the tabs and bookmarks of browsers.
    Icon = ICON {
        noun: "picture",
        example: "icon = \"icon.svg\"",
        endings: &["svg", "png", "ico"],
        is_not: "no icon that browsers show",
    }
    /// A style sheet of the site's own.
    Sheet = SHEET {
        noun: "style sheet",
        example: "sheets = [\"house.css\"]",
        endings: &["css"],
        is_not: "no style sheet",
    }
}

impl Icon {
    /// Its media type.
    pub(crate) fn media_type(&self) -> &'static str {
        match self.0.rsplit_once('.').map(|(_, ending)| ending.to_lowercase()).as_deref() {
            Some("png") => "image/png",
            Some("ico") => "image/x-icon",
            // No other ending is read.
            _ => "image/svg+xml",
        }
    }
}

impl Config {
    /// Findings about files that are named and not there, by the names of all files below `static/`.
    pub(crate) fn missing_files<'a>(
        &self,
        inputs: &Inputs,
        files: impl Iterator<Item = &'a str> + Clone,
    ) -> Vec<Diagnostic> {
        let sheets = self.style.sheets.iter().enumerate();
        let sheets = sheets.map(|(at, sheet)| {
            (vec![Step::Key("style"), Step::Key("sheets"), Step::Item(at)], sheet.file(), Sheet::ENDINGS, "name")
        });
        let named = [
            ("picture", self.picture.as_ref().map(PictureFile::as_str), ENDINGS.as_slice()),
            ("logo", self.logo.as_ref().map(Logo::file), Logo::ENDINGS),
            ("icon", self.icon.as_ref().map(Icon::file), Icon::ENDINGS),
        ];
        let named =
            named.into_iter().filter_map(|(key, file, endings)| Some((vec![Step::Key(key)], file?, endings, "line")));
        let missing = named.chain(sheets).filter(|(_, name, ..)| !files.clone().any(|file| file == *name));
        let finding = |(path, name, endings, what): (Vec<Step<'_>>, &str, &[&str], &str)| {
            let alike = files.clone().filter(|file| has_ending(file, endings));
            let help = did_you_mean(name, alike).unwrap_or_else(|| format!("add the file, or remove this {what}"));
            let message = format!("there is no file `static/{name}`");
            Diagnostic::error(Code::BadValue, locate_below(inputs, &path), message).help(Some(help))
        };
        missing.map(finding).chain(self.alt_of_nothing(inputs)).chain(self.sheets_twice(inputs)).collect()
    }

    /// Style sheets that stand twice: pages would load them once more, and in no other order.
    fn sheets_twice(&self, inputs: &Inputs) -> Vec<Diagnostic> {
        let mut seen = BTreeSet::new();
        let twice = self.style.sheets.iter().enumerate().filter(|(_, sheet)| !seen.insert(sheet.file()));
        let finding = |(at, sheet): (usize, &Sheet)| {
            let span = locate_below(inputs, &[Step::Key("style"), Step::Key("sheets"), Step::Item(at)]);
            let message = format!("`{}` stands twice in `sheets`", sheet.file());
            Diagnostic::error(Code::BadValue, span, message).help(Some("remove one of the two".to_owned()))
        };
        twice.map(finding).collect()
    }

    /// A description of a picture where there is none.
    fn alt_of_nothing(&self, inputs: &Inputs) -> Option<Diagnostic> {
        self.picture_alt.as_ref().filter(|_| self.picture.is_none())?;
        let message = "`picture_alt` describes a picture, and there is no `picture`";
        let help = Some("add `picture`, or remove this line".to_owned());
        Some(Diagnostic::error(Code::BadValue, locate(inputs, "picture_alt"), message).help(help))
    }
}
