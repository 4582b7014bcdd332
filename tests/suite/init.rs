//! `chronicle init`: whole trees for each host, folders that hold something already, and the script that installs the
//! program. The trees are in `tests/init/`, where `.ci/lint-workflows` looks at their workflows; `CHRONICLE_BLESS=1 cargo
//! test --test suite init::` writes them.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::golden::compare_trees;
use crate::support::{Ran, Site, chronicle_in, tree};

const HOSTILE: &str = "A: \"b\" # ${{ secrets.X }} %TITLE% <b>'c'</b>";

/// A new site in a folder of its own.
fn new(arguments: &[&str]) -> (Site, Ran) {
    let site = Site::of(&[]);
    let run = chronicle_in(site.path(), &[&["init", "."], arguments].concat());
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""), "{arguments:?}");
    (site, run)
}

/// What the checks of a site say, by code.
fn found(site: &Site) -> BTreeMap<String, usize> {
    let run = chronicle_in(site.path(), &["check", "--format", "json"]);
    assert_eq!(run.code, Some(0), "{}", run.stdout);
    let mut codes = BTreeMap::new();
    for line in run.stdout.lines() {
        let finding: serde_json::Value = serde_json::from_str(line).unwrap();
        *codes.entry(finding["code"].as_str().unwrap().to_owned()).or_default() += 1;
    }
    codes
}

/// The tree of a host; it builds, and nothing is found but what a new site must have.
fn golden(name: &str, arguments: &[&str]) -> String {
    let (site, run) = new(arguments);
    let mut files = tree(site.path());
    let guide = String::from_utf8(files.remove(Path::new("docs/content-model.md")).unwrap()).unwrap();
    let (heading, rest) = guide.split_once('\n').unwrap();
    assert!(heading.starts_with("# What to write in ") && rest.len() > 5_000);
    // The day on which it was made.
    let settings = String::from_utf8(files.remove(Path::new("site.toml")).unwrap()).unwrap();
    let settings = match settings
        .split_once("\nid_base = \"tag:")
        .and_then(|(before, tag)| Some((before, tag.split_once(',')?)))
    {
        Some((before, (host, rest))) => {
            let (day, name) = rest.split_once(':').unwrap();
            assert!(day.len() == 10 && day.parse::<chrono::NaiveDate>().is_ok(), "{day}");
            format!("{before}\nid_base = \"tag:{host},DAY:{name}")
        }
        None => settings,
    };
    files.insert("site.toml".into(), settings.into_bytes());
    compare_trees(&Path::new("tests/init").join(name), &files);
    for (path, bytes) in &files {
        let text = String::from_utf8(bytes.clone()).unwrap();
        assert!(!text.contains("%LANG") && !text.contains("_MD%") && !text.contains("_QUOTED%"), "{}", path.display());
        assert!(text.ends_with('\n') && !text.ends_with("\n\n"), "{}", path.display());
        if path.starts_with(".github/workflows") {
            assert!(!text.contains("secrets.X") && !text.contains("cargo "), "{}", path.display());
        }
    }
    let built = site.build(&[]);
    assert_eq!(built.code, Some(0), "{}", built.stderr);
    let codes = found(&site);
    let is_expected =
        |code: &String| matches!(code.as_str(), "example-record" | "unfinished-outline" | "untranslated-messages");
    assert!(codes.keys().all(is_expected), "{codes:?}");
    run.stdout
}

#[test]
fn of_github_pages() {
    let said = golden(
        "github-pages",
        &[
            "--host",
            "github-pages",
            "--title",
            "Notes on diplomacy",
            "--repository",
            "git@github.com:Archive/notes.git",
            "--license",
            "cc-by-4.0",
        ],
    );
    assert_eq!(
        said,
        "made a new site in .\n\
         4 things to do:\n\
         - set `language` in site.toml: nobody said what to write\n\
         - fill in behind `uses:` in .github/workflows/ what is marked `Fill in`: the address of the repository of the program, which this build of it does not know\n\
         - choose \"GitHub Actions\" as the source in the settings of the repository, under Pages\n\
         - put records of your own in the place of the examples: `chronicle lock` refuses them\n\
         next: chronicle build\n"
    );
}

#[test]
fn of_gitlab_pages() {
    let title = "سجلّ السياسة الخارجية";
    let address = "https://archive.gitlab.io/notes";
    golden("gitlab-pages", &["--host", "gitlab-pages", "--title", title, "--language", "ar", "--address", address]);
}

#[test]
fn of_netlify() {
    let repository = "https://github.com/archive/notes";
    let more = ["--language", "fr", "--repository", repository];
    let said = golden("netlify", &[&["--host", "netlify", "--title", HOSTILE], &more[..]].concat());
    assert!(said.contains("\n- turn deploy previews off at Netlify: "), "{said}");
}

#[test]
fn of_cloudflare() {
    let repository = "https://gitlab.com/group/archive/notes";
    golden("cloudflare", &["--host", "cloudflare", "--title=- [x] {y}: *z*", "--repository", repository]);
}

#[test]
fn of_a_server() {
    let address = "https://example.org/archive/notes";
    let repository = "https://github.com/archive/notes";
    let more = ["--address", address, "--repository", repository, "--license", "cc0-1.0"];
    golden("server", &[&["--host", "server", "--title", "~"], &more[..]].concat());
}

