//! `chronicle build --shard K/N`: the parts have no file in common, and are the site between them, byte for byte.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Instant;

use crate::incremental::world::{Random, World};
use crate::incremental::{Disk, same};
use crate::support::{STATEMENT, Site, chronicle, golden_sites, tree};
use chronicle::plan::Shard;

type Tree = BTreeMap<PathBuf, Vec<u8>>;

/// A site that has something of each kind of file: drafts, static files, chains, former ids.
fn full() -> Site {
    let site = Site::small();
    for day in 3..=20 {
        let date = format!("{}-02-{day:02}", 2000 + day % 4);
        let text = STATEMENT.replace("2006-02-02", &date).replace("A first", &format!("The {day}th"));
        let text = match day {
            5 => text.replace("date:", "draft: true\ndate:"),
            7 => text.replace("date:", "old_ids: [2003-02-02-older]\ndate:"),
            11 => text.replace("date:", "reiterates: [2003-02-07-said]\ndate:"),
            _ => text,
        };
        site.write(&format!("content/statements/{}/{date}-said.md", &date[..4]), &text);
    }
    site.write("content/pages/about.md", "---\ntitle: About\n---\nWho we are.\n");
    site.write("static/files/data.json", "{}");
    site.write("static/mark.txt", "mark");
    site
}

/// Where a build of the site goes that is none of its own.
fn elsewhere(site: &Site, name: &str) -> PathBuf {
    site.path().join("out").join(name)
}

fn built(site: &Site, name: &str, more: &[&str]) -> Tree {
    let folder = elsewhere(site, name);
    let run = site.build(&[&["--output", folder.to_str().unwrap()], more].concat());
    assert_eq!(run.code, Some(0), "{more:?}: {}", run.stderr);
    tree(&folder)
}

/// Builds the parts into folders of their own; together they are `whole`, and no file is in two.
fn check_parts(site: &Site, whole: &Tree, parts: usize, more: &[&str]) -> Vec<Tree> {
    let mut all = Tree::new();
    let mut each = Vec::new();
    for part in 1..=parts {
        let shard = format!("{part}/{parts}");
        let files = built(site, &format!("{part}-of-{parts}"), &[&["--shard", &shard], more].concat());
        for (path, bytes) in &files {
            assert!(all.insert(path.clone(), bytes.clone()).is_none(), "{}: in two of {parts} parts", path.display());
        }
        each.push(files);
    }
    same(whole, &all).unwrap_or_else(|wrong| panic!("{parts} parts: {wrong}"));
    each
}

#[test]
fn parts_have_no_file_in_common_and_are_the_site_between_them() {
    let mut sites: Vec<Site> = golden_sites().iter().map(|name| Site::golden(name)).collect();
    sites.push(full());
    for site in sites {
        for more in [["--drafts"].as_slice(), &["--only", "topics,feeds"]] {
            let whole = built(&site, &more.concat(), more);
            check_parts(&site, &whole, 3, more);
            for part in 1..=3 {
                fs::remove_dir_all(elsewhere(&site, &format!("{part}-of-3"))).unwrap();
            }
        }
        let whole = built(&site, "whole", &[]);
        for parts in [1, 2, 5] {
            let each = check_parts(&site, &whole, parts, &[]);
            let (least, most) = (each.iter().map(Tree::len).min(), each.iter().map(Tree::len).max());
            assert!(most < least.map(|least| 2 * least + 8), "{parts} parts: {least:?} to {most:?}");
        }
    }
    // More than there are pages: some parts are empty.
    let site = Site::small();
    let few = built(&site, "few", &["--only", "topics"]);
    check_parts(&site, &few, few.len() + 2, &["--only", "topics"]);
}

#[test]
fn parts_in_one_folder_come_to_what_a_clean_build_does_after_any_edits() {
    for seed in 0..4 {
        let mut random = Random::new(seed);
        let mut world = World::new(&mut random);
        let mut disk = Disk::new();
        let mut history = Vec::new();
        for step in 0..8 {
            for _ in 0..random.below(3) {
                history.push(world.edit(&mut random));
            }
            disk.become_like(&world);
            let clean = disk.folder.path().join(format!("clean-{step}"));
            let (expected, all) = disk.part(&clean, world.drafts, true, Shard::WHOLE);
            let parts = 1 + random.below(4);
            let first = random.below(parts);
            let mut pages = 0;
            for part in (0..parts).map(|part| 1 + (first + part) % parts) {
                let shard = Shard::parse(&format!("{part}/{parts}")).unwrap();
                let (outcome, made) = disk.part(&disk.public(), world.drafts, random.below(5) == 0, shard);
                pages += made;
                assert_eq!(outcome.as_ref().err(), expected.as_ref().err(), "seed {seed}: {history:#?}");
            }
            if expected.is_err() {
                continue;
            }
            let wrong = same(&tree(&clean), &tree(&disk.public()));
            assert_eq!(wrong, Ok(()), "seed {seed}, {parts} parts: {history:#?}");
            assert!(pages <= all, "seed {seed}: {pages} of {all} pages were made");
            // A build of all finds everything as it should be, and a part after it too.
            for shard in [Shard::WHOLE, Shard::parse("2/3").unwrap()] {
                let summary = disk.part(&disk.public(), world.drafts, false, shard).0.unwrap();
                assert_eq!((summary.written, summary.removed), (0, 0), "seed {seed}: {history:#?}");
            }
        }
    }
}

