//! Host names: how they look to readers, and how browsers read them.

use std::fmt;
use std::net::{Ipv4Addr, Ipv6Addr};

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_script::{Script, UnicodeScript};
use unicode_security::mixed_script::AugmentedScriptSet;
use unicode_security::{GeneralSecurityProfile, skeleton};

use super::deceit::{Deceit, shown};
use super::punycode;

/// The help sends the author to look the address up, since nobody should follow it.
pub(crate) const LOOK_UP: &str =
    "look up the right address of the page that is meant, and write that; do not follow this one";

/// The longest host, and the longest of its parts, that the domain name system has.
const LONGEST: (usize, usize) = (253, 63);

/// No host is longer in bytes, however its letters are written; a longer one is not looked at further.
const MOST_BYTES: usize = 4096;

/// A normalized host.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Host(String);

impl Host {
    /// The host before a port and after a user; `www.` does not count.
    pub(crate) fn of(authority: &str) -> Host {
        let host = without_port(authority.rsplit_once('@').map_or(authority, |(_, host)| host));
        if host.len() > MOST_BYTES {
            return Host(host.to_owned());
        }
        let host = folded(host);
        let parts: Vec<String> = host
            .trim_end_matches('.')
            .split('.')
            .map(|part| decoded(part).and_then(Result::ok).unwrap_or_else(|| part.to_owned()))
            .collect();
        let host = parts.join(".");
        Host(host.strip_prefix("www.").unwrap_or(&host).to_owned())
    }

    /// The part of a URL that names its host, as written; with a user and a port.
    pub(crate) fn written_in(url: &str) -> &str {
        authority(url.split_once("://").map_or(url, |(_, rest)| rest))
    }

    /// The host and its parents of two parts and more, `www.mid.ru` and `mid.ru`, each with what it looks like at a glance:
    /// the same for hosts that are easily taken for one another. None of a host that is too long to be one.
    pub(crate) fn looks(&self) -> Vec<(&str, String)> {
        let mut looks: Vec<(&str, String)> = Vec::new();
        let (mut look, mut start) = (String::new(), self.0.len());
        for part in self.0.rsplit('.').take_while(|_| self.0.len() <= LONGEST.0) {
            start -= part.len();
            look = if look.is_empty() { look_of(part) } else { format!("{}.{look}", look_of(part)) };
            let name = &self.0[start..];
            if name.contains('.') && (start == 0 || !is_like_a_suffix(name)) {
                looks.push((name, look.clone()));
            }
            start = start.saturating_sub(1);
        }
        looks.reverse();
        looks
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether the host is a part of another, so that the same people answer for it: `en.kremlin.ru` of `kremlin.ru`.
    pub(super) fn is_within(&self, other: &str) -> bool {
        other.contains('.') && self.0.strip_suffix(other).is_some_and(|rest| rest.ends_with('.'))
    }
}

impl fmt::Display for Host {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&shown(&self.0))
    }
}

/// The host of an authority in ASCII, as programs name it to each other (RFC 5890): `xn--e1afmkfd.xn--p1ai`. What has no such
/// form stays as it is.
pub(crate) fn in_ascii(authority: &str) -> String {
    if authority.is_ascii() || authority.len() > MOST_BYTES {
        return authority.to_owned();
    }
    let part = |part: &str| match punycode::encode(part).filter(|_| !part.is_ascii()) {
        Some(code) => format!("xn--{code}"),
        None => part.to_owned(),
    };
    folded(authority).split('.').map(part).collect::<Vec<_>>().join(".")
}

/// Whether below a name of two parts others have theirs: `com.au`, `co.uk`.
fn is_like_a_suffix(name: &str) -> bool {
    name.split('.').count() == 2 && name.split('.').all(|part| part.len() <= 3)
}

