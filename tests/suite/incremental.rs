//! A build into a folder that holds an earlier one comes to the same as a build into an empty folder, byte for byte,
//! whatever was edited in between; and nothing harms what is there.
//!
//! The edits are pseudo-random and the same in every run. `CHRONICLE_SEQUENCES=1000 cargo test --test suite incremental`
//! tries more of them; `CHRONICLE_SEED=7` only the one that failed.

pub(crate) mod world;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use crate::support::tree;
use chronicle::chronicle::Drafts;
use chronicle::output::Summary;
use chronicle::pipeline::{Progress, Request, Stage};
use chronicle::plan::Shard;
use world::{Random, World};

/// Counts the pages that are made.
#[derive(Default)]
struct Counter(AtomicUsize);

impl Progress for Counter {
    fn stage(&self, _: Stage) {}
    fn begin(&self, _: usize) {}
    fn rendered(&self) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }
    fn waiting(&self) {}
}

/// A site on disk, whose files are made to be those of a [`World`].
pub(crate) struct Disk {
    pub(crate) folder: tempfile::TempDir,
    files: BTreeMap<String, String>,
    /// Nearly every file that is written gets a later time, all of them long ago; some keep theirs, as those that are
    /// copied with their times do.
    clock: u64,
    /// How many files were written.
    writes: u64,
}

/// What a build came to: what was written, or what was found.
pub(crate) type Outcome = Result<Summary, String>;

impl Disk {
    pub(crate) fn new() -> Disk {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("site")).unwrap();
        Disk { folder, files: BTreeMap::new(), clock: 0, writes: 0 }
    }

    pub(crate) fn root(&self) -> PathBuf {
        self.folder.path().join("site")
    }

    pub(crate) fn public(&self) -> PathBuf {
        self.root().join("public")
    }

    pub(crate) fn become_like(&mut self, world: &World) {
        let files = world.files();
        for path in self.files.keys().filter(|path| !files.contains_key(*path)) {
            fs::remove_file(self.root().join(path)).unwrap();
        }
        for (path, text) in files.iter().filter(|(path, text)| self.files.get(*path) != Some(text)) {
            let file = self.root().join(path);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            let before = fs::metadata(&file).and_then(|before| before.modified());
            fs::write(&file, text).unwrap();
            self.clock += 1;
            self.writes += 1;
            let later = UNIX_EPOCH + Duration::from_nanos(1_000_000_000_123_456_789 + 1_000_000 * self.clock);
            let time = before.ok().filter(|_| self.writes.is_multiple_of(3)).unwrap_or(later);
            fs::File::options().append(true).open(&file).unwrap().set_modified(time).unwrap();
        }
        self.files = files;
    }

    fn build(&self, output: &Path, drafts: bool, no_cache: bool) -> Outcome {
        self.counted(output, drafts, no_cache).0
    }

    /// The same, with the number of pages that were made.
    fn counted(&self, output: &Path, drafts: bool, no_cache: bool) -> (Outcome, usize) {
        self.part(output, drafts, no_cache, Shard::WHOLE)
    }

    /// The same of a part of the pages.
    pub(crate) fn part(&self, output: &Path, drafts: bool, no_cache: bool, shard: Shard) -> (Outcome, usize) {
        let root = self.root();
        let began = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_nanos();
        let request = Request {
            reads_words: true,
            only: None,
            shard,
            root: &root,
            output: Some(output),
            base_url: None,
            today: None,
            drafts: if drafts { Drafts::Include } else { Drafts::Leave },
            levels: Default::default(),
            no_cache,
            replaces_foreign: false,
            precompresses: false,
            program: 1,
            began: i64::try_from(began).unwrap(),
        };
        let made = Counter::default();
        let run = chronicle::pipeline::run(&request, &made).unwrap();
        let found = || chronicle::report::Report::of(&run.findings, &run.inputs).human(false).to_string();
        (run.summary.ok_or_else(found), made.0.into_inner())
    }

    /// Builds into the folder of the builds before and into an empty one, and compares.
    fn check(&self, drafts: bool) -> Result<Outcome, String> {
        let before = if self.public().exists() { tree(&self.public()) } else { BTreeMap::new() };
        let outcome = self.build(&self.public(), drafts, false);
        let clean = self.folder.path().join("clean");
        let expected = self.build(&clean, drafts, true);
        let result = match (&outcome, &expected) {
            (Ok(_), Ok(_)) => same(&tree(&clean), &tree(&self.public())),
            (Err(found), Err(expected)) if found == expected => match self.public().exists() {
                true => same(&before, &tree(&self.public())),
                false => Ok(()),
            },
            (found, expected) => Err(format!("came to {found:?} and, from nothing, to {expected:?}")),
        };
        if clean.exists() {
            fs::remove_dir_all(&clean).unwrap();
        }
        // Nothing is kept of the clean build.
        for entry in fs::read_dir(self.root().join(".chronicle")).into_iter().flatten().map(Result::unwrap) {
            if !entry.file_name().to_string_lossy().starts_with(&state_name("public")) {
                fs::remove_file(entry.path()).unwrap();
            }
        }
        result.map(|()| outcome)
    }
}

