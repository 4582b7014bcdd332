//! Links that `site.toml` makes: whatever names files have, and to whatever page of the site, each leads there.

use crate::support::published::Published;
use crate::support::{STATEMENT, Site};

const SETTINGS: &str = r#"title = "Small"
base_url = "https://example.org/archive/"
logo = "a b#1 (50%)?.svg"
icon = "i%20 #?.svg"
picture = "p #?.gif"
footer = """[changes](/changes/), [data](/data/ "All"), [when](/timeline/), [find](/search/?q=peace&x=1#search),
[topics](/topics/), [trade](content/topics/trade.md), [feed](/atom.xml), [terms](content/pages/terms.md),
[seal](/s%20%23%3F%2525.gif), [home](/), ![seal](/s%20%23%3F%2525.gif)"""

[style]
sheets = ["h #1?.css", "ü/50% [a] {b}.css"]

[[nav.entries]]
label = "Seal"
address = "/s%20%23%3F%2525.gif"

[[nav.entries]]
label = "Find"
address = "/search/?q=peace"
"#;

fn site() -> Site {
    let site = Site::small();
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>";
    let gif = "GIF89a\u{3}\0\u{7}\0\0\0\0;";
    let head = "{% extends \"theme/base.html\" %}{% block head %}{{ super() }}\
                <link rel=\"stylesheet\" href=\"{{ assets[\"t #?%.css\"] }}\" integrity=\"{{ integrity[\"t #?%.css\"] }}\">{% endblock %}";
    for (path, text) in [
        ("site.toml", SETTINGS),
        ("templates/base.html", head),
        ("content/pages/terms.md", "---\ntitle: Terms of use\n---\nAs it is: ![seal](/s%20%23%3F%2525.gif)\n"),
        ("static/a b#1 (50%)?.svg", svg),
        ("static/i%20 #?.svg", svg),
        ("static/p #?.gif", gif),
        ("static/s #?%25.gif", gif),
        ("static/h #1?.css", "p{color:red}"),
        ("static/ü/50% [a] {b}.css", "p{color:green}"),
        ("static/t #?%.css", "p{color:blue}"),
    ] {
        site.write(path, text);
    }
    site
}

