//! Messages that name what is nowhere: another message, a term, a function, themselves. Templates that are as they should be would
//! fail where they are shown.

use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::resolver::ResolverError;
use fluent_bundle::resolver::errors::ReferenceKind;
use fluent_bundle::{FluentArgs, FluentError, FluentResource};
use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement};

use super::own_messages::{OwnFile, message, shown};
use crate::diagnostic::{Code, Diagnostic, did_you_mean};
use crate::input::Span;

/// What a message or term names.
#[derive(Debug, Default)]
struct Named<'a> {
    /// Messages, with an attribute where one is named.
    messages: BTreeSet<(&'a str, Option<&'a str>)>,
    terms: BTreeSet<&'a str>,
    arguments: BTreeSet<&'a str>,
}

/// Where messages of the site, and of themes that it has, stand, and the arguments that each takes, by id.
pub(super) type Places = BTreeMap<String, (Span, BTreeSet<String>)>;

/// The arguments of messages, by id.
pub(super) type Given = BTreeMap<String, BTreeSet<String>>;

/// Where the messages of these files stand, the last of each id; reports those that cannot be put into a page.
pub(super) fn check(
    files: &[OwnFile<'_>],
    bundle: &FluentBundle<FluentResource>,
    terms: &BTreeSet<String>,
    findings: &mut Vec<Diagnostic>,
) -> Places {
    let messages = || files.iter().flat_map(OwnFile::messages);
    let places: Places = messages().map(|(id, span, entry)| (id.to_owned(), (span, arguments(entry)))).collect();
    // What another file has in its place is never shown.
    let is_shown = |id: &str, at: Span| places.get(id).is_some_and(|(span, _)| *span == at);
    for (_, span, entry) in messages().filter(|(id, span, _)| is_shown(id, *span)) {
        let fault = fault(entry, bundle, terms);
        findings.extend(fault.map(|message| Diagnostic::error(Code::BadMessages, span, message)));
    }
    places
}

/// Findings for arguments that messages take and are never given: the theme's own of the same id have none of that name in
/// either language.
pub(super) fn never_given(places: &Places, given: [&Given; 2]) -> Vec<Diagnostic> {
    let finding = |(id, (span, arguments)): (&String, &(Span, BTreeSet<String>))| {
        let known: BTreeSet<&String> = given.iter().filter_map(|given| given.get(id)).flatten().collect();
        // A message that no theme of the program has is given what its template gives it.
        let unknown = given.iter().any(|given| given.contains_key(id)).then(|| {
            let unknown = arguments.iter().find(|argument| !known.contains(argument))?;
            let message = format!("the message `{id}` is never given `${unknown}`");
            let names: Vec<String> = known.iter().map(|name| format!("`${name}`")).collect();
            let help = did_you_mean(unknown, known.iter().map(|name| name.as_str())).or_else(|| {
                Some(if names.is_empty() {
                    "it takes none".to_owned()
                } else {
                    format!("it takes {}", names.join(", "))
                })
            });
            Some(Diagnostic::error(Code::BadMessages, *span, message).help(help))
        });
        unknown.flatten()
    };
    places.iter().filter_map(finding).collect()
}

/// The messages of files, each with all its places, and those that a message names.
#[derive(Debug, Default)]
pub(super) struct Defined {
    places: BTreeMap<String, BTreeSet<Span>>,
    named: BTreeSet<String>,
}

impl Defined {
    pub(super) fn by(files: &[OwnFile<'_>]) -> Defined {
        let mut defined = Defined::default();
        for (id, span, entry) in files.iter().flat_map(OwnFile::messages) {
            defined.places.entry(id.to_owned()).or_default().insert(span);
            defined.named.extend(Named::of(entry).messages.into_iter().map(|(id, _)| id.to_owned()));
        }
        defined
    }

    /// Those of these files and of `others`.
    pub(super) fn with(mut self, others: Defined) -> Defined {
        for (id, places) in others.places {
            self.places.entry(id).or_default().extend(places);
        }
        self.named.extend(others.named);
        self
    }

    /// The messages that no message names, each with its places.
    pub(super) fn unnamed(self) -> BTreeMap<String, BTreeSet<Span>> {
        let Defined { mut places, named } = self;
        places.retain(|id, _| !named.contains(id));
        places
    }
}

/// The arguments that a message takes.
pub(super) fn arguments(entry: &Entry<&str>) -> BTreeSet<String> {
    Named::of(entry).arguments.into_iter().map(str::to_owned).collect()
}

/// The id of a term.
pub(super) fn term(entry: &Entry<&str>) -> Option<String> {
    if let Entry::Term(term) = entry { Some(term.id.name.to_owned()) } else { None }
}

/// What is wrong with a message that cannot be put into a page, as far as no template has a part in it.
fn fault(entry: &Entry<&str>, bundle: &FluentBundle<FluentResource>, terms: &BTreeSet<String>) -> Option<String> {
    let full = message(entry)?;
    let id = shown(full);
    let named = Named::of(entry);
    if let Some(nowhere) = named.nowhere(bundle, terms) {
        return Some(format!("the message `{id}` names {nowhere}, which is nowhere"));
    }
    let mut given = FluentArgs::new();
    named.arguments.iter().for_each(|name| given.set(*name, 1));
    let mut errors = Vec::new();
    bundle.format_pattern(bundle.get_message(full)?.value()?, Some(&given), &mut errors);
    errors.iter().find_map(|error| match error {
        FluentError::ResolverError(ResolverError::Cyclic) => Some(format!("the message `{id}` names itself")),
        FluentError::ResolverError(ResolverError::TooManyPlaceables) => {
            Some(format!("the message `{id}` names others that name others, too many in all to be shown"))
        }
        // What a message named in it takes is not known here.
        FluentError::ResolverError(ResolverError::Reference(ReferenceKind::Function { id: function })) => {
            Some(format!("the message `{id}` calls `{function}`, and there is no such function"))
        }
        _ => None,
    })
}

impl<'a> Named<'a> {
    fn of(entry: &'a Entry<&'a str>) -> Named<'a> {
        let mut named = Named::default();
        let (value, attributes) = match entry {
            Entry::Message(message) => (message.value.as_ref(), &message.attributes),
            Entry::Term(term) => (Some(&term.value), &term.attributes),
            _ => return named,
        };
        value.into_iter().chain(attributes.iter().map(|attribute| &attribute.value)).for_each(|it| named.pattern(it));
        named
    }

    /// What is named and the bundle does not have.
    fn nowhere(&self, bundle: &FluentBundle<FluentResource>, terms: &BTreeSet<String>) -> Option<String> {
        let is_missing = |(id, attribute): &&(&str, Option<&str>)| match (bundle.get_message(id), attribute) {
            (None, _) => true,
            (Some(message), None) => message.value().is_none(),
            (Some(message), Some(attribute)) => message.get_attribute(attribute).is_none(),
        };
        let message = self.messages.iter().find(is_missing).map(|(id, attribute)| match attribute {
            Some(attribute) => format!("`{}.{}`", shown(id), shown(attribute)),
            None => format!("`{}`", shown(id)),
        });
        message.or_else(|| self.terms.iter().find(|id| !terms.contains(**id)).map(|id| format!("`-{}`", shown(id))))
    }

    fn pattern(&mut self, pattern: &'a Pattern<&'a str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression(&mut self, expression: &'a Expression<&'a str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                variants.iter().for_each(|variant| self.pattern(&variant.value));
            }
        }
    }

    fn inline(&mut self, inline: &'a InlineExpression<&'a str>) {
        match inline {
            InlineExpression::MessageReference { id, attribute } => {
                self.messages.insert((id.name, attribute.as_ref().map(|attribute| attribute.name)));
            }
            InlineExpression::TermReference { id, arguments, .. } => {
                self.terms.insert(id.name);
                arguments.iter().for_each(|arguments| self.call(arguments));
            }
            InlineExpression::FunctionReference { arguments, .. } => self.call(arguments),
            InlineExpression::VariableReference { id } => drop(self.arguments.insert(id.name)),
            InlineExpression::Placeable { expression } => self.expression(expression),
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        }
    }

    fn call(&mut self, arguments: &'a CallArguments<&'a str>) {
        arguments.positional.iter().for_each(|one| self.inline(one));
        arguments.named.iter().for_each(|one| self.inline(&one.value));
    }
}
