//! Mistakes that people make in YAML: each has help, and whoever does what the help says has a file that is right.

use serde_json::Value;

use crate::support::Site;

const STATEMENT: &str = "content/statements/2024/2024-06-01-talks.md";

const MATTER: &str = "\
title: A title
date: 2024-06-01
speakers: [example-minister]
topics:
  - example-topic
fidelity: reported
summary: A summary
sources:
  - title: A report
    publisher: P
  - {title: Another, publisher: Q}
";

fn site() -> Site {
    Site::new()
}

/// What is found in the statement with this front matter.
fn found(site: &Site, matter: &str) -> Vec<Value> {
    site.write(STATEMENT, &format!("---\n{matter}---\nText.\n"));
    let run = site.check(&["--format", "json"]);
    let findings = run.stdout.lines().map(|line| serde_json::from_str(line).unwrap());
    findings.filter(|finding: &Value| finding["file"] == STATEMENT).collect()
}

/// The front matter after somebody did what a help says, and nothing else.
fn obeyed(matter: &str, finding: &Value) -> String {
    let help = finding["help"].as_str().unwrap_or_else(|| panic!("no help: {finding}"));
    let place = |end: &str| finding[end]["byte"].as_u64().unwrap() as usize - "---\n".len();
    let (start, end) = (place("start"), place("end"));
    if let Some(spaces) = help.strip_suffix(" in place of each tab at the start of the lines") {
        let spaces = if spaces == "write two spaces" { "  " } else { panic!("{help}") };
        let line = |line: &str| {
            let text = line.trim_start();
            line[..line.len() - text.len()].replace('\t', spaces) + text + "\n"
        };
        return matter.lines().map(line).collect();
    }
    if help.starts_with("write a space in place of each of them") {
        return matter.replace('\u{a0}', " ");
    }
    if let Some(rest) = help.strip_prefix("begin the line with ") {
        let count = match rest.split(' ').next().unwrap() {
            "no" => 0,
            "one" => 1,
            number => number.parse().unwrap(),
        };
        let line = matter[..start].rfind('\n').map_or(0, |at| at + 1);
        return format!("{}{}{}", &matter[..line], " ".repeat(count), matter[line..].trim_start_matches(' '));
    }
    if help == "put it in quotation marks" {
        return format!("{}\"{}\"{}", &matter[..start], &matter[start..end], &matter[end..]);
    }
    if help.starts_with("write it alone, without brackets and without `-` before it") {
        let alone = matter[start..end].trim_matches(['[', ']', '-', ' ', '\n']);
        return format!("{} {alone}{}", matter[..start].trim_end(), &matter[end..]);
    }
    if help.starts_with("put the whole text in quotation marks: `\"` before its first word") {
        let last = start + matter[start..].find("goes on").unwrap() + "goes on".len();
        return format!("{}\"{}\"{}", &matter[..start], &matter[start..last], &matter[last..]);
    }
    if help.starts_with("make it an item of a list") {
        return format!("{}[{}]{}", &matter[..start], &matter[start..end], &matter[end..]);
    }
    let (before, rest) = help.split_once('`').unwrap_or_else(|| panic!("{help}"));
    let new = &rest[..rest.rfind('`').unwrap()];
    assert!(before.ends_with(": ") || before == "write ", "{help}");
    format!("{}{new}{}", &matter[..start], &matter[end..])
}

/// Does what the helps say, one after the other, until nothing is found.
fn mended(site: &Site, matter: &str) -> String {
    let mut matter = matter.to_owned();
    for _ in 0..6 {
        let findings = found(site, &matter);
        // A key that is only written otherwise is not missing.
        let Some(finding) = findings.iter().find(|one| one["code"] != "missing-key") else { return matter };
        matter = obeyed(&matter, finding);
    }
    panic!("never right: {matter}");
}

