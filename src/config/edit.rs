//! Where files are edited at services that Chronicle does not know: `[edit]` in `site.toml`.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Deserialize;
use serde::de::Deserializer;

use super::line::too_long;
use super::service::IN_PATHS;
use crate::address::is_web_url;
use crate::diagnostic::{Code, nearest};
use crate::document::invalid;

/// `[edit]`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Edit {
    /// The address of the form in which a file is edited; without it, that of the service that has the repository.
    pub(crate) pattern: Option<Pattern>,
}

/// A web address with places for the branch and for the path of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Pattern(Vec<Piece>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Text(String),
    /// A place, and what is encoded of its value there.
    Branch(Within),
    Path(Within),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Within {
    Path,
    /// The query or the fragment, where `&` and `+` have a meaning, too.
    Query,
}

/// What is encoded in a query: everything but what never has a meaning there, and the slashes of paths.
const IN_QUERIES: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');

/// The names of places.
const PLACES: [&str; 2] = ["path", "branch"];

impl Pattern {
    /// The address of the form for the file at a path.
    pub(crate) fn filled(&self, branch: &str, path: &str) -> String {
        let encoded = |text: &str, within: Within| {
            let set = match within {
                Within::Path => IN_PATHS,
                Within::Query => IN_QUERIES,
            };
            utf8_percent_encode(text, set).to_string()
        };
        let piece = |piece: &Piece| match piece {
            Piece::Text(text) => text.clone(),
            Piece::Branch(within) => encoded(branch, *within),
            Piece::Path(within) => encoded(path, *within),
        };
        self.0.iter().map(piece).collect()
    }

    /// Reads a pattern, or says what is wrong with it, and what helps.
    fn parse(text: &str) -> Result<Pattern, (String, String)> {
        const EXAMPLE: &str = "write it as in `https://example.org/owner/name/edit/{branch}/{path}`";
        let wrong = |message: String| (message, EXAMPLE.to_owned());
        if let Some((message, _)) = too_long(text) {
            return Err(wrong(message));
        }
        if !is_web_url(text) {
            return Err(wrong(format!("`{text}` is not a web address")));
        }
        let host = text.find("://").map_or(0, |at| at + 3);
        let host_ends = text[host..].find(['/', '?', '#']).map_or(text.len(), |at| at + host);
        if text[..host_ends].contains(['{', '}']) {
            return Err(wrong(format!("`{text}` has a place in its host, which is the same for all files")));
        }
        let (mut pieces, mut rest, mut within) = (Vec::new(), text, Within::Path);
        while let Some(at) = rest.find(['{', '}']) {
            if rest[..at].contains(['?', '#']) {
                within = Within::Query;
            }
            pieces.push(Piece::Text(rest[..at].to_owned()));
            let inner = rest[at..].strip_prefix('{').and_then(|inner| inner.split_once('}'));
            let Some((name, after)) = inner else {
                return Err(wrong(format!("a brace of `{text}` has no other")));
            };
            pieces.push(match name {
                "path" => Piece::Path(within),
                "branch" => Piece::Branch(within),
                name => {
                    let help = nearest(name, PLACES).map(|near| format!("write `{{{near}}}`"));
                    let help = help.unwrap_or_else(|| "use `{path}` and `{branch}`".to_owned());
                    return Err((format!("`{{{name}}}` stands for nothing"), help));
                }
            });
            rest = after;
        }
        pieces.push(Piece::Text(rest.to_owned()));
        if !pieces.iter().any(|piece| matches!(piece, Piece::Path(_))) {
            return Err(wrong(format!("`{text}` has no `{{path}}`: every page would lead to the same form")));
        }
        Ok(Pattern(pieces))
    }
}

impl<'de> Deserialize<'de> for Pattern {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Pattern, D::Error> {
        let text = String::deserialize(deserializer)?;
        Pattern::parse(&text).map_err(|(message, help)| invalid(Code::BadValue, message, Some(help)))
    }
}

#[cfg(test)]
mod tests {
    use super::Pattern;

    #[test]
    fn a_pattern_leads_to_the_form_of_a_file() {
        let filled = |pattern: &str, path: &str| Pattern::parse(pattern).unwrap().filled("next step", path);
        let path = "content/sources/a & b+c?.txt";
        assert_eq!(
            filled("https://git.example.org/a/b/edit/{branch}/{path}", path),
            "https://git.example.org/a/b/edit/next%20step/content/sources/a%20&%20b+c%3F.txt"
        );
        assert_eq!(
            filled("https://git.example.org/edit?file={path}&at={branch}#{path}", path),
            "https://git.example.org/edit?file=content/sources/a%20%26%20b%2Bc%3F.txt&at=next%20step#content/sources/\
             a%20%26%20b%2Bc%3F.txt"
        );
        assert_eq!(
            filled("https://example.org/{path}", "content/people/я.md"),
            "https://example.org/content/people/%D1%8F.md"
        );
    }

    #[test]
    fn what_is_wrong_with_a_pattern_is_said() {
        for (pattern, message, help) in [
            ("javascript:alert({path})", "is not a web address", "write it as in"),
            ("https://example.org/edit", "has no `{path}`", "write it as in"),
            ("https://example.org/{pth}", "`{pth}` stands for nothing", "write `{path}`"),
            ("https://example.org/{x}", "`{x}` stands for nothing", "use `{path}` and `{branch}`"),
            ("https://{path}.example.org/", "in its host", "write it as in"),
            ("https://example.org/{path", "a brace", "write it as in"),
            ("https://example.org/path}", "a brace", "write it as in"),
            ("https://example.org/{path}/ x", "is not a web address", "write it as in"),
            ("", "is not a web address", "write it as in"),
        ] {
            let (found, helped) = Pattern::parse(pattern).unwrap_err();
            assert!(found.contains(message) && helped.starts_with(help), "{pattern}: {found}, {helped}");
        }
    }
}
