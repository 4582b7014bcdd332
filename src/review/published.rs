//! What a change does to what was published, one by one: whatever `chronicle.lock` knows of it, and what proves it.
//!
//! The state before decides what was published, and not the `chronicle.lock` of the change.

use std::collections::{BTreeMap, BTreeSet};

use super::State;
use super::difference::{self, Part, What};
use super::records::Side;
use crate::checks;
use crate::chronicle::{Chronicle, Record, Speaker, StatementId, Subject};
use crate::diagnostic::{Checked, Code, Levels};
use crate::entry::Kind;
use crate::entry::shape::TextOr;
use crate::input::{LOCK, ReadError};
use crate::lock::{self, Lock};

/// One change of what was published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// What the record is called.
    pub name: String,
    /// Its kind and its id as they were published.
    pub id: String,
    /// Its file.
    pub path: String,
    /// What of it changes.
    pub what: String,
    /// The words, with those that are gone and those that are new.
    pub parts: Vec<Part>,
    /// What the record says of the change; nothing where it says nothing.
    pub announced: Option<String>,
}

/// Keys of statements that `chronicle.lock` knows, or that say the same in other words.
const KEYS: [&str; 9] =
    ["date", "speakers", "as", "attributed_as", "sources", "withdrawn", "corrections", "draft", "old_ids"];

/// Keys of people and organizations that the pages of statements show.
const NAMES: [&str; 8] = ["name", "names", "variants", "family", "given", "offices", "parent", "old_ids"];

/// Every change of what was published, those first that no correction speaks of.
pub(super) fn compare(before: State<'_>, now: State<'_>) -> Result<Vec<Published>, ReadError> {
    let mut found = memory(before, now)?;
    let compared = match (Side::of(before), Side::of(now)) {
        (Some(before), Some(now)) => Comparison { before, now }.all()?,
        // Nothing can be compared with settings that cannot be read; the errors say so.
        _ => Vec::new(),
    };
    found.retain(|one| !compared.iter().any(|other| says(other, one)));
    found.extend(compared);
    found.extend(texts(before, now)?);
    found.sort_by_key(|change| change.announced.is_some());
    Ok(found)
}

/// Whether a change that was found by comparing the records is the one that the memory of the record found.
fn says(compared: &Published, found: &Published) -> bool {
    let id = compared.id.split_once(' ').map_or("", |(_, id)| id);
    if found.path == LOCK || !(compared.path == found.path || id == found.id) {
        return false;
    }
    let is_of = |what: &str, words: &str| compared.what.starts_with(what) && found.what.contains(words);
    let quotation = compared.what.strip_prefix("quotation ");
    quotation.is_some_and(|number| found.what.contains(&format!("`#{number}`")))
        || is_of("date", "published with the date")
        || is_of("speakers", "published as that of")
        || compared.what.starts_with("is gone") && found.what.ends_with("is gone")
        || compared.what.starts_with("is set aside") && found.what.ends_with("is gone")
}

/// What the record's memory before the change says of the record now, and what the memory of the change no longer says.
fn memory(before: State<'_>, now: State<'_>) -> Result<Vec<Published>, ReadError> {
    let Checked { value: known, findings: refused } = lock::read(before.inputs)?;
    if known.file().is_none() {
        return Ok(Vec::new());
    }
    let of = |name: &str, id: &str, path: &str, what: &str| Published {
        name: name.to_owned(),
        id: id.to_owned(),
        path: path.to_owned(),
        what: what.to_owned(),
        parts: Vec::new(),
        announced: None,
    };
    let mut all = Vec::new();
    if let Some(reason) = refused.first().filter(|_| known.lines().next().is_none()) {
        let what = format!("could not be read before the change, so nothing was compared with it: {}", reason.message);
        all.push(of(LOCK, "record", LOCK, &what));
    }
    let own = lock::read(now.inputs)?.value;
    if own.file().is_none() {
        all.push(of(LOCK, "record", LOCK, "is gone: nothing would be compared with what was published"));
    } else {
        all.extend(
            rewritten(&known, &own, now)
                .into_iter()
                .map(|(id, what, parts)| Published { parts, ..of(id, "record", LOCK, what) }),
        );
    }
    let found = |state: State<'_>| {
        let chronicle = state.survey.chronicle.as_ref();
        chronicle.map(|one| checks::record(one, &known, &Levels::default(), state.inputs)).unwrap_or_default()
    };
    // What was so before is not of this change.
    let old = found(before);
    let old: BTreeSet<(Code, &str)> = old.iter().map(|finding| (finding.code, finding.message.as_str())).collect();
    let new = found(now).into_iter().filter(|finding| !old.contains(&(finding.code, finding.message.as_str())));
    all.extend(new.filter_map(|finding| {
        match finding.code {
            Code::StaleLock => None,
            // Of what is gone there is no place in the files of now.
            Code::VanishedRecord => {
                let id = finding.message.split('`').nth(1).unwrap_or_default().to_owned();
                Some(of(&id, &id, "", &finding.message))
            }
            _ => {
                let path = now.inputs.get(finding.span.input).path();
                Some(of(path, "record", path, &finding.message))
            }
        }
    }));
    Ok(all)
}

