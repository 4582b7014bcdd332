//! What feeds say of when something changed.

use crate::support::{STATEMENT, Site};

fn said(site: &Site, id: &str, date: &str, more: &str) {
    let text = STATEMENT
        .replace("A first statement", &format!("Said {id}"))
        .replace("2006-02-02", &format!("\"{date}\""))
        .replace("The very words.", &format!("The very words of {id}."))
        .replace("fidelity:", &format!("{more}\nfidelity:"));
    site.write(&format!("content/statements/2006/{id}.md"), &text);
}

fn built(site: &Site) {
    let allowed = ["misnamed-file", "wrong-year-folder", "no-office-on-date", "future-date"];
    let run = site.build(&allowed.map(|code| ["--allow", code]).concat());
    assert_eq!(run.code, Some(0), "{}", run.stderr);
}

/// The addresses and days of the entries of a feed.
fn entries(site: &Site, feed: &str) -> Vec<(String, String)> {
    let text = site.page(feed);
    let part = |entry: &str, from: &str, to: &str| {
        entry
            .split_once(from)
            .and_then(|(_, rest)| rest.split_once(to))
            .unwrap_or_else(|| panic!("{entry}"))
            .0
            .to_owned()
    };
    let of = |entry: &str| (part(entry, "/archive/statements/", "/</id>"), part(entry, "<updated>", "T00:00:00Z"));
    text.split("<entry>").skip(1).map(of).collect()
}

#[test]
fn a_statement_of_no_known_day_has_no_entry() {
    let site = Site::small();
    said(&site, "month", "2006-03", "");
    said(&site, "season", "2006-21~", "");
    said(&site, "decade", "200X", "corrections: [{date: 2009, kind: addition, note: More}]");
    said(&site, "since", "2006-03/..", "");
    said(&site, "until", "../2006-04-05", "");
    said(&site, "corrected", "2006", "corrections: [{date: 2009-09-08, kind: addition, note: More}]");
    said(&site, "doubtful", "2006-03-04?", "");
    built(&site);
    let expected = [("corrected", "2009-09-08"), ("until", "2006-04-05"), ("doubtful", "2006-03-04")];
    let first = ("2006-02-02-first", "2006-02-02");
    let sorted = |mut entries: Vec<(String, String)>| {
        entries.sort();
        entries
    };
    let pairs = expected.iter().chain([&first]).map(|(id, day)| ((*id).to_owned(), (*day).to_owned()));
    let pairs = sorted(pairs.collect());
    for feed in ["atom.xml", "topics/trade/atom.xml", "people/ann-lee/atom.xml"] {
        assert_eq!(sorted(entries(&site, feed)), pairs, "{feed}");
        assert!(
            site.page(feed).contains("</title>\n<updated>2009-09-08T00:00:00Z</updated>\n<link rel=\"self\""),
            "{feed}"
        );
        assert!(!site.page(feed).contains("1970"), "{feed}");
    }
}

#[test]
fn entries_that_are_left_out_take_the_place_of_none() {
    let site = Site::small();
    site.write("site.toml", "title = \"A\"\nbase_url = \"https://example.org/archive/\"\n[feeds]\nlimit = 2\n");
    (1..4).for_each(|day| said(&site, &format!("known-{day}"), &format!("2006-03-0{day}"), ""));
    (1..4).for_each(|month| said(&site, &format!("later-{month}"), &format!("2008-0{month}"), ""));
    built(&site);
    let found: Vec<String> = entries(&site, "atom.xml").into_iter().map(|(id, _)| id).collect();
    assert_eq!(found, ["known-3", "known-2"]);
}

#[test]
fn a_feed_without_entries_is_whole() {
    let site = Site::small();
    said(&site, "2006-02-02-first", "2006-02", "");
    built(&site);
    let feed = site.page("atom.xml");
    assert_eq!(feed.matches("<entry>").count(), 0, "{feed}");
    assert!(feed.contains("<updated>1970-01-01T00:00:00Z</updated>") && feed.trim_end().ends_with("</feed>"), "{feed}");
}

