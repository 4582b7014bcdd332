//! Helps for links that lead nowhere.

use std::fmt::Write;

use super::Chronicle;
use super::names::is_country;
use crate::diagnostic::{NameKind, Vocabulary};
use crate::input::Inputs;

impl Chronicle {
    /// The path of the record that a missing path probably means: one with the same name in another folder, one that had
    /// the name as its id, or the one with the nearest name.
    pub(super) fn nearest_file(&self, inputs: &Inputs, wanted: &str) -> Option<String> {
        self.same_file(inputs, wanted).or_else(|| {
            let stems = self.stems.get_or_init(|| {
                Vocabulary::of_names(records(inputs).map(|(stem, _)| stem), NameKind::Things, is_country)
            });
            let near = stems.nearest(stem(wanted))?;
            records(inputs).find(|(stem, _)| **stem == *near.word).map(|(_, path)| path.to_owned())
        })
    }

    /// The path of the record that has the name of a missing path, or had it as its id, wherever it lies.
    pub(super) fn same_file(&self, inputs: &Inputs, wanted: &str) -> Option<String> {
        let wanted = stem(wanted).to_lowercase();
        let same = records(inputs).find(|(stem, _)| *stem == wanted).map(|(_, path)| path);
        let former = || {
            let (_, record) = self.former.iter().find(|(id, _)| id.as_str() == wanted)?;
            Some(inputs.get(self.head(*record).input).path())
        };
        same.or_else(former).map(str::to_owned)
    }
}

/// The records' files: the name without `.md`, and the path.
fn records(inputs: &Inputs) -> impl Iterator<Item = (&str, &str)> {
    let paths = inputs.under("content/").map(|(_, file)| file.path());
    let of_records = paths.filter(|path| !path.starts_with("content/sources/") && path.ends_with(".md"));
    of_records.map(|path| (stem(path), path))
}

/// The last name of a path, without what says that it is a record.
fn stem(path: &str) -> &str {
    let name = path.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    [".md", ".html", ".htm", ".MD"].iter().find_map(|end| name.strip_suffix(end)).unwrap_or(name)
}

/// A path as the destination of a link: what would end it, or begin a query or a fragment, is encoded.
pub(super) fn destination(path: &str) -> String {
    let mut text = String::with_capacity(path.len());
    for letter in path.chars() {
        match letter {
            '%' | '#' | '?' | '(' | ')' | '<' | '>' | '[' | ']' | '\\' | '`' | ' ' => {
                // Writing to a string cannot fail.
                let _ = write!(text, "%{:02X}", u32::from(letter));
            }
            letter => text.push(letter),
        }
    }
    text
}

/// The help for a missing static file; `file` is its path as it is written, `name` the same decoded.
pub(super) fn static_file(inputs: &Inputs, file: &str, name: &str, helps: bool) -> String {
    // Who names the folder names it once too often.
    let (file, name) = (file.strip_prefix("static/").unwrap_or(file), name.strip_prefix("static/").unwrap_or(name));
    let last = |path: &str| path.rsplit('/').next().unwrap_or(path).to_lowercase();
    let mut kept =
        inputs.under("static/").filter(|_| helps).filter_map(|(_, kept)| kept.path().strip_prefix("static/"));
    match kept.find(|kept| last(kept) == last(name)) {
        Some(kept) => format!("write `/{}`", destination(kept)),
        None => format!("put the file at `static/{name}`, and write `/{file}`"),
    }
}

/// The help for a destination that is an address on the web, or of a person, without what such addresses begin with.
pub(super) fn elsewhere(path: &str) -> Option<String> {
    let host = path.split(['/', '?']).next().unwrap_or_default();
    if let Some((person, host)) = path.split_once('@') {
        let is_file = |end: &str| matches!(end, "png" | "jpg" | "jpeg" | "gif" | "svg" | "webp" | "pdf");
        let is_address = !person.is_empty()
            && !path.contains(['/', ' '])
            && host.rsplit_once('.').is_some_and(|(host, end)| !host.is_empty() && !is_file(end));
        return is_address.then(|| format!("write `mailto:{path}`"));
    }
    let is_label =
        |label: &str| !label.is_empty() && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    let (rest, end) = host.rsplit_once('.')?;
    let is_host = rest.split('.').all(is_label)
        && (DOMAINS.contains(&end) || rest.strip_prefix("www.").is_some() && is_label(end));
    is_host.then(|| format!("write `https://{path}`"))
}

/// The ends of most hosts; none of them is what a file's name ends with.
#[rustfmt::skip]
const DOMAINS: [&str; 33] = [
    "com", "org", "net", "int", "gov", "edu", "eu", "ru", "uk", "fr", "de", "cn", "ua", "by", "kz", "es", "it",
    "jp", "kr", "us", "ca", "ch", "at", "nl", "se", "dk", "il", "tr", "ir", "br", "au", "mx", "za",
];

#[cfg(test)]
mod tests {
    use super::{destination, elsewhere, stem};

    #[test]
    fn a_file_is_named_so_that_the_link_leads_to_it() {
        assert_eq!(destination("img/a b#1 (50%)?.png"), "img/a%20b%231%20%2850%25%29%3F.png");
        assert_eq!(destination("картинка/ü.png"), "картинка/ü.png");
    }

    #[test]
    fn what_is_no_path() {
        for (path, help) in [
            ("www.example.org", Some("write `https://www.example.org`")),
            ("example.org/a.html", Some("write `https://example.org/a.html`")),
            ("en.kremlin.ru/events?page=2", Some("write `https://en.kremlin.ru/events?page=2`")),
            ("www.example.museum/a", Some("write `https://www.example.museum/a`")),
            ("ann@example.org", Some("write `mailto:ann@example.org`")),
            ("chapter.in", None),
            ("notes.info", None),
            ("report.pdf", None),
            ("../2006/a.md", None),
            ("ann-lee.md", None),
            ("picture@2x.png", None),
            ("images/picture@2x.png", None),
            ("a", None),
            ("", None),
        ] {
            assert_eq!(elsewhere(path).as_deref(), help, "{path}");
        }
        assert_eq!(["a/b.md", "a/b.html", "a/b/", "b", "b.pdf"].map(stem), ["b", "b", "b", "b", "b.pdf"]);
    }
}