// No file of Windows has such a name.
#[cfg(unix)]
#[test]
fn every_link_leads_to_the_file() {
    let site = site();
    let run = site.build(&[]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    let published = Published::new(site.tree(), "https://example.org/archive/");
    let (count, broken) = published.broken_links();
    assert!(count > 100 && broken.is_empty(), "{count} {broken:?}");
    let page = site.page("index.html");
    for part in [
        "<img class=\"logo\" src=\"/archive/a%20b%231%20(50%25)%3F.svg\"",
        "href=\"/archive/i%2520%20%23%3F.svg\"",
        "content=\"https://example.org/archive/p%20%23%3F.gif\"",
        "href=\"/archive/h%20%231%3F.",
        "href=\"/archive/ü/50%25%20%5Ba%5D%20%7Bb%7D.",
        "href=\"/archive/t%20%23%3F%25.",
        "<a href=\"/archive/s%20%23%3F%2525.gif\" dir=\"auto\">Seal</a>",
        "<img src=\"/archive/s%20%23%3F%2525.gif\" alt=\"seal\" width=\"3\" height=\"7\"",
    ] {
        assert!(page.contains(part), "{part}\n{page}");
    }
    assert!(site.page("_headers").contains("\n/archive/h%20%231%3F."), "{}", site.page("_headers"));
}

#[cfg(unix)]
#[test]
fn the_foot_leads_to_what_is_made() {
    let site = site();
    let run = site.build(&[]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    for path in ["index.html", "404.html", "topics/trade/index.html"] {
        let page = site.page(path);
        for part in [
            "<a href=\"/archive/changes/\">changes</a>",
            "<a href=\"/archive/data/\" title=\"All\">data</a>",
            "<a href=\"/archive/timeline/\">when</a>",
            "<a href=\"/archive/search/?q=peace&amp;x=1#search\">find</a>",
            "<a href=\"/archive/topics/\">topics</a>",
            "<a href=\"/archive/topics/trade/\">trade</a>",
            "<a href=\"/archive/atom.xml\">feed</a>",
            "<a href=\"/archive/terms/\">terms</a>",
            "<a href=\"/archive/s%20%23%3F%2525.gif\">seal</a>",
            "<a href=\"/archive/\">home</a>",
        ] {
            assert!(page.contains(part), "{part}\n{page}");
        }
    }
    // The head has no list of nothing.
    assert!(site.page("index.html").contains("<nav aria-label=\"Chronicle\">"));
    let parts = ["statements", "topics", "years", "people", "on-this-day"].map(|part| format!("{part:?}")).join(", ");
    site.write("site.toml", &format!("{}\n[nav]\nhide = [{parts}]\n", SETTINGS.split("[[").next().unwrap()));
    let run = site.build(&[]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    assert!(!site.page("index.html").contains("<nav aria-label=\"Chronicle\">"), "{}", site.page("index.html"));
    site.write("site.toml", SETTINGS);
    // One run that makes less has no link to what it does not make, and finds nothing wrong.
    let run = site.build(&["--only", "home"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    assert!(site.page("index.html").contains("<a>changes</a>, <a>data</a>"), "{}", site.page("index.html"));
}

/// Pictures are named as addresses are; what is turned off is said to be, wherever it would be.
#[test]
fn a_footer_that_leads_nowhere_has_a_help() {
    for (settings, help) in [
        ("footer = \"![A](card.gif)\"", "write `/card.gif`"),
        ("footer = \"![A](/static/card.gif)\"", "write `/card.gif`"),
        ("footer = \"![A](/crad.gif)\"", "write `/card.gif`"),
        ("footer = \"![A](/other.gif)\"", "add the file below `static/`, and name it `/picture.png`"),
        ("footer = \"[a](/topics/trade/position/)\"\n[outputs]\npositions = false", "or `positions = false`"),
        ("footer = \"[a](/topics/trade/atom.xml)\"\n[outputs]\nfeeds = false", "or `feeds = false`"),
        ("footer = \"[a](/topics/trade/cite.bib)\"\n[outputs]\ncitations = false", "or `citations = false`"),
        ("footer = \"[a](/changes.json)\"\n[outputs]\nchanges = false", "or `changes = false`"),
        ("footer = \"[a](/statements/)\"\n[outputs]\nstatement-list = false", "or `statement-list = false`"),
        (
            "footer = \"[a](/statements/2006-02-02-first/index.md)\"\n[outputs]\nmarkdown = false",
            "or `markdown = false`",
        ),
        ("footer = \"[a](/search/?q=peace)\"\n[outputs]\nsearch = false", "or `search = false`"),
        ("footer = \"[a](/opensearch.xml)\"\n[outputs]\nsearch = false", "or `search = false`"),
        ("footer = \"[a](/sitemap.xml)\"\n[outputs]\nsitemap = false", "or `sitemap = false`"),
        ("footer = \"[a](/topics)\"\n[outputs]\ntopics = false", "or `topics = false`"),
        // A feed of what has no page itself.
        ("footer = \"[a](/topics/trade/atom.xml)\"\n[outputs]\ntopics = false", "or `topics = false`"),
        ("footer = \"[a](content/topics/trade.md)\"\n[outputs]\ntopics = false", "or `topics = false`"),
        // What would not be there anyway is not turned off.
        ("footer = \"[a](/topics/trde/)\"\n[outputs]\nfeeds = false", "write `/topics/trade/`"),
    ] {
        let site = Site::small();
        let base = "title = \"Small\"\nbase_url = \"https://example.org/\"\n";
        site.write("site.toml", &format!("{base}{settings}\n"));
        site.write("static/card.gif", "GIF89a\u{3}\0\u{7}\0\0\0\0;");
        // A topic has a position by words that are proven.
        site.write("content/sources/report.txt", "The very words.");
        let statement = STATEMENT.replace("\"https://example.com/1\"", "{text: sources/report.txt}");
        site.write("content/statements/2006/2006-02-02-first.md", &statement);
        let run = site.check(&[]);
        assert!(run.code == Some(1) && run.stdout.contains(help), "{settings}\n{}", run.stdout);
    }
}
