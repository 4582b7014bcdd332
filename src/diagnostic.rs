//! Findings: errors and warnings about what an author wrote, returned as values beside the result of a stage.

use std::collections::HashMap;

use bitcode::{Decode, Encode};

use crate::input::{InputId, Span};

mod certain;
mod code;
mod confusable;
mod distinct_words;
mod level;
mod levels;
mod phonetic;
mod suggestion;

pub(crate) use certain::{certainly, is_respelled};
pub use code::Code;
pub(crate) use code::Rank;
pub(crate) use confusable::{NameKind, is_part_of_name, only_meant};
pub use level::{Level, Severity};
pub use levels::Levels;
pub(crate) use suggestion::{Near, Vocabulary, did_you_mean, nearest};

/// One finding.
///
/// The message is lower case without a full stop and quotes the offending thing in backticks; the help starts with a
/// verb and, where one is near, names the right answer.
#[derive(Clone, Debug, PartialEq, Eq, Decode, Encode)]
pub struct Diagnostic {
    /// Error or warning.
    pub severity: Severity,
    /// What kind of finding.
    pub code: Code,
    pub(crate) message: String,
    /// Where.
    pub span: Span,
    /// Secondary spans, each with a label.
    pub(crate) labels: Vec<(Span, String)>,
    /// What to do.
    pub help: Option<String>,
    /// The edits that fix it, applied all together. Empty where there is not exactly one answer, or a person has to
    /// decide. See [`Diagnostic::fix`].
    pub(crate) fix: Vec<Edit>,
}

/// An edit of a file: a span and its replacement.
#[derive(Clone, Debug, PartialEq, Eq, Decode, Encode)]
pub(crate) struct Edit {
    /// What is replaced; empty for an insertion.
    pub(crate) span: Span,
    /// The replacement.
    pub(crate) text: String,
}

impl Diagnostic {
    /// An error whose level cannot be lowered.
    pub(crate) fn error(code: Code, span: Span, message: impl Into<String>) -> Diagnostic {
        debug_assert!(code.is_fixed(), "the level of `{code}` can be set: use `Diagnostic::lint`");
        Diagnostic::new(code, span, message.into())
    }

    /// A finding of a lint. It has the severity of the code's default level until [`settle`] applies the levels that
    /// were set.
    pub(crate) fn lint(code: Code, span: Span, message: impl Into<String>) -> Diagnostic {
        debug_assert!(!code.is_fixed(), "the level of `{code}` is fixed: use `Diagnostic::error`");
        Diagnostic::new(code, span, message.into())
    }

    /// The finding for a file that is not UTF-8 text, at the first byte that is none.
    pub(crate) fn not_utf8(input: InputId, error: std::str::Utf8Error) -> Diagnostic {
        let at = error.valid_up_to();
        Diagnostic::error(Code::InvalidUtf8, Span::new(input, at..at + 1), "the file is not UTF-8 text")
    }

    fn new(code: Code, span: Span, message: String) -> Diagnostic {
        Diagnostic { severity: code.severity(), code, message, span, labels: Vec::new(), help: None, fix: Vec::new() }
    }

    /// The same finding with help, if there is any.
    #[must_use]
    pub(crate) fn help(mut self, help: impl Into<Option<String>>) -> Diagnostic {
        self.help = help.into();
        self
    }

    /// Adds an edit that fixes the finding, for `chronicle check --fix`. All edits of a finding are applied together or
    /// not at all, and are in the file of the finding.
    ///
    /// Only for answers that need no judgement: another spelling of the same thing. Never a guess at a name, and never
    /// a change of the words of a quotation, of who said them or when. The code must be listed in [`Code::has_fix`].
    #[must_use]
    pub(crate) fn fix(self, span: Span, text: impl Into<String>) -> Diagnostic {
        self.fixes([Edit { span, text: text.into() }])
    }

    /// Adds several edits.
    #[must_use]
    pub(crate) fn fixes(mut self, edits: impl IntoIterator<Item = Edit>) -> Diagnostic {
        self.fix.extend(edits);
        debug_assert!(self.fix.is_empty() || self.code.has_fix(), "`{}` is not in `Code::has_fix`", self.code);
        debug_assert!(self.fix.iter().all(|edit| edit.span.input == self.span.input), "a fix of another file");
        self
    }

    /// Moves the finding to another span and drops its fix: for text whose offsets are not those of the file.
    #[must_use]
    pub(crate) fn moved(self, span: Span) -> Diagnostic {
        Diagnostic { span, fix: Vec::new(), ..self }
    }

    /// Adds a secondary span.
    #[must_use]
    pub(crate) fn label(mut self, span: Span, label: impl Into<String>) -> Diagnostic {
        self.labels.push((span, label.into()));
        self
    }
}

/// The result of a stage: a value and its findings.
#[derive(Debug)]
pub struct Checked<T> {
    /// The value: all that could be made of the good part of the input.
    pub value: T,
    /// The findings, in no particular order.
    pub findings: Vec<Diagnostic>,
}

impl<T> Checked<T> {
    /// Takes the value, adding the findings to `all`.
    pub(crate) fn keep(self, all: &mut Vec<Diagnostic>) -> T {
        all.extend(self.findings);
        self.value
    }
}

/// Applies the levels and sorts the findings by position. Other findings within a placeholder are dropped: that it is
/// not a date or a name is obvious.
pub(crate) fn settle(findings: Vec<Diagnostic>, levels: &Levels) -> Vec<Diagnostic> {
    limited(settle_all(findings, levels))
}

/// The same without a limit per code and file.
pub(crate) fn settle_all(findings: Vec<Diagnostic>, levels: &Levels) -> Vec<Diagnostic> {
    let unfinished =
        |finding: &&Diagnostic| matches!(finding.code, Code::UnfinishedPlaceholder | Code::UnfinishedOutline);
    let mut placeholders: Vec<Span> = findings.iter().filter(unfinished).map(|finding| finding.span).collect();
    placeholders.sort_unstable();
    let at_one = |span: Span| {
        let next = placeholders.partition_point(|at| *at <= span);
        placeholders[next.saturating_sub(1)..].iter().take(2).any(|at| at.overlaps(span))
    };
    let mut settled: Vec<Diagnostic> = findings
        .into_iter()
        .filter(|finding| unfinished(&finding) || !at_one(finding.span))
        .filter_map(|finding| Some(Diagnostic { severity: levels.of(finding.code).severity()?, ..finding }))
        .collect();
    settled.sort_by(|a, b| (a.span, a.code, &a.message).cmp(&(b.span, b.code, &b.message)));
    settled.dedup();
    settled
}

/// The most findings of one code that are reported per file.
const MOST: usize = 100;

/// Drops findings beyond the limit per code and file; the last one kept says how many there were.
fn limited(findings: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut counts: HashMap<(InputId, Code), (usize, usize)> = HashMap::new();
    let mut left: Vec<Diagnostic> = Vec::with_capacity(findings.len());
    for finding in findings {
        let (count, last) = counts.entry((finding.span.input, finding.code)).or_default();
        *count += 1;
        if *count <= MOST {
            *last = left.len();
            left.push(finding);
        }
    }
    for (count, last) in counts.into_values().filter(|(count, _)| *count > MOST) {
        let more = format!(", and {} more of this kind in the file", count - MOST);
        left[last].message.push_str(&more);
    }
    left
}

/// Whether there is an error among the findings, once the levels are applied.
pub(crate) fn fails(findings: &[Diagnostic], levels: &Levels) -> bool {
    findings.iter().any(|finding| levels.of(finding.code) == Level::Deny)
}
