//! Neutral wording: the editors' own words must not take a side. Speakers may, so quotations and texts of statements
//! are not checked.

use rayon::prelude::*;

use crate::chronicle::{Chronicle, StatementId};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::Step;
use crate::entry::locate;
use crate::input::{InputId, Inputs, Span};
use crate::language::Language;

mod list;
mod prose;

pub(crate) use list::Wording;

use list::{Class, Hit, List};
use prose::{OwnWords, ProseWords};

/// A field in the editors' words.
struct Field<'a> {
    input: InputId,
    key: &'static str,
    text: &'a str,
    is_markdown: bool,
}

/// Loaded words in titles, summaries, notes of context, and scopes of topics. The words of the site's language count
/// everywhere, those of a statement's own language in its fields.
///
/// Of the statements, only these `ids` are looked at.
pub(super) fn check(
    chronicle: &Chronicle,
    inputs: &Inputs,
    wording: &Wording,
    site: &Language,
    ids: &[StatementId],
) -> Vec<Diagnostic> {
    let of_site = wording.lists(site, None);
    let statements = ids.par_iter().copied().flat_map_iter(|id| {
        let entry = &chronicle[id].entry;
        let field = |key, text, is_markdown| Field { input: entry.input, key, text, is_markdown };
        let fields = [
            Some(field("title", entry.fields.title.as_str(), false)),
            entry.fields.summary.as_ref().map(|summary| field("summary", summary.as_str(), false)),
            entry.fields.context.as_ref().map(|context| field("context", context, true)),
        ];
        let own = entry.fields.language.as_ref().map(|own| wording.lists(site, Some(own)));
        let lists = own.unwrap_or_else(|| of_site.clone());
        fields.into_iter().flatten().flat_map(move |field| findings(&field, &lists, inputs)).collect::<Vec<_>>()
    });
    let mut all: Vec<Diagnostic> = statements.collect();
    for topic in chronicle.topics() {
        let entry = &chronicle[topic].entry;
        let Some(scope) = &entry.fields.scope else { continue };
        let field = Field { input: entry.input, key: "scope", text: scope.as_str(), is_markdown: false };
        all.extend(findings(&field, &of_site, inputs));
    }
    all
}

fn findings(field: &Field<'_>, lists: &[&List], inputs: &Inputs) -> Vec<Diagnostic> {
    let words = ProseWords::of(field.text);
    let hits: Vec<Hit<'_>> = lists.iter().flat_map(|list| list.hits(&words)).collect();
    if hits.is_empty() {
        return Vec::new();
    }
    let own = OwnWords::of(field.text, field.is_markdown);
    let hits: Vec<Hit<'_>> = hits.into_iter().filter(|hit| own.has(field.text, &hit.range)).collect();
    if hits.is_empty() {
        return Vec::new();
    }
    // Locates the words in the file, where YAML may wrap the value differently.
    let value = locate(inputs, field.input, &[Step::Key(field.key)]);
    let bytes = inputs.bytes(field.input).unwrap_or_default();
    let written = std::str::from_utf8(bytes.get(value.range()).unwrap_or_default()).unwrap_or_default();
    let in_file = ProseWords::of(written);
    let place = |hit: &Hit<'_>| {
        let range = words.same_in(&hit.range, &in_file)?;
        Some(Span::new(field.input, range.start + value.range().start..range.end + value.range().start))
    };
    hits.into_iter()
        .map(|hit| {
            let written = field.text[hit.range.clone()].split_whitespace().collect::<Vec<_>>().join(" ");
            let (message, help) = told(hit.class, &written, hit.plain);
            Diagnostic::lint(Code::LoadedWording, place(&hit).unwrap_or(value), message).help(Some(help))
        })
        .collect()
}

/// What is wrong with the words, and what to do.
fn told(class: Class, words: &str, plain: &[String]) -> (String, String) {
    let (message, otherwise) = match class {
        Class::Loaded => (format!("`{words}` takes a side"), "use a word that both sides would use"),
        Class::Praise => (format!("`{words}` is praise"), "leave it out, or quote whose praise it is"),
        Class::Blame => (format!("`{words}` is blame"), "leave it out, or quote whose blame it is"),
        Class::Vague => (format!("`{words}` does not say who"), "name who says so"),
        Class::Comment => (format!("`{words}` is a comment of its own"), "leave it out"),
    };
    let plain: Vec<String> = plain.iter().map(|plain| format!("`{plain}`")).collect();
    let help = if plain.is_empty() { otherwise.to_owned() } else { format!("write {}", plain.join(" or ")) };
    (message, help)
}
