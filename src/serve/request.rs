//! Validation and routing of requests: pure functions of the request.

use std::net::{IpAddr, Ipv6Addr, SocketAddr};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// The paths that are the server's own, and no part of the site.
pub(super) const OWN: &str = "/.chronicle/";

/// The characters that are escaped in the path of a `Location`.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The parts of a request that say where it comes from and for whom it is.
#[derive(Clone, Copy, Debug, Default)]
pub struct Asked<'a> {
    /// The path.
    pub path: &'a str,
    /// The host in the target, where the target is an absolute URL.
    pub authority: Option<&'a str>,
    /// The values of all `Host` headers.
    pub hosts: &'a [&'a [u8]],
    /// The value of `Origin`.
    pub origin: Option<&'a [u8]>,
    /// The value of `Sec-Fetch-Site`.
    pub site: Option<&'a [u8]>,
}

/// Why a request is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It names no host, or several.
    NoHost,
    /// It is for another host.
    UnknownHost,
    /// A page of another site asks for what only pages of this one need.
    OtherSite,
}

/// Whether a request that came in at the address `local` is answered.
///
/// A page of the web whose name leads to this machine (DNS rebinding) must not read the site; its requests have that
/// name as their host. Nor must another server of this machine pass its requests on: where a port is named, it is this one's.
///
/// # Errors
/// Why it is refused.
pub fn admit(asked: &Asked<'_>, local: SocketAddr) -> Result<(), Refusal> {
    let [host] = asked.hosts else { return Err(Refusal::NoHost) };
    let host = std::str::from_utf8(host).map_err(|_| Refusal::UnknownHost)?;
    if !is_host_of(host, local) || asked.authority.is_some_and(|authority| !is_host_of(authority, local)) {
        return Err(Refusal::UnknownHost);
    }
    if asked.path.starts_with(OWN) {
        let is_own_origin = |origin: &[u8]| {
            let own = origin.strip_prefix(b"http://").unwrap_or_default();
            own.eq_ignore_ascii_case(host.as_bytes())
        };
        let is_own_site = |site: &[u8]| site == b"same-origin" || site == b"none";
        if !asked.origin.is_none_or(is_own_origin) || !asked.site.is_none_or(is_own_site) {
            return Err(Refusal::OtherSite);
        }
    }
    Ok(())
}

/// Whether a host, without a port or with that which was reached, is the address that was reached, or another name of the
/// same machine.
fn is_host_of(host: &str, local: SocketAddr) -> bool {
    let (name, port) = match host.rfind(':').filter(|at| !host[*at..].contains(']')) {
        Some(at) => (&host[..at], Some(&host[at + 1..])),
        None => (host, None),
    };
    let is_port =
        |port: &str| port.bytes().all(|byte| byte.is_ascii_digit()) && port.parse::<u16>() == Ok(local.port());
    if !port.is_none_or(is_port) {
        return false;
    }
    let local = local.ip().to_canonical();
    let address: Option<IpAddr> = match name.strip_prefix('[') {
        Some(rest) => rest.strip_suffix(']').and_then(|v6| v6.parse::<Ipv6Addr>().ok()).map(IpAddr::V6),
        None => name.parse().ok().filter(IpAddr::is_ipv4),
    };
    match address.map(|address| address.to_canonical()) {
        Some(address) => address == local || address.is_loopback() && local.is_loopback(),
        None => name.eq_ignore_ascii_case("localhost") && local.is_loopback(),
    }
}

/// A path, percent-decoded. One that is not UTF-8 then is the path of no page.
pub fn decoded(path: &str) -> String {
    percent_decode_str(path).decode_utf8_lossy().into_owned()
}

/// The path in the output for a decoded path of the site whose `base_url` has the path `base`; nothing outside it.
pub fn key(base: &str, path: &str) -> Option<String> {
    let below = path.strip_prefix(base)?.strip_prefix('/')?;
    Some(if below.is_empty() || below.ends_with('/') { format!("{below}index.html") } else { below.to_owned() })
}

/// The address of the page of a folder of the output: always a path on this server, whatever the folder is called.
pub fn location(base: &str, folder: &str) -> String {
    let path = format!("{base}/{folder}");
    let path = path.trim_matches('/');
    if path.is_empty() { "/".to_owned() } else { format!("/{}/", utf8_percent_encode(path, ESCAPED)) }
}

#[cfg(test)]
mod tests {
    use std::net::{IpAddr, SocketAddr};

    use super::{Asked, Refusal, admit, decoded, key, location};

    fn ask(host: &str, local: &str) -> Result<(), Refusal> {
        admit(&Asked { path: "/", hosts: &[host.as_bytes()], ..Asked::default() }, at(local))
    }

    /// An address at the port that is served.
    fn at(local: &str) -> SocketAddr {
        SocketAddr::new(local.parse::<IpAddr>().expect("an address"), 4000)
    }

