//! Whole small sites in, whole answers out.

use std::collections::BTreeSet;
use std::fs;

use crate::support::{STATEMENT, Site, chronicle, tree};

#[test]
fn a_site_builds_and_a_second_build_writes_nothing() {
    let site = Site::small();
    let first = site.build(&[]);
    assert_eq!(first.code, Some(0), "{}", first.stderr);
    assert_eq!(first.stderr, "");
    let page = site.page("statements/2006-02-02-first/index.html");
    assert!(page.contains("id=\"q1\"") && page.contains("The very words."));
    assert!(page.contains("href=\"/archive/topics/trade/2006/\"") || page.contains("href=\"/archive/topics/trade/\""));
    site.page("topics/trade/2006/index.html");
    let before = site.tree();
    let second = site.build(&[]);
    assert!(second.stdout.contains(" 0 files written, ") && second.stdout.contains(" 0 removed"), "{}", second.stdout);
    assert_eq!(before, site.tree());
}

#[test]
fn two_builds_are_byte_identical_on_any_number_of_threads() {
    let one = tempfile::tempdir().unwrap();
    let build = |threads: &str, name: &str| {
        let output = one.path().join(name);
        let run = std::process::Command::new(env!("CARGO_BIN_EXE_chronicle"))
            .args(["build", "--root", env!("CARGO_MANIFEST_DIR"), "--output", output.to_str().unwrap()])
            .env("RAYON_NUM_THREADS", threads)
            .output()
            .unwrap();
        assert_eq!(run.status.code(), Some(0), "{}", String::from_utf8_lossy(&run.stderr));
        tree(&output)
    };
    let (a, b, c) = (build("1", "a"), build("2", "b"), build("4", "c"));
    assert!(a.len() > 50);
    assert!(a == b && b == c);
}

#[test]
fn what_a_template_fails_with_is_said_of_the_same_page_on_any_number_of_threads() {
    for template in ["row.html", "years-list.html", "atom-entry.xml"] {
        let site = Site::golden("chains");
        let settings = fs::read_to_string(site.path().join("site.toml")).unwrap();
        let theme = settings.lines().find(|line| line.starts_with("theme = ")).unwrap();
        site.write("site.toml", &settings.replace(theme, ""));
        let _ = fs::remove_dir_all(site.path().join("templates"));
        site.write(&format!("templates/{template}"), "{{ card.nothing }}\n");
        let said = |threads: &str| {
            let run = std::process::Command::new(env!("CARGO_BIN_EXE_chronicle"))
                .args(["build", "--root", site.path().to_str().unwrap()])
                .env("RAYON_NUM_THREADS", threads)
                .output()
                .unwrap();
            assert_eq!(run.status.code(), Some(1));
            String::from_utf8(run.stderr).unwrap()
        };
        let once = said("1");
        assert!(once.contains("see what the page `"), "{once}");
        for threads in ["2", "4", "4", "4"] {
            assert_eq!(said(threads), once);
        }
    }
}

#[test]
fn what_is_hidden_or_kept_by_an_editor_is_passed_over() {
    let site = Site::small();
    site.build(&[]);
    let before = site.tree();
    for name in [".first.md.swp", "2006-02-02-first.md~", "#2006-02-02-first.md#"] {
        site.write(&format!("content/statements/2006/{name}"), "---\n");
        site.write(&format!("static/{name}"), "");
    }
    let built = site.build(&[]);
    assert_eq!((built.code, built.stderr.as_str()), (Some(0), ""));
    assert_eq!(before, site.tree());
}

