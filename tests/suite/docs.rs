//! The documentation names everything that can be written.

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

/// A statement with more front matter, and with a text.
fn statement(front: &str, text: &str) -> String {
    let (_, rest) = crate::support::STATEMENT.split_once("---\n").unwrap();
    let (front_matter, _) = rest.split_once("---\n").unwrap();
    format!("---\n{front_matter}{front}---\n{text}")
}

/// A site with as much as `most` of what a row of `docs/limits.md` names.
fn with(what: &str, most: usize) -> Site {
    let site = Site::small();
    let first = "content/statements/2006/2006-02-02-first.md";
    let filled = |start: String, letter: &str, most: usize| format!("{start}{}", letter.repeat(most - start.len()));
    let text = match what {
        "bytes of a record's file" => filled(statement("", ""), "a", most),
        "bytes of front matter" => {
            let own = statement("", "").len() - "---\n---\n".len();
            statement(&format!("# {}\n", "a".repeat(most - own - "# \n".len())), "")
        }
        "brackets open at once in front matter" => statement(&format!("# {}\n", "[".repeat(most)), ""),
        "items of a list in front matter" => statement(&format!("countries: [{}]\n", "FR, ".repeat(most)), ""),
        "block quotations of a text" => statement("", &"> We agree.\n\nAnd:\n\n".repeat(most)),
        "marks of quotations and lists (`>`, `-`, `*`, `+`) that begin the lines of a text" => {
            statement("", &format!("{}We agree.\n", "> ".repeat(most)))
        }
        _ if what.starts_with("line ends and signs of a text") => statement("", &"a\n".repeat(most)),
        _ if what.starts_with("parts of the block quotations of a text with kept sources") => {
            site.write("content/sources/a.txt", &"a ".repeat(most + 1));
            let own = statement("", &format!("> {}a\n", "a … ".repeat(most - 1)));
            own.replace("[\"https://example.com/1\"]", "[{publisher: P, text: sources/a.txt}]")
        }
        "headings of a text" => statement("", &"# Peace\n".repeat(most)),
        "links of a text within the site" => statement("", &format!("# P\n\n{}", "[a](#p) ".repeat(most))),
        "bytes of the texts of a statement's sources together" => {
            site.write("content/sources/a.txt", &"a".repeat(most - 1));
            site.write("content/sources/b.txt", "b");
            let sources = "sources: [{text: sources/a.txt}, {text: sources/b.txt}]";
            statement("", "").replace("sources: [\"https://example.com/1\"]", sources)
        }
        "characters of a title" => {
            statement("", "").replace("title: A first statement", &format!("title: {}", "a".repeat(most)))
        }
        "statements of one day and the same speakers" => {
            for number in 1..most {
                let title = format!("title: On {}", format!("{number:04} ").repeat(6));
                let path = format!("content/statements/2006/2006-02-02-s{number}.md");
                site.write(&path, &statement("", "").replace("title: A first statement", title.trim_end()));
            }
            statement("", "")
        }
        _ => panic!("there is no trial of `{what}`"),
    };
    site.write(first, &text);
    site
}

#[test]
fn every_limit_of_records_holds_and_is_reported_beyond() {
    let page = fs::read_to_string("docs/limits.md").unwrap();
    let (_, table) = page.split_once("## In records\n").unwrap();
    let rows = table.lines().skip_while(|line| !line.starts_with('|')).take_while(|line| line.starts_with('|')).skip(2);
    let mut tried = 0;
    for row in rows {
        let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
        let [what, most, _, code] = cells.as_slice() else { panic!("{row}") };
        let (most, code) = (most.parse::<usize>().unwrap(), code.trim_matches('`'));
        let within = with(what, most).check(&["--format", "short"]);
        assert!(!within.stdout.contains(code), "{most} {what}\n{}", within.stdout);
        let beyond = with(what, most + 1).check(&["--format", "short"]);
        assert!(beyond.stdout.contains(code), "{most} and one {what}\n{}{}", beyond.stdout, beyond.stderr);
        tried += 1;
    }
    assert!(tried > 8, "{tried}");
}
