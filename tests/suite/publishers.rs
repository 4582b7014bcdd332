//! Who published a source: an organization on record, by its id or a name of it, or whoever a text names.

use std::fs;

use crate::support::{STATEMENT, Site, things, tree};

const OFFICE: &str = "content/organizations/press-office.md";

/// The record of a body that was renamed.
const RENAMED: &str = "---\nnames:\n  - {name: Press Bureau, from: 2010-01-01}\n  - {name: Press Section, to: 2009-12-31}\n\
                       kind: government agency\ncountry: FR\nold_ids: [press-section]\n---\n";

/// A site with a body that was renamed.
fn site() -> Site {
    let site = Site::small();
    site.write(OFFICE, RENAMED);
    site
}

/// A statement with these sources.
fn with(site: &Site, id: &str, sources: &str) {
    let text = STATEMENT
        .replace("A first statement", &format!("Said in {id}"))
        .replace("2006-02-02", &id[..10])
        .replace("The very words.", &format!("The very words of {id}."))
        .replace("[\"https://example.com/1\"]", &format!("[{sources}]"));
    site.write(&format!("content/statements/{}/{id}.md", &id[..4]), &text);
}

fn built(site: &Site) {
    let run = site.build(&[]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
}

/// The nodes of a kind in the JSON-LD of a statement.
fn nodes(site: &Site, id: &str, kind: &str) -> Vec<serde_json::Value> {
    let page = site.page(&format!("statements/{id}/index.html"));
    things(&page).into_iter().filter(|node| node["@type"] == kind).collect()
}

fn record(site: &Site, id: &str) -> serde_json::Value {
    serde_json::from_str(&site.page(&format!("statements/{id}/index.json"))).unwrap()
}

/// The publishers of the list of sources, with the number of their sources.
fn ledger(site: &Site) -> Vec<(String, usize)> {
    let page = site.page("sources/index.html").replace('\n', " ");
    let sections = page.split("<section class=\"section\"><h2>").skip(1);
    let one = |section: &str| {
        let (label, rest) = section.split_once(" <small>").unwrap();
        let label = label.replace("<bdi>", "").replace("</bdi>", "");
        (label, rest.split_once("</small>").unwrap().0.parse().unwrap())
    };
    sections.map(one).collect()
}

#[test]
fn an_id_is_the_organization_by_its_name_on_the_day_of_the_source() {
    let site = site();
    with(&site, "2009-05-05-then", "{title: A report, publisher: press-office, date: 2009-05-06}");
    with(&site, "2009-05-07-printed-later", "{title: A book, publisher: press-office, date: 2012}");
    with(&site, "2012-05-05-without-a-day", "{title: B, publisher: press-office}");
    built(&site);
    for (id, name) in [
        ("2009-05-05-then", "Press Section"),
        ("2009-05-07-printed-later", "Press Bureau"),
        ("2012-05-05-without-a-day", "Press Bureau"),
    ] {
        let page = site.page(&format!("statements/{id}/index.html"));
        assert!(page.contains(&format!("Reported by {name}; not a transcript")), "{page}");
        assert!(page.contains(&format!("<span><bdi>{name}</bdi></span>")), "{page}");
        let (_, citation) = page.split_once("<p class=\"citation plain\">").unwrap();
        assert!(citation.split("</p>").next().unwrap().contains(&format!(" <bdi>{name}</bdi>. ")), "{page}");
        assert!(!page.contains("press-office"), "{page}");
        let publisher = &nodes(&site, id, "CreativeWork")[0]["publisher"];
        assert_eq!((&publisher["@type"], &publisher["name"]), (&"GovernmentOrganization".into(), &name.into()));
        assert_eq!(publisher.get("@id"), None, "it has no page");
        let source = &record(&site, id)["sources"][0];
        assert_eq!((&source["publisher"], &source["publisher_id"]), (&name.into(), &"press-office".into()));
    }
    assert_eq!(ledger(&site)[0], ("Press Bureau".to_owned(), 3));
}

#[test]
fn an_organization_with_a_page_is_the_same_node_everywhere() {
    let site = site();
    with(&site, "2012-05-05-own", "{title: B, publisher: press-office}");
    let path = "content/statements/2012/2012-05-05-own.md";
    let text = fs::read_to_string(site.path().join(path)).unwrap();
    site.write(path, &text.replace("A. Lee", "{organization: press-office}"));
    built(&site);
    let publisher = &nodes(&site, "2012-05-05-own", "CreativeWork")[0]["publisher"];
    let speaker = &nodes(&site, "2012-05-05-own", "GovernmentOrganization")[0];
    assert_eq!((&publisher["@id"], &publisher["name"]), (&speaker["@id"], &speaker["name"]));
    assert_eq!(publisher["@id"], "/archive/organizations/press-office/");
}

#[test]
fn a_name_is_shown_as_it_is_written_and_is_the_same_body() {
    let site = site();
    with(&site, "2012-05-04-by-id", "{title: A, publisher: press-office}");
    with(&site, "2012-05-05-by-name", "{title: B, publisher: Press Section}");
    with(
        &site,
        "2012-05-06-by-another",
        "{title: C, publisher: PRESS BUREAU}, {title: D, publisher: press bureau of France}",
    );
    with(
        &site,
        "2012-05-07-unknown",
        "{title: E, publisher: press-bureau}, \"https://example.com/7\", {title: F, publisher: 新华社}",
    );
    built(&site);
    let publishers = |id: &str| -> Vec<(String, String)> {
        let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
        let sources = record(&site, id)["sources"].as_array().unwrap().clone();
        sources.iter().map(|source| (text(&source["publisher"]), text(&source["publisher_id"]))).collect()
    };
    let pair = |name: &str, id: &str| (name.to_owned(), id.to_owned());
    assert_eq!(publishers("2012-05-05-by-name"), [pair("Press Section", "press-office")]);
    assert_eq!(
        publishers("2012-05-06-by-another"),
        [pair("PRESS BUREAU", "press-office"), pair("press bureau of France", "")]
    );
    assert_eq!(publishers("2012-05-07-unknown"), [pair("press-bureau", ""), pair("", ""), pair("新华社", "")]);
    let groups = [("Press Bureau", 3), ("press bureau of France", 1), ("press-bureau", 1), ("新华社", 1)];
    let mut expected = groups.map(|(name, count)| (name.to_owned(), count)).to_vec();
    expected.push(("Publisher not recorded".to_owned(), 2));
    assert_eq!(ledger(&site), expected);
}

#[test]
fn what_several_are_called_is_nobody_but_itself() {
    let site = site();
    site.write("content/organizations/a.md", "---\nname: The Post\n---\n");
    site.write("content/organizations/b.md", "---\nname: The Post\n---\n");
    with(&site, "2012-05-04-one", "{title: A, publisher: The Post}");
    with(&site, "2012-05-05-other", "{title: B, publisher: a}");
    built(&site);
    assert_eq!(record(&site, "2012-05-04-one")["sources"][0].get("publisher_id"), None);
    let name = "The Post".to_owned();
    assert_eq!(ledger(&site)[..2], [(name.clone(), 1), (name, 1)], "what may be either is with neither");
}

#[test]
fn a_former_id_is_the_organization_and_a_warning() {
    let site = site();
    with(&site, "2012-05-04-one", "\"https://example.com/4\", {title: A, publisher: press-section}");
    let run = site.build(&[]);
    assert_eq!(run.code, Some(0));
    assert!(
        run.stderr.contains("warning[former-id]: `press-section` is a former id of `press-office`"),
        "{}",
        run.stderr
    );
    assert!(run.stderr.contains("publisher: press-section"), "{}", run.stderr);
    assert!(run.stderr.contains("write `press-office`"), "{}", run.stderr);
    assert!(site.page("statements/2012-05-04-one/index.html").contains("Reported by Press Bureau;"));
}

#[test]
fn quotations_are_checked_against_a_source_that_is_called_so() {
    let site = site();
    site.write("content/sources/a.txt", "He spoke. The very words of 2009-05-05-then. So he said.\n");
    with(&site, "2009-05-05-then", "{publisher: press-office, date: 2009-05-06, text: sources/a.txt}");
    built(&site);
    let page = site.page("statements/2009-05-05-then/index.html");
    let checked = page.lines().find(|line| line.contains("checked word for word")).unwrap_or(&page);
    assert!(checked.contains("Press Section"), "{checked}");
}

#[test]
fn pages_follow_an_organization_that_is_renamed_or_appears() {
    let site = site();
    with(&site, "2009-05-05-then", "{title: A report, publisher: press-office, date: 2009-05-06}");
    with(&site, "2012-05-05-by-name", "{title: B, publisher: Herald}");
    built(&site);
    let clean = site.path().join("clean");
    let same = |what: &str| {
        built(&site);
        let run = site.build(&["--no-cache", "--output", &clean.display().to_string()]);
        assert_eq!(run.code, Some(0), "{what}: {}", run.stderr);
        assert!(tree(&clean) == site.tree(), "{what}");
    };
    site.write(OFFICE, &RENAMED.replace("Press Section", "Press Department"));
    same("another name");
    assert!(site.page("statements/2009-05-05-then/index.html").contains("Reported by Press Department;"));
    site.write("content/organizations/herald.md", "---\nname: Herald\n---\n");
    same("a record");
    assert_eq!(record(&site, "2012-05-05-by-name")["sources"][0]["publisher_id"], "herald");
    site.write("content/organizations/other.md", "---\nname: Herald\n---\n");
    same("another of the name");
    assert_eq!(record(&site, "2012-05-05-by-name")["sources"][0].get("publisher_id"), None);
    fs::remove_file(site.path().join(OFFICE)).unwrap();
    same("no record");
    assert!(site.page("statements/2009-05-05-then/index.html").contains("Reported by press-office;"));
}