#[test]
fn all_findings_of_all_files_appear_in_one_run_and_nothing_is_written() {
    let site = Site::small();
    assert_eq!(site.build(&[]).code, Some(0));
    let before = site.tree();
    let second =
        STATEMENT.replace("A. Lee", "A. Leee").replace("2006-02-02", "2006-02-30").replace("fidelity", "fidelty");
    site.write("content/statements/2006/2006-02-03-second.md", &second);
    site.write(
        "content/statements/2006/2006-02-04-third.md",
        &STATEMENT.replace("A. Lee", "A. Leee").replace("2006-02-02", "2006-02-04"),
    );
    site.write(
        "content/statements/2006/2006-02-05-fourth.md",
        &STATEMENT.replace("sources", "reiterates: [2006-02-03-second]\nsources").replace("2006-02-02", "2006-02-05"),
    );
    let run = site.build(&[]);
    assert_eq!(run.code, Some(1));
    assert_eq!(run.stdout, "");
    let expected = "\
error[missing-key]: the key `fidelity` is missing
 --> content/statements/2006/2006-02-03-second.md:1:1
  |
1 | ---
  | ^^^
  |
  = help: add `fidelity: …`

error[bad-date]: there is no 30 February
 --> content/statements/2006/2006-02-03-second.md:3:7
  |
3 | date: 2006-02-30
  |       ^^^^^^^^^^

error[unknown-key]: unknown key `fidelty`
 --> content/statements/2006/2006-02-03-second.md:6:1
  |
6 | fidelty: reported
  | ^^^^^^^
  |
  = help: write `fidelity`

error[unknown-speaker]: unknown speaker `A. Leee`
 --> content/statements/2006/2006-02-04-third.md:4:12
  |
4 | speakers: [A. Leee]
  |            ^^^^^^^
  |
  = help: if `A. Lee` is meant, write `A. Lee`

4 errors: nothing was written
";
    assert_eq!(run.stderr, expected);
    assert_eq!(before, site.tree(), "a failed build leaves the old site whole");
}

#[test]
fn what_cannot_run_exits_with_2() {
    let empty = tempfile::tempdir().unwrap();
    let run = chronicle(&["build", "--root", empty.path().to_str().unwrap()]);
    assert_eq!(run.code, Some(2));
    assert!(run.stderr.starts_with("error: there is no `site.toml` in "), "{}", run.stderr);
    assert_eq!(chronicle(&["build", "--nonsense"]).code, Some(2));
    assert_eq!(chronicle(&["build", "--base-url", "example.org"]).code, Some(2));
    let site = Site::small();
    let overlap = site.build(&["--output", site.path().join("content").to_str().unwrap()]);
    assert_eq!(overlap.code, Some(2), "{}", overlap.stderr);
}

#[test]
fn a_misspelt_setting_is_an_error_with_its_place() {
    let site = Site::small();
    site.write("site.toml", "title = \"Small\"\nbase_url = \"https://example.org/\"\nlangage = \"en\"\n");
    let run = site.build(&[]);
    assert_eq!(run.code, Some(1));
    let expected = "\
error[unknown-key]: unknown key `langage`
 --> site.toml:3:1
  |
3 | langage = \"en\"
  | ^^^^^^^
  |
  = help: write `language`

1 error: nothing was written
";
    assert_eq!(run.stderr, expected);
}

#[test]
fn what_settings_must_be_is_said_in_words_of_settings() {
    let site = Site::small();
    site.write("site.toml", "base_url = \"https://example.org/\"\n[lists]\nlimit = -1\n[feeds]\nlimit = \"x\"\n");
    let run = site.build(&[]);
    assert_eq!(run.code, Some(1));
    let expected = "\
error[missing-key]: the key `title` is missing
 --> site.toml:1:1
  |
1 | base_url = \"https://example.org/\"
  | ^
  |
  = help: add `title = …`

error[bad-value]: expected a whole number of 1 or more, found the number `-1`
 --> site.toml:3:9
  |
3 | limit = -1
  |         ^^

error[wrong-type]: expected a whole number of 0 or more, found text
 --> site.toml:5:9
  |
5 | limit = \"x\"
  |         ^^^

3 errors: nothing was written
";
    assert_eq!(run.stderr, expected);
    site.write("site.toml", "title = \"Small\"\nbase_url = \"https://example.org/\"\n[lists]\nlimit = 0\n");
    let run = site.build(&[]);
    assert_eq!(run.code, Some(1));
    let expected = "\
error[bad-value]: expected a whole number of 1 or more, found the number `0`
 --> site.toml:4:9
  |
4 | limit = 0
  |         ^

1 error: nothing was written
";
    assert_eq!(run.stderr, expected);
}

