//! Review of a change: compares two states of a site and describes the difference in readers' terms.
//!
//! [`Review::of`] compares them; [`Review::markdown`] says all of it, `Review::comment` what fits into a comment.

use std::collections::{BTreeMap, BTreeSet};

use crate::chronicle::{Chronicle, RelationKind, StatementId};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::input::{Inputs, ReadError};
use crate::pipeline::Survey;
use crate::report::Report;

mod active;
mod difference;
mod escape;
mod files;
mod markdown;
mod published;
mod records;

pub(crate) use difference::{Difference, RecordPart, TextPart, parts as word_parts};
pub(crate) use files::ChangedFile;
pub(crate) use markdown::COMMENT;
pub(crate) use published::PublishedChange;
pub(crate) use records::{Fate, RecordChange};

/// A site before or after the change.
#[derive(Clone, Copy, Debug)]
pub struct SiteState<'a> {
    /// Its files.
    pub inputs: &'a Inputs,
    /// Its snapshot: chronicle, findings and hashes of outputs.
    pub survey: &'a Survey,
}

/// The differences between two states of a site.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Review {
    /// Records that are new, changed or gone, in the order of their kinds and ids.
    pub(crate) records: Vec<RecordChange>,
    /// Files whose records cannot be compared, since they have errors.
    pub(crate) unread: Vec<String>,
    /// Statements that newly reiterate an earlier one.
    pub(crate) chains: Vec<Chain>,
    /// Pages and other files of the site.
    pub(crate) pages: Pages,
    /// Every change of what was published, those first that no correction speaks of.
    pub(crate) published: Vec<PublishedChange>,
    /// Files that run in readers' browsers or on hosts, or that pages are made from, and the settings.
    pub(crate) files: Vec<ChangedFile>,
    /// Files of the repository outside the site, and links and submodules in the folders of the site. Filled in by
    /// `cli`, not by [`Review::of`].
    pub(crate) others: Vec<OtherFile>,
    /// Paths of the earlier state that cannot be checked out.
    pub(crate) unreadable: Vec<String>,
    /// What is found now and was not found before.
    pub(crate) findings: Vec<NewFinding>,
    /// How many findings were there before.
    pub(crate) known: usize,
}

/// A file of the repository outside the site, or a link or submodule in one of the site's folders.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct OtherFile {
    /// Its path from the top of the repository.
    pub(crate) path: String,
    /// What became of it.
    pub(crate) fate: Fate,
    /// What it is now, or was if it is gone.
    pub(crate) nature: FileNature,
    /// Whether tools, hosts or people may execute or follow it.
    pub(crate) is_tool: bool,
    /// Whether it is in a folder of the site.
    pub(crate) is_of_site: bool,
}

/// What stands at a path of a repository.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FileNature {
    /// A file.
    File,
    /// A symbolic link: what is published there is what it leads to.
    Link,
    /// A submodule.
    Submodule,
}

/// A chain of reiterations that has grown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Chain {
    /// The title of the statement that joined it.
    pub(crate) title: String,
    /// The dates of its statements near this one, as they are written, the earliest first.
    pub(crate) dates: Vec<String>,
    /// Which of them is that of the statement.
    pub(crate) position: usize,
    /// How many there are before these.
    pub(crate) earlier: usize,
    /// How many there are after these.
    pub(crate) later: usize,
}

/// Addresses of pages below the home page; other files are only counted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Pages {
    pub(crate) new: Vec<String>,
    /// Pages that stay and say something else.
    pub(crate) changed: Vec<String>,
    pub(crate) gone: Vec<String>,
    /// Pages that stay as they are.
    pub(crate) same: usize,
    /// Feeds, data and other files that appear, change or vanish.
    pub(crate) files: usize,
}

/// A finding in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NewFinding {
    /// Whether it keeps the site from being built.
    pub(crate) severity: Severity,
    /// `path:line:column: severity[code]: message`
    pub(crate) line: String,
    pub(crate) help: Option<String>,
}

