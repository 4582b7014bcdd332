//! What holds for every site that is published: this repository's, and each of `tests/golden` below a path, in the
//! default theme.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;

use crate::support::published::{Leads, Markup, Published};
use crate::support::{STATEMENT, Site, chronicle, tree};

/// Every site, built in the default theme, with its name.
fn sites() -> Vec<(String, Published)> {
    let mut sites = vec![("this repository".to_owned(), repository())];
    for name in crate::support::golden_sites() {
        let base_url = "https://example.org/below/a-path/";
        let site = Site::golden(&name);
        let settings = fs::read_to_string(site.path().join("site.toml")).unwrap();
        let theme = settings.lines().find(|line| line.starts_with("theme = ")).unwrap();
        site.write("site.toml", &settings.replace(theme, ""));
        // What is left of the site's own templates is made for another theme.
        let _ = fs::remove_dir_all(site.path().join("templates"));
        let run = site.build(&["--base-url", base_url, "--drafts"]);
        assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""), "{name}");
        sites.push((name, Published::new(site.tree(), base_url)));
    }
    assert!(sites.len() > 5);
    sites
}

fn repository() -> Published {
    let folder = tempfile::tempdir().unwrap();
    let output = folder.path().join("public");
    let run = chronicle(&["build", "--root", env!("CARGO_MANIFEST_DIR"), "--output", output.to_str().unwrap()]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    Published::new(tree(&output), "https://chronicle.example.org/")
}

/// Runs a check on every site and fails with all that it finds.
fn check(find: impl Fn(&Published, &mut dyn FnMut(String)) -> usize) {
    let (mut found, mut looked_at) = (String::new(), 0);
    for (name, site) in sites() {
        looked_at += find(&site, &mut |fault| writeln!(found, "{name}: {fault}").unwrap());
    }
    assert!(found.is_empty(), "{found}");
    assert!(looked_at > 100, "only {looked_at} were looked at");
}

#[test]
fn every_internal_link_and_fragment_resolves() {
    check(|site, fault| {
        let (looked_at, broken) = site.broken_links();
        broken.into_iter().for_each(fault);
        looked_at
    });
}

#[test]
fn ids_are_unique_on_a_page() {
    check(|site, fault| {
        let pages = site.pages();
        for (file, page) in &pages {
            let mut seen = BTreeSet::new();
            page.ids
                .iter()
                .filter(|id| !seen.insert(*id))
                .for_each(|id| fault(format!("{file}: id `{id}` stands twice")));
        }
        pages.len()
    });
}

#[test]
fn the_sitemap_names_exactly_the_indexable_pages() {
    check(|site, fault| {
        let named = site.sitemap();
        let unique: BTreeSet<&String> = named.iter().collect();
        assert_eq!(unique.len(), named.len(), "an address stands twice in the sitemap");
        let mut indexable = BTreeSet::new();
        for (file, page) in site.pages().iter().filter(|(_, page)| !page.is_noindex && !page.is_redirect) {
            let url = site.url(file);
            if page.canonical.as_ref() != Some(&url) {
                fault(format!("{file}: its canonical address is {:?}", page.canonical));
            }
            indexable.insert(url);
        }
        indexable
            .iter()
            .filter(|url| !unique.contains(url))
            .for_each(|url| fault(format!("not in the sitemap: {url}")));
        unique
            .iter()
            .filter(|url| !indexable.contains(**url))
            .for_each(|url| fault(format!("only in the sitemap: {url}")));
        named.len()
    });
}

#[test]
fn every_page_can_be_reached_from_the_home_page() {
    check(|site, fault| {
        let pages = site.pages();
        let reached = site.reachable(&pages);
        let wanted = pages.iter().filter(|(_, page)| !page.is_noindex && !page.is_redirect);
        wanted
            .filter(|(file, _)| !reached.contains(**file))
            .for_each(|(file, _)| fault(format!("no link leads to {file}")));
        pages.len()
    });
}

#[test]
fn feeds_are_well_formed_and_stand_on_their_own() {
    check(|site, fault| {
        let pages = site.pages();
        let mut looked_at = 0;
        for file in site.files.keys().filter(|file| file.ends_with("atom.xml")) {
            let document =
                roxmltree::Document::parse(site.text(file)).unwrap_or_else(|error| panic!("{file}: {error}"));
            let root = document.root_element();
            assert_eq!(
                (root.tag_name().name(), root.tag_name().namespace()),
                ("feed", Some("http://www.w3.org/2005/Atom"))
            );
            let links = document.descendants().filter_map(|node| {
                node.attribute("href").filter(|_| node.has_tag_name("link") || node.tag_name().name() == "link")
            });
            let contents = document.descendants().filter(|node| node.tag_name().name() == "content");
            let inner = contents.flat_map(|node| Markup::of(node.text().unwrap_or_default()).links);
            for link in links.map(str::to_owned).chain(inner) {
                looked_at += 1;
                let absolute = ["https://", "http://", "mailto:"].iter().any(|scheme| link.starts_with(scheme));
                let broken = match site.leads(file, &link) {
                    Leads::Nowhere(_) => true,
                    Leads::To(target) => link
                        .split_once('#')
                        .is_some_and(|(_, fragment)| !pages[target.as_str()].ids.iter().any(|id| id == fragment)),
                    Leads::Outside => false,
                };
                if broken || !absolute {
                    fault(format!("{file}: `{link}`"));
                }
            }
            for id in document.descendants().filter(|node| node.tag_name().name() == "id") {
                if !matches!(site.leads(file, id.text().unwrap()), Leads::To(_)) {
                    fault(format!("{file}: the id {:?} is no page", id.text()));
                }
            }
        }
        looked_at
    });
}

/// Addresses of this site in JSON-LD are those of pages, also without its host; what is only a part of one is named by a
/// fragment that the page has. What is referred to is described.
#[test]
fn json_ld_is_json_and_names_pages_of_the_site() {
    check(|site, fault| {
        let mut looked_at = 0;
        for (file, page) in site.pages() {
            for script in &page.json_ld {
                let graph: serde_json::Value =
                    serde_json::from_str(script).unwrap_or_else(|error| panic!("{file}: {error}"));
                let mut open = vec![&graph];
                while let Some(value) = open.pop() {
                    match value {
                        serde_json::Value::Array(items) => open.extend(items),
                        serde_json::Value::Object(pairs) => {
                            open.extend(pairs.iter().filter(|(key, _)| *key != "@id").map(|(_, value)| value));
                            let Some(id) = pairs.get("@id").and_then(|id| id.as_str()) else { continue };
                            looked_at += 1;
                            let is_there = match id.strip_prefix('#') {
                                Some(anchor) => site.text(file).contains(&format!(" id=\"{anchor}\"")),
                                None => id.starts_with("_:") || matches!(site.leads(file, id), Leads::To(_)),
                            };
                            if !is_there || pairs.len() == 1 && script.matches(&format!("\"{id}\"")).count() < 2 {
                                fault(format!("{file}: {id}"));
                            }
                        }
                        serde_json::Value::String(text) if text.starts_with(&site.origin) => {
                            looked_at += 1;
                            if !matches!(site.leads(file, text), Leads::To(_)) {
                                fault(format!("{file}: {text}"));
                            }
                        }
                        _ => {}
                    }
                }
            }
        }
        looked_at
    });
}

#[test]
fn redirects_lead_to_pages_that_stay() {
    let mut redirects = 0;
    for (name, site) in sites() {
        let pages = site.pages();
        let mut pairs = BTreeSet::new();
        for line in site.text("_redirects").lines() {
            let parts: Vec<&str> = line.split(' ').collect();
            let [from, to, "301"] = parts[..] else { panic!("{name}: {line}") };
            let [from, to] = [from, to].map(|address| match site.leads("_redirects", address) {
                Leads::To(file) => file,
                _ => panic!("{name}: {line}"),
            });
            assert!(!pages[to.as_str()].is_redirect, "{name}: {line}");
            assert_eq!(pages[from.as_str()].canonical, Some(site.url(&to)), "{name}: {line}");
            pairs.insert(from);
        }
        let found: BTreeSet<String> =
            pages.iter().filter(|(_, page)| page.is_redirect).map(|(file, _)| (*file).to_owned()).collect();
        assert_eq!(found, pairs, "{name}");
        redirects += found.len();
    }
    assert!(redirects > 3);
}

/// Words with one space between them.
fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a selector says, with what stands beside it.
fn selector(value: &serde_json::Value) -> (&str, String) {
    assert_eq!(value["type"], "TextQuoteSelector");
    let part = |key: &str| value[key].as_str().unwrap();
    (part("exact"), format!("{}{}{}", part("prefix"), part("exact"), part("suffix")))
}

#[test]
fn selectors_of_quotations_find_the_words_on_the_page_and_in_the_source() {
    let (site, mut checked) = (repository(), 0);
    let records = site.files.keys().filter(|file| file.starts_with("statements/") && file.ends_with("/index.json"));
    for file in records {
        let record: serde_json::Value = serde_json::from_slice(&site.files[file]).unwrap();
        let page = file.replace("index.json", "index.html");
        assert_eq!(record["url"], site.url(&page));
        let text = crate::support::published::text(site.text(&page));
        let sources = fs::read_dir("content/sources").unwrap();
        let sources: Vec<String> = sources.map(|file| fs::read_to_string(file.unwrap().path()).unwrap()).collect();
        for quotation in record["quotations"].as_array().into_iter().flatten() {
            let anchor = quotation["id"].as_str().unwrap().rsplit_once('#').unwrap().1;
            assert!(Markup::of(site.text(&page)).ids.iter().any(|id| id == anchor));
            let (exact, _) = selector(&quotation["selector"]);
            assert!(words(&text).contains(exact), "{page} does not have `{exact}`");
            for place in quotation["checked_against"]["selectors"].as_array().into_iter().flatten() {
                let (_, whole) = selector(place);
                assert!(sources.iter().any(|source| source.contains(&whole)), "no source has `{whole}`");
                checked += 1;
            }
        }
    }
    assert!(checked > 4, "only {checked} passages were looked for");
}

#[test]
fn a_quotation_without_a_word_is_not_called_checked() {
    let site = Site::small();
    let statement = STATEMENT.replace("\"https://example.com/1\"", "{text: sources/report.txt}");
    site.write("content/statements/2006/2006-02-02-first.md", &format!("{statement}\nThen nothing.\n\n> …\n"));
    site.write("content/sources/report.txt", "He said: The very words.\n");
    let run = site.build(&["--allow", "empty-quotation"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    let page = site.page("statements/2006-02-02-first/index.html");
    let record = site.page("statements/2006-02-02-first/index.json");
    assert!(!page.contains("word for word") && !record.contains("checked_against"), "{page}\n{record}");
    site.write("content/statements/2006/2006-02-02-first.md", &statement);
    site.build(&[]);
    let page = site.page("statements/2006-02-02-first/index.html");
    let record: serde_json::Value = serde_json::from_str(&site.page("statements/2006-02-02-first/index.json")).unwrap();
    assert!(page.contains("word for word"), "{page}");
    assert_eq!(record["quotations"][0]["checked_against"]["selectors"][0]["exact"], "The very words.");
}
