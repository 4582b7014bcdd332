//! Addresses that lead elsewhere than a person reads in them: a user part that passes for a host, hosts that look like
//! others (Unicode Technical Standard 39), characters that browsers read as others, texts of links that name another host.

use std::collections::BTreeSet;

use super::deceit::{Deceit, shown};
use super::host::{self, Host};

/// What is deceptive in an address of the web, or of somebody to write to; nothing in any other address.
pub fn deceit(address: &str) -> Option<Deceit> {
    let (scheme, rest) = address.split_once(':')?;
    if scheme.eq_ignore_ascii_case("mailto") {
        return mail_hosts(rest).find_map(|host| host::deceit(&host));
    }
    if !is_web(scheme) {
        return None;
    }
    if address.contains(char::is_control) {
        let help = "write the address without them";
        return Some(Deceit::of("browsers leave control characters out of an address", help));
    }
    let Some(rest) = rest.strip_prefix("//").filter(|rest| !rest.starts_with('/')) else {
        let help = format!("write the whole address: `{}://example.org/…`", scheme.to_ascii_lowercase());
        return Some(Deceit::of("browsers take for the host what does not stand after `//` in this address", help));
    };
    let authority = authority(rest);
    if rest[authority.len()..].starts_with('\\') {
        let help = "write `/` in its place, if what stands before it is the host that is meant";
        return Some(Deceit::of("browsers read `\\` in an address as `/`, which ends the host; others do not", help));
    }
    if let Some((user, host)) = authority.rsplit_once('@') {
        return Some(user_part(user, host));
    }
    host::deceit(authority)
}

fn is_web(scheme: &str) -> bool {
    scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http")
}

/// What stands before the path: user, host and port.
fn authority(rest: &str) -> &str {
    &rest[..rest.find(['/', '?', '#', '\\']).unwrap_or(rest.len())]
}

fn user_part(user: &str, host: &str) -> Deceit {
    let host = shown(host);
    let message = if user.contains(':') {
        format!("the address carries a name and a password for `{host}`")
    } else {
        format!("the address leads to `{host}`: what stands before `@` is no host, but a name to log in with")
    };
    Deceit::of(message, "write the address without all that stands between `//` and the host it leads to")
}

/// The hosts of the addresses after `mailto:`.
fn mail_hosts(rest: &str) -> impl Iterator<Item = String> {
    let to = rest.split('?').next().unwrap_or_default();
    let to = percent_encoding::percent_decode_str(to).decode_utf8_lossy().into_owned();
    let hosts: Vec<String> =
        to.split(',').filter_map(|one| one.rsplit_once('@')).map(|(_, host)| host.trim().to_owned()).collect();
    hosts.into_iter()
}

/// Archives whose addresses end in that of the page they keep.
const ARCHIVES: [&str; 10] = [
    "web.archive.org",
    "archive.today",
    "archive.fo",
    "archive.is",
    "archive.li",
    "archive.md",
    "archive.ph",
    "archive.vn",
    "arquivo.pt",
    "webarchive.nationalarchives.gov.uk",
];

/// What is deceptive in the text, or the title, of a link to an address: that it is an address itself, of another host.
pub fn deceit_of_text(text: &str, address: &str) -> Option<Deceit> {
    // Every address in a text has a full stop, in some form.
    if text.is_ascii() && !text.contains('.') && !text.contains("//") {
        return None;
    }
    let (scheme, rest) = address.split_once(':')?;
    let (leads_to, path) = if scheme.eq_ignore_ascii_case("mailto") {
        (mail_hosts(rest).map(|host| Host::of(&host)).collect(), "")
    } else if is_web(scheme) {
        let rest = rest.trim_start_matches(['/', '\\']);
        let authority = authority(rest);
        (vec![Host::of(authority)], &rest[authority.len()..])
    } else {
        return None;
    };
    let first = leads_to.first().cloned()?;
    let mut right: BTreeSet<Host> = leads_to.into_iter().collect();
    if ARCHIVES.iter().any(|archive| first.is(archive)) {
        right.extend(Host::all_in(path));
    }
    let named = named_hosts(text, path).into_iter().find(|named| !right.contains(named) && !first.is_within(named))?;
    let message = format!("the text of the link names `{named}`, but the link leads to `{first}`");
    Some(Deceit::of(message, "let the text say where the link leads, or in words what is there"))
}

/// The hosts that a text names: those of whole addresses in it, or all of it where it is nothing but a host, with or
/// without a path. The name of a file that is the last part of the link's own `path` is none, and neither is one with
/// capitals: `С.В.Лавров`, `Lenta.ru`.
fn named_hosts(text: &str, path: &str) -> Vec<Host> {
    let has_capitals = text.contains(char::is_uppercase);
    let text = host::folded(text.trim());
    let mut words = text.split_whitespace().map(|word| word.trim_matches(is_around)).filter(|word| !word.is_empty());
    let whole = |word: &str| {
        let at = ["https://", "http://"].iter().find_map(|scheme| Some(word.find(scheme)? + scheme.len()));
        let rest = at.map(|at| &word[at..]).or_else(|| word.starts_with("www.").then_some(word))?;
        Some(Host::of(authority(rest)))
    };
    let found: Vec<Host> = words.clone().filter_map(whole).collect();
    let (Some(only), None) = (words.next(), words.next()) else { return found };
    if !found.is_empty() || has_capitals {
        return found;
    }
    let only = only.rsplit_once('@').map_or(only, |(_, host)| host);
    let host = authority(only);
    let file = path.split(['?', '#']).next().unwrap_or_default().rsplit('/').next().unwrap_or_default();
    let is_file = host.len() == only.len() && host::folded(file) == host;
    if host::is_bare(host) && !is_file { vec![Host::of(host)] } else { Vec::new() }
}

/// Whether a character beside an address in a text is no part of it.
fn is_around(letter: char) -> bool {
    matches!(
        letter,
        '(' | ')' | '<' | '>' | '"' | '\'' | ',' | ';' | ':' | '!' | '.' | '…' | '“' | '”' | '„' | '«' | '»'
    )
}

#[cfg(test)]
mod tests;
