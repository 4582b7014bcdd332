//! The files below `.chronicle/`. A stranger can commit them, so they are read as any other bytes.

use chronicle::{incremental, output};
use xxhash_rust::xxh3::xxh3_64;

/// The line that seals a manifest, and a list of files that a build was moving.
const SEAL: &str = "sealed 0 1 2\n";

/// A first byte that can be divided by 3: a manifest with its seal; one that leaves 2: the list of files that a killed build
/// was moving, with its seal. One that leaves 1: a cache, its parts each with two bytes of its length before it;
/// they get the hashes that they should have, which would keep all others from being looked at.
pub fn state(data: &[u8]) {
    let Some((kind, rest)) = data.split_first() else { return };
    let is_sealed = rest.starts_with(SEAL.as_bytes());
    match kind % 3 {
        0 => assert!(!output::is_manifest(rest.to_vec(), SEAL) || is_sealed, "the seal is not looked at"),
        2 => assert!(!output::is_unfinished(rest.to_vec(), SEAL) || is_sealed, "the seal is not looked at"),
        _ => cache(rest),
    }
}

fn cache(rest: &[u8]) {
    let (mut bytes, mut rest) = (incremental::PROGRAM.to_vec(), rest);
    while let Some((length, after)) = rest.split_first_chunk() {
        let (part, after) = after.split_at(after.len().min(u16::from_le_bytes(*length).into()));
        bytes.extend_from_slice(&(part.len() as u64).to_le_bytes());
        bytes.extend_from_slice(&xxh3_64(part).to_le_bytes());
        bytes.extend_from_slice(part);
        rest = after;
    }
    // What is read is written into the next file.
    let written = incremental::rewritten(&bytes);
    written.and_then(|written| incremental::rewritten(&written));
}
