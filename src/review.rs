//! What a change does to a chronicle, in readers' terms: two states of a site, and what lies between them.
//!
//! [`Review::of`] compares them; [`Review::markdown`] says it for a comment on a pull request.

use std::collections::{BTreeMap, BTreeSet};

use crate::chronicle::{Chronicle, RelationKind, StatementId};
use crate::diagnostic::{Code, Diagnostic, Levels, Severity};
use crate::input::{Inputs, ReadError};
use crate::pipeline::Survey;
use crate::report::Report;
use crate::{checks, lock};

mod difference;
mod markdown;
mod records;

pub use difference::{Difference, Part, What};
pub use records::{Change, Fate};

/// A site before or after the change.
#[derive(Clone, Copy, Debug)]
pub struct State<'a> {
    /// Its files.
    pub inputs: &'a Inputs,
    /// What it comes to.
    pub survey: &'a Survey,
}

/// What lies between two states of a site.
#[derive(Debug, PartialEq, Eq)]
pub struct Review {
    /// Records that are new, changed or gone, in the order of their kinds and ids.
    pub records: Vec<Change>,
    /// Files whose records cannot be compared, since they have errors.
    pub unread: Vec<String>,
    /// Statements that say again what an earlier one said, and did not before the change.
    pub chains: Vec<Chain>,
    /// Pages and other files of the site.
    pub pages: Pages,
    /// What changes in the published record though no correction says so, and the `chronicle.lock` of the change hides.
    pub unannounced: Vec<String>,
    /// What is found now and was not found before.
    pub findings: Vec<Found>,
    /// How many findings were there before.
    pub known: usize,
}

/// A chain of reiterations that has grown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chain {
    /// The title of the statement that joined it.
    pub title: String,
    /// The dates of all its statements, as they are written, the earliest first.
    pub dates: Vec<String>,
    /// Which of them is that of the statement.
    pub position: usize,
}

/// Addresses of pages below the home page; other files are only counted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pages {
    /// Pages that appear.
    pub new: Vec<String>,
    /// Pages that stay and say something else.
    pub changed: Vec<String>,
    /// Pages that vanish.
    pub gone: Vec<String>,
    /// Pages that stay as they are.
    pub same: usize,
    /// Feeds, data and other files that appear, change or vanish.
    pub files: usize,
}

/// A finding in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Whether it keeps the site from being built.
    pub severity: Severity,
    /// `path:line:column: severity[code]: message`
    pub line: String,
    /// What to do.
    pub help: Option<String>,
}

impl Review {
    /// Compares two states; without the first all is new.
    ///
    /// # Errors
    /// [`ReadError`] where a file that changed cannot be read again.
    pub fn of(before: Option<State<'_>>, now: State<'_>) -> Result<Review, ReadError> {
        let (records, unread) = records::compare(before, now)?;
        let old = before.and_then(|state| state.survey.chronicle.as_ref());
        let chains = now.survey.chronicle.as_ref().map(|chronicle| chains(old, chronicle)).unwrap_or_default();
        // Where the site has errors pages are missing that will be there once they are mended.
        let is_whole = |state: State<'_>| state.survey.findings.iter().all(|one| one.severity != Severity::Error);
        let comparable = is_whole(now) && before.is_none_or(is_whole);
        let none = BTreeMap::new();
        let pages = match comparable {
            true => pages(before.map_or(&none, |state| &state.survey.files), &now.survey.files),
            false => Pages::default(),
        };
        let (findings, known) = findings(before, now);
        let unannounced = before.map_or(Ok(Vec::new()), |before| unannounced(before, now))?;
        Ok(Review { records, unread, chains, pages, unannounced, findings, known })
    }
}

