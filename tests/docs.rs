//! The documentation names everything that can be written.
#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may fail at once, and sees files from outside"
)]

mod support;

use std::fs;

use serde_json::Value;
use support::{Site, chronicle};

/// The names of the keys of a schema, with those of its parts, and the words of closed vocabularies.
fn names(schema: &Value, found: &mut Vec<String>) {
    match schema {
        Value::Array(items) => items.iter().for_each(|item| names(item, found)),
        Value::Object(pairs) => {
            if let Some(Value::Object(properties)) = pairs.get("properties") {
                found.extend(properties.keys().cloned());
            }
            pairs.values().for_each(|value| names(value, found));
        }
        _ => {}
    }
}

#[test]
fn every_key_of_every_record_is_described() {
    let page = fs::read_to_string("docs/content-model.md").unwrap();
    let mut looked_at = 0;
    for kind in ["statement", "person", "organization", "topic", "place", "event", "page"] {
        let run = chronicle(&["schema", kind]);
        let mut keys = Vec::new();
        names(&serde_json::from_str(&run.stdout).unwrap(), &mut keys);
        assert!(!keys.is_empty(), "{kind}");
        looked_at += keys.len();
        for key in keys {
            // Alone, or within the braces of a map.
            let is_named = page.split('`').skip(1).step_by(2).any(|code| {
                code.split(|letter: char| !letter.is_alphanumeric() && letter != '_').any(|word| word == key)
            });
            assert!(is_named, "docs/content-model.md does not name `{key}` of a {kind}");
        }
    }
    assert!(looked_at > 60, "{looked_at}");
}

#[test]
fn the_example_of_the_settings_is_right() {
    let page = fs::read_to_string("docs/configuration.md").unwrap();
    let (_, rest) = page.split_once("```toml\n").unwrap();
    let (example, _) = rest.split_once("```").unwrap();
    let site = Site::small();
    site.write("site.toml", example);
    let run = site.check(&[]);
    assert_eq!(run.code, Some(0), "{}{}", run.stdout, run.stderr);
}
