//! Name tables: from what an author wrote (an id, a name, a variant, a synonym) to the record.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use ahash::AHashMap;

use crate::diagnostic::{NameKind, Near, Vocabulary, is_part_of_name, is_respelled};
use crate::entry::country::Country;
use crate::entry::id::Id;
use crate::entry::name::normalized;

/// The records of one kind by id and by name.
#[derive(Debug)]
pub(super) struct NameTable<I> {
    ids: AHashMap<Id, I>,
    /// The records that have each name.
    records: Vec<Vec<I>>,
    /// Indexes into `records` by normalized name.
    names: AHashMap<String, usize>,
    /// The same by exact name: a fast path, since most authors write names as recorded.
    exact: AHashMap<Box<str>, usize>,
    /// Records by the ids they had before, with the ids they have.
    former: AHashMap<Box<str>, (I, Id)>,
    /// All ids and names as written, for suggestions.
    written: (Vec<Id>, Vec<Box<str>>),
    /// The kind of names, which decides how far suggestions may go; none for topics, statements and pages.
    named: Option<NameKind>,
    /// The vocabulary for suggestions, built on first use.
    vocabulary: OnceLock<Vocabulary>,
    /// Ids of records that were left out: with errors (already reported), or drafts.
    absent: BTreeSet<Id>,
}

/// What a word stands for.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum NameMatch<I> {
    /// A record.
    One(I),
    /// A record by an id that it had before, and the id it has.
    Former(I, Id),
    /// Several records share the name.
    Many(Vec<I>),
    /// The record exists, but has errors that were reported.
    Absent,
    /// Nothing.
    None,
}

impl<I: Copy + Ord> NameTable<I> {
    pub(super) fn new(absent: BTreeSet<Id>) -> NameTable<I> {
        NameTable {
            ids: AHashMap::new(),
            records: Vec::new(),
            names: AHashMap::new(),
            exact: AHashMap::new(),
            former: AHashMap::new(),
            written: Default::default(),
            named: None,
            vocabulary: OnceLock::new(),
            absent,
        }
    }

    /// A table for names of a kind for which suggestions must not confuse similar names.
    pub(super) fn of(named: NameKind, absent: BTreeSet<Id>) -> NameTable<I> {
        NameTable { named: Some(named), ..NameTable::new(absent) }
    }

    pub(super) fn add_id(&mut self, id: &Id, record: I) {
        self.written.0.push(id.clone());
        self.ids.insert(id.clone(), record);
    }

