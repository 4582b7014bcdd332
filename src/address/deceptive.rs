//! Addresses that lead elsewhere than a person reads in them: a user part that passes for a host, hosts that look like
//! others (Unicode Technical Standard 39), characters that browsers read as others, texts of links that name another host.

use super::deceit::{Deceit, shown};
use super::host::{self, Host, authority};
use crate::diagnostic::Code;

mod copies;
mod passing;

/// What is deceptive in an address of the web, or of somebody to write to, and what is wrong with one of somebody to call; nothing
/// in any other address.
fn deceit(address: &str) -> Option<Deceit> {
    let (scheme, rest) = address.split_once(':')?;
    if scheme.eq_ignore_ascii_case("mailto") {
        let of_host = mail_hosts(rest).find_map(|host| host::deceit(&host));
        let is_deceptive = of_host.as_ref().is_some_and(Deceit::is_deceptive);
        return if is_deceptive { of_host } else { nobody(rest).or(of_host) };
    }
    if scheme.eq_ignore_ascii_case("tel") {
        return no_number(rest);
    }
    if !is_web(scheme) {
        return None;
    }
    if address.contains(char::is_control) {
        let help = "write the address without them";
        return Some(Deceit::of("browsers leave control characters out of an address", help));
    }
    if rest.trim_start_matches(['/', '\\']).is_empty() {
        return Some(Deceit::broken("the address names no host"));
    }
    let Some(rest) = rest.strip_prefix("//").filter(|rest| !rest.starts_with('/')) else {
        let help = format!("write the whole address: `{}://example.org/…`", scheme.to_ascii_lowercase());
        return Some(Deceit::of("browsers take for the host what does not stand after `//` in this address", help));
    };
    let authority = authority(rest);
    let after = &rest[authority.len()..];
    if after.starts_with('\\') && goes_on(after) {
        let help = "write `/` in its place, if what stands before it is the host that is meant";
        return Some(Deceit::of("browsers read `\\` in an address as `/`, which ends the host; others do not", help));
    }
    if let Some((user, host)) = authority.rsplit_once('@') {
        return Some(user_part(user, host));
    }
    host::deceit(authority).or_else(|| {
        let help = "write `/` in its place".to_owned();
        let message = "`\\` cannot be in an address".to_owned();
        after.starts_with('\\').then(|| Deceit { help, ..Deceit::broken(message) })
    })
}

/// Whether what begins with `\` could be more of the host for a program that does not take it for `/`.
fn goes_on(after: &str) -> bool {
    let part = &after[..after.find(['/', '?', '#']).unwrap_or(after.len())];
    part.contains('@') || part.trim_start_matches('\\').starts_with(['.', ':'])
}

fn is_web(scheme: &str) -> bool {
    scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http")
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
    let to = recipients(rest);
    let hosts: Vec<String> =
        to.split(',').filter_map(|one| one.rsplit_once('@')).map(|(_, host)| host.trim().to_owned()).collect();
    hosts.into_iter()
}

/// What is wrong with what stands after `mailto:`, where it has nobody to write to. Without anybody, a letter that is begun may be
/// meant, for whomever its writer chooses (RFC 6068): `mailto:?subject=…`.
fn nobody(rest: &str) -> Option<Deceit> {
    let to = recipients(rest);
    let is_somebody =
        |one: &str| one.rsplit_once('@').is_some_and(|(name, host)| !name.trim().is_empty() && !host.trim().is_empty());
    let is_letter = to.is_empty() && rest.contains('=');
    if is_letter || to.split(',').any(is_somebody) {
        return None;
    }
    let help = "write the whole address, as in `mailto:name@example.org`".to_owned();
    let message = match to.trim() {
        "" => "the address names nobody to write to".to_owned(),
        to => format!("`{}` is nobody's address to write to", shown(to)),
    };
    Some(Deceit { help, ..Deceit::broken(message) })
}

/// What is wrong with what stands after `tel:`, where it has no number to call: its digits are those of ASCII (RFC 3966), and what
/// stands behind `;` only says where it is valid.
fn no_number(rest: &str) -> Option<Deceit> {
    let number = rest.split([';', '?']).next().unwrap_or_default();
    let number = percent_encoding::percent_decode_str(number).decode_utf8_lossy();
    let has_others = number.contains(|letter: char| !letter.is_ascii() && letter.is_numeric());
    if !has_others && number.contains(|letter: char| letter.is_ascii_digit()) {
        return None;
    }
    let (message, help) = match has_others {
        true => ("the number to call has other digits than 0 to 9", "write it in the digits 0 to 9"),
        false => ("the address has no number to call", "write the whole number"),
    };
    let help = format!("{help}, as in `tel:+41-22-917-1234`");
    Some(Deceit { help, ..Deceit::broken(message) })
}

