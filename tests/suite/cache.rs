//! What is kept between builds is never trusted further than it holds, and builds at the same time do not mix.

use std::fs;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use crate::support::{STATEMENT, Site, tree};
use xxhash_rust::xxh3::xxh3_64;

const FIRST: &str = "content/statements/2006/2006-02-02-first.md";

/// The files that a build keeps for the next one.
fn kept(site: &Site) -> Vec<PathBuf> {
    tree(&site.path().join(".chronicle")).into_keys().map(|path| site.path().join(".chronicle").join(path)).collect()
}

#[test]
fn what_is_kept_may_be_missing_foreign_truncated_or_corrupted() {
    let site = Site::small();
    assert_eq!(site.build(&[]).code, Some(0));
    let files = kept(&site);
    assert!(!files.is_empty());
    let mut tried = 0;
    for file in &files {
        let bytes = fs::read(file).unwrap();
        let middle = bytes.len() / 2;
        let flipped = |at: usize| {
            let mut bytes = bytes.clone();
            if let Some(byte) = bytes.get_mut(at) {
                *byte ^= 0x55;
            }
            bytes
        };
        let spoilt = [
            None,
            Some(Vec::new()),
            Some(b"something else\n".to_vec()),
            Some(bytes[..middle].to_vec()),
            Some(bytes[..bytes.len().saturating_sub(1)].to_vec()),
            Some([bytes.clone(), vec![0; 64]].concat()),
            Some(flipped(0)),
            Some(flipped(8)),
            Some(flipped(middle)),
            Some(flipped(bytes.len().saturating_sub(1))),
        ];
        for (number, spoilt) in spoilt.into_iter().enumerate() {
            match spoilt {
                Some(bytes) => fs::write(file, bytes).unwrap(),
                None => fs::remove_file(file).unwrap(),
            }
            // An edit, too: what is kept would be looked at closely.
            site.write(FIRST, &STATEMENT.replace("What was said.", &format!("What was said, {tried}.")));
            let mut run = site.build(&[]);
            if file.extension().is_some_and(|end| end == "manifest" || end == "lock") {
                // What Chronicle does not know to be its own it does not replace.
                assert!(run.code == Some(0) || run.stderr.contains("--force"), "{} {number}", run.stderr);
                run = site.build(&["--force"]);
            }
            assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""), "{} {number}", file.display());
            let built = site.tree();
            let clean = site.path().join("clean");
            let run = site.build(&["--no-cache", "--output", clean.to_str().unwrap()]);
            assert_eq!(run.code, Some(0), "{}", run.stderr);
            assert!(built == tree(&clean), "{} {number}: not what a clean build makes", file.display());
            fs::remove_dir_all(&clean).unwrap();
            tried += 1;
        }
    }
}

/// What is kept, with another number in the place of one of 64 bits, and the hashes that its parts then have.
fn forged(bytes: &[u8], (from, to): (u64, u64)) -> Vec<u8> {
    // A seal, and the number of the program.
    let (head, mut rest) = bytes.split_at(32 + chronicle::incremental::PROGRAM.len());
    let mut forged = head.to_vec();
    let mut found = 0;
    while let Some((length, after)) = rest.split_first_chunk() {
        let (part, after) = after[8..].split_at(usize::try_from(u64::from_le_bytes(*length)).unwrap());
        let mut part = part.to_vec();
        if let Some(at) = part.windows(8).position(|bytes| bytes == from.to_le_bytes()) {
            part[at..at + 8].copy_from_slice(&to.to_le_bytes());
            found += 1;
        }
        forged.extend([*length, xxh3_64(&part).to_le_bytes()].concat());
        forged.extend(part);
        rest = after;
    }
    assert!(found > 0, "the number is not there");
    forged
}

/// A stranger can commit a `.chronicle/` that gives the bytes of a file another meaning. What no other machine can know is
/// the number of the program.
#[test]
fn what_another_program_left_is_not_believed() {
    let site = Site::small();
    let output = site.path().join("public");
    let build = |program| {
        let request = chronicle::pipeline::Request { program, ..site.request(&output) };
        assert!(chronicle::pipeline::run(&request, &Silent).unwrap().summary.is_some());
        site.page("statements/2006-02-02-first/index.html")
    };
    let other = STATEMENT.replace("A first statement", "A false statement");
    for (program, said) in [(0, "A first statement"), (1, "A false statement")] {
        site.write(FIRST, STATEMENT);
        build(0);
        let files = kept(&site);
        let file = files.iter().find(|file| file.extension().is_some_and(|end| end == "kept")).unwrap();
        let hashes = (xxh3_64(STATEMENT.as_bytes()), xxh3_64(other.as_bytes()));
        fs::write(file, forged(&fs::read(file).unwrap(), hashes)).unwrap();
        site.write(FIRST, &other);
        // That the program itself is believed shows that the forgery is one.
        assert!(build(program).contains(&format!("<h1><bdi>{said}")), "{program}");
    }
}