/// What a part of a host looks like (UTS 39, section 4), without the marks of Latin letters that are overlooked: those below
/// a letter, through it, and a dot above it.
fn look_of(part: &str) -> String {
    let is_overlooked = |mark: char| matches!(mark, '\u{307}' | '\u{323}'..='\u{333}' | '\u{335}'..='\u{338}');
    let mut is_latin = false;
    let seen = skeleton(part).filter(|letter| {
        if is_combining_mark(*letter) {
            return !(is_latin && is_overlooked(*letter));
        }
        is_latin = letter.script() == Script::Latin;
        true
    });
    seen.collect::<String>().to_lowercase()
}

/// A text in lower case, with characters that are forms of others as those others: as browsers read a host.
pub(super) fn folded(text: &str) -> String {
    if text.is_ascii() { text.to_ascii_lowercase() } else { text.nfkc().flat_map(char::to_lowercase).nfkc().collect() }
}

/// Whether a text looks like a host: `mid.ru`, but not a name such as `Lenta.ru`, a number or a sentence.
pub(super) fn is_bare(text: &str) -> bool {
    let is_part = |part: &str| !part.is_empty() && part.chars().all(|letter| letter.is_alphanumeric() || letter == '-');
    let last = text.rsplit('.').next().unwrap_or_default();
    text.contains('.')
        && text.split('.').all(is_part)
        && (last.starts_with("xn--") || last.chars().count() >= 2 && last.chars().all(char::is_alphabetic))
}

/// The part of a URL after the scheme that names the host, with a user and a port.
pub(super) fn authority(rest: &str) -> &str {
    &rest[..rest.find(['/', '?', '#', '\\']).unwrap_or(rest.len())]
}

fn without_port(host: &str) -> &str {
    match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    }
}

/// What is deceptive in a host, with or without a port.
pub(super) fn deceit(host: &str) -> Option<Deceit> {
    let bare = without_port(host);
    if let Some(rest) = bare.strip_prefix('[') {
        let is_address = rest.strip_suffix(']').is_some_and(|address| address.parse::<Ipv6Addr>().is_ok());
        return (!is_address).then(|| Deceit::broken(format!("`{}` is no host", shown(host))));
    }
    if bare.len() > MOST_BYTES {
        return Some(no_host(host));
    }
    if let Some(deceit) = never_a_host(bare).or_else(|| odd_letter(bare)) {
        return Some(deceit);
    }
    let lower = folded(bare);
    let name = lower.strip_suffix('.').unwrap_or(&lower);
    let parts: Vec<&str> = name.split('.').collect();
    let is_long = |text: &str, most: usize| text.len() > most && text.chars().count() > most;
    if parts.iter().any(|part| part.is_empty() || is_long(part, LONGEST.1)) || is_long(name, LONGEST.0) {
        return Some(no_host(host));
    }
    if let Some(deceit) = number(name, parts.last().unwrap_or(&name)) {
        return Some(deceit);
    }
    let mut plain = Vec::with_capacity(parts.len());
    for part in parts {
        match decoded(part) {
            None => plain.push(part.to_owned()),
            Some(Ok(letters)) if odd_letter(&letters).is_none() && folded(&letters) == letters => plain.push(letters),
            Some(_) => {
                let message = format!("`{}` stands for no name that a browser would show", shown(part));
                return Some(Deceit::of(message, LOOK_UP));
            }
        }
    }
    look_alike(&plain)
}

fn no_host(host: &str) -> Deceit {
    Deceit::broken(match host {
        "" => "the address names no host".to_owned(),
        _ => format!("`{}` is no host: a part of it is empty, or too long", shown(host)),
    })
}

/// A host with a character, literal or percent-encoded, that every URL parser rejects. Characters that parsers read
/// differently are left to [`odd_letter`].
fn never_a_host(host: &str) -> Option<Deceit> {
    let gives_up = |letter: char| matches!(letter, ' ' | '<' | '>' | '^' | '|');
    let odd = host.chars().find(|letter| gives_up(*letter)).or_else(|| {
        let read = host.contains('%').then(|| percent_encoding::percent_decode_str(host).decode_utf8_lossy())?;
        let ends = |letter: char| letter.is_control() || matches!(letter, '/' | '\\' | '?' | '#' | '@' | ':');
        read.chars().find(|letter| gives_up(*letter)).filter(|_| !read.contains(ends))
    })?;
    Some(Deceit::broken(format!("`{}` is no host: `{odd}` cannot be in one", shown(host))))
}

