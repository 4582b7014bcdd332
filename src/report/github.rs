//! Workflow commands of GitHub Actions, which become annotations on the lines of a pull request:
//! <https://docs.github.com/actions/reference/workflow-commands-for-github-actions>.

use std::fmt::Write;

use super::{Printable, Report, message};

impl Report<'_> {
    /// The findings as workflow commands, one a line.
    pub(crate) fn github(&self) -> Printable {
        let mut out = String::new();
        for finding in self.findings {
            let (start, end) = self.positions(finding.span);
            let (file, command) = (property(&self.visible_path(finding.span.input)), finding.severity.word());
            // Columns are refused where they are not on one line. Writing to a string cannot fail.
            let _ = write!(out, "::{command} file={file},line={},endLine={}", start.line, end.line);
            if start.line == end.line {
                let _ = write!(out, ",col={},endColumn={}", start.column, end.column);
            }
            let title = property(finding.code.slug());
            let _ = writeln!(out, ",title={title}::{}", data(&message(finding)));
        }
        Printable::own(out)
    }
}

/// The message of a command: what would end it is escaped.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A property of a command: what would end it is escaped too.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::{data, property};

    #[test]
    fn nothing_ends_a_command_early() {
        assert_eq!(data("100 %\r\n::error::x"), "100 %25%0D%0A::error::x");
        assert_eq!(property("a,b:c%\n"), "a%2Cb%3Ac%25%0A");
    }
}
