//! The Content Security Policy of the site's pages (CSP Level 3): `[security]` in `site.toml`.

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, Error, MapAccess, Visitor};

use super::BaseUrl;
use crate::diagnostic::{Code, certainly, did_you_mean};
use crate::document::{invalid, misspelt};

/// `[security]`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Security {
    /// What pages may load and send; no policy where it is turned off.
    #[serde(default, rename = "csp", deserialize_with = "policy")]
    policy: Option<Policy>,
}

/// What pages may load and send: from the site itself, and from what `site.toml` adds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Policy {
    /// `csp = false`
    Off,
    /// Sources by directive, beside the site itself.
    On(BTreeMap<Directive, Vec<Source>>),
}

macro_rules! directives {
    ($($name:ident = $text:literal),+ $(,)?) => {
        /// What may be loaded: a directive of the policy to which sources can be added.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub(crate) enum Directive { $($name),+ }

        impl Directive {
            const ALL: [Directive; [$($text),+].len()] = [$(Directive::$name),+];

            /// Its name in the policy.
            pub(crate) fn name(self) -> &'static str {
                match self { $(Directive::$name => $text),+ }
            }
        }
    };
}

directives! {
    Connect = "connect-src",
    Font = "font-src",
    Form = "form-action",
    Frame = "frame-src",
    Image = "img-src",
    Manifest = "manifest-src",
    Media = "media-src",
    Object = "object-src",
    Script = "script-src",
    Style = "style-src",
    Worker = "worker-src",
}

impl<'de> Deserialize<'de> for Directive {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Directive, D::Error> {
        let text = String::deserialize(deserializer)?;
        let names = || Directive::ALL.into_iter().map(Directive::name);
        Directive::ALL.into_iter().find(|directive| directive.name() == text).ok_or_else(|| {
            let help = did_you_mean(&text, names());
            let help = help.unwrap_or_else(|| format!("use some of `{}`", names().collect::<Vec<_>>().join("`, `")));
            let right = certainly(&text, names()).map(str::to_owned);
            misspelt(Code::UnknownKey, format!("unknown directive `{text}`"), Some(help), right)
        })
    }
}

impl Directive {
    /// Whether the site itself is a source without any setting: pages embed no other pages.
    fn has_own(self) -> bool {
        !matches!(self, Directive::Frame | Directive::Object | Directive::Worker)
    }
}

/// A source that is added: `https://stats.example.org`, `https://*.example.org/js/`, `data:`, `'sha256-…'`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Source(String);

impl<'de> Deserialize<'de> for Source {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Source, D::Error> {
        let text = String::deserialize(deserializer)?;
        if is_source(&text) {
            return Ok(Source(text));
        }
        let help = "write `'self'`, the address of a host, `https://stats.example.org` or `wss://live.example.org`, `data:` or \
                    `blob:`, or the hash of a script, `'sha256-…'`; or turn the policy off: `csp = false`";
        Err(invalid(Code::BadValue, format!("`{text}` is not a source of a policy"), Some(help.to_owned())))
    }
}

