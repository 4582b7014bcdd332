//! How the site looks: the templates, messages and static files of the theme, which those of the site override.
//!
//! [`Theme::read`] finds the theme that `site.toml` names and the ones it builds on; [`Theme::renderer`] compiles
//! the templates, once for each thread.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::Deserialize;
use tera::{ErrorKind, Tera};

use crate::address::Address;
use crate::config::{self, Config};
use crate::diagnostic::{Checked, Code, Diagnostic};
use crate::input::{InputId, Inputs, ReadError, Span};
use crate::language::Language;
use crate::name::{Name, name};

mod accent;
mod assets;
mod blocked;
mod bundles;
mod cited_dates;
mod constants;
mod counts;
mod dates;
mod files;
mod findings;
mod fingerprints;
mod functions;
mod keys;
mod layout;
mod loaded;
mod messages;
mod nesting;
mod own_messages;
mod renderer;
mod texts;
mod tokens;
mod translation;
mod unasked;
mod unread;
mod unread_messages;
mod unresolved;

pub use accent::Backgrounds;
use constants::Folded;
pub(crate) use files::Origin;
pub(crate) use keys::{Given, Shape};
pub use messages::Messages;
pub use renderer::Renderer;
use texts::Texts;

/// `theme.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// The theme's name.
    pub name: String,
    /// What it looks like, in a sentence.
    pub description: Option<String>,
    /// Its parent theme, which has the files that it lacks.
    pub parent: Option<String>,
    /// What links are read on; what it does not say is the parent's.
    #[serde(default)]
    pub backgrounds: Backgrounds,
}

/// A theme with its parents.
#[derive(Debug)]
pub struct Theme {
    /// Folders of the themes, the chosen one first: `themes/default/`.
    folders: Vec<String>,
    templates: Vec<Template>,
    /// The fingerprint of each template and those it includes, by its name without a prefix.
    fingerprints: BTreeMap<Name, u64>,
    /// What links are read on, as far as the theme or a parent says it.
    backgrounds: Backgrounds,
    /// Where messages of the site, and of themes that it has, stand, by id.
    message_places: BTreeMap<String, Span>,
    /// `site.toml`, for findings that belong to no template.
    settings: Span,
}

#[derive(Clone, Debug)]
struct Template {
    /// The name that Tera knows it by: with a prefix for each theme.
    name: String,
    text: Arc<str>,
    /// What is compiled.
    folded: Folded,
    input: InputId,
    /// Whether it is one of the program's own.
    is_embedded: bool,
}

/// A static file, as templates name it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Asset {
    /// Where it is published.
    pub(crate) address: Address,
    /// Of a script or a style sheet its hash, as the attribute `integrity` has it (Subresource Integrity).
    pub(crate) integrity: Option<String>,
}

/// The prefixes of template names in Tera, by theme: the site's own have none, the chosen theme's `theme/`, and
/// those of the themes below it `parent/`, `parent2/`, ….
fn prefix(position: usize) -> String {
    match position {
        0 => "theme/".to_owned(),
        1 => "parent/".to_owned(),
        number => format!("parent{number}/"),
    }
}

/// Those of so many themes, the chosen one first.
fn prefixes(themes: usize) -> Vec<String> {
    (0..themes).map(prefix).collect()
}

impl Theme {
    /// Finds the theme of a site and reads its templates.
    ///
    /// # Errors
    /// [`ReadError`] where a file cannot be read; an unknown theme and broken settings are findings.
    pub fn read(inputs: &Inputs, config: &Config) -> Result<Checked<Theme>, ReadError> {
        let mut findings = Vec::new();
        let (mut folders, mut backgrounds): (Vec<String>, _) = (Vec::new(), Backgrounds::default());
        let mut wanted = Some((config.theme.clone(), config::locate(inputs, "theme")));
        while let Some((name, asked)) = wanted.take() {
            let folder = format!("themes/{name}/");
            let Some(manifest) = inputs.find(&format!("{folder}theme.toml")) else {
                findings.push(findings::unknown_theme(inputs, &name, asked));
                break;
            };
            if folders.contains(&folder) {
                let finding =
                    Diagnostic::error(Code::UnknownTheme, asked, format!("the theme `{name}` builds on itself"));
                findings.push(finding.help(Some("remove `parent` from one of the themes".to_owned())));
                break;
            }
            folders.push(folder);
            let settings: Option<Manifest> = config::settings(inputs, manifest)?.keep(&mut findings);
            let Some(settings) = settings else { break };
            backgrounds = Backgrounds::or(backgrounds, settings.backgrounds);
            wanted = settings.parent.map(|parent| (parent, Span::file(manifest)));
        }
        let mut templates = Vec::new();
        collect(inputs, "templates/", "", &mut templates, &mut findings)?;
        templates.retain(|template| match findings::taken_name(template, folders.len()) {
            Some(finding) => {
                findings.push(finding);
                false
            }
            None => true,
        });
        for (position, folder) in folders.iter().enumerate() {
            collect(inputs, &format!("{folder}templates/"), &prefix(position), &mut templates, &mut findings)?;
        }
        let fingerprints = fingerprints::of(&Texts::of(named(&templates), prefixes(folders.len())));
        let fingerprints = fingerprints.into_iter().map(|(template, number)| (name(&template), number)).collect();
        let settings = config::locate(inputs, "theme");
        let message_places = BTreeMap::new();
        let theme = Theme { folders, templates, fingerprints, backgrounds, message_places, settings };
        Ok(Checked { value: theme, findings })
    }

    /// The folders with static files, the one that takes precedence first.
    pub fn static_folders(&self) -> Vec<String> {
        std::iter::once("static/".to_owned())
            .chain(self.folders.iter().map(|folder| format!("{folder}static/")))
            .collect()
    }

