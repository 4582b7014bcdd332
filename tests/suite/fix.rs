//! `chronicle check --fix`: what it mends, what it never touches, and that it says beforehand what it will do.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::bad_input::{contributed, mutate};
use crate::diagnostics::{beside, cases};
use crate::incremental::world::Random;
use crate::support::{Ran, STATEMENT, Site, golden_sites, tree};
use chronicle::diagnostic::Code;
use chronicle::entry::front_matter;
use chronicle::entry::quotation::quotations;
use chronicle::output;
use serde_json::Value;

const FIRST: &str = "content/statements/2006/2006-02-02-first.md";
const SETTINGS: &str = "title = \"Small\"\nbase_url = \"https://example.org/archive/\"\n";

fn changed(from: &str, to: &str) -> String {
    assert!(STATEMENT.contains(from), "{from}");
    STATEMENT.replace(from, to)
}

fn mended(site: &Site) -> Ran {
    site.check(&["--fix", "--yes", "--format", "short"])
}

fn text(site: &Site, path: &str) -> String {
    fs::read_to_string(site.path().join(path)).unwrap()
}

/// A site with two faults that have an answer, and one that has none.
fn faulty() -> Site {
    let site = Site::small();
    site.write(FIRST, &changed("date: 2006-02-02", "date: 2 February 2006").replace("fidelity", "Fidelity"));
    site.write(
        "content/statements/2006/2006-02-03-second.md",
        &changed("2006-02-02", "2006-02-03").replace("A. Lee", "Ann Leigh"),
    );
    site
}

const DIFF: &str = "\
--- content/statements/2006/2006-02-02-first.md
+++ content/statements/2006/2006-02-02-first.md
@@ -1,9 +1,9 @@
 ---
 title: A first statement
-date: 2 February 2006
+date: 2006-02-02
 speakers: [A. Lee]
 topics: [commerce]
