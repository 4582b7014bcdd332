//! Frames as rustc prints them: path:line:column, the line, the place underlined, help.

use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Annotation, AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet};
use rayon::prelude::*;

use super::{Printable, Report, defused, fit, visible};
use crate::diagnostic::{Diagnostic, Severity};
use crate::input::{InputId, Span};

impl Report<'_> {
    /// The findings as frames, one after the other with an empty line between them, in colour where `styled`.
    pub fn human(&self, styled: bool) -> Printable {
        let renderer = if styled { Renderer::styled() } else { Renderer::plain() };
        let renderer = renderer.decor_style(DecorStyle::Ascii);
        let frame = |finding| defused(&renderer.render(&self.frame(finding))).into_owned() + "\n\n";
        let mut out = String::new();
        // Some at a time, so that all frames are not in memory twice.
        for some in self.findings.chunks(1024) {
            out.extend(some.par_iter().map(frame).collect::<Vec<_>>());
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
            let part = around(text, &places);
            let before = memchr::memchr_iter(b'\n', &text.as_bytes()[..part.start]).count();
            let annotations = places.iter().map(|place| annotation(place, part.clone()));
            let snippet = Snippet::source(&text[part.clone()]).line_start(before + 1).path(self.visible_path(file));
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

/// The lines of a text from the one before the first place to the one behind the last: the renderer looks through all that
/// it is given for each finding.
fn around(text: &str, places: &[LabelledRange<'_>]) -> Range<usize> {
    let (first, last) = (places.iter().map(|place| place.0.start).min(), places.iter().map(|place| place.0.end).max());
    let (Some(first), Some(last)) = (first, last) else { return 0..text.len() };
    let bytes = text.as_bytes();
    let start = memchr::memrchr_iter(b'\n', &bytes[..first]).nth(1).map_or(0, |at| at + 1);
    let end = memchr::memchr_iter(b'\n', &bytes[last..]).nth(1).map_or(text.len(), |at| last + at + 1);
    start..end
}

/// A text up to this many bytes is given to the renderer as a whole.
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

#[cfg(test)]
mod tests {
    use super::{DecorStyle, LabelledRange, Level, Renderer, Snippet, annotation, around};

    /// What is shown of some places in a text, if all of it is given to the renderer, or a part that begins in a line.
    fn shown(part: &str, line: usize, start: usize, places: &[LabelledRange<'_>]) -> String {
        let annotations = places.iter().map(|place| annotation(place, start..start + part.len()));
        let snippet = Snippet::source(part).line_start(line).path("a.md").annotations(annotations);
        let renderer = Renderer::plain().decor_style(DecorStyle::Ascii);
        renderer.render(&[Level::ERROR.primary_title("wrong").element(snippet)])
    }

    #[test]
    fn the_lines_around_are_all_that_is_shown() {
        let label = "here".to_owned();
        let long = "line\n".repeat(120);
        for text in ["", "\n", "a", "a\n", "\n\n\n", "я b\r\nc\r\n\r\nd\ttab\ne\n\nf 和g", "a\n\nb\nc\nd\n\n\ne", &long]
        {
            let all: Vec<usize> = (0..=text.len()).filter(|at| text.is_char_boundary(*at)).collect();
            let ends = all.iter().filter(|at| text.len() < 99 || **at % 41 == 0 || text.len() - **at < 3);
            let ends: Vec<usize> = ends.copied().collect();
            for (start, end) in ends.iter().flat_map(|start| ends.iter().map(move |end| (*start, *end))) {
                let two = vec![(start..start, None), (end..end, Some(&label))];
                let one = vec![(start..end, None)];
                for places in [two, one].into_iter().filter(|places| places[0].0.start <= places[0].0.end) {
                    let part = around(text, &places);
                    let line = text[..part.start].matches('\n').count() + 1;
                    let whole = shown(text, 1, 0, &places);
                    assert_eq!(shown(&text[part.clone()], line, part.start, &places), whole, "{places:?} in {text:?}");
                }
            }
        }
    }
}
