//! The form to contribute: where there is one, what it offers, and who leads there. What it does in a browser is tested in
//! `tests/contribute/` and `tests/browser/`.

use serde_json::Value;

use crate::support::{STATEMENT, Site};

const REPOSITORY: &str = "repository = \"https://gitlab.com/group/chronicle/\"\nbranch = \"trunk\"\n";

/// A site with more settings, the last of which are outside of tables.
fn site(more: &str) -> Site {
    let site = Site::small();
    let settings = std::fs::read_to_string(site.path().join("site.toml")).unwrap();
    site.write("site.toml", &format!("{more}{settings}"));
    site
}

fn built(site: &Site) {
    let run = site.build(&[]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
}

fn has_form(site: &Site) -> bool {
    site.path().join("public/contribute/record.json").exists()
}

#[test]
fn there_is_one_where_there_is_a_repository() {
    let without = site("");
    built(&without);
    assert!(!has_form(&without) && !without.page("index.html").contains("/contribute/"));

    let with = site(REPOSITORY);
    built(&with);
    let page = with.page("contribute/index.html");
    let group = "https://gitlab.com/group/chronicle";
    assert!(page.contains(&format!("data-new=\"{group}/-/new/trunk\"")));
    assert!(page.contains(&format!("data-edit=\"{group}/-/edit/trunk/\"")));
    assert!(page.contains("data-service=\"gitlab\"") && page.contains("gitlab.com"));
    assert!(with.page("index.html").contains("/contribute/"));

    let settings = std::fs::read_to_string(with.path().join("site.toml")).unwrap();
    with.write("site.toml", &format!("{settings}\n[outputs]\ncontribute = false\n"));
    built(&with);
    assert!(!has_form(&with) && !with.page("index.html").contains("/contribute/"));
}

#[test]
fn the_setting_says_which_service_it_is_and_addresses_are_whole() {
    // The repository, the settings beside it, and what its forms for new and existing files begin with.
    for (repository, more, new, edit) in [
        ("https://git.example.org/g/r", "", "/new/main", "/edit/main/"),
        ("https://git.example.org/g/r", "service = \"gitlab\"", "/-/new/main", "/-/edit/main/"),
        ("https://git.example.org/g/r", "service = \"gitea\"", "/_new/main", "/_edit/main/"),
        ("https://gitlab.com/g/r", "service = \"forgejo\"", "/_new/main", "/_edit/main/"),
        ("https://gitlab.com/g/r", "service = \"github\"", "/new/main", "/edit/main/"),
        ("https://github.com/g/r.git", "", "/new/main", "/edit/main/"),
        ("https://github.com/g/r.git/", "", "/new/main", "/edit/main/"),
        ("https://github.com/g/r?tab=readme#top", "", "/new/main", "/edit/main/"),
        (
            "https://github.com/g/r",
            "branch = \"a/b#c?d 50% ж\"",
            "/new/a/b%23c%3Fd%2050%25%20%D0%B6",
            "/edit/a/b%23c%3Fd%2050%25%20%D0%B6/",
        ),
    ] {
        let site = site(&format!("repository = \"{repository}\"\n{more}\n"));
        site.write("content/statements/a#b c/2007-02-02-odd.md", &STATEMENT.replace("2006-02-02", "2007-02-02"));
        built(&site);
        let home = repository.split(['?', '#']).next().unwrap().trim_end_matches('/').trim_end_matches(".git");
        let form = site.page("contribute/index.html");
        for expected in [format!("data-new=\"{home}{new}\""), format!("data-edit=\"{home}{edit}\"")] {
            assert!(form.contains(&expected), "{repository} {more}: {expected}");
        }
        assert!(form.contains(&format!("<a href=\"{home}\"")), "{repository}: a link to the page of the repository");
        let page = site.page("statements/2007-02-02-odd/index.html");
        let expected = format!("href=\"{home}{edit}content/statements/a%23b%20c/2007-02-02-odd.md\"");
        assert!(page.contains(&expected), "{repository} {more}: {expected}");
    }
    let wrong = site(&format!("{REPOSITORY}service = \"bitbucket\"\n"));
    let run = wrong.build(&[]);
    assert_eq!(run.code, Some(1));
    assert!(run.stderr.contains("error[bad-value]: unknown value `bitbucket`"), "{}", run.stderr);
    assert!(run.stderr.contains("use one of `github`, `gitlab`, `forgejo`, `gitea`"), "{}", run.stderr);
}

#[test]
fn a_name_of_one_who_is_not_offered_is_told() {
    let site = site(REPOSITORY);
    let names = |list: &str| -> Value {
        let record: Value = serde_json::from_str(&site.page("contribute/record.json")).unwrap();
        record["shared"][list].clone()
    };
    built(&site);
    assert!(!site.page("contribute/record.json").contains("shared"));
    // One is known by another name of theirs, and a body has the name of a country.
    site.write("content/people/bo-day.md", "---\nname: Bo Day\nnames: [ann  LEE]\n---\n");
    site.write("content/organizations/georgia.md", "---\nname: Georgia\n---\n");
    built(&site);
    assert_eq!(
        (names("people"), names("organizations")),
        (serde_json::json!(["Ann Lee"]), serde_json::json!(["Georgia"]))
    );
    // Of many people with one name, all but one are left out.
    site.write("content/people/bo-day.md", "---\nname: Bo Day\n---\n");
    for number in 0..1_001 {
        site.write(&format!("content/people/p-{number:04}.md"), &format!("---\nname: Person {number}\n---\n"));
    }
    site.write("content/people/zz-lee.md", "---\nname: Ann Lee\n---\n");
    built(&site);
    assert_eq!(names("people"), serde_json::json!(["Ann Lee"]));
    assert!(!site.page("contribute/record.json").contains("zz-lee"));
}

#[test]
fn a_page_of_prose_introduces_it() {
    let text = "---\ntitle: Helping\n---\nWrite in plain words.\n";
    let (with, without) = (site(REPOSITORY), site(""));
    for site in [&with, &without] {
        site.write("content/pages/contribute.md", text);
        built(site);
        let page = site.page("contribute/index.html");
        assert!(page.contains("Write in plain words."));
        assert_eq!(page.contains("<form class=\"form\""), has_form(site));
    }
    assert!(has_form(&with) && !has_form(&without));
    assert!(without.page("index.html").contains(">Helping</a>") && !with.page("index.html").contains(">Helping</a>"));
}

#[test]
fn names_are_those_of_the_record_and_most_of_many_are_left_out() {
    let site = site(REPOSITORY);
    built(&site);
    let record = || -> Value { serde_json::from_str(&site.page("contribute/record.json")).unwrap() };
    let names = |list: &str| -> Vec<String> {
        let pairs = record()[list].as_array().unwrap().clone();
        pairs.iter().map(|pair| format!("{}={}", pair[0].as_str().unwrap(), pair[1].as_str().unwrap())).collect()
    };
    assert!(names("people").contains(&"ann-lee=Ann Lee".to_owned()), "{:?}", names("people"));
    assert!(names("countries").contains(&"FR=France".to_owned()));
    assert_eq!(record()["left_out"], serde_json::json!({}));

    // A name that changes is another in the next run, and of many places those that are used are there.
    site.write("content/places/zz-harbour.md", "---\nname: The harbour\n---\n");
    for number in 0..1_001 {
        site.write(&format!("content/places/p-{number:04}.md"), &format!("---\nname: Place {number}\n---\n"));
    }
    site.write(
        "content/statements/2007/2007-02-02-used.md",
        &STATEMENT.replace("2006-02-02", "2007-02-02").replace("fidelity:", "place: zz-harbour\nfidelity:"),
    );
    built(&site);
    assert_eq!((names("places").len(), &record()["left_out"]), (1_000, &serde_json::json!({"places": 2})));
    assert_eq!(names("places")[0], "p-0000=Place 0");
    assert!(names("places").contains(&"zz-harbour=The harbour".to_owned()));
    site.write("content/places/zz-harbour.md", "---\nname: The port\n---\n");
    built(&site);
    assert!(names("places").contains(&"zz-harbour=The port".to_owned()));
}

#[test]
fn a_statement_leads_to_its_correction() {
    let site = site(REPOSITORY);
    let other = STATEMENT.replace("A first", "Another");
    for (path, date) in [
        ("content/statements/2007/2007-02-02-usual.md", "2007-02-02"),
        ("content/statements/2008-02-02-none.md", "2008-02-02"),
        ("content/statements/a b/x/2009-02-02-deep.md", "2009-02-02"),
    ] {
        site.write(path, &other.replace("2006-02-02", date));
    }
    let withdrawn = "withdrawn: {date: 2024-01-01, reason: Why}\nfidelity:";
    let text = other.replace("2006-02-02", "2010-02-02").replace("fidelity:", withdrawn);
    site.write("content/statements/2010/2010-02-02-withdrawn.md", &text);
    built(&site);
    let link = |id: &str| {
        let page = site.page(&format!("statements/{id}/index.html"));
        let at = page.find("/contribute/?correct=")?;
        Some(page[at..].split('"').next()?.replace("&amp;", "&"))
    };
    for (id, expected) in [
        ("2007-02-02-usual", Some("/contribute/?correct=2007-02-02-usual")),
        ("2008-02-02-none", Some("/contribute/?correct=2008-02-02-none&folder=")),
        ("2009-02-02-deep", Some("/contribute/?correct=2009-02-02-deep&folder=a%20b%2Fx")),
        ("2010-02-02-withdrawn", None),
    ] {
        assert_eq!(link(id).as_deref(), expected, "{id}");
    }
    let settings = std::fs::read_to_string(site.path().join("site.toml")).unwrap();
    site.write("site.toml", &format!("{settings}\n[outputs]\nmarkdown = false\n"));
    built(&site);
    assert_eq!(link("2007-02-02-usual"), None, "there is no file to begin with");
}