-Fidelity: reported
+fidelity: reported
 sources: [\"https://example.com/1\"]
 ---
 What was said.
";

const UNKNOWN: &str =
    "content/statements/2006/2006-02-03-second.md:4:12: error[unknown-speaker]: unknown speaker `Ann Leigh`\n";

#[test]
fn the_changes_are_shown_made_and_what_remains_is_reported() {
    let site = faulty();
    let run = mended(&site);
    assert_eq!((run.code, run.stdout), (Some(1), format!("{DIFF}{UNKNOWN}")));
    let mut said = run.stderr.lines();
    assert_eq!(said.next(), Some("mended 2 findings in 1 file"));
    assert!(said.next().is_some_and(|line| line.ends_with(": 1 error")), "{}", run.stderr);
    assert_eq!(text(&site, FIRST), STATEMENT);
    let before = tree(site.path());
    let again = mended(&site);
    assert_eq!((again.code, again.stdout.as_str()), (Some(1), UNKNOWN));
    assert!(again.stderr.starts_with("nothing can be mended with certainty\n"), "{}", again.stderr);
    assert!(before == tree(site.path()), "the second run changed something");
}

#[test]
fn without_a_terminal_and_without_yes_nothing_is_changed() {
    let site = faulty();
    let before = tree(site.path());
    let run = site.check(&["--fix", "--format", "short"]);
    assert_eq!(run.code, Some(1));
    assert!(run.stdout.starts_with(DIFF) && run.stdout.ends_with(UNKNOWN), "{}", run.stdout);
    let how = "nothing was changed: with `--yes`, these changes mend 2 findings in 1 file\n";
    assert!(run.stderr.starts_with(how), "{}", run.stderr);
    assert!(before == tree(site.path()), "something was changed");
    // What `--fix` could do is said where it was not asked for.
    let run = site.check(&[]);
    assert!(run.stderr.ends_with("\n`--fix` has an answer to 2 of these, and asks before it changes a file\n"));
}

#[test]
fn it_does_not_go_with_formats_for_programs_and_yes_not_without_it() {
    let site = faulty();
    for format in ["json", "sarif", "github"] {
        let run = site.check(&["--fix", "--yes", "--format", format]);
        assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
        assert_eq!(
            run.stderr,
            "error: `--fix` shows changes, for people: leave out `--format`, or take `--format short`\n"
        );
    }
    assert_eq!(site.check(&["--yes"]).code, Some(2));
}

#[test]
fn only_files_in_the_paths_are_changed() {
    let site = faulty();
    let other = "content/people/bo-lee.md";
    site.write(other, "---\nName: Bo Lee\n---\n");
    let path = site.path().join("content/people");
    let run = site.check(&["--fix", "--yes", "--format", "short", path.to_str().unwrap()]);
    assert_eq!(run.code, Some(0), "{}", run.stdout);
    assert!(text(&site, FIRST).contains("2 February") && text(&site, other).contains("name: Bo Lee"));
}

/// Each code that has a fix, with a fault that is mended.
#[test]
fn every_code_that_says_so_can_be_mended() {
    let small = |from: &str, to: &str| (FIRST, changed(from, to), STATEMENT.to_owned());
    let add = |line: &str, right: &str| {
        let with = |line: &str| changed("fidelity:", &format!("{line}\nfidelity:"));
        (FIRST, with(line), with(right))
    };
    let linked =
        |to: &str| (FIRST, format!("{STATEMENT}\n[it]({to})\n"), format!("{STATEMENT}\n[it](../../topics/trade.md)\n"));
    let cases = [
        (
            Code::BadYaml,
            (FIRST, changed("A first", "First: a"), changed("A first statement", "\"First: a statement\"")),
        ),
        (
            Code::BadYaml,
            (
                FIRST,
                changed("topics: [commerce]", "topics:\n\t- commerce"),
                changed("topics: [commerce]", "topics:\n  - commerce"),
            ),
        ),
        (Code::BadYaml, small("fidelity: reported", "fidelity:reported")),
        (Code::BadToml, ("site.toml", SETTINGS.replace("\"Small\"", "Small"), SETTINGS.to_owned())),
        (Code::MissingFrontMatter, (FIRST, format!("\n\n{STATEMENT}"), STATEMENT.to_owned())),
        (Code::MissingFrontMatter, (FIRST, STATEMENT.replacen("---\n", "—\n", 1), STATEMENT.to_owned())),
        (Code::MissingFrontMatter, (FIRST, STATEMENT.replace("---\n", "———\n"), STATEMENT.to_owned())),
        (Code::MissingFrontMatter, (FIRST, format!(" {STATEMENT}"), STATEMENT.to_owned())),
        (Code::UnclosedFrontMatter, small("---\nWhat", "----\nWhat")),
        (Code::UnclosedFrontMatter, small("---\nWhat", "—\nWhat")),
        (Code::UnknownKey, small("fidelity", "fidelty")),
        (
            Code::UnknownKey,
            (
                "site.toml",
                format!("{SETTINGS}[lints]\nplain_http = \"warn\"\n"),
                format!("{SETTINGS}[lints]\nplain-http = \"warn\"\n"),
            ),
        ),
        (Code::WrongType, add("draft: \"no\"", "draft: false")),
        (Code::WrongType, (FIRST, changed("A first statement", "2006"), changed("A first statement", "\"2006\""))),
        (Code::BadValue, add("kind: Press conference", "kind: press-conference")),
        (Code::BadValue, small("reported", "reportd")),
        (
            Code::BadValue,
            (
                FIRST,
                changed("fidelity:", "event: Talks\nposition: '03'\nfidelity:"),
                changed("fidelity:", "event: Talks\nposition: 3\nfidelity:"),
            ),
        ),
        (
            Code::BadValue,
            (
                FIRST,
                changed("fidelity:", "event: Talks\nposition: 2.0\nfidelity:"),
                changed("fidelity:", "event: Talks\nposition: 2\nfidelity:"),
            ),
        ),
        (Code::BadDate, small("2006-02-02", "2. 2. 2006")),
        (Code::BadDate, small("2006-02-02", "20060202")),
        (Code::BadLanguage, add("language: 'pt_BR'", "language: 'pt-BR'")),
        (Code::UnknownCountry, add("countries: [france, RUS]", "countries: [FR, RU]")),
        (Code::UnknownAudience, add("audience: FRA", "audience: FR")),
        (Code::UnknownOffice, add("as: Minister", "as: minister")),
        (Code::UnknownTopic, (FIRST, changed("commerce", "topics/trade.md"), changed("commerce", "trade"))),
        (Code::UnknownPlace, add("place: newyork", "place: new-york")),
        (Code::UnknownRecord, add("cites: 2005_01_01-old", "cites: 2005-01-01-old")),
        (Code::UnknownRecord, add("cites: {to: \"../2005/2005-01-01-old.md\"}", "cites: {to: \"2005-01-01-old\"}")),
        (
            Code::MissingSourceText,
            (
                FIRST,
                changed("\"https://example.com/1\"", "{text: report.txt}"),
                changed("\"https://example.com/1\"", "{text: sources/report.txt}"),
            ),
        ),
        (Code::BrokenLink, linked("trade.md")),
        (Code::BrokenLink, linked("../topics/trade.md")),
        (Code::InvisibleCharacter, small("What was", "Wh\u{200b}at was")),
        (Code::InvisibleCharacter, small("A first", "A \u{feff}first")),
    ];
    for (code, (path, wrong, right)) in &cases {
        let site = Site::small();
        site.write("content/places/new-york.md", "---\nname: New York\n---\n");
        site.write("content/sources/report.txt", "The very words.\n");
        let old = changed("2006-02-02", "2005-01-01").replace("A first", "An old");
        site.write("content/statements/2005/2005-01-01-old.md", &old);
        site.write(path, wrong);
        let found = site.check(&["--format", "short"]).stdout;
        assert!(found.contains(&format!("[{code}]")), "{wrong}\n{found}");
        let run = mended(&site);
        assert_eq!(&text(&site, path), right, "{}\n{}", run.stdout, run.stderr);
        assert!(!run.stdout.contains("error"), "{wrong}\n{}", run.stdout);
    }
    for code in Code::ALL.iter().filter(|code| code.has_fix()) {
        assert!(cases.iter().any(|case| case.0 == *code), "no fault of `{code}` is mended");
    }
}

/// A guess, another speaker or date, other words: whatever is found in these, the file stays as it is.
#[test]
fn what_is_not_certain_is_left_alone() {
    let published =
        "# chronicle.lock 1: the published record\n2006-02-02-first statement date=2006-02-02 speakers=ann-lee\n";
    let add = |line: &str| changed("fidelity:", &format!("{line}\nfidelity:"));
    let source = |key: &str| changed("\"https://example.com/1\"", &format!("{{text: sources/report.txt, {key}}}"));
    let cases = [
        ("a name that is nearly another", changed("A. Lee", "A. Le")),
        ("the id of somebody in another form", changed("A. Lee", "Ann_Lee")),
        ("a path to somebody", changed("A. Lee", "people/ann-lee.md")),
        ("either order of day and month", changed("date: 2006-02-02", "date: 06.02.2006")),
        ("a time of day", changed("date: 2006-02-02", "date: 2006-02-02T23:00:00Z")),
        ("another date than was published", changed("date: 2006-02-02", "date: 3 February 2006")),
        ("a topic that is nearly another", changed("commerce", "comerce")),
        ("a country that is gone", add("countries: [DD]")),
        ("a name that is nearly that of a country", add("countries: [Malaysa]")),
        ("a country's name that may be somebody's", add("audience: [Georgia]")),
        ("a key that stands there already", add("Title: Another title")),
        ("a key too short to be certain", add("form: 2006")),
        ("a character within the speaker's words", changed("very words", "very\u{200b} words")),
        ("a character within words quoted in a line", changed("What was said.", "He said “pe\u{200b}ace”.")),
        ("a joiner at the end of a word", changed("What was said.", "1445 ه\u{200d} .")),
        ("what parts letters that would join", changed("What was said.", "مي\u{200b}خواهم")),
        ("a flag", changed("What was said.", "🏴\u{e0067}\u{e007f}")),
        ("a body that may have spoken", add("organization: un")),
        ("a word that is the code of a country", add("countries: [FR, and, DE]")),
        ("words that are codes of countries", add("countries: [is, it, de]")),
        ("a word in the audience", add("audience: [no, us, in]")),
        ("a word that may be the code of a country", add("audience: fr")),
        ("a year before the year 0000", changed("date: 2006-02-02", "date: -0044-03-15")),
        ("a month, or two years", changed("date: 2006-02-02", "date: 2006\u{2013}07")),
        ("a month, or two years", changed("date: 2006-02-02", "date: 2006-7")),
        ("a month to another, or a day", changed("date: 2006-02-02", "date: 2006-02/03")),
        ("a speaker that may be a map", changed("[A. Lee]", "office: Minister")),
        ("a month of another language", changed("date: 2006-02-02", "date: 15 маусым 2006")),
        ("a character in an address", changed("example.com/1", "example.com/\u{200b}1")),
        ("a character that turns the order round", changed("What was", "Wh\u{202e}at was")),
        ("letters of two scripts", changed("What was", "Wh\u{430}t was")),
        ("a character in a span of code", changed("What was said.", "The word `pe\u{200b}ace`.")),
        ("a character in a block of code", changed("What was said.", "```\npe\u{200b}ace\n```")),
        ("a character without which a line is code", changed("What was said.", "\u{200b}    peace")),
        ("a character that keeps mark-up apart", changed("What was said.", "A *\u{200b} star*.")),
        ("a character that keeps a heading away", changed("What was said.", "\u{200b}# 1 in the list")),
        ("a character that keeps a list away", changed("What was said.", "1945\u{200b}. A year")),
        ("a character that keeps paragraphs together", changed("What was said.", "What was\n\u{200b}\nsaid.")),
        ("a character within a dash", changed("What was said.", "He said -\u{200b}- once.")),
        ("a character that keeps a comment away", add("summary: What was \u{200b}# 1")),
        ("a character without which a value is none", add("summary: nu\u{200b}ll")),
        ("marks that may be the title's own", changed("A first statement", "\"Yes\" and \"no\"")),
        ("a comment or a part of the title", changed("A first statement", "First: a statement # 1")),
        ("a list that is not closed", changed("[commerce]", "[commerce")),
        ("a line above a text that has no keys", STATEMENT.replacen("---\ntitle", "—\nTitle", 1)),
        (
            "a value that has a name for another",
            changed("date: 2006-02-02", "date: &day 2 February 2006").replace("fidelity:", "summary: *day\nfidelity:"),
        ),
        ("a position that is no whole number", add("event: Talks\nposition: 1.5")),
        ("the sides of a merge", changed("title:", "<<<<<<< HEAD\ntitle: Other\n=======\ntitle:")),
        ("another hash", source(&format!("sha256: {}", "0".repeat(64)))),
        ("other words than the source's", source("title: A report").replace("very words", "vary words")),
        ("words that nobody filled in", changed("What was said.", "FIXME(what was said)")),
        ("front matter that has two ends", changed("---\nWhat was said.", "----\nWhat was said.\n\n...")),
    ];
    for (what, wrong) in cases {
        let site = Site::small();
        site.write("content/sources/report.txt", "The very words.\n");
        site.write("chronicle.lock", published);
        site.write(FIRST, &wrong);
        let before = tree(site.path());
        let found = site.check(&["--format", "short"]);
        let run = mended(&site);
        assert_eq!((run.code, &run.stdout), (Some(1), &found.stdout), "{what}: {}", run.stderr);
        assert!(before == tree(site.path()), "{what}: changed");
    }
}

#[test]
fn a_fault_that_hides_another_is_mended_only_if_the_file_is_a_record_then() {
    // The topic could not be looked up before: that it is unknown is no reason to leave the file unreadable.
    let site = Site::small();
    site.write(FIRST, &changed("[commerce]", "[comerce]").replace("A first", "First: a"));
    let run = mended(&site);
    assert!(
        text(&site, FIRST).contains("title: \"First: a statement\"") && run.stdout.contains("error[unknown-topic]")
    );
    // A date that has one reading is mended in the same run; with two it stays, and what else is wrong is mended.
    for (date, is_mended) in [("2. 2. 2006", true), ("3. 2. 2006", false)] {
        let wrong = changed("date: 2006-02-02", &format!("Date: {date}")).replace("A first", "First: a");
        let site = Site::small();
        site.write(FIRST, &wrong);
        mended(&site);
        assert_eq!(!text(&site, FIRST).contains(date), is_mended, "{date}");
        assert!(text(&site, FIRST).contains("title: \"First: a"), "{date}");
    }
    // Settings that cannot be read hide everything.
    let site = faulty();
    site.write("site.toml", &SETTINGS.replace("base_url", "Base_URL"));
    assert_eq!(mended(&site).stdout.matches("+++ ").count(), 2);
    assert_eq!((text(&site, "site.toml").as_str(), text(&site, FIRST).as_str()), (SETTINGS, STATEMENT));
}

#[test]
fn of_two_changes_that_meet_both_are_made() {
    let site = Site::small();
    site.write(FIRST, &changed("What was", "Wh\u{200b}\u{2060}\u{200b}at was"));
    let run = mended(&site);
    assert_eq!((run.code, text(&site, FIRST).as_str()), (Some(0), STATEMENT));
    assert!(run.stdout.contains("-Wh\\u{200b}\\u{2060}\\u{200b}at was said.\n+What was said.\n"), "{}", run.stdout);
}

/// Whoever wrote the file: what is shown of it acts on no terminal and commands no runner.
#[test]
fn what_is_shown_is_safe_to_show() {
    let site = Site::small();
    let text =
        changed("What was said.", "What was said.\r\n::error::x\n \u{1b}[31m##[y]").replace("reported", "Reported");
    site.write(FIRST, &text);
    let run = site.check(&["--fix", "--format", "short"]);
    assert!(!run.stdout.contains(['\u{1b}', '\r']), "{}", run.stdout);
    for line in run.stdout.lines() {
        assert!(!line.trim_start().starts_with("::") && !line.contains("##["), "{line}");
    }
}

#[test]
fn lines_that_end_in_crlf_and_a_byte_order_mark_stay() {
    let site = Site::small();
    let crlf = |text: &str| format!("\u{feff}{}", text.replace('\n', "\r\n"));
    site.write(FIRST, &crlf(&changed("2006-02-02", "2006-2-2").replace("A first", "First: a")));
    assert_eq!(mended(&site).code, Some(0));
    assert_eq!(text(&site, FIRST), crlf(&changed("A first statement", "\"First: a statement\"")));
}

#[cfg(unix)]
#[test]
fn rights_stay_and_what_is_protected_or_linked_is_not_written() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let wrong = changed("2006-02-02", "2006-2-2");
    let site = Site::small();
    site.write(FIRST, &wrong);
    let file = site.path().join(FIRST);
    fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
    assert_eq!(mended(&site).code, Some(0));
    assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o640);
    assert_eq!(fs::read_dir(file.parent().unwrap()).unwrap().count(), 1, "something is left behind");

    site.write(FIRST, &wrong);
    fs::set_permissions(&file, fs::Permissions::from_mode(0o440)).unwrap();
    let run = mended(&site);
    assert_eq!(run.code, Some(2));
    assert!(run.stderr.ends_with("it is protected against writing; nothing was changed\n"), "{}", run.stderr);
    assert_eq!(text(&site, FIRST), wrong);

    // The link would be replaced, or what it leads to changed: both are more than was shown.
    let site = Site::small();
    site.write("content/statements/2006/kept.txt", &wrong);
    fs::remove_file(site.path().join(FIRST)).unwrap();
    symlink("kept.txt", site.path().join(FIRST)).unwrap();
    let run = mended(&site);
    assert!(run.code == Some(1) && run.stderr.starts_with("nothing can be mended"), "{}", run.stderr);
    assert_eq!(text(&site, "content/statements/2006/kept.txt"), wrong);
}

