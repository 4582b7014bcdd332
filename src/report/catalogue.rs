//! Every code with what there is to say about it: `chronicle explain` and `docs/checks.md`.

use std::fmt::Write;

use crate::diagnostic::{Code, Rank};

/// The list of all codes: name, level, summary, and whether `--fix` can mend it.
pub(crate) fn list() -> String {
    let width = Code::ALL.iter().map(|code| code.slug().len()).max().unwrap_or_default();
    let line = |code: &Code| {
        let fix = if code.has_fix() { " [--fix]" } else { "" };
        format!("{:width$}  {:5}  {}{fix}\n", code.slug(), level(*code), code.summary())
    };
    Code::ALL.iter().map(line).collect()
}

/// All there is to say about a code, in Markdown.
pub(crate) fn explanation(code: Code) -> String {
    let level = match code.rank() {
        Rank::Fixed => "An error whose level cannot be changed.".to_owned(),
        Rank::Lint(level) => format!("Level `{}` unless it is set in `[lints]` or by an option.", level.word()),
    };
    let fix = if code.has_fix() { " `chronicle check --fix` mends it where there is one certain answer." } else { "" };
    format!("{}\n\n{level}{fix}\n\n{}", code.summary(), code.explanation())
}

/// `docs/checks.md`: how levels are set, a table of all codes, and each with its explanation.
pub fn page() -> String {
    let mut page = include_str!("catalogue.md").to_owned();
    page.push_str("\n| code | level | `--fix` | what is found |\n|---|---|---|---|\n");
    // Writing to a string cannot fail.
    for code in Code::ALL {
        let fix = if code.has_fix() { "yes" } else { "" };
        let _ = writeln!(page, "| [`{code}`](#{code}) | {} | {fix} | {} |", level(*code), code.summary());
    }
    for code in Code::ALL {
        let _ = write!(page, "\n## `{code}`\n\n{}", explanation(*code));
    }
    page
}

/// The level of a code in a word: `fixed`, or the default of a lint.
fn level(code: Code) -> &'static str {
    match code.rank() {
        Rank::Fixed => "fixed",
        Rank::Lint(level) => level.word(),
    }
}
