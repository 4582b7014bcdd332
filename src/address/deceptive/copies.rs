//! Hosts that stand for another: archives, and addresses of one service. Whoever sends an entry can make none of them.

use super::super::host::{self, Host};

/// Archives whose addresses end in that of the page they keep.
const ARCHIVES: [&str; 18] = [
    "web.archive.org",
    "wayback.archive-it.org",
    "archive.today",
    "archive.fo",
    "archive.is",
    "archive.li",
    "archive.md",
    "archive.ph",
    "archive.vn",
    "arquivo.pt",
    "swap.stanford.edu",
    "webarchive.bac-lac.gc.ca",
    "webarchive.loc.gov",
    "webarchive.nationalarchives.gov.uk",
    "webarchive.nla.gov.au",
    "webarchive.org.uk",
    "webarchive.parliament.uk",
    "wayback.vefsafn.is",
];

/// Public archives that keep each site at a part of their own host that bears its name: `obamawhitehouse.archives.gov`.
const BY_NAME: [&str; 2] = ["archives.gov", "nationalarchives.gov.uk"];

/// A shorter name in a public archive says nothing.
const SHORTEST_NAME: usize = 5;

/// Services that show the page of another host, whose name they write with `-` in the place of `.`.
const PROXIES: [&str; 2] = ["translate.goog", "cdn.ampproject.org"];

/// Hosts of one service, each with all hosts below it. One that leads on to whatever a user wants (`t.co`, `bit.ly`) is
/// not among them.
const SERVICES: &[&[&str]] = &[
    &["youtube.com", "youtu.be", "youtube-nocookie.com"],
    &["twitter.com", "x.com"],
    &["facebook.com", "fb.com", "fb.watch"],
    &["instagram.com", "instagr.am"],
    &["telegram.org", "telegram.me", "t.me"],
    &["whatsapp.com", "wa.me"],
    &["vk.com", "vk.ru", "vkontakte.ru"],
    &["reddit.com", "redd.it"],
    &["flickr.com", "flic.kr"],
    &["vimeo.com", "player.vimeo.com"],
    &["pinterest.com", "pin.it"],
    &["spotify.com", "spoti.fi"],
    &["google.com", "g.co", "forms.gle", "maps.app.goo.gl"],
    &["microsoft.com", "aka.ms"],
    &["nytimes.com", "nyti.ms"],
    &["washingtonpost.com", "wapo.st"],
    &["reuters.com", "reut.rs"],
    &["bloomberg.com", "bloom.bg"],
    &["economist.com", "econ.st"],
    &["cnn.com", "cnn.it"],
    &["bbc.com", "bbc.co.uk", "bbc.in"],
    &["tass.com", "tass.ru"],
    &["interfax.com", "interfax.ru"],
    &["yandex.com", "yandex.ru", "ya.ru"],
    &["dw.com", "dw.de"],
    &["doi.org", "dx.doi.org"],
];

/// Whether an address with this host and path leads to what `named` has: a copy of it, or the same service.
pub(super) fn stands_for(host: &str, path: &str, named: &str) -> bool {
    let is_at = |host: &str, whole: &str| host == whole || is_below(host, whole);
    if ARCHIVES.contains(&host) && kept(path).is_some_and(|kept| kept.as_str() == named || kept.is_within(named)) {
        return true;
    }
    let by_name = BY_NAME.iter().filter(|archive| is_below(host, archive)).any(|_| {
        let name = named.rsplit('.').nth(1).filter(|name| name.chars().count() >= SHORTEST_NAME);
        name.is_some_and(|name| host.split('.').next().is_some_and(|first| first.contains(name)))
    });
    let shown = PROXIES.iter().find_map(|proxy| host.strip_suffix(proxy)?.strip_suffix('.'));
    by_name
        || shown.is_some_and(|shown| Host::of(&dotted(shown)).as_str() == named)
        || SERVICES.iter().any(|service| [host, named].iter().all(|one| service.iter().any(|own| is_at(one, own))))
}

fn is_below(host: &str, whole: &str) -> bool {
    host.strip_suffix(whole).is_some_and(|rest| rest.ends_with('.'))
}

/// A host that a proxy wrote as one part: `www-mid-ru` is `www.mid.ru`, `a--b-ru` is `a-b.ru`.
fn dotted(part: &str) -> String {
    part.replace("--", "\0").replace('-', ".").replace('\0', "-")
}

/// The host of the page that an archive keeps at a path: of the first address there, whatever addresses that has in it.
fn kept(path: &str) -> Option<Host> {
    let path = percent_encoding::percent_decode_str(path).decode_utf8_lossy();
    let path = host::folded(path.split(['?', '#']).next().unwrap_or_default());
    let mut parts = path.split('/').filter(|part| !part.is_empty());
    let first = parts.find(|part| matches!(*part, "http:" | "https:") || host::is_bare(part))?;
    Some(Host::of(if first.ends_with(':') { parts.next()? } else { first }))
}
