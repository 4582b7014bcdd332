//! What a stranger's files may not do: write or read outside the site, take a page's address, replace foreign files.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::support::{Ran, STATEMENT, Site, chronicle, chronicle_in, tree};

const FIRST: &str = "content/statements/2006/2006-02-02-first.md";

/// Each script tries an attack, and ends with exit code 0 if it fails.
#[cfg(unix)]
#[test]
fn attacks_fail() {
    let mut tried = 0;
    for script in fs::read_dir("tests/cases/security").unwrap().map(|entry| entry.unwrap().path()) {
        let run = Command::new("bash").arg(&script).arg(env!("CARGO_BIN_EXE_chronicle")).output().unwrap();
        let said = String::from_utf8_lossy(&run.stdout);
        assert!(run.status.success(), "{}: {said}{}", script.display(), String::from_utf8_lossy(&run.stderr));
        tried += 1;
    }
    assert_eq!(tried, 5);
}

#[cfg(unix)]
fn link(to: impl AsRef<Path>, at: impl AsRef<Path>) {
    fs::create_dir_all(at.as_ref().parent().unwrap()).unwrap();
    std::os::unix::fs::symlink(to, at).unwrap();
}

/// A site in a folder, with a folder `outside` beside it in which nothing may change.
#[cfg(unix)]
struct Beside {
    site: Site,
    outside: tempfile::TempDir,
}

#[cfg(unix)]
impl Beside {
    fn new() -> Beside {
        let outside = tempfile::tempdir().unwrap();
        fs::write(outside.path().join("keys"), "original").unwrap();
        fs::create_dir(outside.path().join("folder")).unwrap();
        Beside { site: Site::small(), outside }
    }

    fn outside(&self, path: &str) -> std::path::PathBuf {
        self.outside.path().join(path)
    }

    /// The run could not be made, says why, and has written nothing.
    #[track_caller]
    fn assert_refused(&self, run: &Ran, link: &str) {
        assert_eq!(run.code, Some(2), "{}{}", run.stdout, run.stderr);
        let says = format!("{link}` is a symbolic link, which is not followed: remove it\n");
        assert!(run.stderr.ends_with(&says), "{}", run.stderr);
        assert_eq!(fs::read_to_string(self.outside("keys")).unwrap(), "original");
        let names: Vec<_> = walkdir::WalkDir::new(self.outside.path()).min_depth(1).into_iter().collect();
        assert_eq!(names.len(), 2, "{names:?}");
    }
}

#[cfg(unix)]
#[test]
fn no_link_is_followed_on_writing_the_site() {
    // Where the link is, and what it leads to; for each the site is built anew, and built before.
    let links = [
        ("public", "folder"),
        ("public", "nothing-yet"),
        ("public/statements", "folder"),
        ("public/index.html", "keys"),
        ("public/index.html", "nothing-yet"),
        ("public/topics/trade/index.html", "keys"),
        (".chronicle", "folder"),
    ];
    for (at, to) in links {
        for is_built in [false, true] {
            let beside = Beside::new();
            if is_built {
                assert_eq!(beside.site.build(&[]).code, Some(0));
                let there = beside.site.path().join(at);
                if there.is_dir() {
                    fs::remove_dir_all(&there).unwrap()
                } else {
                    fs::remove_file(&there).unwrap()
                }
                beside.site.write(FIRST, &STATEMENT.replace("What was said.", "Other words."));
            }
            link(beside.outside(to), beside.site.path().join(at));
            for more in [&[][..], &["--force"], &["--no-cache"]] {
                beside.assert_refused(&beside.site.build(more), at);
            }
        }
    }
}

#[cfg(unix)]
#[test]
fn no_link_is_followed_to_the_state_of_a_build() {
    let beside = Beside::new();
    assert_eq!(beside.site.build(&[]).code, Some(0));
    let state: Vec<_> = tree(&beside.site.path().join(".chronicle")).into_keys().collect();
    assert!(state.len() >= 3, "{state:?}");
    for name in state {
        let file = beside.site.path().join(".chronicle").join(&name);
        let bytes = fs::read(&file).unwrap();
        fs::remove_file(&file).unwrap();
        link(beside.outside("keys"), &file);
        beside.site.write(FIRST, &STATEMENT.replace("What was said.", &format!("Said {}.", name.display())));
        let before = beside.site.tree();
        let run = beside.site.build(&["--force"]);
        assert!(before == beside.site.tree(), "{}: pages were moved", name.display());
        beside.assert_refused(&run, &format!(".chronicle/{}", name.display()));
        fs::remove_file(&file).unwrap();
        fs::write(&file, bytes).unwrap();
        let run = beside.site.build(&["--force"]);
        assert_eq!(run.code, Some(0), "{}", run.stderr);
    }
}

