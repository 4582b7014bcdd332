//! Stored fields: what a row of results shows of a statement. `docs/search-format.md`, "stored fields".

use serde_json::{Value, json};

use super::number::Number;
use super::partition::cut;

/// At most so many statements are in a file, where their numbers differ.
const MOST: u32 = 32;

/// What the row of a statement shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct StoredFields {
    /// The address of its page, below the root of the site.
    pub(crate) address: String,
    /// Its date, in EDTF.
    pub(crate) date: String,
    /// Its date, as the site shows it.
    pub(crate) shown: String,
    /// Its title.
    pub(crate) title: String,
    /// Its speakers, as the site's rows show them.
    pub(crate) speakers: String,
    /// The tag of the language of its text; empty if that is the site's.
    pub(crate) language: String,
    /// Whether it is withdrawn.
    pub(crate) is_withdrawn: bool,
    /// What stands in place of an excerpt, where the text is too long for one.
    pub(crate) summary: Option<String>,
    /// The numbers of the anchors of its quotations, where they are others than 1, 2, 3, ….
    pub(crate) anchors: Option<Vec<u32>>,
}

impl StoredFields {
    fn value(&self, number: Number) -> Value {
        let flags =
            u8::from(self.is_withdrawn) | u8::from(self.summary.is_some()) << 1 | u8::from(self.anchors.is_some()) << 2;
        let mut value =
            json!(
                [number.get(), self.address, self.date, self.shown, self.title, self.speakers, self.language, flags,]
            );
        if let Value::Array(values) = &mut value {
            values.extend(self.summary.as_deref().map(Value::from));
            values.extend(self.anchors.clone().map(Value::from));
        }
        value
    }
}

/// Which statements are in a file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct StoredRange {
    /// The position of its first statement.
    pub(super) start: usize,
    /// The number with which it begins.
    pub(super) first: u64,
}

/// How the statements are parted: as words are, by the digits of their numbers.
pub(super) fn ranges(numbers: &[Number]) -> Vec<StoredRange> {
    let digits: Vec<String> = numbers.iter().map(|number| format!("{:012}", number.get())).collect();
    let texts: Vec<&str> = digits.iter().map(String::as_str).collect();
    let partitions = cut(&texts, |_| [1, 0, 0], [MOST, 0, 0]);
    let first = |digits: &str| format!("{digits:0<12}").parse().expect("twelve digits");
    partitions
        .into_iter()
        .map(|partition| StoredRange { start: partition.start, first: first(&partition.first) })
        .collect()
}

/// The file of some statements.
pub(super) fn encode(statements: impl Iterator<Item = (Number, StoredFields)>) -> Vec<u8> {
    let values: Vec<Value> = statements.map(|(number, fields)| fields.value(number)).collect();
    Value::Array(values).to_string().into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statements_are_parted_by_number() {
        let numbers: Vec<Number> = (0..100).map(|n| Number::at(860_000 + n / 3, n % 3)).collect();
        let ranges = ranges(&numbers);
        assert_eq!((ranges[0].first, ranges[0].start), (0, 0));
        assert!(ranges.len() > 3 && ranges.windows(2).all(|pair| pair[0].first < pair[1].first));
        for (at, range) in ranges.iter().enumerate() {
            let end = ranges.get(at + 1).map_or(100, |next| next.start);
            assert!(end - range.start <= 32);
            for number in &numbers[range.start..end] {
                assert!(number.get() >= range.first && ranges.get(at + 1).is_none_or(|next| number.get() < next.first));
            }
        }
        assert_eq!(super::ranges(&[]), [StoredRange { start: 0, first: 0 }]);
    }

    #[test]
    fn the_fields_of_a_statement_are_an_array() {
        let fields =
            StoredFields {
                title: "On “peace”".to_owned(), summary: Some("S".to_owned()), ..StoredFields::default()
            };
        let number = Number::at(1, 2);
        let others = [
            StoredFields { summary: None, ..fields.clone() },
            StoredFields { anchors: Some(vec![1, 3]), ..fields.clone() },
        ];
        let all = [fields].into_iter().chain(others).map(|fields| (number, fields));
        let first = r#"[4098,"","","","On “peace”","","","#;
        let expected = format!(r#"[{first}2,"S"],{first}0],{first}6,"S",[1,3]]]"#);
        assert_eq!(String::from_utf8(encode(all)).unwrap(), expected);
    }
}
