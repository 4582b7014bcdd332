//! A `serde` deserializer over a [`Node`] tree that collects every error.
//!
//! `serde` stops at the first error. So [`read`] notes the error, leaves the value that caused it out (or puts a
//! stopgap in for a missing key) and deserializes again, until there is no new error. Trees are small, so this is
//! cheap.

mod error;

use std::cell::RefCell;
use std::collections::BTreeSet;

use serde::Deserialize;
use serde::de::value::StrDeserializer;
use serde::de::{self, DeserializeSeed, Deserializer, EnumAccess, MapAccess, SeqAccess, VariantAccess, Visitor};

use super::{Fault, Node, Pair, Value};
use error::Error;
pub(crate) use error::{invalid, misspelt, no_number};

/// The text of a stopgap: every scalar type of the content model accepts it.
const STOPGAP: &str = "0001-01-01";

/// Reads a value from the tree of a text.
///
/// # Errors
/// Every fault of the document, in the order of their places.
pub(crate) fn read<'de, T: Deserialize<'de>>(node: &'de Node, text: &str) -> Result<T, Vec<Fault>> {
    let state = RefCell::new(State::default());
    let mut faults: Vec<Fault> = Vec::new();
    loop {
        state.borrow_mut().entered.clear();
        let error = match T::deserialize(Reader { node, state: &state }) {
            Ok(value) if faults.is_empty() => return Ok(value),
            Ok(_) => break,
            Err(error) => error,
        };
        let mut state = state.borrow_mut();
        if !error.hidden {
            faults.push(error.fault(node, text));
        }
        // Either a stopgap is put in for a missing key, or the innermost value that was being read is left out.
        let progress = match (error.missing, state.entered.last().copied()) {
            (Some(key), map) => state.stopgaps.insert((map.map_or(node_id(node), |entry| entry.0), key)),
            (None, Some(entry)) => state.left_out.insert(entry.0),
            (None, None) => false,
        };
        if !progress || faults.len() >= 50 {
            break;
        }
    }
    faults.sort_by_key(|fault| (fault.range.start, fault.range.end));
    Err(faults)
}

/// State shared by the passes. Nodes are identified by their address, since the tree does not move.
#[derive(Default)]
struct State {
    /// Values that were reported and are skipped.
    left_out: BTreeSet<usize>,
    /// Maps, and the missing keys of each that get a stopgap.
    stopgaps: BTreeSet<(usize, &'static str)>,
    /// The stack of values being read, outermost first, each with whether it is a stopgap.
    entered: Vec<(usize, bool)>,
}

fn node_id(node: &Node) -> usize {
    std::ptr::from_ref(node).addr()
}

#[derive(Clone, Copy)]
struct Reader<'de, 's> {
    node: &'de Node,
    state: &'s RefCell<State>,
}

impl<'de> Reader<'de, '_> {
    fn give<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let given = match &self.node.value {
            Value::Null => visitor.visit_unit(),
            Value::Bool(flag) => visitor.visit_bool(*flag),
            Value::Integer(number) => visitor.visit_i64(*number),
            Value::Float(number) => visitor.visit_f64(*number),
            Value::Text(text) => visitor.visit_borrowed_str(text),
            Value::Stopgap => visitor.visit_borrowed_str(STOPGAP),
            Value::List(items) => visitor.visit_seq(Items { reader: self, rest: items.iter() }),
            Value::Map(pairs) => {
                let stopgaps =
                    self.state.borrow().stopgaps.iter().filter(|s| s.0 == node_id(self.node)).map(|s| s.1).collect();
                visitor.visit_map(Pairs {
                    reader: self,
                    rest: pairs.iter(),
                    seen: BTreeSet::new(),
                    stopgaps,
                    value: None,
                })
            }
        };
        given.map_err(|error| {
            // Suppress errors that only follow from a value that was left out: a "missing" key, or an incomplete map or
            // list.
            let left_out = error.range.is_none() && error.missing.map_or_else(|| self.lacks(), |key| self.has(key));
            error.at(&self.node.range).hidden_if(left_out)
        })
    }

    /// Whether a direct child was reported and is skipped.
    fn lacks(self) -> bool {
        let left_out = &self.state.borrow().left_out;
        match &self.node.value {
            Value::List(items) => items.iter().any(|item| left_out.contains(&node_id(item))),
            Value::Map(pairs) => pairs.iter().any(|pair| left_out.contains(&node_id(&pair.value))),
            _ => false,
        }
    }

    fn has(self, key: &str) -> bool {
        matches!(&self.node.value, Value::Map(pairs) if pairs.iter().any(|pair| pair.key == key))
    }

    /// Reads a value and keeps it on the stack of entered values if that fails.
    fn enter<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, Error> {
        let stopgap = matches!(self.node.value, Value::Stopgap);
        self.state.borrow_mut().entered.push((node_id(self.node), stopgap));
        let value = seed.deserialize(self).map_err(|error| {
            // The same for errors of a type's own validation.
            let left_out = error.range.is_none() && error.missing.is_none() && self.lacks();
            error.at(&self.node.range).hidden_if(stopgap || left_out)
        })?;
        self.state.borrow_mut().entered.pop();
        Ok(value)
    }
}

