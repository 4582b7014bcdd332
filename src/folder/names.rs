//! Which paths below a folder have only names of files for parts.

/// Whether a path has only parts that are names.
pub(crate) fn is_plain(path: &str) -> bool {
    // Every file that is opened comes by here: bytes are looked at faster than letters.
    path.as_bytes().split(|byte| *byte == b'/').all(|part| !matches!(part, b"" | b"." | b".."))
        && (!cfg!(windows) || is_plain_on_windows(path))
}

/// Whether Windows takes each part of a path for the name of a file of its own. It takes `\` for `/`, what stands after a
/// colon for a part of a file that is not listed, and the names of devices, whatever their ending, for the devices; of dots
/// and spaces at the end of a name nothing is left, so that two names would be one file.
fn is_plain_on_windows(path: &str) -> bool {
    let is_kept = |c: char| c >= ' ' && !matches!(c, '\\' | ':' | '<' | '>' | '"' | '|' | '?' | '*');
    path.split('/').all(|part| part.chars().all(is_kept) && !part.ends_with(['.', ' ']) && !is_device(part))
}

/// Whether Windows takes a name for a device: `nul`, `CON.md`, `com1.tar.gz`.
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
