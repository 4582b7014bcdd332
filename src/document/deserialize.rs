//! Reads `serde` types from a [`Node`] tree and collects every fault on the way.
//!
//! `serde` stops at the first error. So that one run shows all of them, [`read`] notes the error, takes the value it
//! is about out of the tree, and reads again, until nothing is left to say. A tree has few keys, so this is cheap.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fmt;
use std::ops::Range;

use serde::Deserialize;
use serde::de::value::StrDeserializer;
use serde::de::{self, DeserializeSeed, Deserializer, EnumAccess, MapAccess, SeqAccess, VariantAccess, Visitor};

use super::respelled::{Right, meant};
use super::{Fault, Node, Pair, Value};
use crate::diagnostic::{Code, certainly, did_you_mean};

/// Separates code, message and help on their way through `serde`, whose custom errors are text.
const MARK: char = '\u{1}';

/// A text that every scalar type of the content model reads, for keys that are missing.
const STOPGAP: &str = "0001-01-01";

/// The error of a `Deserialize` implementation that knows its code: `invalid(Code::BadDate, "there is no …", help)`.
pub fn invalid<E: de::Error>(code: Code, message: impl fmt::Display, help: Option<String>) -> E {
    misspelt(code, message, help, None)
}

/// The same for a value that certainly is another one spelled otherwise: `right` is how it is written, and what
/// `chronicle check --fix` puts in its place.
pub fn misspelt<E: de::Error>(
    code: Code,
    message: impl fmt::Display,
    help: Option<String>,
    right: Option<String>,
) -> E {
    let (help, right) = (help.unwrap_or_default(), right.unwrap_or_default());
    E::custom(format!("{MARK}{code}{MARK}{message}{MARK}{help}{MARK}{right}"))
}

