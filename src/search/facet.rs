//! Facets: by what results are narrowed down. `docs/search-format.md`, "facets".

use std::hash::{Hash, Hasher};

use serde_json::json;
use xxhash_rust::xxh3::{Xxh3, xxh3_64};

use super::bits::fnv;
use super::list;
use super::number::Number;
use super::partition::{cut, name_of};

/// At most so many bytes of lists are in a file …
const LIMIT: u32 = 16_384;

/// … and the lists of so many values.
const MOST_TOGETHER: u32 = 500;

/// The file of a facet has at most so many values, those with most statements: a page that offers values loads them all. The
/// others are in files by their ids, where they are found if one of them is asked for.
const MOST: usize = 1_000;

/// A property of statements: its values, with the lists of their statements.
#[derive(Debug)]
pub(crate) struct Facet {
    name: &'static str,
    values: Vec<(Value, Place)>,
    files: Vec<ListFile>,
    /// The positions of the values that are in the file of the facet, rising.
    listed: Vec<usize>,
    fingerprint: u64,
}

/// A value of a facet.
#[derive(Clone, Debug, Default)]
pub(crate) struct Value {
    /// What it is called in addresses.
    pub(crate) id: String,
    /// The id of the value that contains it.
    pub(crate) broader: Option<String>,
    /// The positions of its statements, rising.
    pub(crate) statements: Vec<u32>,
}

/// Where the list of a value stands in its file, in bytes.
#[derive(Clone, Copy, Debug)]
struct Place {
    start: u32,
    length: u32,
}

/// A file of lists.
#[derive(Debug)]
struct ListFile {
    /// The id from which on all are in it.
    first: String,
    /// The position of its first value.
    start: usize,
    bytes: Vec<u8>,
    check: u32,
    fingerprint: u64,
}

impl Facet {
    /// A facet with values in the order of their ids, of statements with these numbers; its name (letters and digits) is that
    /// in files and addresses.
    pub(crate) fn of(name: &'static str, values: Vec<Value>, numbers: &[Number]) -> Facet {
        let list = |value: &Value| {
            let mut bytes = Vec::new();
            let statements = value.statements.iter().map(|statement| (numbers[*statement as usize], 0));
            list::encode(statements, 0, &mut bytes);
            bytes
        };
        let lists: Vec<Vec<u8>> = values.iter().map(list).collect();
        let ids: Vec<&str> = values.iter().map(|value| value.id.as_str()).collect();
        let partitions = cut(&ids, |at| [lists[at].len() as u32, 1, 0], [LIMIT, MOST_TOGETHER, 0]);
        let end = |next: usize| partitions.get(next).map_or(lists.len(), |next| next.start);
        let (mut files, mut places) = (Vec::new(), Vec::with_capacity(values.len()));
        for (partition, next) in partitions.iter().zip(1..) {
            let mut bytes = Vec::new();
            for list in &lists[partition.start..end(next)] {
                places.push(Place { start: bytes.len() as u32, length: list.len() as u32 });
                bytes.extend_from_slice(list);
            }
            let (check, fingerprint) = (fnv(&bytes), xxh3_64(&bytes));
            files.push(ListFile { first: partition.first.clone(), start: partition.start, bytes, check, fingerprint });
        }
        let mut hash = Xxh3::new();
        files.iter().for_each(|file: &ListFile| (&file.first, file.fingerprint).hash(&mut hash));
        values.iter().for_each(|value| (&value.id, &value.broader, value.statements.len()).hash(&mut hash));
        let listed = most_frequent(&values);
        let values = values.into_iter().zip(places).collect();
        Facet { name, values, files, listed, fingerprint: hash.finish() }
    }

