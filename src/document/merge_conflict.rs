//! Detects unresolved merge conflicts.

use std::ops::Range;

use memchr::memmem::find_iter;

use super::Fault;
use crate::diagnostic::Code;

/// Reports the first conflict marker of a text. `is_lock` says whether it is `chronicle.lock`; `code` returns the
/// ranges of code blocks, where markers are allowed, and is only called if a marker is found.
pub(crate) fn unresolved(text: &[u8], is_lock: bool, code: impl FnOnce() -> Vec<Range<usize>>) -> Option<Fault> {
    let signs = [b'<', b'>', b'|'];
    let is_there = signs.iter().any(|sign| marker(text, *sign, &[]).is_some()) || moved(text, &[]).is_some();
    if !is_there {
        return None;
    }
    let code = code();
    let first = signs.iter().filter_map(|sign| marker(text, *sign, &code)).min_by_key(|line| line.start);
    let mut conflict = first.or_else(|| moved(text, &code))?;
    // Alone, such a line may just be a separator.
    if let Some(line) = marker(text, b'=', &code).filter(|line| line.start < conflict.start) {
        conflict = line;
    }
    let help = if is_lock {
        "keep the lines of both versions, of an id that has two that of the branch merged into, and no line with these \
         marks; then run `chronicle lock`"
    } else {
        "keep what is right of the two versions, and take out the lines that begin with `<<<<<<<`, `|||||||`, `=======` \
         and `>>>>>>>`; an example of such lines stands in a block of code"
    };
    let message = "these are lines of an unresolved merge".to_owned();
    Some(Fault { code: Code::UnresolvedMerge, message, help: Some(help.to_owned()), range: conflict, fix: Vec::new() })
}

/// Whether a text that is no record has a conflict in it, from its first line to its last: anything less may be its own.
pub(crate) fn is_within_text(text: &[u8]) -> bool {
    moved(text, &[]).is_some()
}

/// The first line of a conflict whose lines were moved to the right after the merge, or into a quotation or a list. As
/// each of them may also stand alone for another reason, there must be its beginning, what parts the versions, and its end.
fn moved(text: &[u8], code: &[Range<usize>]) -> Option<Range<usize>> {
    // Of each line the first row of the sign is looked at, so that a line is read once however many rows it has.
    let line = |sign: u8, from: usize| {
        let signs = [sign; 7];
        let row = memchr::memmem::Finder::new(&signs);
        let mut from = from;
        while let Some(at) = row.find(&text[from..]).map(|at| at + from) {
            let start = memchr::memrchr(b'\n', &text[from..at]).map_or(from, |before| from + before + 1);
            let end = memchr::memchr(b'\n', &text[at..]).map_or(text.len(), |length| at + length);
            let is_mark = |byte: &u8| matches!(byte, b' ' | b'\t' | b'>' | b'-' | b'*' | b'.' | b')' | b'0'..=b'9');
            let rest = &text[at + 7..end];
            let rest = &rest[rest.iter().take_while(|byte| **byte == sign).count()..];
            let is_bare = rest.trim_ascii().is_empty();
            let has_label = rest.starts_with(b" ") && !is_bare;
            let is_line = if sign == b'=' { is_bare } else { is_bare || has_label };
            if is_line && text[start..at].iter().all(is_mark) && !is_within(code, at) {
                return Some((at, end));
            }
            from = end;
        }
        None
    };
    let (start, end) = line(b'<', 0)?;
    // Jujutsu parts the versions by other signs.
    let parted = [b'=', b'+', b'%'].iter().filter_map(|sign| line(*sign, end)).map(|(_, end)| end).min()?;
    line(b'>', parted)?;
    Some(start..end - usize::from(text[..end].ends_with(b"\r")))
}

/// Whether a place is in a block of code.
fn is_within(code: &[Range<usize>], at: usize) -> bool {
    let next = code.partition_point(|code| code.start <= at);
    next.checked_sub(1).is_some_and(|last| code[last].contains(&at))
}

