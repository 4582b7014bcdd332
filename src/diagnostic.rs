//! Findings: what is wrong in what an author wrote, as values that travel beside the result of a stage.

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
    /// Other places that matter, each with what it is.
    pub(crate) labels: Vec<(Span, String)>,
    /// What to do.
    pub help: Option<String>,
    /// What mends it: all of these changes together. Empty where there is not exactly one answer, or a person has to
    /// give it. See [`Diagnostic::fix`].
    pub(crate) fix: Vec<Edit>,
}

/// A change of a file: other bytes in the place of some.
#[derive(Clone, Debug, PartialEq, Eq, Decode, Encode)]
pub(crate) struct Edit {
    /// What goes; nothing where bytes are only put in.
    pub(crate) span: Span,
    /// What comes in its place.
    pub(crate) text: String,
}

impl Diagnostic {
    /// A fixed error at a place: without mending it there is no site.
    pub(crate) fn error(code: Code, span: Span, message: impl Into<String>) -> Diagnostic {
        debug_assert!(code.is_fixed(), "the level of `{code}` can be set: use `Diagnostic::lint`");
        Diagnostic::new(code, span, message.into())
    }

    /// A rule of the chronicle that is broken at a place. It has the severity of the code's default level until
    /// [`settle`] applies the levels that were set.
    pub(crate) fn lint(code: Code, span: Span, message: impl Into<String>) -> Diagnostic {
        debug_assert!(!code.is_fixed(), "the level of `{code}` is fixed: use `Diagnostic::error`");
        Diagnostic::new(code, span, message.into())
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

    /// The same finding with a change that mends it, which `chronicle check --fix` makes. Called again, it adds a change
    /// that is made together with those before, or not at all; all are in the file of the finding.
    ///
    /// Only where the help has one answer that anybody would write down without asking: another spelling of what
    /// stands there. Never a guess at a name, and never where the words of a quotation, who said them or when would be
    /// others. The code has to be named in [`Code::has_fix`].
    #[must_use]
    pub(crate) fn fix(self, span: Span, text: impl Into<String>) -> Diagnostic {
        self.fixes([Edit { span, text: text.into() }])
    }

    /// The same with several changes; with none, the finding stays without a fix.
    #[must_use]
    pub(crate) fn fixes(mut self, edits: impl IntoIterator<Item = Edit>) -> Diagnostic {
        self.fix.extend(edits);
        debug_assert!(self.fix.is_empty() || self.code.has_fix(), "`{}` is not in `Code::has_fix`", self.code);
        debug_assert!(self.fix.iter().all(|edit| edit.span.input == self.span.input), "a fix of another file");
        self
    }

    /// The same finding without a fix, at another place: for what was found in a text whose places are not those of the
    /// file.
    #[must_use]
    pub(crate) fn moved(self, span: Span) -> Diagnostic {
        Diagnostic { span, fix: Vec::new(), ..self }
    }

    /// The same finding with another place that matters.
    #[must_use]
    pub(crate) fn label(mut self, span: Span, label: impl Into<String>) -> Diagnostic {
        self.labels.push((span, label.into()));
        self
    }
}

/// A value and what was found on the way to it.
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

/// Applies the levels and puts the findings in the order of their places. Of a placeholder nothing is said but that it
/// is one: that it is no date, or no name, goes without saying.
pub(crate) fn settle(findings: Vec<Diagnostic>, levels: &Levels) -> Vec<Diagnostic> {
    limited(settle_all(findings, levels))
}

/// The same, however many there are of one code in one file.
pub(crate) fn settle_all(findings: Vec<Diagnostic>, levels: &Levels) -> Vec<Diagnostic> {
    let unfinished = |finding: &&Diagnostic| finding.code == Code::UnfinishedPlaceholder;
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

/// More findings of one code in one file tell nobody more.
const MOST: usize = 100;

/// The findings without those that are too many of one code in one file; the last that is left says how many were.
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
