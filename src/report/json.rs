//! One JSON object a line (<https://jsonlines.org>), for programs. `docs/json-findings.md` describes the shape; a change
//! that could break a reader raises [`VERSION`].

use serde::Serialize;

use super::{Position, Printable, Report, escaped_json};
use crate::diagnostic::Edit;
use crate::input::Span;

/// The version of the shape, in every object.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Finding<'a> {
    version: u32,
    severity: &'a str,
    code: &'a str,
    message: &'a str,
    help: Option<&'a str>,
    #[serde(flatten)]
    place: JsonRange,
    labels: Vec<Label<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fix: Vec<JsonEdit<'a>>,
}

/// A change of the finding's own file.
#[derive(Serialize)]
struct JsonEdit<'a> {
    start: Position,
    end: Position,
    text: &'a str,
}

#[derive(Serialize)]
struct Label<'a> {
    message: &'a str,
    #[serde(flatten)]
    place: JsonRange,
}

#[derive(Serialize)]
struct JsonRange {
    file: String,
    start: Position,
    end: Position,
}

impl Report<'_> {
    /// The findings as JSON, one object a line.
    pub fn json(&self) -> Printable {
        let mut out = String::new();
        for finding in self.findings {
            let label = |(span, message)| Label { message, place: self.place(span) };
            let object = Finding {
                version: VERSION,
                severity: finding.severity.word(),
                code: finding.code.slug(),
                message: &finding.message,
                help: finding.help.as_deref(),
                place: self.place(finding.span),
                fix: finding.fix.iter().map(|edit| self.change(edit)).collect(),
                labels: finding.labels.iter().map(|(span, message)| (*span, message.as_str())).map(label).collect(),
            };
            // Texts and numbers in structures cannot fail to be JSON.
            out.push_str(&escaped_json(&serde_json::to_string(&object).unwrap_or_default()));
            out.push('\n');
        }
        Printable::own(out)
    }

    fn change<'e>(&self, edit: &'e Edit) -> JsonEdit<'e> {
        let (start, end) = self.positions(edit.span);
        JsonEdit { start, end, text: &edit.text }
    }

    fn place(&self, span: Span) -> JsonRange {
        let (start, end) = self.positions(span);
        JsonRange { file: self.path(span.input), start, end }
    }
}
