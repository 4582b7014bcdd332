//! A snapshot of the files of a site at the beginning of a run, by which the next one detects that nothing has changed.

use std::sync::Arc;

use bitcode::{Decode, Encode};
use xxhash_rust::xxh3::xxh3_64;

use crate::diagnostic::{Code, Diagnostic};
use crate::input::{InputId, Inputs, Stamp};

/// A file system may not tell two times apart that are nearer than this, in nanoseconds; a file that was written so
/// shortly before it was read may have been written again.
const RESOLUTION: i64 = 2_000_000_000;

/// The same where the stamp is finer than a millisecond, in nanoseconds.
const FINE_RESOLUTION: i64 = 50_000_000;

/// What is compared to detect that nothing has changed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Decode, Encode)]
pub(crate) struct Snapshot {
    /// The fingerprint of the program and of the options that affect pages.
    pub(crate) program: u64,
    /// The fingerprint of the options that affect findings, or which files there are beside pages.
    pub(crate) options: u64,
    /// When the run began, in nanoseconds since 1970.
    pub(crate) began: i64,
    /// The newest day that anything recorded could be of, in days since the year 1.
    pub(crate) today: Option<i32>,
    /// Every file, with its stamp; in the order of the paths.
    pub(crate) stamps: Vec<(Arc<str>, Option<Stamp>)>,
    /// The files whose stamps cannot be trusted: those written shortly before the run, if they are few, and those without a
    /// time of change. Their paths, with the hashes (XXH3) of their bytes before the run read them.
    pub(crate) recent: Vec<(Arc<str>, u64)>,
    /// The number of pages; none where some were left to other runs, so that others than these may be missing or stale.
    pub(crate) pages: Option<u64>,
    /// The number of files: the pages, and their compressed copies.
    pub(crate) files: u64,
    pub(crate) statements: u64,
    /// What was found, in the order of the places: warnings. It is in the same files as long as these are the same.
    pub(crate) findings: Vec<Diagnostic>,
}

impl Snapshot {
    /// The snapshot of a run that begins.
    pub(crate) fn of(inputs: &Inputs, numbers: Numbers) -> Snapshot {
        let Numbers { program, options, began, today } = numbers;
        // Files built into the program are covered by its fingerprint.
        let files = inputs.all().filter(|(_, file)| !file.is_embedded());
        let stamps: Vec<(Arc<str>, Option<Stamp>)> =
            files.map(|(_, file)| (file.shared_path(), file.stamp())).collect();
        let mut recent: Vec<(Arc<str>, u64)> = Vec::new();
        let mut young = 0;
        for (path, stamp) in stamps.iter().filter(|(_, stamp)| !is_known(*stamp, began)) {
            let hash = inputs.find(path).and_then(|input| inputs.bytes(input).ok()).map(|bytes| xxh3_64(&bytes));
            young += usize::from(stamp.is_none_or(Stamp::has_change_time));
            match hash.filter(|_| young <= MOST_RECENT) {
                Some(hash) => recent.push((path.clone(), hash)),
                None => break,
            }
        }
        Snapshot { program, options, began, today, stamps, recent, ..Snapshot::default() }
    }

    /// Whether nothing can have changed between the run with this snapshot and the one that begins with `now`.
    pub(crate) fn still_holds(&self, now: &Snapshot, inputs: &Inputs) -> bool {
        let is_same = |path: &str| {
            let known = self.recent.binary_search_by(|(recent, _)| (**recent).cmp(path)).ok();
            let bytes = inputs.find(path).and_then(|input| inputs.bytes(input).ok());
            known.zip(bytes).is_some_and(|(at, bytes)| xxh3_64(&bytes) == self.recent[at].1)
        };
        (self.program, self.options) == (now.program, now.options)
            && self.is_of_today(now)
            && self.stamps == now.stamps
            && self.stamps.iter().all(|(path, stamp)| is_known(*stamp, self.began) || is_same(path))
    }

    /// Whether the day makes no difference: what is not after an earlier day is not after a later one.
    fn is_of_today(&self, now: &Snapshot) -> bool {
        let is_later = self.today.is_some() && self.today <= now.today;
        self.today == now.today || is_later && self.findings.iter().all(|finding| finding.code != Code::FutureDate)
    }
}