/// The addresses after `mailto:`, with commas between them.
fn recipients(rest: &str) -> String {
    let to = rest.split('?').next().unwrap_or_default();
    percent_encoding::percent_decode_str(to).decode_utf8_lossy().into_owned()
}

/// What is deceptive in an address and the texts that say to readers what it is, or else what is wrong with it.
pub(crate) fn deceit_of_link(address: &str, texts: &[&str]) -> Option<Deceit> {
    let first = deceit(address);
    if first.as_ref().is_some_and(Deceit::is_deceptive) {
        return first;
    }
    let of_texts: Vec<Deceit> = texts.iter().filter_map(|text| deceit_of_text(text, address)).collect();
    let (deceptive, others): (Vec<_>, Vec<_>) = of_texts.into_iter().partition(Deceit::is_deceptive);
    deceptive.into_iter().next().or(first).or(others.into_iter().next())
}

/// Whether a text is the host to which an address leads.
pub(crate) fn is_host_of(text: &str, address: &str) -> bool {
    let host = address.split_once("://").map(|(_, rest)| Host::of(authority(rest)));
    host.is_some_and(|host| host == Host::of(&host::folded(text.trim())))
}

/// What is wrong with the text, or the title, of a link to an address: that it is an address itself, of another host.
fn deceit_of_text(text: &str, address: &str) -> Option<Deceit> {
    // Every address in a text has a full stop, in some form.
    if text.is_ascii() && !text.contains('.') && !text.contains("//") {
        return None;
    }
    let (scheme, rest) = address.split_once(':')?;
    let (leads_to, path): (Vec<Host>, _) = if scheme.eq_ignore_ascii_case("mailto") {
        (mail_hosts(rest).map(|host| Host::of(&host)).collect(), "")
    } else if is_web(scheme) {
        let rest = rest.trim_start_matches(['/', '\\']);
        let authority = authority(rest);
        (vec![Host::of(authority)], &rest[authority.len()..])
    } else {
        return None;
    };
    let first = leads_to.first()?;
    let mut named = match named_hosts(text, path) {
        Ok(named) => named,
        Err(deceit) => return Some(deceit),
    };
    named.retain(|named| {
        !leads_to.contains(named)
            && !first.is_within(named.as_str())
            && !named.is_within(first.as_str())
            && !copies::stands_for(first.as_str(), path, named.as_str())
    });
    let passes = named.iter().find(|named| passing::passes_for(first.as_str(), named.as_str()));
    if let Some(named) = passes {
        let message =
            format!("the text of the link names `{named}`, but the link leads to `{first}`, which passes for it");
        return Some(Deceit::mismatch(Code::DeceptiveLink, message));
    }
    let message = format!("the text of the link names `{}`, but the link leads to `{first}`", named.first()?);
    Some(Deceit::mismatch(Code::MismatchedLink, message))
}

/// The hosts that a text names: those of whole addresses in it, or all of it where it is nothing but a host, with or
/// without a path. The name of a file that is the last part of the link's own `path` is none, and neither is one with
/// capitals: `С.В.Лавров`, `Lenta.ru`. A name to log in with before a host is deceptive in itself.
fn named_hosts(text: &str, path: &str) -> Result<Vec<Host>, Deceit> {
    let has_capitals = text.contains(char::is_uppercase);
    let text = host::folded(text.trim());
    let mut words = text.split_whitespace().map(|word| word.trim_matches(is_around)).filter(|word| !word.is_empty());
    if let Some((user, host)) = words.clone().filter_map(whole).find_map(|found| found.rsplit_once('@')) {
        return Err(user_part(user, host));
    }
    let found: Vec<Host> = words.clone().filter_map(whole).map(Host::of).collect();
    let (Some(only), None) = (words.next(), words.next()) else { return Ok(found) };
    if !found.is_empty() || has_capitals {
        return Ok(found);
    }
    let only = only.rsplit_once('@').map_or(only, |(_, host)| host);
    let host = authority(only);
    let file = path.split(['?', '#']).next().unwrap_or_default().rsplit('/').next().unwrap_or_default();
    let is_file = host.len() == only.len() && host::folded(file) == host;
    Ok(if host::is_bare(host) && !is_file { vec![Host::of(host)] } else { Vec::new() })
}

/// What names the host in a word that is a whole address.
fn whole(word: &str) -> Option<&str> {
    let at = ["https://", "http://"].iter().find_map(|scheme| Some(word.find(scheme)? + scheme.len()));
    let rest = at.map(|at| &word[at..]).or_else(|| word.starts_with("www.").then_some(word))?;
    Some(authority(rest))
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
