//! What the Content Security Policy of the site blocks in templates and style sheets: it would be missing from every page,
//! and only the console of a browser would tell.

use std::ops::Range;

use super::tokens::code;
use crate::config::{BaseUrl, Directive, Security};
use crate::html::{Markup, StartTag, tags};

mod styles;

/// A part of a template or a style sheet that browsers do not run or load.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Blocked {
    /// Where it stands, in bytes.
    pub(super) range: Range<usize>,
    pub(super) message: String,
    pub(super) help: String,
}

/// What a policy blocks in the text of a template, in order.
pub(super) fn blocked(text: &str, security: &Security, site: &BaseUrl) -> Vec<Blocked> {
    if !security.has_policy() {
        return Vec::new();
    }
    let mut found = Vec::new();
    for tag in tags(&without_code(text)) {
        if let Markup::Start(tag) = tag {
            Tag { tag: &tag, security, site, found: &mut found }.read();
        }
    }
    found
}

/// What a policy blocks in the text of a style sheet, in order.
pub(super) fn blocked_in_styles(text: &str, security: &Security, site: &BaseUrl) -> Vec<Blocked> {
    if !security.has_policy() {
        return Vec::new();
    }
    let loads = styles::loads(text).into_iter();
    let blocked = loads.filter(|load| !security.allows(load.directive, &load.address, site));
    blocked.map(|load| Blocked::load(load.range, load.by, &load.address, load.directive)).collect()
}

impl Blocked {
    /// An address from which something is loaded.
    fn load(range: Range<usize>, by: &str, address: &str, directive: Directive) -> Blocked {
        // An address may hold a whole picture.
        const MOST: usize = 100;
        let address = address.trim();
        let mut shown = address[..address.floor_char_boundary(MOST)].to_owned();
        if shown.len() < address.len() {
            shown.push('…');
        }
        let message = format!("the policy of the site blocks what `{by}` loads from `{shown}`");
        let host = address.trim_start_matches("https:").trim_start_matches("http:").strip_prefix("//");
        let host = host.map(|rest| rest.split(['/', '?', '#', ' ']).next().unwrap_or_default());
        let name = directive.name();
        let help = match host.filter(|host| !host.is_empty()) {
            Some(host) => format!(
                "put it below `static/`, or allow it in `site.toml`: `[security.csp]` with `{name} = [\"https://{host}\"]`"
            ),
            None => format!("allow it in `site.toml`, or leave it out: `[security.csp]` has no `{name}` for it"),
        };
        Blocked { range, message, help }
    }
}

/// The text with spaces for what is between the delimiters of templates, at the same places.
pub(super) fn without_code(text: &str) -> String {
    let mut markup = text.as_bytes().to_vec();
    for range in code(text) {
        markup[range].fill(b' ');
    }
    // Whole characters were replaced, since delimiters are ASCII; the text is cut at nothing else.
    String::from_utf8_lossy(&markup).into_owned()
}

/// A start tag that is checked.
struct Tag<'a> {
    tag: &'a StartTag<usize>,
    security: &'a Security,
    site: &'a BaseUrl,
    found: &'a mut Vec<Blocked>,
}