#[test]
fn a_file_that_was_changed_in_the_meantime_is_left_as_it_is() {
    let site = Site::small();
    let change = output::replace(site.path(), FIRST, b"what was read", b"what would be written");
    assert!(change.unwrap_err().to_string().ends_with("it was changed in the meantime"));
    assert_eq!(text(&site, FIRST), STATEMENT);
    assert!(output::replace(site.path(), FIRST, STATEMENT.as_bytes(), b"new").is_ok());
    assert_eq!(text(&site, FIRST), "new");
    assert!(output::replace(site.path(), "content/nothing.md", b"", b"new").is_err());
}

#[test]
fn programs_are_told_the_changes() {
    let site = faulty();
    let run = site.check(&["--format", "json"]);
    let findings: Vec<Value> = run.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let fix = |code: &str| &findings.iter().find(|finding| finding["code"] == code).unwrap()["fix"];
    let expected = serde_json::json!([{
        "start": {"byte": 35, "line": 3, "column": 7},
        "end": {"byte": 50, "line": 3, "column": 22},
        "text": "2006-02-02",
    }]);
    assert_eq!(*fix("bad-date"), expected);
    assert_eq!(*fix("unknown-speaker"), Value::Null);
    let log: Value = serde_json::from_str(&site.check(&["--format", "sarif"]).stdout).unwrap();
    let results = log["runs"][0]["results"].as_array().unwrap();
    let fixes = results.iter().find(|result| result["ruleId"] == "bad-date").unwrap()["fixes"].clone();
    let expected = serde_json::json!([{
        "description": {"text": "write `2006-02-02`"},
        "artifactChanges": [{
            "artifactLocation": {"uri": FIRST, "uriBaseId": "%SRCROOT%"},
            "replacements": [{
                "deletedRegion": {"startLine": 3, "startColumn": 7, "endLine": 3, "endColumn": 22},
                "insertedContent": {"text": "2006-02-02"},
            }],
        }],
    }]);
    assert_eq!(fixes, expected);
}

