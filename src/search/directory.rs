//! The directory: where the parts of the index begin. `docs/search-format.md`, "index.json".

use serde_json::{Value, json};

use super::facet::Facet;
use super::partition::Partition;
use super::stored::StoredRange;
use crate::language::Language;

/// Changes when a reader of the old format would read the new one wrongly.
const FORMAT: u32 = 2;

/// The file; of the facets that have values, each with the bytes of its lists.
pub(super) fn encode(
    statements: usize,
    language: &Language,
    partitions: &[Partition],
    stored: &[StoredRange],
    facets: &[&Facet],
) -> Vec<u8> {
    let firsts: Vec<&str> = partitions.iter().map(|partition| partition.first.as_str()).collect();
    let before = [0].into_iter().chain(stored.iter().map(|range| range.first));
    let stored: Vec<u64> = stored.iter().zip(before).map(|(range, before)| range.first - before).collect();
    let facets = facets.iter().filter(|facet| facet.values().len() > 0);
    let facet = |of: &&Facet| json!({"name": of.name(), "values": of.values().len(), "bytes": of.size()});
    let facets: Vec<Value> = facets.map(facet).collect();
    let directory = json!({
        "format": FORMAT,
        "statements": statements,
        "language": language.as_str(),
        "partitions": firsts,
        "stored": stored,
        "facets": facets,
    });
    directory.to_string().into_bytes()
}

#[cfg(test)]
mod tests {
    use super::super::facet;
    use super::super::number::Number;
    use super::*;

    #[test]
    fn the_directory_is_what_the_document_says() {
        let partitions = ["", "ж"].map(|first| Partition { start: 0, first: first.to_owned() });
        let stored = [0, 4000, 10_000].map(|first| StoredRange { start: 0, first });
        let numbers: Vec<Number> = (0..9).map(|ordinal| Number::at(7, ordinal)).collect();
        let value = |id: &str| facet::Value { id: id.to_owned(), statements: vec![1, 4], ..facet::Value::default() };
        let facets =
            [Facet::of("topic", ["a", "b", "c"].map(value).into(), &numbers), Facet::of("place", Vec::new(), &[])];
        let text =
            String::from_utf8(encode(7, &Language::english(), &partitions, &stored, &facets.each_ref())).unwrap();
        let expected = r#"{"format":2,"statements":7,"language":"en","partitions":["","ж"],"stored":[0,4000,6000],"facets":[{"name":"topic","values":3,"bytes":18}]}"#;
        let value: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(value, serde_json::from_str::<serde_json::Value>(expected).unwrap());
    }
}
