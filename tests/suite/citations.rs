//! Files with references, beside statements and lists.

use std::collections::BTreeSet;
use std::fs;

use serde_json::Value;

use crate::support::{STATEMENT, Site};

/// The keys of the references in a file, in its order.
fn keys(site: &Site, file: &str) -> Vec<String> {
    let text = site.page(file);
    let after = |start: &str| {
        text.lines().filter_map(|line| line.strip_prefix(start)).map(str::to_owned).collect::<Vec<String>>()
    };
    match file.rsplit('.').next().unwrap() {
        "ris" => after("ID  - "),
        "bib" => {
            let types = ["@unpublished{", "@misc{", "@online{", "@article{"];
            let entry = |line: &str| types.iter().find_map(|start| line.strip_prefix(start)).map(str::to_owned);
            text.lines().filter_map(entry).map(|key| key.trim_end_matches(',').to_owned()).collect()
        }
        _ => {
            let items: Vec<Value> = serde_json::from_str(&text).unwrap();
            items.iter().map(|item| item["id"].as_str().unwrap().to_owned()).collect()
        }
    }
}

/// A site of which a page lists at most three statements, of January, February and no known month of 2006, and of 2007.
fn long() -> Site {
    let site = Site::small();
    site.write("site.toml", "title = \"Small\"\nbase_url = \"https://example.org/\"\n[lists]\nlimit = 3\n");
    fs::remove_file(site.path().join("content/statements/2006/2006-02-02-first.md")).unwrap();
    for (name, date) in [
        ("a", "2006-01-04"),
        ("b", "2006-01-05"),
        ("c", "2006-02-03"),
        ("d", "2006"),
        ("e", "2006"),
        ("f", "2006"),
        ("g", "2006"),
        ("h", "2007-03-01"),
        ("i", "2007-04"),
    ] {
        let statement = STATEMENT.replace("2006-02-02", date).replace("A first statement", &format!("Said {name}"));
        site.write(&format!("content/statements/{name}.md"), &statement);
    }
    site
}

#[test]
fn each_list_has_the_references_to_what_it_lists() {
    let site = Site::small();
    assert_eq!(site.build(&[]).code, Some(0));
    for format in ["ris", "bib", "json"] {
        for page in ["statements/2006-02-02-first", "topics/trade", "people/ann-lee", "years/2006"] {
            assert_eq!(keys(&site, &format!("{page}/cite.{format}")), ["2006-02-02-first"], "{page}");
            let html = site.page(&format!("{page}/index.html"));
            assert!(html.contains(&format!(" href=\"/archive/{page}/cite.{format}\"")), "{page}");
        }
        assert_eq!(keys(&site, &format!("data/statements.{format}")), ["2006-02-02-first"]);
        assert!(!site.path().join(format!("public/years/2006/02/cite.{format}")).exists());
    }
}

/// Each statement is in one file of its year, of each of its subjects, and in those that pages of them lead to.
#[test]
fn long_lists_are_divided_as_their_pages_are() {
    let site = long();
    let built = site.build(&[]);
    assert_eq!(built.code, Some(0), "{}", built.stderr);
    for format in ["ris", "bib", "json"] {
        for (page, expected) in [
            ("years/2006/part-1", "def"),
            ("years/2006", "g"),
            ("years/2006/01", "ab"),
            ("years/2006/02", "c"),
            ("years/2007", "hi"),
            ("topics/trade/2006/part-1", "def"),
            ("topics/trade/2006", "g"),
            ("topics/trade/2006/01", "ab"),
            ("topics/trade/2006/02", "c"),
            ("topics/trade/2007", "hi"),
            ("people/ann-lee/2007", "hi"),
        ] {
            assert_eq!(keys(&site, &format!("{page}/cite.{format}")).concat(), expected, "{page}");
            let html = site.page(&format!("{page}/index.html"));
            assert!(html.contains(&format!(" href=\"/{page}/cite.{format}\"")), "{page}");
        }
        for page in ["topics/trade", "people/ann-lee", "years/2007/03"] {
            assert!(!site.path().join(format!("public/{page}/cite.{format}")).exists(), "{page}");
            assert!(!site.page(&format!("{page}/index.html")).contains("cite."), "{page}");
        }
        assert_eq!(keys(&site, &format!("data/statements.{format}")).concat(), "abcdefghi");
    }
}

/// A reference in a list is the one beside the statement, without the abstract.
#[test]
fn references_in_lists_have_no_abstract() {
    let site = Site::golden("whole-pages");
    assert_eq!(site.build(&[]).code, Some(0));
    let whole: Vec<Value> = serde_json::from_str(&site.page("data/statements.json")).unwrap();
    let mut with_abstract = BTreeSet::new();
    for item in whole {
        let id = item["id"].as_str().unwrap();
        let mut own: Vec<Value> = serde_json::from_str(&site.page(&format!("statements/{id}/cite.json"))).unwrap();
        if own[0].as_object_mut().unwrap().remove("abstract").is_some() {
            with_abstract.insert(id.to_owned());
        }
        assert_eq!(own, std::slice::from_ref(&item), "{id}");
        assert!(!site.page(&format!("statements/{id}/cite.ris")).is_empty());
    }
    assert!(!with_abstract.is_empty());
}

/// The schema of CSL 1.0.2, as the project publishes it.
#[test]
fn references_are_of_the_schema() {
    let schema = serde_json::from_str(&fs::read_to_string("tests/csl/csl-data.json").unwrap()).unwrap();
    let valid = jsonschema::validator_for(&schema).unwrap();
    let mut looked_at = 0;
    for name in ["dates", "kinds", "names", "occasions", "texts", "whole-pages"] {
        let site = Site::golden(name);
        assert_eq!(site.build(&[]).code, Some(0), "{name}");
        for (path, bytes) in site.tree().iter().filter(|(path, _)| path.ends_with("cite.json")) {
            let items: Value = serde_json::from_slice(bytes).unwrap();
            let faults: Vec<String> = valid.iter_errors(&items).map(|fault| fault.to_string()).collect();
            assert!(faults.is_empty(), "{name}: {}: {faults:?}", path.display());
            looked_at += 1;
        }
    }
    assert!(looked_at > 50, "{looked_at}");
}
