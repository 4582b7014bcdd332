//! `chronicle publish`: whole sites into folders and branches.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::support::{Ran, STATEMENT, Site, chronicle, tree};

const FIRST: &str = "content/statements/2006/2006-02-02-first.md";
const LIST: &str = ".chronicle-published";

fn publish(site: &Site, to: &[&str], more: &[&str]) -> Ran {
    chronicle(&[&["publish"], to, &["--root", site.path().to_str().unwrap()], more].concat())
}

fn into_folder(site: &Site, folder: &Path, more: &[&str]) -> Ran {
    publish(site, &["folder", folder.to_str().unwrap()], more)
}

/// The files of a folder without the list of what was published.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut files = tree(folder);
    assert!(files.remove(Path::new(LIST)).is_some(), "there is no list in {}", folder.display());
    files
}

/// The names beside a folder.
fn beside(folder: &Path) -> Vec<String> {
    let names = fs::read_dir(folder.parent().unwrap()).unwrap();
    let mut names: Vec<String> = names.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn a_folder_gets_the_site_and_keeps_what_is_not_chronicles() {
    let site = Site::small();
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("www");
    let shown = folder.display();
    let run = into_folder(&site, &folder, &["--yes"]);
    let count = site.tree().len();
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert_eq!(run.stdout, format!("published to {shown}: {count} files written, 0 removed\n"));
    assert!(run.stderr.starts_with("1 new statement:\n  2006-02-02-first\npages: "), "{}", run.stderr);
    assert_eq!(files(&folder), site.tree());
    let run = into_folder(&site, &folder, &["--yes"]);
    assert_eq!(
        (run.stdout, run.stderr),
        (format!("{shown} has this site already: nothing to publish\n"), String::new())
    );

    fs::create_dir_all(folder.join(".well-known/acme")).unwrap();
    fs::write(folder.join(".well-known/acme/token"), "a").unwrap();
    fs::write(folder.join("CNAME"), "example.org").unwrap();
    site.write(FIRST, &STATEMENT.replace("A first statement", "Another title"));
    let dry = into_folder(&site, &folder, &["--dry-run"]);
    assert_eq!((dry.code, dry.stdout.as_str()), (Some(0), "nothing was published: `--dry-run`\n"));
    assert!(dry.stderr.starts_with("1 changed statement:\n  2006-02-02-first\n"), "{}", dry.stderr);
    assert_ne!(files(&folder), site.tree());
    let asked = into_folder(&site, &folder, &[]);
    assert_eq!(asked.code, Some(2));
    assert!(
        asked.stderr.ends_with("error: nobody can be asked here: add `--yes`, or `--dry-run`\n"),
        "{}",
        asked.stderr
    );
    assert_eq!(into_folder(&site, &folder, &["--yes"]).code, Some(0));
    let mut expected = site.tree();
    expected.insert("CNAME".into(), b"example.org".to_vec());
    expected.insert(".well-known/acme/token".into(), b"a".to_vec());
    assert_eq!(files(&folder), expected);
    assert_eq!(beside(&folder), [".www.publishing", "www"]);
}

#[test]
fn nothing_is_published_that_must_not_be() {
    let site = Site::small();
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("www");
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("index.html"), "somebody else's").unwrap();
    let refused = |more: &[&str], reason: &str| {
        let before = tree(&folder);
        let run = into_folder(&site, &folder, more);
        assert_eq!(run.code, Some(2), "{}", run.stderr);
        let last = run.stderr.lines().last().unwrap_or_default().to_owned();
        assert!(last.contains(reason), "{last}");
        assert_eq!(tree(&folder), before);
    };
    refused(&["--yes"], "would replace what was not published by Chronicle: `");
    fs::remove_file(folder.join("index.html")).unwrap();
    fs::write(folder.join("topics"), "a file where a folder must be").unwrap();
    refused(&["--yes"], "would replace what was not published by Chronicle: `");
    fs::remove_file(folder.join("topics")).unwrap();
    refused(&["--yes", "--drafts"], "drafts are not published");
    refused(&["--yes", "--atomic"], "is a folder, and `--atomic` publishes by a link");
    // Many files vanish, or the page of a published record.
    let lock = chronicle(&["lock", "--root", site.path().to_str().unwrap()]);
    assert_eq!(lock.code, Some(0), "{}", lock.stderr);
    assert_eq!(into_folder(&site, &folder, &["--yes"]).code, Some(0));
    let settings = fs::read_to_string(site.path().join("site.toml")).unwrap();
    site.write("site.toml", &format!("{settings}[outputs]\nmarkdown = false\n"));
    refused(
        &["--yes", "--max-deletes", "0"],
        "1 file would be removed: if that is what you want, add `--max-deletes 1`",
    );
    site.write("site.toml", &format!("{settings}[outputs]\ntopics = false\n"));
    refused(&["--yes"], "the page of `trade`, which is published, would be gone");
    // What was published is known from then, whatever the lock says now.
    let lock = fs::read(site.path().join("chronicle.lock")).unwrap();
    fs::remove_file(site.path().join("chronicle.lock")).unwrap();
    refused(&["--yes"], "the page of `trade`, which is published, would be gone");
    fs::write(site.path().join("chronicle.lock"), lock).unwrap();
    fs::remove_file(site.path().join(FIRST)).unwrap();
    let run = into_folder(&site, &folder, &["--yes", "--allow-lost"]);
    assert_eq!(run.code, Some(1), "{}", run.stderr);
    assert!(run.stderr.ends_with(": nothing was published\n"), "{}", run.stderr);
    site.write(FIRST, STATEMENT);
    assert_eq!(into_folder(&site, &folder, &["--yes", "--allow-lost"]).code, Some(0));
    assert_eq!(files(&folder), site.tree());
}

