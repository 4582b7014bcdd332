//! Files of messages, read into a bundle of Fluent for the language of a site, and one for English beside it.
//!
//! A folder has the messages of a language in `messages/<language>.ftl` and `messages/<language>.<anything>.ftl`. A site's
//! stand over those of its theme, and these over those of the parent; `pt-BR` over `pt`.

use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};

use super::counts::{self, Counts};
use super::own_messages::{OwnFile, message};
use super::{nesting, unresolved};
use crate::config::{self, Config};
use crate::diagnostic::{Checked, Code, Diagnostic};
use crate::input::{InputId, Inputs, ReadError, Span};
use crate::language::{Language, LanguageError};

/// The messages in the language of a site, and English ones where it has none.
pub(super) struct Bundles {
    own: FluentBundle<FluentResource>,
    /// The messages in English, apart from the others: their plurals are those of English. None where the site's
    /// language lacks none.
    english: Option<FluentBundle<FluentResource>>,
    /// None where numbers need no other.
    counts: Option<Counts>,
    ids: BTreeSet<String>,
    /// Where messages of the site, and of themes that it has, stand: the one that takes precedence of each id.
    places: BTreeMap<String, Span>,
    /// All places of those of these messages that no message names.
    unnamed: BTreeMap<String, BTreeSet<Span>>,
}

/// Where the messages are that are always there.
const BUILT_IN: &str = "themes/default/";

impl Bundles {
    /// Reads the messages from `folders`, the one that takes precedence first. That English ones stand in for others, and
    /// errors in files, are findings.
    pub(super) fn read(inputs: &Inputs, config: &Config, folders: &[String]) -> Result<Checked<Bundles>, ReadError> {
        let mut findings = misnamed(inputs, folders);
        let own = LanguageMessages::read(inputs, folders, &config.language, &mut findings)?;
        let counts = Counts::of(&config.language);
        let places = own.places.iter().map(|(id, (span, _))| (id.clone(), *span)).collect();
        let unnamed = BTreeMap::new();
        let mut bundles = Bundles { own: own.bundle, english: None, counts, ids: own.ids, places, unnamed };
        // Where there is no theme, that is the finding.
        let is_without_theme = folders.iter().all(String::is_empty);
        if is_without_theme || config.language.primary() == "en" && !bundles.ids.is_empty() {
            findings.extend(unresolved::never_given(&own.places, [&own.given, &own.given]));
            bundles.unnamed = own.defined.unnamed();
            return Ok(Checked { value: bundles, findings });
        }
        let mut all = LanguageMessages::read(inputs, folders, &Language::english(), &mut findings)?;
        if all.ids.is_empty() && bundles.ids.is_empty() {
            all = LanguageMessages::read(inputs, &[BUILT_IN.to_owned()], &Language::english(), &mut findings)?;
        }
        findings.extend(unresolved::never_given(&own.places, [&own.given, &all.given]));
        findings.extend(unresolved::never_given(&all.places, [&own.given, &all.given]));
        bundles.unnamed = own.defined.with(all.defined).unnamed();
        let missing: Vec<&String> = all.ids.difference(&bundles.ids).filter(|id| has_english(id)).collect();
        if !missing.is_empty() {
            findings.push(untranslated(inputs, config, bundles.ids.is_empty(), &missing));
            let english: Vec<String> = missing.into_iter().cloned().collect();
            bundles.ids.extend(english);
            let places = all.places.into_iter().map(|(id, (span, _))| (id, span));
            places.for_each(|(id, span)| {
                bundles.places.entry(id).or_insert(span);
            });
            bundles.english = Some(all.bundle);
        }
        Ok(Checked { value: bundles, findings })
    }

    /// Where messages of the site, and of themes that it has, stand.
    pub(super) fn places(&self) -> &BTreeMap<String, Span> {
        &self.places
    }

    /// All places of the messages of the site, and of themes that it has, that no message names.
    pub(super) fn unnamed(&self) -> &BTreeMap<String, BTreeSet<Span>> {
        &self.unnamed
    }

    /// The bundle that has a message: the one of the site's language, if it is there.
    fn of(&self, id: &str) -> &FluentBundle<FluentResource> {
        match &self.english {
            Some(english) if !self.own.has_message(id) && has_english(id) => english,
            _ => &self.own,
        }
    }

    /// The messages that take no arguments, by id.
    pub(super) fn plain(&self) -> BTreeMap<String, String> {
        self.ids.iter().filter_map(|id| Some((id.clone(), self.without_arguments(id)?))).collect()
    }

