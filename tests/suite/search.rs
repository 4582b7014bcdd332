//! The index of search as a build writes it. `tests/search/` asks it, and compares the answers with the texts.

use crate::support::{STATEMENT, Site};

const FIRST: &str = "content/statements/2006/2006-02-02-first.md";

/// Builds the site, and what a first build makes of the same files.
fn built_and_afresh(site: &Site) -> bool {
    assert_eq!(site.build(&[]).code, Some(0));
    let fresh = Site::of(&[]);
    site.copy_inputs(&fresh);
    assert_eq!(fresh.build(&[]).code, Some(0));
    site.tree() == fresh.tree()
}

/// The words of a text that grows too long for an excerpt, or short enough, are not all that changes.
#[test]
fn a_text_that_becomes_too_long_for_an_excerpt_shows_its_summary() {
    let site = Site::small();
    assert!(built_and_afresh(&site));
    let short = site.page("search/s/0.json");
    site.write(FIRST, &format!("{STATEMENT}\n{}\n", "More was said. ".repeat(3_000)));
    assert!(built_and_afresh(&site));
    assert_ne!(site.page("search/s/0.json"), short);
    site.write(FIRST, STATEMENT);
    assert!(built_and_afresh(&site));
    assert_eq!(site.page("search/s/0.json"), short);
}

/// A body that is called like the code of a country is told from it, so that no words are shown as another's.
#[test]
fn a_body_with_the_code_of_a_country_for_an_id_is_not_that_country() {
    let site = Site::small();
    site.write("content/organizations/au.md", "---\nname: African Union\n---\n");
    let of = |speaker: &str| STATEMENT.replace("speakers: [A. Lee]", &format!("speakers: [{speaker}]"));
    site.write("content/statements/2006/2006-02-03-union.md", &of("{organization: au}"));
    site.write("content/statements/2006/2006-02-04-australia.md", &of("{country: AU}"));
    assert_eq!(site.build(&[]).code, Some(0));
    let speakers = site.page("search/f/speaker.json");
    assert!(
        speakers.contains("[\"AU\",\"Australia\",1,") && speakers.contains("[\"au\",\"African Union\",1,"),
        "{speakers}"
    );
    assert!(site.page("countries/au/index.html").contains("/search/?country=AU\""));
    assert!(site.page("organizations/au/index.html").contains("/search/?organization=au\""));
}

#[test]
fn a_withdrawn_record_is_found_by_nothing_that_it_was_about() {
    let site = Site::small();
    let withdrawn = "withdrawn: {date: 2007-01-01, reason: It was never said.}\nfidelity:";
    let (matter, _) = STATEMENT.rsplit_once("---\n").unwrap();
    let gone = format!("{}---\n", matter.replace("fidelity:", withdrawn));
    site.write("content/statements/2006/2006-02-03-gone.md", &gone);
    assert_eq!(site.build(&[]).code, Some(0));
    let count = |facet: &str| site.page(&format!("search/f/{facet}.json")).matches(",1,").count();
    assert_eq!((count("topic"), count("speaker"), count("kind")), (1, 1, 0));
}

/// HTML is shown as it is written, so its words are found; those of comments are not shown.
#[test]
fn words_are_those_that_readers_see() {
    let site = Site::small();
    let text = "<div>\nZzblock words.\n</div>\n\nOne zzinner<br>zzouter.\n\n<!-- zzsecret -->\n";
    site.write(FIRST, &format!("{STATEMENT}\n{text}"));
    assert_eq!(site.build(&[]).code, Some(0));
    let words = std::fs::read(site.path().join("public/search/d/w.bin")).unwrap();
    let words = String::from_utf8_lossy(&words);
    let has = |letters: &str| words.contains(letters);
    assert!(has("block") && has("inner") && has("outer") && !has("secret"), "{words}");
}

/// What stands in the way of the index in a build does so in a check, too, which does not read words: folders of the index are
/// its own, whatever is in them today.
#[test]
fn nothing_else_stands_among_the_files_of_the_index() {
    for (file, is_found) in [
        ("d/wab.bin", true),
        ("l/wnation.bin", true),
        ("l", true),
        ("s/1.json", true),
        ("D/x", true),
        ("notes.txt", false),
    ] {
        let site = Site::small();
        site.write(&format!("static/search/{file}"), "x");
        let (checked, built) = (site.check(&["--format", "short"]), site.build(&[]));
        assert_eq!((checked.code, built.code), (Some(is_found.into()), Some(is_found.into())), "{file}");
        assert_eq!(checked.stdout.contains("error[address-clash]"), is_found, "{file}: {}", checked.stdout);
        assert_eq!(site.build(&["--only", "json"]).code, Some(0), "{file}");
    }
}

/// The page leads to the script that it was published with.
#[test]
fn the_script_has_the_name_of_its_bytes() {
    let site = Site::small();
    let script = |site: &Site| {
        assert_eq!(site.build(&[]).code, Some(0));
        let names = site.tree().into_keys().map(|path| path.to_str().unwrap().to_owned());
        let names: Vec<String> = names.filter(|name| name.starts_with("search.") && name.ends_with(".js")).collect();
        let [name] = &names[..] else { panic!("{names:?}") };
        assert!(name.len() == "search.0123456789abcdef.js".len(), "{name}");
        assert!(site.page("search/index.html").contains(&format!("/{name}\"")));
        name.clone()
    };
    let own = script(&site);
    site.write("static/search.js", "export {};\n");
    site.write("static/other.js", "export {};\n");
    assert_ne!(script(&site), own);
    assert!(site.path().join("public/other.js").is_file());
}
