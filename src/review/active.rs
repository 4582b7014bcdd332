//! Detects active content: what a file could run or load in browsers or on the host. Heuristic, with false positives
//! rather than misses; nothing here decides what is allowed.

use std::collections::BTreeSet;

use escapes::{without_escapes, without_references};

mod escapes;
#[cfg(test)]
mod tests;

/// What a file could do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Active {
    /// Signs that it runs something, or tells a browser or host what to do.
    pub(crate) signs: BTreeSet<String>,
    /// Addresses of other sites in it.
    pub(crate) loads: BTreeSet<String>,
}

/// Names of configuration files of hosts.
const HOST_FILES: [&str; 20] = [
    "_headers",
    "_redirects",
    "_routes.json",
    "_worker.js",
    "cname",
    ".htaccess",
    ".htpasswd",
    ".user.ini",
    "web.config",
    "netlify.toml",
    "vercel.json",
    "now.json",
    "firebase.json",
    "staticwebapp.config.json",
    "wrangler.toml",
    "serve.json",
    ".nojekyll",
    "_config.yml",
    "robots.txt",
    "app-ads.txt",
];

/// Extensions of files that browsers run or render.
const BROWSER: [&str; 23] = [
    "html",
    "htm",
    "xhtml",
    "xht",
    "shtml",
    "shtm",
    "stm",
    "mhtml",
    "mht",
    "hta",
    "js",
    "mjs",
    "cjs",
    "jsm",
    "wasm",
    "css",
    "svg",
    "svgz",
    "xml",
    "xsl",
    "xslt",
    "webmanifest",
    "importmap",
];

/// Extensions of files that hosts may run.
const HOST: [&str; 12] = ["php", "phtml", "phar", "cgi", "pl", "py", "rb", "asp", "aspx", "jsp", "sh", "lua"];

/// Documents that may hold scripts.
const DOCUMENTS: [&str; 6] = ["pdf", "swf", "jar", "docm", "xlsm", "eml"];

/// Elements that run, load or send something, or move where links lead.
const ELEMENTS: [&str; 22] = [
    "script",
    "foreignobject",
    "iframe",
    "frame",
    "frameset",
    "object",
    "embed",
    "applet",
    "base",
    "form",
    "link",
    "meta",
    "animate",
    "animatemotion",
    "animatetransform",
    "set",
    "handler",
    "listener",
    "use",
    "import",
    "portal",
    "noscript",
];

/// Other signs, with white space removed.
const SIGNS: [&str; 27] = [
    "javascript:",
    "vbscript:",
    "livescript:",
    "data:text/html",
    "data:image/svg",
    "data:application",
    "data:text/xml",
    "srcdoc=",
    "<!entity",
    "<?xml-stylesheet",
    "@import",
    "url(",
    "expression(",
    "behavior:",
    "-moz-binding",
    "eval(",
    "import(",
    "importscripts(",
    "fetch(",
    "xmlhttprequest",
    "websocket",
    "eventsource(",
    "serviceworker",
    "sendbeacon",
    "document.write",
    "|safe",
    "autoescape",
];

/// XML namespaces, from which nothing is loaded.
const NAMESPACES: [&str; 7] = [
    "http://www.w3.org/2000/svg",
    "http://www.w3.org/1999/xlink",
    "http://www.w3.org/1999/xhtml",
    "http://www.w3.org/XML/1998/namespace",
    "http://www.w3.org/2005/Atom",
    "http://www.sitemaps.org/schemas/sitemap/0.9",
    "https://schema.org",
];