/// The right part of the front matter, what was written in its place, and what comes of it by obeying the help.
const MISTAKES: &[(&str, &str, &str)] = &[
    ("A title", "Minister: talks go on", "\"Minister: talks go on\""),
    ("A title", "Министр: переговоры", "\"Министр: переговоры\""),
    ("A title", "وزير: محادثات", "\"وزير: محادثات\""),
    ("A title", "He said: yes: no", "\"He said: yes: no\""),
    ("A title", "Talks go on:", "\"Talks go on:\""),
    ("A title", "Say \"no\": talks", "'Say \"no\": talks'"),
    ("A title", "Minister: talks # a comment", "\"Minister: talks # a comment\""),
    ("A title", "Talks: #1 now", "\"Talks: #1 now\""),
    ("A title", "“Talks: on” #1", "\"“Talks: on” #1\""),
    ("title: A title", "title:\tTalks: on", "title:\t\"Talks: on\""),
    ("A title", "\"Talks\" go on", "'\"Talks\" go on'"),
    ("A title", "'Talks' go on", "\"'Talks' go on\""),
    ("A title", "'Talks don't go on'", "\"Talks don't go on\""),
    ("A title", "\"Talks \"go\" on\"", "'Talks \"go\" on'"),
    ("A title", "\"C:\\Talks\"", "'C:\\Talks'"),
    ("A title", "\"Talks go on", "\"Talks go on\""),
    ("A title", "'Talks go on", "\"Talks go on\""),
    ("A title", "'It's on", "\"It's on\""),
    ("A title", "“Talks: go on”", "\"Talks: go on\""),
    ("A title", "«Talks: go on»", "\"Talks: go on\""),
    ("A title", "„Talks: go on“", "\"Talks: go on\""),
    ("A title", "@minister speaks", "\"@minister speaks\""),
    ("A title", "`Talks` go on", "\"`Talks` go on\""),
    ("A title", "%5 more", "\"%5 more\""),
    ("A title", "*Talks* go on", "\"*Talks* go on\""),
    ("A title", "**Talks**", "\"**Talks**\""),
    ("A title", "&Talks go on", "\"&Talks go on\""),
    ("A title", "!Talks go on", "\"!Talks go on\""),
    ("A title", "> 5 talks", "\"> 5 talks\""),
    ("A title", "| talks", "\"| talks\""),
    ("A title", "? talks", "\"? talks\""),
    ("A title", "- talks", "\"- talks\""),
    ("A title", "[Talks] go on", "\"[Talks] go on\""),
    ("A title", "{Talks} go on", "\"{Talks} go on\""),
    ("A title", "] go on", "\"] go on\""),
    ("A title", ", go on", "\", go on\""),
    ("A title", "[Talks go on]", "Talks go on"),
    ("title: A title", "title:\n  - Talks go on", "title: Talks go on"),
    ("A title", "true", "\"true\""),
    ("A title", "2006", "\"2006\""),
    ("A title", "1.50", "\"1.50\""),
    ("title: A title", "title:A title", "title: A title"),
    ("title: A title", "title = A title", "title: A title"),
    ("title: A title", "title：A title", "title: A title"),
    ("title: A title", "title:\u{a0}A title", "title: A title"),
    ("title: A title", "Title: A title", "title: A title"),
    ("title: A title", " title: A title", "title: A title"),
    ("date: 2024-06-01", "date:2024-06-01", "date: 2024-06-01"),
    ("date: 2024-06-01", " date: 2024-06-01", "date: 2024-06-01"),
    ("date: 2024-06-01", "date: “2024-06-01”", "date: 2024-06-01"),
    ("date: 2024-06-01", "date: [2024-06-01]", "date: 2024-06-01"),
    ("fidelity: reported", "fidelity:reported", "fidelity: reported"),
    ("fidelity: reported", "fidelity: “reported”", "fidelity: reported"),
    ("fidelity: reported", "fidelity: [reported]", "fidelity: reported"),
    ("[example-minister]", "[example-minister", "[example-minister]"),
    ("[example-minister]", "[example-minister}", "[example-minister]"),
    ("[example-minister]", "[\"example-minister]", "[\"example-minister\"]"),
    ("  - example-topic", "\t- example-topic", "  - example-topic"),
    ("    publisher: P", "\t\tpublisher: P", "    publisher: P"),
    ("    publisher: P", "  \tpublisher: P", "    publisher: P"),
    ("    publisher: P", "\u{a0}\u{a0}\u{a0}\u{a0}publisher: P", "    publisher: P"),
    ("    publisher: P", "   publisher: P", "    publisher: P"),
    ("    publisher: P", "     publisher: P", "    publisher: P"),
    ("    publisher: P", "  publisher: P", "    publisher: P"),
    ("    publisher: P", "      publisher: P", "    publisher: P"),
    ("    publisher: P", "    publisher:P", "    publisher: P"),
    ("    publisher: P", "    publisher: P: Q", "    publisher: \"P: Q\""),
    ("  - title: A report", "   - title: A report", "  - title: A report"),
    ("  - title: A report", "  - title:A report", "  - title: A report"),
    ("{title: Another, publisher: Q}", "{title: Another, publisher: Q", "{title: Another, publisher: Q}"),
    (
        "{title: Another, publisher: Q}",
        "{title: Another: one, publisher: Q}",
        "{title: \"Another: one\", publisher: Q}",
    ),
    ("{title: Another, publisher: Q}", "{title: \"An\" other, publisher: Q}", "{title: '\"An\" other', publisher: Q}"),
    ("{title: Another, publisher: Q}", "{title:Another, publisher: Q}", "{title: Another, publisher: Q}"),
    ("{title: Another, publisher: Q}", "{title: @another, publisher: Q}", "{title: \"@another\", publisher: Q}"),
    ("summary: A summary", "summary: A summary\nthat goes on", "summary: A summary\n  that goes on"),
    ("summary: A summary", "summary: A summary: one\n  that goes on", "summary: \"A summary: one\n  that goes on\""),
    ("summary: A summary", "draft: no", "draft: false"),
    ("summary: A summary", "draft: No", "draft: false"),
    ("summary: A summary", "draft: off", "draft: false"),
    ("summary: A summary", "draft: \"false\"", "draft: false"),
    (
        "summary: A summary",
        "corrections: {date: 2024-06-02, kind: correction, note: Mended}",
        "corrections: [{date: 2024-06-02, kind: correction, note: Mended}]",
    ),
];