/// The lines of the memory of the change that neither are as they were nor say what the record says: only `chronicle lock`
/// writes them. With each what became of it, and its words.
fn rewritten<'a>(known: &'a Lock, own: &'a Lock, now: State<'_>) -> Vec<(&'a str, &'static str, Vec<Part>)> {
    let right = now.survey.chronicle.as_ref().map(|chronicle| checks::lock(chronicle, known)).unwrap_or_default();
    let words = |lock: &Lock, id: &str| lock.get(id).map(|line| line.words());
    let ids: BTreeSet<&str> = known.lines().chain(own.lines()).map(|(id, _)| id.as_str()).collect();
    let one = |id: &'a str| {
        let (was, is) = (words(known, id), words(own, id));
        match (was, is) {
            (Some(_), None) => Some((id, "is no longer known to be published", Vec::new())),
            (was, is) if was == is || is == words(&right, id) => None,
            (was, is) => {
                let parts = difference::parts(&was.unwrap_or_default(), &is.unwrap_or_default());
                Some((id, "is remembered otherwise than it is or was", parts))
            }
        }
    };
    ids.into_iter().filter_map(one).collect()
}

/// The kept texts of sources that are not as they were: quotations are proven by them.
fn texts(before: State<'_>, now: State<'_>) -> Result<Vec<Published>, ReadError> {
    let users = before.survey.chronicle.as_ref().map(users).unwrap_or_default();
    let mut found = Vec::new();
    for (input, file) in before.inputs.under("content/sources/") {
        let old = before.inputs.bytes(input)?;
        let new = now.inputs.find(file.path()).map(|input| now.inputs.bytes(input)).transpose()?;
        if new.as_deref() == Some(&old) {
            continue;
        }
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let count = users.get(file.path()).copied().unwrap_or_default();
        let (what, parts) = match &new {
            Some(new) => ("kept text", difference::parts(&text(&old), &text(new))),
            None => ("kept text: is gone", Vec::new()),
        };
        let what = format!("{what} (of {count} published statement{})", if count == 1 { "" } else { "s" });
        let (id, path) = ("source".to_owned(), file.path().to_owned());
        found.push(Published { name: path.clone(), id, path, what, parts, announced: None });
    }
    Ok(found)
}

/// How many published statements name each kept text.
fn users(chronicle: &Chronicle) -> BTreeMap<String, usize> {
    let mut users: BTreeMap<String, usize> = BTreeMap::new();
    for id in chronicle.statements().filter(|id| !chronicle[*id].entry.fields.draft) {
        for source in chronicle[id].entry.fields.sources.as_slice() {
            if let TextOr::Map(source) = source
                && let Some(text) = &source.text
            {
                *users.entry(format!("content/{text}")).or_default() += 1;
            }
        }
    }
    users
}

/// The records of both states.
struct Comparison<'a> {
    before: Side<'a>,
    now: Side<'a>,
}

impl<'a> Comparison<'a> {
    fn all(&self) -> Result<Vec<Published>, ReadError> {
        let former: BTreeMap<(Kind, &str), Record> = self
            .now
            .chronicle
            .former_ids()
            .iter()
            .map(|(id, record)| ((record.kind(), id.as_str()), *record))
            .collect();
        let memory = lock::read(self.before.inputs)?.value;
        let mut found = Vec::new();
        let chronicle = self.before.chronicle;
        let is_shown =
            |record| is_published(chronicle, record) || cited_as_publisher(chronicle, record).next().is_some();
        for (key, old) in self.before.records.iter().filter(|(_, old)| is_shown(**old)) {
            let same = self.now.records.get(key).or_else(|| former.get(key));
            match same {
                Some(new) if self.before.chronicle.address(*old).is_none() => {
                    self.same(*old, *new, key.1, &memory, &mut found)?;
                }
                None => found.push(self.gone(*old, key.1)),
                Some(new) if !is_published(self.now.chronicle, *new) => {
                    found.push(self.change(*old, Some(*new), key.1, "its page is gone: nothing uses it", Vec::new()));
                    self.same(*old, *new, key.1, &memory, &mut found)?;
                }
                Some(new) => self.same(*old, *new, key.1, &memory, &mut found)?,
            }
        }
        Ok(found)
    }

