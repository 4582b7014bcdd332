//! The accent colour that a site gives its theme: a style sheet of its own, and whether it can be read.

use std::fmt::Write;

use serde::Deserialize;

use super::Theme;
use crate::config::{self, Accent, BothSchemes, Colour, Config, LEAST_CONTRAST};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::Step;
use crate::input::Inputs;

/// `[backgrounds]` in `theme.toml`: what links are read on, by colour scheme. What is not said of a scheme is as in the parent
/// theme; a scheme that a theme does not have has none, `[]`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Backgrounds {
    light: Option<Vec<Colour>>,
    dark: Option<Vec<Colour>>,
}

impl Backgrounds {
    /// What is said here, and for what is not, by the parent theme.
    pub(super) fn or(self, parent: Backgrounds) -> Backgrounds {
        Backgrounds { light: self.light.or(parent.light), dark: self.dark.or(parent.dark) }
    }

    /// Whether there is no scheme.
    fn is_empty(&self) -> bool {
        [&self.light, &self.dark].into_iter().flatten().all(Vec::is_empty)
    }
}

/// A colour scheme.
struct Scheme<'a> {
    name: &'static str,
    backgrounds: &'a [Colour],
    colour: Colour,
    /// The keys below which the colour stands in `site.toml`.
    keys: &'static [&'static str],
}

impl Theme {
    /// The style sheet with the accent colour of a site, where it sets one that the theme knows. Print keeps the colours of
    /// the theme.
    pub(crate) fn accent_sheet(&self, config: &Config) -> Option<String> {
        let (accent, backgrounds) = (config.style.accent?, &self.backgrounds);
        if backgrounds.is_empty() {
            return None;
        }
        let mut sheet = String::new();
        for Scheme { name, colour, .. } in schemes(accent, backgrounds) {
            let query = if name == "dark" { " and (prefers-color-scheme:dark)" } else { "" };
            // Writing to a string cannot fail.
            let _ = writeln!(sheet, "@media screen{query}{{:root{{--accent:{colour}}}}}");
        }
        Some(sheet)
    }

    /// Findings about the accent colour of a site: that the theme has no use for it, or that it cannot be read.
    pub(crate) fn wrong_accent(&self, inputs: &Inputs, config: &Config) -> Vec<Diagnostic> {
        let Some(accent) = config.style.accent else { return Vec::new() };
        if self.backgrounds.is_empty() {
            let message = format!("the theme `{}` does not say on which backgrounds an accent is read", config.theme);
            let help = "add `[backgrounds]` to its `theme.toml`, as docs/templates.md says, or write a style sheet, and \
                        name it in `sheets`";
            let span = config::locate_below(inputs, &[Step::Key("style"), Step::Key("accent")]);
            return vec![Diagnostic::error(Code::BadValue, span, message).help(Some(help.to_owned()))];
        }
        schemes(accent, &self.backgrounds).iter().filter_map(|scheme| low_contrast(inputs, scheme)).collect()
    }
}

/// The schemes that a theme has, with their accent colours.
fn schemes(accent: Accent, backgrounds: &Backgrounds) -> Vec<Scheme<'_>> {
    let [light, dark] = [&backgrounds.light, &backgrounds.dark].map(|scheme| scheme.as_deref().unwrap_or_default());
    let (colours, keys): (BothSchemes, [&[&str]; 2]) = match accent {
        Accent::One(one) => {
            let dark = one.readable_on(dark).unwrap_or(one);
            (BothSchemes { light: one, dark }, [&["style", "accent"], &["style", "accent"]])
        }
        Accent::Both(both) => (both, [&["style", "accent", "light"], &["style", "accent", "dark"]]),
    };
    let schemes = [
        Scheme { name: "light", backgrounds: light, colour: colours.light, keys: keys[0] },
        Scheme { name: "dark", backgrounds: dark, colour: colours.dark, keys: keys[1] },
    ];
    schemes.into_iter().filter(|scheme| !scheme.backgrounds.is_empty()).collect()
}

fn low_contrast(inputs: &Inputs, scheme: &Scheme<'_>) -> Option<Diagnostic> {
    let Scheme { name, backgrounds, colour, keys } = scheme;
    let (background, ratio) = colour.worst(backgrounds).filter(|(_, ratio)| *ratio < LEAST_CONTRAST)?;
    let path: Vec<Step<'_>> = keys.iter().map(|key| Step::Key(key)).collect();
    let message = format!(
        "`{colour}` has a contrast of {}:1 with `{background}`, a background of the {name} scheme: less than \
         {LEAST_CONTRAST}:1",
        hundredths(ratio)
    );
    let has = |near: Colour| hundredths(near.worst(backgrounds).map_or(LEAST_CONTRAST, |(_, ratio)| ratio));
    let help = match colour.readable_on(backgrounds) {
        Some(near) => format!("write `{near}`, the nearest that can be read: it has {}:1", has(near)),
        None => match Colour::grey_on(backgrounds) {
            Some(grey) => {
                format!("no such colour can be read on all backgrounds of the scheme; `{grey}` has {}:1", has(grey))
            }
            None => {
                let all: Vec<String> = backgrounds.iter().map(Colour::to_string).collect();
                let all = all.join("`, `");
                format!(
                    "no colour can be read on all of `{all}`: leave `accent` out, or change `[backgrounds]` of the theme"
                )
            }
        },
    };
    Some(Diagnostic::lint(Code::LowContrast, config::locate_below(inputs, &path), message).help(Some(help)))
}

/// A ratio with two decimals, rounded down: one that is too low never looks as if it were not.
fn hundredths(ratio: f64) -> String {
    format!("{:.2}", (ratio * 100.0).floor() / 100.0)
}