    /// Its name in files and addresses.
    pub(crate) fn name(&self) -> &'static str {
        self.name
    }

    /// Its values, in the order of their ids.
    pub(crate) fn values(&self) -> impl ExactSizeIterator<Item = &Value> {
        self.values.iter().map(|(value, _)| value)
    }

    /// A fingerprint of all but the labels.
    pub(crate) fn fingerprint(&self) -> u64 {
        self.fingerprint
    }

    /// The bytes of all its lists.
    pub(super) fn size(&self) -> usize {
        self.files.iter().map(|file| file.bytes.len()).sum()
    }

    /// The path of the file of its values, below that of search.
    pub(crate) fn path(&self) -> String {
        format!("f/{}.json", self.name)
    }

    /// The file of its values, of those with most statements where there are many; `label` says what one is called, by its
    /// position.
    pub(crate) fn directory(&self, label: impl Fn(usize) -> String) -> Vec<u8> {
        let files: Vec<_> = self.files.iter().map(|file| json!([file.first, file.check])).collect();
        let values: Vec<_> = self.listed.iter().map(|at| self.value(*at, label(*at))).collect();
        let left_out = self.values.len() - self.listed.len();
        json!({"files": files, "left_out": left_out, "values": values}).to_string().into_bytes()
    }

    fn value(&self, at: usize, label: String) -> serde_json::Value {
        let (Value { id, broader, statements }, Place { start, length }) = &self.values[at];
        match broader {
            Some(broader) => json!([id, label, statements.len(), start, length, broader]),
            None => json!([id, label, statements.len(), start, length]),
        }
    }

    /// How many files of lists it has.
    pub(crate) fn list_files(&self) -> usize {
        self.files.len()
    }

    /// The path of one of its files of lists, below that of search.
    pub(crate) fn list_path(&self, file: usize) -> String {
        format!("f/{}/{}.bin", self.name, name_of(&self.files[file].first))
    }

    /// A file of lists.
    pub(crate) fn lists(&self, file: usize) -> &[u8] {
        &self.files[file].bytes
    }

    /// A fingerprint of a file of lists, and of the values in it, but for their labels.
    pub(crate) fn list_fingerprint(&self, file: usize) -> u64 {
        let mut hash = Xxh3::new();
        self.files[file].fingerprint.hash(&mut hash);
        let values = self.values_of(file).map(|at| &self.values[at].0);
        values.for_each(|value| (&value.id, &value.broader).hash(&mut hash));
        hash.finish()
    }

    /// The path of the file of those values of which a file has the lists, below that of search, if there is one: where the
    /// file of the facet has not all values.
    pub(crate) fn values_path(&self, file: usize) -> Option<String> {
        let has_all = self.listed.len() == self.values.len();
        (!has_all).then(|| format!("f/{}/{}.json", self.name, name_of(&self.files[file].first)))
    }

    /// The file of the values of which a file has the lists.
    pub(crate) fn values_file(&self, file: usize, label: impl Fn(usize) -> String) -> Vec<u8> {
        let values: Vec<_> = self.values_of(file).map(|at| self.value(at, label(at))).collect();
        json!({"check": self.files[file].check, "values": values}).to_string().into_bytes()
    }

    /// The positions of the values of which a file has the lists.
    fn values_of(&self, file: usize) -> std::ops::Range<usize> {
        self.files[file].start..self.files.get(file + 1).map_or(self.values.len(), |next| next.start)
    }
}

/// The positions of the values with most statements, rising; of two with as many, of the one that stands first.
fn most_frequent(values: &[Value]) -> Vec<usize> {
    let mut positions: Vec<usize> = (0..values.len()).collect();
    if values.len() > MOST {
        positions.sort_by_key(|at| std::cmp::Reverse(values[*at].statements.len()));
        positions.truncate(MOST);
        positions.sort_unstable();
    }
    positions
}

#[cfg(test)]
pub(super) mod reading {
    //! What a browser does.

    use super::super::{Number, bits, list};

    type Json = serde_json::Value;