fn state_name(output: &str) -> String {
    format!("{:016x}", xxhash_rust::xxh3::xxh3_64(output.as_bytes()))
}

pub(crate) fn same(expected: &BTreeMap<PathBuf, Vec<u8>>, found: &BTreeMap<PathBuf, Vec<u8>>) -> Result<(), String> {
    let paths: BTreeSet<&PathBuf> = expected.keys().chain(found.keys()).collect();
    let wrong: Vec<String> = paths
        .into_iter()
        .filter(|path| expected.get(*path) != found.get(*path))
        .map(|path| {
            let text = |files: &BTreeMap<PathBuf, Vec<u8>>| {
                files.get(path).map(|bytes| String::from_utf8_lossy(bytes).into_owned())
            };
            match (text(expected), text(found)) {
                (Some(expected), Some(found)) => {
                    let lines = expected.lines().zip(found.lines()).find(|(a, b)| a != b);
                    let (a, b) = lines.unwrap_or(("(longer or shorter)", ""));
                    format!("{}:\n    from nothing {a}\n    from before  {b}", path.display())
                }
                (None, _) => format!("{}: should not be there", path.display()),
                (_, None) => format!("{}: is missing", path.display()),
            }
        })
        .collect();
    if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n")) }
}

/// One sequence of edits, each followed by a build.
fn sequence(seed: u64, edits: usize) -> [usize; 5] {
    let mut random = Random::new(seed);
    let mut world = World::new(&mut random);
    let mut disk = Disk::new();
    let [mut built, mut kept, mut published, mut positions, mut compared] = [0; 5];
    let mut history = vec!["a new site".to_owned()];
    for step in 0..=edits {
        if step > 0 {
            for _ in 0..random.below(3) + 1 {
                history.push(format!("{step}: {}", world.edit(&mut random)));
            }
        }
        disk.become_like(&world);
        match disk.check(world.drafts) {
            Ok(Ok(summary)) => {
                built += 1;
                kept += usize::from(step > 0 && summary.unchanged > 0);
                let texts = ["a", "b/c"].map(|text| disk.public().join(format!("sources/{text}/index.html")));
                let texts = texts.iter().filter_map(|page| fs::read_to_string(page).ok());
                published += usize::from(texts.into_iter().any(|page| page.contains("<mark")));
                let pages = tree(&disk.public());
                let has = |folder: &str, words: &[&str]| {
                    let below = pages.iter().filter(|(path, _)| path.starts_with(folder));
                    below
                        .map(|(path, bytes)| (path.display().to_string(), String::from_utf8_lossy(bytes)))
                        .any(|(path, text)| words.iter().any(|word| path.ends_with(word) || text.contains(word)))
                };
                positions += usize::from(has("topics", &["position/index.html"]));
                compared += usize::from(has("chains", &["<ins>", "<del>", " different"]));
                if random.below(4) == 0 {
                    let again = disk.build(&disk.public(), world.drafts, false).unwrap();
                    assert_eq!((again.written, again.removed), (0, 0), "seed {seed}: {}", history.join("\n"));
                }
            }
            Ok(Err(_)) => {}
            Err(wrong) => panic!("CHRONICLE_SEED={seed}\n{}\n{wrong}", history.join("\n")),
        }
    }
    [built, kept, published, positions, compared]
}