/// What people get wrong.
const SLIPS: [(&str, &str); 22] = [
    ("date: ", "date:"),
    ("date", "Date"),
    ("fidelity", "fidelty"),
    ("title", "titel"),
    ("title: ", "title: Talks: "),
    ("title: ", "title: \"On\" "),
    ("speakers", "speaker"),
    ("  - ", "\t- "),
    ("-0", "-"),
    ("reported", "Reported"),
    ("---\n", "----\n"),
    ("---\n", "\n---\n"),
    ("verbatim", "verbatm"),
    ("true", "yes"),
    ("e", "e\u{200b}"),
    (" ", " \u{2060}"),
    ("[", "[fr, "),
    (".md", ".md#x"),
    ("../", ""),
    (", ", ",\t"),
    ("limit = ", "limit = \"300\" # "),
    ("name", "Name"),
];

/// Puts one slip into a text, where it can.
fn slip(bytes: &mut Vec<u8>, random: &mut Random) {
    let (from, to) = SLIPS[random.below(SLIPS.len())];
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let places: Vec<usize> = text.match_indices(from).map(|(at, _)| at).collect();
    if !places.is_empty() {
        let at = places[random.below(places.len())];
        bytes.splice(at..at + from.len(), to.bytes());
    }
}

/// Findings by file, code and message, with how many there are.
type Found = BTreeMap<(String, String, String), usize>;

