//! The documentation names everything that can be written.

use std::collections::BTreeSet;
use std::fs;

use crate::support::{Site, chronicle};
use serde_json::Value;

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

/// `docs/statement-json.md` names the keys that `index.json` can have, at any depth, and no others.
#[test]
fn every_key_of_a_statement_for_programs_is_described() {
    let page = fs::read_to_string("docs/statement-json.md").unwrap();
    let mut keys = Vec::new();
    names(&chronicle::pages::statement_json_schema(), &mut keys);
    let keys: BTreeSet<&str> = keys.iter().map(String::as_str).collect();
    let is_word =
        |code: &&str| code.bytes().all(|byte| byte.is_ascii_lowercase() || matches!(byte, b'_' | b'0'..=b'9'));
    let described: BTreeSet<&str> = page.split('`').skip(1).step_by(2).filter(is_word).collect();
    assert!(keys.len() > 30, "{keys:?}");
    assert_eq!(described, keys);
}

/// What is written is what the schema says, and has no key that the schema does not have.
#[test]
fn statements_for_programs_are_of_their_schema() {
    let schema = chronicle::pages::statement_json_schema();
    let valid = jsonschema::validator_for(&schema).unwrap();
    let mut keys = Vec::new();
    names(&schema, &mut keys);
    let mut looked_at = BTreeSet::new();
    for name in ["chains", "dates", "names", "occasions", "texts", "topics"] {
        let site = Site::golden(name);
        let run = site.build(&[]);
        assert_eq!(run.code, Some(0), "{name}: {}", run.stderr);
        for (path, bytes) in
            site.tree().iter().filter(|(path, _)| path.ends_with("index.json") && !path.starts_with("search"))
        {
            let record: Value = serde_json::from_slice(bytes).unwrap();
            let faults: Vec<String> = valid.iter_errors(&record).map(|fault| fault.to_string()).collect();
            assert!(faults.is_empty(), "{name}: {}: {faults:?}", path.display());
            keys_of(&record, &mut looked_at);
        }
    }
    let unknown: Vec<&String> = looked_at.iter().filter(|key| !keys.contains(key)).collect();
    assert!(unknown.is_empty(), "{unknown:?}");
    assert!(looked_at.len() > 20, "{looked_at:?}");
}

/// The keys of a value, with those of its parts.
fn keys_of(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| keys_of(item, found)),
        Value::Object(pairs) => pairs.iter().for_each(|(key, value)| {
            found.insert(key.clone());
            keys_of(value, found);
        }),
        _ => {}
    }
}

/// The first mistake that a reader of the README sees, in this repository's own chronicle.
#[test]
fn the_mistake_in_the_readme_is_reported_as_it_says() {
    let page = fs::read_to_string("README.md").unwrap();
    let shown: Vec<&str> = page
        .lines()
        .skip_while(|line| !line.starts_with("    error["))
        .take_while(|line| line.is_empty() || line.starts_with("    "))
        .map(|line| line.get(4..).unwrap_or_default())
        .collect();
    let site = Site::of(&[]);
    for part in ["site.toml", "chronicle.lock", "content"] {
        for file in walkdir::WalkDir::new(part).into_iter().map(Result::unwrap).filter(|file| file.path().is_file()) {
            site.write(file.path().to_str().unwrap(), &fs::read_to_string(file.path()).unwrap());
        }
    }
    let entry = "content/statements/2023/2023-03-06-islamic-world.md";
    let text = fs::read_to_string(entry).unwrap();
    site.write(entry, &text.replace("speakers: [sergey-lavrov]", "speakers: [sergey-lavrow]"));
    assert_eq!(site.build(&[]).stderr.trim_end(), shown.join("\n").trim_end());
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
