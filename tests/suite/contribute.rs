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