/// A calendar has at least one entry, or there is none.
#[test]
fn there_is_no_calendar_without_a_day() {
    let site = Site::small();
    built(&site);
    assert!(site.page("on-this-day.ics").contains("BEGIN:VEVENT"));
    assert!(site.page("on-this-day/index.html").contains("on-this-day.ics"));
    for date in ["2006-02", "0000-02-03"] {
        said(&site, "2006-02-02-first", date, "");
        built(&site);
        assert!(!site.path().join("public/on-this-day.ics").exists(), "{date}");
        assert!(!site.page("on-this-day/index.html").contains("on-this-day.ics"), "{date}");
    }
}

/// A feed as JSON.
fn json(site: &Site, feed: &str) -> serde_json::Value {
    serde_json::from_str(&site.page(feed)).unwrap()
}

/// The ids of a feed in Atom: its own, and those of its entries.
fn ids(text: &str) -> Vec<String> {
    let ids = text.split("<id>").skip(1).map(|rest| rest.split_once("</id>").unwrap().0.to_owned());
    ids.collect()
}

#[test]
fn a_feed_as_json_has_the_entries_of_the_one_beside_it() {
    let site = Site::small();
    said(&site, "more", "2006-03-04", "summary: \"In <short>\"");
    said(&site, "other", "2006-03-05", "language: ar");
    built(&site);
    for feed in ["", "topics/trade/", "people/ann-lee/"] {
        let (atom, json) = (site.page(&format!("{feed}atom.xml")), json(&site, &format!("{feed}feed.json")));
        assert_eq!(json["version"], "https://jsonfeed.org/version/1.1");
        assert_eq!(json["feed_url"], format!("https://example.org/archive/{feed}feed.json"));
        assert_eq!(json["home_page_url"], format!("https://example.org/archive/{feed}"));
        assert_eq!((&json["language"], &json["authors"][0]["name"]), (&"en".into(), &"Small".into()));
        let items = json["items"].as_array().unwrap();
        let own: Vec<&str> = items.iter().map(|item| item["id"].as_str().unwrap()).collect();
        assert_eq!(own, ids(&atom)[1..], "{feed}");
        assert_eq!((&items[0]["language"], &items[0]["date_modified"]), (&"ar".into(), &"2006-03-05T00:00:00Z".into()));
        assert_eq!((&items[1]["authors"][0]["name"], &items[1]["tags"][0]), (&"Ann Lee".into(), &"Trade".into()));
        // The page leads to both.
        let page = site.page(&format!("{feed}index.html"));
        let link = "<link rel=\"alternate\" type=\"application/feed+json\" title=";
        assert!(page.contains(link) && page.contains(&format!(" href=\"/archive/{feed}feed.json\">")), "{page}");
        match feed {
            "" => {
                let html = items[1]["content_html"].as_str().unwrap();
                assert!(html.contains("href=\"https://example.org/archive/statements/more/#q1\""), "{html}");
                assert_eq!(items[1]["summary"], "In <short>");
            }
            _ => assert_eq!(items[1]["content_text"], "In <short>"),
        }
    }
    site.write("site.toml", "title = \"A\"\nbase_url = \"https://example.org/archive/\"\n[outputs]\nfeeds = false\n");
    built(&site);
    assert!(!site.path().join("public/feed.json").exists());
    assert!(!site.page("index.html").contains("/feed.json"));
    // Neither those of changes, whose pages are still there.
    assert!(site.path().join("public/changes/index.html").exists());
    assert!(!site.path().join("public/changes.xml").exists() && !site.path().join("public/changes.json").exists());
    for page in ["index.html", "changes/index.html"] {
        assert!(!site.page(page).contains("/changes.xml"), "{page}");
    }
}

#[test]
fn entries_keep_their_ids_when_the_site_moves() {
    let site = Site::small();
    let all = |settings: &str| -> Vec<String> {
        site.write("site.toml", settings);
        built(&site);
        ["atom.xml", "topics/trade/atom.xml"].iter().flat_map(|feed| ids(&site.page(feed))).collect()
    };
    let (here, there) = ("title = \"A\"\nbase_url = \"https://example.org/archive/\"\n", "https://other.example/");
    let addresses = ["", "statements/2006-02-02-first/", "topics/trade/", "statements/2006-02-02-first/"];
    assert_eq!(all(here), addresses.map(|page| format!("https://example.org/archive/{page}")));
    let base = "[feeds]\nid_base = \"tag:example.org,2026-02-28:chronicle\"\n";
    let tags = ["", "/statements/2006-02-02-first", "/topics/trade", "/statements/2006-02-02-first"];
    let tags = tags.map(|page| format!("tag:example.org,2026-02-28:chronicle{page}"));
    assert_eq!(all(&format!("{here}{base}")), tags);
    assert_eq!(all(&format!("{here}{base}").replace("https://example.org/archive/", there)), tags);
    let feed = json(&site, "feed.json");
    assert_eq!((&feed["items"][0]["id"], &feed["home_page_url"]), (&tags[1].clone().into(), &there.into()));
    assert_eq!(feed["items"][0]["url"], "https://other.example/statements/2006-02-02-first/");
}