/// The first line outside of code that begins with seven of a sign, as a merge writes it.
fn marker(text: &[u8], sign: u8, code: &[Range<usize>]) -> Option<Range<usize>> {
    // Most rows of a sign begin no line: their line, which may be long, is not looked at.
    let is_first = |at: usize| matches!(text[..at], [] | [.., b'\n'] | [0xef, 0xbb, 0xbf]);
    find_iter(text, &[sign; 7]).filter(|at| is_first(*at) && !is_within(code, *at)).find_map(|at| {
        let end = memchr::memchr(b'\n', &text[at..]).map_or(text.len(), |length| at + length);
        let rest = &text[at + 7..end];
        let is_seven = matches!(rest, [] | [b' ' | b'\t' | b'\r', ..]);
        let label = rest.trim_ascii();
        let is_marker = match sign {
            // Nested conflicts have more than seven.
            b'<' => rest.iter().find(|byte| **byte != b'<').is_none_or(u8::is_ascii_whitespace),
            // May be nested quotations of a letter.
            b'>' => is_seven && ![before(text, at), after(text, end)].iter().any(|line| line.starts_with(b">>>>>>")),
            // May be a table row.
            b'|' => is_seven && !label.is_empty() && !label.contains(&b'|'),
            // Below a line of text it is a setext heading.
            _ => is_seven && label.is_empty() && is_no_heading(before(text, at)),
        };
        is_marker.then(|| at..end - usize::from(rest.ends_with(b"\r")))
    })
}

/// The line before the one that begins at a place.
fn before(text: &[u8], at: usize) -> &[u8] {
    let end = at.saturating_sub(1);
    let start = memchr::memrchr(b'\n', &text[..end]).map_or(0, |before| before + 1);
    &text[start..end]
}

/// The line after the one that ends at a place.
fn after(text: &[u8], end: usize) -> &[u8] {
    let rest = text.get(end + 1..).unwrap_or_default();
    &rest[..memchr::memchr(b'\n', rest).unwrap_or(rest.len())]
}

/// Whether a line cannot be the text of a heading.
fn is_no_heading(line: &[u8]) -> bool {
    let line = line.trim_ascii();
    line.is_empty() || matches!(line[0], b'>' | b'#' | b'|') || line.starts_with(b"- ") || line.starts_with(b"* ")
}

#[cfg(test)]
mod tests {
    use super::unresolved;

    #[test]
    fn lines_of_a_merge() {
        for text in [
            "a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> edits\n",
            "<<<<<<< HEAD\n---\n",
            "\u{feff}<<<<<<< HEAD\r\n---\r\n",
            "a\n>>>>>>> edits",
            "a\r\n>>>>>>> edits\r\n",
            "a\n||||||| 1a2b3c4\nb\n",
            "a\n<<<<<<<<< Temporary merge branch 1\n",
            "<<<<<<<",
            "  <<<<<<< HEAD\n  a\n  =======\n  b\n  >>>>>>> edits\n",
            "- a\n  <<<<<<< HEAD\n- b\n||||||| 1a2b\n  =======\n- c\n   >>>>>>> edits\n",
            "> <<<<<<< HEAD\r\n> a\r\n> =======\r\n> b\r\n> >>>>>>> edits\r\n",
            ">\t<<<<<<<\n> a\n>=======\n> b\n>>>>>>>> edits\n",
            "- <<<<<<< HEAD\n- a\n- =======\n- b\n- >>>>>>> edits",
            "  <<<<<<< Conflict 1 of 1\n  %%%%%%% Changes\n  -a\n  >>>>>>> Conflict 1 of 1 ends\n",
        ] {
            let fault = unresolved(text.as_bytes(), false, Vec::new).expect(text);
            assert!(text[fault.range.clone()].len() >= 7 && !text[fault.range].ends_with(['\r', '\n']), "{text}");
        }
    }

    #[test]
    fn what_only_looks_so() {
        for text in [
            "A heading\n=======\n\nText.\n",
            "a <<<<<<< HEAD\n",
            "    <<<<<<< HEAD\n",
            "| a |\n|||||||\n",
            "|||||||a|\n",
            ">>>>>>> seven\n>>>>>> six\n",
            "<<<<<<<a\n",
            "========\n",
            "One.\n\n=======\n\nTwo.\n",
            "  <<<<<<< HEAD\n  =======\n",
            "  A\n  =======\n  >>>>>>> edits\n",
            "  `<<<<<<< HEAD`\n  =======\n  `>>>>>>> edits`\n",
            "He wrote <<<<<<< HEAD\n  =======\n  >>>>>>> edits\n",
            "",
        ] {
            assert!(unresolved(text.as_bytes(), false, Vec::new).is_none(), "{text}");
        }
    }

    #[test]
    fn a_line_is_read_once_however_many_rows_it_has() {
        // Looking at each row as far as its line reaches would take hours.
        let rows = format!("a {}\n", "<<<<<<< ".repeat(1 << 20));
        assert!(unresolved(rows.as_bytes(), false, Vec::new).is_none());
        let long = format!("a {}\n", "<".repeat(8 << 20));
        assert!(unresolved(long.as_bytes(), false, Vec::new).is_none());
        let after = format!("{rows}  <<<<<<< HEAD\n  a\n  =======\n  b\n  >>>>>>> edits\n");
        assert!(unresolved(after.as_bytes(), false, Vec::new).is_some());
    }
}
