//! Small sites in, whole output trees out: `tests/golden/<name>/site/` is built, and every file of the output is
//! compared with `tests/golden/<name>/expected/`; missing, extra and different files fail.
//!
//! The sites use the theme `tests/golden/plain-theme/`, which prints the values of a page as plain lines; of
//! `whole-pages`, which has everything that a record can have, chosen pages are compared as the default theme makes them.
//! `CHRONICLE_BLESS=1 cargo test --test suite golden` writes the expected files and removes stale ones; read what changed
//! before you commit it. To add a site: make its folder, name it in a test below, bless.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use crate::support::{Site, tree};

type Tree = BTreeMap<PathBuf, Vec<u8>>;

/// Builds `tests/golden/<name>/site` and compares the output with `tests/golden/<name>/<expected>`.
fn golden(name: &str, expected: &str, arguments: &[&str]) {
    let site = Site::golden(name);
    compare(name, expected, &built(&site, arguments));
}

/// The output of a site, which builds without a finding.
fn built(site: &Site, arguments: &[&str]) -> Tree {
    let run = site.build(arguments);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""), "the site does not build");
    let mut tree = site.tree();
    // The words of texts, for search: few people read them, and their formats have tests of their own.
    tree.retain(|path, _| path.extension().is_none_or(|extension| extension != "bin"));
    // Those of lists have a test of their own.
    let is_list = |path: &Path| path.file_stem().is_some_and(|name| name == "cite") && !path.starts_with("statements");
    tree.retain(|path, _| !path.starts_with("data") && !is_list(path));
    tree
}

fn compare(name: &str, expected: &str, found: &Tree) {
    compare_trees(&Path::new("tests/golden").join(name).join(expected), found);
}

/// Compares a whole tree with the one in a folder.
pub(crate) fn compare_trees(expected: &Path, found: &Tree) {
    if std::env::var_os("CHRONICLE_BLESS").is_some() {
        bless(expected, found);
    }
    let differences = differences(&tree(expected), found);
    assert!(
        differences.is_empty(),
        "the output is not {}:\n{}\nrun with CHRONICLE_BLESS=1 if the output is right",
        expected.display(),
        differences.join("\n")
    );
}

/// Makes the folder hold exactly these files.
fn bless(folder: &Path, files: &Tree) {
    if folder.exists() {
        fs::remove_dir_all(folder).unwrap();
    }
    for (path, bytes) in files {
        let file = folder.join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, bytes).unwrap();
    }
}

/// What is missing, extra or different, a line or a few for each file.
fn differences(expected: &Tree, found: &Tree) -> Vec<String> {
    let paths: BTreeSet<&PathBuf> = expected.keys().chain(found.keys()).collect();
    let of = |path: &PathBuf| match (expected.get(path), found.get(path)) {
        (Some(expected), Some(found)) if expected == found => None,
        (Some(expected), Some(found)) => Some(format!("different: {}{}", path.display(), first(expected, found))),
        (Some(_), None) => Some(format!("missing:   {}", path.display())),
        (None, _) => Some(format!("extra:     {}", path.display())),
    };
    paths.into_iter().filter_map(of).collect()
}

/// The first line that differs between two texts.
fn first(expected: &[u8], found: &[u8]) -> String {
    let (expected, found) = (String::from_utf8_lossy(expected), String::from_utf8_lossy(found));
    let lines = |text: &str| -> Vec<String> { text.split_inclusive('\n').map(|line| format!("{line:?}")).collect() };
    let (expected, found) = (lines(&expected), lines(&found));
    let line = expected.iter().zip(&found).take_while(|(a, b)| a == b).count();
    let shown = |lines: &[String]| lines.get(line).map_or_else(|| "(the end)".to_owned(), Clone::clone);
    format!(", line {}\n    expected {}\n    found    {}", line + 1, shown(&expected), shown(&found))
}

#[test]
fn drafts_are_left_out() {
    golden("drafts", "expected", &[]);
}

#[test]
fn drafts_are_built_when_asked_for() {
    golden("drafts", "expected-with-drafts", &["--drafts"]);
}

