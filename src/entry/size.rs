//! What is too large for a record. Parsers of YAML and Markdown take much longer for a text of twice the length if
//! somebody means it to; within these bounds the worst text is read in seconds.

use super::front_matter::Parts;
use crate::diagnostic::Code;
use crate::document::Fault;

/// The largest file, in bytes.
const FILE: usize = 4 << 20;
/// The longest front matter, in bytes.
const MATTER: usize = 64 << 10;
/// How many brackets may be open at once in the front matter, those in texts counted as well.
const OPEN: usize = 100;

/// The fault of a file that is not read for its size alone.
pub(super) fn of_file(bytes: &[u8]) -> Option<Fault> {
    let help = "keep a long text below `content/sources/`, and record what was said";
    (bytes.len() > FILE).then(|| fault("the file has more than 4 MB", help, 0))
}

/// The fault of front matter that is too long or nests too deep.
pub(super) fn of_matter(parts: &Parts<'_>) -> Option<Fault> {
    let start = parts.matter.start;
    if parts.matter.len() > MATTER {
        let help = "say what is long in the text below it";
        return Some(fault("the front matter has more than 64 kB", help, start));
    }
    let mut open = 0_usize;
    let at = parts.text[parts.matter.clone()].bytes().position(|byte| {
        match byte {
            b'[' | b'{' => open += 1,
            b']' | b'}' => open = open.saturating_sub(1),
            _ => {}
        }
        open > OPEN
    })?;
    let message = format!("the front matter has more than {OPEN} brackets open at once");
    Some(fault(message, "close each list with `]` and each map with `}`", start + at))
}

fn fault(message: impl Into<String>, help: &str, at: usize) -> Fault {
    Fault { code: Code::OversizedEntry, message: message.into(), help: Some(help.to_owned()), range: at..at }
}
