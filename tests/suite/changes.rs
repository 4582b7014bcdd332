//! What changed in the record: the pages and feeds that say so.

use crate::support::{Ran, STATEMENT, Site, chronicle};

fn lock(site: &Site, day: &str) -> Ran {
    let run = chronicle(&["lock", "--today", day, "--root", site.path().to_str().unwrap()]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    run
}

/// Writes a statement of 2006 with the number `name`.
fn said(site: &Site, name: &str, more: &str) {
    let text = STATEMENT
        .replace("A first statement", &format!("Said {name}"))
        .replace("fidelity:", &format!("{more}\nfidelity:"));
    site.write(&format!("content/statements/2006/2006-02-02-{name}.md"), &text);
}

fn built(site: &Site, more: &[&str]) {
    let run = site.build(more);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
}

/// What a page lists: the day, what happened, and to which statement.
fn listed(site: &Site, page: &str) -> Vec<String> {
    let html = site.page(&format!("{page}index.html"));
    let between = |text: &str, from: &str, to: &str| {
        text.split_once(from)
            .and_then(|(_, rest)| rest.split_once(to))
            .map_or_else(String::new, |(found, _)| found.to_owned())
    };
    let row = |row: &str| {
        let day = between(row, "datetime=\"", "\"");
        let what = between(row, "<strong>", ":</strong>");
        let statement = between(row, "/statements/2006-02-02-", "/\"");
        format!("{day} {what} {statement}")
    };
    let rows = html
        .split("<ol class=\"rows two-columns\">")
        .nth(1)
        .unwrap_or_default()
        .split("</ol>")
        .next()
        .unwrap_or_default();
    rows.split("<li>").skip(1).map(row).collect()
}

/// Three statements: one that was locked before days were noted, two that came into the record on different days.
fn site() -> Site {
    let site = Site::small();
    lock(&site, "2024-01-01");
    let path = site.path().join("chronicle.lock");
    let old = std::fs::read_to_string(&path).unwrap().replace(" published=2024-01-01", "");
    std::fs::write(&path, old).unwrap();
    said(&site, "second", "");
    lock(&site, "2024-06-01");
    said(&site, "third", "");
    lock(&site, "2024-06-02");
    site
}

#[test]
fn what_was_added_corrected_and_withdrawn_is_listed_newest_first() {
    let site = site();
    said(&site, "second", "corrections:\n  - {date: 2024-07-01, kind: clarification, note: More is known.}");
    said(&site, "third", "withdrawn: {date: 2024-08, reason: It was not said.}");
    built(&site, &[]);
    let expected =
        [" Withdrawal third", "2024-07-01 Clarification second", "2024-06-02 Added third", "2024-06-01 Added second"];
    let expected = expected.map(|row| row.replacen(" W", "2024-08 W", 1));
    for page in ["changes/", "topics/trade/changes/", "people/ann-lee/changes/"] {
        assert_eq!(listed(&site, page), expected, "{page}");
    }
    assert_eq!(listed(&site, "corrections/"), expected[..2]);
    // The home page has what is known to the day.
    assert_eq!(listed(&site, ""), expected[1..]);
    assert!(site.page("index.html").contains("<a href=\"/archive/changes/\">All changes</a>"));
    // The newest first in feeds, too; a withdrawal of some day in August has the last of them.
    let feed = site.page("changes.xml");
    let days: Vec<&str> =
        feed.split("<entry>").skip(1).map(|entry| &entry.split_once("<updated>").unwrap().1[..10]).collect();
    assert_eq!(days, ["2024-08-31", "2024-07-01", "2024-06-02", "2024-06-01"]);
    assert!(feed.contains("<title>Added: 2 February 2006: Said second</title>") || feed.contains("Added:"), "{feed}");
    assert!(feed.contains("<content type=\"text\">More is known.</content>"), "{feed}");
    let json: serde_json::Value = serde_json::from_str(&site.page("topics/trade/changes.json")).unwrap();
    let ids: Vec<&str> = json["items"].as_array().unwrap().iter().filter_map(|item| item["id"].as_str()).collect();
    assert_eq!(ids.len(), 4);
    assert!(ids[1].ends_with("/statements/2006-02-02-second/#correction-2024-07-01"), "{ids:?}");
}

#[test]
fn a_statement_says_when_it_came_into_the_record() {
    let site = site();
    built(&site, &[]);
    let page = site.page("statements/2006-02-02-second/index.html");
    assert!(
        page.contains("First published 1 June 2024") || page.contains("First published 1\u{a0}June 2024"),
        "{page}"
    );
    assert!(page.contains("\"datePublished\":\"2024-06-01\",\"dateModified\":\"2024-06-01\""), "{page}");
    assert!(!site.page("statements/2006-02-02-first/index.html").contains("First published"));
    let feed = site.page("atom.xml");
    assert_eq!(feed.matches("<published>").count(), 2, "{feed}");
    assert!(
        feed.contains("<published>2024-06-02T00:00:00Z</published>\n<updated>2024-06-02T00:00:00Z</updated>"),
        "{feed}"
    );
}

#[test]
fn a_statement_with_another_id_has_the_day_of_the_former_one() {
    let site = site();
    for (from, to) in [("second", "renamed"), ("first", "oldest")] {
        std::fs::remove_file(site.path().join(format!("content/statements/2006/2006-02-02-{from}.md"))).unwrap();
        said(&site, to, &format!("old_ids: [2006-02-02-{from}]"));
    }
    let expected = ["2024-06-02 Added third", "2024-06-01 Added renamed"];
    built(&site, &[]);
    assert_eq!(listed(&site, "changes/"), expected);
    lock(&site, "2024-09-01");
    built(&site, &[]);
    assert_eq!(listed(&site, "changes/"), expected, "once it is locked by its new id");
}

#[test]
fn a_long_list_is_divided_and_nothing_is_kept_that_a_clean_build_would_not_make() {
    let site = site();
    site.write("site.toml", "title = \"Small\"\nbase_url = \"https://example.org/\"\n[lists]\nlimit = 1\n");
    built(&site, &[]);
    assert_eq!(listed(&site, "changes/"), ["2024-06-02 Added third"]);
    assert_eq!(listed(&site, "changes/part-1/"), ["2024-06-01 Added second"]);
    said(&site, "third", "withdrawn: {date: 2024-07-02, reason: It was not said.}");
    said(&site, "fourth", "");
    lock(&site, "2024-07-03");
    built(&site, &[]);
    let kept = site.tree();
    built(&site, &["--no-cache"]);
    assert!(kept == site.tree(), "the site is not that of a clean build");
    assert_eq!(listed(&site, "topics/trade/changes/part-3/"), ["2024-07-02 Withdrawal third"]);
    assert_eq!(listed(&site, "topics/trade/changes/"), ["2024-07-03 Added fourth"]);
    site.write("site.toml", "title = \"Small\"\nbase_url = \"https://example.org/\"\n[outputs]\nchanges = false\n");
    built(&site, &[]);
    assert_eq!(listed(&site, "").len(), 4);
    assert!(!site.path().join("public/changes").exists() && !site.path().join("public/changes.xml").exists());
    assert!(!site.page("index.html").contains("/changes/"));
}