impl Tag<'_> {
    fn read(&mut self) {
        match self.tag.name.as_slice() {
            b"style" if !self.security.has_hash(Directive::Style) => {
                let help = "put the rules into a style sheet below `static/`, and link to it";
                self.block(self.whole(), "a style sheet within a page", help);
            }
            b"script" => self.script(),
            b"base" => {
                self.block(self.whole(), "`<base>`", "remove it: addresses from `assets` and of pages are whole")
            }
            _ => {}
        }
        self.attributes();
        for (attribute, directive) in self.loads() {
            self.address(attribute, directive);
        }
    }

    /// A script within the page; what is not JavaScript is data.
    fn script(&mut self) {
        let kind = self.value("type").unwrap_or_default().to_lowercase();
        let is_run = kind.is_empty()
            || kind.contains("javascript")
            || kind.contains("ecmascript")
            || kind == "module"
            || kind == "importmap";
        if self.value("src").is_none() && is_run && !self.security.has_hash(Directive::Script) {
            let help =
                "put it into a file below `static/`, and load that: `<script src=\"{{ assets[\"NAME.js\"] }}\" defer>`";
            self.block(self.whole(), "a script within a page", help);
        }
    }

    /// Attributes that are a style or a script.
    fn attributes(&mut self) {
        let names: Vec<String> =
            self.tag.attributes.keys().map(|name| String::from_utf8_lossy(name).into_owned()).collect();
        for name in names {
            let Some(range) = self.range(&name) else { continue };
            let is_address = matches!(name.as_str(), "href" | "src" | "action" | "formaction" | "data" | "xlink:href");
            let is_script = is_address
                && self.value(&name).is_some_and(|value| {
                    let start: String =
                        value.chars().filter(|c| !c.is_whitespace() && !c.is_control()).take(11).collect();
                    start.eq_ignore_ascii_case("javascript:")
                });
            if name == "style" {
                self.block(range, "the attribute `style`", "give the element a class, and style that in a style sheet");
            } else if is_script {
                self.block(range, "a script in an address", "put it into a file below `static/`");
            } else if name.len() > 4 && name.starts_with("on") && name.bytes().all(|byte| byte.is_ascii_alphabetic()) {
                let help = "let a script below `static/` add the listener: `element.addEventListener(…)`";
                self.block(range, &format!("the attribute `{name}`"), help);
            }
        }
    }

    /// The attributes from which the element loads something, with the directives that allow it.
    fn loads(&self) -> Vec<(&'static str, Directive)> {
        let relation = self.value("rel").unwrap_or_default().to_lowercase();
        let kind = self.value("as").unwrap_or_default().to_lowercase();
        let is = |word: &str| relation.split_ascii_whitespace().any(|part| part == word);
        match self.tag.name.as_slice() {
            b"script" => vec![("src", Directive::Script)],
            b"link" if is("stylesheet") => vec![("href", Directive::Style)],
            b"link" if is("icon") || is("apple-touch-icon") => vec![("href", Directive::Image)],
            b"link" if is("manifest") => vec![("href", Directive::Manifest)],
            b"link" if is("modulepreload") => vec![("href", Directive::Script)],
            b"link" if is("preload") => match kind.as_str() {
                "font" => vec![("href", Directive::Font)],
                "image" => vec![("href", Directive::Image)],
                "script" => vec![("href", Directive::Script)],
                "style" => vec![("href", Directive::Style)],
                _ => vec![("href", Directive::Connect)],
            },
            b"link" if is("prefetch") => vec![("href", Directive::Connect)],
            b"img" => vec![("src", Directive::Image), ("srcset", Directive::Image)],
            b"input" if self.value("type").is_some_and(|kind| kind.eq_ignore_ascii_case("image")) => {
                vec![("src", Directive::Image), ("formaction", Directive::Form)]
            }
            b"input" | b"button" => vec![("formaction", Directive::Form)],
            b"image" => vec![("href", Directive::Image), ("xlink:href", Directive::Image)],
            b"use" => vec![("href", Directive::Image), ("xlink:href", Directive::Image)],
            b"body" => vec![("background", Directive::Image)],
            b"video" => vec![("src", Directive::Media), ("poster", Directive::Image)],
            b"source" => vec![("src", Directive::Media), ("srcset", Directive::Image)],
            b"audio" | b"track" => vec![("src", Directive::Media)],
            b"iframe" | b"frame" => vec![("src", Directive::Frame)],
            b"object" => vec![("data", Directive::Object)],
            b"embed" => vec![("src", Directive::Object)],
            b"form" => vec![("action", Directive::Form)],
            _ => Vec::new(),
        }
    }

    fn address(&mut self, attribute: &str, directive: Directive) {
        let Some(value) = self.value(attribute) else { return };
        // Of several pictures, the first that is blocked; each may have a width behind its address.
        let addresses: Vec<&str> = if attribute == "srcset" { value.split(", ").collect() } else { vec![&value] };
        let first = |one: &str| {
            if attribute == "srcset" {
                one.split_whitespace().next().unwrap_or_default().to_owned()
            } else {
                one.to_owned()
            }
        };
        let mut addresses = addresses.into_iter().map(first);
        let Some(address) = addresses.find(|address| !self.security.allows(directive, address, self.site)) else {
            return;
        };
        let range = self.range(attribute).unwrap_or_else(|| self.whole());
        let by = format!("<{}>", String::from_utf8_lossy(&self.tag.name));
        self.found.push(Blocked::load(range, &by, &address, directive));
    }

    fn block(&mut self, range: Range<usize>, what: &str, help: &str) {
        let message = format!("the policy of the site blocks {what}");
        self.found.push(Blocked { range, message, help: help.to_owned() });
    }

    fn whole(&self) -> Range<usize> {
        self.tag.span.start..self.tag.span.end
    }

    fn value(&self, name: &str) -> Option<String> {
        let value = self.tag.attributes.get(name.as_bytes())?;
        Some(String::from_utf8_lossy(&value.value).into_owned())
    }

    fn range(&self, name: &str) -> Option<Range<usize>> {
        let span = self.tag.attributes.get(name.as_bytes())?.span;
        Some(span.start..span.end)
    }
}
