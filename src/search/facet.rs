//! Facets: by what results are narrowed down. `docs/search-format.md`, "facets".

use serde_json::json;

use super::bits::fnv;
use super::list;
use super::number::Number;
use super::shard::{cut, name_of};

/// At most so many bytes of lists are in a file.
const LIMIT: u32 = 16_384;

/// A property of statements: its values, with the lists of their statements.
#[derive(Debug)]
pub(crate) struct Facet {
    name: &'static str,
    values: Vec<(Value, u32)>,
    packs: Vec<Pack>,
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

/// A file of lists.
#[derive(Debug)]
struct Pack {
    /// The first id of which it has the list.
    first: String,
    bytes: Vec<u8>,
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
        let shards = cut(&ids, |at| [lists[at].len() as u32, 0, 0], [LIMIT, 0, 0]);
        let end = |next: usize| shards.get(next).map_or(lists.len(), |next| next.start);
        let packs = shards.iter().zip(1..).map(|(shard, next)| {
            let bytes = lists[shard.start..end(next)].concat();
            Pack { first: shard.first.clone(), bytes }
        });
        let packs = packs.collect();
        let sizes: Vec<u32> = lists.iter().map(|list| list.len() as u32).collect();
        Facet { name, values: values.into_iter().zip(sizes).collect(), packs }
    }

    /// Its name in files and addresses.
    pub(crate) fn name(&self) -> &'static str {
        self.name
    }

    /// Its values, in the order of their ids.
    pub(crate) fn values(&self) -> impl ExactSizeIterator<Item = &Value> {
        self.values.iter().map(|(value, _)| value)
    }

    /// The bytes of all its lists.
    pub(super) fn size(&self) -> usize {
        self.packs.iter().map(|pack| pack.bytes.len()).sum()
    }

    /// The path of the file of its values, below that of search.
    pub(crate) fn path(&self) -> String {
        format!("f/{}.json", self.name)
    }

    /// The file of its values; `labels` are what they are called.
    pub(crate) fn directory(&self, labels: impl Iterator<Item = String>) -> Vec<u8> {
        let packs: Vec<_> = self.packs.iter().map(|pack| json!([pack.first, fnv(&pack.bytes)])).collect();
        let values = self.values.iter().zip(labels).map(|((value, bytes), label)| match &value.broader {
            Some(broader) => json!([value.id, label, value.statements.len(), bytes, broader]),
            None => json!([value.id, label, value.statements.len(), bytes]),
        });
        json!({"packs": packs, "values": values.collect::<Vec<_>>()}).to_string().into_bytes()
    }

    /// The files of its lists: their paths below that of search, and their bytes.
    pub(crate) fn packs(&self) -> impl ExactSizeIterator<Item = (String, &[u8])> {
        self.packs.iter().map(|pack| (format!("f/{}/{}.bin", self.name, name_of(&pack.first)), &*pack.bytes))
    }
}

#[cfg(test)]
pub(super) mod reading {
    //! What a browser does.

    use super::super::{Number, bits, list};

    /// The statements of a value, found in the files of a facet.
    pub(in crate::search) fn statements(name: &str, id: &str, file: impl Fn(&str) -> Vec<u8>) -> Option<Vec<Number>> {
        let directory: serde_json::Value = serde_json::from_slice(&file(&format!("f/{name}.json"))).unwrap();
        let mut packs = directory["packs"].as_array().unwrap().iter().peekable();
        let mut pack = Vec::new();
        for value in directory["values"].as_array().unwrap() {
            let text = |at: usize| value[at].as_str().unwrap();
            while let Some(next) = packs.next_if(|next| next[0].as_str().unwrap() <= text(0)) {
                assert!(pack.is_empty());
                pack = file(&format!("f/{name}/{}.bin", super::name_of(next[0].as_str().unwrap())));
                assert_eq!(u64::from(bits::fnv(&pack)), next[1].as_u64().unwrap());
            }
            let own = pack.drain(..value[3].as_u64().unwrap() as usize).collect::<Vec<u8>>();
            if text(0) == id {
                let (list, length) = list::decode(&own, 0);
                assert_eq!((list.len() as u64, length), (value[2].as_u64().unwrap(), own.len()));
                return Some(list.into_iter().map(|(number, _)| number).collect());
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn statements_of_a_value_are_found() {
        let numbers: Vec<Number> = (0..20_000).map(|n| Number::at(n * 7, n % 4)).collect();
        let values = (0..50_u32).map(|n| Value {
            id: format!("{}{n:02}", ["a", "b"][n as usize / 25]),
            broader: (n > 40).then(|| "b40".to_owned()),
            statements: (0..20_000).filter(|statement| statement % (2 + n) == 1 || n == 30).collect(),
        });
        let facet = Facet::of("topic", values.collect(), &numbers);
        let mut files: BTreeMap<String, Vec<u8>> = facet.packs().map(|(path, bytes)| (path, bytes.to_vec())).collect();
        assert!(files.len() > 2, "{:?}", files.keys());
        assert_eq!(facet.size(), files.values().map(Vec::len).sum::<usize>());
        files.insert(facet.path(), facet.directory((0..50).map(|n| format!("№ {n}"))));
        for value in facet.values() {
            let found = reading::statements("topic", &value.id, |name| files[name].clone()).unwrap();
            assert!(found.iter().copied().eq(value.statements.iter().map(|at| numbers[*at as usize])), "{}", value.id);
        }
        assert_eq!(reading::statements("topic", "c", |name| files[name].clone()), None);
    }
}
