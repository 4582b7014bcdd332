//! Rules about the published record: what `chronicle.lock` says was published must stay as it was, or say what was
//! corrected.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use rayon::prelude::*;
use xxhash_rust::xxh3::xxh3_64;

use crate::chronicle::{Chronicle, Lookup, NamedInLine, Record, StatementId};
use crate::diagnostic::{Code, Diagnostic, Level, Levels};
use crate::document::Step;
use crate::entry::body::Quoted;
use crate::entry::id::Id;
use crate::entry::quotation::quotations;
use crate::entry::shape::{Text, TextOr};
use crate::entry::statement::{self, Source};
use crate::entry::{Kind, locate};
use crate::input::{Inputs, Span};
use crate::lock::{Lock, LockedRecord, PublishedStatement, QuotationHashes, Version};

/// The content that `chronicle.lock` should have now. `before` is its present content: numbers of removed quotations
/// are never reused, and former ids stay listed. `day` is when an id was published that `before` does not have, neither by
/// itself nor by a former id of its record.
pub(crate) fn lock(chronicle: &Chronicle, before: &Lock, day: impl Fn(&Id) -> Option<NaiveDate>) -> Lock {
    let statements: Vec<StatementId> = chronicle.statements().collect();
    let statements = statements.into_par_iter().filter(|id| !chronicle[*id].entry.fields.draft);
    let statements: Vec<(Id, Kind, Option<PublishedStatement>)> = statements
        .map(|id| (chronicle[id].entry.id.clone(), Kind::Statement, Some(published(chronicle, id, before))))
        .collect();
    let others = chronicle.all().filter_map(|(record, id)| {
        let is_published = !matches!(record, Record::Statement(_)) && chronicle.address(record).is_some();
        is_published.then(|| (id.clone(), record.kind(), None))
    });
    let former = chronicle.former_ids().iter().filter_map(|(id, record)| {
        let is_published = match record {
            Record::Statement(id) => !chronicle[*id].entry.fields.draft,
            other => chronicle.address(*other).is_some(),
        };
        is_published.then(|| (id.clone(), record.kind(), None))
    });
    let renamed = renamed(chronicle, before);
    let day = |id: &Id| renamed.get(id.as_str()).copied().unwrap_or_else(|| day(id));
    Lock::of(former.chain(others).chain(statements), before, day)
}

/// The ids of records that `before` has by a former id, with the day on which they were published as that.
fn renamed<'a>(chronicle: &'a Chronicle, before: &Lock) -> BTreeMap<&'a str, Option<NaiveDate>> {
    let mut former: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (id, record) in chronicle.former_ids() {
        if before.get(id.as_str()).is_some_and(|line| line.kind == record.kind()) {
            former.entry(chronicle.id(*record).as_str()).or_default().push(id.as_str());
        }
    }
    former.into_iter().filter_map(|(id, former)| Some((id, before.former_day(former)?))).collect()
}

fn published(chronicle: &Chronicle, id: StatementId, before: &Lock) -> PublishedStatement {
    let statement = &chronicle[id];
    let fields = &statement.entry.fields;
    let hashes = statement.quotation_hashes().map(Some);
    let mut quotations: Vec<(u32, Option<u64>)> = statement.anchors.iter().copied().zip(hashes).collect();
    let known = before_of(chronicle, id, before).map_or(&[][..], |(_, known)| &known.quotations);
    let gone = known.iter().map(|(number, _)| *number).filter(|number| !statement.anchors.contains(number));
    quotations.extend(gone.map(|number| (number, None)));
    PublishedStatement {
        date: statement.date().to_string(),
        speakers: statement.speakers.iter().map(|speaker| chronicle.speaker_key(speaker)).collect(),
        sources: fields.sources.as_slice().iter().map(|source| source_keys(source)[0]).collect(),
        corrections: fields.corrections.len(),
        withdrawn: statement.is_withdrawn(),
        quotations,
    }
}

fn before_of<'a>(
    chronicle: &'a Chronicle,
    id: StatementId,
    before: &'a Lock,
) -> Option<(&'a LockedRecord, &'a PublishedStatement)> {
    let entry = &chronicle[id].entry;
    before.published(entry.id.as_str(), entry.fields.old_ids.as_slice().iter().map(|id| id.as_str()))
}