    /// Adds an id that a record had before.
    pub(super) fn add_former<'a>(&mut self, old: impl Iterator<Item = &'a str>, id: &Id, record: I) {
        for old in old {
            self.former.entry(old.into()).or_insert_with(|| (record, id.clone()));
        }
    }

    /// Adds a name and returns another record that has it, if any. All names of one record must be added consecutively.
    pub(super) fn add_name(&mut self, name: &str, record: I) -> Option<I> {
        let position = *self.names.entry(normalized(name)).or_insert_with(|| {
            self.records.push(Vec::new());
            self.records.len() - 1
        });
        self.exact.insert(name.into(), position);
        let records = &mut self.records[position];
        if records.last() == Some(&record) {
            return None;
        }
        let before = records.first().copied();
        records.push(record);
        self.written.1.push(name.into());
        before
    }

    pub(super) fn find(&self, word: &str) -> NameMatch<I> {
        if let Some(record) = self.ids.get(word) {
            return NameMatch::One(*record);
        }
        let normalized = || self.names.get(&normalized(word));
        let position = self.exact.get(word).or_else(|| if self.names.is_empty() { None } else { normalized() });
        let named = position.map(|position| self.records[*position].as_slice());
        match (named, self.former(word)) {
            (Some([one]), None) => NameMatch::One(*one),
            // A former id of one record that is a name of another is ambiguous.
            (Some(many), Some((one, _))) if many != [*one] => {
                NameMatch::Many(many.iter().copied().filter(|other| other != one).chain([*one]).collect())
            }
            (Some([one]), Some(_)) => NameMatch::One(*one),
            (Some(many), _) => NameMatch::Many(many.to_vec()),
            (None, _) if self.absent.contains(word) => NameMatch::Absent,
            (None, Some((one, id))) => NameMatch::Former(*one, id.clone()),
            (None, None) => NameMatch::None,
        }
    }

    fn former(&self, word: &str) -> Option<&(I, Id)> {
        if self.former.is_empty() { None } else { self.former.get(word) }
    }

    /// The record that has exactly this id, or had it.
    pub(super) fn by_id(&self, id: &str) -> NameMatch<I> {
        match (self.ids.get(id), self.former(id)) {
            (Some(record), _) => NameMatch::One(*record),
            (None, _) if self.absent.contains(id) => NameMatch::Absent,
            (None, Some((record, id))) => NameMatch::Former(*record, id.clone()),
            (None, None) => NameMatch::None,
        }
    }

    /// Whether several records have the name.
    pub(super) fn is_ambiguous(&self, word: &str) -> bool {
        matches!(self.find(word), NameMatch::Many(_))
    }

    /// The suggestion for an unknown word in a record that refers to another of its kind, and not to itself.
    pub(super) fn help_for_another(&self, word: &str, own: &str) -> Option<String> {
        let is_own = |near: &Near<Box<str>>| match (self.find(&near.word), self.ids.get(own)) {
            (NameMatch::One(near), Some(own)) => near == *own,
            _ => false,
        };
        self.nearest(word).filter(|near| !is_own(near)).map(|near| self.advice(word, &near.word))
    }

    /// The suggestion for an unknown word.
    pub(super) fn help(&self, word: &str) -> Option<String> {
        self.nearest(word).map(|near| self.advice(word, &near.word))
    }

    /// What to write for a word to which a name is near. It is phrased as a condition for people and organizations, and
    /// where one of the two has more words: these may tell records apart.
    fn advice(&self, word: &str, near: &str) -> String {
        let is_of_many = matches!(self.named, Some(NameKind::People | NameKind::Bodies));
        if is_of_many || is_part_of_name(word, near) || is_part_of_name(near, word) {
            if_meant(near)
        } else {
            format!("write `{near}`")
        }
    }

    /// The help for a text that is several names with commas between them.
    pub(super) fn help_for_several(&self, word: &str) -> Option<String> {
        let parts: Vec<&str> = word.split([',', ';']).map(str::trim).collect();
        let is_known = |part: &&str| matches!(self.find(part), NameMatch::One(_) | NameMatch::Former(..));
        let are_known = parts.len() > 1 && parts.iter().all(is_known);
        are_known.then(|| format!("write each as an item of the list: `[{}]`", parts.join(", ")))
    }

    /// The id that a word unambiguously means: the same letters with other spaces and hyphens, or the path of the
    /// record's file. Not by names: a similar name may be somebody else's.
    pub(super) fn certainly(&self, word: &str) -> Option<&Id> {
        let name = word.rsplit('/').next().unwrap_or_default();
        let word = name.strip_suffix(".md").unwrap_or(if name == word { word } else { "" });
        let mut meant = self.written.0.iter().filter(|id| is_respelled(word, id.as_str()));
        meant.next().filter(|_| meant.next().is_none())
    }

    /// The id or name nearest to a word that stands for nothing.
    pub(super) fn nearest(&self, word: &str) -> Option<Near<Box<str>>> {
        let (ids, names) = &self.written;
        let written = || ids.iter().map(Id::as_str).chain(names.iter().map(|name| &**name));
        let vocabulary = || match self.named {
            Some(named) => Vocabulary::of_names(written(), named, is_country),
            None => Vocabulary::of(written()),
        };
        let near = self.vocabulary.get_or_init(vocabulary).nearest(word)?;
        // A part of a name is enough only for people.
        let is_part = self.named == Some(NameKind::People) || is_part_of_name(word, &near.word);
        (!is_part || !self.is_part_of_several(word)).then_some(near)
    }

    /// Whether a word is a part of the names of several records.
    fn is_part_of_several(&self, word: &str) -> bool {
        let having = self.names.iter().filter(|(name, _)| is_part_of_name(word, name));
        let records: BTreeSet<I> = having.flat_map(|(_, position)| self.records[*position].iter().copied()).collect();
        records.len() > 1
    }
}

/// The conditional suggestion for a name.
pub(super) fn if_meant(name: &str) -> String {
    format!("if `{name}` is meant, write `{name}`")
}

/// Whether a word is the name of a country or of something similar to one.
pub(super) fn is_country(word: &str) -> bool {
    Country::is_name(word)
}

#[cfg(test)]
mod tests {
    use super::is_country;
    use crate::diagnostic::{NameKind, only_meant};

    /// No name of a state is suggested for another, in any language of the theme.
    #[test]
    fn no_state_is_meant_by_the_name_of_another() {
        let mut wrong = Vec::new();
        let texts = [
            include_str!("../../themes/default/messages/en.names.ftl"),
            include_str!("../../themes/default/messages/ru.names.ftl"),
            include_str!("../../themes/default/messages/ar.names.ftl"),
            include_str!("../../themes/default/messages/fr.names.ftl"),
            include_str!("../../themes/default/messages/es.names.ftl"),
            include_str!("../../themes/default/messages/de.names.ftl"),
            include_str!("../../themes/default/messages/zh.names.ftl"),
        ];
        for text in texts {
            let names: Vec<&str> = text
                .lines()
                .filter(|line| line.starts_with("country_"))
                .filter_map(|line| line.split_once(" = ").map(|(_, name)| name.trim()))
                .collect();
            assert!(names.len() > 200);
            for one in &names {
                let letters = |name: &str| name.chars().count();
                let others = names.iter().filter(|other| *other != one && letters(other).abs_diff(letters(one)) < 4);
                for other in others {
                    if only_meant(one, [*other], NameKind::Bodies, is_country).is_some() {
                        wrong.push((one.to_string(), other.to_string()));
                    }
                }
            }
        }
        assert_eq!(wrong, []);
    }
}