#[cfg(unix)]
#[test]
fn a_link_is_moved_on_and_never_followed_into_other_places() {
    use std::os::unix::fs::symlink;
    let site = Site::small();
    let place = tempfile::tempdir().unwrap();
    let (folder, elsewhere) = (place.path().join("www"), place.path().join("elsewhere"));
    let mut releases = Vec::new();
    for word in ["One", "Two", "Three"] {
        site.write(FIRST, &STATEMENT.replace("A first statement", word));
        let run = into_folder(&site, &folder, &["--yes", "--atomic"]);
        assert_eq!(run.code, Some(0), "{}", run.stderr);
        assert_eq!(files(&folder.canonicalize().unwrap()), site.tree());
        releases.push(fs::read_link(&folder).unwrap());
        assert!(releases.last().unwrap().is_relative());
    }
    assert_eq!(beside(&folder), [".www.publishing", ".www.releases", "www"]);
    let kept: Vec<bool> = releases.iter().map(|release| place.path().join(release).is_dir()).collect();
    assert_eq!(kept, [false, true, true]);
    let run = into_folder(&site, &folder, &["--yes"]);
    assert_eq!(run.code, Some(2));
    assert!(run.stderr.contains("is a link: `--atomic` moves on links that it has made"), "{}", run.stderr);

    // A link that somebody else has made is never followed: not the folder itself, and not one within it.
    fs::create_dir(&elsewhere).unwrap();
    fs::write(elsewhere.join("secret"), "secret").unwrap();
    let foreign = place.path().join("foreign");
    symlink(&elsewhere, &foreign).unwrap();
    for more in [&["--yes"][..], &["--yes", "--atomic"]] {
        assert_eq!(into_folder(&site, &foreign, more).code, Some(2), "{more:?}");
    }
    let plain = place.path().join("plain");
    assert_eq!(into_folder(&site, &plain, &["--yes"]).code, Some(0));
    symlink(&elsewhere, plain.join("more")).unwrap();
    site.write(FIRST, STATEMENT);
    let run = into_folder(&site, &plain, &["--yes"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert_eq!(fs::read_link(plain.join("more")).unwrap(), elsewhere);
    assert_eq!(tree(&elsewhere).len(), 1);
    fs::remove_file(plain.join("more")).unwrap();
    symlink(&elsewhere, plain.join("topics-of-others")).unwrap();
    assert!(files(&plain).len() >= site.tree().len());
}

#[cfg(unix)]
#[test]
fn what_others_put_into_the_folder_stays_as_it_is() {
    use std::os::unix::fs::PermissionsExt;
    let site = Site::small();
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("www");
    assert_eq!(into_folder(&site, &folder, &["--yes"]).code, Some(0));
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o751)).unwrap();
    fs::write(folder.join(".htpasswd"), "secret").unwrap();
    fs::set_permissions(folder.join(".htpasswd"), fs::Permissions::from_mode(0o600)).unwrap();
    fs::create_dir(folder.join("uploads")).unwrap();
    let others = [".www.previous.notes", ".www.staged.0123456789abcdeX", ".www.previous.0123456789abcdef"];
    for other in others {
        fs::create_dir(place.path().join(other)).unwrap();
    }
    // A published file that somebody changed or removed is put right.
    let changed = folder.join("topics/index.html");
    let text = fs::read_to_string(&changed).unwrap();
    fs::write(&changed, text.to_uppercase()).unwrap();
    fs::remove_file(folder.join("404.html")).unwrap();
    let run = into_folder(&site, &folder, &["--yes"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert!(run.stderr.contains("pages: 1 new, 1 changed, 0 removed"), "{}", run.stderr);
    assert_eq!(fs::read_to_string(&changed).unwrap(), text);
    assert_eq!((mode(&folder), mode(&folder.join(".htpasswd"))), (0o751, 0o600));
    assert!(folder.join("uploads").is_dir());
    assert!(others.iter().all(|other| place.path().join(other).is_dir()));
}

#[test]
fn the_site_itself_and_repositories_are_no_place_to_publish_to() {
    let site = Site::small();
    let place = tempfile::tempdir().unwrap();
    fs::create_dir_all(place.path().join("repository/.git")).unwrap();
    let inside = ["", "content", "public", "public/www", "www"].map(|path| site.path().join(path));
    let above = site.path().parent().unwrap().to_path_buf();
    let before = tree(&site.path().join("content"));
    for folder in inside.into_iter().chain([above, place.path().join("repository")]) {
        let run = into_folder(&site, &folder, &["--yes"]);
        assert_eq!(run.code, Some(2), "{}", folder.display());
        assert!(run.stderr.contains("within the site or a git repository"), "{}", run.stderr);
    }
    assert_eq!(tree(&site.path().join("content")), before);
    assert!(!site.path().join("www").exists());
}

#[test]
fn a_killed_publication_leaves_the_old_site_or_the_new_one() {
    assert_eq!(beside(&killed(&[]).1), [".www.publishing", "www"]);
}

#[cfg(unix)]
#[test]
fn a_killed_publication_by_a_link_leaves_the_old_site_or_the_new_one() {
    let (place, folder) = killed(&["--atomic"]);
    assert_eq!(beside(&folder), [".www.publishing", ".www.releases", "www"]);
    // No copies pile up.
    assert_eq!(fs::read_dir(place.path().join(".www.releases")).unwrap().count(), 2);
}

/// Publishes again and again, and kills it at moments spread over the publication.
fn killed(more: &[&str]) -> (tempfile::TempDir, PathBuf) {
    let site = Site::small();
    for day in 1..=28 {
        let date = format!("2007-01-{day:02}");
        site.write(&format!("content/statements/2007/{date}-more.md"), &STATEMENT.replace("2006-02-02", &date));
    }
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("www");
    let began = Instant::now();
    assert_eq!(into_folder(&site, &folder, &[&["--yes"], more].concat()).code, Some(0));
    let whole = began.elapsed();
    let mut before = files(&folder.canonicalize().unwrap());
    for round in 0..10_u32 {
        site.write(FIRST, &STATEMENT.replace("A first statement", &format!("Title {round}")));
        assert_eq!(site.build(&[]).code, Some(0));
        let after = site.tree();
        let mut run = Command::new(env!("CARGO_BIN_EXE_chronicle"))
            .args(["publish", "folder", folder.to_str().unwrap(), "--yes", "--root"])
            .arg(site.path())
            .args(more)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        sleep(whole * round / 20 + Duration::from_micros(u64::from(round) * 171));
        run.kill().unwrap();
        run.wait().unwrap();
        let now = files(&folder.canonicalize().unwrap());
        assert!(now == before || now == after, "round {round}: the site is neither the old one nor the new one");
        assert_eq!(into_folder(&site, &folder, &[&["--yes"], more].concat()).code, Some(0));
        assert!(files(&folder.canonicalize().unwrap()) == after, "round {round}: the next publication is not whole");
        before = after;
    }
    // One that comes to its end takes away what those have left.
    site.write(FIRST, STATEMENT);
    assert_eq!(into_folder(&site, &folder, &[&["--yes"], more].concat()).code, Some(0));
    (place, folder)
}

fn git(folder: &Path, arguments: &[&str]) -> String {
    let settings = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"];
    let mut command = Command::new("git");
    command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1");
    let output = command.arg("-C").arg(folder).args(settings).args(arguments).output().unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}

/// A site in a repository, with a bare repository as its remote.
fn repository() -> (Site, tempfile::TempDir) {
    let site = Site::small();
    let remote = tempfile::tempdir().unwrap();
    git(remote.path(), &["init", "--quiet", "--bare"]);
    git(site.path(), &["init", "--quiet", "--initial-branch=main"]);
    git(site.path(), &["config", "user.name", "A"]);
    git(site.path(), &["config", "user.email", "a@example.org"]);
    git(site.path(), &["add", "content", "site.toml"]);
    git(site.path(), &["commit", "--quiet", "--message=First"]);
    git(site.path(), &["remote", "add", "origin", remote.path().to_str().unwrap()]);
    (site, remote)
}

/// What a branch holds, by path.
fn branch(remote: &Path, name: &str) -> BTreeMap<PathBuf, Vec<u8>> {
    let place = tempfile::tempdir().unwrap();
    let archive = Command::new("git").arg("-C").arg(remote).args(["archive", name]).output().unwrap();
    assert!(archive.status.success());
    let mut tar = Command::new("tar").arg("-x").arg("-C").arg(place.path()).stdin(Stdio::piped()).spawn().unwrap();
    std::io::Write::write_all(&mut tar.stdin.take().unwrap(), &archive.stdout).unwrap();
    assert!(tar.wait().unwrap().success());
    tree(place.path())
}

#[cfg(unix)]
#[test]
fn a_branch_gets_a_commit_and_keeps_the_rest() {
    let (site, remote) = repository();
    let run = publish(&site, &["branch"], &["--yes"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    let count = site.tree().len();
    assert_eq!(run.stdout, format!("published to origin/gh-pages: {count} files written, 0 removed\n"));
    let mut held = branch(remote.path(), "gh-pages");
    assert!(held.remove(Path::new(LIST)).is_some());
    assert_eq!(held, site.tree());
    assert_eq!(
        publish(&site, &["branch"], &["--yes"]).stdout,
        "origin/gh-pages has this site already: nothing to publish\n"
    );

    // Somebody adds a file to the branch by hand: it stays.
    let other = tempfile::tempdir().unwrap();
    git(other.path(), &["clone", "--quiet", "--branch=gh-pages", remote.path().to_str().unwrap(), "."]);
    fs::write(other.path().join("CNAME"), "example.org").unwrap();
    git(other.path(), &["add", "CNAME"]);
    git(other.path(), &["commit", "--quiet", "--message=Name"]);
    git(other.path(), &["push", "--quiet"]);
    site.write(FIRST, &STATEMENT.replace("A first statement", "Another title"));
    site.write(".gitattributes", "*.html ident text eol=crlf filter=evil\n");
    let before = tree(&site.path().join("content"));
    let run = publish(&site, &["branch", "gh-pages"], &["--yes", "--remote", remote.path().to_str().unwrap()]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert_eq!(tree(&site.path().join("content")), before);
    let mut held = branch(remote.path(), "gh-pages");
    held.remove(Path::new(LIST));
    let mut expected = site.tree();
    expected.insert("CNAME".into(), b"example.org".to_vec());
    assert_eq!(held, expected);
    assert_eq!(
        git(remote.path(), &["log", "--format=%s", "gh-pages"]),
        "Publish the chronicle\nName\nPublish the chronicle"
    );
    assert_eq!(git(site.path(), &["branch", "--format=%(refname:short)"]), "main");
    assert_eq!(git(site.path(), &["diff", "--cached", "--name-only"]), "");

    // What was there before Chronicle is not replaced.
    git(other.path(), &["switch", "--quiet", "--orphan", "other"]);
    fs::write(other.path().join("index.html"), "somebody else's").unwrap();
    git(other.path(), &["add", "index.html"]);
    git(other.path(), &["commit", "--quiet", "--message=Other"]);
    git(other.path(), &["push", "--quiet", "origin", "other"]);
    let run = publish(&site, &["branch", "other"], &["--yes"]);
    assert_eq!(run.code, Some(2));
    assert!(run.stderr.contains("the branch has what was not published by Chronicle"), "{}", run.stderr);
    git(other.path(), &["rm", "--quiet", "index.html"]);
    fs::write(other.path().join("topics"), "a file where a folder must be").unwrap();
    git(other.path(), &["add", "topics"]);
    git(other.path(), &["commit", "--quiet", "--message=File"]);
    git(other.path(), &["push", "--quiet", "origin", "other"]);
    let run = publish(&site, &["branch", "other"], &["--yes"]);
    assert_eq!(run.code, Some(2), "{}", run.stdout);
    // A published file that somebody changed on the branch is put right.
    git(other.path(), &["switch", "--quiet", "gh-pages"]);
    git(other.path(), &["pull", "--quiet"]);
    fs::write(other.path().join("robots.txt"), "changed").unwrap();
    fs::remove_file(other.path().join("404.html")).unwrap();
    git(other.path(), &["commit", "--quiet", "--all", "--message=Change"]);
    git(other.path(), &["push", "--quiet"]);
    let run = publish(&site, &["branch"], &["--yes"]);
    assert_eq!(run.stdout, "published to origin/gh-pages: 2 files written, 0 removed\n");
    // The branch with the sources is none to publish to.
    git(site.path(), &["push", "--quiet", "origin", "main"]);
    let run = publish(&site, &["branch", "main"], &["--yes"]);
    assert!(run.stderr.contains("`main` holds a site's own files"), "{}", run.stderr);
    for bad in ["--upload-pack=touch x", "a..b", "a b"] {
        let run = chronicle(&["publish", "branch", "--root", site.path().to_str().unwrap(), "--yes", "--", bad]);
        assert_eq!(run.code, Some(2), "{bad}: {}", run.stdout);
    }
}

#[cfg(unix)]
#[test]
fn a_branch_that_moved_meanwhile_is_left_alone() {
    use std::os::unix::fs::PermissionsExt;
    let (site, remote) = repository();
    assert_eq!(publish(&site, &["branch"], &["--yes"]).code, Some(0));
    let other = tempfile::tempdir().unwrap();
    git(other.path(), &["clone", "--quiet", "--branch=gh-pages", remote.path().to_str().unwrap(), "."]);
    git(other.path(), &["config", "user.name", "A"]);
    git(other.path(), &["config", "user.email", "a@example.org"]);
    // A `git` that lets somebody else push just before it does.
    let tools = tempfile::tempdir().unwrap();
    let real = String::from_utf8(Command::new("sh").args(["-c", "command -v git"]).output().unwrap().stdout).unwrap();
    let (real, other) = (real.trim(), other.path().display());
    let script = format!(
        "#!/bin/sh\ncase \" $* \" in *' push '*) (cd {other} && {real} commit -q --allow-empty -m Meanwhile && {real} push -q) ;; \
         esac\nexec {real} \"$@\"\n"
    );
    let tool = tools.path().join("git");
    fs::write(&tool, script).unwrap();
    fs::set_permissions(&tool, fs::Permissions::from_mode(0o755)).unwrap();
    site.write(FIRST, &STATEMENT.replace("A first statement", "Another title"));
    let path = format!("{}:{}", tools.path().display(), std::env::var("PATH").unwrap());
    let run = Command::new(env!("CARGO_BIN_EXE_chronicle"))
        .args(["publish", "branch", "--yes", "--root"])
        .arg(site.path())
        .env("PATH", path)
        .output()
        .unwrap();
    assert_eq!(run.status.code(), Some(2));
    let said = String::from_utf8(run.stderr).unwrap();
    assert!(said.contains("if somebody else has published meanwhile, run this again; nothing was published"), "{said}");
    assert_eq!(git(remote.path(), &["log", "-1", "--format=%s", "gh-pages"]), "Meanwhile");
    let run = publish(&site, &["branch"], &["--yes"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert_eq!(git(remote.path(), &["log", "-2", "--format=%s", "gh-pages"]), "Publish the chronicle\nMeanwhile");
}

#[test]
fn what_changes_is_told_as_reviews_do() {
    let site = Site::small();
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("www");
    assert_eq!(into_folder(&site, &folder, &["--yes"]).code, Some(0));
    site.write(FIRST, &STATEMENT.replace("The very words.", "The truest words.").replace("A first", "Another"));
    let quotation = "quotation q1: The [-very-] {+truest+} words.";
    let run = into_folder(&site, &folder, &["--dry-run"]);
    let told = "1 changed statement:\n  2006-02-02-first\n    title: [-A first-] {+Another+} statement\n    ";
    let told =
        format!("{told}{quotation}\n    no correction says so\nchanged without a correction that says so: 1\npages: ");
    assert!(run.stderr.starts_with(&told), "{}", run.stderr);
    // Said by a correction.
    let corrected = "corrections: [{date: 2020-01-01, kind: correction, note: The word.}]\nfidelity:";
    let text = STATEMENT.replace("The very words.", "The truest words.").replace("fidelity:", corrected);
    site.write(FIRST, &text);
    let run = into_folder(&site, &folder, &["--yes"]);
    let told = format!("    {quotation}\n    correction: 2020-01-01, correction, The word.\npages: ");
    assert!(run.stderr.contains(&told), "{}", run.stderr);
    // Withdrawn.
    let withdrawn = "withdrawn: {date: 2020-01-02, reason: Wrong.}\ncorrections:";
    site.write(FIRST, &text.replace("corrections:", withdrawn));
    let run = into_folder(&site, &folder, &["--yes"]);
    assert!(run.stderr.contains("  2006-02-02-first\n    withdrawn: 2020-01-02, Wrong.\npages"), "{}", run.stderr);
    // Taken back, which no correction says.
    site.write(FIRST, &text);
    let run = into_folder(&site, &folder, &["--yes"]);
    assert!(run.stderr.contains("  2006-02-02-first\n    is no longer withdrawn\n"), "{}", run.stderr);
    let counted = "    no correction says so\nchanged without a correction that says so: 1\npages";
    assert!(run.stderr.contains(counted), "{}", run.stderr);
    // Beside the words.
    site.write(FIRST, &text.replace("fidelity:", "audience: [Readers]\nevent: A meeting\nposition: 2\nfidelity:"));
    let run = into_folder(&site, &folder, &["--yes"]);
    let told = "    audience: {+Readers+}\n    event: {+A meeting+}\n    position: {+2+}\npages";
    assert!(run.stderr.contains(told), "{}", run.stderr);
    site.write(FIRST, &format!("{text}\nMore words.\n"));
    assert_eq!(into_folder(&site, &folder, &["--yes"]).code, Some(0));
    site.write(FIRST, &format!("{text}\nOther words.\n"));
    let run = into_folder(&site, &folder, &["--yes"]);
    let told = "  2006-02-02-first\n    something else of the record, such as words outside of quotations\npages";
    assert!(run.stderr.contains(told), "{}", run.stderr);
    // A site whose statements change only in what others say of them.
    let settings = fs::read_to_string(site.path().join("site.toml")).unwrap();
    site.write("site.toml", &settings.replace("example.org", "example.net"));
    let run = into_folder(&site, &folder, &["--dry-run"]);
    assert!(run.stderr.starts_with("pages: 0 new, "), "{}", run.stderr);
    // Without the file for programs it is not known what changes.
    site.write("site.toml", &format!("{settings}[outputs]\njson = false\n"));
    assert_eq!(into_folder(&site, &folder, &["--yes"]).code, Some(0));
    site.write(FIRST, STATEMENT);
    let run = into_folder(&site, &folder, &["--dry-run"]);
    assert!(
        run.stderr.contains("  2006-02-02-first\n    what of it is not known: the site has no `index.json`"),
        "{}",
        run.stderr
    );
}

#[test]
fn folders_of_pages_that_are_gone_go_too() {
    let site = Site::small();
    let second = "content/statements/2006/2006-02-03-second.md";
    let text = STATEMENT.replace("2006-02-02", "2006-02-03").replace("A first", "A second");
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("www");
    let page = folder.join("statements/2006-02-03-second");
    // With nothing else in it; with an empty folder of somebody in it; with a file.
    for (own, is_kept) in [("", false), ("uploads", true), ("uploads/own.txt", true)] {
        site.write(second, &text);
        assert_eq!(into_folder(&site, &folder, &["--yes"]).code, Some(0));
        match own.split_once('/') {
            None if own.is_empty() => {}
            None => fs::create_dir(page.join(own)).unwrap(),
            Some(_) => fs::write(page.join(own), "own").unwrap(),
        }
        fs::remove_file(site.path().join(second)).unwrap();
        let run = into_folder(&site, &folder, &["--yes"]);
        assert_eq!(run.code, Some(0), "{}", run.stderr);
        assert_eq!((page.exists(), page.join(own).exists()), (is_kept, is_kept), "{own}");
        assert!(!page.join("index.html").exists());
    }
}

#[test]
fn what_open_pages_load_stays_for_one_more_round() {
    let site = Site::small();
    site.write("templates/foot.html", "<link rel=\"stylesheet\" href=\"{{ assets[\"own.css\"] }}\">");
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("www");
    let styles = |folder: &Path| -> Vec<String> {
        let files = tree(folder).into_iter().filter_map(|(path, bytes)| {
            let name = path.to_str()?.strip_prefix("own.")?.strip_suffix(".css")?.len();
            (name == 16).then(|| String::from_utf8(bytes).unwrap())
        });
        let mut files: Vec<String> = files.collect();
        files.sort();
        files
    };
    for (own, title, expected) in [
        ("a {}", "One", &["a {}"][..]),
        ("b {}", "One", &["a {}", "b {}"]),
        // Nothing changes.
        ("b {}", "One", &["a {}", "b {}"]),
        ("b {}", "Two", &["b {}"]),
        ("c {}", "Three", &["b {}", "c {}"]),
        ("d {}", "Three", &["c {}", "d {}"]),
        ("c {}", "Three", &["c {}", "d {}"]),
        ("c {}", "Four", &["c {}"]),
    ] {
        site.write("static/own.css", own);
        site.write(FIRST, &STATEMENT.replace("A first statement", title));
        let run = into_folder(&site, &folder, &["--yes", "--max-deletes", "1"]);
        assert_eq!(run.code, Some(0), "{}", run.stderr);
        assert_eq!(styles(&folder), expected, "{own} {title}");
        // It is Chronicle's own, and neither the site's nor somebody else's.
        assert!(styles(&site.path().join("public")).len() == 1);
    }
}

#[cfg(unix)]
#[test]
fn a_branch_keeps_and_tells_the_same() {
    let (site, remote) = repository();
    site.write("templates/foot.html", "<link rel=\"stylesheet\" href=\"{{ assets[\"own.css\"] }}\">");
    site.write("static/own.css", "a {}");
    assert_eq!(publish(&site, &["branch"], &["--yes"]).code, Some(0));
    let own = || {
        let held = branch(remote.path(), "gh-pages");
        held.keys().filter(|path| path.to_str().is_some_and(|path| path.starts_with("own."))).count()
    };
    site.write("static/own.css", "b {}");
    site.write(FIRST, &STATEMENT.replace("The very words.", "The truest words."));
    let run = publish(&site, &["branch"], &["--yes"]);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert!(
        run.stderr.contains("\n    quotation q1: The [-very-] {+truest+} words.\n    no correction says so\n"),
        "{}",
        run.stderr
    );
    assert_eq!(own(), 2);
    site.write(FIRST, STATEMENT);
    assert_eq!(publish(&site, &["branch"], &["--yes"]).code, Some(0));
    assert_eq!(own(), 1);
}

#[cfg(unix)]
#[test]
fn a_branch_needs_to_know_who_publishes() {
    let (site, _remote) = repository();
    git(site.path(), &["config", "--unset", "user.name"]);
    git(site.path(), &["config", "--unset", "user.email"]);
    // Without it, some machines make up a name.
    git(site.path(), &["config", "user.useConfigOnly", "true"]);
    let run = |more: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_chronicle"))
            .args(["publish", "branch", "--root"])
            .arg(site.path())
            .args(more)
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .env_remove("GIT_AUTHOR_NAME")
            .env_remove("GIT_COMMITTER_NAME")
            .env_remove("GIT_AUTHOR_EMAIL")
            .env_remove("GIT_COMMITTER_EMAIL")
            .env_remove("EMAIL")
            .output()
            .unwrap();
        (output.status.code(), String::from_utf8(output.stderr).unwrap())
    };
    assert_eq!(run(&["--dry-run"]).0, Some(0));
    let (code, said) = run(&["--yes"]);
    assert_eq!(code, Some(2), "{said}");
    for expected in
        ["does not know who publishes", "git config --global user.name", "user.email", "nothing was published"]
    {
        assert!(said.contains(expected), "{said}");
    }
    git(site.path(), &["config", "user.name", "A"]);
    git(site.path(), &["config", "user.email", "a@example.org"]);
    assert_eq!(run(&["--yes"]).0, Some(0));
}

#[test]
fn a_copy_whose_name_is_too_long_is_found_before_anything_is_written() {
    let site = Site::small();
    let name = format!("static/{}.txt", "a".repeat(250));
    site.write(&name, "words");
    assert_eq!(site.build(&[]).code, Some(0));
    let before = site.tree();
    site.write(FIRST, &STATEMENT.replace("A first", "Another"));
    let run = site.build(&["--precompress"]);
    assert_eq!(run.code, Some(1), "{}", run.stderr);
    assert!(
        run.stderr.contains("error[bad-file-name]: the name of the file is too long, with the ending"),
        "{}",
        run.stderr
    );
    assert!(run.stderr.contains("leave `--precompress` out"), "{}", run.stderr);
    assert_eq!(site.tree(), before);
    fs::rename(site.path().join(&name), site.path().join(format!("static/{}.txt", "a".repeat(248)))).unwrap();
    assert_eq!(site.build(&["--precompress"]).code, Some(0));
    // What has no copies has a name as long as any.
    site.write(&format!("static/{}.png", "b".repeat(251)), "");
    assert_eq!(site.build(&["--precompress"]).code, Some(0));
}