    /// The static files that templates ask for by `assets` or `integrity`, as far as they name them.
    pub(crate) fn named_assets(&self) -> BTreeSet<&str> {
        self.templates.iter().flat_map(|template| texts::assets_in(&template.text)).collect()
    }

    /// The folders of the themes, the chosen one first.
    pub(crate) fn folders(&self) -> &[String] {
        &self.folders
    }

    fn texts(&self) -> Texts<'_> {
        Texts::of(named(&self.templates), prefixes(self.folders.len()))
    }

    /// The words of the site and its theme in the site's language.
    ///
    /// # Errors
    /// [`ReadError`] where a file cannot be read; no or broken messages are findings.
    pub fn messages(&self, inputs: &Inputs, config: &Config) -> Result<Checked<Messages>, ReadError> {
        Messages::read(inputs, config, &self.message_folders())
    }

    /// The messages to translate into a language, as a file of Fluent: all, or those that are missing. What is not translated
    /// is a comment with the English text.
    ///
    /// # Errors
    /// [`ReadError`] where a file cannot be read.
    pub(crate) fn translation(
        &self,
        inputs: &Inputs,
        config: &Config,
        language: &Language,
        missing_only: bool,
    ) -> Result<String, ReadError> {
        translation::write(inputs, &self.message_folders(), &config.theme, language, missing_only)
    }

    /// The folders with `messages/`, the one that takes precedence first: the site itself, and its themes.
    fn message_folders(&self) -> Vec<String> {
        std::iter::once(String::new()).chain(self.folders.iter().cloned()).collect()
    }

    /// The theme with these messages in its templates.
    #[must_use]
    pub(crate) fn with_messages(mut self, messages: &Messages) -> Theme {
        let may_fold = constants::may_fold(self.templates.iter().map(|template| &*template.text));
        let texts = self.texts();
        let folded = |template: &Template| {
            let mut replaced = texts.replaced_names(&template.name, &template.text);
            if template.name.ends_with(".html") {
                replaced.extend(layout::layout(&template.text).into_iter().map(|range| (range, "")));
            }
            if may_fold {
                replaced.extend(constants::printed(&template.text, messages.plain()));
            }
            Folded::of(&template.text, replaced)
        };
        let folded: Vec<Folded> = self.templates.iter().map(folded).collect();
        for (template, folded) in self.templates.iter_mut().zip(folded) {
            template.folded = folded;
        }
        self.message_places.clone_from(messages.places());
        self
    }

    /// Compiles the templates for one thread. `assets` are the static files by their names.
    ///
    /// # Errors
    /// The findings in templates that do not compile: all those with wrong syntax, or the first that refers to
    /// something that is not there.
    pub fn renderer(
        &self,
        config: &Config,
        assets: &BTreeMap<String, Asset>,
        messages: &Arc<Messages>,
    ) -> Result<Renderer, Vec<Diagnostic>> {
        let mut tera = Tera::new();
        // This cannot fail as long as there are no templates.
        tera.set_fallback_prefixes(prefixes(self.folders.len())).map_err(|error| vec![self.finding(&error, None)])?;
        functions::register(&mut tera, config, messages);
        let context = tera.global_context();
        let href = |asset: &Asset| format!("{}{}", config.base_url.path(), asset.address.in_links());
        let addresses: BTreeMap<&str, String> =
            assets.iter().map(|(name, asset)| (name.as_str(), href(asset))).collect();
        let hashes = assets.iter().filter_map(|(name, asset)| Some((name.as_str(), asset.integrity.as_deref()?)));
        context.insert("assets", &addresses);
        context.insert("integrity", &hashes.collect::<BTreeMap<&str, &str>>());
        context.insert("msg", messages.plain());
        let mut findings = Vec::new();
        let mut templates: Vec<&Template> = self.templates.iter().collect();
        loop {
            let named = templates.iter().map(|template| (template.name.as_str(), &*template.folded.text));
            let Err(error) = tera.add_raw_templates(named) else { break };
            let broken = match error.kind() {
                ErrorKind::SyntaxError(report) => {
                    templates.iter().position(|template| template.name == report.filename())
                }
                _ => None,
            };
            // Once a template is left out, those that refer to it fail as well; those errors are no news.
            if broken.is_some() || findings.is_empty() {
                findings.push(self.finding(&error, None));
            }
            match broken {
                Some(position) => drop(templates.remove(position)),
                None => break,
            }
        }
        if findings.is_empty() { Ok(Renderer::of(tera)) } else { Err(findings) }
    }

    /// The fingerprint of a template and those it includes, by its name; `None` if there is none.
    pub(crate) fn fingerprint(&self, template: Name) -> Option<u64> {
        self.fingerprints.get(&template).copied()
    }
}

/// The names by which Tera knows templates, with their texts.
fn named(templates: &[Template]) -> impl Iterator<Item = (&str, &str)> {
    templates.iter().map(|template| (template.name.as_str(), &*template.text))
}

fn collect(
    inputs: &Inputs,
    folder: &str,
    prefix: &str,
    templates: &mut Vec<Template>,
    findings: &mut Vec<Diagnostic>,
) -> Result<(), ReadError> {
    for (input, file) in inputs.under(folder) {
        match String::from_utf8(inputs.bytes(input)?.into_owned()) {
            Ok(text) => {
                let name = format!("{prefix}{}", &file.path()[folder.len()..]);
                let text = text.into();
                let (folded, is_embedded) = (Folded::unchanged(&text), file.is_embedded());
                templates.push(Template { name, folded, text, input, is_embedded });
            }
            Err(error) => findings.push(Diagnostic::not_utf8(input, error.utf8_error())),
        }
    }
    Ok(())
}