    #[test]
    fn a_loopback_address_has_the_names_of_this_machine() {
        for local in ["127.0.0.1", "127.0.0.9", "::1", "::ffff:127.0.0.1"] {
            for host in
                ["localhost", "LOCALHOST:4000", "127.0.0.1", "127.8.0.1:4000", "[::1]", "[::ffff:127.0.0.1]:4000"]
            {
                assert_eq!(ask(host, local), Ok(()), "{host} at {local}");
            }
            for host in [
                "",
                ":",
                ":4000",
                "evil.example",
                "evil.example:4000",
                "192.0.2.1",
                "[2001:db8::1]",
                "0.0.0.0",
                "[::]",
                "localhost.evil.example",
                "localhost@evil.example",
                "evil.example@localhost",
                "localhost:",
                "localhost:80",
                "localhost:4001",
                "127.0.0.1:1",
                "[::1]:40000",
                "localhost:+1",
                "localhost:65536",
                "localhost:1:1",
                "local%68ost",
                "localhost/",
                " localhost",
                "::1",
                "[localhost]",
                "[127.0.0.1]",
                "[::1",
                "::1]",
                "[::1]x",
                "[::1%25lo]",
                "127.1",
                "0x7f.0.0.1",
                "127.0.0.01",
                "2130706433",
                "localhost,evil.example",
            ] {
                assert_eq!(ask(host, local), Err(Refusal::UnknownHost), "{host} at {local}");
            }
        }
    }

    #[test]
    fn any_other_address_has_no_other_name() {
        assert_eq!(ask("192.0.2.7:4000", "192.0.2.7"), Ok(()));
        assert_eq!(ask("192.0.2.7:4000", "::ffff:192.0.2.7"), Ok(()));
        assert_eq!(ask("[2001:db8::7]", "2001:db8::7"), Ok(()));
        for host in ["localhost", "127.0.0.1", "[::1]", "192.0.2.8", "0.0.0.0", "evil.example"] {
            assert_eq!(ask(host, "192.0.2.7"), Err(Refusal::UnknownHost), "{host}");
        }
    }

    #[test]
    fn one_host_is_named_and_the_target_agrees() {
        let local = at("127.0.0.1");
        let with =
            |hosts: &[&[u8]], authority| admit(&Asked { path: "/", authority, hosts, ..Asked::default() }, local);
        assert_eq!(with(&[], None), Err(Refusal::NoHost));
        assert_eq!(with(&[b"localhost", b"localhost"], None), Err(Refusal::NoHost));
        assert_eq!(with(&[b"localhost", b"evil.example"], None), Err(Refusal::NoHost));
        assert_eq!(with(&[b"\xff"], None), Err(Refusal::UnknownHost));
        assert_eq!(with(&[b"localhost"], Some("localhost:4000")), Ok(()));
        assert_eq!(with(&[b"localhost"], Some("evil.example")), Err(Refusal::UnknownHost));
        assert_eq!(with(&[b"localhost"], Some("localhost@evil.example")), Err(Refusal::UnknownHost));
    }

    #[test]
    fn other_sites_learn_nothing_of_what_happens() {
        let local = at("127.0.0.1");
        let from = |path, origin: Option<&str>, site: Option<&str>| {
            let (origin, site) = (origin.map(str::as_bytes), site.map(str::as_bytes));
            admit(&Asked { path, hosts: &[b"localhost:4000"], origin, site, ..Asked::default() }, local)
        };
        let own = "/.chronicle/events";
        assert_eq!(from(own, None, None), Ok(()));
        assert_eq!(from(own, Some("http://localhost:4000"), Some("same-origin")), Ok(()));
        assert_eq!(from(own, None, Some("none")), Ok(()));
        for (origin, site) in [
            (Some("http://localhost:4001"), None),
            (Some("https://localhost:4000"), None),
            (Some("http://evil.example"), None),
            (Some("null"), None),
            (Some(""), None),
            (None, Some("cross-site")),
            (None, Some("same-site")),
            (None, Some("")),
        ] {
            assert_eq!(from(own, origin, site), Err(Refusal::OtherSite), "{origin:?} {site:?}");
        }
        // A link of another site leads to the pages as to any others.
        assert_eq!(from("/a/", None, Some("cross-site")), Ok(()));
    }

    #[test]
    fn paths_lead_below_the_site_only() {
        assert_eq!(key("", "/"), Some("index.html".into()));
        assert_eq!(key("/archive", "/archive/a/"), Some("a/index.html".into()));
        assert_eq!(key("/archive", "/archive/a.txt"), Some("a.txt".into()));
        for path in ["", "/", "/archive", "/archives/", "archive/", "*", "/other/archive/"] {
            assert_eq!(key("/archive", path), None, "{path}");
        }
        // What is below has the form of no path in the output.
        assert_eq!(key("", &decoded("/%2e%2e/site.toml")), Some("../site.toml".into()));
        assert_eq!(key("", "//evil.example/x"), Some("/evil.example/x".into()));
    }

    #[test]
    fn a_redirect_stays_on_the_server() {
        assert_eq!(location("", "a/b"), "/a/b/");
        assert_eq!(location("/archive", ""), "/archive/");
        assert_eq!(location("", ""), "/");
        for folder in
            ["/evil.example/x", "//evil.example", "\\evil.example", "/\\evil.example", "\t/evil", "\r\nA: b", "?", "#"]
        {
            let location = location("", folder);
            let second = location.as_bytes()[1];
            assert!(location.starts_with('/') && second != b'/' && location.is_ascii(), "{location}");
            assert!(!location.contains(['\\', '\t', '\r', '\n', '?', '#']), "{location}");
        }
        assert_eq!(location("", "год"), "/%D0%B3%D0%BE%D0%B4/");
    }
}