/// What a file at `path` could do.
pub(super) fn inspect(path: &str, bytes: &[u8]) -> Active {
    let mut found = Active::default();
    let name = path.rsplit('/').next().unwrap_or_default().to_lowercase();
    let end = name.rsplit_once('.').map_or("", |(_, end)| end);
    let mut sign = |is_one: bool, sign: &str| {
        if is_one {
            found.signs.insert(sign.to_owned());
        }
    };
    sign(HOST_FILES.contains(&name.as_str()) || name == ".domains", "hosts read it");
    sign(path.split('/').any(|part| part == ".well-known"), "programs look for it on every site");
    sign(BROWSER.contains(&end), "browsers run it or show it as a page");
    // Some servers run `x.php.jpg`.
    sign(name.split('.').skip(1).any(|end| HOST.contains(&end)), "hosts may run it");
    sign(DOCUMENTS.contains(&end), "it may hold scripts");
    match text(bytes) {
        Some(text) => scan(text, &mut found),
        None if is_picture_or_font(end, bytes) => {}
        None => sign(true, "it is not readable as text: it may hold anything"),
    }
    found
}

/// The bytes as text, if they are the same in every encoding that a browser might guess.
fn text(bytes: &[u8]) -> Option<&str> {
    let text = std::str::from_utf8(bytes).ok()?;
    (!text.contains(['\0', '\u{1b}'])).then(|| text.trim_start_matches('\u{feff}'))
}

/// Whether the magic bytes match the extension.
fn is_picture_or_font(end: &str, bytes: &[u8]) -> bool {
    let begins = |starts: &[&[u8]]| starts.iter().any(|start| bytes.starts_with(start));
    let has = |brand: &[u8]| bytes.get(8..12).is_some_and(|bytes| bytes == brand);
    match end {
        "png" => begins(&[b"\x89PNG\r\n\x1a\n"]),
        "jpg" | "jpeg" => begins(&[b"\xff\xd8\xff"]),
        "gif" => begins(&[b"GIF87a", b"GIF89a"]),
        "webp" => begins(&[b"RIFF"]) && has(b"WEBP"),
        "avif" => has(b"avif") || has(b"avis"),
        "ico" => begins(&[b"\0\0\x01\0"]),
        "woff" => begins(&[b"wOFF"]),
        "woff2" => begins(&[b"wOF2"]),
        "ttf" | "otf" => begins(&[b"\0\x01\0\0", b"OTTO", b"true"]),
        _ => false,
    }
}

fn scan(text: &str, found: &mut Active) {
    let plain = without_references(&without_references(text));
    let read = without_escapes(&plain);
    for text in [text, plain.as_str(), read.as_str()] {
        let lower = text.to_lowercase();
        elements(&lower, found);
        handlers(&lower, found);
        addresses(text, found);
        let tight: String = lower.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
        let signs = SIGNS.iter().filter(|sign| tight.contains(*sign));
        found.signs.extend(signs.map(|sign| format!("has {sign}")));
        encodings(&tight, found);
        // Browsers strip these from URLs.
        hidden_addresses(&lower.replace(['\t', '\n', '\r'], ""), found);
    }
}

/// Start tags, with any namespace prefix.
fn elements(text: &str, found: &mut Active) {
    for (at, _) in text.match_indices('<') {
        let rest = &text[at + 1..];
        let end = rest.find(|c: char| c.is_whitespace() || matches!(c, '/' | '>' | '<')).unwrap_or(rest.len());
        let name = rest[..end].rsplit(':').next().unwrap_or_default();
        if ELEMENTS.contains(&name) {
            found.signs.insert(format!("has <{name}>"));
        }
    }
}

/// Attributes for events: `onload=`.
fn handlers(text: &str, found: &mut Active) {
    for (at, _) in text.match_indices("on") {
        let before = text[..at].chars().next_back();
        if before.is_some_and(|c| !c.is_whitespace() && !"/\"'`".contains(c)) {
            continue;
        }
        let is_part = |c: char| c.is_ascii_alphanumeric() || "_-:.".contains(c);
        let rest = text[at..].trim_start_matches(is_part);
        let name = &text[at..text.len() - rest.len()];
        if name.len() > 3 && name.len() < 40 && rest.trim_start().starts_with('=') {
            found.signs.insert(format!("has {name}="));
        }
    }
}

