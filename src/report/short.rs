//! One line a finding, as editors and other tools read them: `path:line:column: severity[code]: message`.

use std::fmt::Write;

use super::{Printable, Report, visible};

impl Report<'_> {
    /// The findings, one a line.
    pub(crate) fn short(&self) -> Printable {
        let mut out = String::new();
        for finding in self.findings {
            let (start, _) = self.positions(finding.span);
            let (path, severity) = (self.visible_path(finding.span.input), finding.severity.word());
            let message = visible(&finding.message).replace('\n', " ");
            // Writing to a string cannot fail.
            let _ = writeln!(out, "{path}:{}:{}: {severity}[{}]: {message}", start.line, start.column, finding.code);
        }
        Printable::own(out)
    }
}
