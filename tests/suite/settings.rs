//! What `site.toml` says of the look of a site: the navigation, the foot, a logo and an icon, an accent colour and style sheets,
//! and where files are edited.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::support::Site;

const BASE: &str = "title = \"Small\"\nbase_url = \"https://example.org/archive/\"\n";

/// All of it. Keys of tables come last.
const ALL: &str = r##"title = "Small"
base_url = "https://example.org/archive/"
footer = "Published by the **Institute** <b>of</b> history, [terms](content/pages/terms.md), ![seal](/seal.png)."
logo = "pictures/logo.svg"
icon = "icon.png"
branch = "next step"

[nav]
order = ["years", "terms", "Institute", "changes"]
hide = ["people", "coverage", "places"]

[[nav.entries]]
label = "Institute"
address = "https://institute.example.org/?a=1&b=2"

[[nav.entries]]
label = "Trade & more"
address = "content/topics/trade.md"

[[nav.entries]]
label = "Seal"
address = "/seal.png"

[style]
accent = "#7a1f2b"
sheets = ["house.css", "more/second.css"]

[edit]
pattern = "https://bitbucket.org/owner/name/src/{branch}/{path}?mode=edit&file={path}"
"##;

/// A site with the files that [`ALL`] names.
fn site(settings: &str) -> Site {
    let site = Site::small();
    for (path, text) in [
        ("site.toml", settings),
        ("content/pages/terms.md", "---\ntitle: Terms of use\n---\nAs it is.\n"),
        ("content/pages/about.md", "---\ntitle: About\n---\nAs it is.\n"),
        ("content/places/rome.md", "---\nname: Rome\n---\n"),
        ("static/pictures/logo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
        ("static/house.css", "p{color:red}"),
        ("static/more/second.css", "p{color:green}"),
    ] {
        site.write(path, text);
    }
    for name in ["icon.png", "seal.png"] {
        std::fs::write(site.path().join("static").join(name), PNG).unwrap();
    }
    site
}

/// The beginning of a picture of 8 × 4 pixels.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x08\0\0\0\x04\x08\x06\0\0\0";

fn built(site: &Site) {
    let run = site.build(&["--allow", "raw-html"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
}

/// What stands between two texts of a page.
fn between<'a>(page: &'a str, from: &str, to: &str) -> &'a str {
    let at = page.find(from).unwrap_or_else(|| panic!("no {from} in {page}")) + from.len();
    &page[at..at + page[at..].find(to).unwrap_or_else(|| panic!("no {to} after {from}"))]
}

/// The links of the navigation: the address with what is marked, and the words.
fn links(markup: &str) -> Vec<(String, String)> {
    let link = |link: &str| {
        let (attributes, rest) = link.split_once('>').unwrap();
        let address = between(attributes, "href=\"", "\"");
        let current =
            if attributes.contains("aria-current") { between(attributes, "aria-current=\"", "\"") } else { "" };
        (
            format!("{address}{}{current}", if current.is_empty() { "" } else { " " }),
            rest.split("</a>").next().unwrap().to_owned(),
        )
    };
    markup.split("<a ").skip(1).map(link).collect()
}

fn nav(page: &str) -> Vec<(String, String)> {
    links(between(page, "<nav aria-label=\"Chronicle\">", "</nav>"))
}

fn words(links: &[(String, String)]) -> Vec<&str> {
    links.iter().map(|(_, words)| words.as_str()).collect()
}

#[test]
fn the_navigation_has_what_is_asked_for_in_this_order() {
    let site = site(ALL);
    built(&site);
    let page = site.page("statements/2006-02-02-first/index.html");
    let found = nav(&page);
    let found: Vec<(&str, &str)> = found.iter().map(|(address, words)| (address.as_str(), words.as_str())).collect();
    assert_eq!(
        found,
        [
            ("/archive/years/", "Years"),
            ("/archive/terms/", "Terms of use"),
            ("https://institute.example.org/?a=1&amp;b=2", "Institute"),
            ("/archive/changes/", "Changes"),
            ("/archive/statements/ true", "Statements"),
            ("/archive/topics/", "Topics"),
            ("/archive/on-this-day/", "On this day"),
            ("/archive/topics/trade/", "Trade &amp; more"),
            ("/archive/seal.png", "Seal"),
        ]
    );
    let foot = links(between(&page, "<footer class=\"foot\"", "</nav>"));
    assert_eq!(words(&foot), ["About", "Corrections", "Sources", "Data", "Feed"]);
    // What is marked is the page itself, whatever it is, or the part that it is in.
    let marked = |path: &str| -> Vec<String> {
        nav(&site.page(path)).into_iter().map(|(address, _)| address).filter(|address| address.contains(' ')).collect()
    };
    assert_eq!(marked("terms/index.html"), ["/archive/terms/ page"]);
    assert_eq!(marked("changes/index.html"), ["/archive/changes/ page"]);
    assert_eq!(marked("topics/index.html"), ["/archive/topics/ page"]);
    assert_eq!(marked("topics/trade/index.html"), ["/archive/topics/trade/ page"]);
    assert_eq!(marked("years/2006/index.html"), ["/archive/years/ true"]);
    assert!(marked("people/ann-lee/index.html").is_empty() && marked("404.html").is_empty());
    // What is hidden has its pages.
    assert!(site.path().join("public/people/index.html").exists());
}

#[test]
fn without_settings_nothing_of_it_is_there() {
    let site = site(BASE);
    built(&site);
    let page = site.page("index.html");
    let found = nav(&page);
    assert_eq!(words(&found), ["Statements", "Topics", "Years", "People", "On this day"]);
    assert!(!page.contains("logo.svg") && !page.contains("accent.") && page.contains("image/svg+xml"));
    assert_eq!(page.matches("rel=\"stylesheet\"").count(), 1);
}

#[test]
fn the_foot_has_safe_markdown() {
    let site = site(ALL);
    built(&site);
    let expected = "<p>Published by the <strong>Institute</strong> &lt;b&gt;of&lt;/b&gt; history, <a href=\"/archive/terms/\">terms</a>, \
                    <img src=\"/archive/seal.png\" alt=\"seal\" width=\"8\" height=\"4\" loading=\"lazy\" decoding=\"async\">.</p>";
    for path in ["index.html", "404.html", "people/ann-lee/index.html"] {
        let page = site.page(path);
        let foot = between(&page, "<footer", "</footer>");
        assert!(foot.contains(expected), "{foot}");
    }
    // A table is not taken for one of the page.
    site.write("site.toml", &format!("{BASE}footer = \"\"\"\n| A | B |\n|---|---|\n| 1 | 2 |\n\"\"\"\n"));
    built(&site);
    let page = site.page("index.html");
    assert!(
        between(&page, "<footer", "</footer>").contains("aria-label=\"Table 1 in the foot of the page\""),
        "{page}"
    );
}

#[test]
fn the_logo_and_the_icon_are_static_files() {
    let site = site(ALL);
    built(&site);
    let logo = "<img class=\"logo\" src=\"/archive/pictures/logo.svg\" alt=\"\">";
    assert!(site.page("index.html").contains(&format!("<h1>{logo} Small</h1>")));
    let page = site.page("topics/trade/index.html");
    assert!(page.contains(&format!("<p class=\"brand\"><a href=\"/archive/\">{logo} Small</a></p>")), "{page}");
    assert!(page.contains("<link rel=\"icon\" type=\"image/png\" href=\"/archive/icon.png\">"));
    assert_eq!(page.matches("rel=\"icon\"").count(), 1);
}

/// The address of each style sheet of a page, without the path of the site.
fn styles(page: &str) -> Vec<String> {
    let address = |link: &str| between(link, "href=\"/archive/", "\"").to_owned();
    page.split("<link ").filter(|link| link.starts_with("rel=\"stylesheet\"")).map(address).collect()
}

#[test]
fn style_sheets_have_names_with_fingerprints() {
    let site = site(ALL);
    built(&site);
    let page = site.page("topics/trade/index.html");
    let found = styles(&page);
    let stems: Vec<&str> =
        found.iter().map(|name| name.rsplit_once('.').unwrap().0.rsplit_once('.').unwrap().0).collect();
    assert_eq!(stems, ["style", "accent", "house", "more/second"]);
    assert_eq!(page.matches("rel=\"stylesheet\" href").count(), page.matches("integrity=\"sha384-").count());
    let text = |name: &str| std::fs::read_to_string(site.path().join("public").join(name)).unwrap();
    assert_eq!(
        text(&found[1]),
        "@media screen{:root{--accent:#7a1f2b}}\n@media screen and (prefers-color-scheme:dark){:root{--accent:#b07981}}\n"
    );
    assert_eq!(text(&found[2]), "p{color:red}");
    // Browsers may keep them for ever.
    let headers = text("_headers");
    assert!(
        found.iter().all(|name| headers.contains(&format!("/archive/{name}\n  Cache-Control: public"))),
        "{headers}"
    );
    assert!(!page.contains("style="), "the policy of the pages blocks it");
}

#[test]
fn any_service_has_a_link_to_edit_a_page() {
    let of_pattern = site(ALL);
    built(&of_pattern);
    let path = "content/statements/2006/2006-02-02-first.md";
    let address = format!("https://bitbucket.org/owner/name/src/next%20step/{path}?mode=edit&amp;file={path}");
    let page = of_pattern.page("statements/2006-02-02-first/index.html");
    assert!(page.contains(&format!("<a href=\"{address}\">Edit this page</a>")), "{page}");
    // There is no repository, and so no form.
    assert!(!of_pattern.path().join("public/contribute/index.html").exists());
    for path in ["people/ann-lee", "topics/trade", "terms"] {
        assert!(of_pattern.page(&format!("{path}/index.html")).contains("/src/next%20step/content/"), "{path}");
    }
    for (repository, address) in [
        ("https://github.com/a/b", "https://github.com/a/b/edit/main/"),
        ("https://gitlab.com/a/b", "https://gitlab.com/a/b/-/edit/main/"),
        ("https://codeberg.org/a/b", "https://codeberg.org/a/b/_edit/main/"),
    ] {
        let site = site(&format!("repository = \"{repository}\"\n{BASE}"));
        built(&site);
        let page = site.page("statements/2006-02-02-first/index.html");
        assert!(page.contains(&format!("<a href=\"{address}{path}\">Edit this page</a>")), "{repository}");
    }
    let both = "[edit]\npattern = \"https://example.org/edit/{path}\"\n";
    let site = site(&format!("repository = \"https://github.com/a/b\"\n{BASE}{both}"));
    built(&site);
    let page = site.page("statements/2006-02-02-first/index.html");
    assert!(page.contains(&format!("<a href=\"https://example.org/edit/{path}\">Edit this page</a>")));
    assert!(page.contains("https://github.com/a/b/commits/main/"), "the history is in the repository");
}

#[test]
fn what_is_wrong_is_found_where_it_stands() {
    let site = site(BASE);
    site.write("content/pages/later.md", "---\ntitle: Later\ndraft: true\n---\nAs it is.\n");
    for (name, bytes) in
        [("house.png", &b"%PDF-1.7"[..]), ("seal.gif", PNG), ("cut.png", &PNG[..16]), ("fake.ico", PNG)]
    {
        std::fs::write(site.path().join("static").join(name), bytes).unwrap();
    }
    let entry = |label: &str, address: &str| format!("[[nav.entries]]\nlabel = \"{label}\"\naddress = \"{address}\"\n");
    let pattern = |text: &str| format!("[edit]\npattern = \"{text}\"\n");
    let mut missed = Vec::new();
    for (settings, code, at, message, help) in [
        (
            "logo = \"pictures/lgo.svg\"".into(),
            "bad-value",
            "3:8",
            "there is no file `static/pictures/lgo.svg`",
            "write `pictures/logo.svg`",
        ),
        ("logo = \"static/logo.svg\"".into(), "bad-value", "3:8", "not a path below `static/`", "write `logo.svg`"),
        ("logo = \"logo.pdf\"".into(), "bad-value", "3:8", "no picture that browsers show", "ends in `.svg`"),
        ("icon = \"icn.png\"".into(), "bad-value", "3:8", "there is no file `static/icn.png`", "write `icon.png`"),
        (
            "icon = \"https://example.net/a.png\"".into(),
            "bad-value",
            "3:8",
            "is not a file of the site",
            "`icon = \"icon.svg\"`",
        ),
        (
            "[style]\nsheets = [\"house.css\", \"hose.css\"]".into(),
            "bad-value",
            "4:24",
            "`static/hose.css`",
            "write `house.css`",
        ),
        (
            "[style]\nsheets = [\"house.css\", \"style.css\"]".into(),
            "bad-value",
            "4:24",
            "`base.html` loads `style.css` itself: pages would load it twice",
            "leave it out",
        ),
        ("[style]\nsheets = [\"house.scss\"]".into(), "bad-value", "4:11", "no style sheet", "ends in `.css`"),
        ("[style]\nsheet = []".into(), "unknown-key", "4:1", "unknown key `sheet`", "write `sheets`"),
        ("[style]\naccent = \"maroon\"".into(), "bad-value", "4:10", "`maroon` is not a colour", "`#7a1f2b`"),
        ("[style]\naccent = \"7a1f2b\"".into(), "bad-value", "4:10", "`7a1f2b` is not a colour", "write `#7a1f2b`"),
        ("[style]\naccent = 7".into(), "wrong-type", "4:10", "expected a colour", ""),
        ("[style]\naccent = {light = \"#7a1f2b\"}".into(), "missing-key", "4:10", "`dark`", ""),
        (
            "[style]\naccent = \"#e08a00\"".into(),
            "low-contrast",
            "4:10",
            "`#e08a00` has a contrast of 2.38:1 with `#f4f1e9`, a background of the light scheme: less than 4.5:1",
            "the nearest that can be read: it has 4.5",
        ),
        (
            "[style]\naccent = {light = \"#7a1f2b\", dark = \"#7a1f2b\"}".into(),
            "low-contrast",
            "4:37",
            "a background of the dark scheme",
            "write `#b07981`",
        ),
        ("footer = \"\"".into(), "bad-value", "3:10", "the footer is empty", ""),
        (format!("footer = \"{}\"", "x".repeat(4001)), "bad-value", "3:10", "more than 4000 bytes", "`content/pages/`"),
        (
            "footer = \"[x](javascript:go)\"".into(),
            "unsafe-link",
            "3:10",
            "links with `javascript` are refused",
            "https:",
        ),
        (
            "footer = \"[x](content/pages/term.md)\"".into(),
            "broken-link",
            "3:10",
            "no file `content/pages/term.md`",
            "",
        ),
        (
            "footer = \"[x](../secret.md)\"".into(),
            "broken-link",
            "3:10",
            "leaves the content",
            "write the address of a page of the site, `/changes/`, or the path",
        ),
        ("footer = \"[x](changes)\"".into(), "broken-link", "3:10", "leaves the content", "write `/changes/`"),
        (
            "footer = \"[x](pages/terms.md)\"".into(),
            "broken-link",
            "3:10",
            "`pages/terms.md` leaves the content",
            "write `content/pages/terms.md`",
        ),
        ("footer = \"[x](#y)\"".into(), "broken-link", "3:10", "leads nowhere", "write the address of a page"),
        (
            "footer = \"[x](/tipics/)\"".into(),
            "broken-link",
            "3:10",
            "no page or file at `/tipics/`",
            "write `/topics/`",
        ),
        (
            "footer = \"[x](/topics/trda/)\"".into(),
            "broken-link",
            "3:10",
            "no page or file at `/topics/trda/`",
            "write `/topics/trade/`",
        ),
        (
            entry("x", "/later/"),
            "broken-link",
            "5:11",
            "no page or file at `/later/`",
            "remove the link, or `draft: true` from `content/pages/later.md`",
        ),
        ("footer = \"[x](/qqqqqq/)\"".into(), "broken-link", "3:10", "`/qqqqqq/`", "write the address of a page"),
        (
            "footer = \"[x](/archive/data/)\"".into(),
            "broken-link",
            "3:10",
            "`/archive/data/`",
            "write `/data/`: the path of `base_url` is put before it",
        ),
        (
            "footer = \"[x](/timeline/?x#y)\"\n[outputs]\ntimeline = false".into(),
            "broken-link",
            "3:10",
            "what `/timeline/?x#y` leads to is turned off",
            "remove the link, or `timeline = false` below `[outputs]`",
        ),
        (
            "footer = \"[x](content/topics/trade.md)\"\n[outputs]\ntopics = false".into(),
            "broken-link",
            "3:10",
            "what `content/topics/trade.md` leads to is turned off",
            "`topics = false`",
        ),
        (
            format!("{}[outputs]\nprose = false", entry("x", "content/pages/terms.md")),
            "broken-link",
            "5:11",
            "is turned off",
            "`prose = false`",
        ),
        (
            format!("{}[outputs]\nfeeds = false", entry("x", "/atom.xml")),
            "broken-link",
            "5:11",
            "is turned off",
            "`feeds = false`",
        ),
        ("footer = \"![x](/changes/)\"".into(), "broken-link", "3:10", "no file `static/changes/`", ""),
        ("footer = \"<!-- x -->\"".into(), "raw-html", "3:10", "is not shown", "is written as text"),
        (
            format!("footer = \"|{}\\n|{}\\n{}\"", "a|".repeat(200), "-|".repeat(200), "a\\n".repeat(1400)),
            "bad-value",
            "3:10",
            "more than 16000 bytes of markup",
            "`content/pages/`",
        ),
        ("logo = \"house.png\"".into(), "unreadable-picture", "3:8", "`static/house.png` is no picture", "export"),
        ("logo = \"seal.gif\"".into(), "unreadable-picture", "3:8", "is a picture in PNG", "end in `.png`"),
        ("icon = \"cut.png\"".into(), "unreadable-picture", "3:8", "does not say how large it is", "export"),
        ("icon = \"fake.ico\"".into(), "unreadable-picture", "3:8", "`static/fake.ico` is no icon (ICO)", "export"),
        ("picture = \"house.png\"".into(), "unreadable-picture", "3:11", "is no picture", "export"),
        ("footer = \"![x](/house.png)\"".into(), "unreadable-picture", "3:10", "is no picture", "export"),
        (
            "[style]\nsheets = [\"house.css\", \"more/second.css\", \"house.css\"]".into(),
            "bad-value",
            "4:43",
            "`house.css` stands twice",
            "remove one",
        ),
        (
            format!("{}{}", entry("x", "/changes/"), entry("x", "/data/")),
            "bad-value",
            "7:9",
            "two entries have the label `x`",
            "remove one of the two",
        ),
        (
            format!("[nav]\norder = [\"years\", \"topics\"]\n{}", entry("topics", "/changes/")),
            "bad-value",
            "6:9",
            "`topics` is also the name of a part or page",
            "another label",
        ),
        (
            format!("[nav]\nhide = [\"terms\"]\n{}", entry("terms", "/changes/")),
            "bad-value",
            "6:9",
            "`terms` is also the name of a part or page",
            "another label",
        ),
        (entry("x\\ny", "/changes/"), "bad-value", "4:9", "the label has a line break", "on one line"),
        (entry("x\\ty", "/changes/"), "bad-value", "4:9", "the label has a tab", "on one line"),
        (entry("x", "http://example.net/"), "plain-http", "5:11", "can be changed on the way", "write `https:`"),
        ("repository = \"http://example.net/a/b\"".into(), "plain-http", "3:14", "can be changed", "write `https:`"),
        (
            "repository = \"https://github.com/\"".into(),
            "bad-value",
            "3:14",
            "`https://github.com` is not the address of a repository",
            "as in `https://github.com/owner/name`",
        ),
        (
            "repository = \"https://codeberg.org/a\"".into(),
            "bad-value",
            "3:14",
            "`https://codeberg.org/a`",
            "/owner/name`",
        ),
        ("repository = \"https://example.net\"".into(), "bad-value", "3:14", "of a repository", "/owner/name`"),
        (
            "repository = \"https://github.com/a/b/tree/main?x#y\"".into(),
            "bad-value",
            "3:14",
            "`https://github.com/a/b/tree/main`",
            "write `https://github.com/a/b`",
        ),
        (
            "repository = \"https://github.com/orgs/o/n\"".into(),
            "bad-value",
            "3:14",
            "`https://github.com/orgs/o/n` is not the address of a repository",
            "as in `https://github.com/owner/name`",
        ),
        (
            "repository = \"https://github.com/settings/profile\"".into(),
            "bad-value",
            "3:14",
            "`https://github.com/settings/profile` is not the address of a repository",
            "as in `https://github.com/owner/name`",
        ),
        (
            "repository = \"https://gitlab.com/groups/o/-/issues\"".into(),
            "bad-value",
            "3:14",
            "`https://gitlab.com/groups/o/-/issues` is not the address of a repository",
            "as in `https://gitlab.com/owner/name`",
        ),
        (
            "repository = \"https://www.github.com/o\"".into(),
            "bad-value",
            "3:14",
            "`https://www.github.com/o` is not the address of a repository",
            "as in `https://www.github.com/owner/name`",
        ),
        (
            "repository = \"https://www.github.com/o/n/issues\"".into(),
            "bad-value",
            "3:14",
            "`https://www.github.com/o/n/issues` is not the address of a repository",
            "write `https://www.github.com/o/n`",
        ),
        (
            "repository = \"https://github.com//o//n\"".into(),
            "bad-value",
            "3:14",
            "`https://github.com//o//n` is not the address of a repository",
            "write `https://github.com/o/n`",
        ),
        (
            "repository = \"https://git.example.net/a//b\"".into(),
            "bad-value",
            "3:14",
            "`https://git.example.net/a//b` is not the address of a repository",
            "write `https://git.example.net/a/b`",
        ),
        (
            "service = \"gitlab\"\nrepository = \"https://git.example.net/a/b/c/-/issues\"".into(),
            "bad-value",
            "4:14",
            "is not the address of a repository",
            "write `https://git.example.net/a/b/c`",
        ),
        (
            entry("x", "mailto:"),
            "broken-address",
            "5:11",
            "names nobody to write to",
            "as in `mailto:name@example.org`",
        ),
        (entry("x", "mailto:press"), "broken-address", "5:11", "`press` is nobody's address", "as in `mailto:"),
        (entry("x", "tel:"), "broken-address", "5:11", "no number to call", "as in `tel:"),
        ("footer = \"[x](mailto:)\"".into(), "broken-address", "3:10", "names nobody to write to", "as in `mailto:"),
        ("footer = \"[x](mailto:@example.org)\"".into(), "broken-address", "3:10", "is nobody's address", "as in"),
        (pattern("http://example.net/{path}"), "plain-http", "4:11", "can be changed", "write `https:`"),
        (
            "license = {name = \"X\", url = \"http://example.net/\"}".into(),
            "plain-http",
            "3:30",
            "can be changed",
            "write `https:`",
        ),
        ("footer = \"![x](https://example.net/x.png)\"".into(), "outside-image", "3:10", "only its description", ""),
        ("footer = \"<b>x</b>\"".into(), "raw-html", "3:10", "", ""),
        (
            "[nav]\norder = [\"topcis\"]".into(),
            "bad-value",
            "4:10",
            "there is no part or page `topcis`",
            "write `topics`",
        ),
        (
            "[nav]\nhide = [\"qqqqqq\"]".into(),
            "bad-value",
            "4:9",
            "no part or page `qqqqqq`",
            "use some of `statements`",
        ),
        ("[nav]\norder = [\"topics\", \"topics\"]".into(), "bad-value", "4:20", "`topics` stands twice", "remove one"),
        (
            "[nav]\norder = [\"topics\"]\nhide = [\"topics\"]".into(),
            "bad-value",
            "5:9",
            "`topics` stands twice",
            "remove one",
        ),
        (
            format!("[nav]\nhide = [\"x\"]\n{}", entry("x", "/changes/")),
            "bad-value",
            "4:9",
            "`x` is an entry of the site's own",
            "remove",
        ),
        (
            format!("[nav]\norder = [{}]", "\"topics\",".repeat(101)),
            "bad-value",
            "4:9",
            "more than 100 items",
            "leave out",
        ),
        (
            entry("x", "javascript:go()"),
            "unsafe-link",
            "5:11",
            "links with `javascript` are refused",
            "write `https://…`",
        ),
        (entry("x", "JavaScript:go()"), "unsafe-link", "5:11", "are refused", "write `https://…`"),
        (entry("x", "java\\nscript:go()"), "bad-value", "5:11", "is not an address", "write `https://…`"),
        (entry("x", "data:text/html,x"), "unsafe-link", "5:11", "links with `data` are refused", "write `https://…`"),
        (entry("x", "//example.net/"), "unsafe-link", "5:11", "are refused", "write `https://…`"),
        (entry("x", "https:example.net"), "bad-value", "5:11", "is not a web address", "write `https://…`"),
        (entry("x", ""), "bad-value", "5:11", "is not an address", "write `https://…`"),
        (entry("", "/changes/"), "bad-value", "4:9", "the label is empty", "write what"),
        (entry("x", "/chnges/"), "broken-link", "5:11", "there is no page or file at `/chnges/`", "write `/changes/`"),
        (entry("x", "content/pages/term.md"), "broken-link", "5:11", "no file `content/pages/term.md`", ""),
        (
            entry("example.com", "https://example.net/"),
            "deceptive-link",
            "5:11",
            "names `example.com`",
            "where the link leads",
        ),
        (pattern("https://example.org/edit/"), "bad-value", "4:11", "has no `{path}`", "write it as in"),
        (pattern("javascript:x{path}"), "bad-value", "4:11", "is not a web address", "write it as in"),
        (pattern("https://example.org/{paht}"), "bad-value", "4:11", "`{paht}` stands for nothing", "write `{path}`"),
    ] {
        site.write("site.toml", &format!("{BASE}{settings}\n"));
        let run = site.check(&[]);
        let found = &run.stdout;
        let found = if found.contains(code) { found } else { &run.stderr };
        let is_there = found.contains(&format!("[{code}]")) && found.contains(&format!("site.toml:{at}\n"));
        let is_said = found.contains(message) && found.contains(help);
        if !is_there || !is_said || found.matches("site.toml:").count() != 1 {
            missed.push(format!("{settings}\n{found}"));
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

#[test]
fn what_is_turned_off_or_not_there_yet_is_no_mistake() {
    let site = site(BASE);
    site.write("content/pages/later.md", "---\ntitle: Later\ndraft: true\n---\nAs it is.\n");
    let nav_of = "[nav]\norder = [\"later\", \"events\", \"places\", \"years\"]\nhide = [\"coverage\"]\n";
    site.write("site.toml", &format!("{BASE}{nav_of}[outputs]\nyears = false\ncoverage = false\n"));
    built(&site);
    assert_eq!(words(&nav(&site.page("index.html"))), ["Statements", "Topics", "People", "On this day"]);
    // One run that makes less.
    site.write("site.toml", &format!("{BASE}[[nav.entries]]\nlabel = \"x\"\naddress = \"/changes/\"\n"));
    let run = site.build(&["--only", "home"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    assert!(!site.page("index.html").contains("<nav aria-label=\"Chronicle\">"), "a list of nothing");
}

#[test]
fn a_theme_says_what_its_accent_is_read_on() {
    let site = site(&format!("theme = \"bare\"\n{BASE}[style]\naccent = \"#7a1f2b\"\n"));
    site.write("themes/bare/theme.toml", "name = \"bare\"\nparent = \"default\"\n");
    built(&site);
    // What it does not say of a scheme is as in its parent, so that nothing goes unchecked.
    let theme = |backgrounds: &str| {
        let manifest = format!("name = \"bare\"\nparent = \"default\"\n[backgrounds]\n{backgrounds}\n");
        site.write("themes/bare/theme.toml", &manifest);
    };
    let accent = |accent: &str| {
        site.write("site.toml", &format!("theme = \"bare\"\n{BASE}[style]\naccent = {accent}\n"));
        site.check(&["--format", "short"]).stdout
    };
    for backgrounds in ["", "dark = [\"#000\"]", "light = [\"#fff\"]"] {
        theme(backgrounds);
        let found = accent("{light = \"#eee\", dark = \"#111\"}");
        assert_eq!(found.matches("error[low-contrast]").count(), 2, "{backgrounds}: {found}");
    }
    theme("light = [\"#fff\", \"#000\"]");
    site.write("site.toml", &format!("theme = \"bare\"\n{BASE}[style]\naccent = \"#7a1f2b\"\n"));
    assert!(site.check(&[]).stdout.contains("write `#"), "a colour between both can be read");
    theme("light = [\"#fff\", \"#777\", \"#000\"]");
    let found = site.check(&[]).stdout;
    assert!(found.contains("no colour can be read on all of `#ffffff`, `#777777`, `#000000`"), "{found}");
    theme("light = []\ndark = [\"#000\"]");
    accent("\"#7a1f2b\"");
    built(&site);
    let sheets: BTreeSet<PathBuf> =
        site.tree().into_keys().filter(|path| path.to_string_lossy().contains("accent.")).collect();
    let text = std::fs::read_to_string(site.path().join("public").join(sheets.first().unwrap())).unwrap();
    assert!(text.starts_with("@media screen and (prefers-color-scheme:dark){:root{--accent:#"), "{text}");
    assert_eq!((sheets.len(), text.lines().count()), (1, 1), "{sheets:?}");
    // The default theme says what its style sheet has.
    let manifest = std::fs::read_to_string("themes/default/theme.toml").unwrap();
    let style = std::fs::read_to_string("themes/default/static/style.css").unwrap();
    let colours = |text: &str| -> Vec<String> {
        text.split("[\"")
            .skip(1)
            .flat_map(|list| {
                list.split(']')
                    .next()
                    .unwrap()
                    .split("\", \"")
                    .map(|colour| colour.trim_end_matches('"').to_owned())
                    .collect::<Vec<_>>()
            })
            .collect()
    };
    let of = |name: &str| -> Vec<String> {
        style.split(&format!("--{name}:")).skip(1).take(2).map(|rest| rest.trim_start()[..7].to_owned()).collect()
    };
    let (paper, tint) = (of("paper"), of("tint"));
    assert_eq!(colours(&manifest), [&*paper[0], &*tint[0], &*paper[1], &*tint[1]]);
}

/// A theme without a parent and without backgrounds.
#[test]
fn an_accent_that_a_theme_has_no_use_for_is_found() {
    let site = Site::golden("drafts");
    let settings = std::fs::read_to_string(site.path().join("site.toml")).unwrap();
    site.write("site.toml", &format!("{settings}\n[style]\naccent = \"#7a1f2b\"\n"));
    let run = site.build(&[]);
    assert_eq!(run.code, Some(1));
    assert!(
        run.stderr.contains("the theme `plain` does not say on which backgrounds an accent is read"),
        "{}",
        run.stderr
    );
    assert!(Path::new("tests/golden/plain-theme/theme.toml").exists());
}