/// The present key of a speaker that was published under a former id.
fn renamed_speaker(chronicle: &Chronicle, key: &str) -> Option<String> {
    let (before, id) = key.rsplit_once(['@', ':']).map_or(("", key), |(before, id)| (&key[..=before.len()], id));
    let record = chronicle.former_ids().iter().find(|(former, _)| former.as_str() == id)?.1;
    let is_right = match record {
        Record::Person(_) => before.is_empty(),
        Record::Organization(_) => before == "organization:" || before.ends_with('@'),
        _ => false,
    };
    is_right.then(|| format!("{before}{}", chronicle.id(record)))
}

/// Hashes that identify a source, the best first: its URL; title, publisher and date; its stored text; its URL with
/// `http:`.
fn source_keys(source: &TextOr<Source>) -> Vec<u64> {
    let (url, source) = match source {
        TextOr::Text(url) => (Some(url.as_str()), None),
        TextOr::Map(source) => (source.url.as_ref().map(|url| url.as_str()), Some(source)),
    };
    let publisher = source.and_then(|source| source.publisher.as_ref()).map_or("", |publisher| publisher.as_str());
    let named = source.and_then(|source| named(source, publisher));
    let text = source.and_then(|source| Some(format!("text {}", source.text.as_ref()?)));
    // A URL that changed from `http` to `https` is the same.
    let plain = url.and_then(|url| Some(format!("url http:{}", url.strip_prefix("https:")?)));
    let keys = [url.map(|url| format!("url {url}")), named, text, plain].into_iter().flatten();
    let keys: Vec<u64> = keys.map(|key| xxh3_64(key.as_bytes())).collect();
    // The parser refuses sources without any of these.
    if keys.is_empty() { vec![0] } else { keys }
}

/// The identifying text of a source without a URL: title and publisher.
fn named(source: &Source, publisher: &str) -> Option<String> {
    let title = source.title.as_ref()?.as_str();
    let date = source.date.map(|date| date.to_string()).unwrap_or_default();
    Some(format!("title {title}\n{publisher}\n{date}"))
}

/// Further hashes that may identify a source: with the publisher's id, a former id, or another name.
fn keys_by_publisher(chronicle: &Chronicle, source: &TextOr<Source>) -> Vec<u64> {
    let TextOr::Map(source) = source else { return Vec::new() };
    let Some(publisher) = &source.publisher else { return Vec::new() };
    let Lookup::One(id) = chronicle.look_up(Kind::Organization, publisher.as_str()) else {
        return Vec::new();
    };
    let Some(Record::Organization(body)) = chronicle.find(id.as_str()) else { return Vec::new() };
    let fields = &chronicle[body].entry.fields;
    let names = fields.all_names().chain(fields.old_ids.as_slice()).map(Text::as_str);
    let keys = names.chain([id.as_str()]).filter_map(|name| named(source, name));
    keys.map(|key| xxh3_64(key.as_bytes())).collect()
}

/// Compares the record with `chronicle.lock`; no findings where the site has none.
pub(crate) fn check(chronicle: &Chronicle, before: &Lock, levels: &Levels, inputs: &Inputs) -> Vec<Diagnostic> {
    let Some(file) = before.file() else { return Vec::new() };
    let mut findings = vanished(chronicle, before, inputs);
    let ids: Vec<StatementId> = chronicle.statements().collect();
    let compared: Vec<Vec<Diagnostic>> = ids
        .into_par_iter()
        .filter_map(|id| {
            let (line, published) = before_of(chronicle, id, before)?;
            let version = before.version();
            Some(
                PublishedDiff { chronicle, inputs, id, line: before.span(line), before: published, version }.findings(),
            )
        })
        .collect();
    findings.extend(compared.into_iter().flatten());
    // Records used only by drafts are not published.
    let is_asked = levels.of(Code::StaleLock) != Level::Allow;
    let is_whole = is_asked && chronicle.statements().all(|id| !chronicle[id].entry.fields.draft);
    if is_whole && findings.is_empty() && before.text() != lock(chronicle, before, |_| None).to_string() {
        let finding = Diagnostic::lint(Code::StaleLock, file, "the record has changed since it was locked");
        findings.push(finding.help(Some("run `chronicle lock`".to_owned())));
    }
    findings
}