/// Relations from both ends, chains with their gaps, corrections, a withdrawal, former ids; a base address with a path.
#[test]
fn chains() {
    golden("chains", "expected", &[]);
}

/// Variants of names, offices and names of organizations as of the date, who spoke to whom.
#[test]
fn names() {
    golden("names", "expected", &[]);
}

/// EDTF dates, their order and their words.
#[test]
fn dates() {
    golden("dates", "expected", &[]);
}

/// The tree, synonyms, and pages by year where a list is longer than `lists.limit`.
#[test]
fn topics() {
    golden("topics", "expected", &[]);
}

/// Events, places, countries, days of the calendar.
#[test]
fn occasions() {
    golden("occasions", "expected", &[]);
}

/// Markdown, links, raw HTML, prose pages, static files, the site's own templates; line ends as on Windows.
#[test]
fn texts() {
    golden("texts", "expected", &[]);
}

/// Quotations on topics in order, and those of chains beside each other: of several languages and speakers, of withdrawn
/// statements and unproven ones.
#[test]
fn wordings() {
    golden("wordings", "expected", &[]);
}

/// Of each kind of output one or a few, by their addresses; those that end in `/` are pages.
const WHOLE: [&str; 65] = [
    "",
    "404.html",
    "_redirects",
    "about/",
    "atom.xml",
    "changes.json",
    "changes/",
    "changes.xml",
    "chains/",
    "chains/1998-05-promise/",
    "chains/1999-second/",
    "contribute/",
    "contribute/record.json",
    "corrections/",
    "topics/trade/changes/",
    "countries/",
    "countries/no/",
    "coverage/",
    "events/",
    "events/talks/",
    "feed.json",
    "on-this-day/",
    "on-this-day/06-30/",
    "organizations/",
    "organizations/ministry/",
    "organizations/ministry/2003/",
    "people/",
    "people/a-lee/",
    "people/ann-lee/",
    "people/ann-lee/atom.xml",
    "people/bo-day/",
    "places/",
    "places/harbour/",
    "opensearch.xml",
    "robots.txt",
    "search/",
    "search/s/0.json",
    "search/f/topic.json",
    "sitemap.xml",
    "sources/",
    "sources/talks/",
    "statements/",
    "statements/19xx-old/",
    "statements/1998-05-promise/",
    "statements/2002-06-30-withdrawn/",
    "statements/2002-06-30-withdrawn/index.json",
    "statements/2002-06-30-withdrawn/index.md",
    "statements/2003-06-30-communique/",
    "statements/2003-06-30-everything/",
    "statements/2003-06-30-everything/index.json",
    "statements/2003-06-30-everything/index.md",
    "statements/2003-06-30-sixth/",
    "statements/2003-07-01-seventh/",
    "statements/200x-tenth/",
    "topics/",
    "topics/economy/",
    "topics/trade/",
    "topics/trade/2003/",
    "topics/trade/atom.xml",
    "timeline/",
    "topics/trade/position/",
    "years/",
    "years/2000s/",
    "years/2003/",
    "years/2003/06/",
];

/// Of the other languages: what readers see most, with everything on it.
const TRANSLATED: [&str; 9] = [
    "",
    "changes/",
    "chains/1998-05-promise/",
    "people/ann-lee/",
    "sources/talks/",
    "statements/2003-06-30-everything/",
    "timeline/",
    "topics/trade/",
    "topics/trade/position/",
];

/// The files at some addresses of an output.
fn chosen(found: &Tree, addresses: &[&str]) -> Tree {
    let file = |address: &&str| match *address {
        page if page.is_empty() || page.ends_with('/') => PathBuf::from(format!("{page}index.html")),
        file => PathBuf::from(file),
    };
    let files = addresses.iter().map(file);
    files
        .map(|file| found.get_key_value(&file).unwrap_or_else(|| panic!("there is no {}", file.display())))
        .map(|(file, bytes)| (file.clone(), bytes.clone()))
        .collect()
}