    fn change(&self, old: Record, new: Option<Record>, id: &str, what: &str, parts: Vec<Part>) -> Published {
        let change = match new {
            Some(new) => self.now.change(new, super::Fate::Changed),
            None => self.before.change(old, super::Fate::Gone),
        };
        let announced = match (old, new) {
            (Record::Statement(old), Some(Record::Statement(new))) => self.announced(old, new),
            _ => None,
        };
        let id = format!("{} {id}", old.kind().noun());
        Published { name: change.name, id, path: change.path, what: what.to_owned(), parts, announced }
    }

    fn gone(&self, old: Record, id: &str) -> Published {
        let what = match self.now.inputs.find(self.before.path(old)) {
            Some(input) if self.now.chronicle.is_left_out(input) => "its file has errors: it cannot be compared",
            Some(_) => "is set aside as a draft: its page is gone",
            None if self.before.chronicle.address(old).is_none() => "is gone: sources name it as their publisher",
            None => "is gone: its address leads nowhere",
        };
        self.change(old, None, id, what, Vec::new())
    }

    /// A record that is there before and after.
    fn same(
        &self,
        old: Record,
        new: Record,
        id: &str,
        memory: &Lock,
        found: &mut Vec<Published>,
    ) -> Result<(), ReadError> {
        let now = self.now.chronicle.id(new).as_str();
        if now != id {
            let parts = vec![Part::Gone(id.to_owned()), Part::New(now.to_owned())];
            found.push(self.change(old, Some(new), id, "id", parts));
        }
        let is_same_file = self.before.chronicle.head(old).hash == self.now.chronicle.head(new).hash;
        let mut raw = Vec::new();
        if !is_same_file || self.anchors(old, new) {
            let (before, after) = (self.before.words(old)?, self.now.words(new)?);
            if memory.file().is_some() {
                for (number, (was, is)) in difference::quotations_by_anchor(&before, &after) {
                    let parts = difference::parts(&was, &is);
                    let parts = if parts.is_empty() { vec![Part::Gone(was), Part::New(is)] } else { parts };
                    found.push(self.change(old, Some(new), id, &format!("quotation q{number}"), parts));
                }
            }
            if !is_same_file {
                raw = difference::between(&before, &after);
            }
        }
        let mut has_speakers = false;
        for difference in raw {
            let what = match &difference.what {
                // Another id says this already.
                What::Field(key) if key == "old_ids" && now != id => continue,
                What::Field(key) if is_known(old.kind(), key) => {
                    has_speakers |= key == "speakers";
                    self.shown_on(old, &key.replace('_', " "))
                }
                What::Quotation(number) if memory.file().is_none() => format!("quotation q{number}"),
                _ => continue,
            };
            found.push(self.change(old, Some(new), id, &what, difference.parts));
        }
        if let (Record::Statement(was), Record::Statement(is), false) = (old, new, has_speakers) {
            let (was, is) = (self.speakers(&self.before, was), self.speakers(&self.now, is));
            let parts = difference::parts(&was, &is);
            if !parts.is_empty() {
                found.push(self.change(old, Some(new), id, "speakers, by another record", parts));
            }
            self.named(old, new, id, found);
        }
        Ok(())
    }

    /// Quotations with the same words that are another speaker's now, by another record.
    fn named(&self, old: Record, new: Record, id: &str, found: &mut Vec<Published>) {
        let (Record::Statement(was), Record::Statement(is)) = (old, new) else { return };
        let (was, is) = (self.attributions(&self.before, was), self.attributions(&self.now, is));
        for (number, (hash, before)) in was {
            let Some((_, now)) = is.get(&number).filter(|(other, now)| *other == hash && *now != before) else {
                continue;
            };
            let parts = vec![Part::Gone(before), Part::New(now.clone())];
            found.push(self.change(old, Some(new), id, &format!("whose words quotation q{number} has"), parts));
        }
    }

    /// The hash of each quotation and who is named below it, by its number.
    fn attributions(&self, side: &Side<'_>, id: StatementId) -> BTreeMap<u32, (u64, String)> {
        let statement = &side.chronicle[id];
        let speaker = |number: usize| {
            let position = statement.attributed.get(number).copied().flatten()?;
            Some(self.speaker(side, statement.speakers.get(position as usize)?))
        };
        let quotations = statement.anchors.iter().zip(statement.quotation_hashes()).enumerate();
        quotations
            .map(|(number, (anchor, hash))| {
                (*anchor, (hash, speaker(number).unwrap_or_else(|| "nobody named".to_owned())))
            })
            .collect()
    }

