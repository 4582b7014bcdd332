//! The files below `.chronicle/`. A stranger can commit them, so they are read as any other bytes.

use chronicle::kept::{self, Kept};
use chronicle::output;
use xxhash_rust::xxh3::xxh3_64;

/// The line that seals a manifest, and a list of files that a build was moving.
const SEAL: &str = "sealed 0 1 2\n";

/// A first byte that can be divided by 3: a manifest with its seal; one that leaves 2: the list of files that a killed build
/// was moving, with its seal. One that leaves 1: what a run keeps, its parts each with two bytes of its length before it;
/// they get the hashes that they should have, which would keep all others from being looked at.
pub fn state(data: &[u8]) {
    let Some((kind, rest)) = data.split_first() else { return };
    let is_sealed = rest.starts_with(SEAL.as_bytes());
    match kind % 3 {
        0 => assert!(!output::is_manifest(rest.to_vec(), SEAL) || is_sealed, "the seal is not looked at"),
        2 => assert!(!output::is_unfinished(rest.to_vec(), SEAL) || is_sealed, "the seal is not looked at"),
        _ => kept(rest),
    }
}

fn kept(rest: &[u8]) {
    let (mut bytes, mut rest) = (kept::PROGRAM.to_vec(), rest);
    while let Some((length, after)) = rest.split_first_chunk() {
        let (part, after) = after.split_at(after.len().min(u16::from_le_bytes(*length).into()));
        bytes.extend_from_slice(&(part.len() as u64).to_le_bytes());
        bytes.extend_from_slice(&xxh3_64(part).to_le_bytes());
        bytes.extend_from_slice(part);
        rest = after;
    }
    let Some(stored) = kept::read(&bytes) else { return };
    let Some(read) = stored.files() else { return };
    let traces = read.traces();
    // What is read is written into the next file.
    let kept = Kept { site: read.site, traces: traces.unwrap_or_default(), ..Kept::default() };
    kept::write(&stored.summary, &kept, Some(&read), &mut Vec::new()).expect("memory can be written to");
}