/// The site `whole-pages`, whose words are of the default theme, in a language.
fn everything_in(language: &str) -> Tree {
    let site = Site::golden("whole-pages");
    let settings = fs::read_to_string(site.path().join("site.toml")).unwrap();
    let english = "language = \"en\"";
    assert!(settings.contains(english));
    site.write("site.toml", &settings.replace(english, &format!("language = \"{language}\"")));
    built(&site, &[])
}

#[test]
fn whole_pages_of_the_default_theme() {
    compare("whole-pages", "expected", &chosen(&everything_in("en"), &WHOLE));
}

#[test]
fn whole_pages_of_the_default_theme_in_russian() {
    compare("whole-pages", "expected-ru", &chosen(&everything_in("ru"), &TRANSLATED));
}

#[test]
fn whole_pages_of_the_default_theme_in_arabic() {
    compare("whole-pages", "expected-ar", &chosen(&everything_in("ar"), &TRANSLATED));
}

/// What the pages of statements of each kind say in their heads, from the description on: to reference managers (which item
/// type and fields come of it is told in `docs/reference-managers.md`), search engines and cards.
#[test]
fn heads_of_statements() {
    let found = built(&Site::golden("kinds"), &[]);
    let is_statement = |path: &Path| path.starts_with("statements") && path.ends_with("index.html");
    let pages = found.into_iter().filter(|(path, _)| is_statement(path) && path.components().count() == 3);
    let head = |(path, bytes): (PathBuf, Vec<u8>)| {
        let page = String::from_utf8(bytes).unwrap();
        let from = page.find("<meta name=\"description\"").unwrap();
        let (head, _) = page[from..].split_once("</head>").unwrap();
        let lines = head.lines().filter(|line| !line.starts_with("<link rel=\"stylesheet\""));
        let head: String = lines.flat_map(|line| [line, "\n"]).collect();
        (path.parent().unwrap().with_extension("html").file_name().unwrap().into(), head.into_bytes())
    };
    compare("kinds", "expected", &pages.map(head).collect());
}

/// A new kind of page has an expected page, too.
#[test]
fn every_kind_of_page_is_among_the_whole_ones() {
    let all = everything_in("en");
    let kinds = |pages: &Tree| -> BTreeSet<String> {
        let pages = pages.iter().filter(|(file, _)| file.extension().is_some_and(|end| end == "html"));
        let texts = pages.map(|(_, bytes)| String::from_utf8_lossy(bytes));
        texts.filter_map(|text| Some(text.split_once("<body class=\"")?.1.split_once('"')?.0.to_owned())).collect()
    };
    let made = kinds(&all);
    assert!(made.len() > 25, "only {made:?}");
    assert_eq!(made, kinds(&chosen(&all, &WHOLE)));
}

#[test]
fn what_differs_is_said_file_by_file() {
    let tree = |files: &[(&str, &str)]| -> Tree {
        files.iter().map(|(path, text)| (PathBuf::from(path), text.as_bytes().to_vec())).collect()
    };
    let expected = tree(&[("a", "same\n"), ("b", "one\ntwo\n"), ("c", ""), ("e", "x")]);
    let found = tree(&[("a", "same\n"), ("b", "one\nthree\n"), ("d", ""), ("e", "x\n")]);
    let said = [
        "different: b, line 2\n    expected \"two\\n\"\n    found    \"three\\n\"",
        "missing:   c",
        "extra:     d",
        "different: e, line 1\n    expected \"x\"\n    found    \"x\\n\"",
    ];
    assert_eq!(differences(&expected, &found), said);
}

#[test]
fn every_site_is_tested() {
    let source = fs::read_to_string(file!()).unwrap();
    for entry in fs::read_dir("tests/golden").unwrap().map(Result::unwrap) {
        let name = entry.file_name().into_string().unwrap();
        for expected in
            fs::read_dir(entry.path()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap())
        {
            if expected.starts_with("expected") {
                let is_compared = source.contains(&format!("(\"{name}\", \"{expected}\", "));
                assert!(is_compared, "{name}/{expected}");
            }
        }
    }
}
