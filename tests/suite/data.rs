//! The record as data: what describes its files is true of them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::support::{STATEMENT, Site, golden_sites};

fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The files below `/data/` that are no page, by name.
fn files(tree: &BTreeMap<PathBuf, Vec<u8>>) -> BTreeMap<&str, &[u8]> {
    let below = tree.iter().filter_map(|(path, bytes)| Some((path.strip_prefix("data").ok()?.to_str()?, &**bytes)));
    below.filter(|(name, _)| !name.ends_with(".html")).collect()
}

/// Holds `SHA256SUMS` and `datapackage.json` against the files; returns what the package names.
fn check(site: &Site) -> BTreeSet<String> {
    let tree = site.tree();
    let files = files(&tree);
    let sums = site.page("data/SHA256SUMS");
    let sums: BTreeMap<&str, &str> =
        sums.lines().map(|line| line.split_once("  ").unwrap()).map(|(sum, name)| (name, sum)).collect();
    let expected = files.iter().filter(|(name, _)| **name != "SHA256SUMS").map(|(name, bytes)| (*name, sha256(bytes)));
    let expected: BTreeMap<&str, String> = expected.collect();
    assert_eq!(sums, expected.iter().map(|(name, sum)| (*name, sum.as_str())).collect());
    let package: Value = serde_json::from_str(&site.page("data/datapackage.json")).unwrap();
    let mut named = BTreeSet::new();
    for resource in package["resources"].as_array().unwrap() {
        let path = resource["path"].as_str().unwrap();
        assert_eq!(resource["bytes"], files[path].len(), "{path}");
        assert_eq!(resource["hash"], format!("sha256:{}", sha256(files[path])), "{path}");
        named.insert(path.to_owned());
    }
    let described = ["CITATION.cff", "SHA256SUMS", "datapackage.json"].map(str::to_owned);
    assert_eq!(
        named.iter().cloned().chain(described).collect::<BTreeSet<_>>(),
        files.keys().map(|name| (*name).to_owned()).collect()
    );
    named
}

#[test]
fn checksums_are_those_of_all_files() {
    let mut checked = 0;
    for name in golden_sites() {
        let site = Site::golden(&name);
        assert_eq!(site.build(&[]).code, Some(0), "{name}");
        // One of them turns its data off.
        if site.path().join("public/data").exists() {
            assert!(check(&site).contains("statements.jsonl"), "{name}");
            checked += 1;
        }
    }
    assert!(checked > 5);
}

/// The name of a Data Package is of letters from `a` to `z`, digits and hyphens.
#[test]
fn a_title_in_any_script_names_the_package() {
    let site = Site::small();
    for (title, name) in
        [("Хроника", "khronika"), ("Été 2006: Déclarations", "ete-2006-declarations"), ("…", "chronicle")]
    {
        site.write("site.toml", &format!("title = \"{title}\"\nbase_url = \"https://example.org/archive/\"\n"));
        assert_eq!(site.build(&[]).code, Some(0), "{title}");
        let package: Value = serde_json::from_str(&site.page("data/datapackage.json")).unwrap();
        assert_eq!(package["name"], name);
    }
}

/// Words, a heading, a person, and a table that is turned off; each is followed by a build with what is kept of the last.
#[test]
fn checksums_follow_each_edit() {
    let site = Site::small();
    let path = "content/statements/2006/2006-02-02-first.md";
    assert_eq!(site.build(&[]).code, Some(0));
    let mut sums = BTreeSet::from([site.page("data/SHA256SUMS")]);
    assert_eq!(check(&site).len(), 10);
    let site_toml = std::fs::read_to_string(site.path().join("site.toml")).unwrap();
    for (file, text, named) in [
        (path, format!("{STATEMENT}\nOne more paragraph.\n\n> Words\n"), 10),
        (path, STATEMENT.replace("A first", "Another"), 10),
        ("content/statements/2007/2007-01-01-second.md", STATEMENT.replace("2006-02-02", "2007-01-01"), 10),
        ("site.toml", format!("{}\n[outputs]\ncitations = false\n", site_toml), 7),
    ] {
        site.write(file, &text);
        let built = site.build(&[]);
        assert_eq!(built.code, Some(0), "{}", built.stderr);
        assert_eq!(check(&site).len(), named);
        assert!(sums.insert(site.page("data/SHA256SUMS")), "{text}");
    }
}

/// Another file at the address of a table is an error, and no more than that.
#[test]
fn a_table_whose_address_is_taken_has_no_checksum() {
    let site = Site::small();
    site.write("static/data/statements.csv", "mine");
    let built = site.build(&[]);
    assert_eq!(built.code, Some(1));
    assert!(built.stderr.contains("error[address-clash]"), "{}", built.stderr);
}

/// What is not published yet is marked where it is built.
#[test]
fn drafts_are_marked() {
    let site = Site::small();
    let draft = STATEMENT.replace("2006-02-02", "2007-01-01").replace("date:", "draft: true\ndate:");
    site.write("content/statements/2007/2007-01-01-second.md", &draft);
    let marked = |arguments: &[&str]| -> Vec<(String, bool)> {
        assert_eq!(site.build(arguments).code, Some(0));
        check(&site);
        let rows = site.page("data/statements.jsonl");
        let rows = rows.lines().map(|row| serde_json::from_str::<Value>(row).unwrap());
        rows.map(|row| (row["id"].as_str().unwrap().to_owned(), row["draft"].as_bool().unwrap())).collect()
    };
    let [first, second] = ["2006-02-02-first", "2007-01-01-second"].map(str::to_owned);
    assert_eq!(marked(&["--drafts"]), [(first.clone(), false), (second, true)]);
    assert_eq!(marked(&[]), [(first, false)]);
}