fn found(site: &Site) -> (Option<i32>, Found) {
    let run = site.check(&["--format", "json", "--deny", "warnings"]);
    let mut found = Found::new();
    for line in run.stdout.lines() {
        let finding: Value = serde_json::from_str(line).unwrap();
        let [file, code, message] = ["file", "code", "message"].map(|key| finding[key].as_str().unwrap().to_owned());
        let file = file
            .split_once(site.path().file_name().unwrap().to_str().unwrap())
            .map_or(file.clone(), |(_, rest)| rest.to_owned());
        *found.entry((file, code, message)).or_default() += 1;
    }
    (run.code, found)
}

/// The block quotations of an entry, as they are written.
fn quoted(bytes: &[u8]) -> Option<Vec<String>> {
    let parts = front_matter::split(bytes).ok()?;
    let body = &parts.text[parts.body];
    Some(quotations(body, &[]).into_iter().map(|quotation| body[quotation.range].trim_end().to_owned()).collect())
}

/// Codes of files by themselves, and of what is only looked at where nothing else is wrong.
const OF_FILES: &str = "bad-toml bad-yaml missing-front-matter unclosed-front-matter invalid-utf8 oversized-entry \
                        duplicate-key unknown-key missing-key wrong-type bad-value bad-date bad-language unknown-country";