/// Decodes a label of the form `xn--…`; an error where it is invalid.
fn decoded(part: &str) -> Option<Result<String, ()>> {
    let code = part.strip_prefix("xn--")?;
    let is_short = code.len() <= LONGEST.1;
    Some(Some(code).filter(|_| is_short).and_then(punycode::decode).filter(|name| !name.is_ascii()).ok_or(()))
}

/// The first character that is not allowed in a host, or that maps to another.
fn odd_letter(host: &str) -> Option<Deceit> {
    if host.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_')) {
        return None;
    }
    let mut before = None;
    let mut letters = host.chars().peekable();
    while let Some(letter) = letters.next() {
        let after = letters.peek().copied();
        let message = if letter.is_ascii() {
            let is_right = letter.is_ascii_alphanumeric() || matches!(letter, '-' | '.' | '_');
            (!is_right).then(|| match letter {
                '%' => "a host is not written with `%`: browsers read what it stands for".to_owned(),
                _ => format!(
                    "`{}` cannot be in a host, and programs do not agree where the host ends",
                    shown(&letter.to_string())
                ),
            })
        } else {
            let read: String = folded(&letter.to_string());
            if matches!(letter, '。' | '｡') {
                Some(format!("`{letter}` in a host is read as `.`"))
            } else if read.bytes().any(|byte| byte.is_ascii()) {
                Some(format!("`{letter}` (U+{:04X}) in a host is read as `{}`", u32::from(letter), shown(&read)))
            } else {
                let kind = if is_unseen(letter) { "is not seen" } else { "is no letter of a name" };
                let is_right = is_letter(letter) || joins(before, letter, after);
                (!is_right).then(|| format!("U+{:04X} in the host {kind}", u32::from(letter)))
            }
        };
        if let Some(message) = message {
            return Some(Deceit::of(message, LOOK_UP));
        }
        before = Some(letter);
    }
    None
}

/// Whether a character that is not ASCII is a letter, a mark or a digit of a name; of the alphabets whose letters look
/// alike, only those that languages are written with today.
fn is_letter(letter: char) -> bool {
    let looks_alike = matches!(letter.script(), Script::Latin | Script::Greek | Script::Cyrillic);
    !is_unseen(letter)
        && (letter.is_alphanumeric() || is_combining_mark(letter))
        && (!looks_alike || letter.to_lowercase().all(GeneralSecurityProfile::identifier_allowed))
}

fn is_unseen(letter: char) -> bool {
    // Characters without a skeleton (UTS 39) are invisible.
    skeleton(letter.encode_utf8(&mut [0; 4])).next().is_none() || letter.is_control() || letter == '\u{2800}'
}

/// Whether a character that is not a letter is allowed between these letters (as the context rules of IDNA 2008 have
/// it).
fn joins(before: Option<char>, letter: char, after: Option<char>) -> bool {
    let is_of = |script: Script, letter: Option<char>| letter.is_some_and(|letter| letter.script() == script);
    match letter {
        '\u{b7}' => before == Some('l') && after == Some('l'),
        '\u{375}' => is_of(Script::Greek, after),
        '\u{5f3}' | '\u{5f4}' => is_of(Script::Hebrew, before),
        '\u{30fb}' => [before, after].into_iter().any(|beside| {
            [Script::Hiragana, Script::Katakana, Script::Han].into_iter().any(|script| is_of(script, beside))
        }),
        '\u{200c}' | '\u{200d}' => {
            let joins = |beside: char| matches!(beside, '\u{620}'..='\u{8ff}' | '\u{900}'..='\u{dff}');
            before.is_some_and(joins) && after.is_some_and(joins)
        }
        _ => false,
    }
}