/// Published ids that no record has, or had.
fn vanished(chronicle: &Chronicle, before: &Lock, inputs: &Inputs) -> Vec<Diagnostic> {
    let former: HashMap<&str, Record> =
        chronicle.former_ids().iter().map(|(id, record)| (id.as_str(), *record)).collect();
    // A record with errors was reported already.
    let left_out: Vec<&str> = inputs
        .under("content/")
        .filter(|(input, _)| chronicle.is_left_out(*input))
        .filter_map(|(_, file)| file.path().rsplit('/').next()?.strip_suffix(".md"))
        .collect();
    let mut findings = Vec::new();
    for (id, line) in before.lines() {
        let now = chronicle.find(id.as_str()).or_else(|| former.get(id.as_str()).copied());
        if now.is_some_and(|record| record.kind() == line.kind) || left_out.contains(&id.as_str()) {
            continue;
        }
        let Some(span) = before.span(line) else { continue };
        let noun = line.kind.noun();
        let help = match line.kind {
            Kind::Statement => format!(
                "put its file back, with `withdrawn` if it must not be read; or write `old_ids: [{id}]` in the statement that it became"
            ),
            _ => format!("put its file back, or write `old_ids: [{id}]` in the {noun} that it became"),
        };
        let finding = Diagnostic::lint(Code::VanishedRecord, span, format!("the published {noun} `{id}` is gone"));
        findings.push(finding.help(Some(help)));
    }
    findings
}

/// A statement and its published version.
struct PublishedDiff<'a> {
    chronicle: &'a Chronicle,
    inputs: &'a Inputs,
    id: StatementId,
    line: Option<Span>,
    before: &'a PublishedStatement,
    version: Version,
}