const OF_SITES: &str = "orphan-topic topic-used-once deep-topic duplicate-statement unused-source-text contradictory-publish \
                        stale-lock";

/// Looks whether files have their lines as before but for those that the differences take out and put in.
fn assert_only_what_is_shown(
    before: &BTreeMap<PathBuf, Vec<u8>>,
    after: &BTreeMap<PathBuf, Vec<u8>>,
    shown: &str,
    what: &str,
) {
    let mut hunks: BTreeMap<PathBuf, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
    let (mut path, mut old, mut new) = (PathBuf::new(), 0, 0);
    for line in shown.lines() {
        let start = |part: &str| {
            let (start, count) = part[1..].split_once(',').unwrap_or((&part[1..], "1"));
            start.parse::<usize>().unwrap() - usize::from(count != "0")
        };
        if let Some(name) = line.strip_prefix("+++ ") {
            path = before.keys().find(|path| Path::new(name).ends_with(path)).unwrap().clone();
        } else if line.starts_with("--- ") {
        } else if let Some(places) = line.strip_prefix("@@ ") {
            let mut places = places.split(' ');
            (old, new) = (start(places.next().unwrap()), start(places.next().unwrap()));
        } else if let Some(sign) = line.chars().next().filter(|sign| matches!(sign, ' ' | '-' | '+')) {
            let (gone, come) = hunks.entry(path.clone()).or_default();
            gone.extend((sign == '-').then_some(old));
            come.extend((sign == '+').then_some(new));
            (old, new) = (old + usize::from(sign != '+'), new + usize::from(sign != '-'));
        }
    }
    for (path, bytes) in before {
        let (gone, come) = hunks.remove(path).unwrap_or_default();
        let left = |bytes: &[u8], without: &[usize]| {
            let lines = bytes.split_inclusive(|byte| *byte == b'\n').enumerate();
            lines.filter(|(at, _)| !without.contains(at)).flat_map(|(_, line)| line.to_vec()).collect::<Vec<u8>>()
        };
        assert!(left(bytes, &gone) == left(&after[path], &come), "{what}: {}\n{shown}", path.display());
    }
}

