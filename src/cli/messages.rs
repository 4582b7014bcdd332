//! `chronicle messages`: the words of a theme, to translate.

use std::path::PathBuf;

use super::{Ended, complaint, in_colour, print, root, tell, way};
use crate::config;
use crate::diagnostic::{Checked, Levels, Severity, settle};
use crate::input::Inputs;
use crate::language::Language;
use crate::report::{Printable, Report};
use crate::theme::Theme;

/// Print the words of the theme to translate them into a language
///
/// What is printed is a file for `messages/` of the site, in the format of Project Fluent: each message in English as a
/// comment, and below it the one in the language, where there is one. A message that stays a comment is shown in English.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The language, as a BCP 47 tag
    #[arg(value_name = "LANG", value_parser = language)]
    language: Language,
    /// Only those that are missing in the language
    #[arg(long)]
    missing: bool,
    /// The folder that holds `site.toml` [default: the nearest at or above this one]
    #[arg(long, value_name = "DIR")]
    root: Option<PathBuf>,
}

fn language(text: &str) -> Result<Language, String> {
    text.parse().map_err(|error: crate::language::LanguageError| match error.help() {
        Some(help) => format!("{error}: {help}"),
        None => error.to_string(),
    })
}

pub(super) fn run(arguments: &Arguments) -> Ended {
    write(arguments).unwrap_or_else(Ended::Failed)
}

fn write(arguments: &Arguments) -> Result<Ended, String> {
    let root = root(arguments.root.as_deref())?;
    let inputs = Inputs::read(&root).map_err(|error| error.to_string())?;
    let Checked { value, mut findings } = config::read(&inputs).map_err(|error| error.to_string())?;
    let theme = match &value {
        Some(config) => Some(Theme::read(&inputs, config).map_err(|error| error.to_string())?.keep(&mut findings)),
        None => None,
    };
    findings.retain(|finding| finding.severity == Severity::Error);
    match (value, theme) {
        (Some(config), Some(theme)) if findings.is_empty() => {
            let text = theme.translation(&inputs, &config, &arguments.language, arguments.missing);
            Ok(print(&Printable::fluent(&text.map_err(|error| error.to_string())?)))
        }
        _ => {
            let findings = settle(findings, &Levels::default());
            tell(&Report::of(&findings, &inputs).seen_from(way(&root)).human(in_colour(&std::io::stderr())));
            tell(&complaint("mend `site.toml` and the theme first"));
            Ok(Ended::Findings)
        }
    }
}