impl Review {
    /// Compares two states; without the first, everything is new.
    ///
    /// # Errors
    /// [`ReadError`] where a file that changed cannot be read again.
    pub fn of(before: Option<SiteState<'_>>, now: SiteState<'_>) -> Result<Review, ReadError> {
        let (records, unread) = records::compare(before, now)?;
        let old = before.and_then(|state| state.survey.chronicle.as_ref());
        let chains = now.survey.chronicle.as_ref().map(|chronicle| chains(old, chronicle)).unwrap_or_default();
        // With errors, pages are missing that will exist once they are fixed.
        let is_whole = |state: SiteState<'_>| state.survey.findings.iter().all(|one| one.severity != Severity::Error);
        let comparable = is_whole(now) && before.is_none_or(is_whole);
        let none = BTreeMap::new();
        let pages = match comparable {
            true => pages(before.map_or(&none, |state| &state.survey.files), &now.survey.files),
            false => Pages::default(),
        };
        let (findings, known) = findings(before, now);
        let published = before.map_or(Ok(Vec::new()), |before| published::compare(before, now))?;
        let files = files::compare(before, now)?;
        let (others, unreadable) = (Vec::new(), Vec::new());
        Ok(Review { records, unread, chains, pages, published, files, others, unreadable, findings, known })
    }
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
    let (chains, chain_of) = all_chains(now);
    grown
        .filter_map(|id| {
            let chain = &chains[*chain_of.get(&id)?];
            let position = chain.binary_search(&id).ok()?;
            let (first, end) = (position.saturating_sub(NEAR), (position + NEAR + 1).min(chain.len()));
            let dates = chain[first..end].iter().map(|id| now[*id].date().to_string()).collect();
            let title = now[id].entry.fields.title.as_str().to_owned();
            Some(Chain { title, dates, position: position - first, earlier: first, later: chain.len() - end })
        })
        .collect()
}

/// Dates of a chain that are shown before and after that of a statement.
const NEAR: usize = 5;

/// Every chain of reiterations, each in the order of its dates, and which of them a statement is in.
fn all_chains(chronicle: &Chronicle) -> (Vec<Vec<StatementId>>, BTreeMap<StatementId, usize>) {
    let (mut chains, mut chain_of) = (Vec::new(), BTreeMap::new());
    for first in chronicle.statements() {
        if chain_of.contains_key(&first) {
            continue;
        }
        let (mut chain, mut open) = (Vec::new(), vec![first]);
        chain_of.insert(first, chains.len());
        while let Some(id) = open.pop() {
            chain.push(id);
            for relation in chronicle[id].relations.iter().filter(|one| one.kind == RelationKind::Reiterates) {
                if chain_of.insert(relation.other, chains.len()).is_none() {
                    open.push(relation.other);
                }
            }
        }
        // Ids are in the order of dates.
        chain.sort_unstable();
        chains.push(chain);
    }
    (chains, chain_of)
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
fn findings(before: Option<SiteState<'_>>, now: SiteState<'_>) -> (Vec<NewFinding>, usize) {
    fn key<'a>(finding: &'a Diagnostic, inputs: &'a Inputs) -> (Code, &'a str, &'a str) {
        (finding.code, inputs.get(finding.span.input).path(), &finding.message)
    }
    let known: BTreeSet<_> =
        before.iter().flat_map(|state| state.survey.findings.iter().map(|one| key(one, state.inputs))).collect();
    let is_new = |finding: &&Diagnostic| !known.contains(&key(finding, now.inputs));
    let new: Vec<Diagnostic> = now.survey.findings.iter().filter(is_new).cloned().collect();
    let short = Report::of(&new, now.inputs).short();
    let found = short.lines().zip(&new).map(|(line, finding)| NewFinding {
        severity: finding.severity,
        line: line.to_owned(),
        help: finding.help.clone(),
    });
    let mut found: Vec<NewFinding> = found.collect();
    found.sort_by_key(|found| found.severity != Severity::Error);
    (found, now.survey.findings.len() - new.len())
}