fn assert_mended(site: &Site, what: &str) -> bool {
    let (before, (_, had)) = (tree(site.path()), found(site));
    let run = site.check(&["--fix", "--yes", "--format", "short", "--deny", "warnings"]);
    assert!(matches!(run.code, Some(0 | 1)), "{what}: {}", run.stderr);
    let (after, (code, has)) = (tree(site.path()), found(site));
    assert_eq!(run.code, code, "{what}: the exit code is that of what remains");
    let named: Vec<PathBuf> =
        run.stdout.lines().filter_map(|line| line.strip_prefix("+++ ")).map(PathBuf::from).collect();
    assert!(before.keys().eq(after.keys()), "{what}: files came or went");
    for (path, bytes) in &before {
        let is_named = named.iter().any(|named| named.ends_with(path));
        assert_eq!(is_named, after[path] != *bytes, "{what}: {}\n{}", path.display(), run.stdout);
        if let (true, Some(words)) = (is_named, quoted(bytes)) {
            assert_eq!(quoted(&after[path]), Some(words), "{what}: {}", path.display());
        }
    }
    assert_only_what_is_shown(&before, &after, &run.stdout, what);
    let is_of = |codes: &str, code: &str| codes.split(' ').any(|one| one == code);
    let hidden = had.keys().any(|(_, code, _)| is_of(OF_FILES, code));
    for ((file, code, message), count) in &has {
        let key = (file.clone(), code.clone(), message.clone());
        let is_new = *count > had.get(&key).copied().unwrap_or_default();
        let may_come = if is_of(OF_FILES, code) {
            had.keys().any(|had| had.0 == "site.toml" || had.0 == "/site.toml")
        } else {
            hidden || is_of(OF_SITES, code)
        };
        assert!(!is_new || may_come, "{what}: {file}: {code}: {message}\n{}", run.stdout);
    }
    let again = mended(site);
    assert!(after == tree(site.path()), "{what}: a second run changed something\n{}", again.stdout);
    !named.is_empty()
}

#[test]
fn whatever_is_wrong_mending_makes_nothing_worse_and_ends() {
    let seed = std::env::var("CHRONICLE_SEED").map_or(17, |seed| seed.parse().unwrap());
    let mut random = Random::new(seed);
    let (mut changed, mut rounds) = (0, 0);
    for name in golden_sites() {
        for round in 0..4 {
            let site = Site::golden(&name);
            let files = contributed(&site);
            let names: Vec<&String> =
                files.keys().filter(|path| *path != "site.toml" || random.below(8) == 0).collect();
            let mut what = format!("CHRONICLE_SEED={seed}, {name}, round {round}:");
            for _ in 0..=random.below(3) {
                let path = names[random.below(names.len())];
                let mut bytes = fs::read(site.path().join(path)).unwrap();
                for _ in 0..=random.below(3) {
                    slip(&mut bytes, &mut random);
                }
                if random.below(4) == 0 {
                    mutate(&mut bytes, &mut random);
                }
                what += &format!(" {path}");
                fs::write(site.path().join(path), bytes).unwrap();
            }
            changed += usize::from(assert_mended(&site, &what));
            rounds += 1;
        }
    }
    assert!(changed * 4 > rounds, "of {rounds} rounds, only {changed} mended anything");
}

