//! The messages of a site and its theme as a file to translate: valid Fluent, in which what is not translated yet is a comment,
//! so that it counts as missing until somebody has written it.

use std::collections::BTreeMap;

use fluent_syntax::ast::{Comment, Entry, Message, Resource};
use fluent_syntax::{parser, serializer};

use super::bundles::{files, has_english, without_mark};
use super::nesting;
use crate::input::{Inputs, ReadError};
use crate::language::{Language, Plurals};

/// Writes the messages that `folders` have in English, each as a comment, and below it the text in `language`, where there
/// is one; or else only those that are missing in it. `theme` is the name of the theme.
pub(super) fn write(
    inputs: &Inputs,
    folders: &[String],
    theme: &str,
    language: &Language,
    missing_only: bool,
) -> Result<String, ReadError> {
    let english = Messages::read(inputs, folders, &Language::english())?;
    let own = Messages::read(inputs, folders, language)?;
    let is_missing = |id: &str| !own.by_id.contains_key(id) && has_english(id);
    let is_asked_for = |id: &str| !missing_only || is_missing(id);
    if !english.in_order().any(|message| is_asked_for(&message.id.name)) {
        return Ok(format!("# No message of the theme `{theme}` is missing in `{language}`.\n"));
    }
    let mut out = head(theme, language, missing_only);
    // The comment of a part of the file stands above its first message, whether that is written or not.
    let mut heading: Option<&Comment<String>> = None;
    let mut is_open = true;
    for message in english.in_order() {
        let id = message.id.name.as_str();
        heading = message.comment.as_ref().or(heading);
        if !is_asked_for(id) {
            continue;
        }
        let translated = own.by_id.get(id);
        if let Some(comment) = heading.take() {
            out.push('\n');
            comment.content.iter().for_each(|line| out.push_str(&format!("# {line}\n")));
            is_open = true;
        }
        if is_open || translated.is_some() {
            out.push('\n');
        }
        is_open = translated.is_some();
        if translated.is_none() || language.primary() != "en" {
            for line in text(message).lines() {
                out.push_str(format!("# {line}").trim_end());
                out.push('\n');
            }
        }
        out.push_str(&translated.map(text).unwrap_or_default());
    }
    Ok(out)
}

/// What a translator has to know.
fn head(theme: &str, language: &Language, missing_only: bool) -> String {
    let what = match missing_only {
        true => format!("The messages of the theme `{theme}` that are missing in `{language}`, in English."),
        false => {
            format!("The messages of the theme `{theme}` in English, and below each the one in `{language}`, if any.")
        }
    };
    let forms = plural_forms(language);
    format!(
        "# {what}\n\
         # Take `# ` away from before a message, translate what stands behind ` = `, and keep the file as\n\
         # `messages/{language}.ftl` of the site. What stands in {{ }} stays, but forms of the plural may be others.\n\
         # Those of `{language}`, with some of their numbers: {forms}.\n"
    )
}

/// The categories of numbers in a language (CLDR), with the first numbers of each: `one (1, 21, 31, …), few (2, 3, 4, …)`.
fn plural_forms(language: &Language) -> String {
    let plurals = Plurals::of(language);
    let mut examples: BTreeMap<&str, Vec<u64>> = BTreeMap::new();
    for number in (0..=1000).chain([1_000_000]) {
        examples.entry(plurals.form(number)).or_default().push(number);
    }
    let written = ["zero", "one", "two", "few", "many", "other"].into_iter().filter_map(|name| {
        let numbers = examples.get(name)?;
        let some: Vec<String> = numbers.iter().take(3).map(u64::to_string).collect();
        let more = if numbers.len() > 3 { ", …" } else { "" };
        Some(format!("{name} ({}{more})", some.join(", ")))
    });
    written.collect::<Vec<_>>().join(", ")
}

/// A message as it is written, without its comment.
fn text(message: &Message<String>) -> String {
    serializer::serialize(&Resource { body: vec![Entry::Message(Message { comment: None, ..message.clone() })] })
}

/// The messages in one language.
struct Messages {
    /// Each as it is in the file that takes precedence.
    by_id: BTreeMap<String, Message<String>>,
    /// Ids in the order of the files, that of the base of a theme first.
    order: Vec<String>,
}

impl Messages {
    fn read(inputs: &Inputs, folders: &[String], language: &Language) -> Result<Messages, ReadError> {
        let mut messages = Messages { by_id: BTreeMap::new(), order: Vec::new() };
        for input in folders.iter().rev().flat_map(|folder| files(inputs, folder, language)) {
            // What is no text is reported where messages are read.
            let text = without_mark(String::from_utf8_lossy(&inputs.bytes(input)?).into_owned());
            // What is no Fluent is reported where messages are read.
            if nesting::too_deep(&text).is_some() {
                continue;
            }
            for entry in parser::parse(text).unwrap_or_else(|(resource, _)| resource).body {
                let Entry::Message(mut message) = entry else { continue };
                let id = message.id.name.clone();
                if let Some(known) = messages.by_id.get_mut(&id) {
                    // The heading of the part in which it stands.
                    message.comment = known.comment.take();
                } else {
                    messages.order.push(id.clone());
                }
                messages.by_id.insert(id, message);
            }
        }
        Ok(messages)
    }

    fn in_order(&self) -> impl Iterator<Item = &Message<String>> {
        self.order.iter().filter_map(|id| self.by_id.get(id))
    }
}
