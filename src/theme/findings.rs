//! What is wrong in templates and style sheets, as findings.

use std::collections::{BTreeMap, BTreeSet};

use tera::ErrorKind;

use super::keys::{Given, UnknownKey, WrongKeys};
use super::texts::{LostBlock, named_in};
use super::unasked::unasked;
use super::{Template, Theme, blocked, unread};
use crate::address::Address;
use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic, did_you_mean};
use crate::input::{InputId, Inputs, Span};

impl Theme {
    /// Findings for keys that templates read and are never given, for lists that they leave out, for settings that they do not
    /// read, and for templates that pages need and that are nowhere; `given` computes the keys of each template that is `needed`. The built-in theme is
    /// not checked here: tests do.
    pub(crate) fn wrong_templates(
        &self,
        inputs: &Inputs,
        config: &Config,
        needed: &BTreeSet<&'static str>,
        given: impl FnOnce() -> BTreeMap<&'static str, Given>,
    ) -> Vec<Diagnostic> {
        let is_own = |template: &Template| !inputs.get(template.input).is_embedded();
        if !self.templates.iter().any(is_own) {
            return Vec::new();
        }
        let texts = self.texts();
        let given = given();
        let unasked = unasked(&self.templates, self.folders.len(), given.keys().copied());
        let WrongKeys { mut unknown, incomplete, mut read } = texts.wrong_keys(&given);
        unknown.dedup_by(|a, b| (&a.template, a.range) == (&b.template, b.range));
        let own = |name: &str| self.templates.iter().find(|template| template.name == name && is_own(template));
        let unknown = unknown.iter().filter_map(|found| Some(unknown_key(own(&found.template)?.input, found)));
        let incomplete =
            incomplete.iter().filter_map(|found| Some(incomplete_list(own(found.name)?.input, &found.unread)));
        let missing = needed.iter().filter(|name| !texts.has(name)).map(|name| {
            let (message, help) = self.no_template(name);
            Diagnostic::lint(Code::MissingTemplate, self.settings, message).help(Some(help))
        });
        // A component may be written in one file and used in another.
        let has_components = texts.texts.values().any(|text| text.contains("component"));
        read.iter_mut().for_each(|read| read.is_any |= has_components);
        let unread = unread::unread(inputs, config, &read);
        unknown.chain(incomplete).chain(missing).chain(unread).chain(unasked).collect()
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
        let finding = self.no_block(error).or_else(|| self.wrong_message(error)).or_else(|| self.names_itself(error));
        if let Some(finding) = finding {
            return finding;
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

    /// A block that stands in none of the templates that its template builds on: Tera names it, and not where it is.
    fn no_block(&self, error: &tera::Error) -> Option<Diagnostic> {
        let message = error.to_string();
        let (_, rest) = message.split_once("Block `")?;
        let (block, rest) = rest.split_once('`')?;
        if !rest.contains("not defined in any parent") {
            return None;
        }
        let texts = self.texts();
        let stands_in_none = |template: &Template| {
            let LostBlock { range, known, extended } = texts.lost_block(&template.name, block)?;
            if !template.is_embedded {
                let message = format!("the template that this one extends has no block `{block}`");
                let near = did_you_mean(block, known.iter().copied());
                let help = near.or_else(|| (!known.is_empty()).then(|| format!("use one of `{}`", known.join("`, `"))));
                let span = Span::new(template.input, range);
                return Some(Diagnostic::error(Code::TemplateError, span, message).help(help));
            }
            // What stands in the place of one of the program's own lacks what that one has.
            let is_own = |name: &&str| self.templates.iter().find(|other| other.name == **name && !other.is_embedded);
            let own = extended.iter().find_map(is_own)?;
            let by = template.name.split_once('/').map_or(template.name.as_str(), |(_, name)| name);
            let message = format!("the template has no block `{block}`, and `{by}`, which extends it, has");
            let help = format!(
                "add `{{% block {block} %}}{{% endblock %}}`, or begin with `{{% extends \"theme/{}\" %}}`",
                own.name
            );
            Some(Diagnostic::error(Code::TemplateError, Span::file(own.input), message).help(Some(help)))
        };
        self.templates.iter().find_map(stands_in_none)
    }

    /// A template that extends or includes itself, where it means that of the theme behind it.
    fn names_itself(&self, error: &tera::Error) -> Option<Diagnostic> {
        if !matches!(error.kind(), ErrorKind::CircularExtend { .. } | ErrorKind::CircularInclude { .. }) {
            return None;
        }
        let texts = self.texts();
        let own = |template: &Template| {
            let leads_back = |(name, _): &(&str, _)| {
                texts.find_from(&template.name, name).is_some_and(|(found, _)| found == template.name)
            };
            let (name, range) = named_in(&template.text).into_iter().find(leads_back)?;
            let behind = format!("theme/{name}");
            let help = match texts.find_from(&template.name, &behind) {
                Some(_) => format!("write `{behind}`: the template that this one stands in place of"),
                None => "name another template".to_owned(),
            };
            let message = format!("the template `{name}` stands within itself");
            let span = Span::new(template.input, range);
            Some(Diagnostic::error(Code::TemplateError, span, message).help(Some(help)))
        };
        self.templates.iter().filter(|template| !template.is_embedded).find_map(own)
    }

    /// A message of the site, or of a theme that it has, that a template could not show: the fault is in the message.
    fn wrong_message(&self, error: &tera::Error) -> Option<Diagnostic> {
        let ErrorKind::RenderingError(report) = error.kind() else { return None };
        let (_, rest) = report.message().split_once("the message `")?;
        let (id, reason) = rest.split_once("`: ")?;
        let span = *self.message_places.get(id)?;
        let message = format!("the message `{id}` cannot be shown: {}", reason.trim().to_lowercase());
        let finding = Diagnostic::error(Code::BadMessages, span, message);
        let template = self.templates.iter().find(|template| template.name == report.filename());
        Some(match template.map(|template| template.span(report.span())) {
            Some(place) => finding.label(place, "shown here"),
            None => finding,
        })
    }

    /// A page that was to be made with a template that neither the theme nor the site has.
    fn missing(&self, name: &str) -> Diagnostic {
        let (message, help) = self.no_template(name);
        Diagnostic::error(Code::TemplateError, self.settings, message).help(Some(help))
    }

    /// What is said of a template that is nowhere, and what helps: a theme without `parent` has to have all.
    fn no_template(&self, name: &str) -> (String, String) {
        let folder = self.folders.first().map_or("", String::as_str);
        let or = match folder == "themes/default/" {
            true => "remove this folder, which stands before the theme of that name in the program",
            false => "write `parent = \"default\"` in the theme's `theme.toml`",
        };
        let help = format!("add it to `{folder}templates/`, as docs/templates.md says, or {or}");
        (format!("the theme has no template `{name}`"), help)
    }
}

/// A template of the site whose name is one that those of themes have, so that it would stand in for one of theirs unseen.
pub(super) fn taken_name(template: &Template, themes: usize) -> Option<Diagnostic> {
    let prefix = super::prefixes(themes.max(1)).into_iter().find(|prefix| template.name.starts_with(prefix))?;
    let name = &template.name[prefix.len()..];
    let message =
        format!("`{prefix}` leads to templates of the theme, so the site can have none in a folder of that name");
    let help = format!(
        "write `templates/{name}` to have it in place of the theme's, and `{{% extends \"theme/{name}\" %}}` there"
    );
    Some(Diagnostic::error(Code::TemplateError, Span::file(template.input), message).help(Some(help)))
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

/// The theme that a site or a theme names is nowhere.
pub(super) fn unknown_theme(inputs: &Inputs, name: &str, asked: Span) -> Diagnostic {
    let known: Vec<&str> = inputs
        .under("themes/")
        .filter_map(|(_, file)| file.path().strip_prefix("themes/")?.strip_suffix("/theme.toml"))
        .filter(|name| !name.contains('/'))
        .collect();
    let help =
        did_you_mean(name, known.iter().copied()).unwrap_or_else(|| format!("use one of `{}`", known.join("`, `")));
    Diagnostic::error(Code::UnknownTheme, asked, format!("there is no theme `{name}`")).help(Some(help))
}

/// Tera's message as Chronicle writes messages: lower case, no full stop, on one line.
fn sentence(message: &str) -> String {
    let line = message.lines().next().unwrap_or_default().trim_end_matches('.');
    let mut letters = line.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

impl Template {
    /// Tera counts lines from one and columns in characters from zero.
    pub(super) fn span(&self, span: &tera::Span) -> Span {
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