#[cfg(unix)]
#[test]
fn commands_that_write_single_files_follow_no_link() {
    let beside = Beside::new();
    let root = beside.site.path().to_str().unwrap();
    let places = beside.site.path().join("content/places");
    link(beside.outside("folder"), &places);
    let run = chronicle(&["new", "--root", root, "place", "Geneva"]);
    beside.assert_refused_or_found(&run, "content/places");
    fs::remove_file(&places).unwrap();
    link(beside.outside("folder"), beside.site.path().join(".chronicle"));
    beside.assert_refused(&chronicle(&["schema", "--write", "--root", root]), ".chronicle");
    fs::remove_file(beside.site.path().join(".chronicle")).unwrap();
    // The lock is an input as well: it is refused before it would be written.
    link(beside.outside("keys"), beside.site.path().join("chronicle.lock"));
    let run = chronicle(&["lock", "--root", root]);
    assert_eq!(run.code, Some(1), "{}", run.stderr);
    assert!(run.stderr.contains("error[refused-link]"), "{}", run.stderr);
    assert_eq!(fs::read_to_string(beside.outside("keys")).unwrap(), "original");
}

/// A text that the user names in the site is what it seems to be: no link to another file, and no pipe.
#[cfg(unix)]
#[test]
fn texts_are_taken_through_no_link_of_the_site() {
    let beside = Beside::new();
    fs::write(beside.outside("keys"), "original").unwrap();
    let root = beside.site.path();
    link(beside.outside("keys"), root.join("report.txt"));
    link(beside.outside("folder"), root.join("reports"));
    fs::write(beside.outside("folder/report.txt"), "original").unwrap();
    assert!(Command::new("mkfifo").arg(root.join("pipe.txt")).status().unwrap().success());
    for (file, reason) in [
        ("report.txt", "report.txt` is a symbolic link, which is not followed"),
        ("reports/report.txt", "reports` is a symbolic link, which is not followed"),
        ("content/../report.txt", "report.txt` is a symbolic link, which is not followed"),
        ("pipe.txt", "cannot read `pipe.txt`: "),
    ] {
        for command in [&["new", "source", file][..], &["new", "statement", "--date", "2006-02-03", "--from", file]] {
            let run = chronicle_in(root, command);
            assert_eq!(run.code, Some(2), "{command:?}: {}", run.stdout);
            assert!(run.stderr.contains(reason), "{command:?}: {}", run.stderr);
            assert!(!root.join("content/sources").exists(), "{command:?}");
        }
    }
    // Elsewhere a link is the user's own.
    link(beside.outside("folder/report.txt"), beside.outside("mine.txt"));
    let run = chronicle_in(root, &["new", "source", beside.outside("mine.txt").to_str().unwrap()]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
}

/// The comment of a review goes where the user says, but not by links of the repository that is reviewed.
#[cfg(unix)]
#[test]
fn a_comment_is_written_through_no_link_of_the_repository() {
    let beside = Beside::new();
    let git = |arguments: &[&str]| {
        let all = ["-c", "user.name=A", "-c", "user.email=a@example.org"].iter().chain(arguments);
        let run = std::process::Command::new("git").args(all).current_dir(beside.site.path()).output().unwrap();
        assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    };
    git(&["init", "--quiet"]);
    git(&["add", "--all"]);
    git(&["commit", "--quiet", "--message", "Begin"]);
    link(beside.outside("folder"), beside.site.path().join("reviews"));
    link(beside.outside("keys"), beside.site.path().join("comment.md"));
    let root = beside.site.path().to_str().unwrap();
    let review = |comment: &str| {
        chronicle(&["review", "--base", "HEAD", "--root", root, "--comment", &format!("{root}/{comment}")])
    };
    for comment in ["reviews/comment.md", "content/../reviews/comment.md"] {
        beside.assert_refused(&review(comment), "reviews");
    }
    beside.assert_refused(&review("comment.md"), "comment.md");
    assert_eq!(review("new.md").code, Some(0));
    assert!(beside.site.path().join("new.md").is_file());
    // Elsewhere links are the user's own.
    link("folder", beside.outside("mine"));
    let comment = beside.outside("mine/comment.md");
    let run = chronicle(&["review", "--base", "HEAD", "--root", root, "--comment", comment.to_str().unwrap()]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert!(beside.outside("folder/comment.md").is_file());
}

#[cfg(unix)]
impl Beside {
    /// As `assert_refused`; or the link was a finding.
    #[track_caller]
    fn assert_refused_or_found(&self, run: &Ran, path: &str) {
        assert!(matches!(run.code, Some(1 | 2)), "{}{}", run.stdout, run.stderr);
        assert!(run.stderr.contains(path), "{}", run.stderr);
        assert_eq!(fs::read_dir(self.outside("folder")).unwrap().count(), 0);
    }
}

#[cfg(unix)]
#[test]
fn an_output_outside_the_site_may_be_a_link_that_the_user_named() {
    let beside = Beside::new();
    let named = beside.outside("named");
    link(beside.outside("folder"), &named);
    let run = beside.site.build(&["--output", named.to_str().unwrap()]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert!(beside.outside("folder/index.html").is_file());
    assert!(fs::symlink_metadata(&named).unwrap().is_symlink());
    let left = fs::read_dir(beside.outside.path()).unwrap().count();
    assert_eq!(left, 3, "a stage was left");
    // One that leads into the site is not.
    fs::remove_file(&named).unwrap();
    link(beside.site.path().join("content"), &named);
    let run = beside.site.build(&["--output", named.to_str().unwrap()]);
    assert_eq!(run.code, Some(2));
    assert!(run.stderr.contains("holds the site's own files"), "{}", run.stderr);
}

#[cfg(unix)]
#[test]
fn links_are_read_only_within_an_input_folder() {
    let refused = |prepare: &dyn Fn(&Beside), at: &str| {
        let beside = Beside::new();
        fs::write(beside.outside("keys"), "token-4711").unwrap();
        prepare(&beside);
        let run = beside.site.check(&["--format", "short"]);
        assert_eq!(run.code, Some(1), "{at}: {}{}", run.stdout, run.stderr);
        let line = format!("{at}:1:1: error[refused-link]: ");
        assert!(run.stdout.contains(&line), "{at}: {}", run.stdout);
        for format in ["human", "json", "sarif", "github"] {
            let run = beside.site.check(&["--format", format]);
            assert!(!(run.stdout + &run.stderr).contains("4711"), "{at}");
        }
        let run = beside.site.build(&[]);
        assert_eq!(run.code, Some(1));
        assert!(!run.stderr.contains("4711"), "{at}: {}", run.stderr);
        assert!(!beside.site.path().join("public").exists(), "{at}");
    };
    for folder in ["messages", "static", "templates", "wording"] {
        refused(&|beside| link(beside.outside(""), beside.site.path().join(folder)), folder);
    }
    refused(
        &|beside| {
            fs::rename(beside.site.path().join("content"), beside.outside("content")).unwrap();
            link(beside.outside("content"), beside.site.path().join("content"));
        },
        "content",
    );
    refused(&|beside| link(beside.outside("keys"), beside.site.path().join("chronicle.lock")), "chronicle.lock");
    for at in [
        "static/file.txt",
        "content/sources/x.txt",
        "content/topics/x.md",
        "templates/base.html",
        "messages/en.ftl",
        "wording/en.toml",
    ] {
        refused(&|beside| link(beside.outside("keys"), beside.site.path().join(at)), at);
    }
    // Within the root, but not within the same folder; hidden; a folder; nothing; itself.
    let within = [
        ("static/a.txt", "../site.toml"),
        ("static/a.txt", "../content/topics/trade.md"),
        ("static/a.txt", "../.git/config"),
        ("static/a.txt", ".hidden/file"),
        ("static/a", "b"),
        ("static/a.txt", "none"),
        ("static/a.txt", "a.txt"),
    ];
    for (at, to) in within {
        refused(
            &|beside| {
                beside.site.write(".git/config", "token-4711");
                beside.site.write("static/.hidden/file", "token-4711");
                beside.site.write("static/b/file", "words");
                link(to, beside.site.path().join(at));
            },
            at,
        );
    }
    let beside = Beside::new();
    beside.site.write("static/b/file.txt", "words");
    link("b/file.txt", beside.site.path().join("static/a.txt"));
    assert_eq!(beside.site.build(&[]).code, Some(0));
    assert_eq!(beside.site.page("a.txt"), "words");
}

#[cfg(unix)]
#[test]
fn settings_that_are_a_link_are_not_read() {
    let beside = Beside::new();
    fs::rename(beside.site.path().join("site.toml"), beside.outside("site.toml")).unwrap();
    link(beside.outside("site.toml"), beside.site.path().join("site.toml"));
    let run = beside.site.build(&[]);
    assert_eq!(run.code, Some(2));
    assert!(run.stderr.contains("site.toml` is a symbolic link, which is not followed"), "{}", run.stderr);
}

#[cfg(unix)]
#[test]
fn pipes_and_sockets_are_not_opened() {
    let site = Site::small();
    for path in ["static", "content/sources", "content/topics", "templates", "themes/x"] {
        fs::create_dir_all(site.path().join(path)).unwrap();
    }
    let pipes = [
        "static/pipe",
        "content/sources/pipe.txt",
        "content/topics/pipe.md",
        "templates/base.html",
        "chronicle.lock",
        "messages",
        "wording",
    ];
    for pipe in pipes {
        let made = Command::new("mkfifo").arg(site.path().join(pipe)).status().unwrap();
        assert!(made.success());
    }
    let _socket = std::os::unix::net::UnixListener::bind(site.path().join("themes/x/socket")).unwrap();
    let run = site.check(&["--format", "short"]);
    assert_eq!(run.code, Some(1), "{}", run.stderr);
    for path in pipes.iter().chain(&["themes/x/socket"]) {
        let line = format!("{path}:1:1: error[special-file]: what is no regular file is not read");
        assert!(run.stdout.contains(&line), "{path}: {}", run.stdout);
    }
}

#[test]
fn sizes_are_looked_at_before_files_are_read() {
    let site = Site::small();
    let sparse = |path: &str, size: u64| {
        site.write(path, "");
        fs::File::options().write(true).open(site.path().join(path)).unwrap().set_len(size).unwrap();
    };
    // None of this would fit into memory.
    let files = [
        "content/sources/x.txt",
        "static/x.bin",
        "templates/base.html",
        "wording/en.toml",
        "content/topics/x.md",
        "chronicle.lock",
    ];
    for path in files {
        sparse(path, 1 << 40);
    }
    let run = site.check(&["--format", "short"]);
    assert_eq!(run.code, Some(1), "{}", run.stderr);
    for path in files {
        let code = if path == "content/topics/x.md" { "oversized-entry" } else { "oversized-file" };
        assert!(run.stdout.contains(&format!("{path}:1:1: error[{code}]: ")), "{path}: {}", run.stdout);
    }
    sparse("site.toml", 1 << 40);
    let run = site.check(&[]);
    assert_eq!(run.code, Some(2));
    assert!(run.stderr.ends_with("site.toml` is larger than 4 MiB\n"), "{}", run.stderr);
}

#[test]
fn no_static_file_takes_the_address_of_a_page() {
    let spellings = [
        "topics/trade/index.html",
        "topics/trade.html",
        "Topics/trade/index.html",
        "topics/TRADE/Index.HTML",
        "topics",
        "TOPICS",
        "topics/trade/index.html/x",
        "Topics/trade/Index.html/x",
        "index.html/index.html",
        "statements/2006-02-02-first/index.html",
        "statements/2006-02-02-first.html",
        "statements/2006-02-02-first/index.md",
        "statements/2006-02-02-first/INDEX.json",
        "statements/2006-02-02-First",
        "index.html",
        "404.html",
        "404.HTML",
        "sitemap.xml",
        "atom.xml",
        "_redirects",
        "robots.txt",
        // What servers send in the place of a page.
        "topics/trade/index.html.gz",
        "topics/trade/Index.html.BR",
        "statements/2006-02-02-first/index.json.gz",
        "atom.xml.zst",
        "index.html.gz",
        "statements/2006-02-02-first/index.htm",
        "topics/trade/index.php",
        "topics/trade/Default.htm",
        "topics/trade/default.html",
        "index.htm.gz",
        "default.htm",
    ];
    for spelling in spellings {
        let site = Site::small();
        site.write(&format!("static/{spelling}"), "false");
        let run = site.check(&["--format", "short"]);
        assert_eq!(run.code, Some(1), "{spelling}: {}{}", run.stdout, run.stderr);
        assert!(run.stdout.contains(&format!("static/{spelling}:1:1: error[address-clash]")), "{}", run.stdout);
        assert_eq!(site.build(&[]).code, Some(1));
    }
}

#[test]
fn static_files_may_have_compressed_copies_and_pages_of_their_own() {
    let site = Site::small();
    for path in [
        "files/all.csv",
        "files/all.csv.gz",
        "files/all.csv.br",
        "files/index.htm",
        "files/index.php",
        "x.gz",
        "default/index.html",
    ] {
        site.write(&format!("static/{path}"), "x");
    }
    let run = site.check(&["--format", "short"]);
    assert_eq!((run.code, run.stdout.contains("address-clash")), (Some(0), false), "{}", run.stdout);
}

#[cfg(target_os = "linux")]
#[test]
fn static_files_that_some_systems_take_for_one_clash() {
    for (one, other) in
        [("Map.png", "map.png"), ("caf\u{e9}.txt", "cafe\u{301}.txt"), ("a.html", "a/index.html"), ("Maps", "maps/x")]
    {
        let site = Site::small();
        site.write(&format!("static/{one}"), "one");
        site.write(&format!("static/{other}"), "other");
        let run = site.check(&["--format", "short"]);
        assert_eq!(run.code, Some(1), "{one} {other}: {}{}", run.stdout, run.stderr);
        assert!(run.stdout.contains("error[address-clash]"), "{}", run.stdout);
    }
}

#[cfg(unix)]
#[test]
fn names_that_end_lines_are_refused() {
    let site = Site::small();
    for name in ["a\nb.txt", "a\u{1b}[31m.txt", "a\\b.txt", "a\u{85}.txt"] {
        site.write(&format!("static/{name}"), "words");
    }
    let run = site.check(&["--format", "json"]);
    assert_eq!(run.stdout.matches("bad-file-name").count(), 4, "{}", run.stdout);
}

#[test]
fn the_output_is_none_of_the_inputs() {
    let site = Site::small();
    fs::create_dir_all(site.path().join(".git")).unwrap();
    let root = site.path().to_str().unwrap();
    let parent = site.path().parent().unwrap().to_str().unwrap();
    for below in [
        "content",
        "content/new",
        "static",
        "templates/x",
        "themes",
        "messages",
        "wording",
        "Wording",
        "site.toml",
        "chronicle.lock",
        ".chronicle",
        ".chronicle/x",
        ".git",
        ".git/x",
        "x/.git/y",
        "",
        "x/..",
        "x/../content",
    ] {
        let run = site.build(&["--output", &format!("{root}/{below}")]);
        assert_eq!(run.code, Some(2), "{below}: {}{}", run.stdout, run.stderr);
        assert!(run.stderr.contains("holds the site's own files: choose another"), "{below}: {}", run.stderr);
    }
    let run = site.build(&["--output", parent]);
    assert!(run.stderr.contains("holds the site's own files: choose another"), "{}", run.stderr);
    site.write("file", "foreign");
    let run = site.build(&["--output", &format!("{root}/file")]);
    assert_eq!(run.code, Some(2));
    assert!(run.stderr.contains("it is no folder, choose another"), "{}", run.stderr);
    site.write("repository/.git/config", "");
    let run = site.build(&["--output", &format!("{root}/repository")]);
    assert_eq!(run.code, Some(2));
    assert!(run.stderr.contains("is a git repository: choose another"), "{}", run.stderr);
    assert_eq!(tree(&site.path().join("repository")).len(), 1);
}

#[test]
fn foreign_files_are_not_replaced() {
    let site = Site::small();
    site.write("public/index.html", "foreign");
    site.write("public/topics/trade/index.html", "foreign as well");
    site.write("public/own/notes.txt", "left alone");
    let before = site.tree();
    for _ in 0..2 {
        let run = site.build(&[]);
        assert_eq!(run.code, Some(2), "{}", run.stderr);
        let public = site.path().join("public");
        let said = format!(
            "error: would replace what Chronicle did not write: `{public}/index.html`, `{public}/topics/trade/index.html`; \
             move it away, choose another folder, or add `--force`; nothing was written\n",
            public = public.display()
        );
        assert_eq!(run.stderr, said);
        assert_eq!(site.tree(), before);
        assert!(
            !fs::read_dir(site.path()).unwrap().any(|entry| entry
                .unwrap()
                .file_name()
                .to_string_lossy()
                .contains("staged"))
        );
    }
    assert_eq!(site.build(&["--force"]).code, Some(0));
    let now = site.tree();
    assert_eq!(now[Path::new("own/notes.txt")], b"left alone");
    assert_ne!(now[Path::new("index.html")], b"foreign");
    // What has the same bytes is taken over.
    fs::remove_dir_all(site.path().join(".chronicle")).unwrap();
    let run = site.build(&[]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert!(run.stdout.contains("0 files written"), "{}", run.stdout);
    site.write(FIRST, &STATEMENT.replace("What was said.", "Other words."));
    assert_eq!(site.build(&[]).code, Some(0));
}

#[test]
fn what_is_in_the_way_is_found_before_anything_is_moved() {
    for (foreign, named) in
        [("topics/trade/index.html/x/y", "topics/trade/index.html/x/y"), ("topics/trade", "topics/trade")]
    {
        let site = Site::small();
        assert_eq!(site.build(&[]).code, Some(0));
        let place = site.path().join("public/topics/trade");
        fs::remove_dir_all(&place).unwrap();
        site.write(&format!("public/{foreign}"), "foreign");
        site.write(FIRST, &STATEMENT.replace("What was said.", "Other words."));
        let before = site.tree();
        let run = site.build(&["--force"]);
        assert_eq!(run.code, Some(2), "{}", run.stderr);
        assert!(
            run.stderr.contains(&format!("public/{named}`, which Chronicle did not write, is in the way")),
            "{}",
            run.stderr
        );
        assert_eq!(site.tree(), before);
    }
    // Empty folders are in nobody's way.
    let site = Site::small();
    fs::create_dir_all(site.path().join("public/index.html/a/b")).unwrap();
    let run = site.build(&[]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
}

#[test]
fn a_name_too_long_is_found_before_anything_is_moved() {
    let site = Site::small();
    let name = format!("{}.css", "a".repeat(250));
    site.write(&format!("static/{name}"), "");
    assert_eq!(site.check(&[]).code, Some(0));
    // The fingerprint makes the name of a style sheet longer that a template asks for.
    site.write("templates/foot.html", &format!("{{{{ assets[\"{name}\"] }}}}"));
    let run = site.check(&["--format", "short"]);
    assert!(run.stdout.contains("error[bad-file-name]: the name of the file is too long"), "{}", run.stdout);
    assert_eq!(site.build(&[]).code, Some(1));
    assert!(!site.path().join("public").exists());
}

#[test]
fn an_output_is_the_same_however_it_is_spelled() {
    let site = Site::small();
    assert_eq!(site.build(&[]).code, Some(0));
    let root = site.path().to_str().unwrap();
    for (number, output) in ["public/", "./public", "content/../public", "../NAME/public"].into_iter().enumerate() {
        site.write(FIRST, &STATEMENT.replace("What was said.", &format!("Said {number}.")));
        let output = output.replace("NAME", site.path().file_name().unwrap().to_str().unwrap());
        let run = site.build(&["--output", &format!("{root}/{output}")]);
        assert_eq!(run.code, Some(0), "{output}: {}", run.stderr);
    }
    // A site that is moved keeps what it knows.
    let moved = tempfile::tempdir().unwrap();
    let moved = moved.path().join("site");
    fs::rename(site.path(), &moved).unwrap();
    fs::write(moved.join(FIRST), STATEMENT.replace("What was said.", "Said elsewhere.")).unwrap();
    let run = chronicle(&["build", "--root", moved.to_str().unwrap()]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    fs::rename(&moved, site.path()).unwrap();
}

/// Files of the state that came with the site do not make foreign files Chronicle's own.
#[test]
fn state_that_came_with_the_site_gives_no_file_away() {
    let site = Site::small();
    site.write("public/index.html", "mine");
    assert_eq!(site.build(&[]).code, Some(2));
    let state = site.path().join(".chronicle");
    let name = fs::read_dir(&state).unwrap().next().unwrap().unwrap().path();
    let name = name.file_stem().unwrap().to_str().unwrap().to_owned();
    fs::remove_dir_all(&state).unwrap();
    for (ending, text) in [
        ("unfinished", "0000000000000001 /\n"),
        ("unfinished", "sealed 0 0 0\n0000000000000001 /\n"),
        ("manifest", "chronicle manifest 3\n0000000000000001 4 1 7 /\n"),
        ("manifest", "sealed 0 0 0\nchronicle manifest 3\n0000000000000001 4 1 7 /\n"),
    ] {
        site.write(&format!(".chronicle/{name}.{ending}"), text);
        let run = site.build(&[]);
        assert_eq!(run.code, Some(2), "{ending}: {}", run.stderr);
        assert_eq!(site.page("index.html"), "mine");
    }
}

#[test]
fn a_build_that_is_killed_knows_its_files_again() {
    let site = Site::small();
    assert_eq!(site.build(&[]).code, Some(0));
    let state = || tree(&site.path().join(".chronicle"));
    let manifest = state().into_keys().find(|path| path.extension().is_some_and(|end| end == "manifest")).unwrap();
    let text = String::from_utf8(state()[&manifest].clone()).unwrap();
    // As if the page had been moved into place by a build that could not write the manifest.
    let line = text.lines().find(|line| line.ends_with(" /topics/trade/")).unwrap();
    let seal = text.lines().next().unwrap();
    site.write(&format!(".chronicle/{}", manifest.display()), &text.replace(&format!("{line}\n"), ""));
    site.write("content/topics/trade.md", "---\nlabel: Trade\nalt: [Commerce]\nscope: Goods\n---\n");
    assert_eq!(site.build(&[]).code, Some(2));
    let unfinished = manifest.with_extension("unfinished");
    let hash = xxhash_rust::xxh3::xxh3_64(site.page("topics/trade/index.html").as_bytes());
    // Two builds were killed, one after the other.
    let lines = format!("{seal}\n0000000000000001 /topics/trade/\n{hash:016x} /topics/trade/\n");
    site.write(&format!(".chronicle/{}", unfinished.display()), &lines);
    let run = site.build(&[]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert!(site.page("topics/trade/index.html").contains("Goods"));
    assert!(!site.path().join(".chronicle").join(unfinished).exists());
}

/// Rights, owners and copies change the stamp of a file, and not the file.
#[cfg(unix)]
#[test]
fn a_page_that_is_planned_no_more_goes_whatever_became_of_its_stamp() {
    use std::os::unix::fs::PermissionsExt;
    let site = Site::small();
    site.write("static/old.txt", "words");
    site.write("static/changed.txt", "words");
    assert_eq!(site.build(&[]).code, Some(0));
    for name in ["old.txt", "changed.txt"] {
        fs::set_permissions(site.path().join("public").join(name), PermissionsExt::from_mode(0o600)).unwrap();
        fs::remove_file(site.path().join("static").join(name)).unwrap();
    }
    site.write("public/changed.txt", "mine!");
    let run = site.build(&[]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert!(!site.path().join("public/old.txt").exists());
    // What somebody changed since is not Chronicle's to remove.
    assert_eq!(site.page("changed.txt"), "mine!");
}

/// What a killed build moved into place and the next one does not plan is not left.
#[test]
fn what_a_killed_build_left_and_nobody_plans_goes() {
    let site = Site::small();
    assert_eq!(site.build(&[]).code, Some(0));
    let whole = site.tree();
    site.write("public/ghost/index.html", "words");
    site.write("public/own.txt", "mine");
    let state = tree(&site.path().join(".chronicle"));
    let manifest = state.keys().find(|path| path.extension().is_some_and(|end| end == "manifest")).unwrap();
    let text = String::from_utf8(state[manifest].clone()).unwrap();
    let hash = xxhash_rust::xxh3::xxh3_64(b"words");
    let unfinished = format!("{}\n{hash:016x} /ghost/\n{hash:016x} /own.txt\n", text.lines().next().unwrap());
    site.write(&format!(".chronicle/{}", manifest.with_extension("unfinished").display()), &unfinished);
    assert_eq!(site.build(&[]).code, Some(0));
    assert!(!site.path().join("public/ghost").exists());
    assert_eq!(site.page("own.txt"), "mine");
    fs::remove_file(site.path().join("public/own.txt")).unwrap();
    assert!(site.tree() == whole);
}

/// Sets the time of a file back to what it was.
fn restore(file: &Path, write: impl FnOnce()) {
    let time = fs::metadata(file).unwrap().modified().unwrap();
    write();
    fs::File::options().write(true).open(file).unwrap().set_modified(time).unwrap();
}

#[cfg(unix)]
#[test]
fn a_change_with_the_same_size_and_time_is_seen() {
    let site = Site::small();
    assert_eq!(site.build(&[]).code, Some(0));
    std::thread::sleep(std::time::Duration::from_millis(200));
    // The second run knows every file by its stamp.
    assert_eq!(site.build(&[]).code, Some(0));
    let source = site.path().join(FIRST);
    restore(&source, || site.write(FIRST, &STATEMENT.replace("What was said.", "What was SAID.")));
    assert_eq!(site.build(&[]).code, Some(0));
    assert!(site.page("statements/2006-02-02-first/index.html").contains("What was SAID."));
    let whole = site.tree();
    let page = site.path().join("public/statements/2006-02-02-first/index.html");
    let spoilt = fs::read_to_string(&page).unwrap().replace("What was SAID.", "What was said?");
    restore(&page, || fs::write(&page, spoilt).unwrap());
    // It is no page that Chronicle wrote, and somebody may want it.
    let run = site.build(&[]);
    assert!(run.code == Some(2) && run.stderr.contains("2006-02-02-first/index.html`; move it away"), "{}", run.stderr);
    assert!(site.page("statements/2006-02-02-first/index.html").contains("What was said?"));
    assert_eq!(site.build(&["--force"]).code, Some(0));
    assert!(site.tree() == whole);
}

/// What replaces a page is not Chronicle's because a page was there; what has the bytes of that page is.
#[test]
fn a_file_in_the_place_of_a_page_is_not_replaced() {
    let site = Site::small();
    assert_eq!(site.build(&[]).code, Some(0));
    let (page, topic) = (site.page("index.html"), site.page("topics/trade/index.html"));
    site.write("public/index.html", "mine");
    // As a copy of the site has it, with another time.
    fs::remove_file(site.path().join("public/topics/trade/index.html")).unwrap();
    site.write("public/topics/trade/index.html", &topic);
    for round in 0..3 {
        if round == 1 {
            site.write(FIRST, &STATEMENT.replace("A first statement", "Another title"));
        }
        let run = site.build(if round == 2 { &["--no-cache"] } else { &[] });
        let named = format!("did not write: `{}`; move", site.path().join("public/index.html").display());
        assert!(run.code == Some(2) && run.stderr.contains(&named), "{}", run.stderr);
        assert_eq!(site.page("index.html"), "mine");
        assert_eq!(site.page("topics/trade/index.html"), topic);
    }
    site.write("public/index.html", &page);
    assert_eq!(site.build(&[]).code, Some(0));
    assert!(site.page("index.html").contains("Another title"));
    // What is gone is made again.
    fs::remove_file(site.path().join("public/index.html")).unwrap();
    assert_eq!(site.build(&[]).code, Some(0));
    assert!(site.page("index.html").contains("Another title"));
}

/// However long the files are that have the seal of the state, no more of them is read than a site of this size can need.
#[cfg(unix)]
#[test]
fn state_is_read_as_far_as_the_site_can_need_it() {
    let site = Site::small();
    assert_eq!(site.build(&[]).code, Some(0));
    let whole = site.tree();
    let names: Vec<_> = tree(&site.path().join(".chronicle")).into_keys().collect();
    let file = |ending: &str| {
        let name = names.iter().find(|name| name.extension().is_some_and(|end| end == "manifest")).unwrap();
        site.path().join(".chronicle").join(name.with_extension(ending))
    };
    let seal = fs::read_to_string(file("manifest")).unwrap().lines().next().unwrap().to_owned();
    for ending in ["kept", "manifest", "unfinished"] {
        if ending == "unfinished" {
            fs::write(file(ending), format!("{seal}\n")).unwrap();
        }
        let before = fs::read(file(ending)).unwrap();
        // What is not there takes no room on the disk, but would in memory.
        fs::File::options().write(true).open(file(ending)).unwrap().set_len(7 << 30).unwrap();
        let run = site.build(&[]);
        if ending == "kept" {
            assert_eq!(run.code, Some(0), "{}", run.stderr);
            continue;
        }
        assert_eq!(run.code, Some(2), "{ending}");
        let said =
            format!("{ending}` is larger than it can be for this site: remove it; pages that are there then need");
        assert!(run.stderr.contains(&said), "{}", run.stderr);
        fs::write(file(ending), before).unwrap();
    }
    assert_eq!(site.build(&[]).code, Some(0));
    assert!(site.tree() == whole);
    let left = fs::read_dir(site.path())
        .unwrap()
        .filter(|entry| entry.as_ref().unwrap().file_name().to_string_lossy().contains("staged"));
    assert_eq!(left.count(), 0);
}

/// What is kept for the next build, the repository and the output are never among the files that a site is made from.
#[cfg(unix)]
#[test]
fn state_repository_and_output_are_never_inputs() {
    let secrets =
        [".git/config", ".chronicle/secret", "public/secret.txt", "content/.git/config", "static/.chronicle/x"];
    let prepare = || {
        let site = Site::small();
        secrets.iter().for_each(|path| site.write(path, "token-4711"));
        site.write("static/file.txt", "words");
        site
    };
    // They are beside the inputs, and below them.
    let site = prepare();
    let run = site.build(&[]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    let found: Vec<_> =
        site.tree().into_iter().filter(|(_, bytes)| bytes.windows(4).any(|part| part == b"4711")).collect();
    assert_eq!(
        found.iter().map(|(path, _)| path.to_str().unwrap()).collect::<Vec<_>>(),
        ["secret.txt"],
        "it was there"
    );
    // Links lead to none of them: from a file, from a folder, from a whole input folder.
    for secret in secrets {
        let (folder, _) = secret.rsplit_once('/').unwrap();
        for (at, to) in [
            ("static/link.txt", format!("../{secret}")),
            ("static/link", format!("../{folder}")),
            ("content/sources", format!("../{folder}")),
            ("templates", folder.to_owned()),
            ("messages", folder.to_owned()),
            ("wording", folder.to_owned()),
        ] {
            let site = prepare();
            link(&to, site.path().join(at));
            let run = site.check(&["--format", "short"]);
            assert_eq!(run.code, Some(1), "{at} -> {to}: {}{}", run.stdout, run.stderr);
            assert!(run.stdout.contains(&format!("{at}:1:1: error[refused-link]: ")), "{at} -> {to}: {}", run.stdout);
            assert!(!(run.stdout + &run.stderr).contains("4711"), "{at} -> {to}");
        }
    }
    // An output that is an input, by another name.
    for (at, to) in [("out", "static"), ("out", "content/topics"), ("out", ".chronicle"), ("out", ".git")] {
        let site = prepare();
        link(to, site.path().join(at));
        // A build that begins makes an empty file to lock.
        let files = || tree(site.path()).into_iter().filter(|(_, bytes)| !bytes.is_empty()).collect::<Vec<_>>();
        let before = files();
        let run = site.build(&["--output", site.path().join(at).to_str().unwrap()]);
        assert_eq!(run.code, Some(2), "{at} -> {to}: {}", run.stdout);
        assert!(files() == before, "{at} -> {to}");
    }
}

/// A file of the state that came with the site must not tell what other files of the site say.
#[test]
fn state_of_another_place_is_not_believed() {
    let (one, other) = (Site::small(), Site::small());
    one.write(FIRST, &STATEMENT.replace("What was said.", "Words of one."));
    assert_eq!(one.build(&[]).code, Some(0));
    assert_eq!(other.build(&[]).code, Some(0));
    let state = |site: &Site| {
        let files = tree(&site.path().join(".chronicle")).into_keys();
        let kept = files.into_iter().find(|path| path.extension().is_some_and(|end| end == "kept")).unwrap();
        site.path().join(".chronicle").join(kept)
    };
    fs::copy(state(&one), state(&other)).unwrap();
    // The stamps of the one site's files are those of the other's, as far as they can be set.
    let time = fs::metadata(one.path().join(FIRST)).unwrap().modified().unwrap();
    fs::File::options().write(true).open(other.path().join(FIRST)).unwrap().set_modified(time).unwrap();
    other.write("content/topics/trade.md", "---\nlabel: Trade\nalt: [Commerce]\nscope: Goods\n---\n");
    let run = other.build(&[]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    let page = other.page("statements/2006-02-02-first/index.html");
    assert!(page.contains("What was said.") && !page.contains("Words of one."));
}

#[test]
fn tags_of_many_attributes_do_not_exhaust_the_stack() {
    let site = Site::small();
    let many = "a=\"x\" ".repeat(40_000);
    site.write(
        "templates/foot.html",
        &format!(
            "<p {many}>x</p><i title=\"{{{{ assets[\"style.css\"] }}}}\"></i>\n{{% include \"theme/foot.html\" %}}\n"
        ),
    );
    site.write("static/a.css", "");
    site.write("static/a.svg", &format!("<svg {many}xmlns=\"http://www.w3.org/2000/svg\"/>"));
    let settings = fs::read_to_string(site.path().join("site.toml")).unwrap();
    site.write("site.toml", &format!("logo = \"a.svg\"\n{settings}\n[style]\nsheets = [\"a.css\"]\n"));
    let run = site.check(&[]);
    assert!(matches!(run.code, Some(0 | 1)), "{:?} {}", run.code, run.stderr);
}
