//! Names of records, files, addresses and templates that mean the same in every run, and take eight bytes.

use xxhash_rust::xxh3::xxh3_64;

/// The hash (XXH3) of an id, a code, a path, an address or a template's name.
pub(crate) type Name = u64;

/// The name of what is called so.
pub(crate) fn name(text: &str) -> Name {
    xxh3_64(text.as_bytes())
}