#[test]
fn of_no_host() {
    let said = golden("none", &[]);
    assert!(
        said.contains("\n- set `title`, `base_url` and `language` in site.toml: nobody said what to write\n"),
        "{said}"
    );
}

#[test]
fn of_another_service_says_that_there_are_no_workflows() {
    let (site, run) = new(&["--host", "server", "--repository", "https://codeberg.org/archive/notes"]);
    assert!(run.stdout.contains("no workflow was written: there are none for https://codeberg.org/archive/notes"));
    assert!(!site.path().join(".github").exists() && !site.path().join(".gitlab").exists());
}

#[test]
fn links_to_edit_a_page_are_those_of_the_service() {
    for (repository, edit) in [
        ("https://github.com/a/b", "https://github.com/a/b/edit/main/content/topics/"),
        ("https://gitlab.com/a/b/c", "https://gitlab.com/a/b/c/-/edit/main/content/topics/"),
        ("https://gitlab.example.org/a/b", "https://gitlab.example.org/a/b/-/edit/main/content/topics/"),
        ("https://codeberg.org/a/b", "https://codeberg.org/a/b/_edit/main/content/topics/"),
        ("https://git.example.org/a/b", "https://git.example.org/a/b/edit/main/content/topics/"),
    ] {
        let (site, _) = new(&["--repository", repository]);
        assert_eq!(site.build(&[]).code, Some(0));
        let page = site.page("topics/example-topic/index.html").replace("&#x2F;", "/");
        assert!(page.contains(edit), "{repository}");
    }
}

#[test]
fn any_language_builds_with_one_warning_at_most() {
    for language in ["it", "fa", "zh-Hant", "zh-TW", "pt-BR", "tlh", "ckb", "sr-Latn"] {
        let (site, _) = new(&["--language", language]);
        assert_eq!(site.build(&[]).code, Some(0), "{language}");
        assert_eq!(found(&site)["untranslated-messages"], 1, "{language}");
        let home = site.page("index.html");
        assert!(home.contains(&format!("<html lang=\"{language}\"")) && home.contains(">Topics</a>"), "{language}");
    }
    for language in ["en-GB", "ru", "ar-EG", "ar-SY", "fr", "fr-CA", "es-419", "de-AT", "zh", "zh-Hans-SG"] {
        assert!(!found(&new(&["--language", language]).0).contains_key("untranslated-messages"), "{language}");
    }
}