/// The numbers by which a snapshot identifies the request.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Numbers {
    /// The fingerprint of the program and of the options that affect pages.
    pub(crate) program: u64,
    /// The fingerprint of the options that affect findings, or which files there are beside pages.
    pub(crate) options: u64,
    /// When the run begins, in nanoseconds since 1970.
    pub(crate) began: i64,
    /// The newest day that anything recorded can be of, in days since the year 1.
    pub(crate) today: Option<i32>,
}

/// Whether a stamp proves that a file is unchanged. A link has none: its target may change.
fn is_known(stamp: Option<Stamp>, began: i64) -> bool {
    stamp.is_some_and(|stamp| is_settled(stamp, began))
}

/// The most files that are hashed because they were written shortly before the run.
const MOST_RECENT: usize = 64;

/// Whether the stamp of a file can be trusted by a run after the one that began at `began`. Without a time of change it never
/// can: a program may have set the time of modification back.
pub(super) fn is_settled(stamp: Stamp, began: i64) -> bool {
    stamp.has_change_time() && is_older(stamp, began)
}

/// Whether a file was written so long before a run that it cannot have been written again at the same time.
fn is_older(stamp: Stamp, began: i64) -> bool {
    // A file system that keeps more than milliseconds takes the time from a clock that ticks at least a hundred times a
    // second.
    let resolution = if stamp.modified % 1_000_000 == 0 { RESOLUTION } else { FINE_RESOLUTION };
    stamp.modified.max(stamp.changed).saturating_add(resolution) < began
}

/// Whether the stamp of a file can be trusted, as [`is_settled`] says.
pub(crate) fn is_settled_file(inputs: &Inputs, input: InputId, began: i64) -> bool {
    let file = inputs.get(input);
    file.is_embedded() || file.stamp().is_some_and(|stamp| is_settled(stamp, began))
}

/// Whether the fingerprint of a file can be trusted by a run after the one that began at `began`. That of a file without a
/// time of change holds its bytes.
pub(crate) fn is_older_file(inputs: &Inputs, input: InputId, began: i64) -> bool {
    let file = inputs.get(input);
    file.is_embedded() || file.stamp().is_some_and(|stamp| is_older(stamp, began))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use xxhash_rust::xxh3::xxh3_64;

    use super::{Numbers, Snapshot, Stamp, is_older, is_settled};
    use crate::input::Inputs;

    const BEGAN: i64 = i64::MAX / 2;

    #[test]
    fn a_stamp_without_a_time_of_change_is_never_trusted() {
        let old = |changed| Stamp { size: 5, modified: 1, changed };
        assert!(is_settled(old(1), BEGAN));
        assert!(!is_settled(old(0), BEGAN));
        assert!(is_older(old(0), BEGAN));
        assert!(!is_settled(old(BEGAN), BEGAN), "it was changed as the run began");
    }

    /// What a run on Windows sees: each file has a size and a time of modification, which programs can set back.
    #[test]
    fn a_file_whose_time_was_set_back_is_seen_by_its_bytes() {
        let ann = "content/people/ann.md";
        let site = |bytes: &[u8]| {
            let read = Inputs::read(Path::new("tests/golden/chains/site")).expect("a site");
            read.with(ann, bytes.to_vec())
        };
        let seen = |inputs: &Inputs| {
            let mut snapshot = Snapshot::of(inputs, Numbers { program: 1, options: 1, began: BEGAN, today: None });
            let stamp = snapshot.stamps.iter_mut().find(|(path, _)| &**path == ann).map(|(_, stamp)| stamp);
            *stamp.expect("the file") = Some(Stamp { size: 3, modified: 1, changed: 0 });
            snapshot
        };
        let (inputs, other) = (site(b"Ann"), site(b"Bob"));
        let before = seen(&inputs);
        assert_eq!(before.recent, [(ann.into(), xxh3_64(b"Ann"))]);
        assert!(before.still_holds(&seen(&inputs), &inputs));
        assert_eq!(before.stamps, seen(&other).stamps, "only the bytes differ");
        assert!(!before.still_holds(&seen(&other), &other));
    }
}
