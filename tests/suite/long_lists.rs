//! Lists that are too long for one page: years, months, days and parts.

use std::collections::BTreeSet;

use crate::support::{STATEMENT, Site};

/// A site of which a page lists at most three statements: in 2006, four of January, of which two are of one day; five of 3
/// February; four of no known month; and two of 2007.
fn site() -> Site {
    let site = Site::small();
    site.write("site.toml", "title = \"Small\"\nbase_url = \"https://example.org/\"\n[lists]\nlimit = 3\n");
    std::fs::remove_file(site.path().join("content/statements/2006/2006-02-02-first.md")).unwrap();
    let write = |date: &str, name: &str| {
        let statement = STATEMENT.replace("2006-02-02", date).replace("A first statement", &format!("Said {name}"));
        site.write(&format!("content/statements/{name}.md"), &statement);
    };
    for (date, name) in [("2006-01-04", "a"), ("2006-01-04", "b"), ("2006-01-05", "c"), ("2006-01", "d")] {
        write(date, name);
    }
    for name in ["e", "f", "g", "h", "i"] {
        write("2006-02-03", name);
    }
    for name in ["j", "k", "l", "m"] {
        write("2006", name);
    }
    write("2007-03-01", "n");
    write("2007-04", "o");
    site
}

/// The names of the statements that a page has rows of.
fn listed(site: &Site, page: &str) -> String {
    let html = site.page(&format!("{page}index.html"));
    let rows = html.split("<span class=\"title\"><a href=\"/statements/").skip(1);
    let names: BTreeSet<&str> = rows.filter_map(|row| row.split("/\"").next()).collect();
    names.into_iter().collect()
}

#[test]
fn every_statement_is_listed_once_for_each_list_and_no_page_has_more_than_the_limit() {
    let site = site();
    let built = site.build(&[]);
    assert_eq!(built.code, Some(0), "{}", built.stderr);
    for (page, names) in [
        ("years/2006/part-1/", "jkl"),
        ("years/2006/", "m"),
        ("years/2006/01/", "d"),
        ("years/2006/01/04/", "ab"),
        ("years/2006/01/05/", "c"),
        ("years/2006/02/", ""),
        ("years/2006/02/03/part-1/", "efg"),
        ("years/2006/02/03/", "hi"),
        ("years/2007/", "no"),
        ("years/2007/03/", "n"),
        ("years/2007/04/", "o"),
        ("topics/trade/2006/part-1/", "jkl"),
        ("topics/trade/2006/", "m"),
        ("topics/trade/2006/01/part-1/", "abc"),
        ("topics/trade/2006/01/", "d"),
        ("topics/trade/2006/02/part-1/", "efg"),
        ("topics/trade/2006/02/", "hi"),
        ("topics/trade/2007/", "no"),
        ("people/ann-lee/2006/01/", "d"),
    ] {
        assert_eq!(listed(&site, page), names, "{page}");
        assert!(site.page("sitemap.xml").contains(&format!("<loc>https://example.org/{page}</loc>")), "{page}");
    }
    for page in ["years/2007/03/01", "topics/trade/2007/03", "years/2006/part-2", "years/2006/01/part-1"] {
        assert!(!site.path().join("public").join(page).exists(), "{page}");
    }
}

#[test]
fn pages_of_a_list_lead_to_each_other() {
    let site = site();
    site.build(&[]);
    for (page, links) in [
        (
            "years/2006/",
            &[
                "/years/2006/01/",
                "/years/2006/part-1/",
                "rel=\"prev\" href=\"/years/2006/part-1/\"",
                "rel=\"next\" href=\"/years/2007/\"",
            ][..],
        ),
        ("years/2006/01/", &["rel=\"next\" href=\"/years/2006/02/\""]),
        ("topics/trade/2006/01/", &["rel=\"next\" href=\"/topics/trade/2006/02/part-1/\""]),
        ("years/2006/part-1/", &["rel=\"next\" href=\"/years/2006/\"", "2006 (part 1)"]),
        ("years/2006/01/", &["/years/2006/01/04/", "/years/2006/01/05/", "rel=\"next\" href=\"/years/2006/02/\""]),
        ("years/2006/01/04/", &["rel=\"next\" href=\"/years/2006/01/05/\"", "<h1>4 January 2006</h1>"]),
        ("years/2006/02/03/part-1/", &["rel=\"next\" href=\"/years/2006/02/03/\"", "3 February 2006 (part 1)"]),
        (
            "topics/trade/2006/01/",
            &["rel=\"prev\" href=\"/topics/trade/2006/01/part-1/\"", "href=\"/topics/trade/2006/\""],
        ),
    ] {
        let html = site.page(&format!("{page}index.html"));
        for link in links {
            assert!(html.contains(link), "{page}: {link}\n{html}");
        }
    }
}

/// An older part stays as it is when the list grows, but for one that its neighbour is numbered after.
#[test]
fn what_is_added_changes_few_pages_of_a_list() {
    let site = site();
    site.build(&[]);
    let before = site.tree();
    site.write(
        "content/statements/p.md",
        &STATEMENT.replace("2006-02-02", "2006-02-03").replace("A first", "An added"),
    );
    site.build(&[]);
    let after = site.tree();
    let changed: Vec<String> = after
        .iter()
        .filter(|(path, bytes)| before.get(*path) != Some(*bytes))
        .filter_map(|(path, _)| path.to_str()?.strip_suffix("/index.html").map(str::to_owned))
        .filter(|path| path.starts_with("years/2006") || path.starts_with("topics/trade/2006"))
        .collect();
    assert_eq!(
        changed,
        ["topics/trade/2006/02", "topics/trade/2006", "years/2006/02/03", "years/2006/02", "years/2006"]
    );
}
