//! Which relative paths are safe to use.

/// Whether every part of a path is a plain file name.
pub(crate) fn is_plain(path: &str) -> bool {
    // Hot path: called for every file.
    path.as_bytes().split(|byte| *byte == b'/').all(|part| !matches!(part, b"" | b"." | b".."))
        && (!cfg!(windows) || is_plain_on_windows(path))
}

/// Whether each part of a path is a plain file name on Windows. There, `\` is a separator, a colon begins an alternate
/// data stream, device names are reserved with any extension, and trailing dots and spaces are dropped.
fn is_plain_on_windows(path: &str) -> bool {
    let is_kept = |c: char| c >= ' ' && !matches!(c, '\\' | ':' | '<' | '>' | '"' | '|' | '?' | '*');
    path.split('/').all(|part| part.chars().all(is_kept) && !part.ends_with(['.', ' ']) && !is_device(part))
}

/// Whether a name is a device on Windows: `nul`, `CON.md`, `com1.tar.gz`.
fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end_matches(' ').to_ascii_lowercase();
    let is_port = |kind: &str| {
        let mut number = stem.strip_prefix(kind).unwrap_or_default().chars();
        matches!((number.next(), number.next()), (Some('0'..='9' | '¹' | '²' | '³'), None))
    };
    matches!(stem.as_str(), "con" | "prn" | "aux" | "nul" | "conin$" | "conout$") || is_port("com") || is_port("lpt")
}

#[cfg(test)]
mod tests {
    use super::{is_plain, is_plain_on_windows};

    #[test]
    fn no_path_has_parts_that_lead_elsewhere() {
        for path in ["a", "a/b.md", "a/..b", "a/b..c", "...", "a b/c", "статьи/год"] {
            assert!(is_plain(path), "{path}");
        }
        for path in ["", "/", "/a", "a/", "a//b", ".", "..", "a/./b", "a/../b", "../a", "a/.."] {
            assert!(!is_plain(path), "{path}");
        }
    }

    #[test]
    fn no_path_has_parts_that_windows_takes_for_something_else() {
        for path in [
            "content/statements/2006/2006-02-02-a.md",
            "contact/index.html",
            "console.md",
            "null",
            "auxiliary.css",
            "com",
            "com10",
            "comma1",
            "lpt",
            ".chronicle/a.kept",
            ".well-known/x",
            "статьи/год",
            "a.con",
            "a b.md",
            "~$a.md",
        ] {
            assert!(is_plain_on_windows(path), "{path}");
        }
        for path in [
            "a\\b",
            "..\\a",
            "a\\..\\b",
            "c:a",
            "c:",
            "a.md:b",
            "a.md::$DATA",
            "con",
            "CON",
            "Con.md",
            "people/nul.md",
            "nul.tar.gz",
            "aux/index.html",
            "a/prn",
            "com1",
            "COM0.md",
            "com¹.md",
            "lpt9",
            "LPT3.txt",
            "conin$",
            "CONOUT$",
            "nul .md",
            "a.",
            "a..",
            "a ",
            "a./b",
            "a /b",
            "...",
            "a*b",
            "a?",
            "a|b",
            "<a>",
            "\"a\"",
            "a\tb",
            "a\0",
        ] {
            assert!(!is_plain_on_windows(path), "{path}");
        }
    }
}
