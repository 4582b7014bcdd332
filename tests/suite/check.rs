//! `chronicle check` and `chronicle explain`: what they print, and how they end.

use std::fs;

use crate::support::{STATEMENT, Site, chronicle, chronicle_in};
use chronicle::diagnostic::Code;
use chronicle::report::catalogue;
use serde_json::Value;

const SECOND: &str = "content/statements/2006/2006-02-03-second.md";
const COPY: &str = "content/statements/2007/2006-02-02-first.md";

/// A site with an unknown topic behind letters of several bytes, an id that is taken, and a file in no place, whose level
/// can be set.
fn faulty() -> Site {
    let site = Site::small();
    site.write("content/notes.md", "Not a record.\n");
    site.write(
        SECOND,
        &STATEMENT.replace("2006-02-02", "2006-02-03").replace("[commerce]", "[\"Торговля, 100 %\", trade]"),
    );
    site.write(COPY, STATEMENT);
    site
}

#[test]
fn one_line_each() {
    let run = faulty().check(&["--format", "short", "--warn", "misplaced-file"]);
    let expected = "\
content/notes.md:1:1: warning[misplaced-file]: `content/notes.md` is no place for a record
content/statements/2006/2006-02-03-second.md:5:10: error[unknown-topic]: unknown topic `Торговля, 100 %`
content/statements/2007/2006-02-02-first.md:1:1: error[duplicate-id]: the statement `2006-02-02-first` has the id of another record
";
    assert_eq!((run.code, run.stdout.as_str()), (Some(1), expected));
    assert!(run.stderr.ends_with(": 2 errors, 1 warning\n"), "{}", run.stderr);
}

#[test]
fn json() {
    let run = faulty().check(&["--format", "json", "--allow", "misplaced-file"]);
    let expected = r#"{"version":1,"severity":"error","code":"unknown-topic","message":"unknown topic `Торговля, 100 %`","help":"use a topic of `content/topics/`, or add one there","file":"content/statements/2006/2006-02-03-second.md","start":{"byte":74,"line":5,"column":10},"end":{"byte":99,"line":5,"column":27},"labels":[]}
{"version":1,"severity":"error","code":"duplicate-id","message":"the statement `2006-02-02-first` has the id of another record","help":"rename one of the two files; where it was published, keep its id in `old_ids`","file":"content/statements/2007/2006-02-02-first.md","start":{"byte":0,"line":1,"column":1},"end":{"byte":0,"line":1,"column":1},"labels":[{"message":"this file has it first","file":"content/statements/2006/2006-02-02-first.md","start":{"byte":0,"line":1,"column":1},"end":{"byte":0,"line":1,"column":1}}]}
"#;
    assert_eq!(run.stdout, expected);
}

#[test]
fn annotations_of_github() {
    let run = faulty().check(&["--format", "github", "--warn", "misplaced-file"]);
    let expected = "\
::warning file=content/notes.md,line=1,endLine=1,col=1,endColumn=1,title=misplaced-file::`content/notes.md` is no place for a record%0Ahelp: move it to the folder of its kind, or texts of sources to `content/sources/`
::error file=content/statements/2006/2006-02-03-second.md,line=5,endLine=5,col=10,endColumn=27,title=unknown-topic::unknown topic `Торговля, 100 %25`%0Ahelp: use a topic of `content/topics/`, or add one there
::error file=content/statements/2007/2006-02-02-first.md,line=1,endLine=1,col=1,endColumn=1,title=duplicate-id::the statement `2006-02-02-first` has the id of another record%0Ahelp: rename one of the two files; where it was published, keep its id in `old_ids`
";
    assert_eq!(run.stdout, expected);
}

/// The schema that the standard publishes, from a package that carries it (see `Cargo.toml`).
fn sarif_schema() -> Value {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let metadata = std::process::Command::new(cargo).args(["metadata", "--format-version", "1"]).output().unwrap();
    assert!(metadata.status.success(), "{}", String::from_utf8_lossy(&metadata.stderr));
    let metadata: Value = serde_json::from_slice(&metadata.stdout).unwrap();
    let package =
        metadata["packages"].as_array().unwrap().iter().find(|package| package["name"] == "serde-sarif").unwrap();
    let manifest = std::path::Path::new(package["manifest_path"].as_str().unwrap());
    let text = fs::read(manifest.with_file_name("src").join("schema.json")).unwrap();
    let mut schema: Value = serde_json::from_slice(&text).unwrap();
    // Their patterns are no regular expressions (a bracket too many), and no log of Chronicle names a language.
    for kind in ["run", "toolComponent"] {
        schema["definitions"][kind]["properties"]["language"].as_object_mut().unwrap().remove("pattern").unwrap();
    }
    schema
}