/// So that who has read an entry before reads that it was withdrawn.
#[test]
fn a_change_of_which_only_the_month_is_known_counts() {
    let site = Site::small();
    let withdrawn = |date: &str| format!("withdrawn: {{date: \"{date}\", reason: The source took it back.}}");
    said(&site, "month", "2006-03-04", &withdrawn("2008-02"));
    said(&site, "year", "2006-03-05", &withdrawn("2009"));
    said(&site, "same", "2006-03-06", &withdrawn("2006-03"));
    said(&site, "day", "2006-03-07", &withdrawn("2006-03-09"));
    said(&site, "decade", "2006-03-08", &withdrawn("200X"));
    said(
        &site,
        "both",
        "2006-03-09",
        "corrections: [{date: 2010-04, kind: addition, note: More}, {date: 2010-04-02, kind: addition, note: More}]",
    );
    built(&site);
    let mut entries = entries(&site, "atom.xml");
    entries.sort();
    let expected = [
        ("2006-02-02-first", "2006-02-02"),
        ("both", "2010-04-30"),
        ("day", "2006-03-09"),
        ("decade", "2006-03-08"),
        ("month", "2008-02-29"),
        ("same", "2006-03-31"),
        ("year", "2009-12-31"),
    ];
    assert_eq!(entries, expected.map(|(id, day)| (id.to_owned(), day.to_owned())));
    let json = json(&site, "feed.json");
    let said = |id: &str| {
        let items = json["items"].as_array().unwrap();
        let item = items.iter().find(|item| item["url"].as_str().unwrap().contains(&format!("/{id}/"))).unwrap();
        item["content_text"].as_str().unwrap().to_owned()
    };
    assert_eq!(said("day"), "Withdrawn (9 March 2006): Said day. The source took it back.");
    assert_eq!(said("month"), "Withdrawn (February 2008): Said month. The source took it back.");
    assert_eq!(said("year"), "Withdrawn (2009): Said year. The source took it back.");
    let page = site.page("statements/month/index.html");
    assert!(page.contains("Withdrawn: February 2008.") && !page.contains("Withdrawn on"), "{page}");
}

/// A theme without a parent need not have the messages of ours.
#[test]
fn a_theme_that_lacks_messages_says_that_a_record_was_withdrawn() {
    let site = Site::small();
    site.copy(std::path::Path::new("themes/default"), "themes/mine");
    let path = "themes/mine/messages/en.ftl";
    let messages = std::fs::read_to_string(site.path().join(path)).unwrap();
    let is_kept =
        |line: &&str| !["description_withdrawn", "description_statement"].iter().any(|id| line.starts_with(id));
    site.write(path, &messages.lines().filter(is_kept).map(|line| format!("{line}\n")).collect::<String>());
    let settings = std::fs::read_to_string(site.path().join("site.toml")).unwrap();
    site.write("site.toml", &format!("theme = \"mine\"\n{settings}"));
    said(&site, "withdrawn", "2006-03-05", "withdrawn: {date: 2010-01, reason: The source took it back.}");
    built(&site);
    let said = "Withdrawn (January 2010): Said withdrawn. The source took it back.";
    assert_eq!(json(&site, "feed.json")["items"][0]["content_text"], said);
    let page = site.page("statements/withdrawn/index.html");
    assert!(page.contains(&format!("content=\"{said}\">")), "{page}");
    let coins = "rft.description=Withdrawn%20%28January%202010%29%3A%20Said%20withdrawn";
    assert!(site.page("people/ann-lee/index.html").contains(coins));
    let page = site.page("statements/2006-02-02-first/index.html");
    assert!(page.contains("content=\"2 February 2006: A first statement"), "{page}");
}

