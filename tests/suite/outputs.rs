//! Kinds of output that are turned off: `[outputs]` in `site.toml`, and `--only` for one run.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use crate::support::published::Published;
use crate::support::{Site, chronicle};

/// Sites in the default theme that have records, texts, chains and former ids between them.
fn sites() -> Vec<Site> {
    let themed = ["chains", "texts"].map(|name| {
        let site = Site::golden(name);
        let settings = fs::read_to_string(site.path().join("site.toml")).unwrap();
        let theme = settings.lines().find(|line| line.starts_with("theme = ")).unwrap();
        site.write("site.toml", &settings.replace(theme, ""));
        let _ = fs::remove_dir_all(site.path().join("templates"));
        site
    });
    themed.into()
}

/// Builds with more arguments, and says which links lead nowhere.
fn build(site: &Site, more: &[&str]) -> BTreeMap<PathBuf, Vec<u8>> {
    let run = site.build(&[&["--base-url", "https://outputs.example/"], more].concat());
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""), "{more:?}");
    let (_, broken) = Published::new(site.tree(), "https://outputs.example/").broken_links();
    assert!(broken.is_empty(), "{more:?}: {broken:#?}");
    site.tree()
}

fn names(tree: &BTreeMap<PathBuf, Vec<u8>>) -> BTreeSet<&PathBuf> {
    tree.keys().collect()
}

/// What cannot be turned off: statements, static files, 404 and redirects.
fn stays(path: &str, redirects: &BTreeSet<String>) -> bool {
    let is_statement = path.strip_prefix("statements/").is_some_and(|rest| rest.matches('/').count() == 1);
    let fixed = ["404.html", "_redirects", ".nojekyll", "icon.svg"];
    is_statement && path.ends_with("/index.html")
        || fixed.contains(&path)
        || path.ends_with(".css")
        || path.ends_with(".js")
        || path.starts_with("files/")
        || redirects.contains(path)
}

#[test]
fn of_one_kind_alone_no_link_leads_to_what_is_off_and_earlier_files_go() {
    for site in sites() {
        let everything = build(&site, &[]);
        for kind in chronicle::pages::switches() {
            let only = build(&site, &["--only", kind]);
            assert!(names(&only).is_subset(&names(&everything)), "{kind}");
            let fresh = Site::of(&[]);
            site.copy_inputs(&fresh);
            assert!(build(&fresh, &["--only", kind]) == only, "{kind}: not what a first build makes");
        }
        assert!(build(&site, &[]) == everything);
    }
}

#[test]
fn without_one_kind_no_link_leads_to_it_and_all_else_stays() {
    for site in sites() {
        let everything = build(&site, &[]);
        let settings = fs::read_to_string(site.path().join("site.toml")).unwrap();
        for kind in chronicle::pages::switches() {
            site.write("site.toml", &format!("{settings}\n[outputs]\n{kind} = false\n"));
            let without = build(&site, &[]);
            assert!(names(&without).is_subset(&names(&everything)), "{kind}");
            let only: BTreeMap<_, _> = {
                site.write("site.toml", &settings);
                build(&site, &["--only", kind])
            };
            let both = names(&without)
                .intersection(&names(&only))
                .map(|path| path.to_str().unwrap().to_owned())
                .collect::<Vec<_>>();
            let redirects: BTreeSet<String> = everything
                .iter()
                .filter(|(_, bytes)| String::from_utf8_lossy(bytes).contains("http-equiv=\"refresh\""))
                .map(|(path, _)| path.to_str().unwrap().to_owned())
                .collect();
            let wrong: Vec<_> = both.iter().filter(|path| !stays(path, &redirects)).collect();
            assert!(wrong.is_empty(), "{kind}: {wrong:?}");
        }
    }
}

#[test]
fn a_kind_that_there_is_not_is_an_error_with_its_place() {
    let site = Site::small();
    let settings = fs::read_to_string(site.path().join("site.toml")).unwrap();
    site.write("site.toml", &format!("{settings}\n[outputs]\nfeed = false\n"));
    let run = chronicle(&["check", "--root", site.path().to_str().unwrap()]);
    assert_eq!(run.code, Some(1));
    assert!(run.stdout.contains("there is no kind of output `feed`"), "{}", run.stdout);
    assert!(run.stdout.contains("= help: write `feeds`") && run.stdout.contains("site.toml:5:1"), "{}", run.stdout);
    let run = chronicle(&["build", "--only", "yaers", "--root", site.path().to_str().unwrap()]);
    assert_eq!(run.code, Some(2));
    assert!(run.stderr.contains("there is no such kind of output: write `years`"), "{}", run.stderr);
}

#[test]
fn every_kind_that_can_be_turned_off_is_described() {
    let settings = fs::read_to_string("docs/configuration.md").unwrap();
    let line = settings.lines().find(|line| line.starts_with("| `[outputs]`")).unwrap();
    let kinds = line.split("The kinds are ").nth(1).unwrap().split('.').next().unwrap();
    let described: Vec<&str> = kinds.split(' ').map(|kind| kind.trim_matches('`')).collect();
    assert_eq!(described, chronicle::pages::switches());
}

/// Files for programs name addresses in ASCII; pages name them as people write them.
#[test]
fn sitemaps_are_in_ascii() {
    let site = Site::small();
    site.write("site.toml", "title = \"Small\"\nbase_url = \"https://хроника.рф/архив\"\n");
    let built = site.build(&[]);
    assert_eq!(built.code, Some(0), "{}", built.stderr);
    let base = "https://xn--80apgkel8a.xn--p1ai/%D0%B0%D1%80%D1%85%D0%B8%D0%B2/";
    assert!(site.page("robots.txt").ends_with(&format!("Sitemap: {base}sitemap.xml\n")), "{}", site.page("robots.txt"));
    assert!(
        site.page("sitemap.xml").contains(&format!("<loc>{base}topics/trade/</loc>")),
        "{}",
        site.page("sitemap.xml")
    );
    assert!(site.page("sitemap.xml").is_ascii());
    assert!(site.page("index.html").contains("https://хроника.рф/архив/"));
}