    /// The statements of a value, found in the files of a facet.
    pub(in crate::search) fn statements(
        name: &str,
        id: &str,
        file: impl Fn(&str) -> Option<Vec<u8>>,
    ) -> Option<Vec<Number>> {
        let json = |path: &str| -> Option<Json> { serde_json::from_slice(&file(path)?).unwrap() };
        let directory = json(&format!("f/{name}.json")).unwrap();
        let files = directory["files"].as_array().unwrap();
        let last = files.iter().rev().find(|file| file[0].as_str().unwrap() <= id)?;
        let path = format!("f/{name}/{}", super::name_of(last[0].as_str().unwrap()));
        let lists = file(&format!("{path}.bin")).unwrap();
        assert_eq!(u64::from(bits::fnv(&lists)), last[1].as_u64().unwrap());
        let find = |json: &Json| json["values"].as_array().unwrap().iter().find(|value| value[0] == id).cloned();
        let value = find(&directory).or_else(|| {
            let more = json(&format!("{path}.json"))?;
            assert_eq!(more["check"], last[1]);
            find(&more)
        })?;
        let number = |at: usize| value[at].as_u64().unwrap() as usize;
        let (list, length) = list::decode(&lists[number(3)..number(3) + number(4)], 0);
        assert_eq!((list.len(), length), (number(2), number(4)));
        Some(list.into_iter().map(|(number, _)| number).collect())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    /// All files of a facet.
    fn files(facet: &Facet) -> BTreeMap<String, Vec<u8>> {
        let label = |at: usize| format!("№ {at}");
        let mut files = BTreeMap::from([(facet.path(), facet.directory(label))]);
        for file in 0..facet.list_files() {
            files.insert(facet.list_path(file), facet.lists(file).to_vec());
            files.extend(facet.values_path(file).map(|path| (path, facet.values_file(file, label))));
        }
        files
    }

    fn numbers() -> Vec<Number> {
        (0..20_000).map(|n| Number::at(n * 7, n % 4)).collect()
    }

    fn is_found(facet: &Facet, files: &BTreeMap<String, Vec<u8>>, numbers: &[Number]) {
        for value in facet.values().step_by(facet.values().len().div_ceil(200)) {
            let found = reading::statements("topic", &value.id, |name| files.get(name).cloned()).unwrap();
            assert!(found.iter().copied().eq(value.statements.iter().map(|at| numbers[*at as usize])), "{}", value.id);
        }
        assert_eq!(reading::statements("topic", "c", |name| files.get(name).cloned()), None);
    }

    #[test]
    fn statements_of_a_value_are_found() {
        let numbers = numbers();
        let values = (0..50_u32).map(|n| Value {
            id: format!("{}{n:02}", ["a", "b"][n as usize / 25]),
            broader: (n > 40).then(|| "b40".to_owned()),
            statements: (0..20_000).filter(|statement| statement % (2 + n) == 1 || n == 30).collect(),
        });
        let facet = Facet::of("topic", values.collect(), &numbers);
        let files = files(&facet);
        let lists: Vec<usize> =
            files.iter().filter(|(path, _)| path.ends_with(".bin")).map(|(_, file)| file.len()).collect();
        assert!(lists.len() > 2 && files.len() == lists.len() + 1, "{:?}", files.keys());
        assert_eq!(facet.size(), lists.iter().sum::<usize>());
        is_found(&facet, &files, &numbers);
    }

    /// However many values there are, no file has more than some of them, and each is found.
    #[test]
    fn no_file_has_too_many_values() {
        let numbers = numbers();
        let value = |n: u32| Value {
            id: format!("b{n:05}"),
            broader: None,
            statements: if n % 16 == 1 { vec![n, n + 1, n + 2] } else { vec![n] },
        };
        let facet = Facet::of("topic", (0..3_000).map(value).collect(), &numbers);
        let files = files(&facet);
        is_found(&facet, &files, &numbers);
        let whole: serde_json::Value = serde_json::from_slice(&files["f/topic.json"]).unwrap();
        let listed = whole["values"].as_array().unwrap();
        assert_eq!((listed.len(), whole["left_out"].as_u64()), (1_000, Some(2_000)));
        assert_eq!(listed.iter().filter(|value| value[2] == 3).count(), 188);
        assert!(files.values().all(|file| file.len() < 60_000));
    }
}