/// A host that is a number in another form than `192.0.2.1`.
fn number(host: &str, last: &str) -> Option<Deceit> {
    let is_hexadecimal = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    let is_number =
        last.bytes().all(|byte| byte.is_ascii_digit()) || last.strip_prefix("0x").is_some_and(is_hexadecimal);
    (is_number && host.parse::<Ipv4Addr>().is_err()).then(|| {
        let message = format!("`{}` is the number of a computer in a form that hides which", shown(host));
        Deceit::of(message, "write the name of the host")
    })
}

/// A host of which a part has letters of several scripts, or looks like a name in Latin letters.
fn look_alike(parts: &[String]) -> Option<Deceit> {
    for (position, part) in parts.iter().enumerate().filter(|(_, part)| !part.is_ascii()) {
        if let Some(odd) = mixed(part) {
            let message = format!(
                "`{}` in the host has letters that pass for those of another script: `{odd}` (U+{:04X})",
                shown(part),
                u32::from(odd)
            );
            return Some(Deceit::of(message, LOOK_UP));
        }
        if let Some(like) = latin_look(part).filter(|_| !is_among_its_own(parts, position)) {
            let message = format!("`{}` in the host looks like `{}`, and is another name", shown(part), shown(&like));
            return Some(Deceit::of(message, LOOK_UP));
        }
    }
    None
}

/// The first letter of another script than those before it. Scripts that are mixed in Chinese, Japanese and Korean
/// count as one, with Latin letters, except for signs that look like punctuation.
fn mixed(part: &str) -> Option<char> {
    let mut all = AugmentedScriptSet::default();
    let mut without_latin = AugmentedScriptSet::default();
    let mut odd = None;
    for letter in part.chars() {
        let own = AugmentedScriptSet::for_char(letter);
        all.intersect_with(own);
        if !own.base.contains_script(Script::Latin) {
            without_latin.intersect_with(own);
        }
        if all.is_empty() && odd.is_none() {
            // Report the letter that is not Latin.
            odd = if letter.is_ascii() {
                part.chars().find(|other| !other.is_ascii() && is_letter(*other))
            } else {
                Some(letter)
            };
        }
    }
    let is_east_asian = without_latin.hanb || without_latin.jpan || without_latin.kore;
    let has_latin = part.bytes().any(|byte| byte.is_ascii_alphabetic());
    let is_punctuation = |letter: &char| {
        !letter.is_ascii() && skeleton(letter.encode_utf8(&mut [0; 4])).all(|like| like.is_ascii_punctuation())
    };
    odd.filter(|_| !is_east_asian).or_else(|| part.chars().find(is_punctuation).filter(|_| has_latin))
}

/// What a part of a host looks like, if it could be taken for a name in the letters `a` to `z`.
fn latin_look(part: &str) -> Option<String> {
    let mut look = String::with_capacity(part.len());
    for letter in part.chars() {
        if letter.is_ascii() {
            look.push(letter);
            continue;
        }
        let start = look.len();
        look.extend(skeleton(letter.encode_utf8(&mut [0; 4])));
        if !look[start..].bytes().all(|byte| byte.is_ascii_alphabetic()) {
            return None;
        }
    }
    Some(look.to_ascii_lowercase())
}

/// Whether a part of a host stands where readers expect its letters: under a top-level domain in its script, or in that of
/// a language that has these letters; the top-level domain itself, below which such a name stands.
fn is_among_its_own(parts: &[String], position: usize) -> bool {
    let is_shared = |one: &str, other: &str| {
        let mut scripts = AugmentedScriptSet::for_str(one);
        scripts.intersect_with(AugmentedScriptSet::for_str(other));
        !other.is_ascii() && !scripts.is_empty()
    };
    let (part, last) = (&parts[position], parts.len() - 1);
    if position == last {
        return parts[..last].iter().any(|other| is_shared(part, other));
    }
    let letters = part.chars().filter(|letter| !letter.is_ascii());
    is_shared(part, &parts[last])
        || letters.into_iter().all(|letter| match letter {
            'ı' => ["tr", "az", "kz"].contains(&parts[last].as_str()),
            'þ' | 'ð' => ["is", "fo"].contains(&parts[last].as_str()),
            _ => false,
        })
}