/// Neither its text nor its summary is published beside its page.
#[test]
fn the_file_of_a_withdrawn_record_has_no_summary() {
    let site = Site::small();
    let withdrawn = "withdrawn: {date: 2010-01, reason: Back.}";
    said(&site, "withdrawn", "2006-03-05", &format!("summary: >-\n  Words that\n  were wrong.\n{withdrawn}"));
    said(&site, "stays", "2006-03-05", "summary: Words that stay.");
    built(&site);
    let file = site.page("statements/withdrawn/index.md");
    assert!(!file.contains("summary") && !file.contains("wrong"), "{file}");
    assert!(file.contains(&format!("\n{withdrawn}\nfidelity:")) && file.ends_with("\n---\n"), "{file}");
    assert!(site.page("statements/stays/index.md").contains("summary: Words that stay."));
}

#[test]
fn what_ids_begin_with_is_checked() {
    let site = Site::small();
    for wrong in ["", "https://example.org/", "tag:example.org,2026", "tag:Example.org,2026:a"] {
        let settings = format!("title = \"A\"\nbase_url = \"https://example.org/\"\n[feeds]\nid_base = \"{wrong}\"\n");
        site.write("site.toml", &settings);
        let run = site.build(&[]);
        assert_eq!(run.code, Some(1));
        let message = format!("error[bad-value]: `{wrong}` is not the beginning of `tag:` URIs");
        assert!(run.stderr.contains(&message) && run.stderr.contains("site.toml:4:"), "{}", run.stderr);
        assert!(run.stderr.contains("help: write a host of yours in small letters"), "{}", run.stderr);
    }
}

#[test]
fn an_entry_says_what_has_happened_to_its_record() {
    let site = Site::small();
    said(&site, "corrected", "2006-03-04", "corrections: [{date: 2009-09-08, kind: addition, note: More}]");
    said(&site, "withdrawn", "2006-03-05", "withdrawn: {date: 2010-01-02, reason: The source took it back.}");
    built(&site);
    for feed in ["", "topics/trade/", "people/ann-lee/"] {
        let atom = site.page(&format!("{feed}atom.xml"));
        for expected in [
            "<title>Corrected: 4 March 2006: Said corrected</title>",
            "<category term=\"corrected\" label=\"Corrected\"/>",
            "<title>Withdrawn: 5 March 2006: Said withdrawn</title>",
            "<category term=\"withdrawn\" label=\"Withdrawn\"/>",
            "<summary>Withdrawn (2 January 2010): Said withdrawn. The source took it back.</summary>",
            "<title>2 February 2006: A first statement</title>",
        ] {
            assert_eq!(atom.matches(expected).count(), 1, "{feed}: {expected}: {atom}");
        }
        assert!(!atom.contains("The very words of withdrawn"), "{atom}");
        let json = json(&site, &format!("{feed}feed.json"));
        let items: Vec<_> =
            json["items"].as_array().unwrap().iter().map(|item| (&item["title"], &item["tags"][0])).collect();
        assert_eq!(items[0], (&"Withdrawn: 5 March 2006: Said withdrawn".into(), &"Withdrawn".into()));
        assert_eq!(items[1], (&"Corrected: 4 March 2006: Said corrected".into(), &"Corrected".into()));
        let said = "Withdrawn (2 January 2010): Said withdrawn. The source took it back.";
        assert_eq!(json["items"][0]["content_text"], said);
    }
}

#[test]
fn tables_in_feeds_are_no_regions_of_a_page() {
    let site = Site::small();
    let table = "| a | b |\n|---|---|\n| 1 | 2 |\n\n`<div class=\"table\" role=\"region\">`\n";
    site.write("content/statements/2006/2006-02-02-first.md", &STATEMENT.replace("What was said.\n", table));
    built(&site);
    assert!(site.page("statements/2006-02-02-first/index.html").contains("role=\"region\" aria-label=\"Table 1\""));
    let json = json(&site, "feed.json");
    let html = json["items"][0]["content_html"].as_str().unwrap();
    assert!(html.contains("<div><table>"), "{html}");
    assert!(!html.contains("tabindex") && !html.contains("aria-"), "{html}");
    assert!(html.contains("<code>&lt;div class=\"table\" role=\"region\"&gt;</code>"), "{html}");
}
