//! Cards: what a row of results shows. `docs/search-format.md`, "cards".

use serde_json::{Value, json};

use super::number::Number;
use super::shard::cut;

/// At most so many cards are in a file, where their numbers differ.
const MOST: u32 = 32;

/// What the row of a statement shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Card {
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

impl Card {
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

/// A file of cards.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Pack {
    /// The position of its first statement.
    pub(super) start: usize,
    /// The number with which it begins.
    pub(super) first: u64,
}

/// How the cards of statements are parted: as words are, by the digits of their numbers.
pub(super) fn packs(numbers: &[Number]) -> Vec<Pack> {
    let digits: Vec<String> = numbers.iter().map(|number| format!("{:012}", number.get())).collect();
    let texts: Vec<&str> = digits.iter().map(String::as_str).collect();
    let shards = cut(&texts, |_| [1, 0, 0], [MOST, 0, 0]);
    let first = |digits: &str| format!("{digits:0<12}").parse().expect("twelve digits");
    shards.into_iter().map(|shard| Pack { start: shard.start, first: first(&shard.first) }).collect()
}

/// The file of some cards.
pub(super) fn encode(cards: impl Iterator<Item = (Number, Card)>) -> Vec<u8> {
    let values: Vec<Value> = cards.map(|(number, card)| card.value(number)).collect();
    Value::Array(values).to_string().into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cards_are_parted_by_number() {
        let numbers: Vec<Number> = (0..100).map(|n| Number::at(860_000 + n / 3, n % 3)).collect();
        let packs = packs(&numbers);
        assert_eq!((packs[0].first, packs[0].start), (0, 0));
        assert!(packs.len() > 3 && packs.windows(2).all(|pair| pair[0].first < pair[1].first));
        for (at, pack) in packs.iter().enumerate() {
            let end = packs.get(at + 1).map_or(100, |next| next.start);
            assert!(end - pack.start <= 32);
            for number in &numbers[pack.start..end] {
                assert!(number.get() >= pack.first && packs.get(at + 1).is_none_or(|next| number.get() < next.first));
            }
        }
        assert_eq!(super::packs(&[]), [Pack { start: 0, first: 0 }]);
    }

    #[test]
    fn a_card_is_an_array() {
        let card = Card { title: "On “peace”".to_owned(), summary: Some("S".to_owned()), ..Card::default() };
        let number = Number::at(1, 2);
        let others = [Card { summary: None, ..card.clone() }, Card { anchors: Some(vec![1, 3]), ..card.clone() }];
        let cards = [card].into_iter().chain(others).map(|card| (number, card));
        let first = r#"[4098,"","","","On “peace”","","","#;
        let expected = format!(r#"[{first}2,"S"],{first}0],{first}6,"S",[1,3]]]"#);
        assert_eq!(String::from_utf8(encode(cards)).unwrap(), expected);
    }
}
