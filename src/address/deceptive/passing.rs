//! Hosts that pass for another: `whitehouse.gov.evil.example`, `whitehouse-gov.example`, `whltehouse.gov`, `whitehouse.com`.

use unicode_security::skeleton;

/// No host that could be reached is longer, in bytes.
const LONGEST: usize = 1024;

/// Shorter names, in letters, are near to others by chance.
const LONG: usize = 5;

/// Parts before a country's own under which anybody takes a name, as under the country's.
const SHARED: [&str; 20] = [
    "ac", "asso", "biz", "co", "com", "edu", "go", "gob", "gouv", "gov", "govt", "id", "info", "me", "ne", "net",
    "nom", "or", "org", "pp",
];

/// Hosts under which anybody takes a name.
const HOSTING: [&str; 22] = [
    "azurewebsites.net",
    "blogspot.com",
    "cloudfront.net",
    "fly.dev",
    "github.io",
    "gitlab.io",
    "herokuapp.com",
    "livejournal.com",
    "msk.ru",
    "narod.ru",
    "netlify.app",
    "pages.dev",
    "spb.ru",
    "tumblr.com",
    "ucoz.ru",
    "vercel.app",
    "web.app",
    "weebly.com",
    "wixsite.com",
    "wordpress.com",
    "workers.dev",
    "com.se",
];

/// Countries whose `gov` only the state gives names under.
const GOVERNED: &str = "ae al am ar au az ba bd bg br by ca cn co cy cz eg ge gh gr hk hr ie il in iq ir it jo ke kg kw kz \
    lb lk lt lv ly ma md mk mn mt my ng np om ph pk pl pt qa rs ru sa sg si sk sy tj tm tn tr tw ua uk uy uz vn ye za";

/// Whether a reader of `named` would take `host` for it, though other people may well have it.
pub(super) fn passes_for(host: &str, named: &str) -> bool {
    if host.len() > LONGEST || named.len() > LONGEST || !named.contains('.') || is_of_a_state(host) {
        return false;
    }
    if has_whole(host, named) {
        return true;
    }
    let ((own, of_own), (other, of_other)) = (site(host), site(named));
    if own == other {
        // Below one name the same people answer.
        return of_own != of_other && own.chars().count() > 1;
    }
    let is_long = |name: &str| name.chars().count() >= LONG;
    skeleton(own).eq(skeleton(other))
        || is_long(other) && (own.contains(other) || is_long(own) && strsim::damerau_levenshtein(own, other) == 1)
}

/// Whether all parts of `named` stand in `host`, one after the other, or as one.
fn has_whole(host: &str, named: &str) -> bool {
    let apart: [char; 3] = ['.', '-', ' '];
    let (own, other): (Vec<&str>, Vec<&str>) = (host.split(apart).collect(), named.split(apart).collect());
    let joined = other.concat();
    own.windows(other.len()).any(|parts| parts == other)
        || joined.chars().count() >= LONG && host.split('.').any(|part| part.replace('-', "").contains(&joined))
}

/// The name under which people have a host, and what it stands under: `kremlin` and `ru`, `bbc` and `co.uk`.
fn site(host: &str) -> (&str, &str) {
    let Some((before, last)) = host.rsplit_once('.') else { return (host, "") };
    let (rest, name) = before.rsplit_once('.').unwrap_or(("", before));
    let under = &host[before.len() - name.len()..];
    let is_shared = last.len() == 2 && SHARED.contains(&name) || HOSTING.contains(&under);
    if rest.is_empty() || !is_shared { (name, last) } else { (rest.rsplit('.').next().unwrap_or(rest), under) }
}

/// Whether only a state, or a body of states, gives names where a host stands.
fn is_of_a_state(host: &str) -> bool {
    let mut parts = host.rsplit('.');
    let (last, before) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let is_below = parts.next().is_some();
    matches!(last, "gov" | "mil" | "int")
        || is_below
            && match before {
                "gov" => GOVERNED.split(' ').any(|country| country == last),
                "gob" | "gouv" | "mil" => last.len() == 2,
                "go" => ["id", "jp", "ke", "kr", "th", "tz", "ug"].contains(&last),
                "govt" => last == "nz",
                "gc" => last == "ca",
                "gub" => last == "uy",
                "gv" => last == "at",
                "europa" => last == "eu",
                _ => false,
            }
}