/// Whether a text is a source, and has nothing that would end it or begin another.
fn is_source(text: &str) -> bool {
    let is_hash = ["'sha256-", "'sha384-", "'sha512-"].iter().any(|start| {
        let inner = text.strip_prefix(start).and_then(|rest| rest.strip_suffix('\''));
        inner.is_some_and(|inner| {
            !inner.is_empty() && inner.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+/=".contains(&byte))
        })
    });
    let is_host = text.strip_prefix("https://").or_else(|| text.strip_prefix("wss://")).is_some_and(|rest| {
        let (host, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
        let host = host.strip_prefix("*.").unwrap_or(host);
        let is_name = |byte: u8| byte.is_ascii_alphanumeric() || b"-.:".contains(&byte);
        let is_path = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/%".contains(&byte);
        host.starts_with(|c: char| c.is_ascii_alphanumeric()) && host.bytes().all(is_name) && path.bytes().all(is_path)
    });
    is_hash || is_host || matches!(text, "'self'" | "data:" | "blob:")
}

impl Source {
    /// Whether the source allows an address.
    fn allows(&self, address: &str) -> bool {
        let Some((scheme, rest)) = self.0.split_once("://") else { return address.starts_with(&self.0) };
        let address = address.strip_prefix(&format!("{scheme}:")).unwrap_or(address);
        let Some(address) = address.strip_prefix("//") else { return false };
        let split = |text: &str| text.find(['/', '?', '#']).unwrap_or(text.len());
        let ((host, path), (own_host, own_path)) = (address.split_at(split(address)), rest.split_at(split(rest)));
        let (host, own_host) = (host.to_ascii_lowercase(), own_host.to_ascii_lowercase());
        let is_host = match own_host.strip_prefix('*') {
            Some(end) => host.ends_with(end) && host.len() > end.len(),
            None => host == own_host,
        };
        let is_path = if own_path.ends_with('/') { path.starts_with(own_path) } else { path == own_path };
        is_host && (is_path || own_path.is_empty() || own_path == "/")
    }
}

/// The site itself.
const SELF: &str = "'self'";

impl Security {
    /// The policy, as a `<meta>` element has it; none where it is turned off.
    pub(crate) fn policy(&self) -> Option<String> {
        let more = self.more()?;
        let mut directives = vec!["default-src 'none'".to_owned()];
        for directive in Directive::ALL {
            let added = || more.get(&directive).into_iter().flatten().map(|source| source.0.as_str());
            let own = (directive.has_own() || added().any(|source| source == SELF)).then_some(SELF);
            let sources: Vec<&str> = own.into_iter().chain(added().filter(|source| *source != SELF)).collect();
            if !sources.is_empty() {
                directives.push(format!("{} {}", directive.name(), sources.join(" ")));
            }
        }
        directives.push("base-uri 'none'".to_owned());
        Some(directives.join("; "))
    }

    /// Whether the policy lets a page load an address as what a directive is for. One without a host is the site's own.
    pub(crate) fn allows(&self, directive: Directive, address: &str, site: &BaseUrl) -> bool {
        let Some(more) = self.more() else { return true };
        let address = address.trim();
        let is_own = !has_scheme(address) && !address.starts_with("//") || is_of(address, site.origin());
        let has_own = directive.has_own() || self.has(directive, SELF);
        is_own && has_own
            || address == "about:blank"
            || more.get(&directive).into_iter().flatten().any(|source| source.allows(address))
    }

    fn has(&self, directive: Directive, source: &str) -> bool {
        let more = self.more().and_then(|more| more.get(&directive));
        more.into_iter().flatten().any(|known| known.0 == source)
    }

    /// Whether there is a policy.
    pub(crate) fn has_policy(&self) -> bool {
        self.more().is_some()
    }

    /// Whether the policy has the hash of a script or a style sheet within a page, so that some may stand there.
    pub(crate) fn has_hash(&self, directive: Directive) -> bool {
        let more = self.more().and_then(|more| more.get(&directive));
        more.into_iter().flatten().any(|source| source.0.starts_with("'sha"))
    }

    /// What the settings add; none where the policy is turned off.
    fn more(&self) -> Option<&BTreeMap<Directive, Vec<Source>>> {
        const NOTHING: &BTreeMap<Directive, Vec<Source>> = &BTreeMap::new();
        match &self.policy {
            None => Some(NOTHING),
            Some(Policy::On(more)) => Some(more),
            Some(Policy::Off) => None,
        }
    }
}

/// Whether an address is of the host with this origin, however that is written: `//example.org`, `https://EXAMPLE.org:443`.
fn is_of(address: &str, origin: &str) -> bool {
    let (scheme, own) = origin.split_once("://").unwrap_or_default();
    let Some(rest) = address.strip_prefix(&format!("{scheme}:")).unwrap_or(address).strip_prefix("//") else {
        return false;
    };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default().to_ascii_lowercase();
    let port = if scheme == "https" { ":443" } else { ":80" };
    host.strip_suffix(port).unwrap_or(&host) == own.strip_suffix(port).unwrap_or(own)
}

/// Whether an address begins with a scheme: `https:`, `data:`.
fn has_scheme(address: &str) -> bool {
    address.split_once(':').is_some_and(|(scheme, _)| {
        scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
    })
}

/// Reads `csp = false` or `[security.csp]`.
fn policy<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Policy>, D::Error> {
    struct PolicyVisitor;

    impl<'de> Visitor<'de> for PolicyVisitor {
        type Value = Policy;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("`true`, `false`, or lists of sources by directive")
        }

        fn visit_bool<E: Error>(self, on: bool) -> Result<Policy, E> {
            Ok(if on { Policy::On(BTreeMap::new()) } else { Policy::Off })
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Policy, A::Error> {
            let mut more = BTreeMap::new();
            while let Some(directive) = map.next_key::<Directive>()? {
                more.insert(directive, map.next_value::<Vec<Source>>()?);
            }
            Ok(Policy::On(more))
        }
    }

    deserializer.deserialize_any(PolicyVisitor).map(Some)
}

#[cfg(test)]
mod tests {
    use super::{BaseUrl, Directive, Security, is_source};
    use crate::document::toml;

    fn read(text: &str) -> Security {
        toml::read(text).unwrap()
    }

    #[test]
    fn the_site_itself_is_the_only_source_by_default() {
        let policy = "default-src 'none'; connect-src 'self'; font-src 'self'; form-action 'self'; img-src 'self'; \
                      manifest-src 'self'; media-src 'self'; script-src 'self'; style-src 'self'; base-uri 'none'";
        assert_eq!(read("").policy().as_deref(), Some(policy));
        assert_eq!(read("csp = true").policy().as_deref(), Some(policy));
        assert_eq!(read("csp = false").policy(), None);
        let more = "[csp]\nscript-src = ['https://stats.example.org/js/']\nframe-src = ['https://*.example.net']";
        let policy = read(more).policy().unwrap();
        assert!(policy.contains("; script-src 'self' https://stats.example.org/js/; "), "{policy}");
        assert!(policy.contains("; frame-src https://*.example.net; "), "{policy}");
    }

    #[test]
    fn what_is_allowed_is_what_the_policy_says() {
        let site = BaseUrl::parse("https://example.com/archive/").unwrap();
        let security = read(
            "[csp]\nscript-src = ['https://stats.example.org/js/', 'https://*.example.net']\nimg-src = ['data:']
                  worker-src = [\"'self'\"]\nconnect-src = ['wss://live.example.org']",
        );
        for (directive, address, is_allowed) in [
            (Directive::Script, "/archive/a.js", true),
            (Directive::Script, "a.js", true),
            (Directive::Script, "https://example.com/a.js", true),
            (Directive::Script, "https://example.com.evil.net/a.js", false),
            (Directive::Script, "https://stats.example.org/js/a.js", true),
            (Directive::Script, "//STATS.example.org/js/a.js", true),
            (Directive::Script, "https://stats.example.org/a.js", false),
            (Directive::Script, "https://a.example.net/b", true),
            (Directive::Script, "https://example.net/b", false),
            (Directive::Script, "data:text/javascript,1", false),
            (Directive::Image, "data:image/png;base64,AA", true),
            (Directive::Frame, "/map.html", false),
            (Directive::Worker, "/worker.js", true),
            (Directive::Script, "//example.com/a.js", true),
            (Directive::Script, "https://EXAMPLE.com:443/a.js", true),
            (Directive::Frame, "about:blank", true),
            (Directive::Connect, "wss://live.example.org/a", true),
        ] {
            assert_eq!(security.allows(directive, address, &site), is_allowed, "{address}");
        }
        assert!(read("csp = false").allows(Directive::Frame, "https://a.example", &site));
    }

    #[test]
    fn a_source_cannot_end_the_policy() {
        for bad in ["", "*", "'unsafe-inline'", "https://", "http://a.example", "https://a.example; script-src *"] {
            assert!(!is_source(bad), "{bad}");
        }
        for bad in
            ["https://a.example\"", "https://a.example\n", "'sha256-'", "'sha256-a' *", "https://*.*", "javascript:"]
        {
            assert!(!is_source(bad), "{bad}");
        }
        for good in ["https://a.example", "https://a.example:8443/x/", "data:", "blob:", "'sha256-AbC+/='"] {
            assert!(is_source(good), "{good}");
        }
    }
}
