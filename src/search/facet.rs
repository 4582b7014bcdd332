//! Facets: by what results are narrowed down. `docs/search-format.md`, "facets".

use serde_json::json;

use super::bits::fnv;
use super::list;
use super::number::Number;
use super::shard::{cut, name_of};

/// At most so many bytes of lists are in a file.
const LIMIT: u32 = 16_384;

/// A property of statements, with its values.
#[derive(Clone, Debug, Default)]
pub struct Facet {
    /// What it is called in files and addresses: letters and digits.
    pub name: String,
    /// Its values, in the order of their ids.
    pub values: Vec<Value>,
}

/// A value of a facet.
#[derive(Clone, Debug, Default)]
pub struct Value {
    /// What it is called in addresses.
    pub id: String,
    /// What it is called.
    pub label: String,
    /// The id of the value that contains it.
    pub broader: Option<String>,
    /// The positions of its statements, rising.
    pub statements: Vec<u32>,
}

/// The files of a facet, and the bytes of its lists.
pub(super) fn encode(facet: &Facet, numbers: &[Number]) -> (Vec<(String, Vec<u8>)>, usize) {
    let lists: Vec<Vec<u8>> = facet
        .values
        .iter()
        .map(|value| {
            let mut bytes = Vec::new();
            let statements = value.statements.iter().map(|statement| (numbers[*statement as usize], 0));
            list::encode(statements, 0, &mut bytes);
            bytes
        })
        .collect();
    let ids: Vec<&str> = facet.values.iter().map(|value| value.id.as_str()).collect();
    let shards = cut(&ids, |at| [lists[at].len() as u32, 0, 0], [LIMIT, 0, 0]);
    let (mut files, mut packs) = (Vec::new(), Vec::new());
    for (at, shard) in shards.iter().enumerate() {
        let end = shards.get(at + 1).map_or(lists.len(), |next| next.start);
        let bytes = lists[shard.start..end].concat();
        packs.push(json!([shard.first, fnv(&bytes)]));
        files.push((format!("f/{}/{}.bin", facet.name, name_of(&shard.first)), bytes));
    }
    let values = facet.values.iter().zip(&lists).map(|(value, list)| match &value.broader {
        Some(broader) => json!([value.id, value.label, value.statements.len(), list.len(), broader]),
        None => json!([value.id, value.label, value.statements.len(), list.len()]),
    });
    let directory = json!({"packs": packs, "values": values.collect::<Vec<_>>()});
    files.push((format!("f/{}.json", facet.name), directory.to_string().into_bytes()));
    (files, lists.iter().map(Vec::len).sum())
}

#[cfg(test)]
pub(super) mod reading {
    //! What a browser does.

    use super::super::number::Number;
    use super::super::{bits, list};

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
            label: format!("№ {n}"),
            broader: (n > 40).then(|| "b40".to_owned()),
            statements: (0..20_000).filter(|statement| statement % (2 + n) == 1 || n == 30).collect(),
        });
        let facet = Facet { name: "topic".to_owned(), values: values.collect() };
        let (files, bytes) = encode(&facet, &numbers);
        let files: BTreeMap<String, Vec<u8>> = files.into_iter().collect();
        assert!(files.len() > 3, "{:?}", files.keys());
        let lists = files.iter().filter(|(name, _)| name.ends_with("bin"));
        assert_eq!(bytes, lists.map(|(_, file)| file.len()).sum::<usize>());
        for value in &facet.values {
            let found = reading::statements("topic", &value.id, |name| files[name].clone()).unwrap();
            assert!(found.iter().copied().eq(value.statements.iter().map(|at| numbers[*at as usize])), "{}", value.id);
        }
        assert_eq!(reading::statements("topic", "c", |name| files[name].clone()), None);
    }
}