impl PublishedDiff<'_> {
    fn fields(&self) -> &statement::Statement {
        &self.chronicle[self.id].entry.fields
    }

    fn findings(&self) -> Vec<Diagnostic> {
        let (statement, fields) = (&self.chronicle[self.id], self.fields());
        let mut findings = Vec::new();
        if fields.corrections.len() < self.before.corrections {
            let (was, is) = (self.before.corrections, fields.corrections.len());
            let message = format!("the statement was published with {was} corrections and has {is}");
            let help = "put back what `corrections` said".to_owned();
            findings.push(self.finding(Code::ChangedRecord, "corrections", message, help));
        }
        // A new correction explains the change.
        if fields.corrections.len() > self.before.corrections {
            return findings;
        }
        if self.before.withdrawn && !statement.is_withdrawn() {
            let message = "the statement was published as withdrawn".to_owned();
            findings.push(self.finding(Code::ChangedRecord, "title", message, correct("put back `withdrawn`")));
        }
        if !self.before.date.is_empty() && statement.date().to_string() != self.before.date {
            let message = format!("the statement was published with the date {}", self.before.date);
            let help = correct(&format!("put back `{}`", self.before.date));
            findings.push(self.finding(Code::ChangedRecord, "date", message, help));
        }
        findings.extend(self.speakers());
        findings.extend(self.sources());
        // Of a withdrawn statement the words are no longer shown, but whose they were, and when.
        if !self.before.withdrawn && !statement.is_withdrawn() {
            self.quotations(&mut findings);
        }
        findings
    }

    fn finding(&self, code: Code, key: &str, message: String, help: String) -> Diagnostic {
        let span = locate(self.inputs, self.chronicle[self.id].entry.input, &[Step::Key(key)]);
        self.labelled(Diagnostic::lint(code, span, message), help)
    }

    fn labelled(&self, finding: Diagnostic, help: String) -> Diagnostic {
        let finding = match self.line {
            Some(line) => finding.label(line, "published as this"),
            None => finding,
        };
        finding.help(Some(help))
    }

    fn speakers(&self) -> Option<Diagnostic> {
        let now: Vec<String> =
            self.chronicle[self.id].speakers.iter().map(|speaker| self.chronicle.speaker_key(speaker)).collect();
        // Follow speakers whose id changed.
        let renamed = |key: &String| renamed_speaker(self.chronicle, key);
        let same = |(now, before): (&String, &String)| now == before || renamed(before).as_ref() == Some(now);
        // An unknown speaker was reported already, and is missing here.
        let is_known = now.len() == self.fields().speakers.as_slice().len();
        if !is_known || (now.len() == self.before.speakers.len() && now.iter().zip(&self.before.speakers).all(same)) {
            return None;
        }
        let published: Vec<String> = self.before.speakers.iter().map(|speaker| format!("`{speaker}`")).collect();
        let message = format!("the statement was published as that of {}", published.join(", "));
        let help = correct("put the speakers back");
        Some(self.finding(Code::ChangedRecord, "speakers", message, help))
    }

    fn sources(&self) -> Option<Diagnostic> {
        let sources = self.fields().sources.as_slice();
        let is_gone = |now: &[u64]| self.before.sources.iter().filter(|source| !now.contains(source)).count();
        let mut now: Vec<u64> = sources.iter().flat_map(source_keys).collect();
        if is_gone(&now) == 0 {
            return None;
        }
        now.extend(sources.iter().flat_map(|source| keys_by_publisher(self.chronicle, source)));
        let gone = is_gone(&now);
        if gone == 0 {
            return None;
        }
        let message = match (gone, self.before.sources.len()) {
            (1, 1) => "the source of the published statement is gone or another".to_owned(),
            (gone, all) => format!("{gone} of the {all} sources of the published statement are gone or others"),
        };
        Some(self.finding(Code::ChangedRecord, "sources", message, correct("put the sources back")))
    }

    fn quotations(&self, findings: &mut Vec<Diagnostic>) {
        let statement = &self.chronicle[self.id];
        for (number, hash) in self.before.quotations.iter().filter_map(|(number, hash)| Some((*number, (*hash)?))) {
            let mut quotations = statement.quotation_words().zip(&statement.entry.body.quotations).enumerate();
            let now = quotations.find(|(position, _)| statement.anchors.get(*position) == Some(&number));
            let span = |quotation: &Quoted| {
                let (start, end) = quotation.range;
                Span { input: statement.entry.input, start, end }
            };
            let finding = match now {
                Some((position, (words, quotation))) if words.are(hash) => {
                    if !self.has_lost_attribution(position, words, hash) {
                        continue;
                    }
                    let message = format!(
                        "the last line of the published quotation `#q{number}` said whose words they are; now it is a part \
                         of them"
                    );
                    let help = correct("write the line again as it was published, with a name that is on record");
                    self.labelled(Diagnostic::lint(Code::ChangedQuotation, span(quotation), message), help)
                }
                Some((_, (_, quotation))) => {
                    let span = span(quotation);
                    let message = format!("the published quotation `#q{number}` has other words now");
                    self.labelled(
                        Diagnostic::lint(Code::ChangedQuotation, span, message),
                        correct("put its words back"),
                    )
                }
                None => {
                    let message = format!("the published quotation `#q{number}` is gone");
                    let span = locate(self.inputs, statement.entry.input, &[Step::Key("title")]);
                    self.labelled(Diagnostic::lint(Code::RemovedQuotation, span, message), correct("put it back"))
                }
            };
            findings.push(finding);
        }
    }

    /// Whether the last line of a quotation was published as saying whose words they are, and does so no longer.
    fn has_lost_attribution(&self, position: usize, words: QuotationHashes, published: u64) -> bool {
        let statement = &self.chronicle[self.id];
        // Unknown speakers were reported already.
        let is_known = statement.speakers.len() == self.fields().speakers.as_slice().len();
        if !is_known || !words.lost_attribution(published) {
            return false;
        }
        match self.version {
            Version::Two => true,
            // Version 1 read any last line with a dash as an attribution; only one that names a speaker counts.
            Version::One => self.last_line(position).is_some_and(|name| {
                let lines = &statement.entry.body.quotations[position].lines;
                let named = self.chronicle.speakers_called(self.id).named(&name, false);
                matches!(named, NamedInLine::Speaker(_)) && !lines.iter().any(|line| *line.name == *name)
            }),
        }
    }

    /// The name in the last line of a quotation, if it were an attribution, with any kind of dash.
    fn last_line(&self, position: usize) -> Option<String> {
        let entry = &self.chronicle[self.id].entry;
        let bytes = self.inputs.bytes(entry.input).ok()?;
        let text = std::str::from_utf8(bytes.get(entry.body.range())?).ok()?;
        quotations(text, &[]).into_iter().nth(position)?.attributed().attribution
    }
}

fn correct(instead: &str) -> String {
    format!("{instead}; or add an item to `corrections` that says what was changed, when and why")
}