#[test]
fn what_was_made_for_a_part_is_kept_for_the_next_build() {
    let site = full();
    site.build(&[]);
    let pages = site.tree();
    let all = pages.len();
    // A part leaves the rest alone, and counts its own.
    let run = site.build(&["--shard", "1/2"]);
    let own: usize = run.stdout.split_once(": ").and_then(|(_, rest)| rest.split_once(' ')).unwrap().0.parse().unwrap();
    assert!(run.stdout.starts_with("part 1/2: ") && own > all / 3 && own < all, "{}", run.stdout);
    assert!(run.stdout.contains(&format!("0 files written, {own} unchanged, 0 removed")), "{}", run.stdout);
    assert!(site.tree() == pages);
    // What is not planned any more goes with the first part; what another part has to change is left to it.
    site.write("content/pages/about.md", "---\ntitle: About us\n---\nWho we are.\n");
    fs::remove_file(site.path().join("static/mark.txt")).unwrap();
    let clean = built(&site, "clean", &[]);
    assert!(site.build(&["--shard", "2/2"]).stdout.contains("1 removed"));
    assert!(site.build(&["--shard", "1/2"]).stdout.contains("0 removed"));
    same(&clean, &site.tree()).unwrap();
}

#[test]
fn a_file_of_an_earlier_build_in_the_way_of_a_page_goes_whatever_part_it_was_of() {
    let site = full();
    for (before, after) in [("static/way", "static/way/on/it.txt"), ("static/other/on/it.txt", "static/other")] {
        for (parts, first) in [(2, 1), (2, 2), (3, 2)] {
            site.write(before, "before");
            site.build(&[]);
            fs::remove_dir_all(site.path().join("static").join(Path::new(before).iter().nth(1).unwrap()))
                .or_else(|_| fs::remove_file(site.path().join(before)))
                .unwrap();
            site.write(after, "after");
            let clean = built(&site, "clean", &[]);
            for part in 0..parts {
                let shard = format!("{}/{parts}", 1 + (first + part) % parts);
                let run = site.build(&["--shard", &shard]);
                assert_eq!(run.code, Some(0), "{shard}: {}", run.stderr);
            }
            same(&clean, &site.tree()).unwrap();
            fs::remove_dir_all(site.path().join("static").join(Path::new(after).iter().nth(1).unwrap()))
                .or_else(|_| fs::remove_file(site.path().join(after)))
                .unwrap();
        }
    }
}