#[test]
fn an_entry_in_another_language_leaves_the_words_of_the_page_in_its_own() {
    let site = Site::small();
    site.write("site.toml", "title = \"Small\"\nbase_url = \"https://example.org/\"\nlanguage = \"ar\"\n");
    let path = "content/statements/2006/2006-02-02-first.md";
    site.write(path, &STATEMENT.replace("fidelity:", "language: en\nfidelity:"));
    site.write("content/pages/about.md", "---\ntitle: About\nlanguage: en\n---\nWords.\n");
    assert_eq!(site.build(&[]).code, Some(0));
    let statement = site.page("statements/2006-02-02-first/index.html");
    assert!(statement.contains("<html lang=\"ar\" dir=\"rtl\">"));
    assert!(statement.contains("<div class=\"section record\"><div lang=\"en\" dir=\"ltr\">"));
    let about = site.page("about/index.html");
    assert!(about.contains("<html lang=\"ar\" dir=\"rtl\">"));
    assert!(about.contains("<div class=\"prose\" lang=\"en\" dir=\"ltr\">"));
}

#[test]
fn a_new_site_builds_at_once_and_a_full_folder_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let new = folder.path().join("new");
    assert_eq!(chronicle(&["init", new.to_str().unwrap()]).code, Some(0));
    let built = chronicle(&["build", "--root", new.to_str().unwrap()]);
    assert_eq!(built.code, Some(0), "{}", built.stderr);
    assert_eq!(chronicle(&["init", new.to_str().unwrap()]).code, Some(2));
}

#[test]
fn pages_of_deleted_records_go_and_foreign_files_stay() {
    let site = Site::small();
    site.write("content/statements/2007/2007-01-01-second.md", &STATEMENT.replace("2006-02-02", "2007-01-01"));
    assert_eq!(site.build(&[]).code, Some(0));
    site.write("public/CNAME", "example.org\n");
    fs::remove_file(site.path().join("content/statements/2007/2007-01-01-second.md")).unwrap();
    assert_eq!(site.build(&[]).code, Some(0));
    let files = site.tree();
    assert!(files.keys().any(|file| file.ends_with("CNAME")));
    assert!(
        !files.keys().any(|file| file.starts_with("statements/2007-01-01-second") || file.starts_with("years/2007"))
    );
}

#[test]
fn raw_html_is_shown_as_text_and_scripts_are_refused() {
    let site = Site::small();
    let text =
        STATEMENT.replace("What was said.", "Before <script>alert(1)</script> after.\n\n<div onclick=x>\n</div>\n");
    site.write("content/statements/2006/2006-02-02-first.md", &text);
    assert_eq!(site.build(&[]).code, Some(0));
    let page = site.page("statements/2006-02-02-first/index.html");
    assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;") && !page.contains("<script>alert"));
    assert!(!page.contains("<div onclick"));
    site.write(
        "content/statements/2006/2006-02-02-first.md",
        &STATEMENT.replace("What was said.", "[x](javascript:alert(1))"),
    );
    let run = site.build(&[]);
    assert_eq!(run.code, Some(1));
    assert!(run.stderr.contains("error[unsafe-link]"), "{}", run.stderr);
}

