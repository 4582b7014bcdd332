//! Frames as rustc prints them: path:line:column, the line, the place underlined, help.

use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Annotation, AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet};

use super::{Printable, Report, defused, fit, visible};
use crate::diagnostic::{Diagnostic, Severity};
use crate::input::{InputId, Span};

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
        let mut group = title.elements(self.snippet(finding, main));
        for file in files {
            group = group.elements(self.snippet(finding, file));
        }
        if let Some(help) = &finding.help {
            group = group.element(Level::HELP.message(visible(help)));
        }
        vec![group]
    }

    /// The lines of a file that a finding points at, underlined; of a long text only the part around them.
    fn snippet<'a>(&'a self, finding: &'a Diagnostic, file: InputId) -> Vec<Element<'a>> {
        let text = self.text(file);
        let own = (finding.span.input == file).then(|| (fit(text, finding.span.range()), None));
        let labels = finding.labels.iter().filter(|(span, _)| span.input == file);
        let labels = labels.map(|(span, label)| (fit(text, span.range()), Some(label)));
        let places: Vec<LabelledRange<'_>> = own.into_iter().chain(labels).collect();
        if text.len() <= WHOLE {
            let annotations = places.iter().map(|place| annotation(place, 0..text.len()));
            let snippet = Snippet::source(text).path(self.visible_path(file));
            return vec![snippet.annotations(annotations).into()];
        }
        let one = |place: &LabelledRange<'a>| self.part(file, place);
        places.iter().flat_map(one).collect()
    }

    /// One place in a long text.
    fn part<'a>(&'a self, file: InputId, place: &LabelledRange<'a>) -> Vec<Element<'a>> {
        let text = self.text(file);
        let line = text[..place.0.start].rfind('\n').map_or(0, |at| at + 1);
        let start = line.max(text.floor_char_boundary(place.0.start.saturating_sub(AROUND)));
        let end = text.floor_char_boundary(text.len().min(place.0.start + AROUND));
        let at = self.positions(Span::new(file, place.0.clone())).0;
        let snippet = Snippet::source(&text[start..end]).line_start(at.line).annotation(annotation(place, start..end));
        if start == line {
            return vec![snippet.path(self.visible_path(file)).into()];
        }
        // Columns count from the start of the line, not of the excerpt.
        let origin = Origin::path(self.visible_path(file)).line(at.line).char_column(at.column);
        vec![origin.into(), snippet.into()]
    }
}

/// A labelled range of a finding; the first has no label.
type LabelledRange<'a> = (Range<usize>, Option<&'a String>);

/// Texts up to this many bytes are passed to the renderer whole.
const WHOLE: usize = 64 << 10;

/// How many bytes of a longer text are shown around a range.
const AROUND: usize = 2 << 10;

/// The annotation of a range within an excerpt.
fn annotation<'a>((range, label): &LabelledRange<'a>, part: Range<usize>) -> Annotation<'a> {
    let range = range.start - part.start..range.end.min(part.end) - part.start;
    match label {
        Some(label) => AnnotationKind::Context.span(range).label(visible(label)),
        None => AnnotationKind::Primary.span(range),
    }
}
