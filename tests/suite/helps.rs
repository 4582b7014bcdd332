//! What a help says is done as it stands there: then the finding is gone, and nothing else is wrong.

use std::collections::BTreeMap;
use std::fs;

use crate::diagnostics::{beside, cases};
use crate::support::{STATEMENT, Site};
use serde_json::Value;

/// What a help says to put in place of what its finding points at, where it says so to the letter.
fn literal(help: &str) -> Option<String> {
    let deletes = ["remove it, so that everybody reads what is written", "take it out: a list has no boxes"];
    if deletes.contains(&help) {
        return Some(String::new());
    }
    let rest = help.strip_prefix("write `")?;
    let (text, after) = rest.split_once('`')?;
    let is_whole = after.is_empty() || after.starts_with(" (") && after.ends_with(')');
    (is_whole && !text.contains('…')).then(|| text.to_owned())
}

fn findings(site: &Site) -> Vec<Value> {
    let run = site.check(&["--format", "json"]);
    run.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// How many findings there are of each file, code and message, and whether they are errors.
fn counted(findings: &[Value]) -> BTreeMap<[String; 4], usize> {
    let mut counted = BTreeMap::new();
    for finding in findings {
        let key = ["file", "code", "message", "severity"].map(|key| finding[key].as_str().unwrap().to_owned());
        *counted.entry(key).or_default() += 1;
    }
    counted
}

/// Errors that hide others: of a file that is no record for them, nothing else is known.
const HIDES: [&str; 9] = [
    "bad-yaml",
    "bad-toml",
    "bad-value",
    "bad-date",
    "bad-language",
    "unknown-country",
    "unknown-key",
    "wrong-type",
    "missing-front-matter",
];

#[test]
fn what_a_help_says_to_write_is_right() {
    let mut obeyed = BTreeMap::new();
    for (code, file, text) in cases() {
        let site = || {
            let site = Site::small();
            beside(code).iter().for_each(|(file, text)| site.write(file, text));
            site.write(file, &text);
            site
        };
        let before = findings(&site());
        for finding in before.iter().filter(|finding| finding["code"] == code.slug()) {
            let Some(right) = finding["help"].as_str().and_then(literal) else { continue };
            let site = site();
            let path = site.path().join(finding["file"].as_str().unwrap());
            let bytes = fs::read_to_string(&path).unwrap();
            let place = |key: &str| usize::try_from(finding[key]["byte"].as_u64().unwrap()).unwrap();
            let (start, end) = (place("start"), place("end"));
            // A value keeps the quotation marks that stand there.
            let mark = bytes[start..end].chars().next().filter(|mark| matches!(mark, '"' | '\'')).map(String::from);
            let mark = mark.unwrap_or_default();
            fs::write(&path, format!("{}{mark}{right}{mark}{}", &bytes[..start], &bytes[end..])).unwrap();
            let (had, has) = (counted(&before), counted(&findings(&site)));
            let key = ["file", "code", "message", "severity"].map(|key| finding[key].as_str().unwrap().to_owned());
            let count = |counted: &BTreeMap<[String; 4], usize>| counted.get(&key).copied().unwrap_or_default();
            assert!(count(&has) < count(&had), "{finding}\n{}", fs::read_to_string(&path).unwrap());
            let new = has.iter().filter(|(key, count)| had.get(*key).is_none_or(|had| had < *count));
            let mut errors = new.filter(|(key, _)| key[3] == "error" && !HIDES.contains(&code.slug()));
            assert_eq!(errors.next(), None, "{finding}");
            *obeyed.entry(code).or_insert(0) += 1;
        }
    }
    assert!(obeyed.len() >= 8, "only these say what to write: {obeyed:?}");
}

/// A relation or a broader topic is another record than the one that names it, however near its own id is.
#[test]
fn no_help_names_the_record_itself() {
    let site = Site::small();
    let first = "content/statements/2006/2006-02-02-first.md";
    site.write(first, &STATEMENT.replace("fidelity:", "reiterates: 2006_02_02-first\nfidelity:"));
    site.write("content/topics/trade.md", "---\nlabel: Trade\nalt: [Commerce]\nbroader: [trad, Comerce]\n---\n");
    let before = findings(&site);
    assert_eq!(before.len(), 3, "{before:?}");
    for finding in before {
        let help = finding["help"].as_str().unwrap();
        assert!(literal(help).is_none() && finding.get("fix").is_none(), "{finding}");
    }
}
