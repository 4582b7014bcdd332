//! What must hold whatever bytes Chronicle is given. Parsers do not panic, and what they find has a place in the file that
//! can be shown; what a stranger wrote stays text in a review; what an earlier run left is never believed blindly. The
//! targets here look for bytes that break it.

use std::fs;
use std::str::FromStr;
use std::sync::LazyLock;

use chronicle::diagnostic::Diagnostic;
use chronicle::entry::Kind;
use chronicle::entry::date::Date;
use chronicle::input::Inputs;
use chronicle::report::Report;
use chronicle::{config, entry, lock};

mod draft;
mod request;
mod review;
mod state;

/// The targets by name, each a function that panics if what must hold does not hold of the bytes.
pub const TARGETS: [(&str, fn(&[u8])); 8] = [
    ("entry", entry),
    ("date", date),
    ("settings", settings),
    ("lock", lock),
    ("state", state::state),
    ("draft", draft::draft),
    ("review", review::review),
    ("request", request::request),
];

/// A site with one person and one topic, for the time of the process. Its empty theme keeps the one in the program out.
static SITE: LazyLock<tempfile::TempDir> = LazyLock::new(|| {
    let folder = tempfile::tempdir().expect("there is a folder for temporary files");
    fs::write(folder.path().join("site.toml"), "").expect("a new folder can be written to");
    for (path, text) in [("people/ann-lee", "name: Ann Lee"), ("topics/trade", "label: Trade")] {
        let file = folder.path().join("content").join(path).with_extension("md");
        fs::create_dir_all(file.parent().expect("it is in a folder")).expect("a new folder can be written to");
        fs::write(file, format!("---\n{text}\n---\n")).expect("a new folder can be written to");
    }
    fs::create_dir_all(folder.path().join("themes/default")).expect("a new folder can be written to");
    folder
});

/// The site with one file more.
fn with(path: &str, bytes: &[u8]) -> Inputs {
    Inputs::read(SITE.path()).expect("the site is there").with(path, bytes.to_vec())
}

/// What was found lies in the file, between whole characters, and can be shown.
fn can_be_shown(findings: &[Diagnostic], inputs: &Inputs, bytes: &[u8]) {
    for finding in findings {
        let range = finding.span.range();
        assert!(range.start <= range.end && range.end <= bytes.len(), "{finding:?}");
        if let Ok(text) = str::from_utf8(bytes) {
            assert!(text.is_char_boundary(range.start) && text.is_char_boundary(range.end), "{finding:?}");
        }
    }
    let report = Report::of(findings, inputs);
    report.human(false);
    report.json();
}

/// The first line, and the bytes after it.
fn parts(data: &[u8]) -> (&[u8], &[u8]) {
    let end = data.iter().position(|byte| *byte == b'\n').unwrap_or(data.len());
    (&data[..end], data.get(end + 1..).unwrap_or_default())
}

/// A record: a line with the folder of its kind (any other stands for `statements`), then the file.
fn entry(data: &[u8]) {
    let (folder, bytes) = parts(data);
    let kind = Kind::ALL.into_iter().find(|kind| kind.folder().as_bytes() == folder).unwrap_or(Kind::Statement);
    let path = format!("content/{}/2006-02-02-x.md", kind.folder());
    let inputs = with(&path, bytes);
    let id = inputs.find(&path).expect("the file was added");
    let parsed = entry::parse(&inputs, id).expect("the file need not be read");
    can_be_shown(&parsed.findings, &inputs, bytes);
}

/// A date: what is written back is the same date, and it stands by its own key.
fn date(data: &[u8]) {
    let Ok(text) = str::from_utf8(data) else { return };
    Date::spelled(text);
    let Ok(date) = Date::from_str(text) else { return };
    assert_eq!(Date::from_str(&date.to_string()), Ok(date), "{text}");
    assert!(date.earliest() <= date.latest() || date.is_open_end() || date.latest().is_none(), "{text}");
    date.sort_key();
    date.machine();
}

/// `site.toml`.
fn settings(data: &[u8]) {
    let inputs = with("site.toml", data);
    let findings = config::read(&inputs).expect("the file need not be read").findings;
    can_be_shown(&findings, &inputs, data);
}

/// `chronicle.lock`: what is read without a finding is written and read again as the same, and whatever a line says of
/// quotations, each of those that are there now gets a number, and no two the same.
fn lock(data: &[u8]) {
    let inputs = with("chronicle.lock", data);
    let read = lock::read(&inputs).expect("the file need not be read");
    can_be_shown(&read.findings, &inputs, data);
    let written = read.value.to_string();
    let again = lock::read(&with("chronicle.lock", written.as_bytes())).expect("the file need not be read");
    assert!(!read.findings.is_empty() || again.findings.is_empty(), "{written}");
    assert_eq!(again.value.to_string(), written);
    for published in read.value.lines().filter_map(|(_, line)| line.statement.as_ref()) {
        let hashes = published.quotations.iter().rev().filter_map(|(_, hash)| *hash);
        let words = |read: u64| lock::QuotationHashes {
            read,
            with_images: Some(read.wrapping_add(2)),
            others: [Some(read.wrapping_add(1)), None, Some(read.wrapping_sub(1))],
            is_attributed: read.is_multiple_of(2),
        };
        let mut words: Vec<lock::QuotationHashes> = hashes.map(words).collect();
        words.push(lock::QuotationHashes { read: 7, with_images: None, others: [None; 3], is_attributed: false });
        let numbers = lock::anchors(&published.quotations, &words);
        assert_eq!(numbers.len(), words.len());
    }
}