#[test]
fn a_translation_may_have_gaps() {
    let (site, _) = new(&["--language", "pt-BR"]);
    let settings = fs::read_to_string(site.path().join("site.toml")).unwrap();
    site.write("site.toml", &settings.replace("\nlanguage", "\ntheme = \"ours\"\nlanguage"));
    site.write("themes/ours/theme.toml", "name = \"ours\"\nparent = \"default\"\n");
    site.write("themes/ours/messages/pt.ftl", "nav_topics = Tópicos\nnav_people = Pessoas\n");
    // The site's own stand over those of its theme, and those of the country over those of the language.
    site.write("messages/pt.ftl", "nav_people = Personalidades\nnav_statements = Declarações\n");
    site.write("messages/pt-BR.more.ftl", "nav_statements = Falas\nmonth_2 = fevereiro\n");
    let run = site.check(&["--format", "json"]);
    let said = "messages of the theme `ours` are not there in `pt-BR` and are shown in English: `";
    assert!(run.stdout.contains(said) && run.stdout.contains(" more\""), "{}", run.stdout);
    assert!(!run.stdout.contains("`nav_topics`"), "{}", run.stdout);
    assert_eq!(found(&site)["untranslated-messages"], 1);
    assert_eq!(site.build(&[]).code, Some(0));
    let home = site.page("index.html");
    for word in ["Tópicos", "Personalidades", "Falas", "Years"] {
        assert!(home.contains(&format!(">{word}</a>")), "{word}");
    }
    // What is missing can be translated as it is printed; then nothing is missing.
    let run = chronicle_in(site.path(), &["messages", "--missing", "pt-BR"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert!(run.stdout.contains("\n# nav_years = Years\n") && !run.stdout.contains("nav_topics"), "{}", run.stdout);
    let (_, messages) = run.stdout.split_once("\n\n").unwrap();
    let lines = messages.lines().map(|line| match line.strip_prefix("# ") {
        Some(text) if text.starts_with(' ') || text.contains(" = ") || text.ends_with(" =") => text,
        _ => line,
    });
    site.write("messages/pt-BR.ftl", &(lines.collect::<Vec<_>>().join("\n") + "\n"));
    let now = found(&site);
    assert!(!now.contains_key("untranslated-messages") && !now.contains_key("bad-messages"), "{now:?}");
    let run = chronicle_in(site.path(), &["messages", "--missing", "pt-BR"]);
    assert_eq!(run.stdout, "# No message of the theme `ours` is missing in `pt-BR`.\n");
}

#[test]
fn a_language_without_any_messages_builds() {
    let (site, _) = new(&["--language", "sw"]);
    let settings = fs::read_to_string(site.path().join("site.toml")).unwrap();
    site.write("site.toml", &settings.replace("\nlanguage", "\ntheme = \"ours\"\nlanguage"));
    // A theme of its own, with the templates of the default one and no words at all.
    site.write("themes/ours/theme.toml", "name = \"ours\"\n");
    for part in ["templates", "static"] {
        for (path, bytes) in tree(&std::path::Path::new("themes/default").join(part)) {
            site.write(&format!("themes/ours/{part}/{}", path.display()), &String::from_utf8(bytes).unwrap());
        }
    }
    assert_eq!(site.build(&[]).code, Some(0), "{:?}", found(&site));
    assert_eq!(found(&site)["untranslated-messages"], 1);
    assert!(site.page("index.html").contains(">Topics</a>"));
}

#[test]
fn a_file_of_messages_is_named_after_a_language() {
    let (site, _) = new(&["--language", "fr"]);
    site.write("messages/README.md", "What stands here.\n");
    site.write("messages/fr.ftl", "nav_topics = Sujets\n");
    assert!(!found(&site).contains_key("bad-messages"));
    for (name, help) in [
        ("French.ftl", "write `fr`"),
        ("fr_CA.ftl", "write `fr-CA`"),
        ("fr-ca.ftl", "write `fr-CA`"),
        ("fr/all.ftl", "put it into `messages/` itself"),
    ] {
        let path = format!("messages/{name}");
        site.write(&path, "nav_years = Ans\n");
        let run = site.check(&[]);
        assert!(run.stdout.contains("error[bad-messages]") && run.stdout.contains(help), "{name}: {}", run.stdout);
        fs::remove_file(site.path().join(&path)).unwrap();
    }
    assert_eq!(site.build(&[]).code, Some(0));
    assert!(site.page("index.html").contains(">Sujets</a>"));
}

#[test]
fn examples_are_never_locked() {
    let (site, _) = new(&[]);
    for more in [&[][..], &["--allow", "example-record"]] {
        let run = chronicle_in(site.path(), &[&["lock"], more].concat());
        assert_eq!(run.code, Some(1));
        assert_eq!(run.stderr.matches("error[example-record]").count(), 3, "{}", run.stderr);
        assert!(!site.path().join("chronicle.lock").exists());
    }
    for (path, _) in tree(&site.path().join("content")).iter().filter(|(path, _)| !path.starts_with("pages")) {
        let path = format!("content/{}", path.display());
        let text = fs::read_to_string(site.path().join(&path)).unwrap();
        site.write(&path, &text.replace("example: true\n", ""));
    }
    let run = chronicle_in(site.path(), &["lock"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    // Outlines are drafts: they are not published.
    assert_eq!(run.stdout, "chronicle.lock: 3 ids: 3 added, 0 changed, 0 removed\n");
}

#[test]
fn an_outline_that_is_published_must_be_finished() {
    let (site, _) = new(&[]);
    let about = fs::read_to_string(site.path().join("content/pages/about.md")).unwrap();
    let matter = about.find("draft: true").unwrap()..about.find("\n---\n").unwrap() + 1;
    site.write("content/pages/about.md", &about.replace(&about[matter], ""));
    let run = site.build(&[]);
    assert_eq!(run.code, Some(1));
    assert_eq!(run.stderr.matches("error[unfinished-placeholder]").count(), 2, "{}", run.stderr);
}

#[test]
fn a_fresh_clone_is_taken_and_nothing_in_it_changes() {
    let site = Site::of(&[
        (".git/HEAD", "ref: refs/heads/main\n"),
        ("LICENSE", "Mine.\n"),
        ("Readme.rst", "Mine.\n"),
        (".gitignore", "/mine\n"),
    ]);
    let run = chronicle_in(site.path(), &["init", ".", "--title", "T", "--license", "cc-by-4.0"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    assert!(run.stdout.contains("left out README.md: there is one under another name\n"), "{}", run.stdout);
    assert!(run.stdout.contains("left out LICENSE.md: there is one under another name\n"), "{}", run.stdout);
    assert!(run.stdout.contains("left out .gitignore: it is there already\n"), "{}", run.stdout);
    assert!(
        run.stdout.contains("- see that .gitignore has the lines `/public` and `/.chronicle/`\n"),
        "{}",
        run.stdout
    );
    for (path, text) in [("LICENSE", "Mine.\n"), ("Readme.rst", "Mine.\n"), (".gitignore", "/mine\n")] {
        assert_eq!(fs::read_to_string(site.path().join(path)).unwrap(), text);
    }
    assert_eq!(site.build(&[]).code, Some(0));
}

#[test]
fn a_folder_with_anything_else_is_only_adopted() {
    let site = Site::of(&[("notes.txt", "Mine.\n"), ("CONTRIBUTING.md", "Mine.\n")]);
    let run = chronicle_in(site.path(), &["init", "."]);
    assert_eq!(run.code, Some(2));
    assert!(run.stderr.contains("it has `CONTRIBUTING.md`: choose a new folder, or add `--adopt`"), "{}", run.stderr);
    assert_eq!(tree(site.path()).len(), 2);
    let run = chronicle_in(site.path(), &["init", ".", "--adopt"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert_eq!(fs::read_to_string(site.path().join("CONTRIBUTING.md")).unwrap(), "Mine.\n");
    assert_eq!(site.build(&[]).code, Some(0));
}

#[test]
fn a_site_is_given_what_it_lacks() {
    let site = Site::small();
    site.write("content/topics/scope.md", "---\nlabel: Scope\n---\n");
    let before = tree(site.path());
    let adopt = |more: &[&str]| chronicle_in(site.path(), &[&["init", ".", "--adopt"], more].concat());
    let run = adopt(&["--title", "Another"]);
    assert_eq!(run.code, Some(2));
    assert!(run.stderr.contains("leave `--title` out"), "{}", run.stderr);
    assert_eq!(tree(site.path()), before);
    let run = adopt(&["--host", "github-pages"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert!(run.stdout.starts_with("wrote what was missing in .\nleft out site.toml: it is there already\n"));
    assert!(run.stdout.contains("left out content/topics/example-topic.md: there are records already\n"));
    assert!(
        run.stdout.contains("left out content/pages/scope.md: there is one under another name\n"),
        "{}",
        run.stdout
    );
    let after = tree(site.path());
    assert!(before.iter().all(|(path, bytes)| after.get(path) == Some(bytes)));
    assert!(after.contains_key(Path::new(".github/workflows/publish.yml")));
    assert!(fs::read_to_string(site.path().join("README.md")).unwrap().starts_with("# Small\n"));
    assert_eq!(site.build(&[]).code, Some(0));
    // Once more: everything is there.
    let run = adopt(&["--host", "github-pages"]);
    assert_eq!(run.code, Some(0));
    assert_eq!(tree(site.path()).len(), tree(site.path()).len());
    site.write("site.toml", "title = 1\n");
    let run = adopt(&[]);
    assert_eq!(run.code, Some(1));
    assert!(
        run.stderr.contains("error[wrong-type]") && run.stderr.contains("mend `site.toml` first"),
        "{}",
        run.stderr
    );
}

/// Which licence there is says one place, and what `init` writes never says another.
#[test]
fn there_is_one_licence_or_a_reminder() {
    const CHOOSE: &str = "- choose a licence for your own words: `[license]` in site.toml\n";
    let named = |name: &str, url: &str| {
        format!("title = \"T\"\nbase_url = \"https://example.org/\"\n\n[license]\nname = \"{name}\"\nurl = \"{url}\"\n")
    };
    let adopt = |site: &Site, more: &[&str]| chronicle_in(site.path(), &[&["init", ".", "--adopt"], more].concat());
    // Settings that name one, known or not.
    for (name, url, file) in [
        ("ODbL 1.0", "https://opendatacommons.org/licenses/odbl/1-0/", None),
        ("CC BY-SA", "http://www.creativecommons.org/licenses/by-sa/4.0/deed.en", Some("CC BY-SA 4.0")),
    ] {
        let site = Site::of(&[("site.toml", &named(name, url))]);
        for license in ["cc-by-4.0", "cc-by-sa-4.0"] {
            let run = adopt(&site, &["--license", license]);
            assert_eq!(run.code, Some(2), "{}", run.stdout);
            assert!(run.stderr.contains("leave `--license` out"), "{}", run.stderr);
            assert_eq!(tree(site.path()).len(), 1);
        }
        let run = adopt(&site, &[]);
        assert!(run.code == Some(0) && !run.stdout.contains("licence"), "{}{}", run.stdout, run.stderr);
        let written = fs::read_to_string(site.path().join("LICENSE.md")).ok();
        assert_eq!(written.as_ref().is_some_and(|text| text.contains(file.unwrap_or("?"))), file.is_some());
        let citation = fs::read_to_string(site.path().join("CITATION.cff")).unwrap();
        assert_eq!(citation.contains("license: CC-BY-SA-4.0\n"), file.is_some(), "{citation}");
    }
    // Settings that name none.
    let site = Site::small();
    let run = adopt(&site, &[]);
    assert!(run.stdout.contains(CHOOSE), "{}", run.stdout);
    let run = adopt(&site, &["--license", "cc0-1.0"]);
    assert!(
        run.stdout.contains("- name the licence in site.toml: `[license]`, `name = \"CC0 1.0\"`"),
        "{}",
        run.stdout
    );
    // A README of another name is no licence, and a licence of another name has to be the same.
    let site = Site::of(&[("Readme.rst", "Mine.\n")]);
    let run = adopt(&site, &[]);
    assert!(run.stdout.contains(CHOOSE), "{}", run.stdout);
    let site = Site::of(&[("COPYING", "Mine.\n")]);
    let run = adopt(&site, &["--license", "cc-by-4.0"]);
    let same = "- see that the licence in the repository is CC BY 4.0, as site.toml says\n";
    assert!(run.stdout.contains(same), "{}", run.stdout);
}

#[test]
fn what_is_printed_can_be_pasted_into_a_shell() {
    let folder = tempfile::tempdir().unwrap();
    for (name, go) in [
        ("plain", "cd plain && "),
        ("my site", "cd 'my site' && "),
        ("it's; echo $HOME", r"cd 'it'\''s; echo $HOME' && "),
        ("./-rf", "cd ./-rf && "),
        ("a\nb", "in that folder: "),
    ] {
        let run = chronicle_in(folder.path(), &["init", name]);
        assert_eq!(run.code, Some(0), "{}", run.stderr);
        assert!(run.stdout.ends_with(&format!("\nnext: {go}chronicle build\n")), "{}", run.stdout);
    }
}

#[test]
fn the_branch_is_that_of_the_clone() {
    const OTHER: &str = "ref: refs/heads/topic/x\n";
    for (files, branch) in [
        (&[(".git/HEAD", "ref: refs/heads/main\n")][..], None),
        (&[(".git/HEAD", "ref: refs/heads/trunk\n")], Some("trunk")),
        (
            &[(".git/HEAD", OTHER), (".git/refs/remotes/origin/HEAD", "ref: refs/remotes/origin/master\n")],
            Some("master"),
        ),
        (&[(".git/HEAD", OTHER), (".git/refs/remotes/origin/HEAD", "ref: refs/remotes/origin/main\n")], None),
        (&[(".git/HEAD", OTHER), (".git/refs/heads/main", "0123\n")], None),
        (&[(".git/HEAD", OTHER), (".git/packed-refs", "# pack-refs\n0123 refs/heads/main\n")], None),
        (&[(".git/HEAD", "0123456789012345678901234567890123456789\n")], None),
        (&[(".git/HEAD", "ref: refs/heads/.invalid\n")], None),
        (&[(".git/HEAD", "ref: refs/heads/a\u{202E}b\n")], None),
        (&[(".git/HEAD", "ref: refs/heads/a\"b\n")], Some("a\"b")),
    ] {
        let site = Site::of(files);
        let repository = ["--host", "server", "--repository", "https://github.com/a/b"];
        let run = chronicle_in(site.path(), &[&["init", "."], &repository[..]].concat());
        assert_eq!(run.code, Some(0), "{}", run.stderr);
        let settings = fs::read_to_string(site.path().join("site.toml")).unwrap();
        let line = settings.lines().find_map(|line| line.strip_prefix("branch = "));
        let expected = branch.map(|branch| format!("\"{}\"", branch.replace('"', "\\\"")));
        assert_eq!(line, expected.as_deref(), "{files:?}");
        assert_eq!(site.build(&[]).code, Some(0));
        // Which branch is published is asked when it is.
        let workflow = fs::read_to_string(site.path().join(".github/workflows/publish.yml")).unwrap();
        assert!(workflow.contains("github.event.repository.default_branch") && !workflow.contains("main]"));
    }
}

/// What hosts run by its name alone is nobody's but the maintainers'.
#[test]
fn owners_of_code_are_asked_for_what_hosts_run() {
    let (site, _) = new(&["--host", "cloudflare", "--repository", "https://github.com/archive/notes"]);
    let owners = fs::read_to_string(site.path().join(".github/CODEOWNERS.example")).unwrap();
    let rules: Vec<(&str, &str)> = owners
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| Some((line.split_whitespace().next()?, line.split_whitespace().nth(1)?)))
        .collect();
    assert_eq!(rules[0], ("*", "@archive/maintainers"));
    for path in [
        "/functions/",
        "/netlify/",
        "/netlify.toml",
        "/wrangler.*",
        "/package.json",
        "/package-lock.json",
        "/.npmrc",
        "/requirements.txt",
        "/.github/",
        "/static/",
        "/templates/",
        "/themes/",
        "/wording/",
        "/site.toml",
        "/.ci/",
        ".gitattributes",
        ".gitmodules",
    ] {
        let last = rules.iter().rev().find(|(rule, _)| *rule == path);
        assert_eq!(last.map(|(_, owner)| *owner), Some("@archive/maintainers"), "{path}");
    }
}

/// The link that a reviewer follows stands above all that a stranger wrote.
#[test]
fn a_comment_begins_with_the_link_to_the_whole_review() {
    for path in [".github/workflows/review-comment.yml", "src/cli/init/files/github/review-comment.yml"] {
        let text = fs::read_to_string(path).unwrap();
        assert!(text.contains("const body = `${marker}\\n${whole}${text.slice(0, end)}${rest}\\n`;\n"), "{path}");
    }
}

/// Beside `uses:` the contexts are those of the other action, so what is asked for there must come from a step.
#[test]
fn the_action_keeps_programs_of_repositories_apart() {
    let text = fs::read_to_string("action.yml").unwrap();
    assert_eq!(text.matches("github.action_repository").count(), 1, "{text}");
    let key = text.lines().find_map(|line| line.trim().strip_prefix("key: ")).unwrap();
    for part in ["outputs.repository", "outputs.version", "outputs.attestation", "runner.os", "runner.arch"] {
        assert!(key.contains(part), "{key}");
    }
    let attestation = text.split_once("\n  attestation:\n").unwrap().1;
    assert!(attestation.lines().find_map(|line| line.trim().strip_prefix("default: ")) == Some("required"));
}

#[test]
fn a_site_within_a_site_is_refused() {
    let site = Site::small();
    let run = chronicle_in(site.path(), &["init", "content/new"]);
    assert_eq!(run.code, Some(2));
    assert!(run.stderr.contains("`content/new` is within the site `"), "{}", run.stderr);
    assert!(!site.path().join("content/new").exists());
    // `..` leads out of it.
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("old")).unwrap();
    assert_eq!(chronicle_in(folder.path(), &["init", "old"]).code, Some(0));
    let run = chronicle_in(&folder.path().join("old/content"), &["init", "../../new/site"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert!(folder.path().join("new/site/site.toml").is_file());
}

#[cfg(unix)]
#[test]
fn links_and_files_in_the_way_are_left_alone() {
    use std::os::unix::fs::symlink;
    let other = tempfile::tempdir().unwrap();
    let site = Site::of(&[("docs", "A file.\n")]);
    symlink(other.path().join("planted"), site.path().join("site.toml")).unwrap();
    symlink(other.path(), site.path().join(".github")).unwrap();
    symlink(other.path().join("nothing"), site.path().join("README.md")).unwrap();
    let run = chronicle_in(site.path(), &["init", ".", "--adopt", "--host", "github-pages"]);
    // Whether there are settings cannot be known.
    assert_eq!(run.code, Some(2), "{}", run.stdout);
    fs::remove_file(site.path().join("site.toml")).unwrap();
    let run = chronicle_in(site.path(), &["init", ".", "--adopt", "--host", "github-pages"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    for line in [
        "left out README.md: a symbolic link is in its place, or on the way to it\n",
        "left out .github/workflows/check.yml: a symbolic link is in its place, or on the way to it\n",
        "left out docs/content-model.md: a file is in the place of its folder\n",
    ] {
        assert!(run.stdout.contains(line), "{}", run.stdout);
    }
    assert_eq!(fs::read_dir(other.path()).unwrap().count(), 0);
    assert_eq!(site.build(&[]).code, Some(0));
}

#[test]
fn what_cannot_be_meant_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    for arguments in [
        ["--title", "a\u{202E}b"],
        ["--title", " "],
        ["--title", "a\nb"],
        ["--language", "xx"],
        ["--language", "English"],
        ["--address", "example.org"],
        ["--address", "https://example.org/?a"],
        ["--repository", "owner/name"],
        ["--repository", "https://me:secret@github.com/owner/name"],
        ["--host", "heroku"],
        ["--license", "mit"],
    ] {
        let run = chronicle_in(folder.path(), &[&["init", "new"], &arguments[..]].concat());
        assert_eq!(run.code, Some(2), "{arguments:?}");
        assert!(!folder.path().join("new").exists(), "{arguments:?}");
    }
}

/// Every command that the guides of a new site name is one that there is.
#[test]
fn what_the_guides_say_can_be_typed() {
    let (site, _) = new(&["--host", "server"]);
    let mut commands = 0;
    for file in ["README.md", "CONTRIBUTING.md"] {
        let text = fs::read_to_string(site.path().join(file)).unwrap();
        let spans = text.split('`').skip(1).step_by(2).chain(text.lines().filter_map(|line| line.strip_prefix("    ")));
        for span in spans.filter_map(|span| span.trim().strip_prefix("chronicle ")) {
            let words: Vec<&str> = span.split('#').next().unwrap().split_whitespace().collect();
            let words: Vec<&str> =
                words.into_iter().take_while(|word| word.chars().all(|c| c.is_ascii_lowercase())).collect();
            let run = chronicle_in(site.path(), &[&words[..], &["--help"]].concat());
            assert_eq!(run.code, Some(0), "{file}: {span}");
            commands += 1;
        }
    }
    assert!(commands > 8, "only {commands} commands were found");
}

/// At crates.io there is another program of this name.
#[test]
fn nothing_says_to_install_another_program_of_this_name() {
    let mut files = tree(Path::new("docs"));
    files.extend(tree(Path::new("src/cli")));
    files.extend(tree(Path::new("tests/init")));
    files.extend(tree(Path::new(".github")));
    for name in ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "install.sh", "action.yml", "Dockerfile"] {
        files.insert(name.into(), fs::read(name).unwrap());
    }
    for (path, bytes) in files {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        for command in ["cargo install chronicle", "cargo binstall chronicle", "cargo add chronicle"] {
            assert!(!text.contains(command), "{}: {command}", path.display());
        }
    }
}

/// `install.sh` with other programs in place of those that reach the network.
#[cfg(unix)]
mod installer {
    use std::os::unix::fs::PermissionsExt;
    use std::process::Command;

    use super::*;

    struct Machine {
        site: Site,
    }

    impl Machine {
        /// A machine where a release can be fetched: the files that `curl` finds.
        fn new(release: bool) -> Machine {
            let site = Site::of(&[("release/.keep", "")]);
            let machine = Machine { site };
            machine.program(
                "curl",
                "for last; do :; done\nname=${last##*/}\nwhile [ \"$1\" != --output ]; do shift; done\n\
                 [ -f \"$RELEASE/$name\" ] || { printf 404; exit 22; }\nprintf 200\ncp \"$RELEASE/$name\" \"$2\"\n",
            );
            machine.program("uname", "case $1 in -s) echo Linux ;; *) echo x86_64 ;; esac\n");
            machine.program(
                "cargo",
                "echo \"cargo $*\" >>\"$RELEASE/log\"\nwhile [ \"$1\" != --root ]; do shift; done\nmkdir -p \"$2/bin\"\n\
                 printf '#!/bin/sh\\necho built\\n' >\"$2/bin/chronicle\"\nchmod +x \"$2/bin/chronicle\"\n",
            );
            if release {
                let make = "mkdir -p c && printf '#!/bin/sh\\necho released\\n' >c/chronicle && chmod +x c/chronicle && \
                    tar -czf chronicle-v1.2.3-x86_64-unknown-linux-musl.tar.gz c && \
                    { sha256sum chronicle-*.tar.gz || shasum -a 256 chronicle-*.tar.gz; } >SHA256SUMS 2>/dev/null";
                let made = Command::new("sh").args(["-c", make]).current_dir(machine.release()).status().unwrap();
                assert!(made.success());
            }
            machine
        }

        fn release(&self) -> PathBuf {
            self.site.path().join("release")
        }

        fn program(&self, name: &str, text: &str) {
            self.site.write(&format!("bin/{name}"), &format!("#!/bin/sh\n{text}"));
            let file = self.site.path().join("bin").join(name);
            fs::set_permissions(file, fs::Permissions::from_mode(0o755)).unwrap();
        }

        fn install(&self, more: &[(&str, &str)]) -> (Option<i32>, String) {
            let path = format!("{}:{}", self.site.path().join("bin").display(), std::env::var("PATH").unwrap());
            let mut command = Command::new("sh");
            command.arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("install.sh")).arg(self.site.path().join("into"));
            command.env("PATH", path).env("RELEASE", self.release()).env_remove("GH_TOKEN");
            command.env_remove("CHRONICLE_ATTESTATION");
            command.env("CHRONICLE_REPOSITORY", "https://github.com/o/chronicle").env("CHRONICLE_VERSION", "v1.2.3");
            let output = command.envs(more.iter().copied()).output().unwrap();
            let said = [output.stdout, output.stderr].concat();
            (output.status.code(), String::from_utf8(said).unwrap())
        }
    }

    const SKIP: (&str, &str) = ("CHRONICLE_ATTESTATION", "skip");

    #[test]
    fn takes_a_release_that_is_what_it_says() {
        let (code, said) = Machine::new(true).install(&[SKIP]);
        assert_eq!(code, Some(0), "{said}");
        assert!(said.starts_with("released\n"), "{said}");
        assert!(said.contains("the attestation of chronicle-v1.2.3-x86_64-unknown-linux-musl.tar.gz is not verified"));
    }

    #[test]
    fn takes_nothing_whose_attestation_cannot_be_verified() {
        let machine = Machine::new(true);
        machine.program("gh", "exit 0\n");
        for (more, reason) in [
            (&[][..], "cannot be verified without GH_TOKEN: set it, or go by its checksum alone"),
            (&[("GH_TOKEN", "")], "cannot be verified without GH_TOKEN"),
            (&[("CHRONICLE_ATTESTATION", "no")], "either `required` or `skip`, and not: no"),
            (&[("CHRONICLE_ATTESTATION", "")], "cannot be verified without GH_TOKEN"),
            (
                &[("GH_TOKEN", "x"), ("CHRONICLE_REPOSITORY", "https://codeberg.org/o/chronicle")],
                "releases at https://codeberg.org/o/chronicle have no attestation",
            ),
        ] {
            let (code, said) = machine.install(more);
            assert_eq!(code, Some(2), "{said}");
            assert!(said.contains(reason), "{said}");
            assert!(!machine.site.path().join("into/chronicle").exists());
        }
        // Without `gh`: of the programs of this machine, only those that the script needs.
        fs::remove_file(machine.site.path().join("bin/gh")).unwrap();
        for name in
            ["sh", "mktemp", "rm", "mkdir", "cp", "awk", "wc", "cut", "sha256sum", "shasum", "tar", "gzip", "mv"]
        {
            let path = std::env::var_os("PATH").unwrap();
            let real = std::env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file());
            if let Some(real) = real {
                std::os::unix::fs::symlink(real, machine.site.path().join("bin").join(name)).unwrap();
            }
        }
        let bin = machine.site.path().join("bin").display().to_string();
        let (code, said) = machine.install(&[("GH_TOKEN", "x"), ("PATH", &bin)]);
        assert_eq!(code, Some(2), "{said}");
        assert!(said.contains("cannot be verified without gh: install gh, or go by its checksum alone"), "{said}");
        assert!(!machine.site.path().join("into/chronicle").exists());
        assert_eq!(machine.install(&[SKIP, ("PATH", &bin)]).0, Some(0));
    }

    #[test]
    fn takes_no_release_without_the_program() {
        let machine = Machine::new(true);
        let make = "mv c/chronicle c/other && tar -czf chronicle-v1.2.3-x86_64-unknown-linux-musl.tar.gz c && \
            { sha256sum chronicle-*.tar.gz || shasum -a 256 chronicle-*.tar.gz; } >SHA256SUMS 2>/dev/null";
        let made = Command::new("sh").args(["-c", make]).current_dir(machine.release()).status().unwrap();
        assert!(made.success());
        machine.site.write("into/chronicle", "#!/bin/sh\necho an older one\n");
        let (code, said) = machine.install(&[SKIP]);
        assert_eq!(code, Some(2), "{said}");
        assert!(said.contains("there is no program in chronicle-v1.2.3-"), "{said}");
    }

    #[test]
    fn asks_for_the_attestation_of_this_tag() {
        let machine = Machine::new(true);
        machine.program("gh", "[ \"$3\" = --help ] || [ \"$1 $2 $4 $5 $6 $7\" = \"attestation verify --repo o/chronicle --cert-identity https://github.com/o/chronicle/.github/workflows/release.yml@refs/tags/v1.2.3\" ]\n");
        assert_eq!(machine.install(&[("GH_TOKEN", "x")]).0, Some(0));
        machine.program("gh", "exit 1\n");
        let (code, said) = machine.install(&[("GH_TOKEN", "x")]);
        assert_eq!(code, Some(2), "{said}");
        assert!(said.contains("this gh is too old to verify attestations"), "{said}");
        machine.program("gh", "[ \"$3\" = --help ]\n");
        let (code, said) = machine.install(&[("GH_TOKEN", "x")]);
        assert_eq!(code, Some(2), "{said}");
        assert!(said.contains("was not built by the release workflow of o/chronicle: nothing was installed"), "{said}");
    }

    #[test]
    fn refuses_what_has_another_checksum_or_none() {
        let machine = Machine::new(true);
        let sums = machine.release().join("SHA256SUMS");
        let right = fs::read_to_string(&sums).unwrap();
        for (wrong, reason) in [
            (format!("{}{}", "0".repeat(64), &right[64..]), "is not what its checksum says: nothing was installed"),
            (right.replace("chronicle-", "chronicle_"), "the release has no checksum of"),
            (format!("{right}{right}"), "the release has no checksum of"),
            (String::new(), "the release has no checksum of"),
        ] {
            fs::write(&sums, wrong).unwrap();
            let (code, said) = machine.install(&[]);
            assert_eq!(code, Some(2), "{said}");
            assert!(said.contains(reason), "{said}");
            assert!(!machine.site.path().join("into/chronicle").exists());
        }
        fs::remove_file(&sums).unwrap();
        assert_eq!(machine.install(&[]).0, Some(2));
    }

    #[test]
    fn builds_from_source_only_where_there_is_no_release() {
        let machine = Machine::new(false);
        let (code, said) = machine.install(&[]);
        assert_eq!(code, Some(0), "{said}");
        assert!(said.starts_with("built\n"), "{said}");
        let log = fs::read_to_string(machine.release().join("log")).unwrap();
        let expected = "cargo install --git https://github.com/o/chronicle --tag v1.2.3 --locked --root ";
        assert!(log.starts_with(expected) && log.ends_with("/built chronicle\n"), "{log}");
        // A network that fails is no reason.
        machine.program("curl", "exit 6\n");
        let (code, said) = machine.install(&[]);
        assert_eq!(code, Some(2));
        assert!(said.contains("the release cannot be fetched: curl ended with 6"), "{said}");
        // Nor is a server that is out of order.
        machine.program("curl", "printf 503; exit 22\n");
        let (code, said) = machine.install(&[]);
        assert_eq!(code, Some(2));
        assert!(said.contains("curl ended with 22, the server with 503"), "{said}");
    }

    #[test]
    fn says_what_is_to_be_filled_in() {
        let machine = Machine::new(true);
        for (name, value, reason) in [
            ("CHRONICLE_REPOSITORY", "", "fill in the address of the repository of the program"),
            ("CHRONICLE_REPOSITORY", "http://github.com/o/chronicle", "not named by an https address"),
            ("CHRONICLE_VERSION", "", "name a version by its tag"),
            ("CHRONICLE_VERSION", "../../x", "not the tag of a version"),
            ("CHRONICLE_VERSION", "-v1", "not the tag of a version"),
        ] {
            let (code, said) = machine.install(&[(name, value)]);
            assert_eq!(code, Some(2), "{said}");
            assert!(said.contains(reason), "{said}");
        }
    }
}

/// The settings for editors name each schema that is written, and the folder of its records.
#[test]
fn settings_for_editors_fit_the_schemas() {
    let page = fs::read_to_string("docs/editors.md").unwrap();
    let settings = page.split("```json\n").nth(1).unwrap().split("```").next().unwrap();
    let settings: serde_json::Value = serde_json::from_str(settings).unwrap();
    let (site, _) = new(&[]);
    assert_eq!(chronicle_in(site.path(), &["schema", "--write"]).code, Some(0));
    let schemas = settings["yaml"]["schemas"].as_object().unwrap();
    assert_eq!(schemas.len(), tree(&site.path().join(".chronicle/schema")).len());
    assert!(schemas.keys().all(|path| site.path().join(path).is_file()));
}

/// The host of the pages says which service it is, where the host of the repository does not.
#[test]
fn the_service_is_named_where_its_host_does_not_say_it() {
    for (repository, host, service) in [
        ("https://git.example.org/a/b", "gitlab-pages", Some("\"gitlab\"")),
        ("https://gitlab.com/a/b", "gitlab-pages", None),
        ("https://gitlab.example.org/a/b", "gitlab-pages", None),
        ("https://git.example.org/a/b", "server", None),
    ] {
        let site = Site::of(&[]);
        let run = chronicle_in(site.path(), &["init", ".", "--host", host, "--repository", repository]);
        assert_eq!(run.code, Some(0), "{}", run.stderr);
        let settings = fs::read_to_string(site.path().join("site.toml")).unwrap();
        let line = settings.lines().find_map(|line| line.strip_prefix("service = "));
        assert_eq!(line, service, "{repository} {host}");
        assert_eq!(site.build(&[]).code, Some(0));
    }
}
