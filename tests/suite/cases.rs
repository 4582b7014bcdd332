//! Inputs that once went wrong: each folder of `tests/cases/` is laid over a new site, as `chronicle init` makes it.

use std::path::Path;

use crate::support::{Site, chronicle_in};

/// A new site with the files of `tests/cases/<name>` in it.
fn case(name: &str) -> Site {
    let site = Site::of(&[]);
    let made = chronicle_in(site.path(), &["init", "."]);
    assert_eq!(made.code, Some(0), "{}", made.stderr);
    let folder = Path::new("tests/cases").join(name);
    assert!(folder.is_dir(), "{folder:?}");
    site.copy(&folder, "");
    site
}

#[test]
fn a_static_file_never_takes_the_address_of_a_page() {
    let site = case("static-file-on-a-pages-address");
    for _ in 0..3 {
        let run = site.build(&[]);
        assert_eq!(run.code, Some(1), "{}", run.stderr);
        assert_eq!(run.stderr.matches("error[address-clash]").count(), 2, "{}", run.stderr);
    }
}

#[test]
fn a_line_that_begins_with_a_dash_is_speech() {
    let site = case("a-line-that-begins-with-a-dash");
    let run = site.check(&[]);
    assert_eq!(run.stdout.matches("error[quotation-not-in-source]").count(), 2, "{}", run.stdout);
    let run = site.build(&["--warn", "quotation-not-in-source"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    let page = site.page("statements/2024-06-01-dash/index.html");
    assert!(page.contains("<p>— Пошлины будут всегда.</p>") && !page.contains("class=\"speaker\""), "{page}");
    let record = site.page("statements/2024-06-01-dash/index.json");
    for words in ["\"exact\":\"— Пошлины будут всегда.\"", "\"exact\":\"Пошлин не будет — и это навсегда.\""]
    {
        assert!(record.contains(words), "{record}");
    }
    assert!(!record.contains("attributed_to") && !page.contains("word for word"), "{record}");
}

#[test]
fn an_attribution_names_a_speaker() {
    let site = case("an-attribution-to-nobody");
    let run = site.check(&[]);
    assert_eq!(run.code, Some(0), "{}", run.stdout);
    assert!(
        run.stdout.contains("warning[unknown-attribution]: `Exmaple Ministr` is the name of none"),
        "{}",
        run.stdout
    );
    assert!(run.stdout.contains("write `— Example Minister`"), "{}", run.stdout);
    site.build(&[]);
    let record = site.page("statements/2024-06-01-attribution/index.json");
    assert!(!record.contains("attributed_to") && record.contains("We agree. — Exmaple Ministr"), "{record}");
}

#[test]
fn a_quotation_has_words() {
    let site = case("a-quotation-without-words");
    let run = site.check(&[]);
    assert_eq!(run.stdout.matches("error[empty-quotation]").count(), 2, "{}", run.stdout);
}

#[test]
fn nothing_is_read_of_a_merge_that_is_not_resolved() {
    let site = case("an-unresolved-merge");
    let run = site.check(&[]);
    assert_eq!(run.stdout.matches("error[").count(), 1, "{}", run.stdout);
    assert!(run.stdout.contains("error[unresolved-merge]"), "{}", run.stdout);
    let merge = |text: &str| format!("<<<<<<< HEAD\n{text}=======\n{text}>>>>>>> edits\n");
    for (path, text) in [
        ("site.toml", merge("title = \"One\"\n")),
        ("chronicle.lock", format!("# chronicle.lock 1: the published record\n{}", merge("a topic\n"))),
        ("content/people/example-minister.md", format!("---\n{}---\n", merge("name: Example Minister\n"))),
        ("content/topics/example-topic.md", merge("---\nlabel: One\n---\n")),
        ("content/pages/about.md", format!("---\ntitle: About\n---\n- a\n{}", merge("- b\r\n"))),
    ] {
        let site = case("a-quotation-without-words");
        site.write(path, &text);
        let run = site.check(&[]);
        assert_eq!(run.stdout.matches("error[unresolved-merge]").count(), 1, "{path}: {}", run.stdout);
    }
}

#[test]
fn a_line_after_a_quotation_is_told_apart() {
    let site = case("a-line-after-a-quotation");
    let run = site.check(&[]);
    assert_eq!(run.stdout.matches("warning[unmarked-quotation]").count(), 1, "{}", run.stdout);
}