    fn without_arguments(&self, id: &str) -> Option<String> {
        let mut errors = Vec::new();
        let bundle = self.of(id);
        let pattern = bundle.get_message(id)?.value()?;
        let text = bundle.format_pattern(pattern, None, &mut errors).into_owned();
        errors.is_empty().then_some(text)
    }

    /// An attribute of a message, which takes no arguments.
    pub(super) fn attribute(&self, id: &str, name: &str) -> Option<String> {
        let bundle = self.of(id);
        let attribute = bundle.get_message(id)?.get_attribute(name)?;
        Some(bundle.format_pattern(attribute.value(), None, &mut Vec::new()).into_owned())
    }

    /// A message with arguments, or why it cannot be formatted: no such message, or a missing argument.
    pub(super) fn format(&self, id: &str, arguments: &FluentArgs<'_>) -> Result<String, String> {
        let bundle = self.of(id);
        let message = bundle.get_message(id).ok_or_else(|| format!("there is no message `{id}`"))?;
        let pattern = message.value().ok_or_else(|| format!("the message `{id}` has no text"))?;
        let mut errors = Vec::new();
        let replaced =
            self.counts.as_ref().filter(|_| std::ptr::eq(bundle, &self.own)).map(|it| it.arguments(arguments));
        let text = bundle.format_pattern(pattern, Some(replaced.as_ref().unwrap_or(arguments)), &mut errors);
        match errors.first() {
            None => Ok(text.into_owned()),
            Some(error) => Err(format!("the message `{id}`: {error}")),
        }
    }
}

/// The messages in one language.
struct LanguageMessages {
    bundle: FluentBundle<FluentResource>,
    ids: BTreeSet<String>,
    /// Where messages and terms of the site, and of themes that it has, stand, with the arguments that they take.
    places: unresolved::Places,
    /// These messages with all their places, and those that they name.
    defined: unresolved::Defined,
    /// The arguments of messages of the program's own themes.
    given: unresolved::Given,
}

impl LanguageMessages {
    fn read(
        inputs: &Inputs,
        folders: &[String],
        language: &Language,
        findings: &mut Vec<Diagnostic>,
    ) -> Result<LanguageMessages, ReadError> {
        let mut bundle = FluentBundle::new_concurrent(vec![language.as_str().parse().unwrap_or_default()]);
        // The markup has the direction of texts; Fluent's isolation marks would end up in titles and attributes.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(counts::shown));
        let (mut ids, mut terms) = (BTreeSet::new(), BTreeSet::new());
        let (mut own, mut given) = (Vec::new(), unresolved::Given::new());
        for input in folders.iter().rev().flat_map(|folder| files(inputs, folder, language)) {
            let text = match String::from_utf8(inputs.bytes(input)?.into_owned()) {
                Ok(text) => without_mark(text),
                Err(error) => {
                    findings.push(Diagnostic::not_utf8(input, error.utf8_error()));
                    continue;
                }
            };
            if let Some(at) = nesting::too_deep(&text) {
                let message = format!("a message has more than {} brackets open at once", nesting::MOST);
                findings.push(Diagnostic::error(Code::BadMessages, Span::new(input, at..at + 1), message));
                continue;
            }
            let is_own = !inputs.get(input).is_embedded();
            own.extend(is_own.then(|| (input, text.clone())));
            let resource = FluentResource::try_new(text).unwrap_or_else(|(resource, errors)| {
                findings.extend(errors.into_iter().map(|error| {
                    let message = format!("not Fluent: {}", error.kind.to_string().to_lowercase());
                    Diagnostic::error(Code::BadMessages, Span::new(input, error.pos), message)
                }));
                resource
            });
            if resource.entries().any(nesting::is_constant) {
                let message = "a message chooses by what is always the same, or has a placeable within another";
                findings.push(Diagnostic::error(Code::BadMessages, Span::file(input), message));
                own.pop_if(|_| is_own);
                continue;
            }
            terms.extend(resource.entries().filter_map(unresolved::term));
            for (id, entry) in resource.entries().filter_map(|entry| Some((message(entry)?, entry))) {
                if !is_own {
                    given.entry(id.to_owned()).or_default().extend(unresolved::arguments(entry));
                }
                ids.insert(id.to_owned());
            }
            bundle.add_resource_overriding(resource);
        }
        let own: Vec<OwnFile<'_>> = own.iter().map(|(input, text)| OwnFile::of(*input, text)).collect();
        findings.extend(own.iter().flat_map(OwnFile::doubled));
        let places = unresolved::check(&own, &bundle, &terms, findings);
        Ok(LanguageMessages { bundle, ids, places, defined: unresolved::Defined::by(&own), given })
    }
}

