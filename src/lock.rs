//! `chronicle.lock`: the published record, so that later changes are detected. One line per id, sorted:
//!
//! ```text
//! # chronicle.lock 2: the published record, written by `chronicle lock`
//! 2006-02-02-first statement date=2006-02-02 speakers=ann-lee sources=5f1d… quotations=q1:0a3c…,q2:gone
//! trade topic published=2026-02-28
//! ```
//!
//! A quotation keeps its anchor by the hash of its words; the number of one that is `gone` is never reused.

use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;

use chrono::NaiveDate;

use crate::diagnostic::{Checked, Code, Diagnostic};
use crate::document::merge_conflict;
use crate::entry::Kind;
use crate::entry::id::Id;
use crate::input::{InputId, Inputs, LOCK, ReadError, Span};

mod anchors;
mod line;

pub use anchors::{QuotationHashes, anchors};

/// How the first line begins, before the number of the version and a colon.
const FIRST: &str = "# chronicle.lock ";

/// The versions of the file that are read; the last one is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Version {
    /// Without days, and without speakers that are bodies or countries.
    One,
    /// The one that `docs/record.md` describes.
    #[default]
    Two,
}

/// The published record, by id.
#[derive(Clone, Debug, Default)]
pub struct Lock {
    lines: BTreeMap<Id, LockedRecord>,
    /// The version it was read from.
    version: Version,
    /// The file it was read from.
    input: Option<InputId>,
    /// As it was read.
    text: String,
}

/// The published record of an id.
#[derive(Clone, Debug)]
pub struct LockedRecord {
    /// The kind of record.
    pub(crate) kind: Kind,
    /// The day it was published, where that is known.
    pub(crate) day: Option<NaiveDate>,
    /// What was published; only of statements, and not of those whose id is a former one.
    pub statement: Option<PublishedStatement>,
    /// Where the line is in the file.
    range: Range<usize>,
}

/// What was published of a statement.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PublishedStatement {
    /// When it was said.
    pub(crate) date: String,
    /// Ids of people; offices as `office:<title>@<organization>`, bodies as `organization:<id>`, countries as
    /// `country:<code>`.
    pub(crate) speakers: Vec<String>,
    /// A number for each source.
    pub(crate) sources: Vec<u64>,
    /// How many corrections it has.
    pub(crate) corrections: usize,
    /// Whether it was withdrawn.
    pub(crate) withdrawn: bool,
    /// The quotations in the order of the text: number of the anchor, and the hash of the words unless they are gone.
    pub quotations: Vec<(u32, Option<u64>)>,
}

impl Lock {
    /// Builds a lock; days are taken from `before`, so published ids keep theirs, and of an id that it does not have from
    /// `day`.
    pub(crate) fn of(
        lines: impl IntoIterator<Item = (Id, Kind, Option<PublishedStatement>)>,
        before: &Lock,
        day: impl Fn(&Id) -> Option<NaiveDate>,
    ) -> Lock {
        let line = |(id, kind, statement): (Id, Kind, Option<PublishedStatement>)| {
            let known = before.get(id.as_str()).filter(|line| line.kind == kind);
            let day = known.map_or_else(|| day(&id), |line| line.day);
            (id, LockedRecord { kind, day, statement, range: 0..0 })
        };
        Lock { lines: lines.into_iter().map(line).collect(), ..Lock::default() }
    }

    /// Every id with what is known of it, in order.
    pub fn lines(&self) -> impl Iterator<Item = (&Id, &LockedRecord)> {
        self.lines.iter()
    }

    /// The published record of an id.
    pub(crate) fn get(&self, id: &str) -> Option<&LockedRecord> {
        self.lines.get(id)
    }

    /// The file as it was read; empty where there is none.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// The version of the file that it was read from.
    pub(crate) fn version(&self) -> Version {
        self.version
    }

    /// Where a line is.
    pub(crate) fn span(&self, line: &LockedRecord) -> Option<Span> {
        Some(Span::new(self.input?, line.range.clone()))
    }

    pub(crate) fn file(&self) -> Option<Span> {
        self.input.map(Span::file)
    }

    /// The day on which a record was published by former ids: the first of them, and none where that of one was not noted.
    /// `None` where none of them has a line.
    pub(crate) fn former_day<'a>(&self, former: impl IntoIterator<Item = &'a str>) -> Option<Option<NaiveDate>> {
        let days = former.into_iter().filter_map(|id| Some(self.get(id)?.day));
        days.reduce(|day, other| day.zip(other).map(|(day, other)| day.min(other)))
    }

    /// What was published of the statement `id`, or of one of its former ids.
    pub(crate) fn published<'a>(
        &self,
        id: &'a str,
        former: impl IntoIterator<Item = &'a str>,
    ) -> Option<(&LockedRecord, &PublishedStatement)> {
        let mut lines = std::iter::once(id).chain(former).filter_map(|id| self.get(id));
        lines.find_map(|line| Some((line, line.statement.as_ref()?)))
    }
}