/// Reads a value from the tree of a text.
///
/// # Errors
/// Every fault of the document, in the order of their places.
pub fn read<'de, T: Deserialize<'de>>(node: &'de Node, text: &str) -> Result<T, Vec<Fault>> {
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

/// What reading has learnt so far; nodes are known by their address in the tree, which does not move.
#[derive(Default)]
struct State {
    /// Values that were found wrong and are passed over.
    left_out: BTreeSet<usize>,
    /// Maps and the missing keys for which a stopgap is put in.
    stopgaps: BTreeSet<(usize, &'static str)>,
    /// The values being read now, outermost first, each with whether it is a stopgap.
    entered: Vec<(usize, bool)>,
}

fn node_id(node: &Node) -> usize {
    std::ptr::from_ref(node).addr()
}

/// An error on its way up; it learns its place where the value is read.
#[derive(Debug)]
struct Error {
    code: Code,
    message: String,
    help: Option<String>,
    right: Option<Box<Right>>,
    range: Option<Range<usize>>,
    missing: Option<&'static str>,
    hidden: bool,
}

impl Error {
    fn new(code: Code, message: String) -> Error {
        Error { code, message, help: None, right: None, range: None, missing: None, hidden: false }
    }

    fn fault(&self, top: &Node, text: &str) -> Fault {
        let mut range = self.range.clone().unwrap_or_else(|| top.range.clone());
        if self.missing.is_some() && range == top.range {
            range = top.range.start..top.range.start;
        }
        let raw = text.get(range.clone()).unwrap_or_default();
        let right = self.right.as_ref().and_then(|right| right.written_for(raw));
        let fix = right.filter(|right| right != raw).map(|right| (range.clone(), right)).into_iter().collect();
        Fault { code: self.code, message: self.message.clone(), help: self.help.clone(), range, fix }
    }

    fn at(mut self, range: &Range<usize>) -> Error {
        self.range.get_or_insert_with(|| range.clone());
        self
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {}

impl de::Error for Error {
    fn custom<T: fmt::Display>(message: T) -> Error {
        let text = message.to_string();
        let parts: Vec<&str> = text.split(MARK).collect();
        match parts[..] {
            ["", slug, message, help, right] => Error {
                help: Some(help.to_owned()).filter(|help| !help.is_empty()),
                right: Some(right.to_owned()).filter(|right| !right.is_empty()).map(Right::text),
                ..Error::new(Code::from_slug(slug).unwrap_or(Code::BadValue), message.to_owned())
            },
            _ => Error::new(Code::BadValue, text),
        }
    }

    fn invalid_type(unexpected: de::Unexpected<'_>, expected: &dyn de::Expected) -> Error {
        let expectation = expected.to_string();
        let (help, right) = (help_for(unexpected, &expectation), meant(unexpected, &expectation));
        Error { help, right, ..Error::new(Code::WrongType, other_than_expected(unexpected, expected)) }
    }

    fn invalid_value(unexpected: de::Unexpected<'_>, expected: &dyn de::Expected) -> Error {
        Error::new(Code::BadValue, other_than_expected(unexpected, expected))
    }

    fn unknown_field(field: &str, expected: &'static [&'static str]) -> Error {
        // `title:Talks` in braces is all key.
        let glued = field.split_once([':', '=', '：']).filter(|(key, _)| expected.contains(&key.trim()));
        if let Some((key, value)) = glued {
            let help = Some(format!("write a colon and a space after the key: `{}: {}`", key.trim(), value.trim()));
            return Error { help, ..Error::new(Code::UnknownKey, format!("unknown key `{field}`")) };
        }
        let help = did_you_mean(field, expected.iter().copied())
            .or_else(|| Some(format!("use one of `{}`", expected.join("`, `"))));
        let right = certainly(field, expected.iter().copied()).map(Right::text);
        Error { help, right, ..Error::new(Code::UnknownKey, format!("unknown key `{field}`")) }
    }

    fn unknown_variant(variant: &str, expected: &'static [&'static str]) -> Error {
        let help = did_you_mean(variant, expected.iter().copied())
            .or_else(|| Some(format!("use one of `{}`", expected.join("`, `"))));
        let right = certainly(variant, expected.iter().copied()).map(Right::text);
        Error { help, right, ..Error::new(Code::BadValue, format!("unknown value `{variant}`")) }
    }

    fn missing_field(field: &'static str) -> Error {
        let help = Some(format!("add `{field}: …`"));
        Error { missing: Some(field), help, ..Error::new(Code::MissingKey, format!("the key `{field}` is missing")) }
    }

    fn duplicate_field(field: &'static str) -> Error {
        Error { help: Some(ONE.to_owned()), ..Error::new(Code::DuplicateKey, format!("`{field}` stands twice")) }
    }
}

/// The help for a key that stands twice.
const ONE: &str = "leave one of the two out; a list can have the items of both";

/// What to write where something else was found than must stand there, if that is certain.
fn help_for(unexpected: de::Unexpected<'_>, expected: &str) -> Option<String> {
    // A text, or what is written as one.
    let is_text = expected == "text" || expected == "a string";
    let is_one = is_text || expected.starts_with("enum ") || expected.starts_with("a date");
    Some(match unexpected {
        de::Unexpected::Signed(_)
        | de::Unexpected::Unsigned(_)
        | de::Unexpected::Float(_)
        | de::Unexpected::Bool(_)
            if is_text || expected.starts_with("text or") || expected == "a list" =>
        {
            "put it in quotation marks".to_owned()
        }
        de::Unexpected::Str(word) if expected == "a boolean" => {
            match word.to_lowercase().trim_matches(['"', '\'', '“', '”', '«', '»']) {
                "yes" | "y" | "on" | "true" | "1" => "write `true`".to_owned(),
                "no" | "n" | "off" | "false" | "0" => "write `false`".to_owned(),
                _ => "write `true` or `false`".to_owned(),
            }
        }
        de::Unexpected::Str(_) if expected.starts_with("struct ") => {
            "write a colon and a space after each key: `title: …`".to_owned()
        }
        de::Unexpected::Unit | de::Unexpected::Option if is_one => {
            "write it after the colon; what begins with `#` must stand in quotation marks".to_owned()
        }
        de::Unexpected::Seq if is_text => {
            "write it alone, without brackets and without `-` before it; or, if the brackets \
            are its own, all of it in quotation marks"
                .to_owned()
        }
        de::Unexpected::Seq if is_one => "write it alone, without brackets and without `-` before it".to_owned(),
        de::Unexpected::Map if is_text => "put the text in quotation marks, if the colon is a part of it".to_owned(),
        de::Unexpected::Map if expected == "a sequence" || expected == "a list" => {
            "make it an item of a list: `- ` before its first key, or square brackets around it".to_owned()
        }
        _ => return None,
    })
}

/// That something else was found than must stand there, in words that are not Rust's.
fn other_than_expected(unexpected: de::Unexpected<'_>, expected: &dyn de::Expected) -> String {
    let found = match unexpected {
        de::Unexpected::Str(_) => "text".to_owned(),
        de::Unexpected::Seq => "a list".to_owned(),
        de::Unexpected::Map => "a map".to_owned(),
        de::Unexpected::Unit | de::Unexpected::Option => "nothing".to_owned(),
        de::Unexpected::Bool(flag) => format!("`{flag}`"),
        de::Unexpected::Signed(number) => format!("the number `{number}`"),
        de::Unexpected::Float(number) => format!("the number `{number}`"),
        other => other.to_string(),
    };
    let expected = match expected.to_string().as_str() {
        "a string" => "text".to_owned(),
        "a sequence" => "a list".to_owned(),
        "usize" => "a whole number of 0 or more".to_owned(),
        "f64" => "a number".to_owned(),
        "a boolean" => "`true` or `false`".to_owned(),
        expected if expected.starts_with("enum ") => "one word".to_owned(),
        expected if expected.starts_with("struct ") => "a map of keys and values".to_owned(),
        expected => expected.to_owned(),
    };
    format!("expected {expected}, found {found}")
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
            // A key whose value was reported is not missing as well; nor is it said of a map or list what it lacks for that.
            let left_out = error.range.is_none() && error.missing.map_or_else(|| self.lacks(), |key| self.has(key));
            Error { hidden: error.hidden || left_out, ..error.at(&self.node.range) }
        })
    }

    /// Whether something in it was found wrong and is passed over.
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

    /// Reads a value, remembering that it is being read while it is, and after it failed.
    fn enter<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, Error> {
        let stopgap = matches!(self.node.value, Value::Stopgap);
        self.state.borrow_mut().entered.push((node_id(self.node), stopgap));
        let value = seed.deserialize(self).map_err(|error| {
            // Of what a type says of itself when all of it was read, too.
            let left_out = error.range.is_none() && error.missing.is_none() && self.lacks();
            Error { hidden: error.hidden || stopgap || left_out, ..error.at(&self.node.range) }
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
                let message = format!("the key `{}` stands twice", pair.key);
                Err(Error { help: Some(ONE.to_owned()), ..Error::new(Code::DuplicateKey, message) })
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