/// What the record's memory before the change says of the record now, and its memory now does not: a change can bring
/// a `chronicle.lock` of its own.
fn unannounced(before: State<'_>, now: State<'_>) -> Result<Vec<String>, ReadError> {
    let known = lock::read(before.inputs)?.value;
    if known.file().is_none() {
        return Ok(Vec::new());
    }
    let mut all = Vec::new();
    if lock::read(now.inputs)?.value.file().is_none() {
        all.push("`chronicle.lock` is gone: nothing would be compared with what was published".to_owned());
    }
    let Some(chronicle) = &now.survey.chronicle else { return Ok(all) };
    let said: BTreeSet<(Code, &str)> =
        now.survey.findings.iter().map(|finding| (finding.code, finding.message.as_str())).collect();
    let found = checks::record(chronicle, &known, &Levels::default(), now.inputs).into_iter();
    let hidden = found.filter(|finding| !said.contains(&(finding.code, finding.message.as_str())));
    all.extend(hidden.map(|finding| match finding.code {
        // Of what is gone there is no place in the files of now.
        Code::VanishedRecord => finding.message,
        _ => format!("{}: {}", now.inputs.get(finding.span.input).path(), finding.message),
    }));
    Ok(all)
}

/// The statements that reiterate another one now and did not before, each with its whole chain.
fn chains(before: Option<&Chronicle>, now: &Chronicle) -> Vec<Chain> {
    let links = |chronicle: &Chronicle, id: StatementId| -> BTreeSet<String> {
        let relations = chronicle[id].relations.iter();
        let earlier = relations.filter(|relation| relation.kind == RelationKind::Reiterates && !relation.inverse);
        earlier.map(|relation| chronicle[relation.other].entry.id.to_string()).collect()
    };
    let known: BTreeMap<&str, BTreeSet<String>> = before
        .into_iter()
        .flat_map(|chronicle| chronicle.statements().map(move |id| (chronicle, id)))
        .map(|(chronicle, id)| (chronicle[id].entry.id.as_str(), links(chronicle, id)))
        .collect();
    let grown = now.statements().filter(|id| {
        let links = links(now, *id);
        known.get(now[*id].entry.id.as_str()).map_or(!links.is_empty(), |known| !links.is_subset(known))
    });
    grown
        .filter_map(|id| {
            let chain = now.chain(id);
            let position = chain.iter().position(|link| link.statement == id)?;
            let dates = chain.iter().map(|link| now[link.statement].date().to_string()).collect();
            Some(Chain { title: now[id].entry.fields.title.as_str().to_owned(), dates, position })
        })
        .collect()
}

fn pages(before: &BTreeMap<String, u64>, now: &BTreeMap<String, u64>) -> Pages {
    let mut pages = Pages::default();
    let paths: BTreeSet<&String> = before.keys().chain(now.keys()).collect();
    for path in paths {
        let (old, new) = (before.get(path), now.get(path));
        let list = match (old, new) {
            (None, _) => &mut pages.new,
            (_, None) => &mut pages.gone,
            _ => &mut pages.changed,
        };
        match (path.ends_with(".html"), old == new) {
            (true, true) => pages.same += 1,
            (true, false) => list.push(format!("/{}", path.strip_suffix("index.html").unwrap_or(path))),
            (false, true) => {}
            (false, false) => pages.files += 1,
        }
    }
    [&mut pages.new, &mut pages.changed, &mut pages.gone].into_iter().for_each(|list| list.sort_unstable());
    pages
}

/// What is found now and was not before, errors first; and how many findings are as before.
fn findings(before: Option<State<'_>>, now: State<'_>) -> (Vec<Found>, usize) {
    fn key<'a>(finding: &'a Diagnostic, inputs: &'a Inputs) -> (Code, &'a str, &'a str) {
        (finding.code, inputs.get(finding.span.input).path(), &finding.message)
    }
    let known: BTreeSet<_> =
        before.iter().flat_map(|state| state.survey.findings.iter().map(|one| key(one, state.inputs))).collect();
    let is_new = |finding: &&Diagnostic| !known.contains(&key(finding, now.inputs));
    let new: Vec<Diagnostic> = now.survey.findings.iter().filter(is_new).cloned().collect();
    let short = Report::of(&new, now.inputs).short();
    let found = short.lines().zip(&new).map(|(line, finding)| Found {
        severity: finding.severity,
        line: line.to_owned(),
        help: finding.help.clone(),
    });
    let mut found: Vec<Found> = found.collect();
    found.sort_by_key(|found| found.severity != Severity::Error);
    (found, now.survey.findings.len() - new.len())
}