/// Whether the English message may stand in for one of another language. How digits are grouped is a matter of the language
/// (a comma would be read as that of a fraction), and so is its locale; names of months and weekdays are known in more
/// languages than themes are.
pub(super) fn has_english(id: &str) -> bool {
    !matches!(id, "number_group" | "open_graph_locale") && !id.starts_with("month_") && !id.starts_with("weekday_")
}

/// Findings for files of messages that no language has.
fn misnamed(inputs: &Inputs, folders: &[String]) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for folder in folders {
        let under = format!("{folder}messages/");
        for (input, file) in inputs.under(&under).filter(|(_, file)| file.path().ends_with(".ftl")) {
            let name = &file.path()[under.len()..];
            let tag = name.split('.').next().unwrap_or_default();
            let help = match tag.parse::<Language>() {
                _ if name.contains('/') => Some("put it into `messages/` itself".to_owned()),
                Ok(language) if language.as_str() == tag => continue,
                Ok(language) => Some(format!("write `{language}`")),
                Err(error) => LanguageError::help(&error),
            };
            let message = format!("`{name}` is not named after a language, so it is never read");
            findings.push(Diagnostic::error(Code::BadMessages, Span::file(input), message).help(help));
        }
    }
    findings
}

/// The one finding about all messages that are shown in English.
fn untranslated(inputs: &Inputs, config: &Config, all: bool, missing: &[&String]) -> Diagnostic {
    let (theme, language) = (&config.theme, config.language.as_str());
    let message = match missing {
        _ if all => format!("the theme `{theme}` has no messages in `{language}`: its words are shown in English"),
        [one] => format!("the theme `{theme}` has no message `{one}` in `{language}`: it is shown in English"),
        _ => format!(
            "{} messages of the theme `{theme}` are not there in `{language}` and are shown in English: {}",
            missing.len(),
            listed(missing)
        ),
    };
    let help = format!("translate what `chronicle messages --missing {language}` prints, in `messages/{language}.ftl`");
    Diagnostic::lint(Code::UntranslatedMessages, config::locate(inputs, "language"), message).help(Some(help))
}

/// The most ids of messages that a finding names.
const MOST_NAMED: usize = 10;

/// The first ids of messages and how many more there are; names of countries and languages are counted where they are many.
fn listed(ids: &[&String]) -> String {
    let mut parts: Vec<String> = Vec::new();
    for family in ["country_", "language_", ""] {
        let of = |id: &&&String| match family {
            "" => !id.starts_with("country_") && !id.starts_with("language_"),
            _ => id.starts_with(family),
        };
        let ids: Vec<String> = ids.iter().filter(of).map(|id| format!("`{id}`")).collect();
        match (family, ids.len()) {
            ("", _) | (_, 0..=5) => parts.splice(0..0, ids).for_each(drop),
            (_, count) => parts.push(format!("{count} of `{family}…`")),
        }
    }
    let others = parts.split_off(parts.len().min(MOST_NAMED));
    let more = if others.is_empty() { String::new() } else { format!(", and {} more", others.len()) };
    format!("{}{more}", parts.join(", "))
}

/// A text of Fluent without a byte order mark at its beginning, which Fluent does not know; as long as before, so that places
/// stay.
pub(super) fn without_mark(text: String) -> String {
    match text.strip_prefix('\u{feff}') {
        Some(rest) => format!("\n\n\n{rest}"),
        None => text,
    }
}

/// The files of messages in a folder for a language, the one that takes precedence last: for the first part of its tag, for
/// that with its script, and for the whole: `zh`, `zh-Hans`, `zh-Hans-SG`. Traditional Chinese is not read where Simplified
/// is, and the other way round.
pub(super) fn files(inputs: &Inputs, folder: &str, language: &Language) -> Vec<InputId> {
    let under = format!("{folder}messages/");
    let script = if language.is_traditional_chinese() { Some("Hant") } else { language.script() };
    let mut tags = vec![language.primary().to_owned()];
    if language.is_traditional_chinese() {
        tags.clear();
    }
    tags.extend(script.map(|script| format!("{}-{script}", language.primary())));
    tags.push(language.as_str().to_owned());
    tags.dedup();
    let mut found = Vec::new();
    for tag in tags {
        let start = format!("{under}{tag}.");
        found.extend(inputs.under(&start).filter(|(_, file)| file.path().ends_with(".ftl")).map(|(input, _)| input));
    }
    found
}
