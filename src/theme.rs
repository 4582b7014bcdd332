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
use crate::diagnostic::{Checked, Code, Diagnostic, did_you_mean};
use crate::input::{InputId, Inputs, ReadError, Span};
use crate::language::Language;
use crate::name::{Name, name};

mod blocked;
mod bundles;
mod cited_dates;
mod constants;
mod counts;
mod dates;
mod files;
mod fingerprints;
mod functions;
mod keys;
mod layout;
mod messages;
mod nesting;
mod renderer;
mod texts;
mod tokens;
mod translation;

use constants::Folded;
pub(crate) use files::Origin;
use keys::WrongKeys;
pub(crate) use keys::{Given, Shape, UnknownKey};
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
}

/// A theme with its parents.
#[derive(Debug)]
pub struct Theme {
    /// Folders of the themes, the chosen one first: `themes/default/`.
    folders: Vec<String>,
    templates: Vec<Template>,
    /// The fingerprint of each template and those it includes, by its name without a prefix.
    fingerprints: BTreeMap<Name, u64>,
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

impl Theme {
    /// Finds the theme of a site and reads its templates.
    ///
    /// # Errors
    /// [`ReadError`] where a file cannot be read; an unknown theme and broken settings are findings.
    pub fn read(inputs: &Inputs, config: &Config) -> Result<Checked<Theme>, ReadError> {
        let mut findings = Vec::new();
        let mut folders: Vec<String> = Vec::new();
        let mut wanted = Some((config.theme.clone(), config::locate(inputs, "theme")));
        while let Some((name, asked)) = wanted.take() {
            let folder = format!("themes/{name}/");
            let Some(manifest) = inputs.find(&format!("{folder}theme.toml")) else {
                findings.push(unknown_theme(inputs, &name, asked));
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
            wanted = settings.and_then(|settings| settings.parent).map(|parent| (parent, Span::file(manifest)));
        }
        let mut templates = Vec::new();
        collect(inputs, "templates/", "", &mut templates, &mut findings)?;
        for (position, folder) in folders.iter().enumerate() {
            collect(inputs, &format!("{folder}templates/"), &prefix(position), &mut templates, &mut findings)?;
        }
        let prefixes: Vec<String> = (0..folders.len()).map(prefix).collect();
        let fingerprints = fingerprints::of(Texts { texts: &named(&templates), prefixes: &prefixes });
        let fingerprints = fingerprints.into_iter().map(|(template, number)| (name(&template), number)).collect();
        let settings = config::locate(inputs, "theme");
        Ok(Checked { value: Theme { folders, templates, fingerprints, settings }, findings })
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
        let prefixes: Vec<String> = (0..self.folders.len()).map(prefix).collect();
        let named = named(&self.templates);
        let texts = Texts { texts: &named, prefixes: &prefixes };
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
        let prefixes = (0..self.folders.len()).map(prefix);
        // This cannot fail as long as there are no templates.
        tera.set_fallback_prefixes(prefixes).map_err(|error| vec![self.finding(&error, None)])?;
        functions::register(&mut tera, config, messages);
        let context = tera.global_context();
        let href = |asset: &Asset| format!("{}{}", config.base_url.path(), asset.address);
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

    /// Findings for keys that templates read and are never given, for lists that they leave out, and for templates that
    /// pages need and that are nowhere; `given` computes the keys of each template that is `needed`. The built-in theme is
    /// not checked here: tests do.
    pub(crate) fn wrong_templates(
        &self,
        inputs: &Inputs,
        needed: &BTreeSet<&'static str>,
        given: impl FnOnce() -> BTreeMap<&'static str, Given>,
    ) -> Vec<Diagnostic> {
        let is_own = |template: &Template| !inputs.get(template.input).is_embedded();
        if !self.templates.iter().any(is_own) {
            return Vec::new();
        }
        let named = named(&self.templates);
        let prefixes: Vec<String> = (0..self.folders.len()).map(prefix).collect();
        let texts = Texts { texts: &named, prefixes: &prefixes };
        let WrongKeys { mut unknown, incomplete } = texts.wrong_keys(&given());
        unknown.dedup_by(|a, b| (&a.template, a.range) == (&b.template, b.range));
        let own = |name: &str| self.templates.iter().find(|template| template.name == name && is_own(template));
        let unknown = unknown.iter().filter_map(|found| Some(unknown_key(own(&found.template)?.input, found)));
        let incomplete =
            incomplete.iter().filter_map(|found| Some(incomplete_list(own(found.name)?.input, &found.unread)));
        let missing = needed.iter().filter(|name| !texts.has(name)).map(|name| {
            let (message, help) = self.no_template(name);
            Diagnostic::lint(Code::MissingTemplate, self.settings, message).help(Some(help))
        });
        unknown.chain(incomplete).chain(missing).collect()
    }

    /// Findings for what the policy of the site blocks in the site's own templates, style sheets and themes.
    pub(crate) fn blocked(&self, inputs: &Inputs, config: &Config) -> Vec<Diagnostic> {
        let finding = |input: InputId, blocked: blocked::Blocked| {
            let span = Span::new(input, blocked.range);
            Diagnostic::lint(Code::BlockedByPolicy, span, blocked.message).help(Some(blocked.help))
        };
        let own = self.templates.iter().filter(|template| !inputs.get(template.input).is_embedded());
        let markup = own.filter(|template| template.name.ends_with(".html"));
        let findings = markup.flat_map(|template| {
            let found = blocked::blocked(&template.text, &config.security, &config.base_url).into_iter();
            found.map(|blocked| finding(template.input, blocked))
        });
        let styles = self.styles(inputs).into_iter().flat_map(|input| {
            // A file that cannot be read, or is no text, is reported by the stage that publishes it.
            let bytes = inputs.bytes(input).unwrap_or_default();
            let text = std::str::from_utf8(&bytes).unwrap_or_default();
            let found = blocked::blocked_in_styles(text, &config.security, &config.base_url).into_iter();
            found.map(|blocked| finding(input, blocked)).collect::<Vec<_>>()
        });
        findings.chain(styles).collect()
    }

    /// The style sheets that are published, of which none is one of the program's own.
    fn styles(&self, inputs: &Inputs) -> Vec<InputId> {
        let mut names = BTreeSet::new();
        let mut styles = Vec::new();
        for folder in self.static_folders() {
            for (input, file) in inputs.under(&folder).filter(|(_, file)| file.path().ends_with(".css")) {
                let is_first = names.insert(file.path()[folder.len()..].to_owned());
                if is_first && !file.is_embedded() && file.refusal().is_none() {
                    styles.push(input);
                }
            }
        }
        styles
    }

    /// A failure of Tera as a finding in the template's file, with the page at whose address it failed.
    pub(crate) fn finding(&self, error: &tera::Error, page: Option<&Address>) -> Diagnostic {
        if let ErrorKind::TemplateNotFound(name) = error.kind() {
            return self.missing(name);
        }
        let (message, place) = match error.kind() {
            ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
                let template = self.templates.iter().find(|template| template.name == report.filename());
                let place = template.map(|template| template.span(report.span()));
                (report.message().to_owned(), place)
            }
            other => (other.to_string(), None),
        };
        let named = self.templates.iter().find(|template| message.contains(&format!("'{}'", template.name)));
        let anywhere = named.or(self.templates.first()).map(|template| Span::file(template.input));
        let message = sentence(&message);
        let span = place.or(anywhere).unwrap_or(self.settings);
        Diagnostic::error(Code::TemplateError, span, message)
            .help(page.map(|page| format!("see what the page `{page}` gives it: docs/templates.md")))
    }

    /// A page that was to be made with a template that neither the theme nor the site has.
    fn missing(&self, name: &str) -> Diagnostic {
        let (message, help) = self.no_template(name);
        Diagnostic::error(Code::TemplateError, self.settings, message).help(Some(help))
    }

    /// What is said of a template that is nowhere, and what helps: a theme without `parent` has to have all.
    fn no_template(&self, name: &str) -> (String, String) {
        let folder = self.folders.first().map_or("", String::as_str);
        let help = format!(
            "add it to `{folder}templates/`, as docs/templates.md says, or write `parent = \"default\"` in the theme's \
             `theme.toml`"
        );
        (format!("the theme has no template `{name}`"), help)
    }
}

/// The texts of templates by their names in Tera.
fn named(templates: &[Template]) -> BTreeMap<&str, &str> {
    templates.iter().map(|template| (template.name.as_str(), &*template.text)).collect()
}

fn unknown_key(input: InputId, found: &UnknownKey) -> Diagnostic {
    let UnknownKey { range: (start, end), of, key, known, template: _ } = found;
    let message = match of {
        Some(of) => format!("`{of}` has no key `{key}`: it is always undefined"),
        None => format!("the template is given no `{key}`: it is always undefined"),
    };
    let help = did_you_mean(key, known.iter().map(String::as_str));
    let help = help.or_else(|| (!known.is_empty()).then(|| format!("use one of `{}`", known.join("`, `"))));
    Diagnostic::lint(Code::UnknownTemplateKey, Span::new(input, *start..*end), message).help(help)
}

fn incomplete_list(input: InputId, unread: &[&[&str]]) -> Diagnostic {
    let keys: Vec<String> = unread.iter().map(|keys| format!("`{}`", keys.join("` or `"))).collect();
    let message = format!("the template does not read {}: statements of a long list are missing", keys.join(", "));
    let help = "show what these hold, as docs/templates.md says; or extend the theme's template, and replace only the \
                blocks that are to be different";
    Diagnostic::lint(Code::IncompleteList, Span::file(input), message).help(Some(help.to_owned()))
}

fn unknown_theme(inputs: &Inputs, name: &str, asked: Span) -> Diagnostic {
    let known: Vec<&str> = inputs
        .under("themes/")
        .filter_map(|(_, file)| file.path().strip_prefix("themes/")?.strip_suffix("/theme.toml"))
        .filter(|name| !name.contains('/'))
        .collect();
    let help =
        did_you_mean(name, known.iter().copied()).unwrap_or_else(|| format!("use one of `{}`", known.join("`, `")));
    Diagnostic::error(Code::UnknownTheme, asked, format!("there is no theme `{name}`")).help(Some(help))
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
                templates.push(Template { name, folded: Folded::unchanged(&text), text, input });
            }
            Err(error) => {
                let at = error.utf8_error().valid_up_to();
                findings.push(Diagnostic::error(
                    Code::InvalidUtf8,
                    Span::new(input, at..at + 1),
                    "the file is not UTF-8 text",
                ));
            }
        }
    }
    Ok(())
}

/// Tera's message as Chronicle writes messages: lower case, no full stop, on one line.
fn sentence(message: &str) -> String {
    let line = message.lines().next().unwrap_or_default().trim_end_matches('.');
    let mut letters = line.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

impl Template {
    /// Tera counts lines from one and columns in characters from zero.
    fn span(&self, span: &tera::Span) -> Span {
        let start = self.byte(span.start_line, span.start_col);
        let end = self.byte(span.end_line, span.end_col).max(start);
        Span::new(self.input, start..end)
    }

    fn byte(&self, line: usize, column: usize) -> usize {
        let text = &*self.folded.text;
        let start =
            if line <= 1 { 0 } else { text.match_indices('\n').nth(line - 2).map_or(text.len(), |(at, _)| at + 1) };
        let rest = &text[start..];
        self.folded.original(start + rest.char_indices().nth(column).map_or(rest.len(), |(at, _)| at))
    }
}