#[test]
fn mending_the_fault_of_any_code_makes_nothing_worse() {
    for (code, file, text) in cases() {
        let site = Site::small();
        beside(code).iter().for_each(|(file, text)| site.write(file, text));
        site.write(file, &text);
        assert_mended(&site, code.slug());
    }
}

/// A way to write the same front matter and text, with its name.
type Layout = (&'static str, fn(&str) -> String);

fn written_otherwise() -> Vec<Layout> {
    vec![
        ("as it is", str::to_owned),
        ("lines that end in CRLF", |text| text.replace('\n', "\r\n")),
        ("lines of which some end in CRLF", |text| text.replacen("\ntitle", "\r\ntitle", 1).replace(".\n", ".\r\n")),
        ("lines of which some end in CR", |text| text.replace(".\n", ".\r")),
        ("a byte order mark", |text| format!("\u{feff}{text}")),
        ("a byte order mark and CRLF", |text| format!("\u{feff}{}", text.replace('\n', "\r\n"))),
        ("spaces at the ends of lines", |text| text.replace('\n', "  \n")),
        ("tabs at the ends of lines", |text| text.replace('\n', "\t\n")),
        ("tabs after colons", |text| text.replace(": ", ":\t")),
        ("no end of the last line", |text| text.trim_end().to_owned()),
        ("no text", |text| text.split_inclusive("\n---\n").next().unwrap_or_default().to_owned()),
        ("no end of the front matter", |text| text.replacen("\n---\n", "\n", 1)),
        ("the end of a document", |text| text.replacen("\n---\n", "\n...\n", 1)),
        ("an anchor", |text| {
            text.replacen("topics: [", "topics: &all [", 1).replacen("sources: ", "x: *all\nsources: ", 1)
        }),
        ("an anchor of a value", |text| {
            text.replacen("title: ", "title: &name ", 1).replacen("\nsources", "\nsummary: *name\nsources", 1)
        }),
        ("a folded title", |text| text.replacen("title: ", "title: >-\n  ", 1)),
        ("a literal title", |text| text.replacen("title: ", "title: |\n  ", 1)),
        ("keys in quotation marks", |text| text.replacen("title:", "\"title\":", 1).replacen("date:", "'date':", 1)),
        ("comments", |text| text.replacen("---\n", "---\n# one: two\n", 1).replacen("]\n", "] # fidelty: x\n", 1)),
        ("a key twice", |text| text.replacen("title:", "title: Another\ntitle:", 1)),
        ("one map in braces", |text| {
            let (matter, rest) = text[4..].split_once("\n---\n").unwrap_or((&text[4..], ""));
            format!("---\n{{{}}}\n---\n{rest}", matter.replace('\n', ", "))
        }),
        ("lists in lines", |text| text.replacen("topics: [commerce]", "topics:\n- commerce", 1)),
        ("a document before", |text| format!("---\n{text}")),
        ("lines before", |text| format!("\n \n{text}")),
        ("tags", |text| text.replacen("title: ", "title: !!str ", 1)),
    ]
}

/// Whatever the lay-out of a file: mending makes nothing worse, changes the lines that it shows and no others, and ends.
#[test]
fn files_of_any_layout_keep_theirs() {
    let faults: [&[(&str, &str)]; 3] = [
        &[
            ("2006-02-02", "2. 2. 2006"),
            ("fidelity", "Fidelty"),
            ("What was", "Wh\u{200b}at `w\u{200b}as` *\u{200b} it*"),
        ],
        &[("A first", "First: a"), ("reported", "Reported"), ("[commerce]", "[topics/trade.md]")],
        &[
            ("title: ", "title:\t"),
            ("date: 2006-02-02", "date: 20060202"),
            ("said.", "said.\n\n[it](trade.md)\n\u{200b}"),
        ],
    ];
    let mut changed = 0;
    for (how, write) in written_otherwise() {
        for (number, faults) in faults.iter().enumerate() {
            let wrong = faults.iter().fold(STATEMENT.to_owned(), |text, (from, to)| text.replacen(from, to, 1));
            let site = Site::small();
            site.write(FIRST, &write(&wrong));
            changed += usize::from(assert_mended(&site, &format!("{how}, faults {number}")));
        }
    }
    assert!(changed > 40, "only {changed} were mended");
}