#[test]
fn sarif_is_valid_and_complete() {
    let valid = jsonschema::validator_for(&sarif_schema()).unwrap();
    let check = |site: &Site| -> Value {
        let run = site.check(&["--format", "sarif", "--warn", "misplaced-file"]);
        let log = serde_json::from_str(&run.stdout).unwrap();
        let errors: Vec<String> = valid.iter_errors(&log).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{errors:#?}");
        log
    };
    let clean = check(&Site::small());
    assert_eq!(clean["runs"][0]["results"], serde_json::json!([]));
    let log = check(&faulty());
    let run = &log["runs"][0];
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    assert_eq!(rules.len(), Code::ALL.len());
    let results = run["results"].as_array().unwrap();
    let levels: Vec<&Value> = results.iter().map(|result| &result["level"]).collect();
    assert_eq!(levels, ["warning", "error", "error"]);
    for result in results {
        let rule = &rules[usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap()];
        assert_eq!(rule["id"], result["ruleId"]);
        assert!(rule["help"]["markdown"].as_str().unwrap().contains("Right:"));
    }
    let region = &results[1]["locations"][0]["physicalLocation"]["region"];
    assert_eq!(*region, serde_json::json!({"startLine": 5, "startColumn": 10, "endLine": 5, "endColumn": 27}));
    let related = &results[2]["relatedLocations"][0];
    assert_eq!(related["message"]["text"], "this file has it first");
    let uri = &related["physicalLocation"]["artifactLocation"]["uri"];
    assert_eq!(uri, "content/statements/2006/2006-02-02-first.md");
}

#[test]
fn columns_of_frames_and_lines_agree() {
    let site = faulty();
    let frames = site.check(&["--format", "human"]).stdout;
    assert!(frames.contains(" content/statements/2006/2006-02-03-second.md:5:10\n"), "{frames}");
    assert!(!frames.contains('\u{1b}'), "there are colours in what is no terminal");
}

#[test]
fn what_is_clean_ends_with_0() {
    let run = Site::small().check(&[]);
    assert_eq!((run.code, run.stdout.as_str()), (Some(0), ""));
    assert!(run.stderr.starts_with("checked 1 statement, ") && run.stderr.ends_with(" pages: nothing found\n"));
    assert_eq!(chronicle(&["check", "--root", "/nowhere"]).code, Some(2));
}

#[test]
fn nothing_is_written() {
    let site = Site::small();
    let before = crate::support::tree(site.path());
    site.check(&[]);
    assert_eq!(before, crate::support::tree(site.path()));
}

#[test]
fn only_what_is_found_in_the_paths_counts() {
    let site = faulty();
    let lines = |run: crate::support::Ran| (run.code, run.stdout.lines().count(), run.stderr);
    let check = |paths: &[&str]| lines(chronicle_in(site.path(), &[&["check", "--format", "short"], paths].concat()));
    let (code, found, summary) = check(&[]);
    assert_eq!((code, found), (Some(1), 3));
    assert!(summary.ends_with(": 3 errors\n"), "{summary}");
    let (code, found, summary) = check(&["content/people"]);
    assert_eq!((code, found), (Some(0), 0));
    assert!(summary.ends_with(": nothing found; 3 errors in other files\n"), "{summary}");
    let (code, found, summary) = check(&["./content/notes.md", SECOND]);
    assert_eq!((code, found), (Some(1), 2));
    assert!(summary.ends_with(": 2 errors; 1 error in other files\n"), "{summary}");
    // A finding is also about the files that its labels point into.
    assert_eq!(check(&["content/statements/2006/2006-02-02-first.md"]).1, 1);
    assert_eq!(check(&["."]).1, 3);
    assert_eq!(check(&["content/note"]).0, Some(2));
    site.write("README.md", "No file of the site.\n");
    assert_eq!(check(&["README.md"]).0, Some(0));
    // That nothing is found in what is not looked at would say nothing.
    let (code, found, reason) = check(&["content", ".."]);
    assert_eq!((code, found), (Some(2), 0));
    assert!(reason.starts_with("error: cannot check `..`: it is not in the site"), "{reason}");
}

#[test]
fn paths_are_shown_from_the_working_folder() {
    let site = faulty();
    let first = |folder: &str, root: &[&str]| {
        let run = chronicle_in(&site.path().join(folder), &[&["check", "--format", "short"], root].concat());
        run.stdout.lines().next().and_then(|line| line.split_once(':')).unwrap().0.to_owned()
    };
    assert_eq!(first("", &[]), "content/notes.md");
    assert_eq!(first("content/people", &[]), "../../content/notes.md");
    let name = site.path().file_name().unwrap().to_str().unwrap();
    assert_eq!(first("..", &["--root", name]), format!("{name}/content/notes.md"));
}

#[test]
fn levels_by_settings_and_by_options() {
    let site = Site::small();
    site.write("content/notes.md", "Not a record.\n");
    let severity = |more: &[&str]| {
        let run = site.check(&[&["--format", "short"], more].concat());
        let severity =
            ["error", "warning"].into_iter().find(|word| run.stdout.contains(&format!(" {word}[misplaced-file]")));
        (run.code, severity)
    };
    assert_eq!(severity(&[]), (Some(1), Some("error")));
    assert_eq!(severity(&["--warn", "misplaced-file"]), (Some(0), Some("warning")));
    assert_eq!(severity(&["--allow", "misplaced-file"]), (Some(0), None));
    let settings = "title = \"Small\"\nbase_url = \"https://example.org/\"\n[lints]\nmisplaced-file = \"warn\"\n";
    site.write("site.toml", settings);
    assert_eq!(severity(&[]), (Some(0), Some("warning")));
    assert_eq!(severity(&["--deny", "warnings"]), (Some(1), Some("error")));
    assert_eq!(severity(&["--deny", "misplaced-file"]), (Some(1), Some("error")));
    assert_eq!(severity(&["--deny", "warnings", "--allow", "misplaced-file"]), (Some(0), None));
}

#[test]
fn a_build_shows_warnings_and_keeps_no_levels() {
    let site = Site::small();
    site.write("content/notes.md", "Not a record.\n");
    let warned = site.build(&["--warn", "misplaced-file"]);
    assert_eq!(warned.code, Some(0));
    assert!(warned.stderr.starts_with("warning[misplaced-file]: "), "{}", warned.stderr);
    assert_eq!(site.build(&["--allow", "misplaced-file"]).stderr, "");
    let denied = site.build(&[]);
    assert_eq!(denied.code, Some(1));
    assert!(denied.stderr.ends_with("1 error: nothing was written\n"), "{}", denied.stderr);
}

#[test]
fn levels_that_cannot_be() {
    for (options, reason) in [
        (
            &["--allow", "bad-yaml"][..],
            "error: `bad-yaml` cannot be lowered: there is no site that could be built without mending it\n",
        ),
        (
            &["--allow", "misplaced-file", "--deny", "misplaced-file"],
            "error: `misplaced-file` is given to both `--deny` and `--allow`: leave one of them out\n",
        ),
        (
            &["--warn", "mispaced-file"],
            "error: invalid value 'mispaced-file' for '--warn <CODE>': there is no such code: write `misplaced-file`\n\nFor more information, try '--help'.\n",
        ),
    ] {
        let run = Site::small().check(options);
        assert_eq!((run.code, run.stderr.as_str()), (Some(2), reason));
    }
    let site = Site::small();
    site.write("site.toml", "title = \"A\"\nbase_url = \"https://example.org/\"\n[lints]\nmisplaced-fil = \"warn\"\nbad-date = \"allow\"\nbad-yaml = \"no\"\n");
    let expected = "\
site.toml:4:1: error[unknown-key]: unknown code `misplaced-fil`
site.toml:5:12: error[fixed-level]: `bad-date` cannot be lowered: there is no site that could be built without mending it
site.toml:6:12: error[bad-value]: unknown value `no`
";
    assert_eq!(site.check(&["--format", "short"]).stdout, expected);
}

#[test]
fn codes_are_explained() {
    let list = chronicle(&["explain"]).stdout;
    assert_eq!(list.lines().count(), Code::ALL.len());
    assert!(
        list.lines()
            .any(|line| line.starts_with("misplaced-file ") && line.contains("  deny   The file lies in no folder"))
    );
    let one = chronicle(&["explain", "bad-date"]).stdout;
    assert!(one.starts_with("The date is not an EDTF ") && one.ends_with("date: 2006-02-02\n```\n"), "{one}");
    let near = chronicle(&["explain", "bad-dat"]);
    assert_eq!(near.code, Some(2));
    assert!(near.stderr.contains("there is no such code: write `bad-date`"), "{}", near.stderr);
}

#[test]
fn the_page_of_checks_is_up_to_date() {
    if std::env::var_os("CHRONICLE_BLESS").is_some() {
        fs::write("docs/checks.md", catalogue::page()).unwrap();
    }
    let page = fs::read_to_string("docs/checks.md").unwrap();
    assert!(page == catalogue::page(), "run the tests with CHRONICLE_BLESS=1 to write docs/checks.md");
}

#[test]
fn a_text_that_is_recorded_twice_under_two_titles() {
    let site = Site::small();
    let text = "In the beginning of the talks both sides said that the road between the two towns would be open to all \
                who bring goods, and that no toll would be asked of anyone before the end of the next year.";
    let first = STATEMENT.replace("What was said.", text);
    site.write("content/statements/2006/2006-02-02-first.md", &first);
    let twin = "content/statements/2006/2006-02-02-road.md";
    site.write(twin, &first.replace("A first statement", "On roads").replace("next year.", "next year, at noon."));
    let other =
        STATEMENT.replace("A first statement", "Of ships").replace("What was said.", "It was about ships alone.");
    site.write("content/statements/2006/2006-02-02-ships.md", &other);
    let run = site.check(&["--format", "short"]);
    let place = format!("{twin}:2:8: warning[duplicate-statement]");
    assert_eq!(run.stdout, format!("{place}: this may be the statement `2006-02-02-first` again\n"));
}
