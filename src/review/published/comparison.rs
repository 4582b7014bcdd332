//! Compares each published record with its present version.

use std::collections::{BTreeMap, BTreeSet};

use super::PublishedChange;
use super::scope::{cited_as_publisher, is_published, is_published_key};
use crate::chronicle::{Record, Speaker, StatementId, Subject};
use crate::entry::Kind;
use crate::entry::statement::Correction;
use crate::input::ReadError;
use crate::lock::{self, Lock};
use crate::review::difference::{self, RecordPart, TextPart};
use crate::review::records::{Fate, Records};

/// The records of both states.
pub(super) struct Comparison<'a> {
    pub(super) before: Records<'a>,
    pub(super) now: Records<'a>,
}

impl<'a> Comparison<'a> {
    pub(super) fn all(&self) -> Result<Vec<PublishedChange>, ReadError> {
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
        // An example is replaced, not changed; but calling a locked record an example hides nothing of it.
        let is_example = |id: &str, record| chronicle.head(record).fields.is_example() && memory.get(id).is_none();
        let published = self.before.records.iter().filter(|(key, old)| is_shown(**old) && !is_example(key.1, **old));
        for (key, old) in published {
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

    fn change(&self, old: Record, new: Option<Record>, id: &str, what: &str, parts: Vec<TextPart>) -> PublishedChange {
        let change = match new {
            Some(new) => self.now.change(new, Fate::Changed),
            None => self.before.change(old, Fate::Gone),
        };
        let announced = match (old, new) {
            (Record::Statement(old), Some(Record::Statement(new))) => self.announced(old, new, what),
            _ => None,
        };
        let id = format!("{} {id}", old.kind().noun());
        PublishedChange { name: change.name, id, path: change.path, what: what.to_owned(), parts, announced }
    }

    fn gone(&self, old: Record, id: &str) -> PublishedChange {
        let what = match self.now.inputs.find(self.before.path(old)) {
            Some(input) if self.now.chronicle.is_left_out(input) => "its file has errors: it cannot be compared",
            Some(_) => "is set aside as a draft: its page is gone",
            None if self.before.chronicle.address(old).is_none() => "is gone: sources name it as their publisher",
            None => "is gone: its address leads nowhere",
        };
        self.change(old, None, id, what, Vec::new())
    }

    /// Compares a record that exists before and after.
    fn same(
        &self,
        old: Record,
        new: Record,
        id: &str,
        memory: &Lock,
        found: &mut Vec<PublishedChange>,
    ) -> Result<(), ReadError> {
        let now = self.now.chronicle.id(new).as_str();
        if now != id {
            let parts = vec![TextPart::Gone(id.to_owned()), TextPart::New(now.to_owned())];
            found.push(self.change(old, Some(new), id, "id", parts));
        }
        let is_same_file = self.before.chronicle.head(old).hash == self.now.chronicle.head(new).hash;
        let mut raw = Vec::new();
        if !is_same_file || self.anchors(old, new) {
            let (before, after) = (self.before.words(old)?, self.now.words(new)?);
            if memory.file().is_some() {
                for (number, (was, is)) in difference::quotations_by_anchor(&before, &after) {
                    let parts = difference::parts(&was, &is);
                    let parts = if parts.is_empty() { vec![TextPart::Gone(was), TextPart::New(is)] } else { parts };
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
                // Reported as a changed id already.
                RecordPart::Field(key) if key == "old_ids" && now != id => continue,
                RecordPart::Field(key) if is_published_key(old.kind(), key) => {
                    has_speakers |= key == "speakers";
                    self.shown_on(old, &key.replace('_', " "))
                }
                RecordPart::Quotation(number) if memory.file().is_none() => format!("quotation q{number}"),
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

    /// Quotations with unchanged words that are attributed to another speaker because another record changed.
    fn named(&self, old: Record, new: Record, id: &str, found: &mut Vec<PublishedChange>) {
        let (Record::Statement(was), Record::Statement(is)) = (old, new) else { return };
        let (was, is) = (self.attributions(&self.before, was), self.attributions(&self.now, is));
        for (number, (hash, before)) in was {
            let Some((_, now)) = is.get(&number).filter(|(other, now)| *other == hash && *now != before) else {
                continue;
            };
            let parts = vec![TextPart::Gone(before), TextPart::New(now.clone())];
            found.push(self.change(old, Some(new), id, &format!("whose words quotation q{number} has"), parts));
        }
    }

    /// The hash of each quotation and who is named below it, by its number.
    fn attributions(&self, side: &Records<'_>, id: StatementId) -> BTreeMap<u32, (u64, String)> {
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

    /// Whether anchors or attributions of quotations changed.
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

    /// The speakers by their ids before the change.
    fn speakers(&self, side: &Records<'_>, id: StatementId) -> String {
        side.chronicle[id].speakers.iter().map(|one| self.speaker(side, one)).collect::<Vec<_>>().join(" · ")
    }

    fn speaker(&self, side: &Records<'_>, speaker: &Speaker) -> String {
        let id_before = |record: Record| {
            let (kind, id) = (record.kind(), side.chronicle.id(record).as_str());
            let known = self.before.records.contains_key(&(kind, id));
            let old = side.former_of(record).iter().find(|old| self.before.records.contains_key(&(kind, *old)));
            old.filter(|_| !known).map_or(id, |old| old).to_owned()
        };
        match speaker {
            Speaker::Person(person, _) => id_before(Record::Person(*person)),
            Speaker::Office { title, .. } => title.to_string(),
            // With the kind, since a person may have had the same id before.
            Speaker::Organization(body) => format!("organization {}", id_before(Record::Organization(*body))),
            Speaker::Country(country) => format!("country {country}"),
        }
    }

    /// How the record announces a change of something: by new corrections, or by being withdrawn. A withdrawal takes the words off
    /// the page, and does not say that they were somebody else's, or of another day.
    fn announced(&self, old: StatementId, new: StatementId, what: &str) -> Option<String> {
        let (was, is) = (&self.before.chronicle[old], &self.now.chronicle[new]);
        let one = |correction: &Correction| (correction.date.to_string(), correction.note.as_str().to_owned());
        let known: BTreeSet<_> = was.entry.fields.corrections.iter().map(one).collect();
        let added: BTreeSet<_> =
            is.entry.fields.corrections.iter().map(one).filter(|one| !known.contains(one)).collect();
        let dates: BTreeSet<String> = added.into_iter().map(|(date, _)| date).collect();
        if is.entry.fields.corrections.len() > was.entry.fields.corrections.len() && !dates.is_empty() {
            return Some(format!("with a correction dated {}", dates.into_iter().collect::<Vec<_>>().join(", ")));
        }
        if ["date", "speakers", "as", "attributed as", "sources"].contains(&what) {
            return None;
        }
        let withdrawal = is.entry.fields.withdrawn.as_ref().filter(|_| !was.is_withdrawn())?;
        Some(format!("withdrawn on {}", withdrawal.date))
    }
}
