//! All targets in one program, so that Chronicle is linked once: the variable `CHRONICLE_FUZZ` names the one to run.

#![no_main]

use std::sync::LazyLock;

static TARGET: LazyLock<fn(&[u8])> = LazyLock::new(|| {
    let name = std::env::var("CHRONICLE_FUZZ").unwrap_or_default();
    let found = chronicle_fuzz::TARGETS.iter().find(|(known, _)| *known == name);
    found.unwrap_or_else(|| panic!("CHRONICLE_FUZZ names no target: `{name}`")).1
});

libfuzzer_sys::fuzz_target!(|data: &[u8]| TARGET(data));
