//! Records that are new, changed or gone.

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use super::SiteState;
use super::difference::{self, Difference, RecordText};
use crate::chronicle::{Chronicle, Record, Speaker};
use crate::entry::Kind;
use crate::input::{Inputs, ReadError};

/// A changed record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RecordChange {
    /// What kind of record it is.
    pub(crate) kind: Kind,
    /// Its title or name.
    pub(crate) name: String,
    /// Of a statement, when it was said and by whom.
    pub(crate) said: Option<(String, String)>,
    pub(crate) path: String,
    /// Its page, where it has one.
    pub(crate) address: Option<String>,
    /// Its id before, where it has another one now.
    pub(crate) was: Option<String>,
    /// What became of it.
    pub(crate) fate: Fate,
    /// Its differences.
    pub(crate) differences: Vec<Difference>,
}

/// What became of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fate {
    /// It was not there.
    New,
    /// It says something else.
    Changed,
    /// It was withdrawn: the page stays with a notice.
    Withdrawn,
    /// It is a draft now and is not published.
    SetAside,
    /// Its file is gone.
    Gone,
}

/// The records of a state, indexed by kind and id.
pub(super) struct Records<'a> {
    pub(super) chronicle: &'a Chronicle,
    pub(super) inputs: &'a Inputs,
    pub(super) records: BTreeMap<(Kind, &'a str), Record>,
    /// The former ids of each record that has any.
    former: BTreeMap<Record, Vec<&'a str>>,
}

impl<'a> Records<'a> {
    pub(super) fn of(state: SiteState<'a>) -> Option<Records<'a>> {
        let chronicle = state.survey.chronicle.as_ref()?;
        let records = chronicle.all().map(|(record, id)| ((record.kind(), id.as_str()), record)).collect();
        let mut former: BTreeMap<Record, Vec<&str>> = BTreeMap::new();
        for (id, record) in chronicle.former_ids() {
            former.entry(*record).or_default().push(id.as_str());
        }
        Some(Records { chronicle, inputs: state.inputs, records, former })
    }

    /// The ids that a record had before.
    pub(super) fn former_of(&self, record: Record) -> &[&'a str] {
        self.former.get(&record).map_or(&[], Vec::as_slice)
    }

    pub(super) fn path(&self, record: Record) -> &'a str {
        self.inputs.get(self.chronicle.head(record).input).path()
    }

    pub(super) fn words(&self, record: Record) -> Result<RecordText, ReadError> {
        let quoted = match record {
            Record::Statement(id) => Some((&*self.chronicle[id].anchors, &*self.chronicle[id].attributed)),
            _ => None,
        };
        let input = self.chronicle.head(record).input;
        RecordText::of(&self.inputs.bytes(input)?, quoted).ok_or_else(|| {
            let path = self.inputs.root().join(self.inputs.get(input).path());
            ReadError::Io(path, io::Error::other("it changed during the run"))
        })
    }

    fn is_withdrawn(&self, record: Record) -> bool {
        matches!(record, Record::Statement(id) if self.chronicle[id].is_withdrawn())
    }

    pub(super) fn change(&self, record: Record, fate: Fate) -> RecordChange {
        let said = match record {
            Record::Statement(id) => Some((self.chronicle[id].date().to_string(), speakers(self.chronicle, id))),
            _ => None,
        };
        RecordChange {
            kind: record.kind(),
            name: self.chronicle.head(record).name().to_owned(),
            said,
            path: self.path(record).to_owned(),
            address: self.chronicle.address(record).map(|address| address.to_string()),
            was: None,
            fate,
            differences: Vec::new(),
        }
    }
}

/// The changed records, and the files that cannot be compared.
pub(super) fn compare(
    before: Option<SiteState<'_>>,
    now: SiteState<'_>,
) -> Result<(Vec<RecordChange>, Vec<String>), ReadError> {
    let Some(now) = Records::of(now) else { return Ok((Vec::new(), Vec::new())) };
    let before = before.and_then(Records::of);
    let (mut changes, mut unread, mut renamed) = (Vec::new(), Vec::new(), BTreeSet::new());
    for (key, record) in &now.records {
        let old = before.as_ref().and_then(|before| Some((before, *before.records.get(key)?)));
        let moved = before.as_ref().filter(|_| old.is_none()).and_then(|before| former(before, &now, *record));
        if let Some(id) = moved {
            renamed.insert((key.0, id));
        }
        let old = old.or_else(|| {
            let before = before.as_ref()?;
            Some((before, *before.records.get(&(key.0, moved?))?))
        });
        let change = match old {
            Some((before, old)) => changed(before, old, &now, *record, moved)?,
            None => Some(now.change(*record, Fate::New)),
        };
        changes.extend(change);
    }
    for (key, record) in before.iter().flat_map(|before| &before.records) {
        let Some(before) = before.as_ref().filter(|_| !now.records.contains_key(key) && !renamed.contains(key)) else {
            continue;
        };
        match now.inputs.find(before.path(*record)) {
            Some(input) if now.chronicle.is_left_out(input) => unread.push(before.path(*record).to_owned()),
            Some(_) => changes.push(before.change(*record, Fate::SetAside)),
            None => changes.push(before.change(*record, Fate::Gone)),
        }
    }
    changes.sort_by(|a, b| (a.kind, a.fate, &a.said, &a.path).cmp(&(b.kind, b.fate, &b.said, &b.path)));
    Ok((changes, unread))
}

/// The id of a renamed record in the earlier state.
fn former<'a>(before: &Records<'a>, now: &Records<'a>, record: Record) -> Option<&'a str> {
    let kind = record.kind();
    let mut ids = now.former_of(record).iter();
    let (key, _) = ids.find_map(|id| before.records.get_key_value(&(kind, *id)))?;
    (!now.records.contains_key(key)).then_some(key.1)
}

fn changed(
    before: &Records<'_>,
    old: Record,
    now: &Records<'_>,
    record: Record,
    was: Option<&str>,
) -> Result<Option<RecordChange>, ReadError> {
    if before.chronicle.head(old).hash == now.chronicle.head(record).hash && was.is_none() {
        return Ok(None);
    }
    let fate = match now.is_withdrawn(record) && !before.is_withdrawn(old) {
        true => Fate::Withdrawn,
        false => Fate::Changed,
    };
    let differences = difference::between(&before.words(old)?, &now.words(record)?);
    Ok(Some(RecordChange { was: was.map(str::to_owned), differences, ..now.change(record, fate) }))
}

fn speakers(chronicle: &Chronicle, id: crate::chronicle::StatementId) -> String {
    let name = |speaker: &Speaker| match speaker {
        Speaker::Person(person, _) => chronicle[*person].entry.fields.name.as_str().to_owned(),
        Speaker::Office { title, .. } => title.to_string(),
        Speaker::Organization(body) => {
            let entry = &chronicle[*body].entry;
            let then = entry.fields.name_on(chronicle[id].date());
            then.map_or(entry.id.as_str(), |name| name.as_str()).to_owned()
        }
        Speaker::Country(country) => country.english_name().to_owned(),
    };
    chronicle[id].speakers.iter().map(name).collect::<Vec<_>>().join(", ")
}