/// A declared encoding may change the meaning of a text.
fn encodings(tight: &str, found: &mut Active) {
    for key in ["encoding=", "charset="] {
        for (at, _) in tight.match_indices(key) {
            let value = tight[at + key.len()..].trim_start_matches(['"', '\'', '\\']);
            let end = value.find(|c: char| !c.is_ascii_alphanumeric() && !"-_.".contains(c)).unwrap_or(value.len());
            let is_known = ["utf-8", "utf8", "us-ascii", "ascii"].contains(&&value[..end]);
            if !is_known && end > 0 && end < 40 {
                found.signs.insert(format!("says that it is encoded as {}: it may hold anything", &value[..end]));
            }
        }
    }
}

/// Whether a character ends a URL.
fn ends(c: char) -> bool {
    c.is_whitespace() || c.is_control() || matches!(c, '"' | '\'' | '<' | '>' | ')' | '(' | '`' | ';' | ',' | '|' | '^')
}

/// Addresses that name a host: with a scheme, or beginning with `//`.
fn addresses(text: &str, found: &mut Active) {
    let text = text.replace('\\', "/");
    let mut end = 0;
    for at in starts(&text) {
        // Nested URLs are shown with the outer one.
        if at < end {
            continue;
        }
        let rest = &text[at..text.floor_char_boundary(at + LONGEST)];
        let address = &rest[..rest.find(ends).unwrap_or(rest.len())];
        end = at + address.len();
        if !NAMESPACES.contains(&address.trim_end_matches('/')) {
            found.loads.insert(address.to_owned());
        }
    }
}

/// The most bytes of a URL that are shown.
const LONGEST: usize = 500;

/// Hosts of addresses that tabs and line breaks within them hide.
fn hidden_addresses(joined: &str, found: &mut Active) {
    let known: BTreeSet<String> = found.loads.iter().map(|address| host(&address.to_lowercase()).to_owned()).collect();
    let joined = joined.replace('\\', "/");
    for at in starts(&joined) {
        let host = host(&joined[at..joined.floor_char_boundary(at + LONGEST)]);
        if !known.contains(host) && !NAMESPACES.iter().any(|name| name.starts_with(host)) {
            found.loads.insert(host.to_owned());
        }
    }
}

/// An address up to the end of its host.
fn host(address: &str) -> &str {
    let start = address.find(':').map_or(0, |colon| if address[..colon].contains('/') { 0 } else { colon + 1 });
    let slashes = address.len() - address[start..].trim_start_matches('/').len();
    let end = address[slashes..].find(|c: char| ends(c) || matches!(c, '/' | '?' | '#'));
    &address[..end.map_or(address.len(), |end| end + slashes)]
}

/// Where addresses begin: at their scheme, or at `//` where no scheme stands before it.
fn starts(text: &str) -> Vec<usize> {
    let lower = text.to_ascii_lowercase();
    let mut starts = BTreeSet::new();
    for scheme in ["http:", "https:", "ws:", "wss:", "ftp:"] {
        for (at, _) in lower.match_indices(scheme) {
            let before = lower[..at].chars().next_back();
            let rest = lower[at + scheme.len()..].trim_start_matches('/');
            if before.is_none_or(|c| !c.is_alphanumeric())
                && rest.starts_with(|c: char| c.is_alphanumeric() || "[{%".contains(c))
            {
                starts.insert(at);
            }
        }
    }
    for (at, _) in lower.match_indices("//") {
        let before = lower[..at].chars().next_back();
        if before.is_some_and(|c| !c.is_whitespace() && !"\"'(=,`>|[{".contains(c)) {
            continue;
        }
        let rest = lower[at..].trim_start_matches('/');
        if rest.starts_with(|c: char| c.is_alphanumeric() || "[{%".contains(c)) {
            starts.insert(at);
        }
    }
    starts.into_iter().collect()
}
