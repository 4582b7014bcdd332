//! Frames as rustc prints them: path:line:column, the line, the place underlined, help.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::{Sources, fit};
use crate::diagnostic::{Diagnostic, Severity};
use crate::input::{InputId, Inputs};

/// The findings as frames, one after the other with an empty line between them, in colour where `styled`.
pub fn human(findings: &[Diagnostic], inputs: &Inputs, styled: bool) -> String {
    let sources = Sources::of(findings, inputs);
    let renderer = if styled { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.decor_style(DecorStyle::Ascii);
    let mut out = String::new();
    for finding in findings {
        out.push_str(&renderer.render(&frame(finding, &sources)));
        out.push_str("\n\n");
    }
    out
}

fn frame<'a>(finding: &'a Diagnostic, sources: &'a Sources<'_>) -> Vec<Group<'a>> {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let main = finding.span.input;
    let mut files = Vec::new();
    for (span, _) in &finding.labels {
        if span.input != main && !files.contains(&span.input) {
            files.push(span.input);
        }
    }
    let mut group =
        level.primary_title(finding.message.as_str()).id(finding.code.slug()).element(snippet(finding, sources, main));
    for file in files {
        group = group.element(snippet(finding, sources, file));
    }
    if let Some(help) = &finding.help {
        group = group.element(Level::HELP.message(help.as_str()));
    }
    vec![group]
}

fn snippet<'a>(
    finding: &'a Diagnostic,
    sources: &'a Sources<'_>,
    file: InputId,
) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
    let text = sources.text(file);
    let mut snippet = Snippet::source(text).path(sources.path(file));
    if finding.span.input == file {
        snippet = snippet.annotation(AnnotationKind::Primary.span(fit(text, finding.span.range())));
    }
    for (span, label) in finding.labels.iter().filter(|(span, _)| span.input == file) {
        snippet = snippet.annotation(AnnotationKind::Context.span(fit(text, span.range())).label(label.as_str()));
    }
    snippet
}
