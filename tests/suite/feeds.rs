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
