//! Resolves labels and names to recorded people. Only exact fits count: a family name with another given name, or with
//! an office that the person is not recorded with, is somebody else's.

use std::collections::{BTreeMap, BTreeSet};

pub(super) use super::person::{Fit, Person};
use crate::chronicle::{Chronicle, Record};
use crate::entry::id::Id;
use crate::naming::letters::{has_han, name_words};
use crate::naming::offices;

/// All people on record.
#[derive(Debug)]
pub(super) struct People {
    all: Vec<Person>,
    /// Who has a word in a name.
    by_word: BTreeMap<String, BTreeSet<usize>>,
}

impl People {
    pub(super) fn of(chronicle: &Chronicle) -> People {
        let record = |record: (Record, &Id)| match record {
            (Record::Person(person), id) => Some((person, id.clone())),
            _ => None,
        };
        let all: Vec<Person> = chronicle
            .all()
            .filter_map(record)
            .map(|(person, id)| {
                let fields = &chronicle[person].entry.fields;
                let names: Vec<&str> = fields.all_names().map(|name| name.as_str()).collect();
                let titles = fields.offices.iter().map(|office| office.title.as_str()).collect();
                let text =
                    |text: &Option<crate::entry::shape::Text>| text.as_ref().map(|text| text.as_str().to_owned());
                Person::of(id, &names, text(&fields.family).as_deref(), text(&fields.given).as_deref(), titles)
            })
            .collect();
        People::by_word(all)
    }

    /// People by names, family name and title of an office.
    #[cfg(test)]
    pub(super) fn known(people: &[(&[&str], &str, &str)]) -> People {
        let person = |(at, (names, family, title)): (usize, &(&[&str], &str, &str))| {
            let id = Id::new(&format!("person-{at}")).unwrap();
            let titles = if title.is_empty() { Vec::new() } else { vec![*title] };
            Person::of(id, names, Some(family).copied(), None, titles)
        };
        People::by_word(people.iter().enumerate().map(person).collect())
    }

    fn by_word(all: Vec<Person>) -> People {
        let mut by_word: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
        for (index, person) in all.iter().enumerate() {
            for word in person.names.iter().chain(&person.families).flatten() {
                by_word.entry(word.clone()).or_default().insert(index);
            }
        }
        People { all, by_word }
    }

    pub(super) fn get(&self, index: usize) -> &Person {
        &self.all[index]
    }

    pub(super) fn position(&self, id: &str) -> Option<usize> {
        self.all.iter().position(|person| person.id.as_str() == id)
    }

    pub(super) fn len(&self) -> usize {
        self.all.len()
    }

    /// Who has one of some words in a name.
    fn near(&self, words: &[String]) -> BTreeSet<usize> {
        words.iter().filter_map(|word| self.by_word.get(word)).flatten().copied().collect()
    }

    /// The one person that a label stands for, and how surely; nobody where it fits two.
    pub(super) fn resolve(&self, label: &str) -> Option<(usize, Fit)> {
        if has_han(label) {
            return self.resolve_han(label);
        }
        let (name, office) = match label.split_once([',', '،']) {
            Some((name, office)) => (name, Some(name_words(office))),
            None => (label, None),
        };
        let words = name_words(name);
        let mut fits = self.fits(&words, office.as_deref());
        if fits.is_empty()
            && let Some(office) = &office
        {
            // `PRESIDENT OF THE REPUBLIC, ANN LEE`: the office stands first.
            if offices::leading(&words).is_some() {
                fits = self.fits(office, Some(&words));
            }
        }
        one(fits).filter(|(index, fit)| office.is_none_or(|behind| self.all[*index].allows_behind(&behind, fit)))
    }

    fn fits(&self, words: &[String], office: Option<&[String]>) -> Vec<(usize, Fit)> {
        let fit = |index: usize| Some((index, self.all[index].fit(words, office)?));
        self.near(words).into_iter().filter_map(fit).collect()
    }

    fn resolve_han(&self, label: &str) -> Option<(usize, Fit)> {
        let label: String = label.chars().filter(|c| !c.is_whitespace()).collect();
        let fit = |index: usize| Some((index, self.all[index].fit_han(&label)?));
        one((0..self.all.len()).filter_map(fit).collect())
    }

    /// The one person whom words of running text name; and whether by the family name alone.
    pub(super) fn named(&self, words: &[String]) -> Option<(usize, bool)> {
        let fit = |index: usize| {
            let person = &self.all[index];
            let is_family = person.families.iter().any(|family| family == words);
            let is_whole = person.names.iter().any(|name| name == words) || person.is_given_and_family(words);
            (is_family || is_whole).then_some((index, is_family))
        };
        let found: Vec<(usize, bool)> = self.near(words).into_iter().filter_map(fit).collect();
        match found.as_slice() {
            [one] => Some(*one),
            _ => None,
        }
    }

    /// Whether a word is somebody's family name.
    pub(super) fn is_family(&self, word: &str) -> bool {
        let near = self.by_word.get(word).into_iter().flatten();
        near.copied()
            .any(|index| self.all[index].families.iter().any(|family| family.last().is_some_and(|last| last == word)))
    }

    /// Whether somebody with a family name has a given name, or it begins another form of theirs.
    pub(super) fn has_given(&self, family: &str, word: &str) -> bool {
        let near = self.by_word.get(family).into_iter().flatten();
        near.copied().any(|index| {
            let person = &self.all[index];
            let in_family = person.families.iter().flatten().any(|known| known == word);
            person.is_given(word) || in_family || person.office_words.contains(word)
        })
    }

    /// Whether two people share a family name that a label may mean.
    pub(super) fn shares_family(&self, index: usize, family: &[String]) -> bool {
        let near = self.near(family);
        near.into_iter().any(|other| other != index && self.all[other].families.iter().any(|name| name == family))
    }
}

/// The surest fit, if it is one person's.
fn one(mut fits: Vec<(usize, Fit)>) -> Option<(usize, Fit)> {
    let rank = |fit: &Fit| match fit {
        Fit::Full => 0,
        Fit::Office => 1,
        Fit::Family { .. } => 2,
    };
    fits.sort_by_key(|(index, fit)| (rank(fit), *index));
    let people: BTreeSet<usize> =
        fits.iter().filter(|(_, fit)| rank(fit) == rank(&fits[0].1)).map(|(index, _)| *index).collect();
    // A shared family name is ambiguous without a given name or an office.
    let family_shared = rank(&fits.first()?.1) == 2 && fits.len() > 1;
    (people.len() == 1 && !family_shared).then(|| fits.swap_remove(0))
}