    /// Whether quotations have other numbers, or are read as those of others.
    fn anchors(&self, old: Record, new: Record) -> bool {
        match (old, new) {
            (Record::Statement(old), Record::Statement(new)) => {
                let (old, new) = (&self.before.chronicle[old], &self.now.chronicle[new]);
                (&old.anchors, &old.attributed) != (&new.anchors, &new.attributed)
            }
            _ => false,
        }
    }

    /// A field, with how many published statements show it where it is another record's.
    fn shown_on(&self, old: Record, key: &str) -> String {
        let subject = match old {
            Record::Person(id) => Subject::Person(id),
            Record::Organization(id) => Subject::Organization(id),
            _ => return key.to_owned(),
        };
        let chronicle = self.before.chronicle;
        let is_draft = |id: &StatementId| chronicle[*id].entry.fields.draft;
        let mut ids: BTreeSet<StatementId> =
            chronicle.under(subject).iter().copied().filter(|id| !is_draft(id)).collect();
        ids.extend(cited_as_publisher(chronicle, old));
        let count = ids.len();
        format!("{key} (of {count} published statement{})", if count == 1 { "" } else { "s" })
    }

    /// The speakers by their ids, those of now by the ids they had.
    fn speakers(&self, side: &Side<'_>, id: StatementId) -> String {
        side.chronicle[id].speakers.iter().map(|one| self.speaker(side, one)).collect::<Vec<_>>().join(" · ")
    }

    fn speaker(&self, side: &Side<'_>, speaker: &Speaker) -> String {
        let id_before = |record: Record| {
            let (kind, id) = (record.kind(), side.chronicle.id(record).as_str());
            let known = self.before.records.contains_key(&(kind, id));
            let old = side.former_of(record).iter().find(|old| self.before.records.contains_key(&(kind, *old)));
            old.filter(|_| !known).map_or(id, |old| old).to_owned()
        };
        match speaker {
            Speaker::Person(person, _) => id_before(Record::Person(*person)),
            Speaker::Office { title, .. } => title.to_string(),
            // A person may have the same id in the state before.
            Speaker::Organization(body) => format!("organization {}", id_before(Record::Organization(*body))),
            Speaker::Country(country) => format!("country {country}"),
        }
    }

    /// What the record says of its change: corrections that were not there, or that it is withdrawn now.
    fn announced(&self, old: StatementId, new: StatementId) -> Option<String> {
        let (was, is) = (&self.before.chronicle[old], &self.now.chronicle[new]);
        let one = |correction: &crate::entry::statement::Correction| {
            (correction.date.to_string(), correction.note.as_str().to_owned())
        };
        let known: BTreeSet<_> = was.entry.fields.corrections.iter().map(one).collect();
        let added: BTreeSet<_> =
            is.entry.fields.corrections.iter().map(one).filter(|one| !known.contains(one)).collect();
        let dates: BTreeSet<String> = added.into_iter().map(|(date, _)| date).collect();
        if is.entry.fields.corrections.len() > was.entry.fields.corrections.len() && !dates.is_empty() {
            return Some(format!("with a correction dated {}", dates.into_iter().collect::<Vec<_>>().join(", ")));
        }
        let withdrawal = is.entry.fields.withdrawn.as_ref().filter(|_| !was.is_withdrawn())?;
        Some(format!("withdrawn on {}", withdrawal.date))
    }
}

fn is_published(chronicle: &Chronicle, record: Record) -> bool {
    match record {
        Record::Statement(id) => !chronicle[id].entry.fields.draft,
        other => chronicle.address(other).is_some(),
    }
}

/// The published statements with a source that an organization published: their pages show its name.
fn cited_as_publisher(chronicle: &Chronicle, record: Record) -> impl Iterator<Item = StatementId> {
    let body = if let Record::Organization(body) = record { Some(body) } else { None };
    let ids = chronicle.statements().filter(|id| !chronicle[*id].entry.fields.draft);
    ids.filter(move |id| body.is_some() && chronicle[*id].publishers.contains(&body))
}

fn is_known(kind: Kind, key: &str) -> bool {
    match kind {
        Kind::Statement => KEYS.contains(&key),
        Kind::Person | Kind::Organization => NAMES.contains(&key),
        Kind::Topic | Kind::Place | Kind::Event | Kind::Page => key == "old_ids",
    }
}