impl<'de> Deserializer<'de> for Reader<'de, '_> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.give(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.node.value {
            Value::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        let name = match &self.node.value {
            Value::Text(text) => text.as_str(),
            Value::Stopgap => variants.first().copied().unwrap_or_default(),
            _ => return self.give(visitor),
        };
        visitor.visit_enum(Variant(name)).map_err(|error| error.at(&self.node.range))
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.node.value {
            Value::Stopgap => visitor.visit_seq(Items { reader: self, rest: [].iter() }),
            _ => self.give(visitor),
        }
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct tuple
        tuple_struct map struct identifier ignored_any
    }
}

/// A unit variant by its name.
struct Variant<'de>(&'de str);

impl<'de> EnumAccess<'de> for Variant<'de> {
    type Error = Error;
    type Variant = Self;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, Self), Error> {
        Ok((seed.deserialize(StrDeserializer::new(self.0))?, self))
    }
}

impl<'de> VariantAccess<'de> for Variant<'de> {
    type Error = Error;

    fn unit_variant(self) -> Result<(), Error> {
        Ok(())
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, _: S) -> Result<S::Value, Error> {
        Err(de::Error::custom("expected one word"))
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, _: V) -> Result<V::Value, Error> {
        Err(de::Error::custom("expected one word"))
    }

    fn struct_variant<V: Visitor<'de>>(self, _: &'static [&'static str], _: V) -> Result<V::Value, Error> {
        Err(de::Error::custom("expected one word"))
    }
}

struct Items<'de, 's> {
    reader: Reader<'de, 's>,
    rest: std::slice::Iter<'de, Node>,
}

impl<'de> SeqAccess<'de> for Items<'de, '_> {
    type Error = Error;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Error> {
        let state = self.reader.state;
        let Some(node) = self.rest.find(|node| !state.borrow().left_out.contains(&node_id(node))) else {
            return Ok(None);
        };
        Reader { node, state }.enter(seed).map(Some)
    }
}

struct Pairs<'de, 's> {
    reader: Reader<'de, 's>,
    rest: std::slice::Iter<'de, Pair>,
    seen: BTreeSet<&'de str>,
    stopgaps: Vec<&'static str>,
    value: Option<&'de Node>,
}

static STOPGAP_NODE: Node = Node { range: 0..0, value: Value::Stopgap };

impl<'de> MapAccess<'de> for Pairs<'de, '_> {
    type Error = Error;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Error> {
        let state = self.reader.state;
        for pair in self.rest.by_ref() {
            if state.borrow().left_out.contains(&node_id(&pair.value)) {
                self.seen.insert(&pair.key);
                continue;
            }
            let key = if self.seen.insert(&pair.key) {
                seed.deserialize(StrDeserializer::<Error>::new(&pair.key))
            } else {
                Err(Error::duplicate_key(format!("the key `{}` stands twice", pair.key)))
            };
            self.value = Some(&pair.value);
            return match key {
                Ok(key) => Ok(Some(key)),
                Err(error) => {
                    state.borrow_mut().entered.push((node_id(&pair.value), false));
                    Err(error.at(&pair.key_range))
                }
            };
        }
        let Some(key) = self.stopgaps.pop() else { return Ok(None) };
        self.value = Some(&STOPGAP_NODE);
        seed.deserialize(StrDeserializer::<Error>::new(key)).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Error> {
        let node = self.value.take().unwrap_or(&STOPGAP_NODE);
        Reader { node, state: self.reader.state }.enter(seed)
    }
}
