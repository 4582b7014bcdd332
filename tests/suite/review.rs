//! `chronicle review`: whole small repositories, and what it says of a change.

use std::fs;
use std::process::Command;

use crate::support::{Ran, STATEMENT, Site, chronicle};

const FIRST: &str = "content/statements/2006/2006-02-02-first.md";

/// Runs git in the site's folder, with no settings but these.
fn git(site: &Site, arguments: &[&str]) {
    let settings = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"];
    let mut command = Command::new("git");
    command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1");
    command.env("GIT_AUTHOR_DATE", "2020-01-01T00:00:00Z").env("GIT_COMMITTER_DATE", "2020-01-01T00:00:00Z");
    let output = command.arg("-C").arg(site.path()).args(settings).args(arguments).output().unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
}

/// Makes a repository of a site: its branch `main` is what is published.
fn published(site: &Site) {
    git(site, &["init", "--quiet", "--initial-branch=main"]);
    git(site, &["add", "."]);
    git(site, &["commit", "--quiet", "--message=First"]);
    git(site, &["switch", "--quiet", "--create", "change"]);
}

fn review(site: &Site, more: &[&str]) -> Ran {
    chronicle(&[&["review", "--root", site.path().to_str().unwrap()], more].concat())
}

/// The small site with more records.
fn site() -> Site {
    let site = Site::small();
    let other = |id: &str, title: &str| STATEMENT.replace("2006-02-02", id).replace("A first statement", title);
    site.write("content/statements/2007/2007-03-04-taken-back.md", &other("2007-03-04", "Taken back"));
    site.write("content/statements/2007/2007-05-06-old-name.md", &other("2007-05-06", "An old name"));
    site.write("content/statements/2007/2007-07-08-mistake.md", &other("2007-07-08", "A mistake"));
    published(&site);
    site
}