/// Reads the lock of a site; one without any line where it has none.
///
/// # Errors
/// [`ReadError`] where the file cannot be read.
pub fn read(inputs: &Inputs) -> Result<Checked<Lock>, ReadError> {
    let Some(input) = inputs.find(LOCK) else { return Ok(Checked { value: Lock::default(), findings: Vec::new() }) };
    let bytes = inputs.bytes(input)?;
    let mut findings = Vec::new();
    let mut refuse = |range: Range<usize>, reason: String, help: &str| {
        findings.push(Diagnostic::error(Code::BadLock, Span::new(input, range), reason).help(Some(help.to_owned())));
    };
    let mut lock = Lock { input: Some(input), ..Lock::default() };
    match std::str::from_utf8(&bytes) {
        Ok(text) => text.clone_into(&mut lock.text),
        Err(error) => {
            let range = error.valid_up_to()..error.valid_up_to() + 1;
            refuse(range, "the file is not UTF-8 text".to_owned(), PUT_BACK);
            return Ok(Checked { value: lock, findings });
        }
    }
    if let Some(fault) = merge_conflict::unresolved(&bytes, true, Vec::new) {
        return Ok(Checked { value: lock, findings: vec![fault.at(input, 0)] });
    }
    match version(lock.text.lines().next().unwrap_or_default()) {
        Ok(version) => lock.version = version,
        Err((reason, help)) => {
            let end = lock.text.lines().next().map_or(0, str::len);
            refuse(0..end, reason, help);
            return Ok(Checked { value: lock, findings });
        }
    }
    let mut start = 0;
    for whole in lock.text.split_inclusive('\n') {
        let range = start..start + whole.trim_end().len();
        start += whole.len();
        if whole.starts_with('#') || whole.trim().is_empty() {
            continue;
        }
        match line::read(whole.trim_end(), lock.version) {
            Ok((id, line)) => {
                let known = lock.lines.insert(id.clone(), LockedRecord { range: range.clone(), ..line });
                if known.is_some() {
                    refuse(range, format!("`{id}` has two lines"), PUT_BACK);
                }
            }
            Err(reason) => refuse(range, reason, PUT_BACK),
        }
    }
    Ok(Checked { value: lock, findings })
}

/// The help for a line that was edited by hand or by a merge.
const PUT_BACK: &str = "put the line back from the history of the repository; only `chronicle lock` changes this file";

/// Parses the version in the first line, or explains why it cannot be read.
fn version(first: &str) -> Result<Version, (String, &'static str)> {
    let number = first.strip_prefix(FIRST).and_then(|rest| rest.split_once(':'));
    match number.map(|(number, _)| number) {
        Some("1") => Ok(Version::One),
        Some("2") => Ok(Version::Two),
        Some(number) if is_newer(number) => {
            let program = env!("CARGO_PKG_VERSION");
            let reason = format!(
                "the file is of version {number}, and this program, chronicle {program}, reads the versions 1 and 2"
            );
            Err((reason, "use the newer `chronicle` that wrote the file, or one that is newer still"))
        }
        _ => Err((format!("the first line does not begin with `{FIRST}2:`"), PUT_BACK)),
    }
}

/// Whether a version number is that of a later program.
fn is_newer(number: &str) -> bool {
    let is_number = number.bytes().all(|byte| byte.is_ascii_digit()) && !number.starts_with('0');
    is_number && (1..=9).contains(&number.len()) && number != "1" && number != "2"
}

impl LockedRecord {
    /// The line as it is written, without the id.
    pub(crate) fn words(&self) -> String {
        self.to_string()
    }
}

impl fmt::Display for LockedRecord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.kind.noun())?;
        if let Some(day) = self.day {
            write!(f, " published={day}")?;
        }
        match &self.statement {
            Some(statement) => write!(f, " {statement}"),
            None => Ok(()),
        }
    }
}

impl fmt::Display for Lock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{FIRST}2: the published record, written by `chronicle lock`")?;
        self.lines.iter().try_for_each(|(id, line)| writeln!(f, "{id} {line}"))
    }
}

impl fmt::Display for PublishedStatement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sources: Vec<String> = self.sources.iter().map(|source| format!("{source:016x}")).collect();
        write!(f, "date={} speakers={} sources={}", self.date, self.speakers.join(","), sources.join(","))?;
        if self.corrections > 0 {
            write!(f, " corrections={}", self.corrections)?;
        }
        if self.withdrawn {
            f.write_str(" withdrawn")?;
        }
        if !self.quotations.is_empty() {
            let quotation = |(number, hash): &(u32, Option<u64>)| match hash {
                Some(hash) => format!("q{number}:{hash:016x}"),
                None => format!("q{number}:gone"),
            };
            let quotations: Vec<String> = self.quotations.iter().map(quotation).collect();
            write!(f, " quotations={}", quotations.join(","))?;
        }
        Ok(())
    }
}