#[test]
fn every_internal_link_of_this_repository_leads_somewhere() {
    let folder = tempfile::tempdir().unwrap();
    let output = folder.path().join("public");
    let run = chronicle(&["build", "--root", env!("CARGO_MANIFEST_DIR"), "--output", output.to_str().unwrap()]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    let files = tree(&output);
    let ids = |text: &str| -> BTreeSet<String> {
        text.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
    };
    let mut checked = 0;
    for (file, bytes) in files.iter().filter(|(file, _)| file.extension().is_some_and(|end| end == "html")) {
        let text = String::from_utf8(bytes.clone()).unwrap();
        for rest in text.split("href=\"").skip(1).chain(text.split("src=\"").skip(1)) {
            let href = rest.split('"').next().unwrap().replace("&#x2F;", "/").replace("&amp;", "&");
            let (path, fragment) = href.split_once('#').unwrap_or((&href, ""));
            let path = path.split('?').next().unwrap();
            let target = match path.strip_prefix('/') {
                Some("") => "index.html".into(),
                Some(path) if path.ends_with('/') => format!("{path}index.html"),
                Some(path) => path.to_owned(),
                None if path.is_empty() => file.to_str().unwrap().to_owned(),
                None => continue,
            };
            let page = files.get(std::path::Path::new(&target)).unwrap_or_else(|| panic!("{}: {href}", file.display()));
            if !fragment.is_empty() {
                assert!(ids(&String::from_utf8_lossy(page)).contains(fragment), "{}: {href}", file.display());
            }
            checked += 1;
        }
    }
    assert!(checked > 500, "only {checked} links were looked at");
}

/// The names of the files of a folder of the site that was built, from its top.
fn published(site: &Site, has: fn(&str) -> bool) -> Vec<String> {
    let files = tree(&site.path().join("public"));
    files.keys().map(|path| path.to_str().unwrap().to_owned()).filter(|path| has(path)).collect()
}

#[test]
fn static_files_are_published_as_the_docs_say() {
    let site = Site::small();
    for name in [
        ".well-known/security.txt",
        ".well-known/acme-challenge/token",
        ".htaccess",
        "private/.htaccess",
        ".domains",
        ".gitkeep",
        ".DS_Store",
        "print.css",
        "own.css",
        "tool.js",
        "lib/part.mjs",
    ] {
        site.write(&format!("static/{name}"), name);
    }
    site.write("templates/foot.html", "<link rel=\"stylesheet\" href=\"{{ assets[\"own.css\"] }}\">");
    let built = site.build(&[]);
    assert_eq!((built.code, built.stderr.as_str()), (Some(0), ""));
    let own =
        |path: &str| ["private/", "lib/", ".", "print", "own", "tool"].iter().any(|start| path.starts_with(start));
    let published = published(&site, own);
    let [_, _, _, _, _, _, own, ..] = &published[..] else { panic!("{published:?}") };
    assert!(own.starts_with("own.") && own.len() == "own.0123456789abcdef.css".len(), "{published:?}");
    let expected = [
        ".domains",
        ".htaccess",
        ".nojekyll",
        ".well-known/acme-challenge/token",
        ".well-known/security.txt",
        "lib/part.mjs",
        own,
        "print.css",
        "private/.htaccess",
        "tool.js",
    ];
    assert_eq!(published, expected);
    assert!(site.page("404.html").contains(&format!("href=\"/archive/{own}\"")), "{}", site.page("404.html"));
}

#[test]
fn hidden_static_files_that_may_be_missed_are_named_once_and_not_read() {
    let site = Site::small();
    for name in [
        ".data/votes.csv",
        ".data/more/votes.csv",
        ".env",
        "a/.htpasswd",
        ".well-known/.secret",
        ".a.swp",
        ".git/config",
    ] {
        site.write(&format!("static/{name}"), "secret");
    }
    site.write("content/.hidden/x.md", "---\n");
    site.write("themes/mine/templates/.x.html", "{{");
    let run = site.check(&["--format", "short"]);
    let named: Vec<&str> = run.stdout.lines().filter_map(|line| line.split(':').next()).collect();
    assert_eq!(
        named,
        ["static/.data", "static/.env", "static/.well-known/.secret", "static/a/.htpasswd"],
        "{}",
        run.stdout
    );
    assert_eq!(run.stdout.matches("warning[hidden-file]").count(), 4, "{}", run.stdout);
    assert_eq!(site.build(&["--allow", "hidden-file"]).code, Some(0));
    assert!(
        published(&site, |path| path.contains("votes") || path.contains(".env") || path.contains("secret")).is_empty()
    );
}
