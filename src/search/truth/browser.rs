//! What a browser does with the files.

use std::collections::{BTreeMap, BTreeSet};

use super::super::bits::fnv;
use super::super::dictionary::reading::{Read, decode};
use super::super::number::Number;
use super::super::partition::name_of;
use super::super::rank::RANK_BITS;
use super::super::successors::{SuccessorHash, in_bucket};
use super::super::{facet, list};

/// The files, and what was read of `index.json`.
pub(super) struct Browser<'a> {
    files: &'a BTreeMap<String, Vec<u8>>,
    partitions: Vec<String>,
    stored: Vec<u64>,
}

impl Browser<'_> {
    pub(super) fn of(files: &BTreeMap<String, Vec<u8>>) -> Browser<'_> {
        let index: serde_json::Value = serde_json::from_slice(&files["index.json"]).unwrap();
        let partitions =
            index["partitions"].as_array().unwrap().iter().map(|partition| partition.as_str().unwrap().to_owned());
        let mut sum = 0;
        let stored = index["stored"].as_array().unwrap().iter().map(|gap| {
            sum += gap.as_u64().unwrap();
            sum
        });
        Browser { files, partitions: partitions.collect(), stored: stored.collect() }
    }

    /// The entries of a partition, checked as a browser does.
    fn partition(&self, partition: usize) -> Vec<Read> {
        let file = |folder: &str| &self.files[&format!("{folder}/{}.bin", name_of(&self.partitions[partition]))];
        let (check, next, entries) = decode(file("d"));
        assert_eq!(next, self.partitions.get(partition + 1).map_or("", |next| next));
        assert_eq!(check, fnv(file("p")));
        assert_eq!(check.to_le_bytes(), file("n")[..4]);
        assert!(entries.windows(2).all(|pair| pair[0].text < pair[1].text));
        entries
    }

    fn partition_of(&self, text: &str) -> usize {
        self.partitions.partition_point(|first| first.as_str() <= text) - 1
    }

    fn entry(&self, text: &str) -> Option<Read> {
        self.partition(self.partition_of(text)).into_iter().find(|entry| entry.text == text)
    }

    pub(super) fn is_stop_word(&self, word: &str) -> bool {
        self.entry(word).is_some_and(|entry| entry.is_stop_word)
    }

    fn stems(&self, word: &str) -> Vec<String> {
        self.entry(word).map_or_else(Vec::new, |entry| entry.stems)
    }

    /// The list of a stem, and the successors of each posting where they do not stand in buckets.
    fn list(&self, stem: &str) -> (Vec<Number>, Vec<Vec<u16>>) {
        let partition = self.partition_of(stem);
        let name = name_of(&self.partitions[partition]);
        let (mut start, mut before) = (0, 0);
        for entry in self.partition(partition) {
            let Some(listed) = entry.list else { continue };
            let alone = name_of(&entry.text);
            let is_it = entry.text == stem;
            if listed.alone.is_some() && !is_it {
                continue;
            }
            if !is_it {
                start += listed.bytes as usize;
                before += listed.statements as usize;
                continue;
            }
            let (bytes, successors) = match listed.alone {
                None => (&self.files[&format!("p/{name}.bin")][start..], Some(format!("n/{name}.bin"))),
                Some(bits) => {
                    let file = &self.files[&format!("l/{alone}.bin")];
                    (&file[..], (bits == 0).then(|| format!("l/{alone}.n.bin")))
                }
            };
            let (list, length) = list::decode(bytes, RANK_BITS);
            assert_eq!((list.len(), length), (listed.statements as usize, listed.bytes as usize));
            let successors = successors.map_or_else(Vec::new, |file| {
                let hashes = self.files[&file][4..].chunks(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
                let hashes: Vec<u16> = hashes.collect();
                let postings = hashes.split_inclusive(|hash| hash >> 15 == 1);
                let skipped = if listed.alone.is_some() { 0 } else { before };
                let clean = |posting: &[u16]| posting.iter().map(|hash| hash & 0x7FFF).collect();
                postings.skip(skipped).take(list.len()).map(clean).collect()
            });
            return (list.into_iter().map(|(number, _)| number).collect(), successors);
        }
        panic!("{stem} has no list");
    }

    fn any(&self, stems: impl IntoIterator<Item = String>) -> BTreeSet<Number> {
        stems.into_iter().flat_map(|stem| self.list(&stem).0).collect()
    }

    /// The statements that have all words.
    pub(super) fn all(&self, words: &[String]) -> Vec<Number> {
        let lists = words.iter().map(|word| self.any(self.stems(word)));
        let both = |one: BTreeSet<Number>, other: BTreeSet<Number>| one.intersection(&other).copied().collect();
        lists.reduce(both).unwrap_or_default().into_iter().collect()
    }

    /// The statements that have a word which begins so.
    pub(super) fn prefix(&self, prefix: &str) -> Vec<Number> {
        let mut stems = BTreeSet::new();
        for partition in self.partition_of(prefix)..self.partitions.len() {
            if self.partitions[partition].as_str() > prefix && !self.partitions[partition].starts_with(prefix) {
                break;
            }
            let entries = self.partition(partition);
            stems.extend(
                entries.into_iter().filter(|entry| entry.text.starts_with(prefix)).flat_map(|entry| entry.stems),
            );
        }
        self.any(stems).into_iter().collect()
    }

    pub(super) fn facet(&self, name: &str, id: &str) -> Vec<Number> {
        facet::reading::statements(name, id, |file| self.files.get(file).cloned()).unwrap()
    }

    pub(super) fn stored(&self, number: Number) -> Option<serde_json::Value> {
        let file = self.stored.partition_point(|first| *first <= number.get()) - 1;
        let statements: serde_json::Value =
            serde_json::from_slice(&self.files[&format!("s/{}.json", self.stored[file])]).unwrap();
        statements.as_array().unwrap().iter().find(|fields| fields[0] == number.get()).cloned()
    }

    /// The candidates for a phrase: those for each pair of its words, with the stop words between.
    pub(super) fn phrase(&self, phrase: &[String]) -> Vec<Number> {
        let found = self.from(phrase, &mut BTreeMap::new());
        found.into_iter().collect()
    }

    /// The candidates for a phrase that begins with a word that is looked for.
    fn from(&self, phrase: &[String], known: &mut BTreeMap<usize, BTreeSet<Number>>) -> BTreeSet<Number> {
        if let Some(found) = known.get(&phrase.len()) {
            return found.clone();
        }
        if phrase.len() == 1 {
            return self.any(self.stems(&phrase[0]));
        }
        let mut found = BTreeSet::new();
        let mut so_far = SuccessorHash::new();
        for (at, word) in phrase.iter().enumerate().skip(1) {
            let rest = self.from(&phrase[at..], known);
            for next in self.stems(word) {
                let hash = so_far.stem(fnv(next.as_bytes()));
                let pair = self.stems(&phrase[0]).into_iter().flat_map(|stem| self.followed(&stem, hash));
                found.extend(pair.filter(|number| rest.contains(number)));
            }
            if !self.is_stop_word(word) {
                break;
            }
            so_far = so_far.stop_word(fnv(word.as_bytes()));
        }
        known.insert(phrase.len(), found.clone());
        found
    }

    /// The statements in which a stem has a successor.
    fn followed(&self, stem: &str, hash: u16) -> Vec<Number> {
        let entry = self.entry(stem).unwrap().list.unwrap();
        if let Some(bits) = entry.alone.filter(|bits| *bits > 0) {
            let (bucket, rest) = in_bucket(hash, bits);
            let file = &self.files[&format!("l/{}.{bits}-{bucket}.bin", name_of(stem))];
            let (list, length) = list::decode(file, 15 - bits);
            assert_eq!(length, file.len());
            return list.into_iter().filter(|(_, own)| *own == rest).map(|(number, _)| number).collect();
        }
        let (numbers, successors) = self.list(stem);
        assert_eq!(numbers.len(), successors.len());
        numbers.into_iter().zip(successors).filter(|(_, own)| own.contains(&hash)).map(|(number, _)| number).collect()
    }
}