#[test]
fn a_change_in_readers_terms() {
    let site = site();
    let statement = fs::read_to_string(site.path().join(FIRST)).unwrap();
    let changed = statement.replace("What was said.", "What was said on that day.").replace("very", "true");
    site.write(FIRST, &changed.replace("fidelity: reported", "fidelity: verbatim\nplace: Geneva"));
    let again = STATEMENT.replace("2006-02-02", "2011-03-04").replace("A first statement", "Said again");
    let again = again.replace("fidelity", "reiterates: [2006-02-02-first]\nfidelity").replace("commerce", "peace");
    site.write("content/statements/2011/2011-03-04-again.md", &again);
    site.write("content/topics/peace.md", "---\nlabel: Peace\n---\n");
    let folder = "content/statements/2007";
    let taken_back = fs::read_to_string(site.path().join(folder).join("2007-03-04-taken-back.md")).unwrap();
    let notice = "withdrawn: {date: 2008-01-01, reason: It was never said.}\nfidelity";
    site.write(&format!("{folder}/2007-03-04-taken-back.md"), &taken_back.replace("fidelity", notice));
    let old = fs::read_to_string(site.path().join(folder).join("2007-05-06-old-name.md")).unwrap();
    fs::remove_file(site.path().join(folder).join("2007-05-06-old-name.md")).unwrap();
    let new = old.replace("An old name", "A new name").replace("fidelity", "old_ids: [2007-05-06-old-name]\nfidelity");
    site.write(&format!("{folder}/2007-05-06-new-name.md"), &new);
    fs::remove_file(site.path().join(folder).join("2007-07-08-mistake.md")).unwrap();

    let run = review(&site, &[]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    snapshot("change", &run.stdout);
    git(&site, &["add", "."]);
    git(&site, &["commit", "--quiet", "--message=Change"]);
    assert_eq!(review(&site, &["--base", "main"]).stdout, run.stdout, "committed or not, the change is the same");
}

#[test]
fn a_lock_of_its_own_hides_nothing() {
    let site = Site::small();
    let lock = |more: &[&str]| {
        let run = chronicle(&[&["lock", "--root", site.path().to_str().unwrap()], more].concat());
        assert_eq!(run.code, Some(0), "{}", run.stderr);
    };
    lock(&[]);
    published(&site);
    site.write(FIRST, &STATEMENT.replace("The very words.", "Other words.").replace("2006-02-02", "2006-02-03"));
    let section = "### What was published changes: ";
    let run = review(&site, &[]);
    assert!(run.stdout.contains(section), "{}", run.stdout);
    lock(&["--allow", "changed-record,changed-quotation"]);
    snapshot("hidden", &review(&site, &[]).stdout);
    fs::remove_file(site.path().join("chronicle.lock")).unwrap();
    let run = review(&site, &[]);
    assert!(
        run.stdout.contains("<i>is gone:&#8203; nothing would be compared")
            || run.stdout.contains("<i>is gone: nothing would be compared"),
        "{}",
        run.stdout
    );
    site.write("chronicle.lock", "# chronicle.lock 1: the published record\n");
    fs::remove_file(site.path().join(FIRST)).unwrap();
    let run = review(&site, &[]);
    assert!(
        run.stdout.contains(
            "(statement 2006-02-02-first): <i>is gone: its address leads nowhere</i>, <b>no correction says so</b>"
        ),
        "{}",
        run.stdout
    );
}

#[test]
fn findings_that_were_not_there_before_come_first() {
    let site = Site::small();
    site.write("content/notes.md", "Not a record.\n");
    published(&site);
    site.write(FIRST, &STATEMENT.replace("[commerce]", "[commrce]"));
    let run = review(&site, &["--warn", "misplaced-file"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    snapshot("findings", &run.stdout);
}

#[test]
fn what_contributors_wrote_is_text() {
    let site = Site::small();
    published(&site);
    let title = "'@team <img src=x> [a](javascript:b) `c` **d** https://example.com GH-12 #13 o/r#14 deadbeefcafe &#64;team !15 :tada: www.example.net'";
    site.write(FIRST, &STATEMENT.replace("A first statement", title).replace("The very", title));
    site.write("static/@team GH-12 deadbeefcafe.html", "<a href=https://example.com/@team#13>\n");
    site.write("content/topics/@team #13 GH-12.md", "deadbeefcafe\n");
    let run = review(&site, &[]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    for active in [
        "@team",
        "<img",
        "[a]",
        " `c",
        "**d",
        "https://example",
        "GH-12",
        "#13",
        "r#14",
        "deadbeef",
        "&#64;",
        "!15",
        ":tada",
        "www.example",
    ] {
        assert!(!run.stdout.contains(active), "{active} is in\n{}", run.stdout);
    }
}

/// The script ends with 0 where what it tries does not succeed.
#[test]
#[cfg(unix)]
fn attributes_that_a_change_brings_do_nothing() {
    let mut script = Command::new("bash");
    let output = script.args(["tests/cases/security/attributes.sh", env!("CARGO_BIN_EXE_chronicle")]).output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{said}");
}

/// Attributes, filters and settings do not decide what the base said.
#[test]
#[cfg(unix)]
fn attributes_of_a_change_have_no_say_in_the_base() {
    let site = Site::small();
    let text = STATEMENT.replace("What was said.", "The minister’s aim is peace. $Id$ $Format:%H$");
    site.write(FIRST, &text);
    published(&site);
    let marker = site.path().join("ran");
    let command = format!("touch '{}'; cat", marker.display());
    for (name, value) in [
        ("filter.x.smudge", command.as_str()),
        ("filter.x.clean", &command),
        ("filter.x.required", "true"),
        ("diff.x.textconv", &command),
        ("core.fsmonitor", &command),
        ("core.autocrlf", "true"),
        ("core.quotePath", "true"),
        ("log.showSignature", "true"),
        ("gpg.program", &command),
    ] {
        git(&site, &["config", name, value]);
    }
    let nothing = "## What this changes in the chronicle\n\nNothing that readers would see.\n";
    for attributes in [
        "working-tree-encoding=windows-1252",
        "working-tree-encoding=UTF-16",
        "text eol=crlf",
        "ident",
        "export-subst export-ignore",
        "filter=x diff=x",
        "-text -diff binary",
    ] {
        for place in [".gitattributes", "content/statements/.gitattributes", ".git/info/attributes"] {
            site.write(place, &format!("*.md {attributes}\n* {attributes}\n"));
            let run = review(&site, &[]);
            assert_eq!((run.code, run.stdout.as_str(), run.stderr.as_str()), (Some(0), nothing, ""), "{attributes}");
            site.write(FIRST, &text.replace("peace", "war"));
            let run = review(&site, &[]);
            let words = "<del>peace.</del> <ins><b>war.</b></ins>";
            assert!(run.stdout.contains("| statements | 0 | 1 | 0 |") && run.stdout.contains(words), "{}", run.stdout);
            site.write(FIRST, &text);
            fs::remove_file(site.path().join(place)).unwrap();
        }
    }
    assert!(!marker.exists(), "a command that the repository names was run");
}

/// Objects that stand in for others (`git replace`), and folders that look like repositories.
#[test]
fn other_objects_and_repositories_have_no_say_in_the_base() {
    let site = site();
    let object = |name: &str| {
        let output = Command::new("git").arg("-C").arg(site.path()).args(["rev-parse", name]).output().unwrap();
        String::from_utf8(output.stdout).unwrap().trim().to_owned()
    };
    let before = object(&format!("HEAD:{FIRST}"));
    site.write(FIRST, &STATEMENT.replace("peace", "war").replace("very", "other"));
    git(&site, &["commit", "--quiet", "--all", "--message=Change"]);
    git(&site, &["replace", &before, &object(&format!("HEAD:{FIRST}"))]);
    for (path, text) in
        [("HEAD", "ref: refs/heads/main\n"), ("config", "[core]\n\trepositoryformatversion = 0\n\tbare = true\n")]
    {
        site.write(path, text);
        site.write(&format!("content/{path}"), text);
    }
    for folder in ["objects/x", "refs/x", "content/objects/x", "content/refs/x"] {
        site.write(folder, "");
    }
    let run = review(&site, &[]);
    assert!(run.stdout.contains("The <del>very</del> <ins><b>other</b></ins> words."), "{}{}", run.stdout, run.stderr);
    let run = chronicle(&["check", "--root", site.path().to_str().unwrap(), "--allow", "misplaced-file"]);
    assert!(run.code == Some(0) || run.code == Some(1), "{}", run.stderr);
}

/// Links, submodules and names that are not UTF-8 in the base.
#[test]
#[cfg(unix)]
fn what_is_no_file_in_the_base_leads_nowhere() {
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::symlink;

    let site = Site::small();
    let target = tempfile::tempdir().unwrap();
    fs::write(target.path().join("kept"), "mine").unwrap();
    symlink(target.path(), site.path().join("static")).unwrap();
    symlink(target.path(), site.path().join("content/out")).unwrap();
    symlink("2006-02-02-first.md", site.path().join("content/statements/2006/2006-02-02-second.md")).unwrap();
    fs::create_dir_all(site.path().join("wording")).unwrap();
    let odd = site.path().join("wording").join(std::ffi::OsStr::from_bytes(b"\xff.ftl"));
    fs::write(&odd, "x = y\n").unwrap();
    published(&site);
    let sub = "160000,1111111111111111111111111111111111111111,content/sub";
    git(&site, &["update-index", "--add", "--cacheinfo", sub]);
    git(&site, &["commit", "--quiet", "--message=Sub"]);
    for path in ["static", "content/out"] {
        fs::remove_file(site.path().join(path)).unwrap();
    }
    fs::remove_file(&odd).unwrap();
    site.write("content/out/notes.md", "Not a record.\n");
    site.write("static/kept", "other");
    let run = review(&site, &["--base", "HEAD"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert!(!run.stdout.contains("second"), "the link is the file it leads to:\n{}", run.stdout);
    assert_eq!(fs::read_to_string(target.path().join("kept")).unwrap(), "mine");
}

/// However many harmless edits there are, each change of what was published is shown, and a comment counts the rest.
#[test]
fn what_was_published_comes_first_and_is_whole() {
    let site = Site::small();
    let statement = |number: usize| {
        let day = format!("{}-{:02}-{:02}", 1900 + number / 300, number / 25 % 12 + 1, number % 25 + 1);
        (format!("content/statements/{}/{day}-n{number}.md", &day[..4]), STATEMENT.replace("2006-02-02", &day))
    };
    for number in 0..240 {
        let (path, text) = statement(number);
        site.write(&path, &text.replace("A first statement", &format!("Statement number {number}")));
    }
    published(&site);
    for number in 0..240 {
        let (path, text) = statement(number);
        let text = text.replace("A first statement", &format!("Statement number {number} {}", "harmless ".repeat(9)));
        site.write(&path, &if number % 6 == 5 { text.replace("The very words.", "Other words.") } else { text });
    }
    let comment = site.path().join(".comment.md");
    let run = review(&site, &["--comment", comment.to_str().unwrap()]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    let (first, rest) = run.stdout.split_once("### Statements: changed").unwrap();
    assert!(first.contains("### What was published changes: 40\n"), "{first}");
    let change = "The very</del> <ins><b>Other</b></ins> words.";
    assert_eq!((first.matches(change).count(), rest.matches("<i>title</i>").count()), (40, 240));
    assert!(!run.stdout.contains("not shown here"));
    let comment = fs::read_to_string(comment).unwrap();
    assert!(comment.len() <= 60_000 && comment.contains("This is not the whole review"), "{}", comment.len());
    assert_eq!(
        comment.matches(change).count(),
        40 + comment.split("### Statements: changed").nth(1).unwrap().matches(change).count()
    );
    let (shown, left) =
        (comment.matches("<i>title</i>").count(), comment.split(" of these 240 are not shown here").next().unwrap());
    let left: usize = left.rsplit("<b>").next().unwrap().parse().unwrap();
    assert!(shown > 10 && shown + left == 240, "{comment}");
}

/// What was published changes by another file than its own, or by one that hides it.
#[test]
fn what_changes_a_published_record_from_elsewhere_is_seen() {
    let site = Site::small();
    site.write("content/people/arthur-lee.md", "---\nname: Arthur Lee\n---\n");
    site.write("content/sources/a.txt", "A report. The very words. The end.\n");
    let source = "sources: [{title: Report, publisher: Daily, text: sources/a.txt}]";
    for (id, year) in [("2007-01-01-other", "2007"), ("2008-01-01-draft", "2008"), ("2009-01-01-again", "2009")] {
        let text = STATEMENT.replace("2006-02-02", &id[..10]).replace("A first statement", id);
        let path = format!("content/statements/{year}/{id}.md");
        site.write(&path, &text.replace("sources: [\"https://example.com/1\"]", source));
    }
    assert_eq!(chronicle(&["lock", "--root", site.path().to_str().unwrap()]).code, Some(0));
    published(&site);
    let person = "content/people/ann-lee.md";
    let ann = fs::read_to_string(site.path().join(person)).unwrap();
    site.write(person, &ann.replace("names: [A. Lee]\n", "").replace("Minister", "Envoy"));
    site.write("content/people/arthur-lee.md", "---\nname: Arthur Lee\nnames: [A. Lee]\n---\n");
    site.write("content/sources/a.txt", "A report. The other words. The end.\n");
    let draft = site.path().join("content/statements/2008/2008-01-01-draft.md");
    let text = fs::read_to_string(&draft).unwrap();
    fs::write(&draft, text.replace("fidelity", "draft: true\nfidelity")).unwrap();
    let again = "content/statements/2009/2009-01-01-again.md";
    let text = fs::read_to_string(site.path().join(again)).unwrap();
    fs::remove_file(site.path().join(again)).unwrap();
    site.write("content/statements/2009/2009-01-01-anew.md", &text);
    let other = "content/statements/2007/2007-01-01-other.md";
    let text = fs::read_to_string(site.path().join(other)).unwrap();
    let correction = "corrections: [{date: 2020-01-01, kind: correction, note: The date.}]\nfidelity";
    site.write(other, &text.replace("date: 2007-01-01", "date: 2007-01-02").replacen("fidelity", correction, 1));
    let lock = fs::read_to_string(site.path().join("chronicle.lock")).unwrap();
    let kept: Vec<&str> = lock.lines().filter(|line| !line.starts_with("2006")).collect();
    site.write("chronicle.lock", &kept.join("\n"));
    let run = review(&site, &[]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    snapshot("elsewhere", &run.stdout);
}

/// Ways to change a published record so that the review would show something else, or nothing.
#[test]
fn nothing_of_a_published_record_changes_unseen() {
    let site = Site::small();
    site.write(FIRST, &STATEMENT.replace("fidelity", "as: minister\nfidelity"));
    assert_eq!(chronicle(&["lock", "--root", site.path().to_str().unwrap()]).code, Some(0));
    published(&site);
    let (statement, lock) = (
        fs::read_to_string(site.path().join(FIRST)).unwrap(),
        fs::read_to_string(site.path().join("chronicle.lock")).unwrap(),
    );
    let hash = lock.split_once("q1:").unwrap().1[..16].to_owned();
    let seen = |path: &str, text: &str| {
        site.write(path, text);
        let run = review(&site, &[]);
        assert_eq!(run.code, Some(0), "{}", run.stderr);
        let first = run.stdout.split_once("### What was published changes").unwrap_or_default().1.to_owned();
        site.write(FIRST, &statement);
        site.write("chronicle.lock", &lock);
        first.split("\n### ").next().unwrap().to_owned()
    };
    let added = seen(FIRST, &statement.replace("> The very", "> Other words.\n\nAnd:\n\n> The very"));
    assert!(added.contains("<ins><b>Other words.</b></ins>"), "{added}");
    let office = seen(FIRST, &statement.replace("as: minister\n", ""));
    assert!(office.contains("<i>as</i>"), "{office}");
    let harmless = statement.replace("fidelity", "attributed_as: M\nfidelity").replace("The very words.", "No words.");
    assert!(seen(FIRST, &harmless).contains("quotation q1"));
    let source = seen(FIRST, &statement.replace("https://example.com/1", "https://example.com/2"));
    assert!(source.contains("sources"), "{source}");
    let line = lock.lines().find(|line| line.starts_with("2006-02-02-first")).unwrap();
    for other in ["2006-02-02-first statement".to_owned(), line.replace(&format!("q1:{hash}"), "q2:gone")] {
        let forgotten = seen("chronicle.lock", &lock.replace(line, &other));
        assert!(forgotten.contains("is remembered otherwise than it is or was"), "{forgotten}");
    }
    // One anchor cannot lead to two quotations.
    site.write("chronicle.lock", &lock.replace(&format!("q1:{hash}"), &format!("q1:0123456789abcdef,q1:{hash}")));
    let run = site.check(&["--format", "short"]);
    assert!(run.stdout.contains("error[bad-lock]: `q1` stands twice in the line"), "{}", run.stdout);
}

#[test]
fn files_that_run_are_named_with_what_they_load() {
    let site = Site::small();
    site.write("static/same.js", "1\n");
    site.write("static/old.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n");
    site.write("docs/a.md", "a\n");
    published(&site);
    site.write("static/old.svg", "<svg onload=\"x()\"><image href=\"//evil.example/p.png\"/></svg>\n");
    site.write("static/new.HTML", "<ScRiPt src=https://evil.example/x.js></script>\n");
    site.write("static/_headers", "/*\n  Link: <https://evil.example>\n");
    site.write("static/notes.txt", "Harmless.\n");
    site.write("templates/macros/x.html", "{{ page.title | safe }}\n");
    site.write(
        "site.toml",
        "title = \"Small\"\nbase_url = \"https://example.org/archive/\"\n[lints]\nchanged-record = \"allow\"\n",
    );
    site.write(".github/workflows/x.yml", "on: push\n");
    site.write("build.rs", "fn main() {}\n");
    site.write("docs/a.md", "b\n");
    site.write(".gitattributes", "* -text\n");
    git(&site, &["add", "."]);
    git(&site, &["commit", "--quiet", "--message=Files"]);
    let run = review(&site, &[]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    let files = run.stdout.split("\n### ").filter(|part| part.starts_with("Files") || part.starts_with("Other files"));
    snapshot("files", &files.map(|part| format!("### {part}\n")).collect::<String>());
}

/// What stands where files of the site do, and is none, shows readers what is elsewhere.
#[test]
#[cfg(unix)]
fn links_and_submodules_of_a_change_are_named() {
    let site = Site::small();
    site.write("static/a.txt", "words");
    std::os::unix::fs::symlink("a.txt", site.path().join("static/old.txt")).unwrap();
    published(&site);
    let links =
        [("static/new.txt", "a.txt"), ("content/statements/2006/out.md", "/etc/passwd"), ("wording", "content")];
    for (at, to) in links {
        std::os::unix::fs::symlink(to, site.path().join(at)).unwrap();
    }
    fs::remove_file(site.path().join("static/old.txt")).unwrap();
    site.write("static/old.txt", "words of its own");
    git(&site, &["add", "."]);
    for path in ["themes/other", "static/sub"] {
        let sub = format!("160000,1111111111111111111111111111111111111111,{path}");
        git(&site, &["update-index", "--add", "--cacheinfo", &sub]);
    }
    git(&site, &["commit", "--quiet", "--message=Links"]);
    let run = review(&site, &[]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    let heading = "### Links and other repositories in the folders of the site\n\n";
    let (_, rest) = run.stdout.split_once(heading).unwrap_or_else(|| panic!("{}", run.stdout));
    let named = rest.split("\n\n").next().unwrap();
    let expected = [
        "- content/statements/2006/out.md, new: a symbolic link",
        "- static/new.txt, new: a symbolic link",
        "- static/old.txt, gone: a symbolic link",
        "- static/sub, new: another repository (a submodule)",
        "- themes/other, new: another repository (a submodule)",
        "- wording, new: a symbolic link",
    ];
    assert_eq!(named.lines().collect::<Vec<_>>(), expected);
    assert!(!run.stdout.contains("root:"), "{}", run.stdout);
}

/// What is not published uses nothing that was published.
#[test]
fn drafts_are_not_counted_as_published() {
    let site = Site::small();
    let source = STATEMENT.replace("[\"https://example.com/1\"]", "[{publisher: P, text: sources/a.txt}]");
    site.write("content/sources/a.txt", "The very words.\n");
    site.write(FIRST, &source);
    let draft = source.replace("2006-02-02", "2007-02-02").replace("fidelity", "draft: true\nfidelity");
    site.write("content/statements/2007/2007-02-02-draft.md", &draft);
    published(&site);
    site.write("content/sources/a.txt", "The very words, and more.\n");
    let person = fs::read_to_string(site.path().join("content/people/ann-lee.md")).unwrap();
    site.write("content/people/ann-lee.md", &person.replace("Ann Lee", "Anne Lee"));
    for more in [&[][..], &["--drafts"]] {
        let run = review(&site, more);
        assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
        for what in ["kept text", "name"] {
            let said = format!("<i>{what} \\(of 1 published statement\\)</i>");
            assert!(run.stdout.contains(&said), "{more:?}\n{}", run.stdout);
        }
    }
}

#[test]
fn a_publisher_that_has_no_page_is_shown_all_the_same() {
    let site = Site::small();
    let body = "content/organizations/press-office.md";
    site.write(body, "---\nname: Press Office\n---\n");
    site.write(
        FIRST,
        &STATEMENT.replace("[\"https://example.com/1\"]", "[{title: A report, publisher: press-office}]"),
    );
    published(&site);
    site.write(body, "---\nname: Press Section\n---\n");
    let said = review(&site, &[]).stdout;
    assert!(said.contains("<i>name \\(of 1 published statement\\)</i>"), "{said}");
    fs::remove_file(site.path().join(body)).unwrap();
    let said = review(&site, &[]).stdout;
    assert!(said.contains("is gone: sources name it as their publisher"), "{said}");
}

#[test]
fn nothing_changed() {
    let site = Site::small();
    published(&site);
    let run = review(&site, &[]);
    let expected = "## What this changes in the chronicle\n\nNothing that readers would see.\n";
    assert_eq!((run.code, run.stdout.as_str(), run.stderr.as_str()), (Some(0), expected, ""));
}

#[test]
fn a_site_that_is_new_in_a_folder_of_its_repository() {
    let outer = Site::of(&[("README", "No site yet.\n")]);
    published(&outer);
    let small = Site::small();
    for (path, bytes) in crate::support::tree(small.path()) {
        outer.write(&format!("site/{}", path.display()), std::str::from_utf8(&bytes).unwrap());
    }
    let run = chronicle(&["review", "--root", outer.path().join("site").to_str().unwrap()]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    assert!(run.stdout.contains("| statements | 1 | 0 | 0 |"), "{}", run.stdout);
    git(&outer, &["add", "."]);
    git(&outer, &["commit", "--quiet", "--message=Site"]);
    outer.write(&format!("site/{FIRST}"), &STATEMENT.replace("A first", "The first"));
    let run = chronicle(&["review", "--base=HEAD", "--root", outer.path().join("site").to_str().unwrap()]);
    assert!(run.stdout.contains("| statements | 0 | 1 | 0 |"), "{}{}", run.stdout, run.stderr);
}

#[test]
fn what_it_cannot_do() {
    let site = Site::small();
    let run = review(&site, &[]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
    assert!(run.stderr.starts_with("error: `review` compares with what `git` has of `"), "{}", run.stderr);
    assert!(run.stderr.contains("not a git repository"), "{}", run.stderr);
    published(&site);
    for (arguments, expected) in [
        (
            ["--base", "nowhere"],
            "error: `git` knows no commit `nowhere`: name one that `git log` shows, or fetch it first\n",
        ),
        (
            ["--base=--all", "--drafts"],
            "error: `git` knows no commit `--all`: name one that `git log` shows, or fetch it first\n",
        ),
    ] {
        let run = review(&site, &arguments);
        assert_eq!((run.code, run.stdout.as_str(), run.stderr.as_str()), (Some(2), "", expected));
    }
    git(&site, &["switch", "--quiet", "--orphan", "apart"]);
    site.write("site.toml", "title = \"Small\"\nbase_url = \"https://example.org/\"\n");
    git(&site, &["add", "."]);
    git(&site, &["commit", "--quiet", "--message=Apart"]);
    let run = review(&site, &[]);
    assert!(run.stderr.contains("no commit in common with `main`"), "{}", run.stderr);
    let nowhere = tempfile::tempdir().unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_chronicle"));
    let output = command.env("PATH", nowhere.path()).arg("review").arg("--root").arg(site.path()).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("there is no `git` on this machine: install it"));
}

/// Compares with `tests/review/<name>.md`, or writes it where `CHRONICLE_BLESS` is set.
fn snapshot(name: &str, found: &str) {
    let file = format!("tests/review/{name}.md");
    if std::env::var_os("CHRONICLE_BLESS").is_some() {
        fs::create_dir_all("tests/review").unwrap();
        fs::write(&file, found).unwrap();
    }
    let expected = fs::read_to_string(&file).unwrap_or_else(|_| panic!("there is no {file}"));
    assert_eq!(found, expected, "run with CHRONICLE_BLESS=1 if it is right");
}

#[test]
fn words_that_another_record_gives_to_another_speaker_are_named() {
    let site = Site::small();
    let person = |name: &str, more: &str| {
        format!("---\nname: {name}\n{more}offices:\n  - {{id: minister, title: Minister, from: 2000}}\n---\n")
    };
    site.write("content/people/bo-day.md", &person("Bo Day", ""));
    site.write("content/people/ann-lee.md", &person("Ann Lee", "names: [A. Lee, The Envoy]\n"));
    let said = STATEMENT.replace("[A. Lee]", "[ann-lee, bo-day]");
    site.write(FIRST, &format!("{}\n> We agree on this.\n> — The Envoy\n", said.trim_end()));
    published(&site);
    site.write("content/people/bo-day.md", &person("Bo Day", "names: [The Envoy]\n"));
    site.write("content/people/ann-lee.md", &person("Ann Lee", "names: [A. Lee]\n"));
    assert_eq!(site.check(&[]).code, Some(0));
    let run = review(&site, &[]);
    let (published, _) = run.stdout.split_once("Other").unwrap_or((&run.stdout, ""));
    assert!(published.contains("whose words quotation q1 has") && published.contains("bo-day"), "{}", run.stdout);
}

/// Examples of a new site were never published; but calling a record an example hides nothing of it.
#[test]
fn examples_are_replaced_and_records_stay_records() {
    let site = Site::of(&[]);
    assert_eq!(chronicle(&["init", site.path().to_str().unwrap()]).code, Some(0));
    published(&site);
    for path in ["statements/2024/2024-05-14-example-statement.md", "people/example-minister.md"] {
        fs::remove_file(site.path().join("content").join(path)).unwrap();
    }
    let run = review(&site, &["--base", "main"]);
    assert!(!run.stdout.contains("What was published changes"), "{}", run.stdout);
    assert!(run.stdout.contains("### Statements: removed"), "{}", run.stdout);

    let site = Site::small();
    assert_eq!(chronicle(&["lock", "--root", site.path().to_str().unwrap()]).code, Some(0));
    published(&site);
    site.write(FIRST, &STATEMENT.replace("fidelity", "example: true\nfidelity"));
    let run = review(&site, &["--base", "main"]);
    assert!(run.stdout.contains("### What was published changes: 1"), "{}", run.stdout);
    assert!(run.stdout.contains("<i>example</i>"), "{}", run.stdout);
    git(&site, &["commit", "--all", "--quiet", "--message=Second"]);
    git(&site, &["branch", "--force", "main"]);
    site.write(FIRST, &STATEMENT.replace("A. Lee", "ann-lee").replace("very words", "other words"));
    let run = review(&site, &["--base", "main"]);
    assert!(run.stdout.contains("<i>quotation q1</i>"), "{}", run.stdout);
}

#[test]
fn a_kept_text_that_becomes_public_is_named() {
    let site = Site::small();
    let kept = |publish: &str| {
        let source = format!("{{title: The report, publisher: P, text: sources/report.txt{publish}}}");
        STATEMENT.replace("\"https://example.com/1\"", &source)
    };
    site.write("content/sources/report.txt", "She said: The very words. And more.\n");
    site.write(FIRST, &kept(""));
    published(&site);
    let heading = "Kept texts of sources that are published whole";
    assert!(!review(&site, &[]).stdout.contains(heading));
    site.write(FIRST, &kept(", publish: true"));
    let told = review(&site, &[]).stdout;
    let (_, rest) = told.split_once(heading).expect(&told);
    assert!(rest.lines().take(4).any(|line| line == "- /sources/report/"), "{told}");
    // What was public before is no news.
    git(&site, &["commit", "--quiet", "--all", "--message=Publish it"]);
    assert!(!review(&site, &["--base", "HEAD"]).stdout.contains(heading));
}