/// A build of a part that runs meanwhile.
fn started(site: &Site, shard: &str) -> std::process::Child {
    Command::new(env!("CARGO_BIN_EXE_chronicle"))
        .args(["build", "--shard", shard, "--root"])
        .arg(site.path())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

#[test]
fn parts_may_be_built_into_one_folder_at_the_same_time() {
    let site = full();
    for round in 0..3 {
        site.write("content/pages/about.md", &format!("---\ntitle: About {round}\n---\nWho we are.\n"));
        let clean = built(&site, "clean", &[]);
        let all: Vec<_> = (1..=4).map(|part| started(&site, &format!("{part}/4"))).collect();
        for mut build in all {
            assert_eq!(build.wait().unwrap().code(), Some(0));
        }
        same(&clean, &site.tree()).unwrap();
    }
}

#[test]
fn a_part_that_was_killed_harms_no_other() {
    let site = full();
    site.build(&[]);
    let began = Instant::now();
    built(&site, "clean", &[]);
    let whole = began.elapsed();
    for round in 0..6_u32 {
        let text = STATEMENT.replace("Trade", "trade").replace("What was said.", &format!("Said {round}."));
        site.write("content/statements/2006/2006-02-02-first.md", &text);
        site.write("site.toml", &format!("title = \"Round {round}\"\nbase_url = \"https://example.org/archive/\"\n"));
        // Of each round there is a file that the next one has not.
        site.write(&format!("static/round-{}.txt", round % 2), "");
        let _ = fs::remove_file(site.path().join(format!("static/round-{}.txt", (round + 1) % 2)));
        let clean = built(&site, "clean", &[]);
        let mut build = started(&site, "1/2");
        sleep(whole * (round + 3) / 9);
        build.kill().unwrap();
        build.wait().unwrap();
        for shard in ["2/2", "1/2"] {
            let run = site.build(&["--shard", shard]);
            assert_eq!(run.code, Some(0), "round {round}: {}", run.stderr);
        }
        same(&clean, &site.tree()).unwrap_or_else(|wrong| panic!("round {round}: {wrong}"));
    }
}

#[test]
fn findings_and_exit_codes_are_those_of_a_build_of_all() {
    let site = full();
    site.write("content/topics/unused.md", "---\nlabel: Unused\nlable: Typo\n---\n");
    let said = |more: &[&str]| {
        let run = site.build(more);
        (run.code, run.stderr.replace('\r', ""))
    };
    let whole = said(&[]);
    assert_eq!(whole.0, Some(1), "{}", whole.1);
    for shard in ["1/3", "2/3", "3/3"] {
        assert_eq!(said(&["--shard", shard]), whole, "{shard}");
        assert!(!site.path().join("public").exists());
    }
    // Warnings, as well.
    fs::remove_file(site.path().join("content/topics/unused.md")).unwrap();
    site.write("content/pages/about.md", "---\ntitle: About\n---\nSee <b>it</b>.\n");
    let (code, findings) = said(&["--no-cache"]);
    assert!(code == Some(0) && findings.contains("warning[raw-html]"), "{findings}");
    for shard in ["1/3", "2/3", "3/3"] {
        assert_eq!(said(&["--shard", shard]), (code, findings.clone()), "{shard}");
    }
}

#[test]
fn a_template_that_fails_on_some_pages_is_found_with_the_parts_that_have_them() {
    let site = full();
    site.write("templates/statement.html", "{{ title ~ nothing.at.all }}");
    let whole = site.build(&["--allow", "unknown-template-key"]);
    assert_eq!(whole.code, Some(1), "{}", whole.stderr);
    // Every part has statements.
    for shard in ["1/2", "2/2"] {
        let run = site.build(&["--allow", "unknown-template-key", "--shard", shard]);
        assert!(run.code == Some(1) && run.stderr.contains("template-error"), "{}", run.stderr);
        assert!(!site.path().join("public").exists());
    }
}

#[test]
fn a_part_that_there_is_not_is_refused() {
    let site = Site::small();
    for (shard, reason) in [
        ("0/4", "parts are counted from 1: 1/4 is the first"),
        ("5/4", "the last of 4 parts is 4/4"),
        ("a/b", "write it as K/N: 2/4 is the second of four parts"),
        ("3", "write it as K/N: 2/4 is the second of four parts"),
        ("1/0", "there is at least one part: 1/1 is all pages"),
    ] {
        let run = site.build(&["--shard", shard]);
        assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
        let expected = format!("error: invalid value '{shard}' for '--shard <K/N>': {reason}\n");
        assert!(run.stderr.starts_with(&expected), "{}", run.stderr);
    }
    for command in ["check", "serve", "review"] {
        let run = chronicle(&[command, "--shard", "1/2"]);
        assert!(run.code == Some(2) && run.stderr.contains("unexpected argument '--shard'"), "{}", run.stderr);
    }
    assert!(!site.path().join("public").exists());
}

/// The lists of a partition of the dictionary are gathered once: all of its files are in one part.
#[test]
fn files_of_words_that_are_made_together_are_in_one_part() {
    let site = Site::small();
    let words: Vec<String> = (0..6_000_u32).map(|n| format!("{}{n}", char::from(b'b' + (n % 20) as u8))).collect();
    for (part, words) in words.chunks(1_000).enumerate() {
        let text = format!("{STATEMENT}\n{}\n", words.join(" "));
        site.write(&format!("content/statements/2006/2006-02-02-part-{part}.md"), &text);
    }
    let whole = built(&site, "whole", &[]);
    let each = check_parts(&site, &whole, 3, &[]);
    let mut with_words = 0;
    for files in each {
        let below = |folder: &str| -> Vec<PathBuf> {
            let folder = Path::new("search").join(folder);
            files.keys().filter_map(|path| path.strip_prefix(&folder).ok().map(Path::to_owned)).collect()
        };
        let dictionary = below("d");
        assert!(below("p") == dictionary && below("n") == dictionary);
        with_words += usize::from(!dictionary.is_empty());
    }
    assert_eq!(with_words, 3, "there are too few partitions");
}