#[test]
fn whoever_obeys_a_help_has_a_right_file() {
    let site = site();
    assert_eq!(found(&site, MATTER), [] as [Value; 0]);
    for (right, wrong, expected) in MISTAKES {
        assert!(MATTER.contains(right), "{right}");
        let matter = MATTER.replacen(right, wrong, 1);
        assert_eq!(mended(&site, &matter), MATTER.replacen(right, expected, 1), "{wrong}");
    }
}

/// What a program does without asking is what the help says, or nothing.
#[test]
fn a_fix_does_what_the_help_says() {
    let site = site();
    let mut fixed = Vec::new();
    for (right, wrong, _) in MISTAKES {
        let matter = MATTER.replacen(right, wrong, 1);
        let findings = found(&site, &matter);
        let Some(finding) = findings.iter().find(|one| one["code"] == "bad-yaml" && one["fix"].is_array()) else {
            continue;
        };
        let mut text = matter.clone();
        for edit in finding["fix"].as_array().unwrap().iter().rev() {
            let place = |end: &str| edit[end]["byte"].as_u64().unwrap() as usize - "---\n".len();
            text.replace_range(place("start")..place("end"), edit["text"].as_str().unwrap());
        }
        assert_eq!(text, obeyed(&matter, finding), "{wrong}");
        fixed.push(*wrong);
    }
    for wrong in ["title：A title", "title:\u{a0}A title", "- talks", "[Talks] go on", "!Talks go on", "title:A title"]
    {
        assert!(fixed.contains(&wrong), "{wrong}");
    }
    for wrong in ["\"Talks go on", "'Talks go on", "'It's on", "[example-minister", "Talks: #1 now"] {
        assert!(!fixed.contains(&wrong), "{wrong}");
    }
}

#[test]
fn line_ends_of_another_system_change_nothing() {
    let site = site();
    for (right, wrong, _) in MISTAKES.iter().filter(|(_, wrong, _)| !wrong.contains('\n')) {
        let matter = MATTER.replacen(right, wrong, 1);
        let helps = |matter: &str| -> Vec<Value> {
            found(&site, matter).into_iter().map(|finding| finding["help"].clone()).collect()
        };
        assert_eq!(helps(&matter), helps(&matter.replace('\n', "\r\n")), "{wrong}");
    }
}

#[test]
fn all_mistakes_of_a_file_are_told_at_once() {
    let site = site();
    let matter = MATTER
        .replace("A title", "Minister: talks")
        .replace("A summary", "@all: yes")
        .replace("fidelity: reported", "fidelity:reportd")
        .replace("2024-06-01", "6.1.2024");
    let findings = found(&site, &matter);
    let lines: Vec<u64> = findings.iter().map(|finding| finding["start"]["line"].as_u64().unwrap()).collect();
    assert_eq!(lines, [2, 3, 7, 7, 8], "{findings:#?}");
    assert!(findings.iter().all(|finding| finding["help"].is_string()), "{findings:#?}");
    let mut texts = findings.iter().filter(|finding| finding["code"] != "bad-yaml");
    assert!(texts.all(|finding| ["bad-date", "bad-value"].contains(&finding["code"].as_str().unwrap())));
}

#[test]
fn a_document_that_is_wrong_all_over_is_read_soon() {
    let site = site();
    for wrong in [
        "- @a: b: c\n".repeat(5000),
        "a: \"b\n".repeat(5000),
        "\t{[\n".repeat(15),
        "x:y\n".repeat(9000),
        "'".repeat(60_000),
        format!("{}\n", "a: b ".repeat(9000)),
    ] {
        let began = std::time::Instant::now();
        assert!(!found(&site, &wrong).is_empty());
        assert!(began.elapsed().as_secs() < 20, "{}", &wrong[..20]);
    }
}

/// What is no mistake is left alone.
#[test]
fn what_is_right_is_not_mended() {
    let site = site();
    for right in [
        "summary: A & B, R&D and &c",
        "summary: \"&Talks go on\"",
        "summary: |\n  Minister: talks\n  \"go on\"",
        "summary: >-\n  @all\n  %5",
        "summary: 10:30 — see https://example.org/a:b",
        "countries: [NO, SE]",
        "summary: 'It''s \"on\": talks'",
        "summary: A\n  summary # no comment: none",
    ] {
        let matter = MATTER.replace("summary: A summary", right);
        assert_eq!(found(&site, &matter), [] as [Value; 0], "{right}");
    }
}

/// YAML knows numbers to another base. Nobody means a year by one; in a text they are what they are.
#[test]
fn a_number_to_another_base_is_no_date() {
    let site = site();
    for date in ["0x7d6", "0o3726", "0b11111010110"] {
        let found = found(&site, &MATTER.replace("date: 2024-06-01", &format!("date: {date}")));
        assert!(found.len() == 1 && found[0]["code"] == "bad-date", "{date}: {found:?}");
    }
    assert_eq!(found(&site, &MATTER.replace("A summary", "The code 0x7d6 of a file")), [Value::Null; 0]);
}