/// Two builds whose pages differ, each started twice at once.
#[test]
fn builds_at_the_same_time_do_not_mix() {
    let site = Site::small();
    let addresses = ["https://example.org/", "https://example.com/elsewhere/"];
    let whole = addresses.map(|address| {
        let run = site.build(&["--no-cache", "--base-url", address]);
        assert_eq!(run.code, Some(0), "{}", run.stderr);
        site.tree()
    });
    for _ in 0..10 {
        let start = |address: &&str| -> Child {
            let mut command = Command::new(env!("CARGO_BIN_EXE_chronicle"));
            command.args(["build", "--base-url", address, "--root"]).arg(site.path());
            command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap()
        };
        let runs: Vec<Child> = addresses.iter().chain(&addresses).map(start).collect();
        for run in runs {
            let ended = run.wait_with_output().unwrap();
            assert_eq!(ended.status.code(), Some(0), "{}", String::from_utf8(ended.stderr).unwrap());
        }
        assert!(whole.contains(&site.tree()), "two builds are mixed");
    }
}

/// A link stays as it is while what it leads to changes.
#[cfg(unix)]
#[test]
fn what_a_link_leads_to_is_looked_at_again() {
    let site = Site::small();
    site.write("content/sources/first.txt", &STATEMENT.replace("What was said.", "Through a link."));
    let linked = site.path().join(FIRST);
    fs::remove_file(&linked).unwrap();
    std::os::unix::fs::symlink("../../sources/first.txt", &linked).unwrap();
    assert_eq!(site.build(&[]).code, Some(0));
    site.write("content/sources/first.txt", &STATEMENT.replace("What was said.", "Other words."));
    std::thread::sleep(std::time::Duration::from_millis(100));
    assert_eq!(site.build(&[]).code, Some(0));
    let built = site.tree();
    assert_eq!(site.build(&["--no-cache"]).code, Some(0));
    assert!(built == site.tree());
    assert!(
        String::from_utf8_lossy(&built[&PathBuf::from("statements/2006-02-02-first/index.html")])
            .contains("Other words.")
    );
}

#[test]
fn warnings_are_told_again_when_nothing_has_changed() {
    let site = Site::small();
    site.write(FIRST, &STATEMENT.replace("sources:", "summary: The minister slammed it.\nsources:"));
    let first = site.build(&[]);
    assert_eq!(first.code, Some(0), "{}", first.stderr);
    assert!(first.stderr.contains("loaded-wording"), "{}", first.stderr);
    for _ in 0..2 {
        let again = site.build(&[]);
        assert_eq!((again.code, &again.stderr), (Some(0), &first.stderr));
        assert!(again.stdout.contains("0 files written"), "{}", again.stdout);
    }
}

#[test]
fn a_manifest_that_names_a_page_by_another_address_removes_nothing() {
    let site = Site::small();
    assert_eq!(site.build(&[]).code, Some(0));
    let manifest = kept(&site).into_iter().find(|file| file.extension().is_some_and(|end| end == "manifest")).unwrap();
    let text = fs::read_to_string(&manifest).unwrap();
    let line = text.lines().find(|line| line.ends_with(" /topics/trade/")).unwrap();
    fs::write(&manifest, text.replace(&format!("{line}\n"), &format!("{line}index.html\n"))).unwrap();
    let before = site.tree();
    site.write(FIRST, &STATEMENT.replace("What was said.", "What was said then."));
    // The manifest counts as none.
    let run = site.build(&["--force"]);
    assert!(run.stdout.contains(" 0 removed "), "{} {}", run.stdout, run.stderr);
    assert!(before.keys().all(|path| site.tree().contains_key(path)));
}

#[test]
fn a_file_may_become_a_folder_and_a_folder_a_file() {
    let site = Site::small();
    site.write("static/x", "file");
    assert_eq!(site.build(&[]).code, Some(0));
    fs::remove_file(site.path().join("static/x")).unwrap();
    site.write("static/x/y", "below");
    let run = site.build(&[]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    assert!(site.tree().keys().any(|path| path.starts_with("x/")) && !site.path().join("public/x").is_file());
    fs::remove_dir_all(site.path().join("static/x")).unwrap();
    site.write("static/x", "file");
    let run = site.build(&[]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    assert!(site.path().join("public/x").is_file());
}

#[test]
fn two_runs_in_one_process_wait_for_each_other() {
    let site = Site::small();
    let output = site.path().join("public");
    let request = chronicle::pipeline::Request { no_cache: true, ..site.request(&output) };
    let several = || {
        for _ in 0..10 {
            assert!(chronicle::pipeline::run(&request, &Silent).unwrap().summary.is_some());
        }
    };
    std::thread::scope(|threads| [(); 2].map(|()| threads.spawn(several)).map(|thread| thread.join().unwrap()));
    let built = site.tree();
    fs::remove_dir_all(&output).unwrap();
    assert_eq!(site.build(&[]).code, Some(0));
    assert!(built == site.tree());
}

struct Silent;

impl chronicle::pipeline::Progress for Silent {
    fn stage(&self, _: chronicle::pipeline::Stage) {}
    fn begin(&self, _: usize) {}
    fn rendered(&self) {}
    fn waiting(&self) {}
}

#[test]
fn errors_are_told_whatever_another_build_does() {
    let site = Site::small();
    assert_eq!(site.build(&[]).code, Some(0));
    let lock = kept(&site).into_iter().find(|file| file.extension().is_some_and(|end| end == "lock")).unwrap();
    let lock = fs::File::open(lock).unwrap();
    lock.lock().unwrap();
    site.write(FIRST, &STATEMENT.replace("title: A first statement\n", ""));
    let built = site.tree();
    let run = site.build(&[]);
    assert_eq!(run.code, Some(1), "{}", run.stderr);
    assert!(!run.stderr.contains("waiting") && site.tree() == built, "{}", run.stderr);
}
