//! SARIF 2.1.0 (OASIS Static Analysis Results Interchange Format), for code-scanning services and viewers:
//! <https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};

use super::{Printable, Report, escaped_json, message, visible};
use crate::diagnostic::{Code, Diagnostic, Edit, Level};
use crate::input::Span;

/// What paths are relative to: the working folder, which has no address of its own in the log.
const BASE: &str = "%SRCROOT%";

impl Report<'_> {
    /// The findings as one SARIF log.
    pub(crate) fn sarif(&self) -> Printable {
        let log = json!({
            "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
            "version": "2.1.0",
            "runs": [{
                "tool": {"driver": {
                    "name": "Chronicle",
                    "semanticVersion": env!("CARGO_PKG_VERSION"),
                    "rules": Code::ALL.iter().map(|code| rule(*code)).collect::<Vec<_>>(),
                }},
                "originalUriBaseIds": {BASE: {"description": {"text": "The folder that the check was run in."}}},
                "columnKind": "unicodeCodePoints",
                "results": self.findings.iter().map(|finding| self.result(finding)).collect::<Vec<_>>(),
            }],
        });
        Printable::own(escaped_json(&format!("{log:#}\n")))
    }

    fn result(&self, finding: &Diagnostic) -> Value {
        let mut result = json!({
            "ruleId": finding.code.slug(),
            "ruleIndex": Code::ALL.iter().position(|code| *code == finding.code),
            "level": finding.severity.word(),
            "message": {"text": message(finding)},
            "locations": [{"physicalLocation": self.location(finding.span)}],
        });
        let related = finding.labels.iter().enumerate().map(|(number, (span, label))| {
            let message = json!({"text": visible(label)});
            json!({"id": number + 1, "physicalLocation": self.location(*span), "message": message})
        });
        let related: Vec<Value> = related.collect();
        if !related.is_empty() {
            result["relatedLocations"] = related.into();
        }
        if !finding.fix.is_empty() {
            result["fixes"] = json!([self.fix(finding)]);
        }
        result
    }

    /// The changes that mend a finding, all of one file.
    fn fix(&self, finding: &Diagnostic) -> Value {
        let one =
            |edit: &Edit| json!({"deletedRegion": self.region(edit.span), "insertedContent": {"text": edit.text}});
        let mut fix = json!({
            "artifactChanges": [{
                "artifactLocation": self.artifact(finding.span),
                "replacements": finding.fix.iter().map(one).collect::<Vec<_>>(),
            }],
        });
        if let Some(help) = &finding.help {
            fix["description"] = json!({"text": visible(help)});
        }
        fix
    }

    fn location(&self, span: Span) -> Value {
        json!({"artifactLocation": self.artifact(span), "region": self.region(span)})
    }

    fn artifact(&self, span: Span) -> Value {
        json!({"uri": uri(&self.path(span.input)), "uriBaseId": BASE})
    }

    fn region(&self, span: Span) -> Value {
        let (start, end) = self.positions(span);
        json!({
            "startLine": start.line,
            "startColumn": start.column,
            "endLine": end.line,
            "endColumn": end.column,
        })
    }
}

fn rule(code: Code) -> Value {
    let level = match code.default_level() {
        Level::Deny => "error",
        Level::Warn | Level::Allow => "warning",
    };
    json!({
        "id": code.slug(),
        "shortDescription": {"text": code.summary()},
        "help": {"text": code.explanation(), "markdown": code.explanation()},
        "defaultConfiguration": {"enabled": code.default_level() != Level::Allow, "level": level},
    })
}

/// What stands for itself in a path: the unreserved characters of RFC 3986, and the slash between parts.
const PATH: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');

/// A relative path as a URI reference (RFC 3986).
fn uri(path: &str) -> String {
    utf8_percent_encode(path, PATH).to_string()
}

#[cfg(test)]
mod tests {
    use super::uri;

    #[test]
    fn paths_become_references() {
        assert_eq!(uri("../content/a b:c.md"), "../content/a%20b%3Ac.md");
        assert_eq!(uri("содержание"), "%D1%81%D0%BE%D0%B4%D0%B5%D1%80%D0%B6%D0%B0%D0%BD%D0%B8%D0%B5");
    }
}