#[test]
fn an_edit_of_a_text_makes_only_the_pages_that_show_it() {
    let world = World::new(&mut Random::new(1));
    let mut disk = Disk::new();
    disk.become_like(&world);
    // Files that are no records are known again by stamps, which have to be older than the run.
    std::thread::sleep(Duration::from_millis(100));
    let (outcome, all) = disk.counted(&disk.public(), world.drafts, false);
    assert_eq!(outcome.map(|summary| summary.written), Ok(all));
    let is_plain = |text: &str| !text.contains("text: sources/");
    let mut files = disk.files.iter().filter(|(path, _)| path.starts_with("content/statements/"));
    let path = files.find(|(_, text)| is_plain(text)).unwrap().0.clone();
    for edit in 1..4 {
        let text = format!("{}\nOne more paragraph, number {edit}.\n", disk.files[&path]);
        let file = disk.root().join(&path);
        fs::write(&file, text).unwrap();
        let time = UNIX_EPOCH + Duration::from_millis(1_100_000_000_000 + edit);
        fs::File::options().append(true).open(&file).unwrap().set_modified(time).unwrap();
        let (outcome, made) = disk.counted(&disk.public(), world.drafts, false);
        // Its page, the two files beside it, the two feeds of the site, which have whole texts, and the only shard of search.
        // Neither the words of all quotations nor the page of its chain: its own quotations are as they were.
        assert!(outcome.is_ok() && made == 8, "{made} of {all} were made: {outcome:?}");
    }
}

#[test]
fn edits_and_a_build_come_to_the_same_as_a_build_from_nothing() {
    let number = |name: &str| std::env::var(name).ok().map(|text| text.parse::<u64>().unwrap());
    let seeds: Vec<u64> = match number("CHRONICLE_SEED") {
        Some(seed) => vec![seed],
        None => (0..number("CHRONICLE_SEQUENCES").unwrap_or(6)).collect(),
    };
    let mut all = [0; 5];
    for seed in &seeds {
        let more = sequence(*seed, 12);
        all.iter_mut().zip(more).for_each(|(all, more)| *all += more);
    }
    let [built, kept, published, positions, compared] = all;
    // Otherwise most edits were errors, or nothing was ever kept, and the test would say nothing.
    assert!(built > seeds.len() * 7, "only {built} builds had no errors");
    assert!(kept > seeds.len() * 5, "only {kept} builds kept something");
    assert!(published > seeds.len(), "only {published} builds had quotations on the page of a kept text");
    assert!(positions > seeds.len(), "only {positions} builds had the position on a topic");
    assert!(compared > seeds.len(), "only {compared} builds had wordings of a chain that differ");
}

#[cfg(unix)]
#[test]
fn a_file_that_is_replaced_by_one_of_its_size_and_time_is_published() {
    let site = crate::support::Site::small();
    let file = site.path().join("static/data.json");
    let write = |text: &str| {
        site.write("static/data.json", text);
        // Of a file system that keeps nanoseconds.
        let time = UNIX_EPOCH + Duration::from_nanos(1_000_000_000_123_456_789);
        fs::File::options().append(true).open(&file).unwrap().set_modified(time).unwrap();
    };
    write("{\"n\": 1}");
    // The second build records a stamp that is old enough to be trusted.
    for title in ["One", "Two"] {
        std::thread::sleep(Duration::from_millis(100));
        site.write("content/pages/about.md", &format!("---\ntitle: {title}\n---\nAbout.\n"));
        site.build(&[]);
    }
    write("{\"n\": 2}");
    site.build(&[]);
    assert_eq!(site.page("data.json"), "{\"n\": 2}");
}
