//! Frames as rustc prints them: path:line:column, the line, the place underlined, help.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::{Printable, Report, defused, fit, visible};
use crate::diagnostic::{Diagnostic, Severity};
use crate::input::InputId;

impl Report<'_> {
    /// The findings as frames, one after the other with an empty line between them, in colour where `styled`.
    pub fn human(&self, styled: bool) -> Printable {
        let renderer = if styled { Renderer::styled() } else { Renderer::plain() };
        let renderer = renderer.decor_style(DecorStyle::Ascii);
        let mut out = String::new();
        for finding in self.findings {
            out.push_str(&defused(&renderer.render(&self.frame(finding))));
            out.push_str("\n\n");
        }
        Printable::own(out)
    }

    fn frame<'a>(&'a self, finding: &'a Diagnostic) -> Vec<Group<'a>> {
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
        let title = level.primary_title(visible(&finding.message)).id(finding.code.slug());
        let mut group = title.element(self.snippet(finding, main));
        for file in files {
            group = group.element(self.snippet(finding, file));
        }
        if let Some(help) = &finding.help {
            group = group.element(Level::HELP.message(visible(help)));
        }
        vec![group]
    }

    fn snippet<'a>(&'a self, finding: &'a Diagnostic, file: InputId) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
        let text = self.text(file);
        let mut snippet = Snippet::source(text).path(self.visible_path(file));
        if finding.span.input == file {
            snippet = snippet.annotation(AnnotationKind::Primary.span(fit(text, finding.span.range())));
        }
        for (span, label) in finding.labels.iter().filter(|(span, _)| span.input == file) {
            let annotation = AnnotationKind::Context.span(fit(text, span.range()));
            snippet = snippet.annotation(annotation.label(visible(label)));
        }
        snippet
    }
}
